"""Intervals of the libraries ``portion`` and ``pandas``, from day numbers and to them."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import Any

from bilateral.dates.gregorian import is_day
from bilateral.errors import MissingExtra
from bilateral.problems import ValidationError, reject, wrong_type_problem

__all__ = ["from_pandas", "from_portion", "to_pandas", "to_portion"]

#: The first and the last day; `None` is without end.
Bounds = tuple[int | None, int | None]


def to_portion(first: datetime.date | None, last: datetime.date | None) -> Any:
    """The days from ``first`` to ``last`` as a `portion.Interval`; `None` is without end."""
    portion = _library("portion")
    return portion.closed(
        -portion.inf if first is None else first, portion.inf if last is None else last
    )


def from_portion(interval: Any) -> Bounds:
    """The days of a `portion.Interval`, which must be one piece of `datetime.date`."""
    portion = _library("portion")
    if not isinstance(interval, portion.Interval):
        raise ValidationError([wrong_type_problem("portion.Interval", interval)])
    ends = (interval.lower, interval.upper)
    days = [None if end in (portion.inf, -portion.inf) else end for end in ends]
    if not interval.atomic or interval.empty or not all(d is None or is_day(d) for d in days):
        raise reject("not-consecutive-days", str(interval))
    return _bounds(
        *days,
        skip_first=interval.left is portion.OPEN,
        skip_last=interval.right is portion.OPEN,
    )


def to_pandas(first: datetime.date, last: datetime.date) -> Any:
    """The days from ``first`` to ``last`` as a `pandas.Interval` of midnights."""
    pd = _library("pandas")
    return pd.Interval(pd.Timestamp(first), pd.Timestamp(last), closed="both")


def from_pandas(interval: Any) -> Bounds:
    """The days of a `pandas.Interval` of midnights without a time zone."""
    if not isinstance(interval, _library("pandas").Interval):
        raise ValidationError([wrong_type_problem("pandas.Interval", interval)])
    ends = (interval.left, interval.right)
    times = [(end.time(), end.tzinfo) for end in ends if isinstance(end, datetime.datetime)]
    if times != [(datetime.time(), None)] * 2 or interval.is_empty:
        raise reject("not-consecutive-days", str(interval))
    return _bounds(
        *(end.date() for end in ends),
        skip_first=not interval.closed_left,
        skip_last=not interval.closed_right,
    )


def _bounds(
    first: datetime.date | None, last: datetime.date | None, *, skip_first: bool, skip_last: bool
) -> Bounds:
    """The days between two bounds, of which one that is skipped does not itself belong."""
    return (
        None if first is None else first.toordinal() + skip_first,
        None if last is None else last.toordinal() - skip_last,
    )


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise MissingExtra(name, name) from None
