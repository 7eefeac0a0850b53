"""The text of the readers of the fast path (`bilateral.wire.fast.readers`), one function a class.

Each looks up each field of a record once and builds the record through a draft (`frozen.draft`),
whose checks are those of the class itself. On anything unusual it raises whatever comes first.

Each also counts the keys that are there, and the colons in long texts (`KeyCount`).

There are two kinds of them, which differ in where a field comes from: from a mapping of plain
data, where its exact type is checked here, or from a Struct (`bilateral.wire.fast.structs`),
whose parser has checked it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from bilateral import coercion
from bilateral.dossiers import TABLES
from bilateral.frozen import draft
from bilateral.sectors import Sector
from bilateral.sources import Source, optional_address
from bilateral.wire.schema import (
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

__all__ = ["MAPPINGS", "STRUCTS", "Origin", "Program", "is_kept_as_text", "kinds"]

# Converters that do no more than check the type, which is done in place.
_TYPE_CHECKS = (coercion.text, coercion.optional_text, coercion.boolean)
_SHORT = 24
# So many sectors are often the same.
_FEW_SECTORS = 4


@attrs.frozen
class Origin:
    """The place that the fields of a record come from."""

    # What the names of their functions end in: ``Agreement_from_mapping``.
    suffix: str
    start: tuple[str, ...]
    required: str
    optional: str
    end: tuple[str, ...]
    # Whether types were checked, and unknown fields refused, before.
    is_checked: bool


MAPPINGS = Origin(
    suffix="from_mapping",
    start=("if type(data) is not dict:", "    raise NeedsDiagnosis", "get = data.get"),
    required="data[{!r}]",
    optional="get({!r})",
    end=("if count != len(data):", "    raise NeedsDiagnosis"),
    is_checked=False,
)
STRUCTS = Origin(
    suffix="from_struct", start=(), required="data.{}", optional="data.{}", end=(), is_checked=True
)


def is_kept_as_text(kind: type) -> bool:
    """Whether embedded records are known again by their text.

    The same partners and officials occur all over a file; of sectors the codes do, and a
    source is seldom embedded twice.
    """
    return kind not in (Sector, Source)


def kinds() -> list[type]:
    """The classes of the tables, and all within them."""
    found: list[type] = []

    def visit(shape: Shape) -> None:
        if isinstance(shape, (Items, NameByLanguage)):
            visit(shape.of)
        elif isinstance(shape, (Record, Reference)):
            visit_fields(shape.type)

    def visit_fields(kind: type) -> None:
        if kind not in found:
            found.append(kind)
            for field in fields_of(kind):
                visit(field.shape)

    for kind in TABLES:
        visit_fields(kind)
    return found


class Program:
    """Writes the functions for one origin, and keeps what they name."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.constants: dict[str, Any] = {}
        # The caches that it names. Of values that a converter makes; of records of one field
        # that are made of its plain data, or of the one record that it refers to.
        self.converters: dict[str, Any] = {}
        self.shorthand_records: dict[str, tuple[type, str]] = {}
        self.single_references: dict[str, tuple[type, str]] = {}

    def text(self) -> str:
        """All functions, for the classes of the tables and all within them."""
        return "\n\n".join(self._function(kind) for kind in kinds())

    def _function(self, kind: type) -> str:
        name, fields = kind.__name__, fields_of(kind)
        self.constants |= {name: kind, f"{name}Draft": draft(kind)}
        attributes = {one.name: one for one in attrs.fields(kind)}
        lines = [*self._shorthand(kind), *self.origin.start]
        lines.append(f"count = {sum(field.required for field in fields)}")
        for field in fields:
            lines += self._field(name, field, attributes[field.name].converter)
        lines += [*self.origin.end, "key_count.keys += count", f"made = {name}Draft()"]
        lines += [f"made.{field.name} = {field.name}_" for field in fields]
        lines.append("made._attrs_cached_hash = None")
        if "_problems" in vars(kind):
            lines += ["if made._problems(()):", "    raise NeedsDiagnosis"]
        lines += [f"made.__class__ = {name}", "return made"]
        start = f"def {name}_{self.origin.suffix}(data):\n"
        return start + "\n".join(f"    {one}" for one in lines)

    def _shorthand(self, kind: type) -> Iterator[str]:
        """A record by its shorthand is often repeated, such as a side: it is shared."""
        short, table = shorthand_of(kind), f"{kind.__name__}_short"
        if short is None:
            return
        (shape,) = (field.shape for field in fields_of(kind) if field.name == short)
        if not isinstance(shape, Items):
            self.shorthand_records[table] = kind, short
            yield from ("if type(data) is str:", f"    return {table}[data]")
        elif isinstance(shape.of, Reference):
            yield from self._shorthand_of_references(kind, short, shape.of)
        else:
            self.shorthand_records[table] = kind, short
            yield from ("if type(data) is list:", f"    return {table}[tuple(data)]")

    def _shorthand_of_references(self, kind: type, short: str, of: Reference) -> Iterator[str]:
        table = f"{kind.__name__}_short"
        yield "if type(data) is list:"
        if not self.origin.is_checked:
            self.shorthand_records[table] = kind, short
            yield "    if not data or type(data[0]) is str:"
            yield f"        return {table}[tuple(data)]"
        self.single_references[f"{kind.__name__}_of"] = kind, short
        yield from ("    if len(data) == 1:", "        one, = data")
        yield f"        return {kind.__name__}_of[{self._record(of, 'one')}]"
        # Of embedded records each is shared by itself.
        yield f"    made = {kind.__name__}Draft()"
        yield f"    made.{short} = tuple([{self._record(of, 'one')} for one in data])"
        yield from ("    made._attrs_cached_hash = None", "    if made._problems(()):")
        yield from ("        raise NeedsDiagnosis", f"    made.__class__ = {kind.__name__}")
        yield "    return made"

    def _field(self, kind: str, field: Field, converter: Any) -> Iterator[str]:
        # No builtin, table or constant has a name that ends in an underscore.
        name, table = f"{field.name}_", f"{kind}_{field.name}"
        lines = list(self._value(field.shape, name, table, converter))
        if field.required:
            yield from (f"{name} = {self.origin.required.format(field.name)}", *lines)
            return
        yield f"{name} = {self.origin.optional.format(field.name)}"
        yield from (f"if {name} is not None:", "    count += 1")
        yield from (f"    {line}" for line in lines)
        if field.default is not None:
            self.constants[f"{table}_default"] = field.default
            yield from ("else:", f"    {name} = {table}_default")

    def _value(self, shape: Shape, name: str, table: str, converter: Any) -> Iterator[str]:
        """The expression that turns the plain data in the variable ``name`` into a value."""
        match shape:
            case NameByLanguage():
                yield f"{name} = phrases_{self.origin.suffix}({name})"
            case Record() | Reference():
                yield f"{name} = {self._record(shape, name)}"
            case Items(Record() | Reference() as of, count):
                yield from self._only(name, "list")
                yield from self._records(of, count, name)
            case Items():
                yield from self._only(name, "list")
                self.converters[table] = converter
                yield f"{name} = {table}[tuple({name})]"
            case Json():
                self.constants[table] = converter
                yield f"{name} = json({table}, {name})"
            case _:
                yield from self._only(name, shape.type.__name__ if type(shape) is Plain else "str")
                if converter is optional_address:
                    # Hardly two are the same: a cache would only grow.
                    self.constants[table] = converter
                    yield f"if '\\\\' in {name}:"
                    yield f"    {name} = {table}({name})"
                    yield f"key_count.colons += {name}.count(':')"
                elif converter not in _TYPE_CHECKS:
                    self.converters[table] = converter
                    yield f"{name} = {table}[{name}]"
                elif converter is coercion.optional_text:
                    # Short texts are repeated: places, publishers, codes.
                    yield f"if len({name}) < {_SHORT}:"
                    yield f"    {name} = texts[{name}]"
                    yield from ("else:", f"    key_count.colons += {name}.count(':')")

    def _records(self, of: Record | Reference, count: int | None, name: str) -> Iterator[str]:
        if count is not None:
            items = [f"{name}{number}" for number in range(count)]
            yield f"{', '.join(items)}, = {name}"
            yield f"{name} = ({', '.join(self._record(of, item) for item in items)},)"
            return
        if self.origin.is_checked and of.type is Sector:
            yield from (
                f"if len({name}) < {_FEW_SECTORS}:",
                f"    {name} = sector_lists[tuple({name})]",
            )
        else:
            # Most lists have one item, for which no loop need be set up.
            yield from (f"if len({name}) == 1:", f"    one, = {name}")
            yield f"    {name} = ({self._record(of, 'one')},)"
        yield from ("else:", f"    {name} = tuple([{self._record(of, 'one')} for one in {name}])")

    def _only(self, name: str, kind: str) -> Iterator[str]:
        if not self.origin.is_checked:
            yield f"if type({name}) is not {kind}:"
            yield "    raise NeedsDiagnosis"

    def _record(self, shape: Record | Reference, name: str) -> str:
        if isinstance(shape, Record):
            return f"{shape.type.__name__}_{self.origin.suffix}({name})"
        if self.origin.is_checked and shape.type is Sector:
            return f"known_sectors[{name}]"
        if self.origin.is_checked and is_kept_as_text(shape.type):
            return f"{shape.table}_from_raw({name})"
        known = f"known_{shape.table}[{name}]"
        embedded = f"embedded_{shape.table}_{self.origin.suffix}({name})"
        return f"{known} if type({name}) is str else {embedded}"
