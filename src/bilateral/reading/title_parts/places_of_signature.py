"""The place of signature beside a date: Bonn, 5 May 1999; 5 мая 1999 г., Москва."""

from __future__ import annotations

from typing import Final

from bilateral.reading.index import index
from bilateral.reading.words import DASHES, REDACTED, Text

__all__ = [
    "CLOSING",
    "LONGEST_PLACE",
    "begin_of_place",
    "end_of_place",
    "is_name_before",
    "is_party_before",
    "is_town_before",
    "take_places",
    "town_at_end",
]

#: What may stand between a word and the mark behind it.
CLOSING: Final = ')»“”"'
#: The words of a place of signature: New York, Port of Spain.
LONGEST_PLACE: Final = 3
# The tables that have places, and those of the states and units in which towns are.
_PLACES: Final = ("cities", "units", "countries")
_WIDER: Final = ("units", "countries")
_SHORT: Final = 2


def begin_of_place(text: Text, start: int) -> int:
    """The first word of the place before a date that begins at a word; else that itself.

    >>> begin_of_place(Text("Treaty, New Delhi, India, 5 May 1999", "en"), 4)
    1
    """
    if _is_unit_in_bracket(text, start):
        return start
    for i in range(start - 1, max(0, start - 1 - LONGEST_PLACE), -1):
        mark = text.gap(i).strip(CLOSING + REDACTED + " ")[-1:]
        if mark == "." and len(text.words[i - 1].text) <= _SHORT:
            # St. Petersburg
            continue
        is_closed = mark == "(" and ")" in text.gap(start)
        if is_closed and (text.words[i].text.isupper() or _is_of_party(text, i)):
            # The initials of a party, or where it is: ... Bank (EBRD), 5 May 1999.
            break
        if _sets_off(text, i, mark) or (mark == ":" and _is_known(text, "cities", i, start)):
            first = i + text.role(i, "place_in", start - 1)
            first = text.after_article(first, start - 1)
            first += text.role(first, "head.city", start - 1)
            if _is_known(text, "cities", first, start):
                return i
            # The town is before its country or state: New Delhi, India; Washington, D.C.
            if mark == "," and _is_wider(text, first, start):
                town = begin_of_place(text, i)
                if town < i:
                    return town
            if all(_may_be_of_place(text, n) for n in range(first, start)):
                return i
            break
    return start


def _is_unit_in_bracket(text: Text, end: int) -> bool:
    """Whether a bracket closed before a word says in which unit a town is: (штат Огайо, США)."""
    if ")" not in text.gap(end):
        return False
    start = next((i for i in range(end - 1, 0, -1) if "(" in text.gap(i)), end)
    stop = next((i for i in range(start + 1, end) if "," in text.gap(i)), end)
    units = ((topic, i) for topic in ("units", "subdivisions") for i in (start, start + 1))
    return any(_is_known(text, topic, i, stop) for topic, i in units)


def _is_of_party(text: Text, i: int) -> bool:
    """Whether what is in brackets says where the body before it is: University of Mines (Hanoi).

    Behind a town or a state, and behind a subject, it is where the document was signed.
    """
    before = range(max(0, i - LONGEST_PLACE), i)
    are_places = any(_is_known(text, topic, n, i) for topic in _PLACES for n in before)
    is_subject = any(n < i for n in text.places("topic"))
    return not (are_places or is_subject) and bool(text.places("between"))


def _is_wider(text: Text, start: int, end: int) -> bool:
    """Whether some words are where a town is: a country, a unit, or the letters of one."""
    are_letters = all(word.is_letter for word in text.words[start:end])
    return are_letters or any(_is_known(text, topic, start, end) for topic in _WIDER)


def _sets_off(text: Text, i: int, mark: str) -> bool:
    """Whether a mark sets off a place; a dash may stand between parties."""
    is_dash = mark in DASHES and (bool(text.places("between")) or text.words[i - 1].text.islower())
    return is_dash or mark in (",", ";", ".", "(")


def _may_be_of_place(text: Text, i: int) -> bool:
    """Whether a word may be in the name of a place: it is no country and no subject."""
    word, lang = text.words[i], text.grammar.lang
    return (
        word.is_capitalised
        and not text.is_small(i)
        and word.stem not in index(lang, "vocabulary").stems
        and (
            word.stem not in index(lang, "countries").stems
            or word.stem in index(lang, "cities").stems
        )
    )


def end_of_place(text: Text, end: int) -> int:
    """The end of the place with which a text ends behind a date; else the end of the date.

    >>> end_of_place(Text("Treaty, 5 May 1999, Bonn", "en"), 4)
    5
    """
    count = len(text.words)
    if not 0 < count - end <= LONGEST_PLACE:
        return end
    if _opens_place(text, end) or text.role(end, "place_in"):
        return count if _is_place(text, end, count) else end
    # 5 May 1999 Bonn
    return count if _is_known(text, "cities", end, count) else end


def take_places(text: Text) -> tuple[Text, list[str]]:
    """A text without where the document was signed, if nobody says when; and that.

    >>> take_places(Text("Treaty between A and B, done in Bonn", "en"))[1]
    ['done in Bonn']
    """
    left, found = text, list[str]()
    for i, n in text.places("dated").items():
        if text.role(i + n, "place_in") and (stop := _end_of_remark(text, i, i + n)):
            left = left.without(text.starts[i], text.ends[stop - 1])
            found.append(text.span(i, stop))
    return left, found


def _end_of_remark(text: Text, i: int, first: int) -> int:
    """The end of what begins with a word behind a mark, up to another one; else 0.

    No mark is before the word ``first`` but the point of an abbreviation: unterz. in Wien.
    """
    mark = text.gap(i).strip()[-1:]
    if not mark or mark not in "(,.;":
        return 0
    closing = ")" if mark == "(" else ",.;(" + REDACTED
    stops = (
        n for n in range(first + 1, len(text.words)) if not set(closing).isdisjoint(text.gap(n))
    )
    return next(stops, len(text.words))


def town_at_end(text: Text, start: int) -> int:
    """The first word of the town behind a comma with which a text ends; else the end.

    It is one of the words from ``start`` on.

    >>> town_at_end(Text("Treaty on trade, New York", "en"), 2)
    3
    """
    end = len(text.words)
    places = range(max(start, end - 2 * LONGEST_PLACE), end)
    return next((i for i in places if _is_behind_mark(text, i) and _is_town(text, i)), end)


def _is_behind_mark(text: Text, i: int) -> bool:
    """Whether a word opens a place, after what may have been read before it: ..., 1996, Tallinn."""
    mark = text.gap(i).rpartition(REDACTED)[2].strip(CLOSING + " ")
    return _opens_place(text, i) or (REDACTED in text.gap(i) and mark in (",", ".,", "("))


def _is_town(text: Text, start: int) -> bool:
    """Whether a known town, or a name with the noun for towns before it, ends a text."""
    end, first = len(text.words), start + text.role(start, "place_in")
    name = first + text.role(first, "head.city")
    if name == end or not text.words[name].is_capitalised:
        return False
    if name > first and all(word.is_capitalised for word in text.words[name:]):
        return True
    stops = {stop for stop, _ in text.spot(index(text.grammar.lang, "cities"), name, end, ",")}
    return any(stop == end or _is_wider(text, stop, end) for stop in stops)


def is_town_before(text: Text, start: int) -> bool:
    """Whether a known town stands behind a mark and before a word: , Riga 9/2009; (Rome 1983).

    >>> is_town_before(Text("Treaty on trade, Riga 9/2009", "en"), 4)
    True
    """
    return any(
        _sets_off(text, i, text.gap(i).strip(CLOSING + REDACTED + " ")[-1:])
        and _is_known(text, "cities", i, start)
        for i in range(max(1, start - LONGEST_PLACE), start)
    )


def is_party_before(text: Text, start: int) -> bool:
    """Whether a known town or state stands right before a word, as a party: not in or signed Riga.

    >>> is_party_before(Text("Protocol between Minsk and Vilnius 2019", "en"), 5)
    True
    """
    names = range(max(1, start - LONGEST_PLACE), start if text.gap(start) == " " else 0)
    begins = (i for i in names if any(_is_known(text, topic, i, start) for topic in _PLACES))
    return any(
        (text.gap(i).strip() in DASHES or text.words[i - 1].text.islower())
        and not any(text.role(i - 1, role) for role in ("place_in", "dated"))
        for i in begins
    )


def is_name_before(text: Text, start: int) -> bool:
    """Whether a name that no party goes on with stands before a word: on trade, *Vadsø*, 1998.

    >>> is_name_before(Text("Treaty on trade, Vadsø, 1998", "en"), 4)
    True
    """
    i = begin_of_place(text, start)
    is_behind = 0 < i < start and text.words[i - 1].text.islower() and text.gap(i).strip() == ","
    return is_behind and not any(word.has_figures for word in text.words[i:start])


def _opens_place(text: Text, i: int) -> bool:
    """Whether a comma, a bracket or the end of a sentence stands before a word."""
    mark = text.gap(i).strip(CLOSING + " ")
    is_end = mark == "." and len(text.words[i - 1].text) > _SHORT
    return is_end or mark in (",", "(", ".,")


def _is_place(text: Text, start: int, end: int) -> bool:
    """Whether some words are a known place, or a name where only names have capital letters."""
    first = start + text.role(start, "place_in", end)
    first += text.role(first, "head.city", end)
    if first == end or not text.words[first].is_capitalised:
        return False
    if any(_is_known(text, topic, first, end) for topic in _PLACES):
        return True
    has_small_nouns = bool(text.grammar.words("ending.attribute"))
    words = text.words[first:end]
    return has_small_nouns and all(word.is_capitalised and not word.has_figures for word in words)


def _is_known(text: Text, topic: str, start: int, end: int) -> bool:
    """Whether some words are a whole name in a table: Cape Town, Port Vila."""
    return any(stop == end for stop, _ in text.spot(index(text.grammar.lang, topic), start, end))
