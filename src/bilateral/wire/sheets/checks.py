"""Checks of sheets: what is in them besides records, or may deceive who reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import is_list
from bilateral.dossiers import TABLES
from bilateral.problems import Problem
from bilateral.wire.documents import Place, flagged
from bilateral.wire.sheets.protection import is_blank, text_of
from bilateral.wire.sheets.recognition import (
    RecognisedSheet,
    is_filled,
    letters,
    nearest_header,
    usual_headers,
)
from bilateral.wire.sheets.writing import Sheet

__all__ = [
    "bidirectional_cells",
    "hidden_cells",
    "located",
    "rows_above_header",
    "same_acts",
    "unknown_columns",
    "unknown_sheet",
]

# So many cells may be filled in a row that is a title: "As of" and a date.
_MOST_IN_TITLE = 2


def located(problem: Problem, place: Place) -> Problem:
    """The problem with its place in a sheet."""
    line, column, sheet = place
    return attrs.evolve(problem, line=line, column=column, sheet=sheet)


def unknown_sheet(sheet: RecognisedSheet) -> Problem:
    """The problem of a sheet that is none of the tables, with the headers that one would have."""
    table, headers = usual_headers(sheet)
    title = sheet.raw.title
    problem = Problem("unknown-sheet", (), title, details={"table": table, "headers": headers})
    return located(problem, Place(1, 1, title))


def unknown_columns(sheet: RecognisedSheet) -> Iterator[Problem]:
    """The columns that no field has: each must be empty, or number the rows and have no name."""
    unknown: dict[int, list[str]] = {}
    for rows in sheet.records:
        for row in rows.values():
            for number, cell in row.items():
                if number not in sheet.columns and not is_blank(cell):
                    unknown.setdefault(number, []).append(text_of(cell))
    for number, cells in sorted(unknown.items()):
        text = sheet.header_of(number)
        if not text and _only_count(cells):
            continue
        hint = partial(nearest_header, sheet.table, text, sheet.lang)
        value = text or letters(number)
        problem = Problem("unknown-column", (sheet.table.name,), value, hint=hint)
        yield located(problem, sheet.place(sheet.header, number))


def _only_count(cells: list[str]) -> bool:
    """Whether the cells of a column are the numbers of its rows, from 0 or 1."""
    return cells[0] in ("0", "1") and cells == [
        str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))
    ]


def rows_above_header(sheet: RecognisedSheet) -> tuple[list[Problem], list[Problem]]:
    """The rows above the headers: those that may be titles, and those that may be records."""
    merged = {
        (area.top, column)
        for area in sheet.raw.merged
        for column in range(area.left + 1, area.right + 1)
    }
    titles: list[Problem] = []
    records: list[Problem] = []
    for number, row in sorted(sheet.raw.rows.items()):
        columns = (column for column, cell in row.items() if not is_blank(cell))
        filled = [column for column in columns if (number, column) not in merged]
        if number < sheet.header and len(filled) > 1:
            problem = Problem("row-above-header", (sheet.table.name,))
            rows = records if len(filled) > _MOST_IN_TITLE else titles
            rows.append(located(problem, sheet.place(number, filled[0])))
    return titles, records


def hidden_cells(sheet: RecognisedSheet) -> Iterator[Problem]:
    """Notices of what a spreadsheet program does not show, and is read nevertheless."""
    raw = sheet.raw
    if raw.is_hidden:
        yield located(Problem("hidden-sheet", (), raw.title), Place(1, 1, raw.title))
    rows = [number for number in raw.hidden_rows if is_filled(raw.rows.get(number, {}))]
    if rows:
        problem = Problem("hidden-rows", (), min(rows), details={"count": len(rows)})
        yield located(problem, sheet.place(min(rows)))
    columns = [one for one in sheet.columns if any(one in hidden for hidden in raw.hidden_columns)]
    if columns:
        details = {"count": len(columns)}
        problem = Problem("hidden-columns", (), letters(min(columns)), details=details)
        yield located(problem, sheet.place(sheet.header, min(columns)))


def bidirectional_cells(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """The cells with bidirectional control characters, by the first one in each."""
    for sheet in sheets:
        for row, cells in sheet.rows.items():
            texts = {column: text_of(cell) for column, cell in cells.items()}
            # One search for a row is faster than one for each cell.
            for column, text in texts.items() if _control_in("".join(texts.values())) else ():
                if problem := _control_in(text):
                    yield attrs.evolve(problem, sheet=sheet.title, line=row, column=column)


def _control_in(text: str) -> Problem | None:
    return next(flagged(text.encode(errors="surrogatepass")), None)


def same_acts(data: Mapping[str, Any]) -> Iterator[Problem]:
    """The agreements that say the same as one before, but for their ids: perhaps one act."""
    table = TABLES[Agreement]
    first: dict[str, Any] = {}
    for number, record in enumerate(data.get(table, ())):
        other = first.setdefault(_act(record), record)
        if other is not record:
            details = {"other": other.get("id")}
            yield Problem("same-act", (table, number), record.get("id"), details=details)


# What may differ between two records for one act.
_OF_THE_RECORD = ("id", "identifiers", "sources", "note", "extra")


def _act(record: Mapping[str, Any]) -> str:
    """The act that a record tells of, whichever of the sides comes first."""
    said = {name: value for name, value in record.items() if name not in _OF_THE_RECORD}
    for name in ("sides", "events", "sectors", "languages"):
        if is_list(items := said.get(name)):
            said[name] = sorted(json.dumps(item, sort_keys=True, default=repr) for item in items)
    return json.dumps(said, sort_keys=True, default=repr)
