"""Days of the proleptic Gregorian calendar as whole numbers, for any year.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`; year 0 is 1 BC and year -1 is 2 BC, as
ISO 8601 numbers them. Four centuries have the same number of days whichever they are, so
`datetime.date` does the work inside one such cycle.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime
from typing import Final, TypeGuard

__all__ = [
    "MAX_DAY",
    "MONTHS",
    "add_months",
    "day_number",
    "is_day",
    "is_leap",
    "month_length",
    "to_date",
    "year_month_day",
]

_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: Months of a year.
MONTHS: Final = 12
#: The last day that `datetime.date` can hold, 9999-12-31.
MAX_DAY: Final = date(MAXYEAR, 12, 31).toordinal()


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(0), is_leap(-4)
    (True, False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % _CYCLE_YEARS == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]  # noqa: PLR2004


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day that exists.

    >>> day_number(1), day_number(0, 12, 31), day_number(2026, 1, 1)
    (1, 0, 739617)
    """
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    return date(rest + 1, month, day).toordinal() + cycles * _CYCLE_DAYS


def year_month_day(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    >>> year_month_day(739617), year_month_day(0)
    ((2026, 1, 1), (0, 12, 31))
    """
    cycles, rest = divmod(number - 1, _CYCLE_DAYS)
    day = date.fromordinal(rest + 1)
    return day.year + cycles * _CYCLE_YEARS, day.month, day.day


def to_date(number: int) -> date | None:
    """The day as `datetime.date`, or `None` outside the years 1 to 9999."""
    return date.fromordinal(number) if 1 <= number <= MAX_DAY else None


def add_months(number: int, months: int) -> int:
    """The day of the same number so many months later (earlier if negative), else the month's last.

    The fallback to the last day is that of BGB § 188(3), of article 192 of the Civil Code of
    Russia and of article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71.

    >>> year_month_day(add_months(day_number(2026, 1, 31), 1))
    (2026, 2, 28)
    """
    year, month, day = year_month_day(number)
    years, month = divmod(month - 1 + months, MONTHS)
    year, month = year + years, month + 1
    return day_number(year, month, min(day, month_length(year, month)))


def is_day(value: object) -> TypeGuard[date]:
    """Whether it is a date and not a point in time."""
    return isinstance(value, date) and not isinstance(value, datetime)
