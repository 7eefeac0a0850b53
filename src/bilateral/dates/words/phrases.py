"""Periods as they stand in a text: phrases around the dates that `date_fragments` reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise, product
from typing import Final

from bilateral.dates.durations import Duration, add
from bilateral.dates.edtf import Precision
from bilateral.dates.gregorian import MONTHS, to_date
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.words.fragments import MARKS, Fragment, complete, fragments, write
from bilateral.dates.words.spoken_lengths import read_duration
from bilateral.dates.words.vocabulary import DateWords, PhraseSet
from bilateral.problems import Problem, ValidationError, reject

__all__ = ["read_period", "read_periods"]

#: A reading as EDTF, and whether it is a likely one.
Found = tuple[str, bool]

# How deep phrases may stand in each other, such as "in the" "period" "of" "2026".
_DEPTH: Final = 6
# How many dates in a row are read one by one.
_MOST_JOINED: Final = 12
# The first months that are a quarter or a half, for which there are phrases of their own.
_MONTHS_OF_PARTS: Final = (3, 6)
# A period of the standard, except with codes of parts of the year: "2025-27" is two years.
_CODE: Final = re.compile("[0-9]{4}-(?:1[3-9]|[2-9][0-9])(?![0-9])")
_EDTF: Final = re.compile("[-0-9xy?~%.]*/[-0-9xy?~%.]*|[-0-9xy?~%]{4,}")
# Two years as a period, as what begins in one and ends in the other, and as they are written.
_TWO_YEARS: Final = re.compile("([0-9]{4})/([0-9]{4})")
_SCHOOL_YEAR: Final = re.compile("([0-9]{4})-XX/([0-9]{4})-XX")
_YEARS: Final = re.compile("[0-9]{4} ?[-–/] ?(?:[0-9]{4}|[0-9]{2})")


def read_period(
    text: str, words: DateWords, today: date | None, *, any_year: bool = False
) -> dict[str, bool]:
    """The readings of a folded text as EDTF, and of each whether it is a likely one.

    With ``any_year``, a single day needs no year. Raises `ValidationError` if there is none.
    """
    reader = _PhraseParser(words, today, any_year=any_year)
    found: dict[str, bool] = {}
    for reading, is_likely in reader.phrases(text, _DEPTH):
        found[reading] = found.get(reading, False) or is_likely
    if not found:
        problems = _of_length(text, words) or reader.reasons or [Problem("unreadable-date")]
        raise ValidationError(problems)
    return found


def read_periods(text: str, words: DateWords, today: date | None) -> set[tuple[str, ...]]:
    """The readings of a folded text as several periods, each as EDTF; of one, if it is one.

    Raises `ValidationError` if there is none.
    """
    reader = _PhraseParser(words, today)
    found = {row for row in reader.rows(text) if len(row) > 1}
    if found:
        return found
    return {(one,) for one, is_likely in read_period(text, words, today).items() if is_likely}


def _of_length(text: str, words: DateWords) -> list[Problem]:
    """The refusal of a length of time."""
    lengths = _lengths(text, words)
    return [Problem("length-without-start", hint=one or None) for one in lengths]


def _lengths(text: str, words: DateWords) -> tuple[str, ...]:
    try:
        return read_duration(text, words)
    except ValidationError:
        return ()


class _PhraseParser:
    """The reading of one text in one language; ``reasons`` say why dates in it were refused."""

    def __init__(self, words: DateWords, today: date | None, *, any_year: bool = False) -> None:
        self._words = words
        self._today = today
        self._any_year = any_year
        self._read: dict[tuple[str, int], tuple[Found, ...]] = {}
        self.reasons: list[Problem] = []

    def phrases(self, text: str, depth: int) -> tuple[Found, ...]:
        """All readings of a phrase; one that many phrases lead to is read once."""
        key = text, depth
        if key not in self._read:
            self._read[key] = tuple(dict.fromkeys(self._phrases(text, depth)))
        return self._read[key]

    def _phrases(self, text: str, depth: int) -> Iterator[Found]:
        text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
        yield from self._attempt(_standard(text))
        for one in self._dates(text):
            yield from self._attempt(self._single(one))
        for role, head, middle in self._words.pairs:
            for start, end in _split(text, head, middle):
                yield from self._pair(role, start, end)
                if depth and role in ("span", "tight"):
                    yield from self._over_years(start, end, depth - 1)
        yield from self._first_months(text)
        for role, match in _half_open(self._words).matches(text):
            for one in self._dates(match[1]):
                yield from self._attempt(_HALVES[role](self, one))
        if depth:
            yield from self._around(text, depth)

    def _around(self, text: str, depth: int) -> Iterator[Found]:
        """The readings of a phrase that stands in another one."""
        for role, match in _surrounding(self._words).matches(text):
            for reading, is_likely in self.phrases(match[1], depth - 1):
                # With "inclusive" there is no doubt about the last day.
                if (is_likely or role != "close") and (changed := _AROUND[role](reading)):
                    yield changed, is_likely

    def _first_months(self, text: str) -> Iterator[Found]:
        """The readings of the first months of a year, where they are no part that has a code."""
        for pattern in self._words.phrases.get("first-months", ()):
            match = pattern.fullmatch(text)
            if match is None:
                continue
            number = self._words.number(match["number"], self._words.cardinals) or 0
            if number in range(1, MONTHS + 1) and number not in _MONTHS_OF_PARTS:
                for one in self._dates(match["a"]):
                    yield from self._attempt(self._months(one, number))

    def _months(self, one: Fragment, number: int) -> Iterator[Found]:
        if one.is_bare_year:
            year = self._written(one, "first")
            yield Period.parse(f"{year}-01/{year}-{number:02}").text, True

    def _dates(self, text: str) -> list[Fragment]:
        return [one for one in fragments(text, self._words) if not one.now]

    def _attempt(self, readings: Iterator[Found]) -> Iterator[Found]:
        """The readings; a refusal is kept as a reason."""
        try:
            yield from readings
        except ValidationError as error:
            self.reasons += error.problems

    def _pair(self, role: str, start: str, end: str) -> Iterator[Found]:
        """The readings of two dates, or of a date and a length of time."""
        if role == "join":
            yield from self._joined([*start.split(", "), end])
            return
        if role == "length-start":
            start, end = end, start
        starts = self._dates(start)
        if role in ("start-length", "length-start"):
            for one in starts:
                yield from self._attempt(self._with_length(one, end))
            return
        ends = fragments(end, self._words) if starts else ()
        lasting = [one for one in ends if one.now]
        for first, last in product(starts, lasting or ends):
            both = complete(_as_decade(first, last) if role == "tight" else first, last)
            # "Winter of 2025-2026" is not the time from that winter to the end of 2026.
            if both and (role != "tight" or both[1].now or both[0].kind == both[1].kind):
                yield from self._attempt(self._span(role, *both))

    def _over_years(self, start: str, end: str, depth: int) -> Iterator[Found]:
        """The readings from one school year to another: "2018/19 to 2022/23"."""
        if all(map(_YEARS.search, (start, end))):
            pairs = product(self._school_years(start, depth), self._school_years(end, depth))
            for first, last in pairs:
                if first < last:
                    yield f"{first.partition('/')[0]}/{last.partition('/')[2]}", True

    def _school_years(self, text: str, depth: int) -> list[str]:
        """The readings of a text as a year of a school, which two years alone are, too."""
        found = [reading for reading, _ in self.phrases(text, depth)]
        within = _AROUND["school-year"] if _YEARS.fullmatch(text) else str
        return [one for one in map(within, found) if _SCHOOL_YEAR.fullmatch(one)]

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """The readings as dates or periods in a row: "2019, 2021–2023 and 2025"."""
        joins = [(head, middle) for role, head, middle in self._words.pairs if role == "join"]
        splits = [pair for head, middle in joins for pair in _split(text, head, middle)]
        rows = [[*start.split(", "), end] for start, end in splits]
        for texts in rows or [text.split(", ")]:
            yield from self._row_of(texts)

    def _row_of(self, texts: list[str]) -> Iterator[tuple[str, ...]]:
        """Each in a row with what it leaves to the last one."""
        if len(texts) > _MOST_JOINED:
            return
        for last in (*self._dates(texts[-1]), None):
            cells = [self._cell(one, last) for one in texts]
            if all(len(cell) == 1 for cell in cells):
                yield tuple(one for cell in cells for one in cell)

    def _cell(self, text: str, last: Fragment | None) -> set[str]:
        """The readings of one in a row, alone or before the last one."""
        if last is None:
            return {one for one, is_likely in self.phrases(text, _DEPTH) if is_likely}
        pairs = filter(None, (complete(one, last) for one in self._dates(text)))
        return {found for one, _ in pairs for found, _ in self._attempt(self._single(one))}

    def _joined(self, texts: list[str]) -> Iterator[Found]:
        """The readings of dates in a row: "2026, 2027 and 2028"."""
        if len(texts) > _MOST_JOINED:
            return
        *firsts, lasts = map(self._dates, texts)
        for last in lasts:
            # Each with what it leaves to the last one: those that do not fit it are out at once.
            pairs = [[pair for one in dates if (pair := complete(one, last))] for dates in firsts]
            for row in product(*pairs):
                yield from self._attempt(self._row([*(a for a, _ in row), row[-1][1]]))

    def _row(self, dates: list[Fragment]) -> Iterator[Found]:
        written = [PartialDate(self._written(one, "")) for one in dates]
        span = Period.between(written[0], written[-1]).text
        if any(a.last_number + 1 != b.first_number for a, b in pairwise(written)):
            raise reject("dates-apart", span)
        yield span, True

    def _written(self, one: Fragment, edge: str) -> str:
        """A date as EDTF, where only its first or last day may be meant if that is its place."""
        written = write(one, self._today, any_year=self._any_year and not edge).text
        if one.edge not in ("", edge):
            raise ValidationError([Problem("vague-date", hint=written)])
        return written

    def _single(self, one: Fragment) -> Iterator[Found]:
        yield self._written(one, ""), True

    def _span(self, role: str, a: Fragment, b: Fragment) -> Iterator[Found]:
        start = self._written(a, "first")
        if b.now:
            yield f"{start}/..", True
            return
        end = self._written(b, "last")
        span = Period.parse(f"{start}/{end}").text
        yield span, True
        last = PartialDate(end)
        if role == "span?" and not b.edge and PartialDate(start).first_number < last.first_number:
            yield f"{start}/{_neighbour(last, 'first')}", False

    def _with_length(self, one: Fragment, text: str) -> Iterator[Found]:
        lengths = [length for length in _lengths(text, self._words) if length]
        start = self._written(one, "first")
        for length in lengths:
            yield from ((reading, True) for reading in _lasting(start, Duration.parse(length)))

    def since(self, one: Fragment) -> Iterator[Found]:
        yield f"{self._written(one, 'first')}/..", True

    def until(self, one: Fragment) -> Iterator[Found]:
        yield f"../{self._written(one, 'last')}", True

    def until_or_before(self, one: Fragment) -> Iterator[Found]:
        yield from self.until(one)
        if not (one.edge or one.mark):
            yield from ((reading, False) for reading, _ in self.before(one))

    def before(self, one: Fragment) -> Iterator[Found]:
        yield f"../{self._beside(one, 'first')}", True

    def after(self, one: Fragment) -> Iterator[Found]:
        yield f"{self._beside(one, 'last')}/..", True

    def _beside(self, one: Fragment, edge: str) -> str:
        written = self._written(one, edge)
        if one.mark:
            raise ValidationError([Problem("vague-date", hint=written)])
        return _neighbour(PartialDate(written), edge)


_HALVES: Final[dict[str, Callable[[_PhraseParser, Fragment], Iterator[Found]]]] = {
    "since": _PhraseParser.since,
    "until": _PhraseParser.until,
    "until?": _PhraseParser.until_or_before,
    "before": _PhraseParser.before,
    "after": _PhraseParser.after,
}


@lru_cache(maxsize=32)
def _half_open(words: DateWords) -> PhraseSet:
    """The phrases of periods that begin or end with a date."""
    return PhraseSet({role: words.phrases.get(role, ()) for role in _HALVES})


@lru_cache(maxsize=32)
def _surrounding(words: DateWords) -> PhraseSet:
    """The phrases that may stand around others."""
    return PhraseSet({role: words.phrases.get(role, ()) for role in _AROUND})


def _standard(text: str) -> Iterator[Found]:
    """A period as EDTF; what is not EDTF at all may still be something else."""
    if _EDTF.fullmatch(text) and not _CODE.search(text):
        try:
            yield Period.parse(text.upper()).text, True
        except ValidationError as error:
            if error.problems[0].code != "edtf-syntax":
                raise


def _split(text: str, head: re.Pattern[str], middle: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The texts before and after each place where ``middle`` is, behind ``head``."""
    if start := head.match(text):
        for between in middle.finditer(text, start.end()):
            yield text[start.end() : between.start()], text[between.end() :]


def _as_decade(one: Fragment, other: Fragment) -> Fragment:
    """A year that stands for its decade, as that after it does: "1990–2000er Jahre"."""
    begins = other.decade and one.is_year and one.year is not None and one.year % 10 == 0
    return one._replace(decade=True) if begins else one


def _neighbour(one: PartialDate, edge: str) -> str:
    """The day right before the first one of a date, or right after its last."""
    number = one.first_number - 1 if edge == "first" else one.last_number + 1
    day = to_date(number) if one.precision is Precision.DAY else None
    if day:
        return day.isoformat()
    if edge == "first":
        return Period.from_day_numbers(None, number).ends[1]
    return Period.from_day_numbers(number, None).ends[0]


def _lasting(start: str, length: Duration) -> list[str]:
    """The period of a length from a date on.

    From a day there are two: by BGB § 187 it is the first of the days or the one before them,
    as the beginning of the day or an event in it is meant. A month or a year counts as a whole.
    """
    one = PartialDate(start)
    day, months = one.earliest, _MONTHS.get(one.precision)
    if day is None or not one.is_definite or months is None:
        raise ValidationError([Problem("vague-date", hint=f"{start}/..")])
    end = add(day, length)
    before = to_date(end.toordinal() - 1)
    if not months:
        return [f"{start}/{before}", f"{start}/{end}"]
    if length.total_days or length.total_months % months:
        raise ValidationError([Problem("vague-date", hint=f"{start}/..")])
    return [f"{start}/{str(before)[: len(start)]}"]


# How many months the lengths of time that can follow a date are made of.
_MONTHS: Final = {Precision.YEAR: MONTHS, Precision.MONTH: 1, Precision.DAY: 0}


def _marked(mark: str) -> Callable[[str], str]:
    """Adds a mark to the one date of a reading with an open end."""

    def change(reading: str) -> str:
        one = reading.removesuffix("/..").removeprefix("../")
        plain = one != reading and "/" not in one and one[-1] not in "~?%"
        return reading.replace(one, one + mark) if plain else ""

    return change


def _on_weekday(number: int) -> Callable[[str], str]:
    """Keeps the reading as a day if it falls on that day of the week, from 1 for Monday."""

    def keep(reading: str) -> str:
        one = None if "/" in reading else PartialDate(reading)
        day = one.earliest if one and one.day else None
        return reading if day and day.isoweekday() == number else ""

    return keep


def _of_day(reading: str) -> str:
    """Keeps the reading if it is one day: only that has a time."""
    one = None if "/" in reading else PartialDate(reading)
    return reading if one and one.day and one.year is not None else ""


def _of_date(reading: str) -> str:
    """Keeps the reading if it is a date: nothing is signed for some time."""
    return "" if "/" in reading else reading


def _new_year_within(two_years: re.Pattern[str], written: str) -> Callable[[str], str]:
    """Writes two years in a row anew: one that begins in some month of the first, of a school.

    Whether "since 2014/15" is meant of such a year or of both, it begins in 2014.
    """

    def change(reading: str) -> str:
        years = two_years.fullmatch(reading)
        follow = years and int(years[1]) + 1 == int(years[2])
        return written.format(*years.groups()) if years and follow else ""

    return change


# What may stand around a phrase, and what becomes of its readings ("" if that cannot be).
_AROUND: Final[dict[str, Callable[[str], str]]] = {
    "wrap": str,
    "close": str,
    "done": _of_date,
    "time": _of_day,
    "school-year": _new_year_within(_TWO_YEARS, "{}-XX/{}-XX"),
    "school-years": lambda reading: reading if _SCHOOL_YEAR.fullmatch(reading) else "",
    "school-year-since": _new_year_within(_SCHOOL_YEAR, "{0}-XX/.."),
    "school-year-until": _new_year_within(_SCHOOL_YEAR, "../{1}-XX"),
    "two-years-since": _new_year_within(_TWO_YEARS, "{0}-XX/.."),
    "two-years-until": _new_year_within(_TWO_YEARS, "../{1}-XX"),
    "unknown-end": lambda reading: reading[:-2] if reading.endswith("/..") else "",
    "unknown-start": lambda reading: reading[2:] if reading.startswith("../") else "",
    **{role: _marked(mark) for role, mark in MARKS.items()},
    **{f"weekday.{number}": _on_weekday(number) for number in range(1, 8)},
}
