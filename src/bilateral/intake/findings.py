"""What was read from a list, how surely, and from where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import attrs

from bilateral.coercion import Typed
from bilateral.errors import AmbiguousText, UnreadText
from bilateral.problems import Problem, ValidationError

__all__ = ["Finding", "Reading", "attempt"]

T = TypeVar("T")


@attrs.frozen
class Reading(Generic[T]):
    """One reading of a text.

    ``value`` is what it most likely says, `None` where nothing is known; ``readings`` are the
    ways in which it may be meant, in words, if there are several; ``problem`` says what is not
    certain or not understood.
    """

    value: T | None = None
    problem: Problem | None = None
    readings: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether there is a value, and nothing to ask."""
        return self.value is not None and self.problem is None


@attrs.frozen(repr=False)
class Finding(Typed):
    r"""The reading of one cell of a list, or of a part of a title.

    ``field`` is the field, ``column`` the header of the column that it comes from, ``text`` what
    stands there, ``value`` what that was read as. A ``problem`` says what is not certain;
    ``readings`` are other ways to read it. ``is_taken`` tells whether the value is in the
    dossier.

    >>> import bilateral as bl
    >>> [row] = bl.read_list(
    ...     "Memorandum über Handel zwischen Belarus und Usbekistan\n", "de"
    ... ).review
    >>> [finding.field for finding in row.findings]
    ['kind', 'sides', 'sectors']
    """

    field: str
    column: str
    text: str
    value: Any = None
    problem: Problem | None = None
    readings: tuple[str, ...] = ()
    is_taken: bool = False

    @property
    def is_certain(self) -> bool:
        """True if there is a value, and nothing to ask.

        >>> Finding("signed", "Дата", "5.11.2025", "2025-11-05").is_certain
        True
        """
        return self.value is not None and self.problem is None


def attempt(read: Callable[[], T | None]) -> Reading[T]:
    """What a function reads from words, or why it cannot."""
    try:
        return Reading(read())
    except AmbiguousText as error:
        readings = tuple(map(str, error.readings))
        details = {"readings": " / ".join(readings)}
        return Reading(None, Problem("ambiguous-text", (), error.value, details=details), readings)
    except UnreadText as error:
        return Reading(
            None, Problem("unreadable-clause", (), ", ".join(error.rest or (error.value,)))
        )
    except ValidationError as error:
        return Reading(None, error.problems[0])
