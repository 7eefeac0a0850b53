"""Between plain data (what JSON can hold) and the model, as the classes describe it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from bilateral.coercion import Rejected, unknown, wrong_type
from bilateral.dossiers import TABLES, Dossier
from bilateral.errors import Problem, ValidationError
from bilateral.extra import plain
from bilateral.schema import (
    Coded,
    Items,
    Json,
    NameByLanguage,
    Parsed,
    Record,
    Reference,
    Shape,
    fields_of,
    key_of,
    shorthand_of,
)
from bilateral.sectors import Sector

__all__ = ["VERSION", "read_dossier", "read_record", "write_dossier", "write_record"]

VERSION = "1"
_VERSION_FIELD = "bilateral"
_LONGEST_CHAIN = 100


# --- reading ---------------------------------------------------------------------------------


def read_dossier(data: object) -> Dossier:
    """The dossier that plain data describe; `ValidationError` with every problem in them."""
    if not isinstance(data, Mapping):
        raise ValidationError(wrong_type("mapping", data).problems)
    fields = dict(data)
    problems = list(_version_problems(fields.pop(_VERSION_FIELD, None)))
    reader = _Reader(fields)
    fields.update({name: reader.table(name) for name in TABLES.values() if name in fields})
    result = reader.record(Dossier, fields)
    problems += reader.problems
    if type(result) is Rejected:
        raise ValidationError([*problems, *result.problems])
    if problems:
        raise ValidationError(problems)
    return result  # type: ignore[no-any-return]


def read_record(kind: type, data: object) -> Any:
    """A record of a class that stands alone: what it refers to is written out inside it."""
    result = _Reader({}).record(kind, data)
    if type(result) is Rejected:
        raise ValidationError(result.problems)
    return result


def _version_problems(version: object) -> Iterable[Problem]:
    details = {"expected": VERSION}
    if version is None:
        yield Problem("no-version", (_VERSION_FIELD,), None, details=details)
    elif version != VERSION:
        yield Problem("unsupported-version", (_VERSION_FIELD,), version, details=details)


class _Reader:
    """Reads the tables of one dossier; a record is read when something first refers to it."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.problems: list[Problem] = []
        self._kinds = {name: kind for kind, name in TABLES.items()}
        self._raw = {name: fields.get(name) for name in self._kinds}
        self._index = {
            name: _index(raw, key_of(self._kinds[name])) for name, raw in self._raw.items()
        }
        self._done: dict[tuple[str, int], Any] = {}
        self._under_way: list[tuple[str, int]] = []

    def table(self, name: str) -> Any:
        """The records of a table; those in error become empty, their problems are kept."""
        raw = self._raw[name]
        if not isinstance(raw, list):
            return raw
        return [self._entry(name, index) for index in range(len(raw))]

    def _entry(self, name: str, index: int) -> Any:
        place = name, index
        if place not in self._done:
            self._under_way.append(place)
            result = self.record(self._kinds[name], self._raw[name][index])  # type: ignore[index]
            self._under_way.pop()
            if type(result) is Rejected:
                self.problems += [problem.at(*place) for problem in result.problems]
                result = Rejected(())
            self._done[place] = result
        return self._done[place]

    def record(self, kind: type, data: object) -> Any:
        """A record of a class, or a `Rejected` with all its problems."""
        if type(data) in (kind, Rejected):
            return data
        if not isinstance(data, Mapping):
            return self._short_record(kind, data)
        fields = {field.name: field for field in fields_of(kind)}
        problems = [
            unknown("unknown-field", key, fields).at(str(key)) for key in data if key not in fields
        ]
        values = {
            name: self._value(field.shape, data[name]) if name in data else _missing()
            for name, field in fields.items()
            if name in data or field.required
        }
        return _build(kind, values, problems)

    def _short_record(self, kind: type, data: object) -> Any:
        short = shorthand_of(kind)
        if short is None:
            return wrong_type("mapping", data)
        (shape,) = (field.shape for field in fields_of(kind) if field.name == short)
        result = _build(kind, {short: self._value(shape, data)}, [])
        if type(result) is Rejected:
            return Rejected([_without_step(problem, short) for problem in result.problems])
        return result

    def _value(self, shape: Shape, data: Any) -> Any:
        match shape:
            case Items(of) if isinstance(data, list):
                return [self._value(of, item) for item in data]
            case NameByLanguage(of) if isinstance(data, Mapping):
                return {tag: self._value(of, item) for tag, item in data.items()}
            case Record(kind):
                return self.record(kind, data)
            case Reference(kind, table):
                return self._referred(kind, table, data)
        # The constructors check the rest, and refuse what has the wrong type.
        return data

    def _referred(self, kind: type, table: str, data: object) -> Any:
        if isinstance(data, (Mapping, Rejected)):
            return self.record(kind, data)
        index = self._index[table].get(data) if isinstance(data, str) else None
        if index is not None:
            return self._follow(table, index, data)
        if kind is Sector and isinstance(data, str):
            result = _build(Sector, {"code": data}, [])
            if type(result) is Rejected:
                return Rejected([_without_step(problem, "code") for problem in result.problems])
            return result
        problem = unknown("unresolved", data, self._index[table])
        return Rejected([attrs.evolve(problem, details={**problem.details, "table": table})])

    def _follow(self, table: str, index: int, key: object) -> Any:
        if (table, index) in self._under_way:
            return Rejected([Problem("cycle", (), key)])
        if len(self._under_way) > _LONGEST_CHAIN:
            return Rejected([Problem("too-deep", (), key, details={"limit": _LONGEST_CHAIN})])
        return self._entry(table, index)


def _index(raw: object, key: str) -> dict[object, int]:
    """Where in a table each id stands first."""
    found: dict[object, int] = {}
    for index, record in enumerate(raw if isinstance(raw, list) else ()):
        code = record.get(key) if isinstance(record, Mapping) else None
        if isinstance(code, str):
            found.setdefault(code, index)
    return found


def _missing() -> Rejected:
    return Rejected([Problem("missing-field")])


def _build(kind: type, values: Mapping[str, Any], problems: list[Problem]) -> Any:
    try:
        record = kind(**values)
    except ValidationError as error:
        return Rejected([*problems, *error.problems])
    return Rejected(problems) if problems else record


def _without_step(problem: Problem, step: str) -> Problem:
    path = problem.path
    return attrs.evolve(problem, path=path[1:]) if path[:1] == (step,) else problem


# --- writing ---------------------------------------------------------------------------------


def write_dossier(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain data, every record once and ids where others refer to it."""
    return {_VERSION_FIELD: VERSION, **write_record(dossier)}


def write_record(record: Any, *, alone: bool = False) -> Any:
    """A record as plain data: fields that have their default are left out.

    What it refers to is written as ids or, if it stands ``alone``, in full.
    """
    kind = type(record)
    values = {
        field.name: _write(field.shape, value, alone)
        for field in fields_of(kind)
        if (value := getattr(record, field.name)) != field.default
    }
    short = shorthand_of(kind)
    return values[short] if short and values.keys() == {short} else values


def _write(shape: Shape, value: Any, alone: bool) -> Any:  # noqa: FBT001, PLR0911
    match shape:
        case Items(of):
            return [_write(of, item, alone) for item in value]
        case NameByLanguage():
            return {tag: write_record(phrase) for tag, phrase in value.items()}
        case Record():
            return write_record(value, alone=alone)
        case Reference(kind) if alone and not (kind is Sector and value.is_built_in):
            return write_record(value, alone=True)
        case Reference(kind):
            return getattr(value, key_of(kind))
        case Json():
            return plain(value)
        case Coded():
            return value.value
        case Parsed():
            return str(value)
    return value
