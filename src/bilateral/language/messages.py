"""What an error says, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bilateral.language.lexicon import lexicon
from bilateral.vocabulary import CodedEnum

if TYPE_CHECKING:
    from bilateral.errors import Problem

__all__ = ["message"]

# Slots that the type of a value may stand in, and the names of types.
_TYPE_SLOTS = ("expected", "found")
_TYPES = ("boolean", "integer", "json", "list", "mapping", "null", "number", "quoted", "text")
# What the parsers of the formats say in English, each of them in its own words, as rows of ours.
_REASONS = {
    "workbook": "workbook",
    "value": "Expecting value|Invalid value|Invalid date|expected the node content",
    "property": "Expecting property name|Illegal trailing comma",
    "separator": "Expecting ':'|Expected '=' after|could not find expected ':'",
    "closing": "Expecting ','|Unclosed|expected ',' or|at the end of a|expected after",
    "unterminated": "Unterminated|quoted scalar|end of stream$|unexpected end of data",
    "character": "nvalid control|llegal character|nvalid character|special characters|any token",
    "escape": r"Invalid \\|escape|Escaped",
    "surplus": "extra data|Extra data|Expected newline|another document|single document",
    "twice": "Cannot|Duplicate|duplicate",
    "alias": "undefined alias",
    "end": "incomplete input|max_[a-z]+_len",
    "indentation": "expected <block end>|not allowed here|indentation",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _REASONS.items()}


def message(problem: Problem, lang: str, shown: Callable[[object], str]) -> str:
    """The sentence for a problem: the row with its code in the table ``messages``.

    Where a table has no such row, its name stands for it: an error must not hide another.
    """
    rows = lexicon(lang).rows("messages")

    def row(key: str) -> str:
        return rows[key]["nom"] if key in rows else key

    def word(slot: str, value: object) -> str:
        if isinstance(value, CodedEnum):
            name = value.phrase(lang)
            return name.nom if name else value.value
        if slot == "reason":
            return row(f"reason.{_reason(str(value))}")
        is_type = slot in _TYPE_SLOTS and value in _TYPES
        return row(f"type.{value}") if is_type else shown(value)

    slots = {name: word(name, value) for name, value in problem.details.items()}
    text = row(problem.code).format_map({"value": shown(problem.value), **slots})
    if problem.hint and "hint" in rows:
        text += " " + row("hint").format(hint=shown(problem.hint))
    return text


def _reason(text: str) -> str:
    """The row for what a parser says; its own words stay in the details of the problem."""
    return next((name for name, known in _PATTERNS.items() if known.search(text)), "other")
