"""The status of a document on a day, and its reasons. Never stored, always computed."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

import attrs

from bilateral.agreements import Agreement
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.partial_dates import Day, PartialDate, date_of, whole_day
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import ANYTIME, NEVER, UncertainDay
from bilateral.display import Facts, Record, View
from bilateral.events import Event
from bilateral.instruments import Binding
from bilateral.lifecycle.event_days import is_vague
from bilateral.lifecycle.facts import Fact, State, distinct
from bilateral.lifecycle.lifetimes import Life, Successors, life_of
from bilateral.lifecycle.sentences import reason_text, state_label, status_text
from bilateral.literals import Lang
from bilateral.terms.kinds import RenewalMode

__all__ = ["LAST_DAYS", "Reason", "State", "Status", "status_of"]


@attrs.frozen(repr=False)
class Reason(Record):
    """One of the facts from which a status follows.

    ``code`` says which (a row of the table ``reasons``), ``when`` on which day, ``about``
    which other document or which missing fact it is about. ``legal_force`` is that of the
    document, which decides the words.

    >>> Reason("period_start", UncertainDay(739617, 739617)).text("en")
    'Start of the period: 1 January 2026.'
    """

    code: str
    when: UncertainDay = ANYTIME
    about: str | None = None
    legal_force: Binding = Binding.UNKNOWN

    @property
    def days(self) -> Period | None:
        """The days on which it may lie; ``None`` if nothing is known of that."""
        return self.when.period

    def text(self, lang: Lang) -> str:
        """The fact as a sentence in ``lang`` (de, ru, en)."""
        return reason_text(self, lang)

    def _facts(self, view: View) -> Iterable[Facts]:
        return [Facts(view.name_of(Reason), [(self.code, self.text(view.lang))])]


@attrs.frozen(kw_only=True, repr=False)
class Status(Record):
    """The status of a document on the day ``on``.

    ``state`` is that, or ``State.UNKNOWN`` where several are ``possible``. It has been so from
    ``first`` to ``last``, which are days as far as they are known; a document that
    ``is_renewing`` (of itself) has the last day of its current period there. ``reasons`` are
    the facts from which this follows, ``events`` those recorded and ``rules`` the fields of the
    term (or ``period``) that were used, ``missing`` what would have to be known to say more.
    ``legal_force`` is that of the document: what does not bind comes into effect.

    >>> import bilateral as bl
    >>> plan = bl.Agreement(
    ...     "plan",
    ...     "roadmap",
    ...     [bl.Partner.state("BY"), bl.Partner.state("KZ")],
    ...     period="2026/2028",
    ...     events=[bl.Event.signed("2025-11-05")],
    ... )
    >>> status = plan.status("2025-12-01")
    >>> print(status.state, status.until)
    not_yet_running 2025-12-31
    >>> print(status.text("en"))
    Signed on 5 November 2025, not yet running. Start of the period: 1 January 2026.
    """

    on: datetime.date
    state: State
    possible: frozenset[State]
    reasons: tuple[Reason, ...]
    first: UncertainDay
    last: UncertainDay
    is_renewing: bool
    events: tuple[Event, ...]
    rules: tuple[str, ...]
    missing: tuple[str, ...]
    legal_force: Binding = Binding.UNKNOWN

    @property
    def since(self) -> datetime.date | None:
        """The first day of the state, if it is known to the day."""
        return self.first.date

    @property
    def until(self) -> datetime.date | None:
        """The last day of the state or, if it renews, of the current period, if it is known."""
        return self.last.date

    @property
    def since_within(self) -> Period | None:
        """The days on which `since` may lie; ``None`` if it may be any."""
        return self.first.period

    @property
    def until_within(self) -> Period | None:
        """The days on which `until` may lie; ``None`` if it may be any, or never comes."""
        return self.last.period

    @property
    def is_active(self) -> bool | None:
        """True if the document is applied on that day; ``None`` if that cannot be known."""
        answers = {state.is_active for state in self.possible}
        return answers.pop() if len(answers) == 1 else None

    def text(self, lang: Lang) -> str:
        """The state and its reasons as sentences in ``lang`` (de, ru, en)."""
        return status_text(self.state, self.legal_force, self.reasons, self.missing, lang)

    def __str__(self) -> str:
        return self.state.value

    def label(self, lang: Lang) -> str:
        """The state in ``lang`` (de, ru, en), in the word for documents of that legal force."""
        return state_label(self.state, self.legal_force, lang)

    def _facts(self, view: View) -> Iterable[Facts]:
        rows = [
            (view.word("status"), self.label(view.lang)),
            (view.word("since"), self.since_within),
            (view.word("until"), self.until_within),
            (view.word("reasons"), [reason.text(view.lang) for reason in self.reasons]),
        ]
        day = PartialDate.of(self.on).label(view.lang)
        return [Facts(view.word("status_on", day=day), rows)]


def status_of(agreement: Agreement, on: Day, successors: Successors | None = None) -> Status:
    """The status of a document on a day; ``successors`` are those that supersede one, by its id.

    Raises `ValidationError` (``whole-day-needed``) unless ``on`` is one day, and
    (``date-out-of-range``) unless ``datetime`` knows it.
    """
    return status_in(life_of(agreement, successors), whole_day(on))


class Activity(NamedTuple):
    """Whether a document is applied: the answers before, between and after some days."""

    days: tuple[int, ...]
    answers: tuple[bool | None, ...]

    def on(self, day: int) -> bool | None:
        """Whether it is applied on a day, if that can be known: `Status.is_active`, faster."""
        return self.answers[bisect_right(self.days, day)]


def activity_of(life: Life) -> Activity:
    """The days on which a document is applied."""
    days: list[int] = []
    answers = [_is_active(life, -SOMETIME)]
    for day in life.boundaries:
        answer = _is_active(life, day)
        if answer is not answers[-1]:
            days.append(day)
            answers.append(answer)
    return Activity(tuple(days), tuple(answers))


def _is_active(life: Life, day: int) -> bool | None:
    states = {one.state for one in _outcomes(life, day)}
    if _may_be_in_force(life, states):
        return None
    answers = {state.is_active for state in states}
    return answers.pop() if len(answers) == 1 else None


class _Outcome(NamedTuple):
    """A state that is possible, and the facts that lead to it."""

    state: State
    facts: tuple[Fact, ...]


def status_in(life: Life, day: int) -> Status:
    """The status on a day within a life."""
    outcomes = list(_outcomes(life, day))
    states = frozenset(one.state for one in outcomes)
    state = next(iter(states)) if len(states) == 1 else State.UNKNOWN
    facts = distinct([fact for one in outcomes for fact in one.facts])
    undecided = [fact for fact in facts if fact.unsure or fact.when.reached(day) is None]
    missing = _missing(life, states, state, undecided)
    since, until = _stretch(life, day, state)
    period_end = _current_end(life, day) if state in _RUNNING else None
    renews = period_end is not None and period_end.latest < until.latest
    until = period_end if period_end and renews else until
    return Status(
        on=date_of(day),
        state=state,
        possible=states | {State.IN_FORCE} if _may_be_in_force(life, states) else states,
        reasons=tuple(
            Reason(*one, legal_force=life.agreement.legal_force)
            for one in _reasons(life, facts, missing, until, renews=renews)
        ),
        first=since,
        last=until,
        is_renewing=renews,
        events=distinct([event for fact in facts for event in fact.events]),
        rules=tuple(dict.fromkeys(rule for fact in facts for rule in fact.rules)),
        missing=missing,
        legal_force=life.agreement.legal_force,
    )


_RUNNING: Final = {State.IN_FORCE, State.SUSPENDED}


# --- which states are possible ---


def _outcomes(life: Life, day: int) -> Iterator[_Outcome]:
    ends = life.endings
    last = min([one.first_day_after.when.latest for one in ends], default=FOREVER)
    if last > day:
        for one in ends:
            if one.first_day_after.when.earliest <= day:
                yield _Outcome(one.state, (one.told,))
        yield from _living(life, day)
        return
    # The first end has it; of those on one day the first in the list; those that may have come
    # before it stay possible.
    first = next(
        number for number, one in enumerate(ends) if one.first_day_after.when.latest == last
    )
    for number, one in enumerate(ends):
        if one.first_day_after.when.earliest < last + (number < first) or number == first:
            yield _Outcome(one.state, (one.told,))


def _living(life: Life, day: int) -> Iterator[_Outcome]:
    entered = life.entered.when.reached(day)
    if entered is not False:
        yield from _in_force(life, day)
    if entered:
        return
    provisional = life.provisional.when.reached(day)
    if provisional is not False:
        yield _Outcome(State.PROVISIONAL, (life.provisional, life.entered))
    if provisional:
        return
    signed = life.signed.when.reached(day)
    at_once = life.entered[1:3] == life.signed[1:3]  # the same day of the same events
    if signed is not False and not at_once:
        state = State.NOT_YET_RUNNING if life.waits(day) else State.SIGNED
        yield _Outcome(state, (life.signed, life.entered))
    if signed:
        return
    initialled = life.initialled.when.reached(day)
    if initialled is not False:
        yield _Outcome(State.INITIALLED, (life.initialled,))
    if not initialled:
        yield _Outcome(State.DRAFT, (life.signed,))


def _in_force(life: Life, day: int) -> Iterator[_Outcome]:
    suspended, facts = _any_of(life.suspensions, day)
    if suspended is not False:
        yield _Outcome(State.SUSPENDED, facts)
    if suspended:
        return
    for one in life.endings:
        is_doubtful = one.first_doubtful_day.reached(day)
        if is_doubtful is not False:
            yield _Outcome(State.ENDING_DISPUTED, (one.told,))
        if is_doubtful:
            return
    noticed, facts = _any_of(life.notices, day)
    if noticed is not False:
        yield _Outcome(State.ENDING, (*facts, *life.next_end))
    if noticed:
        return
    running = life.running.when.reached(day) if life.running else True
    if running is not False:
        yield _Outcome(State.IN_FORCE, (life.entered, *life.next_end))
    if not running and life.running:
        yield _Outcome(State.NOT_YET_RUNNING, (life.signed, life.entered, life.running))


def _any_of(spans: Iterable[tuple[Fact, Fact]], day: int) -> tuple[bool | None, tuple[Fact, ...]]:
    """Whether the day lies in one of several spans, and in which it may."""
    answer: bool | None = False
    facts: list[Fact] = []
    for begin, end in spans:
        begun, over = begin.when.reached(day), end.when.reached(day)
        if begun is False or over:
            continue
        facts += [begin] if end.when == NEVER else [begin, end]
        certain = begun and over is False and not begin.unsure
        answer = True if answer or certain else None
    return answer, tuple(facts)


# --- since when, until when ---


def _stretch(life: Life, day: int, state: State) -> tuple[UncertainDay, UncertainDay]:
    """The bounds of the first and of the last day of the state."""
    bounds = [-SOMETIME, *life.boundaries, FOREVER]
    here = bisect_right(bounds, day) - 1
    first = _walk(life, bounds, state, range(here, -1, -1))
    last = _walk(life, bounds, state, range(here, len(bounds) - 1))
    return (
        UncertainDay(bounds[first[1]], bounds[first[0]]),
        UncertainDay(bounds[last[0] + 1], bounds[last[1] + 1]).plus(-1),
    )


def _walk(life: Life, bounds: list[int], state: State, steps: range) -> tuple[int, int]:
    """The furthest stretch in which the state is certain, and that in which it is possible.

    The first step is the stretch in which it is known to be certain.
    """
    certain = possible = steps[0]
    still_certain = True
    for step in steps[1:]:
        states = {one.state for one in _outcomes(life, bounds[step])}
        still_certain = still_certain and _is(states, state)
        if still_certain:
            certain = possible = step
        elif state in states:
            possible = step
        else:
            break
    return certain, possible


def _is(states: set[State], state: State) -> bool:
    return len(states) > 1 if state is State.UNKNOWN else states == {state}


def _current_end(life: Life, day: int) -> UncertainDay | None:
    """The last day of the current period, if the document renews of itself after it."""
    schedule = life.schedule
    renewal = schedule and schedule.term.renewal
    if schedule is None or not renewal or renewal.mode is not RenewalMode.TACIT:
        return None
    number = schedule.number_at(day)
    if schedule.most is not None and number >= schedule.most:
        return None
    last = schedule.within(number)
    if last.earliest < day:
        return UncertainDay(day, schedule.within(number + 1).latest)
    return last


# --- why, and what is not known ---


def _may_be_in_force(life: Life, states: AbstractSet[State]) -> bool:
    """Whether it may be signed, and nothing recorded says when it enters into force."""
    return State.SIGNED in states and bool(life.entered.missing)


def _missing(
    life: Life, states: AbstractSet[State], state: State, undecided: list[Fact]
) -> tuple[str, ...]:
    names = [one for fact in undecided for one in _needed(fact)] if state is State.UNKNOWN else []
    if _may_be_in_force(life, states):
        names += life.entered.missing
    if state is State.IN_FORCE and not _has_end_rule(life):
        names.append("term.length")
    return tuple(dict.fromkeys(names))


def _needed(fact: Fact) -> Iterator[str]:
    """The names of what would have to be known for the day of a fact to be known."""
    if fact.missing:
        yield from fact.missing
        return
    vague = [one.kind.value for one in fact.events if is_vague(one.effective or one.date)]
    yield from vague or fact.rules


def _has_end_rule(life: Life) -> bool:
    term = life.agreement.term
    return bool(
        life.schedule
        or life.endings
        or (term and (term.indefinite or term.until_event or term.follows))
    )


# Code, day and what it is about.
_Told = tuple[str, UncertainDay, str | None]


def _reasons(
    life: Life,
    facts: tuple[Fact, ...],
    missing: tuple[str, ...],
    until: UncertainDay,
    *,
    renews: bool,
) -> Iterator[_Told]:
    for fact in facts:
        yield from _reasons_of(fact)
    term = life.agreement.term
    in_force = any(fact is life.entered for fact in facts)
    if renews and life.schedule:
        yield "renews", until, None
    elif in_force and term and term.indefinite:
        yield "indefinite", ANYTIME, None
    if in_force and term and term.until_event:
        yield "until_event", ANYTIME, None
    for name in missing:
        yield "missing", ANYTIME, name


#: The reasons whose day is the last one, before the first day without the document.
LAST_DAYS: Final = {"length_end", "until", "period_end", "extended", "expired"}


def _reasons_of(fact: Fact) -> Iterator[_Told]:
    if fact.when.earliest >= SOMETIME:
        return
    when = fact.when.plus(-1) if fact.code in LAST_DAYS else fact.when
    yield fact.code, when, fact.about
