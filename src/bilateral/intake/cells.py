"""What stands in the cells of a list: dates, places, clauses, kinds, sectors, states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

import attrs
from babel import Locale

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, is_list
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.events import Event, EventKind
from bilateral.instruments import AgreementKind
from bilateral.intake.findings import Reading, attempt
from bilateral.intake.layout.date_orders import DateStyle, in_style
from bilateral.intake.layout.ditto import is_same
from bilateral.intake.layout.heading_words import kind_of_column, named_kind
from bilateral.intake.short_fields import fields_in_full
from bilateral.intake.short_kinds import in_full, with_kind_in_full, written_out
from bilateral.intake.signatures import place_of_signature
from bilateral.language.folding import fold, grammar, tidy
from bilateral.problems import Problem
from bilateral.reading.candidates import PARTNERS, Match
from bilateral.reading.finding import certain, find
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.subjects import sectors_about
from bilateral.reading.title_parts.attachments import statuses
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.sectors import Sector
from bilateral.tables import BUILT_IN, languages
from bilateral.wire.schema import Parsed, Shape, fields_of
from bilateral.wire.sheets.dates import NOTHING
from bilateral.wire.sheets.labels import Labels
from bilateral.wire.sheets.protection import Cell, text_of
from bilateral.wire.sheets.values import CellReader

__all__ = ["YEAR", "Cells"]

# Between a date and a place.
_PARTS = re.compile(r"\s*[,;\n]\s*")
_FIGURES = re.compile(r"(\d[\d./-]*\d(?:\s*(?:г\.|год(?:а)?))?)\s+(?=[^\W\d])(.+)", re.DOTALL)
# Between kinds, of which a document has one.
_SEVERAL = re.compile("[/;,\n]")
_IN_BRACKETS = re.compile(r"(.*\d)\s*\(([^()\d]+)\)")
_DAY_IN_BRACKETS = re.compile(r"([^()\d]+?)\s*\(([^()]*\d[^()]*)\)")
_SMALL = re.compile(r"(?:^|\s)[^\W\dA-ZА-ЯÄÖÜ]{1,3}\Z")
_AS_WRITTEN = frozenset({Match.CODE, Match.EXACT, Match.FOLDED, Match.ALIAS})
_BRACKETS = re.compile(r"\([^()]*\)")
# What a document is called, and which one it is: Vertrag „Join“, 2. Nachtrag.
_OWN_NAME = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"")
_YEARS = re.compile(r"[\s,(]+\d{4}(?:\s*[-–/]\s*(?:\d{4}|\d\d))?\)?\s*\Z")
_ORDINAL = re.compile(r"\A\s*\d{1,2}(?:\.|-?(?:й|е|я|ое|ый|ий|ая|st|nd|rd|th))\s+(?=[^\W\d])")
# Between fields.
_ITEMS = re.compile(r"\s*[,;/\n]\s*")
# Between statements about one document.
_STATEMENTS = re.compile(r"\s*[,;]\s+|\s+[-–—]\s+|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
# The row of the table with what says where to look.
_REFERENCE = "reference"
_WORD = re.compile(r"[^\W_]+")
# So long are the letters by which offices call their parts.
_LONGEST_CODE = 5
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# A month alone: VIII.2013. Of a whole day, it is read with the words of dates.
_ROMAN_MONTH = re.compile(
    rf"({'|'.join(_ROMAN_MONTHS)})[./-]((?:19|20)\d\d)", re.ASCII | re.IGNORECASE
)
_DOTTED = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?\s*", re.ASCII)
_IN_FIGURES = r"\d{1,2}\.\d{1,2}\.\d{4}(?:\s*г\.?)?"
# A date in figures beside a place: no other reading has to be tried.
_BESIDE = re.compile(
    rf"(?P<date>{_IN_FIGURES})\s*[,;\n]\s*(?P<place>\D+)"
    rf"|(?P<before>\D+?)\s*[,;\n]\s*(?P<behind>{_IN_FIGURES})"
)
_BEFORE_FIGURES = re.compile(
    rf"(\D+?)\s+({_IN_FIGURES}|\d{{4}}-\d\d(?:-\d\d)?|(?:\d\d?/)?\d\d?[./]\d{{4}}"
    r"|(?:(?:\d{1,2}\s+)?[^\W\d_]+\s+)?(?:19|20)\d\d(?:\s*г(?:\.|ода?)?)?)"
)
# What somebody doubts who has written it.
_OF_YEAR = r"\s*(?:г(?:\.|ода?)?)?\s*"
_DOUBTED = re.compile(
    rf"\?\s*(?P<before>\d.*\d)|(?P<behind>.*\d){_OF_YEAR}(?:\?|\(\?\)){_OF_YEAR}", re.DOTALL
)
# Signs between a month in words and figures: Mar-2009, Oct /2014.
_NAMED = re.compile(r"(?<=[^\W\d_])(?:[-./]|\s/)+\s*(?=\d)|(?<=\d)[-/](?=[^\W\d_])")
# A date in figures with spaces around its signs; two figures with others may be a period.
_SPACED = re.compile(r"\s*\d+(?:(?:\s*[-./]\s*\d+){2}|\s*/\s*\d{4})\s*", re.ASCII)
# Commas for the points of a day; three numbers of two digits may be anything else.
_COMMAS = re.compile(r"\A\s*(\d{1,2})[.,]\s*(\d{1,2})[.,]\s*(\d{4})(?!\d)", re.ASCII)
# The basic format of ISO 8601: 20190512.
_BASIC = re.compile(r"\b((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})\b", re.ASCII)
# The letter that looks like a zero: 12.1O.2O18.
_LETTER_O = re.compile("[OoОо]")
_WITH_O = re.compile(r"[\dOoОо]{1,2}([./-])[\dOoОо]{1,2}\1\d[\dOoОо]{3}", re.ASCII)
# All but the last of several days: 27-28.10.2022, 3. 3. / 17. 4. 1958.
_FIRST_DAYS = re.compile(
    r"(?:^|(?<=[^\W\d_] ))\d{1,2}\.?\s*(?:\d{1,2}\.\s*)?(?:\d{4}\s*)?[-–—/]\s*(?=\d{1,2}[., ])"
)
# What stands for a day or a month that nobody knows: ?? 2016, NA.11.2016.
_NO_DAY = re.compile(r"\A(?:(?:\?+|[xх_*]{1,2}|n\.?/?a\.?)[\s./-]+)+(?=\w)", re.IGNORECASE)
# A year before its month in words: 2013, Nov; 2013-Nov-05.
_YEAR_FIRST = re.compile(
    r"([0-9]{4})[\s,./(-]+([^\W\d_]{3,}\.?)(?:[\s,./-]*(?<=[\s,./-])([0-9]{1,2})\.?)?\)?"
)
# What leads from a year to a footnote.
_FOOTNOTE = re.compile(r"(?<=\d{4})\s*(?:[*†‡¹²³]+|\d\))\Z")
# Between days that each have their year.
_DAYS_APART = re.compile(r"\s*[,;()\n]\s*|\s+(?:[/&+]|and|und|и)\s+")
#: A year of the last century or this one, in other words or alone.
YEAR: re.Pattern[str] = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_NO_YEAR = "XXXX"
# The second year of a winter: WS 2014/15.
_WINTER = re.compile(r"(?<=(?<!\d)(?:19|20)\d\d)/(?:\d\d){1,2}\Z", re.ASCII)
# From one year to another: that is a time.
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)\D{0,5}[-–—]\s*\d.*(?!\1)(?:19|20)\d\d", re.ASCII)
# The letters of an abbreviation that tells a language, and of the codes of most of them.
_SHORTEST, _CODE = 3, 2
# So many texts are read once, however often they stand in a list.
_REMEMBERED = 20_000


class Cells:
    """Reads cells, in the language of a list first."""

    def __init__(self, lang: str) -> None:
        self.lang: str = lang
        self._reader = CellReader(Labels({}), lang)
        self._shapes: dict[str, Shape] = {one.name: one.shape for one in fields_of(Agreement)}
        self._date: Shape = Parsed(PartialDate)
        remember = lru_cache(_REMEMBERED, typed=True)
        self._days: Callable[[Cell, DateStyle | None], Reading[PartialDate]] = remember(self._day)
        self._kinds: Callable[[Cell], Reading[AgreementKind]] = remember(self._kind)
        self._all_sectors: Callable[[Cell], Reading[tuple[Sector, ...]]] = remember(self._sectors)

    # --- dates ---

    def day(self, cell: Cell, style: DateStyle | None = None) -> Reading[PartialDate]:
        """A date, in figures in the ``style`` of its column.

        One that says only that there is none has no value and no problem.
        """
        return self._days(cell, style)

    def _day(self, cell: Cell, style: DateStyle | None) -> Reading[PartialDate]:
        if isinstance(cell, int) and _BASIC.fullmatch(str(cell)):
            cell = str(cell)
        cell = _without_roman(cell) if isinstance(cell, str) else cell
        cell = _in_figures(cell) if isinstance(cell, str) else cell
        if isinstance(cell, str) and YEAR.search(bare := _NO_DAY.sub("", cell)):
            cell = bare
        if isinstance(cell, str) and (figures := _DOTTED.fullmatch(cell)):
            day, month, year = map(int, figures.groups())
            plain = attempt(lambda: PartialDate.parse(f"{year:04}-{month:02}-{day:02}"))
            if day and month and plain.is_certain:
                return plain
        told = in_style(cell, style)
        if told != cell and (plain := self._read_day(told)).is_certain:
            return plain
        found = self._read_day(cell)
        if found.is_certain or found.readings or not isinstance(cell, str):
            return found
        if doubted := self._doubted(cell, style):
            return doubted
        # Мар.2009, Mar-2009; the last of several days; one with a mark; the year first.
        years = sorted(map(int, YEAR.findall(cell)))
        is_time = _TWO_YEARS.search(cell) or (years and years[-1] > years[0] + 1)
        last = cell if is_time else _FIRST_DAYS.sub("", cell)
        for text in (
            _NAMED.sub(" ", cell),
            last,
            _FOOTNOTE.sub("", cell),
            _year_last(cell),
            _WINTER.sub("", cell),
        ):
            again = self._read_day(text) if text != cell else found
            # Of the winter of two years, the first counts.
            is_month = text[:1].isalpha() and "-" in str(again.value)
            is_month = is_month or bool(_FOOTNOTE.search(cell))
            if again.value and again.is_certain and (again.value.day or is_month):
                return again
        return Reading(None, Problem("several-days", (), cell)) if self._are_days(cell) else found

    def _are_days(self, text: str) -> bool:
        """Whether a text has several years in it, and one of them stands in a day."""
        parts = [one for one in _DAYS_APART.split(text) if YEAR.search(one)]
        found = map(self.day, parts)
        return len(parts) > 1 and any(one.value or one.readings for one in found)

    def has_several_days(self, text: str) -> bool:
        """Whether a text has several days, of which the last is taken."""
        return bool(_FIRST_DAYS.search(text))

    def _doubted(self, text: str, style: DateStyle | None) -> Reading[PartialDate] | None:
        """A date that somebody doubts who has written it: around 1995? 08/01/2016 (?)."""
        match = _DOUBTED.fullmatch(text)
        written = in_style(match["before"] or match["behind"], style) if match else ""
        likely = str(self._read_day(written).value or "")
        if likely:
            about = likely.removesuffix("~")
            return attempt(partial(PartialDate.parse, f"{about}{'?' if about == likely else '%'}"))
        # In figures, of which the order is not known.
        either = self._read_day(f"{written} (?)") if match else None
        return either if either and either.readings else None

    def _read_day(self, cell: Cell) -> Reading[PartialDate]:
        value, _ = self._reader.read(self._date, cell)
        if value is NOTHING:
            return Reading()
        if isinstance(value, str) and value.startswith(_NO_YEAR) and _NO_YEAR not in str(cell):
            # Of February 2015, or on a 15th of it: Feb-15.
            return Reading(None, Problem("two-digit-year", (), text_of(cell)))
        if isinstance(value, Rejected):
            return _with_hint(_rejected(value))
        return attempt(lambda: PartialDate.parse(value))

    def day_and_place(
        self, cell: Cell, style: DateStyle | None = None
    ) -> tuple[Reading[PartialDate], str | None]:
        """A date, and the place beside it if there is one."""
        match = _BESIDE.fullmatch(cell) if isinstance(cell, str) else None
        if match:
            found = self.day(match["date"] or match["behind"], style)
            if found.is_certain and _has_name(match["place"] or match["before"]):
                return found, self._place(match["place"] or match["before"])
        whole = self.day(cell, style)
        if whole.problem is None or not isinstance(cell, str):
            return whole, None
        for date, place in _splits(tidy_lines(cell)):
            found = self.day(date, style)
            # What has figures is another date: 1963, neu 1991.
            is_place = _has_name(place) and not any(map(str.isdigit, place))
            if found.is_certain and is_place and self._may_be(cell, place):
                return found, self._place(place)
        return whole, None

    def _place(self, text: str) -> str:
        return place_of_signature(tidy(text), self.lang)

    def _may_be(self, text: str, place: str) -> bool:
        """Whether a place is a known one, or none in brackets or before a day without a comma."""
        is_doubtful = text.endswith(f"({place})") or text.startswith(f"{place} ")
        return not is_doubtful or bool(certain(self._place(place), self.lang, PARTNERS))

    def period(self, cell: Cell) -> Reading[Period]:
        """A period; a bare year is one, too."""
        value, _ = self._reader.read(self._shapes["period"], cell)
        if value is NOTHING:
            return Reading()
        if isinstance(value, Rejected):
            return _rejected(value)
        return attempt(lambda: Period.parse(value))

    # --- codes and their names ---

    def kind(self, cell: Cell) -> Reading[AgreementKind]:
        """A kind of document by its name or code, also with what it is about beside it."""
        return self._kinds(cell)

    def _kind(self, cell: Cell) -> Reading[AgreementKind]:
        value, _ = self._reader.read(self._shapes["kind"], cell)
        if not isinstance(value, Rejected) and value in AgreementKind._value2member_map_:
            return Reading(AgreementKind(value))
        text = text_of(cell)
        for lang in dict.fromkeys((self.lang, *languages())):
            plain = _ORDINAL.sub("", _OWN_NAME.sub("", text))
            names = [one for words in (text, plain.strip()) for one in in_full(words, lang)]
            # A word of another language may look like one that is cut: und, understanding.
            names = names or [(written_out if lang == self.lang else with_kind_in_full)(text, lang)]
            titles = [parse_title(one, lang) for one in names if one != text]
            named_kinds = {one.kind for one in titles if one.kind and not one.rest}
            if len(named_kinds) == 1:
                return Reading(named_kinds.pop())
            for words in dict.fromkeys((text, _BRACKETS.sub("", text), plain)):
                title = attempt(partial(parse_title, words, lang)).value
                if title and title.kind and "kind" not in title.uncertain and _is_one(title):
                    return Reading(title.kind)
        # As headings name them: twin towns.
        # For which years, that does not say: Erasmus+ IIA 2014-2021.
        bare = _YEARS.sub("", text)
        named = named_kind(bare, self.lang) or kind_of_column(bare, self.lang)
        # The same one in two languages: Protocole d'accord / Protocol of agreement.
        parts = _SEVERAL.split(text)
        if named is None and len(parts) > 1:
            kinds = {self.kind(one.strip()).value for one in parts}
            named = kinds.pop() if len(kinds) == 1 else None
        problem = None if named else Problem("unknown-agreement-kind", (), text)
        return Reading(named, problem)

    def sectors(self, cell: Cell) -> Reading[tuple[Sector, ...]]:
        """The sectors in a cell; those that its words are about, where they are not names only."""
        return self._all_sectors(cell)

    def _sectors(self, cell: Cell) -> Reading[tuple[Sector, ...]]:
        values, _ = self._reader.read(self._shapes["sectors"], cell)
        items: list[Any] = values if is_list(values) else [values]
        known = dict.fromkeys(one for one in items if isinstance(one, str))
        sectors = tuple(Sector(code) for code in known)
        wrong = next((one for one in items if isinstance(one, Rejected)), None)
        if wrong is None:
            return Reading(sectors or None)
        both = tuple(dict.fromkeys((*self._about(text_of(cell)), *sectors)))
        return Reading(both or None, wrong.problems[0])

    def _about(self, text: str) -> tuple[Sector, ...]:
        """The sectors that a text is about, as a whole or, where that is not clear, in its parts.

        It may be in another language than the list, as the names of courses are.
        """
        text = fields_in_full(text, self.lang)
        parts = [one for one in _ITEMS.split(text) if one]
        for lang in dict.fromkeys((self.lang, *languages())):
            found = sectors_about(text, lang) or tuple(
                dict.fromkeys(sector for part in parts for sector in sectors_about(part, lang))
            )
            if found:
                return found
        return ()

    def sectors_of_faculty(self, name: str) -> tuple[Sector, ...]:
        """The sectors that the name of a faculty or of a school in a university tells."""
        words = grammar(self.lang).words("faculty")
        rest = [word for word in name.split() if fold(word).strip(",;.") not in words]
        return self.sectors(" ".join(rest)).value or ()

    def says_no_field(self, cell: Cell) -> bool:
        """Whether a cell in a column of fields names none: all, various, see above, INW."""
        text = text_of(cell)
        if text.isupper() and text.isalpha() and len(text) <= _LONGEST_CODE:
            # By such letters a faculty or an office is called.
            return True
        words = fold(text).strip(" .-–—")
        is_known = any(words in grammar(lang).words("no_field") for lang in languages())
        return is_known or bool(words and self._is_reference(words))

    def languages(self, cell: Cell) -> Reading[tuple[str, ...]]:
        """The languages in a cell, between commas or semicolons."""
        names = [one for one in re.split(r"\s*[,;/\n]\s*", text_of(cell)) if one]
        shape = self._shapes["languages"]
        found: list[str] = []
        for name in names:
            values, _ = self._reader.read(shape, self._in_full(name))
            tags = values if is_list(values) else [values]
            if len(tags) != 1 or not isinstance(tags[0], str) or len(tags[0]) > len("uz-Cyrl"):
                return Reading(None, Problem("invalid-language", (), name))
            found += tags
        return Reading(tuple(dict.fromkeys(found)))

    def _in_full(self, name: str) -> str:
        """The language that an abbreviation with a point stands for: рус., engl."""
        begin = fold(name).rstrip(".")
        if not name.endswith(".") or len(begin) < _SHORTEST:
            return name
        names: list[Mapping[str, str]] = [
            Locale.parse(lang).languages for lang in languages() if lang in BUILT_IN
        ]
        found = {
            code
            for known in names
            for code, full in known.items()
            if len(code) == _CODE and fold(full).startswith(begin)
        }
        return found.pop() if len(found) == 1 else name

    def status(self, cell: Cell) -> Reading[tuple[EventKind, ...]]:
        """The events that a statement of the status tells of; none for one that is only signed."""
        words = fold(_BRACKETS.sub(" ", text_of(cell))).strip(" .")
        for lang in dict.fromkeys((self.lang, *languages())):
            found = statuses(lang).get(words)
            if found not in (None, _REFERENCE):
                return Reading(() if found == "none" else (EventKind(found),))
        return Reading(None, Problem("unknown-status", (), text_of(cell)))

    def told(self, text: str) -> tuple[tuple[Event, ...], list[str]]:
        """What happened to a document by the parts of a text, and the parts that tell nothing.

        One that only says where to look, or that nothing has happened yet, is neither.
        """
        events: dict[EventKind, Event] = {}
        rest: list[str] = []
        for part in filter(None, _STATEMENTS.split(text)):
            event = self.happened(part)
            known = events.get(event.kind) if event else None
            if event is None:
                is_known = self._is_reference(part) or self.status(part).value is not None
                is_known = is_known or self.day(part) == Reading()
                rest += [] if is_known else [part]
            elif known is None or known.date is None:
                events[event.kind] = event
            elif event.date not in (None, known.date):
                rest.append(part)
        return tuple(events.values()), rest

    def _is_reference(self, text: str) -> bool:
        """Whether a text begins as one that says where to look: see no. 5."""
        word = fold(text).split(maxsplit=1)[0].rstrip(".")
        known = dict.fromkeys((self.lang, *languages()))
        return any(statuses(lang).get(word) == _REFERENCE for lang in known)

    def happened(self, text: str) -> Event | None:
        """What happened to a document, and on what day if that stands behind: gekündigt 2003."""
        words = text.split()
        for cut in range(len(words), 0, -1):
            kinds = self.status(" ".join(words[:cut])).value
            rest = " ".join(words[cut:])
            day = self.day(rest) if rest else None
            if kinds and (day is None or day.is_certain):
                return Event(kinds[0], day.value if day else None)
        return None

    def names_status(self, text: str) -> bool:
        """Whether words for a status that is an event stand anywhere in a text."""
        said = f" {' '.join(_WORD.findall(fold(text)))} "
        return any(
            f" {words} " in said and kind not in ("none", _REFERENCE)
            for lang in languages()
            for words, kind in statuses(lang).items()
        )


def _is_one(title: ParsedTitle) -> bool:
    """Whether a cell names one kind, be it behind attributes: Student Exchange Agreement."""
    _, *others = _SEVERAL.split(title.text)
    if title.subject and not _is_about(title, title.subject) and not _is_compound(title.subject):
        others.append(title.subject)
    if any(parse_title(one, title.lang).kind for one in others if one):
        return False
    if not title.rest:
        return True
    named = find(title.designation or "", title.lang, type=AgreementKind)
    is_nominative = any(one.how in _AS_WRITTEN for one in named)
    # "Renewal of", "Verlängerung der": then it is only about a document of that kind.
    is_attribute = len(title.rest) == 1 and not _SMALL.search(title.rest[0])
    return is_nominative and is_attribute and f"{title.rest[0]}." not in title.text


def _is_compound(subject: str) -> bool:
    """Whether a subject is a word with a hyphen or figures, and no document: PhD-Programm."""
    return " " not in subject and ("-" in subject or any(map(str.isdigit, subject)))


def _is_about(title: ParsedTitle, subject: str) -> bool:
    """Whether a preposition is before a subject, which may then name documents: on programmes."""
    before = Text(title.text.partition(subject)[0], title.lang)
    return bool(before.words) and bool(before.role(len(before.words) - 1, "on"))


def _rejected(value: Rejected) -> Reading[Any]:
    problem = value.problems[0]
    readings = str(problem.details.get("readings", "")).split(" / ")
    return Reading(None, problem, tuple(filter(None, readings)))


def _with_hint(reading: Reading[PartialDate]) -> Reading[PartialDate]:
    """The reading with the date that is likely meant, if there is one."""
    hint = reading.problem.hint if reading.problem else None
    likely = attempt(lambda: PartialDate.parse(hint)) if hint else reading
    return attrs.evolve(reading, value=likely.value)


def _without_roman(text: str) -> str:
    """A month with its number in figures where that is a Roman one: VIII.2013."""
    found = _ROMAN_MONTH.fullmatch(text.strip())
    return f"{found[2]}-{_ROMAN_MONTHS.index(found[1].upper()) + 1:02}" if found else text


def _in_figures(text: str) -> str:
    """A date in figures with its signs alone and as they are usual, and with 0 for the letter O."""
    plain = "".join(text.split()) if _SPACED.fullmatch(text) else text
    plain = _BASIC.sub(r"\1-\2-\3", plain)
    plain = _COMMAS.sub(r"\1.\2.\3", plain)
    return _LETTER_O.sub("0", plain) if _WITH_O.fullmatch(plain) else plain


def _year_last(text: str) -> str:
    """A date with its year at the end, where this comes before the month in words."""
    found = _YEAR_FIRST.fullmatch(text.strip())
    return " ".join(filter(None, (found[3], found[2], found[1]))) if found else text


def tidy_lines(text: str) -> str:
    """A text with single blanks, but with its lines."""
    return "\n".join(filter(None, map(tidy, text.splitlines())))


def _has_name(text: str) -> bool:
    """Whether a text has a capital letter, as the name of any place has, or is a mark for one.

    Two letters alone are none.
    """
    is_short = text.isupper() and len(text) <= _CODE
    return (any(map(str.isupper, text)) and not is_short) or is_same(text)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The ways to take a text for a date and a place, in either order."""
    cuts = list(_PARTS.finditer(text))
    for cut in (cuts[0], cuts[-1]) if cuts else ():
        before, behind = text[: cut.start()].strip(), text[cut.end() :].strip()
        if before and behind:
            yield before, tidy(behind)
            yield behind, tidy(before)
    if bracket := _IN_BRACKETS.fullmatch(text):
        yield bracket[1], tidy(bracket[2])
    if bracket := _DAY_IN_BRACKETS.fullmatch(text):
        yield bracket[2], tidy(bracket[1])
    if figures := _FIGURES.fullmatch(text):
        yield figures[1], tidy(figures[2])
    if figures := _BEFORE_FIGURES.fullmatch(text):
        yield figures[2], tidy(figures[1])
