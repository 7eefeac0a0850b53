"""What is said of a document besides its title: (with annex), samt Protokoll, (BGBl. II S. 7)."""

from __future__ import annotations

from typing import Final

from bilateral.reading.words import Text

__all__ = ["is_attachment", "take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", ".", ",", ";", " (")
_APART: Final = frozenset("();")
# The letters of what stands before a number: Nr., S., Teil.
_SHORT: Final = 4


def take_attachments(text: Text) -> tuple[Text, list[str]]:
    """A text without what the document has with it and where it is published, and those words.

    >>> text, rest = take_attachments(Text("Vertrag über den Handel (mit Anlagen)", "de"))
    >>> rest, len(text.words)
    (['mit Anlagen'], 4)
    """
    rest: list[str] = []
    ends = _ends(text)
    after = len(text.words)
    # The last first: so the numbers of the words before them stay.
    for i, end in sorted(ends.items(), reverse=True):
        if i and end is not None and end <= after:
            after = i
            rest.insert(0, text.span(i, end))
            is_in_brackets = text.gap(i).endswith("(") and text.gap(end).startswith(")")
            first, last = text.starts[i], text.ends[end - 1]
            text = text.without(first - is_in_brackets, last + is_in_brackets)
    return text, rest


def is_attachment(text: str, lang: str) -> bool:
    """Whether a text only says what a document has with it, or where it is published.

    >>> is_attachment("samt Anhang", "de"), is_attachment("samt Rabatt", "de")
    (True, False)
    """
    words = Text(text, lang)
    return bool(words.words) and _ends(words).get(0) == len(words.words)


def _ends(text: Text) -> dict[int, int | None]:
    """Where such words end, by where they begin."""
    ends = {i: _end(text, i + n) for i, n in text.places("attached").items()}
    return ends | {
        i: _end_of_numbers(text, i + n)
        for i, n in text.places("publication").items()
        # NR is the Nationalrat, Nr. a number.
        if text.words[i].text.isupper() or not text.role(i, "number_sign")
    }


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
    return end if has_noun and _is_over(text, end) else None


def _end_of_numbers(text: Text, start: int) -> int | None:
    """The end of the numbers that say where a document is published: BGBl. 2012 III Nr. 5."""
    end = start
    while end < len(text.words) and _APART.isdisjoint(text.gap(end)):
        word = text.words[end]
        if not (word.has_figures or text.is_number(end) or len(word.text) <= _SHORT):
            break
        end += 1
    return end if end > start and _is_over(text, end) else None


def _is_over(text: Text, end: int) -> bool:
    return end == len(text.words) or text.gap(end).startswith(_CLOSING)
