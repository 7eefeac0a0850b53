"""States, days as far as they are known, and facts: what a document's life is told in.

Every day is a `UncertainDay`: two bounds between which it lies, both possible. Counting rules
are monotonic, so a rule goes over both bounds. Where a rule asks whether one day is before
another and that cannot be known, both answers stay possible. No day is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.uncertain_days import NEVER, UncertainDay
from bilateral.events import Event, EventKind, NoticeAim
from bilateral.language.lexicon import lexicon
from bilateral.literals import Lang
from bilateral.terms.counting import Effect, effect_number
from bilateral.terms.kinds import NoticeDate
from bilateral.terms.rules import Exit, Renewal
from bilateral.text import Phrase
from bilateral.vocabulary import CodedEnum

__all__ = [
    "Ending",
    "Fact",
    "Notice",
    "State",
    "distinct",
]


class State(CodedEnum):
    """The state of a document on a day.

    >>> State.IN_FORCE.label("ru")
    'действует'
    """

    DRAFT = "draft"
    INITIALLED = "initialled"
    SIGNED = "signed"
    NOT_YET_RUNNING = "not_yet_running"
    PROVISIONAL = "provisional"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDING = "ending"
    ENDING_DISPUTED = "ending_disputed"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    FULFILLED = "fulfilled"
    UNKNOWN = "unknown"

    def phrase(self, lang: Lang) -> Phrase | None:
        """The name with its forms in ``lang``."""
        return lexicon(lang).phrase("vocabulary", f"status.{self.value}")

    @property
    def is_active(self) -> bool:
        """True if a document in this state is applied: in force, provisionally, or ending."""
        return self in _ACTIVE


_ACTIVE: Final = {State.PROVISIONAL, State.IN_FORCE, State.ENDING, State.ENDING_DISPUTED}


class Fact(NamedTuple):
    """Something in the life of a document: on which day, and where we have it from.

    ``rules`` are fields of the term, ``missing`` what would have to be recorded to know the
    day, ``about`` the id of another document. It is ``unsure`` if it may be without effect.
    """

    code: str
    when: UncertainDay
    events: tuple[Event, ...] = ()
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    about: str | None = None
    unsure: bool = False

    def on(self, day: UncertainDay) -> Fact:
        """The same on another day."""
        return self._replace(when=day)


class Ending(NamedTuple):
    """One way in which a document ends; ``first_day_after`` is the first day without it.

    Where the two readings differ, the document may be over on its ``first_doubtful_day``.
    """

    state: State
    first_day_after: Fact
    first_doubtful_day: UncertainDay = NEVER

    @property
    def told(self) -> Fact:
        """``first_day_after`` with the days of both readings."""
        if self.first_doubtful_day == NEVER:
            return self.first_day_after
        last = self.first_day_after.when.latest
        return self.first_day_after.on(UncertainDay(self.first_doubtful_day.earliest, last))

    def perhaps_never(self) -> Ending:
        """The same end if it may also not come."""
        return self._replace(
            first_day_after=self.first_day_after.on(self.first_day_after.when.perhaps_never()),
            first_doubtful_day=self.first_doubtful_day.perhaps_never(),
        )


class Notice(NamedTuple):
    """A notice of one side, sent and received, perhaps revoked."""

    sent: Event | None
    received: Event | None
    revoked: Event | None

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that it consists of."""
        return tuple(event for event in self if event is not None)

    @property
    def effective(self) -> PartialDate | None:
        """The day of effect that is recorded, if one is."""
        return next((event.effective for event in self[:2] if event and event.effective), None)

    def needed(self, what: str) -> str:
        """The name of something that would have to be known of it."""
        return f"{self.events[0].kind.value}.{what}"

    @property
    def aim(self) -> NoticeAim | None:
        """The aim of the notice, if that is recorded."""
        return next((event.aim for event in self[:2] if event and event.aim), None)

    def missing(self, rule: Exit | Renewal) -> tuple[str, ...]:
        """The event that would say which day counts, if it is not recorded."""
        if rule.counts is NoticeDate.SENT:
            return () if self.sent else (EventKind.NOTICE_SENT.value,)
        known = self.received or (self.sent and rule.presumed)
        return () if known else (EventKind.NOTICE_RECEIVED.value,)

    def day(self, rule: Exit | Renewal, day_of: Callable[[Event], UncertainDay]) -> UncertainDay:
        """The day that counts. A notice has no effect before its receipt (VCLT art. 78(b))."""
        sent, received = self.sent and day_of(self.sent), self.received and day_of(self.received)
        if rule.counts is NoticeDate.SENT:
            return sent or UncertainDay(-SOMETIME, received.latest if received else SOMETIME)
        presumed = rule.presumed
        if sent and presumed and not received:
            return sent.moved(lambda day: effect_number(day, presumed, Effect.DAY))
        return received or UncertainDay(sent.earliest if sent else -SOMETIME, FOREVER)


# Of so few it takes less to compare all than to make their hashes.
_FEW: Final = 8
T = TypeVar("T")


def distinct(values: Sequence[T]) -> tuple[T, ...]:
    """The values in order, each once."""
    if len(values) > _FEW:
        return tuple(dict.fromkeys(values))
    # The hash of an event is that of all that it has, and would be made for this alone.
    return tuple([one for number, one in enumerate(values) if one not in values[:number]])
