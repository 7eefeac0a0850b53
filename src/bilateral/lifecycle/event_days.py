"""On which days events may have happened: as recorded, and as the other events allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from bilateral import clock
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.uncertain_days import UncertainDay, day_of
from bilateral.events import Event, EventKind

__all__ = ["event_days", "is_vague"]

_ORDER: Final = {kind: number for number, kind in enumerate(EventKind)}


def is_vague(date: PartialDate | None) -> bool:
    """Whether a date is not that of one day, or none."""
    return date is None or not date.is_definite or date.first_number != date.last_number


def event_days(events: Sequence[Event]) -> Mapping[Event, UncertainDay]:
    """The days of events of which one at least is not known to the day; nothing for others.

    An event without a date has happened by the day on which its source says so, or by today.
    One that must come before or after another (`EventKind.follows`) lies on its side of it.
    """
    if not any(is_vague(event.date) for event in events):
        return {}
    days = {event: _recorded(event) for event in events}
    if len(events) > 1:
        narrowed = _narrowed(events, days)
        # Where no days fit all together, each date stands for itself.
        if all(when.earliest <= when.latest for when in narrowed.values()):
            return narrowed
    return days


def _recorded(event: Event) -> UncertainDay:
    when = day_of(event.date)
    if event.date is not None:
        return when
    stated = (source.date or source.retrieved for source in event.sources)
    reports = [day_of(date).latest for date in stated if date is not None]
    return UncertainDay(when.earliest, min(reports, default=clock.today().toordinal()))


def _narrowed(
    events: Sequence[Event], days: Mapping[Event, UncertainDay]
) -> dict[Event, UncertainDay]:
    """The days without those that contradict the order of events.

    Kinds stand in the order in which one may have to follow the other: once forward for the
    earliest days and once backward for the latest is all that there is to know.
    """
    found = dict(days)
    by_kind: dict[EventKind, list[Event]] = {}
    for event in sorted(events, key=lambda one: _ORDER[one.kind]):
        by_kind.setdefault(event.kind, []).append(event)

    @cache
    def before(kind: EventKind, actor: str | None) -> Sequence[Event]:
        """The events of a kind of which one at least comes before those of an actor."""
        return [
            one
            for one in by_kind.get(kind, ())
            if actor is None or one.by is None or one.by.id == actor
        ]

    @cache
    def earliest(kind: EventKind, actor: str | None) -> int | None:
        return min((found[one].earliest for one in before(kind, actor)), default=None)

    in_order = [event for same in by_kind.values() for event in same]
    for event in in_order:
        low, high = found[event]
        for kind in event.kind.follows:
            first = earliest(kind, _actor(event))
            low = low if first is None else max(low, first)
        found[event] = UncertainDay(low, high)
    for event in reversed(in_order):
        for kind in event.kind.follows:
            others = before(kind, _actor(event))
            if len(others) == 1:
                low, high = found[others[0]]
                found[others[0]] = UncertainDay(low, min(high, found[event].latest))
    return found


def _actor(event: Event) -> str | None:
    return event.by.id if event.by else None
