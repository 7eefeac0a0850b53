"""The rows of a list: what each cell says about a document."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from bilateral.intake.day_cells import DayCells
from bilateral.intake.drafts import Draft
from bilateral.intake.findings import Reading
from bilateral.intake.given import Given, plain
from bilateral.intake.home import with_owner
from bilateral.intake.layout.columns import Columns
from bilateral.intake.layout.date_columns import day_of_number
from bilateral.intake.layout.date_orders import in_one_order, style_of
from bilateral.intake.layout.headers import has_place, key_of_header
from bilateral.intake.layout.heading_rows import Meetings, is_across, is_numbered, is_of_home
from bilateral.intake.layout.heading_words import is_sum, names_one
from bilateral.intake.layout.headings import (
    Heading,
    Section,
    heading_above,
    is_record,
    names_document,
    read_heading,
    tells_signatories,
)
from bilateral.intake.layout.party_columns import kinds_of_header
from bilateral.intake.questions import topic_of
from bilateral.intake.row_dates import RowDates
from bilateral.intake.row_kinds import RowKind
from bilateral.intake.row_subjects import Readers, RowSubject
from bilateral.intake.row_titles import RowTitle
from bilateral.intake.short_kinds import kind_names
from bilateral.intake.sides import OF_TOWNS
from bilateral.intake.tails import are_nearly_all, day_behind
from bilateral.language.folding import fold, tidy
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.bodies.surroundings import TOWNS
from bilateral.wire.sheets.protection import Cell, Fault, is_blank, text_of
from bilateral.wire.sheets.recognition import letters
from bilateral.wire.sheets.writing import Row

__all__ = ["RowReader"]

_KEY_LENGTH = 12
# What is asked for where a cell is not understood, if it is not called like its column.
_ASKED_FOR = {"title": "kind", "validity": "term", "expires": "term", "signed_at": "signed"}
# What is read as dates.
_WITH_DATES = ("signed", "signed_at", "in_force", "terminated", "expires")
# How many rows tell what a column has, how many of them must, and which share of those known.
_SAMPLE = 200
_LEAST = 3
_MOST = 0.9
# How many towns tell that the other names are those of towns, too, and which share of those known.
_SEVERAL, _FAR_THE_MOST = 5, 0.75
_MANY = 8
_PARTS_OF_REGIONS = (PartnerKind.DISTRICT, PartnerKind.MUNICIPALITY)
# Beside some bodies, what may be the name of a town is one if so many are, or speak for one.
_MORE = 0.6


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, columns: Columns, readers: Readers) -> None:
        self._columns = columns
        self._readers = readers
        self._keys: Counter[str] = Counter()
        self._styles = {
            field: style_of(
                (row.get(column) for _, row in columns.rows()), are_ends=field == "expires"
            )
            for column, field in columns.fields.items()
            if field in _WITH_DATES
        }
        if self._styles.keys().isdisjoint({"signed", "signed_at"}):
            self._styles["signed"] = style_of(self._days_behind_titles())
        self._styles = in_one_order(self._styles)
        self._extra_keys = dict(self._keys_of_extra())
        self._meetings = Meetings(
            readers.lang, readers.cells, readers.tails, readers.sides.own_country
        )
        above = [*columns.above(readers.lang)]
        self._section = Section(heading_above(above, readers.lang))
        # A first line that is no record is taken for the header of the only column.
        alone = columns.names.values() if len(columns.names) == 1 else ()
        for met in filter(None, map(self._meetings.above, (*above, *alone))):
            self._section.enter(met)
        # Whether there was a record already.
        self._has_begun = False
        of_body = PartnerKind.ORGANISATION if readers.is_of_body else None
        self._are_towns = False
        self._told = self._told_of_all() or of_body
        self._is_one_kind = self._has_one_kind()
        documents = [*islice(filter(self._names_kind, self._titles()), _SAMPLE)]
        self._are_dated = readers.tails.are_dated(documents)
        titles = [title for one in documents if (title := readers.title(one).value)]
        self._have_days = are_nearly_all(one.date is not None for one in titles)

    def _titles(self) -> Iterator[str]:
        """The titles of documents."""
        columns = [n for n, field in self._columns.fields.items() if field == "title"]
        for _, row in self._columns.rows():
            yield from (text for one in columns if (text := tidy(text_of(row.get(one)))))

    def _names_kind(self, text: str) -> bool:
        title = self._readers.title(text).value
        return title is not None and title.kind is not None

    def _days_behind_titles(self) -> Iterator[str]:
        """The days in figures behind the titles, which are all written in one way."""
        yield from filter(None, map(day_behind, self._titles()))

    def _keys_of_extra(self) -> Iterator[tuple[int, str]]:
        """The key of the private data for each column; those with one header have their letters."""
        seen: set[str] = set()
        width = max((max(row, default=0) for row in self._columns.sheet.rows.values()), default=0)
        for column in range(1, width + 1):
            name = self._columns.names.get(column)
            key = key_of_header(name or f"column {letters(column)}")
            if key in seen:
                key = f"{key}.{letters(column).lower()}"
            seen.add(key)
            yield column, key

    def _told_of_all(self) -> PartnerKind | None:
        """What a name in the column of partners is of which no more is known: a body, a town.

        The header may say that all are bodies. Else some must be known to be, and next to none a
        place; or far the most be towns: where the header names towns, too, beside some bodies.
        """
        found: Counter[PartnerKind] = Counter()
        kinds: set[PartnerKind] = set()
        for column, field in self._columns.fields.items():
            if field in ("partner", "side_a", "side_b"):
                kinds |= (named := self._kinds_of(self._columns.names.get(column, "")))
                if named and not any(one.is_territory for one in named):
                    return PartnerKind.ORGANISATION
                rows = islice(self._columns.rows(), _SAMPLE)
                cells = (row.get(column) for _, row in rows if len(_texts(row)) > 1)
                texts = {text_of(cell) for cell in cells if not is_blank(cell)}
                found.update(chain.from_iterable(map(self._readers.sides.kinds_in, texts)))
        bodies = sum(count for kind, count in found.items() if not kind.is_territory)
        if bodies >= _LEAST and bodies >= _MOST * found.total():
            return PartnerKind.ORGANISATION
        towns = found[PartnerKind.CITY]
        if kinds and kinds <= TOWNS:
            # Beside them may be bodies, and regions that are called as their towns are.
            towns, bodies = found.total() - bodies, 0
        units = towns + sum(found[kind] for kind in _PARTS_OF_REGIONS)
        is_of_towns = not bodies and (
            (towns >= _SEVERAL and towns >= _FAR_THE_MOST * found.total())
            # Beside districts and municipalities, which are called so, a bare name is a town.
            or (units >= _MANY and units >= _FAR_THE_MOST * found.total())
        )
        of_towns = sum(count for kind, count in found.items() if kind in OF_TOWNS)
        others = found.total() - found[PartnerKind.REGION]
        self._are_towns = of_towns >= max(_SEVERAL, _MORE * others, found[PartnerKind.REGION])
        return PartnerKind.CITY if is_of_towns else None

    def _kinds_of(self, header: str) -> set[PartnerKind]:
        """The kinds of partners that a header names: Agency, Partner libraries."""
        told = read_heading(header, self._readers.lang).party
        return kinds_of_header(header, self._readers.lang) | ({told} if told else set())

    def _has_one_kind(self) -> bool:
        """Whether the column of kinds has the same one in several rows, and no other."""
        places = (n for n, field in self._columns.fields.items() if field == "kind")
        column = next(places, 0)
        rows = islice(self._columns.rows(), _SAMPLE)
        cells = [cell for _, row in rows if not is_blank(cell := row.get(column))]
        kinds = {self._readers.cells.kind(cell).value for cell in cells}
        return len(cells) >= _LEAST and len(kinds) == 1

    def key(self, row: Row) -> str:
        """What identifies a row by its content, wherever it stands."""
        content = "\x1f".join(
            f"{self._columns.name(column)}\x1e{text_of(cell)}"
            for column, cell in sorted(row.items())
            if not is_blank(cell) and self._columns.fields.get(column) != "counter"
        )
        key = hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:_KEY_LENGTH]
        self._keys[key] += 1
        return key if self._keys[key] == 1 else f"{key}-{self._keys[key]}"

    def read(
        self,
        number: int,
        row: Row,
        key: str,
        corrected: Mapping[str, str],
        *,
        likely: bool,
    ) -> Draft:
        """What a row says; ``corrected`` is what a person has said about its fields.

        Rows are read in their order: headings hold for those below.
        """
        draft = Draft(self._columns.sheet.title, number, key, likely=likely)
        if not corrected and self._is_heading(number, row):
            draft.text = tidy(next(text_of(cell) for cell in row.values() if not is_blank(cell)))
            draft.is_heading = True
            return draft
        self._has_begun = True
        cells: dict[str, Cell] = {}
        places: dict[str, int] = {}
        is_numbered = False
        for column, cell in sorted(row.items()):
            field = self._columns.fields.get(column)
            if is_blank(cell):
                continue
            if field is None:
                draft.keep(self._extra_keys[column], plain(cell))
            elif isinstance(cell, Fault):
                draft.take(field, Reading(None, Problem(cell.code, (), cell.value)))
            elif field == "counter":
                is_numbered = True
            else:
                zero = self._columns.sheet.day_zero
                cells[field] = day_of_number(cell, zero) if field in _WITH_DATES else cell
                places[field] = column
        corrected = {**self._answered(cells), **corrected}
        cells |= corrected
        for field in {"signed", "signed_at"} & cells.keys() - corrected.keys():
            self._divide_day(field, cells, places, draft)
        given = Given(
            draft=draft,
            columns=self._columns,
            keys=self._extra_keys,
            cells=cells,
            places=places,
            stated=corrected.keys(),
            styles={one: o for one, o in self._styles.items() if one not in corrected},
            is_numbered=is_numbered,
            section=self._section,
            told=self._told,
            are_towns=self._are_towns,
            is_one_kind=self._is_one_kind,
            are_dated=self._are_dated,
            have_days=self._have_days,
        )
        if RowTitle(given, self._readers).read():
            RowKind(given, self._readers).read()
            RowSubject(given, self._readers).read()
            readers = self._readers
            RowDates(given, readers.cells, readers.validities, readers.remarks).read()
        else:
            self._section.enter(Heading())
        return draft

    def _divide_day(
        self, field: str, cells: dict[str, Cell], places: Mapping[str, int], draft: Draft
    ) -> None:
        """Take apart a cell that says more than the day, unless a cell beside it says as much."""
        readers = self._readers
        days = DayCells(readers.cells, readers.validities, readers.tails)
        header = self._columns.name(places[field])
        found = days.divided(cells[field], self._styles.get(field), at=has_place(header))
        day, note = found.pop("signed", ""), found.pop("note", "")
        is_told = "kind" in found and "title" in cells
        if not day or is_told or not cells.keys().isdisjoint(found):
            return
        if note or found.keys() - {"place"}:
            draft.keep(self._extra_keys[places[field]], plain(cells[field]))
        cells.update(found, **{field: day})

    def _answered(self, cells: Mapping[str, Cell]) -> Mapping[str, str]:
        """The fields about whose texts somebody has said what they mean, with that."""
        answers = self._readers.answers
        found: dict[str, str] = {}
        for field, cell in cells.items() if answers else ():
            asked = _ASKED_FOR.get(field, field)
            if answer := answers.get(topic_of(asked, tidy(text_of(cell)))):
                found["kind" if field == "title" else field] = answer
        return found

    def _is_heading(self, number: int, row: Row) -> bool:
        """Whether a row is a heading that says something of those below, which is noted."""
        text, *others = _texts(row)
        lang = self._readers.lang
        if others:
            # In brackets below the headers stands what they mean.
            is_key = not self._has_begun and all(
                one[0] + one[-1] == "()" for one in (text, *others)
            )
            return is_key or self._is_total(row)
        if met := self._meeting(number, text):
            self._section.enter(met)
            return True
        heading = read_heading(text, lang)
        if (own := self._readers.sides.own_country) and is_of_home(text, lang):
            heading = Heading(country=own)
        if number in self._columns.sheet.apart and not self._is_document(text, heading):
            self._section.enter(heading)
            return True
        if self._is_title(text):
            self._section.enter(heading)
            return True
        fields = self._columns.fields
        is_chapter = is_numbered(row, text, fields)
        is_wide = is_chapter or is_across(row, text, fields) or tells_signatories(text, lang)
        if not (heading.said() or is_wide) or self._is_record(text, heading, is_wide=is_wide):
            return False
        if is_chapter:
            # A chapter of its own: what was said of the one before does not hold.
            self._section.enter(Heading())
        self._section.enter(heading)
        return True

    def _is_total(self, row: Row) -> bool:
        """Whether numbers stand behind the word for a sum, beside the country of those above."""
        country = next((n for n, one in self._columns.fields.items() if one == "country"), 0)
        without = {column: cell for column, cell in row.items() if column != country}
        return any(
            all(map(_is_number, counts)) and is_sum(f"{word}:", self._readers.lang)
            for word, *counts in map(_texts, (row, without))
        )

    def _is_title(self, text: str) -> bool:
        """Whether the first line, above lines of titles, begins as the title of a list does.

        With what many documents or partners are called, and without a day: Partnerstädte.
        """
        lang, title = self._readers.lang, self._readers.title(text).value
        if self._has_begun or len(self._columns.fields) > 1 or title is None or title.date:
            return False
        if len(title.sides) > 1 and "sides" not in title.uncertain:
            return False
        word, _, rest = text.partition(" ")
        said = read_heading(word, lang)
        is_one = names_one(word, lang) or fold(word) in kind_names(lang)
        # Partnerstadt Lyon is a partner.
        return rest[:1].islower() and not is_one and bool(said.kind or said.party or said.several)

    def _meeting(self, number: int, text: str) -> Heading | None:
        """What a heading says of the meeting at which the documents below were signed."""
        is_apart = number in self._columns.sheet.apart
        if met := self._meetings.occasion(text, is_apart=is_apart):
            return met
        # In a list of partners, places and a day may be a record.
        are_partners = bool(self._section.kind or self._readers.kind)
        is_heading = is_apart or len(self._columns.fields) > 1 or not are_partners
        return self._meetings.places(text) if is_heading else None

    def _is_record(self, text: str, heading: Heading, *, is_wide: bool) -> bool:
        """Whether a text names a document; one that looks like a heading, with a side or a day."""
        lang, title = self._readers.lang, self._readers.title(text).value
        if title and names_one(title.designation, lang) and len(self._columns.fields) == 1:
            # One document has a day, not several: MoU Tourism Board, Hanoi, 3 March 2018.
            _, cells = self._readers.tails.divided(text)
            if "signed" in cells:
                return True
        # A. Neighbours and CIS
        is_bare = is_wide and title and not (title.sides and title.kind) and title.date is None
        return self._has_partner(text) or (not is_bare and is_record(text, heading, lang))

    def _has_partner(self, text: str) -> bool:
        """Whether a line of titles has a subject and a partner: one document, not several."""
        lang, owner = self._readers.lang, self._readers.sides.owner
        title = self._readers.title(text).value if len(self._columns.fields) == 1 else None
        if title is None or owner is None or not title.subject:
            return False
        is_one = fold(title.designation or "") in kind_names(lang)
        return is_one and with_owner(title, owner, self._readers.title) is not None

    def _is_document(self, text: str, heading: Heading) -> bool:
        """Whether a line apart is a document: above all of them, only one with both sides is."""
        lang = self._readers.lang
        if self._has_begun:
            return names_document(text, heading, lang)
        title = self._readers.title(text).value
        is_sure = title is not None and title.uncertain.isdisjoint({"kind", "sides"})
        return is_sure and title is not None and len(title.sides) > 1


def _texts(row: Row) -> list[str]:
    """The different texts in a row, in their order: a merged cell is one."""
    texts = (tidy(text_of(cell)) for cell in row.values() if not is_blank(cell))
    return [*dict.fromkeys(texts)]


def _is_number(text: str) -> bool:
    """Whether a text is a number, perhaps of something: 23, 23 instruments."""
    return text.split(maxsplit=1)[0].isdecimal()
