"""Dates and periods in words.

The pattern of a date or of a span of two is in ``language.conventions``. All else (prepositions,
quarters, open ends, marks) are templates in the table ``periods`` of the language, a row for each
kind of date and a column for each part that it may play:

``bare``, ``for``, ``in``, ``short``, ``numeric``
    the whole label in that form;
``since``, ``until``
    with an open end, with an open start;
``from``, ``to``
    one of two ends; ``to-unlike``, where there is one, after a start of another kind;
``of``
    what tells a document by its date.

``docs/reference/language-tables.md`` describes the tables for those who add a language.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from bilateral.dates.edtf import ParsedDate, read
from bilateral.errors import MissingForm
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import Lexicon, check_form, lexicon
from bilateral.problems import reject

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMS", "SPACINGS", "date_label", "period_label"]

FORMS: Final = ("bare", "for", "in", "short", "of", "medium", "numeric")
# The forms that are `short` with other patterns: months abbreviated, months as figures.
_WIDTHS: Final = ("medium", "numeric")
_THIN: Final = "\u2009\u202f"
# All of the Unicode category Zs.
_SPACES: Final = "\u00a0\u1680\u205f\u3000" + _THIN + "".join(map(chr, range(0x2000, 0x200B)))
#: What becomes of the spaces that are no common ones.
SPACINGS: Final[Mapping[str, dict[int, str]]] = {
    "cldr": {},
    "nbsp": str.maketrans(dict.fromkeys(_THIN, "\u00a0")),
    "plain": str.maketrans(dict.fromkeys(_SPACES, " ")),
}

# The rows of the marks of the standard.
_MARKS: Final = {"~": "approximate", "?": "uncertain", "%": "approximate-uncertain"}
# What the conventions alone suffice for, in a language without a table ``periods``.
_PLAIN_ROWS: Final = {
    "day": "{date}",
    "month": "{date}",
    "year": "{year}{era}",
    "years": "{years}{era}",
    "text": "{text}",
    "unknown-day": "{text}",
    "unknown-month": "{text}",
    "unknown-date": "{text}",
}
# The kinds of dates that are written by a pattern, and its row.
_PATTERNS: Final = {
    "day": "day",
    "month": "month",
    **dict.fromkeys(("masked-day", "unknown-day"), "month"),
}
# The kinds of dates of which two in a row have a row of their own.
_ROWS_OF_TWO: Final = {
    "year": "years",
    "decade": "decades",
    **dict.fromkeys((f"part.{code}" for code in range(33, 37)), "quarters"),
}
# Before the year 1000 a number alone does not look like a year.
_FIRST_PLAIN_YEAR: Final = 1000


class Dated(Protocol):
    """A value with the EDTF text of a date."""

    @property
    def text(self) -> str:
        """The text."""
        ...


class Spanned(Protocol):
    """A value with the EDTF texts of two ends."""

    @property
    def ends(self) -> tuple[str, str]:
        """The texts of the start and of the end."""
        ...


def date_label(date: Dated, lang: str, form: str = "bare", spacing: str = "cldr") -> str:
    """A date in words: ``form`` is one of ``FORMS``.

    ``lang`` is a language tag; a region counts (``en-US`` puts the month first, ``en`` the day).
    ``medium`` and ``numeric`` are ``short`` with the month abbreviated, or in figures.
    ``spacing`` is ``cldr`` (with the thin spaces of CLDR), ``nbsp`` or ``plain``. What has no
    words, such as a month with an unspecified digit, is written as its EDTF text.

    Raises `UnknownLanguage`; `MissingForm` for a form that the tables do not have;
    `ValidationError`: ``unknown-form``, ``unknown-spacing``.

    >>> from bilateral import PartialDate
    >>> date_label(PartialDate("2025-11-05"), "de"), date_label(PartialDate("2026-34"), "ru", "in")
    ('5. November 2025', 'во II квартале 2026 года')
    >>> date_label(PartialDate("2025-11-05"), "en-US", "numeric")
    '11/5/2025'
    """
    writer, role = _writer(lang, form, spacing)
    return writer.finish(writer.one(_parts(date.text), role), role, spacing)


def period_label(period: Spanned, lang: str, form: str = "bare", spacing: str = "cldr") -> str:
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
    writer, role = _writer(lang, form, spacing)
    start, end = period.ends
    return writer.finish(writer.period(start, end, role), role, spacing)


class _Parts(NamedTuple):
    """The parts of a date that go into words; ``kind`` is the row of the table."""

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
    if month == "XX" and "X" not in year and reading.day in (None, "XX"):
        return "unknown-date" if reading.day else "unknown-month"
    if "X" in year or "X" in (month or ""):
        return "text"
    if reading.grouping:
        return f"part.{reading.grouping}"
    if reading.day == "XX":
        return "unknown-day"
    return "day" if reading.day else "month" if month else "year"


class _Written:
    """A date by a pattern, whose stand-alone month can be had in each case."""

    def __init__(self, pattern: str, cases: Mapping[str, str], slots: Mapping[str, Any]) -> None:
        self._pattern, self._cases, self._slots = pattern, cases, slots

    def __format__(self, case: str) -> str:
        alone = self._cases.get(case or "nom", self._slots["month"])
        return self._pattern.format(alone=alone, **self._slots)

    def __str__(self) -> str:
        return format(self)


class _DateWriter:
    """The patterns and words of one language tag, with months of one width."""

    def __init__(self, words: Lexicon, tag: str, width: str) -> None:
        self._tag = tag
        self._width = width
        self._rows = words.rows("periods")
        self._months = words.rows("months")
        self._abbreviations = words.rows("abbreviations")
        self._conventions = conventions(tag).rows

    def finish(self, text: str, form: str, spacing: str) -> str:
        """The text with its abbreviations and spaces."""
        if form == "short" and self._abbreviations:
            text = self._long_words.sub(lambda match: f"\u202f{self._short(match[1])}", text)
        return text.translate(SPACINGS[spacing])

    def one(self, date: _Parts, role: str, *, pattern: str = "", era: str | None = None) -> str:
        """A date in one of its roles; ``pattern`` draws it together with its neighbour."""
        if date.kind == "day" and "X" in date.day:
            date = date._replace(kind=self._masked_day)
        era = _era(date) if era is None else era
        slots = self._slots(date, era)
        if date.kind in _PATTERNS:
            pattern = pattern or self._pattern(_PATTERNS[date.kind], era)
            slots["date"] = self._written(pattern, date, slots)
        text = self._fill(date, date.kind, role, slots)
        if not date.mark:
            return text
        column = "short" if role == "short" else "bare"
        return self._fill(date, _MARKS[date.mark], column, {"date": text})

    @property
    def _masked_day(self) -> str:
        """The row for a day of which one digit is not specified."""
        if self._width == "numeric":
            return "text"
        return "masked-day" if "masked-day" in self._rows else "day"

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
        own = f"{form}-{role}"
        if own in self._rows.get(known.kind, {}):
            text = self.one(known, own)
        else:
            text = self.one(known, role)
            if form in self._rows.get(role, {}):
                text = self._fill(known, role, form, {"period": text})
        return self._fill(known, unknown, form, {"period": text}) if unknown else text

    def _span(self, start: _Parts, end: _Parts, form: str) -> str:
        """A period with two ends, by what they share."""
        era = _era(start, end)
        row = _row_of_two(start, end)
        template = self._template(row, form) if row else None
        if template:
            return template.format_map(self._slots(end, era) | self._two(start, end))
        shared = self._shared(start, end)
        first, between, last = self._compiled(shared, era) if shared else ("", "", "")
        if shared and form in ("bare", "short"):
            ends = ((first, start), (last, end))
            texts = [str(self._written(one, date, self._slots(date, era))) for one, date in ends]
            return between.join(texts)
        roles = ("from", self._to(start, end)) if form in ("for", "in") else (form, form)
        # Two dates in different eras both name theirs, also if one of them alone would not.
        own = era if shared or start.era != end.era else None
        slots = {
            "start": self.one(start, roles[0], pattern=first, era=own),
            "end": self.one(end, roles[1], pattern=last, era=own),
        }
        return self._fill(end, "range", form, slots)

    def _to(self, start: _Parts, end: _Parts) -> str:
        """The role of an end; a language may have another one after a start of another kind."""
        unlike = start.kind != end.kind and "to-unlike" in self._rows.get(end.kind, {})
        return "to-unlike" if unlike else "to"

    def _two(self, start: _Parts, end: _Parts) -> dict[str, Any]:
        """The slots of a row for two in a row: their numbers, and both of them as years."""
        first, last = (
            self._rows.get(one.kind, {}).get("number", one.shown_year) for one in (start, end)
        )
        before, between, after = self._compiled("year.y", "")
        years = f"{before.format(year=first)}{between}{after.format(year=last)}"
        return {"first": first, "last": last, "years": years}

    def _shared(self, start: _Parts, end: _Parts) -> str:
        """The row of patterns for two dates that are drawn together."""
        # Figures stand apart: 05.11.2025 – 20.11.2025.
        shared = "" if self._width == "numeric" else _difference(start, end)
        return shared if shared in self._conventions else ""

    def _slots(self, date: _Parts, era: str) -> dict[str, Any]:
        """The names a template or pattern may use; with the era if there is a letter for it."""
        if date.kind == "text":
            return {"date": date.text, "text": date.text}
        return {
            "text": date.text,
            "year": date.shown_year,
            "day": date.day,
            "era": f" {self._conventions[f'era.{date.era}']}" if era else "",
        }

    def _written(self, pattern: str, date: _Parts, slots: Mapping[str, Any]) -> _Written:
        key = f"name.{date.month:02}"
        name = self._conventions[key]
        cases = {"nom": name, **self._months.get(f"{date.month:02}", {})}
        short = self._conventions.get(f"{key}.short")
        if short and self._width == "medium":
            name, cases = short, {}
        if self._width == "numeric":
            slots = {**slots, "year": f"{date.shown_year:04}"}
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
        if column == "short":
            return cells.get(self._width) or cells.get("short") or self._template(row, "bare")
        return cells.get(column) or (_PLAIN_ROWS.get(row) if column == "bare" else None)

    def _pattern(self, kind: str, era: str) -> str:
        """The pattern of a date."""
        prefix = "numeric." if self._width == "numeric" else ""
        return self._compiled(f"{prefix}{kind}", era)[0]

    @lru_cache(maxsize=64)  # noqa: B019 - there are few writers, and they are kept
    def _compiled(self, key: str, era: str) -> tuple[str, ...]:
        """The cell of a pattern in its pieces, with abbreviated words spelled out."""
        cell = self._conventions[f"{key}.{era}" if era else key]
        if self._expanded:
            cell = self._short_words.sub(self._spelled, cell)
        return tuple(cell.split("|"))

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


def _row_of_two(start: _Parts, end: _Parts) -> str:
    """The row that says two dates of a kind at once: years, decades, quarters of a year."""
    row = _ROWS_OF_TWO.get(start.kind, "")
    alike = row == _ROWS_OF_TWO.get(end.kind) and start.era == end.era
    if not alike or start.mark or end.mark or (row == "quarters" and start.year != end.year):
        return ""
    return row


def _difference(start: _Parts, end: _Parts) -> str:
    """The row of patterns for two dates of a kind, by their greatest difference."""
    alike = start.kind == end.kind and start.kind in ("day", "month") and start.era == end.era
    if not alike or start.mark or end.mark or "X" in start.day + end.day:
        return ""
    letter = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    return f"{start.kind}.{letter}"


def _era(*dates: _Parts) -> str:
    """The CLDR letter of the era if these dates have to name it."""
    return (
        "G" if any(date.year < _FIRST_PLAIN_YEAR for date in dates if date.kind != "text") else ""
    )


def _writer(lang: str, form: str, spacing: str) -> tuple[_DateWriter, str]:
    """The writer for a form, and the role in which the label stands with it."""
    words = lexicon(lang)
    check_form(form, FORMS)
    if spacing not in SPACINGS:
        raise reject("unknown-spacing", spacing)
    if form in _WIDTHS:
        return _made_writer(words, lang, form), "short"
    return _made_writer(words, lang, "long"), form


@lru_cache(maxsize=64)
def _made_writer(words: Lexicon, tag: str, width: str) -> _DateWriter:
    return _DateWriter(words, tag, width)
