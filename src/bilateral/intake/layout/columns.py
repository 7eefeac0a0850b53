"""The columns of a list: which row has the headers, and what stands in each column."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

import attrs

from bilateral.coercion import unknown
from bilateral.instruments import AgreementKind
from bilateral.intake.layout.contents import by_contents, column_of_fields
from bilateral.intake.layout.date_columns import columns_of_dates, is_date, with_only_dates
from bilateral.intake.layout.ditto import filled
from bilateral.intake.layout.header_rows import header_row, names_in
from bilateral.intake.layout.headers import (
    FIELDS,
    OTHER_SIDE,
    field_of,
    names_town,
    national_side,
)
from bilateral.intake.layout.headings import is_record, read_heading
from bilateral.intake.layout.legends import explained, legend_of
from bilateral.intake.layout.party_columns import names_state, party_fields, places_in
from bilateral.intake.layout.sources import ITEM
from bilateral.intake.short_kinds import written_out
from bilateral.intake.telling import DATED, OF_PARTNERS, has_only_countries, names_documents
from bilateral.language.folding import fold
from bilateral.partners import PartnerKind
from bilateral.problems import Problem, ValidationError
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parties import read_party
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.wire.sheets.protection import is_blank, text_of
from bilateral.wire.sheets.recognition import letters, unmerged
from bilateral.wire.sheets.writing import Row, Sheet

__all__ = ["Columns", "recognise_columns"]

# What lists write once for several rows below each other.
_WRITTEN_ONCE = ("country", "side_a")
# How many of the cells of a column are looked at, and which share of them must agree.
_SAMPLE = 30
_MOST = 0.5
# So many titles with numbers from one on are counted by them.
_FEW = 3
_NEARLY_ALL, _SOME, _HARDLY_ANY = 0.8, 0.4, 0.2
_TWO = 2
# So many rows must be counted by what are no numbers of documents.
_COUNTED = 3
# The number of a row, and the signs around it: 1. (1) #1
_COUNT = re.compile(r"\W*(\d{1,4})\W*", re.ASCII)
# So much of a cell says whether it is a title.
_LONGEST = 1000


@attrs.frozen(eq=False)
class Columns:
    """The columns of one sheet.

    ``header`` is the last row of the headers, 0 if there is none; ``fields`` has the field of
    each column that is known, ``names`` the header of each that has one, ``countries`` the
    country that the header of a field tells: Irish university. ``dates`` are the columns of
    which one may have the days of signature, where nothing tells which.
    """

    sheet: Sheet
    header: int
    fields: dict[int, str]
    names: Mapping[int, str]
    countries: Mapping[str, str] = attrs.field(factory=dict[str, str])
    dates: tuple[int, ...] = ()

    def name(self, column: int) -> str:
        """The header of a column, or the letters by which a spreadsheet calls it."""
        return self.names.get(column) or letters(column)

    def kind_of_days(self, lang: str) -> AgreementKind | None:
        """The kind of document that headers of dates name: MoU signed, twinned since.

        An agreement may be of any kind.
        """
        headers = (self.names.get(n, "") for n, one in self.fields.items() if one in DATED)
        kinds = {read_heading(one, lang).kind for one in headers} - {None, AgreementKind.AGREEMENT}
        return kinds.pop() if len(kinds) == 1 else None

    def above(self, lang: str) -> Iterator[str]:
        """The texts above the rows, such as the title of the list: each alone in its row."""
        first = next((number for number, _ in self.rows()), 0)
        for number, row in sorted(self.sheet.rows.items()):
            texts = [*dict.fromkeys(_texts(row))]
            if number > max(self.header, first) or len(texts) != 1:
                continue
            heading = read_heading(texts[0], lang)
            is_title = bool(heading.said()) and not is_record(texts[0], heading, lang)
            if number < self.header or (not self.header and is_title):
                yield texts[0]

    @cached_property
    def has_partners(self) -> bool:
        """Whether a column says in nearly all rows who the partner is."""
        columns = [n for n, field in self.fields.items() if field in OF_PARTNERS]
        filled = sum(any(n in row for n in columns) for _, row in self.rows())
        return filled >= _NEARLY_ALL * len(self._rows)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows below the headers that have something in them."""
        return iter(self._rows)

    @cached_property
    def _rows(self) -> list[tuple[int, Row]]:
        header = _texts(self.sheet.rows.get(self.header, {}))
        rows = {
            number: row
            for number, row in sorted(unmerged(self.sheet).items())
            if number > self.header
            and (texts := _texts(row))
            and not (header and texts == header)
            and not (_counts(texts) or (len(texts) == 1 and legend_of(texts)))
        }
        shared = [column for column, field in self.fields.items() if field in _WRITTEN_ONCE]
        titles = next((column for column, field in self.fields.items() if field == "title"), 0)
        rows = _without_numbers(filled(rows, shared), titles)
        alone = (texts[0] for row in self.sheet.rows.values() if len(texts := _texts(row)) == 1)
        legend = legend_of(alone)
        return [*(explained(rows, legend) if legend else rows).items()]


def recognise_columns(
    sheet: Sheet, lang: str, stated: Mapping[str, str | int] | None
) -> Columns | None:
    """The columns of a sheet; `None` if nothing in it may be the title or the parties.

    ``stated`` says the header, or the number, of the column for a field, and wins. Raises
    `ValidationError` (``unknown-field``, ``unknown-column``).
    """
    said = stated or {}
    _check(said)
    columns = Columns(sheet, *header_row(sheet, lang, {fold(str(one)) for one in said.values()}))
    columns = _with_sides(_with_stated(_with_contents(columns, lang), said), lang)
    if not names_documents(columns.fields.values()):
        columns = _with_title(columns, lang)
    if not names_documents(columns.fields.values()):
        columns = _with_parties(columns, lang)
    fields = columns.fields.values()
    if not names_documents(fields) and not has_only_countries(fields):
        return None
    columns = _with_partners(_with_kinds(columns, lang), said, lang)
    columns = _with_counter(_with_own_side(columns, lang))
    about = column_of_fields(columns.fields, columns.names, _sample(columns), lang)
    columns = attrs.evolve(columns, fields={**columns.fields, **about})
    return columns if "signed" in said else _with_dates(columns, lang)


def _check(stated: Mapping[str, str | int]) -> None:
    problems = [
        unknown("unknown-field", field, FIELDS).at("columns")
        for field in stated
        if field not in FIELDS
    ]
    if problems:
        raise ValidationError(problems)


# --- by headers ------------------------------------------------------------------------------


def _with_contents(columns: Columns, lang: str) -> Columns:
    fields = by_contents(columns.fields, columns.names, _sample(columns), lang)
    return attrs.evolve(columns, fields=fields)


def _with_stated(columns: Columns, stated: Mapping[str, str | int]) -> Columns:
    fields = {n: one for n, one in columns.fields.items() if one not in stated}
    problems: list[Problem] = []
    for field, name in stated.items():
        column = name if isinstance(name, int) else _column_named(columns, name)
        if column is None:
            known = columns.names.values()
            problems.append(unknown("no-such-column", name, known).at("columns", field))
        else:
            fields[column] = field
    if problems:
        raise ValidationError(problems)
    return attrs.evolve(columns, fields=fields)


def _with_sides(columns: Columns, lang: str) -> Columns:
    """The columns with those of two sides, of which a header tells the country of one or both."""
    told = {
        column: side
        for column, name in sorted(columns.names.items())
        if column not in columns.fields and (side := national_side(name, lang))
    }
    columns = _with_own_towns(columns, told)
    fields, free = dict(columns.fields), ["side_a", "side_b"]
    known = [one for one in fields.values() if one in (*OTHER_SIDE, *free)]
    if len(told) + len(known) != len(free):
        return columns
    free = [one for one in free if one not in known]
    countries = dict(columns.countries)
    for column, field in zip(told, free, strict=False):
        fields[column] = field
        countries[field] = told[column][1]
    return attrs.evolve(columns, fields=fields, countries=countries)


def _with_own_towns(columns: Columns, told: Collection[int]) -> Columns:
    """The columns of towns beside one of twin towns are those of our own.

    What is ``told`` of a country says more.
    """
    fields = dict(columns.fields)
    named = {field: column for column, field in fields.items()}
    if "twin" not in named or "side_a" in named:
        return columns
    others = (n for n in sorted(columns.names) if n not in fields and not told)
    own = named.get("city") or next((n for n in others if names_town(columns.names[n])), None)
    return attrs.evolve(columns, fields={**fields, own: "side_a"}) if own else columns


def _column_named(columns: Columns, name: str) -> int | None:
    wanted = fold(name)
    return next((n for n, one in columns.names.items() if fold(one) == wanted), None)


# --- by what stands in them ------------------------------------------------------------------


def _with_title(columns: Columns, lang: str) -> Columns:
    """The columns with that of the titles: the one in whose cells most name a kind."""
    shares = {
        column: sum(_is_title(text, lang) for text in texts) / len(texts)
        for column, texts in _sample(columns).items()
        if column not in columns.fields
    }
    column = max(shares, key=lambda one: shares[one], default=0)
    # The only column of a list can be nothing else.
    least = _MOST if len(shares) > 1 or columns.fields else 0
    if not column or shares[column] <= least:
        return columns
    if _is_title(columns.names.get(column, ""), lang) and len(columns.fields) < _TWO:
        # What was taken for headers is the first record.
        columns = Columns(columns.sheet, 0, {}, {})
    elif not columns.header:
        columns = _with_first_row(columns, column, lang)
    return attrs.evolve(columns, fields={**columns.fields, column: "title"})


def _with_kinds(columns: Columns, lang: str) -> Columns:
    """The columns with that of the kinds, where no header tells it: in most cells one is named.

    A column of subjects may have them: Предмет. With more than the kind in them they are titles,
    also in one whose header says that it has the kinds: Doc.
    """
    known = {*columns.fields.values()}
    if "title" in known:
        return columns
    for column, texts in sorted(_sample(columns).items()):
        field = columns.fields.get(column)
        are_different = len({*texts}) >= max(_NEARLY_ALL * len(texts), _FEW)
        if field == "kind" and are_different and _share(texts, _says_more, lang) >= _SOME:
            return attrs.evolve(columns, fields={**columns.fields, column: "title"})
        if (
            "kind" not in known
            and field in (None, "subject")
            and _share(texts, _is_title, lang) >= _NEARLY_ALL
        ):
            are_titles = _share(texts, _says_more, lang) >= _SOME
            named = "title" if are_titles else "kind"
            return attrs.evolve(columns, fields={**columns.fields, column: named})
    return columns


def _says_more(text: str, lang: str) -> bool:
    """Whether a title says what the document is about, and not only what it is."""
    title = parse_title(text[:_LONGEST], lang)
    return title.kind is not None and title.subject is not None


def _with_first_row(columns: Columns, column: int, lang: str) -> Columns:
    """The columns with the first row as their headers, if nothing between two stands there."""
    number, row = next(columns.rows())
    text = text_of(row.get(column, ""))
    is_between = bool(Text(text[:_LONGEST], lang).places("between"))
    if is_between or _is_title(text, lang) or read_heading(text, lang).said():
        return columns
    return attrs.evolve(columns, header=number, names=names_in(row))


def _is_title(text: str, lang: str) -> bool:
    return parse_title(written_out(text[:_LONGEST], lang), lang).kind is not None


def _with_parties(columns: Columns, lang: str) -> Columns:
    """The columns with those of countries and of one or two parties, where nothing else tells.

    Without headers nobody says that a table is a list of documents: there must be both. Only
    the lines of a text may be partners alone, as titles are.
    """
    sample = _sample(columns)
    if [*sample] == [1]:
        lines = [text for text in sample[1] if not read_heading(text, lang).said()]
        is_list = bool(lines) and _share(lines, _names_party, lang) >= _SOME
        return attrs.evolve(columns, fields={1: "title"}) if is_list else columns
    free = {n: texts for n, texts in sample.items() if n not in columns.fields}
    known = {*columns.fields.values()}
    has_dates = not known.isdisjoint(DATED)
    named = {n: _share(texts, _names_party, lang) for n, texts in sorted(free.items())}
    if "country" in known and has_dates:
        # Beside the countries, the first column that names parties has those.
        parties = [n for n, share in named.items() if share >= _SOME]
        parties = parties or [n for n in named if _are_names(free[n])]
        return attrs.evolve(columns, fields=columns.fields | dict.fromkeys(parties[:1], "partner"))
    states = {n: _share(texts, names_state, lang) for n, texts in free.items()}
    country = max(states, key=lambda n: states[n], default=0)
    if not country or states[country] < _NEARLY_ALL:
        parties = [n for n, share in named.items() if share >= _NEARLY_ALL and has_dates]
        return attrs.evolve(columns, fields=columns.fields | dict.fromkeys(parties[:1], "partner"))
    words = {
        n: texts
        for n, texts in free.items()
        if n != country
        and max(_share(texts, is_date, lang), _share(texts, _counts_up, lang)) < _SOME
    }
    parties = [n for n in words if named[n] >= _SOME]
    if len(parties) not in (1, 2) or len(parties) < len(words):
        return columns
    names = ("side_a", "side_b") if len(parties) > 1 else ("partner",)
    return attrs.evolve(
        columns,
        fields=columns.fields | {country: "country"} | dict(zip(parties, names, strict=True)),
    )


def _with_partners(columns: Columns, stated: Mapping[str, str | int], lang: str) -> Columns:
    """The columns with those of the partners and of their countries, unless somebody said it."""
    fields = party_fields(columns.fields, columns.names, _sample(columns), lang)
    changed = {field for n, field in columns.fields.items() if fields.get(n) != field}
    return columns if changed & stated.keys() else attrs.evolve(columns, fields=fields)


def _with_own_side(columns: Columns, lang: str) -> Columns:
    """The columns with that of our own side, beside the others.

    It has parties of one country, or companies: a legal form makes each a party. Towns of which
    few are known do, where the partners are said to be in other countries.
    """
    fields = set(columns.fields.values())
    others = [n for n, one in columns.fields.items() if one in OTHER_SIDE]
    if len(others) != 1 or not fields.isdisjoint({"side_a", "side_b", "parties"}):
        return columns
    for column, texts in _sample(columns).items():
        if column in columns.fields or column > others[0]:
            continue
        if _share(texts, _is_company, lang) >= _NEARLY_ALL:
            return attrs.evolve(columns, fields={**columns.fields, column: "side_a"})
        header = columns.names.get(column, "")
        are_towns = field_of(header, lang) == "city" or names_town(header)
        found = [one for text in texts if (one := _country_of(text, lang, are_towns=are_towns))]
        inside = _share_inside(columns, found, lang)
        least = 0 if are_towns and inside is not None else _SOME * len(texts)
        is_abroad = inside is None or inside <= _HARDLY_ANY
        if len(found) >= least and len(set(found)) == 1 and is_abroad:
            countries = {**columns.countries, "side_a": found[0]}
            return attrs.evolve(
                columns, fields={**columns.fields, column: "side_a"}, countries=countries
            )
    return columns


def _share_inside(columns: Columns, countries: Collection[str], lang: str) -> float | None:
    """The share of some countries in the column of countries, if there is one."""
    column = next((n for n, one in columns.fields.items() if one == "country"), 0)
    texts = _sample(columns).get(column)
    if not texts:
        return None
    return _share(texts, lambda text, _: not places_in(text, lang).isdisjoint(countries), lang)


def _country_of(text: str, lang: str, *, are_towns: bool) -> str | None:
    """The country of a known party, or of a body that tells what it is and where.

    So does a town where ``are_towns``.
    """
    known = certain(text, lang, PARTNERS)
    party = read_party(text, lang, None)
    is_body = not known and party.kind is not None and (are_towns or not party.kind.is_territory)
    return known[0].country if len(known) == 1 else party.country if is_body else None


def _share(texts: list[str], test: Callable[[str, str], bool], lang: str) -> float:
    return sum(test(text, lang) for text in texts) / len(texts)


def _counts_up(text: str, _: str) -> bool:
    return text.strip(" .)").isdecimal()


def _names_party(text: str, lang: str) -> bool:
    party = read_party(text, lang, None)
    return party.partner is not None or party.kind is not None


def _is_company(text: str, lang: str) -> bool:
    return read_party(text, lang, None).kind in (PartnerKind.COMPANY, PartnerKind.HOLDING)


def _are_names(texts: list[str]) -> bool:
    """Whether the texts of a column may be names: without figures, and hardly one repeated."""
    like = [text for text in texts if text[0].isupper() and not any(map(str.isdigit, text))]
    return len(like) >= _NEARLY_ALL * len(texts) and len({*texts}) >= _NEARLY_ALL * len(texts)


def _with_dates(columns: Columns, lang: str) -> Columns:
    """The columns with that of the only dates that there are, or those that may be meant."""
    sample = _sample(columns)
    fields = with_only_dates(columns.fields, columns.names, sample, lang)
    dates = columns_of_dates(fields, columns.names, sample, lang)
    is_known = not {"signed", "signed_at"}.isdisjoint(fields.values())
    return attrs.evolve(columns, fields=fields, dates=() if is_known else dates)


def _with_counter(columns: Columns) -> Columns:
    """The columns with that of the numbers as a counter if these only count the rows, from 1.

    They may begin anew in each chapter, and be the same for several documents of one partner.
    """
    column = next((n for n, one in columns.fields.items() if one == "number"), 0)
    texts = [text_of(row[column]) for _, row in columns.rows() if not is_blank(row.get(column))]
    numbers = [int(found[1]) for text in texts if (found := _COUNT.fullmatch(text))]
    counts = all(one in (1, last, last + 1) for last, one in pairwise([0, *numbers]))
    if len(numbers) < _COUNTED or not counts or "counter" in columns.fields.values():
        return columns
    return attrs.evolve(columns, fields={**columns.fields, column: "counter"})


def _without_numbers(rows: dict[int, Row], column: int) -> dict[int, Row]:
    """The rows without the numbers before the titles, if most have one: "1. Agreement on …".

    Between many headings fewer have, which then count them.
    """
    cells = {n: text_of(cell) for n, row in rows.items() if not is_blank(cell := row.get(column))}
    numbered = {n: found[1] for n, text in cells.items() if (found := ITEM.match(text))}
    counts = (text.removesuffix(numbered[n]) for n, text in cells.items() if n in numbered)
    are_counted = len(numbered) >= _FEW and all(
        text.strip(" .)") == str(n) for n, text in enumerate(counts, 1)
    )
    if len(numbered) <= len(cells) / 2 and not are_counted:
        return rows
    return {n: {**row, column: numbered[n]} if n in numbered else row for n, row in rows.items()}


def _sample(columns: Columns) -> dict[int, list[str]]:
    """The first texts of each column, without headings that stand across all of them."""
    found: dict[int, list[str]] = {}
    for _, row in columns.rows():
        is_across = len(row) > 1 and len({*_texts(row)}) == 1
        for column, cell in () if is_across else row.items():
            texts = found.setdefault(column, [])
            if not is_blank(cell) and len(texts) < _SAMPLE:
                texts.append(text_of(cell))
    return {column: texts for column, texts in found.items() if texts}


# --- rows that are no records ----------------------------------------------------------------


def _texts(row: Row) -> list[str]:
    return [text_of(cell) for cell in row.values() if not is_blank(cell)]


def _counts(texts: list[str]) -> bool:
    """Whether a row only numbers the columns, as forms do: 1, 2, 3."""
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]
