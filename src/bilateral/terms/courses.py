"""How long a document lasts, period by period, and what notice does to that."""

from __future__ import annotations

from functools import partial

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.events import Event
from bilateral.terms.counting import Reading, last_number, notice_numbers
from bilateral.terms.facts import NEVER, Fact, When
from bilateral.terms.rules import Renewal, Term

__all__ = ["Course"]


@attrs.frozen
class Course:
    """How long a document lasts, period by period.

    It is counted from ``anchor``, or the first period has a ``fixed`` last day. There are at
    most ``most`` further periods as things stand (`None`: any number), and ``possible`` if the
    sides agree.
    """

    term: Term
    anchor: Fact
    fixed: tuple[When, When] | None
    most: int | None
    possible: int | None
    code: str
    rules: tuple[str, ...]
    events: tuple[Event, ...] = ()

    def last(self, number: int) -> tuple[When, When]:
        """The last day of a period (0 is the first), by the earlier and by the later reading."""
        return self.early(number), self.late(number)

    def early(self, number: int) -> When:
        """The last day of a period by the earlier reading."""
        return self._last(number, 0)

    def late(self, number: int) -> When:
        """The last day of a period by the later reading."""
        return self._last(number, -1)

    def _last(self, number: int, which: int) -> When:
        renewal = self.term.renewal
        if number and renewal and renewal.length is None:
            # Without end, or for a time that is not known.
            first = self._last(0, which).plus(1)
            return NEVER if renewal.indefinite else When(first.earliest, FOREVER)
        if self.fixed:
            return self.fixed[which].moved(partial(_further, self.term.renewal, number))
        reading = self.term.readings[which]
        return self.anchor.when.moved(lambda start: self.term.last_number(start, number, reading))

    def number_at(self, day: int) -> int:
        """The first period that may end on the day or later, as far as there are renewals."""
        number = self.least_number(day)
        while self.late(number).latest < day and (self.most is None or number < self.most):
            number += 1
        return number

    def least_number(self, day: int) -> int:
        """A number of the period on a day that is not too large, found without counting up."""
        renewal = self.term.renewal
        end = self.late(0).latest
        if not (renewal and renewal.length) or end >= SOMETIME:
            return 0
        longest = renewal.length.total_months * 31 + renewal.length.total_days
        number = max(0, (day - end) // longest)
        return number if self.most is None else min(number, self.most)

    def stopped_by(self, notice: When, renewal: Renewal) -> tuple[int, int | None]:
        """The first period that notice on a day may end, and the first that it ends for certain.

        Notice on a disputed day may be in time or not; so may one that comes before it is due.
        """
        least: int | None = None
        number = self.least_number(notice.earliest)
        while number != self.most:
            in_time = self._in_time(notice, number, renewal)
            if in_time is not False and least is None:
                least = number
            if in_time:
                return least or 0, number
            if in_time is None and self._stays_open(notice, number, renewal):
                return least or 0, None
            number += 1
        return (number if least is None else least), number

    def _in_time(self, notice: When, number: int, renewal: Renewal) -> bool | None:
        before = renewal.notice_before(number) or Duration()
        early, late = self.last(number)
        safe = early.moved(lambda day: notice_numbers(day, before)[0])
        latest = late.moved(lambda day: notice_numbers(day, before)[1])
        if notice.earliest > latest.latest:
            return False
        if self._too_early(notice, number, renewal):
            return None
        return True if notice.latest <= safe.earliest else None

    def _stays_open(self, notice: When, number: int, renewal: Renewal) -> bool:
        """Whether no later period can settle if the notice was in time."""
        unbounded = notice.latest >= SOMETIME or self.early(number).earliest <= -SOMETIME
        return unbounded or self._too_early(notice, number, renewal)

    def _too_early(self, notice: When, number: int, renewal: Renewal) -> bool:
        opens = renewal.notice_opens
        if opens is None:
            return False
        first = self.late(number).moved(lambda day: notice_numbers(day, opens)[0])
        return notice.earliest < first.latest


def _further(renewal: Renewal | None, number: int, end: int) -> int:
    if not (number and renewal and renewal.length):
        return end
    months, days = renewal.length.total_months * number, renewal.length.total_days * number
    return last_number(end, months, days, Reading.EVENT)
