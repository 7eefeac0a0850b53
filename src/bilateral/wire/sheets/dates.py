"""Dates in the cells of a sheet: of the standard or in words, and what people put for none."""

from __future__ import annotations

import datetime
import re
from typing import Any, Final, NamedTuple

from bilateral.dates.durations import Duration
from bilateral.dates.periods import PartialDate, Period
from bilateral.errors import AmbiguousText
from bilateral.language.folding import fold
from bilateral.problems import Problem, ValidationError
from bilateral.wire.sheets.protection import DAY_ZERO, is_doubtful

__all__ = ["NOTHING", "CellValue", "Unreadable", "read_date"]

#: The value of a cell that says only that there is none.
NOTHING: Final = object()

# What people write where they know no date, in three languages.
_NO_DATE = frozenset(
    word
    for words in (
        "x xx xxx xxxx #n/a na n/a n.a. n.d. nan nat nil none null tba tbc tbd undated unknown",
        "n/d n/k n.k.",
        "k.a. o.d. o.j. unbek. unbekannt б/д б.д. б/г б.г. н/д н.д. неизвестно неизвестна нет",
    )
    for word in words.split()
) | {
    "n. a.", "n. d.", "no date", "not known", "not specified", "not stated", "k. a.", "o. d.",
    "keine angabe", "nicht angegeben", "nicht bekannt", "ohne angabe", "ohne datum", "б. д.",
    "н. д.", "без даты", "дата неизвестна", "не известно", "не указан", "не указана",
    "не указано", "срок не указан", "нет данных", "o. j.", "ohne jahr", "date unknown",
    "not dated", "not available", "no data", "дата не указана", "без года", "б. г.",
    "нет свед.", "нет свед", "нет сведений", "дата не известна", "o. datum", "o. dat.", "o. ang.",
    "o. a.", "kein datum",
    "datum unbekannt", "datum fehlt", "s. o.", "s. u.", "s.o.", "s.u.", "siehe oben",
    "siehe unten", "see above", "see below", "см. выше", "см. ниже", "as above", "w. o.",
    "wie oben", "date missing", "date tbc", "date not known", "no record", "not recorded",
    "nicht datiert", "undatiert", "не датировано", "без даты подписания", "не установлена",
    "не датир.", "не датирован", "не датирована", "недатир.", "недатирован", "undat.", "n. dat.",
    "нет даты", "даты нет", "недатировано", "дата отсутствует", "дата не установлена",
    "дата не проставлена", "дата не определена", "без указания даты", "дата утрачена",
    "date of signature unknown", "date of signature not known", "signature date unknown",
    "signed, date unknown", "year unknown", "year not known", "no signature date", "jahr unbekannt",
    "datum der unterzeichnung unbekannt", "unterzeichnungsdatum unbekannt", "год неизвестен",
    "ohne unterzeichnungsdatum", "unterzeichnungsdatum fehlt", "дата подписания неизвестна",
    "дата подписания не указана", "дата подписания не установлена", "год не указан",
    "дата?", "дата ?", "год?", "date?", "date ?", "year?", "datum?", "datum ?", "jahr?",
}  # fmt: skip
# Nor is a date what has only zeros, as databases write none; the other is day 0 of spreadsheets.
_ZEROS = re.compile(r"0+(?:[-./]0+)*|00\.01\.1900|1900-01-00", re.ASCII)
# A date in figures, of which people put 00 or a sign for what they do not know.
_PART = r"\d{1,2}|[?_*xXхХ]{1,2}"
_PARTS = (
    re.compile(rf"(?P<year>\d{{4}})(?P<sep>[-./])(?P<month>{_PART})(?:(?P=sep)(?P<day>{_PART}))?"),
    re.compile(rf"(?:(?P<day>{_PART})(?P<sep>[-./]))?(?P<month>{_PART})[-./](?P<year>\d{{4}})"),
)
_UNKNOWN = "XX"
# All of a text in brackets: (not dated).
_ENCLOSED = re.compile(r"\A[(\[]([^()\[\]]*)[)\]]\Z")
# A time of day behind a day; a name for midnight is none.
_CLOCK = re.compile(
    r"[T ](?P<time>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|[+-]\d\d:?\d\d)?\Z", re.ASCII
)
_DIGITS = re.compile(r"\d{5,8}", re.ASCII)
_SERIAL_DIGITS = 5
_DECIMAL_YEAR = re.compile(r"(\d{4})[.,]0+", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d\d)(?: ?г\.?)?", re.ASCII)
# From here on, spreadsheets take two digits for a year of the last century.
_LAST_CENTURY = 30

# Not the words of a date at all.
_NO_WORDS = ("unreadable-date", "unreadable-duration")


class Unreadable(Exception):  # noqa: N818 - becomes a problem of the cell
    """Raised for a cell that has no meaning, or more than one."""

    def __init__(self, code: str, text: str, *, hint: str | None = None, **details: str) -> None:
        self.problem: Problem = Problem(code, (), text, details=details, hint=hint)
        super().__init__(code)


class CellValue(NamedTuple):
    """The value of a cell, `NOTHING` if it says so, and what is worth knowing about that."""

    value: Any
    notice: Problem | None = None


def read_date(kind: Any, text: str, lang: str | None, *, marked: bool = False) -> CellValue:
    """The standard text of a date, a period or a length: as it stands in a cell, or from words.

    What is ``marked`` is meant to the letter. Raises `Unreadable`; what is no date at all is
    left for the constructor to refuse.

    >>> read_date(PartialDate, "5 November 2025", "en").value
    '2025-11-05'
    >>> read_date(PartialDate, "2004-00-00", "en").value
    '2004-XX-XX'
    """
    clock = _CLOCK.search(text)
    day = text[: clock.start()].rstrip("T ") if clock else text
    if clock is None or not re.search(r"\d", day):
        return _read_day(kind, text, lang, marked=marked)
    reading = _read_day(kind, day, lang, marked=marked)
    if clock["time"].strip("0:."):
        raise Unreadable(
            "edtf-time", text, hint=None if reading.value is NOTHING else reading.value
        )
    return reading


def _read_day(kind: Any, text: str, lang: str | None, *, marked: bool) -> CellValue:
    if not marked and _is_none(kind, text):
        return CellValue(NOTHING, Problem("no-date", (), text))
    if not marked and is_doubtful(text) and (years := _two_years(text)):
        return _as_years(kind, text, years)
    if decimal := _DECIMAL_YEAR.fullmatch(text):
        # So spreadsheets and data frames keep a year that stood in a column with gaps.
        return CellValue(decimal[1])
    if (known := _with_unknown_parts(text)) and known != text:
        return CellValue(known, Problem("zero-part", (), text, details={"date": known}))
    return CellValue(_in_digits_or_words(kind, text, lang))


def _is_none(kind: Any, text: str) -> bool:
    is_zero = kind is not Duration and _ZEROS.fullmatch(text) is not None
    words = fold(_ENCLOSED.sub(r"\1", text))
    return is_zero or not any(map(str.isalnum, text)) or words in _NO_DATE


def _two_years(text: str) -> str | None:
    try:
        return str(Period.from_text(text))
    except ValidationError:
        return None


def _as_years(kind: Any, text: str, years: str) -> CellValue:
    """Two years, as people write them, where the standard has a season."""
    if kind is Period:
        return CellValue(years, Problem("two-years", (), text, details={"years": years}))
    raise Unreadable("ambiguous-date", text, years=years)


def _with_unknown_parts(text: str) -> str | None:
    """A date in figures as the standard writes it, if its day or month is not known.

    >>> (
    ...     _with_unknown_parts("00.05.2004"),
    ...     _with_unknown_parts("2004-??"),
    ...     _with_unknown_parts("2004"),
    ... )
    ('2004-05-XX', '2004-XX', None)
    """
    parts = next(filter(None, (one.fullmatch(text) for one in _PARTS)), None)
    if parts is None:
        return None
    month, day = map(_part, parts.group("month", "day"))
    if _UNKNOWN not in (month, day):
        return None
    known = "-".join(filter(None, (parts["year"], month, day)))
    is_month_first = parts["sep"] in ("-", "/") and parts.start("year") > 0
    if month != day and day and is_month_first:
        # Which of the two is the day is not known, either.
        raise Unreadable("no-such-day", text)
    if month == _UNKNOWN and day not in (None, _UNKNOWN):
        raise Unreadable("no-such-month", text, hint=known)
    return known


def _part(text: str | None) -> str | None:
    """The figures of a day or month."""
    if text is None:
        return None
    return f"{int(text):02}" if text.isdecimal() and int(text) else _UNKNOWN


def _in_digits_or_words(kind: Any, text: str, lang: str | None) -> str:
    if _DIGITS.fullmatch(text):
        raise Unreadable("edtf-syntax", text, hint=_day_in_digits(text))
    try:
        kind.parse(text)
    except ValidationError as refusal:
        return _from_words(kind, text, lang, refusal.problems[0].hint)
    return text


def _day_in_digits(text: str) -> str | None:
    """The day or month that somebody may have meant by digits alone.

    >>> _day_in_digits("45966"), _day_in_digits("20251105"), _day_in_digits("202511")
    ('2025-11-05', '2025-11-05', '2025-11')
    """
    if len(text) == _SERIAL_DIGITS:
        # What a spreadsheet shows of a date where it takes it for a number.
        return str(DAY_ZERO.date() + datetime.timedelta(days=int(text)))
    meant = "-".join(filter(None, (text[:4], text[4:6], text[6:])))
    try:
        return str(PartialDate.parse(meant))
    except ValidationError:
        return None


def _from_words(kind: Any, text: str, lang: str | None, hint: str | None) -> str:
    """A date from words, in the language of the sheet or else in any."""
    problem = None
    for tag in dict.fromkeys((lang, None)):
        try:
            return str(kind.from_text(text, tag))
        except AmbiguousText as error:
            raise Unreadable("ambiguous-text", text, readings=" / ".join(error.readings)) from None
        except ValidationError as error:
            if problem is None or problem.code in _NO_WORDS:
                problem = error.problems[0]
    if hint or problem is None or problem.code in _NO_WORDS:
        # The constructor says what is wrong with it.
        return text
    raise Unreadable(problem.code, text, hint=_in_full(text))


def _in_full(text: str) -> str | None:
    """The day that a spreadsheet would take from two digits of a year.

    >>> _in_full("05.01.20г."), _in_full("5.1.98"), _in_full("5.1.2020")
    ('2020-01-05', '1998-01-05', None)
    """
    short = _SHORT_YEAR.fullmatch(text)
    if short is None:
        return None
    day, month, year = map(int, short.groups())
    century = 1900 if year >= _LAST_CENTURY else 2000
    try:
        return str(datetime.date(century + year, month, day))
    except ValueError:
        return None
