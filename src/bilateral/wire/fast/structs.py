"""Structs of msgspec, made from the description of the classes, for lines of JSON.

They say which fields a record has and what type each value has in the file, so that the
parser of msgspec refuses all else while it reads. Where a reference may be a record that is
written out, and the same ones occur again and again, its text is kept as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from threading import RLock
from types import GenericAlias
from typing import Any, Literal, TypeVar

import msgspec

from bilateral.dossiers import TABLES, Dossier
from bilateral.sectors import Sector
from bilateral.wire.fast.program import is_kept_as_text
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

__all__ = ["document_decoder", "lines_decoder"]

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


@_made_once
def lines_decoder(tag: str) -> tuple[Any, dict[type, str]]:
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
def document_decoder() -> Any:
    """A decoder of whole dossiers of the present version."""
    own = fields_of(Dossier)
    tables = {table: GenericAlias(list, _struct(kind)) for kind, table in TABLES.items()}
    members: list[Any] = [(one.name, tables.get(one.name, Any), None) for one in own]
    version = (FIELD, Literal[VERSION])
    return msgspec.json.Decoder(msgspec.defstruct("Document", [version, *members], **_OPTIONS))


def _struct(kind: type) -> Any:
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
            # By its code: for one that is written out the line is read in the other way.
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
