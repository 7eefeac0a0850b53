"""Lengths of time counted from days that are known only within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from bilateral.dates.gregorian import MONTHS, year_month_day
from bilateral.dates.intervals import SOMETIME
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.terms.counting import Reading, last_number

__all__ = ["anniversary", "day_after"]

_YEAR: Final = 366


def day_after(
    readings: Sequence[Reading], months: int, days: int, start: UncertainDay
) -> tuple[UncertainDay, UncertainDay]:
    """The first day after a time that runs from a day, by the earlier and the later reading."""
    early, late = (
        start.moved(partial(_day_after, months, days, reading))
        for reading in (readings[0], readings[-1])
    )
    return early, late


def anniversary(start: UncertainDay, reading: Reading, day: UncertainDay) -> UncertainDay:
    """The first anniversary of ``start`` on a day or after it."""
    if start.earliest != start.latest or abs(start.earliest) >= SOMETIME:
        # It lies less than a year and a day later, whenever it is.
        return UncertainDay(day.earliest, day.plus(_YEAR).latest)

    def following(number: int) -> int:
        years = year_month_day(number)[0] - year_month_day(start.earliest)[0]
        known = (
            _day_after(year * MONTHS, 0, reading, start.earliest)
            for year in range(max(1, years - 1), max(1, years) + 2)
        )
        return next(one for one in known if one >= number)

    return day.moved(following)


def _day_after(months: int, days: int, reading: Reading, start: int) -> int:
    return last_number(start, months, days, reading) + 1
