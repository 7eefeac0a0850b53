"""Years that stand by themselves, and the date a list puts last: the 1987 Agreement; (May 1996)."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from bilateral.dates.periods import Period
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import AmbiguousText
from bilateral.problems import ValidationError
from bilateral.reading.kinds import NamedKind
from bilateral.reading.title_parts.doubtful_days import first_of_two
from bilateral.reading.title_parts.found_dates import (
    TitleDates,
    from_place,
    from_signature,
    is_apart,
    is_of_year,
    is_plain_year,
    to_place,
)
from bilateral.reading.title_parts.places_of_signature import (
    CLOSING,
    LONGEST_PLACE,
    begin_of_place,
    is_name_before,
    is_party_before,
    is_town_before,
    town_at_end,
)
from bilateral.reading.words import DASHES, REDACTED, Text, within

__all__ = ["take_years"]

# The words of a date behind a whole title: 5 мая 2000 года.
_LONGEST_LAST: Final = 4


def take_years(found: TitleDates, first: NamedKind | None, i: int, *, is_plan: bool) -> None:
    """The years by themselves: at the end, behind "signed" or before the kind."""
    _take_year_in_brackets(found, i, is_plan=is_plan)
    _take_last(found, i, is_plan=is_plan)
    _take_signed_year(found, is_plan=is_plan)
    _take_first_year(found, first, is_plan=is_plan)


def _take_year_in_brackets(found: TitleDates, i: int, *, is_plan: bool) -> None:
    """The year that stands in brackets right behind the kind: the Agreement (1953) between."""
    text = found.text
    is_there = 0 < i < len(text.words) and text.gap(i) == " (" and text.gap(i + 1)[:1] == ")"
    if is_plan or found.date or not is_there or not is_plain_year(text.words[i]):
        return
    found.date = Period(text.words[i].key).start
    found.text = text.without(text.starts[i] - 1, text.ends[i] + 1)


def _take_last(found: TitleDates, after_kind: int, *, is_plan: bool) -> None:
    """The year, month or day that a list puts behind a title: ", May 2000", "(1996)".

    It is that of the document, but what a plan covers.
    """
    text = found.text
    first = max(after_kind, len(text.words) - _LONGEST_LAST, 1)
    for start in range(first, _end_of_dates(text, first)):
        if _opens(text, start) and not _goes_on(text, start):
            with suppress(ValidationError, AmbiguousText):
                return _take_from(found, start, is_plan=is_plan)
            if not is_plan and _take_year_before_town(found, start):
                return None
    return None


def _take_signed_year(found: TitleDates, *, is_plan: bool) -> None:
    """The year of which it is said that something was signed in it: , signed Rabat 2008."""
    text = found.text
    for i, n in text.places("dated").items() if not (is_plan or found.date) else ():
        is_set_off = bool(text.gap(i).strip(CLOSING + " "))
        for year in within(text.figures, i + n, i + n + LONGEST_PLACE + 1):
            end = year - 1 if text.role(year - 1, "place_in") else year
            is_next = is_set_off or end == i + n
            is_year = is_next and is_plain_year(text.words[year])
            if is_year and _are_of_place(text, i + n, end):
                found.date = Period(text.words[year].key).start
                if i + n < end:
                    found.keep(i + n, end)
                found.take(i, year + 1)
                return


def _take_first_year(found: TitleDates, named: NamedKind | None, *, is_plan: bool) -> None:
    """The year alone with which a title begins: the 1987 Agreement, 2026 Work Plan."""
    text, i = found.text, named.start - 1 if named else -1
    if i < 0 or i != text.is_article(0) or text.gap(i + 1) != " ":
        return
    if not is_plain_year(text.words[i]):
        return
    year = Period(text.words[i].key)
    if is_plan and found.period is None:
        found.period = year
    elif not is_plan and found.date is None:
        found.date = year.start
    else:
        return
    found.take(i, i + 1)


def _take_year_before_town(found: TitleDates, start: int) -> bool:
    """Take the year before the town with which a title ends: ..., 2019, Sochi."""
    text, end = found.text, start + 1
    is_before = is_of_year(text.words[start]) and town_at_end(text, end) == end < len(text.words)
    if found.date is not None or not is_before:
        return False
    with suppress(ValidationError, AmbiguousText):
        found.date = found.read(start, end)
        found.keep(end, len(text.words))
        found.take(start, len(text.words))
    return found.date is not None


def _take_from(found: TitleDates, start: int, *, is_plan: bool) -> None:
    text = found.text
    count = len(text.words)
    date = found.read(start, count)
    if is_plan and (found.period is not None or date.precision != "year"):
        return
    if is_plan:
        found.period = Period(str(date))
    elif found.date is None:
        found.date = date
        if date.precision != "year":
            start = from_signature(found, first_of_two(found, start))
            count = to_place(found, count)
        elif (
            is_town_before(text, start)
            or is_name_before(text, start)
            or "(" in text.gap(begin_of_place(text, start))
        ):
            # In brackets a place is with its year: (Tallinn, 1996).
            start = from_place(found, start)
    else:
        found.keep(start, count)
    found.take(start, count)


def _are_of_place(text: Text, start: int, end: int) -> bool:
    """Whether some words may only say where something was signed."""
    first = start + text.role(start, "place_in", end)
    return not any(is_apart(text, i) for i in range(start, end + 1)) and all(
        word.is_capitalised and not word.has_figures for word in text.words[first:end]
    )


def _end_of_dates(text: Text, start: int) -> int:
    """The end of the words from one on without which there is no date: figures and months."""
    months = date_words(text.grammar.lang).months
    words = enumerate(text.words[start:], start + 1)
    return max((end for end, one in words if one.has_figures or one.key in months), default=start)


def _goes_on(text: Text, i: int) -> bool:
    """Whether a word goes on a date that begins before it: April 12, 2018; 12 April, 2018."""
    months = date_words(text.grammar.lang).months
    before = i - 1 - text.is_number(i - 1)
    return i > 1 and text.words[before].key in months


def _opens(text: Text, i: int) -> bool:
    """Whether a comma, a dash, a bracket or a town by itself stands before a word.

    There may be a remark before it that has been read: ..., terminated, 1998.
    """
    before, _, last = text.gap(i).rstrip().rpartition(REDACTED)
    mark = (last if before else last.lstrip(CLOSING)).strip()
    # 2010 – 2013 is a period.
    is_dash = mark in DASHES and i > 0 and not text.words[i - 1].has_figures
    is_set_off = (is_dash or mark in (",", "(")) and not before.strip(CLOSING + REDACTED + ", ")
    is_behind = is_town_before(text, i)
    is_behind = is_behind or (is_of_year(text.words[i]) and is_party_before(text, i))
    return is_set_off or text.gap(i).strip() == ")" or is_behind
