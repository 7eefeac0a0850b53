"""Units by the ways in which lists write them: with another word for what they are, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from bilateral import reference
from bilateral.language.folding import bare
from bilateral.language.lexicon import CASES, Lexicon, lexicon
from bilateral.reference.territories import unit_type
from bilateral.tables import listed

__all__ = ["is_noun_of_units", "units_called"]

# What is said of units whatever they are: the region of Catalonia, a state's province.
_ANY = frozenset({"region"})
# What is named after lands rather than towns, if it has a name of its own in a language.
_LANDS = frozenset({"autonomous_community", "voivodeship"})
# What are towns elsewhere.
_TOWNS = frozenset({"heiligkreuz", "lebus"})
_Nouns = Mapping[str, frozenset[str]]


def units_called(text: str, lang: str) -> Iterator[str]:
    """The codes of the units that a text names with the word for what they are, or without it.

    >>> [*units_called("Wojewodschaft Schlesien", "de")], [*units_called("Katalonien", "de")]
    (['PL-24'], ['ES-CT'])
    """
    tables = lexicon(lang)
    named, key = _units(tables), bare(text)
    for code in named.get(key, ()):
        if _is_land(key, code, lang):
            yield code
    for rest, types in _without_noun(key, tables):
        for code in named.get(rest, ()):
            if unit_type(code) in types or not types.isdisjoint(_ANY):
                yield code


def is_noun_of_units(text: str, lang: str) -> bool:
    """Whether a text is a word for units.

    >>> is_noun_of_units("Bundesland", "de"), is_noun_of_units("Stadt", "de")
    (True, False)
    """
    return bare(text) in _nouns(lexicon(lang))


def _is_land(key: str, code: str, lang: str) -> bool:
    """Whether a name that stands behind a noun in the list is known without it: Katalonien.

    Towns are called alike in other languages: Alicante.
    """
    row = reference.subdivisions()[code]
    is_own = lang != "en" and bare(row.get("en", "")) != key and key not in _TOWNS
    return is_own and unit_type(code) in _LANDS and bare(row[lang]).endswith(f" {key}")


def _without_noun(key: str, tables: Lexicon) -> Iterator[tuple[str, frozenset[str]]]:
    """A name without the word for a unit before or behind it, and what that word may mean."""
    words = key.split()
    nouns = _nouns(tables)
    for length in range(1, len(words)):
        if types := nouns.get(" ".join(words[:length])):
            rest = words[length:]
            yield " ".join(rest[1:] if rest[0] == "of" else rest), types
        if types := nouns.get(" ".join(words[length:])):
            yield " ".join(words[:length]), types


@cache
def _nouns(tables: Lexicon) -> _Nouns:
    """The words for units, in all their forms and spellings, with the types that they mean."""
    found: dict[str, frozenset[str]] = {}
    for kind, row in tables.rows("unit_types").items():
        words = [row[case] for case in CASES if case in row]
        for column in ("aliases", "ends", "spellings"):
            words += listed(row.get(column, ""))
        for word in words:
            found[bare(word)] = found.get(bare(word), frozenset()) | {kind}
    return found


@cache
def _units(tables: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The units by their names, with and without the word for what they are."""
    found: dict[str, tuple[str, ...]] = {}
    for code, row in reference.subdivisions().items():
        if row["current"] == "yes" and tables.lang in row:
            key = bare(row[tables.lang])
            for name in {key, *(name for name, _ in _without_noun(key, tables))}:
                found[name] = (*found.get(name, ()), code)
    return found
