"""Kinds of documents whose words are cut short at a point: Austauschvereinb., Gem. Erkl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bilateral.instruments import AgreementKind
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.tables import listed

__all__ = ["in_full"]

# What is cut short, and the hyphen that may stand behind it inside of a word.
_CUT = re.compile(r"([^\W\d_]{2,})\.-?")
_LAST = re.compile(r"([^\W\d_]+)\.\Z")
# The shortest end of a word that tells which one it is, and the shortest first part before it.
_END, _FIRST = 3, 4


def in_full(text: str, lang: str) -> Iterator[str]:
    """The names of kinds that a text may stand for, if words in it are cut short at a point.

    >>> [*in_full("Gem. Erkl.", "de")], [*in_full("Austauschvereinb.", "de")]
    (['gemeinsame erklärung'], ['Austauschvereinbarung'])
    """
    if not _CUT.search(text):
        return
    pattern = _CUT.sub(lambda cut: rf"{cut[1]}[^\W\d_]* ?", re.sub(r"\.\s+", ".", fold(text)))
    names = [one for one in _names(lang) if re.fullmatch(pattern, one)]
    yield from names
    last = None if names or " " in text.strip() else _LAST.search(text.strip())
    if last is None:
        return
    word = last[1].lower()
    for cut in range(_FIRST, len(word) - _END + 1):
        end = word[cut:]
        found = [one for one in _names(lang) if one.startswith(end) and one not in (end, f"{end}.")]
        if found:
            # The others are compounds with it.
            yield text.strip()[: last.start() + cut] + min(found, key=len)
            return


@cache
def _names(lang: str) -> tuple[str, ...]:
    """The names of all kinds, folded."""
    vocabulary = lexicon(lang).rows("vocabulary")
    rows = (vocabulary[f"agreement_kind.{one}"] for one in AgreementKind)
    names = (name for row in rows for name in (row["nom"], *listed(row.get("aliases", ""))))
    return tuple(dict.fromkeys(map(fold, names)))
