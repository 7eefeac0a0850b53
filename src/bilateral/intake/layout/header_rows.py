"""The rows of a list that have the headers, and the fields that these name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from bilateral.intake.layout.headers import OTHER_SIDE, field_of, is_header, national_side
from bilateral.intake.layout.headings import read_heading
from bilateral.intake.telling import names_documents
from bilateral.language.folding import fold
from bilateral.wire.sheets.protection import is_blank, text_of
from bilateral.wire.sheets.recognition import is_filled, unmerged
from bilateral.wire.sheets.writing import Row, Sheet

__all__ = ["HeaderRow", "header_row", "names_in"]

_HEADER_ROWS = 30
_PARTS = re.compile("[/,]")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:\s*г\.?)?")
# Of whom a header says in a second row what is told.
_WHOSE = (*OTHER_SIDE, "parties", "side_a", "side_b")
# So many rows above and below a header do not begin like it.
_NEAR = 6
_TWO = 2


class HeaderRow(NamedTuple):
    """The last row of the headers, 0 if there is none, with the field and name of each column."""

    number: int
    fields: dict[int, str]
    names: dict[int, str]


def header_row(sheet: Sheet, lang: str, wanted: Collection[str]) -> HeaderRow:
    """The row with the most headers, or two of which one is above the other.

    ``wanted`` are headers that somebody has stated, folded. Without any known one there is no row.
    """
    rows = unmerged(sheet)
    numbers = [number for number in sorted(rows) if is_filled(rows[number])][:_HEADER_ROWS]
    first = numbers[0] if numbers else 0
    best = HeaderRow(0, {}, {})
    most = 0
    is_narrow = max((max(row, default=0) for row in rows.values()), default=0) == 1
    for number, above in zip(numbers, [0, *numbers], strict=False):
        single = names_in(rows[number])
        is_heading = is_narrow and bool(read_heading(single[1], lang).said())
        if is_narrow and (is_heading or not is_header(single[1], lang)):
            # One column has a title or a record there, or nothing that would tell.
            continue
        upper = names_in(rows.get(above, {}))
        if len({*upper.values()}) == 1 and not is_header(next(iter(upper.values())), lang):
            # A title or a note across the list: Stand 30. Juni 2023.
            upper = {}
        known = _fields(single, lang)
        both = (_joined(upper, single), _fields_of_both(upper, single, lang))
        # With a day there, the lower row is the first record.
        is_record = any(map(_DAY.fullmatch, single.values()))
        for names, found in ((single, known), *(() if is_record else (both,))):
            are_two = names is not single and min(len({*upper.values()}), len(known)) >= _TWO
            others = {n: rows[n] for n in rows if n != above} if are_two else rows
            fields = _without_records(found, names, others, number, lang)
            count = len(fields) + sum(fold(name) in wanted for name in names.values())
            if len(_of_countries(names, others, number, lang)) == _TWO:
                count += _TWO
            is_sure = count > 1 or names_documents(fields.values()) or number == first
            # Of as many headers, those in two rows say more.
            is_more = count > most or (count == most and are_two and best.number == number)
            if is_more and is_sure:
                best, most = HeaderRow(number, fields, names), count
    return best


def names_in(row: Row) -> dict[int, str]:
    """The texts of a row, by their columns."""
    return {
        column: " ".join(text_of(cell).split())
        for column, cell in row.items()
        if not is_blank(cell)
    }


def _joined(above: Mapping[int, str], below: Mapping[int, str]) -> dict[int, str]:
    """Headers of two rows, where one says what several below it have in common."""
    above = _spread(above, below)
    both = {
        column: name if above.get(column, name) == name else f"{above[column]} {name}"
        for column, name in below.items()
    }
    return {**above, **both}


def _fields(names: Mapping[int, str], lang: str) -> dict[int, str]:
    """The field of each column; of two with one field, the first has it."""
    found: dict[int, str] = {}
    for column, name in sorted(names.items()):
        field = field_of(name, lang)
        if field and field not in found.values():
            found[column] = field
    return found


def _fields_of_both(
    above: Mapping[int, str], below: Mapping[int, str], lang: str
) -> dict[int, str]:
    """The field of each column with headers in two rows.

    The lower one says more, but of whose name stands there: Partner – name, country.
    """
    found: dict[int, str] = {}
    above = _spread(above, below)
    for column in sorted({*above, *below}):
        upper, lower = above.get(column, ""), below.get(column, "")
        whose, field = field_of(upper, lang), field_of(lower, lang)
        if upper == lower or not upper or not lower:
            field = field or whose
        elif whose in _WHOSE and field in (None, "title", *_WHOSE):
            # Of several, the others say where the first is: name; country, town.
            parts = {field_of(one, lang) for one in _PARTS.split(lower)}
            is_told = whose == "partner" and field in OTHER_SIDE
            field = field if is_told else whose
            field = "country" if field in found.values() and "country" in parts else field
        elif field is None:
            # Beside the first of several, what is above them does not tell what this one is.
            field = field_of(f"{upper} {lower}", lang)
            is_first = above.get(column - 1) != upper or is_header(f"{upper} {lower}", lang)
            field = field if is_first or field != whose else None
        if field and field not in found.values():
            found[column] = field
    return found


def _spread(above: Mapping[int, str], below: Mapping[int, str]) -> dict[int, str]:
    """Headers that stand over the first of several columns, over all of these.

    A merged one says itself where it ends.
    """
    found = dict(above)
    for column in sorted(below):
        left = above.get(column - 1)
        is_merged = left is not None and left == above.get(column - 2)
        if column not in found and column - 1 in below and column - 1 in found and not is_merged:
            found[column] = found[column - 1]
    return found


def _without_records(
    fields: dict[int, str],
    names: Mapping[int, str],
    rows: Mapping[int, Row],
    number: int,
    lang: str,
) -> dict[int, str]:
    """The fields without those of names that begin as a header does: University of Warsaw.

    Others near it begin so, too.
    """
    near = [row for n, row in rows.items() if n != number and abs(n - number) <= _NEAR]
    found: dict[int, str] = {}
    for column, field in fields.items():
        alike = sum(field_of(text_of(row.get(column) or ""), lang) == field for row in near)
        if field not in OTHER_SIDE or not alike or is_header(names[column], lang):
            found[column] = field
    return found


def _of_countries(
    names: Mapping[int, str], rows: Mapping[int, Row], number: int, lang: str
) -> set[int]:
    """The columns whose header is a country, below which stand no countries."""
    below = [row for n, row in rows.items() if number < n <= number + _NEAR]
    return {
        column
        for column, name in names.items()
        if _is_country(name, lang)
        and not any(_is_country(text_of(row.get(column) or ""), lang) for row in below)
    }


def _is_country(text: str, lang: str) -> bool:
    side = national_side(text, lang)
    return side is not None and side[0] == "partner"
