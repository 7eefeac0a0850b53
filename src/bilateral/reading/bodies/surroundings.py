"""What stands behind the name of a town or body and says where that lies: an der Donau."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.index import Index
from bilateral.reading.words import REDACTED, Text

__all__ = ["OF_UNITS", "TOWNS", "Places", "surroundings"]

# How many words a name has behind its noun, at most.
_LONGEST: Final = 6
# What lies everywhere in its state, or is one.
_NOWHERE: Final = frozenset(
    {
        PartnerKind.GOVERNMENT,
        PartnerKind.HEAD_OF_STATE,
        PartnerKind.MINISTRY,
        PartnerKind.PARLIAMENT,
        PartnerKind.STATE,
        PartnerKind.STATE_COMMITTEE,
    }
)
#: What lies in no other town.
TOWNS: Final = frozenset({PartnerKind.CITY, PartnerKind.MUNICIPALITY})
#: What units of states are called: Aichi Prefecture, the State of Texas.
OF_UNITS: Final = frozenset({PartnerKind.DISTRICT, PartnerKind.REGION, PartnerKind.STATE})
_OVER: Final = frozenset(",;)–—" + REDACTED)
_BEHIND: Final = ("and", "topic", "aim", "with")
# What joins a name without a noun to another one.
_JOINTS: Final = ("and", "between", "with")

_HeadAt = Callable[[int, int], Head | None]
_IsState = Callable[[int, int], bool]


class Places(NamedTuple):
    """The names of places: of towns, and of states and units."""

    towns: Index
    wider: tuple[Index, ...]


def surroundings(
    text: Text, head_at: _HeadAt, is_state: _IsState, places: Places
) -> Iterator[range]:
    """The words that say where the town or body lies that is named before them.

    The Stadt Neuburg *an der Donau*, the Provinz Yunnan *in China*. They end a name only where a
    name may end.
    """
    for i, n in text.places("lies").items():
        stop, is_town = _end_of_place(text, i + n, head_at, places)
        if not stop or text.gap(i) != " " or not _is_over(text, stop):
            continue
        kind = _kind_before(text, i, head_at, is_state)
        is_inner = is_town and kind in TOWNS and not text.role(i, "near")
        if not (kind is None or kind in _NOWHERE or is_inner):
            yield range(i, stop)


def _kind_before(text: Text, end: int, head_at: _HeadAt, is_state: _IsState) -> PartnerKind | None:
    """What the name that ends before a word is of, that of a town if it has no noun; if it is one.

    Its noun stands shortly before that, or it is what a preposition or "and" joins.
    """
    for i in range(end - 1, max(-1, end - _LONGEST), -1):
        head = head_at(i, end)
        if head is not None:
            return PartnerKind.STATE if head.is_state else head.kind or PartnerKind.ORGANISATION
        if any(text.role(i, role) for role in _JOINTS):
            is_name = i + 1 < end and not is_state(text.after_article(i + 1, end), end)
            return PartnerKind.CITY if is_name else None
        is_name = text.words[i].is_capitalised or bool(text.role(i, "of"))
        if not is_name or text.gap(i + 1) != " ":
            break
    return None


def _end_of_place(text: Text, start: int, head_at: _HeadAt, places: Places) -> tuple[int, bool]:
    """The end of the name of a place that begins at a word, and whether that is a town; else 0.

    Water and landscapes are places, too.
    """
    count = len(text.words)
    if start == count or not text.words[start].is_capitalised:
        return 0, False
    unit = head_at(start, count)
    if unit is not None and unit.kind in OF_UNITS and unit.end < count:
        stop = unit.end
        while stop < count and text.gap(stop) == " " and text.words[stop].is_capitalised:
            stop += 1
        return stop, False
    if n := text.role(start, "landscape"):
        return start + n, False
    for place in (places.towns, *places.wider):
        for stop, _ in text.spot(place, start, count):
            return stop, place is places.towns
    return 0, False


def _is_over(text: Text, i: int) -> bool:
    """Whether a name may end before a word: at a mark, before "and" or a subject."""
    if i == len(text.words) or not _OVER.isdisjoint(text.gap(i)):
        return True
    return any(text.role(i, role) for role in _BEHIND)
