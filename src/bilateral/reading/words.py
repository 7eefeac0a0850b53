"""A text as words, each with its stem, and the small words that give it its structure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate
from typing import Final, NamedTuple

from bilateral.language.folding import Grammar, fold, grammar
from bilateral.reading.index import Entry, Index

__all__ = ["DASHES", "REDACTED", "Text", "Word", "are_in_order", "is_general", "within"]

# Replaces what has been read, by a run of the same length: places in the text stay as they are.
REDACTED: Final = "\x00"
#: What joins two names, or stands between two parts of a text.
DASHES: Final = frozenset("-–—")
# The number of words up to which a name is sought.
_LONGEST: Final = 14
# How many letters the last part of an abbreviation has, at most: i. Br., e. V.
_LAST_PART: Final = 2
_SMALL_WORDS: Final = ("about", "and", "between", "of", "with")
# A dash joins years and halves of a word, but two names stand on its two sides.
# R&D is one word, and & between two is one itself: "and".
_WORD: Final = re.compile(
    r"((?<=\s)&(?=\s)|\w+(?:['’ʼʻ‘&\u2010\u2011-]\w+|\u2013(?:[\da-zа-яёäöüß]\w*|[IVX]+\b))*)"
)
_CLOSED_BY: Final = {"«": "»", "„": "“", "“": "”", "‚": "‘", "‘": "’", '"': '"', "'": "'"}
_QUOTES: Final = frozenset("".join(map("".join, _CLOSED_BY.items())))
_BEFORE_WORDS: Final = frozenset({*_CLOSED_BY, "(", "["})
# What may be an apostrophe, too, or has no side, is a quote where it begins or ends a word.
_BY_PLACE: Final = {
    (opening, closing): (
        re.compile(rf"(?<!\w){opening}(?=[\w{opening}])"),
        re.compile(rf"(?<=[\w.!?{closing}]){closing}(?!\w)"),
    )
    for opening, closing in (('"', '"'), ("'", "'"), ("‘", "’"))
}
_PAIRS: Final = ("«»", "„“", "“”", "()", "[]")
_OPENING: Final = frozenset(opening for opening, _ in (*_PAIRS, *_BY_PLACE))
_CLOSING: Final = frozenset(closing for _, closing in (*_PAIRS, *_BY_PLACE))
_ROMAN: Final = frozenset("IVXLC–-")
# Latin letters beside Cyrillic ones, which they look like: Cамарканд.
_MIXED: Final = re.compile("[а-я][a-z]|[a-z][а-я]")
_CYRILLIC: Final = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_NOWHERE: Final[Mapping[int, int]] = {}


class Word(NamedTuple):
    """What a word is wherever it stands; texts have few different ones."""

    text: str
    key: str
    stem: str
    is_capitalised: bool
    is_article: bool
    is_number: bool
    has_figures: bool
    #: Whether a phrase with a role may begin with it.
    has_role: bool
    #: Whether it is one capital letter, which with a point behind it is an initial.
    is_letter: bool


class _Placed(NamedTuple):
    """Words, and where in a text each of them begins and ends."""

    words: list[Word]
    starts: list[int]
    ends: list[int]


class Text:
    """A tidied text, its words, and what of the grammar of its language is in it.

    ``starts`` and ``ends`` are the places of the words, ``gaps`` what is between them: before
    each, and at the end of the text.
    """

    def __init__(self, text: str, lang: str, placed: _Placed | None = None) -> None:
        self.text = text
        self.grammar: Grammar = grammar(lang)
        if placed is None:
            parts = _WORD.split(text)
            placed, gaps = _placed(parts, self.grammar), parts[::2]
        else:
            between = zip([0, *placed.ends], [*placed.starts, len(text)], strict=True)
            gaps = [text[end:start] for end, start in between]
        self.words: list[Word] = placed.words
        self.starts: list[int] = placed.starts
        self.ends: list[int] = placed.ends
        self.gaps: list[str] = gaps

    def without(self, start: int, end: int) -> Text:
        """The text with the characters from ``start`` to ``end`` redacted."""
        text = self.text[:start] + REDACTED * (end - start) + self.text[end:]
        i, j = bisect_right(self.ends, start), bisect_left(self.starts, end)
        words = self.words[:i] + self.words[j:]
        placed = _Placed(words, self.starts[:i] + self.starts[j:], self.ends[:i] + self.ends[j:])
        return Text(text, self.grammar.lang, placed)

    def before(self, i: int) -> Text:
        """The text before a word."""
        placed = _Placed(self.words[:i], self.starts[:i], self.ends[:i])
        return Text(self.text[: self.starts[i]], self.grammar.lang, placed)

    def since(self, i: int) -> Text:
        """The text from a word on."""
        shift = self.starts[i]
        starts, ends = ([place - shift for place in one[i:]] for one in (self.starts, self.ends))
        placed = _Placed(self.words[i:], starts, ends)
        return Text(self.text[shift:], self.grammar.lang, placed)

    def gap(self, i: int) -> str:
        """The characters before the word ``i`` (or at the end), between it and its neighbour."""
        return self.gaps[i]

    @cached_property
    def marks(self) -> list[int]:
        """The words before which, or the end at which, there is more than a space, or nothing."""
        return [i for i, gap in enumerate(self.gaps) if gap != " "]

    @cached_property
    def dashes(self) -> list[int]:
        """The words, or the end, before which a dash stands."""
        return [i for i in self.marks if self.gaps[i].strip() in DASHES]

    @cached_property
    def redacted(self) -> list[int]:
        """The words, or the end, before which something has been redacted."""
        return [i for i in self.marks if REDACTED in self.gaps[i]]

    @cached_property
    def figures(self) -> list[int]:
        """The words with figures."""
        return [i for i, word in enumerate(self.words) if word.has_figures]

    @cached_property
    def stems(self) -> list[str]:
        """The stems of the words."""
        return [word.stem for word in self.words]

    def with_stem(self, stems: Container[str]) -> list[int]:
        """The words with one of some stems."""
        return [i for i, stem in enumerate(self.stems) if stem in stems]

    @cached_property
    def brackets(self) -> list[int]:
        """In how many brackets each word stands, and the end of the text.

        In none if some are not closed.
        """
        if "(" not in self.text and ")" not in self.text:
            return [0] * len(self.gaps)
        depth, found = 0, list[int]()
        for gap in self.gaps:
            depth += gap.count("(") - gap.count(")")
            found.append(depth)
        return found if depth == 0 <= min(found) else [0] * len(found)

    @cached_property
    def quotes(self) -> list[int]:
        """In how many quotes each word stands but for those that open before it, and the end.

        In none if some are not closed.
        """
        if _QUOTES.isdisjoint(self.text):
            return [0] * len(self.gaps)
        marks = [
            [(mark, _opens(gap, k, i)) for k, mark in enumerate(gap) if mark in _QUOTES]
            for i, gap in enumerate(self.gaps)
        ]
        # One may close all that are open: JSC "NC "Railways".
        found = _in_quotes(marks, closes_all=False) or _in_quotes(marks, closes_all=True)
        return found or [0] * len(marks)

    def is_split(self, i: int) -> bool:
        """Whether the word ``i`` goes on an abbreviation that begins before it: U.S.|S.R."""
        return self.gaps[i] == "." and 0 < i < len(self.words) and len(self.words[i].text) == 1

    def span(self, start: int, end: int) -> str:
        """The text of some words, with a quote or bracket that belongs to them."""
        if start >= end:
            return ""
        first, last = self.starts[start], self.ends[end - 1]
        behind = self.text[last : last + 1]
        if behind == "+" or (behind == "." and self._has_point(start, end)):
            # Erasmus+; Co.
            last += 1
        while (wider := self._with_mark(first, last)) != (first, last):
            first, last = wider
        inner = self.text[first:last]
        if REDACTED in inner:
            inner = " ".join(inner.replace(REDACTED, " ").split())
        # Typewriter quotes have no side: an odd number lacks one.
        if inner.count('"') % 2:
            if self.text[max(0, first - 1) : first] == '"':
                return f'"{inner}'
            return inner if inner.endswith('"') else f'{inner}"'
        return inner

    def _with_mark(self, first: int, last: int) -> tuple[int, int]:
        """A stretch of the text with the next mark at it that a mark within it is a pair with."""
        before, after = self.text[max(0, first - 1) : first], self.text[last : last + 1]
        if before not in _OPENING and after not in _CLOSING:
            return first, last
        inner = self.text[first:last]
        for opening, closing in _PAIRS:
            if before == opening and inner.count(closing) > inner.count(opening):
                return first - 1, last
            if after == closing and inner.count(opening) > inner.count(closing):
                return first, last + 1
        for (opening, closing), (opens, closes) in _BY_PLACE.items():
            if opening != before and closing != after:
                continue
            excess = len(opens.findall(inner)) - len(closes.findall(inner))
            if after == closing and excess > 0:
                return first, last + 1
            if opening != closing and before == opening and excess < 0:
                return first - 1, last
        return first, last

    def _has_point(self, start: int, end: int) -> bool:
        """Whether the point behind words is that of an abbreviation, and ends no sentence.

        It is one within a bracket, before a small letter, at the end of several (i. Br.), and at
        that of a quote: “Trading Co., Ltd.”
        """
        ends_quote = end - start > 1 and self.quotes[end] < self.quotes[end - 1]
        behind = self.text[self.ends[end - 1] + 1 :].lstrip()
        is_short = len(self.words[end - 1].text) <= _LAST_PART
        goes_on = is_short and end - start > 1 and self.gap(end - 1)[:1] == "."
        return goes_on or ends_quote or behind[:1] == ")" or behind[:1].islower()

    def role(self, i: int, role: str, end: int | None = None) -> int:
        """The number of words from ``i`` on that are a phrase with this role; 0 if none."""
        n = self._roles.get(role, _NOWHERE).get(i, 0)
        return n if end is None or i + n <= end else 0

    def places(self, role: str) -> Mapping[int, int]:
        """The words where phrases with a role begin, and how many words each has."""
        return self._roles.get(role, _NOWHERE)

    @cached_property
    def _roles(self) -> dict[str, dict[int, int]]:
        """Where the phrases with each role begin, and how many words each has."""
        found: defaultdict[str, dict[int, int]] = defaultdict(dict)
        keys = (*[word.key for word in self.words], "")
        with_colon = self.grammar.words("with_colon")
        firms = () if self.text.isupper() else self.grammar.words("form_of_firms")
        for i, word in enumerate(self.words):
            if not word.has_role:
                continue
            mark = self.gaps[i + 1][:1]
            # В. is an initial, not the preposition; Munich Re and Eesti Energia AS are firms.
            is_firm = word.key in with_colon and mark != ":" and self._is_of_firm(i)
            if (word.is_letter and mark == ".") or is_firm:
                continue
            if word.key in firms and word.text.isupper():
                continue
            for words, roles in self.grammar.beginning_with(word.key, keys[i + 1]):
                count = len(words)
                if keys[i : i + count] == words:
                    for role in roles:
                        found[role].setdefault(i, count)
        return found

    def _is_of_firm(self, i: int) -> bool:
        """Whether a word for a subject ends the name of a firm: Munich Re *and*, Swiss Re."""
        if i + 1 == len(self.words) or self.gaps[i + 1].strip():
            return True
        small = self.words[i + 1]
        return not self.words[i].text.islower() and (small.has_role and small.text.islower())

    def is_article(self, i: int) -> bool:
        """Whether the word is an article."""
        return self.words[i].is_article

    def is_small(self, i: int) -> bool:
        """Whether the word is an article, a preposition or a conjunction."""
        return self.words[i].is_article or i in self._small

    @cached_property
    def _small(self) -> frozenset[int]:
        return frozenset[int]().union(*map(self.places, _SMALL_WORDS))

    def is_number(self, i: int) -> bool:
        """Whether the word is a number or two: 15, 15-го, XV, I–IV, fifteenth."""
        return self.words[i].is_number

    def after_article(self, i: int, end: int) -> int:
        """The first word from ``i`` on that is no article."""
        while i < end and self.words[i].is_article:
            i += 1
        return i

    def spot(
        self, names: Index, i: int, end: int, apart: str = REDACTED
    ) -> Sequence[tuple[int, list[Entry]]]:
        """The names that begin with the word ``i``, longest first: where they end, what they are.

        None goes on beyond a mark in ``apart``.
        """
        words, beginnings = self.words, names.beginnings
        if i >= end or words[i].stem not in beginnings or words[i].is_article:
            return ()
        found: list[tuple[int, list[Entry]]] = []
        key, stems = "", names.stems
        for here, word in enumerate(words[i : i + 2 * _LONGEST], i):
            if here == end:
                break
            if here > i:
                gap = self.gaps[here]
                if gap != " " and not set(apart).isdisjoint(gap):
                    break
                if word.is_article or word.is_number:
                    continue
            key = f"{key} {word.stem}" if key else word.stem
            if key not in beginnings:
                break
            if key in stems:
                found.append((here + 1, stems[key]))
        return found[::-1]


def within(places: list[int], start: int, end: int) -> list[int]:
    """Those of some places in their order that are in a stretch of words."""
    return places and places[bisect_left(places, start) : bisect_left(places, end)]


def are_in_order(letters: str, others: Iterable[str]) -> bool:
    """Whether some letters are among others in their order, whatever stands between them.

    >>> are_in_order("NIS", "national institute of standards".upper())
    True
    """
    left = iter(others)
    return all(letter in left for letter in letters)


def is_general(text: Text, i: int) -> bool:
    """Whether a word says no more of a subject than that two sides work together."""
    return text.is_small(i) or text.words[i].stem in text.grammar.stems_of("general")


def _in_quotes(marks: list[list[tuple[str, bool]]], *, closes_all: bool) -> list[int]:
    """In how many quotes each word stands but for those that open before it; none if one is open.

    Of each word there are the marks before it, and whether they open a quote.
    """
    closing: list[str] = []
    found: list[int] = []
    for inner in marks:
        least = len(closing)
        for mark, opens in inner:
            if opens:
                closing.append(_CLOSED_BY[mark])
                continue
            while mark in closing[-1:]:
                closing.pop()
                least = min(least, len(closing))
                if not closes_all:
                    break
        found.append(least)
    return [] if closing else found


def _opens(gap: str, k: int, i: int) -> bool:
    """Whether a mark in what is before the word ``i`` is a quote that opens.

    Those that close some languages' quotes open others'; the ones of a typewriter have no side.
    """
    mark = gap[k]
    is_before_word = (k > 0 or i == 0) and _BEFORE_WORDS.issuperset(gap[k:])
    return mark in _CLOSED_BY and (mark in "«„‚" or is_before_word)


def _placed(parts: list[str], words: Grammar) -> _Placed:
    """The words of a text, all parts of which are given: what is between words, a word ..."""
    places = [*accumulate(map(len, parts))]
    return _Placed(list(map(_reader(words), parts[1::2])), places[:-1:2], places[1::2])


@cache
def _reader(words: Grammar) -> Callable[[str], Word]:
    """What tells the words of a language, and remembers them."""
    return lru_cache(maxsize=20_000)(partial(_word, words))


def _word(words: Grammar, text: str) -> Word:
    key = fold(text)
    if not key.isascii() and _MIXED.search(key):
        key = key.translate(_CYRILLIC)
    is_roman = not set(text) - _ROMAN
    return Word(
        text,
        key,
        words.stem(key),
        is_capitalised=not text[0].islower(),
        is_article=key in words.articles,
        is_number=is_roman or key[:1].isdigit() or key in words.words("ordinal"),
        has_figures=any(letter.isdigit() for letter in key),
        has_role=words.has_role(key),
        is_letter=len(text) == 1 and text.isupper(),
    )
