"""Cyrillic names in Latin letters, as the table ``transliteration`` of a language has them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bilateral.language.lexicon import Lexicon, capitalised
from bilateral.tables import Row

__all__ = ["has_script", "transliterated"]

_LETTER: Final = re.compile(r"[^\W\d_]")
_SCRIPTS: Final = {
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Latn": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\u02bb\u02bc]"),
}
# After these, as at the beginning of a word, Cyrillic е has the sound of j.
_SOFT: Final = frozenset("аеёиоуыэюяйъьіїєӣәөүұӯў")
_VOWELS: Final = frozenset("аеёиоуыэюяіїє")
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")
_NOTHING: Final = "-"
_MOST_LETTERS: Final = 3


def has_script(text: str, script: str) -> bool:
    """Whether all letters of a text are of a script, by its code in ISO 15924.

    >>> has_script("Siemens AG", "Latn"), has_script("Завод", "Latn")
    (True, False)
    """
    of_script = _SCRIPTS[script]
    return all(of_script.match(letter) for letter in _LETTER.findall(text))


def transliterated(tables: Lexicon, text: str, source: str) -> str | None:
    """A text in another language's letters as a language writes it; `None` where it has no rule.

    ``source`` is the tag of the language that the text is in.

    >>> from bilateral.language.lexicon import lexicon
    >>> transliterated(lexicon("de"), "Хабаровский завод «Прогресс»", "ru")
    'Chabarowski sawod «Progress»'
    >>> transliterated(lexicon("en"), "Хабаровский завод «Прогресс»", "ru")
    'Khabarovskiy zavod «Progress»'
    """
    rules = _rules(tables, source.partition("-")[0].lower())
    # Letter by letter, as İ has two small ones.
    small = "".join(letter.lower()[:1] for letter in text.translate(_APOSTROPHES))
    result = ""
    i = 0
    while i < len(text):
        length, row = _longest(rules, small, i)
        if row is not None:
            made = _sound(row, small, i, i + length).replace(_NOTHING, "")
            result += _in_case(made, text, i, i + length)
        elif has_script(text[i], "Latn"):
            result += text[i]
        else:
            return None
        i += length
    return result


@cache
def _rules(tables: Lexicon, source: str) -> dict[str, Row]:
    """The rows for the letters of a language, its own in the place of the common ones."""
    rules: dict[str, Row] = {}
    own: dict[str, Row] = {}
    for key, row in tables.rows("transliteration").items():
        letters, _, lang = key.partition("@")
        if not lang:
            rules[letters] = row
        elif lang == source:
            own[letters] = row
    return rules | own


def _longest(rules: dict[str, Row], small: str, i: int) -> tuple[int, Row | None]:
    for length in range(_MOST_LETTERS, 0, -1):
        if (row := rules.get(small[i : i + length])) is not None:
            return length, row
    return 1, None


def _sound(row: Row, small: str, start: int, end: int) -> str:
    """What stands for some letters, by those around them."""
    before, after = small[max(start - 1, 0) : start], small[end : end + 1]
    is_first = not before.isalpha() and before != "'"
    if is_first and "first" in row:
        return row["first"]
    if "start" in row and (is_first or before in _SOFT):
        return row["start"]
    if "between" in row and before in _VOWELS and after in _VOWELS:
        return row["between"]
    if "end" in row and not after.isalpha():
        return row["end"]
    return row["elsewhere"]


def _in_case(made: str, text: str, start: int, end: int) -> str:
    """Some letters with the capitals of those that they stand for."""
    if not text[start].isupper():
        return made
    # A word in capitals stays one.
    around = _LETTER.findall(text[max(start - 1, 0) : start] + text[start + 1 : end + 1])
    is_shouted = bool(around) and all(map(str.isupper, around))
    return made.upper() if is_shouted else capitalised(made)
