"""Names that a hyphen joins: the Saudi Arabia-Japan Agreement, the EU-India Summit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bilateral.language.folding import fold, grammar
from bilateral.reading.index import index

__all__ = ["with_dashes"]

# A hyphen before a capital letter: where two names may meet.
_HYPHEN: Final = re.compile(r"(?<=[\w.])-(?=[^\W\d_a-zа-яё])")
# A dash in place of a hyphen: the Sino–Mongolian Commission.
_FIRST_PART: Final = re.compile(r"(?<!\w)(\w+)[–—](?=\w)")
# Several names in one word.
_CHAIN: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+){2,}(?!\w)")
# A word with a space behind each of its letters: A B K O M M E N.
_SPACED: Final = re.compile(r"(?<!\w)(?:[^\W\d_] ){4,}[^\W\d_](?!\w)")
_NEXT_WORD: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁÄÖÜ])(?=[A-ZА-ЯЁÄÖÜ])")
_ARROW: Final = re.compile(r" ?(?:[↔⇔⟷⇄⇆⟺]|<[-–—]+>) ?")
_DASHES: Final = frozenset("-–—")
_SPLIT: Final = re.compile("[ –—-]")
_QUOTES: Final = '«»„“”"'
_TOPICS: Final = ("countries", "institutions")
# The words of the longest names that are met so: United Arab Emirates.
_LONGEST: Final = 4


def with_dashes(text: str, lang: str) -> str:
    """A text with a dash between two names of which one has several words, or is a body's.

    Behind the first part of a word, it has a hyphen: Sino-Mongolian.

    Arrows are dashes, too, and letters that are set apart are closed up.

    Such a hyphen binds only the words beside it. Two adjectives are one word, and so are two
    states, if their names may be adjectives (a China-Japan treaty) or belong to another name.

    >>> with_dashes("Saudi Arabia-Japan Treaty of the Austro-Hungarian Empire", "en")
    'Saudi Arabia–Japan Treaty of the Austro-Hungarian Empire'
    >>> with_dashes("Sino–Mongolian Commission", "en")
    'Sino-Mongolian Commission'
    """
    text = _ARROW.sub(" – ", _SPACED.sub(_closed_up, text))
    if _DASHES.isdisjoint(text):
        return text
    firsts = dict(grammar(lang).pairs("combining"))
    text = _FIRST_PART.sub(
        lambda match: f"{match[1]}-" if fold(match[1]) in firsts else match[0], text
    )
    text = _CHAIN.sub(lambda match: _as_chain(match[0], lang), text)
    may_be_sides = _names_sides_alone(text, lang)
    for match in _HYPHEN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        kinds = _is_plain(_ends(before), lang), _is_plain(_beginnings(after), lang)
        if None not in kinds and (may_be_sides or not all(kinds)):
            text = f"{before}–{after}"
    return text


def _closed_up(match: re.Match[str]) -> str:
    """The words whose letters stood apart; a capital letter behind a small one begins another."""
    return _NEXT_WORD.sub(" ", match[0].replace(" ", ""))


def _as_chain(text: str, lang: str) -> str:
    """Three states or more with dashes between them: Canada-Chile-Peru."""
    parts = text.split("-")
    return "–".join(parts) if all(_is_plain([one], lang) for one in parts) else text


def _ends(text: str) -> Iterator[str]:
    """The last words of a text, that may be a name behind another one: ASEAN–*Australia*."""
    for words in text.split(" "), _SPLIT.split(text):
        yield from (" ".join(words[-n:]) for n in range(1, _LONGEST + 1))


def _beginnings(text: str) -> Iterator[str]:
    """The first words of a text, that may be a name before another one."""
    for words in text.split(" "), _SPLIT.split(text):
        yield from (" ".join(words[:n]) for n in range(1, _LONGEST + 1))


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
