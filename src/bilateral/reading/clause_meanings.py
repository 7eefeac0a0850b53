"""What the phrases of clauses say, by the names of their rows.

A clause says what fields of a term are: ``{"renewal.length": ...}``. A phrase within it says a
value: a `Start`, events, a length of time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from bilateral.dates.durations import Duration
from bilateral.dates.gregorian import MONTHS
from bilateral.dates.partial_dates import PartialDate
from bilateral.events import EventKind
from bilateral.problems import ValidationError
from bilateral.terms.counting import Effect
from bilateral.terms.kinds import RenewalMode
from bilateral.terms.rules import Start

__all__ = ["Said", "has_meaning", "meaning"]

#: The fields of a term that a clause says, and their values.
Said = dict[str, Any]
Slots = Mapping[str, Any]

# What the rows name whose phrases say a code of a vocabulary.
_CODES: Final = ("trigger.", "exit.received", "exit.sent", "survivor.", "aspect.", "outside.")
_NOTICES: Final = {"notice_received": "received", "notice_sent": "sent"}


def meaning(name: str, slots: Slots) -> Any:
    """What the phrase of a row says with what stands in its slots; `None` if that cannot be."""
    if name in _MEANINGS:
        with suppress(ValidationError):
            return _MEANINGS[name](slots)
        return None
    kind, _, detail = name.partition(".")
    if kind == "exit":
        return (f"notice_{detail}",)
    if kind == "outside":
        return detail
    if not has_meaning(name):
        return None
    # All things that survive are those that no row names.
    return () if detail == "all" else (detail,)


def has_meaning(name: str) -> bool:
    """Whether a row of that name says anything."""
    return name in _MEANINGS or name.startswith(_CODES)


def _start(slots: Slots, effect: Effect = Effect.DAY, after: Duration | None = None) -> Start:
    after = after or slots.get("acc") or slots.get("obl")
    return Start(slots["event"], after=after, effect=effect)


def _in_months(slots: Slots, number: int | None = None) -> Start:
    months = slots.get("nth") or slots.get("n") or number or 0
    return _start(slots, Effect.MONTH, Duration(months=months))


def _in_years(slots: Slots, number: int | None = None) -> Start:
    years = slots.get("nth") or slots.get("n") or number or 0
    return _start(slots, Effect.YEAR, Duration(years=years))


def _not_before(slots: Slots) -> Start | None:
    start: Start = slots["how"]
    date: PartialDate = slots.get("since") or slots["on"]
    if start.date or not start.on:
        return None
    return Start(start.on, after=start.after, effect=start.effect, date=date)


def _until(slots: Slots) -> Said:
    last, is_disputed = slots["until"]
    return {"until": last, **({"until_disputed": True} if is_disputed else {})}


def _how(field: str) -> Callable[[Slots], Said | None]:
    """A clause on when something begins, which no notice of termination is about."""

    def say(slots: Slots) -> Said | None:
        start: Start = slots["how"]
        return None if _NOTICES.keys() & set(start.on) else {field: start}

    return say


def _entry_without_verb(slots: Slots) -> Said | None:
    """When it begins, in a cell of a list: a date alone could be that of anything else.

    "5 years after signature" is rather when it ends.
    """
    start: Start = slots["how"]
    is_end = start.after is not None and start.after.total_months >= MONTHS
    return _how("entry")(slots) if start.on and not is_end else None


def _leave(slots: Slots, effect: Effect = Effect.DAY) -> Said | None:
    """A clause on how a side can leave: so long after its notice."""
    start: Start = slots.get("how") or _start(slots, effect)
    notice = [_NOTICES.get(kind) for kind in start.on]
    if len(notice) != 1 or notice[0] is None or start.date:
        return None
    after = start.after or Duration()
    return {"exit.after": after, "exit.effect": start.effect, "exit.counts": notice[0]}


def _also(said: Said | None, **fields: object) -> Said | None:
    """What a clause says, if anything, and what it always says."""
    return said and {**said, **_always(**fields)({})}


def _length(*fields: str, **others: object) -> Callable[[Slots], Said]:
    """A clause that gives fields a length of time each, and to others what it always says."""
    fixed = {field.replace("__", "."): value for field, value in others.items()}

    def say(slots: Slots) -> Said:
        lengths = [slots[name] for name in ("acc", "obl", "acc2") if name in slots]
        return {**dict(zip(fields, lengths, strict=False)), **fixed}

    return say


def _length_from(slots: Slots) -> Said | None:
    """A length from an event on; from the entry into force it runs anyway.

    What runs from a notice is the time after which it ends.
    """
    start = Start(slots["event"])
    if _NOTICES.keys() & set(start.on):
        return None
    counted = {} if start == Start(EventKind.IN_FORCE) else {"counted_from": start}
    return {"length": slots["acc"], **counted}


def _renewal(mode: RenewalMode, **others: object) -> Callable[[Slots], Said]:
    return _length("renewal.length", renewal__mode=mode, **others)


def _tacit_times(slots: Slots) -> Said:
    said = _renewal(RenewalMode.TACIT)(slots)
    return {**said, "renewal.times": slots["times"]}


def _always(**fields: object) -> Callable[[Slots], Said]:
    fixed = {field.replace("__", "."): value for field, value in fields.items()}
    return lambda _: dict(fixed)


def _survival(slots: Slots) -> Said:
    return {"survival.what": slots["what"], **_length("survival.length")(slots)}


# Once its first time is over, it goes on until somebody leaves.
_THEN: Final[Said] = {"renewal__mode": RenewalMode.TACIT, "renewal__indefinite": True}

_MEANINGS: Final[dict[str, Callable[[Slots], Any]]] = {
    # When something begins.
    "how.after_expiry": lambda slots: _start(slots, Effect.AFTER_EXPIRY),
    "how.at_once": _start,
    "how.date": lambda slots: Start(date=slots["date"]),
    "how.day": _start,
    "how.day.1": lambda slots: _start(slots, after=Duration(days=1)),
    "how.day.nth": lambda slots: _start(slots, after=Duration(days=slots["nth"])),
    "how.month": _in_months,
    "how.month.1": lambda slots: _in_months(slots, 1),
    "how.month.number": _in_months,
    "how.month_end": lambda slots: _start(slots, Effect.MONTH_END),
    "how.month_end.0": lambda slots: _start(slots, Effect.MONTH_END),
    "how.next_month": lambda slots: _start(slots, Effect.NEXT_MONTH),
    "how.not_before": _not_before,
    "how.several": lambda slots: slots["events"] if len(slots["events"]) > 1 else None,
    "how.several.2": lambda slots: slots["events"] if len(slots["events"]) == 2 else None,  # noqa: PLR2004
    "how.year": _in_years,
    "how.year.1": lambda slots: _in_years(slots, 1),
    "how.year.number": _in_years,
    "how.year_end": lambda slots: _start(slots, Effect.YEAR_END),
    "how.year_end.0": lambda slots: _start(slots, Effect.YEAR_END),
    # How it begins and how long it lasts.
    "entry": _how("entry"),
    "entry.bare": _entry_without_verb,
    "entry.at_once": lambda slots: {"entry": _start(slots)},
    "entry.month": lambda slots: {"entry": _in_months(slots)},
    "entry.month.1": lambda slots: {"entry": _in_months(slots, 1)},
    "provisional": _how("provisional"),
    "counted_from": _how("counted_from"),
    "follows.end": _always(follows=("end",)),
    "follows.entry": _always(follows=("entry",)),
    "follows": lambda slots: {"follows": slots["aspects"]},
    "length": _length("length"),
    "length.from": _length_from,
    "length.from_date": lambda slots: {
        "length": slots["acc"],
        "counted_from": Start(date=slots["date"]),
    },
    "length.to_year_end": _length("length", to_year_end=True),
    "reading.commencement": _always(reading="commencement"),
    "reading.event": _always(reading="event"),
    "until": _until,
    "until.on": lambda slots: {"until": slots["date"]},
    "until.disputed": lambda slots: {"until": slots["date"], "until_disputed": True},
    "until.disputed.vague": _always(until_disputed=True),
    "until_event": lambda slots: {"until_event": slots["event"]},
    "until_event.alone": lambda slots: {"until_event": slots["event"]},
    "until_event.known": lambda slots: {"until_event": slots["outside"]},
    "until_event.completion": _always(until_event="completion"),
    "indefinite": _always(indefinite=True),
    "indefinite.from": lambda slots: _also(_entry_without_verb(slots), indefinite=True),
    "indefinite.from_date": lambda slots: {
        "indefinite": True,
        "entry": Start(date=slots["date"]),
    },
    # What follows the first time.
    "renewal.tacit": _renewal(RenewalMode.TACIT),
    "renewal.tacit.endless": _always(renewal__mode=RenewalMode.TACIT, renewal__indefinite=True),
    "renewal.tacit.times": _tacit_times,
    "renewal.tacit.times.1": _renewal(RenewalMode.TACIT, renewal__times=1),
    "renewal.tacit.times.2": _renewal(RenewalMode.TACIT, renewal__times=2),
    "renewal.tacit.yearly": _always(renewal__mode=RenewalMode.TACIT, renewal__length=Duration(1)),
    "renewal.tacit.open": _renewal(RenewalMode.TACIT, one_or_more=True),
    "renewal.tacit.next": _renewal(RenewalMode.TACIT, next_one=True),
    "renewal.tacit.same": _always(renewal__mode=RenewalMode.TACIT, same=True),
    "renewal.tacit.same.open": _always(
        renewal__mode=RenewalMode.TACIT, same=True, one_or_more=True
    ),
    "renewal.tacit.unsaid": _always(renewal__mode=RenewalMode.TACIT),
    "renewal.opt_in": _renewal(RenewalMode.OPT_IN),
    "renewal.opt_in.endless": _always(renewal__mode=RenewalMode.OPT_IN),
    "renewal.exchange": _renewal(RenewalMode.EXCHANGE),
    "renewal.exchange.endless": _always(renewal__mode=RenewalMode.EXCHANGE),
    "renewal.at_most": lambda slots: {"renewal.times": slots["times"]},
    "renewal.at_most.1": _always(renewal__times=1),
    "renewal.at_most.2": _always(renewal__times=2),
    "notice": _length("renewal.notice", against=True),
    "notice.any": _always(against=True),
    "notice.each": _length("renewal.notice", against=True, successive=True),
    "notice.unless": _length("unless"),
    "notice.later": _length("renewal.later_notice"),
    "notice.opens": _length("renewal.notice_opens"),
    "notice.period": _length("notice_period"),
    "notice.sent": _always(renewal__counts="sent"),
    "notice.presumed": _length("presumed"),
    "extension_due": _length("renewal.notice", against=False),
    # That it has to be ratified is said by the event that it waits for.
    "ratification": _always(),
    # That both may end it sooner goes without saying, where nothing says how one of them can.
    "sooner": _always(),
    # How it is left, and what goes on.
    "exit": _leave,
    "exit.after": _length("exit.after"),
    "exit.year_end": _length("exit.after", exit__effect=Effect.YEAR_END),
    "exit.indefinite": _length("exit.after", indefinite=True),
    "exit.indefinite.after_expiry": _length(
        "exit.after", indefinite=True, exit__effect=Effect.AFTER_EXPIRY
    ),
    "exit.indefinite.from": lambda slots: _also(_leave(slots), indefinite=True),
    "exit.indefinite.from_expiry": lambda slots: _also(
        _leave(slots, Effect.AFTER_EXPIRY), indefinite=True
    ),
    "exit.then": _length("exit.after", **_THEN),
    "exit.then.from": lambda slots: _also(_leave(slots), **_THEN),
    "exit.then.from_expiry": lambda slots: _also(_leave(slots, Effect.AFTER_EXPIRY), **_THEN),
    "exit.open": _always(leave=True),
    "exit.at_anniversary": _always(exit__at_anniversary=True),
    "exit.floor": _length("exit.floor"),
    "exit.locked": _length("exit.locked"),
    "exit.locked_to_year_end": _always(exit__locked_to_year_end=True),
    "survival": _survival,
    "survival.length": _survival,
}
