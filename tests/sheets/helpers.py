"""Workbooks and folders of tables, made and read."""

import functools
import io
import zipfile

import openpyxl
import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError


def workbook(*sheets):
    """The bytes of a workbook: each sheet is its title and its rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, *rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    return saved(book)


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


PARTNERS = (
    "Partners",
    ["id", "kind", "name.en", "governs"],
    ["minsk", "city_executive", "Minsk City Executive Committee", "BY-HM"],
    ["astana", "city_executive", "Akimat of Astana", "KZ-71"],
)
HEADERS = ["id", "kind", "sides.1", "sides.2"]
ROW = ["a", "mou", "minsk", "astana"]


def read(*sheets, **options):
    """The dossier of a workbook with two partners."""
    return bl.loads(workbook(PARTNERS, *sheets), "xlsx", **options)


def problems(*sheets, **options):
    """Sheet, row, column, code and hint of each problem."""
    with pytest.raises(ValidationError) as caught:
        read(*sheets, **options)
    return [(p.sheet, p.line, p.column, p.code, p.hint) for p in caught.value.problems]


def agreements(*more, row=()):
    """A sheet with one agreement; further headers and their cells."""
    return ("agreements", [*HEADERS, *more], [*ROW, *row])


NAMES = {
    "workbook": "xl/workbook.xml",
    "relations": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
}


@functools.cache
def small_workbook():
    """That of a dossier with nothing but a note."""
    return bl.dumps(Dossier(note="n"), "xlsx")


def changed(edit, part="sheet", content=None):
    """A workbook with another text in one of its parts."""
    stream = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(content or small_workbook()))
    with old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, edit(text) if name == NAMES.get(part, part) else text)
    return stream.getvalue()


def with_rows(rows, more=b"", before=b""):
    """A workbook whose first sheet has these rows in its XML."""
    name = b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    start = before + b"<worksheet xmlns=" + name + b"><sheetData>"
    return changed(lambda _: start + rows.encode() + b"</sheetData>" + more + b"</worksheet>")


FORM = "Kennung;Art;Seite 1;Seite 2"


def loads(name, *rows, **options):
    """The dossier of one file of CSV with these rows."""
    return bl.loads({name: "\n".join(rows).encode()}, "csv", **options)


def found(name, *rows, **options):
    """All that is wrong with one file of CSV."""
    with pytest.raises(ValidationError) as caught:
        loads(name, *rows, **options)
    return list(caught.value.problems)
