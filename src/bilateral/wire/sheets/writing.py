"""The plain data of a dossier as sheets: rows and columns, for spreadsheets and CSV.

Every table of the dossier is a sheet, and so is every list of records within its records; see
`bilateral.wire.sheets.columns`. Codes stand in columns whose header ends with their stable name
(``Art [kind]``); in a language, the column before has the labels.
`bilateral.wire.sheets.reading` goes the other way.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

import attrs

from bilateral.dossiers import TABLES
from bilateral.references import key_of
from bilateral.wire.documents import Path
from bilateral.wire.schema import (
    Coded,
    Items,
    NameByLanguage,
    Record,
    Shape,
    fields_of,
    shorthand_of,
)
from bilateral.wire.sheets.columns import Column, Table, has_labels, item_of, tables
from bilateral.wire.sheets.labels import Labels
from bilateral.wire.sheets.protection import DAY_ZERO, Cell, join, protect, to_cell

__all__ = [
    "LONGEST_TITLE",
    "MARK",
    "Area",
    "Row",
    "Sheet",
    "cell_label",
    "title_of",
    "write_sheets",
]

Row = dict[int, Cell]
# What a spreadsheet takes as the name of a sheet.
LONGEST_TITLE = 31
#: How the hidden names in a workbook begin that refer to sheets which are not read.
MARK = "bilateral_not_read"


class Area(NamedTuple):
    """Cells that were merged into one: the rows and columns from and to."""

    top: int
    left: int
    bottom: int
    right: int


@attrs.frozen
class Sheet:
    """Cells by row and column, both from 1; ``name`` is stable, ``title`` is what people see.

    ``hidden_rows`` and ``hidden_columns``, or the whole sheet if it ``is_hidden``, are not shown
    to people. ``choices`` are the words that a column is offered. ``apart`` are the lines of a
    numbered text that have no number, each with nothing above it. From ``day_zero`` on, numbers
    count days.
    """

    name: str
    title: str
    rows: dict[int, Row]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[range, ...] = ()
    is_hidden: bool = False
    choices: Mapping[int, tuple[str, ...]] = {}
    apart: frozenset[int] = frozenset()
    day_zero: datetime.datetime = DAY_ZERO

    @property
    def is_read(self) -> bool:
        """Whether somebody reads it again; a sheet that is made of others is not."""
        return not self.name.startswith(MARK)


# --- writing ---------------------------------------------------------------------------------


def write_sheets(data: Mapping[str, Any], lang: str | None) -> Iterator[Sheet]:
    """The sheets for the plain data of a dossier, with labels in ``lang`` beside the codes."""
    labels = Labels({name: data.get(name, ()) for name in TABLES.values()})
    for table in tables().values():
        tags: set[str] = set()
        shape = Record(table.kind)
        records = [_expanded(shape, record, tags) for record in _records(table, data)]
        used = {steps for record in records for steps in _places_of(record)}
        columns = [
            column for column in table.columns(tags) if not column.optional or column.steps in used
        ]
        rows = {1: _row(cell for column in columns for cell in _headers(column, lang))}
        named = [(column, bool(lang) and has_labels(column.shape)) for column in columns]
        for number, record in enumerate(records, 2):
            rows[number] = _row(
                cell
                for column, has_names in named
                for cell in _cells(column, record, labels if has_names else None, lang)
            )
        offered = (words for one in columns for words in _choices(one.shape, labels, lang))
        choices = {number: words for number, words in enumerate(offered, 1) if words}
        yield Sheet(table.name, title_of(table, lang), rows, choices=choices)


def _records(table: Table, data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The records of a table; those within others with the id of the one they belong to."""
    if table.parent is None:
        yield from data.get(table.name, ()) if table.name in TABLES.values() else (data,)
        return
    for owner in data.get(table.parent.name, ()):
        for record in owner.get(table.field, ()):
            yield {**_full(table.kind, record), table.parent.name: owner[key_of(table.parent.kind)]}


def _full(kind: type, data: Any) -> Mapping[str, Any]:
    """A record with its fields, where its one shorthand field may stand for it."""
    if isinstance(data, dict):
        return cast("dict[str, Any]", data)
    return {shorthand_of(kind) or "": data}


def _shapes(kind: type) -> dict[str, Shape]:
    return {field.name: field.shape for field in fields_of(kind)}


def _expanded(shape: Shape, data: Any, tags: set[str]) -> Any:
    """The same data without shorthands; the languages in them are added to ``tags``."""
    match shape:
        case Record(kind):
            shapes = _shapes(kind)
            fields = _full(kind, data).items()
            return {
                name: _expanded(shapes[name], value, tags) if name in shapes else value
                for name, value in fields
            }
        case NameByLanguage(of):
            tags.update(data)
            return {tag: _expanded(of, phrase, tags) for tag, phrase in data.items()}
        case Items(of, int()):
            return [_expanded(of, item, tags) for item in data]
        case _:
            return data


def _places_of(data: Any, steps: Path = ()) -> Iterator[Path]:
    """The steps to all values in a record."""
    yield steps
    if isinstance(data, dict):
        for name, value in cast("dict[str, Any]", data).items():
            yield from _places_of(value, (*steps, name))


def _value_at(data: Any, steps: Path) -> Any:
    for step in steps:
        try:
            data = data[step]
        except LookupError:
            return None
    return data


def _row(cells: Iterable[Cell]) -> Row:
    return {number: cell for number, cell in enumerate(cells, 1) if cell is not None}


def title_of(table: Table, lang: str | None) -> str:
    """The name of the sheet of a table in a language."""
    return table.title(lang)[:LONGEST_TITLE].strip() if lang else table.name


def _headers(column: Column, lang: str | None) -> Iterator[str]:
    if lang is None:
        yield column.name
        return
    if has_labels(column.shape):
        yield column.header(lang)
    yield f"{column.header(lang)} [{column.name}]"


def _choices(shape: Shape, labels: Labels, lang: str | None) -> Iterator[tuple[str, ...]]:
    """The words for the columns of a code, which has one value: labels, and the codes."""
    codes = (
        tuple(one.value for one in cast("Iterable[Any]", shape.type))
        if isinstance(shape, Coded)
        else ()
    )
    if lang and has_labels(shape):
        yield tuple(labels.label(shape, code, lang) or code for code in codes)
    yield codes


def _cells(
    column: Column, record: Mapping[str, Any], labels: Labels | None, lang: str | None
) -> Iterator[Cell]:
    value = _value_at(record, column.steps)
    if lang and labels:
        yield None if value is None else cell_label(column.shape, value, labels, lang)
    yield None if value is None else to_cell(column.shape, value, lang)


def cell_label(shape: Shape, value: Any, labels: Labels, lang: str) -> str:
    """The names of the codes in a cell; the code itself where it has none in the language."""
    codes = value if isinstance(shape, Items) else [value]
    names = [labels.label(item_of(shape), code, lang) or code for code in codes]
    return protect(join(names) if isinstance(shape, Items) else names[0])
