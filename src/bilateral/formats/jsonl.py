"""JSON Lines: a header, then one record a line, so that nobody has to hold the file.

The first line has the version and what the dossier says of itself. Each further line is one
record, with the name of its table in the field ``table``. What others refer to comes first:
partners before agreements. Any order can be loaded; a stream of agreements has to meet a
partner or source before the agreement that has it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import chain
from typing import Any

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, instance, is_mapping, unknown
from bilateral.dossiers import TABLES, Dossier
from bilateral.formats import json as strict
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.references import key_of
from bilateral.wire.documents import Document, Limits
from bilateral.wire.fast.errors import NeedsDiagnosis
from bilateral.wire.fast.writers import writers
from bilateral.wire.records import DossierReader, with_tables, write_dossier
from bilateral.wire.schema import Items, Record, Reference, fields_of
from bilateral.wire.storage import decoded
from bilateral.wire.versions import FIELD, VERSION, migrated

__all__ = ["parents_in", "read_lines", "stream_lines", "stream_records", "write_lines"]

# The records of one table in lines one after the other.
_Run = tuple[str, list[Any]]
# A line that was read: its number, the table, and the record or, if it needs the diagnostic
# reader, the document.
_Line = tuple[int, str, Any, Any]

_TABLE = "table"
_TABLES = tuple(TABLES.values())
_KEYS = {table: key_of(kind) for kind, table in TABLES.items()}
_AGREEMENTS = TABLES[Agreement]
_AFTER_AGREEMENTS = _TABLES[_TABLES.index(_AGREEMENTS) + 1 :]
# Agreements refer to others, and projects to those that they are carried out under.
_PARENT_FIELDS = tuple(
    field.name
    for kind in TABLES
    for field in fields_of(kind)
    if field.shape == Items(Reference(Agreement, _AGREEMENTS))
)
_PARENT_KEYS = tuple(f'"{name}"'.encode() for name in _PARENT_FIELDS)


# --- writing ---------------------------------------------------------------------------------


def write_lines(source: Dossier | Iterable[Agreement]) -> Iterator[str]:
    """The lines of a dossier, or of agreements with all that they refer to."""
    if isinstance(source, Dossier):
        fields = write_dossier(with_tables(source, dict.fromkeys(_TABLES, ())))
        yield _line(fields)
        for table in _TABLES:
            write_ = writers()[table]
            start = f'{{"{_TABLE}":"{table}",'
            for record in getattr(source, table):
                yield f"{start}{write_(record)[1:]}\n"
        return
    if not isinstance(source, Iterable):
        raise ValidationError([wrong_type_problem("list", source)])
    yield _line({FIELD: VERSION})
    written: dict[tuple[str, str], int] = {}
    for agreement in source:
        yield from _with_references(_AGREEMENTS, instance(Agreement, agreement), written)


def _with_references(table: str, record: Any, written: dict[tuple[str, str], int]) -> Iterator[str]:
    """The lines of a record, and before it of those that it refers to."""
    code = getattr(record, _KEYS[table])
    if table == "sectors" and record.is_built_in:
        return
    # That of a record tells it from another one with its id, and takes less room than itself.
    mark = hash(record)
    before = written.get((table, code))
    if before == mark:
        return
    if before is not None:
        raise ValidationError([Problem("conflicting-record", (), code)])
    written[table, code] = mark
    for table_, other in _references(record):
        yield from _with_references(table_, other, written)
    yield f'{{"{_TABLE}":"{table}",{writers()[table](record)[1:]}\n'


def _references(record: Any) -> Iterator[tuple[str, Any]]:
    kind: Any = record.__class__
    for name, table in _ways(kind):
        value: Any = getattr(record, name)
        items: Iterable[Any] = value if value.__class__ is tuple else (value,)
        for item in () if value is None else items:
            if table is None:
                yield from _references(item)
            else:
                yield table, item


@cache
def _ways(kind: type) -> tuple[tuple[str, str | None], ...]:
    """The fields by which a record leads to others: to those of a table, or to some within it."""
    found: list[tuple[str, str | None]] = []
    for field in fields_of(kind):
        shape = field.shape.of if isinstance(field.shape, Items) else field.shape
        if isinstance(shape, Reference):
            found.append((field.name, shape.table))
        elif isinstance(shape, Record):
            inner: type = shape.type
            if _ways(inner):
                found.append((field.name, None))
    return tuple(found)


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


# --- reading ---------------------------------------------------------------------------------


def read_lines(
    blocks: Iterable[bytes], limits: Limits, notices: list[Problem], *, skip: bool = False
) -> Dossier:
    """The dossier in the lines of a file, given as blocks of lines, each read once and let go.

    Problems of single lines and records are added to ``notices`` where they are to be skipped.
    """
    reader = _LineReader(blocks, limits, skip=skip)
    for number, table, _, document in reader.lines():
        reader.keep(number, table, document)
    return reader.dossier(notices)


def stream_lines(
    blocks: Iterable[bytes],
    limits: Limits,
    notices: list[Problem],
    *,
    parents: Container[str],
    skip: bool,
) -> Iterator[Agreement]:
    """The agreements in the lines of a file, one after the other.

    Of them only ``parents`` are kept: the ids of those that others refer to. What comes after
    agreements is not read.
    """
    reader = _LineReader(blocks, limits, skip=skip, notices=notices)
    for number, table, made, document in reader.lines(parents):
        if table in _AFTER_AGREEMENTS:
            continue
        record = made if document is None else reader.record(number, table, document)
        if table == _AGREEMENTS and record is not None:
            yield record


def stream_records(
    blocks: Iterable[bytes], limits: Limits, notices: list[Problem], *, parents: Container[str]
) -> Iterator[Any]:
    """What the first line says, as a dossier without records; then every record, line by line.

    Nothing but ``parents`` among the agreements, and what else agreements refer to, is kept.
    """
    reader = _LineReader(blocks, limits, skip=False, notices=notices)
    yield reader.about()
    for number, table, made, document in reader.lines(parents):
        yield made if document is None else reader.record(number, table, document)


def parents_in(blocks: Iterable[bytes]) -> set[str]:
    """The ids of the agreements that others refer to, as far as the lines can be read."""
    found: set[str] = set()
    for block in blocks:
        # One search in the whole of it is faster than one in each line.
        if not any(name in block for name in _PARENT_KEYS):
            continue
        for line in block.split(b"\n"):
            if any(name in line for name in _PARENT_KEYS):
                with suppress(ValueError):
                    data = json.loads(line)
                    for name in _PARENT_FIELDS:
                        found.update(one for one in data.get(name, ()) if isinstance(one, str))
    return found


class _LineReader:
    """Reads lines, the good ones by the fast path, and knows where each record is."""

    def __init__(
        self,
        blocks: Iterable[bytes],
        limits: Limits,
        *,
        skip: bool,
        notices: list[Problem] | None = None,
    ) -> None:
        self._blocks = iter(blocks)
        self._limits, self._skip = limits, skip
        # In a stream, problems are raised or noticed at once; else they are gathered.
        self._is_stream = notices is not None
        self._problems = [] if notices is None else notices
        # Of records that wait for others, or are in error: the number and text of their lines.
        self._documents: dict[tuple[str, int], tuple[int, Document]] = {}
        self._numbers: dict[str, array[int]] = {table: array("Q") for table in _TABLES}
        head, _, self._rest = next(self._blocks, b"").partition(b"\n")
        self._head = self._document(head)
        with self._located(1, self._head):
            self._fields, version = migrated(_mapping(self._head.data))
        self._reading = DossierReader(version, skip=skip, depth=limits.depth)
        self._fast = self._reading.fast
        self._parse = _parser()

    def lines(self, parents: Container[str] | None = None) -> Iterator[_Line]:
        """What the lines after the first one say; of agreements only ``parents`` can be named.

        Without ``parents`` all can, and records that the fast path lets through are added to
        the dossier: only the other lines are told.
        """
        number = 2
        for block in chain((self._rest,), self._blocks):
            runs = self._block(block, parents)
            if runs is None:
                for line in block.removesuffix(b"\n").split(b"\n"):
                    yield from self._line(number, line, parents)
                    number += 1
                continue
            for table, records in runs:
                yield from self._told(number, table, records, parents)
                number += len(records)

    def _told(
        self, number: int, table: str, records: Sequence[Any], parents: Container[str] | None
    ) -> Iterator[_Line]:
        """Keep records that stand in lines one after the other, or tell them."""
        reading = self._reading
        if parents is None:
            reading.keep(table, records)
            self._numbers[table].extend(range(number, number + len(records)))
            return
        for record in records:
            yield number, table, record, None
            number += 1
        for embedded in self._fast.embedded.values():
            embedded.clear()

    def _block(self, block: bytes, parents: Container[str] | None) -> list[_Run] | None:
        """The records in a block of lines, by msgspec; nothing if that cannot be done."""
        structs = self._reading.structs
        if structs is None or len(block) > self._limits.size:
            return None
        return self._fast.attempt(block, structs.lines, block, _TABLE, parents)

    def _line(self, number: int, line: bytes, parents: Container[str] | None) -> Iterator[_Line]:
        run = self._fast.attempt(line, self._run, line, parents)
        if run is None:
            yield from self._diagnosed(number, line)
        else:
            yield from self._told(number, *run, parents)

    def _run(self, line: bytes, parents: Container[str] | None) -> _Run:
        fast, data = self._fast, self._parse(line)
        table = data.pop(_TABLE)
        fast.key_count.keys += 1
        record = fast.from_mapping[table](data)
        is_deep = fast.may_be_deep and self._reading.is_too_deep(data)
        if is_deep or len(line) > self._limits.size:
            raise NeedsDiagnosis
        return table, fast.register(table, (record,), parents)

    def _diagnosed(self, number: int, line: bytes) -> Iterator[_Line]:
        if not line.strip():
            return
        try:
            document = self._document(line)
            with self._located(number, document):
                data = dict(_mapping(document.data))
                table = _table(data.pop(_TABLE, None))
        except ValidationError as error:
            self._refuse(attrs.evolve(problem, line=number) for problem in error.problems)
        else:
            yield number, table, None, attrs.evolve(document, data=data)

    def _document(self, line: bytes) -> Document:
        if len(line) > self._limits.size:
            raise ValidationError([Problem("too-large", details={"limit": self._limits.size})])
        return strict.read(decoded(line).rstrip("\r\n"), self._limits)

    @staticmethod
    @contextmanager
    def _located(number: int, document: Document) -> Generator[None, None, None]:
        try:
            yield
        except ValidationError as error:
            raise ValidationError(_located(error.problems, number, document)) from None

    def _refuse(self, problems: Iterable[Problem]) -> None:
        # The fast path may have met embedded records in it that no other one has.
        self._reading.is_doubtful = True
        if self._is_stream and not self._skip:
            raise ValidationError(problems)
        self._problems += problems

    def record(self, number: int, table: str, document: Document) -> Any:
        """A record that has to be readable now, or nothing."""
        record = self._reading.read(table, document.data)
        self._problems += _located(self._reading.notices, number, document)
        self._reading.notices.clear()
        if type(record) is not Rejected:
            return record
        self._refuse(_located(record.problems, number, document))
        return None

    def about(self) -> Dossier:
        """What the first line says."""
        with self._located(1, self._head):
            return DossierReader(self._reading.version).dossier(self._fields)

    def keep(self, number: int, table: str, document: Document) -> None:
        """Add a record that needs the diagnostic reader to the dossier; it may wait for others."""
        rows = self._numbers[table]
        if type(self._reading.add(table, document.data)) is Rejected:
            self._documents[table, len(rows)] = number, document
        rows.append(number)

    def dossier(self, notices: list[Problem]) -> Dossier:
        """All that was kept."""
        try:
            dossier = self._reading.dossier(self._fields)
        except ValidationError as error:
            self._refuse(self._place(problem) for problem in error.problems)
            raise ValidationError(sorted(self._problems, key=_position)) from None
        if self._problems and not self._skip:
            raise ValidationError(self._problems)
        self._problems += map(self._place, self._reading.notices)
        notices += sorted(self._problems, key=_position)
        return dossier

    def _place(self, problem: Problem) -> Problem:
        """A problem of the whole dossier with its line."""
        table, index = (*problem.path, None, None)[:2]
        if table not in _TABLES or not isinstance(index, int):
            return _located([problem], 1, self._head)[0]
        if (table, index) in self._documents:
            number, document = self._documents[table, index]
            inner = attrs.evolve(problem, path=problem.path[2:])
            return attrs.evolve(_located([inner], number, document)[0], path=problem.path)
        numbers = self._numbers[table]
        # An embedded record has no line of its own.
        return (
            attrs.evolve(problem, line=numbers[index], column=1)
            if index < len(numbers)
            else problem
        )


def _table(name: object) -> str:
    if isinstance(name, str) and name in _TABLES:
        return name
    if name is None:
        raise ValidationError([Problem("missing-field", (_TABLE,))])
    raise ValidationError([unknown("unknown-table", name, _TABLES).at(_TABLE)])


def _mapping(data: object) -> Mapping[str, Any]:
    if is_mapping(data):
        return data
    raise ValidationError([wrong_type_problem("mapping", data)])


def _located(problems: Iterable[Problem], number: int, document: Document) -> list[Problem]:
    return [attrs.evolve(problem, line=number) for problem in document.located(problems)]


def _position(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def _parser() -> Callable[[bytes], Any]:
    """The fastest parser that is installed; where they differ, `KeyCount` sees it."""
    with suppress(ImportError):
        import orjson

        return orjson.loads
    with suppress(ImportError):
        import msgspec

        return msgspec.json.decode
    decoder: Any = json.JSONDecoder()
    scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once

    def parse(line: bytes) -> Any:
        text = line.decode()
        data, end = scan(text, 0)
        if end != len(text) and text[end:].strip(" \t\r\n"):
            raise NeedsDiagnosis
        return data

    return parse
