"""Periods that keep what the source said, and answer only what can be known.

``docs/explanation/periods.md`` says why they are as they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final, final

from bilateral.coercion import soft
from bilateral.dates.daysets import Days, DaySet
from bilateral.dates.durations import Duration, add, subtract
from bilateral.dates.edtf import (
    DATE_PATTERN,
    Precision,
    plain_days,
    read,
    writable,
    write_period,
)
from bilateral.dates.ends import (
    END_KINDS,
    EndKind,
    end_of,
    later_end,
    read_days_of_period,
    start_of,
)
from bilateral.dates.gregorian import MONTHS, add_months, day_number, is_day, year_month_day
from bilateral.dates.intervals import FOREVER, SOMETIME, Allen, Extent, relation
from bilateral.dates.partial_dates import (
    Day,
    PartialDate,
    TimeValue,
    draft,
    extent_of,
    plain_text,
)
from bilateral.frozen import Frozen
from bilateral.literals import DateForm, Lang, Spacing
from bilateral.problems import ValidationError, reject, wrong_type_problem

__all__ = [
    "Allen",
    "DaySet",
    "Days",
    "Duration",
    "EndKind",
    "PartialDate",
    "Period",
    "Precision",
    "add",
    "optional_date",
    "optional_period",
    "subtract",
]


@final
class Period(Frozen, TimeValue):
    """A time from a date to a date, both included; either end may be open or unknown.

    Built from EDTF text; equal if the texts are. It holds whole days: from the first day that
    its start allows to the last day that its end allows. A single date is the period it covers.

    >>> plan = Period("2026/2028")
    >>> plan.earliest, plan.latest, plan.day_count
    (datetime.date(2026, 1, 1), datetime.date(2028, 12, 31), 1096)
    >>> plan.relation("2029")
    <Allen.MEETS: 'meets'>
    >>> print(Period("2026/..").contains("2040"), Period("2026/").contains("2040"))
    True None
    """

    __slots__ = ()
    __pattern__: Final = rf"{DATE_PATTERN}|(?:{DATE_PATTERN}|\.\.)?/(?:{DATE_PATTERN}|\.\.)?"

    def __new__(cls, text: str) -> Period:
        """As `parse`."""
        return cls.parse(text)

    @classmethod
    def parse(cls, text: str) -> Period:
        """A period from its EDTF text; ``str()`` gives the text back unchanged.

        ``text`` is ``START/END``, where either may be ``..`` (open) or empty (unknown), but not
        both, or a single date. Raises `ValidationError` with the codes of
        `bilateral.dates.edtf.read`, with ``period-without-date``, and with ``period-reversed`` if
        the first day that the start allows is after the last day that the end allows.

        >>> str(Period.parse("2025-11-05/"))
        '2025-11-05/'
        """
        if type(text) is not str:
            text = plain_text(text)
        left, slash, right = text.partition("/")
        start = plain_days(left)
        end = plain_days(right) if slash else start
        if start is None or end is None or start[0] > end[1]:
            first, last, is_definite = read_days_of_period(text)
        else:
            first, last, is_definite = start[0], end[1], True
        value = draft(text, first, last, definite=is_definite)
        value.__class__ = Period
        return value  # type: ignore[no-any-return]

    @classmethod
    def of(cls, value: Period | PartialDate | datetime.date | str) -> Period:
        """A period from a ``value``: itself, a date (the time that it covers), or its EDTF text.

        Raises `ValidationError`: ``wrong-type``, and as `parse`.

        >>> Period.of(datetime.date(2025, 11, 5))
        Period('2025-11-05')
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        if isinstance(value, PartialDate) or is_day(value):
            return cls.parse(PartialDate.of(value).text)
        raise ValidationError([wrong_type_problem("period", value)])

    @classmethod
    def between(
        cls, start: PartialDate | datetime.date | str, end: PartialDate | datetime.date | str
    ) -> Period:
        """The period from the date ``start`` to the date ``end``, both included.

        Raises `ValidationError` as `parse`.

        >>> Period.between("2026", "2028")
        Period('2026/2028')
        """
        return cls.parse(f"{PartialDate.of(start)}/{PartialDate.of(end)}")

    @classmethod
    def since(cls, start: PartialDate | datetime.date | str) -> Period:
        """The period that begins with the date ``start`` and has an open end.

        >>> Period.since("2026")
        Period('2026/..')
        """
        return cls.parse(f"{PartialDate.of(start)}/..")

    @classmethod
    def until(cls, end: PartialDate | datetime.date | str) -> Period:
        """The period with an open start that ends with the date ``end``, which it includes."""
        return cls.parse(f"../{PartialDate.of(end)}")

    @classmethod
    def from_day_numbers(cls, first: int | None, last: int | None) -> Period:
        """The period from the day ``first`` to the day ``last``, in the coarsest exact dates.

        Days are numbered as by `datetime.date.toordinal`; `None` is an open end. Raises
        `ValidationError`: ``wrong-type``, ``period-reversed``, or as
        `bilateral.dates.edtf.write_period`. `around` takes every day.
        """
        _check_day_numbers(first, last)
        if first is not None and last is not None and first > last:
            raise reject("period-reversed", f"{first}..{last}")
        return cls.parse(write_period(first, last))

    @classmethod
    def around(cls, first: int | None, last: int | None) -> Period:
        """The least period with a text that has all days from ``first`` to ``last``.

        As `from_day_numbers`, but days of years that need more than four digits, which EDTF
        cannot write, become those years.

        >>> day = PartialDate("Y12026").first_number + 100
        >>> Period.around(day, day)
        Period('Y12026')
        """
        _check_day_numbers(first, last)
        return cls.from_day_numbers(
            first if first is None else writable(first, 0),
            last if last is None else writable(last, -1),
        )

    @classmethod
    def from_range(cls, numbers: range) -> Period:
        """The period of a range of day ``numbers``; it must have some and leave none out.

        Raises `ValidationError`: ``wrong-type``, ``not-consecutive-days``, ``no-edtf-text``.

        >>> Period.from_range(range(739617, 740713))
        Period('2026/2028')
        """
        if not isinstance(numbers, range):
            raise ValidationError([wrong_type_problem("range", numbers)])
        if not numbers or numbers.step != 1:
            raise reject("not-consecutive-days", str(numbers))
        return cls.from_day_numbers(numbers[0], numbers[-1])

    @classmethod
    def from_text(cls, text: str, lang: Lang | None = None, today: Day | None = None) -> Period:
        """Read a period from words, such as "from 2026 to 2028". Inverse of `label`.

        ``text`` is read as a whole or refused. ``lang`` is its language, or any if it is not
        given; ``today`` is the day from which "next year" counts. Raises `AmbiguousText`,
        `UnknownLanguage`, and `ValidationError` with the reason; `bilateral.dates.words.reading`
        says what is understood.

        >>> Period.from_text("на 2026–2028 годы")
        Period('2026/2028')
        """
        from bilateral.dates.words import reading as dates

        return dates.period_from_text(text, lang, today)

    @classmethod
    def all_from_text(
        cls, text: str, lang: Lang | None = None, today: Day | None = None
    ) -> tuple[Period, ...]:
        """Read several dates or periods in a row, each by itself, in the order of the text.

        Arguments and errors are as for `from_text`, which makes one period of neighbours and
        refuses others; a text that is no row gives one period.

        >>> Period.all_from_text("2019, 2021 and 2023")
        (Period('2019'), Period('2021'), Period('2023'))
        """
        from bilateral.dates.words import reading as dates

        return dates.periods_from_text(text, lang, today)

    def label(self, lang: Lang, form: DateForm = "bare", spacing: Spacing = "cldr") -> str:
        """The period in words of the language ``lang``. Inverse of `from_text`.

        ``form`` is ``bare``, ``for``, ``in``, ``short``, ``medium`` (5 Nov 2025), ``numeric``
        (05/11/2025) or ``of``; ``spacing`` is ``cldr``, ``nbsp`` or ``plain``. Raises
        `UnknownLanguage`; `MissingForm` where the language has no such form; `ValidationError`:
        ``unknown-form``, ``unknown-spacing``.

        >>> Period("2026/2028").label("ru", "for")
        'на 2026–2028 годы'
        """
        from bilateral.dates.words import labels as dates

        return dates.period_label(self, lang, form, spacing)

    @property
    def start(self) -> PartialDate | None:
        """The date that it begins with, or `None` if the start is open or unknown."""
        return _given(self.ends[0])

    @property
    def end(self) -> PartialDate | None:
        """The date that it ends with, or `None` if the end is open or unknown."""
        return _given(self.ends[1])

    @property
    def start_kind(self) -> EndKind:
        """The knowledge of the start: it is given, open or unknown.

        >>> Period("../2028").start_kind, Period("/2028").start_kind
        (<EndKind.OPEN: 'open'>, <EndKind.UNKNOWN: 'unknown'>)
        """
        return END_KINDS.get(self.ends[0], EndKind.GIVEN)

    @property
    def end_kind(self) -> EndKind:
        """The knowledge of the end: it is given, open or unknown."""
        return END_KINDS.get(self.ends[1], EndKind.GIVEN)

    @property
    def ends(self) -> tuple[str, str]:
        """The texts of start and end; they are the same where the period is a single date."""
        left, slash, right = self.text.partition("/")
        return left, right if slash else left

    @property
    def extent(self) -> Extent:
        """The days on which its ends may lie; all comparisons are computed from them.

        `bilateral.dates.intervals.Extent` says how they are counted.
        """
        if self.is_definite:
            return Extent.known(*self.sort_key[:2])
        if "/" not in self.text:
            return read(self.text).extent()
        left, right = self.ends
        start, end = start_of(left), end_of(right)
        return Extent(start.least, start.most, end.least, end.most)

    def is_before(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if all of it is before all of ``other``; `None` if that cannot be known.

        A text with a ``/`` is a period, any other a date. Raises `ValidationError` for what is
        neither.
        """
        return self.extent.precedes(extent_of(other))

    def is_after(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if all of it is after all of ``other``; `None` if that cannot be known.

        Arguments and errors are as for `is_before`.
        """
        return extent_of(other).precedes(self.extent)

    def contains(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if it has every day of ``other``; `None` if that cannot be known.

        A `PartialDate` is one day that is not known more closely; a text without ``/`` is one.

        >>> plan = Period("2026/2028")
        >>> plan.contains("2027"), plan.contains("2025-11/2026-01"), plan.contains("2028-12-31~")
        (True, False, None)
        """
        if self.is_definite and is_day(other):
            first, last, _ = self.sort_key
            return first <= other.toordinal() <= last
        return self.extent.contains(extent_of(other))

    def overlaps(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if it and ``other`` have a day in common; `None` if that cannot be known.

        Arguments and errors are as for `is_before`.
        """
        return self.extent.overlaps(extent_of(other))

    def relation(self, other: Period | PartialDate | datetime.date | str) -> Allen | None:
        """The relation to ``other`` (`Allen`); `None` if several relations are possible.

        Here a date counts as the period that it covers. Open ends lie infinitely far out, so two
        of them are at the same place; an unknown end may lie anywhere.

        >>> Period("2026").relation("2027"), Period("2026/..").relation("2024/..")
        (<Allen.MEETS: 'meets'>, <Allen.FINISHES: 'finishes'>)
        """
        other = Period.of(other)
        if self.is_definite and other.is_definite:
            return relation(*self.sort_key[:2], *other.sort_key[:2])
        possible = self.extent.relations(other.extent)
        return next(iter(possible)) if len(possible) == 1 else None

    def possible_relations(
        self, other: Period | PartialDate | datetime.date | str
    ) -> frozenset[Allen]:
        """All relations that it may have to ``other``.

        >>> sorted(Period("2026/").possible_relations("2027"))[:3]
        [<Allen.BEFORE: 'before'>, <Allen.CONTAINS: 'contains'>, <Allen.FINISHED_BY: 'finished_by'>]
        """
        return self.extent.relations(Period.of(other).extent)

    @property
    def certain_days(self) -> DaySet:
        """The days that it has in any case.

        >>> Period("2026/2028~").certain_days
        DaySet.of('2026-01-01')
        """
        certain = self.extent.certain
        return DaySet([certain] if certain else [])

    @property
    def possible_days(self) -> DaySet:
        """The days that it may have.

        >>> Period("2026/2028~").possible_days
        DaySet.of('2026/..')
        """
        first, last = self.extent.possible
        return DaySet(
            [(-FOREVER if first == -SOMETIME else first, FOREVER if last == SOMETIME else last)]
        )

    def day_set(self) -> DaySet:
        """Its days as a set, for union, difference, gaps and all else that sets do.

        Raises `ValidationError` (``period-not-definite``) if an end is unknown, marked or not
        fully specified.

        >>> (Period("2026/2028").day_set() - Period("2027").day_set()).periods()
        (Period('2026'), Period('2028'))
        """
        if not self.is_definite:
            raise reject("period-not-definite", self.text)
        return self.certain_days

    def intersection(self, other: Period | PartialDate | datetime.date | str) -> Period | None:
        """The period that it and ``other`` have in common, or `None` if they have none.

        It keeps the dates as they are written. Where it cannot be known which of two ends comes
        first, the one whose stated day does is taken and marked ``?``. Raises `ValidationError`
        (``period-not-definite``) if even the stated days leave it open whether there is
        anything in common.

        >>> Period("2026/2028").intersection("2027-07/..")
        Period('2027-07/2028')
        >>> Period("2026/").intersection("2027/2028")
        Period('2027/2028?')
        """
        other = Period.of(other)
        if self.overlaps(other) is False:
            return None
        (start, end), (other_start, other_end) = self.ends, other.ends
        ends = (
            later_end(start_of(start), start_of(other_start)),
            later_end(end_of(end).mirrored, end_of(other_end).mirrored),
        )
        same = [period for period in (self, other) if period.ends == ends]
        if same:
            return min(same, key=lambda period: (len(period.text), period.text))
        first, last = (_given(end) for end in ends)
        if first and last and first.first_number > last.last_number:
            raise reject("period-not-definite", f"{self}, {other}")
        return Period.parse("/".join(ends))

    def union(self, *others: Period | PartialDate | datetime.date | str) -> DaySet:
        """All days of this period and of the ``others``, as a set (`DaySet.of`)."""
        return DaySet.of(self, *others)

    @property
    def day_count(self) -> int | None:
        """The number of its days; `None` if it is without end or cannot be known.

        `day_counts` says how many they are at least and at most.
        """
        return self.day_set().day_count if self.is_definite else None

    @property
    def day_counts(self) -> tuple[int | None, int | None]:
        """The least and the greatest number of its days; `None` is without end.

        >>> Period("2026-11-2X/2026-12-05").day_counts, Period("2026~").day_counts
        ((7, 16), (365, 366))
        >>> Period("2026/").day_counts, Period("2026/..").day_counts
        ((1, None), (None, None))
        """
        extent = self.extent
        least = max(extent.shortest, extent.last_min - extent.first_max) + 1
        most = min(extent.longest, extent.last_max - extent.first_min) + 1
        return _count(least), _count(most)

    def day_numbers(self) -> range:
        """Its days as numbers, as by `datetime.date.toordinal`, for every year.

        Raises `ValidationError` (``period-not-definite``) if an end is not given for certain.
        """
        if not self.is_definite or self.first_number is None or self.last_number is None:
            raise reject("period-not-definite", self.text)
        return range(self.first_number, self.last_number + 1)

    def days(self) -> Days:
        """Its days as a sequence of `datetime.date`, made one by one.

        Raises `ValidationError`: as `day_numbers`, and ``date-out-of-range``.

        >>> Period("2026-02").days()[-1]
        datetime.date(2026, 2, 28)
        """
        return Days(self.day_numbers())

    def duration(self) -> Duration:
        """Its length in whole months and the days left over, from its first day on.

        ``add(first day, duration)`` is the day after the last. Errors as `day_numbers`; a
        period of which an end is not known has no one length, but `day_counts`.

        >>> str(Period("2026/2028").duration()), str(Period("2026-01-31/2026-03-01").duration())
        ('P3Y', 'P1M2D')
        """
        numbers = self.day_numbers()
        year, month, _ = year_month_day(numbers.start)
        end_year, end_month, _ = year_month_day(numbers.stop)
        months = (end_year - year) * MONTHS + end_month - month
        if add_months(numbers.start, months) > numbers.stop:
            months -= 1
        rest = numbers.stop - add_months(numbers.start, months)
        return Duration(*divmod(months, MONTHS), days=rest)

    def split_by_year(self) -> Iterator[Period]:
        """Its parts in each calendar year, in order. Errors as `day_numbers`.

        >>> [str(part) for part in Period("2026-07/2028").split_by_year()]
        ['2026-07/2026-12', '2027', '2028']
        """
        numbers = self.day_numbers()
        first, last = (year_month_day(numbers[index])[0] for index in (0, -1))
        years = ((day_number(year), day_number(year + 1) - 1) for year in range(first, last + 1))
        return (
            Period.from_day_numbers(max(start, numbers[0]), min(end, numbers[-1]))
            for start, end in years
        )

    def to_portion(self) -> Any:
        """The same as an interval of the library ``portion``. Inverse of `from_portion`.

        Its ends are `datetime.date`. Raises `MissingExtra` without that library, and
        `ValidationError` (``period-not-definite``, ``date-out-of-range``).
        """
        from bilateral.dates import interop

        if not self.is_definite:
            raise reject("period-not-definite", self.text)
        days = {self.first_number: self.earliest, self.last_number: self.latest}
        if any(number is not None and day is None for number, day in days.items()):
            raise reject("date-out-of-range", self.text)
        return interop.to_portion(self.earliest, self.latest)

    @classmethod
    def from_portion(cls, interval: Any) -> Period:
        """The period of an ``interval`` of portion over `datetime.date`. Inverse of `to_portion`.

        An infinite end is open. Raises `MissingExtra`, and `ValidationError`: ``wrong-type``;
        ``not-consecutive-days`` for an interval that is empty, in several pieces, or over
        anything else.
        """
        from bilateral.dates import interop

        return cls.from_day_numbers(*interop.from_portion(interval))

    def to_pandas(self) -> Any:
        """The same as a `pandas.Interval` of midnights. Inverse of `from_pandas`.

        It is closed on both sides.
        Raises `MissingExtra` without pandas, and `ValidationError` as `days`.
        """
        from bilateral.dates import interop

        days = self.days()
        return interop.to_pandas(days[0], days[-1])

    @classmethod
    def from_pandas(cls, interval: Any) -> Period:
        """The period of a `pandas.Interval` of midnights. Inverse of `to_pandas`.

        The ends of ``interval`` have no time zone.
        Raises `MissingExtra`, and `ValidationError`: ``wrong-type``, ``not-consecutive-days``.

        >>> import pandas as pd
        >>> years = pd.Timestamp(2026, 1, 1), pd.Timestamp(2029, 1, 1)
        >>> Period.from_pandas(pd.Interval(*years, closed="left"))
        Period('2026/2028')
        """
        from bilateral.dates import interop

        return cls.from_day_numbers(*interop.from_pandas(interval))


def _check_day_numbers(*numbers: int | None) -> None:
    for number in numbers:
        if number is not None and type(number) is not int:
            raise ValidationError([wrong_type_problem("integer", number)])


def _count(days: int) -> int | None:
    """A number of days; an end that lies anywhere leads to more than any text can name."""
    return days if days < SOMETIME // 2 else None


def _given(side: str) -> PartialDate | None:
    return None if side in END_KINDS else PartialDate.parse(side)


def optional_date(value: PartialDate | datetime.date | str | None) -> PartialDate | None:
    """A date or nothing, as a converter of a class with fields (``bilateral.coercion.soft``)."""
    return None if value is None else soft(PartialDate.of, value)


def optional_period(
    value: Period | PartialDate | datetime.date | str | None,
) -> Period | None:
    """A period or nothing, as a converter of a class with fields (``bilateral.coercion.soft``)."""
    return None if value is None else soft(Period.of, value)
