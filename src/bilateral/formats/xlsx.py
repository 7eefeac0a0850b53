"""XLSX: a workbook with a sheet for each table (see ``bilateral.wire.sheets.writing``).

In a language it opens with the register. Full days are dates of the spreadsheet. A text is never
a formula, whatever it begins with.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

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
from bilateral.wire.sheets.writing import MARK, Sheet, write_sheets

__all__ = ["read", "write"]

# What a cell of a spreadsheet can hold.
_LONGEST_TEXT = 32_767
_WIDEST = 60
# The height of a line, in points.
_LINE = 15
_LAST_ROW = 1_048_576
_EPOCH = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 - the first time that a ZIP archive knows
_TIME = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DAY_FORMATS = {"de": "dd\\.mm\\.yyyy", "ru": "dd\\.mm\\.yyyy"}


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise MissingExtra("xlsx", "openpyxl") from None
    return openpyxl


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
    book = _openpyxl().Workbook(write_only=True)
    # Before anything is written: the library cannot give up in the middle.
    _check_lengths(sheets)
    book.properties.creator = "bilateral"
    book.properties.created = _EPOCH
    day_format = _DAY_FORMATS.get(lang or "", "yyyy-mm-dd")
    codes = next((one for one in sheets if one.is_hidden), None)
    for sheet in sheets:
        page = _add(book, sheet, day_format)
        _offer(page, sheet, codes)
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


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


def _set_apart(page: Any, sheet: Sheet) -> None:
    """Mark a sheet that is made of others: what somebody wrote there would not be read."""
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.properties import PageSetupProperties

    title = sheet.title.replace("'", "''")
    page.parent.defined_names[sheet.name] = DefinedName(
        sheet.name, attr_text=f"'{title}'!$A$1", hidden=True
    )
    page.sheet_state = "hidden" if sheet.is_hidden else "visible"
    # On paper, its columns stand side by side.
    page.page_setup.orientation = "landscape"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"
    page.protection.sheet = True
    page.protection.autoFilter = page.protection.sort = False


def _offer(page: Any, sheet: Sheet, codes: Sheet | None) -> None:
    """Drop-downs for the columns of codes; other words may be written as well."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if codes is None:
        return
    places = {
        tuple(row[column] for row in codes.rows.values() if column in row): column
        for column in codes.rows[1]
    }
    for column, words in sheet.choices.items():
        letter, source = get_column_letter(column), get_column_letter(places[words])
        page.data_validations.append(
            DataValidation(
                "list",
                formula1=f"'{codes.title}'!${source}$1:${source}${len(words)}",
                showErrorMessage=False,
                allow_blank=True,
                sqref=f"{letter}2:{letter}{_LAST_ROW}",
            )
        )


def _add(book: Any, sheet: Sheet, day_format: str) -> Any:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(sheet.title)
    page.freeze_panes = "B2"
    header = sheet.rows[1]
    for column in header:
        longest = max(len(str(row.get(column) or "")) for row in sheet.rows.values())
        page.column_dimensions[get_column_letter(column)].width = min(longest + 2, _WIDEST)
        if any(column in hidden for hidden in sheet.hidden_columns):
            page.column_dimensions[get_column_letter(column)].hidden = True
    page.auto_filter.ref = f"A1:{get_column_letter(max(header))}{len(sheet.rows)}"
    is_register = sheet.name.startswith(MARK)
    if is_register:
        # How pages are printed is written before the rows.
        _set_apart(page, sheet)
    # Dates, too, stand at the left, away from the next column.
    wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left" if is_register else None)
    for number, row in sheet.rows.items():
        cells = [_cell(page, row.get(column), day_format) for column in header]
        for cell in cells if number == 1 or is_register else ():
            cell.alignment = wrapped
            if number == 1:
                cell.font = Font(bold=True)
        if is_register:
            # Not every program makes a row as high as its longest text.
            lines = max(-(-len(str(cell)) // _WIDEST) for cell in row.values())
            page.row_dimensions[number].height = _LINE * (lines + (number == 1))
        page.append(cells)
    return page


def _cell(page: Any, value: Cell, day_format: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    content: Any = None if isinstance(value, str) else value
    cell = WriteOnlyCell(page, content)
    if isinstance(value, str):
        cell.value, cell.data_type = value, "s"
        # A spreadsheet has a mark of its own for texts that look like formulas. It is not read
        # back: where the meaning depends on it, ours stays.
        bare = value.removeprefix("'")
        if bare != value and not is_doubtful(bare) and unprotect(bare) == unprotect(value) != "":
            cell.value, cell.data_type = bare, "s"
            cell.quotePrefix = True
    elif isinstance(value, datetime.date):
        cell.number_format = day_format
    return cell


def _without_times(content: bytes) -> bytes:
    """The same archive without the time of its making: equal dossiers give equal bytes."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "docProps/core.xml":
                text = _TIME.sub(rb"\g<1>" + _EPOCH.isoformat().encode() + b"Z", text)
            entry = zipfile.ZipInfo(part.filename, _EPOCH.timetuple()[:6])
            # An entry has a compression of its own, which is none.
            new.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def read(content: bytes, limits: Limits, *, lang: str | None = None) -> Document:
    """The plain data in a workbook; ``lang`` is the language to try first."""
    return read_sheets(read_workbook(content, limits), lang)
