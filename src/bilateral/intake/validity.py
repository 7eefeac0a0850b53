"""For how long a document is valid, as a cell says: a clause, a length, a period or a last day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, lru_cache, partial
from itertools import dropwhile

import attrs

from bilateral.dates.durations import Duration
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import period_readings
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import UnreadText
from bilateral.intake.cells import Cells
from bilateral.intake.cut_words import words_in_full
from bilateral.intake.findings import Reading, attempt
from bilateral.language.folding import fold, fold_dates, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.problems import Problem
from bilateral.reading.clause_grammar import clause_grammar
from bilateral.tables import languages
from bilateral.terms.rules import Renewal, Term
from bilateral.wire.sheets.protection import Cell, text_of, truth_of

__all__ = ["Validities", "Validity", "validity_words"]

_ISO_LENGTH = re.compile("P[0-9][0-9YMWD]*")
_NUMBER = re.compile(r"(?!0+\Z)\d{1,2}", re.ASCII)
_NUMBER_FIRST = re.compile(r"\d{1,2}(?=\s*[,;])", re.ASCII)
_FIGURES = re.compile(r"[\d.,/]*\d", re.ASCII)
_IN_BRACKETS = re.compile(r"[(\[,]([^()\[\]]+)[)\]]?\s*\Z")
_LAST_WORD = re.compile(r"([^\W\d_]{2,})\W*\Z")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# So many texts are read once, however often they stand in a list.
_REMEMBERED = 5_000
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Between how long something is valid and what follows then.
_MARK = re.compile(r"\s*[,;(]\s*")
# Between a clause and what one may do under it.
_PIECES = re.compile(r"\s*[,;(/]\s*")
# A length, and how long it is renewed for: 3 + 2 years, 5 years + 5 years.
_AND_MORE = re.compile(r"([0-9]{1,2})\s*([^\W\d_]+\.?)?\s*\+\s*[0-9]{1,2}\b\s*([^\W\d_]*\.?)")
# Since when, and no end: 2019 –, 2019 – ongoing.
_NO_END = re.compile(r"(\d{4})\s*[-–—]\s*([^\d]*)", re.ASCII)
# A day of which the year has two digits.
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.)\d\d(?![\d.])", re.ASCII)
_YEAR_OR_DAY = re.compile(r"\d{4}|\d\.\d{1,2}\.\d", re.ASCII)
# Years of two digits: from one to another, and at the end.
_SHORT_YEARS = re.compile(r"(\d\d)\s*[-–/]\s*(\d\d)", re.ASCII)
_LAST_YEAR = re.compile(r"(?<!\d)(\d\d)(?=\W*\Z)", re.ASCII)
# An adjective of a length: 5-year.
_ADJECTIVE = re.compile(r"(?:(?<=\b\d)|(?<=\b\d\d))-(?=[^\W\d_])")
_CUT = re.compile(r"\s*[,;(/]\s*|\s+")
# As many letters have the words that lead to a condition, and more.
_LEADING = 100
# The rows with words for what is valid, goes on, has no end or gets one; the words that tell it.
_ENDING = ("automatic", "notice", "open_end", "renewal", "renewal_word", "valid")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


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

    def tells_nothing_else(self, text: str) -> bool:
        """Whether words behind a title say how long it is valid: no renewal of something else.

        Renewable by mutual consent; not renewable energy.
        """
        found = self.read(text, "")
        words = _WORD.findall(fold(text))
        is_renewal = self._speaks_of_renewal(text)
        if found.value is None or found.value.term or found.value.period:
            return found.is_certain or (is_renewal and bool(found.readings))
        with_it = (*self._parts("renewal"), *self._parts("automatic"), *self._parts("possible"))
        beside = {one for row in ("renewal_word", "beside", "negation") for one in self._parts(row)}
        rest = " ".join(one for one in words if not one.startswith(with_it) and one not in beside)
        # Renewable every 5 years.
        is_length = attempt(partial(Duration.from_text, rest, self._lang)).is_certain
        return not is_renewal or not rest or is_length

    def may_say_how_long(self, text: str) -> bool:
        """Whether a text has a word that clauses have: most texts have none, and are soon told."""
        folded = fold(text)
        known = map(lexicon, dict.fromkeys((self._lang, *languages())))
        return any(_words_of_clauses(tables).search(folded) for tables in known)

    def _read(self, cell: Cell, header: str) -> Reading[Validity]:
        text = tidy(text_of(cell))
        if _NUMBER.fullmatch(text):
            return self._number(text, header)
        unit = self._unit(header)
        if unit and (number := _NUMBER_FIRST.match(text)):
            # In a column of years: 5, renewable.
            text = f"{number[0]} {unit}{text[number.end() :]}"
        if len(_SHORT_YEAR.findall(text)) == len(("first", "last")):
            text = _SHORT_YEAR.sub(self._with_century, text)
        text = self._without_coming(_ADJECTIVE.sub(" ", text))
        if truth_of(text) is not None:
            # Whether it is renewed; nothing says for how long.
            return Reading(Validity(is_whole=False))
        day = self._cells.day(cell)
        whole = self._whole_period(text)
        if whole is None and day.value is not None and day.is_certain:
            # A day alone, in a column that says how long.
            return Reading(Validity(Term(until=day.value)))
        found = whole or self._words(text)
        is_read = found.is_certain or bool(found.readings)
        told = found if is_read else self._in_full(text, header) or self._with_centuries(text)
        if told:
            return told
        if day == Reading():
            return Reading()
        in_part = self._in_part(text, unit)
        is_told = found.problem is not None and found.problem.code == "unreadable-clause"
        unread = (
            found if is_told else Reading[Validity](None, Problem("unreadable-clause", (), text))
        )
        return Reading(in_part) if in_part else unread

    def _in_full(self, text: str, header: str) -> Reading[Validity] | None:
        """What a text says, if it says more when no word in it is cut short: Künd. 6 Monate."""
        whole = words_in_full(text, self._lang, "term")
        again = self.read(whole, header) if whole != text else Reading[Validity]()
        if again.value is None or again.problem:
            return None
        return Reading(attrs.evolve(again.value, is_whole=False))

    def _with_centuries(self, text: str) -> Reading[Validity] | None:
        """The time that a text most likely means whose years have two digits: 05-07, bis 12/25."""
        years = _SHORT_YEARS.fullmatch(text)
        if years and years[1] < years[2]:
            whole = f"20{years[1]}-20{years[2]}"
        else:
            whole = _LAST_YEAR.sub(r"20\1", text)
        value = self._words(whole).value if whole != text else None
        if value is None or not (value.period or (value.term and value.term.until)):
            return None
        return Reading(value, Problem("two-digit-year", (), text), (whole,))

    def _with_century(self, day: re.Match[str]) -> str:
        """A day with its year in full; of two days, the years tell each other apart."""
        value = self._cells.day(day[0]).value
        return f"{day[1]}{str(value)[:4]}" if value else day[0]

    def _without_coming(self, text: str) -> str:
        """A length without the words before it that say no more: the next four years."""
        begins = sorted(self._parts("coming"), key=len, reverse=True)
        found = next((one for one in begins if fold(text).startswith(f"{one} ")), "")
        return text[len(found) :].lstrip() if self._has_number(text) else text

    def _whole_period(self, text: str) -> Reading[Validity] | None:
        """A period from one day to another, if a text is one."""
        if not self._cells.has_several_days(text):
            return None
        found = attempt(partial(self._by_period, text))
        is_whole = found.is_certain and found.value and found.value.period
        return found if is_whole else None

    def _in_part(self, text: str, unit: str | None) -> Validity | None:
        """What is certain of a text that is not understood as a whole, if anything is."""
        if self._is_open_end(fold(text).strip(" .")) or self._is_without_end(text):
            return Validity(Term(indefinite=True), is_whole=False)
        if self._is_stretch(text):
            return Validity(is_whole=False)
        if (
            known := self._in_signs(text, unit)
            or self._renewed(text)
            or self._noticed(text)
            or self._extended(text)
            or self._left(text)
            or self._while_it_lasts(text)
        ):
            return known
        plain = self._words(_BRACKETS.sub("", text)) if _BRACKETS.search(text) else None
        if plain is None or plain.value is None or not plain.is_certain:
            return None
        return attrs.evolve(plain.value, is_whole=False)

    def _in_signs(self, text: str, unit: str | None) -> Validity | None:
        """What is certain where signs say what follows: 3 + 2 years, 2019 –; up to 5 years."""
        if (no_end := _NO_END.fullmatch(text)) and self._goes_without_end(no_end[2]):
            return Validity(period=Period.parse(f"{no_end[1]}/.."))
        if more := _AND_MORE.fullmatch(text):
            first = self._words(f"{more[1]} {more[2] or more[3] or unit or ''}").value
            return attrs.evolve(first, is_whole=False) if first else None
        limits = tuple(f"{one} " for one in self._parts("limit"))
        is_limit = self._has_number(text) and fold(text).startswith(limits)
        return Validity(is_whole=False) if is_limit and not _YEAR_OR_DAY.search(text) else None

    def _goes_without_end(self, text: str) -> bool:
        """Whether nothing is said of an end, or that there is none."""
        found = self._words(text).value if text else None
        is_endless = found is not None and found.term == Term(indefinite=True)
        return not text or is_endless or fold(text).strip(" .") in self._parts("going")

    def _is_open_end(self, text: str) -> bool:
        """Whether it is said that something is valid until somebody ends it."""
        valid = next((one for one in self._parts("valid") if text.startswith(f"{one} ")), "")
        said = text.removeprefix(valid).lstrip()
        by = next((one for one in self._parts("open_end_by") if said.endswith(f" {one}")), "")
        return not {text, said, said.removesuffix(by).rstrip()}.isdisjoint(self._parts("open_end"))

    def _is_without_end(self, text: str) -> bool:
        """Whether a text says first that there is no end, and then how one leaves: kündbar."""
        first, *others = _PIECES.split(text, maxsplit=1)
        if not others or self._words(others[0]).value or self._cells.names_status(others[0]):
            # What has happened to it, others read.
            return False
        found = self._words(first).value
        return found is not None and found.term == Term(indefinite=True)

    def _is_stretch(self, text: str) -> bool:
        """Whether a text is a number of times that are not everywhere of one length: 2 seasons."""
        words, leads = fold(text).split(), self._parts("stretch_lead")
        rest = " ".join(dropwhile(lambda one: one in leads or self._has_number(one), words))
        return rest.startswith(self._parts("stretch")) and not self._has_number(rest)

    def _words(self, text: str) -> Reading[Validity]:
        """A clause or a period, whichever it is; as a clause with what it lacks if it is none.

        Not every length is one of validity: "another five years", "within 30 days".
        """
        clause = attempt(partial(self._by_clause, text))
        if clause.is_certain or clause.readings:
            return clause
        for way in (self._by_period, self._by_both):
            found = attempt(partial(way, text))
            if found.is_certain or found.readings:
                return found
        return clause

    def _number(self, text: str, header: str) -> Reading[Validity]:
        """A number of the unit in the header, or else of years, as is most likely."""
        unit = self._unit(header)
        if unit is not None:
            found = attempt(lambda: Duration.from_text(f"{text} {unit}", self._lang))
            if found.value is None:
                # Headers of data are often in another language than what stands below.
                found = attempt(lambda: Duration.from_text(f"{text} {unit}"))
            if found.is_certain:
                return Reading(Validity(Term(length=found.value)))
        length = Duration(int(text))
        problem = Problem("number-without-unit", (), text)
        readings = (length.label(self._lang), Duration(months=int(text)).label(self._lang))
        return Reading(Validity(Term(length=length)), problem, readings)

    def _unit(self, header: str) -> str | None:
        """The unit that a header tells, in brackets or at its end: term_years."""
        ends = [one[1] for one in (_IN_BRACKETS.search(header), _LAST_WORD.search(header)) if one]
        for unit in ends:
            for lang in dict.fromkeys((self._lang, *languages())):
                if attempt(partial(Duration.from_text, f"5 {unit}", lang)).is_certain:
                    return unit
        return ends[0] if _IN_BRACKETS.search(header) else None

    def _by_period(self, text: str) -> Validity:
        readings = period_readings(text, self._lang)
        period = Period.from_text(text, self._lang)
        if period.start is None and period.end is not None:
            return Validity(Term(until=period.end, until_disputed=len(readings) > 1))
        return Validity(period=period)

    def _by_clause(self, text: str) -> Validity:
        if _ISO_LENGTH.fullmatch(text):
            return Validity(Term(length=Duration.parse(text)))
        try:
            return Validity(Term.from_text(text, self._lang))
        except UnreadText as error:
            # Whoever mends a list may do so in another language.
            with suppress(UnreadText):
                return Validity(Term.from_text(text))
            raise error from None

    def _by_both(self, text: str) -> Validity | None:
        """A period, and behind it a clause on what follows then or how one leaves."""
        for cut in _MARK.finditer(text):
            term = attempt(partial(self._by_clause, text[cut.end() :].rstrip(" )]"))).value
            period = attempt(partial(self._by_period, text[: cut.start()])).value
            if term and period and period.period and _follows(term.term):
                return attrs.evolve(period, term=term.term)
        return None

    # --- renewals without a length ---

    def _renewed(self, text: str) -> Validity | None:
        """What is certain of a text about a renewal: how long the first period is, if it is said.

        One that is automatic goes on, nobody knows for how long; any other needs somebody.
        """
        if not self._speaks_of_renewal(text):
            return None
        conditions = [*self._conditions(text)]
        for cut in (len(text), *(one.start() for one in reversed([*_CUT.finditer(text)])), 0):
            behind = (one for one in conditions if one[0] >= cut)
            end, is_left_to_notice = next(behind, (len(text), None))
            rest = text[cut:end] if is_left_to_notice else text[cut:]
            if not self._is_renewal(rest):
                continue
            first = self._words(text[:cut]).value if cut else Validity()
            if first is None:
                continue
            if is_left_to_notice is not False and self._goes_on(rest):
                return _going_on(first)
            return attrs.evolve(first, is_whole=False)
        return None

    def _noticed(self, text: str) -> Validity | None:
        """What is certain where a notice stands last, of which it is not clear what it ends.

        Somebody has to give it before the end, or else it goes on.
        """
        end, is_left_to_notice = next(self._conditions(text), (0, None))
        if is_left_to_notice is None:
            end = max((mark.start() for mark in _PIECES.finditer(text)), default=0)
        first, said = text[:end], text[end:]
        is_due = is_left_to_notice is not False and self._is_due_before_the_end(said)
        term = self._words(said.strip(" ,;(/)")).value if is_left_to_notice is None else None
        is_notice = term and _follows(term.term)
        # 5 years, if neither side gives notice: so long for certain.
        is_left = is_left_to_notice and self._is_notice(said)
        is_told = is_due or is_notice or is_left
        known = self.read(first.rstrip(" ,;("), "").value if is_told else None
        return known and (_going_on(known) if is_due else attrs.evolve(known, is_whole=False))

    def _is_due_before_the_end(self, text: str) -> bool:
        """Whether words speak of a notice before an end, and not of a renewal."""
        is_before = any(one in fold(text) for one in self._parts("before_end"))
        return is_before and self._is_notice(text)

    def _is_notice(self, text: str) -> bool:
        """Whether words speak of a notice, and not of a renewal."""
        words = _WORD.findall(fold(text))
        is_notice = any(word.startswith(self._parts("notice")) for word in words)
        return is_notice and not self._speaks_of_renewal(text)

    def _conditions(self, text: str) -> Iterator[tuple[int, bool]]:
        """Where conditions begin, and whether each is that nobody ends it."""
        unless, ifs = self._parts("unless"), tuple(f"{one} " for one in self._parts("if"))
        for word in _WORD.finditer(text):
            start = word.start()
            leading = fold(text[start : start + _LEADING])
            if leading.startswith(unless):
                yield start, True
            elif leading.startswith(ifs):
                said = {*_WORD.findall(fold(text[start:]))}
                yield start, not said.isdisjoint(self._parts("negation"))

    def tells_renewal(self, text: str) -> bool:
        """Whether words speak of a renewal, and of no other thing first: Verlängerung 2006."""
        return fold(text).startswith(self._parts("renewal"))

    def tells_revision(self, text: str) -> bool:
        """Whether words speak of a later version, and of no other thing first: rev. 2006."""
        return fold(text).startswith(self._parts("revision"))

    def is_renewal_on_a_day(self, text: str) -> bool:
        """Whether a text says no more than on what day a document was renewed: erneuert 1983."""
        first, *others = text.split() or [""]
        days = (" ".join(others), *others[-1:])
        orders = (*((first, day) for day in days), *((word, first) for word in others[:1]))
        is_told = any(
            self.tells_renewal(word) and day and self._cells.day(day).value for word, day in orders
        )
        found = self.read(text, "").value
        return is_told and (found is None or found.term is None)

    def without_since(self, text: str) -> str | None:
        """A day without the word before it for since when something is: since 2010, est. 2010."""
        word, _, day = text.partition(" ")
        begins = (*self._parts("since"), *self._parts("begun"))
        return day if fold(word).rstrip(".") in begins else None

    def is_from_signing(self, text: str) -> bool:
        """Whether words say that something is in force from the day of its signature."""
        return fold(text).strip(" .") in self._parts("signing")

    def _is_renewal(self, text: str) -> bool:
        """Whether words speak of a renewal, without its length or as of one that may be."""
        is_open = not self._has_number(text) or self._is_possible(text)
        return is_open and self._speaks_of_renewal(text)

    def _speaks_of_renewal(self, text: str) -> bool:
        begins, whole = self._parts("renewal"), self._parts("renewal_word")
        return any(one.startswith(begins) or one in whole for one in _WORD.findall(fold(text)))

    def _has_number(self, text: str) -> bool:
        """Whether a number stands in a text; "one" may be an article."""
        words = _WORD.findall(fold_dates(text))
        known = [date_words(lang).cardinals for lang in (self._lang, *languages())]
        in_words = any(one.get(word, 1) > 1 for one in known for word in words)
        return in_words or any(map(str.isdigit, text))

    def _is_possible(self, text: str) -> bool:
        """Whether a renewal of some length may be; in what year one was, it would have said."""
        folded = f" {fold(text)}"
        is_said = any(f" {part}" in folded for part in self._parts("possible"))
        return is_said and all(map(_NUMBER.fullmatch, _FIGURES.findall(text)))

    def _extended(self, text: str) -> Validity | None:
        """The last day behind a word for an extension that has been: 3 years, extended to 2028."""
        for start in (0, *(mark.end() for mark in _PIECES.finditer(text))):
            word, _, rest = text[start:].partition(" ")
            until = self._words(rest).value if fold(word) in self._parts("extended") else None
            years = until.period if until and start else None
            if years and years.end and years.start != years.end:
                # The years that it has been extended for: 2008-10 / ext. 2011-2013.
                until = Validity(Term(until=years.end))
            if until and until.term and until.term.until:
                return attrs.evolve(until, is_whole=False)
        return None

    def _left(self, text: str) -> Validity | None:
        """What is certain of a text that ends with how one may leave: 5 years, terminable."""
        first, *others = _PIECES.split(text, maxsplit=1)
        said = f" {fold(others[0] if others else text)}"
        if (
            "?" in said
            or self._has_number(said)
            or not any(f" {one}" in said for one in self._parts("leave"))
        ):
            return None
        known = self._words(first).value if others else Validity()
        return attrs.evolve(known, is_whole=False) if known else None

    def _while_it_lasts(self, text: str) -> Validity | None:
        """What is certain where something else ends a document, or nothing: the event, if any."""
        folded = fold(text).strip(" .")
        if self._has_number(text) or _MARK.search(text):
            return None
        for lang in dict.fromkeys((self._lang, *languages())):
            for begin, event in _completions(lang):
                if folded.startswith(f"{begin} "):
                    rest = text[len(begin) :].strip(" .")
                    return Validity(Term(until_event={lang: f"{event} {rest}"}), is_whole=False)
        begins = [*self._parts("while")]
        if not self._is_dated(folded):
            begins += self._parts("until")
        is_while = folded.startswith(tuple(f"{one} " for one in begins))
        is_unset = folded in self._parts("unset") or self.is_from_signing(text)
        return Validity(is_whole=False) if is_while or is_unset else None

    def _is_dated(self, text: str) -> bool:
        """Whether a month or a unit of time stands in a folded text: until December."""
        known = dict.fromkeys((self._lang, *languages()))
        units = (clause_grammar(lang).unit for lang in known)
        months = {month for lang in known for month in date_words(lang).months}
        return any(one.search(text) for one in units) or not months.isdisjoint(_WORD.findall(text))

    def _goes_on(self, text: str) -> bool:
        if self._has_number(text):
            return False
        words = _WORD.findall(fold(text))
        is_automatic = any(word.startswith(self._parts("automatic")) for word in words)
        is_ended = any(word.startswith(self._parts("ending")) for word in words)
        return is_automatic and not is_ended and not set(words) & {*self._parts("negation")}

    def _parts(self, row: str) -> tuple[str, ...]:
        """The words of a row, in all languages: lists are often written in two."""
        known = dict.fromkeys((self._lang, *languages()))
        return tuple(part for lang in known for part in validity_words(lang, row))


def _going_on(first: Validity) -> Validity:
    """What goes on after its length, nobody knows for how long each time."""
    term = first.term
    if term and term.length and term == Term(length=term.length):
        term = attrs.evolve(term, renewal=Renewal(indefinite=True))
    return attrs.evolve(first, term=term, is_whole=False)


def _follows(term: Term | None) -> bool:
    """Whether a term says only what follows a time, or how one leaves."""
    said = {one.name for one in attrs.fields(Term) if term and getattr(term, one.name)}
    return bool(said) and said <= {"renewal", "exit"}


@cache
def _completions(lang: str) -> tuple[tuple[str, str], ...]:
    """How a language says until when something else is done, and the noun for that."""
    pairs = (one.partition("=") for one in lexicon(lang).listed("list_validity", "done"))
    return tuple((fold(begin), event) for begin, _, event in pairs)


@cache
def _words_of_clauses(tables: Lexicon) -> re.Pattern[str]:
    """Units of time, and the longer words in what says that there is no end, or how to get one."""
    phrases = [one.pattern for one in date_words(tables.lang).phrases.get("indefinite", ())]
    rows = tables.rows("term_reading", "pattern").values()
    phrases += [row["pattern"] for row in rows if row["id"].startswith("indefinite")]
    phrases += [one for row in _ENDING for one in tables.listed("list_validity", row)]
    words = {word for one in phrases for word in _LONG_WORD.findall(fold(one))}
    unit = clause_grammar(tables.lang).unit.pattern
    return re.compile("|".join((unit, *sorted(words))))


@cache
def validity_words(lang: str, row: str) -> tuple[str, ...]:
    """The words of a row of the table, folded."""
    return tuple(map(fold, lexicon(lang).listed("list_validity", row)))
