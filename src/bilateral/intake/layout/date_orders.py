"""What the dates of a column tell of each: the order of day and month, the century of a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from bilateral.wire.sheets.protection import Cell, text_of

__all__ = ["DateOrder", "DateStyle", "in_one_order", "in_style", "style_of"]

_DATE = re.compile(r"\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?:\s*г\.?)?\s*", re.ASCII)
# A day before the name of a month and two digits of a year, or such a month as spreadsheets show.
_SHORT = re.compile(r"\s*(?:(\d{1,2})[-. ]+)?([^\W\d_]{3,}\.?)([-'’. ]+)(\d\d)\s*")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_MONTHS = 12
# So many dates must tell the order, and none the other one.
_LEAST = 2
# So many cells of a column tell of which century its years are, if none is before that year.
_FEW, _FIRST_YEAR = 3, 1940
# From here on, two digits are a year of the last century, as spreadsheets have it; an end is later.
_LAST_CENTURY, _LAST_CENTURY_OF_ENDS = 30, 70
_CENTURIES = (1900, 2000)


class DateOrder(Enum):
    """The first of the two figures before the year."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


@attrs.frozen
class DateStyle:
    """How a column writes dates.

    ``order`` is that of day and month, ``pivot`` the first year in two digits of the last
    century; each is `None` if the dates do not tell it.
    """

    order: DateOrder | None = None
    pivot: int | None = None


def style_of(cells: Iterable[Cell], *, are_ends: bool = False) -> DateStyle:
    """What the dates of a column have in common.

    >>> style_of(["25/06/2011", "31/01/2012", "05/06/2011", "13/02/10"])
    DateStyle(order=<DateOrder.DAY_FIRST: 'day'>, pivot=30)
    """
    texts = [text_of(cell) for cell in cells if cell is not None]
    counts = dict.fromkeys(DateOrder, 0)
    for match in filter(None, map(_DATE.fullmatch, texts)):
        counts[DateOrder.DAY_FIRST] += int(match[1]) > _MONTHS
        counts[DateOrder.MONTH_FIRST] += int(match[3]) > _MONTHS
    told = [order for order, count in counts.items() if count]
    order = told[0] if len(told) == 1 and counts[told[0]] >= _LEAST else None
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    dated = [text for text in texts if any(map(str.isdigit, text))]
    is_recent = len(dated) >= _FEW and min(years, default=_FIRST_YEAR) >= _FIRST_YEAR
    pivot = _LAST_CENTURY_OF_ENDS if are_ends else _LAST_CENTURY
    return DateStyle(order, pivot if is_recent else None)


def in_one_order(styles: Mapping[str, DateStyle]) -> dict[str, DateStyle]:
    """The styles of the columns of a list, each with the order that the other ones tell.

    >>> told, open_ = DateStyle(DateOrder.DAY_FIRST), DateStyle()
    >>> in_one_order({"signed": told, "in_force": open_})["in_force"].order
    <DateOrder.DAY_FIRST: 'day'>
    """
    orders = {one.order for one in styles.values() if one.order}
    told = orders.pop() if len(orders) == 1 else None
    return {field: attrs.evolve(one, order=one.order or told) for field, one in styles.items()}


def in_style(cell: Cell, style: DateStyle | None) -> Cell:
    """A date as the standard or a reader of words has it, by the style of its column.

    >>> style = DateStyle(DateOrder.DAY_FIRST, 30)
    >>> in_style("05/06/11", style), in_style("5-Jun-98", style), in_style("June 2011", style)
    ('2011-06-05', '5 Jun 1998', 'June 2011')
    """
    if not isinstance(cell, str) or style is None:
        return cell
    if match := _DATE.fullmatch(cell):
        year = _year(match[4], style)
        first, second = int(match[1]), int(match[3])
        order = DateOrder.DAY_FIRST if match[2] == "." else style.order
        if year is None or order is None:
            return cell
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return f"{year}-{month:02}-{day:02}"
    match = _SHORT.fullmatch(cell)
    year = _year(match[4], style) if match else None
    # Between blanks and without a day, two digits may be one: June 11.
    if match is None or year is None or not (match[1] or match[3].strip()):
        return cell
    return " ".join(filter(None, (match[1], match[2], str(year))))


def _year(digits: str, style: DateStyle) -> int | None:
    """The year that digits mean; `None` if nothing tells its century."""
    year = int(digits)
    if len(digits) > len("00"):
        return year
    if style.pivot is None:
        return None
    return year + _CENTURIES[year < style.pivot]
