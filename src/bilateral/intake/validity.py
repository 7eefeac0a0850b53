"""For how long a document is valid, as a cell says: a clause, a length, a period or a last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import period_readings
from bilateral.intake.cells import Cells
from bilateral.intake.findings import Reading, attempt
from bilateral.language.folding import fold, tidy
from bilateral.language.lexicon import lexicon
from bilateral.problems import Problem, ValidationError
from bilateral.tables import languages, listed
from bilateral.terms.rules import Renewal, Term
from bilateral.wire.sheets.protection import Cell, text_of

__all__ = ["Validities", "Validity", "validity_words"]

_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_IN_BRACKETS = re.compile(r"[(\[,]([^()\[\]]+)[)\]]?\s*\Z")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# So many texts are read once, however often they stand in a list.
_REMEMBERED = 5_000
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Between how long something is valid and what follows then.
_CUT = re.compile(r"\s*[,;(/]\s*|\s+")


@attrs.frozen
class Validity:
    """For how long a document is valid: the rule, or the time that it covers.

    ``is_whole`` tells whether it says all that stands there; what is only words is kept.
    """

    term: Term | None = None
    period: Period | None = None
    is_whole: bool = True


class Validities:
    """Reads how long documents are valid, in the language of a list first."""

    def __init__(self, lang: str, cells: Cells) -> None:
        self._lang, self._cells = lang, cells
        remember = lru_cache(_REMEMBERED, typed=True)
        self._known: Callable[[Cell, str], Reading[Validity]] = remember(self._read)

    def read(self, cell: Cell, header: str) -> Reading[Validity]:
        """For how long a document is valid.

        Of "5 years, renewable", the five years are certain; the renewal, of which nobody knows
        the length, is left to the words.
        """
        return self._known(cell, header)

    def _read(self, cell: Cell, header: str) -> Reading[Validity]:
        text = tidy(text_of(cell))
        if _NUMBER.fullmatch(text):
            return self._number(text, header)
        day = self._cells.day(cell)
        if not isinstance(cell, str) and day.is_certain:
            return Reading(Validity(Term(until=day.value)))
        found = self._words(text)
        if found.is_certain or found.readings:
            return found
        if day == Reading():
            return Reading()
        in_part = self._in_part(text)
        is_told = found.problem is not None and found.problem.code == "unreadable-clause"
        unread = (
            found if is_told else Reading[Validity](None, Problem("unreadable-clause", (), text))
        )
        return Reading(in_part) if in_part else unread

    def _in_part(self, text: str) -> Validity | None:
        """What is certain of a text that is not understood as a whole, if anything is."""
        if fold(text).strip(" .") in self._parts("open_end"):
            return Validity(Term(indefinite=True), is_whole=False)
        if renewed := self._renewed(text):
            return renewed
        plain = self._words(_BRACKETS.sub("", text)) if _BRACKETS.search(text) else None
        if plain is None or plain.value is None or not plain.is_certain:
            return None
        return attrs.evolve(plain.value, is_whole=False)

    def _words(self, text: str) -> Reading[Validity]:
        """A length, a period or a clause, whichever it is; the last with what it lacks."""
        found = Reading[Validity]()
        ways: tuple[Callable[[str], Validity], ...] = (
            self._by_length,
            self._by_period,
            self._by_clause,
        )
        for way in ways:
            found = attempt(partial(way, text))
            if found.is_certain or found.readings:
                break
        return found

    def _number(self, text: str, header: str) -> Reading[Validity]:
        """A number of the unit in the header, or else of years, as is most likely."""
        unit = _IN_BRACKETS.search(header)
        if unit is not None:
            found = attempt(lambda: Duration.from_text(f"{text} {unit[1]}", self._lang))
            if found.is_certain:
                return Reading(Validity(Term(length=found.value)))
        length = Duration(int(text))
        problem = Problem("number-without-unit", (), text)
        readings = (length.label(self._lang), Duration(months=int(text)).label(self._lang))
        return Reading(Validity(Term(length=length)), problem, readings)

    def _by_length(self, text: str) -> Validity:
        try:
            length = Duration.from_text(text, self._lang)
        except ValidationError:
            # Whoever mends a list may do so in another language.
            length = Duration.from_text(text)
        return Validity(Term(indefinite=True) if length is None else Term(length=length))

    def _by_period(self, text: str) -> Validity:
        readings = period_readings(text, self._lang)
        period = Period.from_text(text, self._lang)
        if period.start is None and period.end is not None:
            return Validity(Term(until=period.end, until_disputed=len(readings) > 1))
        if str(period) == str(period.end):
            # A day alone, in a column that says how long.
            return Validity(Term(until=period.end))
        return Validity(period=period)

    def _by_clause(self, text: str) -> Validity:
        return Validity(Term.from_text(text, self._lang))

    # --- renewals without a length ---

    def _renewed(self, text: str) -> Validity | None:
        """What is certain of a text about a renewal: how long the first period is, if it is said.

        One that is automatic goes on, nobody knows for how long; any other needs somebody.
        """
        for cut in (len(text), *(one.start() for one in reversed([*_CUT.finditer(text)])), 0):
            rest = text[cut:]
            if not self._is_renewal(rest):
                continue
            first = self._words(text[:cut]).value if cut else Validity()
            if first is None:
                continue
            term = first.term
            if term and term.length and term == Term(length=term.length) and self._goes_on(rest):
                term = attrs.evolve(term, renewal=Renewal(indefinite=True))
            return attrs.evolve(first, term=term, is_whole=False)
        return None

    def _is_renewal(self, text: str) -> bool:
        """Whether words speak of a renewal without saying how long it is."""
        words = _WORD.findall(fold(text))
        is_said = any(word.startswith(self._parts("renewal")) for word in words)
        return is_said and not any(map(str.isdigit, text))

    def _goes_on(self, text: str) -> bool:
        words = _WORD.findall(fold(text))
        is_automatic = any(word.startswith(self._parts("automatic")) for word in words)
        return is_automatic and not set(words) & {*self._parts("negation")}

    def _parts(self, row: str) -> tuple[str, ...]:
        """The words of a row, in all languages: lists are often written in two."""
        known = dict.fromkeys((self._lang, *languages()))
        return tuple(part for lang in known for part in validity_words(lang, row))


@cache
def validity_words(lang: str, row: str) -> tuple[str, ...]:
    """The words of a row of the table, folded."""
    return tuple(map(fold, listed(lexicon(lang).rows("list_validity")[row]["words"])))
