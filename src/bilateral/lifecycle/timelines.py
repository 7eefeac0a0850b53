"""The periods of a document, renewal by renewal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from bilateral.agreements import Agreement
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.partial_dates import Day, whole_day
from bilateral.dates.periods import Period
from bilateral.display import Record
from bilateral.errors import reject
from bilateral.lifecycle.facts import NEVER, When
from bilateral.lifecycle.lifetimes import Life, Successors, life_of
from bilateral.lifecycle.schedules import Course
from bilateral.terms.counting import notice_numbers
from bilateral.terms.rules import RenewalMode
from bilateral.vocabulary import CodedEnum

__all__ = ["Tense", "TermPeriod", "timeline_of"]


# More than two centuries of weekly renewals have; a list of billions would fill the memory.
_MOST: Final = 10_000


class Tense(CodedEnum):
    """How a period lies to a day."""

    RAN = "ran"
    RUNS = "runs"
    #: It will begin for certain, as things stand.
    WILL_RUN = "will_run"
    #: It begins if nobody gives notice, or if both sides agree.
    MAY_RUN = "may_run"


@attrs.frozen(repr=False)
class TermPeriod(Record):
    """One period in the life of a document; number 0 is the first, the others are renewals.

    ``first`` and ``last`` are its days as far as they are known; a ``last`` day that never comes
    is ``facts.NEVER``. ``tense`` is ``None`` where it cannot be known.

    >>> import bilateral as bl
    >>> protocol = bl.Agreement(
    ...     "protocol",
    ...     "protocol",
    ...     [bl.Partner.state("MR"), bl.Partner.state("RU")],
    ...     term=bl.Term(
    ...         entry=bl.Start(date="2006-08-01"),
    ...         length="P2Y",
    ...         reading="commencement",
    ...         renewal=bl.Renewal("P2Y", times=2, notice="P6M"),
    ...     ),
    ... )
    >>> for one in protocol.timeline("2009-01-01"):
    ...     print(one.number, one.period, one.tense)
    0 2006-08/2008-07 ran
    1 2008-08/2010-07 runs
    2 2010-08/2012-07 may_run
    """

    number: int
    first: When
    last: When
    tense: Tense | None

    @property
    def period(self) -> Period | None:
        """The period, if its days are known; ``None`` too if it has neither a first nor a last."""
        if self.first.earliest != self.first.latest or self.last.earliest != self.last.latest:
            return None
        first, last = self.first.bounds[0], self.last.bounds[1]
        return None if first is last is None else Period.around(first, last)


def timeline_of(
    agreement: Agreement, on: Day | None = None, successors: Successors | None = None
) -> tuple[TermPeriod, ...]:
    """The periods of a document by the day ``on`` (today), and those that may follow.

    Renewals that can follow without end are listed up to the next one after that day. Raises
    `ValidationError`: ``whole-day-needed`` unless ``on`` is one day, ``too-many-periods`` for
    more than ten thousand.
    """
    day = whole_day(datetime.date.today() if on is None else on)  # noqa: DTZ011 - a local day
    return tuple(_periods(life_of(agreement, successors), day))


def _periods(life: Life, day: int) -> Iterator[TermPeriod]:
    first, end, course = life.begins, life.over, life.course
    if first is None:
        return
    if course is None:
        last = end.plus(-1)
        yield TermPeriod(0, first, last, _tense(first, last, day, certain=True))
        return
    until = min(end.latest, day if course.most is None else FOREVER)
    if course.number_at(until) > _MOST:
        raise reject("too-many-periods", life.agreement.id, most=_MOST)
    number, ended = 0, end.latest <= first.earliest
    while not ended and (course.most is None or number <= course.most):
        last = course.within(number)
        ended = end.latest <= last.latest + 1
        last = end.plus(-1) if ended else last
        certain = _is_settled(course, number, day)
        yield TermPeriod(number, first, last, _tense(first, last, day, certain=certain))
        if last == NEVER or (course.most is None and first.earliest > day):
            return
        first = last.plus(1)
        number += 1
    yield from _possible(course, number, end, day)


def _possible(course: Course, number: int, end: When, day: int) -> Iterator[TermPeriod]:
    """The next period, if the sides still can agree on it."""
    first = course.within(number - 1).plus(1) if number else NEVER
    may_follow = course.possible is None or number <= course.possible
    if may_follow and first == end and day < end.latest:
        yield TermPeriod(number, first, course.within(number), Tense.MAY_RUN)


def _is_settled(course: Course, number: int, day: int) -> bool:
    """Whether it is certain that a period begins, as things stand."""
    renewal = course.term.renewal
    if number == 0 or renewal is None or renewal.mode is not RenewalMode.TACIT:
        return True
    before = renewal.notice_before(number - 1)
    last = course.late(number - 1).latest
    return before is None or (last < SOMETIME and notice_numbers(last, before)[1] < day)


def _tense(first: When, last: When, day: int, *, certain: bool) -> Tense | None:
    if last.latest < day:
        return Tense.RAN
    if first.earliest > day:
        return Tense.WILL_RUN if certain else Tense.MAY_RUN
    return Tense.RUNS if first.latest <= day <= last.earliest else None
