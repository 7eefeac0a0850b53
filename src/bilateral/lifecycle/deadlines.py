"""Deadlines: what enters, begins, renews and ends, and notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from bilateral.agreements import Agreement
from bilateral.dates.gregorian import MONTHS, add_months, day_number, year_month_day
from bilateral.dates.intervals import SOMETIME
from bilateral.dates.partial_dates import Day, whole_day
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import Facts, Record, Table, View
from bilateral.frozen import draft
from bilateral.lifecycle.counting import day_after
from bilateral.lifecycle.lifetimes import Life, Successors, life_of
from bilateral.lifecycle.notices import Leaving
from bilateral.lifecycle.schedules import Schedule
from bilateral.lifecycle.sentences import deadline_label, deadline_text
from bilateral.listings import Listing
from bilateral.literals import Lang
from bilateral.problems import reject
from bilateral.terms.counting import Effect, notice_numbers
from bilateral.terms.deadlines import DeadlineKind
from bilateral.terms.kinds import RenewalMode
from bilateral.terms.rules import Renewal

__all__ = [
    "Deadline",
    "Deadlines",
    "deadlines_in",
    "deadlines_of",
    "in_order",
    "is_settled",
    "is_within",
    "next_deadline",
    "next_in",
    "undisputed",
    "window_of",
]


@attrs.frozen(weakref_slot=False, repr=False)
class Deadline(Record):
    """A day to watch.

    ``when`` is the day, as far as it is known. On the days of ``disputed``, which follow it,
    notice may still be in time, or the document may be in force still; those before the first
    day for notice are the days on which it may count already. ``number`` is that of the period
    it belongs to (0 is the first), or of the anniversary or the calendar year with which a side
    can leave; with ``kind`` and the agreement's id it makes a ``key`` that stays the same when
    the date is corrected.

    >>> import bilateral as bl
    >>> plan = bl.Agreement(
    ...     "plan", "roadmap", [bl.Partner.state("BY"), bl.Partner.state("KZ")], period="2026/2028"
    ... )
    >>> first, last = bl.Dossier(agreements=[plan]).deadlines("2026-01-01", "2028-12-31")
    >>> print(first.days, first.text("en"), last.key)
    2026-01-01 Start of the period: 1 January 2026 plan.end.0
    """

    kind: DeadlineKind
    agreement: Agreement
    when: UncertainDay
    disputed: Period | None = None
    number: int = 0

    @property
    def days(self) -> Period:
        """The day, or the days on which it may lie."""
        return Period.around(*self.when)

    @property
    def key(self) -> str:
        """An id that it has among all deadlines of a dossier."""
        return f"{self.agreement.id}.{self.kind.value}.{self.number}"

    def text(self, lang: Lang) -> str:
        """The deadline as a sentence in ``lang`` (de, ru, en), without the document's name."""
        force = self.agreement.legal_force
        return deadline_text(self.kind, force, self.when, self.disputed, lang)

    def label(self, lang: Lang) -> str:
        """The kind in ``lang``, in the word for documents of that legal force."""
        return deadline_label(self.kind, self.agreement.legal_force, lang)

    def _facts(self, view: View) -> Iterable[Facts]:
        rows = [
            (view.word("day"), self.when),
            (view.word("disputed"), self.disputed),
            (view.name_of(Agreement), self.agreement.title(view.lang)),
        ]
        return [Facts(self.label(view.lang), rows)]


_Draft: Final = draft(Deadline)


def undisputed(
    kind: DeadlineKind, agreements: Iterable[Agreement], when: UncertainDay
) -> Iterator[Deadline]:
    """Deadlines of many documents on one day, which differ in nothing else."""
    for agreement in agreements:
        made = _Draft()
        made.kind = kind
        made.agreement = agreement
        made.when = when
        made.disputed = None
        made.number = 0
        made.__class__ = Deadline
        yield made


class Deadlines(Listing[Deadline]):
    """Deadlines in order: a tuple that shows itself as a table.

    Raises `ValidationError` (``wrong-type``).

    >>> from bilateral.examples import astana_2025
    >>> found = astana_2025().deadlines("2026-01-01", "2028-12-31")
    >>> type(found[:1]) is Deadlines
    True
    """

    __slots__ = ()

    _kind = Deadline

    def _facts(self, view: View) -> Iterable[Table]:
        header = [view.word("day"), view.word("deadline"), view.name_of(Agreement)]
        disputed = any(one.disputed for one in self)
        rows = (
            (one.when, one.label(view.lang), one.agreement.title(view.lang))
            + ((one.disputed,) if disputed else ())
            for one in self
        )
        header += [view.word("disputed")] * disputed
        return [Table(view.word("deadlines"), len(self), header, rows)]


def window_of(start: Day, end: Day) -> UncertainDay:
    """The days from one to another.

    Raises `ValidationError`: ``whole-day-needed``, ``period-reversed``.
    """
    window = UncertainDay(whole_day(start), whole_day(end))
    if window.earliest > window.latest:
        raise reject("period-reversed", f"{start}/{end}")
    return window


def deadlines_of(
    agreements: Iterable[Agreement], window: UncertainDay, successors: Successors | None = None
) -> tuple[Deadline, ...]:
    """The deadlines in a window, in order.

    A day that is known only within bounds is listed if it may lie there; one of which a bound
    is not known is not a day, and is not listed. Notice and end are those of the earlier
    reading; what the later one allows is ``disputed``.
    """
    return in_order(
        one
        for agreement in agreements
        for one in deadlines_in(life_of(agreement, successors), window)
        if is_within(one.when, window)
    )


def in_order(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Deadlines by day, kind and document."""
    return tuple(sorted(deadlines, key=_place))


def _place(one: Deadline) -> tuple[UncertainDay, int, str]:
    return one.when, _ORDER[one.kind], one.agreement.id


def next_deadline(
    agreement: Agreement, on: Day, successors: Successors | None = None
) -> Deadline | None:
    """The first deadline of a document on the day ``on`` or later; ``None`` if none is in sight.

    What lies more than a century ahead is not. Raises `ValidationError` (``whole-day-needed``).
    """
    return next_in(life_of(agreement, successors), whole_day(on))


def next_in(life: Life, day: int) -> Deadline | None:
    """The first deadline in a life on a day or later, as `next_deadline`."""
    # A document that renews every week has thousands in a century.
    for years in (1, 10, 100):
        window = UncertainDay(day, day + years * _DAYS_OF_YEAR)
        found = (one for one in deadlines_in(life, window) if is_within(one.when, window))
        first = min(found, key=_place, default=None)
        if first is not None:
            return first
    return None


_DAYS_OF_YEAR: Final = 366
_CENTURY: Final = 100


_ORDER: Final = {kind: number for number, kind in enumerate(DeadlineKind)}


def is_within(when: UncertainDay, window: UncertainDay) -> bool:
    """Whether a day may lie in a window, if it is known within bounds."""
    bounded = when.earliest > -SOMETIME and when.latest < SOMETIME
    return bounded and when.earliest <= window.latest and window.earliest <= when.latest


def is_settled(life: Life, successors: Iterable[Agreement]) -> bool:
    """Whether a document has the same deadlines on every day and in every window.

    Those of renewals and of notice to leave go on and on; an event without a date has happened
    by today, here or in a document that this one follows or that supersedes it.
    """
    term = life.agreement.term
    if life.exit or (term and (term.follows or term.renewal)):
        return False
    return all(event.date for one in (life.agreement, *successors) for event in one.events)


def deadlines_in(life: Life, window: UncertainDay) -> Iterator[Deadline]:
    """The deadlines of a document: all those in a window, and perhaps others."""
    if life.running is None or life.entered.code != life.running.code:
        yield Deadline(DeadlineKind.ENTRY, life.agreement, life.entered.when)
    if life.running:
        yield Deadline(DeadlineKind.BEGIN, life.agreement, life.running.when)
    yield from _end(life)
    if life.exit:
        yield from _exits(life, life.exit, window)
    if life.schedule and life.schedule.term.renewal:
        yield from _renewals(life, life.schedule, life.schedule.term.renewal, window)


def _end(life: Life) -> Iterator[Deadline]:
    """The end, by whichever rule or event it may come first."""
    latest = life.ends.latest
    first = [one for one in life.endings if one.first_day_after.when.earliest <= latest]
    if first:
        safe = min(
            min(one.first_doubtful_day.earliest, one.first_day_after.when.earliest) for one in first
        )
        settled = min(one.first_doubtful_day.latest for one in first)
        when = UncertainDay(safe, min(settled, latest)).plus(-1)
        disputed = _days(settled, latest - 1)
        yield Deadline(DeadlineKind.END, life.agreement, when, disputed)


def _exits(life: Life, leave: Leaving, window: UncertainDay) -> Iterator[Deadline]:
    """The first day for notice to leave, and the last ones for the end of each year."""
    early, late = leave.opens
    if late != life.entered.when:
        disputed = _days(early.earliest, late.earliest - 1)
        yield Deadline(DeadlineKind.LEAVE_OPENS, life.agreement, late, disputed)
    after = leave.rule.after
    ends = (add_months(day, after.total_months) + after.total_days for day in window)
    first, last = (year_month_day(day)[0] for day in ends)
    for number, safe, latest, end in _choices(life, leave, range(first - 1, last + 2)):
        if early.earliest <= latest.latest and leave.floor.earliest <= end < life.ends.latest:
            disputed = _days(safe.latest + 1, latest.latest)
            yield Deadline(DeadlineKind.LEAVE, life.agreement, safe, disputed, number)


def _choices(
    life: Life, leave: Leaving, years: range
) -> Iterator[tuple[int, UncertainDay, UncertainDay, int]]:
    """The days on which a side can end the document, by notice on which days, in some years."""
    rule, entered = leave.rule, life.entered.when
    if entered.latest >= SOMETIME:
        return
    if rule.at_anniversary:
        first, last = (year_month_day(day)[0] for day in entered)
        if last - first > _CENTURY:
            # Any day may be an anniversary of such a one, and each has its number.
            return
        for number in range(max(1, years[0] - last), years[-1] - first + 1):
            early, late = day_after(leave.readings, number * MONTHS, 0, entered)
            first_due = early.moved(lambda day: notice_numbers(day - 1, rule.after)[0])
            # Notice has effect at the start of a day, which may be that very one.
            last_due = late.moved(lambda day: notice_numbers(day, rule.after)[1])
            yield number, first_due, last_due, late.latest
    elif rule.effect in (Effect.YEAR, Effect.YEAR_END):
        for year in years:
            end = day_number(year, MONTHS, 31)
            safe, latest = notice_numbers(end, rule.after)
            if rule.effect is Effect.YEAR:
                # Any notice of that year has effect so many years later.
                safe = latest = day_number(year + 1 - rule.after.years, MONTHS, 31)
            yield year, UncertainDay(safe, safe), UncertainDay(latest, latest), end + 1


def _renewals(
    life: Life, schedule: Schedule, renewal: Renewal, window: UncertainDay
) -> Iterator[Deadline]:
    if renewal.mode is RenewalMode.TACIT:
        yield from _tacit_renewals(life, schedule, renewal, window)
        return
    number = schedule.most or 0
    may_follow = schedule.possible is None or number < schedule.possible
    if may_follow and life.ends == schedule.late(number).plus(1):
        yield _due(DeadlineKind.EXTENSION, life, schedule, number, renewal)


def _tacit_renewals(
    life: Life, schedule: Schedule, renewal: Renewal, window: UncertainDay
) -> Iterator[Deadline]:
    ended = life.ends.latest
    # Of the period before, the last day may be the day before the window.
    number = schedule.number_at(window.earliest - 1)
    while True:
        early, late = schedule.last(number)
        unbounded = early.earliest <= -SOMETIME or early.latest >= SOMETIME
        if unbounded or number == schedule.most or ended <= late.latest + 1:
            return
        begins = early.plus(1)
        disputed = _days(begins.latest + 1, late.latest + 1)
        renewed = Deadline(DeadlineKind.RENEWAL, life.agreement, begins, disputed, number + 1)
        has_notice = renewal.notice_before(number) is not None
        due = _due(DeadlineKind.NOTICE, life, schedule, number, renewal) if has_notice else renewed
        yield from dict.fromkeys((due, renewed))
        if due.when.earliest > window.latest:
            return
        number += 1


def _due(
    kind: DeadlineKind, life: Life, schedule: Schedule, number: int, renewal: Renewal
) -> Deadline:
    """By when notice is due, or an agreement, that decides what follows a period."""
    safe, latest = schedule.safe(number, renewal), schedule.latest(number, renewal)
    disputed = _days(safe.latest + 1, latest.latest)
    return Deadline(kind, life.agreement, safe, disputed, number)


def _days(first: int, last: int) -> Period | None:
    return Period.around(first, last) if first <= last < SOMETIME else None
