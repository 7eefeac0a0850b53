"""The plain data in sheets, whether `bilateral.formats.sheets` or a person wrote them.

Headers, labels and dates in words may be in any language, columns in any order; a code or its
label suffices. What cannot be read, or may deceive, is a problem with its sheet, row and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from bilateral.coercion import Rejected, is_list
from bilateral.dossiers import TABLES
from bilateral.errors import Problem
from bilateral.formats.cell_reader import CellReader, Unreadable
from bilateral.formats.cells import is_blank, text_of
from bilateral.formats.columns import has_names, item_of
from bilateral.formats.documents import Document, Path, Place, Places, flagged
from bilateral.formats.labels import Labels
from bilateral.formats.records import VERSION
from bilateral.formats.sheet_headers import Part, is_filled, letters, nearest_header, recognised
from bilateral.formats.sheets import Row, Sheet
from bilateral.schema import Items, NameByLanguage, Shape, fields_of, key_of

__all__ = ["read_sheets"]

# So many cells may be filled in a row that is a title: "As of" and a date.
_MOST_IN_TITLE = 2


def read_sheets(sheets: Iterable[Sheet], lang: str | None = None) -> Document:
    """The plain data in sheets.

    ``lang`` is the language to try first for labels and dates in words; if it is not given,
    that of the headers.
    """
    filled = [sheet for sheet in sheets if any(map(is_filled, sheet.rows.values()))]
    reader = _Reader(filled, lang)
    data = reader.data()
    notices = (*reader.notices, *_turned_cells(filled))
    return Document(
        data,
        reader.places,
        tuple(reader.problems),
        reader.hint,
        notices,
        left_out=tuple(reader.left_out),
    )


def _turned_cells(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """The cells that deceive the eye, by the first character in each that does."""
    for sheet in sheets:
        for row, cells in sheet.rows.items():
            texts = {column: text_of(cell) for column, cell in cells.items()}
            # One search for a row is faster than one for each cell.
            for column, text in texts.items() if _turn_in("".join(texts.values())) else ():
                if problem := _turn_in(text):
                    yield attrs.evolve(problem, sheet=sheet.title, line=row, column=column)


def _turn_in(text: str) -> Problem | None:
    return next(flagged(text.encode(errors="surrogatepass")), None)


class _Reader:
    """Reads the sheets of one dossier."""

    def __init__(self, sheets: Iterable[Sheet], lang: str | None) -> None:
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        # The problems of sheets and rows that are nowhere in the data.
        self.left_out: list[Problem] = []
        self._parts: list[Part] = []
        self._rows: dict[Path, tuple[Part, dict[int, Row]]] = {}
        self._owners: dict[tuple[str, Any], Path] = {}
        for sheet in sheets:
            part = recognised(sheet, lang)
            if part:
                self._parts.append(part)
                self._check_headers(part)
                self._check_top(part)
            else:
                problem = Problem("unknown-sheet", (), sheet.title)
                self.left_out.append(_at(problem, Place(1, 1, sheet.title)))
        # Lists within records come after the records.
        self._parts.sort(key=lambda part: part.table.parent is not None)
        self._labels = Labels(self._names())

    def _report(self, problem: Problem, place: Place) -> None:
        self.problems.append(_at(problem, place))

    def _check_headers(self, part: Part) -> None:
        """A column that nobody knows must be empty."""
        used = {
            number
            for rows in part.records()
            for row in rows.values()
            for number, cell in row.items()
            if not is_blank(cell)
        }
        for number in sorted(used - part.columns.keys()):
            text = part.header_of(number)
            hint = nearest_header(part.table, text, part.lang)
            value = text or letters(number)
            problem = Problem("unknown-column", (part.table.name,), value, hint=hint)
            self._report(problem, part.place(part.header, number))

    def _check_top(self, part: Part) -> None:
        """Above the headers there may be titles, but no rows of the table."""
        merged = {
            (area.top, column)
            for area in part.sheet.merged
            for column in range(area.left + 1, area.right + 1)
        }
        for number, row in sorted(part.sheet.rows.items()):
            columns = (column for column, cell in row.items() if not is_blank(cell))
            filled = [column for column in columns if (number, column) not in merged]
            if number < part.header and len(filled) > 1:
                problem = Problem("row-above-header", (part.table.name,))
                report = self.left_out if len(filled) > _MOST_IN_TITLE else self.notices
                report.append(_at(problem, part.place(number, filled[0])))

    def _names(self) -> dict[str, list[dict[str, Any]]]:
        """The records with their ids and names alone: by these, others refer to them."""
        found: dict[str, list[dict[str, Any]]] = {}
        for part in self._parts:
            if part.table.name in TABLES.values():
                cells = CellReader(Labels({}), part.lang)
                wanted = {key_of(part.table.kind), *_name_fields(part.table.kind)}
                columns = {n: one for n, one in part.columns.items() if one.steps[0] in wanted}
                known = attrs.evolve(part, columns=columns)
                records = (_assembled(rows, known, cells)[0] for rows in part.records())
                found.setdefault(part.table.name, []).extend(records)
        return found

    def data(self) -> dict[str, Any]:
        """The plain data of the dossier; what is wrong goes to ``problems``."""
        data: dict[str, Any] = {}
        for part in self._parts:
            cells = CellReader(self._labels, part.lang)
            for rows in part.records():
                record, problems, notices = _assembled(rows, part, cells)
                path = self._placed(data, part, record, part.place(min(rows)))
                if path is not None:
                    self._rows[path] = part, rows
                    self.problems += [problem.at(*path) for problem in problems]
                    self.notices += [problem.at(*path) for problem in notices]
        return {"bilateral": VERSION, **data}

    def _placed(
        self, data: dict[str, Any], part: Part, record: dict[str, Any], place: Place
    ) -> Path | None:
        """Put a record where it belongs, and say where that is."""
        table = part.table
        if table.parent is None and table.name not in TABLES.values():
            if () in self._rows:
                self.left_out.append(_at(Problem("surplus-row"), place))
                return None
            data.update(record)
            return ()
        if table.parent is None:
            path: Path = (table.name, len(data.setdefault(table.name, [])))
            data[table.name].append(record)
            self._owners.setdefault((table.name, record.get(key_of(table.kind))), path)
            return path
        owner = record.pop(table.parent.name, None)
        path = self._owners.get((table.parent.name, owner), ())
        if owner is None or not path:
            code = "missing-field" if owner is None else "unresolved"
            details = {"table": table.parent.name}
            self.left_out.append(_at(Problem(code, (table.name,), owner, details=details), place))
            return None
        records = data[table.parent.name][path[1]].setdefault(table.field, [])
        records.append(record)
        return (*path, table.field, len(records) - 1)

    # What is known about a path once something is found to be wrong there.

    def places(self) -> Places:
        """The cells of all values."""
        found: Places = {}
        for path, (part, rows) in self._rows.items():
            found[path] = part.place(min(rows))
            for number, column in part.columns_by_use(rows):
                for end in range(1, len(column.steps) + 1):
                    place = part.place(min(rows), number)
                    found.setdefault((*path, *column.steps[:end]), place)
        return found

    def hint(self, problem: Problem) -> str | None:
        """The nearest name for what stands in the place of a code."""
        for end in range(len(problem.path), -1, -1):
            path, steps = problem.path[:end], problem.path[end:]
            if path in self._rows:
                part, _ = self._rows[path]
                for column in part.columns.values():
                    if steps[: len(column.steps)] == column.steps:
                        return self._nearest(part, column.shape, problem.value)
        return None

    def _nearest(self, part: Part, shape: Shape, value: object) -> str | None:
        if isinstance(value, str) and has_names(shape):
            return self._labels.nearest(item_of(shape), value, part.lang)
        return None


def _name_fields(kind: type) -> list[str]:
    return [field.name for field in fields_of(kind) if isinstance(field.shape, NameByLanguage)]


def _assembled(
    rows: dict[int, Row], part: Part, cells: CellReader
) -> tuple[dict[str, Any], list[Problem], list[Problem]]:
    """The record in some rows, what is wrong with it, and what is worth knowing."""
    record: dict[str, Any] = {}
    known: dict[Path, Any] = {}
    # Of each value, the cell that was read last.
    read: dict[Path, tuple[int, int, str]] = {}
    problems: list[Problem] = []
    notices: list[Problem] = []
    for row, content in rows.items():
        for number, column in part.columns.items():
            cell = content.get(number)
            if is_blank(cell):
                continue
            steps, text = column.steps, text_of(cell)
            other, beside, before = read.get(steps, (0, 0, ""))
            if steps in known and cells.is_label(column.shape, known[steps], cell):
                continue
            place = part.place(row, number)
            old = cells.outdated(column.shape, before, text) if other == row else None
            if old is not None:
                notices += [
                    _at(Problem("outdated-label", steps, name, details={"code": code}), place)
                    for name, code in old.items()
                ]
                continue
            value: Any
            try:
                value = cells.value(column.shape, cell)
            except Unreadable as error:
                value = Rejected([error.problem])
            if steps not in known:
                known[steps] = value
                _put(record, steps, value)
            elif row > min(rows) and isinstance(column.shape, Items):
                known[steps] += [item for item in value if item not in known[steps]]
            elif value != known[steps] and not _has_rejected(known[steps]):
                details = {"other": before, "column": part.header_of(beside)}
                problems.append(
                    _at(Problem("different-values", steps, text, details=details), place)
                )
                continue
            read[steps] = row, number, text
    return record, problems, notices


def _has_rejected(value: Any) -> bool:
    return Rejected in map(type, value if is_list(value) else [value])


def _at(problem: Problem, place: Place) -> Problem:
    line, column, sheet = place
    return attrs.evolve(problem, line=line, column=column, sheet=sheet)


def _put(record: Any, steps: Path, value: Any) -> None:
    """Set a value within nested mappings and lists, which are made as needed."""
    *way, last = steps
    for step, following in zip(way, steps[1:], strict=True):
        inner: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            record += [{} for _ in range(step + 1 - len(record))]
            record = record[step]
        else:
            record = record.setdefault(step, inner)
    record[last] = value
