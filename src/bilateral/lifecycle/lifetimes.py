"""When each part of a document's life begins: what happened, and what its rules make of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from typing import Final, NamedTuple

import attrs

from bilateral.agreements import Agreement
from bilateral.dates.durations import Duration
from bilateral.dates.gregorian import MONTHS, year_month_day
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.uncertain_days import ANYTIME, NEVER, UncertainDay, day_of, later
from bilateral.events import Event, EventKind, NoticeAim
from bilateral.instruments import Binding
from bilateral.lifecycle.event_days import event_days, is_vague
from bilateral.lifecycle.facts import Ending, Fact, Notice, State
from bilateral.lifecycle.schedules import Schedule
from bilateral.terms.counting import Effect, Reading, effect_number, last_number
from bilateral.terms.rules import Aspect, Exit, Renewal, RenewalMode, Start, Term

__all__ = ["Leaving", "Life", "Successors", "day_after", "life_of"]


class Leaving(NamedTuple):
    """The way in which a side can leave a document that is in force.

    It ``opens`` on the first day on which notice can be given, by the earlier and the later
    reading, and has no effect before the day of the ``floor``.
    """

    rule: Exit
    readings: tuple[Reading, ...]
    opens: tuple[UncertainDay, UncertainDay]
    floor: UncertainDay


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
    #: The end that comes first, if any is in sight.
    next_end: tuple[Fact, ...]

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
    def boundaries(self) -> tuple[int, ...]:
        """Every day on which something may change, in order."""
        facts = [self.signed, self.initialled, self.provisional, self.entered]
        facts += [self.running] if self.running else []
        facts += [fact for pair in (*self.suspensions, *self.notices) for fact in pair]
        days = [day for fact in facts for day in fact.when]
        for ending in self.endings:
            days += (*ending.first_day_after.when, *ending.first_doubtful_day)
        return tuple(sorted({day for day in days if abs(day) < SOMETIME}))


Successors = Mapping[str, Sequence[Agreement]]


def life_of(agreement: Agreement, successors: Successors | None = None) -> Life:
    """The life of a document; ``successors`` are those that supersede one, by its id."""
    return _LifeBuilder(agreement, successors or {}).life()


# It says nothing of what is read here.
_NO_TERM: Final = Term(survival="obligations")
_NO_TIME: Final = Duration()
_YEAR: Final = 366
_BY_RECEIPT: Final = Exit(_NO_TIME)
_BEFORE_SIGNATURE: Final = {EventKind.NEGOTIATED, EventKind.AUTHORISED, EventKind.INITIALLED}
_ENDED_BY: Final = {
    EventKind.TERMINATED: State.TERMINATED,
    EventKind.EXPIRED: State.EXPIRED,
    EventKind.SUPERSEDED: State.SUPERSEDED,
    EventKind.FULFILLED: State.FULFILLED,
}


class _LifeBuilder:
    """Reads one document's life out of its events and its term."""

    def __init__(self, agreement: Agreement, successors: Successors) -> None:
        self._agreement = agreement
        self._successors = successors
        self._term = agreement.term or _NO_TERM
        self._events: defaultdict[EventKind, list[Event]] = defaultdict(list)
        for event in agreement.events:
            self._events[event.kind].append(event)
        self._days = event_days(agreement.events)
        follows = self._term.follows
        parents = (*agreement.implements, *agreement.amends) if follows else ()
        self._parents = [life_of(parent, successors) for parent in parents]

    def life(self) -> Life:
        signed = self._signed()
        running = self._running()
        entered = self._entered(signed, running)
        schedule = self._schedule(entered)
        notices = {
            notice: endings
            for notice in self._notices()
            # A notice that can have no effect is none.
            if (endings := tuple(self._endings_by_notice(notice, schedule, entered)))
        }
        endings = tuple(self._endings(notices, schedule))
        ends = [one.told for one in endings if one.first_day_after.when.earliest < SOMETIME]
        return Life(
            agreement=self._agreement,
            signed=signed,
            initialled=self._trigger(EventKind.INITIALLED),
            provisional=self._provisional(),
            entered=entered,
            running=running,
            schedule=schedule,
            exit=self._leaving(entered),
            suspensions=tuple(self._suspensions()),
            notices=tuple(self._notice_facts(*one) for one in notices.items()),
            endings=endings,
            next_end=(min(ends, key=lambda fact: fact.when.latest),) if ends else (),
        )

    # --- days ---

    def _day(self, event: Event) -> UncertainDay:
        """The day of an event, as far as it is known."""
        known = self._days.get(event) if self._days else None
        return known or day_of(event.date)

    def _effect(self, event: Event) -> UncertainDay:
        """The day from which an event has effect."""
        return day_of(event.effective) if event.effective else self._day(event)

    def _order(self, event: Event) -> tuple[int, int]:
        when = self._effect(event)
        return when.latest, when.earliest

    def _after(self, time: Duration, entered: Fact) -> tuple[UncertainDay, UncertainDay]:
        """The first day after a time from the entry into force, by either reading."""
        rest = time.total_months, time.total_days
        return day_after(self._term.readings, *rest, entered.when)

    def _unlocked(self, leave: Exit, entered: Fact) -> tuple[UncertainDay, UncertainDay]:
        """The first day on which notice can be given that is locked at first."""
        early, late = self._after(leave.locked or _NO_TIME, entered)
        if leave.locked_to_year_end:
            early, late = early.moved(_next_year), late.moved(_next_year)
        return early, late

    # --- beginnings ---

    def _trigger(self, kind: EventKind) -> Fact:
        """The day when something has happened on both sides, or jointly."""
        events = self._events.get(kind)
        if not events:
            return Fact(kind.value, NEVER, missing=(kind.value,))
        alone = [event for event in events if event.by is not None]
        if len(alone) == len(events):
            for side in self._agreement.sides:
                ids = {partner.id for partner in side}
                if not any(event.by and event.by.id in ids for event in alone):
                    return Fact(kind.value, NEVER, tuple(events), missing=(kind.value,))
        when = later(map(self._day, events))
        return Fact(kind.value, when, tuple(events))

    def _signed(self) -> Fact:
        if self._events[EventKind.SIGNED]:
            return self._trigger(EventKind.SIGNED)
        kinds = {event.kind for event in self._agreement.events}
        when = NEVER if kinds and kinds <= _BEFORE_SIGNATURE else ANYTIME
        return Fact("signed", when, missing=("signed",))

    def _provisional(self) -> Fact:
        events = self._events[EventKind.PROVISIONAL_APPLICATION]
        if events:
            return Fact("provisional", later(map(self._effect, events)), tuple(events))
        if self._term.provisional:
            return self._start("provisional", self._term.provisional)
        return Fact("provisional", NEVER)

    def _running(self) -> Fact | None:
        period = self._agreement.period
        term = self._term
        if period is None or term.length or term.until or term.indefinite:
            return None
        extent = period.extent
        return Fact(
            "period_start", UncertainDay(extent.first_min, extent.first_max), rules=("period",)
        )

    def _entered(self, signed: Fact, running: Fact | None) -> Fact:
        """The entry into force or effect: as recorded, else as its rules say."""
        events = [*self._events[EventKind.IN_FORCE], *self._events[EventKind.TOOK_EFFECT]]
        if events:
            return Fact("entered", later(map(self._effect, events)), tuple(events))
        if self._term.entry:
            return self._start("entry", self._term.entry)
        if Aspect.ENTRY in self._term.follows:
            if not self._parents:
                return Fact("entry_with_parent", NEVER, rules=("follows",), missing=("implements",))
            when = later(parent.entered.when for parent in self._parents)
            return self._with_parent("entry_with_parent", when, self._parents[0])
        if running and not self._is_binding:
            when = later([signed.when, running.when])
            return running._replace(when=when, events=signed.events, missing=signed.missing)
        return Fact("entry", NEVER, missing=("term.entry",))

    @property
    def _is_binding(self) -> bool:
        return self._agreement.legal_force is Binding.BINDING

    def _start(self, field: str, start: Start) -> Fact:
        facts = [self._trigger(kind) for kind in start.on]
        missing = tuple(one for fact in facts for one in fact.missing)
        events = tuple(event for fact in facts for event in fact.events)
        days = [day_of(start.date)] if start.date else []
        if facts:
            after = start.after or _NO_TIME
            last = later(fact.when for fact in facts)
            days.append(last.moved(lambda day: effect_number(day, after, start.effect)))
        return Fact(field, later(days), events, (field,), missing)

    def _with_parent(self, code: str, when: UncertainDay, parent: Life) -> Fact:
        return Fact(code, when, rules=("follows",), about=parent.agreement.id)

    # --- how long it lasts ---

    def _schedule(self, entered: Fact) -> Schedule | None:
        term, renewal = self._term, self._term.renewal
        extended = [event for event in self._events[EventKind.EXTENDED] if event.until]
        if extended:
            last = later(day_of(event.until) for event in extended)
            events = tuple(extended)
            return Schedule(term, entered, (last, last), 0, 0, "extended", (), events)
        most, possible = self._renewals()
        rules = ("renewal",) if renewal else ()
        if term.length:
            anchor = (
                self._start("counted_from", term.counted_from) if term.counted_from else entered
            )
            return Schedule(term, anchor, None, most, possible, "length_end", ("length", *rules))
        period = self._agreement.period
        if term.until:
            late = day_of(term.until)
            early = late.plus(-1) if term.until_disputed else late
            return Schedule(
                term, entered, (early, late), most, possible, "until", ("until", *rules)
            )
        if period is None or term.indefinite:
            return None
        extent = period.extent
        late = UncertainDay(extent.last_min, extent.last_max)
        rules = ("period", *rules)
        return Schedule(term, entered, (late, late), most, possible, "period_end", rules)

    def _renewals(self) -> tuple[int | None, int | None]:
        """The most further periods that there are: as things stand, and if the sides agree."""
        renewal = self._term.renewal
        if renewal is None:
            return 0, 0
        possible = renewal.times if renewal.length else 1
        if renewal.mode is RenewalMode.TACIT:
            return possible, possible
        granted = len(self._events[EventKind.EXTENDED]) + len(self._events[EventKind.RENEWED])
        return granted if possible is None else min(granted, possible), possible

    # --- what interrupts it ---

    def _suspensions(self) -> Iterator[tuple[Fact, Fact]]:
        """From when to when it is suspended (VCLT arts. 57, 58, 72)."""
        resumed = sorted(self._events[EventKind.RESUMED], key=self._order)
        for event in sorted(self._events[EventKind.SUSPENDED], key=self._order):
            begin = Fact("suspended", self._effect(event), (event,))
            after = [one for one in resumed if self._effect(one).latest >= begin.when.earliest]
            if event.until:
                yield begin, Fact("resumed", day_of(event.until).plus(1), (event,))
            elif after:
                yield begin, Fact("resumed", self._effect(after[0]), (after[0],))
            else:
                yield begin, Fact("resumed", NEVER)
        if Aspect.SUSPENSION in self._term.follows:
            for parent in self._parents:
                for begin, end in parent.suspensions:
                    yield (
                        self._with_parent("suspended_with_parent", begin.when, parent),
                        self._with_parent("resumed_with_parent", end.when, parent),
                    )

    def _notices(self) -> Iterator[Notice]:
        """The notices of each side, in order, sent and received paired (VCLT arts. 67, 68)."""
        kinds = (EventKind.NOTICE_SENT, EventKind.NOTICE_RECEIVED, EventKind.NOTICE_REVOKED)
        events = [event for kind in kinds for event in self._events[kind]]
        for actor in {event.by.id if event.by else None: None for event in events}:
            columns = (
                sorted((e for e in self._events[kind] if _actor(e) == actor), key=self._order)
                for kind in kinds
            )
            for sent, received, revoked in zip_longest(*columns):
                if sent or received:
                    yield Notice(sent, received, revoked)

    @property
    def _rule(self) -> Exit | Renewal:
        """The clause by which a notice is given of which nothing else is known."""
        return self._term.exit or self._term.renewal or _BY_RECEIPT

    def _notice_facts(self, notice: Notice, endings: Sequence[Ending]) -> tuple[Fact, Fact]:
        """The days when it was given and revoked; unsure if no end by it is certain to come."""
        day, missing = notice.day(self._rule, self._day), notice.missing(self._rule)
        unsure = all(one.first_day_after.when.latest == FOREVER for one in endings)
        if unsure:
            names = (name for one in endings for name in one.first_day_after.missing)
            missing = tuple(dict.fromkeys((*missing, *names)))
        given = Fact("notice", day, notice.events, (), missing, unsure=unsure)
        end = self._effect(notice.revoked) if notice.revoked else NEVER
        return given, Fact("notice_revoked", end)

    def _leaving(self, entered: Fact) -> Leaving | None:
        leave = self._term.exit
        if leave is None or entered.missing:
            return None
        at_once = entered.when, entered.when
        opens = self._unlocked(leave, entered) if leave.locked else at_once
        floor = self._after(leave.floor, entered) if leave.floor else at_once
        return Leaving(leave, self._term.readings, opens, floor[0])

    def _locked(self, notice: Notice, leave: Exit, entered: Fact) -> bool | None:
        """Whether a notice came while none could be given."""
        if leave.locked is None:
            return False
        if entered.missing:
            return None
        early, late = self._unlocked(leave, entered)
        day = notice.day(leave, self._day)
        if day.latest < early.earliest:
            return True
        return False if day.earliest >= late.latest else None

    # --- how it ends ---

    def _endings(
        self, notices: Mapping[Notice, Sequence[Ending]], schedule: Schedule | None
    ) -> Iterator[Ending]:
        yield from self._recorded_endings()
        for notice, endings in notices.items():
            for ending in endings:
                yield from self._unless_revoked(ending, notice)
        if schedule and schedule.most is not None:
            ending = self._end_of(schedule, schedule.most, schedule.most)
            if ending.first_day_after.when != NEVER:
                yield ending
        if schedule is None and self._events[EventKind.EXTENDED] and not self._term.indefinite:
            yield Ending(State.EXPIRED, Fact("extended", ANYTIME, missing=("extended.until",)))
        yield from self._endings_with_others()

    def _unless_revoked(self, ending: Ending, notice: Notice) -> Iterator[Ending]:
        """The end by a notice that may have been revoked before it took effect (VCLT art. 68)."""
        if notice.revoked is None:
            yield ending
            return
        revoked = self._effect(notice.revoked)
        over = ending.told.when
        if revoked.latest < over.earliest:
            return
        if revoked.earliest < over.latest:
            ending = ending.perhaps_never()
        yield ending

    def _recorded_endings(self) -> Iterator[Ending]:
        for kind, state in _ENDED_BY.items():
            for event in self._events[kind]:
                when = self._effect(event)
                if kind is EventKind.EXPIRED and event.effective is None:
                    # It expires with the last hour of the day (Regulation 1182/71, art. 4).
                    when = when.plus(1)
                yield Ending(state, Fact(kind.value, when, (event,)))

    def _end_of(self, schedule: Schedule, least: int, most: int | None) -> Ending:
        """The end with a period, or with one of several if notice may have come too late."""
        first = last = schedule.last(least)
        if most != least:
            last = schedule.last(most) if most is not None else (NEVER, NEVER)
        doubted, gone = (
            UncertainDay(one.earliest, other.latest).plus(1)
            for one, other in zip(first, last, strict=True)
        )
        anchor = Fact("", NEVER) if schedule.fixed else schedule.anchor
        events = (*anchor.events, *schedule.events)
        missing = anchor.missing
        renewal = schedule.term.renewal
        if most is not None and gone.latest == FOREVER and renewal and not renewal.length:
            missing = (*missing, "extended.until")
        fact = Fact(schedule.code, gone, events, schedule.rules, missing)
        return Ending(State.EXPIRED, fact, doubted if doubted != gone else NEVER)

    def _endings_by_notice(
        self, notice: Notice, schedule: Schedule | None, entered: Fact
    ) -> Iterator[Ending]:
        """The ends that one notice brings about.

        It may be one against renewal or a denunciation; the event does not tell. If both are
        possible, so are both ends, unless the event has its day of effect.
        """
        if notice.effective:
            fact = Fact("notice_effect", day_of(notice.effective), notice.events)
            yield Ending(State.TERMINATED, fact)
            return
        if (self._has_opt_out and schedule is None) or not self._can_be_ended:
            # No rule says when it takes effect; VCLT art. 56(2) asks for a year at least, of
            # states only, and only where a right to leave is implied.
            day = notice.day(self._rule, self._day).perhaps_never()
            needed = "term.length" if self._has_opt_out else "term.exit"
            fact = Fact("notice_effect", day, notice.events, (), (needed,))
            yield Ending(State.TERMINATED, fact)
            return
        aim = notice.aim
        lapse = None if aim is NoticeAim.TERMINATION else self._lapse(notice, schedule)
        leave = None if aim is NoticeAim.NON_RENEWAL else self._leave(notice, entered)
        if lapse:
            yield lapse
        if leave and lapse:
            when = leave.first_day_after.when
            when = UncertainDay(when.earliest, max(when.latest, lapse.first_day_after.when.latest))
            missing = tuple(
                dict.fromkeys((*leave.first_day_after.missing, notice.needed("effective")))
            )
            leave = leave._replace(
                first_day_after=leave.first_day_after._replace(when=when, missing=missing)
            )
        if leave:
            yield leave

    @property
    def _can_be_ended(self) -> bool:
        """Whether a rule says what a notice does."""
        return self._term.exit is not None or self._has_opt_out

    @property
    def _has_opt_out(self) -> bool:
        renewal = self._term.renewal
        if renewal is None or renewal.mode is not RenewalMode.TACIT:
            return False
        return renewal.notice_before(0) is not None

    def _lapse(self, notice: Notice, schedule: Schedule | None) -> Ending | None:
        """The end by notice against a tacit renewal, if the term knows one."""
        renewal = self._term.renewal
        if schedule is None or renewal is None or not self._has_opt_out:
            return None
        least, most = schedule.stopped_by(notice.day(renewal, self._day), renewal)
        if least is None:
            return None
        ending = self._end_of(schedule, least, most)
        missing = (*ending.first_day_after.missing, *notice.missing(renewal))
        if most is None:
            # It may have come too late, and that there is another chance is not certain.
            missing = missing or self._doubts(notice, schedule.anchor)
        events = (*ending.first_day_after.events, *notice.events)
        return ending._replace(
            first_day_after=ending.first_day_after._replace(events=events, missing=missing)
        )

    def _leave(self, notice: Notice, entered: Fact) -> Ending | None:
        """The end if a side leaves by this notice."""
        leave = self._term.exit
        if leave is None:
            return None
        locked = self._locked(notice, leave, entered)
        if locked:
            return None
        gone = notice.day(leave, self._day).moved(
            lambda day: effect_number(day, leave.after, leave.effect) + leave.effect.is_last_day
        )
        early = late = gone
        if leave.floor:
            early, late = (later([gone, floor]) for floor in self._after(leave.floor, entered))
        if leave.at_anniversary:
            readings = self._term.readings
            early = _anniversary(entered.when, readings[0], early)
            late = _anniversary(entered.when, readings[-1], late)
        missing = notice.missing(leave)
        if locked is None:
            early, late = early.perhaps_never(), late.perhaps_never()
            missing = (*missing, *entered.missing) or self._doubts(notice, entered)
        fact = Fact("notice_effect", late, notice.events, ("exit",), missing)
        return Ending(State.TERMINATED, fact, early if early != late else NEVER)

    def _doubts(self, notice: Notice, since: Fact) -> tuple[str, ...]:
        """The facts that would decide whether a notice came in time that is due from some day."""
        events = (*notice.events, *since.events)
        vague = [one.kind.value for one in events if is_vague(one.effective or one.date)]
        return tuple(dict.fromkeys(vague)) or (notice.needed("in_time"),)

    def _endings_with_others(self) -> Iterator[Ending]:
        """The ends of its parents, and its replacement by a later document (VCLT art. 59)."""
        if Aspect.END in self._term.follows:
            for parent in self._parents:
                for ending in parent.endings:
                    day = ending.first_day_after.when
                    fact = self._with_parent("end_with_parent", day, parent)
                    yield ending._replace(first_day_after=fact)
        for successor in self._successors.get(self._agreement.id, ()):
            life = life_of(successor)
            when = life.entered.when
            if life.entered.missing:
                when = UncertainDay(max(life.signed.when.earliest, -SOMETIME), FOREVER)
            fact = Fact("superseded_by", when, missing=life.entered.missing, about=successor.id)
            yield Ending(State.SUPERSEDED, fact)


def _latest(when: UncertainDay) -> int:
    return when.latest


def _actor(event: Event) -> str | None:
    return event.by.id if event.by else None


def _next_year(opens: int) -> int:
    return effect_number(opens - 1, _NO_TIME, Effect.YEAR_END) + 1


def day_after(
    readings: tuple[Reading, ...], months: int, days: int, start: UncertainDay
) -> tuple[UncertainDay, UncertainDay]:
    """The first day after a time that runs from a day, by the earlier and the later reading."""
    early, late = (
        start.moved(partial(_day_after, months, days, reading))
        for reading in (readings[0], readings[-1])
    )
    return early, late


def _anniversary(start: UncertainDay, reading: Reading, gone: UncertainDay) -> UncertainDay:
    """The first anniversary of a day on that day of effect or after it."""
    if start.earliest != start.latest or abs(start.earliest) >= SOMETIME:
        # It lies less than a year and a day later, whenever it is.
        return UncertainDay(gone.earliest, gone.plus(_YEAR).latest)

    def following(day: int) -> int:
        years = year_month_day(day)[0] - year_month_day(start.earliest)[0]
        known = (
            _day_after(number * MONTHS, 0, reading, start.earliest)
            for number in range(max(1, years - 1), max(1, years) + 2)
        )
        return next(one for one in known if one >= day)

    return gone.moved(following)


def _day_after(months: int, days: int, reading: Reading, start: int) -> int:
    return last_number(start, months, days, reading) + 1
