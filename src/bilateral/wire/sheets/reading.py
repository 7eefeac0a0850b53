"""The plain data in sheets, whether `bilateral.wire.sheets.writing` or a person wrote them.

Headers, labels and dates in words may be in any language, columns in any order; a code or its
label suffices. What cannot be read, or may deceive, is a problem with its sheet, row and column.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, is_list, is_mapping
from bilateral.dossiers import TABLES
from bilateral.problems import Problem
from bilateral.references import key_of
from bilateral.wire.documents import Document, Path, Place, Places, flagged
from bilateral.wire.schema import Items, NameByLanguage, Shape, fields_of
from bilateral.wire.sheets.columns import Column, Table, has_names, item_of
from bilateral.wire.sheets.dates import NOTHING
from bilateral.wire.sheets.labels import Labels
from bilateral.wire.sheets.protection import Cell, is_blank, text_of
from bilateral.wire.sheets.recognition import (
    Part,
    is_filled,
    letters,
    nearest_header,
    recognised,
    usual_headers,
)
from bilateral.wire.sheets.values import CellReader, id_of
from bilateral.wire.sheets.writing import Row, Sheet
from bilateral.wire.versions import FIELD, VERSION

__all__ = ["read_sheets"]

# Where the id of a record stands in it.
_ID = ("id",)
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
            part, is_sure = recognised(sheet, lang)
            if is_sure:
                self._parts.append(part)
                self._check_headers(part)
                self._check_top(part)
                self.notices += _hidden(part)
            else:
                table, headers = usual_headers(part)
                details = {"table": table, "headers": headers}
                problem = Problem("unknown-sheet", (), sheet.title, details=details)
                self.left_out.append(_at(problem, Place(1, 1, sheet.title)))
        # Lists within records come after the records.
        self._parts.sort(key=lambda part: part.table.parent is not None)
        self._labels = Labels(self._names())

    def _report(self, problem: Problem, place: Place) -> None:
        self.problems.append(_at(problem, place))

    def _check_headers(self, part: Part) -> None:
        """A column that nobody knows must be empty, or number the rows and have no name."""
        unknown: dict[int, list[str]] = {}
        for rows in part.records:
            for row in rows.values():
                for number, cell in row.items():
                    if number not in part.columns and not is_blank(cell):
                        unknown.setdefault(number, []).append(text_of(cell))
        for number, cells in sorted(unknown.items()):
            text = part.header_of(number)
            if not text and _only_count(cells):
                continue
            hint = partial(nearest_header, part.table, text, part.lang)
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
                records = (_Record(known, cells, rows).data for rows in part.records)
                found.setdefault(part.table.name, []).extend(records)
        return found

    def data(self) -> dict[str, Any]:
        """The plain data of the dossier; what is wrong goes to ``problems``."""
        data: dict[str, Any] = {}
        for part in self._parts:
            cells = CellReader(self._labels, part.lang)
            for rows in part.records:
                record = _Record(part, cells, rows)
                path = self._placed(data, part, record.data, part.place(min(rows)))
                if path is not None:
                    self._rows[path] = part, rows
                    self.problems += [problem.at(*path) for problem in record.problems]
                    self.notices += [problem.at(*path) for problem in record.notices]
        self.notices += self._twins(data)
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
            if type(version := record.get(FIELD)) is Rejected:
                # It decides how all else is read, and stands there before that.
                self.problems += [_at(problem.at(FIELD), place) for problem in version.problems]
                del record[FIELD]
            data.update(record)
            return ()
        if table.parent is None:
            path: Path = (table.name, len(data.setdefault(table.name, [])))
            data[table.name].append(record)
            self._owners.setdefault((table.name, record.get(key_of(table.kind))), path)
            return path
        owner = record.pop(table.parent.name, None)
        path = self._owners.get((table.parent.name, owner), ()) if isinstance(owner, str) else ()
        if not path:
            problems = _without_owner(owner, table.parent)
            self.left_out += [_at(problem.at(table.name), place) for problem in problems]
            return None
        records = data[table.parent.name][path[1]].setdefault(table.field, [])
        records.append(record)
        return (*path, table.field, len(records) - 1)

    def _twins(self, data: Mapping[str, Any]) -> Iterator[Problem]:
        """The agreements that say the same as one before, but for their ids: perhaps one act."""
        table = TABLES[Agreement]
        first: dict[str, Any] = {}
        for number, record in enumerate(data.get(table, ())):
            other = first.setdefault(_act(record), record)
            if other is not record:
                details = {"other": other.get("id")}
                yield Problem("same-act", (table, number), record.get("id"), details=details)

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
        """The nearest name for what stands in the place of a code and may be none."""
        if problem.code == "ambiguous-label":
            return None
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


def _without_owner(owner: Any, table: Table) -> Iterable[Problem]:
    """Why a row belongs to no record of a table."""
    if type(owner) is Rejected:
        return owner.problems
    if is_mapping(owner):
        # A partner of the package's own data is no row of the sheet of partners.
        owner = owner[key_of(table.kind)]
    code = "missing-field" if owner is None else "unresolved"
    return (Problem(code, (), owner, details={"table": table.name}),)


def _name_fields(kind: type) -> list[str]:
    return [field.name for field in fields_of(kind) if isinstance(field.shape, NameByLanguage)]


class _Record:
    """The record in some rows: its ``data``, what is wrong with it, and what is worth knowing."""

    def __init__(self, part: Part, cells: CellReader, rows: dict[int, Row]) -> None:
        self.data: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        self._part, self._cells = part, cells
        self._known: dict[Path, Any] = {}
        # Of each value, the cell that was read last.
        self._read: dict[Path, tuple[int, int, str]] = {}
        first = min(rows)
        for row, content in rows.items():
            for number, column in part.columns.items():
                cell = content.get(number)
                if not is_blank(cell):
                    self._take(column, cell, part.place(row, number), further=row > first)

    def _take(self, column: Column, cell: Cell, place: Place, *, further: bool) -> None:
        steps, text = column.steps, text_of(cell)
        row, number, _ = place
        other, beside, before = self._read.get(steps, (0, 0, ""))
        known = self._known.get(steps, NOTHING)
        if known is not NOTHING and self._cells.is_label(column.shape, known, cell):
            return
        old = self._cells.outdated(column.shape, before, text) if other == row else None
        if old is not None:
            for name, code in old.items():
                self._notice(
                    Problem("outdated-label", (), name, details={"code": code}), steps, place
                )
            return
        value, notice = self._cells.read(column.shape, cell)
        if steps == _ID and isinstance(value, str) and id_of(value) != value:
            details = {"id": id_of(value)}
            value, notice = id_of(value), Problem("changed-id", (), text, details=details)
        if notice is not None:
            self._notice(notice, steps, place)
        if value is NOTHING:
            return
        if known is NOTHING:
            self._known[steps] = value
            _put(self.data, steps, value)
        elif further and isinstance(column.shape, Items) and is_list(value) and is_list(known):
            _extend(known, value)
        elif value != known and not _has_rejected(known):
            details = {"other": before, "column": self._part.header_of(beside)}
            problem = Problem("different-values", steps, text, details=details)
            self.problems.append(_at(problem, place))
            return
        self._read[steps] = row, number, text

    def _notice(self, problem: Problem, steps: Path, place: Place) -> None:
        self.notices.append(_at(problem.at(*steps), place))


def _extend(items: list[Any], more: list[Any]) -> None:
    """Add those of the items that are not there yet."""
    there = {item for item in items if isinstance(item, str)}
    for item in more:
        if item not in (there if isinstance(item, str) else items):
            items.append(item)
            if isinstance(item, str):
                there.add(item)


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


def _only_count(cells: list[str]) -> bool:
    """Whether the cells of a column are the numbers of its rows, from 0 or 1."""
    return cells[0] in ("0", "1") and cells == [
        str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))
    ]


# What may differ between two records for one act.
_OF_THE_RECORD = ("id", "identifiers", "sources", "note", "extra")


def _act(record: Mapping[str, Any]) -> str:
    """What a record says of an act, whichever of the sides comes first."""
    said = {name: value for name, value in record.items() if name not in _OF_THE_RECORD}
    for name in ("sides", "events", "sectors", "languages"):
        if is_list(items := said.get(name)):
            said[name] = sorted(json.dumps(item, sort_keys=True, default=repr) for item in items)
    return json.dumps(said, sort_keys=True, default=repr)


def _hidden(part: Part) -> Iterator[Problem]:
    """What a spreadsheet program does not show, and is read nevertheless."""
    sheet = part.sheet
    if sheet.is_hidden:
        yield _at(Problem("hidden-sheet", (), sheet.title), Place(1, 1, sheet.title))
    rows = [number for number in sheet.hidden_rows if is_filled(sheet.rows.get(number, {}))]
    if rows:
        problem = Problem("hidden-rows", (), min(rows), details={"count": len(rows)})
        yield _at(problem, part.place(min(rows)))
    columns = [one for one in part.columns if any(one in hidden for hidden in sheet.hidden_columns)]
    if columns:
        details = {"count": len(columns)}
        problem = Problem("hidden-columns", (), letters(min(columns)), details=details)
        yield _at(problem, part.place(part.header, min(columns)))
