"""Documents as every reader of a format returns them: plain data, and where each value is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from bilateral.coercion import is_list, is_mapping
from bilateral.problems import Problem, ValidationError, wrong_type_problem

__all__ = ["Document", "Limits", "Path", "Place", "Places", "flagged", "too_deep"]

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Line and column (from 1) in a text, or row and column in a ``sheet`` or file of a folder."""

    line: int
    column: int
    sheet: str | None = None


Places = dict[Path, Place]


def _readable_digits(digits: int) -> int:
    return min(digits, sys.get_int_max_str_digits() or digits) if type(digits) is int else digits


@attrs.frozen
class Limits:
    """The most that an input may cost; beyond that it is refused.

    ``size`` is that of the content in bytes, expanded if it is compressed; ``expansion`` how
    many times larger than its file a compressed one may become, beyond 100 kB; ``depth`` how
    many mappings and lists may be nested; ``growth`` how many times larger than its
    text a document may become by aliases; ``digits`` the length of a number, which Python
    limits, too (``sys.get_int_max_str_digits``); ``cells`` how many a workbook may have.

    >>> import bilateral as bl
    >>> bl.loads('{"bilateral": "1"}', limits=bl.Limits(size=10))
    Traceback (most recent call last):
        ...
    bilateral.problems.ValidationError: The document is too large (limit: 10). [too-large]
    """

    size: int = attrs.field(default=2**30, kw_only=True)
    expansion: int = attrs.field(default=100, kw_only=True)
    depth: int = attrs.field(default=100, kw_only=True)
    growth: int = attrs.field(default=10, kw_only=True)
    digits: int = attrs.field(default=1000, converter=_readable_digits, kw_only=True)
    cells: int = attrs.field(default=10_000_000, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        for name, value in attrs.asdict(self).items():
            if type(value) is not int:
                problems.append(wrong_type_problem("integer", value).at(name))
            elif value < 0:
                problems.append(Problem("negative-count", (name,), value))
        if problems:
            raise ValidationError(problems)


# Characters that turn the direction of writing, so that a name is shown as another: in UTF-8,
# and as the escapes of JSON, YAML and TOML; by the byte that each begins with, for which a
# search is fast.
_TURNS = {
    b"\xe2": re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])"),
    b"\\": re.compile(rb"\\u20(?:2[a-eA-E]|6[6-9])"),
}


def flagged(content: bytes) -> Iterator[Problem]:
    """The places in a content that its reader may be deceived by (``turned-text``)."""
    turns = [turn for start, turn in _TURNS.items() if start in content]
    for turn in turns:
        here, line, column = 0, 1, 1
        for match in turn.finditer(content):
            _, newline, before = content[here : match.start()].rpartition(b"\n")
            line += content.count(b"\n", here, match.start())
            column = (1 if newline else column) + len(before.decode(errors="replace"))
            here = match.start()
            yield Problem("turned-text", (), match.group().decode(), line=line, column=column)


def too_deep(data: Any, depth: int) -> Path | None:
    """The way to a mapping or list that stands within so many others, if there is one.

    >>> too_deep({"a": [[]]}, 3), too_deep({"a": [[]]}, 2)
    (None, ('a', 0))
    """
    steps: list[Any] = []
    within = [_containers([data])]
    while within:
        step, value = next(within[-1], (None, None))
        if value is None:
            within.pop()
            del steps[-1:]
            continue
        steps.append(step)
        if len(within) > depth:
            return tuple(steps[1:])
        within.append(_containers(value))
    return None


def _containers(value: Any) -> Iterator[tuple[Any, Any]]:
    steps: Iterable[Any] = value if is_mapping(value) else range(len(value))
    return (
        (step, value[step]) for step in steps if is_mapping(value[step]) or is_list(value[step])
    )


def _nowhere() -> Places:
    return {}


@attrs.frozen
class Document:
    """Plain data with a way to find the place of a path in what was read.

    ``problems`` are those that the reader of the format found itself, ``left_out`` those of
    what is not among the data, ``notices`` what is none but worth knowing; ``hint`` may know
    what was meant in the place of a problem that has no hint.
    """

    data: Any
    places: Callable[[], Places] = _nowhere
    problems: tuple[Problem, ...] = ()
    hint: Callable[[Problem], str | None] | None = None
    notices: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = attrs.field(default=(), kw_only=True)

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems with their places, in the order of the input."""
        places = self.places()
        order = {place.sheet: number for number, place in enumerate(reversed(places.values()))}
        return sorted(
            (_located(self._hinted(problem), places) for problem in problems),
            key=lambda one: (-order.get(one.sheet, 0), one.line or 0, one.column or 0),
        )

    def _hinted(self, problem: Problem) -> Problem:
        hint = self.hint
        if hint is None or problem.line is not None:
            return problem
        return attrs.evolve(problem, hint=lambda: problem.hint or hint(problem))


def _located(problem: Problem, places: Places) -> Problem:
    if problem.line is not None:
        return problem
    path = problem.path
    while path not in places and path:
        path = path[:-1]
    line, column, sheet = places.get(path, (None, None, None))
    return attrs.evolve(problem, line=line, column=column, sheet=sheet)
