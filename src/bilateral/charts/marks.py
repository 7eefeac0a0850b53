"""The marks of deadlines and events, the same on all charts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bilateral.charts.drawing import BLUE, GREEN, INK, ORANGE, PURPLE, VERMILLION, mark
from bilateral.charts.sheets import Key
from bilateral.events import Event, EventKind
from bilateral.lifecycle.deadlines import Deadline
from bilateral.terms.deadlines import DeadlineKind

__all__ = ["deadline_keys", "deadline_mark", "event_keys", "event_mark"]

# A shape and a colour of its own for each: nothing is told by the colour alone.
_DEADLINES: Final = {
    DeadlineKind.ENTRY: ("triangle", GREEN),
    DeadlineKind.BEGIN: ("square", GREEN),
    DeadlineKind.LEAVE_OPENS: ("up", PURPLE),
    DeadlineKind.NOTICE: ("down", VERMILLION),
    DeadlineKind.LEAVE: ("cross", VERMILLION),
    DeadlineKind.EXTENSION: ("plus", ORANGE),
    DeadlineKind.RENEWAL: ("ring", BLUE),
    DeadlineKind.END: ("circle", BLUE),
}
_EVENTS: Final = {EventKind.SIGNED: ("ring", INK), EventKind.IN_FORCE: ("triangle", INK)}
_OTHER: Final = ("diamond", INK)


def deadline_mark(kind: DeadlineKind, x: float, y: float, size: float = 5.5) -> str:
    """The mark of a kind of deadline at a place."""
    shape, colour = _DEADLINES[kind]
    return mark(shape, x, y, colour, size)


def event_mark(event: Event, x: float, y: float) -> str:
    """The mark of an event at a place."""
    shape, colour = _EVENTS.get(event.kind, _OTHER)
    return mark(shape, x, y, colour, 4.5)


def deadline_keys(deadlines: Iterable[Deadline], lang: str) -> list[Key]:
    """The marks of deadlines with their meanings, in the order of the kinds."""
    found = {one.kind: one.label(lang) for one in deadlines}
    return [Key(deadline_mark(kind, 0, 0), found[kind]) for kind in DeadlineKind if kind in found]


def event_keys(events: Iterable[Event], lang: str, others: str) -> list[Key]:
    """The marks of events with their meanings; most kinds share one, which means ``others``."""
    kinds = [one.kind for one in events]
    keys = [
        Key(mark(shape, 0, 0, colour, 4.5), kind.label(lang))
        for kind, (shape, colour) in _EVENTS.items()
        if kind in kinds
    ]
    if any(kind not in _EVENTS for kind in kinds):
        keys.append(Key(mark(*_OTHER[:1], 0, 0, _OTHER[1], 4.5), others))
    return keys
