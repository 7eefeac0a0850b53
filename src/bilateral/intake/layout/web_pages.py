"""The sheets of a web page: its tables, or its text line by line if it has none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from bilateral.problems import reject
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.writing import Area, Row, Sheet

__all__ = ["SUFFIXES", "declared_encoding", "is_page", "sheets_of_page"]

#: How the names of web pages end.
SUFFIXES: Final = (".html", ".htm", ".xhtml")

# Where a page says what it is, and what its bytes are.
_FIRST = 1024
_START = re.compile(r"(?i)\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|table)\b")
_CHARSET = re.compile(rb"(?i)<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?([\w-]+)")
# What it means where a page says so (WHATWG, Encoding, section 4.2).
_MEANT: Final = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}

_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6", "caption"}
_CELLS: Final = {"td", "th"}
# They stand in an item or cell, and say nothing of what it is.
_PARTS: Final = {"p", "div", "br"}
_LISTS: Final = {"ul", "ol", "li", "dl", "dt", "dd", "table", "tr"}
_SECTIONS: Final = {"section", "main", "article", "hr", "pre"}
_BLOCKS: Final = _HEADINGS | _CELLS | _PARTS | _LISTS | _SECTIONS
# What is no text of the page: how it works, the way about it, and marks of footnotes.
_WORKINGS: Final = {"script", "style", "title", "template", "noscript", "svg", "select", "button"}
_LEFT_OUT: Final = _WORKINGS | {"nav", "footer", "aside", "sup"}
# As many rows or columns as a cell may take.
_SPAN = re.compile(r"[1-9]\d?")


def is_page(text: str) -> bool:
    """Whether a text is a web page, by how it begins.

    >>> is_page("<!DOCTYPE html><p>A list"), is_page("1. A list")
    (True, False)
    """
    return _START.match(text) is not None


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page says it has, if that can be.

    >>> declared_encoding(b'<html><meta charset="windows-1251">')
    'windows-1251'
    """
    found = _CHARSET.search(content[:_FIRST])
    if not found or not is_page(content[:_FIRST].decode("latin-1")):
        return None
    said = found[1].decode().lower()
    encoding = _MEANT.get(said, said)
    try:
        content.decode(encoding)
    except (LookupError, UnicodeError):
        return None
    return encoding


def sheets_of_page(name: str, text: str, limits: Limits) -> list[Sheet]:
    """A sheet for each table with several rows and columns; without one, a line for each block.

    Above the rows of a table stands what the heading before it says. Headings are apart from the
    lines, and where these are mostly items of lists, so are the others. Raises `ValidationError`
    (``too-large``) for more cells than the limits allow, merged ones as many as they take.

    >>> page = "<h2>Treaties</h2><table><tr><th>Title<th>Day<tr><td>Treaty with Riga<td>2001"
    >>> sheets_of_page("list", page, Limits())[0].rows
    {1: {1: 'Treaties'}, 2: {1: 'Title', 2: 'Day'}, 3: {1: 'Treaty with Riga', 2: '2001'}}
    """
    page = _Page(limits)
    page.feed(text)
    page.close()
    return list(page.lists(name)) or [page.lines(name)]


class _Table:
    """The cells of a table, and where one takes several places."""

    def __init__(self, title: str) -> None:
        self.title = title
        # The first row is for the title.
        self._row, self._column = 1, 1
        self._rows: dict[int, Row] = {}
        self._merged: list[Area] = []
        # The last row that is taken in each column.
        self._ends: dict[int, int] = {}
        self._lines: list[str] = []
        self._cell: Area | None = None

    def begin_row(self) -> None:
        self._end_cell()
        self._row, self._column = self._row + 1, 1

    def begin_cell(self, width: int, height: int) -> None:
        """Begin a cell where its row is free."""
        self._end_cell()
        free = (n for n in itertools.count(self._column) if self._ends.get(n, 0) < self._row)
        left = next(free)
        self._column = left + width
        self._cell = Area(self._row, left, self._row + height - 1, self._column - 1)
        self._ends |= dict.fromkeys(range(left, self._column), self._cell.bottom)

    def add(self, line: str) -> None:
        self._lines.append(line)

    def _end_cell(self) -> None:
        cell, text = self._cell, "\n".join(self._lines)
        self._cell, self._lines = None, []
        if cell and text:
            self._rows.setdefault(cell.top, {})[cell.left] = text
            if cell[:2] != cell[2:]:
                self._merged.append(cell)

    def sheet(self, name: str) -> Sheet | None:
        """The table as a sheet, if it has several rows of several cells."""
        self._end_cell()
        if sum(len(row) > 1 for row in self._rows.values()) <= 1:
            return None
        above: dict[int, Row] = {1: {1: self.title}} if self.title else {}
        return Sheet(name, name, above | self._rows, tuple(self._merged))


class _Page(HTMLParser):
    """Takes the tables and the lines of a page, whatever its tags leave open."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits, self._cells = limits, 0
        self._tables: list[_Table] = []
        self._open: list[_Table] = []
        self._left_out: list[str] = []
        self._heading = ""
        self._block = ""
        self._parts: list[str] = []
        self._lines: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag does; what is within a part that is left out does nothing."""
        if tag in _LEFT_OUT:
            self._left_out.append(tag)
        if self._left_out or tag not in _BLOCKS:
            return
        if tag in _PARTS and self._block:
            self._end_part()
            return
        self._end_block()
        self._block = tag
        if tag == "table":
            self._open.append(_Table(self._heading))
            self._tables.append(self._open[-1])
            self._heading = ""
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in _CELLS:
            said = dict(attrs)
            width, height = _span(said.get("colspan")), _span(said.get("rowspan"))
            self._count(width * height)
            self._open[-1].begin_cell(width, height)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise reject("too-large", None, limit=self._limits.cells)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag does, and what is left open within it."""
        if tag in self._left_out:
            del self._left_out[self._left_out.index(tag) :]
        elif self._left_out or tag not in _BLOCKS:
            return
        elif tag in _PARTS:
            self._end_part()
        else:
            self._end_block()
            self._block = ""
            if tag == "table" and self._open:
                self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add to the text of a block."""
        if not self._left_out:
            self._parts.append(data)

    def _end_part(self) -> None:
        """End a line, unless it is one of an item."""
        if self._block == "li":
            self._parts.append(" ")
        else:
            self._end_block()

    def _end_block(self) -> None:
        line, self._parts = " ".join("".join(self._parts).split()), []
        if not line:
            return
        self._lines.append((self._block, line))
        if self._block == "caption" and self._open:
            self._open[-1].title = line
        elif self._block in _HEADINGS:
            self._heading = line
        elif self._open:
            self._open[-1].add(line)

    def close(self) -> None:
        """End the page, and the block that it ends with."""
        super().close()
        self._end_block()

    def lists(self, name: str) -> Iterator[Sheet]:
        """The tables that are lists, each with its number behind the name."""
        found = (one.sheet(f"{name} {n}") for n, one in enumerate(self._tables, 1))
        return filter(None, found)

    def lines(self, name: str) -> Sheet:
        """The text, a block a line."""
        blocks = dict(enumerate(self._lines, 1))
        items = {n for n, (tag, _) in blocks.items() if tag == "li"}
        apart = {n for n, (tag, _) in blocks.items() if tag in _HEADINGS}
        if len(items) > len(blocks) / 2:
            apart = blocks.keys() - items
        rows: dict[int, Row] = {n: {1: line} for n, (_, line) in blocks.items()}
        return Sheet(name, name, rows, apart=frozenset(apart))


def _span(said: str | None) -> int:
    return int(said) if said and _SPAN.fullmatch(said) else 1
