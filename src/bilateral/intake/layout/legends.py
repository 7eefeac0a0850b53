"""What letters in the cells of a list stand for, as a line of it says: P = partnership."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bilateral.language.folding import fold
from bilateral.wire.sheets.protection import Cell, is_blank, text_of
from bilateral.wire.sheets.writing import Row

__all__ = ["explained", "legend_of"]

# Letters or a sign, and behind what joins them the words, up to the next ones.
_PAIR = re.compile(
    r"(?:^|(?<=[\s,;(:*]))([^\W_]{1,3})\s*=\s*([^\W\d_][^=;\n]*?)"
    r"(?=\s*[,;)\n.]*\s*(?:[^\W_]{1,3}\s*=|\Z))"
)
# A bracket that is open: Energieministerium (bis 2021
_CUT = re.compile(r"\s*\([^()]*\Z")
# So many letters must be explained, and which share of what stands in a column.
_LEAST, _NEARLY_ALL = 2, 0.8
# What joins several in one cell: KV + AP.
_JOINED = re.compile(r"(\s*[+/,;&]\s*)")


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """The words for the letters that texts explain; none if there is only one.

    >>> legend_of(["* P = partnership, F = friendship"])
    {'p': 'partnership', 'f': 'friendship'}
    >>> legend_of(["EM = energy (to 2021); HM = health (since 2021)"])
    {'em': 'energy', 'hm': 'health'}
    """
    pairs = [pair for text in texts for pair in _PAIR.findall(text)]
    found = {fold(letters): _CUT.sub("", words) for letters, words in pairs}
    return found if len(found) >= _LEAST else {}


def explained(rows: Mapping[int, Row], legend: Mapping[str, str]) -> dict[int, Row]:
    """The rows with words for the letters, in the columns that have hardly anything else.

    Several letters are less often something else: of them, a column may have them among words.
    """
    texts: dict[int, set[str]] = {}
    for row in rows.values():
        # Words across the list are no cells of its columns.
        is_across = len({*map(id, row.values())}) <= 1
        for column, cell in row.items():
            if not (is_across or is_blank(cell)):
                texts.setdefault(column, set()).add(fold(text_of(cell)).strip())
    several = {one for one in legend if len(one) > 1}
    columns = {
        column
        for column, found in texts.items()
        if len(found & legend.keys()) >= _NEARLY_ALL * len(found) or len(found & several) >= _LEAST
    }
    return {
        number: {
            column: _in_words(cell, legend) if column in columns else cell
            for column, cell in row.items()
        }
        for number, row in rows.items()
    }


def _in_words(cell: Cell, legend: Mapping[str, str]) -> Cell:
    """A cell with words for the letters that it is, or that it has beside others."""
    parts = _JOINED.split(text_of(cell).strip())
    words = [legend.get(fold(one), one) for one in parts]
    return cell if words == parts else "".join(words)
