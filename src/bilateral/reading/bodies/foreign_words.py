"""Names and adjectives of countries in another language, which say whose a body is."""

from __future__ import annotations

from functools import cache

from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.reading.words import Text
from bilateral.tables import languages

__all__ = ["names_foreign_country"]

# South African
_LONGEST = 2


def names_foreign_country(text: Text, start: int, end: int) -> bool:
    """Whether some words name a country as another language does, or are its adjective there.

    >>> names_foreign_country(Text("Georgian Railway JSC", "de"), 0, 3)
    True
    >>> names_foreign_country(Text("Deutsche Bahn AG", "de"), 0, 3)
    False
    """
    keys = [word.key for word in text.words[start:end]]
    known = _names(text.grammar.lang)
    return any(
        " ".join(keys[i:stop]) in known
        for i in range(len(keys))
        for stop in range(i + 1, min(i + _LONGEST, len(keys)) + 1)
    )


@cache
def _names(lang: str) -> frozenset[str]:
    """What other languages call countries, unless the language itself calls them so: Peru."""
    others = frozenset[str]().union(*(_own(one) for one in languages() if one != lang))
    return others - _own(lang)


def _own(lang: str) -> frozenset[str]:
    rows = lexicon(lang).rows("countries").values()
    return frozenset(fold(row[form]) for row in rows for form in ("nom", "adj") if form in row)
