"""The Russian adjective: its forms where they follow for certain from its nominative."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

__all__ = ["adjective_endings", "agree", "decline_adjective"]

#: Endings by gender and case.
_Endings = Mapping[str, Mapping[str, str]]

_UNKNOWN: Final[_Endings] = {}
# The accusative is that of what has no life, as documents, fields and bodies have none.
_HARD: Final[_Endings] = {
    "m": {"nom": "ый", "gen": "ого", "dat": "ому", "acc": "ый", "ins": "ым", "loc": "ом"},
    "f": {"nom": "ая", "gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "loc": "ой"},
    "n": {"nom": "ое", "gen": "ого", "dat": "ому", "acc": "ое", "ins": "ым", "loc": "ом"},
    "pl": {"nom": "ые", "gen": "ых", "dat": "ым", "acc": "ые", "ins": "ыми", "loc": "ых"},
}
_SOFT: Final[_Endings] = {
    "m": {"nom": "ий", "gen": "его", "dat": "ему", "acc": "ий", "ins": "им", "loc": "ем"},
    "f": {"nom": "яя", "gen": "ей", "dat": "ей", "acc": "юю", "ins": "ей", "loc": "ей"},
    "n": {"nom": "ее", "gen": "его", "dat": "ему", "acc": "ее", "ins": "им", "loc": "ем"},
    "pl": {"nom": "ие", "gen": "их", "dat": "им", "acc": "ие", "ins": "ими", "loc": "их"},
}
# Possessives, and третий: ь stands before every ending but one.
_POSSESSIVE: Final[_Endings] = {
    "m": {"nom": "ий", "gen": "ьего", "dat": "ьему", "acc": "ий", "ins": "ьим", "loc": "ьем"},
    "f": {"nom": "ья", "gen": "ьей", "dat": "ьей", "acc": "ью", "ins": "ьей", "loc": "ьей"},
    "n": {"nom": "ье", "gen": "ьего", "dat": "ьему", "acc": "ье", "ins": "ьим", "loc": "ьем"},
    "pl": {"nom": "ьи", "gen": "ьих", "dat": "ьим", "acc": "ьи", "ins": "ьими", "loc": "ьих"},
}
# A number with the end of its ordinal: 5-я, 5-й, 5-ю.
_ORDINAL: Final[_Endings] = {
    "m": {"nom": "й", "gen": "го", "dat": "му", "acc": "й", "ins": "м", "loc": "м"},
    "f": {"nom": "я", "gen": "й", "dat": "й", "acc": "ю", "ins": "й", "loc": "й"},
    "n": {"nom": "е", "gen": "го", "dat": "му", "acc": "е", "ins": "м", "loc": "м"},
}


def _respelled(table: _Endings, letters: str) -> _Endings:
    """A table with its endings after other consonants, which change their first letter."""
    rules = str.maketrans(letters[::2], letters[1::2])
    return {
        gender: {case: end[0].translate(rules) + end[1:] for case, end in endings.items()}
        for gender, endings in table.items()
    }


# After a velar Russian writes и, not ы; after a sibilant а and у, not я and ю.
_AFTER_VELAR: Final = _respelled(_HARD, "ыи")
_AFTER_SIBILANT: Final = _respelled(_SOFT, "яаюу")
# What keeps the stress on its ending, and so has о after a sibilant.
_STRESSED: Final = frozenset({"больш", "чуж"})
_IN_POSSESSIVE: Final = frozenset({"казач", "трет"})
# Others in -чий and -жий may be possessives, as божий: божьего.
_AFTER_CH: Final = frozenset({"рабоч", "горяч", "свеж"})
_VOWELS: Final = frozenset("аеёиоуыэюя")
_HARD_CONSONANTS: Final = frozenset("бвдзлмнпрстф")
_UNCHANGED: Final = re.compile(r"|\d+|.*[^оеыи][ое]|(?!.+(?:ый|ий|ая|яя|ое|ее|ые|ие)$)[А-ЯЁ].*")
_PARTS: Final = re.compile(r"(.+?)(ый|ий|ой|ая|яя|ое|ее|ые|ие|ья|ье|ьи)")
_NUMBER: Final = re.compile(r"(\d+-)(й|я|е)")


def agree(adjective: str, gender: str, case: str) -> str | None:
    """An adjective (masculine nominative) in a gender and a case; `None` if that is not certain.

    >>> agree("научно-технический", "f", "loc"), agree("торговый", "n", "ins")
    ('научно-технической', 'торговым')
    """
    return _inflected(adjective, "m", gender, case)


def decline_adjective(adjective: str, gender: str) -> dict[str, str] | None:
    """The cases of an adjective that stands in the nominative of a gender (m, f, n, pl).

    `None` where they are not certain, or the word is no adjective in that gender.

    >>> decline_adjective("Высшая", "f")["gen"], decline_adjective("Высшая", "m")
    ('Высшей', None)
    """
    cases = {case: _inflected(adjective, gender, gender, case) for case in _HARD["m"]}
    known = {case: form for case, form in cases.items() if form}
    return known if len(known) == len(cases) else None


@cache
def adjective_endings(gender: str, case: str) -> tuple[tuple[str, str], ...]:
    """The endings of a case in a gender with those that the nominative may have, longest first.

    >>> ("ому", "ый") in adjective_endings("m", "dat")
    True
    """
    tables = (_HARD, _SOFT, _POSSESSIVE, _ORDINAL, _AFTER_VELAR, _AFTER_SIBILANT)
    pairs = {(table[gender][case], table[gender]["nom"]) for table in tables if gender in table}
    if gender == "m":
        pairs |= {(table["m"][case], "ой") for table in (_HARD, _AFTER_VELAR)}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _inflected(adjective: str, own: str, gender: str, case: str) -> str | None:
    parts = _PARTS.fullmatch(adjective) or _NUMBER.fullmatch(adjective)
    if parts is None:
        return None
    stem, ending = parts.groups()
    first, _, last = stem.rpartition("-")
    # What stands before a hyphen does not change in научно-технический and Ханты-Мансийский.
    table = _table(last.lower(), ending) if _UNCHANGED.fullmatch(first) else _UNKNOWN
    if own not in table or gender not in table:
        return None
    nominative = table[own]["nom"]
    # The masculine has -ой where the stress is on it.
    stressed = "ой" if own == "m" and table in (_HARD, _AFTER_VELAR) else nominative
    wanted = table[gender].get(case)
    if wanted is None or ending not in (nominative, stressed):
        return None
    return adjective if own == gender and wanted == nominative else stem + wanted


def _table(stem: str, ending: str) -> _Endings:
    """The endings of the declension that the stem belongs to; none where that is not certain."""
    if ending in ("й", "я", "е"):
        return _ORDINAL
    if stem in _IN_POSSESSIVE:
        return _POSSESSIVE
    if stem[-1:] in ("г", "к", "х") or stem in _STRESSED:
        return _AFTER_VELAR
    if stem[-1:] in ("ш", "щ") or stem in _AFTER_CH:
        return _AFTER_SIBILANT
    if stem[-1:] == "н" and ending in ("ий", "яя", "ее", "ие"):
        # Those after a vowel are possessives, as олений: оленьего.
        return _SOFT if stem == "син" or stem[-2:-1] not in _VOWELS else _UNKNOWN
    return _HARD if stem[-1:] in _HARD_CONSONANTS else _UNKNOWN
