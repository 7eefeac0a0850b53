"""Single values and plain data: what frameworks hold where a file has a whole dossier."""

from __future__ import annotations

import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

import attrs

from bilateral import display
from bilateral.coercion import hard, member
from bilateral.dates.periods import DaySet, Duration, PartialDate, Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import JsonMapping
from bilateral.frozen import Frozen
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.references import id_of
from bilateral.sectors import Sector
from bilateral.text import Form, Phrases
from bilateral.vocabulary import topic_of
from bilateral.wire.records import (
    read_dossier,
    read_shape,
    write_dossier,
    write_fields,
    write_shape,
)
from bilateral.wire.schema import (
    Coded,
    Items,
    NameByLanguage,
    Parsed,
    Record,
    Reference,
    Shape,
    classes,
    fields_of,
    shape_of,
)

__all__ = ["codes", "from_dict", "is_answer", "is_value", "to_dict", "value_shape", "write_value"]

T = TypeVar("T")

# What is no record of a dossier, and stands on the wire as a text or a mapping all the same.
_FURTHER = (Duration, JsonMapping, PartialDate, Period, Phrases)


def from_dict(kind: type[T], data: object) -> T:
    """The value of a class ``kind`` that plain ``data`` describe. Inverse of `to_dict`.

    A date, a period, a length or a code is read from its text; a value of that class is
    returned as it is. Raises `ValidationError` with every problem in the data, or if ``kind``
    is no class of the model (``wrong-type``).

    >>> import bilateral as bl
    >>> bl.from_dict(bl.Event, {"kind": "signed", "date": "2025-11"})
    Event('signed', '2025-11')
    >>> bl.from_dict(bl.Period, "2026/2028")
    Period('2026/2028')
    """
    shape = value_shape(kind)
    if isinstance(data, kind):
        return data
    return cast("T", _read(shape, data))


def _read(shape: Shape, data: Any) -> Any:
    match shape:
        case Record(kind) if kind is Dossier:
            return read_dossier(data)
        case Record() | Reference():
            return read_shape(shape, data)
        case NameByLanguage():
            return Phrases(read_shape(shape, data))
        case Coded(kind):
            return hard(member(kind, f"unknown-{topic_of(kind).replace('_', '-')}", data))
        case Parsed(kind):
            return kind.of(data)
        case _:
            return JsonMapping(data)


def to_dict(value: Any) -> Any:
    """The plain data of a ``value`` of ours, for ``json.dumps``. Inverse of `from_dict`.

    A record is a mapping with the records in it to which it refers; a date, a period, a length
    or a code is its text. What functions answer, such as a status or a deadline, is a mapping
    with all its fields and the ids of the records that it is about, and is not read back.
    Raises `ValidationError` (``wrong-type``) for anything else.

    >>> import json
    >>> import bilateral as bl
    >>> facts = {"event": bl.Event("signed", "2025-11-05"), "period": bl.Period("2026/2028")}
    >>> json.dumps(facts, default=bl.to_dict)
    '{"event": {"kind": "signed", "date": "2025-11-05"}, "period": "2026/2028"}'
    """
    kind = value.__class__
    if kind in classes() and kind is not Dossier:
        return write_fields(value, alone=True)
    return write_value(value) if is_value(kind) else _answer(value)


def write_value(value: Any) -> Any:
    """As `to_dict`, but a record of which one field says it all is what stands in that.

    So is a built-in sector: it is its code.
    """
    if isinstance(value, Dossier):
        return write_dossier(value)
    return write_shape(value_shape(value.__class__), value, alone=True)


def is_answer(kind: object) -> bool:
    """Whether values of a class are what functions answer, which is written and not read."""
    if not (isinstance(kind, type) and issubclass(kind, Frozen)) or is_value(kind):
        return False
    # The text is a title.
    return issubclass(kind, (display.Record, DaySet, str))


def _answer(value: Any) -> Any:
    if not is_answer(value.__class__):
        raise ValidationError([wrong_type_problem("record", value)])
    own = getattr(value, "to_dict", None)
    if own is not None:
        return own()
    if issubclass(value.__class__, display.Record):
        names = [field.name for field in attrs.fields(value.__class__)]
        return {name: _within_answer(getattr(value, name)) for name in names}
    return _within_answer(value)


def _within_answer(value: Any) -> Any:  # noqa: PLR0911 - a case a type
    kind = value.__class__
    if kind in (frozenset, tuple):
        items = map(_within_answer, value)
        return sorted(items) if kind is frozenset else [*items]
    match value:
        case str():
            return str.__str__(value)
        case datetime.date():
            return value.isoformat()
        case UncertainDay():
            return None if value.period is None else value.period.text
        case DaySet():
            return [period.text for period in value.periods()]
        case None | bool() | int() | float():
            return value
        case _:
            return id_of(value) if kind in TABLES else to_dict(value)


def value_shape(kind: type) -> Shape:
    """The shape of a class of the model; `ValidationError` (``wrong-type``) for any other."""
    if kind is Sector:
        return Reference(kind, TABLES[kind])
    if is_value(kind):
        return shape_of(kind)
    raise ValidationError([wrong_type_problem("record", kind)])


def is_value(kind: object) -> bool:
    """Whether values of a class have a form in plain data that can be read back."""
    return isinstance(kind, type) and (kind in _FURTHER or kind in classes() or kind in codes())


@cache
def codes() -> frozenset[type[StrEnum]]:
    """The closed lists of which a record has members, but for that of grammatical forms."""
    shapes = [field.shape for kind in classes() for field in fields_of(kind)]
    shapes += [shape.of for shape in shapes if isinstance(shape, Items)]
    return frozenset(shape.type for shape in shapes if isinstance(shape, Coded)) - {Form}
