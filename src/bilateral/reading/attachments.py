"""What belongs to a document besides its text: (with annex), samt Protokoll, (с приложением)."""

from __future__ import annotations

from typing import Final

from bilateral.reading.words import Text

__all__ = ["take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", ".", ",", ";")


def take_attachments(text: Text) -> tuple[Text, list[str]]:
    """A text without what belongs to the document besides it, and the words for that.

    >>> text, rest = take_attachments(Text("Vertrag über den Handel (mit Anlagen)", "de"))
    >>> rest, len(text.words)
    (['mit Anlagen'], 4)
    """
    rest: list[str] = []
    # The last first: so the numbers of the words before them stay.
    for i, n in sorted(text.places("attached").items(), reverse=True):
        end = _end(text, i + n)
        if i and end is not None:
            rest.insert(0, text.span(i, end))
            is_in_brackets = text.gap(i).endswith("(") and text.gap(end).startswith(")")
            first, last = text.words[i].start, text.words[end - 1].end
            text = text.without(first - is_in_brackets, last + is_in_brackets)
    return text, rest


def _end(text: Text, start: int) -> int | None:
    """The end of an enumeration of attachments that begins at a word, and of the sentence."""
    nouns = text.grammar.stems_of("attachment")
    end, has_noun = start, False
    while end < len(text.words):
        is_noun = text.words[end].stem in nouns
        has_noun |= is_noun
        is_between = any(text.role(end, role) for role in ("and", "of"))
        if not (is_noun or is_between or text.is_number(end) or text.is_article(end)):
            break
        end += 1
        if text.gap(end).startswith(_CLOSING):
            break
    is_over = end == len(text.words) or text.gap(end).startswith(_CLOSING)
    return end if has_noun and is_over else None
