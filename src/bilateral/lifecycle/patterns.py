"""Documents whose days stand in the same order share their answers.

Most documents have no rules of their own, and events that are dated. Of those, every comparison
is one of two of their days, so that what they are depends only on the order in which these
stand. The answers are worked out for the first document of an order, from its life, and are
those of all others of that order, with their own days in the places of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from bilateral.agreements import Agreement
from bilateral.dates.intervals import SOMETIME
from bilateral.dates.partial_dates import PartialDate, date_of
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.events import EventKind
from bilateral.instruments import Binding
from bilateral.lifecycle.deadlines import deadlines_in
from bilateral.lifecycle.facts import distinct
from bilateral.lifecycle.lifetimes import Life, Successors, life_of
from bilateral.lifecycle.status import (
    LAST_DAYS,
    Activity,
    Reason,
    Status,
    activity_of,
    status_in,
)
from bilateral.terms.deadlines import DeadlineKind

__all__ = ["Pattern", "Patterns"]

_K = EventKind
# With these, days are counted on from others, or the sides' notices are told apart.
_COUNTED: Final = {
    _K.EXPIRED,
    _K.EXTENDED,
    _K.SUSPENDED,
    _K.RESUMED,
    _K.NOTICE_SENT,
    _K.NOTICE_RECEIVED,
    _K.NOTICE_REVOKED,
}
# What each side can do alone, so that it has happened when both have.
_JOINT: Final = {_K.SIGNED, _K.INITIALLED}
# Of longer histories hardly two have one order.
_MOST_EVENTS: Final = 8
# More orders of days than a register is likely to have.
_MOST: Final = 4096

_Key = tuple[object, ...]
# No deadline of theirs depends on it.
_WINDOW: Final = UncertainDay(1, 1)


class Pattern(NamedTuple):
    """The answers of documents of one order of days; days are their numbers in that order.

    Of a deadline there is the kind, the first and the last day on which it may lie, and how many
    days before these (an end lies one day before the first day without the document).
    """

    activity: Activity
    deadlines: tuple[tuple[DeadlineKind, int, int, int], ...]
    #: The statuses that were asked for, by how many of its days have come.
    statuses: dict[int, _Told]


class Patterns:
    """The patterns of a dossier's documents, each made when the first document has it.

    ``successors`` are the documents that supersede one, by its id.
    """

    def __init__(self, successors: Successors) -> None:
        self._successors = successors
        self._known: dict[_Key, Pattern] = {}

    def of(self, agreement: Agreement) -> tuple[Pattern, Sequence[int]] | None:
        """The pattern of a document and its days in order, if its answers need no more."""
        if (
            agreement.term is not None
            or len(agreement.events) > _MOST_EVENTS
            or agreement.id in self._successors
        ):
            return None
        form: list[object] = [agreement.legal_force is Binding.BINDING]
        days: list[int] = []
        if not _add_events(agreement, form, days):
            return None
        _add_period(agreement.period, form, days)
        order = sorted({*days})
        if order and not (order[0] > -SOMETIME and order[-1] < SOMETIME):
            # What lies infinitely far out stands for itself.
            order = [day for day in order if abs(day) < SOMETIME]
            form += [order.index(day) if abs(day) < SOMETIME else day for day in days]
        else:
            form += map(order.index, days)
        key = (*form,)
        pattern = self._known.get(key)
        if pattern is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            pattern = self._known[key] = _pattern(life_of(agreement), order)
        return pattern, order

    def life(self, agreement: Agreement) -> Life:
        """The life of a document."""
        return life_of(agreement, self._successors)

    def successors_of(self, agreement: Agreement) -> Sequence[Agreement]:
        """The documents that supersede one."""
        return self._successors.get(agreement.id, ())

    def status(self, agreement: Agreement, day: int) -> Status:
        """The status of a document on a day."""
        found = self.of(agreement)
        if found is None:
            return status_in(self.life(agreement), day)
        statuses, order = found[0].statuses, found[1]
        place = bisect_right(order, day)
        told = statuses.get(place)
        if told is not None:
            return told.of(agreement, order, day)
        status = status_in(life_of(agreement), day)
        # Of events that are equal it names one; in another document they may differ.
        if len(distinct(agreement.events)) == len(agreement.events):
            statuses[place] = _told(status, agreement, order)
        return status

    def activity(self, agreement: Agreement) -> Activity:
        """The days on which a document is applied."""
        found = self.of(agreement)
        if found is None:
            return activity_of(self.life(agreement))
        (days, answers), order = found[0].activity, found[1]
        return Activity(tuple([order[day] for day in days]), answers)


def _pattern(life: Life, order: Sequence[int]) -> Pattern:
    days, answers = activity_of(life)
    found: list[tuple[DeadlineKind, int, int, int]] = []
    for one in deadlines_in(life, _WINDOW):
        (first, last), kind = one.when, one.kind
        if first > -SOMETIME and last < SOMETIME:
            before = int(kind is DeadlineKind.END)
            found.append((kind, order.index(first + before), order.index(last + before), before))
    return Pattern(Activity(tuple(map(order.index, days)), answers), tuple(found), {})


# --- statuses ---


# The numbers of two days in an order, and how many days before these; what lies infinitely far
# out stands for itself.
_Days = tuple[int, int, int]


class _Told(NamedTuple):
    """A status of documents of one order of days; events are their numbers."""

    status: Status
    first: _Days
    last: _Days
    reasons: tuple[tuple[str, _Days, str | None], ...]
    events: tuple[int, ...]

    def of(self, agreement: Agreement, order: Sequence[int], day: int) -> Status:
        """The status of one of them."""
        one, force, events = self.status, agreement.legal_force, agreement.events
        return Status(
            on=date_of(day),
            state=one.state,
            possible=one.possible,
            reasons=tuple(
                [
                    Reason(code, _at(order, *when), about, force)
                    for code, when, about in self.reasons
                ]
            ),
            first=_at(order, *self.first),
            last=_at(order, *self.last),
            is_renewing=False,
            events=distinct([events[number] for number in self.events]),
            rules=one.rules,
            missing=one.missing,
            legal_force=force,
        )


def _told(status: Status, agreement: Agreement, order: Sequence[int]) -> _Told:
    numbers = {id(event): number for number, event in enumerate(agreement.events)}
    return _Told(
        status,
        _numbers(order, status.first, 0),
        _numbers(order, status.last, 1),
        tuple(
            (one.code, _numbers(order, one.when, int(one.code in LAST_DAYS)), one.about)
            for one in status.reasons
        ),
        tuple(numbers[id(event)] for event in status.events),
    )


def _numbers(order: Sequence[int], when: UncertainDay, before: int) -> _Days:
    earliest, latest = (order.index(day + before) if abs(day) < SOMETIME else day for day in when)
    return earliest, latest, before


def _at(order: Sequence[int], earliest: int, latest: int, before: int) -> UncertainDay:
    return UncertainDay(
        order[earliest] - before if abs(earliest) < SOMETIME else earliest,
        order[latest] - before if abs(latest) < SOMETIME else latest,
    )


def _add_events(agreement: Agreement, form: list[object], days: list[int]) -> bool:
    """Note the kinds of events and their days; false if their answers need more than that."""
    alone = vague = False
    for event in agreement.events:
        kind, date = event.kind, event.date
        if date is None or kind in _COUNTED:
            return False
        if event.by is not None:
            if kind in _JOINT:
                return False
            alone = True
        form.append(kind)
        vague = _add_date(date, form, days) or vague
        if event.effective is not None:
            form.append("effective")
            _add_date(event.effective, form, days)
    # Each side's vague dates are narrowed by its own events.
    return not (alone and vague)


def _add_date(date: PartialDate, form: list[object], days: list[int]) -> bool:
    """Note a date; whether it is more than one day."""
    if date.is_definite and date.first_number == date.last_number:
        form.append(1)
        days.append(date.first_number)
        return False
    form.append(2)
    days += date.extent.possible
    return True


def _add_period(period: Period | None, form: list[object], days: list[int]) -> None:
    """Note the bounds of the first day of a period, and of the first day after it."""
    if period is None:
        form.append(0)
        return
    first, last = period.first_number, period.last_number
    if period.is_definite and first is not None and last is not None:
        form.append(2)
        days += (first, last + 1)
        return
    form.append(4)
    extent = period.extent
    days += (extent.first_min, extent.first_max)
    days += UncertainDay(extent.last_min, extent.last_max).plus(1)
