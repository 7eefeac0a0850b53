"""What an error says, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bilateral.language.lexicon import lexicon
from bilateral.vocabulary import CodedEnum

if TYPE_CHECKING:
    from bilateral.errors import Problem

__all__ = ["message"]

# Slots that the type of a value may stand in, and the names of types.
_TYPE_SLOTS = ("expected", "found", "reason")
_TYPES = (
    "boolean",
    "integer",
    "json",
    "list",
    "mapping",
    "null",
    "number",
    "quoted",
    "text",
    "workbook",
)


def message(problem: Problem, lang: str, shown: Callable[[object], str]) -> str:
    """The sentence for a problem: the row with its code in the table ``messages``."""
    rows = lexicon(lang).rows("messages")

    def word(slot: str, value: object) -> str:
        if isinstance(value, CodedEnum):
            return value.label(lang)
        is_type = slot in _TYPE_SLOTS and value in _TYPES
        return rows[f"type.{value}"]["nom"] if is_type else shown(value)

    slots = {name: word(name, value) for name, value in problem.details.items()}
    text = rows[problem.code]["nom"].format_map({"value": shown(problem.value), **slots})
    if problem.hint:
        text += " " + rows["hint"]["nom"].format(hint=problem.hint)
    return text
