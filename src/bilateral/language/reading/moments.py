"""The dates, periods and lengths of time in a title, found and taken out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import PartialDate
from bilateral.errors import AmbiguousText, ValidationError
from bilateral.language.reading.date_words import date_words
from bilateral.language.reading.dates import date_from_text, duration_from_text, period_from_text
from bilateral.language.reading.words import Text
from bilateral.periods import Period

__all__ = ["Moments", "take_moments"]

# How many words a length of time may have before its unit.
_BEFORE_UNIT = 6
# How far before a date it may be said that this is the day of signature, and where.
_BEFORE_DATE = 6
_YEAR_DIGITS = 4
_LONGEST_DATE = 6


@attrs.define
class Moments:
    """What was found, and the text that is left."""

    text: Text
    period: Period | None = None
    duration: Duration | None = None
    is_indefinite: bool = False
    date: PartialDate | None = None
    rest: list[str] = attrs.Factory(list[str])
    is_ambiguous: bool = False


def take_moments(text: Text, is_kind: Callable[[int], bool]) -> Moments:
    """The period or length of time that a title covers, and its date.

    A whole day is the document's date, all else what it covers. ``is_kind`` says whether a word
    names a kind of document: what follows it is its date ("Abkommen vom 5. Mai 2020 bis ...").
    """
    found = Moments(text)
    _take_date(found, is_kind)
    while not found.period or not found.date:
        moment = _first_moment(found)
        if moment is None:
            break
        start, end, period = moment
        day = period.start if period.start == period.end else None
        if day is not None and day.precision == "day" and found.date is None:
            found.date = day
            start = _from_signature(found, start)
        elif found.period is None:
            found.period = period
        else:
            break
        found.text = _taken(found.text, start, end)
    _take_duration(found)
    return found


def _take_date(found: Moments, is_kind: Callable[[int], bool]) -> None:
    """The date right after the kind, or after a word that only a date of a document has."""
    text = found.text
    for start in range(1, len(text.words)):
        after_kind = text.role(start, "date_after_kind") and is_kind(start - 1)
        if not after_kind and not text.role(start, "date_of"):
            continue
        for end in range(min(len(text.words), start + _LONGEST_DATE), start + 1, -1):
            with suppress(ValidationError, AmbiguousText):
                date = date_from_text(_span(text, start, end), text.grammar.lang)
                if date.precision == "day":
                    found.date = date
                    found.text = _taken(text, start, end)
                    return


def _taken(text: Text, start: int, end: int) -> Text:
    return text.without(text.words[start].start, text.words[end - 1].end)


def _first_moment(found: Moments) -> tuple[int, int, Period] | None:
    """The first readable stretch of words that belong to dates: where it is, what it says."""
    text = found.text
    months = date_words(text.grammar.lang).months
    words = frozenset(text.grammar.words("moment"))
    fits = [
        word.key in words or word.key in months or text.is_number(i)
        for i, word in enumerate(text.words)
    ]
    start = 0
    while start < len(fits):
        end = start
        while end < len(fits) and fits[end] and (end == start or not _is_apart(text, end)):
            end += 1
        if _has_year(text, start, end) and (moment := _longest(found, start, end)):
            return moment
        start = max(end, start + 1)
    return None


def _has_year(text: Text, start: int, end: int) -> bool:
    """Whether there are four digits, alone or in a range, among some words."""
    numbers = (part for word in text.words[start:end] for part in word.key.split("-"))
    return any(number.isdigit() and len(number) == _YEAR_DIGITS for number in numbers)


def _is_apart(text: Text, i: int) -> bool:
    return any(mark in text.gap(i) for mark in "();:\x00")


def _longest(found: Moments, start: int, end: int) -> tuple[int, int, Period] | None:
    text = found.text
    for length in range(end - start, 0, -1):
        for first in range(start, end - length + 1):
            last = first + length
            if not _has_year(text, first, last):
                continue
            if length == 1 and text.words[first].key.isdigit():
                # A number alone is part of a name: Agenda 2030.
                continue
            with suppress(ValidationError):
                try:
                    period = period_from_text(_span(text, first, last), text.grammar.lang)
                except AmbiguousText:
                    found.is_ambiguous = True
                else:
                    return first, last, period
    return None


def _span(text: Text, start: int, end: int) -> str:
    return text.text[text.words[start].start : text.words[end - 1].end]


def _from_signature(found: Moments, start: int) -> int:
    """Where the words for the signature begin that lead to a date; they are kept as rest."""
    text = found.text
    for i in range(start - 1, max(-1, start - _BEFORE_DATE), -1):
        if _is_apart(text, i + 1):
            break
        if text.role(i, "dated"):
            if i + 1 < start:
                found.rest.append(_span(text, i, start))
            return i
    return start


def _take_duration(found: Moments) -> None:
    text = found.text
    units = text.grammar.words("duration_unit")
    for i, word in enumerate(text.words):
        if n := text.role(i, "indefinite"):
            found.is_indefinite = True
            found.text = _taken(text, i, i + n)
            return
        if word.key not in units:
            continue
        for start in range(max(0, i - _BEFORE_UNIT), i):
            if _has_year(text, start, i):
                continue
            with suppress(AmbiguousText, ValidationError):
                found.duration = duration_from_text(_span(text, start, i + 1), text.grammar.lang)
                found.text = _taken(text, start, i + 1)
                return
