"""The words of German names: nouns with their forms, adjectives, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from bilateral.language.german import ADJECTIVE_ENDINGS
from bilateral.tables import Row, Tables, listed, tables_of
from bilateral.text import Gender

__all__ = ["Noun", "ends_as_place", "is_adjective", "is_of_place", "noun_in", "stem_of", "words"]

_SHORTEST_FIRST_PART: Final = 2
# A longer one is no word, and would take its time.
_LONGEST_WORD: Final = 80


class Noun(NamedTuple):
    """A noun of the table ``head_nouns``, or a word that ends with one, and its forms."""

    gender: Gender
    nom: str
    gen: str
    #: The dative, and the accusative of a masculine noun.
    oblique: str
    is_territory: bool = False
    #: Whether the word ends with it as with a suffix: Föderation.
    is_suffix: bool = False

    @property
    def is_compound(self) -> bool:
        """Whether the word has a part before the noun."""
        return self.is_suffix or self.nom.lower() not in _rows(tables_of("de"))

    def form(self, case: str) -> str:
        """The word in a case: gen, dat or acc."""
        if case == "gen":
            return self.gen
        is_nominative = case == "acc" and self.gender is not Gender.MASCULINE
        return self.nom if is_nominative else self.oblique


def noun_in(word: str, kind: str) -> Noun | None:
    """The noun of the table that a word is or ends with; the longest counts.

    ``kind`` is that of what is named: some nouns are only what documents are about.

    >>> noun_in("Handelskammer", "chamber").form("gen")
    'Handelskammer'
    >>> noun_in("Staatspräsident", "head_of_state").form("acc")
    'Staatspräsidenten'
    >>> noun_in("Verdienst", "association") is None
    True
    """
    return _noun_in(tables_of("de"), word, is_subject=kind == "subject")


@lru_cache(maxsize=4096)
def _noun_in(tables: Tables, word: str, *, is_subject: bool) -> Noun | None:
    rows = _rows(tables)
    for begin, ending in _endings(word.lower()):
        row = rows.get(ending)
        if row is None or (begin and "alone" in row and ending[0] != "-"):
            continue
        if "gender" not in row or (row.get("of") == "subject" and not is_subject):
            return None
        noun = row["noun"]
        gen, oblique = (
            word + row.get(form, noun).removeprefix(noun) for form in ("gen", "oblique")
        )
        is_territory = row.get("of") == "territory"
        return Noun(Gender(row["gender"]), word, gen, oblique, is_territory, ending[0] == "-")
    return None


def _endings(word: str) -> Iterator[tuple[int, str]]:
    """What a noun of the table may be in a word, the longest first, and where it begins."""
    yield 0, word
    for begin in range(_SHORTEST_FIRST_PART, min(len(word), _LONGEST_WORD) - 1):
        yield begin, f"-{word[begin:]}"
        # What has two letters before it is hardly a compound: Réunion is no Union.
        if begin > _SHORTEST_FIRST_PART or word[begin - 1] == "-" or word[:begin] == "öl":
            yield begin, word[begin:]


@lru_cache(maxsize=8)
def _rows(tables: Tables) -> dict[str, Row]:
    """The nouns of the table by what a word has to end with."""
    return {noun.lower(): row for noun, row in tables.rows("head_nouns", "noun").items()}


def words(row: str) -> frozenset[str]:
    """The words in a row of the table ``name_words``.

    >>> sorted(words("article"))
    ['Das', 'Der', 'Die']
    """
    return _words(tables_of("de"), row)


@lru_cache(maxsize=64)
def _words(tables: Tables, row: str) -> frozenset[str]:
    return frozenset(listed(tables.rows("name_words").get(row, {}).get("words", "")))


@lru_cache(maxsize=64)
def _stems(tables: Tables, row: str) -> re.Pattern[str]:
    """The stems in a row; those with a hyphen are the ends of stems."""
    stems = [re.escape(word.removeprefix("-")) for word in sorted(_words(tables, row))]
    ends = [re.escape(word[1:]) for word in sorted(_words(tables, row)) if word[0] == "-"]
    whole = [stem for stem in stems if stem not in ends]
    pattern = rf".*(?:{'|'.join(ends)})|(?:.*-)?(?:{'|'.join(whole)})"
    return re.compile(pattern, re.IGNORECASE)


def _has_stem(row: str, stem: str) -> bool:
    return bool(_stems(tables_of("de"), row).fullmatch(stem))


def stem_of(word: str, ending: str) -> str | None:
    """The stem of a word that is an adjective with an ending, for certain.

    A comma after it is none of it.

    >>> stem_of("Staatliche", "e"), stem_of("Gemeinde", "e"), stem_of("Leipziger", "er")
    ('Staatlich', None, None)
    """
    word = word.removesuffix(",")
    stem = word.removesuffix(ending)
    if stem == word or _has_stem("noun", word):
        return None
    if ending == "er" and _has_stem("place.like_adjective", stem):
        return None
    if _has_stem("adjective", stem):
        return stem
    # Written with a small letter before a noun it is one, whatever its stem.
    is_small = word.islower() and ending == "e" and len(stem) > _SHORTEST_FIRST_PART
    return stem if is_small and word not in words("determiner") else None


def is_adjective(word: str) -> bool:
    """Whether a word is an adjective in the nominative of some gender.

    >>> is_adjective("Oberster"), is_adjective("Minsker")
    (True, False)
    """
    return any(stem_of(word, ending) for ending in sorted({*ADJECTIVE_ENDINGS.values()}))


def ends_as_place(word: str) -> bool:
    """Whether a word ends as the names of places do, or is one.

    >>> ends_as_place("Hohenheim"), ends_as_place("Wohnzimmer")
    (True, False)
    """
    return _has_stem("place", word)


def is_of_place(word: str, gender: Gender) -> bool:
    """Whether a word is an adjective in -er from the name of a place, which has no endings.

    >>> is_of_place("Minsker", Gender.MASCULINE), is_of_place("Weiser", Gender.MASCULINE)
    (True, False)
    """
    stem = word.removesuffix("er")
    if stem == word or not word[0].isupper():
        return False
    # Before a noun of another gender an adjective that has endings has another one.
    return gender is not Gender.MASCULINE or _has_stem("place", stem)
