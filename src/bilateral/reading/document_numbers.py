"""The number of a document behind its kind: Protocol No. 3, Соглашение № 14/2020."""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.folding import grammar
from bilateral.reading.known_names import Span
from bilateral.reading.words import Text

__all__ = ["number_behind"]

_ROMAN = r"[IVX]+\b(?![.-]\w)"
_FIGURES = rf"(?:(?=[^\W\d_]*[/–-]?\d)\w+(?:[/.–-]\w+)*|{_ROMAN})"


def number_behind(text: Text, i: int) -> Span | None:
    """The characters of the number that stands behind the word before ``i``, with its sign.

    >>> number_behind(Text("Protocol No. 3 on trade", "en"), 1)
    (9, 14)
    """
    found = _number(text.grammar.lang).match(text.text, text.ends[i - 1]) if i else None
    return found.span(1) if found else None


@cache
def _number(lang: str) -> re.Pattern[str]:
    signs = "|".join(map(re.escape, grammar(lang).words("number_sign")))
    return re.compile(rf"\s+((?:№|(?i:{signs})\b\.?)\s?{_FIGURES}|{_ROMAN})")
