"""The rules by which a document enters into force, lasts, renews and ends.

A `Term` says what the clauses of a document say; it holds no dates but those written there.
`Agreement.status` and `Agreement.timeline` apply it to what happened. `last_day`, `effective`
and `notice_deadline` count days by themselves.
"""

from bilateral.terms.counting import (
    Effect,
    NoticeDeadline,
    Reading,
    effective,
    last_day,
    notice_deadline,
)
from bilateral.terms.kinds import Aspect, NoticeDate, RenewalMode, Survivor
from bilateral.terms.rules import Exit, Renewal, Start, Survival, Term

__all__ = [
    "Aspect",
    "Effect",
    "Exit",
    "NoticeDate",
    "NoticeDeadline",
    "Reading",
    "Renewal",
    "RenewalMode",
    "Start",
    "Survival",
    "Survivor",
    "Term",
    "effective",
    "last_day",
    "notice_deadline",
]
