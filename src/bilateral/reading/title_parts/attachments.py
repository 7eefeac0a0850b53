"""What is said of a document besides its title: (with annex), (BGBl. II S. 7), (draft)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from bilateral.dates.words.vocabulary import date_words
from bilateral.language.folding import Grammar, fold, grammar
from bilateral.language.lexicon import lexicon
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.words import REDACTED, Text
from bilateral.tables import listed

__all__ = ["is_attachment", "is_copy", "statuses", "take_attachments"]

# What stands behind the last word of what belongs to a document.
_CLOSING: Final = (")", "]", ".", ",", ";", " (")
_APART: Final = frozenset("();")
# The letters of what stands before a number: Nr., S., Teil.
_SHORT: Final = 4
# What stands before a remark, and behind one that is in no brackets.
_REMARKS: Final = frozenset("([,;.:–—-")
_AFTER_REMARK: Final = (",", ";", ")", "]", " (", " – ", " — ", " - ")
_BRACKETS: Final = ("()", "[]")
_QUOTES: Final = "«»„“”\"‘'"
# The words that say a status, at most, those up to the one that tells a remark in a bracket, and
# those of one that needs no mark before it: in der geltenden Fassung.
_LONGEST_STATUS: Final = 6
_MOST_BEFORE: Final = 3
_LONG: Final = 3
# The words of what a party is called from there on: hereinafter referred to as “the Bank”.
_LONGEST_NAME: Final = 7


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
    quotes = _QUOTES + " "
    first, last = text.starts[i], text.ends[end - 1]
    before, behind = text.gap(i).rstrip(quotes), text.gap(end).lstrip(quotes)
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


def is_copy(text: str, lang: str) -> bool:
    """Whether a text only says whether a list has the document itself or a copy.

    >>> is_copy("Kopie", "de")
    True
    """
    return fold(text) in grammar(lang).words("copies")


def _ends(text: Text) -> dict[int, int | None]:
    """Where such words end, by where they begin."""
    ends = {i: _end(text, i, i + n) for i, n in text.places("attached").items()}
    ends |= dict(_with_it(text))
    ends |= dict(_remarks(text))
    return ends | {
        i: _end_of_numbers(text, i + n)
        for i, n in text.places("publication").items()
        # NR is the Nationalrat, Nr. a number.
        if text.words[i].text.isupper() or not text.role(i, "number_sign")
    }


@cache
def _compound_ends(words: Grammar) -> tuple[str, ...]:
    """What compounds with a noun for an attachment end with."""
    return tuple(stem for stem in words.stems_of("attachment") if len(stem) > _SHORT)


def _end(text: Text, i: int, start: int) -> int | None:
    """The end of an enumeration of attachments that begins at a word, and of the sentence.

    Behind a mark, its day is that of the attachment: (with the addendum of 2016).
    """
    nouns, ends = text.grammar.stems_of("attachment"), _compound_ends(text.grammar)
    end, has_noun = start, False
    while end < len(text.words):
        # Also a compound: Kontingentprotokoll.
        is_noun = text.words[end].stem in nouns or text.words[end].stem.endswith(ends)
        has_noun |= is_noun
        is_between = any(text.role(end, role) for role in ("and", "of", "to"))
        if not (is_noun or is_between or text.is_number(end) or text.is_article(end)):
            break
        end += 1
        if text.gap(end).startswith(_CLOSING):
            break
    is_set_off = has_noun and text.gap(i) != " "
    while (
        is_set_off and text.gap(end)[:1] == " " and end < len(text.words) and _is_of_date(text, end)
    ):
        end += 1
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


def _with_it(text: Text) -> Iterator[tuple[int, int]]:
    """The documents that belong to the one before them: ... and the protocol to it."""
    for i, n in text.places("to_it").items():
        before = range(i - 1, max(0, i - _LONGEST_STATUS), -1)
        starts = (k for role in ("attached", "and") for k in before if text.role(k, role))
        start = next(starts, 0)
        if start and (_is_over(text, i + n) or text.role(i + n, "date_of")):
            yield start, i + n


def _remarks(text: Text) -> Iterator[Span]:
    """The remarks on how a document is kept, stands or is quoted: where they begin and end.

    Not signed, as amended on, hereinafter, ("the Parties"), (Art. 5), USD 2 m, ruht seit 2022.
    """
    for i in _openings(text):
        end = _end_of_remark(text, i)
        if _tells_remark(text, i, end):
            yield i, end
        elif _is_whole(text, i, end):
            # Several may follow each other: initialled, not signed.
            while end < len(text.words) and text.gap(end).strip() == ",":
                last = _end_of_remark(text, end)
                if not _is_whole(text, end, last):
                    break
                end = last
            yield i, end
    for i, n in text.places("kept_whole").items():
        if n >= _LONG and not text.words[i].is_capitalised and _is_over(text, i + n):
            yield i, i + n


def _openings(text: Text) -> list[int]:
    """The words behind a mark with which a remark may begin: in a long title, few of many."""
    roles = ("kept", "kept_whole", "henceforth", "currency")
    known = set[int]().union(*(text.places(role) for role in roles))
    firsts, words, gaps = _first_words(text.grammar.lang), text.words, text.gaps
    return [
        i
        for i in text.marks
        if 0 < i < len(words)
        # Also 2 copies; the year of 12.05.2003 is none.
        and (
            i in known
            or (i + text.is_number(i) in known and gaps[i] != ".")
            or "(" in gaps[i]
            or words[i].key in firsts
            # The relations have stalled; since 2014 suspended.
            or words[i].stem in text.grammar.stems_of("general")
            or _says_since(text, i)
        )
        and not _REMARKS.isdisjoint(gaps[i])
    ]


def _tells_remark(text: Text, i: int, end: int) -> bool:
    """Whether a remark begins behind a mark; in a bracket, the word that tells it may be later."""
    is_in_bracket = "(" in text.gap(i)
    # 2 copies
    first = i + (text.gap(i + 1) == " " and len(text.words[i].key) == text.is_number(i))
    last = min(end, i + _MOST_BEFORE + 1) if is_in_bracket else first + 1
    if any(text.role(n, "kept") for n in _small(text, first, last)):
        return True
    is_before_figures = i + 1 < len(text.words) and text.words[i + 1].has_figures
    is_quoted = not set(_QUOTES).isdisjoint(text.gap(i)) and text.is_article(i)
    return bool(
        (text.role(i, "henceforth") and (is_in_bracket or end - i <= _LONGEST_NAME))
        or (is_before_figures and text.role(i, "currency"))
        or (is_in_bracket and is_before_figures and text.role(i, "part_of_text"))
        or (is_in_bracket and is_quoted)
    )


def _small(text: Text, first: int, last: int) -> Iterator[int]:
    """A word, and those behind it up to one with a capital letter: (the twinning is dormant)."""
    yield first
    for n in range(first, last - 1):
        if text.words[n].is_capitalised:
            return
        yield n + 1


def _end_of_remark(text: Text, start: int) -> int:
    """The end of a remark: that of its bracket, or the next mark that is in no date.

    How long a document is valid does not belong to it: extended *until 2027*.
    """
    count = len(text.words)
    if "[" in text.gap(start):
        return next((i for i in range(start + 1, count) if "]" in text.gap(i)), count)
    if "(" in text.gap(start) and text.brackets[start]:
        depth = text.brackets[start]
        closed = (i for i in range(start + 1, count + 1) if text.brackets[i] < depth)
        return next(closed, count)
    places = range(start + 1, count)
    ends = (i for i in places if text.role(i, "how_long") or _is_behind(text, i))
    return next(ends, count)


def _is_behind(text: Text, i: int) -> bool:
    """Whether a mark ends before a word what is said there; exch. is a short word."""
    gap = text.gap(i)
    behind = gap.lstrip(_QUOTES)
    is_end = behind.startswith(". ") and len(text.words[i - 1].text) > _SHORT
    return is_end or REDACTED in gap or (behind.startswith(_AFTER_REMARK) and not _in_day(text, i))


def _in_day(text: Text, i: int) -> bool:
    """Whether a comma stands within a day or between two: May 2, 2007; 1 May 1990, 2 June 1992."""
    months = date_words(text.grammar.lang).months
    near = text.words[i + 1 : i + 2] + text.words[max(0, i - 2) : i]
    return (
        text.gap(i)[:1] == "," and text.words[i].has_figures and any(w.key in months for w in near)
    )


@cache
def _first_words(lang: str) -> frozenset[str]:
    """The words with which a status begins."""
    return frozenset(name.split()[0] for name in statuses(lang))


def _is_whole(text: Text, start: int, end: int) -> bool:
    """Whether words say no more than how a document is kept, or how it stands."""
    i = begin = start + (text.is_number(start) and text.gap(start + 1) == " ")
    # Several may follow each other: draft, not signed.
    while i < end and (n := text.role(i, "kept_whole", end) or (i > begin and text.role(i, "and"))):
        i += n
    is_kept = i > begin and all(_is_count(text, n) for n in range(i, end))
    return is_kept or _is_status(text, start, end)


def _is_count(text: Text, i: int) -> bool:
    """Whether a word counts drafts and annexes: 3, II, C."""
    return bool(text.is_number(i)) or text.words[i].is_letter


def _is_status(text: Text, start: int, end: int) -> bool:
    """Whether words only say a status, or several, and since or up to when: ruht seit 2022."""
    first = start if _length_of_status(text, start, end) else _behind_whose(text, start, end)
    while _says_since(text, start) and first < end and _is_of_date(text, first):
        first += 1
    i = first
    while i < end and (size := _length_of_status(text, i, end)):
        i += size
    if i == end:
        return i > first
    # Signed on, and valid until, a day: the title says both of these.
    is_other = any(text.role(start, role) for role in ("dated", "valid", "indefinite"))
    return i > first and not is_other and all(_is_of_date(text, n) for n in range(i, end))


def _says_since(text: Text, i: int) -> bool:
    """Whether a word and the year behind it say since when: *since 2014* suspended."""
    year = text.words[i + 1 : i + 2]
    return bool(year) and year[0].has_figures and bool(text.role(i, "moment"))


def _behind_whose(text: Text, i: int, end: int) -> int:
    """The place behind the words that say what stands so: *the relations have* stalled."""
    general = text.grammar.stems_of("general")
    while i < end and (text.is_article(i) or text.words[i].stem in general):
        i += 1
    while n := text.role(i, "being", end):
        i += n
    return i


def _length_of_status(text: Text, i: int, end: int) -> int:
    """The number of words of the longest status that begins at a word; 0 if none."""
    known = statuses(text.grammar.lang)
    keys = [word.key for word in text.words[i : min(end, i + _LONGEST_STATUS)]]
    return next((n for n in range(len(keys), 0, -1) if " ".join(keys[:n]) in known), 0)


def _is_of_date(text: Text, i: int) -> bool:
    """Whether a word may belong to a date."""
    key = text.words[i].key
    is_word = text.role(i, "moment") or text.role(i, "date_of")
    return text.is_number(i) or key in date_words(text.grammar.lang).months or bool(is_word)


def _is_over(text: Text, end: int) -> bool:
    return end == len(text.words) or text.gap(end).startswith(_CLOSING)
