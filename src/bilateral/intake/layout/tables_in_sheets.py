"""The tables of a sheet that has several below each other, each with headers of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from bilateral.intake.layout.header_rows import names_in
from bilateral.intake.layout.headers import field_of
from bilateral.intake.telling import DATED, names_documents
from bilateral.language.folding import fold
from bilateral.wire.sheets.writing import Sheet

__all__ = ["tables_in"]

# The cells of headers, and so many letters in the longest.
_FEWEST, _LONGEST = 2, 40


def tables_in(sheet: Sheet, lang: str) -> list[Sheet]:
    """The tables of a sheet; one in which headers stand again, as on each page, is one.

    >>> first = {1: {1: "Title", 2: "Signed"}, 2: {1: "Treaty with Riga", 2: "2001"}}
    >>> second = {3: {1: "Country", 2: "Title", 3: "Signed"}, 4: {1: "Peru", 2: "Treaty"}}
    >>> [sorted(one.rows) for one in tables_in(Sheet("a", "a", first | second), "en")]
    [[1, 2], [3, 4]]
    """
    starts = [*_starts(sheet, lang)][1:]
    if not starts:
        return [sheet]
    edges = [0, *starts, max(sheet.rows) + 1]
    parts = ({n: sheet.rows[n] for n in sheet.rows if a <= n < b} for a, b in pairwise(edges))
    return [attrs.evolve(sheet, rows=rows) for rows in parts]


def _starts(sheet: Sheet, lang: str) -> Iterator[int]:
    """The first row of each table: that of its headers, or of what stands alone above them.

    Two headers stand in the tables before, too: a record may look like headers.
    """
    known: dict[int, str] = {}
    named: set[str] = set()
    above, begin = 0, 0
    for number in sorted(sheet.rows):
        names = names_in(sheet.rows[number])
        # Most rows have figures: those are told at once.
        may_be = len(names) >= _FEWEST and all(map(_may_be_header, names.values()))
        folded = {*map(fold, names.values())} if may_be else set[str]()
        is_known = may_be and (not named or len(folded & named) >= _FEWEST)
        fields = _headers(names, lang) if is_known else {}
        # Headers in two rows are those of one table.
        if fields and fields != known and (above != number - 1 or not known):
            yield begin or number
            known = fields
        if fields:
            above, named = number, named | folded
        begin = (begin or number) if len({*names.values()}) == 1 else 0


def _headers(names: Mapping[int, str], lang: str) -> dict[int, str]:
    """The fields of the columns, if names are headers of documents and their days; else nothing."""
    found = {column: field for column, name in names.items() if (field := field_of(name, lang))}
    fields = {*found.values()}
    is_told = len(found) * 2 > len(names) and not DATED.isdisjoint(fields)
    return found if is_told and names_documents(fields) else {}


def _may_be_header(text: str) -> bool:
    return len(text) <= _LONGEST and not any(map(str.isdigit, text))
