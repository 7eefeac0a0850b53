"""The sheets of a list, wherever it is: a file, a text, a table of another library, rows."""

from __future__ import annotations

import datetime
import io
import os
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, Final, cast

import attrs

from bilateral.coercion import is_mapping, unknown
from bilateral.errors import MissingExtra, UnknownFormat
from bilateral.intake.layout.encodings import encoding_of
from bilateral.intake.layout.headers import field_of
from bilateral.intake.layout.paragraphs import headings_in
from bilateral.intake.layout.web_pages import SUFFIXES as WEB_PAGES
from bilateral.intake.layout.web_pages import is_page, sheets_of_page
from bilateral.intake.layout.word_documents import SUFFIXES as WORD_DOCUMENTS
from bilateral.intake.layout.word_documents import is_document, page_of
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem
from bilateral.wire import storage
from bilateral.wire.documents import Limits
from bilateral.wire.locations import file_name, path_of
from bilateral.wire.registry import COMPRESSIONS, OTHER_TEXTS, advice
from bilateral.wire.sheets.delimited import check_encoding, rows_of, text_in
from bilateral.wire.sheets.other_workbooks import SUFFIXES as OTHER_WORKBOOKS
from bilateral.wire.sheets.other_workbooks import read_other_workbook
from bilateral.wire.sheets.protection import Cell, Fault
from bilateral.wire.sheets.workbooks import read_workbook
from bilateral.wire.sheets.writing import Row, Sheet

__all__ = ["is_list", "naming", "sheets_of"]

_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
# What a workbook is found to be that another reader may read.
_UNREAD = ("old-workbook", "other-workbook")
_TEXTS = (".csv", ".tsv", ".tab", ".txt", "")
_WORKBOOKS = (".xlsx", ".xlsm", *OTHER_WORKBOOKS)
_SUFFIXES = (*_TEXTS, *_WORKBOOKS, *WORD_DOCUMENTS, *WEB_PAGES)
_ADVICE = "save it as .docx, or copy its table to a sheet"
_SEPARATORS = {".tsv": "\t", ".tab": "\t"}
# Where headers may stand below a title.
_FIRST_LINES = 20
# Of so many columns, one has a header that is known.
_SHARE = 4
# Where no separator stands: in quotes, and in the brackets of a sentence.
_ENCLOSED = re.compile(r'"(?:[^"]|"")*"|\([^()\n]*\)')
#: A line of a list with numbers or bullets, and what stands in it.
ITEM: Final = re.compile(r"(?:\(?\d{1,4}[.)]|[-–•*·])\s+(\S.*)")
# A heading that has a Roman number, also with its word: Раздел II. Торговля.
_ROMAN = re.compile(r"(?:[^\W\d_]{4,}\s+)?([IVX]+)[.):]?(?:\s+[-–—])?\s+[^\W\d_]")
# How the names of files end; not a day: Protocol of 12.05.2019.
_ENDING = re.compile(r"\.[A-Za-z]\w{1,4}$")
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
# The name of what has none.
_NAME = "list"


@contextmanager
def naming(source: Any) -> Generator[None]:
    """Problems get the name of the file that they are in, if it has one."""
    try:
        yield
    except ValidationError as error:
        is_text = isinstance(source, str) and "\n" in source
        file = None if is_text else file_name(source)
        raise ValidationError([attrs.evolve(one, file=file) for one in error.problems]) from None


def sheets_of(
    source: Any,
    lang: str,
    *,
    sheet: str | int | None = None,
    encoding: str | None = None,
    notices: list[Problem] | None = None,
) -> list[Sheet]:
    """The sheets of a list, or the one that is asked for by its name or number (from 1).

    The encoding of a text that does not say it is told by its letters, those of ``lang``; which
    it is goes to the ``notices``. Raises `ValidationError`: ``unknown-sheet-name``,
    ``unclear-encoding``, ``wrong-type``, and those of the files.
    """
    told = [] if notices is None else notices
    sheets = list(_Reader(lang, encoding, told).sheets(source))
    if sheet is None:
        return sheets
    if isinstance(sheet, int):
        found = sheets[sheet - 1 : sheet] if sheet > 0 else []
    else:
        found = [one for one in sheets if one.title == sheet]
    if not found:
        known = [one.title for one in sheets]
        raise ValidationError([_unknown_name(sheet, known)])
    # Who asks for a hidden one wants it.
    return [attrs.evolve(one, is_hidden=False) for one in found]


def _unknown_name(sheet: str | int, known: list[str]) -> Problem:
    details = {"names": ", ".join(known)}
    return attrs.evolve(unknown("unknown-sheet-name", str(sheet), known), details=details)


class _Reader:
    """Reads a source, with the encoding that is said or told by its letters."""

    def __init__(self, lang: str, encoding: str | None, notices: list[Problem]) -> None:
        self._lang, self._encoding, self._notices = lang, encoding, notices

    def sheets(self, source: Any) -> Iterable[Sheet]:
        """All sheets of a source."""
        if isinstance(source, str) and "\n" in source:
            return _of_text(_NAME, source, "")
        if isinstance(source, (bytes, bytearray, memoryview)):
            return self._of_content(_NAME, bytes(cast("bytes", source)))
        if isinstance(source, (str, os.PathLike)):
            path = path_of(cast("str", source))
            if path.is_dir():
                return [_of_folder(path)]
            _check_suffix(path.name)
            with path.open("rb") as opened:
                return self._of_content(path.name, storage.read_file(opened, Limits()))
        if hasattr(source, "read"):
            name = file_name(source) or _NAME
            return self._of_content(Path(name).name, storage.read_file(source, Limits()))
        return [_of_records(_records(source))]

    def _of_content(self, name: str, content: str | bytes) -> list[Sheet]:
        suffix = _suffix(name)
        if isinstance(content, bytes):
            if suffix in WORD_DOCUMENTS or (content.startswith(_ZIP) and is_document(content)):
                return sheets_of_page(name, page_of(content, Limits()), Limits())
            if content.startswith((_ZIP, _OLD_WORKBOOK)):
                return _of_workbook(content, Limits())
            content = self._text(content)
        return _of_text(name, content, suffix)

    def _text(self, content: bytes) -> str:
        encoding = self._encoding
        if encoding is not None:
            check_encoding(encoding)
        elif encoding := encoding_of(content, self._lang):
            self._notices.append(Problem("encoding-taken", (), encoding))
        return text_in(content, encoding)


def _of_folder(folder: Path) -> Sheet:
    """The names of the files in a folder as titles, below those of the folders within it."""
    rows: dict[int, Row] = {}
    apart: set[int] = set()
    for path, folders, names in os.walk(folder):
        folders.sort()
        shown = [name for name in sorted(names) if not name.startswith(".")]
        if shown and Path(path) != folder:
            apart.add(len(rows) + 1)
            shown = [Path(path).name, *shown]
        for name in shown:
            rows[len(rows) + 1] = {1: _ENDING.sub("", name).replace("_", " ")}
    return Sheet(folder.name, folder.name, rows, apart=frozenset(apart))


def is_list(name: str) -> bool:
    """Whether a file may be a list, by its name.

    >>> is_list("liste.ods"), is_list("register.json")
    (True, False)
    """
    return _suffix(name) in _SUFFIXES


def _check_suffix(name: str) -> None:
    """Refuse a file that is no list, with advice: `UnknownFormat`."""
    if not is_list(name):
        suffix = _suffix(name)
        told = _ADVICE if suffix in OTHER_TEXTS else advice(suffix)
        raise UnknownFormat(suffix, tuple(filter(None, _SUFFIXES)), told)


def _suffix(name: str) -> str:
    path = PurePath(name)
    inner = PurePath(path.stem) if path.suffix.lower() in COMPRESSIONS else path
    return inner.suffix.lower()


def _of_workbook(content: bytes, limits: Limits) -> list[Sheet]:
    """The sheets of a workbook: of XLSX, or else of any that the extra reads."""
    try:
        return read_workbook(content, limits)
    except ValidationError as error:
        if error.problems[0].code not in _UNREAD:
            raise
    try:
        return read_other_workbook(content, limits)
    except ValidationError as error:
        if error.problems[0].code == "syntax" and content.startswith(_OLD_WORKBOOK):
            # With a password, it is a container for something else.
            raise reject("old-workbook", None) from None
        raise


def _of_text(name: str, text: str, suffix: str) -> list[Sheet]:
    """The sheets of a text; programs of the web give pages the names of workbooks."""
    if suffix in WEB_PAGES or is_page(text):
        return sheets_of_page(name, text, Limits())
    if suffix in _WORKBOOKS:
        raise reject("syntax", None, reason="workbook")
    return [_of_lines(name, text, suffix)]


def _of_lines(name: str, text: str, suffix: str) -> Sheet:
    """The rows of a text; one that has no columns is a list of titles, one a line."""
    separator = _SEPARATORS.get(suffix) or _separator_of(text)
    if separator or suffix == ".csv":
        return Sheet(name, name, rows_of(text, separator, is_by_hand=True))
    lines = {
        number: line.strip() for number, line in enumerate(io.StringIO(text), 1) if line.strip()
    }
    numbered = {number: found[1] for number, line in lines.items() if (found := ITEM.match(line))}
    if len(numbered) > len(lines) / 2:
        # A line below another one may be its end.
        first = min(numbered)
        apart = {n for n in lines if n not in numbered and (n < first or n - 1 not in lines)}
        lines |= numbered
    else:
        apart = set(headings_in(lines))
    apart |= _numbered_headings(lines)
    rows: dict[int, Row] = {number: {1: line} for number, line in lines.items()}
    return Sheet(name, name, rows, apart=frozenset(apart))


def _numbered_headings(lines: Mapping[int, str]) -> set[int]:
    """The lines that Roman numbers count from one, where others stand between: I. Culture."""
    found = {n: one[1] for n, line in lines.items() if (one := _ROMAN.match(line))}
    counts = len(found) > 1 and [*found.values()] == [*map(_roman, range(1, len(found) + 1))]
    return set(found) if counts and len(found) <= len(lines) / 2 else set()


def _roman(number: int) -> str:
    """A number as the Romans wrote it, as far as headings go."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _separator_of(text: str) -> str | None:
    """The separator of a text with columns: known headers, or as many in each line."""
    lines = [line for line in _ENCLOSED.sub("", text).splitlines() if line.strip()]
    for separator in "\t;|,":
        rows = [line.split(separator) for line in lines[:_FIRST_LINES]]
        header = next(filter(_has_headers, rows), None)
        if header and (separator != "," or _are_as_long(header, lines)):
            return separator
    for separator in "\t;|":
        counts = {line.count(separator) for line in lines[:_FIRST_LINES]}
        if len(counts) == 1 and counts != {0}:
            return separator
    return None


def _are_as_long(header: list[str], lines: list[str]) -> bool:
    """Whether a header is no sentence: most lines have as many commas."""
    alike = sum(line.count(",") == len(header) - 1 for line in lines)
    return alike * 2 >= len(lines)


def _has_headers(cells: list[str]) -> bool:
    """Whether several of the cells of a row are headers, and not the parts of a sentence.

    No header has a year: ..., signed in Riga on 2 May 2001, valid for five years.
    """
    found = sum(not _YEAR.search(cell) and field_of(cell) is not None for cell in cells)
    return found > 1 and found * _SHARE >= len(cells)


# --- rows of other libraries -----------------------------------------------------------------


def _records(source: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of a table: one of a data frame, of Arrow, or mappings.

    The ways in which libraries give their rows are tried by their names: none is imported.
    """
    if hasattr(source, "iter_rows"):
        rows: Any = source.iter_rows(named=True)
    elif hasattr(source, "to_pylist"):
        rows = source.to_pylist()
    elif hasattr(source, "to_dict"):
        rows = source.to_dict("records")
    elif hasattr(source, "__arrow_c_stream__"):
        rows = _of_stream(source)
    else:
        rows = source
    if is_mapping(source) or not hasattr(rows, "__iter__"):
        raise ValidationError([wrong_type_problem("list", source)])
    for number, row in enumerate(rows):
        if isinstance(row, str):
            yield {"": row}
        elif is_mapping(row):
            yield row
        else:
            raise ValidationError([wrong_type_problem("mapping", row).at(number)])


def _of_stream(source: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of a table by Arrow's PyCapsule interface; `MissingExtra` without pyarrow."""
    try:
        arrow: Any = import_module("pyarrow")
    except ImportError:
        raise MissingExtra("arrow", "pyarrow") from None
    for batch in arrow.RecordBatchReader.from_stream(source):
        yield from batch.to_pylist()


def _of_records(records: Iterable[Mapping[str, Any]]) -> Sheet:
    """A sheet with the keys as headers."""
    columns: dict[str, int] = {}
    rows: dict[int, Row] = {}
    for number, record in enumerate(records, 2):
        row: Row = {}
        for key, value in record.items():
            cell = _cell(value)
            if cell is not None:
                row[columns.setdefault(str(key), len(columns) + 1)] = cell
        rows[number] = row
    if any(columns):
        rows = {1: {column: key for key, column in columns.items() if key}, **rows}
    return Sheet(_NAME, _NAME, rows)


def _cell(value: Any) -> Cell:
    """A value of a data frame as a cell: what says that there is none is empty."""
    if value is None or value != value:  # noqa: PLR0124 - nothing else is unlike itself
        return None
    if isinstance(value, datetime.datetime):
        # At midnight, it was a day.
        return value.date() if value.time() == datetime.time() else str(value)
    if isinstance(value, (str, bool, int, float, datetime.date, Fault)):
        return value
    plain = getattr(value, "item", None)
    return _cell(plain()) if callable(plain) else str(value)
