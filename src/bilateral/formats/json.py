"""JSON, strictly (RFC 8259): a name once an object, no NaN, and a place for every value."""

from __future__ import annotations

import json
import json.decoder
import re
from bisect import bisect_right
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from bilateral.dossiers import Dossier
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits, Path, Place, Places
from bilateral.wire.fast.writers import write_document
from bilateral.wire.records import read_directly, write_dossier

__all__ = ["read", "read_directly", "write"]

# The text of a string literal and the index after it, from the index after its first quote.
scanstring: Callable[[str, int], tuple[str, int]] = getattr(json.decoder, "scanstring")  # noqa: B009 - the stubs do not have it

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_INSIDE = {"[": 1, "{": 1, "]": -1, "}": -1}
_WORD = re.compile(r"[^\s,\]}]*")


def write(dossier: Dossier) -> str:
    """A dossier as JSON text, indented, with the fields in the order of the classes."""
    # The encoder of the standard library is slow where it indents.
    with suppress(ImportError):
        from msgspec.json import format as indented

        return indented(write_document(dossier), indent=2) + "\n"
    return json.dumps(write_dossier(dossier), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read(text: str, limits: Limits) -> Document:
    """The plain data in a JSON text; `ValidationError` where it is not good JSON."""
    try:
        data = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=lambda digits: _integer(digits, limits),
        )
    except json.JSONDecodeError as error:
        raise ValidationError([_syntax_problem(error)]) from None
    except (_Suspicious, RecursionError):
        raise ValidationError(_closer_look(text, limits)) from None
    return Document(data, lambda: _Scanner(text, limits).places)


def _syntax_problem(error: json.JSONDecodeError) -> Problem:
    details = {"reason": error.msg}
    return Problem("syntax", details=details, line=error.lineno, column=error.colno)


def _closer_look(text: str, limits: Limits) -> list[Problem]:
    """All that is wrong with a text in which something was suspicious."""
    try:
        json.loads(text, parse_int=len)
    except json.JSONDecodeError as error:
        # What is not well formed cannot be walked through.
        return [_syntax_problem(error)]
    except RecursionError:
        pass
    return _Scanner(text, limits).problems


class _Suspicious(Exception):  # noqa: N818 - not an error: a sign to look closer
    """Something that the fast parser lets through; the scanner says what and where."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _Suspicious
    return result


def _constant(name: str) -> Any:
    raise _Suspicious(name)


def _integer(digits: str, limits: Limits) -> int:
    if len(digits) > limits.digits:
        raise _Suspicious(digits)
    return int(digits)


class _Scanner:
    """Walks through a well-formed JSON text once more and notes where everything stands."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.places: Places = {}
        self.problems: list[Problem] = []
        self._value(self._skip(0), ())

    def _place(self, index: int) -> Place:
        line = bisect_right(self._lines, index)
        return Place(line, index - self._lines[line - 1] + 1)

    def _skip(self, index: int) -> int:
        match = _SPACE.match(self._text, index)
        return match.end() if match else index

    def _report(self, code: str, index: int, path: Path, value: object) -> None:
        line, column, _ = self._place(index)
        details = {"limit": self._limits.depth}
        self.problems.append(Problem(code, path, value, details=details, line=line, column=column))

    def _value(self, index: int, path: Path) -> int:
        """Note the value that begins at ``index``; returns the index after it."""
        self.places[path] = self._place(index)
        first = self._text[index]
        if first in "[{":
            if len(path) >= self._limits.depth:
                self._report("too-deep", index, path, None)
                return self._end(index)
            return self._members(index, path) if first == "{" else self._items(index, path)
        if first == '"':
            return scanstring(self._text, index + 1)[1]
        match = _WORD.match(self._text, index)
        word = match.group() if match else ""
        if word.lstrip("-") in ("NaN", "Infinity"):
            self._report("not-a-number", index, path, word)
        elif len(word) > self._limits.digits and word.lstrip("-").isdecimal():
            self._report("number-too-long", index, path, None)
        return index + len(word)

    def _end(self, index: int) -> int:
        """The index after a list or mapping, whatever is in it."""
        inside = 0
        for match in _STRING_OR_BRACKET.finditer(self._text, index):
            inside += _INSIDE.get(match.group(), 0)
            if inside == 0:
                return match.end()
        return len(self._text)

    def _items(self, index: int, path: Path) -> int:
        index = self._skip(index + 1)
        number = 0
        while index < len(self._text) and self._text[index] != "]":
            index = self._skip(self._value(index, (*path, number)))
            number += 1
            if self._text[index : index + 1] == ",":
                index = self._skip(index + 1)
        return index + 1

    def _members(self, index: int, path: Path) -> int:
        index = self._skip(index + 1)
        seen: set[str] = set()
        while index < len(self._text) and self._text[index] != "}":
            start = index
            name, index = scanstring(self._text, index + 1)
            if name in seen:
                self._report("duplicate-key", start, (*path, name), name)
            seen.add(name)
            index = self._skip(self._skip(index) + 1)
            index = self._skip(self._value(index, (*path, name)))
            if self._text[index : index + 1] == ",":
                index = self._skip(index + 1)
        return index + 1
