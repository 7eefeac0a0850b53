"""The paragraphs of a text with a title a line: which lines may be headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

__all__ = ["headings_in"]

# How headings are numbered where records are not.
_NUMBERED = re.compile(r"(?:[IVX]+|[A-ZА-Я]|\d{1,2})[.)]\s+\S")
# Several lines make a paragraph.
_SEVERAL = 2
# A heading is so much shorter than the titles below it.
_SHORTER = 2


def headings_in(lines: Mapping[int, str]) -> Iterator[int]:
    """The numbers of the lines that may be headings, by where they stand and how they look.

    Those of the first paragraph may be the title of the list; above another one stands a line
    that has a number, or is much shorter than those below it.

    >>> lines = {1: "Register", 3: "I. Town", 4: "Treaty with Riga", 5: "Treaty with Turku"}
    >>> [*headings_in(lines)]
    [1, 3]
    """
    first, *others = _paragraphs(lines)
    if any(len(one) >= _SEVERAL for one in others):
        yield from first if len(first) <= _SEVERAL + 1 else first[:1]
    for number, *below in others:
        lengths = [len(lines[one]) for one in below]
        is_short = len(lines[number]) * _SHORTER * len(below) < sum(lengths)
        if below and (is_short or _NUMBERED.match(lines[number])):
            yield number


def _paragraphs(lines: Mapping[int, str]) -> list[list[int]]:
    """The numbers of lines that stand below each other, without an empty one between them."""
    found: list[list[int]] = [[]]
    for number in sorted(lines):
        if number - 1 not in lines and found[-1]:
            found.append([])
        found[-1].append(number)
    return found
