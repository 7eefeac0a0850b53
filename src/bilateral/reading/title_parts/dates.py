"""The dates, periods and lengths of time in a title, found and redacted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import date_from_text, duration_from_text, period_from_text
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import AmbiguousText
from bilateral.instruments import AgreementKind
from bilateral.problems import ValidationError
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import PLANS, KindFinder, NamedKind
from bilateral.reading.title_parts.days_of_no_century import day_of_no_century, day_of_no_year
from bilateral.reading.title_parts.other_days import begin_of_other, years_of_other
from bilateral.reading.title_parts.places_of_signature import (
    CLOSING,
    LONGEST_PLACE,
    begin_of_place,
    end_of_place,
    town_at_end,
    town_before,
)
from bilateral.reading.words import REDACTED, Text, Word, within

__all__ = ["TitleDates", "extract_dates"]

# How many words a length of time may have before its unit.
_BEFORE_UNIT = 6
# How far before a date it may be said that this is the day of signature, and where.
_BEFORE_DATE = 6
_FIGURE = re.compile("[0-9]")
# A year, or a decade such as 2020er.
_YEAR = re.compile(r"(?:1[0-9]|2[01])[0-9]{2}[^\W\d_]{0,2}")
_CENTURIES = ("19", "20")
_MASKED_DAY = re.compile("[0-3x]x|x[0-9]")
# The rest of a remark in brackets, or one that has no words.
_REMARK_END = re.compile(r"\.?(?:, \?)?\)| \(\?\)")
_LONGEST_DATE = 6
# The words of a date behind a whole title: 5 мая 2000 года.
_LONGEST_LAST = 4
# The words of a year with its article.
_ARTICLE_AND_YEAR = 2
_BOTH = 2
# The characters of 2024-05 in a date.
_YEAR_AND_MONTH = 7
# The words of a year: von 1983, 1983 года.
_LONGEST_YEAR = 2
# The words of a date or period, twenty in the longest that we write, and how many stretches of a
# title are tried: a few dozen in real ones.
_LONGEST_PERIOD = 20
_MOST_TRIES = 200
_DIGITS = 2
_DASHES = ("–", "—", "-")
# What separates a date from other words.
_APART = "();:" + REDACTED


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


def extract_dates(text: Text, kinds: KindFinder, *, is_other: bool = False) -> TitleDates:
    """The period or length of time that a title covers, and its date.

    A whole day is the document's date, all else what it covers. What follows a kind is its date
    ("Abkommen vom 5. Mai 2020 bis ..."); a year there is what a plan covers ("Work Plan 2026").
    Where the title ``is_other`` in another one, it is not the whole date of that, but rest ("the
    Agreement of 1983").
    """
    named = kinds.first
    after_kind = named.end if named else 0
    is_plan = named is not None and (
        not PLANS.isdisjoint(named.kinds) or _is_of_a_year(text, named.start)
    )
    is_of_notes = named is not None and AgreementKind.EXCHANGE_OF_NOTES in named.kinds
    found = TitleDates(text)
    _take_days_of_no_century(found)
    _take_other_years(found)
    _take_days_before_year(found)
    _take_date(found, kinds.is_word)
    _take_years(found, None if is_other else named, after_kind, is_plan=is_plan)
    text = found.text
    while not found.period or not found.date:
        first = _years_of_plan(found, after_kind) if is_plan else None
        first = first or _year_of_kind(found, after_kind)
        first = first or _first_period(found)
        if first is None:
            break
        start, end, period = first
        other = begin_of_other(text, start)
        if _are_days(period) and period.start == period.end:
            # Effective 1 May 2020: that is no day of signature.
            other = min(other, _from_validity(text, start))
        if other < start:
            found.rest.append(_span(text, other, end))
            found.text = text = _taken(found.text, other, end)
            continue
        if not is_plan and start == after_kind > 0 and _is_year(text, start, end):
            text = _take_year_of_kind(found, start, end, None if is_other else period.start)
            continue
        day = period.start if period.start == period.end else None
        if day is not None and day.precision == "day" and found.date is None:
            found.date = day
            start = _from_signature(found, _first_of_two(found, start))
            end = _to_place(found, _to_signature(found, end))
        elif (
            day is not None
            and not found.date
            and (
                _is_heading(text, start, end, named)
                or (not is_plan and _is_dated(text, start, end))
            )
        ):
            found.date = day
        elif found.period is None and not (day and not is_other and _is_of_other(found, start)):
            found.period = period
            begin = _from_validity(text, start)
            if begin == start and _are_near_days(period):
                # Of a meeting, it may be said where that was; of notes, each has its day.
                begin = _from_place(found, start)
            found.is_ambiguous |= is_of_notes and _are_days(period)
            start = begin
        else:
            break
        found.text = text = _taken(found.text, start, end)
    _take_left(found)
    return found


def _take_left(found: TitleDates) -> None:
    """The days without a year, the length, and whether any date is left that could not be read."""
    # A year that stays with words of dates could not be read, or is one too many.
    is_left = any(True for _ in _candidates(found.text)) or _ends_with_year(found.text)
    found.is_ambiguous = found.is_ambiguous or is_left
    found.is_of_no_century |= _has_days_left(found.text) or _is_signed_in_a_year(found)
    _take_day_of_no_year(found)
    _take_duration(found)


def _take_years(found: TitleDates, first: NamedKind | None, i: int, *, is_plan: bool) -> None:
    """The years by themselves: at the end, behind "signed" or before the kind."""
    _take_year_in_brackets(found, i, is_plan=is_plan)
    _take_last(found, i, is_plan=is_plan)
    _take_signed_year(found, is_plan=is_plan)
    _take_first_year(found, first, is_plan=is_plan)


def _are_days(period: Period) -> bool:
    """Whether a period has its first and its last day."""
    days = [day for day in (period.start, period.end) if day and day.precision == "day"]
    return len(days) == _BOTH


def _is_of_other(found: TitleDates, start: int) -> bool:
    """Whether a second day stands right behind a kind: über die mit dem Abkommen vom ... Fragen."""
    text = found.text
    is_behind = text.gap(start) == " " and text.role(start, "date_after_kind")
    return bool(found.date and is_behind) and KindFinder(text).is_word(start - 1)


def _are_near_days(period: Period) -> bool:
    """Whether a period is of some days of one month."""
    months = {str(day)[:_YEAR_AND_MONTH] for day in (period.start, period.end)}
    return _are_days(period) and len(months) == 1


def _ends_with_year(text: Text) -> bool:
    """Whether a year is the last word, and no part of a name: of seasonal workers 2021."""
    i = len(text.words) - 1
    is_year = i > 0 and text.gap(i) == " " and text.words[i].key[:2] in _CENTURIES
    return is_year and bool(_YEAR.fullmatch(text.words[i].key)) and text.words[i - 1].text.islower()


def _has_days_left(text: Text) -> bool:
    """Whether two days beside a month stay that are no date to us: notes of April 14/22, 1976."""
    months = date_words(text.grammar.lang).months
    return any(
        (gap == "/" and any(word.key in months for word in text.words[max(0, i - 2) : i + 2]))
        # One of them may have been read.
        or (gap[-1:] == "/" and REDACTED in gap)
        for i in text.figures
        for gap in [text.gap(i)]
    )


def _take_days_of_no_century(found: TitleDates) -> None:
    """The days of which nobody says the century (19.7.66): they are no subject, but rest."""
    while (place := day_of_no_century(found.text)) is not None:
        found.rest.append(_span(found.text, *place))
        found.text = _taken(found.text, *place)
        found.is_of_no_century = True


def _take_other_years(found: TitleDates) -> None:
    """The years of which it is said that they are no year of signature: , renewed 2012."""
    for start, end in years_of_other(found.text):
        found.rest.insert(0, _span(found.text, start, end))
        found.text = _taken(found.text, start, end)


def _is_signed_in_a_year(found: TitleDates) -> bool:
    """Whether a year that was not read stands behind what says that a document was signed."""
    text = found.text
    first = min(text.places("dated"), default=len(text.words))
    years = within(text.figures, first, len(text.words))
    return found.date is None and any(_YEAR.fullmatch(text.words[i].key) for i in years)


def _take_day_of_no_year(found: TitleDates) -> None:
    """The day of which nobody says the year, with which a title ends; it is kept as rest.

    If it is that of signature, it is the date, as far as it is told.
    """
    text = found.text
    place = day_of_no_year(text)
    if place is None:
        return
    first, start = place
    count = len(text.words)
    other = begin_of_other(text, first)
    if other == first and text.role(first - 1, "valid"):
        other = first - 1
    begin = _from_place(found, first) if other == first else other
    is_date = other == first and not (first < start and not text.role(first, "date_after_kind"))
    with suppress(ValidationError, AmbiguousText):
        if is_date and found.date is None:
            found.date = date_from_text(_span(text, start, count), text.grammar.lang)
            found.text = _taken(text, begin, count)
            return
    found.rest.append(text.span(other, count))
    found.text = _taken(text, begin, count)
    found.is_of_no_century = True


def _take_days_before_year(found: TitleDates) -> None:
    """The second of two days of one month that stands before them: May 2 and 5, 2007."""
    text, months = found.text, date_words(found.text.grammar.lang).months
    for i in text.places("and"):
        first, year = i - 2, i + 2
        if first < 0 or year >= len(text.words) or text.words[first].key not in months:
            continue
        if text.is_number(i - 1) and text.is_number(i + 1) and _is_of_year(text.words[year]):
            day = f"{_span(text, first, first + 1)} {_span(text, i + 1, year + 1)}"
            with suppress(ValidationError, AmbiguousText):
                found.date = date_from_text(day, text.grammar.lang)
                found.rest.append(_span(text, first, i))
                found.text = _taken(text, _from_place(found, first), year + 1)
                found.is_of_no_century = True
                return


def _is_of_a_year(text: Text, i: int) -> bool:
    """Whether a kind of document says that it is for a year: Jahresvereinbarung."""
    return text.words[i].key.startswith(text.grammar.words("kind.yearly"))


def _year_of_kind(found: TitleDates, i: int) -> tuple[int, int, Period] | None:
    """A year alone right after the kind, and none it goes on to: Work Plan 2026."""
    text = found.text
    key, *after = [word.key for word in text.words[i : i + 3] if i] or [""]
    is_year = _YEAR.fullmatch(key) and key.isdigit() and not _is_apart(text, i)
    is_first = any(map(_YEAR.fullmatch, after)) and "," not in text.gap(i + 1)
    return (i, i + 1, Period(key)) if is_year and not is_first and found.period is None else None


def _years_of_plan(found: TitleDates, i: int) -> tuple[int, int, Period] | None:
    """Two years with a slash between them right after the kind: Work Plan 2026/27."""
    text, last = found.text, i + 1
    if found.period is not None or not 0 < i < last < len(text.words) or text.gap(last) != "/":
        return None
    first, second = text.words[i].key, text.words[last].key
    is_next = first.isdigit() and str(int(first) + 1) in (second, first[:_DIGITS] + second)
    are_years = is_next and bool(_YEAR.fullmatch(first)) and not _is_apart(text, i)
    return (i, last + 1, Period(f"{first}/{int(first) + 1}")) if are_years else None


def _is_year(text: Text, start: int, end: int) -> bool:
    """Whether some words are a year, and do not say that it is covered: von 1983, 1983 года."""
    years = [word.key for word in text.words[start:end] if _YEAR.fullmatch(word.key)]
    is_bare = text.words[start].key in years or bool(text.role(start, "of"))
    return len(years) == 1 and end - start <= _LONGEST_YEAR and is_bare


def _is_dated(text: Text, start: int, end: int) -> bool:
    """Whether a title ends with the year or month that it is of: von 1959, vom Mai 1959.

    Where the genitive of the word for a year tells it, it may stand in the middle: 1959 года.
    """
    roles = ("of", "date_after_kind", "date_of")
    is_of = any(text.role(start, role) for role in roles)
    is_genitive = _is_year(text, start, end) and text.role(end - 1, "of_that_year", end)
    return bool(is_of and end == len(text.words)) or bool(is_genitive)


def _is_heading(text: Text, start: int, end: int, named: NamedKind | None) -> bool:
    """Whether a month stands before the whole title, with a mark behind it: May 2019: ..."""
    is_before = named is not None and start == 0 and end <= named.start
    return is_before and not set(":,)–—-").isdisjoint(text.gap(end))


def _take_date(found: TitleDates, is_kind: Callable[[int], bool]) -> None:
    """The date right after the kind, or after a word that only a date of a document has."""
    text = found.text
    for start, end in islice(_after_date_words(text, is_kind), _MOST_TRIES):
        with suppress(ValidationError, AmbiguousText):
            date = date_from_text(_span(text, start, end), text.grammar.lang)
            if date.precision == "day" and not (date.year is None and text.role(end, "and")):
                found.date = date
                stop = _to_place(found, end)
                begin = _from_place(found, _first_of_two(found, start))
                found.text = _taken(text, begin, stop)
                return


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
        place = town_before(text, start, first)
        if place is not None and not is_plan and found.date is None:
            with suppress(ValidationError, AmbiguousText):
                found.date = date_from_text(_span(text, start, len(text.words)), text.grammar.lang)
                found.rest.append(text.span(place, start))
                found.text = _taken(text, place, len(text.words))
                return None
    return None


def _take_year_in_brackets(found: TitleDates, i: int, *, is_plan: bool) -> None:
    """The year that stands in brackets right behind the kind: the Agreement (1953) between."""
    text = found.text
    is_there = 0 < i < len(text.words) and text.gap(i) == " (" and text.gap(i + 1)[:1] == ")"
    if is_plan or found.date or not is_there or not _is_plain_year(text.words[i]):
        return
    found.date = Period(text.words[i].key).start
    found.text = text.without(text.starts[i] - 1, text.ends[i] + 1)


def _take_signed_year(found: TitleDates, *, is_plan: bool) -> None:
    """The year of which it is said that something was signed in it: , signed Rabat 2008."""
    text = found.text
    for i, n in text.places("dated").items() if not (is_plan or found.date) else ():
        is_apart = bool(text.gap(i).strip(CLOSING + " "))
        for year in within(text.figures, i + n, i + n + LONGEST_PLACE + 1):
            end = year - 1 if text.role(year - 1, "place_in") else year
            is_next = is_apart or end == i + n
            is_year = is_next and _is_plain_year(text.words[year])
            if is_year and _are_of_place(text, i + n, end):
                found.date = Period(text.words[year].key).start
                if i + n < end:
                    found.rest.append(_span(text, i + n, end))
                found.text = _taken(text, i, year + 1)
                return


def _is_plain_year(word: Word) -> bool:
    """Whether a word is a year, and no decade: 1990s."""
    return word.key.isdigit() and bool(_YEAR.fullmatch(word.key))


def _are_of_place(text: Text, start: int, end: int) -> bool:
    """Whether some words may only say where something was signed."""
    first = start + text.role(start, "place_in", end)
    return not any(_is_apart(text, i) for i in range(start, end + 1)) and all(
        word.is_capitalised and not word.has_figures for word in text.words[first:end]
    )


def _take_year_before_town(found: TitleDates, start: int) -> bool:
    """Take the year before the town with which a title ends: ..., 2019, Sochi."""
    text, end = found.text, start + 1
    is_before = _is_of_year(text.words[start]) and town_at_end(text, end) == end < len(text.words)
    if found.date is not None or not is_before:
        return False
    with suppress(ValidationError, AmbiguousText):
        found.date = date_from_text(_span(text, start, end), text.grammar.lang)
        found.rest.append(_span(text, end, len(text.words)))
        found.text = _taken(text, start, len(text.words))
    return found.date is not None


def _take_year_of_kind(found: TitleDates, start: int, end: int, date: PartialDate | None) -> Text:
    """Take the year right behind a kind, as the date if it may be that: Agreement of 1987.

    An agreement 1987 may be for that year.
    """
    if date is None or found.date is not None or not found.text.role(start, "of"):
        found.rest.append(_span(found.text, start, end))
    else:
        found.date = date
    found.text = _taken(found.text, start, end)
    return found.text


def _take_first_year(found: TitleDates, named: NamedKind | None, *, is_plan: bool) -> None:
    """The year alone with which a title begins: the 1987 Agreement, 2026 Work Plan."""
    text, i = found.text, named.start - 1 if named else -1
    if i < 0 or i != text.is_article(0) or text.gap(i + 1) != " ":
        return
    year = text.words[i].key
    if not (year.isdigit() and _YEAR.fullmatch(year)):
        return
    if is_plan and found.period is None:
        found.period = Period(year)
    elif not is_plan and found.date is None:
        found.date = Period(year).start
    else:
        return
    found.text = _taken(text, i, i + 1)


def _end_of_dates(text: Text, start: int) -> int:
    """The end of the words from one on without which there is no date: figures and months."""
    months = date_words(text.grammar.lang).months
    words = enumerate(text.words[start:], start + 1)
    return max((end for end, one in words if one.has_figures or one.key in months), default=start)


def _take_from(found: TitleDates, start: int, *, is_plan: bool) -> None:
    text = found.text
    count = len(text.words)
    date = date_from_text(_span(text, start, count), text.grammar.lang)
    if is_plan and (found.period is not None or date.precision != "year"):
        return
    if is_plan:
        found.period = Period(str(date))
    elif found.date is None:
        found.date = date
        if date.precision != "year":
            start = _from_signature(found, _first_of_two(found, start))
            count = _to_place(found, count)
        elif town_before(text, start) is not None or "(" in text.gap(begin_of_place(text, start)):
            # In brackets a place is with its year: (Tallinn, 1996).
            start = _from_place(found, start)
    else:
        found.rest.append(_span(text, start, count))
    found.text = _taken(text, start, count)


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
    is_dash = mark in _DASHES and i > 0 and not text.words[i - 1].has_figures
    is_apart = (is_dash or mark in (",", "(")) and not before.strip(CLOSING + REDACTED + ", ")
    return is_apart or text.gap(i).strip() == ")" or town_before(text, i) is not None


def _after_date_words(text: Text, is_kind: Callable[[int], bool]) -> Iterator[Span]:
    """Spans that may be a date behind the words that lead to one, with its figures in them."""
    near = {start for i in text.figures for start in range(i - _LONGEST_DATE + 1, i)}
    if not near:
        return
    places = {i for i in text.places("date_after_kind") if i and is_kind(i - 1)}
    for start in sorted(near.intersection(places.union(text.places("date_of")) - {0})):
        if begin_of_other(text, start) < start:
            continue
        for end in range(min(len(text.words), start + _LONGEST_DATE), start + 1, -1):
            if _FIGURE.search(text.text, text.ends[start], text.ends[end - 1]):
                yield start, end


def _taken(text: Text, start: int, end: int) -> Text:
    return text.without(*_place(text, start, end))


def _first_period(found: TitleDates) -> tuple[int, int, Period] | None:
    """The first readable stretch of words that belong to dates: where it is, what it says."""
    text = found.text
    for start, end in islice(_candidates(text), _MOST_TRIES):
        if _is_attribute(text, start, end):
            found.is_ambiguous = True
            continue
        with suppress(ValidationError):
            try:
                return start, end, period_from_text(_span(text, start, end), text.grammar.lang)
            except AmbiguousText:
                found.is_ambiguous = True
    return None


def _is_attribute(text: Text, start: int, end: int) -> bool:
    """Whether a year may be that of what follows, and not of the document: the 1993 drought."""
    is_told = bool(text.grammar.words("head.last")) and end < len(text.words)
    return (
        is_told
        and end - start == _ARTICLE_AND_YEAR
        and text.is_article(start)
        and text.gap(end) == " "
        and not text.is_small(end)
    )


def _candidates(text: Text) -> Iterator[Span]:
    """Spans that may be a date or period, the longest of each stretch of words of dates first."""
    for start, end in _stretches(text):
        for length in range(min(end - start, _LONGEST_PERIOD), 0, -1):
            for first in range(start, end - length + 1):
                # A number alone is part of a name: Agenda 2030.
                is_number = length == 1 and text.words[first].key.isdigit()
                is_number = is_number and _from_sort(text, first) == first
                if not is_number and _has_year(text, first, first + length):
                    yield first, first + length


def _stretches(text: Text) -> Iterator[Span]:
    """The stretches of words of dates around years; brackets belong to remarks."""
    years = [i for i in text.figures if _is_of_year(text.words[i])]
    if not years:
        return
    months = date_words(text.grammar.lang).months
    moments = text.places("moment")
    remarks = _remarks(text)
    signs = text.places("number_sign")

    def fits(i: int) -> bool:
        word = text.words[i]
        is_number = word.is_number and "№" not in text.gap(i) and i - 1 not in signs
        return i in moments or word.key in months or i in remarks or is_number

    def goes_on(i: int) -> bool:
        """Whether a word and the one before it belong to the same stretch."""
        marks = ";" + REDACTED if {i - 1, i} & remarks else _APART
        return fits(i - 1) and fits(i) and not _is_apart(text, i, marks)

    end = 0
    for year in years:
        if year >= end and fits(year):
            start, end = year, year + 1
            while start and goes_on(start):
                start -= 1
            while end < len(text.words) and goes_on(end):
                end += 1
            yield start, end


def _remarks(text: Text) -> set[int]:
    """The words that tell how far a date is known: (day unknown), (day: 1X), end unknown."""
    days = (i for i, word in enumerate(text.words) if len(word.key) == _DIGITS)
    found = {i for i in days if _MASKED_DAY.fullmatch(text.words[i].key)}
    for i, n in text.places("remark").items():
        found.update(range(i, i + n))
    return found


def _has_year(text: Text, start: int, end: int) -> bool:
    """Whether there is a year or a decade, alone or in a range, among some words."""
    return any(_is_of_year(text.words[i]) for i in within(text.figures, start, end))


def _is_of_year(word: Word) -> bool:
    return any(map(_YEAR.fullmatch, word.key.split("-")))


def _is_apart(text: Text, i: int, marks: str = _APART) -> bool:
    return not set(marks).isdisjoint(text.gap(i))


def _span(text: Text, start: int, end: int) -> str:
    first, last = _place(text, start, end)
    return text.text[first:last]


def _place(text: Text, start: int, end: int) -> Span:
    """The characters of some words, with the end of the brackets that open among them."""
    first, last = text.starts[start], text.ends[end - 1]
    rest = _REMARK_END.match(text.text, last)
    inner = text.text[first:last]
    is_open = inner.count("(") > inner.count(")")
    if rest and is_open != rest.group().startswith(" "):
        last = rest.end()
    return first, last


def _from_signature(found: TitleDates, start: int) -> int:
    """The first of the words for the signature that lead to a date; they are kept as rest."""
    text = found.text
    for i in range(start - 1, max(-1, start - _BEFORE_DATE), -1):
        if _is_apart(text, i + 1):
            break
        if text.role(i, "dated"):
            if i + 1 < start:
                found.rest.append(_span(text, i, start))
            return i
    return _from_place(found, start)


def _first_of_two(found: TitleDates, start: int) -> int:
    """The first word of another day before a date, as notes have: *2 and* 5 January 2007.

    Which of them counts is to be asked.
    """
    text, months = found.text, date_words(found.text.grammar.lang).months
    n = start - 1
    if n < 1 or not text.role(n, "and"):
        return start
    day = n - 1 - (text.words[n - 1].key in months)
    if day < 0 or not text.is_number(day):
        return start
    # May 2 and June 5
    day -= day > 0 and text.words[day - 1].key in months
    # от 2 и 5 января
    day -= day > 0 and text.role(day - 1, "date_of")
    found.rest.append(_span(text, day, start))
    found.is_of_no_century = True
    return day


def _to_signature(found: TitleDates, end: int) -> int:
    """The end of what is said of the signature behind a day: am 5. Mai in Bonn geschlossenen."""
    text = found.text
    for i in range(end, min(end + LONGEST_PLACE + 2, len(text.words))):
        if text.gap(i).strip():
            break
        if text.role(i, "dated"):
            found.rest.append(_span(text, end, i + 1))
            return i + 1
    return end


def _from_validity(text: Text, start: int) -> int:
    """The first of the words before a period that say that it is one: *valid* from 2023 to 2028."""
    if (begin := _from_sort(text, start)) < start:
        while begin and (text.is_article(begin - 1) or text.role(begin - 1, "moment")):
            begin -= 1
        return begin
    places = text.places("valid").items()
    return next((i for i, n in places if i + n == start), start)


def _from_sort(text: Text, start: int) -> int:
    """The first of the words that say of what sort the year behind them is: *the season* 2026."""
    return next((i for i, n in text.places("of_year").items() if i + n == start), start)


def _from_place(found: TitleDates, start: int) -> int:
    """The first word of the place that stands before a date: Bonn, 5 May 1999; it is kept."""
    is_of = found.text.gap(start) == " " and found.text.role(start, "date_after_kind")
    # Universität, Bischkek vom 4.10.2012: that is where the university is.
    begin = start if is_of else begin_of_place(found.text, start)
    if begin < start:
        found.rest.append(_span(found.text, begin, start))
    return begin


def _to_place(found: TitleDates, end: int) -> int:
    """The end of the place with which a title ends behind a date: 5 мая 1999 г., Москва."""
    stop = end_of_place(found.text, end)
    if stop > end:
        found.rest.append(_span(found.text, end, stop))
    return stop


def _take_duration(found: TitleDates) -> None:
    text = found.text
    without_end = min(text.places("indefinite"), default=len(text.words))
    for start, end in islice(_before_units(text, without_end), _MOST_TRIES):
        with suppress(AmbiguousText, ValidationError):
            found.duration = duration_from_text(_span(text, start, end), text.grammar.lang)
            found.text = _taken(text, start, end)
            return
    if n := text.role(without_end, "indefinite"):
        found.is_indefinite = True
        found.text = _taken(text, without_end, without_end + n)


def _before_units(text: Text, stop: int) -> Iterator[Span]:
    """Spans that may be a length of time: the words up to each unit, the most of them first."""
    units = (i for i in text.places("duration_unit") if i < stop)
    # Two students a year: в год.
    for i in (i for i in units if not text.role(i - 1, "place_in")):
        for start in range(max(0, i - _BEFORE_UNIT), i):
            if not _has_year(text, start, i):
                yield start, i + 1
