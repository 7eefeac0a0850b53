"""What is said of a document besides its title: (with annex), samt Protokoll, (BGBl. II S. 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from bilateral.dates.words.vocabulary import date_words
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.reading.words import REDACTED, Text
from bilateral.tables import listed

__all__ = ["is_attachment", "statuses", "take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", ".", ",", ";")
_APART: Final = (")", ";")
# The letters of what stands before a number: Nr., S., Teil.
_SHORT: Final = 4
# What sets off a remark, and what ends one that is in no brackets.
_BEFORE_REMARK: Final = "([,;.–—"
_BEHIND_REMARK: Final = frozenset(",;()" + REDACTED)
_BRACKETS: Final = ("()", "[]")
_QUOTES: Final = ' «»„“”"'
# The words that say a status, at most, and those before them or before "to it".
_LONGEST_STATUS: Final = 6
_BEFORE_WORD: Final = 3


def take_attachments(text: Text) -> tuple[Text, list[str]]:
    """A text without what the document has with it, how it stands with it and where it is found.

    Also the words that say so.

    >>> text, rest = take_attachments(Text("Vertrag über den Handel (mit Anlagen)", "de"))
    >>> rest, len(text.words)
    (['mit Anlagen'], 4)
    """
    rest: list[str] = []
    # The last first: so the numbers of the words before them stay.
    for i, end in reversed([*_apart(_ends(text))]):
        rest.insert(0, text.span(i, end))
        text = text.without(*_with_brackets(text, i, end))
    return text, rest


def _apart(ends: Mapping[int, int | None]) -> Iterator[tuple[int, int]]:
    """The stretches behind the first word that begin in none before them."""
    last = 1
    for i, end in sorted(ends.items()):
        if end is not None and i >= last:
            yield i, end
            last = end


def _with_brackets(text: Text, i: int, end: int) -> tuple[int, int]:
    """The place of some words, with the brackets and quotes that only they stand in."""
    first, last = text.starts[i], text.ends[end - 1]
    before, behind = text.gap(i).rstrip(_QUOTES), text.gap(end).lstrip(_QUOTES)
    if before[-1:] + behind[:1] not in _BRACKETS:
        return first, last
    first -= len(text.gap(i)) - len(before) + 1
    return first, last + len(text.gap(end)) - len(behind) + 1


@cache
def statuses(lang: str) -> dict[str, str]:
    """The words for the status of a document, folded, with the event that each tells of.

    >>> statuses("de")["ruht seit"]
    'suspended'
    """
    rows = lexicon(lang).rows("list_statuses")
    return {fold(word): kind for kind, row in rows.items() for word in listed(row["words"])}


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
    ends |= dict(_with_it(text))
    ends |= dict(_remarks(text))
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
    while end < len(text.words) and not text.gap(end).startswith(_APART):
        word = text.words[end]
        if not (word.has_figures or text.is_number(end) or len(word.text) <= _SHORT):
            break
        end += 1
    return end if end > start and _is_over(text, end) else None


def _with_it(text: Text) -> Iterator[tuple[int, int]]:
    """The documents that belong to the one before them: ... and the protocol to it."""
    for i, n in text.places("to_it").items():
        before = range(i - 1, max(0, i - _LONGEST_STATUS), -1)
        starts = (k for role in ("attached", "and") for k in before if text.role(k, role))
        start = next(starts, 0)
        if start and (_is_over(text, i + n) or text.role(i + n, "date_of")):
            yield start, i + n


def _remarks(text: Text) -> Iterator[tuple[int, int]]:
    """The remarks that say how it stands with a document: where they begin and end."""
    words, gaps, standing = text.words, text.gaps, text.places("standing")
    firsts, count = _first_words(text.grammar.lang), len(words)
    # In a long title there are many marks, and few remarks.
    places = [
        i
        for i in text.marks
        if 0 < i < count
        and (i in standing or words[i].key in firsts or words[i].is_number or "(" in gaps[i])
    ]
    for i in places:
        mark = text.gap(i).rstrip(_QUOTES)[-1:]
        if not mark or mark not in _BEFORE_REMARK:
            continue
        end = _end_of_remark(text, i, mark)
        # 2 copies
        first = i + (text.gap(i + 1) == " " and len(text.words[i].key) == text.is_number(i))
        last = min(end, i + 1 + _BEFORE_WORD) if mark == "(" else first + 1
        is_told = any(text.role(n, "standing") for n in _small(text, first, last))
        if is_told or _is_status(text, i, end):
            yield i, end


@cache
def _first_words(lang: str) -> frozenset[str]:
    """The words with which a status begins."""
    return frozenset(name.split()[0] for name in statuses(lang))


def _small(text: Text, first: int, last: int) -> Iterator[int]:
    """A word, and those behind it up to one with a capital letter: (the twinning is dormant)."""
    yield first
    for n in range(first, last - 1):
        if text.words[n].is_capitalised:
            return
        yield n + 1


def _end_of_remark(text: Text, i: int, mark: str) -> int:
    """The end of what begins with a word behind a mark: where its bracket closes, or at a mark."""
    places = range(i + 1, len(text.words) + 1)
    if mark == "(" and text.brackets[i]:
        return next(n for n in places if text.brackets[n] < text.brackets[i])
    stops = frozenset("]") if mark == "[" else _BEHIND_REMARK
    return next((n for n in places if not stops.isdisjoint(text.gap(n))), len(text.words))


def _is_status(text: Text, start: int, end: int) -> bool:
    """Whether words only say a status, or several, and since or up to when: ruht seit 2022."""
    known = statuses(text.grammar.lang)
    keys = [word.key for word in text.words[start:end]]
    i = 0
    while i < len(keys):
        sizes = range(min(len(keys) - i, _LONGEST_STATUS), 0, -1)
        size = next((n for n in sizes if " ".join(keys[i : i + n]) in known), 0)
        if not size:
            break
        i += size
    if i == len(keys):
        return True
    # Signed on, and valid until, a day: the title says both of these.
    is_other = any(text.role(start, role) for role in ("dated", "valid", "indefinite"))
    return i > 0 and not is_other and all(_is_of_date(text, start + n) for n in range(i, len(keys)))


def _is_of_date(text: Text, i: int) -> bool:
    """Whether a word may belong to a date."""
    key = text.words[i].key
    is_word = text.role(i, "moment") or text.role(i, "date_of")
    return text.is_number(i) or key in date_words(text.grammar.lang).months or bool(is_word)


def _is_over(text: Text, end: int) -> bool:
    return end == len(text.words) or text.gap(end).startswith(_CLOSING)
