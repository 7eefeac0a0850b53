"""The text of dates: ISO 8601-2:2019 (EDTF), levels 0 and 1, and the single dates of level 2.

`plain_days` reads the common forms fast and knows no others; `read` knows the whole grammar,
says what is wrong with a text, and gives a `ParsedDate`, from which bounds and parts follow.
The letters of the standard: ``X`` an unspecified digit, ``?`` uncertain, ``~`` approximate,
``%`` both; after a part a mark holds for that part and all before it, before a part for it alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from bilateral.dates.gregorian import MONTHS, day_number, month_length, year_month_day
from bilateral.dates.intervals import SOMETIME, Extent
from bilateral.problems import Problem, ValidationError

__all__ = [
    "ParsedDate",
    "Precision",
    "plain_days",
    "read",
    "read_days",
    "refusal",
    "writable",
    "write_period",
]

Span = tuple[int, int]

_LAST_SHORT_YEAR: Final = 9999
# More digits than any use needs, few enough for arithmetic on them to stay instant.
_MAX_YEAR_DIGITS: Final = 32
_MAX_REPAIRED: Final = 60

_MARKS: Final = frozenset("?~%")
_MARK: Final = "([?~%]?)"
# As texts: most dates need none of them, and each takes its time to compile.
_DATE: Final = (
    rf"{_MARK}(-?)([0-9X]{{4}}){_MARK}"
    rf"(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
)
_LONG_YEAR: Final = rf"{_MARK}Y(-?)([1-9][0-9]{{4,{_MAX_YEAR_DIGITS - 1}}}){_MARK}"

#: The form of a date; whether there is such a day, it does not say.
DATE_PATTERN: Final = f"(?:{_DATE}|{_LONG_YEAR})"

# What belongs to the standard but not to this reader, each with the code that says so.
_UNSUPPORTED: Final = (
    ("edtf-set", r"(?s:[\[{].*|.*[\]}])"),
    ("edtf-exponent", r"Y-?[0-9]+E[0-9]+(S[0-9]+)?"),
    ("edtf-significant-digits", r"(-?[0-9]{4}|Y-?[0-9]+)S[0-9]+"),
    ("edtf-time", r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.,Z+-]*"),
    ("edtf-year-too-long", rf"{_MARK}Y-?[0-9]{{{_MAX_YEAR_DIGITS + 1},}}{_MARK}"),
)

_TWO_YEARS: Final = "[0-9]{4}-[0-9]{4}"
_BASIC_FORMAT: Final = "[0-9]{8}"
# As German and Russian write a day; with strokes, some mean the month by the first number.
_WITH_POINTS: Final = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"


class Precision(StrEnum):
    """The precision of a date: the smallest part of which at least one digit is given.

    >>> from bilateral import PartialDate
    >>> PartialDate("2026-04").precision
    <Precision.MONTH: 'month'>
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    NONE = "none"


class _Grouping(NamedTuple):
    """A part of the year: the month it begins with, and by other habits might begin with."""

    precision: Precision
    starts: tuple[int, ...]

    @property
    def months(self) -> int:
        return _GROUPED_MONTHS[self.precision]


_GROUPED_MONTHS: Final = {
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.QUADRIMESTER: 4,
    Precision.HALF: 6,
}

# ISO 8601-2:2019 and EDTF level 2, "Sub-year groupings". The standard gives the codes and no
# months. Seasons are the meteorological ones; 21 to 24 leave the hemisphere open and are
# dated as in the northern one. Month 0 is December of the year before: whether the winter of
# a year is the one that ends or the one that begins in it, no code says.
_GROUPINGS: Final = {
    21: _Grouping(Precision.SEASON, (3, 9)),
    22: _Grouping(Precision.SEASON, (6, 12, 0)),
    23: _Grouping(Precision.SEASON, (9, 3)),
    24: _Grouping(Precision.SEASON, (12, 6, 0)),
    25: _Grouping(Precision.SEASON, (3,)),
    26: _Grouping(Precision.SEASON, (6,)),
    27: _Grouping(Precision.SEASON, (9,)),
    28: _Grouping(Precision.SEASON, (12, 0)),
    29: _Grouping(Precision.SEASON, (9,)),
    30: _Grouping(Precision.SEASON, (12, 0)),
    31: _Grouping(Precision.SEASON, (3,)),
    32: _Grouping(Precision.SEASON, (6,)),
    33: _Grouping(Precision.QUARTER, (1,)),
    34: _Grouping(Precision.QUARTER, (4,)),
    35: _Grouping(Precision.QUARTER, (7,)),
    36: _Grouping(Precision.QUARTER, (10,)),
    37: _Grouping(Precision.QUADRIMESTER, (1,)),
    38: _Grouping(Precision.QUADRIMESTER, (5,)),
    39: _Grouping(Precision.QUADRIMESTER, (9,)),
    40: _Grouping(Precision.HALF, (1,)),
    41: _Grouping(Precision.HALF, (7,)),
}

_YEAR_PRECISIONS: Final = {
    "X": Precision.DECADE,
    "XX": Precision.CENTURY,
    "XXX": Precision.MILLENNIUM,
    "XXXX": Precision.NONE,
}
_LONGEST_MONTH: Final = 31
# The least and the greatest number of days, less one, in so many months on end.
_GROUPED_LENGTHS: Final = {3: (88, 91), 4: (119, 122), 6: (180, 183)}
# One dash for all dashes, capitals for the letters of the standard and of its draft.
_PLAIN: Final = {**dict.fromkeys("‐‑‒–—―−", "–"), "x": "X", "y": "Y", "u": "X", " ": ""}


def plain_days(text: str) -> Span | None:
    """First and last day number of YYYY, YYYY-MM or YYYY-MM-DD; `None` for every other text.

    >>> plain_days("2026-02")
    (739648, 739675)
    >>> plain_days("2026?") is plain_days("0000") is plain_days("2026-W01-1") is None
    True
    """
    length = len(text)
    try:
        if length == 4:  # noqa: PLR2004 - the lengths of the three forms
            return (
                date.fromisoformat(text + "-01-01").toordinal(),
                date.fromisoformat(text + "-12-31").toordinal(),
            )
        if length == 10 and text[7] == "-":  # noqa: PLR2004
            number = date.fromisoformat(text).toordinal()
            return number, number
        if length == 7:  # noqa: PLR2004
            first = date.fromisoformat(text + "-01")
            return (
                number := first.toordinal(),
                number + month_length(first.year, first.month) - 1,
            )
    except ValueError:
        pass
    return None


class ParsedDate(NamedTuple):
    """The parts of a date as written, digits and ``X``, and the marks that hold for each part."""

    negative: bool
    year: str
    month: str | None = None
    day: str | None = None
    year_marks: str = ""
    month_marks: str = ""
    day_marks: str = ""

    @property
    def grouping(self) -> int | None:
        """The code of a part of the year (21 to 41) in the place of the month."""
        code = _number(self.month)
        return code if code in _GROUPINGS else None

    @property
    def precision(self) -> Precision:
        """The precision, as `Precision` defines it."""
        if self.day and self.day != "XX":
            return Precision.DAY
        if self.grouping:
            return _GROUPINGS[self.grouping].precision
        if self.month and self.month != "XX":
            return Precision.MONTH
        return _YEAR_PRECISIONS.get(self.year.lstrip("0123456789"), Precision.YEAR)

    def number(self, part: str) -> int | None:
        """Year, month or day as a number; `None` where it is missing or has an ``X``."""
        if part == "year":
            value = _number(self.year)
            return -value if value and self.negative else value
        if part == "month":
            return None if self.grouping else _number(self.month)
        return _number(self.day)

    def marked(self, marks: str) -> frozenset[str]:
        """The parts that carry one of the ``marks``."""
        parts = {"year": self.year_marks, "month": self.month_marks, "day": self.day_marks}
        return frozenset(part for part, held in parts.items() if set(held) & set(marks))

    def spans(self) -> tuple[Span, Span]:
        """The earliest and the latest real day, month, ... year that the digits allow.

        Raises ``LookupError`` if there is no such day.
        """
        if self.day:
            months, days = _matching(self.month or "", MONTHS), _matching(self.day, _LONGEST_MONTH)
            return self._edge(months, days, 1), self._edge(months, days, -1)
        if not self.month:
            return self._outer_spans(1, 1, MONTHS)
        grouping = _GROUPINGS.get(_number(self.month) or 0)
        if grouping:
            return self._outer_spans(grouping.starts[0], grouping.starts[0], grouping.months)
        months = _matching(self.month, MONTHS)
        return self._outer_spans(months[0], months[-1], 1)

    def extent(self) -> Extent:
        """The bounds of its first and last day, if a marked part may be any.

        How far off "approximate" or "uncertain" reaches, the standard does not say; so a marked
        day may be any day of its month, a marked month any of its year, a marked year any.
        """
        shortest, longest = self._length()
        if self.year_marks:
            return Extent(-SOMETIME, SOMETIME, -SOMETIME, SOMETIME, shortest, longest)
        spans: Sequence[Span]
        if self.grouping:
            grouping = _GROUPINGS[self.grouping]
            starts = range(MONTHS + 1) if self.month_marks else grouping.starts
            spans = [
                span
                for start in starts
                for span in self._outer_spans(start, start, grouping.months)
            ]
        else:
            opened = self._replace(
                month="XX" if self.month_marks else self.month,
                day="XX" if self.day_marks else self.day,
            )
            spans = opened.spans()
        firsts, lasts = [span[0] for span in spans], [span[1] for span in spans]
        return Extent(min(firsts), max(firsts), min(lasts), max(lasts), shortest, longest)

    def _length(self) -> Span:
        """The least and the greatest distance between first and last day."""
        if self.day:
            return 0, 0
        if self.grouping:
            return _GROUPED_LENGTHS[_GROUPINGS[self.grouping].months]
        return (27, 30) if self.month else (364, 365)

    def _outer_years(self) -> Span:
        """The earliest and the latest year that match."""
        low, high = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if not self.negative:
            return low, high
        # There is no year -0: the least that matches is a one in the place of the last X.
        return -high, -(low or 10 ** self.year[::-1].index("X"))

    def _years(self, step: int) -> Iterator[int]:
        """The years that match, from the earliest (step 1) or the latest (step -1)."""
        sign = -1 if self.negative else 1
        digits = "0123456789"[:: step * sign]
        for choice in product(*(digits if digit == "X" else digit for digit in self.year)):
            year = int("".join(choice))
            if year or not self.negative:
                yield sign * year

    def _outer_spans(self, start: int, last_start: int, count: int) -> tuple[Span, Span]:
        """So many months from a month, in the earliest and in the latest year."""
        earliest, latest = self._outer_years()
        span = _month_span(earliest, start, count)
        if earliest == latest and start == last_start:
            return span, span
        return span, _month_span(latest, last_start, count)

    def _edge(self, months: Sequence[int], days: Sequence[int], step: int) -> Span:
        """The earliest (step 1) or latest (step -1) real day among these."""
        # 2000 is a leap year: what it has not, no year has. This spares a walk over all years.
        if days and any(days[0] <= month_length(2000, month) for month in months):
            for year in self._years(step):
                for month in months[::step]:
                    for day in days[::step]:
                        if day <= month_length(year, month):
                            number = day_number(year, month, day)
                            return number, number
        raise LookupError(self)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and "X" not in digits else None


@cache
def _matching(pattern: str, most: int) -> list[int]:
    """The numbers from 1 to ``most`` that two digits or ``X`` allow: 121 patterns at most."""
    tens, ones = pattern[0], pattern[1]
    return [
        number
        for number in range(1, most + 1)
        if tens in ("X", str(number // 10)) and ones in ("X", str(number % 10))
    ]


def _month_span(year: int, month: int, count: int) -> Span:
    """First and last day of ``count`` months; month 0 is December of the year before."""
    if not month:
        year, month = year - 1, MONTHS
    years, following = divmod(month - 1 + count, MONTHS)
    return day_number(year, month), day_number(year + years, following + 1) - 1


def read(text: str, *, hints: bool = True) -> ParsedDate:
    """A date in EDTF, or a `ValidationError` with one problem that says what is wrong.

    Codes: ``no-such-month``, ``no-such-day``; ``edtf-set``, ``edtf-exponent``,
    ``edtf-significant-digits``, ``edtf-time``, ``edtf-year-too-long`` for what the standard
    has and this reader refuses; ``edtf-syntax`` for the rest, with a hint where there is one.

    >>> read("1560-XX-25").spans() == (plain_days("1560-01-25"), plain_days("1560-12-25"))
    True
    """
    return _read(text, hints=hints)[0]


def read_days(text: str, *, hints: bool = True) -> tuple[int, int, bool]:
    """First and last day number of a date in EDTF, and whether they are certain; as `read`."""
    if text[-1:] in _MARKS:
        days = plain_days(text[:-1])
        if days:
            return *days, False
    reading, (earliest, latest) = _read(text, hints=hints)
    marked = reading.year_marks or reading.month_marks or reading.day_marks
    grouping = reading.grouping
    ambiguous = grouping is not None and len(_GROUPINGS[grouping].starts) > 1
    return earliest[0], latest[1], earliest == latest and not marked and not ambiguous


def _read(text: str, *, hints: bool) -> tuple[ParsedDate, tuple[Span, Span]]:
    reading = _parts(text)
    if reading is None:
        raise refusal(text, _is_date if hints else None)
    if reading.month and not (
        _matching(reading.month, MONTHS) or (reading.grouping and not reading.day)
    ):
        raise _rejection("no-such-month", text)
    try:
        return reading, reading.spans()
    except LookupError:
        raise _rejection("no-such-day", text) from None


def _parts(text: str) -> ParsedDate | None:
    match = re.fullmatch(_DATE, text)
    if match is None:
        match = re.fullmatch(_LONG_YEAR, text)
        if match is None:
            return None
        before, sign, year, after = match.groups()
        return ParsedDate(bool(sign), year, year_marks=before + after)
    # Year 0 has no sign: "-0000" is no year.
    if match[2] and match[3] == "0000":
        return None
    before, sign, year, after, *rest = (part or "" for part in match.groups())
    month_before, month, month_after, day_before, day, day_after = rest
    return ParsedDate(
        bool(sign),
        year,
        month or None,
        day or None,
        before + after + month_after + day_after,
        month_before + month_after + day_after,
        day_before + day_after,
    )


def _is_date(text: str) -> bool:
    try:
        read(text, hints=False)
    except ValidationError:
        return False
    return True


def _rejection(code: str, text: str, hint: str | None = None) -> ValidationError:
    return ValidationError([Problem(code, (), text, hint=hint)])


def refusal(text: str, accepts: Callable[[str], bool] | None) -> ValidationError:
    """The error for a text outside the grammar; ``accepts`` judges what might have been meant."""
    for code, pattern in _UNSUPPORTED:
        if re.fullmatch(pattern, text):
            return _rejection(code, text)
    hint = next((one for one in _repairs(text) if accepts(one)), None) if accepts else None
    return _rejection("edtf-syntax", text, hint)


def _repairs(text: str) -> Iterator[str]:
    """The texts that somebody may have meant who wrote ``text``."""
    if len(text) > _MAX_REPAIRED:
        return
    # "unknown" and "open" are the words of the draft of 2012.
    words = text.replace("unknown", "").replace("open", "..")
    plain = "".join(_PLAIN.get(char, _ascii_digit(char)) for char in words).strip()
    plain = plain.replace("?~", "%").replace("~?", "%")
    yield plain.replace("–", "/")
    yield plain.replace("–", "-")
    if re.fullmatch(_TWO_YEARS, plain):
        yield plain.replace("-", "/")
    if re.fullmatch(_BASIC_FORMAT, plain):
        yield f"{plain[:-4]}-{plain[-4:-2]}-{plain[-2:]}"
    if written := re.fullmatch(_WITH_POINTS, plain):
        day, month, year = written.groups()
        yield f"{year}-{month:0>2}-{day:0>2}"


def _ascii_digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def writable(day: int, edge: int) -> int:
    """The day, or the first (0) or last (-1) of its year if only that year can be written."""
    year = year_month_day(day)[0]
    if abs(year) <= _LAST_SHORT_YEAR:
        return day
    return day_number(year - edge) + edge


def write_period(first: int | None, last: int | None) -> str:
    """The coarsest dates that say a period exactly; `None` is an open end.

    Raises a `ValidationError`: ``period-without-date`` if both are open, ``no-edtf-text`` for a
    month or day of a year with more than four digits, which the standard cannot write.

    >>> write_period(*plain_days("2026")), write_period(plain_days("2026-07")[0], None)
    ('2026', '2026-07/..')
    """
    if first is None and last is None:
        raise _rejection("period-without-date", "../..")
    start = None if first is None else year_month_day(first)
    # An end belongs to a whole month or year if the next day begins one.
    following = None if last is None else year_month_day(last + 1)
    ends = [end for end in (start, following) if end is not None]
    months = all(end[2] == 1 for end in ends)
    years = months and all(end[1] == 1 for end in ends)
    parts = 1 if years else 2 if months else 3
    begin = ".." if start is None else _write(start, parts, whole=start[1:] == (1, 1))
    end = (
        ".."
        if last is None or following is None
        else _write(year_month_day(last), parts, whole=following[1:] == (1, 1))
    )
    return begin if begin == end else f"{begin}/{end}"


def _write(day: tuple[int, int, int], parts: int, *, whole: bool) -> str:
    """A day as a date of so many parts; ``whole`` says that it bounds a whole year."""
    year = day[0]
    if abs(year) > _LAST_SHORT_YEAR:
        if not whole:
            raise _rejection("no-edtf-text", "{}-{:02}-{:02}".format(*day))
        return f"Y{year}"
    numbers = (f"{'-' if year < 0 else ''}{abs(year):04}", f"{day[1]:02}", f"{day[2]:02}")
    return "-".join(numbers[:parts])
