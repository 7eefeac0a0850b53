"""The own names of parties that share a noun: the Universities of A and B."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.folding import fold, grammar
from bilateral.language.german_words import Noun, noun_in
from bilateral.language.lexicon import in_sentence
from bilateral.language.singulars import singular
from bilateral.partners import Partner
from bilateral.reading.bodies.kinds_of_parties import EXECUTIVES
from bilateral.reading.finding import certain
from bilateral.reading.parties import Party
from bilateral.text import Gender, Phrase

__all__ = ["shared_name"]

# What an adjective ends with before a noun without an article.
_STRONG: Final = {Gender.MASCULINE: "er", Gender.FEMININE: "e", Gender.NEUTER: "es"}


def shared_name(party: Party, lang: str) -> str | None:
    """What a party is called without those with which it shares its noun.

    `None` where that is not known to be a plural.

    >>> from bilateral import parse_title
    >>> title = parse_title("Agreement between the Patent Offices of Austria and Peru", "en")
    >>> [shared_name(party, "en") for party in title.parties]
    ['Patent Office of the Republic of Austria', 'Patent Office of the Republic of Peru']
    """
    way = {"de": _german, "en": _english}.get(lang)
    return way(party, str(party.head)) if way else None


def _state(text: str, lang: str) -> Phrase | None:
    """The name of the only state that a text means."""
    codes = {str(one.code) for one in certain(text, lang, ("country",))}
    return Partner.state(codes.pop()).phrase(lang) if len(codes) == 1 else None


def _english(party: Party, head: str) -> str | None:
    behind = grammar("en").words("behind_noun")
    named: list[str] = []
    for part in head.split(" of "):
        words = part.split(" ")
        # The Prosecutors General
        at = -2 if words[1:] and fold(words[-1]) in behind else -1
        one = singular(words[at], "en")
        if not named and one is None:
            return None
        if one and (not named or words[0] == "the"):
            words[at] = one
        named.append(" ".join(words))
    phrase = _state(party.text, "en") or complete(Phrase(party.text), "en", "city")
    body = " of ".join([*named, in_sentence(phrase, "en", "def")])
    return f"{body[0].upper()}{body[1:]}"


def _german(party: Party, head: str) -> str | None:
    words = head.split(" ")
    at, noun = next(
        ((i, one) for i, word in enumerate(words) if (one := singular(word, "de"))), (0, None)
    )
    before = [_strong(word, str(noun)) for word in words[:at]]
    if noun is None or None in before:
        return None
    # The Mayors of the Towns of A and B: der Städte, of which each is one.
    unit = noun_in(singular(words[-1], "de") or "", "city") if words[at + 1 :] else None
    behind = [_genitive(unit)] if unit else words[at + 1 :]
    place = _behind(party, is_bare=unit is not None)
    body = " ".join([*filter(None, before), noun, *behind, place])
    return f"{body[0].upper()}{body[1:]}"


def _strong(word: str, noun: str) -> str | None:
    """What stands before a noun without an article: Nationales Statistikamt; Industrie- und ..."""
    if word.endswith("-") or word in grammar("de").words("and"):
        return word
    known = noun_in(noun, "public_body")
    is_it = known is not None and word.endswith("en")
    return word.removesuffix("en") + _STRONG[known.gender] if known and is_it else None


def _genitive(noun: Noun) -> str:
    return f"{'der' if noun.gender is Gender.FEMININE else 'des'} {noun.gen}"


def _behind(party: Party, *, is_bare: bool) -> str:
    """The place of a body behind its noun: in the genitive, behind "von", or as it is."""
    if state := _state(party.text, "de"):
        with suppress(MissingForm):
            return in_sentence(state, "de", "gen")
        return f"von {in_sentence(state, 'de', 'dat')}"
    first, _, rest = party.text.partition(" ")
    # Stadt Ostrava, Landes Tirol
    ways = (noun_in(first.removesuffix(end), "city") for end in ("", "s", "es"))
    unit = next((one for one in ways if one and one.is_territory), None)
    if unit and not is_bare:
        return f"{_genitive(unit)} {rest}"
    is_of = not is_bare and party.kind in EXECUTIVES
    return f"von {party.text}" if is_of else party.text
