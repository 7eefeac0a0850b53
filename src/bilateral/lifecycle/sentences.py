"""A status, its reasons and the deadlines of a document as sentences (table ``clauses``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import ANYTIME, UncertainDay
from bilateral.instruments import Binding
from bilateral.language.lexicon import capitalised
from bilateral.lifecycle.facts import State
from bilateral.terms.clauses import Words
from bilateral.terms.deadlines import DeadlineKind

__all__ = ["deadline_label", "deadline_text", "reason_text", "state_label", "status_text"]


class Ground(Protocol):
    """The content of a reason for a status."""

    @property
    def code(self) -> str:
        """Which reason it is."""
        ...

    @property
    def when(self) -> UncertainDay:
        """On which day."""
        ...

    @property
    def about(self) -> str | None:
        """Which other document, or which missing fact."""
        ...

    @property
    def legal_force(self) -> Binding:
        """That of the document."""
        ...


def state_label(state: State, legal_force: Binding, lang: str) -> str:
    """The state, in the word for documents of that legal force."""
    return Words(lang, legal_force).own(f"status.{state}") or state.label(lang)


def status_text(
    state: State,
    legal_force: Binding,
    reasons: Sequence[Ground],
    missing: Sequence[str],
    lang: str,
) -> str:
    """A state and its reasons, as sentences; the reason that has its day is one with it."""
    words = Words(lang, legal_force)
    dated = ((one, _state_with_day(words, state, one)) for one in reasons)
    first = next((pair for pair in dated if pair[1]), None)
    told, text = first or (None, f"{capitalised(state_label(state, legal_force, lang))}.")
    others = [one for one in reasons if one is not told]
    if missing:
        others = [one for one in others if not _is_missing(words, one)]
    sentences = [str(text), *(reason_text(one, lang) for one in others)]
    # An event whose month or year is told is on record.
    recorded = {one.code for one in others if one.when.period}
    unknown = [name for name in missing if name not in recorded]
    if unknown:
        sentences.append(words.all_missing(unknown))
    return " ".join(sentences)


def _state_with_day(words: Words, state: State, reason: Ground) -> str | None:
    """The state together with the day of a reason, if they belong together."""
    key, date = f"status.{state}.{reason.code}", reason.when.partial_date
    if date is None or not words.has(key):
        return None
    on = date.label(words.lang, "in")
    return words.dated(key, reason.when, on=on, about=reason.about)


def _is_missing(words: Words, reason: Ground) -> bool:
    """Whether it only says that something is missing: that is a sentence of its own."""
    says_only_day = reason.about is None and words.names_day(f"reason.{reason.code}")
    return reason.code == "missing" or (reason.when == ANYTIME and says_only_day)


def reason_text(reason: Ground, lang: str) -> str:
    """A reason as a sentence."""
    words = Words(lang, reason.legal_force)
    if reason.code == "missing" and reason.about is not None:
        return words.all_missing([reason.about])
    return words.dated(f"reason.{reason.code}", reason.when, about=reason.about)


def deadline_label(kind: DeadlineKind, legal_force: Binding, lang: str) -> str:
    """The name of a deadline, in the word for documents of that legal force."""
    return Words(lang, legal_force).own(f"deadline.{kind}") or kind.label(lang)


def deadline_text(
    kind: DeadlineKind, legal_force: Binding, when: UncertainDay, disputed: Period | None, lang: str
) -> str:
    """A deadline: what it is, when, and which days are disputed."""
    words = Words(lang, legal_force)
    name = capitalised(deadline_label(kind, legal_force, lang))
    if disputed:
        label = disputed.label(lang)
        return words.dated("deadline.disputed", when, kind=name, disputed=label)
    return words.dated("deadline", when, kind=name)
