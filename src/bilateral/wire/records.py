"""Between plain data (what JSON can hold) and the model, as the classes describe it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, is_list, is_mapping, unknown, wrong_type
from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import plain
from bilateral.problems import Problem, ValidationError
from bilateral.sectors import Sector
from bilateral.wire.documents import Limits, Path, too_deep
from bilateral.wire.fast.readers import Faulty, Readers
from bilateral.wire.schema import (
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
from bilateral.wire.versions import FIELD, VERSION, is_newer, migrated, no_version

__all__ = [
    "VERSION",
    "DossierReader",
    "read_dossier",
    "read_record",
    "write_dossier",
    "write_record",
]

_DEPTH = Limits().depth
# What stands around each record: the dossier and a table.
_AROUND = 2
_LONGEST_CHAIN = 50
# What is wrong with a record as long as others are not read.
_FOR_NOW = frozenset({"unresolved", "unknown-sector"})
_TABLES = tuple(TABLES.values())
_AGREEMENTS = TABLES[Agreement]
_KINDS = {name: kind for kind, name in TABLES.items()}
_KEYS = {name: key_of(kind) for kind, name in TABLES.items()}


# --- reading ---------------------------------------------------------------------------------


def read_dossier(
    data: object,
    *,
    notices: list[Problem] | None = None,
    skip: bool = False,
    depth: int = _DEPTH,
) -> Dossier:
    """The dossier that plain data describe; `ValidationError` with every problem in them.

    What is nested deeper than ``depth`` (see ``Limits``) is one (``too-deep``).
    What is no error but worth knowing is added to ``notices``: the fields of a newer minor
    version that are not known here. With ``skip`` the problems of single records are, too,
    and those records are left out.
    """
    if not is_mapping(data):
        raise ValidationError(wrong_type("mapping", data).problems)
    fields, version = migrated(data)
    reading = DossierReader(version, skip=skip, depth=depth)
    for name in TABLES.values():
        if is_list(rows := fields.get(name)):
            del fields[name]
            for record in rows:
                reading.add(name, record)
    dossier = reading.dossier(fields)
    if notices is not None:
        notices += reading.notices
    return dossier


def read_struct(struct: Any, text: bytes) -> Dossier | None:
    """The dossier in a Struct (`bilateral.wire.fast.structs`) of a JSON text.

    Nothing, or whatever is raised first, if it needs care.
    """
    fields = {name: value for name in struct.__struct_fields__ if (value := getattr(struct, name))}
    reading = DossierReader()
    readers = reading.readers
    readers.tally.clear()
    rows = {table: fields.get(table, ()) for table in _TABLES}
    for table in _TABLES:
        reading.keep(table, reading.known(table, map(readers.take[table], rows[table])))
    readers.count({**fields, **dict.fromkeys(fields.keys() & _TABLES)})
    if reading.may_be_deep or not readers.tally.is_all_of(text):
        return None
    others = {name: value for name, value in fields.items() if name not in _TABLES}
    return reading.dossier(migrated(others)[0])


def read_record(kind: type, data: object) -> Any:
    """A record of a class that stands alone: what it refers to is written out inside it."""
    result = DossierReader().record(kind, data)
    if type(result) is Rejected:
        raise ValidationError(result.problems)
    return result


class DossierReader:
    """Reads the records of one dossier in any order, each by the fast door if it can.

    A record that refers to a later one, or is in error, waits until all are there. Fields
    that a newer minor version may have are only noticed; with ``skip``, so are records in
    error.
    """

    def __init__(
        self, version: str | None = VERSION, *, skip: bool = False, depth: int = _DEPTH
    ) -> None:
        self.notices: list[Problem] = []
        self._depth = depth
        self._version, self._lenient, self._skip = version, is_newer(version), skip
        self.tables: defaultdict[str, list[Any]] = defaultdict(list)
        self._waiting: dict[tuple[str, int], Any] = {}
        self._done: dict[tuple[str, int], Any] = {}
        self._index: dict[tuple[str, str], tuple[str, int]] = {}
        self._under_way: list[tuple[str, int]] = []
        # Where the careful reader is, for what it notices.
        self._path: list[str | int] = []
        # Whether no id stands twice, and the fast door knows of every record that is written
        # out within another, and of no more.
        self.is_flat: bool = True
        # Whether the tables came in another order than that of the dossier.
        self._is_mixed = False
        self._last_table = _TABLES[0]

    @cached_property
    def readers(self) -> Readers:
        """The fast door."""
        return Readers()

    def add(self, table: str, data: Any) -> Any:
        """The next record of a table, or a ``Rejected`` as long as it waits."""
        rows = self.tables[table]
        self._path = [table, len(rows)]
        record = self.read(table, data)
        if type(record) is Rejected:
            place = table, len(rows)
            self._waiting[place] = data
            if not any(problem.code in _FOR_NOW for problem in record.problems):
                self._done[place] = record
        rows.append(record)
        return record

    def known(
        self, table: str, taken: Iterable[Any], parents: Container[str] | None = None
    ) -> list[Any]:
        """The records, to each of which those behind it can refer.

        Of agreements only those with the ids ``parents``, if some are given.
        """
        known, key = self.readers.known[table], _KEYS[table]
        records: list[Any] = []
        for record in taken:
            code = getattr(record, key)
            if parents is not None and table == _AGREEMENTS and code not in parents:
                pass
            elif known.setdefault(code, record) is not record:
                self.is_flat = False
            records.append(record)
        return records

    def keep(self, table: str, records: Iterable[Any]) -> None:
        """The next records of a table, read by the fast door."""
        if table != self._last_table:
            self._is_mixed |= _TABLES.index(table) < _TABLES.index(self._last_table)
            self._last_table = table
        self.tables[table] += records

    def read(self, table: str, data: Any) -> Any:
        """A record that refers only to those that were read before, or a ``Rejected``."""
        with suppress(Exception):
            # Whatever is wrong, the careful reader knows more of it.
            return self._fast(table, data)
        if (path := self._way_down(data)) is not None:
            return Rejected([self._too_deep(path)])
        noticed = len(self.notices)
        record = self.record(_KINDS[table], data)
        if type(record) is Rejected:
            del self.notices[noticed:]
            return record
        return self.known(table, (record,))[0]

    def _fast(self, table: str, data: Any) -> Any:
        # What no text may have is looked for in all texts at once.
        shown = repr(data)
        if "\\x00" in shown or "\\ud" in shown:
            raise Faulty
        record = self.readers.read[table](data)
        if self.is_too_deep(data):
            raise Faulty
        return self.known(table, (record,))[0]

    @property
    def may_be_deep(self) -> bool:
        """Whether something that the fast door let through may be nested too deeply."""
        # Only agreements stand within each other; without them nothing is deep that is good.
        return bool(self.readers.inlined[_AGREEMENTS]) or self._depth < _DEPTH

    def is_too_deep(self, data: Any) -> bool:
        """Whether a record that the fast door let through is nested too deeply."""
        return self.may_be_deep and self._way_down(data) is not None

    def _way_down(self, data: Any) -> Path | None:
        """The way to what is nested too deeply in a record."""
        return too_deep(data, self._depth - _AROUND)

    def _too_deep(self, path: Path) -> Problem:
        return Problem("too-deep", path, details={"limit": self._depth})

    def dossier(self, fields: Mapping[str, Any]) -> Dossier:
        """All that was read, and the other fields of the dossier, as they stand in the data."""
        problems = list(self._finish())
        self._path = []
        if self._skip:
            self.notices += [*problems, *self._leave_out()]
            problems = []
        elif problems:
            problems += self._duplicates()
        ways = {name: too_deep(value, self._depth - 1) for name, value in fields.items()}
        problems += [self._too_deep((name, *way)) for name, way in ways.items() if way is not None]
        fields = {name: value for name, value in fields.items() if ways[name] is None}
        if not problems and not fields.keys() & _KINDS.keys() and self._is_consistent():
            result = self.record(Dossier, fields)
            if type(result) is not Rejected:
                result = result.with_tables(self._all_tables())
        else:
            result = self.record(Dossier, {**fields, **self.tables})
        if self._version is None:
            problems.append(no_version())
        if type(result) is Rejected:
            problems += result.problems
        if problems or type(result) is Rejected:
            raise ValidationError(problems)
        object.__setattr__(result, "read_version", self._version)
        return result  # type: ignore[no-any-return]

    def _duplicates(self) -> Iterator[Problem]:
        """The ids that stand twice; the dossier, which would say so, is not made."""
        for table, rows in self.tables.items():
            key = _KEYS[table]
            seen: set[str] = set()
            for number, record in enumerate(rows):
                raw = self._waiting.get((table, number))
                code = raw.get(key) if is_mapping(raw) else getattr(record, key, None)
                if not isinstance(code, str):
                    continue
                if code in seen:
                    yield Problem("duplicate-id", (table, number, key), code)
                seen.add(code)

    def _leave_out(self) -> Iterator[Problem]:
        """Drop the records in error, and those whose id an earlier one has."""
        for table, rows in self.tables.items():
            key = _KEYS[table]
            good: dict[str, Any] = {}
            for number, record in enumerate(rows):
                if type(record) is Rejected:
                    continue
                code = getattr(record, key)
                if good.setdefault(code, record) is not record:
                    yield Problem("duplicate-id", (table, number, key), code)
            rows[:] = good.values()

    def _is_consistent(self) -> bool:
        """Whether every record is there once, and its place is known.

        If so, the dossier need not look into all of them again.
        """
        inlined = any(self.readers.inlined.values())
        return (
            self.is_flat
            and not self.readers.conflict
            and not (inlined and (self._waiting or self._is_mixed))
            and all(
                listed[code] == records[code]
                for name, records in self.readers.inlined.items()
                for listed in (self._listed(name),)
                for code in records.keys() & listed.keys()
            )
        )

    def _listed(self, table: str) -> dict[Any, Any]:
        return self.readers.known[table] if table in self.tables else {}

    def _all_tables(self) -> dict[str, list[Any]]:
        """The tables with the records that are written out elsewhere after those listed."""
        tables = dict(self.tables)
        for name, records in self.readers.inlined.items():
            listed = self._listed(name)
            tables[name] = [
                *self.tables.get(name, ()),
                *(records[code] for code in records if code not in listed),
            ]
        tables["sectors"] = [one for one in tables["sectors"] if not one.is_built_in]
        return tables

    def _finish(self) -> Iterator[Problem]:
        """Read what waits; yields the problems of the records in error."""
        for place, data in self._waiting.items():
            code = data.get(_KEYS[place[0]]) if is_mapping(data) else None
            if isinstance(code, str):
                self._index.setdefault((place[0], code), place)
        # Most wait for those right behind them.
        for place in reversed(self._waiting):
            if place not in self._done:
                with suppress(Exception):
                    self._done[place] = self._fast(place[0], self._waiting[place])
        for table, number in self._waiting:
            record = self._entry((table, number))
            if type(record) is Rejected:
                yield from (problem.at(table, number) for problem in record.problems)
                # They are reported here, and not again with the dossier.
                record = Rejected(())
            self.tables[table][number] = record

    def _entry(self, place: tuple[str, int]) -> Any:
        if place not in self._done:
            self._under_way.append(place)
            outside, self._path = self._path, list(place)
            self._done[place] = self.read(place[0], self._waiting[place])
            self._path = outside
            self._under_way.pop()
        return self._done[place]

    def record(self, kind: type, data: object) -> Any:
        """A record of a class, or a ``Rejected`` with all its problems."""
        if type(data) in (kind, Rejected):
            return data
        if not is_mapping(data):
            return self._short_record(kind, data)
        fields = {field.name: field for field in fields_of(kind)}
        problems = [
            unknown("unknown-field", key, fields).at(str(key)) for key in data if key not in fields
        ]
        if self._lenient:
            self.notices += [problem.at(*self._path) for problem in problems]
            problems = []
        values = {
            name: self._inside(name, field.shape, data[name]) if name in data else _missing()
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

    def _inside(self, step: str | int, shape: Shape, data: Any) -> Any:
        self._path.append(step)
        value = self._value(shape, data)
        self._path.pop()
        return value

    def _value(self, shape: Shape, data: Any) -> Any:
        match shape:
            case Items(of) if is_list(data):
                return [self._inside(index, of, item) for index, item in enumerate(data)]
            case NameByLanguage(of) if is_mapping(data):
                return {tag: self._inside(tag, of, item) for tag, item in data.items()}
            case Record(kind):
                return self.record(kind, data)
            case Reference(kind, table):
                return self._referred(kind, table, data)
            case _:
                # The constructors check the rest, and refuse what has the wrong type.
                return data

    def _referred(self, kind: type, table: str, data: object) -> Any:
        if is_mapping(data) or isinstance(data, Rejected):
            self.is_flat = False
            return self.record(kind, data)
        known = self.readers.known[table]
        if isinstance(data, str):
            # What stands for a sector of one's own is not asked for here: it would be made.
            if data in known:
                return known[data]
            place = self._index.get((table, data))
            if place is not None:
                return self._follow(place, data)
            if kind is Sector:
                result = _build(Sector, {"code": data}, [])
                if type(result) is Rejected:
                    return Rejected([_without_step(p, "code") for p in result.problems])
                return result
        problem = unknown("unresolved", data, _Codes(self, table))
        return Rejected([attrs.evolve(problem, details={**problem.details, "table": table})])

    def waiting_in(self, table: str) -> Iterator[str]:
        """The ids in a table that wait for others."""
        return (code for name, code in self._index if name == table)

    def _follow(self, place: tuple[str, int], key: object) -> Any:
        if place in self._under_way:
            return Rejected([Problem("cycle", (), key)])
        if len(self._under_way) > _LONGEST_CHAIN:
            return Rejected([Problem("too-deep", (), key, details={"limit": _LONGEST_CHAIN})])
        record = self._entry(place)
        if type(record) is not Rejected:
            return record
        # The record in error is reported where it stands; but one that is left out is missing.
        missing = Problem("unresolved", (), key, details={"table": place[0]})
        return Rejected([missing] if self._skip else [])


@attrs.frozen
class _Codes:
    """The ids of a table, for whoever asks when all is read."""

    reading: DossierReader
    table: str

    def __iter__(self) -> Iterator[str]:
        yield from self.reading.readers.known[self.table]
        yield from self.reading.waiting_in(self.table)


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
    return {FIELD: VERSION, **write_record(dossier)}


def write_record(record: Any, *, alone: bool = False) -> Any:
    """A record as plain data: fields that have their default are left out.

    What it refers to is written as ids or, if it stands ``alone``, in full.
    """
    kind = record.__class__
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
        case _:
            return value
