"""The order of day and month in the figures of a column, where some of its dates tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from bilateral.wire.sheets.protection import Cell

__all__ = ["DateOrder", "in_order", "order_of"]

_DATE = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4})\s*", re.ASCII)
_MONTHS = 12
# So many dates must tell the order, and none the other one.
_LEAST = 3


class DateOrder(Enum):
    """The first of the two figures before the year."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


def order_of(cells: Iterable[Cell]) -> DateOrder | None:
    """The order that the dates of a column have in common; `None` if too few tell one.

    >>> order_of(["25/06/2011", "31/01/2012", "05/06/2011", "13/02/2010"])
    <DateOrder.DAY_FIRST: 'day'>
    """
    counts = dict.fromkeys(DateOrder, 0)
    for cell in cells:
        match = _DATE.fullmatch(cell) if isinstance(cell, str) else None
        if match:
            counts[DateOrder.DAY_FIRST] += int(match[1]) > _MONTHS
            counts[DateOrder.MONTH_FIRST] += int(match[3]) > _MONTHS
    told = [order for order, count in counts.items() if count]
    return told[0] if len(told) == 1 and counts[told[0]] >= _LEAST else None


def in_order(cell: Cell, order: DateOrder | None) -> Cell:
    """A date in figures as the standard writes it, by the order of its column.

    >>> in_order("05/06/2011", DateOrder.DAY_FIRST), in_order("June 2011", DateOrder.DAY_FIRST)
    ('2011-06-05', 'June 2011')
    """
    match = _DATE.fullmatch(cell) if isinstance(cell, str) and order else None
    if match is None:
        return cell
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return f"{match[4]}-{month:02}-{day:02}"
