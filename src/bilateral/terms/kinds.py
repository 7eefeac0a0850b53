"""Kinds of rules: what a renewal takes, which day of a notice counts, what goes on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bilateral.coercion import member, members
from bilateral.interchange import Modelled
from bilateral.literals import AspectCode, NoticeDateCode, RenewalModeCode, SurvivorCode

__all__ = [
    "Aspect",
    "NoticeDate",
    "RenewalMode",
    "Survivor",
    "to_aspects",
    "to_notice_date",
    "to_renewal_mode",
    "to_survivors",
]


class RenewalMode(Modelled, StrEnum):
    """The condition on which a further period begins.

    >>> from bilateral import Renewal
    >>> Renewal("P5Y", mode="opt_in").mode
    <RenewalMode.OPT_IN: 'opt_in'>
    """

    #: Nothing: it begins unless a side gave notice.
    TACIT = "tacit"
    #: A declaration of intent in time; without it the document expires.
    OPT_IN = "opt_in"
    #: An agreement of both sides, as by exchange of letters.
    EXCHANGE = "exchange"


class NoticeDate(Modelled, StrEnum):
    """The day of a notice that counts.

    >>> from bilateral import Exit
    >>> Exit("P6M").counts
    <NoticeDate.RECEIVED: 'received'>
    """

    RECEIVED = "received"
    SENT = "sent"


class Survivor(Modelled, StrEnum):
    """A thing that goes on after a document has ended.

    >>> Survivor("projects")
    <Survivor.PROJECTS: 'projects'>
    """

    PROJECTS = "projects"
    OBLIGATIONS = "obligations"
    PROVISIONS = "provisions"
    AGREEMENTS = "agreements"


class Aspect(Modelled, StrEnum):
    """An aspect in which a document goes with those that it implements or amends.

    >>> from bilateral import Term
    >>> Term(follows="end").follows
    (<Aspect.END: 'end'>,)
    """

    ENTRY = "entry"
    SUSPENSION = "suspension"
    END = "end"


def to_survivors(
    values: Survivor | SurvivorCode | Iterable[Survivor | SurvivorCode],
) -> tuple[Survivor, ...]:
    """Things that go on, from their codes."""
    return members(Survivor, "unknown-survivor", values)


def to_aspects(values: Aspect | AspectCode | Iterable[Aspect | AspectCode]) -> tuple[Aspect, ...]:
    """Aspects, from their codes."""
    return members(Aspect, "unknown-aspect", values)


def to_renewal_mode(value: RenewalMode | RenewalModeCode) -> RenewalMode:
    """A mode of renewal, from its code."""
    return member(RenewalMode, "unknown-renewal-mode", value)


def to_notice_date(value: NoticeDate | NoticeDateCode) -> NoticeDate:
    """The day of a notice that counts, from its code."""
    return member(NoticeDate, "unknown-notice-date", value)
