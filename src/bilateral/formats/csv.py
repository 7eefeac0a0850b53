"""CSV: a folder with a file for each table (see ``bilateral.wire.sheets.writing``).

Written as UTF-8 with a byte order mark, by which spreadsheet programs know the encoding, and
with the separator that they expect where the decimal sign is a comma. Read with ``,``, ``;``
or tab between the cells. Files with tabs have a format of their own, ``tsv``.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Mapping
from pathlib import PurePath

import attrs

from bilateral.dossiers import Dossier
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import lexicon
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits
from bilateral.wire.records import write_dossier
from bilateral.wire.registry import COMPRESSIONS
from bilateral.wire.sheets.delimited import check_encoding, rows_of, text_in
from bilateral.wire.sheets.protection import Cell, guarded
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.writing import Sheet, write_sheets

__all__ = ["files", "read", "write"]


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
        check_encoding(encoding)
    problems: list[Problem] = []
    sheets: list[Sheet] = []
    for name, text in content.items():
        try:
            sheets.append(Sheet(_stem(name), name, rows_of(text_in(text, encoding), separator)))
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
