"""Terms as clauses (table ``clauses``).

A row may be there more than once: ``key.2`` is for the number 2, ``key.non_binding`` for a
document that does not bind in law (`Agreement.legal_force`): it does not enter into force, it
comes into effect. Rows about a day may ask for ``date``, the day as far as it is known; for
``day``, the same where one single day is meant; and for ``on``, the day with its preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bilateral.dates.durations import Duration
from bilateral.dates.edtf import Precision
from bilateral.dates.periods import PartialDate, Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.dates.words.lengths import duration_label
from bilateral.errors import MissingForm
from bilateral.instruments import Binding
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import lexicon
from bilateral.terms.counting import Effect
from bilateral.terms.kinds import NoticeDate, RenewalMode
from bilateral.terms.rules import Exit, Renewal, Start, Survival, Term

__all__ = ["Words", "term_label"]

# A relative clause within a sentence brings its closing comma; before another mark it is none.
_CLOSING_COMMA: Final = re.compile(",(?=[.,])")
# What stands between the two days of a label; a day on which two readings differ is one of them.
_DASH: Final = re.compile(r"\s*[–—]\s*")
# Where a row names its day.
_DATE: Final = re.compile(r"\{(?:date|day)\}")
# The first way to write an ordinal in the table "numbers": a stem, and endings by case of which
# the second is that of the genitive.
_ORDINAL: Final = re.compile(r"([^(|]+)(?:\(([^)]*)\))?")


def term_label(term: Term, lang: str, legal_force: Binding = Binding.UNKNOWN) -> str:
    """The clauses of a term, as sentences.

    >>> print(term_label(Term(entry="signed", length="P5Y"), "de"))
    Tritt am Tag der Unterzeichnung in Kraft. Gilt für 5 Jahre.
    >>> print(term_label(Term(entry="signed", length="P5Y"), "de", Binding.NON_BINDING))
    Wird am Tag der Unterzeichnung wirksam. Gilt für 5 Jahre.
    """
    clauses = _Clauses(lang, legal_force).of(term)
    return " ".join(_CLOSING_COMMA.sub("", clause) for clause in clauses)


class Words:
    """The rows of the table, filled in."""

    def __init__(self, lang: str, legal_force: Binding) -> None:
        self.lang = lang
        self._lexicon = lexicon(lang)
        self._rows = self._lexicon.rows("clauses")
        self._force = legal_force.value

    def row(self, key: str, **slots: object) -> str:
        """A row with its slots filled."""
        return self._template(key).format(**slots)

    def _template(self, key: str) -> str:
        row = self.own(key) or self._text(key)
        if row is None:
            raise MissingForm(key, "nom", self.lang)
        return row

    def names_day(self, key: str) -> bool:
        """Whether a row is about a day."""
        return bool(_DATE.search(self._text(key) or ""))

    def has(self, key: str) -> bool:
        """Whether there is a row, whatever the legal force."""
        return key in self._rows

    def own(self, key: str) -> str | None:
        """The key for documents of this legal force, if there is such a row."""
        return self._text(f"{key}.{self._force}")

    def _text(self, key: str) -> str | None:
        return self._rows[key]["nom"] if key in self._rows else None

    def counted(self, key: str, number: int | None) -> str:
        """The key of the row for that very number, if there is one."""
        own = f"{key}.{number}"
        return own if own in self._rows else key

    def timed(self, key: str, time: Duration | None, **slots: object) -> str:
        """A row with a length of time in the forms that it may ask for."""
        time = time or Duration()
        forms = {form: duration_label(time, self.lang, form) for form in ("acc", "obl")}
        return self.row(key, **forms, **slots)

    def dated(self, key: str, when: UncertainDay, **slots: object) -> str:
        """A row about a day."""
        row = self._template(key)
        if "{date}" in row:
            slots["date"] = self._date(when)
        if "{day}" in row:
            slots["day"] = self._day(when)
        return row.format(**slots)

    def listed(self, parts: Iterable[str]) -> str:
        """Things in a row."""
        return conventions(self.lang).listed(list(parts))

    def since(self, date: PartialDate) -> str:
        """The date as it follows a preposition of beginning, in Russian in the genitive."""
        return Period.since(date).label(self.lang).partition(" ")[2]

    def ordinal(self, number: int) -> str | None:
        """The ordinal of a number, in the genitive; nothing if no single word is known."""
        row = self._lexicon.rows("numbers").get(f"{number:02}", {})
        match = _ORDINAL.match(row.get("ordinal", ""))
        if match is None:
            return None
        stem, endings = match.groups()
        return f"{stem}{endings.split('|')[1]}" if endings else str(stem)

    def _date(self, when: UncertainDay) -> str:
        """A day as far as it is known."""
        days = when.period
        if days is None:
            return self.row("date.unknown")
        if days.start is None and days.end is not None:
            return self.row("date.before", since=self.since(days.end))
        if days.end is None and days.start is not None:
            return self.row("date.after", since=self.since(days.start))
        label = days.label(self.lang)
        if "/" not in days.text:
            return label
        if when.latest - when.earliest == 1:
            return _DASH.sub(f" {self.row('date.or')} ", label, count=1)
        return self.row("date.within", date=label, on=days.label(self.lang, "in"))

    def _day(self, when: UncertainDay) -> str:
        """The same where one single day is meant, which a month or a year is not."""
        date = when.partial_date
        if date is None or date.precision is Precision.DAY:
            return self._date(when)
        on, of = date.label(self.lang, "in"), date.label(self.lang, "of")
        return self.row(f"date.within.{date.precision}", on=on, of=of)

    def all_missing(self, names: Iterable[str]) -> str:
        """The names of what would have to be known: events, fields of the term, or parts of one."""
        told = (self.row(f"missing.{name.removeprefix('term.')}") for name in names)
        return self.row("reason.missing", about="; ".join(dict.fromkeys(told)))


class _Clauses:
    """The clauses of a term in one language."""

    def __init__(self, lang: str, legal_force: Binding) -> None:
        self._words = Words(lang, legal_force)
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
            yield from self._renewal(term.renewal, first=not (term.length or term.until))
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
            yield from self._until(term.until, disputed=term.until_disputed)
        if term.indefinite:
            yield self._row("indefinite")
        if term.until_event:
            only = not (term.length or term.until)
            event = term.until_event.marked(self._words.lang)
            yield self._row("until_event.alone" if only else "until_event", event=event)

    def _until(self, until: PartialDate, *, disputed: bool) -> Iterator[str]:
        last = _last_day(until)
        if disputed and last:
            yield self._row("until.disputed", date=last.label(self._words.lang))
            return
        yield self._row("until", until=Period.until(until).label(self._words.lang))
        if disputed:
            yield self._row("until.disputed.vague")

    def _renewal(self, renewal: Renewal, *, first: bool) -> Iterator[str]:
        tacit = renewal.mode is RenewalMode.TACIT
        key, times = f"renewal.{renewal.mode}", renewal.times
        if renewal.length is None:
            # Without a time that comes first there is nothing after which it would go on.
            yield self._row("indefinite" if tacit and first else f"{key}.endless")
        elif tacit and times is not None:
            key = self._words.counted(f"{key}.times", times)
            yield self._timed(key, renewal.length, times=times)
        else:
            yield self._timed(key, renewal.length)
            if times is not None:
                yield self._row(self._words.counted("renewal.at_most", times), times=times)
        if renewal.notice is not None:
            yield self._timed("notice" if tacit else "extension_due", renewal.notice)
        if renewal.later_notice is not None:
            yield self._timed("notice.later", renewal.later_notice)
        if renewal.notice_opens is not None:
            yield self._timed("notice.opens", renewal.notice_opens)
        if renewal.counts is NoticeDate.SENT and (renewal.notice or renewal.notice_opens):
            yield self._row("notice.sent")
        if renewal.presumed is not None:
            yield self._timed("notice.presumed", renewal.presumed)

    def _exit(self, leave: Exit) -> Iterator[str]:
        event = self._row(f"exit.{leave.counts}")
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
        date = start.date
        if not start.on:
            return self._row("how.date", date=date and date.label(self._words.lang, "in"))
        event = self._words.listed(self._row(f"trigger.{kind}") for kind in start.on)
        if len(start.on) > 1:
            key = self._words.counted("how.several", len(start.on))
            event = self._row(key, events=event)
        how = self._how(start.after or Duration(), start.effect, event)
        if date is None:
            return how
        on, since = date.label(self._words.lang, "in"), self._words.since(date)
        return self._row("how.not_before", how=how, on=on, since=since)

    def _how(self, after: Duration, effect: Effect, event: str) -> str:
        if effect in (Effect.MONTH, Effect.YEAR):
            return self._counted(after, effect, event)
        if after:
            return self._timed(f"how.{effect}", after, event=event)
        if effect is Effect.NEXT_MONTH:
            return self._counted(Duration(months=1), Effect.MONTH, event)
        at_once = effect in (Effect.DAY, Effect.AFTER_EXPIRY)
        return self._row("how.at_once" if at_once else f"how.{effect}.0", event=event)

    def _counted(self, after: Duration, effect: Effect, event: str) -> str:
        """On the first day of a month or year that is counted from that of the event."""
        number = after.total_months if effect is Effect.MONTH else after.years
        ordinal = self._words.ordinal(number)
        key = f"how.{effect}"
        key = self._words.counted(key, number) if ordinal else f"{key}.number"
        return self._row(key, nth=ordinal, n=number, event=event)


def _last_day(date: PartialDate) -> PartialDate | None:
    """Its last day, if that is known and can be written."""
    if not date.is_definite or date.last_number is None:
        return None
    last = UncertainDay(date.last_number, date.last_number).partial_date
    return last if last and last.precision is Precision.DAY else None
