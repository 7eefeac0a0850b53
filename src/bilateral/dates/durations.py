"""Lengths of time in calendar units, and what they are from a given day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

import attrs

from bilateral.coercion import soft
from bilateral.dates.gregorian import MONTHS, add_months, to_date
from bilateral.dates.partial_dates import Day, whole_day
from bilateral.display import Concise
from bilateral.frozen import Frozen
from bilateral.interchange import Modelled
from bilateral.literals import Lang, LengthForm
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

__all__ = ["Duration", "add", "optional_duration", "subtract"]

_DAYS_OF_WEEK: Final = 7
# Nine digits reach beyond every date; more would only make arithmetic slow.
_MOST: Final = 10**9 - 1
_TEXT: Final = r"P(?=[0-9])(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?"


@attrs.frozen(order=False, repr=False)
class Duration(Modelled, Concise, Frozen):
    """A length in years, months, weeks and days, none of them negative.

    A year has no fixed number of days, so a duration is only counted off from a day (`add`),
    and durations are not ordered. The text form is that of ISO 8601-1:2019 without times of day;
    weeks may stand beside other units, as ISO 8601-2:2019 allows.

    Raises `ValidationError`: ``wrong-type``, ``negative-duration`` and, for a number of more
    than nine digits, ``duration-too-long``.

    >>> Duration(years=5)
    Duration.parse('P5Y')
    >>> Duration.parse("P1Y6M") == Duration(1, 6)
    True
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    __pattern__: ClassVar[str] = _TEXT

    def __attrs_post_init__(self) -> None:
        problems = [
            problem.at(name)
            for name in ("years", "months", "weeks", "days")
            for problem in _problems(getattr(self, name))
        ]
        if problems:
            raise ValidationError(problems)

    @classmethod
    def parse(cls, text: str) -> Duration:
        """A duration from its ISO 8601 ``text``; ``str()`` gives one back.

        Raises `ValidationError` with the code ``duration-syntax``: fractions, signs, times of
        day and an empty ``P`` are refused.
        """
        if not isinstance(text, str):
            raise ValidationError([wrong_type_problem("text", text)])
        match = re.fullmatch(_TEXT, text)
        if match is None:
            raise reject("duration-syntax", text)
        return cls(*(int(number or 0) for number in match.groups()))

    @classmethod
    def of(cls, value: Duration | relativedelta | str) -> Duration:
        """A duration from a ``value``: itself, its text, or a `dateutil` relativedelta.

        Raises `ValidationError`: ``wrong-type``, and ``duration-syntax``, also for a
        relativedelta with hours, negative parts or absolute fields.

        >>> from dateutil.relativedelta import relativedelta
        >>> Duration.of(relativedelta(months=+18))
        Duration.parse('P1Y6M')
        """
        if isinstance(value, Duration):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        from dateutil.relativedelta import relativedelta

        if not isinstance(value, relativedelta):
            raise ValidationError([wrong_type_problem("duration", value)])
        parts = value.years, value.months, value.days
        if min(parts) < 0 or relativedelta(years=parts[0], months=parts[1], days=parts[2]) != value:
            raise reject("duration-syntax", repr(value))
        return cls(years=parts[0], months=parts[1], days=parts[2])

    @classmethod
    def from_text(cls, text: str, lang: Lang | None = None) -> Duration | None:
        """Read a duration from words; `None` is one without end. Inverse of `label`.

        ``text`` is read as a whole or refused; ``lang`` is its language, or any if it is not
        given. Raises `UnknownLanguage`, and `ValidationError` with the reason;
        `bilateral.dates.words.reading` says what is understood.

        >>> Duration.from_text("for a period of five (5) years")
        Duration.parse('P5Y')
        """
        from bilateral.dates.words import reading as dates

        return dates.duration_from_text(text, lang)

    def to_relativedelta(self) -> relativedelta:
        """The same as a `dateutil.relativedelta.relativedelta`."""
        from dateutil.relativedelta import relativedelta

        return relativedelta(years=self.years, months=self.months, weeks=self.weeks, days=self.days)

    @property
    def total_months(self) -> int:
        """Years and months together, in months."""
        return self.years * MONTHS + self.months

    @property
    def total_days(self) -> int:
        """Weeks and days together, in days."""
        return self.weeks * _DAYS_OF_WEEK + self.days

    def label(self, lang: Lang, form: LengthForm = "acc") -> str:
        """The length in words of the language ``lang``. Inverse of `from_text`.

        ``form`` is ``acc`` (after *für*, «на») or ``obl`` (German dative, Russian genitive).
        Raises `UnknownLanguage`; `MissingForm` where the language has no such form;
        `ValidationError` (``unknown-form``).

        >>> Duration(5).label("de", "obl"), Duration(5).label("ru")
        ('5 Jahren', '5 лет')
        """
        from bilateral.dates.words.lengths import duration_label

        return duration_label(self, lang, form)

    def __mul__(self, times: int) -> Duration:
        return Duration(*(number * times for number in attrs.astuple(self)))

    __rmul__ = __mul__

    def __add__(self, other: Duration) -> Duration:
        if not isinstance(other, Duration):
            return NotImplemented
        pairs = zip(attrs.astuple(self), attrs.astuple(other), strict=True)
        return Duration(*(a + b for a, b in pairs))

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.weeks or self.days)

    def __str__(self) -> str:
        numbers = zip(attrs.astuple(self), "YMWD", strict=True)
        return "P" + ("".join(f"{number}{unit}" for number, unit in numbers if number) or "0D")

    def __repr__(self) -> str:
        return f"Duration.parse({self._brief()})"

    def _brief(self) -> str:
        return repr(str(self))


def _problems(value: object) -> list[Problem]:
    if type(value) is not int:
        return [wrong_type_problem("integer", value)]
    if value < 0:
        return [Problem("negative-duration", (), value)]
    return [] if value <= _MOST else [Problem("duration-too-long", (), value)]


def add(day: Day, duration: Duration | str, times: int = 1) -> date:
    """The day ``times`` durations after ``day``: months first, then days.

    The months lead to the day of the same number, or to the last of the month if it has none.
    That is the rule of BGB § 188(2) and (3), of article 192 of the Civil Code of Russia and of
    article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71. ``times`` counts from the anchor,
    so a renewal never drifts off a month's end.

    Raises `ValidationError`: ``whole-day-needed``, ``duration-syntax``, and
    ``date-out-of-range`` after 9999 or before year 1.

    >>> add(date(2024, 2, 29), Duration(years=1), times=4)
    datetime.date(2028, 2, 29)
    """
    return _moved(day, duration, times)


def subtract(day: Day, duration: Duration | str, times: int = 1) -> date:
    """The day ``times`` durations before ``day``, by the same rule as `add`.

    >>> subtract(date(2028, 12, 31), Duration(months=6))
    datetime.date(2028, 6, 30)
    """
    return _moved(day, duration, -times)


def _moved(day: Day, duration: Duration | str, times: int) -> date:
    time = Duration.of(duration)
    number = add_months(whole_day(day), times * time.total_months)
    moved = to_date(number + times * time.total_days)
    if moved is None:
        raise reject("date-out-of-range", f"{day} {times:+} × {time}")
    return moved


def optional_duration(value: Duration | relativedelta | str | None) -> Duration | None:
    """A duration or nothing, as a converter of a class with fields (`bilateral.coercion.soft`)."""
    return None if value is None else soft(Duration.of, value)
