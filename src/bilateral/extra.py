"""Extension data under namespaced keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import Any, cast

from bilateral.coercion import WHOLE_NUMBERS, is_mapping, soft, text_problems
from bilateral.frozen import Frozen
from bilateral.interchange import Exchanged
from bilateral.problems import Problem, ValidationError, wrong_type_problem

__all__ = ["NOTHING", "JsonMapping", "extra", "plain", "same"]

KEY_PATTERN = r"[a-z][a-z0-9_.-]*:\S+"
_DEEPEST = 50


class JsonMapping(Exchanged, Frozen, Mapping[str, Any]):
    """An immutable and hashable mapping of JSON values; a list in it is a tuple.

    Raises `ValidationError`: ``wrong-type``, ``invalid-text``, ``number-out-of-range`` (whole
    numbers have 64 bits, others are finite), ``too-deep``.

    >>> JsonMapping({"a": [1, {"b": None}]})
    JsonMapping({'a': [1, {'b': None}]})
    """

    __slots__ = ("_hash", "_items")

    _items: dict[str, Any]
    _hash: int | None

    def __init__(self, items: Mapping[str, Any]) -> None:
        if not is_mapping(items):
            raise ValidationError([wrong_type_problem("mapping", items)])
        problems: list[Problem] = []
        values = _frozen_items(items, (), problems)
        if problems:
            raise ValidationError(problems)
        object.__setattr__(self, "_items", values)
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, JsonMapping):
            return same(self._items, other._items)
        return NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._items.items())))
        return self._hash  # type: ignore[return-value]

    def __reduce__(self) -> tuple[Any, ...]:
        return JsonMapping, (self._items,)

    def __repr__(self) -> str:
        return f"JsonMapping({plain(self)!r})"


def _frozen_items(
    items: Mapping[Any, Any], path: tuple[str | int, ...], problems: list[Problem]
) -> dict[str, Any]:
    for key in items:
        if type(key) is str:
            problems += [problem.at(*path, key) for problem in text_problems(key)]
        else:
            problems.append(Problem("invalid-key", path, key))
    return {key: _frozen(value, (*path, key), problems) for key, value in items.items()}


def _frozen(value: Any, path: tuple[str | int, ...], problems: list[Problem]) -> Any:
    kind = value.__class__
    if value is None or kind is bool or kind is JsonMapping:
        return value
    if kind is str:
        problems += [problem.at(*path) for problem in text_problems(value)]
    elif kind is int or kind is float:
        if not (value in WHOLE_NUMBERS if kind is int else isfinite(value)):
            problems.append(Problem("number-out-of-range", path, value))
    elif isinstance(value, float):
        # One that remembers how it was written.
        return _frozen(float(value), path, problems)
    elif len(path) > _DEEPEST:
        problems.append(Problem("too-deep", path, details={"limit": _DEEPEST}))
    elif is_mapping(value):
        made = object.__new__(JsonMapping)
        object.__setattr__(made, "_items", _frozen_items(value, path, problems))
        object.__setattr__(made, "_hash", None)
        return made
    elif kind is list or kind is tuple:
        items = cast("Iterable[Any]", value)
        return tuple(_frozen(item, (*path, i), problems) for i, item in enumerate(items))
    else:
        problems.append(wrong_type_problem("json", value).at(*path))
    return value


#: The private data of every record that has none.
NOTHING = JsonMapping({})


def extra(value: Mapping[str, Any]) -> JsonMapping:
    """Converter for the private data of a record.

    Its keys have a namespace, ``org:key``, so that those of different users cannot meet
    (``invalid-extra-key``).
    """
    return NOTHING if value is NOTHING else soft(_extra, value)


def _extra(value: object) -> JsonMapping:
    if not is_mapping(value):
        raise ValidationError([wrong_type_problem("mapping", value)])
    if not value:
        return NOTHING
    fits = re.compile(KEY_PATTERN, re.ASCII).fullmatch
    wrong = [key for key in value if type(key) is str and not fits(key)]
    if wrong:
        raise ValidationError(Problem("invalid-extra-key", (key,), key) for key in wrong)
    return value if isinstance(value, JsonMapping) else JsonMapping(value)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal: to Python 1 is True, but not to JSON.

    Numbers are equal by their value, 1 and 1.0 too, as JSON Schema has it.

    >>> same([1], [1.0]), same([1], [True])
    (True, False)
    """
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if is_mapping(one) and is_mapping(other):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        items, others = cast("Sequence[Any]", one), cast("Sequence[Any]", other)
        return len(items) == len(others) and all(map(same, items, others))
    return bool(one == other)


def plain(value: Any) -> Any:
    """A value of the private data as JSON has it: mappings and lists."""
    if type(value) is JsonMapping:
        return {key: plain(item) for key, item in value.items()}
    if type(value) is tuple:
        return [plain(item) for item in cast("Iterable[Any]", value)]
    return value
