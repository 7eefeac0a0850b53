"""The periods of a document, renewal by renewal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.agreements import Agreement
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.partial_dates import Day, whole_day
from bilateral.dates.uncertain_days import NEVER, UncertainDay
from bilateral.lifecycle.lifetimes import Life, Successors, life_of
from bilateral.lifecycle.schedules import Schedule
from bilateral.problems import reject
from bilateral.terms.counting import notice_numbers
from bilateral.terms.kinds import RenewalMode
from bilateral.terms.timelines import Tense, TermPeriod, Timeline

__all__ = ["timeline_of"]


# More than two centuries of weekly renewals have; a list of billions would fill the memory.
_MOST: Final = 10_000


def timeline_of(agreement: Agreement, on: Day, successors: Successors | None = None) -> Timeline:
    """The periods of a document by the day ``on``, and those that may follow.

    Renewals that can follow without end are listed up to the next one after that day. Raises
    `ValidationError`: ``whole-day-needed`` unless ``on`` is one day, ``too-many-periods`` for
    more than ten thousand.
    """
    day = whole_day(on)
    return Timeline(_periods(life_of(agreement, successors), day))


def _periods(life: Life, day: int) -> Iterator[TermPeriod]:
    first, end, schedule = life.begins, life.over, life.schedule
    if first is None:
        return
    if schedule is None:
        last = end.plus(-1)
        yield TermPeriod(0, first, last, _tense(first, last, day, certain=True))
        return
    until = min(end.latest, day if schedule.most is None else FOREVER)
    if schedule.number_at(until) > _MOST:
        raise reject("too-many-periods", life.agreement.id, most=_MOST)
    number, ended = 0, end.latest <= first.earliest
    while not ended and (schedule.most is None or number <= schedule.most):
        last = schedule.within(number)
        ended = end.latest <= last.latest + 1
        last = end.plus(-1) if ended else last
        certain = _is_settled(schedule, number, day)
        yield TermPeriod(number, first, last, _tense(first, last, day, certain=certain))
        if last == NEVER or (schedule.most is None and first.earliest > day):
            return
        first = last.plus(1)
        number += 1
    yield from _possible(schedule, number, end, day)


def _possible(schedule: Schedule, number: int, end: UncertainDay, day: int) -> Iterator[TermPeriod]:
    """The next period, if the sides still can agree on it."""
    first = schedule.within(number - 1).plus(1) if number else NEVER
    may_follow = schedule.possible is None or number <= schedule.possible
    if may_follow and first == end and day < end.latest:
        yield TermPeriod(number, first, schedule.within(number), Tense.MAY_RUN)


def _is_settled(schedule: Schedule, number: int, day: int) -> bool:
    """Whether it is certain that a period begins, as things stand."""
    renewal = schedule.term.renewal
    if number == 0 or renewal is None or renewal.mode is not RenewalMode.TACIT:
        return True
    before = renewal.notice_before(number - 1)
    last = schedule.late(number - 1).latest
    return before is None or (last < SOMETIME and notice_numbers(last, before)[1] < day)


def _tense(first: UncertainDay, last: UncertainDay, day: int, *, certain: bool) -> Tense | None:
    if last.latest < day:
        return Tense.RAN
    if first.earliest > day:
        return Tense.WILL_RUN if certain else Tense.MAY_RUN
    return Tense.RUNS if first.latest <= day <= last.earliest else None
