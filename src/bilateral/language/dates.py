"""Dates and periods in words.

Where Unicode CLDR has a pattern for a date or for a span of two, the text is that of CLDR.
All else (prepositions, quarters, open ends, marks) are templates in the table ``periods`` of
the language, a row for each kind of date and a column for each part that it may play:

``bare``, ``for``, ``in``, ``short``
    the whole label in that form;
``since``, ``until``
    with an open end, with an open start;
``from``, ``to``
    one of two ends;
``of``
    what tells a document by its date.

``docs/howto/dates-in-words.md`` describes the tables for those who add a language.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bilateral.dates.edtf import ParsedDate, read
from bilateral.errors import MissingForm, reject
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.text import tag_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from bilateral.dates.partial_dates import PartialDate
    from bilateral.periods import Period

__all__ = ["FORMS", "SPACINGS", "date_label", "is_bare", "locale_of", "period_label"]

FORMS: Final = ("bare", "for", "in", "short", "of")
_THIN: Final = "\u2009\u202f"
#: What becomes of the thin and the narrow no-break spaces of CLDR.
SPACINGS: Final[Mapping[str, dict[int, str]]] = {
    "cldr": {},
    "nbsp": str.maketrans(dict.fromkeys(_THIN, "\u00a0")),
    "plain": str.maketrans(dict.fromkeys(_THIN, " ")),
}

# The rows of the marks of the standard.
_MARKS: Final = {"~": "approximate", "?": "uncertain", "%": "approximate-uncertain"}
# What CLDR alone suffices for, in a language without a table.
_PLAIN_ROWS: Final = {
    "day": "{date}",
    "month": "{date}",
    "year": "{year}{era}",
    "years": "{years}{era}",
    "text": "{date}",
}
# The CLDR skeletons of dates, without the letter of the era.
_SKELETONS: Final = {"day": "yMMMMd", "month": "yMMMM", "year": "y"}
# What stands between the two halves of a span in CLDR.
_BETWEEN: Final = " –-" + _THIN
_REGION: Final = re.compile("[-_]([a-zA-Z]{2}|[0-9]{3})$")
# Before the year 1000 a number alone does not look like a year.
_FIRST_PLAIN_YEAR: Final = 1000


def date_label(date: PartialDate, lang: str, form: str = "bare", spacing: str = "cldr") -> str:
    """A date in words: ``form`` is ``bare``, ``for``, ``in``, ``short`` or ``of``.

    ``lang`` is a language tag; a region counts (``en-US`` puts the month first, ``en`` the day).
    ``spacing`` is ``cldr`` (with the thin spaces of CLDR), ``nbsp`` or ``plain``. What has no
    words, such as a month with an unspecified digit, is written as its EDTF text.

    Raises `UnknownLanguage`; `MissingForm` for a form that the tables do not have;
    `ValidationError` (``unknown-spacing``).

    >>> from bilateral import PartialDate
    >>> date_label(PartialDate("2025-11-05"), "de"), date_label(PartialDate("2026-34"), "ru", "in")
    ('5. November 2025', 'во II квартале 2026 года')
    """
    writer = _writer(lang, form, spacing)
    return writer.finish(writer.one(_parts(date.text), form), form, spacing)


def period_label(period: Period, lang: str, form: str = "bare", spacing: str = "cldr") -> str:
    """A period in words, as `date_label`.

    Two ends that share a month or a year are drawn together, two that are the same are one date.
    An end that is not known is said to be so; an open one is left out.

    >>> from bilateral import Period
    >>> plan = Period("2026/2028")
    >>> plan.label("de", "for"), plan.label("ru", "for"), plan.label("en", "for")
    ('für 2026–2028', 'на 2026–2028 годы', 'for 2026–2028')
    >>> Period("2025-11-05/2025-11-20").label("ru", "for")
    'на период с 5 по 20 ноября 2025 года'
    """
    writer = _writer(lang, form, spacing)
    start, end = period.sides
    return writer.finish(writer.period(start, end, form), form, spacing)


class _Parts(NamedTuple):
    """What of a date goes into words; ``kind`` is the row of the table."""

    kind: str
    text: str
    year: int = 0
    month: int = 0
    day: str = ""
    mark: str = ""

    @property
    def shown_year(self) -> int:
        """The year as it is counted before and after Christ."""
        return self.year if self.year > 0 else 1 - self.year

    @property
    def era(self) -> int:
        """The number of its era in CLDR."""
        return int(self.year > 0)


@lru_cache(maxsize=1024)
def _parts(text: str) -> _Parts:
    reading = read(text)
    mark = text[-1] if text[-1] in _MARKS else ""
    plain = text[: len(text) - len(mark)]
    kind = _kind(reading) if not any(one in plain for one in _MARKS) else "text"
    if kind == "text":
        return _Parts(kind, plain, mark=mark)
    year, day = int(reading.year.replace("X", "0")), reading.day or ""
    return _Parts(
        kind,
        plain,
        -year if reading.negative else year,
        reading.number("month") or 0,
        day if "X" in day else day.removeprefix("0"),
        mark,
    )


def _kind(reading: ParsedDate) -> str:
    """The row for a date; ``text`` if some unspecified digit is where words have none."""
    year, month = reading.year, reading.month
    if month is None and not reading.negative and re.fullmatch("[1-9][0-9]{2}X", year):
        return "decade"
    if "X" in year or "X" in (month or ""):
        return "text"
    if reading.grouping:
        return f"part.{reading.grouping}"
    return "day" if reading.day else "month" if month else "year"


class _Written:
    """A date by a pattern of CLDR, whose stand-alone month can be had in each case."""

    def __init__(self, pattern: str, cases: Mapping[str, str], slots: Mapping[str, Any]) -> None:
        self._pattern, self._cases, self._slots = pattern, cases, slots

    def __format__(self, case: str) -> str:
        alone = self._cases.get(case or "nom", self._slots["month"])
        return self._pattern.format(alone=alone, **self._slots)

    def __str__(self) -> str:
        return format(self)


class _Writer:
    """The patterns and words of one language tag."""

    def __init__(self, words: Lexicon, locale: Locale, tag: str) -> None:
        self._tag = tag
        self._rows = words.rows("periods")
        self._months = words.rows("months")
        self._abbreviations = words.rows("abbreviations")
        self._locale = locale
        # Of the months only these names: the stand-alone ones of some languages are an alias
        # that Babel resolves once, for the language that asks first.
        self._names = locale.months["format"]["wide"]
        self._eras = locale.eras["abbreviated"]
        self._compiled: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def finish(self, text: str, form: str, spacing: str) -> str:
        """The text with its abbreviations and spaces."""
        if form == "short" and self._abbreviations:
            text = self._long_words.sub(lambda match: f"\u202f{self._short(match[1])}", text)
        return text.translate(SPACINGS[spacing])

    def one(self, date: _Parts, role: str, *, pattern: str = "", era: str | None = None) -> str:
        """A date in one of its roles; ``pattern`` draws it together with its neighbour."""
        era = _era(date) if era is None else era
        slots = self._slots(date, era)
        if date.kind in ("day", "month"):
            pattern = pattern or self._patterns(date.kind, "", era)[0]
            slots["date"] = self._written(pattern, date, slots)
        text = self._fill(date, date.kind, role, slots)
        if not date.mark:
            return text
        column = "short" if role == "short" else "bare"
        return self._fill(date, _MARKS[date.mark], column, {"date": text})

    def period(self, start: str, end: str, form: str) -> str:
        """A period by the texts of its ends."""
        if start == end:
            return self.one(_parts(start), form)
        if start in ("", ".."):
            return self._half(_parts(end), "until", "" if start else "unknown-start", form)
        if end in ("", ".."):
            return self._half(_parts(start), "since", "" if end else "unknown-end", form)
        return self._span(_parts(start), _parts(end), form)

    def _half(self, known: _Parts, role: str, unknown: str, form: str) -> str:
        """A period with one end; ``unknown`` is the row that says so of the other."""
        text = self.one(known, role)
        return self._fill(known, unknown, form, {"period": text}) if unknown else text

    def _span(self, start: _Parts, end: _Parts, form: str) -> str:
        """A period with two ends, by what they share."""
        era = _era(start, end)
        shared = _shared(start, end)
        patterns = self._patterns(start.kind, shared, era) if shared else ("", "")
        if len(patterns) != 2:  # noqa: PLR2004 - some spans of CLDR are not in two halves
            shared, patterns = "", ("", "")
        if shared and start.kind == "year":
            years = patterns[0].format(year=start.shown_year) + str(end.shown_year)
            return self._fill(end, "years", form, {**self._slots(end, era), "years": years})
        if shared and form in ("bare", "short"):
            ends = zip(patterns, (start, end), strict=True)
            written = [self._written(one, date, self._slots(date, era)) for one, date in ends]
            return "".join(map(str, written))
        roles = ("from", "to") if form in ("for", "in") else (form, form)
        # Two dates in different eras both name theirs, also if one of them alone would not.
        own = era if shared or start.era != end.era else None
        texts = [
            self.one(start, roles[0], pattern=patterns[0].rstrip(_BETWEEN), era=own),
            self.one(end, roles[1], pattern=patterns[1], era=own),
        ]
        return self._fill(end, "range", form, dict(zip(("start", "end"), texts, strict=True)))

    def _slots(self, date: _Parts, era: str) -> dict[str, Any]:
        """What a template or pattern may name; with the era if there is a letter for it."""
        if date.kind == "text":
            return {"date": date.text}
        return {
            "year": date.shown_year,
            "day": date.day,
            "era": f" {self._eras[date.era]}" if era else "",
        }

    def _written(self, pattern: str, date: _Parts, slots: Mapping[str, Any]) -> _Written:
        name = self._names[date.month]
        cases = {"nom": name, **self._months.get(f"{date.month:02}", {})}
        month = {"month": name, "number": date.month, "era": slots["era"].strip()}
        return _Written(pattern, cases, {**slots, **month})

    def _fill(self, date: _Parts, row: str, column: str, slots: Mapping[str, Any]) -> str:
        """The template of a row for a role; a row for a single number of the day comes first."""
        template = (
            self._rows.get(f"{row}.{date.day}", {}).get(column) if row == "day" else None
        ) or self._template(row, column)
        if template is None:
            raise MissingForm(date.text, column, self._tag)
        return template.format_map(slots)

    def _template(self, row: str, column: str) -> str | None:
        cells = self._rows.get(row, {})
        if column == "short" and column not in cells:
            column = "bare"
        return cells.get(column) or (_PLAIN_ROWS.get(row) if column == "bare" else None)

    def _patterns(self, kind: str, shared: str, era: str) -> tuple[str, ...]:
        """The CLDR pattern of a date, or the two of a span whose first difference is ``shared``."""
        key = kind, shared, era
        if key not in self._compiled:
            self._compiled[key] = tuple(map(self._compile, self._raw_patterns(*key)))
        return self._compiled[key]

    def _raw_patterns(self, kind: str, shared: str, era: str) -> list[str]:
        skeleton = f"{era}{_SKELETONS[kind]}"
        if shared:
            return list(_either(self._locale.interval_formats, skeleton)[shared])
        if kind == "day" and not era:
            return [self._locale.date_formats["long"].pattern]
        return [_either(self._locale.datetime_skeletons, skeleton).pattern]

    def _compile(self, pattern: str) -> str:
        """A CLDR pattern as a format string, with full names and no abbreviated words."""
        from babel.dates import tokenize_pattern

        text = "".join(
            value if isinstance(value, str) else _field(*value)
            for _, value in tokenize_pattern(pattern)
        )
        return self._short_words.sub(self._spelled, text) if self._abbreviations else text

    @cached_property
    def _long_words(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self._abbreviations))
        return re.compile(rf" ({words})(?!\w)")

    @cached_property
    def _expanded(self) -> dict[str, str]:
        rows = self._abbreviations.values()
        return {row["short"]: row["id"] for row in rows if row.get("spelled") == "yes"}

    @cached_property
    def _short_words(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self._expanded))
        return re.compile(rf"[ \u00a0{_THIN}]({words})")

    def _spelled(self, match: re.Match[str]) -> str:
        return f" {self._expanded[match[1]]}"

    def _short(self, word: str) -> str:
        return self._abbreviations[word]["short"]


def _shared(start: _Parts, end: _Parts) -> str:
    """The CLDR letter of the greatest difference of two dates that can be drawn together."""
    alike = start.kind == end.kind and start.kind in _SKELETONS and start.era == end.era
    if not alike or start.mark or end.mark or "X" in start.day + end.day:
        return ""
    if start.year != end.year:
        return "y"
    return "M" if start.month != end.month else "d"


def _era(*dates: _Parts) -> str:
    """The CLDR letter of the era if these dates have to name it."""
    return (
        "G" if any(date.year < _FIRST_PLAIN_YEAR for date in dates if date.kind != "text") else ""
    )


def _either(formats: Mapping[str, Any], skeleton: str) -> Any:
    """The formats of a skeleton; some are there with short months only (`_field` widens them)."""
    return formats.get(skeleton) or formats[skeleton.replace("MMMM", "MMM")]


def _field(letter: str, width: int) -> str:
    """A field of a CLDR pattern as a slot."""
    if letter in "ML":
        return "{number}" if width < 3 else "{month}" if letter == "M" else "{alone}"  # noqa: PLR2004
    return {"y": "{year}", "G": "{era}", "d": "{day:0>2}" if width > 1 else "{day}"}[letter]


def _writer(lang: str, form: str, spacing: str) -> _Writer:
    words = lexicon(lang)
    if form not in FORMS:
        raise MissingForm("date", form, lang)
    if spacing not in SPACINGS:
        raise reject("unknown-spacing", spacing)
    return _made_writer(words, lang)


@lru_cache(maxsize=32)
def _made_writer(words: Lexicon, tag: str) -> _Writer:
    return _Writer(words, locale_of(words, tag), tag)


def is_bare(words: Lexicon, tag: str) -> bool:
    """Whether a tag names the language only, and no region of it."""
    return _plain(tag) == words.lang


def _plain(tag: str) -> str:
    """A tag without extensions."""
    return re.split("-[a-z0-9]-", tag_key(tag), maxsplit=1)[0]


def locale_of(words: Lexicon, tag: str) -> Locale:
    """CLDR's locale for a tag, or for the language, for which its table may name another.

    A language that CLDR does not know gets the patterns of no language: they hold figures only.
    """
    from babel import Locale, UnknownLocaleError

    preferred = words.rows("periods").get("locale", {}).get("bare", words.lang)
    for name in (preferred if is_bare(words, tag) else _plain(tag), preferred):
        try:
            found = Locale.parse(name.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        # For a region that it does not know Babel takes another one.
        region = _REGION.search(name)
        if region is None or region[1].upper() == found.territory:
            return found
    return Locale.parse("root")
