"""Days of which a title says that they are no day of signature: in force since, renewed 2012."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.reading.title_parts.found_dates import is_apart, is_plain_year
from bilateral.reading.words import Text

__all__ = ["begin_of_other", "years_of_other"]

# How far before a day it may be said what day that is.
_BEFORE_DATE: Final = 6
# How many words may stand before what says it: by the city council approved.
_BEFORE_REMARK: Final = 4
_TWO: Final = 2
# The words of a number and its year: No. 14 of 2019.
_LONGEST_NUMBER: Final = 4


def years_of_other(text: Text) -> Iterator[tuple[int, int]]:
    """The words of the years that stand alone behind what says it, the last first.

    >>> list(years_of_other(Text("Vertrag über Handel, verlängert 2017", "de")))
    [(3, 5)]
    """
    found: list[tuple[int, int]] = []
    for i, n in sorted(text.places("other_day").items()):
        year = i + n
        is_last = year + 1 >= len(text.words) or bool(text.gap(year + 1).strip())
        is_year = year < len(text.words) and is_plain_year(text.words[year])
        # zuletzt geändert is one phrase, and geändert no other one.
        if is_last and is_year and (not found or found[-1][1] <= i):
            found.append((i, year + 1))
    yield from sorted([*found, *_in_collections(text)], reverse=True)


def _in_collections(text: Text) -> Iterator[tuple[int, int]]:
    """The words in brackets for a number in a collection of a year: (ITS No. 14 of 2019)."""
    for i in text.places("number_sign"):
        depth = text.brackets[i]
        if depth and text.gap(i) == " ":
            start = next(n for n in range(i, -1, -1) if "(" in text.gap(n))
            end = next(n for n in range(i, len(text.gaps)) if text.brackets[n] < depth)
            is_short = end - i <= _LONGEST_NUMBER and is_plain_year(text.words[end - 1])
            if is_short and not any(word.has_figures for word in text.words[start:i]):
                yield start, end


def begin_of_other(text: Text, start: int) -> int:
    """Where it is said that a day is no day of signature: in force since, as amended by ... of.

    What comes into force has a day itself: das Inkrafttreten des Abkommens vom ...
    """
    genitives = text.grammar.words("article.gen")
    for i in range(start - 1, max(-1, start - 1 - _BEFORE_DATE), -1):
        if n := text.role(i, "other_day"):
            is_noun = n == 1 and text.words[i].is_capitalised
            is_whose = is_noun and text.words[i + 1].key in genitives
            # As amended on: the longest of what ends there.
            longer = (k for k in range(max(0, i - _TWO), i) if text.role(k, "other_day") > i - k)
            return start if is_whose else _begin_of_remark(text, next(longer, i))
        if is_apart(text, i):
            break
    return start


def _begin_of_remark(text: Text, i: int) -> int:
    """Where the words behind a comma begin that go with a word: , *by the council* approved."""
    for first in range(i, max(0, i - _BEFORE_REMARK), -1):
        if text.gap(first).strip():
            return first if text.words[first].text.islower() else i
    return i
