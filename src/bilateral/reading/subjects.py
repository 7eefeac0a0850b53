"""The sectors that words name: as nouns, as adjectives, as parts of compounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from bilateral.language.folding import fold
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.reading.index import Entry, own_index
from bilateral.reading.kinds import vocabulary_of
from bilateral.reading.known_names import Span
from bilateral.reading.words import REDACTED, Text
from bilateral.sectors import Sector

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Subjects"]

# No name of a sector goes on beyond these.
_APART = REDACTED + ",;"


class Subjects:
    """Finds sectors in one text."""

    def __init__(self, text: Text, dossier: Names | None) -> None:
        self._text = text
        tables = lexicon(text.grammar.lang)
        self._shelves = [vocabulary_of(tables, "sector", "compound")]
        self._own: dict[str, Sector] = {}
        if dossier is not None:
            own = own_index(*dossier.own_names())
            self._shelves += [own[lang] for lang in own if lang == tables.lang]
            self._own = {sector.code: sector for sector in dossier.own_names()[1]}
        words = text.grammar
        # Words that have the stem of a sector's name but another meaning.
        self._other = frozenset(words.words("not_sector"))
        # A compound with these is a sort of document.
        kinds = words.words("kind_prefix")
        self._prefixes = [one for one in _compound_prefixes(tables) if one[0] not in kinds]
        tails = (*words.words("compound_tail"), *words.words("kind_suffix"))
        self._tails = frozenset(map(words.stem, tails))
        #: Whether a wording names several sectors, and the first was taken.
        self.is_ambiguous: bool = False

    def sectors(self, spans: Iterable[Span]) -> list[Sector]:
        """The sectors in some stretches of words, each once, in their order."""
        return list(dict.fromkeys(one for span in spans for one in self._in(*span)))

    def _in(self, start: int, end: int) -> Iterator[Sector]:
        i = start
        while i < end:
            stop, entries = self._longest(i, end)
            yield from self._named(entries) if entries else self.in_compound(i)
            i = stop

    def _longest(self, i: int, end: int) -> tuple[int, list[Entry]]:
        """The longest name of a sector that begins at a word, and where it ends."""
        longest, found = i + 1, list[Entry]()
        if self._text.words[i].key in self._other:
            return longest, found
        for shelf in self._shelves:
            for stop, entries in self._text.spot(shelf, i, end, _APART):
                named = [entry for entry in entries if entry.type != "partner"]
                if named and (stop > longest or not found):
                    # Medicine is one thing, medicines are another.
                    text = fold(self._text.span(i, stop))
                    exact = [entry for entry in named if fold(entry.text) == text]
                    longest, found = stop, exact or named
        return longest, found

    def _named(self, entries: list[Entry]) -> Iterator[Sector]:
        own = [entry for entry in entries if entry.form != "alias"] or entries
        if len({entry.code for entry in own}) > 1:
            self.is_ambiguous = True
        for code in own[0].code.split("+"):
            yield self._own.get(code) or Sector(code)

    def in_compound(self, i: int) -> Iterator[Sector]:
        """The sector that the first part of a compound names: Energiebereich, Handels-."""
        word = self._text.words[i]
        for prefix, code in self._prefixes:
            if word.key.startswith(prefix):
                tail = self._text.grammar.stem(word.key.removeprefix(prefix))
                is_suspended = not tail and self._text.gap(i + 1).startswith("-")
                if is_suspended or tail in self._tails:
                    yield Sector(code)
                    return


@cache
def _compound_prefixes(tables: Lexicon) -> list[tuple[str, str]]:
    """The first parts of compounds that name a sector, longest first."""
    found = [
        (fold(row["compound"].removesuffix("-")), key.removeprefix("sector."))
        for key, row in tables.rows("vocabulary").items()
        if "compound" in row and key.startswith("sector.")
    ]
    return sorted(found, key=lambda one: -len(one[0]))
