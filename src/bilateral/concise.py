"""Values as one short line of code, which leaves out what need not be said."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

__all__ = ["LONG_MAPPING", "Concise", "brief", "counted"]

_MOST_ITEMS = 6
_MOST_CHARACTERS = 80
LONG_MAPPING = "{…}"


class Concise:
    """The base of what has a shorter form within the code of another value."""

    __slots__ = ()

    @abstractmethod
    def _brief(self) -> str:
        """Code for what a field of another class takes in its place."""


def brief(value: Any) -> str:
    """A value within another one, as short code.

    >>> brief(("BY", {"en": "x" * 100}))
    "['BY', {…}]"
    """
    if isinstance(value, Concise):
        return value._brief()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if isinstance(value, str):
        # Of a member of an enumeration this is its code.
        long = len(value) > _MOST_CHARACTERS
        return repr(f"{value[: _MOST_CHARACTERS - 1]}…" if long else str(value))
    # Not by `isinstance`: a named tuple has a form of its own.
    kind = value.__class__
    if kind in (list, tuple):
        return f"[{_few(map(brief, value))}]"
    if kind is frozenset and value:
        return f"{{{_few(sorted(map(brief, value)))}}}"
    if issubclass(kind, Mapping):
        text = ", ".join(f"{key!r}: {brief(item)}" for key, item in value.items())
        return f"{{{text}}}" if len(text) <= _MOST_CHARACTERS else LONG_MAPPING
    return repr(value)


def _few(texts: Iterable[str]) -> str:
    first = [*islice(texts, _MOST_ITEMS + 1)]
    return ", ".join([*first[:_MOST_ITEMS], "…"] if len(first) > _MOST_ITEMS else first)


def counted(number: int, noun: str) -> str:
    """A number with an English noun.

    >>> counted(1, "official"), counted(9, "partner")
    ('1 official', '9 partners')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
