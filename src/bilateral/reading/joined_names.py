"""Names that a hyphen joins: the Saudi Arabia-Japan Agreement, the EU-India Summit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bilateral.language.folding import fold, grammar
from bilateral.reading.index import index

__all__ = ["with_dashes"]

# A hyphen before a capital letter: where two names may meet.
_HYPHEN: Final = re.compile(r"(?<=[\w.])-(?=[^\W\d_a-zа-яё])")
# A dash in place of a hyphen: the Sino–Mongolian Commission.
_FIRST_PART: Final = re.compile(r"(?<!\w)(\w+)[–—](?=\w)")
_QUOTES: Final = '«»„“”"'
_TOPICS: Final = ("countries", "institutions")
# The words of the longest names that are met so: United Arab Emirates.
_LONGEST: Final = 4


def with_dashes(text: str, lang: str) -> str:
    """A text with a dash between two names of which one has several words, or is a body's.

    Behind the first part of a word, it has a hyphen: Sino-Mongolian.

    Such a hyphen binds only the words beside it. Two adjectives are one word, and so are two
    states, if their names may be adjectives (a China-Japan treaty) or belong to another name.

    >>> with_dashes("Saudi Arabia-Japan Treaty of the Austro-Hungarian Empire", "en")
    'Saudi Arabia–Japan Treaty of the Austro-Hungarian Empire'
    >>> with_dashes("Sino–Mongolian Commission", "en")
    'Sino-Mongolian Commission'
    """
    firsts = dict(grammar(lang).pairs("combining"))
    text = _FIRST_PART.sub(
        lambda match: f"{match[1]}-" if fold(match[1]) in firsts else match[0], text
    )
    may_be_sides = _names_sides_alone(text, lang)
    for match in _HYPHEN.finditer(text):
        before, after = text[: match.start()].split(" "), text[match.end() :].split(" ")
        ends = (" ".join(before[-n:]) for n in range(1, _LONGEST + 1))
        beginnings = (" ".join(after[:n]) for n in range(1, _LONGEST + 1))
        kinds = _is_plain(ends, lang), _is_plain(beginnings, lang)
        if None not in kinds and (may_be_sides or not all(kinds)):
            text = f"{text[: match.start()]}–{text[match.end() :]}"
    return text


def _names_sides_alone(text: str, lang: str) -> bool:
    """Whether two states can but be the sides of a document: план Украина-Россия."""
    words = grammar(lang)
    has_adjectives = bool(words.words("ending.attribute"))
    return has_adjectives and "«" not in text and words.words("between")[0] not in text.split()


def _is_plain(texts: Iterable[str], lang: str) -> bool | None:
    """Whether the first name among some texts is that of a state, of one word; if there is one."""
    for one in texts:
        for topic in _TOPICS:
            entries = index(lang, topic).exact.get(fold(one.replace(".", "")), ())
            if any(entry.form != "adj" for entry in entries):
                return topic == "countries" and one.strip(_QUOTES).isalpha()
    return None
