"""Records in the rows of a sheet: the cells of each put together to plain data."""

from __future__ import annotations

from typing import Any

from bilateral.coercion import Rejected, is_list
from bilateral.problems import Problem
from bilateral.wire.documents import Path, Place
from bilateral.wire.schema import Items
from bilateral.wire.sheets.checks import located
from bilateral.wire.sheets.columns import Column
from bilateral.wire.sheets.dates import NOTHING
from bilateral.wire.sheets.protection import Cell, is_blank, text_of
from bilateral.wire.sheets.recognition import RecognisedSheet
from bilateral.wire.sheets.values import CellReader, id_of
from bilateral.wire.sheets.writing import Row

__all__ = ["SheetRecord"]

# Where the id of a record stands in it.
_ID = ("id",)


class SheetRecord:
    """The record in some rows: its ``data``, and the problems and notices of its cells."""

    def __init__(self, sheet: RecognisedSheet, cells: CellReader, rows: dict[int, Row]) -> None:
        self.data: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        self._sheet, self._cells = sheet, cells
        self._known: dict[Path, Any] = {}
        # Of each value, the cell that was read last.
        self._read: dict[Path, tuple[int, int, str]] = {}
        first = min(rows)
        for row, content in rows.items():
            for number, column in sheet.columns.items():
                cell = content.get(number)
                if not is_blank(cell):
                    self._take(column, cell, sheet.place(row, number), further=row > first)

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
            details = {"other": before, "column": self._sheet.header_of(beside)}
            problem = Problem("different-values", steps, text, details=details)
            self.problems.append(located(problem, place))
            return
        self._read[steps] = row, number, text

    def _notice(self, problem: Problem, steps: Path, place: Place) -> None:
        self.notices.append(located(problem.at(*steps), place))


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
