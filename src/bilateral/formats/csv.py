"""CSV: a folder with a file for each table (see ``bilateral.wire.sheets.writing``).

Written as UTF-8 with a byte order mark, by which spreadsheet programs know the encoding, and
with the separator that they expect where the decimal sign is a comma. Read with ``,``, ``;``
or tab between the cells. Files with tabs have a format of their own, ``tsv``.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import UnknownCode
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import lexicon
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits
from bilateral.wire.records import write_dossier
from bilateral.wire.registry import COMPRESSIONS
from bilateral.wire.sheets.protection import Cell, guarded
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.writing import Sheet, write_sheets
from bilateral.wire.storage import decoded

__all__ = ["files", "read", "write"]

_SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def write(
    dossier: Dossier, *, lang: str | None = None, separator: str | None = None
) -> dict[str, bytes]:
    """The files of a folder by their names; with labels and headers in ``lang``, if given."""
    return files(dossier, ".csv", lang, separator or (_separator(lang) if lang else ","))


def files(dossier: Dossier, suffix: str, lang: str | None, separator: str) -> dict[str, bytes]:
    """The files of a folder by their names, with a suffix and a separator."""
    sheets = write_sheets(write_dossier(dossier), lang)
    return {f"{sheet.name}{suffix}": _text(sheet, separator).encode() for sheet in sheets}


def _separator(lang: str) -> str:
    """The separator of cells in a language: not the comma where that is the decimal sign."""
    return ";" if conventions(lexicon(lang).lang).rows["decimal"] == "," else ","


def _text(sheet: Sheet, separator: str) -> str:
    width = max(sheet.rows[1])
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    for row in sheet.rows.values():
        writer.writerow([_plain(row.get(column)) for column in range(1, width + 1)])
    return "\ufeff" + stream.getvalue()


def _plain(cell: Cell) -> object:
    """A cell as it stands in a file, which some program may split at another separator."""
    if isinstance(cell, str):
        return guarded(cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def read(
    content: Mapping[str, bytes],
    limits: Limits,  # noqa: ARG001 - every reader takes them
    *,
    lang: str | None = None,
    encoding: str | None = None,
    separator: str | None = None,
) -> Document:
    """The plain data in the files of a folder; ``lang`` is the language to try first.

    ``encoding`` is that of files that are not UTF-8, such as cp1251 (Windows, Cyrillic), cp1252
    (Windows, Western) or latin-1. Without a ``separator`` it is the one of the headers.
    Raises `UnknownCode` for an encoding that Python does not know.
    """
    if encoding is not None:
        _check_encoding(encoding)
    problems: list[Problem] = []
    sheets: list[Sheet] = []
    for name, text in content.items():
        try:
            sheets.append(Sheet(_stem(name), name, _rows(text, encoding, separator)))
        except ValidationError as error:
            problems += [attrs.evolve(problem, sheet=name) for problem in error.problems]
    if problems:
        raise ValidationError(problems)
    return read_sheets(sheets, lang)


def _stem(name: str) -> str:
    """The name of a file without what it ends with.

    >>> _stem("agreements.events.csv.gz")
    'agreements.events'
    """
    path = PurePath(name)
    return PurePath(path.stem if path.suffix.lower() in COMPRESSIONS else path.name).stem


def _check_encoding(name: str) -> None:
    try:
        "".encode(name)
    except LookupError:
        raise UnknownCode("encodings", name) from None


def _rows(
    content: bytes, encoding: str | None, separator: str | None
) -> dict[int, dict[int, Cell]]:
    text = _decoded(content, encoding)
    declared = re.match(r"sep=(.)\r?\n", text)
    start = declared.end() if declared else 0
    found = separator or (str(declared[1]) if declared else _separator_of(text))
    rows = enumerate(_records(text, start, found), 2 if declared else 1)
    return {number: dict(enumerate(row, 1)) for number, row in rows}


def _decoded(content: bytes, encoding: str | None) -> str:
    if content[:2] in _UTF_16:
        return decoded(content, "utf-16")
    if encoding is None or content.startswith(codecs.BOM_UTF8):
        return decoded(content)
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        details = {"encoding": encoding, "position": error.start}
        raise ValidationError([Problem("wrong-encoding", details=details, line=line)]) from None


def _separator_of(text: str) -> str:
    """The separator that is most frequent among the headers: the first line that has any."""
    for line in io.StringIO(_QUOTED.sub("", text)):
        counts = {separator: line.count(separator) for separator in _SEPARATORS}
        if any(counts.values()):
            return max(counts, key=lambda separator: counts[separator])
    return ","


def _records(text: str, start: int, separator: str) -> Iterator[list[str]]:
    """The rows of cells in a text from a place on (RFC 4180).

    The reader of the standard library would do but for long cells: their limit is one for the
    whole program, all its threads included.
    """
    cell = re.compile(
        r'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"|(?P<plain>(?!")[^%s\r\n]*+))(?P<end>%s|\r\n?|\n|\Z)'
        % ((re.escape(separator),) * 2)
    )
    row: list[str] = []
    while start < len(text) or row:
        match = cell.match(text, start)
        if match is None:
            raise _syntax(text, start, separator)
        quoted = match["quoted"]
        row.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        start = match.end()
        if match["end"] != separator:
            yield row
            row = []


def _syntax(text: str, start: int, separator: str) -> ValidationError:
    """What is wrong with a cell in quotes: it has no end, or something behind it."""
    closed = re.compile(r'"[^"]*+(?:""[^"]*+)*+"').match(text, start)
    reason = f"'{separator}' expected after '\"'" if closed else "unexpected end of data"
    line = len(re.findall(r"\r\n?|\n", text[: closed.end() if closed else len(text.rstrip())])) + 1
    return ValidationError([Problem("syntax", details={"reason": reason}, line=line)])
