"""Between plain data (what JSON can hold) and the model, as the classes describe it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bilateral.coercion import Rejected, hard, is_list, is_mapping, wrong_type
from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import plain
from bilateral.hierarchies import hierarchy_problems
from bilateral.problems import Problem, ValidationError
from bilateral.record_tables import tabled
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.wire.diagnosis import DiagnosticReader
from bilateral.wire.documents import Limits, Path, too_deep
from bilateral.wire.fast.errors import NeedsDiagnosis
from bilateral.wire.fast.readers import FastReaders
from bilateral.wire.resolution import Resolution
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
    shorthand_of,
)
from bilateral.wire.versions import FIELD, VERSION, is_newer, migrated, no_version

if TYPE_CHECKING:
    from bilateral.wire.fast.structs import StructReaders

__all__ = [
    "VERSION",
    "DossierReader",
    "read_directly",
    "read_dossier",
    "read_shape",
    "with_tables",
    "write_dossier",
    "write_fields",
    "write_record",
    "write_shape",
]

_DEPTH = Limits().depth
# What is around each record: the dossier and a table.
_AROUND = 2
_TABLES = tuple(TABLES.values())
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


def read_directly(text: bytes) -> Dossier | None:
    """The dossier in a JSON text, without plain data between; nothing if that cannot be done.

    It needs msgspec, and a text in which all is well and in order.
    """
    reading = DossierReader()
    structs = reading.structs
    if structs is None:
        return None
    # The diagnostic reader will explain the failure.
    with suppress(ValidationError):
        found = reading.fast.attempt(text, structs.document, text)
        if found is not None:
            fields, tables = found
            for table, records in tables.items():
                reading.keep(table, records)
            return reading.dossier(migrated(fields)[0])
    return None


def read_shape(shape: Shape, data: object) -> Any:
    """A value of some shape that stands alone: what a record refers to is embedded in it."""
    if (path := too_deep(data, _DEPTH)) is not None:
        raise ValidationError([Problem("too-deep", path, details={"limit": _DEPTH})])
    return hard(DossierReader().diagnosis.value(shape, data))


class DossierReader:
    """Reads the records of one dossier in any order, each by the fast path if it can.

    A record that refers to a later one, or is in error, waits until all are there. Fields
    that a newer minor version may have are only noticed; with ``skip``, so are records in
    error.
    """

    def __init__(
        self, version: str | None = VERSION, *, skip: bool = False, depth: int = _DEPTH
    ) -> None:
        self._depth = depth
        self.version: str | None = version
        self._skip = skip
        self.tables: defaultdict[str, list[Any]] = defaultdict(list)
        self.resolution: Resolution = Resolution(
            self._read_at, lambda table: self.fast.known[table], skip=skip
        )
        self.diagnosis: DiagnosticReader = DiagnosticReader(
            self.resolution.resolve, lenient=is_newer(version)
        )
        # What is no error but worth knowing.
        self.notices: list[Problem] = self.diagnosis.notices
        # Whether the fast path may have met embedded records that are not in the dossier.
        self.is_doubtful: bool = False
        # Whether the tables came in another order than that of the dossier.
        self._is_mixed = False
        self._last_table = _TABLES[0]

    @cached_property
    def fast(self) -> FastReaders:
        """The fast path."""
        return FastReaders(self._depth)

    @cached_property
    def structs(self) -> StructReaders | None:
        """The fast path from a text, without plain data between, if msgspec is installed."""
        with suppress(ImportError):
            from bilateral.wire.fast.structs import StructReaders

            return StructReaders(self.fast)
        return None

    def add(self, table: str, data: Any) -> Any:
        """The next record of a table, or a ``Rejected`` as long as it waits."""
        rows = self.tables[table]
        place = table, len(rows)
        record = self._read_at(place, data)
        if type(record) is Rejected:
            self.resolution.wait(place, data, record)
        rows.append(record)
        return record

    def keep(self, table: str, records: Iterable[Any]) -> None:
        """The next records of a table, read by the fast path."""
        if table != self._last_table:
            self._is_mixed |= _TABLES.index(table) < _TABLES.index(self._last_table)
            self._last_table = table
        self.tables[table] += records

    def read(self, table: str, data: Any) -> Any:
        """A record that refers only to those that were read before, or a ``Rejected``."""
        if (record := self._attempt(table, data)) is not None:
            return record
        if (path := self._way_down(data)) is not None:
            return Rejected([self._too_deep(path)])
        noticed = len(self.notices)
        record = self.diagnosis.record(_KINDS[table], data)
        if type(record) is Rejected:
            del self.notices[noticed:]
            return record
        return self.fast.register(table, (record,))[0]

    def _read_at(self, place: tuple[str, int], data: Any) -> Any:
        outside, self.diagnosis.path = self.diagnosis.path, list(place)
        record = self.read(place[0], data)
        self.diagnosis.path = outside
        return record

    def _attempt(self, table: str, data: Any) -> Any:
        """A record by the fast path, or nothing."""
        return self.fast.attempt(None, self._fast, table, data)

    def _fast(self, table: str, data: Any) -> Any:
        # What no text may have is looked for in all texts at once.
        shown = repr(data)
        if "\\x00" in shown or "\\ud" in shown:
            raise NeedsDiagnosis
        record = self.fast.from_mapping[table](data)
        if self.fast.may_be_deep and self.is_too_deep(data):
            raise NeedsDiagnosis
        return self.fast.register(table, (record,))[0]

    def is_too_deep(self, data: Any) -> bool:
        """Whether a record is nested too deeply."""
        return self._way_down(data) is not None

    def _way_down(self, data: Any) -> Path | None:
        """The way to what is nested too deeply in a record."""
        return too_deep(data, self._depth - _AROUND)

    def _too_deep(self, path: Path) -> Problem:
        return Problem("too-deep", path, details={"limit": self._depth})

    def dossier(self, fields: Mapping[str, Any]) -> Dossier:
        """All that was read, and the other fields of the dossier, as they stand in the data."""
        problems = list(self._finish())
        if self._skip:
            self.notices += [*problems, *self._leave_out()]
            problems = []
        elif problems:
            problems += self._duplicates()
        ways = {name: too_deep(value, self._depth - 1) for name, value in fields.items()}
        problems += [self._too_deep((name, *way)) for name, way in ways.items() if way is not None]
        fields = {name: value for name, value in fields.items() if ways[name] is None}
        if not problems and not fields.keys() & _KINDS.keys() and self._is_consistent():
            result = self.diagnosis.record(Dossier, fields)
            if type(result) is not Rejected:
                result = with_tables(result, self._all_tables())
        else:
            result = self.diagnosis.record(Dossier, {**fields, **self.tables})
        if self.version is None:
            problems.append(no_version())
        if type(result) is Rejected:
            problems += result.problems
        if problems or type(result) is Rejected:
            raise ValidationError(problems)
        object.__setattr__(result, "read_version", self.version)
        return result  # type: ignore[no-any-return]

    def _duplicates(self) -> Iterator[Problem]:
        """Duplicate ids; the dossier, which would say so, is not made."""
        for table, rows in self.tables.items():
            key = _KEYS[table]
            seen: set[str] = set()
            for number, record in enumerate(rows):
                raw = self.resolution.waiting.get((table, number))
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
        fast = self.fast
        has_embedded = any(fast.embedded.values())
        return (
            not (self.is_doubtful or self.diagnosis.has_embedded)
            and not (fast.has_duplicates or fast.has_conflict)
            and not (has_embedded and (self.resolution.waiting or self._is_mixed))
            and all(
                listed[code] == records[code]
                for name, records in fast.embedded.items()
                for listed in (self._listed(name),)
                for code in records.keys() & listed.keys()
            )
        )

    def _listed(self, table: str) -> dict[Any, Any]:
        return self.fast.known[table] if table in self.tables else {}

    def _all_tables(self) -> dict[str, list[Any]]:
        """The tables, with the embedded records after those listed."""
        tables = dict(self.tables)
        for name, records in self.fast.embedded.items():
            listed = self._listed(name)
            tables[name] = [
                *self.tables.get(name, ()),
                *(records[code] for code in records if code not in listed),
            ]
        tables["sectors"] = [one for one in tables["sectors"] if not one.is_built_in]
        return tables

    def _finish(self) -> Iterator[Problem]:
        """Read what waits; yields the problems of the records in error."""
        for (table, number), record in self.resolution.resolved(self._attempt):
            if type(record) is Rejected:
                yield from (problem.at(table, number) for problem in record.problems)
                # They are reported here, and not again with the dossier.
                self.tables[table][number] = Rejected(())
            else:
                self.tables[table][number] = record


def with_tables(dossier: Dossier, tables: Mapping[str, Iterable[Any]]) -> Dossier:
    """The dossier with other records, which are known to be consistent.

    Each record is there once, as the object that all those hold that refer to it. What is left
    to check are the hierarchies of partners and sectors.
    """
    given: Any = dossier
    result: Dossier = object.__new__(Dossier)
    result.__setstate__(given.__getstate__())  # type: ignore[attr-defined]
    for name, records in tables.items():
        object.__setattr__(result, name, tabled(records))
    if problems := [*hierarchy_problems(result.partners, result.sectors)]:
        raise ValidationError(problems)
    return result


# --- writing ---------------------------------------------------------------------------------


def write_dossier(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain data, every record once and ids where others refer to it."""
    return {FIELD: VERSION, **write_record(dossier)}


def write_record(record: Any, *, alone: bool = False) -> Any:
    """A record as plain data: fields that have their default are left out.

    What it refers to is written as ids or, if it stands ``alone``, in full.
    """
    values = write_fields(record, alone=alone)
    short = shorthand_of(record.__class__)
    return values[short] if short and values.keys() == {short} else values


def write_fields(record: Any, *, alone: bool) -> dict[str, Any]:
    """As `write_record`, but always with the names of the fields."""
    return {
        field.name: write_shape(field.shape, value, alone=alone)
        for field in fields_of(record.__class__)
        if (value := getattr(record, field.name)) != field.default
    }


def write_shape(shape: Shape, value: Any, *, alone: bool) -> Any:  # noqa: PLR0911 - a case a shape
    """A value of some shape as plain data; ``alone`` as for `write_record`."""
    match shape:
        case Items(of):
            return [write_shape(of, item, alone=alone) for item in value]
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
