"""The plain data in sheets, whether `bilateral.wire.sheets.writing` or a person wrote them.

Headers, labels and dates in words may be in any language, columns in any order; a code or its
label suffices. What cannot be read, or may deceive, is a problem with its sheet, row and column.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from bilateral.coercion import Rejected, is_mapping
from bilateral.dossiers import TABLES
from bilateral.problems import Problem
from bilateral.references import key_of
from bilateral.wire.documents import Document, Path, Place, Places
from bilateral.wire.schema import NameByLanguage, Shape, fields_of
from bilateral.wire.sheets.checks import (
    bidirectional_cells,
    hidden_cells,
    located,
    rows_above_header,
    same_acts,
    unknown_columns,
    unknown_sheet,
)
from bilateral.wire.sheets.columns import Table, has_names, item_of
from bilateral.wire.sheets.labels import Labels
from bilateral.wire.sheets.recognition import RecognisedSheet, is_filled, recognise_sheet
from bilateral.wire.sheets.records import SheetRecord
from bilateral.wire.sheets.values import CellReader
from bilateral.wire.sheets.writing import Row, Sheet
from bilateral.wire.versions import FIELD, VERSION

__all__ = ["read_sheets"]

# The plain data of a record: the dossier itself, one in its tables, or one within another.
_Record = dict[str, Any]


def read_sheets(sheets: Iterable[Sheet], lang: str | None = None) -> Document:
    """The plain data in sheets.

    ``lang`` is the language to try first for labels and dates in words; if it is not given,
    that of the headers.
    """
    filled = [sheet for sheet in sheets if any(map(is_filled, sheet.rows.values()))]
    problems: list[Problem] = []
    notices: list[Problem] = []
    # The problems of sheets and rows that are nowhere in the data.
    left_out: list[Problem] = []
    known: list[RecognisedSheet] = []
    for sheet, is_sure in (recognise_sheet(sheet, lang) for sheet in filled):
        if not is_sure:
            left_out.append(unknown_sheet(sheet))
            continue
        known.append(sheet)
        titles, records = rows_above_header(sheet)
        problems += unknown_columns(sheet)
        notices += (*titles, *hidden_cells(sheet))
        left_out += records
    assembler = _SheetAssembler(known)
    return Document(
        assembler.data,
        assembler.places,
        (*problems, *assembler.problems),
        assembler.hint,
        (*notices, *assembler.notices, *same_acts(assembler.data), *bidirectional_cells(filled)),
        left_out=(*left_out, *assembler.left_out),
    )


class _SheetAssembler:
    """Puts the records of recognised sheets together to the ``data`` of one dossier."""

    def __init__(self, sheets: Iterable[RecognisedSheet]) -> None:
        self.data: _Record = {FIELD: VERSION}
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        self.left_out: list[Problem] = []
        # The rows of each record by its path, and the paths of the records by their ids.
        self._rows: dict[Path, tuple[RecognisedSheet, dict[int, Row]]] = {}
        self._paths: dict[tuple[str, Any], Path] = {}
        # Lists within records come after the records.
        ordered = sorted(sheets, key=lambda sheet: sheet.table.parent is not None)
        self._labels = Labels(_names(ordered))
        for sheet in ordered:
            self._add(sheet)

    def _add(self, sheet: RecognisedSheet) -> None:
        cells = CellReader(self._labels, sheet.lang)
        for rows in sheet.records:
            record = SheetRecord(sheet, cells, rows)
            path = self._put(sheet.table, record.data, sheet.place(min(rows)))
            if path is not None:
                self._rows[path] = sheet, rows
                self.problems += [problem.at(*path) for problem in record.problems]
                self.notices += [problem.at(*path) for problem in record.notices]

    def _put(self, table: Table, record: _Record, place: Place) -> Path | None:
        """Put a record where it belongs, and say where that is."""
        if table.parent is not None:
            return self._put_within(table, table.parent, record, place)
        if table.name in TABLES.values():
            return self._put_into_table(table, record)
        return self._put_fields(record, place)

    def _put_fields(self, record: _Record, place: Place) -> Path | None:
        """Put in the fields of the dossier itself, which has one row."""
        if () in self._rows:
            self.left_out.append(located(Problem("surplus-row"), place))
            return None
        if type(version := record.get(FIELD)) is Rejected:
            # It decides how all else is read, and stands there before that.
            self.problems += [located(problem.at(FIELD), place) for problem in version.problems]
            del record[FIELD]
        self.data.update(record)
        return ()

    def _put_into_table(self, table: Table, record: _Record) -> Path:
        records = self.data.setdefault(table.name, [])
        path: Path = (table.name, len(records))
        records.append(record)
        self._paths.setdefault((table.name, record.get(key_of(table.kind))), path)
        return path

    def _put_within(
        self, table: Table, parent: Table, record: _Record, place: Place
    ) -> Path | None:
        """Put a record into a list of the one that it names as its owner."""
        owner = record.pop(parent.name, None)
        path = self._paths.get((parent.name, owner), ()) if isinstance(owner, str) else ()
        if not path:
            problems = _without_owner(owner, parent)
            self.left_out += [located(problem.at(table.name), place) for problem in problems]
            return None
        records = self.data[parent.name][path[1]].setdefault(table.field, [])
        records.append(record)
        return (*path, table.field, len(records) - 1)

    # What is known about a path once something is found to be wrong there.

    def places(self) -> Places:
        """The cells of all values."""
        found: Places = {}
        for path, (sheet, rows) in self._rows.items():
            found[path] = sheet.place(min(rows))
            for number, column in sheet.columns_by_use(rows):
                for end in range(1, len(column.steps) + 1):
                    place = sheet.place(min(rows), number)
                    found.setdefault((*path, *column.steps[:end]), place)
        return found

    def hint(self, problem: Problem) -> str | None:
        """The nearest name for what stands in the place of a code and may be none."""
        value, found = problem.value, self._column_at(problem.path)
        if problem.code == "ambiguous-label" or not isinstance(value, str) or found is None:
            return None
        shape, lang = found
        return self._labels.nearest(item_of(shape), value, lang) if has_names(shape) else None

    def _column_at(self, path: Path) -> tuple[Shape, str | None] | None:
        """The shape of the column to which a value belongs, and the language of its sheet."""
        for end in range(len(path), -1, -1):
            record, steps = path[:end], path[end:]
            if record in self._rows:
                sheet, _ = self._rows[record]
                for column in sheet.columns.values():
                    if steps[: len(column.steps)] == column.steps:
                        return column.shape, sheet.lang
        return None


def _without_owner(owner: Any, table: Table) -> Iterable[Problem]:
    """Why a row belongs to no record of a table."""
    if type(owner) is Rejected:
        return owner.problems
    if is_mapping(owner):
        # A partner of the package's own data is no row of the sheet of partners.
        owner = owner[key_of(table.kind)]
    code = "missing-field" if owner is None else "unresolved"
    return (Problem(code, (), owner, details={"table": table.name}),)


def _names(sheets: Iterable[RecognisedSheet]) -> dict[str, list[_Record]]:
    """The records with their ids and names alone: by these, others refer to them."""
    found: dict[str, list[_Record]] = {}
    for sheet in sheets:
        if sheet.table.name in TABLES.values():
            cells = CellReader(Labels({}), sheet.lang)
            wanted = {key_of(sheet.table.kind), *_name_fields(sheet.table.kind)}
            columns = {n: one for n, one in sheet.columns.items() if one.steps[0] in wanted}
            named = attrs.evolve(sheet, columns=columns)
            records = (SheetRecord(named, cells, rows).data for rows in sheet.records)
            found.setdefault(sheet.table.name, []).extend(records)
    return found


def _name_fields(kind: type) -> list[str]:
    return [field.name for field in fields_of(kind) if isinstance(field.shape, NameByLanguage)]
