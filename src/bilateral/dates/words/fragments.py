"""A date as it stands in a text: what it says, and what it leaves to the date beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from bilateral.dates.gregorian import MONTHS
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.words.vocabulary import DateWords, PhraseSet
from bilateral.problems import ValidationError, reject

__all__ = ["MARKS", "Fragment", "complete", "fragments", "write"]

_CENTURY: Final = 100
_LEAST_PLAIN_YEAR: Final = 1000
_LAST_SHORT_YEAR: Final = 9999
MARKS: Final = {"approximate": "~", "uncertain": "?", "approximate-uncertain": "%"}
# How many phrases can be around a date: each may give it one mark, edge, era and hemisphere.
_DEPTH: Final = 4
_EDGES: Final = {"first-edge": "first", "last-edge": "last", "middle": "middle"}
_RELATIVE: Final = {"last-year": -1, "this-year": 0, "next-year": 1, "today": None}
_RELATIVE_YEARS: Final = {role: years for role, years in _RELATIVE.items() if years is not None}
# What of a date is said to be unknown, as it is written.
_UNKNOWN: Final = {"unknown-month": "XX", "unknown-date": "XX-XX"}
_HEMISPHERES: Final = {"hemisphere.0": 4, "hemisphere.1": 8}
# The codes of ISO 8601-2 from which the parts of a year are counted, and how many parts there are.
_PARTS: Final = {"part.quarter": (32, 4), "part.third": (36, 3), "part.half": (39, 2)}
_SEASONS: Final = range(21, 25)
# What roles of phrases begin with that are about a single date.
_NAMING: Final = {"day", "day-month", "day-only", "day-year", "month", "month-only", "year"}
_KINDS: Final = frozenset(
    {
        *(*_NAMING, "decade", "part", "numeric", "now", "hemisphere", "era"),
        *(*MARKS, *_EDGES, *_RELATIVE, *_UNKNOWN, "unknown-day", "of"),
    }
)
# A date of the standard that has more than figures; those are read as what people write.
_EDTF: Final = re.compile("(?=-|.*[xy?~%])[-0-9xy?~%]{4,}")
# A day in the basic format of ISO 8601, as files are called: 20190512.
_BASIC: Final = re.compile("((?:1[0-9]|2[01])[0-9]{2})([0-9]{2})([0-9]{2})")
_DAY_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{2})")
_MASKED: Final = re.compile("[0-3x]x|x[0-9]")
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
_DAY_MONTH: Final = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})(?:\2([0-9]{1,2}))?")


class Fragment(NamedTuple):
    """The parts of a date that its words name.

    ``ordinal`` is a number that may be a day's or a quarter's, ``short`` says that the year has
    two digits, ``edge`` that only the first, the last or the middle of the date is meant,
    ``now`` is the end of what still goes on, ``relative`` what depends on the day of reading (its
    row), ``is_day_first`` how figures were read, ``named`` that the month is a word, ``unknown``
    what follows the year without being known, ``text`` a date that came as EDTF.
    """

    year: int | None = None
    month: int | None = None
    day: str = ""
    part: int | None = None
    decade: bool = False
    era: int | None = None
    short: bool = False
    ordinal: int | None = None
    mark: str = ""
    edge: str = ""
    now: bool = False
    relative: str = ""
    is_day_first: bool | None = None
    named: bool = False
    unknown: str = ""
    text: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it names a year and no more."""
        return self == Fragment(year=self.year, era=self.era, short=self.short)

    @property
    def is_bare_year(self) -> bool:
        """Whether it is a year by its number, or one that depends on the day of reading."""
        by_today = self.relative in _RELATIVE_YEARS and self == Fragment(relative=self.relative)
        return by_today or self.is_year

    @property
    def kind(self) -> str:
        """Its precision, by what is in its words."""
        parts = {"day": self.day, "month": self.month, "part": self.part, "text": self.text}
        return next((name for name, part in parts.items() if part), "year")


@lru_cache(maxsize=1024)
def fragments(text: str, words: DateWords, depth: int = _DEPTH) -> tuple[Fragment, ...]:
    """All that a folded text can say as a date; nothing if it is none.

    The same stretch of a text is asked for again and again: a mark leads to it, and its edge, and
    both the start and the end of a span. Without memory the work would double with every word.
    """
    return tuple(dict.fromkeys(_read(text, words, depth)))


def _read(text: str, words: DateWords, depth: int) -> Iterator[Fragment]:
    if _EDTF.fullmatch(text) and (standard := _standard(text.upper())):
        yield Fragment(text=standard)
    if (day := _BASIC.fullmatch(text)) and (standard := _standard("-".join(day.groups()))):
        yield Fragment(text=standard)
        return
    for role, match in _phrases(words).matches(text):
        if inner := match.groupdict().get("a"):
            for one in fragments(inner, words, depth - 1) if depth else ():
                if role.startswith("of."):
                    yield from _in_relative_year(one, role, match.groupdict(), words)
                else:
                    yield from _changed(one, role)
        elif role == "numeric":
            yield from _numeric(match["numeric"], words.day_first)
        else:
            yield from _named(role, match.groupdict(), words)


@lru_cache(maxsize=32)
def _phrases(words: DateWords) -> PhraseSet:
    """The phrases that name a date, and those that change one."""
    phrases = words.phrases.items()
    return PhraseSet({role: ones for role, ones in phrases if role.partition(".")[0] in _KINDS})


def _standard(text: str) -> str:
    try:
        return PartialDate.parse(text).text
    except ValidationError:
        return ""


def _changed(inner: Fragment, role: str) -> Iterator[Fragment]:
    """A date with what a phrase around it adds, if it can have that."""
    if role in MARKS and not inner.mark:
        yield inner._replace(mark=MARKS[role])
    elif role in _EDGES and not inner.edge:
        yield inner._replace(edge=_EDGES[role])
    elif role in _HEMISPHERES and inner.part and inner.part in _SEASONS:
        yield inner._replace(part=inner.part + _HEMISPHERES[role])
    elif role in _UNKNOWN and inner.is_year:
        yield inner._replace(unknown=_UNKNOWN[role])
    elif role == "unknown-day" and inner.month and not inner.day:
        yield inner._replace(day="XX")
    elif role.startswith("era.") and inner.year and inner.era is None:
        yield inner._replace(era=int(role[-1]), short=False)


def _in_relative_year(
    inner: Fragment, role: str, slots: dict[str, str | None], words: DateWords
) -> Iterator[Fragment]:
    """What is named in a year that depends on the day of reading: "October of last year"."""
    if inner.relative and inner.is_bare_year:
        for one in _named(role.removeprefix("of."), slots, words):
            yield one._replace(relative=inner.relative)


def _named(role: str, slots: dict[str, str | None], words: DateWords) -> Iterator[Fragment]:
    """A date by the slots of a phrase, if the words in them are of the right kind."""
    if role in _RELATIVE:
        yield Fragment(relative=role)
        return
    year, month = (slots.get("year") or "").lstrip("'"), slots.get("month")
    found = Fragment(
        year=int(year or slots.get("decade") or 0) or None,
        month=words.months.get(month.rstrip(".")) if month else None,
        decade="decade" in slots,
        named=role == "day-month",
        short=len(year) == 2,  # noqa: PLR2004 - of the four digits
        now=role == "now",
    )
    if day := slots.get("day"):
        number = words.number(day, words.ordinals)
        found = found._replace(
            day=f"{number:02}" if number else day.upper() if _MASKED.fullmatch(day) else "",
            ordinal=number if role == "day-only" else None,
        )
    if role.startswith("part."):
        found = found._replace(part=_part(role, slots.get("ordinal"), words))
    known = {"day": found.day, "month": found.month, "part": found.part}
    if all(known[slot] for slot in known if slots.get(slot) or role.startswith(f"{slot}.")):
        yield found


def _part(role: str, ordinal: str | None, words: DateWords) -> int | None:
    """The code of a part of the year."""
    if role not in _PARTS:
        return int(role.removeprefix("part."))
    first, count = _PARTS[role]
    number = words.number(ordinal or "", words.ordinals)
    return first + number if number and number <= count else None


def _numeric(text: str, day_first: frozenset[bool]) -> Iterator[Fragment]:
    """A date in figures; both readings where the order is open.

    Figures between points have the day first: CLDR knows no language in which they have not.
    """
    if match := _YEAR_FIRST.fullmatch(text):
        year, separator, month, day = match.groups()
        # Of two numbers the second may be a year as well, "2025-27", or neither: "2026.5".
        if day or (int(month) <= MONTHS and separator != "."):
            yield Fragment(int(year), int(month), f"{int(day):02}" if day else "")
    elif match := _MONTH_YEAR.fullmatch(text):
        if int(match[1]) <= MONTHS:
            yield Fragment(int(match[2]), int(match[1]))
    elif match := _DAY_MONTH_YEAR.fullmatch(text):
        first, point, second, year = match.groups()
        for is_first in [None] if point == "." else sorted(day_first):
            day, month = (second, first) if is_first is False else (first, second)
            if int(month) <= MONTHS or is_first is None or len(day_first) == 1:
                short = len(year) == 2  # noqa: PLR2004 - of the four digits
                found = Fragment(int(year), int(month), f"{int(day):02}", short=short)
                yield found._replace(is_day_first=is_first)
    elif (match := _DAY_MONTH.fullmatch(text)) and int(match[2]) <= MONTHS:
        yield Fragment(month=int(match[2]), day=f"{int(match[1]):02}")


def complete(a: Fragment, b: Fragment) -> tuple[Fragment, Fragment] | None:
    """Two dates of one span, each with what it leaves to the other; `None` if they do not fit.

    >>> complete(Fragment(day="05"), Fragment(2025, 11, "20"))[0]
    Fragment(year=2025, month=11, day='05', ...)
    """
    both = _same_century(a, b)
    orders = {a.is_day_first, b.is_day_first} - {None}
    if both is None or len(orders) > 1:
        return None
    a, b = both
    if a.ordinal and b.part:
        first = next(first for first, count in _PARTS.values() if b.part - first <= count)
        a = Fragment(part=first + a.ordinal)
    if a.day and b.day:
        # A month 00 is none that could be left to the other.
        a, b = (
            one._replace(month=other.month if one.month is None else one.month)
            for one, other in ((a, b), (b, a))
        )
    if any(one.day and one.month is None for one in (a, b)):
        return None
    if a.year is None and (a.month or a.part) and (b.month or b.part):
        a = a._replace(year=b.year, short=b.short)
    if a.era is None and a.year is not None:
        a = a._replace(era=b.era, short=a.short and b.era is None)
    return a._replace(ordinal=None), b


def _same_century(a: Fragment, b: Fragment) -> tuple[Fragment, Fragment] | None:
    """Two years of which the second may leave its century to the first: "2025-27"."""
    if not b.short:
        return None if a.short and b.era is None else (a, b)
    if not (a.is_year and b.is_year and a.year and not a.short and b.year):
        return None
    if b.year <= a.year % _CENTURY:
        return None
    return a, b._replace(year=a.year - a.year % _CENTURY + b.year, short=False)


def write(date_: Fragment, today: date | None, *, any_year: bool = False) -> PartialDate:
    """A fragment as a date; with ``any_year``, a day of a month in words needs no year.

    Raises `ValidationError`: ``date-without-year``, ``needs-today``, ``two-digit-year`` (without
    ``today``, to which such a year is the nearest), ``year-without-era`` (less than four digits),
    or as `PartialDate.parse`.
    """
    if date_.relative == "today":
        return PartialDate.parse(_needed(today).isoformat() + date_.mark)
    if date_.text:
        return PartialDate.parse(date_.text + date_.mark)
    if any_year and date_.named and date_.year is None and not date_.relative:
        return PartialDate.parse(f"XXXX-{date_.month:02}-{date_.day}{date_.mark}")
    year = _year(date_, today)
    parts = [f"{year:04}" if year >= 0 else f"-{-year:04}"]
    if abs(year) > _LAST_SHORT_YEAR:
        parts = [f"Y{year}"]
    if date_.decade:
        parts = [parts[0][:-1] + "X"]
    if date_.part:
        parts.append(str(date_.part))
    if date_.month is not None:
        parts.append(f"{date_.month:02}")
    if date_.day or date_.unknown:
        parts.append(date_.day or date_.unknown)
    return PartialDate.parse("-".join(parts) + date_.mark)


def _needed(today: date | None) -> date:
    if today is None:
        raise reject("needs-today", "")
    return today


def _year(date_: Fragment, today: date | None) -> int:
    if date_.relative:
        return _needed(today).year + _RELATIVE_YEARS[date_.relative]
    year = date_.year
    if year is None:
        raise reject("date-without-year", "")
    if date_.short:
        if today is None:
            raise reject("two-digit-year", f"{year:02}")
        near = today.year - today.year % _CENTURY + year
        return min((near - _CENTURY, near, near + _CENTURY), key=lambda one: abs(one - today.year))
    if date_.era is None:
        if year < _LEAST_PLAIN_YEAR:
            raise reject("year-without-era", str(year))
        return year
    return year if date_.era else 1 - year
