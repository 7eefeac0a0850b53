"""What stands behind a title in its line: when it was signed and where, and for how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import combinations

from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.intake.cells import YEAR, Cells
from bilateral.intake.findings import Reading, attempt
from bilateral.intake.layout.date_orders import DateStyle, in_style
from bilateral.intake.layout.ditto import is_same
from bilateral.intake.layout.headers import field_of
from bilateral.intake.signatures import place_of_signature, says_signed, without_in
from bilateral.intake.validity import Validities, validity_words
from bilateral.language.folding import fold
from bilateral.reading.index import index
from bilateral.reading.parties import read_party
from bilateral.reading.title_parts.attachments import is_attachment
from bilateral.reading.words import Text
from bilateral.tables import languages

__all__ = ["DATE_END", "LONGEST_SESSION", "Tails", "are_nearly_all", "day_behind", "year_behind"]

# A dash or a bar that is not between two dates stands before one, too: forests - 2019.
_CUT = re.compile(r"\s*[,;]\s+|(?<!\d)\s+[-–—|]\s+(?=[^,;]*\d{4}(?:\s*г(?:\.|ода?)?)?\s*\Z)")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_PARTS = re.compile(r"\s*;\s+")
_LONGEST = 12
_LONGEST_TOWN = 4
_LONGEST_NAME = 2
# So many titles, and so much of them, show how all are written.
_FEW, _NEARLY_ALL = 4, 0.7
_IN_FIGURES = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{4}", re.ASCII)
# A day or month in figures behind a word, without a comma, or in brackets: University of Tehran
# 11-04-22.
_BEHIND = re.compile(
    r"(?<=[^\W\d_]|[)\]»”\"])\s+(\()?((?:0?[1-9]|[12][0-9]|3[01])([-./])(?:0?[1-9]|[12][0-9]|3[01])\3"
    r"(?:(?:19|20)[0-9]{2}|[0-9]{2})|(?:0?[1-9]|1[0-2])[./](?:19|20)[0-9]{2})(?(1)\))\.?\Z",
)
# A year behind a word that no name has: timber 2021.
_YEAR_BEHIND = re.compile(r"(?<=[^\W\d_])\s+((?:19|20)[0-9]{2})\.?\Z")
# Before what says how it is with a document: Vertrag mit Lyon, 1962 – ruht seit 2022.
_STATE = re.compile(r"\s+[-–—|]\s+(?=[^–—|]*\Z)")
# So many words may tell what happened on a day.
_FEW_WORDS = 3
#: How many days a session has, at most.
LONGEST_SESSION = 15
# So many parts may stand behind the day in a bracket.
_MOST_PARTS = 6
# What the words are that lead to a day.
_BEFORE_DAY = ("signed", "dated", "date_after_kind", "date_of", "moment")
#: What a date that is more than a year ends with.
DATE_END: re.Pattern[str] = re.compile(r"[0-9]{4}(?:\s?(?:г|года)\.?)?$")


class Tails:
    """Reads what stands behind titles, in the language of a list."""

    def __init__(self, lang: str, cells: Cells, validities: Validities) -> None:
        self._lang, self._cells, self._validities = lang, cells, validities

    def divided(
        self,
        text: str,
        style: DateStyle | None = None,
        *,
        has_years: bool = False,
        are_dated: bool = False,
    ) -> tuple[str, dict[str, str]]:
        """A title without its tail, and the cells that the tail fills.

        Of a tail that says anything else, nothing is taken. ``style`` is that of the days in
        figures behind the titles of the list, ``has_years`` tells whether a year alone in
        brackets is such a day: else it is the title's. In a list where days stand behind nearly
        all titles (``are_dated``), a year behind a word is one, too, and a name before a day a
        place.
        """
        cells: dict[str, str] = {}
        # Between the points of a numbered list.
        text = text.rstrip(" ;")
        if (cut := _STATE.search(text)) and (found := self._state(text[cut.end() :])):
            text, cells = text[: cut.start()], found
        text = self._without_day(text, style, cells)
        year = year_behind(text) if are_dated and "signed" not in cells else None
        if year and self._is_behind_name(text, year):
            before = text[: text.rindex(year)].rstrip()
            *others, word = before.split()
            is_month = self._cells.day(f"{word} {year}").value is not None
            # Behind a comma, a word alone says more of the year: before 2018.
            is_of_year = bool(others) and others[-1][-1] in ",;"
            if word.islower() and not is_month and not is_of_year:
                text, cells["signed"] = before, year
        if undated := self._undated(text):
            cells["note"] = undated
            text = text[: -len(undated)].rstrip(" .,…")
        if clauses := "validity" not in cells and self._clauses(text):
            cells["validity"] = clauses.lstrip(" ,;")
            text = self._without_day(text.removesuffix(clauses), style, cells)
        while cut := _last(text):
            tail = (cut[1] if cut.re is _BRACKET else text[cut.end() :]).rstrip(" .")
            left = text[: cut.start()]
            is_year = has_years and cut.re is _BRACKET and tail.isdigit()
            is_inner = cut.re is _BRACKET and not is_year
            found = self._in_bracket(tail) if is_inner else self._cells_of(tail)
            found = found or self._place(tail, left, cells)
            if not found and self._is_of_other(tail):
                found = {"note": tail}
            found = found or self._town_and_day(tail, are_dated=are_dated) or self._reference(tail)
            if not found or cells.keys() & found.keys():
                break
            cells |= found
            text = self._without_day(left, style, cells)
        return text, cells

    def _without_day(self, text: str, style: DateStyle | None, cells: dict[str, str]) -> str:
        """A title without the day in figures behind a word, which fills its cell."""
        day = day_behind(text) if "signed" not in cells else None
        if day is None or not self._is_behind_name(text, day):
            return text
        cells["signed"] = str(in_style(day, style))
        return text[: text.rindex(day)].rstrip(" (")

    def _undated(self, text: str) -> str | None:
        """The words behind a name that say that there is no day: University of Tehran, no date.

        One word alone may be a part of it.
        """
        ends = (text[start:] for start in Text(text, self._lang).starts[1:][-_FEW_WORDS:])
        found = (one for one in ends if not one.replace(".", "").isalpha())
        return next((one for one in found if self._cells.day(one) == Reading()), None)

    def _is_behind_name(self, text: str, day: str) -> bool:
        """Whether no word before a day makes it part of the title, or that of something else.

        Of, vom, от, signed; terminated on.
        """
        words = Text(text[: text.rindex(day)].rstrip(" ("), self._lang)
        last = len(words.words) - 1
        near = [text[start:] for start in words.starts[-_FEW_WORDS:]]
        if any(self._state(one) or self._is_of_other(one) for one in near):
            return False
        return not (words.is_small(last) or any(words.role(last, one) for one in _BEFORE_DAY))

    def _is_of_other(self, tail: str) -> bool:
        """Whether a tail has the day of something else: ratified 2019, Council decision of ..."""
        words = Text(tail, self._lang)
        known = validity_words(self._lang, "decision")
        is_told = words.role(0, "other_day") or any(
            one.key.endswith(known) for one in words.words[:_FEW_WORDS]
        )
        return bool(is_told and YEAR.search(tail))

    def behind_partner(self, text: str) -> tuple[str, dict[str, str]]:
        """A partner without the bracket that says since when, and the cells that this fills.

        Behind the day may stand what happened later: Lille (1988; suspended 2022).
        """
        bracket = _last(text)
        if bracket is None or bracket.re is not _BRACKET:
            return text, {}
        day, *later = _CUT.split(bracket[1], maxsplit=1)
        signed = self._day(day)
        if signed is None or not all(map(self._cells.happened, later)):
            return text, {}
        cells = zip(("signed", "validity"), (signed, *later), strict=False)
        return text[: bracket.start()], dict(cells)

    def left_over(self, text: str) -> dict[str, str]:
        """The cells that a part fills which is left of a title: done at Cannes, in force 2016."""
        if self._cells.happened(text):
            return {"validity": text}
        words, town = Text(text, self._lang), place_of_signature(text, self._lang)
        is_said = any(says_signed(words, i) for i in range(len(words.words)))
        is_name = len(town.split()) <= _LONGEST_TOWN and all(
            word[0].isupper() for word in town.split()
        )
        is_place = town != text and ((is_said and is_name) or self.is_town(town))
        return {"place": town} if town and is_place else {}

    def _in_bracket(self, inner: str) -> dict[str, str]:
        """The date and place of signature, the validity, or both; a year alone is the title's."""
        if inner.isdigit():
            return {}
        if found := self._in_force(inner) or self._cells_of(inner):
            return found
        cuts = [len(inner), *(one.start() for one in reversed([*_CUT.finditer(inner)]))]
        remote = validity_words(self._lang, "remote")
        for end in cuts:
            signed, validity = inner[:end], inner[end:].lstrip(" ,;")
            day, place = self._cells.day_and_place(signed)
            is_note = inner[end : end + 1] == ";" or fold(validity) in remote
            is_alone = place is None and is_note
            is_sure = "-" in str(day.value)
            is_place = place is not None and self._is_place(place, is_sure=is_sure)
            if not (day.is_certain and (is_alone or is_place)):
                continue
            if not validity:
                return {"signed": signed}
            if self._is_validity(validity) or self._cells.happened(validity):
                return {"signed": signed, "validity": validity}
            if is_note or is_attachment(validity, self._lang):
                return self._in_parts(inner) or {"signed": signed, "note": validity}
        return self._in_parts(inner)

    def _in_parts(self, inner: str) -> dict[str, str]:
        """The day with which a bracket begins, how long that is valid, and what else is there."""
        first, *others = _CUT.split(inner)
        day, _ = self._cells.day_and_place(first)
        is_day = day.is_certain and day.value and day.value.day
        if not is_day or len(others) > _MOST_PARTS or self._is_of_other(first):
            return {}
        parts = [*others, ""]
        spans = combinations(range(len(parts)), 2)
        texts = {", ".join(others[i:n]): others[:i] + others[n:] for i, n in spans}
        read = self._validities.read
        known = (one for one in texts if self._is_validity(one) or read(one, "").readings)
        validity = max(known, key=len, default="")
        cells = {"validity": validity, "note": ", ".join(texts.get(validity, others))}
        return {"signed": first} | {name: cell for name, cell in cells.items() if cell}

    def _in_force(self, inner: str) -> dict[str, str]:
        """The entry into force beside where the document is published, with its header before it.

        (SR 0.142.111.239; Inkrafttreten: 1. September 2000)
        """
        found: dict[str, str] = {}
        for part in _PARTS.split(inner):
            header, _, day = part.partition(":")
            if (
                field_of(header, self._lang) == "in_force"
                and self._cells.day(day.strip()).is_certain
            ):
                found["in_force"] = day.strip()
            elif not is_attachment(part, self._lang):
                return {}
        return found

    def _place(self, tail: str, left: str, cells: Mapping[str, str]) -> dict[str, str]:
        """The place of signature beside its date: ", Wien, 18.09.2003", ", 18.09.2003, г. Минск".

        Before a year alone stands where a body is.
        """
        before = cells.get("signed", "")
        is_undated = "note" in cells and self._cells.day(cells["note"]) == Reading()
        is_beside = bool(DATE_END.search(left)) or (before and not before.isdigit()) or is_undated
        town = place_of_signature(tail, self._lang)
        return {"place": town} if is_beside and self.is_town(town) else {}

    def _town_and_day(self, tail: str, *, are_dated: bool) -> dict[str, str]:
        """The place and the date of signature without a comma between: ", Hanoi 24 Apr 2018"."""
        for start in Text(tail, self._lang).starts[1 : _LONGEST_TOWN + 1]:
            town, day = tail[:start].rstrip(), self._day(tail[start:])
            if day is None:
                continue
            # The middle of a year is no town.
            is_sure = (are_dated or not day.isdigit()) and not _is_vague(self._cells.day(tail))
            if self._is_place(town, is_sure=is_sure):
                return {"signed": day, "place": without_in(town, self._lang)}
        return {}

    def _is_place(self, text: str, *, is_sure: bool) -> bool:
        """Whether a text is a known town, that above or, where that ``is_sure``, may name one.

        Such a name is a word or two in capitals, and none of a body: Crni Lug. Before a year
        alone it may be a part of one.
        """
        if self.is_town(text) or is_same(text) or not is_sure:
            return self.is_town(text) or is_same(text)
        words = text.split()
        is_name = len(words) <= _LONGEST_NAME and all(
            one.isalpha() and one.istitle() for one in words
        )
        kind = read_party(text, self._lang, None).kind if is_name else None
        return is_name and (kind is None or kind.is_territory)

    def _reference(self, tail: str) -> dict[str, str]:
        """What only leads to another document: ", siehe auch Nr. 30", "; BGBl. Nr. 93/1991"."""
        words = Text(tail, self._lang).words
        known = (word for lang in languages() for word in validity_words(lang, "see"))
        is_it = bool(words) and (words[0].key in known or is_attachment(tail, self._lang))
        return {"note": tail} if is_it else {}

    def are_dated(self, texts: Iterable[str]) -> bool:
        """Whether nearly all titles of a list have behind them when they were signed."""
        return are_nearly_all("signed" in self.divided(one, has_years=True)[1] for one in texts)

    def is_town(self, text: str) -> bool:
        """Whether a text is the name of a known town, or says that it is one: г. Орша."""
        words = Text(text, self._lang)
        if not 0 < len(words.words) <= _LONGEST_TOWN:
            return False
        is_said = bool(words.role(0, "head.city"))
        is_in = words.words[0].key in validity_words(self._lang, "place")
        rest = words.starts[1:] if is_said or is_in else words.starts
        name = fold(text[rest[0] :]) if rest else ""
        return bool(name) and (
            is_said or any(name in index(lang, "cities").exact for lang in languages())
        )

    def _state(self, tail: str) -> dict[str, str]:
        """How it is with a document: what happened to it, or that it waits or was renewed."""
        if self._cells.happened(tail):
            return {"validity": tail}
        is_told = self._validities.is_renewal_on_a_day(tail) or self._cells.status(tail).value == ()
        return {"note": tail} if is_told else {}

    def _cells_of(self, tail: str) -> dict[str, str]:
        """The date and the validity that a tail consists of, or what happened to the document."""
        if found := self._state(tail):
            return found
        is_none = Reading() in (self._cells.day(tail), self._cells.day(f"{tail}."))
        if is_none and any(map(str.isalpha, tail)):
            # Undated: there is no day. Or it has one, and is dormant.
            return {"note": tail}
        words = tail.split()
        if len(words) > _LONGEST:
            return {}
        days = self._days_from(tail)
        if is_same(tail) or days:
            # Some days are those of a session: its minutes are of the last one.
            is_signed = is_same(tail) or days < LONGEST_SESSION
            return {"signed" if is_signed else "validity": tail}
        for cut in range(len(words), -1, -1):
            date, validity = " ".join(words[:cut]).rstrip(",;"), " ".join(words[cut:])
            day = self._day(date) if date else ""
            place = self._signed_in(date.removesuffix(day)) if day else ""
            if day is None or place is None or (validity and not self._is_validity(validity)):
                continue
            found = {"signed": day, "place": place, "validity": validity}
            return {name: cell for name, cell in found.items() if cell}
        return {}

    def _signed_in(self, text: str) -> str | None:
        """The place in what stands before a day, if anything: signed on; `None` if it is none."""
        place = place_of_signature(text, self._lang)
        if fold(place) in self._before_days:
            return ""
        return place if not place or self._is_place(place, is_sure=True) else None

    def _day(self, text: str) -> str | None:
        """The date at the end of a text that else says only that it was signed, and where."""
        for day in self._days(text):
            found = self._cells.day(day) if any(map(str.isdigit, day)) else None
            # In figures it is a day for certain, if not always which: that is asked.
            if found and (found.is_certain or (found.readings and _IN_FIGURES.fullmatch(day))):
                return day
        return None

    def _days(self, text: str) -> Iterator[str]:
        yield text
        words = Text(text, self._lang)
        is_said = bool(words.words) and (
            says_signed(words, 0) or words.words[0].key in self._before_days
        )
        for start in words.starts[1:] if is_said else ():
            if any(map(str.isdigit, text[:start])):
                return
            yield text[start:]

    @cached_property
    def _before_days(self) -> frozenset[str]:
        """The words that lead to a day of signature: signature, since, in."""
        rows = ("place", "since", "begun")
        return frozenset[str]().union(*(validity_words(self._lang, row) for row in rows))

    def _days_from(self, text: str) -> int:
        """How many days lie from one date to another: 1.10.2019 bis 30.9.2022, 1995–2001; or 0."""
        period = attempt(partial(Period.from_text, text, self._lang)).value
        if not (period and period.start and period.end and period.start != period.end):
            return 0
        first, last, _ = period.sort_key
        return last - first

    def _is_validity(self, text: str) -> bool:
        """Whether a text says how long a document is valid; before 2018 is rather its day."""
        found = self._validities.read(text, "").value
        until = found.term.until if found and found.term else None
        is_before = until is not None and until.precision == "year" and str(until) not in text
        return not is_before and self._validities.tells_nothing_else(text)

    def _clauses(self, text: str) -> str:
        """The clauses behind a title that are one validity together: ", 5 years, renewable"."""
        for cut in _CUT.finditer(text):
            first, *others = _CUT.split(text[cut.end() :], maxsplit=1)
            known = self._validities.read(first, "").value if others else None
            term = known.term if known and _is_outside(text[: cut.end()]) else None
            if term and not term.until and self._is_validity(text[cut.end() :]):
                return text[cut.start() :]
        return ""


def are_nearly_all(answers: Iterable[bool]) -> bool:
    """Whether several answers are yes, and few are no.

    >>> are_nearly_all([True, True, True, False, True]), are_nearly_all([True])
    (True, False)
    """
    found = [*answers]
    return len(found) >= _FEW and sum(found) >= _NEARLY_ALL * len(found)


def day_behind(text: str) -> str | None:
    """The day in figures that stands behind a title without a comma, as it is written.

    >>> day_behind("Memorandum with the University of Tehran 11-04-22")
    '11-04-22'
    """
    found = _BEHIND.search(text)
    return found[2] if found else None


def year_behind(text: str) -> str | None:
    """The year that stands behind a title without a comma.

    >>> year_behind("Memorandum on timber 2021"), year_behind("Memorandum of 2021, on timber")
    ('2021', None)
    """
    found = _YEAR_BEHIND.search(text)
    return found[1] if found else None


def _is_vague(reading: Reading[PartialDate]) -> bool:
    """Whether words say of a date that it is in some part of a year."""
    return reading.problem is not None and reading.problem.code == "vague-date"


def _last(text: str) -> re.Match[str] | None:
    """The last comma outside of brackets and quotes, or the brackets at the end."""
    found = None
    for bracket in _BRACKET.finditer(text):
        if bracket.end() == len(text):
            return bracket
    for cut in _CUT.finditer(text):
        if _is_outside(text[: cut.start()]):
            found = cut
    return found


def _is_outside(before: str) -> bool:
    """Whether what stands behind a text is outside of brackets and quotes."""
    return all(before.count(one) == before.count(other) for one, other in ("()", "[]", "«»"))
