"""Records that refer to other records: what they say themselves, and new ones in old places."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

import attrs

__all__ = ["id_of", "key_of", "own_value", "refers_to", "with_records"]

#: Records by class and id.
Records = Mapping[tuple[type, str], Any]


def key_of(kind: Any) -> str:
    """The field that identifies the records of a table: the first one of their class."""
    return str(kind.__attrs_attrs__[0].name)


def id_of(record: Any) -> str:
    """The id or code of a record that has a table of its own."""
    return str(getattr(record, key_of(record)))


def with_records(values: tuple[Any, ...], new: Records) -> tuple[Any, ...]:
    """Records with others in the places of those that they refer to, at every depth.

    What refers to nothing in ``new`` is the same object afterwards. Raises `ValidationError` if a
    record cannot refer to a new one.
    """
    done: dict[int, Any] = {}

    def renewed(value: Any) -> Any:
        kind: Any = value.__class__
        if kind is tuple:
            after = tuple(map(renewed, value))
            return after if _differ(after, value) else value
        if not attrs.has(kind):
            return value
        if id(value) not in done:
            record = done[id(value)] = new.get((kind, id_of(value)), value)
            done[id(value)] = _with_fields(record, renewed)
        return done[id(value)]

    return tuple(map(renewed, values))


def _with_fields(record: Any, renewed: Callable[[Any], Any]) -> Any:
    before = {
        one.name: getattr(record, one.name) for one in attrs.fields(record.__class__) if one.init
    }
    after = {name: renewed(value) for name, value in before.items()}
    changed = {name: value for name, value in after.items() if value is not before[name]}
    return attrs.evolve(record, **changed) if changed else record


def _differ(some: Iterable[Any], others: Iterable[Any]) -> bool:
    return any(one is not other for one, other in zip(some, others, strict=True))


def own_value(record: Any, kinds: Container[type]) -> Any:
    """What a record says itself: of a record of one of ``kinds`` that it refers to, only the id.

    Two records with the same own value differ, if at all, in what they refer to.
    """

    def inner(value: Any) -> Any:
        kind: Any = value.__class__
        if kind is tuple:
            return tuple(map(inner, value))
        if kind in kinds:
            return kind, id_of(value)
        return own_value(value, kinds) if attrs.has(kind) else value

    fields = (getattr(record, one.name) for one in attrs.fields(record.__class__) if one.init)
    return tuple(map(inner, fields))


def refers_to(record: Any, other: Any, kinds: Container[type]) -> bool:
    """Whether a record names another one itself, and not only through a third one."""
    key = other.__class__, id_of(other)

    def contains(value: Any) -> bool:
        kind: Any = value.__class__
        return value == key or (kind is tuple and any(map(contains, value)))

    return contains(own_value(record, kinds))
