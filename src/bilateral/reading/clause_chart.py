"""The phrases in a text: at each place, what begins there, where it ends and what it says.

What begins at a place is found once and kept, so that the work grows with the length of the
text and not with the number of its readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from bilateral.dates.durations import Duration
from bilateral.dates.edtf import Precision
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.words.phrases import read_period
from bilateral.dates.words.spoken_lengths import duration_readings
from bilateral.dates.words.vocabulary import DateWords
from bilateral.problems import ValidationError
from bilateral.reading.clause_grammar import ClauseGrammar, Rule

__all__ = ["Chart", "Found"]

#: Where a phrase ends, and what it says.
Found = tuple[int, Any]
#: What a phrase says, by its name and by what stands in its slots; `None` if it cannot be.
Meaning = Callable[[str, Mapping[str, Any]], Any]

_WORD_END: Final = re.compile(r"(?=[ ,.;:)]|$)")
_WORD: Final = re.compile(r"[^ ,.;:)]+|[,.;:)]")
_DIGIT: Final = re.compile("[0-9]")
# How many words and marks a date and a length of time have at most, and how many characters.
_MOST_WORDS: Final = 20
_LONGEST: Final = 90
_DEPTH: Final = 6
# An event in the words of the document, to the end of its sentence.
_ANY_EVENT: Final = re.compile(r"[^.;]+")


class Chart:
    """What begins at each place of a folded text."""

    def __init__(self, text: str, grammar: ClauseGrammar, meaning: Meaning) -> None:
        self._text = text
        self._meaning = meaning
        self._grammar = grammar
        self._found: dict[tuple[str, int], tuple[Found, ...]] = {}
        self._readers: dict[str, Callable[[int], Iterator[Found]]] = {
            "moment": self._moments,
            "length": self._lengths,
            "endless": self._endless,
            "date": self._dates,
            "until": self._ends_of_time,
            "ordinal": self._ordinals,
            "number": self._numbers,
            "any-event": self._any_event,
            "events": lambda start: self._listed("event", start),
            "survivors": lambda start: self._listed("survivor", start),
            "aspects": lambda start: self._listed("aspect", start),
        }

    def at(self, kind: str, start: int) -> tuple[Found, ...]:
        """The phrases of a kind that begin at a place."""
        key = kind, start
        if key not in self._found:
            # A phrase that begins with one of its own kind finds none there while it is read.
            self._found[key] = ()
            reader = self._readers.get(kind)
            found = reader(start) if reader else self._phrases(kind, start)
            self._found[key] = _distinct(found)
        return self._found[key]

    def _phrases(self, kind: str, start: int) -> Iterator[Found]:
        rules = self._grammar.rules.get(kind, ())
        for rule in rules:
            yield from self._matches(rule, start)
        if any(rule.first_slot == kind for rule in rules):
            self._found[kind, start] = _distinct(
                one for rule in rules for one in self._matches(rule, start)
            )
            for rule in rules:
                if rule.first_slot == kind:
                    yield from self._matches(rule, start)

    def _matches(self, rule: Rule, start: int) -> Iterator[Found]:
        states: list[tuple[int, dict[str, Any]]] = [(start, {})]
        for part in rule.parts:
            if isinstance(part, tuple):
                slot, kind = part
                states = [
                    (end, {**slots, slot: value})
                    for place, slots in states
                    for end, value in self.at(kind, place)
                ]
            else:
                states = [
                    (match.end(), slots)
                    for place, slots in states
                    if (match := part.match(self._text, place))
                ]
            if not states:
                return
        for end, slots in states:
            said = self._meaning(rule.name, slots)
            if said is not None and _WORD_END.match(self._text, end):
                yield end, said

    def _moments(self, start: int) -> Iterator[Found]:
        """An event, or several of which the last counts."""
        yield from self.at("event", start)
        yield from self._phrases("moment", start)

    def _listed(self, kind: str, start: int) -> Iterator[Found]:
        """One or several of a kind, apart by what stands between the parts of a list."""
        rows: list[tuple[int, tuple[Any, ...]]] = [
            (end, value) for end, value in self.at(kind, start)
        ]
        for end, values in rows:
            yield end, values
            if join := self._grammar.listing.match(self._text, end):
                rows += [(last, (*values, *more)) for last, more in self.at(kind, join.end())]

    def _stretches(self, start: int, needed: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """What begins at a place and ends with a word, from the one that is needed on."""
        text = self._text[start : start + _LONGEST]
        found = needed.search(text)
        if found is None or text[:1] in ("", " "):
            return
        ends = [one.end() for one in _WORD.finditer(text)][:_MOST_WORDS]
        for end in ends:
            if end >= found.end() and _WORD_END.match(self._text, start + end):
                yield start + end, text[:end]

    def _lengths(self, start: int) -> Iterator[Found]:
        """The longest text that is a length, for "1 year, 6 months" are not two of them.

        Shorter ones that say the same are others: a word may belong to what follows.
        """
        longest: list[str] = []
        for end, text in reversed([*self._stretches(start, self._grammar.unit)]):
            found = [one for one in duration_readings(text, self._grammar.dates, _DEPTH) if one]
            longest = longest or found
            if len(found) == 1 and found == longest:
                yield end, Duration.parse(found[0])

    def _endless(self, start: int) -> Iterator[Found]:
        for end, text in self._stretches(start, re.compile("")):
            if duration_readings(text, self._grammar.dates, _DEPTH) == ("",):
                yield end, True

    def _dates(self, start: int) -> Iterator[Found]:
        for end, likely, _ in self._longest_date(start, lambda one: "/" not in one):
            yield end, PartialDate.parse(likely)

    def _ends_of_time(self, start: int) -> Iterator[Found]:
        """Last days, and of each whether it may be the first on which all is over."""
        for end, likely, is_only in self._longest_date(start, lambda one: one.startswith("../")):
            last = PartialDate.parse(likely.removeprefix("../"))
            yield end, (last, last.precision is Precision.DAY and not is_only)

    def _longest_date(
        self, start: int, suits: Callable[[str], bool]
    ) -> Iterator[tuple[int, str, bool]]:
        """The longest text that is a date: what would be left of a longer one is no clause.

        Of «1 января 2026 года» the last word alone is a length.
        """
        for end, text in reversed([*self._stretches(start, _DIGIT)]):
            readings = _readings(text, self._grammar.dates)
            likely = [one for one, is_likely in readings if is_likely]
            if likely and all(map(suits, likely)):
                yield from [(end, likely[0], len(readings) == 1)] if len(likely) == 1 else []
                return

    def _ordinals(self, start: int) -> Iterator[Found]:
        words, text = self._grammar.dates, self._text
        if match := self._grammar.ordinal.match(text, start):
            yield match.end(), int(match[1])
        for match in _first_words(text, start):
            if number := words.all_ordinals.get(match[0]):
                yield match.end(), number

    def _numbers(self, start: int) -> Iterator[Found]:
        words = self._grammar.dates
        for match in _first_words(self._text, start):
            number = words.number(match[0], words.cardinals)
            if number is not None:
                yield match.end(), number

    def _any_event(self, start: int) -> Iterator[Found]:
        if match := _ANY_EVENT.match(self._text, start):
            yield match.end(), (start, match.end())


_FIRST_WORDS: Final = (re.compile("[0-9]+"), re.compile(r"\w+(?:-\w+)?"), re.compile(r"\w+ \w+"))


def _first_words(text: str, start: int) -> Iterator[re.Match[str]]:
    """The first figures, the first word, and the first two."""
    yield from filter(None, (pattern.match(text, start) for pattern in _FIRST_WORDS))


def _distinct(found: Iterator[Found]) -> tuple[Found, ...]:
    """Each reading once; those that say the same are one."""
    kept: list[Found] = []
    for one in found:
        if one not in kept:
            kept.append(one)
    return tuple(kept)


@lru_cache(maxsize=2048)
def _readings(text: str, words: DateWords) -> tuple[tuple[str, bool], ...]:
    """The readings of a text as a date or a period, if it is one."""
    try:
        return tuple(read_period(text, words, None).items())
    except ValidationError:
        return ()
