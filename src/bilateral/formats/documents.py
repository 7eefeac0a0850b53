"""What every reader of text returns: the plain data, and where each value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from bilateral.errors import Problem

__all__ = ["DEEPEST", "Document", "Place", "Places"]

Place = tuple[int, int]
Places = dict[tuple[str | int, ...], Place]

DEEPEST = 100


@attrs.frozen
class Document:
    """Plain data with a way to find the line and column (from 1) of a path in the text."""

    data: Any
    places: Callable[[], Places]

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems with their places, in the order of the text."""
        places = self.places()
        return sorted(
            (_located(problem, places) for problem in problems),
            key=lambda problem: (problem.line or 0, problem.column or 0),
        )


def _located(problem: Problem, places: Places) -> Problem:
    if problem.line is not None:
        return problem
    path = problem.path
    while path not in places and path:
        path = path[:-1]
    line, column = places.get(path, (None, None))
    return attrs.evolve(problem, line=line, column=column)
