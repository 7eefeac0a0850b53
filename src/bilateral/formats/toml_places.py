"""The places of the values in a TOML text, line by line: the library of Python does not say.

Headers, keys, and the items of arrays over several lines are found; what stands within one
line has the place of the nearest of these.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bilateral.coercion import is_mapping
from bilateral.wire.documents import Path, Place, Places

__all__ = ["bare_lines", "places_in"]

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_KEY = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_KEY})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_KEY})\s*=")
# What begins a string or comment, and what is the rest of each, in one step through the text.
_MARK = re.compile(r"""\"{3}|'{3}|"|'|\#""")
_REST = {
    '"': re.compile(r'(?:\\.|[^"\\])*+"'),
    "'": re.compile(r"[^']*+'"),
    '"""': re.compile(r'(?:\\.|[^\\])*?"{3,5}'),
    "'''": re.compile(r".*?'{3,5}"),
}


def places_in(text: str, depth: int) -> Places:
    """The places in a text that is good TOML, as far as its values are no deeper than that."""
    finder = _Finder(depth)
    for number, line in enumerate(text.split("\n"), 1):
        finder.line(number, line)
    return finder.places


def bare_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text by their numbers, without strings and comments."""
    finder = _Finder(0)
    return ((n, finder.without_strings(line)) for n, line in enumerate(text.split("\n"), 1))


class _Finder:
    def __init__(self, depth: int) -> None:
        self._deepest = depth
        self.places: Places = {(): Place(1, 1)}
        self._table: Path = ()
        self._array: Path = ()
        self._counts: Counter[Path] = Counter()
        self._depth = 0
        self._open = ""

    def line(self, number: int, line: str) -> None:
        """Look at the next line."""
        place = Place(number, len(line) - len(line.lstrip()) + 1)
        continues = bool(self._open)
        bare = self.without_strings(line)
        if self._depth == 0 and not continues:
            self._begin(line, place)
        elif self._depth == 1 and not continues and bare.strip(" \t\r],") and self._array:
            self._note((*self._array, self._counts[self._array]), place)
            self._counts[self._array] += 1
        self._depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")

    def _begin(self, line: str, place: Place) -> None:
        if header := _HEADER.match(line):
            self._table = self._resolved(_names(header[2]))
            if header[1] == "[[":
                self._counts[self._table] += 1
                self._note(self._table, place)
                self._table = (*self._table, self._counts[self._table] - 1)
            self._note(self._table, place)
        elif assignment := _ASSIGNMENT.match(line):
            self._array = (*self._table, *_names(assignment[1]))
            self._note(self._array, place)

    def _resolved(self, names: list[str]) -> Path:
        """A name of a table, with the number of the last item of each array in it."""
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if self._counts[path]:
                path = (*path, self._counts[path] - 1)
        return (*path, names[-1])

    def _note(self, path: Path, place: Place) -> None:
        for length in range(1, min(len(path), self._deepest) + 1):
            self.places.setdefault(path[:length], place)

    def without_strings(self, line: str) -> str:
        """The line without its strings, which may go over several lines, and comments."""
        bare, here = "", 0
        while True:
            if not self._open:
                mark = _MARK.search(line, here)
                bare += line[here : mark.start() if mark else None]
                if mark is None or mark.group() == "#":
                    return bare
                self._open, here = mark.group(), mark.end()
            rest = _REST[self._open].match(line, here)
            if rest is None:
                # Only those with three signs go on; of others, a good text has the end.
                self._open = self._open if len(self._open) > 1 else ""
                return bare
            self._open, here = "", rest.end()


def _names(key: str) -> list[str]:
    """The parts of a dotted key."""
    names: list[str] = []
    data: Any = tomllib.loads(f"{key} = 0")
    while is_mapping(data):
        ((name, data),) = data.items()
        names.append(name)
    return names
