"""What stands in one row for those below it: marks for "the same", and cells left empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from bilateral.wire.sheets.protection import Cell, is_blank, text_of
from bilateral.wire.sheets.writing import Row

__all__ = ["filled", "is_same"]

_SAME = re.compile(
    r"[-–—\s]*[\"„“”″〃/]{1,4}[-–—\s\"/]*|[-–— ]*(?:dto\.?|d[ei]tto|do\.|idem)[-–— ]*"
    r"|[-–—]+ ?do ?[-–—]+|id\.|dgl\.|desgl(?:\.|eichen)"
    r"|wie (?:oben|vorstehend)|ebenda|ders(?:\.|elbe)|dies(?:\.|elbe)"
    r"|(?:the )?same(?: as above)?|as above|ibid\.?|ibidem"
    r"|то же|тоже|там же(?:(?: и|,) тогда же)?|тогда же|он[аои]? же|т(?:от|а|е) же(?: [а-яё]+)?"
    r"|с (?:ним|ней|ними|тем|той|теми) же|как выше",
    re.IGNORECASE,
)
# So much of a column must be empty before an empty cell says "the same".
_LEAST = 0.15


def filled(rows: Mapping[int, Row], columns: Iterable[int]) -> dict[int, Row]:
    """The rows with what stands above where they have a mark for it.

    In ``columns``, an empty cell is one, too, if what stands there is written once each time, as
    far as the next heading: a row with one cell in another column.
    """
    found: dict[int, Row] = {}
    shared = [column for column in columns if _is_written_once(rows, column)]
    above: Row = {}
    held: set[int] = set()
    for number, row in rows.items():
        same = [column for column, cell in row.items() if _is_mark(cell) and column in above]
        full = {column for column, cell in row.items() if not is_blank(cell)}
        if len(full) > 1:
            same += [one for one in shared if one not in full and one in held]
        elif full.isdisjoint(shared):
            # Below a heading, what stands above it holds no more.
            held.clear()
        held |= full
        found[number] = {**row, **{column: above[column] for column in same}} if same else row
        above |= {column: cell for column, cell in found[number].items() if not is_blank(cell)}
    return found


def is_same(text: str) -> bool:
    """Whether a text is a mark for what stands above.

    >>> is_same("там же"), is_same("Там")
    (True, False)
    """
    return bool(_SAME.fullmatch(text.strip()))


def _is_mark(cell: Cell | None) -> bool:
    return isinstance(cell, str) and is_same(text_of(cell))


def _is_written_once(rows: Mapping[int, Row], column: int) -> bool:
    """Whether a column has something in the first row of several, and never the same twice."""
    full = [row for row in rows.values() if sum(not is_blank(one) for one in row.values()) > 1]
    texts = ["" if is_blank(cell := row.get(column)) else text_of(cell) for row in full]
    written = [text for text in texts if text]
    is_sparse = len(written) <= (1 - _LEAST) * len(texts)
    return bool(texts and texts[0]) and is_sparse and all(a != b for a, b in pairwise(written))
