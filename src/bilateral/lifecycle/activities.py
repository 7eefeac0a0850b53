"""The documents that are applied on a day, of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bilateral.agreements import Agreement
from bilateral.lifecycle.patterns import Patterns
from bilateral.rowsets import DailyRows

__all__ = ["activities_of"]


def activities_of(
    agreements: Sequence[Agreement], patterns: Patterns
) -> tuple[DailyRows, DailyRows]:
    """The rows of those that are applied on a day, and of those of which that is not known."""
    before: dict[bool | None, list[int]] = {True: [], None: [], False: []}
    changes: dict[bool | None, defaultdict[int, list[int]]] = {
        answer: defaultdict(list) for answer in before
    }
    for row, agreement in enumerate(agreements):
        days, answers = patterns.activity(agreement)
        was = answers[0]
        before[was].append(row)
        for day, answer in zip(days, answers[1:], strict=True):
            changes[was][day].append(row)
            changes[answer][day].append(row)
            was = answer
    size = len(agreements)
    active, undecided = (DailyRows(size, before[one], changes[one]) for one in (True, None))
    return active, undecided
