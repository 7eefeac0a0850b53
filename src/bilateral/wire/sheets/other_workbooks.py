"""Cells of workbooks of other formats than XLSX: OpenDocument (.ods), Excel before 2007 (.xls).

They are read by python-calamine, which comes with the extra ``sheets``. Number formats and
hidden rows are not told by it: a date is a whole day, and what is hidden is read.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator
from typing import Any

from bilateral.errors import MissingExtra
from bilateral.problems import reject
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.protection import Cell
from bilateral.wire.sheets.writing import Area, Row, Sheet

__all__ = ["SUFFIXES", "read_other_workbook"]

SUFFIXES = (".ods", ".xls", ".xlsb")


def read_other_workbook(content: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a workbook.

    Raises `MissingExtra`, and `ValidationError`: ``syntax``; ``too-large`` for more cells than
    the limits allow.
    """
    try:
        import python_calamine as calamine
    except ImportError:
        raise MissingExtra("sheets", "python-calamine") from None
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return list(_sheets(book, limits, calamine.SheetVisibleEnum.Visible))
    except (calamine.CalamineError, OSError):
        raise reject("syntax", None, reason="workbook") from None


def _sheets(book: Any, limits: Limits, visible: object) -> Iterator[Sheet]:
    left = limits.cells
    for number, about in enumerate(book.sheets_metadata):
        sheet = book.get_sheet_by_index(number)
        left -= sheet.total_height * sheet.total_width
        if left < 0:
            raise reject("too-large", None, limit=limits.cells)
        rows = dict(_rows(sheet.to_python(skip_empty_area=False)))
        merged = tuple(
            Area(top + 1, first + 1, bottom + 1, last + 1)
            for (top, first), (bottom, last) in sheet.merged_cell_ranges or ()
        )
        yield Sheet(about.name, about.name, rows, merged, is_hidden=about.visible != visible)


def _rows(rows: Iterable[Iterable[Any]]) -> Iterator[tuple[int, Row]]:
    for number, values in enumerate(rows, 1):
        row: Row = {
            column: cell
            for column, value in enumerate(values, 1)
            if (cell := _cell(value)) is not None
        }
        if row:
            yield number, row


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else value
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return str(value)
    cell: Cell = value
    return cell
