"""The kinds of deadlines that the rules of a document bring."""

from __future__ import annotations

from bilateral.vocabulary import CodedEnum

__all__ = ["DeadlineKind"]


class DeadlineKind(CodedEnum):
    """The kind of a deadline: something happens on a day, or has to have happened by it.

    >>> DeadlineKind.NOTICE.label("en")
    'last safe day for notice'
    """

    #: It enters into force.
    ENTRY = "entry"
    #: Its period begins.
    BEGIN = "begin"
    #: The first day on which a side can give notice to leave (`Exit`).
    LEAVE_OPENS = "leave_opens"
    #: The last safe day for notice against renewal.
    NOTICE = "notice"
    #: The last safe day for notice to leave at the end of a calendar year or on an anniversary.
    LEAVE = "leave"
    #: The last safe day to agree on a further period, or to declare the wish for it.
    EXTENSION = "extension"
    #: A further period begins of itself.
    RENEWAL = "renewal"
    #: Its last day.
    END = "end"
