"""What a catalogue has behind a title: its kind and who made it, Соглашение. Правительство РФ."""

from __future__ import annotations

from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.kinds import KindFinder
from bilateral.reading.words import Text

__all__ = ["take_catalogue_entry"]


def take_catalogue_entry(text: Text, kinds: KindFinder) -> tuple[Text, list[str]]:
    """A text without who made a document, in a sentence behind its kind; and that.

    If the title says its kind before, the one behind it says nothing more.

    >>> text = Text("Соглашение между А и Б о торговле. Соглашение. Правительство РФ. 1999", "ru")
    >>> take_catalogue_entry(text, KindFinder(text))[1]
    ['Соглашение. Правительство РФ']
    """
    for i in kinds.places if ". " in text.text else ():
        named = kinds.at(i)
        if named is None or not named.is_sentence(text):
            continue
        end = _end_of_sentence(text, named.end)
        head = HeadNouns(text).at(named.end, end) if end else None
        if head and kinds.first:
            start = named.start if kinds.first.start < named.start else named.end
            return text.without(text.starts[start], text.ends[end - 1]), [text.span(start, end)]
    return text, []


def _end_of_sentence(text: Text, start: int) -> int:
    """The end of the sentence that begins at a word and ends a title, but for its day; else 0."""
    count = len(text.words)
    if start == count or not text.gap(start).startswith(". "):
        return 0
    end = next((i for i in range(start + 1, count) if text.words[i].has_figures), count)
    is_last = all(word.has_figures for word in text.words[end:])
    return end if is_last and (end == count or text.gap(end).endswith(". ")) else 0
