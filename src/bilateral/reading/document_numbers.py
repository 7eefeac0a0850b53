"""The number of a document behind its kind: Protocol No. 3, Соглашение № 14/2020."""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.folding import grammar
from bilateral.reading.known_names import Span
from bilateral.reading.words import Text

__all__ = ["number_before_parties", "number_behind"]

_ROMAN = r"[IVX]+\b(?![.-]\w)"
_FIGURES = rf"(?:(?=[^\W\d_]*[/–-]?\d)\w+(?:[/.–-]\w+)*|{_ROMAN})"


def number_behind(text: Text, i: int) -> Span | None:
    """The characters of the number that stands behind the word before ``i``, with its sign.

    >>> number_behind(Text("Protocol No. 3 on trade", "en"), 1)
    (9, 14)
    """
    found = _number(text.grammar.lang).match(text.text, text.ends[i - 1]) if i else None
    return found.span(1) if found else None


def number_before_parties(text: Text, start: int) -> Span | None:
    """The characters of a number behind the subject or the date: on trade No. 3 between.

    The number of a school goes on with its town.
    """
    signs = text.places("number_sign")
    for i in range(start, len(text.words)):
        if text.role(i, "between"):
            return None
        if "№" in text.gap(i) or i in signs:
            place = number_behind(text, i)
            after = next((n for n in range(i, len(text.words)) if _is_behind(text, n, place)), None)
            if place and after and any(text.role(after, role) for role in ("between", "date_of")):
                return place
    return None


def _is_behind(text: Text, i: int, place: Span | None) -> bool:
    return place is not None and text.starts[i] >= place[1]


@cache
def _number(lang: str) -> re.Pattern[str]:
    signs = "|".join(map(re.escape, grammar(lang).words("number_sign")))
    return re.compile(rf"\s+((?:№|(?i:{signs})\b\.?)\s?{_FIGURES}|{_ROMAN})")
