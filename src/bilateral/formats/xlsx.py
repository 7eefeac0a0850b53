"""XLSX: a workbook with a sheet for each table (see ``bilateral.wire.sheets.writing``).

In a language it opens with the register. Full days are dates of the spreadsheet. A text is never
a formula, whatever it begins with.
"""

from __future__ import annotations

import datetime
import io
from typing import Any, NamedTuple

from bilateral.dates.partial_dates import Day
from bilateral.display import current_view
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits
from bilateral.wire.records import write_dossier
from bilateral.wire.sheets.office import code_sheet, register_sheet
from bilateral.wire.sheets.protection import Cell, is_doubtful, unprotect
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.workbooks import read_workbook
from bilateral.wire.sheets.writing import Sheet, write_sheets

__all__ = ["read", "write"]

# What a cell of a spreadsheet can hold.
_LONGEST_TEXT = 32_767
_WIDEST = 60
# The height of a line, in points.
_LINE = 15
_LAST_ROW = 1_048_576
_EPOCH = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - the first time that a ZIP archive knows
_DAY_FORMATS = {"de": "dd\\.mm\\.yyyy", "ru": "dd\\.mm\\.yyyy"}


def _library() -> Any:
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtra("xlsx", "XlsxWriter") from None
    return xlsxwriter


def write(dossier: Dossier, *, lang: str | None = None, on: Day | None = None) -> bytes:
    """The workbook; with labels, headers and names of sheets in ``lang``, if given.

    Its first sheet is the register in that language, with the statuses of the day ``on`` (else
    today); it is not read back. Raises `ValidationError`: ``text-too-long`` for a text that no
    cell can hold, ``whole-day-needed``.
    """
    sheets = list(write_sheets(write_dossier(dossier), lang))
    if lang:
        sheets += filter(None, [code_sheet(sheets, lang)])
        if dossier.agreements:
            sheets.insert(0, register_sheet(dossier, lang, on or current_view().on))
    return workbook(sheets, lang)


def workbook(sheets: list[Sheet], lang: str | None) -> bytes:
    """The workbook with some sheets, each with its headers in the first row; errors as `write`."""
    stream = io.BytesIO()
    book = _library().Workbook(stream, {"in_memory": True})
    _check_lengths(sheets)
    # Without the time of its making, equal dossiers give equal bytes.
    book.set_properties({"author": "bilateral", "created": _EPOCH})
    day = _DAY_FORMATS.get(lang or "", "yyyy-mm-dd")
    codes = next((one for one in sheets if one.is_hidden), None)
    for sheet in sheets:
        page = book.add_worksheet(sheet.title)
        _add(book, page, sheet, day)
        if sheet.is_read:
            _offer(page, sheet, codes)
        else:
            _set_apart(book, page, sheet)
    book.close()
    return stream.getvalue()


def _check_lengths(sheets: list[Sheet]) -> None:
    details = {"limit": _LONGEST_TEXT}
    problems = [
        Problem(
            "text-too-long", (), cell, details=details, sheet=sheet.title, line=row, column=column
        )
        for sheet in sheets
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
        if isinstance(cell, str) and len(cell) > _LONGEST_TEXT
    ]
    if problems:
        raise ValidationError(problems)


def _set_apart(book: Any, page: Any, sheet: Sheet) -> None:
    """Mark a sheet that is made of others: what somebody wrote there would not be read."""
    title = sheet.title.replace("'", "''")
    book.define_name(sheet.name, f"='{title}'!$A$1")
    if sheet.is_hidden:
        page.hide()
    # On paper, its columns stand side by side.
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.protect("", {"autofilter": True, "sort": True})


def _offer(page: Any, sheet: Sheet, codes: Sheet | None) -> None:
    """Drop-downs for the columns of codes; other words may be written as well."""
    if codes is None:
        return
    places = {
        tuple(row[column] for row in codes.rows.values() if column in row): column
        for column in codes.rows[1]
    }
    for column, words in sheet.choices.items():
        letter = _library().utility.xl_col_to_name(places[words] - 1, col_abs=True)
        source = f"='{codes.title}'!{letter}$1:{letter}${len(words)}"
        offered = {"validate": "list", "source": source, "show_error": False}
        page.data_validation(1, column - 1, _LAST_ROW - 1, column - 1, offered)


class _Formats(NamedTuple):
    """How the cells of some rows look: those of texts, of texts to the letter, and of days."""

    text: Any
    literal: Any
    day: Any


def _formats(book: Any, day: str, **style: Any) -> _Formats:
    text = book.add_format(style) if style else None
    literal = book.add_format({**style, "quote_prefix": True})
    return _Formats(text, literal, book.add_format({**style, "num_format": day}))


def _add(book: Any, page: Any, sheet: Sheet, day: str) -> None:
    page.freeze_panes(1, 1)
    header = sheet.rows[1]
    longest = dict.fromkeys(header, 0)
    for row in sheet.rows.values():
        for column, cell in row.items():
            longest[column] = max(longest[column], len(str(cell)))
    for column in header:
        is_hidden = any(column in hidden for hidden in sheet.hidden_columns)
        width = min(longest[column] + 2, _WIDEST)
        page.set_column(column - 1, column - 1, width, None, {"hidden": is_hidden})
    page.autofilter(0, 0, len(sheet.rows) - 1, max(header) - 1)
    wrapped = {"text_wrap": True, "valign": "top"}
    if not sheet.is_read:
        # Dates, too, stand at the left, away from the next column.
        wrapped["align"] = "left"
    formats = _formats(book, day, bold=True, **wrapped)
    others = _formats(book, day, **({} if sheet.is_read else wrapped))
    for number, row in sheet.rows.items():
        if not sheet.is_read:
            # Not every program makes a row as high as its longest text.
            lines = max(-(-len(str(cell)) // _WIDEST) for cell in row.values())
            page.set_row(number - 1, _LINE * (lines + (number == 1)))
        for column, cell in row.items():
            _write(page, (number - 1, column - 1), cell, formats)
        formats = others


def _write(page: Any, place: tuple[int, int], value: Cell, formats: _Formats) -> None:
    if isinstance(value, str):
        # A spreadsheet has a mark of its own for texts that look like formulas. It is not read
        # back: where the meaning depends on it, ours stays.
        bare = value.removeprefix("'")
        if bare != value and not is_doubtful(bare) and unprotect(bare) == unprotect(value) != "":
            page.write_string(*place, bare, formats.literal)
        else:
            page.write_string(*place, value, formats.text)
    elif isinstance(value, datetime.date):
        page.write_datetime(*place, value, formats.day)
    elif isinstance(value, bool):
        page.write_boolean(*place, value, formats.text)
    else:
        page.write_number(*place, value, formats.text)


def read(content: bytes, limits: Limits, *, lang: str | None = None) -> Document:
    """The plain data in a workbook; ``lang`` is the language to try first."""
    return read_sheets(read_workbook(content, limits), lang)
