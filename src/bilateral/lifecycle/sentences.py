"""A status, its reasons and the deadlines of a document as sentences (table ``clauses``)."""

from __future__ import annotations

from bilateral.dates.uncertain_days import ANYTIME
from bilateral.lifecycle.deadlines import Deadline
from bilateral.lifecycle.status import Reason, Status
from bilateral.terms.clauses import Words

__all__ = ["deadline_label", "deadline_text", "reason_text", "state_label", "status_text"]


def state_label(status: Status, lang: str) -> str:
    """The state, in the word for documents of that legal force."""
    own = Words(lang, status.legal_force).own(f"status.{status.state}")
    return own or status.state.label(lang)


def status_text(status: Status, lang: str) -> str:
    """A status and its reasons, as sentences; the reason that has its day is one with it."""
    words = Words(lang, status.legal_force)
    dated = ((one, _state_with_day(words, status, one)) for one in status.reasons)
    first = next((pair for pair in dated if pair[1]), None)
    told, text = first or (None, f"{_capital(state_label(status, lang))}.")
    others = [one for one in status.reasons if one is not told]
    if status.missing:
        others = [one for one in others if not _is_missing(words, one)]
    sentences = [str(text), *(reason_text(one, lang) for one in others)]
    # An event whose month or year is told is on record.
    recorded = {one.code for one in others if one.when.period}
    missing = [name for name in status.missing if name not in recorded]
    if missing:
        sentences.append(words.all_missing(missing))
    return " ".join(sentences)


def _state_with_day(words: Words, status: Status, reason: Reason) -> str | None:
    """The state together with the day of a reason, if they belong together."""
    key, date = f"status.{status.state}.{reason.code}", reason.when.partial_date
    if date is None or not words.has(key):
        return None
    on = date.label(words.lang, "in")
    return words.dated(key, reason.when, on=on, about=reason.about)


def _is_missing(words: Words, reason: Reason) -> bool:
    """Whether it only says that something is missing: that is a sentence of its own."""
    says_only_day = reason.about is None and words.names_day(f"reason.{reason.code}")
    return reason.code == "missing" or (reason.when == ANYTIME and says_only_day)


def reason_text(reason: Reason, lang: str) -> str:
    """A reason as a sentence."""
    words = Words(lang, reason.legal_force)
    if reason.code == "missing" and reason.about is not None:
        return words.all_missing([reason.about])
    return words.dated(f"reason.{reason.code}", reason.when, about=reason.about)


def deadline_label(deadline: Deadline, lang: str) -> str:
    """What a deadline is, in the word for documents of that legal force."""
    own = Words(lang, deadline.agreement.legal_force).own(f"deadline.{deadline.kind}")
    return own or deadline.kind.label(lang)


def deadline_text(deadline: Deadline, lang: str) -> str:
    """A deadline: what it is, when, and which days are disputed."""
    words = Words(lang, deadline.agreement.legal_force)
    kind = _capital(deadline_label(deadline, lang))
    if deadline.disputed:
        disputed = deadline.disputed.label(lang)
        return words.dated("deadline.disputed", deadline.when, kind=kind, disputed=disputed)
    return words.dated("deadline", deadline.when, kind=kind)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
