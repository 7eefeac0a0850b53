"""The rules by which a document enters into force, lasts, renews and ends.

A `Term` says what the clauses of a document say; it holds no dates but those written there.
`Agreement.status` and `Agreement.timeline` apply it to what happened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count

import attrs

from bilateral.coercion import WHOLE_NUMBERS, Checked, boolean, members, soft
from bilateral.dates.durations import Duration, optional_duration
from bilateral.dates.partial_dates import Day, PartialDate, whole_day
from bilateral.dates.periods import optional_date
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.events import EventKind
from bilateral.instruments import Binding
from bilateral.literals import (
    EventKindCode,
    Lang,
    SurvivorCode,
)
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem
from bilateral.terms.counting import (
    Effect,
    Reading,
    effect_number,
    effect_problems,
    last_number,
    optional_reading,
    to_effect,
)
from bilateral.terms.kinds import (
    Aspect,
    NoticeDate,
    RenewalMode,
    Survivor,
    to_aspects,
    to_notice_date,
    to_renewal_mode,
    to_survivors,
)
from bilateral.terms.timelines import TermPeriod
from bilateral.text import Phrases, optional_phrases

__all__ = [
    "Exit",
    "Renewal",
    "Start",
    "Survival",
    "Term",
]


_AT_ONCE = Duration()


def _duration(value: Duration | str) -> Duration:
    return soft(Duration.of, value)


def _event_kinds(
    values: EventKind | EventKindCode | Iterable[EventKind | EventKindCode],
) -> tuple[EventKind, ...]:
    return members(EventKind, "unknown-event-kind", values)


def _optional_count(value: int | None) -> int | None:
    return None if value is None else soft(_count_or_error, value)


def _count_or_error(value: object) -> int:
    if type(value) is not int:
        raise ValidationError([wrong_type_problem("integer", value)])
    if value < 0:
        raise reject("negative-count", value)
    if value not in WHOLE_NUMBERS:
        raise reject("number-out-of-range", value)
    return value


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Start(Checked):
    """The beginning of something: after events, on a fixed date, or on the later of the two.

    ``on`` are the kinds of event that are needed, all of them; the latest counts. An event
    that each side has for itself (a notification, a ratification) must have happened on both.
    It begins ``after`` that in the manner of ``effect`` (VCLT art. 24(1)), not before ``date``.

    Raises `ValidationError`: ``start-without-day``, ``needs-field``, ``whole-months-needed``,
    ``whole-years-needed`` and those of the values.

    >>> Start("notification_received", after="P3M", effect="month").on
    (<EventKind.NOTIFICATION_RECEIVED: 'notification_received'>,)
    """

    on: tuple[EventKind, ...] = attrs.field(default=(), converter=_event_kinds)
    after: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)
    effect: Effect = attrs.field(default=Effect.DAY, converter=to_effect, kw_only=True)
    date: PartialDate | None = attrs.field(default=None, converter=optional_date, kw_only=True)

    __shorthand__ = "on"

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        if wrong:
            return []
        problems: list[Problem] = []
        if not self.on and self.date is None:
            problems.append(Problem("start-without-day"))
        if not self.on and self.after is not None:
            problems.append(_needs("after", "on"))
        return [*problems, *_effect_problems(self.after, self.effect)]


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Renewal(Checked):
    """The rule by which a document goes on after its first period.

    Each further period has the ``length``, or there is one that is ``indefinite``. Sides that
    have to agree may agree on a length then. There are at most so many ``times``; without a
    number, any number. ``mode`` is what it takes. Notice
    against a tacit renewal must arrive so long before the end of the current period:
    ``notice``, and ``later_notice`` from the second period on if that differs. It may be due
    only within some time before the end: ``notice_opens``. ``counts`` is which day of a notice
    does: that of receipt (VCLT art. 78(b)), unless the document says otherwise; without a day
    of receipt, it is ``presumed`` to be received so long after its dispatch, if that is said.

    Raises `ValidationError`: ``missing-field`` (a tacit renewal needs its length),
    ``excludes-field``, ``needs-field``, ``empty-duration``, ``negative-count``,
    ``number-out-of-range`` and those of the values.

    >>> Renewal("P5Y", notice="P6M").mode
    <RenewalMode.TACIT: 'tacit'>
    """

    length: Duration | None = attrs.field(default=None, converter=optional_duration)
    indefinite: bool = attrs.field(default=False, converter=boolean, kw_only=True)
    mode: RenewalMode = attrs.field(
        default=RenewalMode.TACIT, converter=to_renewal_mode, kw_only=True
    )
    times: int | None = attrs.field(default=None, converter=_optional_count, kw_only=True)
    notice: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)
    later_notice: Duration | None = attrs.field(
        default=None, converter=optional_duration, kw_only=True
    )
    notice_opens: Duration | None = attrs.field(
        default=None, converter=optional_duration, kw_only=True
    )
    counts: NoticeDate = attrs.field(
        default=NoticeDate.RECEIVED, converter=to_notice_date, kw_only=True
    )
    presumed: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)

    __shorthand__ = "length"

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        if wrong:
            return []
        problems: list[Problem] = []
        if self.length is not None and not self.length:
            problems.append(Problem("empty-duration", ("length",), str(self.length)))
        if self.later_notice is not None and self.notice is None:
            problems.append(_needs("later_notice", "notice"))
        if self.times is not None and self.length is None:
            problems.append(_needs("times", "length"))
        return [*problems, *self._length_problems(), *_receipt_problems(self)]

    def _length_problems(self) -> Iterator[Problem]:
        tacit = self.mode is RenewalMode.TACIT
        if tacit and self.length is None and not self.indefinite:
            yield Problem("missing-field", ("length",))
        if self.indefinite and self.length is not None:
            yield _excludes("indefinite", "length")
        if self.indefinite and not tacit:
            yield _excludes("indefinite", "mode")

    def notice_before(self, number: int) -> Duration | None:
        """The time before the end of the period ``number`` by which notice is due, if any is.

        The first period is 0.

        >>> str(Renewal("P5Y", notice="P1Y", later_notice="P6M").notice_before(1))
        'P6M'
        """
        notice = self.later_notice if number and self.later_notice is not None else self.notice
        return _AT_ONCE if notice is None and self.notice_opens else notice


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Exit(Checked):
    """The rule by which one side can end a document at any time (denunciation, VCLT art. 54(a)).

    It ends ``after`` the notice in the manner of ``effect``; the day of effect is the first on
    which it is no longer in force, except that the end of a month or a year is the last on
    which it is. Some end only ``at_anniversary`` of the entry into force, the next after that.
    No notice can be given before ``locked`` has passed from the entry into force, or the
    calendar year in which it passes (``locked_to_year_end``), and no notice takes effect before
    ``floor`` has passed. ``counts`` and ``presumed`` are as in `Renewal`.

    >>> Exit("P6M").counts
    <NoticeDate.RECEIVED: 'received'>
    """

    after: Duration = attrs.field(converter=_duration)
    effect: Effect = attrs.field(default=Effect.DAY, converter=to_effect, kw_only=True)
    at_anniversary: bool = attrs.field(default=False, converter=boolean, kw_only=True)
    locked: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)
    locked_to_year_end: bool = attrs.field(default=False, converter=boolean, kw_only=True)
    floor: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)
    counts: NoticeDate = attrs.field(
        default=NoticeDate.RECEIVED, converter=to_notice_date, kw_only=True
    )
    presumed: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)

    __shorthand__ = "after"

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        if wrong:
            return []
        problems = [*_effect_problems(self.after, self.effect), *_receipt_problems(self)]
        if self.locked_to_year_end and self.locked is None:
            problems.append(_needs("locked_to_year_end", "locked"))
        if self.at_anniversary and self.effect is not Effect.DAY:
            problems.append(_excludes("at_anniversary", "effect"))
        return problems


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Survival(Checked):
    """The things that go on after the end, and for how long; without a length, until done.

    VCLT art. 70(1): a treaty may provide for the time after its termination. Raises
    `ValidationError`: ``missing-field`` if neither is said, and those of the values.

    >>> Survival("projects").what
    (<Survivor.PROJECTS: 'projects'>,)
    """

    what: tuple[Survivor, ...] = attrs.field(default=(), converter=to_survivors)
    length: Duration | None = attrs.field(default=None, converter=optional_duration, kw_only=True)

    __shorthand__ = "what"

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        complete = wrong or self.what or self.length
        return [] if complete else [Problem("missing-field", ("what",))]


def _start(value: Start | EventKind | EventKindCode) -> Start:
    return value if isinstance(value, Start) else Start(value)


def _renewal(value: Renewal | Duration | str) -> Renewal:
    return value if isinstance(value, Renewal) else Renewal(value)


def _exit(value: Exit | Duration | str) -> Exit:
    return value if isinstance(value, Exit) else Exit(value)


def _survival(value: Survival | Survivor | SurvivorCode) -> Survival:
    return value if isinstance(value, Survival) else Survival(value)


def _optional_start(value: Start | EventKind | EventKindCode | None) -> Start | None:
    return None if value is None else soft(_start, value)


def _optional_renewal(value: Renewal | Duration | str | None) -> Renewal | None:
    return None if value is None else soft(_renewal, value)


def _optional_exit(value: Exit | Duration | str | None) -> Exit | None:
    return None if value is None else soft(_exit, value)


def _optional_survival(value: Survival | Survivor | SurvivorCode | None) -> Survival | None:
    return None if value is None else soft(_survival, value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False, kw_only=True)
class Term(Checked):
    """The rules that a document has for its own life.

    ``entry`` is when it enters into force, ``provisional`` from when it is applied until then
    (VCLT arts. 24, 25). It lasts for a ``length``, ``until`` a last day, or is ``indefinite``;
    a document whose term says nothing of that lasts for its ``period``, if it has one.

    The length runs from the entry into force or from ``counted_from``. ``reading`` says whether
    that day counts or, of a renewal after a fixed last day, the day after that one; if it is left
    open, both readings are computed: notice is due by the earlier day, and only the later one
    ends the document. ``to_year_end`` extends the length to the end
    of the calendar year in which it would end. ``until_disputed`` marks a last day that may not
    be meant to be included (as after the Russian «до»). ``until_event`` names an event outside
    the document that ends it, if that comes first.

    ``renewal`` is what follows the first period, ``exit`` how a side can leave at any time,
    ``survival`` what goes on afterwards. ``follows`` are the aspects in which the document
    goes with those that it implements or amends.

    Raises `ValidationError`: ``empty-term``, ``excludes-field``, ``needs-field``,
    ``empty-duration`` and those of the values.

    >>> term = Term(entry="signed", length="P5Y", reading="event", renewal=Renewal("P5Y", times=1))
    >>> [str(one.period) for one in term.periods("2004-12-22")]
    ['2004-12-22/2009-12-22', '2009-12-23/2014-12-22']
    """

    entry: Start | None = attrs.field(default=None, converter=_optional_start)
    provisional: Start | None = attrs.field(default=None, converter=_optional_start)
    length: Duration | None = attrs.field(default=None, converter=optional_duration)
    reading: Reading | None = attrs.field(default=None, converter=optional_reading)
    counted_from: Start | None = attrs.field(default=None, converter=_optional_start)
    to_year_end: bool = attrs.field(default=False, converter=boolean)
    until: PartialDate | None = attrs.field(default=None, converter=optional_date)
    until_disputed: bool = attrs.field(default=False, converter=boolean)
    until_event: Phrases | None = attrs.field(default=None, converter=optional_phrases)
    indefinite: bool = attrs.field(default=False, converter=boolean)
    renewal: Renewal | None = attrs.field(default=None, converter=_optional_renewal)
    exit: Exit | None = attrs.field(default=None, converter=_optional_exit)
    survival: Survival | None = attrs.field(default=None, converter=_optional_survival)
    follows: tuple[Aspect, ...] = attrs.field(default=(), converter=to_aspects)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        return [] if wrong else [*self._combination_problems()]

    def _combination_problems(self) -> Iterator[Problem]:
        given = {name for name in attrs.asdict(self, recurse=False) if getattr(self, name)}
        for one, other in _EXCLUSIVE:
            if one in given and other in given:
                yield _excludes(one, other)
        if not given and self.length is None:
            yield Problem("empty-term")
        if self.entry and Aspect.ENTRY in self.follows:
            yield _excludes("entry", "follows")
        for one, needed in _NEEDED:
            if one in given and needed not in given:
                yield _needs(one, needed)
        if self.reading and not (self.length or (self.renewal and self.renewal.length)):
            yield _needs("reading", "length")
        if self.length is not None and not self.length:
            yield Problem("empty-duration", ("length",), str(self.length))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The reading that the document fixes, or both, the earlier last day first."""
        return (self.reading,) if self.reading else (Reading.COMMENCEMENT, Reading.EVENT)

    def last_number(self, start: int, renewals: int, reading: Reading) -> int:
        """The last day after so many ``renewals`` of a ``length`` that runs from ``start``.

        Days are numbers. They are counted by the ``reading`` from the first day, never from an
        earlier result. It is public only for the schedules of the lifecycle, which count with
        days that are known within bounds; `Term.periods` is for all else.
        """
        months, days = _months_and_days(self.length)
        more_months, more_days = _months_and_days(self.renewal.length if self.renewal else None)
        if self.to_year_end and self.length is not None:
            start = effect_number(start, self.length, Effect.YEAR_END)
            months, days, reading = 0, 0, Reading.EVENT
        return last_number(
            start, months + renewals * more_months, days + renewals * more_days, reading
        )

    def periods(self, start: Day) -> Iterator[TermPeriod]:
        """The first period and those by renewal, if the length runs from the day ``start``.

        If the reading is open, a last day lies on one of two days, and so does the first day
        after it. Without notice and events, and so without ``tense``; `Agreement.timeline`
        knows those. Renewals of any number go on and on. Raises `ValidationError`:
        ``missing-field`` without a length, ``whole-day-needed``.
        """
        if self.length is None:
            raise ValidationError([Problem("missing-field", ("length",))])
        day, readings = whole_day(start), (self.readings[0], self.readings[-1])
        first = UncertainDay(day, day)
        most = 0 if not (self.renewal and self.renewal.length) else self.renewal.times
        for number in count() if most is None else range(most + 1):
            last = UncertainDay(*(self.last_number(day, number, reading) for reading in readings))
            yield TermPeriod(number, first, last, None)
            first = last.plus(1)

    @classmethod
    def from_text(cls, text: str, lang: Lang | None = None) -> Term:
        """Read a term from clauses in words, such as "five years". Inverse of `label`.

        ``text`` is one clause or several sentences; it is read as a whole or refused. ``lang``
        is its language, or any if it is not given. Raises `UnreadText` with the parts that were
        not understood, `AmbiguousText`, `UnknownLanguage`, and `ValidationError`;
        `bilateral.reading.clauses` says what is understood.

        >>> Term.from_text("Valid for five years from its entry into force.", "en")
        Term(length='P5Y')
        """
        from bilateral.reading.clauses import term_from_text

        return term_from_text(text, lang)

    def label(self, lang: Lang, legal_force: Binding | None = None) -> str:
        """The term as clauses in ``lang`` (de, ru, en), in the words of such documents.

        With the ``legal_force`` of the document, one that does not bind comes into effect and
        does not enter into force.

        >>> Term(entry="signed").label("en")
        'Enters into force on the day of signature.'
        """
        from bilateral.terms.clauses import term_label

        return term_label(self, lang, legal_force or Binding.UNKNOWN)


_EXCLUSIVE = (
    ("length", "until"),
    ("indefinite", "length"),
    ("indefinite", "until"),
    ("indefinite", "renewal"),
)
_NEEDED = (
    ("counted_from", "length"),
    ("to_year_end", "length"),
    ("until_disputed", "until"),
)


def _months_and_days(length: Duration | None) -> tuple[int, int]:
    return (0, 0) if length is None else (length.total_months, length.total_days)


def _excludes(field: str, other: str) -> Problem:
    return Problem("excludes-field", (field,), details={"field": field, "other": other})


def _needs(field: str, needed: str) -> Problem:
    return Problem("needs-field", (field,), details={"field": field, "needs": needed})


def _receipt_problems(rule: Renewal | Exit) -> list[Problem]:
    counts_receipt = rule.presumed is None or rule.counts is NoticeDate.RECEIVED
    return [] if counts_receipt else [_excludes("presumed", "counts")]


def _effect_problems(after: Duration | None, effect: Effect) -> list[Problem]:
    return [problem.at("after") for problem in effect_problems(after or _AT_ONCE, effect)]
