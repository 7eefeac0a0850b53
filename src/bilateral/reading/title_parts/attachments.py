"""What is said of a document besides its title: (with annex), (BGBl. II S. 7), (not signed)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.dates.words.vocabulary import date_words
from bilateral.reading.words import Text

__all__ = ["is_attachment", "take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", ".", ",", ";")
_APART: Final = (")", ";")
# The letters of what stands before a number: Nr., S., Teil.
_SHORT: Final = 4
# What stands before a remark on how a document is kept, and behind it; the first of them may
# also stand between the day and the year.
_REMARKS: Final = frozenset("([,;.:–—-")
_AFTER_REMARK: Final = (",", ";", ")", "]", " (", " – ", " — ", " - ")
_BRACKETS: Final = ("()", "[]")
_QUOTES: Final = frozenset("\"“„«'‘")


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
            pair = next((p for p in _BRACKETS if p[0] in text.gap(i) and p[1] in text.gap(end)), "")
            first, last = text.starts[i], text.ends[end - 1]
            if pair:
                first -= len(text.gap(i).rpartition(pair[0])[2]) + 1
                last += text.gap(end).index(pair[1]) + 1
            text = text.without(first, last)
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
    remarks = {i: _end_of_remark(text, i) for i in _remarks(text)}
    ends = {i: _end(text, i + n) for i, n in text.places("attached").items()}
    return {**remarks, **ends} | {
        i: _end_of_numbers(text, i + n)
        for i, n in text.places("publication").items()
        # NR is the Nationalrat, Nr. a number.
        if text.words[i].text.isupper() or not text.role(i, "number_sign")
    }


def _remarks(text: Text) -> Iterator[int]:
    """The words with which it begins how a document is kept, has been changed or is quoted.

    Not signed, as amended on, hereinafter, ("the Parties"), (Art. 5), USD 2 m: a mark
    stands before them.
    """
    roles = ("kept", "henceforth")
    for i in {place for role in roles for place in text.places(role)}:
        if not _REMARKS.isdisjoint(text.gap(i)):
            yield i
    for place, n in text.places("kept_whole").items():
        # Confidential: that is all, unlike confidential data. The 2nd version.
        i = place - (place > 0 and text.is_number(place - 1))
        if not _REMARKS.isdisjoint(text.gap(i)) and _end_of_remark(text, i) == place + n:
            yield i
    for role, marks in (("part_of_text", {"("}), ("currency", _REMARKS)):
        for i in text.places(role):
            is_next = not marks.isdisjoint(text.gap(i)) and i + 1 < len(text.words)
            if is_next and text.words[i + 1].has_figures:
                yield i
    for i in text.marks[:-1]:
        is_quoted = "(" in text.gap(i) and not _QUOTES.isdisjoint(text.gap(i))
        if is_quoted and text.is_article(i):
            yield i


def _end_of_remark(text: Text, start: int) -> int:
    """The end of a remark: that of its bracket, or the next mark that is in no date.

    How long a document is valid does not belong to it: extended *until 2027*.
    """
    count = len(text.words)
    if "(" in text.gap(start):
        depth = text.brackets[start]
        closed = (i for i in range(start + 1, count + 1) if text.brackets[i] < depth)
        return next(closed, count)
    ends = (i for i in range(start + 1, count) if text.role(i, "how_long") or _is_behind(text, i))
    return next(ends, count)


def _is_behind(text: Text, i: int) -> bool:
    """Whether a mark ends before a word what is said there; exch. is a short word."""
    gap = text.gap(i)
    is_end = gap.startswith(". ") and len(text.words[i - 1].text) > _SHORT
    return is_end or (gap.startswith(_AFTER_REMARK) and not _in_day(text, i))


def _in_day(text: Text, i: int) -> bool:
    """Whether a comma stands within a day or between two: May 2, 2007; 1 May 1990, 2 June 1992."""
    months = date_words(text.grammar.lang).months
    near = text.words[i + 1 : i + 2] + text.words[max(0, i - 2) : i]
    return (
        text.gap(i)[:1] == "," and text.words[i].has_figures and any(w.key in months for w in near)
    )


def _end(text: Text, start: int) -> int | None:
    """The end of an enumeration of attachments that begins at a word, and of the sentence."""
    nouns = text.grammar.stems_of("attachment")
    end, has_noun = start, False
    while end < len(text.words):
        is_noun = text.words[end].stem in nouns
        has_noun |= is_noun
        is_between = any(text.role(end, role) for role in ("and", "of", "to"))
        if not (is_noun or is_between or text.is_number(end) or text.is_article(end)):
            break
        end += 1
        if text.gap(end).startswith(_CLOSING):
            break
    return end if has_noun and _is_over(text, end) else None


def _end_of_numbers(text: Text, start: int) -> int | None:
    """The end of the numbers that say where a document is published: BGBl. 2012 III Nr. 5."""
    end = start
    while end < len(text.words) and not text.gap(end).startswith(_APART):
        word = text.words[end]
        if not (word.has_figures or text.is_number(end) or len(word.text) <= _SHORT):
            break
        end += 1
    return end if end > start and _is_over(text, end) else None


def _is_over(text: Text, end: int) -> bool:
    return end == len(text.words) or text.gap(end).startswith(_CLOSING)
