"""Notices of the sides, and the ends that they bring: by non-renewal, or by leaving."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from bilateral.dates.durations import Duration
from bilateral.dates.intervals import FOREVER
from bilateral.dates.uncertain_days import NEVER, UncertainDay, day_of, later
from bilateral.events import Event, EventKind, NoticeAim
from bilateral.lifecycle.counting import anniversary, day_after
from bilateral.lifecycle.event_days import is_vague
from bilateral.lifecycle.facts import Ending, Fact, Notice, State
from bilateral.lifecycle.histories import NO_TIME, History
from bilateral.lifecycle.schedules import Schedule
from bilateral.terms.counting import Effect, Reading, effect_number
from bilateral.terms.kinds import RenewalMode
from bilateral.terms.rules import Exit, Renewal

__all__ = ["Leaving", "Notices"]

_BY_RECEIPT: Final = Exit(NO_TIME)
_NOTICES: Final = (EventKind.NOTICE_SENT, EventKind.NOTICE_RECEIVED, EventKind.NOTICE_REVOKED)
_GIVEN: Final = {*_NOTICES[:2]}


class Leaving(NamedTuple):
    """The way in which a side can leave a document that is in force.

    It ``opens`` on the first day on which notice can be given, by the earlier and the later
    reading, and has no effect before the day of the ``floor``.
    """

    rule: Exit
    readings: tuple[Reading, ...]
    opens: tuple[UncertainDay, UncertainDay]
    floor: UncertainDay


class Notices:
    """The notices in a history, by the schedule and the entry into force of the document."""

    def __init__(self, history: History, schedule: Schedule | None, entered: Fact) -> None:
        self._history = history
        self._term = history.term
        self._schedule = schedule
        self._entered = entered
        ends = {notice: tuple(self._endings_by(notice)) for notice in self._paired()}
        # A notice that can have no effect is none.
        self._endings = {notice: endings for notice, endings in ends.items() if endings}

    def facts(self) -> Iterator[tuple[Fact, Fact]]:
        """Of each notice the days when it was given and revoked.

        It is unsure if no end by it is certain to come.
        """
        for notice, endings in self._endings.items():
            day, missing = self._day(notice, self._rule), notice.missing(self._rule)
            unsure = all(one.first_day_after.when.latest == FOREVER for one in endings)
            if unsure:
                names = (name for one in endings for name in one.first_day_after.missing)
                missing = tuple(dict.fromkeys((*missing, *names)))
            given = Fact("notice", day, notice.events, (), missing, unsure=unsure)
            end = self._history.effect(notice.revoked) if notice.revoked else NEVER
            yield given, Fact("notice_revoked", end)

    def endings(self) -> Iterator[Ending]:
        """The ends by notices, but for those revoked before they took effect (VCLT art. 68)."""
        for notice, endings in self._endings.items():
            for ending in endings:
                revoked = self._history.effect(notice.revoked) if notice.revoked else NEVER
                over = ending.told.when
                if revoked.earliest >= over.latest:
                    yield ending
                elif revoked.latest >= over.earliest:
                    yield ending.perhaps_never()

    def leaving(self) -> Leaving | None:
        """The way in which a side can leave, if there is one and the entry is known."""
        leave = self._term.exit
        if leave is None or self._entered.missing:
            return None
        entered = self._entered.when
        opens = self._unlocked(leave) if leave.locked else (entered, entered)
        floor = self._after(leave.floor)[0] if leave.floor else entered
        return Leaving(leave, self._term.readings, opens, floor)

    def _paired(self) -> Iterator[Notice]:
        """The notices of each side, in order, sent and received paired (VCLT arts. 67, 68)."""
        if not self._history.has_any(_GIVEN):
            return
        for actor in dict.fromkeys(map(_actor, self._history.events(*_NOTICES))):
            columns = (
                self._history.in_order(
                    [event for event in self._history.events(kind) if _actor(event) == actor]
                )
                for kind in _NOTICES
            )
            for sent, received, revoked in zip_longest(*columns):
                if sent or received:
                    yield Notice(sent, received, revoked)

    def _endings_by(self, notice: Notice) -> Iterator[Ending]:
        """The ends that one notice brings about.

        It may be one against renewal or a denunciation; the event does not tell. If both are
        possible, so are both ends, unless the event has its day of effect.
        """
        if notice.effective:
            fact = Fact("notice_effect", day_of(notice.effective), notice.events)
            yield Ending(State.TERMINATED, fact)
            return
        if (self._opt_out and self._schedule is None) or not (self._term.exit or self._opt_out):
            # No rule says when it takes effect; VCLT art. 56(2) asks for a year at least, of
            # states only, and only where a right to leave is implied.
            day = self._day(notice, self._rule).perhaps_never()
            needed = "term.length" if self._opt_out else "term.exit"
            yield Ending(State.TERMINATED, Fact("notice_effect", day, notice.events, (), (needed,)))
            return
        lapse = None if notice.aim is NoticeAim.TERMINATION else self._lapse(notice)
        leave = None if notice.aim is NoticeAim.NON_RENEWAL else self._leave(notice)
        if lapse:
            yield lapse
        if leave:
            yield _unless_lapse(leave, lapse, notice) if lapse else leave

    @property
    def _rule(self) -> Exit | Renewal:
        """The clause by which a notice is given of which nothing else is known."""
        return self._term.exit or self._term.renewal or _BY_RECEIPT

    @property
    def _opt_out(self) -> Renewal | None:
        """The tacit renewal that notice can prevent, if there is one."""
        renewal = self._term.renewal
        if renewal is None or renewal.mode is not RenewalMode.TACIT:
            return None
        return renewal if renewal.notice_before(0) is not None else None

    def _day(self, notice: Notice, rule: Exit | Renewal) -> UncertainDay:
        return notice.day(rule, self._history.day)

    def _lapse(self, notice: Notice) -> Ending | None:
        """The end by notice against a tacit renewal, if the term knows one."""
        schedule, renewal = self._schedule, self._opt_out
        if schedule is None or renewal is None:
            return None
        least, most = schedule.stopped_by(self._day(notice, renewal), renewal)
        if least is None:
            return None
        ending = schedule.ending(least, most)
        fact = ending.first_day_after
        missing = (*fact.missing, *notice.missing(renewal))
        if most is None:
            # It may have come too late, and that there is another chance is not certain.
            missing = missing or self._doubts(notice, schedule.anchor)
        fact = fact._replace(events=(*fact.events, *notice.events), missing=missing)
        return ending._replace(first_day_after=fact)

    def _leave(self, notice: Notice) -> Ending | None:
        """The end if a side leaves by this notice."""
        leave = self._term.exit
        if leave is None:
            return None
        is_locked = self._is_locked(notice, leave)
        if is_locked:
            return None
        entered, readings = self._entered, self._term.readings
        early = late = self._day(notice, leave).moved(
            lambda day: effect_number(day, leave.after, leave.effect) + leave.effect.is_last_day
        )
        if leave.floor:
            early, late = (later([early, floor]) for floor in self._after(leave.floor))
        if leave.at_anniversary:
            early = anniversary(entered.when, readings[0], early)
            late = anniversary(entered.when, readings[-1], late)
        missing = notice.missing(leave)
        if is_locked is None:
            early, late = early.perhaps_never(), late.perhaps_never()
            missing = (*missing, *entered.missing) or self._doubts(notice, entered)
        fact = Fact("notice_effect", late, notice.events, ("exit",), missing)
        return Ending(State.TERMINATED, fact, early if early != late else NEVER)

    def _is_locked(self, notice: Notice, leave: Exit) -> bool | None:
        """Whether a notice came while none could be given."""
        if leave.locked is None:
            return False
        if self._entered.missing:
            return None
        early, late = self._unlocked(leave)
        day = self._day(notice, leave)
        if day.latest < early.earliest:
            return True
        return False if day.earliest >= late.latest else None

    def _unlocked(self, leave: Exit) -> tuple[UncertainDay, UncertainDay]:
        """The first day on which notice can be given that is locked at first."""
        early, late = self._after(leave.locked or NO_TIME)
        if leave.locked_to_year_end:
            early, late = early.moved(_next_year), late.moved(_next_year)
        return early, late

    def _after(self, time: Duration) -> tuple[UncertainDay, UncertainDay]:
        """The first day after a time from the entry into force, by either reading."""
        rest = time.total_months, time.total_days
        return day_after(self._term.readings, *rest, self._entered.when)

    @staticmethod
    def _doubts(notice: Notice, since: Fact) -> tuple[str, ...]:
        """The facts that would decide whether a notice came in time that is due from some day."""
        events = (*notice.events, *since.events)
        vague = [one.kind.value for one in events if is_vague(one.effective or one.date)]
        return tuple(dict.fromkeys(vague)) or (notice.needed("in_time"),)


def _unless_lapse(leave: Ending, lapse: Ending, notice: Notice) -> Ending:
    """The end by leaving if the notice may also have been one against renewal."""
    fact, other = leave.first_day_after, lapse.first_day_after
    when = UncertainDay(fact.when.earliest, max(fact.when.latest, other.when.latest))
    missing = tuple(dict.fromkeys((*fact.missing, notice.needed("effective"))))
    return leave._replace(first_day_after=fact._replace(when=when, missing=missing))


def _actor(event: Event) -> str | None:
    return event.by.id if event.by else None


def _next_year(opens: int) -> int:
    return effect_number(opens - 1, NO_TIME, Effect.YEAR_END) + 1
