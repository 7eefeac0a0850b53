"""Lengths of time from words: "for a period of five (5) years", «сроком на полтора года»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bilateral.dates.durations import Duration
from bilateral.dates.words.vocabulary import DateWords, PhraseSet
from bilateral.problems import ValidationError, reject

__all__ = ["duration_readings", "read_duration"]

_DEPTH: Final = 6
# What roles of phrases begin with that are about lengths of time.
_KINDS: Final = ("adjective", "length", "length-wrap", "length-close")
_HALF: Final = re.compile(r"([0-9]+)[.,]5")
# "2025 years" is a year by its number with the word for it, «2025 год».
_YEAR: Final = re.compile("[12][0-9]{3}")
_TWICE: Final = re.compile(r"(.+?) ?\((.+)\)")
_MONTHS_OF_HALF_A_YEAR: Final = 6


def read_duration(text: str, words: DateWords) -> tuple[str, ...]:
    """The lengths that a folded text can mean, as ISO 8601; an empty text is one without end.

    Raises `ValidationError` (``unreadable-duration``).
    """
    found = duration_readings(text, words, _DEPTH)
    if not found:
        # From what day it is counted, it says itself, and is no part of the length.
        matches = (pattern.fullmatch(text) for pattern in words.phrases.get("length-from", ()))
        lengths = (duration_readings(one["d"], words, _DEPTH) for one in matches if one)
        found = tuple(dict.fromkeys(length for several in lengths for length in several if length))
    if not found:
        raise reject("unreadable-duration", text)
    return found


@lru_cache(maxsize=1024)
def duration_readings(text: str, words: DateWords, depth: int) -> tuple[str, ...]:
    """All readings; many phrases lead to the same words, which are read once."""
    return tuple(dict.fromkeys(_read(text, words, depth)))


def _read(text: str, words: DateWords, depth: int) -> Iterator[str]:
    if any(pattern.fullmatch(text) for pattern in words.phrases.get("indefinite", ())):
        yield ""
    if length := _standard(text) or _sum(text, words):
        yield str(length)
    for role, match in _phrases(words).matches(text):
        kind, _, detail = role.partition(".")
        if kind == "length":
            yield detail
        elif kind == "adjective":
            number = _number(match["number"], words)
            yield from [str(Duration(**{detail: number}))] if number else []
        elif depth:
            yield from duration_readings(match["d"], words, depth - 1)


@lru_cache(maxsize=32)
def _phrases(words: DateWords) -> PhraseSet:
    """The phrases of lengths of time."""
    phrases = words.phrases.items()
    return PhraseSet({role: ones for role, ones in phrases if role.partition(".")[0] in _KINDS})


def _standard(text: str) -> Duration | None:
    try:
        return Duration.parse(text.upper())
    except ValidationError:
        return None


def _sum(text: str, words: DateWords) -> Duration | None:
    """Numbers with units, the greater unit first."""
    total = Duration()
    units = words.units
    while text:
        for place, (unit, pattern) in enumerate(units):
            match = pattern.match(text)
            length = _length(match["number"], unit, words) if match else None
            if match and length:
                total, units, text = total + length, units[place + 1 :], text[match.end() :]
                break
        else:
            return None
    return total


def _length(number: str, unit: str, words: DateWords) -> Duration | None:
    half = _HALF.fullmatch(number)
    if half and unit == "years":
        return Duration(int(half[1]), _MONTHS_OF_HALF_A_YEAR)
    if unit == "years" and _YEAR.fullmatch(number):
        return None
    count = _number(number, words)
    return Duration(**{unit: count}) if count else None


def _number(text: str, words: DateWords) -> int | None:
    """A number in figures, in words, or in both if they agree."""
    twice = _TWICE.fullmatch(text)
    if twice is None:
        return words.number(text, words.cardinals)
    first, second = (words.number(one, words.cardinals) for one in twice.groups())
    return first if first == second else None
