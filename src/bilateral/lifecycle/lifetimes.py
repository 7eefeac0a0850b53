"""Lifetimes computed from what happened to a document, and what its rules make of that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from bilateral.agreements import Agreement
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import ANYTIME, NEVER, UncertainDay, end_of, later
from bilateral.events import EventKind
from bilateral.instruments import Binding
from bilateral.lifecycle.beginnings import (
    expected_entry,
    provisional_application,
    recorded_entry,
    signature,
)
from bilateral.lifecycle.facts import Ending, Fact, State
from bilateral.lifecycle.histories import History
from bilateral.lifecycle.notices import Leaving, Notices
from bilateral.lifecycle.schedules import Schedule
from bilateral.terms.kinds import Aspect, RenewalMode
from bilateral.terms.rules import Term

__all__ = ["Life", "Successors", "life_of"]


@attrs.frozen
class Life:
    """All of it: what has begun or will begin, and the ways in which it ends."""

    agreement: Agreement
    signed: Fact
    initialled: Fact
    provisional: Fact
    entered: Fact
    #: The start of the period, if the document goes by that.
    running: Fact | None
    schedule: Schedule | None
    exit: Leaving | None
    suspensions: tuple[tuple[Fact, Fact], ...]
    notices: tuple[tuple[Fact, Fact], ...]
    endings: tuple[Ending, ...]

    def waits(self, day: int) -> bool:
        """Whether it only waits for its period to begin."""
        period = self.running
        return (
            period is not None
            and self.entered.code == period.code
            and period.when.reached(day) is not True
        )

    @property
    def begins(self) -> UncertainDay | None:
        """Its first day, or that of its period if nothing says when it enters into force."""
        if self.entered.when != NEVER:
            return self.entered.when
        return self.running.when if self.running else None

    @property
    def ends(self) -> UncertainDay:
        """The first day without it, by the end that comes first."""
        return min((one.first_day_after.when for one in self.endings), key=_latest, default=NEVER)

    @property
    def over(self) -> UncertainDay:
        """The first day without it, by whichever reading of the end that comes first."""
        return min((one.told.when for one in self.endings), key=_latest, default=NEVER)

    @property
    def next_end(self) -> tuple[Fact, ...]:
        """The end that comes first, if any is in sight."""
        ends = [one.told for one in self.endings if one.first_day_after.when.earliest < SOMETIME]
        return (min(ends, key=lambda fact: fact.when.latest),) if ends else ()

    @property
    def boundaries(self) -> tuple[int, ...]:
        """Every day on which something may change, in order."""
        days = {*self.signed.when, *self.initialled.when}
        days.update(self.provisional.when, self.entered.when)
        if self.running:
            days.update(self.running.when)
        for begin, end in (*self.suspensions, *self.notices):
            days.update(begin.when, end.when)
        for ending in self.endings:
            days.update(ending.first_day_after.when, ending.first_doubtful_day)
        return tuple([day for day in sorted(days) if -SOMETIME < day < SOMETIME])


Successors = Mapping[str, Sequence[Agreement]]

# It says nothing of what is asked here.
_NO_TERM: Final = Term(survival="obligations")
_ENDED_BY: Final = {
    EventKind.TERMINATED: State.TERMINATED,
    EventKind.EXPIRED: State.EXPIRED,
    EventKind.SUPERSEDED: State.SUPERSEDED,
    EventKind.FULFILLED: State.FULFILLED,
}


def life_of(agreement: Agreement, successors: Successors | None = None) -> Life:
    """The life of a document; ``successors`` are those that supersede one, by its id."""
    others = successors or {}
    history = History(agreement.events, agreement.sides, agreement.term or _NO_TERM)
    followed = (*agreement.implements, *agreement.amends) if history.term.follows else ()
    parents = [life_of(parent, others) for parent in followed]
    signed = signature(history)
    running = _period_start(agreement.period, history.term)
    entered = recorded_entry(history) or expected_entry(
        history,
        [_with_parent("entry_with_parent", parent.entered, parent) for parent in parents],
        signed=signed,
        waiting=None if agreement.legal_force is Binding.BINDING else running,
    )
    schedule = _schedule(history, agreement.period, entered)
    notices = Notices(history, schedule, entered)
    endings = (
        *_recorded_endings(history),
        *notices.endings(),
        *_expiry(history, schedule),
        *_endings_with(parents, history.term),
        *_replacements(others.get(agreement.id, ())),
    )
    return Life(
        agreement=agreement,
        signed=signed,
        initialled=history.trigger(EventKind.INITIALLED),
        provisional=provisional_application(history),
        entered=entered,
        running=running,
        schedule=schedule,
        exit=notices.leaving(),
        suspensions=(*_suspensions(history), *_suspensions_with(parents, history.term)),
        notices=tuple(notices.facts()),
        endings=endings,
    )


def _with_parent(code: str, fact: Fact, parent: Life) -> Fact:
    """Something that happens to a document because it happens to one that it follows."""
    return Fact(code, fact.when, rules=("follows",), about=parent.agreement.id)


def _period_start(period: Period | None, term: Term) -> Fact | None:
    """The start of the period, if the document goes by that."""
    if period is None or term.length or term.until or term.indefinite:
        return None
    extent = period.extent
    return Fact("period_start", UncertainDay(extent.first_min, extent.first_max), rules=("period",))


# --- how long it lasts ---


def _schedule(history: History, period: Period | None, entered: Fact) -> Schedule | None:
    term, renewal = history.term, history.term.renewal
    extended = [event for event in history.events(EventKind.EXTENDED) if event.until]
    if extended:
        last = later(end_of(event.until) for event in extended)
        return Schedule(term, entered, (last, last), 0, 0, "extended", (), tuple(extended))
    most, possible = _renewals(history)
    rules = ("renewal",) if renewal else ()
    if term.length:
        anchor = entered
        if term.counted_from:
            anchor = history.start("counted_from", term.counted_from)
        return Schedule(term, anchor, None, most, possible, "length_end", ("length", *rules))
    if term.until:
        late = end_of(term.until)
        early = late.plus(-1) if term.until_disputed else late
        fixed = early, late
        return Schedule(term, entered, fixed, most, possible, "until", ("until", *rules))
    if period is None or term.indefinite:
        return None
    extent = period.extent
    last = UncertainDay(extent.last_min, extent.last_max)
    rules = ("period", *rules)
    return Schedule(term, entered, (last, last), most, possible, "period_end", rules)


def _renewals(history: History) -> tuple[int | None, int | None]:
    """The most further periods that there are: as things stand, and if the sides agree."""
    renewal = history.term.renewal
    if renewal is None:
        return 0, 0
    possible = renewal.times if renewal.length else 1
    if renewal.mode is RenewalMode.TACIT:
        return possible, possible
    granted = len(history.events(EventKind.EXTENDED, EventKind.RENEWED))
    return granted if possible is None else min(granted, possible), possible


# --- what interrupts it ---


def _suspensions(history: History) -> Iterator[tuple[Fact, Fact]]:
    """The days from and to which it is suspended (VCLT arts. 57, 58, 72)."""
    if not history.events(EventKind.SUSPENDED):
        return
    resumed = history.in_order(history.events(EventKind.RESUMED))
    latest = [history.effect(one).latest for one in resumed]
    for event in history.in_order(history.events(EventKind.SUSPENDED)):
        begin = Fact("suspended", history.effect(event), (event,))
        after = resumed[bisect_left(latest, begin.when.earliest) :][:1]
        if event.until:
            yield begin, Fact("resumed", end_of(event.until).plus(1), (event,))
        elif after:
            yield begin, Fact("resumed", history.effect(after[0]), (after[0],))
        else:
            yield begin, Fact("resumed", NEVER)


def _suspensions_with(parents: Sequence[Life], term: Term) -> Iterator[tuple[Fact, Fact]]:
    if Aspect.SUSPENSION in term.follows:
        for parent in parents:
            for begin, end in parent.suspensions:
                yield (
                    _with_parent("suspended_with_parent", begin, parent),
                    _with_parent("resumed_with_parent", end, parent),
                )


# --- how it ends ---


def _recorded_endings(history: History) -> Iterator[Ending]:
    if not history.has_any(_ENDED_BY.keys()):
        return
    for kind, state in _ENDED_BY.items():
        for event in history.events(kind):
            when = history.effect(event)
            if kind is EventKind.EXPIRED and event.effective is None:
                # It expires with the last hour of the day (Regulation 1182/71, art. 4).
                when = when.plus(1)
            yield Ending(state, Fact(kind.value, when, (event,)))


def _expiry(history: History, schedule: Schedule | None) -> Iterator[Ending]:
    """The end of the last period."""
    if schedule and schedule.most is not None:
        ending = schedule.ending(schedule.most, schedule.most)
        if ending.first_day_after.when != NEVER:
            yield ending
    if schedule is None and history.events(EventKind.EXTENDED) and not history.term.indefinite:
        yield Ending(State.EXPIRED, Fact("extended", ANYTIME, missing=("extended.until",)))


def _endings_with(parents: Sequence[Life], term: Term) -> Iterator[Ending]:
    if Aspect.END in term.follows:
        for parent in parents:
            for ending in parent.endings:
                fact = _with_parent("end_with_parent", ending.first_day_after, parent)
                yield ending._replace(first_day_after=fact)


def _replacements(successors: Sequence[Agreement]) -> Iterator[Ending]:
    """The ends by later documents that supersede it (VCLT art. 59)."""
    for successor in successors:
        life = life_of(successor)
        when = life.entered.when
        if life.entered.missing:
            when = UncertainDay(max(life.signed.when.earliest, -SOMETIME), FOREVER)
        about, missing = successor.id, life.entered.missing
        yield Ending(State.SUPERSEDED, Fact("superseded_by", when, missing=missing, about=about))


def _latest(day: UncertainDay) -> int:
    return day.latest
