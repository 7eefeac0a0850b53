"""The deadlines of many documents by day."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from bilateral import clock
from bilateral.agreements import Agreement
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.lifecycle.deadlines import (
    Deadline,
    deadlines_in,
    in_order,
    is_settled,
    is_within,
    undisputed,
)
from bilateral.lifecycle.patterns import Patterns
from bilateral.rowsets import ByDay, marks_of
from bilateral.terms.deadlines import DeadlineKind

__all__ = ["Calendar"]

_KINDS: Final = tuple(DeadlineKind)
_NUMBERS: Final = {kind: number for number, kind in enumerate(_KINDS)}
_WINDOW: Final = UncertainDay(1, 1)
# An answer is kept for who asks the same again, unless it is a large part of all there is.
_SMALL_PART: Final = 4


class Calendar:
    """The deadlines of documents by day, but for those that depend on when one asks.

    A deadline on one day that nobody disputes is kept as the number of its row, by day and kind;
    others are kept as they are. What renews itself, and what a side can leave, has deadlines
    without end: they are worked out for each window, as are those that depend on today.
    """

    def __init__(self, agreements: Sequence[Agreement], patterns: Patterns) -> None:
        # A table asks of each row whether it is an id.
        self._agreements = [*agreements]
        self._patterns = patterns
        self._answer: tuple[object, tuple[Deadline, ...]] = None, ()
        self._moving = array("I")
        plain: defaultdict[int, list[int]] = defaultdict(list)
        others: list[tuple[int, int, Deadline]] = []
        for row, agreement in enumerate(agreements):
            found = patterns.of(agreement)
            if found is not None:
                pattern, order = found
                for kind, first, last, before in pattern.deadlines:
                    if first == last:
                        plain[_key(order[first] - before, kind)].append(row)
                    else:
                        when = UncertainDay(order[first] - before, order[last] - before)
                        others.append((when.latest, row, Deadline(kind, agreement, when)))
                continue
            life = patterns.life(agreement)
            if not is_settled(life, patterns.successors_of(agreement)):
                self._moving.append(row)
                continue
            others += [(one.when.latest, row, one) for one in deadlines_in(life, _WINDOW)]
        ids = [one.id for one in agreements]
        for rows in plain.values():
            rows.sort(key=ids.__getitem__)
        self._plain = ByDay(plain)
        others.sort(key=lambda one: one[0])
        self._latest = [latest for latest, _, _ in others]
        self._others = [(row, one) for _, row, one in others]

    def all(self, window: UncertainDay) -> tuple[Deadline, ...]:
        """All deadlines in a window, in order."""
        # What depends on today is another answer tomorrow.
        asked = window, clock.today()
        if self._answer[0] == asked:
            return self._answer[1]
        found = self._between(window, None)
        if len(found) * _SMALL_PART <= len(self._agreements):
            self._answer = asked, found
        return found

    def among(self, rows: int, window: UncertainDay) -> tuple[Deadline, ...]:
        """Those of some rows."""
        return self._between(window, marks_of(rows, len(self._agreements)))

    def _between(self, window: UncertainDay, marks: bytes | None) -> tuple[Deadline, ...]:
        found: list[Deadline] = []
        agreements = self._agreements
        for key, rows in self._plain.between(
            _key(window.earliest, _KINDS[0]), _key(window.latest, _KINDS[-1])
        ):
            day, number = divmod(key, len(_KINDS))
            kind, when = _KINDS[number], UncertainDay(day, day)
            some = compress(rows, map(marks.__getitem__, rows)) if marks else rows
            found += undisputed(kind, map(agreements.__getitem__, some), when)
        more = [*self._others_in(window, marks), *self._moving_in(window, marks)]
        return in_order([*found, *more]) if more else tuple(found)

    def _others_in(self, window: UncertainDay, marks: bytes | None) -> Iterator[Deadline]:
        for row, one in self._others[bisect_left(self._latest, window.earliest) :]:
            if is_within(one.when, window) and (not marks or marks[row]):
                yield one

    def _moving_in(self, window: UncertainDay, marks: bytes | None) -> Iterator[Deadline]:
        for row in self._moving:
            if not marks or marks[row]:
                life = self._patterns.life(self._agreements[row])
                yield from (
                    one for one in deadlines_in(life, window) if is_within(one.when, window)
                )


def _key(day: int, kind: DeadlineKind) -> int:
    return day * len(_KINDS) + _NUMBERS[kind]
