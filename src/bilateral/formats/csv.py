"""CSV: a folder with a file for each table (see ``bilateral.formats.sheets``).

Written as UTF-8 with a byte order mark, by which spreadsheet programs know the encoding, and
with the separator that they expect where the decimal sign is a comma. Read with ``,``, ``;``
or tab between the cells.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import Problem, ValidationError
from bilateral.formats.cells import Cell
from bilateral.formats.documents import Document, Limits
from bilateral.formats.records import write_dossier
from bilateral.formats.sheet_reader import read_sheets
from bilateral.formats.sheets import Sheet, write_sheets
from bilateral.formats.storage import decoded
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import lexicon

__all__ = ["read", "write"]

_SUFFIX = ".csv"
_SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def write(
    dossier: Dossier, *, lang: str | None = None, separator: str | None = None
) -> dict[str, bytes]:
    """The files of a folder by their names; with labels and headers in ``lang``, if given."""
    separator = separator or (_separator(lang) if lang else ",")
    sheets = write_sheets(write_dossier(dossier), lang)
    return {f"{sheet.name}{_SUFFIX}": _text(sheet, separator).encode() for sheet in sheets}


def _separator(lang: str) -> str:
    """What stands between cells in a language: not the comma where that is the decimal sign."""
    return ";" if conventions(lexicon(lang).lang).rows["decimal"] == "," else ","


def _text(sheet: Sheet, separator: str) -> str:
    width = max(sheet.rows[1])
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    for row in sheet.rows.values():
        writer.writerow([_plain(row.get(column)) for column in range(1, width + 1)])
    return "\ufeff" + stream.getvalue()


def _plain(cell: Cell) -> object:
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def read(content: Mapping[str, bytes], limits: Limits, *, lang: str | None = None) -> Document:
    """The plain data in the files of a folder; ``lang`` is the language to try first."""
    problems: list[Problem] = []
    sheets: list[Sheet] = []
    for name, text in content.items():
        try:
            sheets.append(Sheet(PurePath(name).stem, name, _rows(text, limits)))
        except ValidationError as error:
            problems += [attrs.evolve(problem, sheet=name) for problem in error.problems]
    if problems:
        raise ValidationError(problems)
    return read_sheets(sheets, lang)


def _rows(content: bytes, limits: Limits) -> dict[int, dict[int, Cell]]:
    text = decoded(content, "utf-16" if content[:2] in _UTF_16 else "utf-8-sig")
    declared = re.match(r"sep=(.)\r?\n", text)
    text = text[declared.end() :] if declared else text
    separator = declared[1] if declared else _separator_of(text)
    rows = enumerate(_records(text, separator, limits), 2 if declared else 1)
    return {number: dict(enumerate(row, 1)) for number, row in rows}


def _separator_of(text: str) -> str:
    """The separator that is most frequent among the headers: the first line that has any."""
    for line in io.StringIO(_QUOTED.sub("", text)):
        counts = {separator: line.count(separator) for separator in _SEPARATORS}
        if any(counts.values()):
            return max(counts, key=lambda separator: counts[separator])
    return ","


def _records(text: str, separator: str, limits: Limits) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    # The limit of the module is for the whole program; ours is that of the content.
    old = csv.field_size_limit(limits.size)
    try:
        yield from reader
    except csv.Error as error:
        details = {"reason": str(error)}
        raise ValidationError([Problem("syntax", details=details, line=reader.line_num)]) from None
    finally:
        csv.field_size_limit(old)
