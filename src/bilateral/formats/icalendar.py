"""Deadlines as a calendar (RFC 5545) that calendar programs import.

Each deadline is an all-day event. Its UID stays the same when its date is corrected, so that
an import changes the entry that is there and does not add another. Registers that have the
same ids have other UIDs as long as the parties are others, or the registers are named.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable
from typing import Any, Final

from bilateral import clock
from bilateral.dates.durations import Duration
from bilateral.dates.gregorian import MAX_DAY
from bilateral.dates.partial_dates import Day
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.language.lexicon import capitalised
from bilateral.lifecycle.deadlines import Deadline
from bilateral.tables import resolve
from bilateral.terms.counting import effective
from bilateral.terms.deadlines import DeadlineKind

__all__ = ["calendar", "write"]

#: How far ahead a calendar looks unless its end is given.
AHEAD: Final = Duration(years=5)
#: How many days before a deadline a calendar program reminds of it, and when on that day.
ALARMS: Final = (30, 7)
ALARM_TIME: Final = datetime.timedelta(hours=9)
# Ends of lines of all kinds, and characters that no text of a calendar may have (RFC 5545, 3.1).
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NO_NAME = re.compile(r"[^A-Za-z0-9.-]+")
# What somebody can still do something about.
_URGENT: Final = {DeadlineKind.NOTICE, DeadlineKind.LEAVE, DeadlineKind.EXTENSION, DeadlineKind.END}


def write(
    dossier: Dossier,
    *,
    lang: str = "en",
    start: Day | None = None,
    end: Day | None = None,
    alarms: Iterable[int] = ALARMS,
    stamp: datetime.datetime | None = None,
    register: str | None = None,
) -> str:
    """The deadlines of a dossier from ``start`` (today) to ``end`` (five years later).

    ``lang`` is the language of the texts. Notice, extensions and ends have ``alarms`` so many
    days before, at nine in the morning. ``stamp`` is the time of writing, which tells programs
    which version is the newer (now). The name of the ``register`` (``mfa.example``) keeps its
    entries apart from those of others in one calendar; without it, the parties do.

    Raises `MissingExtra`, `UnknownLanguage`, and `ValidationError` as `Dossier.deadlines`.

    >>> from bilateral.examples import astana_2025
    >>> text = write(astana_2025(), lang="de", start="2026-01-01", end="2026-12-31")
    >>> [line for line in text.splitlines() if line.startswith("DTSTART")]
    ['DTSTART;VALUE=DATE:20260101', 'DTSTART;VALUE=DATE:20260101']
    """
    first = clock.today() if start is None else start
    last = effective(first, AHEAD) if end is None else end
    return calendar(
        dossier.deadlines(first, last), lang, alarms=alarms, stamp=stamp, register=register
    )


def calendar(
    deadlines: Iterable[Deadline],
    lang: str,
    *,
    alarms: Iterable[int] = ALARMS,
    stamp: datetime.datetime | None = None,
    register: str | None = None,
) -> str:
    """Some deadlines as a calendar; arguments and errors are those of `write`."""
    library = _library()
    days = tuple(alarms)
    stamp = stamp or datetime.datetime.now(datetime.UTC)
    result = library.Calendar()
    result.add("prodid", f"-//bilateral//bilateral//{resolve(lang).upper()}")
    result.add("version", "2.0")
    for deadline in deadlines:
        event = _event(library, deadline, lang, days)
        event.add("uid", _uid(deadline, register))
        event.add("dtstamp", stamp)
        result.add_component(event)
    text: str = result.to_ical().decode()
    return text


def _uid(deadline: Deadline, register: str | None) -> str:
    """The identity of an entry in a calendar that may hold those of several registers."""
    if register:
        return f"{deadline.key}@{_NO_NAME.sub('-', register)}"
    agreement = deadline.agreement
    parties = "/".join(",".join(partner.id for partner in side) for side in agreement.sides)
    digest = hashlib.blake2b(f"{agreement.kind.value}:{parties}".encode(), digest_size=4)
    return f"{deadline.key}.{digest.hexdigest()}@bilateral"


def _event(library: Any, deadline: Deadline, lang: str, alarms: tuple[int, ...]) -> Any:
    kind = deadline.label(lang)
    title = _clean(str(deadline.agreement.title(lang))).replace("\n", " ")
    text = _clean(deadline.text(lang))
    first, last = (min(max(day, 1), MAX_DAY - 1) for day in deadline.when)
    event = library.Event()
    event.add("dtstart", datetime.date.fromordinal(first))
    # The end of an all-day event is the day after its last.
    event.add("dtend", datetime.date.fromordinal(last + 1))
    language = {"LANGUAGE": resolve(lang)}
    event.add("summary", f"{capitalised(kind)}: {title}", parameters=language)
    event.add("description", text, parameters=language)
    event.add("categories", [kind], parameters=language)
    event.add("transp", "TRANSPARENT")
    for days in alarms if deadline.kind in _URGENT else ():
        alarm = library.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", datetime.timedelta(days=-days) + ALARM_TIME)
        alarm.add("description", text)
        event.add_component(alarm)
    return event


def _clean(text: str) -> str:
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def _library() -> Any:
    try:
        import icalendar
    except ImportError:
        raise MissingExtra("calendar", "icalendar") from None
    return icalendar
