"""Relations between periods of whole days, also when an end is not known for certain.

Days are numbers (``bilateral.dates.gregorian``). A period holds its last day, so in Allen's terms
it is the half-open interval from its first day to the day after its last: 2026 *meets* 2027.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Final, NamedTuple

__all__ = [
    "EARLIER",
    "FOREVER",
    "HOLDING",
    "SHARING",
    "SOMETIME",
    "Allen",
    "Extent",
    "relation",
    "verdict",
]

#: Further than every day that a text can name: stands for a day that could be any.
SOMETIME: Final = 10**40
#: Further still: where an open end lies.
FOREVER: Final = 10**41


class Allen(StrEnum):
    """The thirteen relations of two periods (Allen 1983).

    >>> Allen.MEETS.converse
    <Allen.MET_BY: 'met_by'>
    >>> sorted(Allen.compose(Allen.STARTS, Allen.MEETS))
    [<Allen.BEFORE: 'before'>]
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished_by"
    CONTAINS = "contains"
    STARTED_BY = "started_by"
    OVERLAPPED_BY = "overlapped_by"
    MET_BY = "met_by"
    AFTER = "after"

    @property
    def converse(self) -> Allen:
        """The same seen from the other period."""
        # The members stand in an order in which the converse is the mirror image.
        return _ORDER[-1 - _ORDER.index(self)]

    def compose(self, other: Allen) -> frozenset[Allen]:
        """The relations that A may have to C when A is ``self`` to B and B is ``other`` to C.

        The table is computed once from all triples of intervals over six points: three
        intervals have no more end points than that, so every case occurs among them.

        >>> sorted(Allen.OVERLAPS.compose(Allen.OVERLAPS))
        [<Allen.BEFORE: 'before'>, <Allen.MEETS: 'meets'>, <Allen.OVERLAPS: 'overlaps'>]
        """
        return _compositions()[self, other]


_ORDER: Final = tuple(Allen)
#: The relations in which two periods share a day, and those in which the first holds the second.
SHARING: Final = frozenset(_ORDER) - {Allen.BEFORE, Allen.MEETS, Allen.MET_BY, Allen.AFTER}
HOLDING: Final = frozenset({Allen.EQUALS, Allen.STARTED_BY, Allen.FINISHED_BY, Allen.CONTAINS})
EARLIER: Final = frozenset({Allen.BEFORE, Allen.MEETS})


def relation(first: int, last: int, other_first: int, other_last: int) -> Allen:
    """The relation between two periods that are known to the day, ends included.

    >>> relation(1, 5, 6, 9)
    <Allen.MEETS: 'meets'>
    """
    if last < other_first:
        return Allen.MEETS if last + 1 == other_first else Allen.BEFORE
    if other_last < first:
        return Allen.MET_BY if other_last + 1 == first else Allen.AFTER
    return _BY_ENDS[
        first < other_first, first == other_first, last < other_last, last == other_last
    ]


# Of two periods that share a day: is the first day earlier, the same; the last earlier, the same?
_BY_ENDS: Final = {
    (True, False, True, False): Allen.OVERLAPS,
    (True, False, False, True): Allen.FINISHED_BY,
    (True, False, False, False): Allen.CONTAINS,
    (False, True, True, False): Allen.STARTS,
    (False, True, False, True): Allen.EQUALS,
    (False, True, False, False): Allen.STARTED_BY,
    (False, False, True, False): Allen.DURING,
    (False, False, False, True): Allen.FINISHES,
    (False, False, False, False): Allen.OVERLAPPED_BY,
}


@cache
def _compositions() -> dict[tuple[Allen, Allen], frozenset[Allen]]:
    points = range(6)
    intervals = [(first, last) for first in points for last in points if first < last]
    # Half-open intervals with these points: the last day is the one before the second point.
    related = {
        (a, b): relation(a[0], a[1] - 1, b[0], b[1] - 1) for a in intervals for b in intervals
    }
    table: dict[tuple[Allen, Allen], set[Allen]] = {pair: set() for pair in product(_ORDER, _ORDER)}
    for a, b, c in product(intervals, repeat=3):
        table[related[a, b], related[b, c]].add(related[a, c])
    return {pair: frozenset(results) for pair, results in table.items()}


class Extent(NamedTuple):
    """The bounds of the first and of the last day of a period, and how far apart they may be.

    All numbers are inclusive; ``shortest`` and ``longest`` are last day minus first day.
    An end that is known has equal bounds; an open end lies at `FOREVER`.
    """

    first_min: int
    first_max: int
    last_min: int
    last_max: int
    shortest: int = 0
    longest: int = 2 * FOREVER

    @classmethod
    def known(cls, first: int, last: int) -> Extent:
        """The extent of a period whose two ends are known."""
        return cls(first, first, last, last)

    @property
    def certain(self) -> tuple[int, int] | None:
        """The days that the period has in any case, if there are any."""
        first = min(self.first_max, self.last_max - self.shortest)
        last = max(self.last_min, self.first_min + self.shortest)
        return (first, last) if first <= last else None

    @property
    def possible(self) -> tuple[int, int]:
        """The first and the last day that the period may have."""
        return self.first_min, self.last_max

    def precedes(self, other: Extent) -> bool | None:
        """Whether every day of this one is before every day of the other, if that can be known."""
        least_last = max(self.last_min, self.first_min + self.shortest)
        most_last = min(self.last_max, self.first_max + self.longest)
        least_first = max(other.first_min, other.last_min - other.longest)
        most_first = min(other.first_max, other.last_max - other.shortest)
        if most_last < least_first:
            return True
        return None if least_last < most_first else False

    def contains(self, other: Extent) -> bool | None:
        """Whether it has every day of the other, if that can be known."""
        if self.last_max < other.first_min or other.last_max < self.first_min:
            return False
        certain = self.certain
        if certain and certain[0] <= other.first_min and other.last_max <= certain[1]:
            return True
        return verdict(self.relations(other), HOLDING)

    def overlaps(self, other: Extent) -> bool | None:
        """Whether the two share a day, if that can be known."""
        if self.last_max < other.first_min or other.last_max < self.first_min:
            return False
        return verdict(self.relations(other), SHARING)

    def relations(self, other: Extent) -> frozenset[Allen]:
        """Every relation in which the two may stand."""
        if self.is_known and other.is_known:
            return frozenset((relation(*self.possible, *other.possible),))
        known = _differences(self, other)
        return frozenset(one for one, rules in _RULES.items() if _holds(known, rules))

    @property
    def is_known(self) -> bool:
        """Whether both ends are known, or open."""
        return self.first_min == self.first_max and self.last_min == self.last_max


def verdict(possible: AbstractSet[Allen], wanted: AbstractSet[Allen]) -> bool | None:
    """Whether the relation is one of ``wanted``, if that can be known."""
    if possible <= wanted:
        return True
    return None if possible & wanted else False


# Difference constraints. The unknowns are the zero point and, for each of the two periods, its
# first day and the day after its last. ``table[i][j]`` is the most that j - i can be; a set of
# such rules can be met by whole numbers exactly if no cycle of them has a negative sum.
_ZERO, _FIRST, _NEXT, _OTHER_FIRST, _OTHER_NEXT = range(5)

_Rule = tuple[int, int, int]


def _less(i: int, j: int) -> list[_Rule]:
    return [(j, i, -1)]


def _same(i: int, j: int) -> list[_Rule]:
    return [(i, j, 0), (j, i, 0)]


_A: Final = (_FIRST, _NEXT)
_B: Final = (_OTHER_FIRST, _OTHER_NEXT)


def _rules(a: tuple[int, int], b: tuple[int, int]) -> Iterator[list[_Rule]]:
    """The answers to the first six relations of a to b, in the order of `Allen`."""
    yield _less(a[1], b[0])
    yield _same(a[1], b[0])
    yield _less(a[0], b[0]) + _less(b[0], a[1]) + _less(a[1], b[1])
    yield _same(a[0], b[0]) + _less(a[1], b[1])
    yield _less(b[0], a[0]) + _less(a[1], b[1])
    yield _less(b[0], a[0]) + _same(a[1], b[1])


_RULES: Final[dict[Allen, list[_Rule]]] = {
    **dict(zip(_ORDER, _rules(_A, _B), strict=False)),
    Allen.EQUALS: _same(_FIRST, _OTHER_FIRST) + _same(_NEXT, _OTHER_NEXT),
    **dict(zip(reversed(_ORDER), _rules(_B, _A), strict=False)),
}


def _differences(a: Extent, b: Extent) -> list[list[int]]:
    """The table of what is known of two extents, closed under consequence."""
    table = [[0 if i == j else 4 * FOREVER for j in range(5)] for i in range(5)]
    for extent, first, after in ((a, _FIRST, _NEXT), (b, _OTHER_FIRST, _OTHER_NEXT)):
        table[_ZERO][first], table[first][_ZERO] = extent.first_max, -extent.first_min
        table[_ZERO][after], table[after][_ZERO] = extent.last_max + 1, -extent.last_min - 1
        table[first][after], table[after][first] = extent.longest + 1, -extent.shortest - 1
    for by in range(5):
        for row in table:
            _shorten(row, row[by], table[by])
    return table


def _shorten(row: list[int], most: int, beyond: list[int]) -> None:
    """The bounds for a row that follow from a difference and the row that lies beyond it."""
    for j, further in enumerate(beyond):
        if most + further < row[j]:  # noqa: PLR1730 - calls of min would take three times as long
            row[j] = most + further


def _holds(known: list[list[int]], rules: list[_Rule]) -> bool:
    """Whether further rules can be met together with what is known."""
    if any(most + known[j][i] < 0 for i, j, most in rules):
        return False
    if len(rules) == 1:
        return True
    table = [row.copy() for row in known]
    for i, j, most in rules:
        if most + table[j][i] < 0:
            return False
        for row in table:
            _shorten(row, row[i] + most, table[j])
    return True
