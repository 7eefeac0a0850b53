"""A text as words, each with its stem, and the small words that give it its structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilateral.language.folding import Grammar, fold, grammar
from bilateral.reading.index import Entry, Index

__all__ = ["REDACTED", "Text", "Word"]

# Replaces what has been read, by a run of the same length: places in the text stay as they are.
REDACTED = "\x00"
# The number of words up to which a name is sought.
_LONGEST = 14
_SMALL_WORDS = ("about", "and", "between", "of", "with")
_WORD = re.compile(r"\w+(?:['’ʼʻ‘\u2010\u2011\u2013-]\w+)*")


class Word(NamedTuple):
    """A word and its place in the text."""

    text: str
    key: str
    stem: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins as a name does."""
        return not self.text[0].islower()


class Text:
    """A tidied text, its words, and what of the grammar of its language is in it."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.grammar: Grammar = grammar(lang)
        self.words: list[Word] = [
            Word(match.group(), key, self.grammar.stem(key), match.start(), match.end())
            for match in _WORD.finditer(text)
            for key in [fold(match.group())]
        ]

    def without(self, start: int, end: int) -> Text:
        """The text with the characters from ``start`` to ``end`` redacted."""
        run = REDACTED * (end - start)
        return Text(self.text[:start] + run + self.text[end:], self.grammar.lang)

    def gap(self, i: int) -> str:
        """The characters before the word ``i`` (or at the end), between it and its neighbour."""
        start = self.words[i - 1].end if i else 0
        end = self.words[i].start if i < len(self.words) else len(self.text)
        return self.text[start:end]

    def is_split(self, i: int) -> bool:
        """Whether the word ``i`` goes on an abbreviation that begins before it: U.S.|S.R."""
        return 0 < i < len(self.words) and self.gap(i) == "." and len(self.words[i].text) == 1

    def span(self, start: int, end: int) -> str:
        """The text of some words, with a quote or bracket that belongs to them."""
        if start >= end:
            return ""
        first, last = self.words[start].start, self.words[end - 1].end
        inner = self.text[first:last]
        before, after = self.text[max(0, first - 1) : first], self.text[last : last + 1]
        for opening, closing in ("«»", "„“", "“”", "()", "[]"):
            if before == opening and inner.count(closing) > inner.count(opening):
                inner = opening + inner
            if after == closing and inner.count(opening) > inner.count(closing):
                inner += closing
        # Typewriter quotes have no side: an odd number lacks one.
        if inner.count('"') % 2:
            inner = f'"{inner}' if before == '"' else f'{inner}"'
        return inner

    def role(self, i: int, role: str, end: int | None = None) -> int:
        """The number of words from ``i`` on that are a phrase with this role; 0 if none."""
        end = len(self.words) if end is None else end
        if i >= end:
            return 0
        for phrase in self.grammar.phrases(role).get(self.words[i].key, ()):
            if i + len(phrase) <= end and all(
                self.words[i + n].key == word for n, word in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def is_article(self, i: int) -> bool:
        """Whether the word is an article."""
        return self.words[i].key in self.grammar.articles

    def is_small(self, i: int) -> bool:
        """Whether the word is an article, a preposition or a conjunction."""
        return self.is_article(i) or any(self.role(i, role) for role in _SMALL_WORDS)

    def is_number(self, i: int) -> bool:
        """Whether the word is a number or two: 15, 15-го, XV, I–IV, fifteenth."""
        word = self.words[i]
        roman = not set(word.text) - set("IVXLC–-")
        return roman or word.key[0].isdigit() or word.key in self.grammar.words("ordinal")

    def after_article(self, i: int, end: int) -> int:
        """The first word from ``i`` on that is no article."""
        while i < end and self.is_article(i):
            i += 1
        return i

    def spot(
        self, names: Index, i: int, end: int, apart: str = REDACTED
    ) -> Iterator[tuple[int, list[Entry]]]:
        """The names that begin with the word ``i``, longest first: where they end, what they are.

        None goes on beyond a mark in ``apart``.
        """
        if i >= end or self.words[i].stem not in names.firsts or self.is_article(i):
            return
        ends: list[int] = []
        stems: list[str] = []
        for here in range(i, end):
            if here > i and not set(apart).isdisjoint(self.gap(here)):
                break
            if not self.is_article(here) and not (here > i and self.is_number(here)):
                stems.append(self.words[here].stem)
                ends.append(here + 1)
                if len(stems) == min(_LONGEST, names.longest):
                    break
        for count in range(len(stems), 0, -1):
            found = names.stems.get(" ".join(stems[:count]))
            if found:
                yield ends[count - 1], found
