"""A text as words, each with its stem, and the small words that give it its structure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from bilateral.language.folding import Grammar, Roles, fold, grammar
from bilateral.reading.index import Entry, Index

__all__ = ["REDACTED", "Text", "Word", "is_general"]

# Replaces what has been read, by a run of the same length: places in the text stay as they are.
REDACTED: Final = "\x00"
# The number of words up to which a name is sought.
_LONGEST: Final = 14
# How many letters the last part of an abbreviation has, at most: i. Br., e. V.
_LAST_PART: Final = 2
_SMALL_WORDS: Final = ("about", "and", "between", "of", "with")
# A dash joins years and halves of a word, but two names stand on its two sides.
# R&D is one word, and & between two is one itself: "and".
_WORD: Final = re.compile(
    r"(?<=\s)&(?=\s)|\w+(?:['’ʼʻ‘&\u2010\u2011-]\w+|\u2013(?:[\da-zа-яёäöüß]\w*|[IVX]+\b))*"
)
_CLOSED_BY: Final = {"«": "»", "„": "“", "“": "”", '"': '"'}
_QUOTES: Final = frozenset("".join(map("".join, _CLOSED_BY.items())))
_ROMAN: Final = frozenset("IVXLC–-")
_NO_PLACES: Final[Mapping[int, int]] = {}


class _Form(NamedTuple):
    """What a word is wherever it stands; titles have few different ones."""

    key: str
    stem: str
    roles: Roles
    is_article: bool
    is_number: bool
    has_figures: bool


class Word(NamedTuple):
    """A word and its place in the text."""

    text: str
    key: str
    stem: str
    start: int
    end: int
    form: _Form

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins as a name does."""
        return not self.text[0].islower()


class Text:
    """A tidied text, its words, and what of the grammar of its language is in it."""

    def __init__(self, text: str, lang: str, words: list[Word] | None = None) -> None:
        self.text = text
        self.grammar: Grammar = grammar(lang)
        self.words: list[Word] = _words(text, self.grammar) if words is None else words

    def without(self, start: int, end: int) -> Text:
        """The text with the characters from ``start`` to ``end`` redacted."""
        text = self.text[:start] + REDACTED * (end - start) + self.text[end:]
        words = [word for word in self.words if word.end <= start or end <= word.start]
        return Text(text, self.grammar.lang, words)

    def before(self, i: int) -> Text:
        """The text before a word."""
        return Text(self.text[: self.words[i].start], self.grammar.lang, self.words[:i])

    def since(self, i: int) -> Text:
        """The text from a word on."""
        shift = self.words[i].start
        words = [
            word._replace(start=word.start - shift, end=word.end - shift) for word in self.words[i:]
        ]
        return Text(self.text[shift:], self.grammar.lang, words)

    def gap(self, i: int) -> str:
        """The characters before the word ``i`` (or at the end), between it and its neighbour."""
        return self._gaps[i]

    @cached_property
    def _gaps(self) -> list[str]:
        ends = [0, *(word.end for word in self.words)]
        starts = [*(word.start for word in self.words), len(self.text)]
        return [self.text[end:start] for end, start in zip(ends, starts, strict=True)]

    @cached_property
    def brackets(self) -> list[int]:
        """In how many brackets each word stands, and the end of the text.

        In none if some are not closed.
        """
        depth, found = 0, list[int]()
        for gap in self._gaps:
            depth += gap.count("(") - gap.count(")")
            found.append(depth)
        return found if depth == 0 <= min(found) else [0] * len(found)

    @cached_property
    def quotes(self) -> list[int]:
        """In how many quotes each word stands but for those that open before it, and the end.

        In none if some are not closed.
        """
        closing: list[str] = []
        found: list[int] = []
        for gap in self._gaps:
            least = len(closing)
            for mark in gap if not _QUOTES.isdisjoint(gap) else "":
                if closing and mark == closing[-1]:
                    closing.pop()
                    least = min(least, len(closing))
                elif mark in _CLOSED_BY:
                    closing.append(_CLOSED_BY[mark])
            found.append(least)
        return [0] * len(found) if closing else found

    def is_split(self, i: int) -> bool:
        """Whether the word ``i`` goes on an abbreviation that begins before it: U.S.|S.R."""
        return 0 < i < len(self.words) and self.gap(i) == "." and len(self.words[i].text) == 1

    def span(self, start: int, end: int) -> str:
        """The text of some words, with a quote or bracket that belongs to them."""
        if start >= end:
            return ""
        first, last = self.words[start].start, self.words[end - 1].end
        if self.text[last : last + 1] == "." and self._has_point(start, end):
            last += 1
        while (wider := self._with_mark(first, last)) != (first, last):
            first, last = wider
        inner = self.text[first:last]
        # Typewriter quotes have no side: an odd number lacks one.
        if inner.count('"') % 2:
            inner = f'"{inner}' if self.text[max(0, first - 1) : first] == '"' else f'{inner}"'
        return inner

    def _with_mark(self, first: int, last: int) -> tuple[int, int]:
        """A stretch of the text with the next mark at it that a mark within it is a pair with."""
        inner = self.text[first:last]
        before, after = self.text[max(0, first - 1) : first], self.text[last : last + 1]
        for opening, closing in ("«»", "„“", "“”", "()", "[]"):
            if before == opening and inner.count(closing) > inner.count(opening):
                return first - 1, last
            if after == closing and inner.count(opening) > inner.count(closing):
                return first, last + 1
        if after == '"' and inner.count('"') % 2:
            return first, last + 1
        return first, last

    def _has_point(self, start: int, end: int) -> bool:
        """Whether the point behind words is that of an abbreviation, and ends no sentence.

        It is one within a bracket, before a small letter, at the end of several (i. Br.), and at
        that of a quote: “Trading Co., Ltd.”
        """
        ends_quote = end - start > 1 and self.quotes[end] < self.quotes[end - 1]
        behind = self.text[self.words[end - 1].end + 1 :].lstrip()
        is_short = len(self.words[end - 1].text) <= _LAST_PART
        goes_on = is_short and end - start > 1 and self.gap(end - 1)[:1] == "."
        return goes_on or ends_quote or behind[:1] == ")" or behind[:1].islower()

    def role(self, i: int, role: str, end: int | None = None) -> int:
        """The number of words from ``i`` on that are a phrase with this role; 0 if none."""
        places = self._places.get(role)
        n = places.get(i, 0) if places else 0
        return n if end is None or i + n <= end else 0

    def places(self, role: str) -> Mapping[int, int]:
        """The words where phrases with a role begin, and how many words each has."""
        return self._places.get(role, _NO_PLACES)

    @cached_property
    def _places(self) -> dict[str, dict[int, int]]:
        found: dict[str, dict[int, int]] = {}
        with_colon = self.grammar.words("with_colon")
        for i, word in enumerate(self.words):
            if word.key in with_colon and self.gap(i + 1)[:1] != ":":
                # Munich Re is no preposition.
                continue
            if len(word.text) == 1 and word.text.isupper() and self.gap(i + 1)[:1] == ".":
                # В. is an initial, not the preposition.
                continue
            words, phrases = word.form.roles
            for role in words:
                found.setdefault(role, {})[i] = 1
            if phrases and i + 1 < len(self.words):
                for role, phrase in phrases.get(self.words[i + 1].key, ()):
                    if self._follows(i, phrase):
                        found.setdefault(role, {})[i] = len(phrase)
        return found

    def _follows(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand from a word on, the first of which is known."""
        words = self.words
        return i + len(phrase) <= len(words) and all(
            words[i + n].key == phrase[n] for n in range(1, len(phrase))
        )

    def is_article(self, i: int) -> bool:
        """Whether the word is an article."""
        return self.words[i].form.is_article

    def is_small(self, i: int) -> bool:
        """Whether the word is an article, a preposition or a conjunction."""
        return self.words[i].form.is_article or i in self._small

    @cached_property
    def _small(self) -> frozenset[int]:
        return frozenset(i for role in _SMALL_WORDS for i in self.places(role))

    def is_number(self, i: int) -> bool:
        """Whether the word is a number or two: 15, 15-го, XV, I–IV, fifteenth."""
        return self.words[i].form.is_number

    def after_article(self, i: int, end: int) -> int:
        """The first word from ``i`` on that is no article."""
        while i < end and self.words[i].form.is_article:
            i += 1
        return i

    def spot(
        self, names: Index, i: int, end: int, apart: str = REDACTED
    ) -> Sequence[tuple[int, list[Entry]]]:
        """The names that begin with the word ``i``, longest first: where they end, what they are.

        None goes on beyond a mark in ``apart``.
        """
        words, beginnings = self.words, names.beginnings
        if i >= end or words[i].stem not in beginnings or words[i].form.is_article:
            return ()
        found: list[tuple[int, list[Entry]]] = []
        key = ""
        for here in range(i, min(end, i + 2 * _LONGEST)):
            form = words[here].form
            if here > i:
                if not set(apart).isdisjoint(self._gaps[here]):
                    break
                if form.is_article or form.is_number:
                    continue
            key = f"{key} {form.stem}" if key else form.stem
            if key not in beginnings:
                break
            if entries := names.stems.get(key):
                found.append((here + 1, entries))
        found.reverse()
        return found


def is_general(text: Text, i: int) -> bool:
    """Whether a word says no more of a subject than that two sides work together."""
    return text.is_small(i) or text.words[i].stem in text.grammar.stems_of("general")


def _words(text: str, words: Grammar) -> list[Word]:
    return [
        Word(word, form.key, form.stem, match.start(), match.end(), form)
        for match in _WORD.finditer(text)
        for word in [match.group()]
        for form in [_form(word, words)]
    ]


@lru_cache(maxsize=20_000)
def _form(word: str, words: Grammar) -> _Form:
    key = fold(word)
    is_roman = not set(word) - _ROMAN
    is_number = is_roman or key[:1].isdigit() or key in words.words("ordinal")
    is_article = key in words.articles
    has_figures = any(letter.isdigit() for letter in key)
    return _Form(key, words.stem(key), words.roles(key), is_article, is_number, has_figures)
