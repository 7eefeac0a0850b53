"""Labelled parts in brackets: the titles that are written where no case form is known.

"Memorandum (sides: A; B; fields: trade; period: 2026)". The labels are those of the frames.
"""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["take_labelled"]

_LABEL = re.compile(r"([^\W\d_][\w ]*): \{(\w+)")


def take_labelled(text: str, lang: str) -> tuple[str, dict[str, str]]:
    """A title without its labelled parts, and these by the slots of the frames.

    >>> take_labelled("Programme (sides: A; B; subject: bees)", "en")
    ('Programme', {'a': 'A', 'subject': 'bees', 'b': 'B'})
    """
    if "(" not in text or not (labels := _labels(lexicon(lang))):
        return text, {}
    any_label = "|".join(map(re.escape, labels))
    opening = re.search(rf"\((?={any_label}: )", text)
    if opening is None:
        return text, {}
    end = _closing(text, opening.start())
    parts = re.split(rf"(?:^|; )({any_label}): ", text[opening.end() : end])
    found = {labels[name]: value for name, value in zip(parts[1::2], parts[2::2], strict=True)}
    if "a" in found:
        found["a"], _, found["b"] = found["a"].partition("; ")
    left = text[: opening.start()].rstrip() + text[end + 1 :]
    return left, found


def _closing(text: str, start: int) -> int:
    """The place where the bracket that opens at ``start`` closes, or the end."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if not depth:
            return i
    return len(text)


@cache
def _labels(tables: Lexicon) -> dict[str, str]:
    """The labels of a language, and the slots of the frames that follow them."""
    return {
        label: slot for frame in tables.frames("*") for label, slot in _LABEL.findall(frame.text)
    }
