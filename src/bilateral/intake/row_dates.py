"""When a document was signed, from when and for how long it is in force, as a row says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import attrs

from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.events import Event, EventKind
from bilateral.instruments import AgreementKind
from bilateral.intake.cells import YEAR, Cells
from bilateral.intake.findings import Reading
from bilateral.intake.given import Given
from bilateral.intake.layout.ditto import is_same
from bilateral.intake.layout.headers import has_notes
from bilateral.intake.remarks import Remarks
from bilateral.intake.tails import DATE_END, LONGEST_SESSION
from bilateral.intake.validity import Validities, Validity
from bilateral.problems import Problem
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.terms.rules import Term
from bilateral.wire.sheets.protection import text_of, truth_of

__all__ = ["RowDates"]

# What a header asks to answer with: (yes/no); and how that is done with a letter.
_YES_OR_NO = re.compile(r"\([^()]*/[^()]*\)")
_LETTERS = {"Y": True, "J": True, "Д": True, "N": False, "Н": False}
# The columns that say how long documents are valid.
_OF_TERMS = frozenset({"expires", "period", "validity"})
# What stands behind a day: in brackets, or behind a comma.
_BEHIND = (re.compile(r"\s*\(([^()]*)\)\Z"), re.compile(r"\s*[,;/]\s*([^\W\d].*)\Z"))


class RowDates:
    """Reads the events and the term of a document."""

    def __init__(
        self, given: Given, cells: Cells, validities: Validities, remarks: Remarks
    ) -> None:
        self._given, self._draft, self._cells = given, given.draft, cells
        self._validities, self._remarks = validities, remarks

    def read(self) -> None:
        """Read them into the draft."""
        self._dates()
        self._terms()

    # --- dates ---

    def _dates(self) -> None:
        events: list[Event] = []
        signed = self._signed()
        if signed is not None:
            events.append(signed)
        for field, kind in (("in_force", EventKind.IN_FORCE), ("terminated", EventKind.TERMINATED)):
            if field in self._given.cells:
                events += self._event(field, kind, signed)
        if "status" in self._given.cells:
            events += self._status({event.kind for event in events})
        self._draft.values["events"] = tuple(events)

    def _signed(self) -> Event | None:
        self._of_occasion()
        source = next((one for one in ("signed", "signed_at") if one in self._given.cells), "")
        if source and is_same(text := self._given.text(source)):
            self._given.cells[source] = self._given.section.when(text) or text
        place = self._given.text("place") or None
        date: PartialDate | None = None
        if source:
            reading, beside = self._day_and_place(source)
            if reading.problem and self._cells.told(self._given.text(source)) == ((), []):
                # Under negotiation: there is no day yet, and the words are kept.
                self._given.keep(source)
                reading = Reading[PartialDate]()
            reading = self._with_date_of_title(reading)
            place = place or beside
            if self._given.take("signed", reading, source):
                date = reading.value
            if self._cells.has_several_days(self._given.text(source)):
                self._given.keep(source)
        else:
            title = self._draft.title
            day = (title.date or _last_day(title)) if title else None
            named = self._given.uncertain("date", Reading(day))
            is_doubtful = title and ("date" in title.uncertain or self._is_day_at_end(title))
            if title and is_doubtful and _has_dated_other(title):
                # The day behind another document may be that of this one.
                named = Reading(named.value, Problem("uncertain-reading", (), title.text))
            if self._given.take("signed", named, "title"):
                date = named.value
            elif named.problem is None:
                self._ask_for_column()
        place = self._given.section.where(place)
        self._given.section.when(str(date) if date else None)
        if place is not None:
            where = "place" if "place" in self._given.cells else source
            self._given.take("place", Reading(place), where)
        return Event.signed(date, place=place) if date or place else None

    def _of_occasion(self) -> None:
        """Take the day of the heading above where neither a column nor the title has one."""
        title, day = self._draft.title, self._given.section.signed
        has_column = not {"signed", "signed_at"}.isdisjoint(self._given.columns.fields.values())
        if day and not (has_column or (title and title.date)):
            self._given.cells.setdefault("signed", day)

    def _day_and_place(self, source: str) -> tuple[Reading[PartialDate], str | None]:
        """The day in a cell and the place beside it, before what tells of its renewal if any."""
        style = self._given.styles.get(source)
        found = self._cells.day_and_place(self._given.cells[source], style)
        text = self._given.text(source)
        if found[0].problem and (since := self._validities.without_since(text)):
            found = self._cells.day_and_place(since, style)
        all_behind = (one.search(text) for one in _BEHIND) if found[0].problem else ()
        for behind in filter(None, all_behind):
            if not self._validities.tells_renewal(behind[1]):
                continue
            plain = self._cells.day_and_place(text[: behind.start()], style)
            if plain[0].is_certain:
                self._given.keep(source)
                return plain
        return found

    def _is_day_at_end(self, title: ParsedTitle) -> bool:
        """Whether the only day of a row ends its title, behind what another document is about."""
        has_column = not {"signed", "signed_at"}.isdisjoint(self._given.columns.fields.values())
        # What amends a treaty of some day names that one; where all others have a day, it may be
        # that of the treaty or of this document.
        is_addition = title.kind is AgreementKind.ADDITIONAL_PROTOCOL
        others = title.amends if is_addition or self._given.have_days else ()
        is_behind = any(
            (one.subject or (one.sides and self._given.have_days))
            and DATE_END.search(one.text.rstrip(" .)"))
            for one in others
        )
        return is_behind and title.date is None and not has_column

    def _ask_for_column(self) -> None:
        """Ask once which column has the days of signature, if several may have them."""
        names = map(self._given.columns.name, self._given.columns.dates)
        headers = ", ".join(names)
        if headers:
            problem = Problem("no-date-column", (), headers)
            self._draft.take("signed", Reading(None, problem))

    def _with_date_of_title(self, reading: Reading[PartialDate]) -> Reading[PartialDate]:
        """The date in its column, compared with the one in the title."""
        title = self._draft.title
        named = title.date if title else None
        if named is None or "signed" in self._given.stated or reading.problem:
            return reading
        if reading.value is None:
            return self._given.uncertain("date", Reading(named))
        one, other = str(reading.value), str(named)
        if _is_within(one, other) or _is_within(other, one):
            return Reading(max(reading.value, named, key=_digits))
        return Reading(reading.value, self._given.contradiction(one, "title", other), (one, other))

    def _event(self, field: str, kind: EventKind, signed: Event | None) -> Iterator[Event]:
        cell = self._given.cells[field]
        truth = _answer(text_of(cell))
        if truth is not None:
            if truth:
                self._given.take(field, Reading(kind))
                yield Event(kind)
            return
        reading = self._cells.day(cell, self._given.styles.get(field))
        if kind is EventKind.IN_FORCE and self._validities.is_from_signing(text_of(cell)):
            self._given.keep(field)
            reading = Reading(signed.date if signed else None)
        told = self._cells.status(cell).value if reading.problem else None
        if told == (kind,):
            self._given.take(field, Reading(kind))
            yield Event(kind)
        elif told is not None:
            # Provisionally applied; not yet: the words are kept, as they say more than that.
            self._given.keep(field)
            yield from map(Event, told)
        elif self._given.take(field, reading):
            yield Event(kind, reading.value)

    def _status(self, known: Collection[EventKind]) -> Iterator[Event]:
        text = self._given.text("status")
        answer = _answer(text) if self._asks_if_in_force() else None
        if not any(map(str.isalnum, text)) or self._cells.day(text) == Reading() or answer is False:
            # A dash, a question mark or "n/a" tells nothing, nor does what is in force no more.
            self._given.keep("status")
            return
        reading = self._cells.status(self._given.cells["status"])
        reading = Reading((EventKind.IN_FORCE,)) if answer else reading
        events = tuple(map(Event, reading.value or ()))
        if reading.value is None:
            has_validity = "validity" in self._given.cells
            validity = Reading[Validity]() if has_validity else self._validities.read(text, "")
            if validity.is_certain and (_says_more(validity) or not self._cells.told(text)[0]):
                # The column says for how long it is in force.
                self._valid("status", validity)
                return
            events, rest = self._cells.told(text)
            # When it was renewed, the words say that are kept.
            rest = [one for one in rest if not self._validities.is_renewal_on_a_day(one)]
            if (beside := self._beside(rest)).is_certain:
                self._valid("status", beside)
                self._given.keep("status")
                reading = Reading(tuple(one.kind for one in events))
        if not self._given.take("status", reading) or not reading.value:
            self._given.keep("status")
            return
        yield from (one for one in events if one.kind not in known)

    def _asks_if_in_force(self) -> bool:
        """Whether the header of the status asks what yes or no answers: is active."""
        header = _YES_OR_NO.sub("", self._given.column("status")).strip(" ?")
        words = header.split()
        ends = (" ".join(words[start:]) for start in range(len(words)))
        return any(self._cells.status(one).value == (EventKind.IN_FORCE,) for one in ends)

    def _beside(self, rest: list[str]) -> Reading[Validity]:
        """The validity that is said beside a status; one that says nothing where that is all.

        In a column that has notes too, what speaks of no status and no length is one.
        """
        if self._are_notes("status", rest):
            return Reading(Validity())
        has_another = bool(rest) and "validity" in self._given.cells
        return Reading() if has_another else self._of_rest(rest)

    def _of_rest(self, rest: list[str]) -> Reading[Validity]:
        return self._validities.read(", ".join(rest), "") if rest else Reading(Validity())

    def _are_notes(self, field: str, texts: list[str]) -> bool:
        """Whether texts are no more than notes, in a column that has such, too.

        A day behind one says when that was: new draft approved by council, June 2020.
        """
        notes = [*texts[:1], *(one for one in texts[1:] if not self._cells.day(one).is_certain)]
        return has_notes(self._given.column(field)) and all(map(self._is_note, notes))

    def _is_note(self, text: str) -> bool:
        # What has a number may be a length that is not understood; a year is none.
        is_length = any(map(str.isdigit, YEAR.sub("", text)))
        is_length = is_length or _says_more(self._validities.read(text, ""))
        return not (is_length or self._cells.names_status(text))

    # --- terms ---

    def _terms(self) -> None:
        title = self._draft.title
        if "period" in self._given.cells:
            self._period()
        elif title and title.period and not _last_day(title):
            self._given.take(
                "period", self._given.uncertain("period", Reading(title.period)), "title"
            )
        if "validity" in self._given.cells:
            name = self._given.column("validity")
            self._valid("validity", self._validities.read(self._given.cells["validity"], name))
        if "expires" in self._given.cells:
            self._expires()
        if title and "term" not in self._draft.values:
            if title.is_indefinite:
                self._given.take("term", Reading(Term(indefinite=True)), "title")
            elif title.duration:
                self._given.take("term", Reading(Term(length=title.duration)), "title")
        self._term_in_remark()

    def _term_in_remark(self) -> None:
        """Take the term from the remark where no column and no title has one."""
        is_told = not self._draft.values.keys().isdisjoint({"term", "period"})
        is_told = is_told or not _OF_TERMS.isdisjoint(self._given.columns.fields.values())
        for field in () if is_told else ("note", "subject"):
            if term := self._remarks.term(self._given.text(field)):
                self._given.take("term", Reading(term), field)
                return

    def _period(self) -> None:
        """Read the column of periods, in which lengths may stand, too."""
        cell = self._given.cells["period"]
        reading = self._cells.period(cell)
        other = self._validities.read(cell, self._given.column("period"))
        if reading.problem and other.value and other.is_certain:
            self._valid("period", other)
        else:
            self._given.take("period", reading)

    def _valid(self, field: str, reading: Reading[Validity]) -> None:
        """Take a validity: it is a term, or a period."""
        value = reading.value
        if value and not value.is_whole:
            self._given.keep(field)
        if value is None and not self._has_status(field):
            self._given.take("term", reading, field)
        elif value is None:
            self._given.keep(field)
        else:
            # Of only a renewal there is nothing to ask, and the words are kept.
            if value.term is not None:
                self._given.take("term", attrs.evolve(reading, value=value.term), field)  # type: ignore[arg-type]
            if value.period is not None:
                self._valid_for(field, attrs.evolve(reading, value=value.period))  # type: ignore[arg-type]

    def _has_status(self, field: str) -> bool:
        """Whether a status, alone or beside a validity, stands in a column that says how long."""
        events, rest = self._cells.told(self._given.text(field))
        validity = Reading(Validity()) if self._are_notes(field, rest) else self._of_rest(rest)
        if not validity.is_certain:
            return False
        self._valid(field, validity)
        if events:
            self._given.take("status", Reading(tuple(one.kind for one in events)), field)
        kinds = {one.kind for one in self._draft.values["events"]}
        self._draft.values["events"] += tuple(one for one in events if one.kind not in kinds)
        return True

    def _valid_for(self, field: str, reading: Reading[Period]) -> None:
        """Take a validity that is a period, or compare it with the one that is known.

        What a person has said of either settles it.
        """
        known, stated = self._draft.values.get("period"), self._given.stated
        settled = [one for one in (field, "period") if one in stated]
        if known in (None, reading.value):
            self._given.take("period", reading, field)
        elif settled == [field]:
            self._draft.forget("period")
            self._given.take("period", reading, field)
        elif settled == ["period"]:
            self._given.keep(field)
        else:
            readings = str(known), str(reading.value)
            other = "period" if "period" in self._given.cells else "title"
            problem = self._given.contradiction(readings[1], other, readings[0])
            self._given.keep(field)
            self._draft.doubt("period", None, problem, readings)

    def _expires(self) -> None:
        style = self._given.styles.get("expires")
        reading = self._cells.day(self._given.cells["expires"], style)
        term: Term | None = self._draft.values.get("term")
        if reading.problem or reading.value is None:
            if term is None:
                self._valid(
                    "expires", _until(self._validities.read(self._given.cells["expires"], ""))
                )
        elif term is None:
            self._given.take("term", Reading(Term(until=reading.value)), "expires")
        elif "validity" not in self._given.stated and not self._agrees(term, reading.value):
            problem = self._given.contradiction(
                str(reading.value), "validity", self._given.text("validity")
            )
            self._given.keep("expires")
            self._draft.doubt(
                "term", term, problem, (self._given.text("validity"), str(reading.value))
            )
        else:
            self._given.keep("expires")

    def _agrees(self, term: Term, end: PartialDate) -> bool:
        """Whether a term may end on a day, by what else is known."""
        if term.until is not None:
            return term.until == end
        events: tuple[Event, ...] = self._draft.values["events"]
        ends = {
            str(day)
            for event in events
            if event.date is not None and str(event.date).count("-") == 2  # noqa: PLR2004
            for day in _ends(term, event.date)
        }
        return str(end) in ends


def _answer(text: str) -> bool | None:
    """Yes or no, also as a letter; `None` for what is neither."""
    truth = truth_of(text)
    return _LETTERS.get(text.upper()) if truth is None else truth


def _until(reading: Reading[Validity]) -> Reading[Validity]:
    """What a column of ends says: a day in it is the last one, and no time of its own."""
    day = reading.value.period if reading.value else None
    if reading.value is None or day is None or day.end is None or day.start != day.end:
        return reading
    return attrs.evolve(
        reading, value=Validity(Term(until=day.end), is_whole=reading.value.is_whole)
    )


def _says_more(reading: Reading[Validity]) -> bool:
    """Whether a validity has a rule or a time, and is not only kept in words."""
    return reading.value is not None and bool(reading.value.term or reading.value.period)


def _last_day(title: ParsedTitle) -> PartialDate | None:
    """The day of the minutes of a session of several days: the last of 19-21 May 2003."""
    days = title.period if title.kind is AgreementKind.SESSION_PROTOCOL else None
    first, last, _ = days.sort_key if days else (0, 0, "")
    return days.end if days and 0 < last - first < LONGEST_SESSION else None


def _has_dated_other(title: ParsedTitle) -> bool:
    others = (*title.amends, *title.implements, *title.supersedes)
    return any(one.date is not None for one in others)


def _is_within(date: str, other: str) -> bool:
    """Whether a date is the other one, as far as that is known."""
    parts = zip(other, date, strict=False)
    return len(other) <= len(date) and all(one in ("X", given) for one, given in parts)


def _digits(date: PartialDate) -> int:
    """How much of a date is known."""
    return sum(map(str.isdigit, str(date)))


def _ends(term: Term, start: PartialDate) -> Iterator[str]:
    """The last days of the first period from a day, and the day after each."""
    if term.length is None:
        return
    last = next(iter(term.periods(start))).last
    for number in (last.earliest, last.latest, last.latest + 1):
        yield str(UncertainDay(number, number).date)
