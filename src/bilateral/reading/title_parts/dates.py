"""The dates, periods and lengths of time in a title, found and redacted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import duration_from_text, period_from_text
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import AmbiguousText
from bilateral.instruments import AgreementKind
from bilateral.problems import ValidationError
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import PLANS, KindFinder, NamedKind
from bilateral.reading.title_parts.doubtful_days import (
    first_of_two,
    has_days_left,
    take_day_of_no_year,
    take_days_before_year,
    take_days_of_no_century,
)
from bilateral.reading.title_parts.found_dates import (
    APART,
    YEAR,
    TitleDates,
    from_place,
    from_signature,
    is_apart,
    is_of_year,
    to_place,
)
from bilateral.reading.title_parts.lone_years import take_years
from bilateral.reading.title_parts.other_days import begin_of_other, years_of_other
from bilateral.reading.title_parts.places_of_signature import LONGEST_PLACE
from bilateral.reading.words import REDACTED, Text, within

__all__ = ["extract_dates"]

# How many words a length of time may have before its unit.
_BEFORE_UNIT = 6
_FIGURE = re.compile("[0-9]")
_CENTURIES = ("19", "20")
_MASKED_DAY = re.compile("[0-3x]x|x[0-9]")
_LONGEST_DATE = 6
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
    _take_days(found, kinds)
    take_years(found, None if is_other else named, after_kind, is_plan=is_plan)
    while found.text.figures and not (found.period and found.date):
        text = found.text
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
            found.keep(other, end)
            found.take(other, end)
            continue
        if not is_plan and start == after_kind > 0 and _is_year(text, start, end):
            _take_year_of_kind(found, start, end, None if is_other else period.start)
            continue
        day = period.start if period.start == period.end else None
        is_day = day is not None and (
            day.precision == "day" or (day.precision == "month" and _is_signed(text, start))
        )
        if day is not None and is_day and found.date is None:
            found.date = day
            start = from_signature(found, first_of_two(found, start))
            end = to_place(found, _to_signature(found, end))
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
                begin = from_place(found, start)
            # A second day is no time: both may be of signature, or one of something else.
            found.is_ambiguous |= _are_days(period) and (is_of_notes or is_day)
            start = begin
        else:
            break
        found.take(start, end)
    _take_left(found)
    return found


def _take_days(found: TitleDates, kinds: KindFinder) -> None:
    """The days and what says that a year is no date; most titles have no figures, and neither."""
    if found.text.figures:
        take_days_of_no_century(found)
        _take_other_years(found)
        take_days_before_year(found)
        _take_date(found, kinds.is_word)


def _take_left(found: TitleDates) -> None:
    """The days without a year, the length, and whether any date is left that could not be read."""
    if found.text.figures:
        # A year that stays with words of dates could not be read, or is one too many.
        is_left = any(True for _ in _candidates(found.text)) or _ends_with_year(found.text)
        found.is_ambiguous = found.is_ambiguous or is_left
        found.is_of_no_century |= has_days_left(found.text) or _is_signed_in_a_year(found)
        take_day_of_no_year(found)
    _take_duration(found)


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
    return is_year and bool(YEAR.fullmatch(text.words[i].key)) and text.words[i - 1].text.islower()


def _take_other_years(found: TitleDates) -> None:
    """The years of which it is said that they are no year of signature: , renewed 2012."""
    for start, end in years_of_other(found.text):
        found.rest.insert(0, found.span(start, end))
        found.take(start, end)


def _is_signed_in_a_year(found: TitleDates) -> bool:
    """Whether a year that was not read stands behind what says that a document was signed."""
    text = found.text
    first = min(text.places("dated"), default=len(text.words))
    years = within(text.figures, first, len(text.words))
    return found.date is None and any(YEAR.fullmatch(text.words[i].key) for i in years)


def _is_of_a_year(text: Text, i: int) -> bool:
    """Whether a kind of document says that it is for a year: Jahresvereinbarung."""
    return text.words[i].key.startswith(text.grammar.words("kind.yearly"))


def _year_of_kind(found: TitleDates, i: int) -> tuple[int, int, Period] | None:
    """A year alone right after the kind, and none it goes on to: Work Plan 2026."""
    text = found.text
    key, *after = [word.key for word in text.words[i : i + 3] if i] or [""]
    is_year = YEAR.fullmatch(key) and key.isdigit() and not is_apart(text, i)
    is_first = any(map(YEAR.fullmatch, after)) and "," not in text.gap(i + 1)
    return (i, i + 1, Period(key)) if is_year and not is_first and found.period is None else None


def _years_of_plan(found: TitleDates, i: int) -> tuple[int, int, Period] | None:
    """Two years with a slash between them right after the kind: Work Plan 2026/27."""
    text, last = found.text, i + 1
    if found.period is not None or not 0 < i < last < len(text.words) or text.gap(last) != "/":
        return None
    first, second = text.words[i].key, text.words[last].key
    is_next = first.isdigit() and str(int(first) + 1) in (second, first[:_DIGITS] + second)
    are_years = is_next and bool(YEAR.fullmatch(first)) and not is_apart(text, i)
    return (i, last + 1, Period(f"{first}/{int(first) + 1}")) if are_years else None


def _is_year(text: Text, start: int, end: int) -> bool:
    """Whether some words are a year, and do not say that it is covered: von 1983, 1983 года."""
    years = [word.key for word in text.words[start:end] if YEAR.fullmatch(word.key)]
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


def _is_signed(text: Text, start: int) -> bool:
    """Whether it is said before a month that something was signed: signed in Lille in May 1968."""
    near = range(max(0, start - _LONGEST_DATE), start)
    return any(
        text.role(i, "dated") and not any(is_apart(text, n) for n in range(i + 1, start + 1))
        for i in near
    )


def _is_heading(text: Text, start: int, end: int, named: NamedKind | None) -> bool:
    """Whether a month stands before the whole title, with a mark behind it: May 2019: ..."""
    is_before = named is not None and start == 0 and end <= named.start
    return is_before and not set(":,)–—-").isdisjoint(text.gap(end))


def _take_date(found: TitleDates, is_kind: Callable[[int], bool]) -> None:
    """The date right after the kind, or after a word that only a date of a document has."""
    text = found.text
    for start, end in islice(_after_date_words(text, is_kind), _MOST_TRIES):
        with suppress(ValidationError, AmbiguousText):
            date = found.read(start, end)
            if date.precision == "day" and not (date.year is None and text.role(end, "and")):
                found.date = date
                stop = to_place(found, end)
                begin = from_place(found, first_of_two(found, start))
                found.take(begin, stop)
                return


def _take_year_of_kind(found: TitleDates, start: int, end: int, date: PartialDate | None) -> None:
    """Take the year right behind a kind, as the date if it may be that: Agreement of 1987.

    An agreement 1987 may be for that year.
    """
    if date is None or found.date is not None or not found.text.role(start, "of"):
        found.keep(start, end)
    else:
        found.date = date
    found.take(start, end)


def _after_date_words(text: Text, is_kind: Callable[[int], bool]) -> Iterator[Span]:
    """Spans that may be a date behind the words that lead to one, with its figures in them.

    None ends with a small word: of 5 May 1999 *between the*.
    """
    near = {start for i in text.figures for start in range(i - _LONGEST_DATE + 1, i)}
    if not near:
        return
    places = {i for i in text.places("date_after_kind") if i and is_kind(i - 1)}
    for start in sorted(near.intersection(places.union(text.places("date_of")) - {0})):
        if begin_of_other(text, start) < start:
            continue
        for end in range(min(len(text.words), start + _LONGEST_DATE), start + 1, -1):
            has_figure = _FIGURE.search(text.text, text.ends[start], text.ends[end - 1])
            if has_figure and not text.is_small(end - 1):
                yield start, end


def _first_period(found: TitleDates) -> tuple[int, int, Period] | None:
    """The first readable stretch of words that belong to dates: where it is, what it says."""
    text = found.text
    for start, end in islice(_candidates(text), _MOST_TRIES):
        if text.is_small(end - 1):
            # No date ends so: 2024–2026 *der*.
            continue
        if _is_attribute(text, start, end):
            found.is_ambiguous = True
            continue
        with suppress(ValidationError):
            try:
                return start, end, period_from_text(found.span(start, end), text.grammar.lang)
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
    years = [i for i in text.figures if is_of_year(text.words[i])]
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
        marks = ";" + REDACTED if {i - 1, i} & remarks else APART
        return fits(i - 1) and fits(i) and not is_apart(text, i, marks)

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
    return any(is_of_year(text.words[i]) for i in within(text.figures, start, end))


def _to_signature(found: TitleDates, end: int) -> int:
    """The end of what is said of the signature behind a day: am 5. Mai in Bonn geschlossenen."""
    text = found.text
    for i in range(end, min(end + LONGEST_PLACE + 2, len(text.words))):
        if text.gap(i).strip():
            break
        if text.role(i, "dated"):
            found.keep(end, i + 1)
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


def _take_duration(found: TitleDates) -> None:
    text = found.text
    without_end = min(text.places("indefinite"), default=len(text.words))
    for start, end in islice(_before_units(text, without_end), _MOST_TRIES):
        with suppress(AmbiguousText, ValidationError):
            found.duration = duration_from_text(found.span(start, end), text.grammar.lang)
            found.take(_from_validity(text, start), _to_beginning(text, end))
            return
    if n := text.role(without_end, "indefinite"):
        found.is_indefinite = True
        found.take(without_end, without_end + n)


def _is_of_age(text: Text, unit: int) -> bool:
    """Whether it is said how long something has been: 40 years *of friendship*."""
    first = unit + 1 + text.role(unit + 1, "of")
    is_next = first < len(text.words) and text.gap(unit + 1) == " "
    return is_next and text.words[first].stem.endswith(tuple(text.grammar.stems_of("aged")))


def _to_beginning(text: Text, start: int) -> int:
    """The end of what says when a length of time begins: five years *from the last signature*."""
    words, end = text.grammar.words("since_signing"), start
    while end < len(text.words) and text.gap(end) == " " and text.words[end].key in words:
        end += 1
    is_over = end == len(text.words) or text.gap(end).strip() != ""
    return end if is_over and end - start >= _BOTH else start


def _before_units(text: Text, stop: int) -> Iterator[Span]:
    """Spans that may be a length of time: the words up to each unit, the most of them first."""
    units = (i for i in text.places("duration_unit") if i < stop)
    # Two students a year: в год.
    for i in (i for i in units if not text.role(i - 1, "place_in")):
        for start in range(max(0, i - _BEFORE_UNIT), i if not _is_of_age(text, i) else 0):
            if not _has_year(text, start, i):
                yield start, i + 1
