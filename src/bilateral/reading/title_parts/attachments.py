"""What is said of a document besides its title: (with annex), (BGBl. II S. 7), (draft)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.words import Text

__all__ = ["is_attachment", "take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", ".", ",", ";", " (", "]")
_APART: Final = frozenset("();")
# What opens what is said besides, and how many words a short name has.
_OPENING: Final = frozenset("(,;–—[-")
_MOST_OF_NAME: Final = 6
_QUOTES: Final = "“”»"
_LONG: Final = 3
# The letters of what stands before a number: Nr., S., Teil.
_SHORT: Final = 4


def take_attachments(text: Text) -> tuple[Text, list[str]]:
    """A text without what the document has with it, where it is published, and how it is.

    The words for these are returned, too, and those for what parties are called from there on.

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
            marks = text.gap(i)[-1:] + text.gap(end)[:1]
            is_in_brackets = marks in ("()", "[]")
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
    ends |= {i: _end_of_name(text, i) for i in text.places("henceforth")}
    ends |= dict(_states(text))
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


def _end_of_name(text: Text, start: int) -> int | None:
    """The end of what a party or document is called from there on: , hereinafter “the Bank”,."""
    if not _is_besides(text, start):
        return None
    last = min(start + _MOST_OF_NAME, len(text.words))
    behind = ((end, text.gap(end).lstrip(_QUOTES)) for end in range(start + 1, last + 1))
    return next((end for end, mark in behind if not mark or mark.startswith(_CLOSING)), None)


def _states(text: Text) -> Iterator[Span]:
    """The stretches that only say how a document is or is kept: (draft, not signed)."""
    places, end = text.places("state_of_document"), 0
    for start in sorted(places):
        # Behind the last party, in der geltenden Fassung needs no mark.
        is_long = places[start] >= _LONG and not text.words[start].is_capitalised
        if start < end or not (is_long or _is_besides(text, start)):
            continue
        end = start + places[start]
        while text.gap(end).strip() == "," and (n := text.role(end, "state_of_document")):
            end += n
        while end < len(text.words) and text.gap(end) in " ." and _is_count(text, end):
            end += 1
        if _is_over(text, end):
            yield start, end


def _is_count(text: Text, i: int) -> bool:
    """Whether a word counts drafts and annexes: 3, II, C."""
    return text.is_number(i) or text.words[i].is_letter


def _is_besides(text: Text, i: int) -> bool:
    """Whether a comma, a dash or a bracket opens what begins with a word."""
    return i > 0 and not _OPENING.isdisjoint(text.gap(i))


def _is_over(text: Text, end: int) -> bool:
    return end == len(text.words) or text.gap(end).startswith(_CLOSING)
