"""Days as far as they are known: two bounds between which each lies, both possible.

The rules of counting are monotonic, so a rule goes over both bounds. No day is made up.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from bilateral.dates.gregorian import to_date
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.display import Facts, View, bundle, word
from bilateral.literals import Lang

__all__ = ["ANYTIME", "NEVER", "UncertainDay", "day_of", "end_of", "later"]


class UncertainDay(NamedTuple):
    """Some day from ``earliest`` to ``latest``, each of which it may be (day numbers).

    >>> UncertainDay(739617, 739647)
    <UncertainDay: 2026-01>
    """

    earliest: int
    latest: int

    def __repr__(self) -> str:
        if self.earliest >= FOREVER:
            return "<UncertainDay: never>"
        return f"<UncertainDay: {self.period or 'any day'}>"

    def label(self, lang: Lang) -> str:
        """The day in words of the language ``lang``, as far as it is known.

        >>> UncertainDay(739617, 739647).label("en"), NEVER.label("de")
        ('January 2026', 'ohne Ende')
        """
        period = self.period
        if period:
            return period.label(lang)
        return word("never" if self.earliest >= FOREVER else "any_day", lang)

    def _facts(self, view: View) -> Iterable[Facts]:
        return [Facts(view.name_of(UncertainDay), [(view.word("in_words"), self.label(view.lang))])]

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        return bundle(self, include=include, exclude=exclude)

    def reached(self, day: int) -> bool | None:
        """True if it is the given ``day`` or an earlier one; `None` if that cannot be known."""
        if self.latest <= day:
            return True
        return None if self.earliest <= day else False

    def moved(self, rule: Callable[[int], int]) -> UncertainDay:
        """The day that a monotonic ``rule`` leads to from it."""
        earliest, latest = self
        if abs(earliest) < SOMETIME:
            earliest = rule(earliest)
        if latest == self.earliest:
            return UncertainDay(earliest, earliest)
        return UncertainDay(earliest, rule(latest) if abs(latest) < SOMETIME else latest)

    def plus(self, days: int) -> UncertainDay:
        """The day so many ``days`` later."""
        earliest, latest = self
        if earliest == latest:
            return UncertainDay(earliest + days, latest + days) if abs(latest) < SOMETIME else self
        return UncertainDay(
            earliest + days if abs(earliest) < SOMETIME else earliest,
            latest + days if abs(latest) < SOMETIME else latest,
        )

    def perhaps_never(self) -> UncertainDay:
        """The day from its earliest on, which may also not come."""
        return UncertainDay(self.earliest, FOREVER)

    @property
    def date(self) -> datetime.date | None:
        """The day, if it is known."""
        return to_date(self.earliest) if self.earliest == self.latest else None

    @property
    def period(self) -> Period | None:
        """The days that it may be, or nothing if it may be any.

        Beyond the year 9999 it is the years in which they lie, as EDTF cannot write the days.
        """
        return _period(*self)

    @property
    def partial_date(self) -> PartialDate | None:
        """The day, month or year within which the day is, if it is one."""
        days = self.period
        return None if days is None or "/" in days.text else days.start

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The two days, or nothing where it may be any."""
        earliest, latest = (None if abs(one) >= SOMETIME else one for one in self)
        return earliest, latest


@lru_cache(maxsize=1024)
def _period(earliest: int, latest: int) -> Period | None:
    # A sentence asks for that of one day again and again.
    first, last = UncertainDay(earliest, latest).bounds
    return None if first is last is None else Period.around(first, last)


NEVER: Final = UncertainDay(FOREVER, FOREVER)
ANYTIME: Final = UncertainDay(-SOMETIME, SOMETIME)


def day_of(date: PartialDate | None) -> UncertainDay:
    """A date as a day between two; any day for a date that is not recorded."""
    return ANYTIME if date is None else UncertainDay(*date.extent.possible)


@lru_cache(maxsize=4096)
def end_of(date: PartialDate) -> UncertainDay:
    """The last day of what lasts until a date, which is in it: 2030 ends with 31 December.

    >>> end_of(PartialDate("2030"))
    <UncertainDay: 2030-12-31>
    """
    extent = Period.until(date).extent
    return UncertainDay(extent.last_min, extent.last_max)


def later(days: Iterable[UncertainDay]) -> UncertainDay:
    """The last of several days."""
    last, *others = days
    for earliest, latest in others:
        last = UncertainDay(max(last[0], earliest), max(last[1], latest))
    return last
