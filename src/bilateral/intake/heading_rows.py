"""Rows of tables that are headings by how they look: merged across, or with a Roman number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.tables import languages, listed
from bilateral.wire.sheets.protection import is_blank
from bilateral.wire.sheets.writing import Row

__all__ = ["has_roman_number", "is_across", "is_of_home"]

_ROMAN = re.compile(r"[IVX]+[.)]\s+(?=[^\W\d_])")
_NUMBERING = re.compile(r"(?:[IVX]+|\d{1,2}|[A-Z])[.)]\s+")
# Columns of what no record has its words in.
_WITHOUT_WORDS = frozenset({"counter", "expires", "in_force", "number", "signed", "validity"})


def is_across(row: Row, text: str, fields: Mapping[int, str]) -> bool:
    """Whether words stand across several columns, as no record has them for its date."""
    filled = [column for column, cell in row.items() if not is_blank(cell)]
    found = {fields.get(column) for column in filled}
    is_wide = len(filled) > 1 and not found.isdisjoint(_WITHOUT_WORDS)
    return is_wide and text[:1].isupper()


def has_roman_number(text: str, fields: Mapping[int, str]) -> bool:
    """Whether the only text of a row in a table has a number as headings do: II. Local."""
    return len(fields) > 1 and _ROMAN.match(text) is not None


def is_of_home(text: str, lang: str) -> bool:
    """Whether a heading says that the partners below are of the country whose list it is.

    >>> is_of_home("II. LOCAL", "en"), is_of_home("II. Local history", "en")
    (True, False)
    """
    words = fold(_NUMBERING.sub("", text)).strip(" .:")
    tables = (lexicon(one).rows("list_headings") for one in {lang, *languages()})
    known = (one for rows in tables for one in listed(rows.get("home", {}).get("words", "")))
    return words in map(fold, known)
