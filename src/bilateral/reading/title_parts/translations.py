"""What only calls a document so in another language: Vereinbarung (Cooperation Agreement)."""

from __future__ import annotations

from bilateral.reading.kinds import KindFinder
from bilateral.reading.subjects import sectors_about
from bilateral.reading.words import Text
from bilateral.tables import languages

__all__ = ["is_translation", "without_translation"]


def without_translation(text: Text, kinds: KindFinder) -> Text:
    """A text without what in brackets behind its kind only calls it so in another language.

    >>> text = Text("Vereinbarung (Agreement) über den Handel", "de")
    >>> len(without_translation(text, KindFinder(text)).words)
    4
    """
    start, end = kinds.translation() or (0, 0)
    if not is_translation(text, start, end):
        return text
    return text.without(text.starts[start] - 1, text.ends[end - 1] + 1)


def is_translation(text: Text, start: int, end: int) -> bool:
    """Whether some words are a kind in another language, and no more."""
    inner = text.span(start, end)
    for lang in languages() if inner else ():
        words = Text(inner, lang)
        named = KindFinder(words).first if lang != text.grammar.lang else None
        if named and named.end == len(words.words) and not sectors_about(inner, lang):
            return True
    return False
