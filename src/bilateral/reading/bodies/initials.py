"""Names of bodies up to their initials in brackets: the Society for the Promotion (JSPS)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.reading.words import Text, within

__all__ = ["named_by_initials"]

_LONGEST_NAME: Final = 8
# The letters before those of other alphabets are Latin ones.
_LAST_LATIN: Final = "\u024f"


def named_by_initials(text: Text, headed: list[int]) -> Iterator[int]:
    """The words within a name whose initials follow in brackets.

    ``headed`` are the words with which the nouns of bodies begin.
    """
    for i in within(text.marks, 2, len(text.words)):
        letters = text.words[i].text
        if text.gaps[i][-1:] == "(" and text.gaps[i + 1][:1] == ")" and letters.isupper():
            start = i
            while letters and start:
                start -= 1
                if text.words[start].text[0].upper() == letters[-1]:
                    letters = letters[:-1]
                elif not text.is_small(start):
                    break
            if not letters:
                yield from range(start + 1, i)
            elif text.words[i].text.isascii() and text.words[i - 1].text > _LAST_LATIN:
                yield from _named_abroad(text, headed, i)


def _named_abroad(text: Text, headed: list[int], i: int) -> Iterator[int]:
    """The words from a body's noun up to its initials in another alphabet.

    Общество симуляции в здравоохранении (SSH)
    """
    start = max(within(headed, i - _LONGEST_NAME, i), default=i)
    inner = range(start + 1, i)
    fields = text.grammar.stems_of("field")
    goes_on = all(text.gap(n) == " " and not text.role(n, "topic") for n in inner)
    if goes_on and not any(text.words[n].stem in fields for n in inner):
        yield from inner
