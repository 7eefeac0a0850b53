"""Beginnings of a document's life: signature, provisional application, entry into force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bilateral.dates.uncertain_days import ANYTIME, NEVER, later
from bilateral.events import EventKind
from bilateral.lifecycle.facts import Fact
from bilateral.lifecycle.histories import History
from bilateral.terms.kinds import Aspect

__all__ = ["expected_entry", "provisional_application", "recorded_entry", "signature"]

_BEFORE_SIGNATURE: Final = {EventKind.NEGOTIATED, EventKind.AUTHORISED, EventKind.INITIALLED}


def signature(history: History) -> Fact:
    """The signature; where none is recorded, it was some day unless it is still to come."""
    if history.events(EventKind.SIGNED):
        return history.trigger(EventKind.SIGNED)
    when = NEVER if history.kinds and history.kinds <= _BEFORE_SIGNATURE else ANYTIME
    return Fact("signed", when, missing=("signed",))


def provisional_application(history: History) -> Fact:
    """The first day of provisional application (VCLT art. 25), if there is any."""
    events = history.events(EventKind.PROVISIONAL_APPLICATION)
    if events:
        return Fact("provisional", later(map(history.effect, events)), tuple(events))
    if history.term.provisional:
        return history.start("provisional", history.term.provisional)
    return Fact("provisional", NEVER)


def recorded_entry(history: History) -> Fact | None:
    """The entry into force or effect as it is recorded, if it is."""
    events = history.events(EventKind.IN_FORCE, EventKind.TOOK_EFFECT)
    return Fact("entered", later(map(history.effect, events)), tuple(events)) if events else None


def expected_entry(
    history: History, with_parents: Sequence[Fact], *, signed: Fact, waiting: Fact | None
) -> Fact:
    """The entry into force or effect as the rules of the document have it.

    ``with_parents`` are the entries of the documents that it may follow. What does not bind is
    ``waiting`` for the start of its period, if it has one.
    """
    if history.term.entry:
        return history.start("entry", history.term.entry)
    if Aspect.ENTRY in history.term.follows:
        if not with_parents:
            return Fact("entry_with_parent", NEVER, rules=("follows",), missing=("implements",))
        return with_parents[0].on(later(fact.when for fact in with_parents))
    if waiting:
        when = later([signed.when, waiting.when])
        return waiting._replace(when=when, events=signed.events, missing=signed.missing)
    return Fact("entry", NEVER, missing=("term.entry",))
