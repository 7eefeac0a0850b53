"""The days of a date or a period as a database has them: from the year 1 to the year 9999."""

from __future__ import annotations

import datetime

from bilateral.dates.gregorian import MAX_DAY
from bilateral.dates.intervals import SOMETIME
from bilateral.dates.partial_dates import PartialDate, date_of
from bilateral.dates.periods import Period

__all__ = ["known_days"]


def known_days(value: PartialDate | Period) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day of a period, each if it is known for certain.

    An open end is 0001-01-01 or 9999-12-31. Of a date they are the bounds between which it lies.

    >>> known_days(Period("2026/"))
    (datetime.date(2026, 1, 1), None)
    """
    first, last = _bounds(value)
    if (first or 1) > MAX_DAY or (last or 1) < 1:
        # It has no day that a database has.
        return None, None
    # Beyond those, the nearest one says the same of all that there are.
    return (
        None if first is None else date_of(max(first, 1)),
        None if last is None else date_of(min(last, MAX_DAY)),
    )


def _bounds(value: PartialDate | Period) -> tuple[int | None, int | None]:
    """The numbers of the first and the last day, each if it is known."""
    extent = value.extent
    first, last = extent.possible
    if isinstance(value, Period):
        return (
            first if first == extent.first_max else None,
            last if last == extent.last_min else None,
        )
    return None if first <= -SOMETIME else first, None if last >= SOMETIME else last
