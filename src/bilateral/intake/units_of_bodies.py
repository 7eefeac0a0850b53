"""What stands behind bodies: units behind a comma, own and former names in brackets."""

from __future__ import annotations

import re

from bilateral.intake.abbreviations import WITH_BRACKET
from bilateral.language.folding import fold, tidy
from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.bodies.landmarks import TOWN, landmarks
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text

__all__ = ["is_body_with_unit", "may_be_two", "without_former_name", "without_own_name"]

# What counts others that are not named: Cork + 4 other towns.
_AND_OTHERS = re.compile(r"[^\W\d_]\s*\+\s*\d+\s+[^\W\d_]|\bet al\b|\bu\. a\.|\bи др\.")
# Between two words, and not in one that is cut short: с/х.
_SLASH = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})")

# Before a unit of a body is a comma, or a dash.
_WITH_UNIT = re.compile(r"(.+)(?:,|\s[-–—])\s(.+)")
# The nouns of units stand at the beginning of their names, or behind an adjective.
_NEAR = 2


def is_body_with_unit(text: str, lang: str) -> bool:
    """Whether a text is a body and a unit of it, and no list of the two.

    >>> is_body_with_unit("Deutsches Rotes Kreuz, Landesverband Sachsen", "de")
    True
    >>> is_body_with_unit("Karls-Universität – Medizinische Fakultät Pilsen", "de")
    True
    >>> is_body_with_unit("Deutsches Rotes Kreuz, Stadt Leipzig", "de")
    False
    """
    parts = _WITH_UNIT.fullmatch(tidy(text))
    if parts is None:
        return False
    words = Text(parts[2], lang)
    known = words.grammar.words("unit_of_body")
    is_unit = any(fold(word.text).rstrip(".") in known for word in words.words[:_NEAR])
    kind = read_party(parts[1], lang, None).kind if is_unit else None
    return kind is not None and not kind.is_territory


def without_own_name(text: str, lang: str) -> str:
    """The name of a body without the one in brackets that it has in its own language.

    >>> without_own_name("Handwerkskammer Oppeln (Izba Rzemieślnicza w Opolu)", "de")
    'Handwerkskammer Oppeln'
    >>> without_own_name("Universität Zagreb (Universität Split)", "de")
    'Universität Zagreb (Universität Split)'
    """
    match = WITH_BRACKET.match(text)
    if match is None:
        return text
    body, own = (read_party(one, lang, None) for one in match.groups())
    name, words = (Text(one, lang) for one in match.groups())
    # What only its name tells is one of several in a town: Universität Rom (La Sapienza).
    is_noun = all(one.what == TOWN for one in landmarks(words, 0, len(words.words)))
    is_other = {one.stem for one in name.words}.isdisjoint(one.stem for one in words.words)
    is_body = body.kind is not None and not body.kind.is_territory and body.kind is own.kind
    is_there = len({body.country, own.country} - {None}) == 1
    return match[1] if is_body and is_there and is_noun and is_other else text


def without_former_name(text: str, lang: str) -> str:
    """A name without what it was before, in brackets.

    >>> without_former_name("Volgograd (formerly Stalingrad)", "en")
    'Volgograd'
    """
    bracket = WITH_BRACKET.match(text)
    words = Text(bracket[2], lang) if bracket else None
    return bracket[1] if bracket and words and words.words and words.role(0, "formerly") else text


def may_be_two(text: str, lang: str) -> bool:
    """Whether a text may name two bodies: what stands before "and" ends as a whole name does.

    On both sides of a slash, names of several words do.

    >>> may_be_two("Regionalmuseum Bautzen/Sorbisches Museum", "de")
    True
    >>> may_be_two("Hope University and Thaba Development Fund", "en")
    True
    >>> may_be_two("Museum of Science and Industry", "en")
    False
    >>> may_be_two("Cork + 4 other towns", "en")
    True
    """
    if _AND_OTHERS.search(text):
        return True
    names = _SLASH.split(text)
    if len(names) > 1 and all(" " in one and "(" not in one for one in names):
        return True
    words = Text(text, lang)
    heads, count = HeadNouns(words), len(words.words)
    found = (heads.at(i, count) for i in heads.places)
    ends = {one.end for one in found if one}
    return any(
        {i, count} <= ends and i >= _NEAR and i + n + _NEAR <= count
        for i, n in words.places("and").items()
    )
