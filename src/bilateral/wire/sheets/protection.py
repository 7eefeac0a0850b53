r"""Between a value of plain data and what stands in the cell of a sheet.

A text stands there as it is, unless a program could take it for something else: a formula, a
number of blanks, nothing. Then an apostrophe goes before it, as one types it in a spreadsheet,
and control characters are written ``\u000d``. In a file of text, which somebody may split at
another separator than ours, an apostrophe also goes before what would then begin a formula, as
in ``'a;'=1+1``. A list stands in one cell, with ``;`` between its
items; an item with a ``;`` of its own is put in double quotes.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.tables import languages
from bilateral.wire.schema import Items, Parsed, Plain, Shape
from bilateral.wire.sheets.columns import is_cell

__all__ = [
    "DAY_ZERO",
    "Cell",
    "Fault",
    "guarded",
    "is_blank",
    "is_doubtful",
    "is_marked",
    "join",
    "protect",
    "split",
    "text_of",
    "to_cell",
    "truth_of",
    "unprotect",
]


@attrs.frozen
class Fault:
    """The content of a cell that has no value: the code of the problem, and what is shown."""

    code: str
    value: str


Cell = str | int | float | bool | datetime.date | Fault | None

#: From where spreadsheets count days.
DAY_ZERO = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets have no time zones

_MARK = "'"
# Also as East Asian keyboards write it.
_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(f"[{re.escape(_SIGNS)}\t\r]")
# What may stand before a formula where a text is split at another separator than ours.
_GAP = re.compile(r"""[\s"',;]+""")
_ENDS = frozenset(",;\t\n")
# What XML or a spreadsheet would not keep: control characters, halves of characters, and
# what Office takes for an escape of its own.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\\\")
# Dates of the standard that people write for something else: seasons, and the year 0.
_DOUBTFUL = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])|0000", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# What spreadsheets make of truth values in files of text, by the language of the program.
_TRUTHS = {True: ("true", "wahr", "истина", "1"), False: ("false", "falsch", "ложь", "0")}
# Spreadsheets disagree about the days before.
_FIRST_DAY = "1900-03-01"


def _is_strange(text: str) -> bool:
    return (
        text != text.strip()
        or not text
        or text.startswith(_MARK)
        or _FORMULA.match(text) is not None
        or _CONTROL.search(text) is not None
        or is_doubtful(text)
    )


def is_doubtful(text: str) -> bool:
    """Whether a text is a date of the standard (EDTF) that people mean otherwise.

    A season is written as two years are, and the year 0 as no date.

    >>> is_doubtful("2026-28"), is_doubtful("0000"), is_doubtful("2026-12")
    (True, True, False)
    """
    return _DOUBTFUL.fullmatch(text) is not None


def is_marked(cell: Cell) -> bool:
    """Whether a cell begins with an apostrophe: its text is meant to the letter."""
    return isinstance(cell, str) and cell.startswith(_MARK)


def protect(text: str) -> str:
    r"""A text as a cell that no program changes.

    >>> protect("=1+1"), protect("a\rb"), protect("a")
    ("'=1+1", "'a\\u000db", 'a')
    """
    return _marked(text) if _is_strange(text) else text


def guarded(cell: str) -> str:
    """A cell as it stands in a file of text: safe wherever somebody splits it.

    >>> guarded("a;=1+1"), guarded("a; b"), guarded("'=1,=1")
    ("'a;'=1+1", 'a; b', "'=1,'=1")
    """
    text = unprotect(cell)
    return _marked(text) if _is_strange(text) or _has_formula(text) else text


def _has_formula(text: str) -> bool:
    return any(map(_is_before_formula, _GAP.finditer(text)))


def _is_before_formula(gap: re.Match[str]) -> bool:
    following = gap.string[gap.end() : gap.end() + 1]
    return following != "" and following in _SIGNS and not _ENDS.isdisjoint(gap.group())


def _with_mark(gap: re.Match[str]) -> str:
    return gap.group() + _MARK * _is_before_formula(gap)


def _without_mark(gap: re.Match[str]) -> str:
    text = gap.group()
    is_marked = _is_before_formula(gap) and text.endswith(_MARK)
    return text[:-1] if is_marked else text


def _marked(text: str) -> str:
    escaped = _GAP.sub(_with_mark, text).replace("\\", "\\\\")
    return _MARK + _CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", escaped)


def unprotect(cell: str) -> str:
    """The text in a cell, without the blanks around it and without protection.

    >>> unprotect("'=1+1"), unprotect(" a "), unprotect("'s-Gravenhage"), unprotect("'a;'=1")
    ('=1+1', 'a', "'s-Gravenhage", 'a;=1')
    """
    if cell.startswith(_MARK):
        text = _ESCAPE.sub(lambda match: chr(int(match[1] or "5c", 16)), cell[1:])
        text = _GAP.sub(_without_mark, text)
        if _is_strange(text) or _has_formula(text):
            return text
    return cell.strip()


def join(items: list[str]) -> str:
    """The items of a list in one text.

    >>> join(["a", "b; c"])
    'a; "b; c"'
    """
    return "; ".join(map(_quoted, items))


def _quoted(item: str) -> str:
    if item and item == item.strip() and not re.search(r'[;\n]|^"|^\[\]$', item):
        return item
    return '"' + item.replace('"', '""') + '"'


_ITEM = re.compile(
    r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"[^\S\n]*(?=[;\n]|$)|(?P<plain>[^;\n]*))(?:[;\n]|$)'
)


def split(text: str) -> Iterator[str]:
    """The items of a list in a text: those between ``;`` or the ends of lines.

    >>> list(split('a;b ; "b; c"'))
    ['a', 'b', 'b; c']
    """
    for match in _ITEM.finditer(text):
        if match["quoted"] is not None:
            yield match["quoted"].replace('""', '"')
        elif match["plain"].strip():
            yield match["plain"].strip()


def to_cell(shape: Shape, value: Any, lang: str | None) -> Cell:
    """A value of plain data as a cell: full days as dates, the words for yes and no in ``lang``."""
    match shape:
        case Plain(kind) if kind is not str:
            return next(iter(_truths(value, lang)), value) if kind is bool and lang else value
        case Parsed() if _DAY.fullmatch(value) and value >= _FIRST_DAY:
            return datetime.date.fromisoformat(value)
        case Items(of) if is_cell(of):
            return protect(join([str(item) for item in value]))
        case _:
            return protect(value if is_cell(shape) else json.dumps(value, ensure_ascii=False))


def _truths(value: bool, lang: str) -> list[str]:  # noqa: FBT001
    """The word for yes or no in a language, if that has one."""
    return lexicon(lang).listed("fields", f"word.{value}".lower(), "nom")


def truth_of(text: str) -> bool | None:
    """Whether a cell says yes or no, in any language; `None` if neither.

    Also as spreadsheets write it themselves.

    >>> truth_of("Да"), truth_of("nein"), truth_of("WAHR"), truth_of("?")
    (True, False, True, None)
    """
    for value in (True, False):
        words = {fold(word) for lang in languages() for word in _truths(value, lang)}
        if fold(text) in {*words, *_TRUTHS[value]}:
            return value
    return None


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """The content of a cell, as text: a day as in ISO 8601, a whole number without a point."""
    if isinstance(cell, str):
        return unprotect(cell)
    if isinstance(cell, Fault):
        return cell.value
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).upper() if isinstance(cell, bool) else str(cell)
