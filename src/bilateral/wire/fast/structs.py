"""Structs of msgspec, made from the description of the classes, for lines of JSON.

They say which fields a record has and what type each value has in the file, so that the
parser of msgspec refuses all else while it reads. Where a reference may be an embedded record,
and the same ones occur again and again, its text is kept as it is, and read once.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache, wraps
from itertools import groupby
from threading import RLock
from types import GenericAlias
from typing import Any, Literal, TypeVar

import msgspec

from bilateral.dossiers import TABLES, Dossier
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.wire.fast.errors import NeedsDiagnosis
from bilateral.wire.fast.program import STRUCTS, is_kept_as_text
from bilateral.wire.fast.readers import MOST_CACHED, FastReaders
from bilateral.wire.schema import (
    Coded,
    Field,
    Items,
    Json,
    NameByLanguage,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    shorthand_of,
)
from bilateral.wire.versions import FIELD, VERSION

__all__ = ["StructReaders"]

# They hold nothing that could hold them.
_OPTIONS: dict[str, Any] = {"gc": False, "forbid_unknown_fields": True}
# msgspec keeps what it finds out about a struct with the struct, and not safely: two threads
# that make decoders for the same ones crash the process.
_MAKING = RLock()

T = TypeVar("T")


def _made_once(make: Callable[..., T]) -> Callable[..., T]:
    """As `cache`, and nobody else makes anything meanwhile."""
    cached = cache(make)

    @wraps(make)
    def made(*arguments: Any) -> T:
        with _MAKING:
            return cached(*arguments)

    return made


class StructReaders:
    """The readers of Structs of one file: of blocks of lines, and of whole documents.

    They share records and caches with the readers of plain data.
    """

    def __init__(self, fast: FastReaders) -> None:
        self._fast = fast
        self._from_struct = fast.functions(STRUCTS)
        fast.define("{}_from_raw", {table: self._from_raw(table) for table in TABLES.values()})
        embedded = {table: self._embedded(table, key_of(kind)) for kind, table in TABLES.items()}
        fast.define("embedded_{}_from_struct", embedded)

    def lines(
        self, block: bytes, tag: str, parents: Container[str] | None
    ) -> list[tuple[str, list[Any]]]:
        """The records in a block of lines, by table as they come; ``tag`` has the table's name."""
        decoder, tables = _lines_decoder(tag)
        structs = decoder.decode_lines(block)
        # One of each is the tag.
        self._fast.key_count.keys += len(structs)
        if len(structs) != block.count(b"\n") + (not block.endswith(b"\n")):
            raise NeedsDiagnosis
        runs: list[tuple[str, list[Any]]] = []
        for kind, run in groupby(structs, type):
            table = tables[kind]
            records = map(self._from_struct[table], run)
            runs.append((table, self._fast.register(table, records, parents)))
        if self._fast.may_be_deep:
            raise NeedsDiagnosis
        return runs

    def document(self, text: bytes) -> tuple[dict[str, Any], dict[str, list[Any]]]:
        """The plain data of the dossier itself, and the records of each table."""
        struct = _document_decoder().decode(text)
        given = {name: one for name in struct.__struct_fields__ if (one := getattr(struct, name))}
        rows = {table: given.pop(table) for table in TABLES.values() if table in given}
        self._fast.key_count.add({**given, **dict.fromkeys(rows)})
        records = {
            table: self._fast.register(table, map(self._from_struct[table], structs))
            for table, structs in rows.items()
        }
        if self._fast.may_be_deep:
            raise NeedsDiagnosis
        return given, records

    def _embedded(self, table: str, key: str) -> Callable[[Any], Any]:
        """The reader of embedded records that are Structs."""
        read, records = self._from_struct[table], self._fast.embedded[table]

        def embedded(data: Any) -> Any:
            made = read(data)
            record = records.setdefault(getattr(data, key), made)
            if record is not made and record != made:
                self._fast.has_conflict = True
                return made
            return record

        return embedded

    def _from_raw(self, table: str) -> Callable[[Any], Any]:
        """The reader of references as the text that they have in the file."""
        known, key_count = self._fast.known[table], self._fast.key_count
        embedded, decode = self._fast.embedded_from_mapping[table], msgspec.json.decode
        by_text = self._fast.by_text[table] = {}

        def from_raw(raw: Any) -> Any:
            text = bytes(raw)
            found = by_text.get(text)
            if found is not None:
                key_count.keys += found[1]
                return found[0]
            before, data = key_count.keys, decode(text)
            record = known[data] if type(data) is str else embedded(data)
            if len(by_text) < MOST_CACHED:
                by_text[text] = record, key_count.keys - before
            return record

        return from_raw


@_made_once
def _lines_decoder(tag: str) -> tuple[Any, dict[type, str]]:
    """A decoder of lines, and the table of each class of its results; ``tag`` names the table."""
    tables = {
        msgspec.defstruct(
            f"{kind.__name__}Line",
            (),
            bases=(_struct(kind),),
            tag_field=tag,
            tag=table,
            **_OPTIONS,
        ): table
        for kind, table in TABLES.items()
    }
    union: Any = None
    for line in tables:
        union = line if union is None else union | line
    return msgspec.json.Decoder(union), tables


@_made_once
def _document_decoder() -> Any:
    """A decoder of whole dossiers of the present version."""
    own = fields_of(Dossier)
    tables = {table: GenericAlias(list, _struct(kind)) for kind, table in TABLES.items()}
    members: list[Any] = [(one.name, tables.get(one.name, Any), None) for one in own]
    version = (FIELD, Literal[VERSION])
    return msgspec.json.Decoder(msgspec.defstruct("Document", [version, *members], **_OPTIONS))


def _struct(kind: type) -> Any:
    # By a function of its own: for mypy, not every class can be hashed.
    return _cached_struct(kind)


@cache
def _cached_struct(kind: type) -> Any:
    return msgspec.defstruct(kind.__name__, map(_member, fields_of(kind)), **_OPTIONS)


def _member(field: Field) -> Any:
    type_ = _type(field.shape)
    if field.required:
        return field.name, type_
    # Raw takes null, too, as a text like any other, and cannot stand beside it.
    return field.name, type_ | (msgspec.UnsetType if type_ is msgspec.Raw else None), None


def _type(shape: Shape) -> Any:  # noqa: PLR0911 - a case a shape
    match shape:
        case NameByLanguage(of):
            return GenericAlias(dict, (str, _type(of)))
        case Items(of):
            return GenericAlias(list, _type(of))
        case Record(kind):
            return _record(kind)
        case Reference(kind) if kind is Sector:
            # By its code: where one is embedded, the line is read in the other way.
            return str
        case Reference(kind):
            return msgspec.Raw if is_kept_as_text(kind) else str | _struct(kind)
        case Json():
            return dict[str, Any]
        case Plain(kind) | Coded(kind):
            return kind
        case _:
            return str


def _record(kind: type) -> Any:
    short = shorthand_of(kind)
    shapes = [field.shape for field in fields_of(kind) if field.name == short]
    return _type(shapes[0]) | _struct(kind) if shapes else _struct(kind)
