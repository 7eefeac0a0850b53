"""Events in the life of a document, dated as far as it is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import attrs

from bilateral.coercion import Checked, instance, member, optional_text, soft_tuple
from bilateral.dates.periods import PartialDate, optional_date
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.literals import EventKindCode, NoticeAimCode
from bilateral.partners import Partner, optional_partner
from bilateral.sources import Official, Source, officials, sources
from bilateral.vocabulary import CodedEnum

__all__ = ["Event", "EventKind", "NoticeAim", "events"]


class EventKind(CodedEnum):
    """The kind of an event: something dated that can happen to a document.

    >>> EventKind("in_force").label("de")
    'in Kraft getreten'
    """

    NEGOTIATED = "negotiated"
    AUTHORISED = "authorised"
    INITIALLED = "initialled"
    SIGNED = "signed"
    APPROVED = "approved"
    ACCEPTED = "accepted"
    RATIFIED = "ratified"
    NOTIFICATION_SENT = "notification_sent"
    NOTIFICATION_RECEIVED = "notification_received"
    INSTRUMENTS_EXCHANGED = "instruments_exchanged"
    INSTRUMENTS_DEPOSITED = "instruments_deposited"
    PROVISIONAL_APPLICATION = "provisional_application"
    IN_FORCE = "in_force"
    TOOK_EFFECT = "took_effect"
    REGISTERED = "registered"
    AMENDED = "amended"
    SUPPLEMENTED = "supplemented"
    EXTENDED = "extended"
    RENEWED = "renewed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    NOTICE_SENT = "notice_sent"
    NOTICE_RECEIVED = "notice_received"
    NOTICE_REVOKED = "notice_revoked"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    FULFILLED = "fulfilled"
    SUCCEEDED = "succeeded"

    @property
    def follows(self) -> frozenset[EventKind]:
        """The kinds of event that come before one of this kind, where both are recorded."""
        return _FOLLOWS.get(self, _NONE)

    @property
    def usually_follows(self) -> frozenset[EventKind]:
        """The kinds that come before one of this kind as a rule, but not always.

        Some documents are in force, or applied, from a day before their signature.
        """
        return _SIGNED if self in _BEGINNINGS else _NONE


_K = EventKind
_NONE: frozenset[EventKind] = frozenset()
_SIGNED = frozenset({_K.SIGNED})
_BEGINNINGS = {_K.PROVISIONAL_APPLICATION, _K.IN_FORCE, _K.TOOK_EFFECT}
_RUNNING = _SIGNED | {_K.IN_FORCE, _K.TOOK_EFFECT}
_FOLLOWS: dict[EventKind, frozenset[EventKind]] = {
    _K.SIGNED: frozenset({_K.NEGOTIATED, _K.INITIALLED}),
    _K.RATIFIED: _SIGNED,
    _K.NOTIFICATION_SENT: _SIGNED,
    _K.NOTIFICATION_RECEIVED: _SIGNED | {_K.NOTIFICATION_SENT},
    _K.INSTRUMENTS_EXCHANGED: _SIGNED | {_K.RATIFIED},
    _K.INSTRUMENTS_DEPOSITED: _SIGNED | {_K.RATIFIED},
    _K.AMENDED: _SIGNED,
    _K.SUPPLEMENTED: _SIGNED,
    _K.EXTENDED: _SIGNED,
    _K.RENEWED: _RUNNING,
    _K.SUSPENDED: _RUNNING,
    _K.RESUMED: frozenset({_K.SUSPENDED}),
    _K.NOTICE_SENT: _SIGNED,
    _K.NOTICE_RECEIVED: _SIGNED | {_K.NOTICE_SENT},
    _K.NOTICE_REVOKED: frozenset({_K.NOTICE_SENT, _K.NOTICE_RECEIVED}),
    _K.TERMINATED: _RUNNING,
    _K.EXPIRED: _RUNNING,
    _K.SUPERSEDED: _SIGNED,
    _K.FULFILLED: _SIGNED,
}


class NoticeAim(CodedEnum):
    """The aim of a notice: against the renewal, or against the document itself.

    >>> NoticeAim.NON_RENEWAL.label("de")
    'Nichtverlängerung'
    """

    #: The tacit renewal, so that the document ends with the current period.
    NON_RENEWAL = "non_renewal"
    #: The document itself (denunciation).
    TERMINATION = "termination"


def _optional_aim(value: NoticeAim | NoticeAimCode | None) -> NoticeAim | None:
    return None if value is None else member(NoticeAim, "unknown-notice-aim", value)


def _event_kind(value: EventKind | EventKindCode) -> EventKind:
    return member(EventKind, "unknown-event-kind", value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Event(Checked):
    """Something that happened to a document.

    ``date`` is when it happened, ``effective`` from when it has effect if that differs, and
    ``until`` the last day for which it has (of an extension, of a suspension).
    ``by`` is the partner who did it alone (a notification, a notice); nothing for a joint act.
    ``place`` is where, ``signatories`` are the persons who signed. ``aim`` is what a notice is
    for, where that is known.

    An event without a date has happened, nobody says when: by the day of its source
    (``date``, or else ``retrieved``), or by today. So a register's bare statement that a
    document is in force is an event ``in_force`` with that register as its source.

    >>> signed = Event.signed("2025-11-05", place="Astana")
    >>> str(signed.date), signed.place
    ('2025-11-05', 'Astana')
    """

    kind: EventKind = attrs.field(converter=_event_kind)
    date: PartialDate | None = attrs.field(default=None, converter=optional_date)
    place: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    by: Partner | None = attrs.field(default=None, converter=optional_partner, kw_only=True)
    effective: PartialDate | None = attrs.field(default=None, converter=optional_date, kw_only=True)
    until: PartialDate | None = attrs.field(default=None, converter=optional_date, kw_only=True)
    aim: NoticeAim | None = attrs.field(default=None, converter=_optional_aim, kw_only=True)
    signatories: tuple[Official, ...] = attrs.field(default=(), converter=officials, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=sources, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    @classmethod
    def signed(
        cls, date: PartialDate | datetime.date | str | None, *, place: str | None = None
    ) -> Event:
        """The signature of the document by both sides on ``date``, at ``place``."""
        return cls(EventKind.SIGNED, date, place=place)


def _event(value: object) -> Event:
    return instance(Event, value)


def events(values: Iterable[Event]) -> tuple[Event, ...]:
    """Converter for a field of events."""
    return soft_tuple(_event, values)
