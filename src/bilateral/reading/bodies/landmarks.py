"""Towns, adjectives of other languages and famous bodies that tell where a body is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from bilateral import reference
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.index import Entry, Index, may_be
from bilateral.reading.words import Text
from bilateral.tables import listed

__all__ = ["ADJECTIVE", "NOUN", "PART", "TOWN", "Landmark", "landmarks", "landmarks_at"]

#: What is no famous body: an adjective of another language, a noun for bodies of which only one
#: country has the language, a town, the first part of a word.
ADJECTIVE: Final = "adjective"
NOUN: Final = "noun"
TOWN: Final = "town"
PART: Final = "part"


class Landmark(NamedTuple):
    """Some words of a text that tell a country, and what they name: a kind of bodies, or a town.

    ``end`` is the word after the last.
    """

    start: int
    end: int
    country: str
    what: str

    @property
    def kind(self) -> PartnerKind | None:
        """The kind of the body, if it is one."""
        return None if self.what in (ADJECTIVE, NOUN, PART, TOWN) else PartnerKind(self.what)


def landmarks(text: Text, start: int, end: int) -> Iterator[Landmark]:
    """The landmarks in some words, the longest at each.

    >>> [one.country for one in landmarks(Text("Museo Egizio, Lobito", "de"), 0, 3)]
    ['IT', 'AO']
    """
    names = _names(text.grammar.tables)
    stop = start
    for i in range(start, end):
        word = text.words[i]
        # Most words begin none.
        if i < stop or not (word.stem in names.beginnings or "-" in word.text):
            continue
        if found := next(_at(text, names, i, end), None):
            yield found
            stop = found.end


def landmarks_at(text: Text, start: int, end: int | None = None) -> Iterator[Landmark]:
    """The landmarks that begin at a word and end by ``end``, longest first."""
    yield from _at(
        text, _names(text.grammar.tables), start, len(text.words) if end is None else end
    )


def _at(text: Text, names: Index, i: int, end: int) -> Iterator[Landmark]:
    for stop, entries in text.spot(names, i, end):
        keys = [word.key for word in text.words[i:stop]]
        for entry in entries:
            country, _, what = entry.code.partition(".")
            if _is_it(keys, entry) and (what == ADJECTIVE or text.words[i].is_capitalised):
                yield Landmark(i, stop, country, what)
    # Tsinghua-Universität.
    first, hyphen, _ = text.words[i].text.partition("-")
    for entry in names.exact.get(fold(first), ()) if hyphen else ():
        yield Landmark(i, i + 1, entry.code.partition(".")[0], PART)


def _is_it(keys: list[str], entry: Entry) -> bool:
    """Whether words with the stems of a name are it; that of another language has no cases."""
    return may_be(keys, entry) if entry.form == "nom" else " ".join(keys) == fold(entry.text)


@cache
def _names(tables: Lexicon) -> Index:
    """The landmarks as a language calls them, and as others do."""
    own, others = tables.rows("landmarks"), reference.landmarks()
    names = Index(
        Entry("city", code, tables.lang, form, name)
        for rows, form in ((own, "nom"), (others, "alias"))
        for code, row in rows.items()
        # The adjectives of the language itself stand before a noun, in all forms.
        if rows is others or not code.endswith(ADJECTIVE)
        for name in listed(row["names"])
    )
    words = grammar(tables.lang)
    # The end of a name may look like an ending: Газпром, of which the genitive is Газпрома.
    # So may that of its first word: Карлов университет, of which the genitive is Карлова.
    for name, entries in names.exact.items():
        first, *more = name.split()
        stems = {*map(words.stem, words.declined(first))} - {words.stem(first)}
        for stem in stems:
            key = " ".join((stem, *map(words.stem, more)))
            names.stems.setdefault(key, []).extend(one for one in entries if one.form == "nom")
    return names
