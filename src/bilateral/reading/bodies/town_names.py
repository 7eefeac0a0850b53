"""The towns that are named in a text, large ones and those that tell a country."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral import reference
from bilateral.reading.bodies.landmarks import TOWN, landmarks_at
from bilateral.reading.index import index
from bilateral.reading.words import Text

__all__ = ["cities_at", "may_be_namesake", "towns_at"]


def towns_at(text: Text, start: int) -> Iterator[tuple[int, set[str]]]:
    """Where the towns that begin at a word end, and the countries that have them.

    >>> list(towns_at(Text("Lima", "de"), 0)), list(towns_at(Text("Bad Tölz", "de"), 0))
    ([(1, {'PE'})], [(2, {'DE'})])
    """
    yield from cities_at(text, start)
    for one in landmarks_at(text, start):
        if one.what == TOWN:
            yield one.end, {one.country}


def cities_at(text: Text, start: int) -> Iterator[tuple[int, set[str]]]:
    """Where the large ones of them end, longest first, and the countries that have them."""
    for stop, entries in text.spot(index(text.grammar.lang, "cities"), start, len(text.words)):
        yield stop, {reference.cities()[entry.code]["country"] for entry in entries}


def may_be_namesake(text: Text, start: int, end: int) -> bool:
    """Whether a body that many towns have begins with the name of several: Paris Junior College.

    A noun of one word stands right behind the name: Athens Hospital, but a university's.

    >>> words = Text("Rome High School; Rome Music School; Rome College of Art", "en")
    >>> [may_be_namesake(words, start, end) for start, end in ((0, 3), (3, 6), (6, 10))]
    [True, False, False]
    """
    first = start + text.role(start, "namesake", end)
    return first > start and any(
        (i == first or n > 1) and (i + n == end or "(" in text.gap(i + n))
        for i, n in text.places("of_many_towns").items()
        if first <= i < i + n <= end
    )
