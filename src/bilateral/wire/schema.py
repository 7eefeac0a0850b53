"""Fields as the classes declare them: the one description that every format is made from.

A `Shape` says how a value looks on the wire. It is derived from the annotations of the
classes, so that a new field of a class is at once read, written and described everywhere.
"""

from __future__ import annotations

import types
import typing
from enum import StrEnum
from functools import cache
from typing import Any

import attrs

from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import JsonMapping
from bilateral.record_tables import Table
from bilateral.text import Phrase, Phrases

__all__ = [
    "Coded",
    "Field",
    "Items",
    "Json",
    "NameByLanguage",
    "Parsed",
    "Plain",
    "Record",
    "Reference",
    "Shape",
    "classes",
    "fields_of",
    "shape_of",
    "shorthand_of",
]


@attrs.frozen
class Plain:
    """A text, whole number or truth value, as such; ``codes`` names the table it is from.

    Of a language, it is the tag (BCP 47).
    """

    type: type
    codes: str | None = None
    is_language: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Coded:
    """A member of a closed list, written as its code."""

    type: type[Any]


@attrs.frozen
class Parsed:
    """A value with a text form of its own (``parse`` and ``str``), written as that text."""

    type: type[Any]


@attrs.frozen
class Record:
    """A mapping with the fields of a class; or its one shorthand field alone."""

    type: type[Any]


@attrs.frozen
class Reference:
    """A record that has a table of its own in the dossier, written as its id."""

    type: type[Any]
    table: str


@attrs.frozen
class Items:
    """A list; of exactly ``count`` items where that is fixed."""

    of: Shape
    count: int | None = None


@attrs.frozen
class NameByLanguage:
    """A mapping from language tag to a phrase."""

    of: Shape


@attrs.frozen
class Json:
    """A mapping of JSON values that the package does not look into."""


Shape = Json | Plain | Coded | Parsed | Record | Reference | Items | NameByLanguage


@attrs.frozen
class Field:
    """A field of a class: its name, the shape of its value, and its default."""

    name: str
    shape: Shape
    default: Any

    @property
    def required(self) -> bool:
        """Whether a record without it is incomplete."""
        return self.default is attrs.NOTHING


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a class of the model, in their order.

    Those that the constructor does not take are not on the wire.
    """
    return _fields_of(kind)


@cache
def _fields_of(kind: type) -> tuple[Field, ...]:
    annotations = _annotations(kind)
    return tuple(
        Field(
            attribute.name,
            _field_shape(attribute, annotations[attribute.name], inside=kind is not Dossier),
            attribute.default,
        )
        for attribute in attrs.fields(kind)
        if attribute.init
    )


def shape_of(kind: type) -> Shape:
    """The shape of a value of a class that stands alone."""
    return _shape(kind, inside=False)


@cache
def classes() -> tuple[type, ...]:
    """All classes with fields that a dossier has in it, itself first."""
    found: list[type] = [Dossier]
    for kind in found:
        inner = (_class_in(field.shape) for field in fields_of(kind))
        found += dict.fromkeys(one for one in inner if one and one not in found)
    return tuple(found)


def _class_in(shape: Shape) -> type | None:
    match shape:
        case Record(kind) | Reference(kind):
            return kind
        case Items(of) | NameByLanguage(of):
            return _class_in(of)
        case _:
            return None


def shorthand_of(kind: type) -> str | None:
    """The field that stands for the whole record when no other one is set."""
    return getattr(kind, "__shorthand__", None)


def _annotations(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {attribute.name: hints[attribute.name] for attribute in attrs.fields(kind)}


def _field_shape(attribute: attrs.Attribute[Any], annotation: Any, *, inside: bool) -> Shape:
    codes = attribute.metadata.get("codes")
    shape = Plain(str, codes) if codes else _shape(annotation, inside=inside)
    if attribute.metadata.get("language"):
        tag = Plain(str, is_language=True)
        return Items(tag) if isinstance(shape, Items) else tag
    return shape


def _shape(annotation: Any, *, inside: bool) -> Shape:  # noqa: PLR0911 - a case a shape
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        (annotation,) = (one for one in arguments if one is not types.NoneType)
        return _shape(annotation, inside=inside)
    if origin in (tuple, Table):
        count = None if origin is Table or Ellipsis in arguments else len(arguments)
        return Items(_shape(arguments[0], inside=inside), count)
    if annotation is Phrases:
        return NameByLanguage(Record(Phrase))
    if annotation is JsonMapping:
        return Json()
    if annotation in (str, bool, int):
        return Plain(annotation)
    if issubclass(annotation, StrEnum):
        return Coded(annotation)
    if hasattr(annotation, "parse"):
        return Parsed(annotation)
    table = TABLES.get(annotation)
    return Reference(annotation, table) if table and inside else Record(annotation)
