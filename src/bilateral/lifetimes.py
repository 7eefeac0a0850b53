"""When each part of a document's life begins: what happened, and what its rules make of that.

Every day is a `When`: two bounds between which it lies, both possible. The rules of counting
never decrease, so a rule goes over both bounds. Where a rule asks whether one day is before
another and that cannot be known, both answers stay possible. No day is made up.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, zip_longest
from typing import Final, NamedTuple

import attrs

from bilateral.agreements import Agreement, Binding
from bilateral.counting import Effect, Reading, effect_number, last_number, notice_numbers
from bilateral.durations import Duration
from bilateral.events import Event, EventKind
from bilateral.gregorian import to_date
from bilateral.intervals import FOREVER, SOMETIME
from bilateral.language.lexicon import lexicon
from bilateral.partial_dates import PartialDate
from bilateral.periods import Period
from bilateral.terms import Aspect, NoticeDate, Renewal, RenewalMode, Start, Term
from bilateral.text import Phrase
from bilateral.vocabulary import CodedEnum

__all__ = ["ANYTIME", "NEVER", "Course", "Ending", "Fact", "Life", "State", "When", "life_of"]


class State(CodedEnum):
    """What a document is on a day."""

    DRAFT = "draft"
    INITIALLED = "initialled"
    SIGNED = "signed"
    NOT_YET_RUNNING = "not_yet_running"
    PROVISIONAL = "provisional"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDING = "ending"
    ENDING_DISPUTED = "ending_disputed"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    FULFILLED = "fulfilled"
    UNKNOWN = "unknown"

    def phrase(self, lang: str) -> Phrase | None:
        """The name with its forms in ``lang``."""
        return lexicon(lang).phrase("vocabulary", f"status.{self.value}")

    @property
    def is_active(self) -> bool:
        """Whether a document in this state is applied: in force, provisionally, or ending."""
        return self in _ACTIVE


_ACTIVE: Final = {State.PROVISIONAL, State.IN_FORCE, State.ENDING, State.ENDING_DISPUTED}


class When(NamedTuple):
    """Some day from ``earliest`` to ``latest``, each of which it may be (day numbers)."""

    earliest: int
    latest: int

    def reached(self, day: int) -> bool | None:
        """Whether it is that day or an earlier one, if that can be known."""
        if self.latest <= day:
            return True
        return None if self.earliest <= day else False

    def moved(self, rule: Callable[[int], int]) -> When:
        """What a rule that never decreases makes of it."""
        earliest, latest = self
        if abs(earliest) < SOMETIME:
            earliest = rule(earliest)
        if latest == self.earliest:
            return When(earliest, earliest)
        return When(earliest, rule(latest) if abs(latest) < SOMETIME else latest)

    def plus(self, days: int) -> When:
        """So many days later."""
        return self.moved(lambda day: day + days)

    @property
    def date(self) -> datetime.date | None:
        """The day, if it is known."""
        return to_date(self.earliest) if self.earliest == self.latest else None

    @property
    def period(self) -> Period | None:
        """The days that it may be, or nothing if it may be any."""
        first, last = self.bounds
        return None if first is last is None else Period.from_day_numbers(first, last)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The two days, or nothing where it may be any."""
        earliest, latest = (None if abs(one) >= SOMETIME else one for one in self)
        return earliest, latest


NEVER: Final = When(FOREVER, FOREVER)
ANYTIME: Final = When(-SOMETIME, SOMETIME)


def _when(date: PartialDate | None) -> When:
    return ANYTIME if date is None else When(*date.extent.possible)


def _later(days: Iterable[When]) -> When:
    """The last of several days."""
    earliest, latest = zip(*days, strict=True)
    return When(max(earliest), max(latest))


class Fact(NamedTuple):
    """Something in the life of a document: on which day, and where we have it from.

    ``rules`` are fields of the term, ``missing`` what would have to be recorded to know the
    day, ``about`` the id of another document.
    """

    code: str
    when: When
    events: tuple[Event, ...] = ()
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    about: str | None = None


class Ending(NamedTuple):
    """One way in which a document ends; ``gone`` is the first day without it.

    Where the two readings differ, ``doubted`` is the first day on which it may be over.
    """

    state: State
    gone: Fact
    doubted: When = NEVER


class Notice(NamedTuple):
    """A notice of one side, sent and received, perhaps revoked."""

    sent: Event | None
    received: Event | None
    revoked: Event | None

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that it consists of."""
        return tuple(event for event in self if event is not None)

    @property
    def effective(self) -> PartialDate | None:
        """The day of effect that is recorded, if one is."""
        return next((event.effective for event in self[:2] if event and event.effective), None)

    def missing(self, counts: NoticeDate) -> tuple[str, ...]:
        """The event that would say which day counts, if it is not recorded."""
        if counts is NoticeDate.SENT:
            return () if self.sent else (EventKind.NOTICE_SENT.value,)
        return () if self.received else (EventKind.NOTICE_RECEIVED.value,)

    def day(self, counts: NoticeDate) -> When:
        """The day that counts. A notice has no effect before its receipt (VCLT art. 78(b))."""
        if counts is NoticeDate.SENT:
            if self.sent:
                return _when(self.sent.date)
            return When(-SOMETIME, _when(self.received.date).latest if self.received else SOMETIME)
        if self.received:
            return _when(self.received.date)
        return When(_when(self.sent.date).earliest if self.sent else -SOMETIME, FOREVER)


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
        if self.fixed:
            rule = partial(_further, self.term.renewal, number)
            return self.fixed[0].moved(rule), self.fixed[1].moved(rule)
        early, late = (
            self.anchor.when.moved(partial(_last, self.term, number, reading))
            for reading in (self.term.readings[0], self.term.readings[-1])
        )
        return early, late

    def ends_with(self, number: int) -> bool:
        """Whether that period has an end; one by a renewal without a length has none."""
        renewal = self.term.renewal
        return not (number and renewal and renewal.length is None)

    def number_at(self, day: int) -> int:
        """The first period that may end on the day or later, as far as there are renewals."""
        number = self.least_number(day)
        while self.last(number)[1].latest < day and (self.most is None or number < self.most):
            number += 1
        return number

    def least_number(self, day: int) -> int:
        """A number of the period on a day that is not too large, found without counting up."""
        renewal = self.term.renewal
        end = self.last(0)[1].latest
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
        for number in count(self.least_number(notice.earliest)):
            if self.most is not None and number >= self.most:
                break
            in_time = self._in_time(notice, number, renewal)
            if in_time is not False and least is None:
                least = number
            if in_time:
                return least or 0, number
            if in_time is None and self._stays_open(notice, number, renewal):
                return least or 0, None
        last = self.most or 0
        return (last if least is None else least), last

    def _in_time(self, notice: When, number: int, renewal: Renewal) -> bool | None:
        before = renewal.notice_before(number)
        if before is None:
            return False
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
        unbounded = notice.latest >= SOMETIME or self.last(number)[0].earliest <= -SOMETIME
        return unbounded or self._too_early(notice, number, renewal)

    def _too_early(self, notice: When, number: int, renewal: Renewal) -> bool:
        opens = renewal.notice_opens
        if opens is None:
            return False
        first = self.last(number)[1].moved(lambda day: notice_numbers(day, opens)[0])
        return notice.earliest < first.latest


def _last(term: Term, number: int, reading: Reading, start: int) -> int:
    return term.last_number(start, number, reading)


def _further(renewal: Renewal | None, number: int, end: int) -> int:
    if not (number and renewal and renewal.length):
        return end
    months, days = renewal.length.total_months * number, renewal.length.total_days * number
    return last_number(end, months, days, Reading.EVENT)


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
    course: Course | None
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
    def begins(self) -> When | None:
        """Its first day, or that of its period if nothing says when it enters into force."""
        if self.entered.when != NEVER:
            return self.entered.when
        return self.running.when if self.running else None

    @property
    def ends(self) -> When:
        """The first day without it, by the end that comes first."""
        return min((one.gone.when for one in self.endings), key=_latest, default=NEVER)

    @property
    def boundaries(self) -> tuple[int, ...]:
        """Every day on which something may change, in order."""
        facts = [self.signed, self.initialled, self.provisional, self.entered]
        facts += [self.running] if self.running else []
        facts += [fact for pair in (*self.suspensions, *self.notices) for fact in pair]
        days = [day for fact in facts for day in fact.when]
        for ending in self.endings:
            days += (*ending.gone.when, *ending.doubted)
        return tuple(sorted({day for day in days if abs(day) < SOMETIME}))


Successors = Mapping[str, Sequence[Agreement]]


def life_of(agreement: Agreement, successors: Successors | None = None) -> Life:
    """The life of a document; ``successors`` are those that supersede one, by its id."""
    return _Reading(agreement, successors or {}).life()


_NO_TERM: Final = Term()
_BEFORE_SIGNATURE: Final = {EventKind.NEGOTIATED, EventKind.AUTHORISED, EventKind.INITIALLED}
_ENDED_BY: Final = {
    EventKind.TERMINATED: State.TERMINATED,
    EventKind.EXPIRED: State.EXPIRED,
    EventKind.SUPERSEDED: State.SUPERSEDED,
    EventKind.FULFILLED: State.FULFILLED,
}


class _Reading:
    """Reads one document's life out of its events and its term."""

    def __init__(self, agreement: Agreement, successors: Successors) -> None:
        self._agreement = agreement
        self._successors = successors
        self._term = agreement.term or _NO_TERM
        self._events: defaultdict[EventKind, list[Event]] = defaultdict(list)
        for event in agreement.events:
            self._events[event.kind].append(event)
        follows = self._term.follows
        parents = (*agreement.implements, *agreement.amends) if follows else ()
        self._parents = [life_of(parent, successors) for parent in parents]

    def life(self) -> Life:
        signed = self._signed()
        running = self._running()
        entered = self._entered(signed, running)
        course = self._course(entered)
        notices = list(self._notices())
        return Life(
            agreement=self._agreement,
            signed=signed,
            initialled=self._trigger(EventKind.INITIALLED),
            provisional=self._provisional(),
            entered=entered,
            running=running,
            course=course,
            suspensions=tuple(self._suspensions()),
            notices=tuple(self._effective_notices(notices, entered)),
            endings=tuple(self._endings(notices, course, entered)),
        )

    # --- beginnings ---

    def _trigger(self, kind: EventKind) -> Fact:
        """When something has happened on both sides, or jointly."""
        events = self._events[kind]
        alone = [event for event in events if event.by is not None]
        if len(alone) == len(events):
            for side in self._agreement.sides:
                ids = {partner.id for partner in side}
                if not any(event.by and event.by.id in ids for event in alone):
                    return Fact(kind.value, NEVER, tuple(events), missing=(kind.value,))
        when = _later(_when(event.date) for event in events)
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
            return Fact("provisional", _later(map(_effect_of, events)), tuple(events))
        if self._term.provisional:
            return self._start("provisional", self._term.provisional)
        return Fact("provisional", NEVER)

    def _running(self) -> Fact | None:
        period = self._agreement.period
        term = self._term
        if period is None or term.length or term.until or term.indefinite:
            return None
        extent = period.extent
        return Fact("period_start", When(extent.first_min, extent.first_max), rules=("period",))

    def _entered(self, signed: Fact, running: Fact | None) -> Fact:
        """When it entered into force or took effect: as recorded, else as its rules say."""
        events = [*self._events[EventKind.IN_FORCE], *self._events[EventKind.TOOK_EFFECT]]
        if events:
            return Fact("entered", _later(map(_effect_of, events)), tuple(events))
        if self._term.entry:
            return self._start("entry", self._term.entry)
        if Aspect.ENTRY in self._term.follows:
            if not self._parents:
                return Fact("entry_with_parent", NEVER, rules=("follows",), missing=("implements",))
            when = _later(parent.entered.when for parent in self._parents)
            return self._with_parent("entry_with_parent", when, self._parents[0])
        if running and not self._is_binding:
            when = _later([signed.when, running.when])
            return running._replace(when=when, events=signed.events, missing=signed.missing)
        return Fact("entry", NEVER, missing=("term.entry",))

    @property
    def _is_binding(self) -> bool:
        agreement = self._agreement
        if agreement.binding is Binding.UNKNOWN:
            return agreement.kind.default_binding is Binding.BINDING
        return agreement.binding is Binding.BINDING

    def _start(self, field: str, start: Start) -> Fact:
        facts = [self._trigger(kind) for kind in start.on]
        missing = tuple(one for fact in facts for one in fact.missing)
        events = tuple(event for fact in facts for event in fact.events)
        days = [_when(start.date)] if start.date else []
        if facts:
            after = start.after or Duration()
            last = _later(fact.when for fact in facts)
            days.append(last.moved(lambda day: effect_number(day, after, start.effect)))
        return Fact(field, _later(days), events, (field,), missing)

    def _with_parent(self, code: str, when: When, parent: Life) -> Fact:
        return Fact(code, when, rules=("follows",), about=parent.agreement.id)

    # --- how long it lasts ---

    def _course(self, entered: Fact) -> Course | None:
        term, renewal = self._term, self._term.renewal
        extended = [event for event in self._events[EventKind.EXTENDED] if event.until]
        if extended:
            last = _later(_when(event.until) for event in extended)
            events = tuple(extended)
            return Course(term, entered, (last, last), 0, 0, "extended", (), events)
        most, possible = self._renewals()
        rules = ("renewal",) if renewal else ()
        if term.length:
            anchor = (
                self._start("counted_from", term.counted_from) if term.counted_from else entered
            )
            return Course(term, anchor, None, most, possible, "length_end", ("length", *rules))
        period = self._agreement.period
        if term.until:
            late = _when(term.until)
            early = late.plus(-1) if term.until_disputed else late
            return Course(term, entered, (early, late), most, possible, "until", ("until", *rules))
        if period is None or term.indefinite:
            return None
        extent = period.extent
        late = When(extent.last_min, extent.last_max)
        rules = ("period", *rules)
        return Course(term, entered, (late, late), most, possible, "period_end", rules)

    def _renewals(self) -> tuple[int | None, int | None]:
        """How many further periods there are at most: as things stand, and if the sides agree."""
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
        resumed = sorted(self._events[EventKind.RESUMED], key=_order)
        for event in sorted(self._events[EventKind.SUSPENDED], key=_order):
            begin = Fact("suspended", _effect_of(event), (event,))
            after = [one for one in resumed if _effect_of(one).latest >= begin.when.earliest]
            if event.until:
                yield begin, Fact("resumed", _when(event.until).plus(1), (event,))
            elif after:
                yield begin, Fact("resumed", _effect_of(after[0]), (after[0],))
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
                sorted((e for e in self._events[kind] if _actor(e) == actor), key=_order)
                for kind in kinds
            )
            for sent, received, revoked in zip_longest(*columns):
                if sent or received:
                    yield Notice(sent, received, revoked)

    @property
    def _counts(self) -> NoticeDate:
        rule = self._term.exit or self._term.renewal
        return rule.counts if rule else NoticeDate.RECEIVED

    def _effective_notices(
        self, notices: list[Notice], entered: Fact
    ) -> Iterator[tuple[Fact, Fact]]:
        for notice in notices:
            if self._locked(notice, entered) is not True:
                revoked = notice.revoked
                end = Fact("notice_revoked", _effect_of(revoked) if revoked else NEVER)
                day, missing = notice.day(self._counts), notice.missing(self._counts)
                yield Fact("notice", day, notice.events, missing=missing), end

    def _locked(self, notice: Notice, entered: Fact) -> bool | None:
        """Whether a notice came while none could be given."""
        leave = self._term.exit
        if leave is None or leave.locked is None or notice.effective:
            return False
        if entered.missing:
            return None
        locked = leave.locked
        opens = entered.when.moved(lambda day: effect_number(day, locked, Effect.DAY))
        day = notice.day(leave.counts)
        if day.latest < opens.earliest:
            return True
        return False if day.earliest >= opens.latest else None

    # --- how it ends ---

    def _endings(
        self, notices: list[Notice], course: Course | None, entered: Fact
    ) -> Iterator[Ending]:
        yield from self._recorded_endings()
        for notice in notices:
            for ending in self._endings_by_notice(notice, course, entered):
                yield from _unless_revoked(ending, notice)
        if course and course.most is not None and course.ends_with(course.most):
            yield self._end_of(course, course.most, course.most)
        if course is None and self._events[EventKind.EXTENDED] and not self._term.indefinite:
            yield Ending(State.EXPIRED, Fact("extended", ANYTIME, missing=("extended.until",)))
        yield from self._endings_with_others()

    def _recorded_endings(self) -> Iterator[Ending]:
        for kind, state in _ENDED_BY.items():
            for event in self._events[kind]:
                when = _effect_of(event)
                if kind is EventKind.EXPIRED and event.effective is None:
                    # It expires with the last hour of the day (Regulation 1182/71, art. 4).
                    when = when.plus(1)
                yield Ending(state, Fact(kind.value, when, (event,)))

    def _end_of(self, course: Course, least: int, most: int | None) -> Ending:
        """The end with a period, or with one of several if notice may have come too late."""
        first = course.last(least)
        last = course.last(most) if most is not None else (NEVER, NEVER)
        doubted, gone = (
            When(one.earliest, other.latest).plus(1) for one, other in zip(first, last, strict=True)
        )
        anchor = Fact("", NEVER) if course.fixed else course.anchor
        events = (*anchor.events, *course.events)
        fact = Fact(course.code, gone, events, course.rules, anchor.missing)
        return Ending(State.EXPIRED, fact, doubted if doubted != gone else NEVER)

    def _endings_by_notice(
        self, notice: Notice, course: Course | None, entered: Fact
    ) -> Iterator[Ending]:
        """What one notice brings about.

        It may be one against renewal or a denunciation; the event does not tell. If both are
        possible, so are both ends, unless the event has its day of effect.
        """
        if notice.effective:
            fact = Fact("notice_effect", _when(notice.effective), notice.events)
            yield Ending(State.TERMINATED, fact)
            return
        lapse = self._lapse(notice, course)
        leave = self._exit(notice, entered)
        if lapse:
            yield lapse
        if leave and lapse:
            when = When(leave.earliest, max(leave.latest, lapse.gone.when.latest))
            missing = ("notice_received.effective",)
            fact = Fact("notice_effect", when, notice.events, ("exit",), missing)
            yield Ending(State.TERMINATED, fact)
        elif leave:
            missing = notice.missing(self._counts)
            fact = Fact("notice_effect", leave, notice.events, ("exit",), missing)
            yield Ending(State.TERMINATED, fact)
        elif not lapse and self._term.exit is None and not self._has_opt_out:
            # No rule says when it takes effect; VCLT art. 56(2) asks for a year at least, of
            # states only, and only where a right to leave is implied.
            when = When(notice.day(self._counts).earliest, FOREVER)
            fact = Fact("notice_effect", when, notice.events, missing=("term.exit",))
            yield Ending(State.TERMINATED, fact)

    @property
    def _has_opt_out(self) -> bool:
        renewal = self._term.renewal
        if renewal is None or renewal.mode is not RenewalMode.TACIT:
            return False
        return renewal.notice_before(0) is not None

    def _lapse(self, notice: Notice, course: Course | None) -> Ending | None:
        """The end by notice against a tacit renewal, if the term knows one."""
        renewal = self._term.renewal
        if course is None or renewal is None or not self._has_opt_out:
            return None
        day = notice.day(renewal.counts)
        least, most = course.stopped_by(day, renewal)
        if most != 0 and not course.ends_with(1):
            # Too late, or perhaps so, and there is only one such chance.
            if least:
                return None
            most = None
        ending = self._end_of(course, least, most)
        fact = ending.gone._replace(
            events=(*ending.gone.events, *notice.events),
            missing=(*ending.gone.missing, *notice.missing(renewal.counts)),
        )
        return ending._replace(gone=fact)

    def _exit(self, notice: Notice, entered: Fact) -> When | None:
        """The first day without the document if a side leaves by this notice."""
        leave = self._term.exit
        locked = self._locked(notice, entered)
        if leave is None or locked:
            return None
        gone = notice.day(leave.counts).moved(
            lambda day: (
                effect_number(day, leave.after, leave.effect) + (leave.effect is Effect.YEAR_END)
            )
        )
        if leave.floor:
            floor, reading = leave.floor, self._term.readings[-1]
            rest = floor.total_months, floor.total_days
            gone = _later(
                [gone, entered.when.moved(lambda day: last_number(day, *rest, reading) + 1)]
            )
        return When(gone.earliest, FOREVER) if locked is None else gone

    def _endings_with_others(self) -> Iterator[Ending]:
        """The ends of its parents, and its replacement by a later document (VCLT art. 59)."""
        if Aspect.END in self._term.follows:
            for parent in self._parents:
                for state, gone, doubted in parent.endings:
                    fact = self._with_parent("end_with_parent", gone.when, parent)
                    yield Ending(state, fact, doubted)
        for successor in self._successors.get(self._agreement.id, ()):
            life = life_of(successor)
            when = life.entered.when
            if life.entered.missing:
                when = When(max(life.signed.when.earliest, -SOMETIME), FOREVER)
            fact = Fact("superseded_by", when, missing=life.entered.missing, about=successor.id)
            yield Ending(State.SUPERSEDED, fact)


def _latest(when: When) -> int:
    return when.latest


def _effect_of(event: Event) -> When:
    return _when(event.effective or event.date)


def _order(event: Event) -> tuple[int, int]:
    when = _effect_of(event)
    return when.latest, when.earliest


def _actor(event: Event) -> str | None:
    return event.by.id if event.by else None


def _unless_revoked(ending: Ending, notice: Notice) -> Iterator[Ending]:
    """The end by a notice that may have been revoked before it took effect (VCLT art. 68)."""
    if notice.revoked is None:
        yield ending
        return
    revoked = _effect_of(notice.revoked)
    gone = ending.gone.when
    if revoked.latest < gone.earliest:
        return
    if revoked.earliest < gone.latest:
        gone = When(gone.earliest, FOREVER)
    yield ending._replace(gone=ending.gone._replace(when=gone))
