"""Ends of a period's text: the day that each states, and where it may lie."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from bilateral.dates.edtf import plain_days, read, read_days, refusal
from bilateral.dates.intervals import FOREVER, SOMETIME, Extent
from bilateral.problems import ValidationError, reject

__all__ = ["END_KINDS", "EndKind", "end_of", "later_end", "read_days_of_period", "start_of"]


class EndKind(StrEnum):
    """The knowledge of an end of a period: it is given, open or unknown.

    >>> from bilateral import Period
    >>> Period("2026/..").end_kind
    <EndKind.OPEN: 'open'>
    """

    GIVEN = "given"
    OPEN = "open"
    UNKNOWN = "unknown"


#: The texts of ends that are no dates.
END_KINDS: Final = {"..": EndKind.OPEN, "": EndKind.UNKNOWN}


class End(NamedTuple):
    """One side of a period's text: the day it states, and where that end may lie."""

    text: str
    stated: int | None
    least: int
    most: int

    @property
    def mirrored(self) -> End:
        """The same on a line of days that runs the other way, where the earlier is the later."""
        stated = None if self.stated is None else -self.stated
        return End(self.text, stated, -self.most, -self.least)


def start_of(side: str) -> End:
    """The start of a period from the text before its slash."""
    if side in END_KINDS:
        return End(side, None, -FOREVER, -FOREVER if side else SOMETIME)
    first, _, extent = _covered(side)
    return End(side, first, extent.first_min, extent.first_max)


def end_of(side: str) -> End:
    """The end of a period from the text behind its slash."""
    if side in END_KINDS:
        return End(side, None, FOREVER if side else -SOMETIME, FOREVER)
    _, last, extent = _covered(side)
    return End(side, last, extent.last_min, extent.last_max)


def _covered(date: str) -> tuple[int, int, Extent]:
    """The first and last day that a date states, and the time that it covers."""
    first, last, is_definite = _days_of(date)
    return first, last, Extent.known(first, last) if is_definite else read(date).extent()


def later_end(a: End, b: End) -> str:
    """The text of the later of two ends, marked if that is not known but only stated."""
    winners = [x for x, y in ((a, b), (b, a)) if x.text == y.text or x.least >= y.most]
    if winners:
        return min((end.text for end in winners), key=lambda text: (len(text), text))
    # One of the two is a date at least: open and unknown ends have an order.
    winner = max(
        (end for end in (a, b) if end.stated is not None),
        key=lambda end: (end.stated, -len(end.text), end.text),
    )
    # What is known for certain is marked as uncertain.
    return f"{winner.text}?" if winner.least == winner.most else winner.text


def read_days_of_period(text: str, *, hints: bool = True) -> tuple[int | None, int | None, bool]:
    """The first and last day of a period, and whether they follow for certain.

    This is the whole grammar of periods, for what the short way does not know or refuses.
    """
    sides = text.split("/")
    if len(sides) > 2:  # noqa: PLR2004 - a start and an end
        raise refusal(text, _is_period if hints else None)
    try:
        days = [
            _days_of(side) if side not in END_KINDS or len(sides) == 1 else None for side in sides
        ]
    except ValidationError as error:
        if error.problems[0].code == "edtf-syntax":
            raise refusal(text, _is_period if hints else None) from None
        raise
    start, end = days[0], days[-1]
    if start is None and end is None:
        raise reject("period-without-date", text)
    if start and end and start[0] > end[1]:
        raise reject("period-reversed", text)
    is_definite = "" not in sides and all(side is None or side[2] for side in days)
    return start[0] if start else None, end[1] if end else None, is_definite


def _days_of(date: str) -> tuple[int, int, bool]:
    days = plain_days(date)
    return read_days(date, hints=False) if days is None else (*days, True)


def _is_period(text: str) -> bool:
    try:
        read_days_of_period(text, hints=False)
    except ValidationError:
        return False
    return True
