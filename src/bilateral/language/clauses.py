"""Terms as clauses, and why a document has its status, in words (table ``clauses``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from babel.lists import format_list

from bilateral.dates.durations import Duration
from bilateral.errors import MissingForm
from bilateral.events import EventKind
from bilateral.language.durations import duration_label, locale_for
from bilateral.language.lexicon import lexicon
from bilateral.periods import PartialDate, Period
from bilateral.terms.counting import Effect
from bilateral.terms.rules import Exit, NoticeDate, Renewal, RenewalMode, Start, Survival, Term
from bilateral.text import Phrases

if TYPE_CHECKING:
    from bilateral.terms.deadlines import Deadline
    from bilateral.terms.facts import When
    from bilateral.terms.status import Reason, Status

__all__ = ["deadline_text", "reason_text", "status_text", "term_label"]


def term_label(term: Term, lang: str) -> str:
    """What a term says, as sentences.

    >>> print(term_label(Term(entry="signed", length="P5Y"), "de"))
    Tritt am Tag der Unterzeichnung in Kraft. Gilt für 5 Jahre.
    """
    return " ".join(_Clauses(lang).of(term))


def status_text(status: Status, lang: str) -> str:
    """A status and its reasons, as sentences."""
    label = status.state.label(lang)
    reasons = (reason_text(reason, lang) for reason in status.reasons)
    return " ".join((f"{label[:1].upper()}{label[1:]}.", *reasons))


def reason_text(reason: Reason, lang: str) -> str:
    """A reason as a sentence."""
    words = _Words(lang)
    about = reason.about
    if reason.code == "missing" and about is not None:
        about = words.missing(about)
    return words.row(f"reason.{reason.code}", date=words.when(reason.when), about=about)


def deadline_text(deadline: Deadline, lang: str) -> str:
    """A deadline: what it is, when, and which days are disputed."""
    words = _Words(lang)
    label = deadline.kind.label(lang)
    kind = f"{label[:1].upper()}{label[1:]}"
    date = words.when(deadline.when)
    if deadline.disputed:
        disputed = deadline.disputed.label(lang)
        return words.row("deadline.disputed", kind=kind, date=date, disputed=disputed)
    return words.row("deadline", kind=kind, date=date)


class _Words:
    """The rows of the table, filled in."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._rows = lexicon(lang).rows("clauses")

    def row(self, key: str, **slots: object) -> str:
        row = self._rows.get(key)
        if row is None:
            raise MissingForm(key, "nom", self.lang)
        return row["nom"].format(**slots)

    def timed(self, key: str, time: Duration | None, **slots: object) -> str:
        """A row with a length of time in the forms that it may ask for."""
        time = time or Duration()
        forms = {form: duration_label(time, self.lang, form) for form in ("acc", "obl")}
        return self.row(key, **forms, **slots)

    def listed(self, parts: Iterable[str]) -> str:
        return format_list(list(parts), locale=locale_for(self.lang))

    def when(self, when: When) -> str:
        """A day as far as it is known."""
        first, last = when.bounds
        known = first if first is not None else last
        if known is None:
            return self.row("date.unknown")
        if first is None or last is None:
            key = "date.before" if first is None else "date.after"
            return self.row(key, date=Period.around(known, known).label(self.lang))
        days = Period.around(first, last)
        label = days.label(self.lang)
        return self.row("date.within", date=label) if "/" in days.text else label

    def name(self, name: Phrases) -> str:
        """The name in the language; in another one only with that one's tag beside it."""
        phrase = name.best(self.lang)
        if phrase:
            return phrase.nom
        tag = next(iter(name))
        return f"{name[tag].nom} [{tag}]"

    def missing(self, name: str) -> str:
        """What would have to be known: a row of its own, or the name of a kind of event."""
        if f"missing.{name}" in self._rows:
            return self.row(f"missing.{name}")
        return EventKind(name).label(self.lang)


class _Clauses:
    """The clauses of a term in one language."""

    def __init__(self, lang: str) -> None:
        self._words = _Words(lang)
        self._row, self._timed = self._words.row, self._words.timed

    def of(self, term: Term) -> Iterator[str]:
        if term.follows:
            aspects = self._words.listed(self._row(f"aspect.{one}") for one in term.follows)
            yield self._row("follows", aspects=aspects)
        if term.provisional:
            yield self._row("provisional", how=self._start(term.provisional))
        if term.entry:
            yield self._row("entry", how=self._start(term.entry))
        yield from self._length(term)
        if term.renewal:
            yield from self._renewal(term.renewal)
        if term.exit:
            yield from self._exit(term.exit)
        if term.survival:
            yield self._survival(term.survival)

    def _length(self, term: Term) -> Iterator[str]:
        if term.length is not None:
            yield self._timed("length.to_year_end" if term.to_year_end else "length", term.length)
        if term.reading:
            yield self._row(f"reading.{term.reading}")
        if term.counted_from:
            yield self._row("counted_from", how=self._start(term.counted_from))
        if term.until:
            yield self._row("until", until=Period.until(term.until).label(self._words.lang))
        if term.until_disputed:
            yield self._row("until.disputed")
        if term.indefinite:
            yield self._row("indefinite")
        if term.until_event:
            only = not (term.length or term.until)
            event = self._words.name(term.until_event)
            yield self._row("until_event.alone" if only else "until_event", event=event)

    def _renewal(self, renewal: Renewal) -> Iterator[str]:
        tacit = renewal.mode is RenewalMode.TACIT
        key, times = f"renewal.{renewal.mode}", renewal.times
        if renewal.length is None:
            yield self._row(f"{key}.endless")
        elif tacit and times is not None:
            yield self._timed(
                f"{key}.once" if times == 1 else f"{key}.times", renewal.length, times=times
            )
        else:
            yield self._timed(key, renewal.length)
            if times is not None:
                yield self._row("renewal.at_most", times=times)
        if renewal.notice is not None:
            yield self._timed("notice" if tacit else "extension_due", renewal.notice)
        if renewal.later_notice is not None:
            yield self._timed("notice.later", renewal.later_notice)
        if renewal.notice_opens is not None:
            yield self._timed("notice.opens", renewal.notice_opens)
        if renewal.counts is NoticeDate.SENT:
            yield self._row("notice.sent")
        if renewal.presumed is not None:
            yield self._timed("notice.presumed", renewal.presumed)

    def _exit(self, leave: Exit) -> Iterator[str]:
        event = self._row(f"trigger.notice_{leave.counts}")
        yield self._row("exit", how=self._how(leave.after, leave.effect, event))
        if leave.at_anniversary:
            yield self._row("exit.at_anniversary")
        if leave.locked is not None:
            yield self._timed("exit.locked", leave.locked)
        if leave.locked_to_year_end:
            yield self._row("exit.locked_to_year_end")
        if leave.floor is not None:
            yield self._timed("exit.floor", leave.floor)
        if leave.presumed is not None:
            yield self._timed("notice.presumed", leave.presumed)

    def _survival(self, survival: Survival) -> str:
        names = [self._row(f"survivor.{one}") for one in survival.what or ("all",)]
        what = self._words.listed(names)
        if survival.length is None:
            return self._row("survival", what=what)
        return self._timed("survival.length", survival.length, what=what)

    def _start(self, start: Start) -> str:
        date = None if start.date is None else _in_words(start.date, self._words.lang)
        if not start.on:
            return self._row("how.date", date=date)
        event = self._words.listed(self._row(f"trigger.{kind}") for kind in start.on)
        if len(start.on) > 1:
            event = self._row("how.several", events=event)
        how = self._how(start.after or Duration(), start.effect, event)
        return self._row("how.not_before", how=how, date=date) if date else how

    def _how(self, after: Duration, effect: Effect, event: str) -> str:
        if effect is Effect.DAY and not after:
            return self._row("how.at_once", event=event)
        key = f"how.{effect}"
        if not after and effect in (Effect.NEXT_MONTH, Effect.MONTH_END, Effect.YEAR_END):
            key += ".0"
        number = after.total_months if effect is Effect.MONTH else after.years
        return self._timed(key, after, event=event, n=number)


def _in_words(date: PartialDate, lang: str) -> str:
    return date.label(lang, "in")
