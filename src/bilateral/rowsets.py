"""Sets of rows: a whole number with a bit for each row, so that `&` and `|` combine answers."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count
from typing import Final

__all__ = ["NONE", "ByDay", "DailyRows", "Rows", "chosen_rows", "marks_of", "set_of"]

# How many of the sets on the latest days that were asked about are kept: a bit a row each.
_KEPT = 64
# Rows with more changes are few, and are asked one by one for the rest of them.
_MOST_CHANGES = 4
_TRUTHS = bytes.maketrans(b"01", b"\0\1")
# For each bit of a byte, whether it is lacking.
_LACKING = [bytes(b"10"[byte >> bit & 1] for byte in range(256)) for bit in range(8)]


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
        if self is NONE or other is NONE:
            return NONE
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

    def between(self, first: int, last: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Each day from one to another, with its rows."""
        for place in range(bisect_left(self.days, first), bisect_right(self.days, last)):
            yield self.days[place], self.rows[self._ends[place] : self._ends[place + 1]]


class DailyRows:
    """The set of those of ``size`` rows for which something holds, on each day.

    It holds for some ``before`` all days, and ``changes`` says on which day it changes for which
    rows. How many they are on a day is looked up. Which they are follows from how many of its
    changes each row has behind it: the first changes of all rows are compared with the day at
    once, then the second ones, and so on.
    """

    __slots__ = ("_before", "_changes", "_days", "_numbers", "_rest", "_size", "on_place")

    def __init__(
        self, size: int, before: Iterable[int], changes: Mapping[int, Sequence[int]]
    ) -> None:
        self._size = size
        self._before = set_of(before, size)
        self._days = sorted(changes)
        never = len(self._days)
        holds = bytearray(marks_of(self._before, size))
        number = self._before.bit_count()
        self._numbers = array("I", [number])
        times = array("I", [0]) * size
        # The places of their days, of the first change of each row, of the second one, ...
        places: list[array[int]] = []
        self._rest: defaultdict[int, list[int]] = defaultdict(list)
        for place, day in enumerate(self._days):
            for row in changes[day]:
                holds[row] ^= 1
                number += 1 if holds[row] else -1
                time = times[row]
                times[row] = time + 1
                if time >= _MOST_CHANGES:
                    self._rest[row].append(place)
                    continue
                if time == len(places):
                    places.append(array("I", [never]) * size)
                places[time][row] = place
            self._numbers.append(number)
        self._changes = [_lacking(one, never.bit_length()) for one in places]
        self.on_place: Callable[[int], int] = lru_cache(maxsize=_KEPT)(self._on_place)

    def number(self, day: int) -> int:
        """How many they are on a day."""
        return self._numbers[bisect_right(self._days, day)]

    def on(self, day: int) -> int:
        """The set on a day."""
        return self.on_place(bisect_right(self._days, day))

    def _on_place(self, place: int) -> int:
        """The set once so many of the days have come."""
        found = self._before
        for lacking in self._changes:
            found ^= _below(lacking, place)
        if self._rest:
            often = self._rest.items()
            odd = (row for row, places in often if bisect_left(places, place) & 1)
            found ^= set_of(odd, self._size)
        return found


def _lacking(numbers: array[int], length: int) -> list[int]:
    """The rows whose number, of some ``length`` in bits, lacks a bit: a set for each bit."""
    found: list[int] = []
    for low in range(0, length, 8):
        eight = bytes([one >> low & 0xFF for one in numbers])[::-1]
        found += (int(eight.translate(lacking), 2) for lacking in _LACKING[: length - low])
    return found


def _below(lacking: Sequence[int], limit: int) -> int:
    """The rows whose numbers are below a limit that has no more bits than they."""
    found = 0
    # By the last bit in which they differ: the number lacks it and the limit has it.
    for bit, rows in enumerate(lacking):
        found = found | rows if limit >> bit & 1 else found & rows
    return found


def chosen_rows(bits: int, size: int) -> Iterator[int]:
    """The rows of a set, in order."""
    return compress(count(), marks_of(bits, size))
