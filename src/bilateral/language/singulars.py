"""The singular of nouns that several share: the Universities of A and B, den Patentämtern."""

from __future__ import annotations

import re
from functools import lru_cache

from bilateral.language.folding import fold, grammar

__all__ = ["singular"]

# English plurals: not Congress, Campus, Paris.
_MANY = re.compile("[^isu]s$")
_PLURAL = re.compile("(?:(?<=ss)e|(?<=[cs]h)e|(?<=x)e)?s$")


@lru_cache(maxsize=4096)
def singular(word: str, lang: str) -> str | None:
    """The singular of a noun; `None` if that does not stand in the plural for certain.

    The table has the last parts of nouns; in English, most have but an ending.

    >>> singular("Patentämtern", "de"), singular("Authorities", "en"), singular("Congress", "en")
    ('Patentamt', 'Authority', None)
    """
    words, key = grammar(lang), fold(word)
    for many, one in words.pairs("singular"):
        if key.endswith(many):
            whole = f"{word[: len(word) - len(many)]}{one}"
            return f"{whole[0].upper()}{whole[1:]}" if word[0].isupper() else whole
    if not words.words("ending.plural") or not _MANY.search(key):
        return None
    return f"{word[:-3]}y" if key.endswith("ies") else _PLURAL.sub("", word)
