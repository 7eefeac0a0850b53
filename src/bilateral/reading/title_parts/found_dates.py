"""The dates that were found in a title, and what is taken from it beside them: "signed", Bonn."""

from __future__ import annotations

import re
from typing import Final

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import date_from_text
from bilateral.reading.title_parts.places_of_signature import begin_of_place, end_of_place
from bilateral.reading.words import REDACTED, Text, Word

__all__ = [
    "APART",
    "YEAR",
    "TitleDates",
    "from_place",
    "from_signature",
    "is_apart",
    "is_of_year",
    "is_plain_year",
    "to_place",
]

#: A year, or a decade such as 2020er.
YEAR: Final = re.compile(r"(?:1[0-9]|2[01])[0-9]{2}[^\W\d_]{0,2}")
#: What separates a date from other words.
APART: Final = "();:" + REDACTED
# How far before a date it may be said that this is the day of signature, and where.
_BEFORE_DATE: Final = 6
# The rest of a remark in brackets, or one that has no words.
_REMARK_END: Final = re.compile(r"\.?(?:, \?)?\)| \(\?\)")


@attrs.define
class TitleDates:
    """The dates that were found, and the text that is left."""

    text: Text
    period: Period | None = None
    duration: Duration | None = None
    is_indefinite: bool = False
    date: PartialDate | None = None
    rest: list[str] = attrs.Factory(list[str])
    is_ambiguous: bool = False
    is_of_no_century: bool = False

    def span(self, start: int, end: int) -> str:
        """Some words as they stand, with the end of the remark that opens among them."""
        first, last = self._place(start, end)
        return self.text.text[first:last]

    def read(self, start: int, end: int) -> PartialDate:
        """The date that some words say."""
        return date_from_text(self.span(start, end), self.text.grammar.lang)

    def keep(self, start: int, end: int) -> None:
        """Keep some words as rest."""
        self.rest.append(self.span(start, end))

    def take(self, start: int, end: int) -> None:
        """Redact some words."""
        self.text = self.text.without(*self._place(start, end))

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of some words, with the end of the brackets that open among them."""
        text = self.text
        first, last = text.starts[start], text.ends[end - 1]
        rest = _REMARK_END.match(text.text, last)
        inner = text.text[first:last]
        is_open = inner.count("(") > inner.count(")")
        if rest and is_open != rest.group().startswith(" "):
            last = rest.end()
        return first, last


def from_signature(found: TitleDates, start: int) -> int:
    """The first of the words for the signature that lead to a date; they are kept as rest."""
    text = found.text
    for i in range(start - 1, max(-1, start - _BEFORE_DATE), -1):
        if is_apart(text, i + 1):
            break
        if text.role(i, "dated"):
            if i + 1 < start:
                found.keep(i, start)
            return i
    return from_place(found, start)


def from_place(found: TitleDates, start: int) -> int:
    """The first word of the place that stands before a date: Bonn, 5 May 1999; it is kept."""
    is_of = found.text.gap(start) == " " and found.text.role(start, "date_after_kind")
    # Universität, Bischkek vom 4.10.2012: that is where the university is.
    begin = start if is_of else begin_of_place(found.text, start)
    if begin < start:
        found.keep(begin, start)
    return begin


def to_place(found: TitleDates, end: int) -> int:
    """The end of the place with which a title ends behind a date: 5 мая 1999 г., Москва."""
    stop = end_of_place(found.text, end)
    if stop > end:
        found.keep(end, stop)
    return stop


def is_apart(text: Text, i: int, marks: str = APART) -> bool:
    """Whether a mark that separates dates stands before a word."""
    return not set(marks).isdisjoint(text.gap(i))


def is_of_year(word: Word) -> bool:
    """Whether a word is a year, a decade or a range of years: 2010-2013."""
    return any(map(YEAR.fullmatch, word.key.split("-")))


def is_plain_year(word: Word) -> bool:
    """Whether a word is a year, and no decade: 1990s."""
    return word.key.isdigit() and bool(YEAR.fullmatch(word.key))
