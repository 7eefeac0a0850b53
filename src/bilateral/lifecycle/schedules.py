"""Schedules: the periods that a document lasts, and what notice does to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.uncertain_days import NEVER, UncertainDay
from bilateral.events import Event
from bilateral.lifecycle.facts import Ending, Fact, State
from bilateral.terms.counting import Reading, last_number, notice_numbers
from bilateral.terms.rules import Renewal, Term

__all__ = ["Schedule"]

# The months and days of 400 years, and how far months of unequal length may stray from that.
_CYCLE_MONTHS: Final = 4800
_CYCLE_DAYS: Final = 146_097
_UNEVEN: Final = 8


@attrs.frozen
class Schedule:
    """The periods that a document lasts, one after the other.

    It is counted from ``anchor``, or the first period has a ``fixed`` last day. There are at
    most ``most`` further periods as things stand (`None`: any number), and ``possible`` if the
    sides agree.
    """

    term: Term
    anchor: Fact
    fixed: tuple[UncertainDay, UncertainDay] | None
    most: int | None
    possible: int | None
    code: str
    rules: tuple[str, ...]
    events: tuple[Event, ...] = ()

    def last(self, number: int) -> tuple[UncertainDay, UncertainDay]:
        """The last day of a period (0 is the first), by the earlier and by the later reading."""
        return self.early(number), self.late(number)

    def within(self, number: int) -> UncertainDay:
        """The bounds of the last day of a period, by whichever reading."""
        return UncertainDay(self.early(number).earliest, self.late(number).latest)

    def early(self, number: int) -> UncertainDay:
        """The last day of a period by the earlier reading."""
        return self._last(number, 0)

    def late(self, number: int) -> UncertainDay:
        """The last day of a period by the later reading."""
        return self._last(number, -1)

    def _last(self, number: int, which: int) -> UncertainDay:
        renewal = self.term.renewal
        if number and renewal and renewal.length is None:
            # Without end, or for a time that is not known.
            first = self._last(0, which).plus(1)
            return NEVER if renewal.indefinite else first.perhaps_never()
        if self.fixed:
            if not (number and renewal and renewal.length):
                return self.fixed[which]
            # What of two readings is the later one from a first day is the earlier from a last.
            reading = self.term.readings[-1 - which]
            return self.fixed[which].moved(partial(_further, renewal.length, number, reading))
        reading = self.term.readings[which]
        return self.anchor.when.moved(lambda start: self.term.last_number(start, number, reading))

    def number_at(self, day: int) -> int:
        """The first period that may end on the day or later, as far as there are renewals."""
        return self._first(self._near(day), lambda number: self.late(number).latest >= day)

    def _first(self, low: int, holds: Callable[[int], bool]) -> int:
        """The first number for which something holds, or the greatest that there is.

        It holds for all that follow, and for none before ``low``. Neither a thousand nor a
        billion renewals are counted up.
        """
        high, step = low, 1
        while high != self.most and not holds(high):
            low, high, step = high + 1, high + step, 2 * step
            high = high if self.most is None else min(high, self.most)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if holds(middle) else (middle + 1, high)
        return low

    def _near(self, day: int) -> int:
        """A number near that of the period on a day, and not too large."""
        renewal = self.term.renewal
        end = self.late(0).latest
        if not (renewal and renewal.length) or end >= SOMETIME:
            return 0
        months, days = renewal.length.total_months, renewal.length.total_days
        # Over the cycle of the calendar, months have a whole number of days together.
        time = (day - end - _UNEVEN) * _CYCLE_MONTHS
        number = max(0, time // (months * _CYCLE_DAYS + days * _CYCLE_MONTHS))
        return number if self.most is None else min(number, self.most)

    def stopped_by(self, notice: UncertainDay, renewal: Renewal) -> tuple[int | None, int | None]:
        """The first period that notice on a day may end, and the first that it ends for certain.

        There is none of which it comes too late for every renewal, or may do so. Notice on a
        disputed day may be in time or not; so may one that comes before it is due.
        """
        near = self._near(notice.earliest)
        least = self._first(near, lambda n: self.latest(n, renewal).latest >= notice.earliest)
        if least == self.most:
            return None, None
        if notice.latest >= SOMETIME or self.early(least).earliest <= -SOMETIME:
            return least, None
        most = self._first(least, lambda n: self.safe(n, renewal).earliest >= notice.latest)
        is_open = most == self.most or self._too_early(notice, most, renewal)
        return least, None if is_open else most

    def ending(self, least: int, most: int | None) -> Ending:
        """The end with the period ``least``, or with a later one up to ``most`` that it may be."""
        first = last = self.last(least)
        if most != least:
            last = self.last(most) if most is not None else (NEVER, NEVER)
        early = UncertainDay(first[0].earliest, last[0].latest).plus(1)
        late = UncertainDay(first[1].earliest, last[1].latest).plus(1)
        anchor = Fact("", NEVER) if self.fixed else self.anchor
        missing, renewal = anchor.missing, self.term.renewal
        if most is not None and late.latest == FOREVER and renewal and not renewal.length:
            missing = (*missing, "extended.until")
        fact = Fact(self.code, late, (*anchor.events, *self.events), self.rules, missing)
        return Ending(State.EXPIRED, fact, early if early != late else NEVER)

    def safe(self, number: int, renewal: Renewal) -> UncertainDay:
        """The last day on which notice against a renewal is in time for certain."""
        before = renewal.notice_before(number) or Duration()
        return self.early(number).moved(lambda day: notice_numbers(day, before)[0])

    def latest(self, number: int, renewal: Renewal) -> UncertainDay:
        """The last day on which notice against a renewal may be in time."""
        before = renewal.notice_before(number) or Duration()
        return self.late(number).moved(lambda day: notice_numbers(day, before)[1])

    def _too_early(self, notice: UncertainDay, number: int, renewal: Renewal) -> bool:
        opens = renewal.notice_opens
        if opens is None:
            return False
        first = self.late(number).moved(lambda day: notice_numbers(day, opens)[1])
        return notice.earliest < first.latest


def _further(length: Duration, number: int, reading: Reading, end: int) -> int:
    """The last day after so many renewals of a time that ends on a day that is fixed.

    The new time begins with the day after, which is counted (BGB §§ 187(2), 190), and so ends
    with a month if it begins with one (BGB § 188(2); article 192 of the Civil Code of Russia).
    By the other reading it is counted from the last day, as from an event.
    """
    months, days = length.total_months * number, length.total_days * number
    return last_number(end + (reading is Reading.COMMENCEMENT), months, days, reading)
