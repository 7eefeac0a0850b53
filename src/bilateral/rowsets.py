"""Sets of rows: a whole number with a bit for each row, so that `&` and `|` combine answers."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Final

__all__ = ["NONE", "ByDay", "DailyRows", "Rows", "chosen_rows", "marks_of", "set_of"]

# How many of the sets on the days are kept: a bit a row each, and between two of them at most
# so small a part of all changes has to be made up for.
_KEPT = 64
_TRUTHS = bytes.maketrans(b"01", b"\0\1")


def set_of(rows: Iterable[int], size: int) -> int:
    """The set of some of ``size`` rows."""
    bits = bytearray(size + 7 >> 3)
    for row in rows:
        bits[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(bits, "little")


def marks_of(bits: int, size: int) -> bytes:
    """Which of ``size`` rows are in a set, a byte each."""
    return format(bits, f"0{size}b").encode().translate(_TRUTHS)[::-1] if size else b""


class Rows:
    """A set of rows that is made when it is needed; how many it has may be known before."""

    __slots__ = ("_bits", "_make", "_number")

    def __init__(self, make: Callable[[], int], number: int | None = None) -> None:
        self._make: Callable[[], int] | None = make
        self._bits = 0
        self._number = number

    @property
    def bits(self) -> int:
        """The set as a number."""
        make = self._make
        if make is not None:
            self._bits = make()
            # What it was made of is not needed any more.
            self._make = None
        return self._bits

    def __len__(self) -> int:
        if self._number is None:
            self._number = self.bits.bit_count()
        return self._number

    def __contains__(self, row: int) -> bool:
        return bool(self.bits >> row & 1)

    def __and__(self, other: Rows) -> Rows:
        return Rows(lambda: self.bits & other.bits)

    def __or__(self, other: Rows) -> Rows:
        return Rows(lambda: self.bits | other.bits)


#: The empty set.
NONE: Final = Rows(int, 0)


class ByDay:
    """Rows by days, in the order of the days; a row may be on several."""

    __slots__ = ("_ends", "days", "rows")

    def __init__(self, found: Mapping[int, Sequence[int]]) -> None:
        self.days: list[int] = sorted(found)
        self.rows: array[int] = array("I")
        self._ends = array("I", [0])
        for day in self.days:
            self.rows.extend(found[day])
            self._ends.append(len(self.rows))

    def end(self, day: int) -> int:
        """How many of the rows are on a day or before it."""
        return self._ends[bisect_right(self.days, day)]

    def __iter__(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Each day with its rows."""
        return self._at(range(len(self.days)))

    def between(self, first: int, last: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Each day from one to another, with its rows."""
        return self._at(range(bisect_left(self.days, first), bisect_right(self.days, last)))

    def _at(self, places: Iterable[int]) -> Iterator[tuple[int, Sequence[int]]]:
        for place in places:
            yield self.days[place], self.rows[self._ends[place] : self._ends[place + 1]]


class DailyRows:
    """The set of those of ``size`` rows for which something holds, on each day.

    It holds for some ``before`` all days, and ``changes`` says on which day it changes for which
    rows. How many they are on a day is looked up; which they are is made from a set that is kept,
    of a day near it.
    """

    __slots__ = ("_changes", "_kept", "_numbers", "_places", "_size")

    def __init__(
        self, size: int, before: Iterable[int], changes: Mapping[int, Sequence[int]]
    ) -> None:
        self._size = size
        self._changes = ByDay(changes)
        bits = bytearray(set_of(before, size).to_bytes(size + 7 >> 3, "little"))
        number = int.from_bytes(bits, "little").bit_count()
        place = 0
        self._numbers = array("I", [number])
        self._places = array("I", [0])
        self._kept = [int.from_bytes(bits, "little")]
        for _, rows in self._changes:
            number += _toggle(bits, rows)
            place += len(rows)
            self._numbers.append(number)
            if (place - self._places[-1]) * _KEPT > len(self._changes.rows):
                self._places.append(place)
                self._kept.append(int.from_bytes(bits, "little"))

    def number(self, day: int) -> int:
        """How many they are on a day."""
        return self._numbers[bisect_right(self._changes.days, day)]

    def on(self, day: int) -> int:
        """The set on a day."""
        end = self._changes.end(day)
        places = self._places
        near = bisect_right(places, end) - 1
        # From the nearest, before or after: a change undone is the same change again.
        if near + 1 < len(places) and places[near + 1] - end < end - places[near]:
            near += 1
        place = places[near]
        if place == end:
            return self._kept[near]
        changed = self._changes.rows[place:end] or self._changes.rows[end:place]
        bits = bytearray(self._size + 7 >> 3)
        for row in changed:
            bits[row >> 3] ^= 1 << (row & 7)
        return self._kept[near] ^ int.from_bytes(bits, "little")


def _toggle(bits: bytearray, rows: Iterable[int]) -> int:
    """Put in the rows that are not in a set, and take out the others; how many more it has."""
    more = 0
    for row in rows:
        place, bit = row >> 3, 1 << (row & 7)
        bits[place] ^= bit
        more += 1 if bits[place] & bit else -1
    return more


def chosen_rows(bits: int, size: int) -> Iterator[int]:
    """The rows of a set, in order."""
    return compress(count(), marks_of(bits, size))
