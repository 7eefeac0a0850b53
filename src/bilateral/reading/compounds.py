"""The sectors that compounds tell which no table has: Röntgengeräte, Apfelexport."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from bilateral.language.folding import grammar
from bilateral.language.lexicon import Lexicon
from bilateral.reading.index import Entry, Index

__all__ = ["by_noun", "told_by_parts"]

# What links the parts of a compound, and how long a first part must be to be told.
_LINKS: Final = ("s", "es", "n", "en")
_SHORTEST_NOUN: Final = 4
# How long one must be that the tables have in another form: Richt-linie has nothing of a Richter.
_SHORTEST_INFLECTED: Final = 6
# How long the stem of a last part must be: shorter ones end many other words.
_SHORTEST_END: Final = 6
# The shortest word that stands before one.
_SHORTEST_FIRST: Final = 3


class _Told(NamedTuple):
    """The sector that a compound tells; it is doubtful where its parts tell different ones."""

    code: str
    is_certain: bool


@lru_cache(maxsize=20_000)
def told_by_parts(tables: Lexicon, known: Index, key: str) -> _Told | None:
    """The sector of a compound noun by the words in it.

    Its last part tells it: Apfelexport. One that only says what is done or used leaves it to the
    first part: Röntgengeräte.
    """
    words = grammar(tables.lang)
    means = words.stems_of("compound_means")
    if not means:
        return None
    stem = words.stem(key)
    for cut in range(_SHORTEST_FIRST, len(stem)):
        if stem[cut:] in means and (code := _by_first(tables, known, key[:cut])):
            return _Told(code, is_certain=True)
    for cut in range(_SHORTEST_FIRST, len(stem) - _SHORTEST_END + 1):
        if (code := _ends(tables, known).get(stem[cut:])) and not _is_cut(tables, key[:cut]):
            return _Told(code, is_certain=_beside(tables, known, key, cut) in (None, code))
    return None


def by_noun(tables: Lexicon, known: Index, first: str) -> str | None:
    """The sector with a name that is the first part of a compound, but for what links them."""
    if len(first) < _SHORTEST_NOUN:
        return None
    nouns = dict.fromkeys([first, *(first.removesuffix(link) for link in _LINKS)])
    stem = grammar(tables.lang).stem
    for entries in (
        *(known.exact.get(noun, ()) for noun in nouns),
        # The table has the plural: Aufzugs-bau.
        *(
            filter(_is_noun, known.stems.get(stem(noun), ()))
            for noun in nouns
            if len(noun) >= _SHORTEST_INFLECTED
        ),
    ):
        codes = {entry.code for entry in entries if entry.type == "sector"}
        if len(codes) == 1:
            return codes.pop()
    return None


def _is_noun(entry: Entry) -> bool:
    """Whether a name is one noun."""
    return entry.text[:1].isupper() and entry.form != "adj" and " " not in entry.text


def _by_first(tables: Lexicon, known: Index, first: str) -> str | None:
    """The sector of a first part, unless it is a common word: Arbeitsmaterialien."""
    words = grammar(tables.lang)
    common = words.stems_of("common_word") | words.stems_of("no_compound_first")
    is_common = any(words.stem(first.removesuffix(link)) in common for link in ("", *_LINKS))
    return None if is_common else by_noun(tables, known, first)


def _beside(tables: Lexicon, known: Index, key: str, cut: int) -> str | None:
    """The sector that the part before the last one tells, or a longer one: Bergbau-ingenieur."""
    if key[:cut] in grammar(tables.lang).words("weak_first"):
        return None
    longer = (by_noun(tables, known, key[:end]) for end in range(len(key) - 1, cut - 1, -1))
    return next(filter(None, longer), None)


def _is_cut(tables: Lexicon, first: str) -> bool:
    """Whether what stands before a noun is no word, so that it is none: Ent-scheidung."""
    words = grammar(tables.lang)
    return first in words.words("no_compound_first") or first.endswith(words.words("prefix_inside"))


@cache
def _ends(tables: Lexicon, known: Index) -> dict[str, str]:
    """The nouns that tell their sector at the end of any compound, by their stems."""
    misleading = grammar(tables.lang).stems_of("no_compound_end")
    found: dict[str, str] = {}
    for stem, entries in known.stems.items():
        codes = {entry.code for entry in entries if entry.type == "sector"}
        is_noun = any(map(_is_noun, entries))
        if len(codes) == 1 and is_noun and stem not in misleading:
            found[stem] = codes.pop()
    return found
