"""Counting days as statutes and treaties do: last days, days of effect, notice by a day.

Every function takes and gives whole days (``datetime.date``). A day that is a rest day or a
holiday is never moved: that is for acts to be performed (BGB § 193, article 3(4) of Regulation
(EEC, Euratom) No 1182/71), and a document's life is none. ``docs/explanation/terms.md`` says
more.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TypeVar

import attrs

from bilateral.coercion import Rejected, member
from bilateral.dates.durations import Duration
from bilateral.dates.gregorian import MONTHS, add_months, day_number, month_length
from bilateral.dates.gregorian import year_month_day as parts
from bilateral.dates.partial_dates import Day, date_of, whole_day
from bilateral.dates.periods import Period
from bilateral.display import Record
from bilateral.interchange import Modelled
from bilateral.literals import EffectCode, ReadingCode
from bilateral.problems import Problem, ValidationError
from bilateral.vocabulary import CodedEnum

__all__ = ["Effect", "NoticeDeadline", "Reading", "effective", "last_day", "notice_deadline"]

Length = Duration | str
T = TypeVar("T")

_NO_TIME = Duration()


class Reading(CodedEnum):
    """The reading of a length: the day from which it runs is counted, or it is not.

    >>> Reading.EVENT.label("de")
    'Anfangstag nicht mitgezählt'
    """

    #: It is an event within the day, which is not counted: "five years from signature".
    EVENT = "event"
    #: The time begins with that day, which is counted: "in force from 5 November for five years".
    COMMENCEMENT = "commencement"


class Effect(Modelled, StrEnum):
    """The day on which something takes effect, so long after its trigger.

    >>> from bilateral.terms import effective
    >>> print(*(effective("2026-01-15", "P1M", how) for how in ("day", "next_month")))
    2026-02-15 2026-03-01
    """

    #: On the n-th day after, or on the day of the same number n months after.
    DAY = "day"
    #: On expiry of the time: on the day after its last.
    AFTER_EXPIRY = "after_expiry"
    #: On the first day of the n-th month following, whatever the day in the month.
    MONTH = "month"
    #: On the first day of the month that follows the expiry of the time.
    NEXT_MONTH = "next_month"
    #: On the last day of the month in which the time ends.
    MONTH_END = "month_end"
    #: On 1 January of the n-th year following.
    YEAR = "year"
    #: On 31 December of the year in which the time ends.
    YEAR_END = "year_end"

    @property
    def is_last_day(self) -> bool:
        """True if what takes effect by an end of that sort is in force on the day itself."""
        return self in (Effect.MONTH_END, Effect.YEAR_END)


def optional_reading(value: Reading | ReadingCode | None) -> Reading | None:
    """Converter for a field with a reading or nothing."""
    return None if value is None else member(Reading, "unknown-reading", value)


def to_effect(value: Effect | EffectCode) -> Effect:
    """Converter for a field with an effect."""
    return member(Effect, "unknown-effect", value)


def last_day(
    start: Day,
    length: Length,
    reading: Reading | ReadingCode = Reading.EVENT,
    *,
    renewal: Length | None = None,
    renewals: int = 0,
) -> datetime.date:
    """The last day of a time that runs from ``start``, which it includes.

    *event*: the day of the event is not counted, and the time ends with the day of the same
    number (BGB §§ 187(1), 188(2); articles 191 and 192 of the Civil Code of Russia; article
    3(1) and (2)(c) of Regulation 1182/71; articles 3 and 4 of the European Convention on the
    Calculation of Time-Limits, ETS 76). *commencement*: the day counts, and the time ends with
    the day before that of the same number (BGB §§ 187(2), 188(2)). Where the last month has no
    such day, its last day is the end in both (BGB § 188(3)).

    With a ``renewal``, the last day after so many ``renewals``, always counted from ``start``.

    Raises `ValidationError`: ``whole-day-needed``, ``unknown-reading``, ``duration-syntax``,
    ``date-out-of-range``.

    >>> print(last_day("2025-11-05", "P5Y"), last_day("2025-11-05", "P5Y", "commencement"))
    2030-11-05 2030-11-04
    >>> print(last_day("2015-12-30", "P2M"))  # BGH, 7 November 2016
    2016-02-29
    >>> print(last_day("2024-02-29", "P1Y", renewal="P1Y", renewals=3))
    2028-02-29
    """
    how = _valid(optional_reading(reading)) or Reading.EVENT
    first, more = Duration.of(length), Duration.of(renewal) if renewal else _NO_TIME
    months = first.total_months + more.total_months * renewals
    days = first.total_days + more.total_days * renewals
    return date_of(last_number(whole_day(start), months, days, how))


def effective(
    trigger: Day, after: Length = "P0D", effect: Effect | EffectCode = Effect.DAY
) -> datetime.date:
    """The day on which something takes effect that does so some time ``after`` its trigger.

    An agreement enters into force "in such manner and upon such date as it may provide" (VCLT
    art. 24(1)); the members of `Effect` are the manners in use. Where several triggers are
    needed, give the latest.

    Raises `ValidationError`: those of `last_day`, ``unknown-effect``, and
    ``whole-months-needed`` or ``whole-years-needed`` where the effect counts those.

    >>> print(effective("2025-11-05", "P90D"))  # on the 90th day after
    2026-02-03
    >>> print(effective("1983-01-27", "P3M", "after_expiry"))  # ETS 76 itself
    1983-04-28
    >>> print(effective("2026-01-31", "P2M", "month"))  # first day of the second month following
    2026-03-01
    >>> print(effective("2026-01-31", "P1Y", "year_end"))  # end of the calendar year after
    2027-12-31
    """
    how = _valid(to_effect(effect))
    time = Duration.of(after)
    if problems := effect_problems(time, how):
        raise ValidationError(problems)
    return date_of(effect_number(whole_day(trigger), time, how))


@attrs.frozen(repr=False)
class NoticeDeadline(Record):
    """By when a notice has to arrive.

    Up to ``safe`` it is in time however one counts; on the days of ``disputed``, which follow
    it, by some ways of counting and not by others.
    """

    safe: datetime.date
    disputed: Period | None = None

    @property
    def latest(self) -> datetime.date:
        """The last day that may do, by the ways of counting that `notice_deadline` names.

        One that also counts the day of the notice itself would allow another day.
        """
        last = self.disputed and self.disputed.latest
        return last or self.safe


def notice_deadline(end: Day, notice: Length) -> NoticeDeadline:
    """By when notice must arrive that is due so long before the ``end``, a last day.

    No code says how to count backwards (ETS 76 leaves such limits out). One can count back from
    the last day, or from the day after it; the day of the same number is the last, or the
    month's last day. Or one counts forward from the notice, whose day is not counted (BGB
    § 187(1)), or from the day after it (§ 187(2)). Only a day on which all agree is safe.

    Raises `ValidationError` as `last_day`.

    >>> deadline = notice_deadline("2027-02-28", "P6M")
    >>> print(deadline.safe, deadline.disputed)
    2026-08-28 2026-08-29/2026-08-31
    """
    safe, latest = notice_numbers(whole_day(end), Duration.of(notice))
    disputed = Period.from_day_numbers(safe + 1, latest) if safe < latest else None
    return NoticeDeadline(date_of(safe), disputed)


# --- the same on day numbers, for rules that work on both ends of what is not known exactly ---


def last_number(start: int, months: int, days: int, reading: Reading) -> int:
    """`last_day` on day numbers. It never decreases when ``start`` increases."""
    end = add_months(start, months)
    if reading is Reading.COMMENCEMENT and parts(end)[2] == parts(start)[2]:
        end -= 1
    return end + days


def effect_number(trigger: int, after: Duration, effect: Effect) -> int:
    """`effective` on day numbers. It never decreases when ``trigger`` increases."""
    if effect is Effect.YEAR:
        return day_number(parts(trigger)[0] + after.years)
    if effect is Effect.MONTH:
        return _first_of_month(trigger, after.total_months)
    day = add_months(trigger, after.total_months) + after.total_days
    if effect is Effect.YEAR_END:
        return day_number(parts(day)[0], MONTHS, 31)
    if effect in (Effect.NEXT_MONTH, Effect.MONTH_END):
        return _first_of_month(day, 1) - (effect is Effect.MONTH_END)
    # A time of no length has no last day to wait for.
    return day + (effect is Effect.AFTER_EXPIRY and bool(after))


def effect_problems(after: Duration, effect: Effect) -> list[Problem]:
    """What is wrong with a length for an effect that counts months or years."""
    details = {"effect": effect.value}
    if effect is Effect.MONTH and (after.total_days or not after.total_months):
        return [Problem("whole-months-needed", (), str(after), details=details)]
    if effect is Effect.YEAR and (after.total_days or after.months or not after.years):
        return [Problem("whole-years-needed", (), str(after), details=details)]
    return []


def notice_numbers(end: int, notice: Duration) -> tuple[int, int]:
    """The safe and the latest day for notice, on day numbers."""
    months, days = notice.total_months, notice.total_days
    if not months:
        return end - days, end - days
    last = end - days
    readings = [
        add_months(last, -months),
        # From the day after the end: what the time of the notice, begun on the day after it
        # (BGB § 187(2)), comes to.
        add_months(last + 1, -months) - 1,
        _last_before(last, months),
    ]
    if days:
        # Counting back, nobody says whether the months or the days come first.
        readings += [add_months(end, -months) - days, add_months(end + 1, -months) - 1 - days]
    return min(readings), max(readings)


def _last_before(end: int, months: int) -> int:
    """The last day from which so many months lead to no later day than ``end``."""
    year, month, day = parts(end)
    years, month = divmod(month - 1 - months, MONTHS)
    length = month_length(year + years, month + 1)
    # At a month's end every day of a longer month leads to it, by the fallback to the last day.
    ends_month = day == month_length(*parts(end)[:2])
    return day_number(year + years, month + 1, length if ends_month else min(day, length))


def _first_of_month(day: int, months: int) -> int:
    year, month, _ = parts(day)
    years, month = divmod(month - 1 + months, MONTHS)
    return day_number(year + years, month + 1)


def _valid(value: T) -> T:
    """The value that a converter made, unless it is a rejection."""
    if isinstance(value, Rejected):
        raise ValidationError(value.problems)
    return value
