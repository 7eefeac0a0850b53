"""What stands behind bodies: units behind a comma, own and former names in brackets."""

from __future__ import annotations

import re

from bilateral.intake.abbreviations import WITH_BRACKET
from bilateral.intake.places import with_units_in_full
from bilateral.language.folding import fold, tidy
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.bodies.landmarks import TOWN, landmarks
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parties import Party, read_party
from bilateral.reading.words import Text

__all__ = ["is_body_with_unit", "may_be_two", "plain_name", "without_own_name"]

# What counts others that are not named: Cork + 4 other towns.
_AND_OTHERS = re.compile(r"[^\W\d_]\s*\+\s*\d+\s+[^\W\d_]|\bet al\b|\bu\. a\.|\bи др\.")
# Between two words, and not in one that is cut short: с/х.
_SLASH = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})")

# Before a unit of a body is a comma, or a dash.
_WITH_UNIT = re.compile(r"(.+)(?:,|\s[-–—])\s(.+)")
# The nouns of units stand at the beginning of their names, or behind an adjective.
_NEAR = 2
# What leads to a footnote behind a name: Ostrava [2], Lyon¹).
_MARK = re.compile(r"\s*(?:\[(?:\d{1,2}|[a-z])\]|[¹²³⁰-⁹]+[)⁾]?|(?<=[^\W\d_])\s?\d(\)))\Z")


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


def plain_name(text: str, lang: str) -> str:
    """A name without the mark of a footnote, and with what a bracket says of a place in order.

    >>> plain_name("Volgograd (formerly Stalingrad) [2]", "en")
    'Volgograd'
    >>> plain_name("Moscow (Government of)", "en"), plain_name("Istanbul (Fatih district)", "en")
    ('Government of Moscow', 'Istanbul, Fatih district')
    >>> plain_name("Madras (now Chennai)", "en"), plain_name("Rome (Comune di Roma)", "en")
    ('Chennai', 'Rome')
    """
    mark = _MARK.search(text)
    text = text[: mark.start()] if mark and (not mark[1] or "(" not in text) else text
    match = WITH_BRACKET.match(text)
    inner = Text(with_units_in_full(match[2], lang), lang) if match else None
    if match is None or inner is None or not inner.words:
        return text
    count, now = len(inner.words), inner.role(0, "now")
    if inner.role(0, "formerly"):
        return match[1]
    if 0 < now < count:
        today = inner.text[inner.starts[now] :]
        return today if certain(today, lang, PARTNERS) else text
    return _in_order(match[1], inner, read_party(inner.text, lang, None)) or text


def _in_order(name: str, inner: Text, told: Party) -> str | None:
    """A known place with its part, its noun or its own name, that stand behind it in brackets."""
    lang, count = inner.grammar.lang, len(inner.words)
    same = {one.value for one in certain(name, lang, PARTNERS)}
    kinds = {one.kind for one in same}
    if not kinds or not all(one.is_territory for one in kinds):
        return None
    if told.kind is PartnerKind.DISTRICT and PartnerKind.CITY in kinds and told.partner is None:
        return f"{name}, {inner.text}"
    is_small = inner.is_small(count - 1)
    head = HeadNouns(inner).at(0, count)
    is_place = told.kind is None or told.kind.is_territory
    if head is not None and head.end == count - is_small and (is_small or is_place):
        return name if kinds == {told.kind} else f"{inner.text} {name}"
    own = (certain(inner.text[start:], lang, PARTNERS) for start in inner.starts[1:])
    is_own = any({one.value for one in found} == same for found in own)
    return name if is_own and is_place else None


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
