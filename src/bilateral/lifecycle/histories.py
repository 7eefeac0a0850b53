"""Histories: the events of a document by kind, with the days on which they have effect."""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from bilateral.dates.durations import Duration
from bilateral.dates.uncertain_days import NEVER, UncertainDay, day_of, later
from bilateral.events import Event, EventKind
from bilateral.lifecycle.event_days import event_days
from bilateral.lifecycle.facts import Fact
from bilateral.partners import Side
from bilateral.terms.counting import effect_number
from bilateral.terms.rules import Start, Term

__all__ = ["NO_TIME", "History"]

NO_TIME: Final = Duration()


@cache
def _not_yet(kind: EventKind) -> Fact:
    """Nothing of a kind on record."""
    return Fact(kind.value, NEVER, missing=(kind.value,))


class History:
    """The events of a document between two sides, and the term that says what they do."""

    def __init__(self, events: Sequence[Event], sides: Sequence[Side], term: Term) -> None:
        self.term = term
        self._by_kind: dict[EventKind, list[Event]] = {}
        for event in events:
            self._by_kind.setdefault(event.kind, []).append(event)
        self._sides = sides
        self._days = event_days(events)

    def events(self, kind: EventKind, *others: EventKind) -> Sequence[Event]:
        """The events of one kind or several."""
        events: Sequence[Event] = self._by_kind.get(kind, ())
        for other in others:
            if other in self._by_kind:
                events = (*events, *self._by_kind[other])
        return events

    def has_any(self, kinds: AbstractSet[EventKind]) -> bool:
        """Whether there are events of some kinds."""
        return not kinds.isdisjoint(self._by_kind)

    @property
    def kinds(self) -> KeysView[EventKind]:
        """The kinds of events that there are."""
        return self._by_kind.keys()

    def day(self, event: Event) -> UncertainDay:
        """The day of an event, as far as it is known."""
        known = self._days.get(event) if self._days else None
        return known or day_of(event.date)

    def effect(self, event: Event) -> UncertainDay:
        """The day from which an event has effect."""
        return day_of(event.effective) if event.effective else self.day(event)

    def in_order(self, events: Sequence[Event]) -> list[Event]:
        """Events by the days from which they have effect."""
        return sorted(events, key=lambda event: self.effect(event)[::-1])

    def trigger(self, kind: EventKind) -> Fact:
        """The day when something has happened on both sides, or jointly."""
        events = self._by_kind.get(kind)
        if not events:
            return _not_yet(kind)
        if None not in [event.by for event in events]:
            for side in self._sides:
                ids = {partner.id for partner in side}
                if not any(event.by and event.by.id in ids for event in events):
                    return Fact(kind.value, NEVER, tuple(events), missing=(kind.value,))
        return Fact(kind.value, later(map(self.day, events)), tuple(events))

    def start(self, field: str, start: Start) -> Fact:
        """The day on which a field of the term lets something begin."""
        facts = [self.trigger(kind) for kind in start.on]
        missing = tuple(one for fact in facts for one in fact.missing)
        events = tuple(event for fact in facts for event in fact.events)
        days = [day_of(start.date)] if start.date else []
        if facts:
            after = start.after or NO_TIME
            last = later(fact.when for fact in facts)
            days.append(last.moved(lambda day: effect_number(day, after, start.effect)))
        return Fact(field, later(days), events, (field,), missing)
