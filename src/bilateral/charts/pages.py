"""A page of agreements, where there are more than a chart holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bilateral.agreements import Agreement
from bilateral.charts.scope import Scope
from bilateral.dates.intervals import SOMETIME
from bilateral.lifecycle.deadlines import next_deadline
from bilateral.problems import Problem, ValidationError
from bilateral.showing import count_of

__all__ = ["Page", "page_of"]


class Page(NamedTuple):
    """Some agreements, what to say of the others, and how many pages there are."""

    agreements: Sequence[Agreement]
    notes: Sequence[str]
    pages: int


def page_of(scope: Scope, most: int, page: int) -> Page:
    """A page of at most so many agreements, those with the nearest deadlines first.

    Raises `ValidationError`: ``wrong-type``, ``negative-count``, ``unknown-choice``.
    """
    some, number = max(count_of(most), 1), count_of(page)
    total = len(scope.agreements)
    pages = max(-(-total // some), 1)
    if not 1 <= number <= pages:
        choices = f"1–{pages}" if pages > 1 else "1"
        details = {"choices": choices}
        raise ValidationError([Problem("unknown-choice", ("page",), number, details=details)])
    if pages == 1:
        return Page(scope.agreements, [scope.counted(total)], 1)
    first = (number - 1) * some
    shown = sorted(scope.agreements, key=lambda one: _urgency(one, scope))[first : first + some]
    note = scope.some("agreements", range(first, first + len(shown)), total, "chart.order")
    return Page(shown, [note], pages)


def _urgency(agreement: Agreement, scope: Scope) -> tuple[int, str]:
    following = next_deadline(agreement, scope.day, scope.successors)
    return following.when.earliest if following else SOMETIME, agreement.id
