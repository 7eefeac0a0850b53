"""The towns that are named in a text, large ones and those that tell a country."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral import reference
from bilateral.reading.bodies.landmarks import TOWN, landmarks_at
from bilateral.reading.index import index
from bilateral.reading.words import Text

__all__ = ["cities_at", "towns_at"]


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
