"""A date as far as it is known, and what such dates share with periods."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, final

from bilateral.concise import Concise
from bilateral.dates.edtf import DATE_PATTERN, ParsedDate, Precision, plain_days, read, read_days
from bilateral.dates.gregorian import is_day, to_date, year_month_day
from bilateral.dates.intervals import FOREVER, Allen, Extent, verdict
from bilateral.display import Displayed, Facts, View, in_words
from bilateral.frozen import Frozen
from bilateral.interchange import Dated
from bilateral.literals import DateForm, Lang, Spacing
from bilateral.problems import ValidationError, reject, wrong_type_problem

if TYPE_CHECKING:
    from bilateral.dates.periods import Period

__all__ = [
    "Day",
    "PartialDate",
    "TimeValue",
    "date_of",
    "date_or_none",
    "draft",
    "extent_of",
    "plain_text",
    "read_date",
    "whole_day",
]


class TimeValue(Displayed, Dated, Concise):
    """An EDTF text and its days; what is filled in is a ``draft``, and becomes ``Frozen``."""

    __slots__ = ("first_number", "is_definite", "last_number", "text")

    text: str
    #: The first and the last day as numbers; the dates are `earliest` and `latest`.
    first_number: int | None
    last_number: int | None
    #: Whether the first and the last day follow from the text for certain (or are open): no
    #: mark, no unspecified digit, no unknown end, no season whose hemisphere is left open.
    is_definite: bool

    @property
    def earliest(self) -> datetime.date | None:
        """The first day, or `None` if there is none between the years 1 and 9999.

        Marks (``~``, ``?``) do not move it; ``first_number`` is the same as a day number, as by
        `datetime.date.toordinal`, and knows every year.
        """
        return None if self.first_number is None else to_date(self.first_number)

    @property
    def latest(self) -> datetime.date | None:
        """The last day, as `earliest` is the first."""
        return None if self.last_number is None else to_date(self.last_number)

    @property
    def is_approximate(self) -> bool:
        """True if any part is marked so (``~`` or ``%``)."""
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """True if any part is marked so (``?`` or ``%``)."""
        return "?" in self.text or "%" in self.text

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A key for ``sorted``: by first day, then by last day; an end without a day is outermost.

        For display order only; to compare dates use ``is_before``.
        """
        first = -FOREVER if self.first_number is None else self.first_number
        last = FOREVER if self.last_number is None else self.last_number
        return first, last, self.text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"

    def _brief(self) -> str:
        return repr(self.text)

    def _facts(self, view: View) -> Iterable[Facts]:
        rows = [
            (view.word("in_words"), in_words(self, view.lang)),
            *(
                (view.word(name), PartialDate.of(day).label(view.lang))
                for name, day in (("first", self.earliest), ("last", self.latest))
                if day
            ),
        ]
        return [Facts(view.title_of(type(self), self.text), rows)]

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text,)


class _Draft(TimeValue):
    """A value while it is being filled; then it changes its class to the immutable one.

    That is a third of what `object.__setattr__` would cost for each field.
    """

    __slots__ = ()


def draft(text: str, first: int | None, last: int | None, *, definite: bool) -> Any:
    """A value that still can be changed; the caller makes it one by setting its ``__class__``."""
    value = _Draft()
    value.text = text
    value.first_number = first
    value.last_number = last
    value.is_definite = definite
    return value


@final
class PartialDate(Frozen, TimeValue):
    """A date as far as it is known: some day within a year, a month, a season, or just that day.

    Built from EDTF text; equal if the texts are. What is compared is the unknown day itself, so
    answers are three-valued, and there is no ``<`` (for a display order see ``sort_key``).

    >>> signed = PartialDate("2025-11~")
    >>> signed.earliest, signed.latest, signed.is_approximate
    (datetime.date(2025, 11, 1), datetime.date(2025, 11, 30), True)
    >>> print(PartialDate("2025").is_before("2026"), PartialDate("2025").is_before("2025-11"))
    True None
    """

    __slots__ = ()
    __pattern__: Final = DATE_PATTERN

    # Immutable, so that a narrower type is safe.
    first_number: int  # pyright: ignore[reportIncompatibleVariableOverride]
    last_number: int  # pyright: ignore[reportIncompatibleVariableOverride]

    def __new__(cls, text: str) -> PartialDate:
        """As `parse`."""
        return cls.parse(text)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """A date from its EDTF text; ``str()`` gives the text back unchanged.

        ``text`` is of the levels 0 and 1 of ISO 8601-2:2019, and of level 2 has marks on parts,
        unspecified digits anywhere and parts of the year. Raises `ValidationError`; the codes
        are those of `bilateral.dates.edtf.read`.

        >>> PartialDate.parse("19XX-02-29").latest
        datetime.date(1996, 2, 29)
        """
        if type(text) is not str:
            text = plain_text(text)
        days = plain_days(text)
        if days is None:
            return read_date(text)
        value = draft(text, days[0], days[1], definite=True)
        value.__class__ = PartialDate
        return value  # type: ignore[no-any-return]

    @classmethod
    def of(cls, value: PartialDate | datetime.date | str) -> PartialDate:
        """A date from a ``value``: itself, a `datetime.date` (no datetime), or its EDTF text.

        Raises `ValidationError`: ``wrong-type``, and as `parse`.

        >>> PartialDate.of(datetime.date(2025, 11, 5))
        PartialDate('2025-11-05')
        """
        if isinstance(value, PartialDate):
            return value
        if is_day(value):
            return cls.parse(value.isoformat())
        if isinstance(value, str):
            return cls.parse(value)
        raise ValidationError([wrong_type_problem("date", value)])

    @classmethod
    def from_text(
        cls, text: str, lang: Lang | None = None, today: Day | None = None
    ) -> PartialDate:
        """Read a date from words, such as "November 2025". Inverse of `label`.

        ``text`` is read as a whole or refused. ``lang`` is its language, or any if it is not
        given; ``today`` is the day from which "next year" counts. Raises `AmbiguousText`,
        `UnknownLanguage`, and `ValidationError` with the reason; `bilateral.dates.words.reading`
        says what is understood.

        >>> PartialDate.from_text("5. November 2025")
        PartialDate('2025-11-05')
        """
        from bilateral.dates.words import reading as dates

        return dates.date_from_text(text, lang, today)

    def label(self, lang: Lang, form: DateForm = "bare", spacing: Spacing = "cldr") -> str:
        """The date in words of the language ``lang``. Inverse of `from_text`.

        ``form`` is ``bare``, ``for``, ``in``, ``short``, ``medium`` (5 Nov 2025), ``numeric``
        (05/11/2025) or ``of``; ``spacing`` is ``cldr``, ``nbsp`` or ``plain``. Raises
        `UnknownLanguage`; `MissingForm` where the language has no such form; `ValidationError`:
        ``unknown-form``, ``unknown-spacing``.

        >>> PartialDate("2026-34").label("ru", "in")
        'во II квартале 2026 года'
        """
        from bilateral.dates.words import labels as dates

        return dates.date_label(self, lang, form, spacing)

    @property
    def precision(self) -> Precision:
        """The precision of the date; parts without any digit do not count.

        >>> [PartialDate(text).precision.value for text in ("2026-04", "2026-XX", "201X")]
        ['month', 'year', 'decade']
        """
        return self._reading.precision

    @property
    def year(self) -> int | None:
        """The year, if no digit of it is unspecified."""
        return self._reading.number("year")

    @property
    def month(self) -> int | None:
        """The month (1 to 12), if there is one and no digit of it is unspecified."""
        return self._reading.number("month")

    @property
    def day(self) -> int | None:
        """The day of the month, if there is one and no digit of it is unspecified."""
        return self._reading.number("day")

    @property
    def part_of_year(self) -> int | None:
        """The ISO 8601-2 code of a season (21 to 32), quarter (33 to 36), quadrimester or half."""
        return self._reading.grouping

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that the digits allow.

        >>> PartialDate("201X-24").years
        (2010, 2019)
        """
        earliest, latest = self._reading.spans()
        return year_month_day(earliest[0])[0], year_month_day(latest[0])[0]

    @property
    def is_unspecified(self) -> bool:
        """True if any digit is so (``X``)."""
        return "X" in self.text

    @property
    def approximate_parts(self) -> frozenset[str]:
        """The parts of ``year``, ``month``, ``day`` that are marked so (``~`` or ``%``).

        >>> sorted(PartialDate("2004-06~-11").approximate_parts)
        ['month', 'year']
        """
        return self._reading.marked("~%")

    @property
    def uncertain_parts(self) -> frozenset[str]:
        """The parts of ``year``, ``month``, ``day`` that are marked so (``?`` or ``%``)."""
        return self._reading.marked("?%")

    @property
    def _reading(self) -> ParsedDate:
        text = self.text
        if self.is_definite and text[0].isdigit():
            return ParsedDate(False, text[:4], text[5:7] or None, text[8:] or None)  # noqa: FBT003
        return read(text)

    def is_before(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if the day is before ``other``; `None` if that cannot be known.

        A marked part counts as not known: nobody says how far off "about 1984" may be. A text
        with a ``/`` is a `Period`, any other a date. Raises `ValidationError` for what is
        neither.

        >>> PartialDate("2004-06-~30").is_before("2004-07"), PartialDate("1984~").is_before("2026")
        (True, None)
        """
        if type(other) is PartialDate and self.is_definite and other.is_definite:
            # The common case, without the general one's four bounds.
            if self.last_number < other.first_number:
                return True
            return False if self.first_number >= other.last_number else None
        return extent_of(self).precedes(extent_of(other))

    def is_after(self, other: Period | PartialDate | datetime.date | str) -> bool | None:
        """True if the day is after ``other``; `None` if that cannot be known.

        Arguments and errors are as for `is_before`.
        """
        return extent_of(other).precedes(extent_of(self))

    def is_same_day(self, other: PartialDate | datetime.date | str) -> bool | None:
        """True if it and ``other`` are one day; `None` if that cannot be known.

        >>> print(PartialDate("2025-11-05").is_same_day("2025-11"))
        None
        """
        possible = self.extent.relations(PartialDate.of(other).extent)
        return verdict(possible, {Allen.EQUALS})

    @property
    def extent(self) -> Extent:
        """The days on which it may lie; all comparisons are computed from them.

        `bilateral.dates.intervals.Extent` says how they are counted.
        """
        if self.is_definite:
            first, last = self.first_number, self.last_number
        else:
            first, last = self._reading.extent().possible
        return Extent(first, last, first, last, 0, 0)


# What a day may be given as, wherever one is asked for; a `PartialDate` or its text if it is one.
Day = datetime.date | PartialDate | str


def read_date(text: str) -> PartialDate:
    """The whole grammar of dates, for what the short way does not know or refuses."""
    first, last, definite = read_days(text)
    value = draft(text, first, last, definite=definite)
    value.__class__ = PartialDate
    return value  # type: ignore[no-any-return]


def extent_of(value: Period | PartialDate | datetime.date | str) -> Extent:
    """The bounds of the days of a value; a text with a ``/`` is a period, any other a date."""
    if isinstance(value, TimeValue):
        return value.extent
    if is_day(value):
        return Extent.known(value.toordinal(), value.toordinal())
    if isinstance(value, str) and "/" in value:
        from bilateral.dates.periods import Period

        return Period.parse(value).extent
    return PartialDate.of(value).extent


def whole_day(value: Day) -> int:
    """The number of a day that is known; `ValidationError` (``whole-day-needed``) for others."""
    if type(value) is datetime.date:
        return value.toordinal()
    days = plain_days(value) if type(value) is str else None
    if days is not None and days[0] == days[1]:
        return days[0]
    date = PartialDate.of(value)
    if not date.is_definite or date.first_number != date.last_number:
        raise reject("whole-day-needed", str(date))
    return date.first_number


def date_of(number: int) -> datetime.date:
    """A day by its number; `ValidationError` (``date-out-of-range``) if there is none."""
    day = to_date(number)
    if day is None:
        raise reject("date-out-of-range", str(number))
    return day


def date_or_none(value: Day | None) -> datetime.date | None:
    """A day that is known, or nothing; errors as `whole_day` and `date_of`."""
    return None if value is None else date_of(whole_day(value))


def plain_text(value: object) -> str:
    """The text of an instance of a subclass of `str`; `ValidationError` for all else."""
    if isinstance(value, str):
        return str.__str__(value)
    raise ValidationError([wrong_type_problem("text", value)])
