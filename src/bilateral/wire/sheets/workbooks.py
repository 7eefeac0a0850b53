"""Cells of an XLSX workbook (ECMA-376), read without trust in the file.

A library that keeps a workbook as a whole would go through millions of cells that a hostile
file only names; here, what is not a cell with a content costs nothing.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import attrs

from bilateral.problems import reject
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.packages import TAG, Package, opened
from bilateral.wire.sheets.protection import DAY_ZERO, Cell, Fault
from bilateral.wire.sheets.writing import MARK, Area, Row, Sheet

__all__ = ["read_workbook"]

_TRUE = ("1", "true")
# How the files of Office before 2007 begin, and those with a password to this day ([MS-CFB]).
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Parts that every document in the OpenDocument format and every one of Numbers has.
_OTHERS = frozenset({"mimetype", "Index/Document.iwa", "Index.zip"})
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}", re.ASCII)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# What a number format shows.
_DAY, _MONTH, _YEAR, _TIME = "yyyy-mm-dd", "yyyy-mm", "yyyy", "h:mm"
# The built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30). What those of
# East Asia show depends on the language of the program.
_BUILT_IN = {
    **{str(number): _DAY for number in (14, 15, 16, *range(27, 37), *range(50, 59))},
    "17": _MONTH,
    **{str(number): _TIME for number in (*range(18, 23), *range(45, 48))},
}
# In the code of a number format: what is shown as it is, colours, conditions, currencies.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
# Day 0 of the two calendars. The first has a 29 February 1900 (day 60): from day 1 to there it is
# one off, and before it programs count on without it.
_SECONDS = 86_400  # of a day
_DAY_ZERO_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - no time zones
_NO_DAY = 60


def read_workbook(content: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a workbook.

    Of a formula, the value counts that the spreadsheet program stored. Raises
    `ValidationError`: ``syntax``; ``old-workbook``, for one of the format before XLSX or with
    a password; ``other-workbook``, for one of another program; ``too-large`` and
    ``expands-too-much``; ``document-type``, for XML with definitions, which a workbook has no
    use for.
    """
    if content.startswith(_COMPOUND_FILE):
        raise reject("old-workbook", None)
    with opened(content, limits, reason="workbook") as package:
        if not _OTHERS.isdisjoint(package.names):
            raise reject("other-workbook", None)
        return _Workbook(package, limits).read()


class _Workbook:
    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._cells_left = limits.cells
        self._shared_left = package.left

    def read(self) -> list[Sheet]:
        """All sheets, in their order."""
        (main,) = self._targets("", "officeDocument").values()
        book = self._tree(main)
        if _local(book) != "workbook":
            raise ValueError("a document of another program")
        properties = _first(book, "workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in _TRUE
        self._day_zero = _DAY_ZERO_1904 if from_1904 else DAY_ZERO
        self._texts = self._shared_texts(main)
        self._dates = self._date_styles(main)
        targets = self._targets(main, "worksheet")
        not_read = set(_marked_titles(book))
        return [
            attrs.evolve(
                self._sheet(sheet.get("name", ""), targets[key]),
                is_hidden=sheet.get("state", "visible") != "visible",
            )
            for sheet in _all(book, "sheet")
            if (key := _relation(sheet)) in targets and sheet.get("name") not in not_read
        ]

    def _tree(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self._package.part(name))  # noqa: S314 - without definitions

    def _targets(self, part: str, kind: str) -> dict[str, str]:
        """The parts of a kind that a part refers to, by the ids that it uses for them."""
        folder, name = posixpath.split(part)
        relations = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            one.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, one.get("Target", ""))
            ).lstrip("/")
            for one in _all(relations, "Relationship")
            if one.get("Type", "").endswith(f"/{kind}")
        }

    def _shared_texts(self, main: str) -> list[str]:
        names = self._targets(main, "sharedStrings").values()
        return [_text(item) for name in names for item in _all(self._tree(name), "si")]

    def _date_styles(self, main: str) -> dict[str, str]:
        """The parts of a date that styles show of a number, by the numbers of the styles."""
        shown: dict[str, str] = {}
        for name in self._targets(main, "styles").values():
            tree = self._tree(name)
            codes = {one.get("numFmtId"): one.get("formatCode", "") for one in _all(tree, "numFmt")}
            for table in _all(tree, "cellXfs"):
                for number, style in enumerate(table):
                    if text := _shown(style.get("numFmtId", "0"), codes):
                        shown[str(number)] = text
        return shown

    def _sheet(self, title: str, name: str) -> Sheet:
        rows: dict[int, Row] = {}
        merged: list[str] = []
        hidden: set[int] = set()
        columns: list[range] = []
        row = column = 0
        data = ElementTree.Element("sheetData")
        source = io.BytesIO(self._package.part(name))
        for event, element in ElementTree.iterparse(source, ("start", "end")):  # noqa: S314
            match event, _local(element):
                case "start", "row":
                    row, column = int(element.get("r", row + 1)), 0
                    if element.get("hidden") in _TRUE:
                        hidden.add(row)
                case "start", "sheetData":
                    data = element
                case "end", "row":
                    data.clear()
                case "end", "c":
                    column, row = _position(element.get("r"), column + 1, row)
                    self._count(1)
                    cell = self._cell(element)
                    if cell is not None:
                        rows.setdefault(row, {})[column] = cell
                case "start", "col" if element.get("hidden") in _TRUE:
                    columns.append(
                        range(int(element.get("min", 1)), int(element.get("max", 0)) + 1)
                    )
                case "end", "mergeCell":
                    merged.append(element.get("ref", ""))
                case _:
                    pass
        areas = tuple(self._areas(merged, rows))
        return Sheet(
            title,
            title,
            dict(sorted(rows.items())),
            areas,
            frozenset(hidden),
            tuple(columns),
            day_zero=self._day_zero,
        )

    def _count(self, cells: int) -> None:
        self._cells_left -= cells
        if self._cells_left < 0:
            raise reject("too-large", None, limit=self._limits.cells)

    def _areas(self, references: list[str], rows: dict[int, Row]) -> Iterator[Area]:
        """The merged cells, as far as there is anything in their rows and columns."""
        lowest = max(rows, default=0)
        rightmost = max((max(row) for row in rows.values()), default=0)
        for reference in references:
            corner, _, opposite = reference.partition(":")
            left, top = _position(corner, 0, 0)
            right, bottom = _position(opposite, 0, 0)
            bottom, right = min(bottom, lowest), min(right, rightmost)
            if top <= bottom and left <= right:
                size = (bottom - top + 1) * (right - left + 1)
                self._count(size)
                self._package.spend(TAG * size)
                yield Area(top, left, bottom, right)

    def _cell(self, element: ElementTree.Element) -> Cell:
        if not len(element):
            return None
        formula, value = _first(element, "f"), _first(element, "v")
        kind = element.get("t", "n")
        text = "" if value is None else value.text or ""
        if formula is not None and not text and kind != "str":
            return Fault("formula-without-value", f"={formula.text or ''}")
        if kind == "e":
            return Fault("cell-error", text)
        if kind == "inlineStr":
            return _text(element)
        return self._content(kind, text, element.get("s", "0")) if text else None

    def _content(self, kind: str, text: str, style: str) -> Cell:
        match kind:
            case "s":
                shared = self._texts[int(text)]
                self._shared_left -= len(shared)
                if self._shared_left < 0:
                    raise self._package.too_much
                return shared
            case "b":
                return text == "1"
            case "n":
                return self._number(text, self._dates.get(style))
            case _:
                return _unescaped(text)

    def _number(self, text: str, shown: str | None) -> Cell:
        number = int(text) if _NUMBER.fullmatch(text) else float(text)
        if shown is None:
            return number
        try:
            return _moment(number, shown, self._day_zero)
        except OverflowError:
            return number


def _marked_titles(book: ElementTree.Element) -> Iterator[str]:
    """The titles of the sheets that were made of the others: ``'Register'!$A$1``."""
    for one in _all(book, "definedName"):
        if one.get("name", "").startswith(MARK):
            title = (one.text or "").rpartition("!")[0]
            yield title.removeprefix("'").removesuffix("'").replace("''", "'")


def _moment(number: float, shown: str, zero: datetime.datetime) -> Cell:
    """The date that a number stands for in a cell that shows one, as far as it shows it."""
    from_1904 = zero == _DAY_ZERO_1904
    if not from_1904 and 0 <= number < 1 and shown != _TIME:
        # Day 0 is the date of an empty cell.
        return 0
    if not from_1904 and _NO_DAY <= number < _NO_DAY + 1:
        return "1900-02-29"
    shift = 1 if not from_1904 and 0 < number < _NO_DAY else 0
    moment = zero + datetime.timedelta(seconds=round((number + shift) * _SECONDS))
    if shown in (_MONTH, _YEAR):
        return f"{moment:%Y-%m-%d}"[: len(shown)]
    return moment.date() if moment.time() == datetime.time() else moment


def _local(element: ElementTree.Element) -> str:
    """The name of an element without its namespace, of which there are two."""
    return element.tag.rpartition("}")[2]


def _all(tree: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (one for one in tree.iter() if _local(one) == name)


def _first(tree: ElementTree.Element, name: str) -> ElementTree.Element | None:
    return next(_all(tree, name), None)


def _relation(element: ElementTree.Element) -> str:
    return next((value for key, value in element.items() if key.endswith("}id")), "")


def _text(tree: ElementTree.Element) -> str:
    """The text of a string, of all its runs; a reading beside it (``rPh``) is not part of it."""
    if _local(tree) == "t":
        return _unescaped(tree.text or "")
    return "".join(_text(one) for one in tree if _local(one) != "rPh")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _position(reference: str | None, column: int, row: int) -> tuple[int, int]:
    """Column and row of a cell by its reference; the next one where it has none."""
    match = _REFERENCE.fullmatch(reference or "")
    if match is None:
        return column, row
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - 64
    return number, int(match[2])


def _shown(number: str, codes: dict[str | None, str]) -> str | None:
    """The parts that a number format shows of a date, `None` if it shows none.

    >>> _shown("14", {}), _shown("17", {}), _shown("9", {}), _shown("70", {"70": '"J" yyyy;@'})
    ('yyyy-mm-dd', 'yyyy-mm', None, 'yyyy')
    """
    code = _LITERAL.sub("", codes.get(number, _BUILT_IN.get(number, ""))).lower()
    letters = set(code.partition(";")[0]) & set("dmyhs")
    if letters & set("hs"):
        return _TIME
    if "d" in letters:
        return _DAY
    if "m" in letters:
        return _MONTH
    return _YEAR if "y" in letters else None
