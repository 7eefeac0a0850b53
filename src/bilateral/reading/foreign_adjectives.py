"""Adjectives of countries in another language, which say whose a body is: Georgian Railway."""

from __future__ import annotations

from functools import cache

from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.reading.words import Text
from bilateral.tables import languages

__all__ = ["has_foreign_adjective"]

# South African
_LONGEST = 2


def has_foreign_adjective(text: Text, start: int, end: int) -> bool:
    """Whether some words have the adjective of a country as another language writes it.

    >>> has_foreign_adjective(Text("Georgian Railway JSC", "de"), 0, 3)
    True
    >>> has_foreign_adjective(Text("Deutsche Bahn AG", "de"), 0, 3)
    False
    """
    keys = [word.key for word in text.words[start:end]]
    known = _adjectives(text.grammar.lang)
    return any(
        " ".join(keys[i:stop]) in known
        for i in range(len(keys))
        for stop in range(i + 1, min(i + _LONGEST, len(keys)) + 1)
    )


@cache
def _adjectives(lang: str) -> frozenset[str]:
    others = (lexicon(one).rows("countries") for one in languages() if one != lang)
    rows = (row for table in others for row in table.values())
    return frozenset(fold(row["adj"]) for row in rows if "adj" in row)
