"""The fast door: readers of records without fault, made from the description of the classes.

For each class one flat function is generated. It looks up each field once, checks its exact
type, and builds the record through a draft (see `draft`), whose checks are those of the class
itself. On anything unusual it raises whatever comes first: the careful reader in
`bilateral.formats.records` then looks at that record again, and finds the words for it.
The two doors let the same records through.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from bilateral import coercion
from bilateral.coercion import Rejected, is_list, is_mapping
from bilateral.dossiers import TABLES
from bilateral.extra import JsonMapping
from bilateral.schema import (
    Field,
    Items,
    Json,
    NameByLanguage,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    key_of,
    shorthand_of,
)
from bilateral.sectors import Sector
from bilateral.text import Phrases, compact, language_tags

__all__ = ["Faulty", "Readers", "kinds", "source"]

# Converters that do no more than check the type, which is done in place.
_TYPE_CHECKS = (coercion.text, coercion.optional_text, coercion.boolean)
_MOST_SHARED = 100_000
_SHORT = 24
_LARGEST = 2.0**63


class Faulty(Exception):  # noqa: N818 - no error yet: the careful reader decides
    """A record that is not for the fast door."""


class Shared(dict[Any, Any]):
    """What is made of a value, once for all records that have it; in bounds."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        value = self._make(key)
        if type(value) is Rejected:
            raise Faulty
        if len(self) < _MOST_SHARED:
            self[key] = value
        return value


class Readers:
    """The readers of one file, with the records that they can refer to, and what they share.

    ``known`` has the records of each table by their ids, ``read`` the reader of each table.
    ``keys[0]`` counts the keys of all mappings that were read: where a text has more of them,
    one stood there twice. ``inlined`` has the records that were written out within others;
    ``conflict`` says whether two different ones had the same id.
    """

    def __init__(self) -> None:
        self.keys: list[int] = [0]
        self.inlined: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.conflict = False
        self.known: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.known["sectors"] = Shared(Sector)
        namespace: dict[str, Any] = {"Faulty": Faulty, "keys": self.keys, "json": self._json}
        namespace["texts"] = Shared(str)
        namespace |= {f"known_{name}": table for name, table in self.known.items()}
        code, program = _compiled()
        namespace |= program.constants
        tables = {convert: Shared(convert) for convert in program.converters.values()}
        namespace |= {name: tables[convert] for name, convert in program.converters.items()}
        exec(code, namespace)  # noqa: S102 - our own text, see `source`
        namespace["phrases"] = _phrases_reader(namespace["read_Phrase"], self.keys)
        for name, (reader, field) in program.shorthands.items():
            namespace[name] = Shared(self._by_shorthand(namespace[reader], field))
        self.read: dict[str, Callable[[Any], Any]] = {
            name: namespace[f"read_{kind.__name__}"] for kind, name in TABLES.items()
        }
        for kind, name in TABLES.items():
            namespace[f"inline_{name}"] = self._inline(name, key_of(kind))

    def _by_shorthand(self, read: Callable[[Any], Any], field: str) -> Callable[[Any], Any]:
        def make(key: Any) -> Any:
            items: Iterable[Any] = key
            record = read({field: list(items) if type(key) is tuple else key})
            self.keys[0] -= 1
            return record

        return make

    def _inline(self, table: str, key: str) -> Callable[[Any], Any]:
        """The reader of records that are written out; what repeats is read once."""
        read, keys, inlined = self.read[table], self.keys, self.inlined[table]
        seen: dict[Any, tuple[Any, int, Any]] = {}

        def inline(data: Any) -> Any:
            code = data[key]
            raw = seen.get(code)
            if raw is not None and raw[0] == data:
                keys[0] += raw[1]
                return raw[2]
            before = keys[0]
            record = inlined.setdefault(code, made := read(data))
            if record is made:
                return record
            if record != made:
                self.conflict = True
                return made
            # It repeats. To Python 1 is True, but not to us: only texts are compared.
            if len(seen) < _MOST_SHARED and _has_only_texts(data):
                seen[code] = data, keys[0] - before, record
            return record

        return inline

    def _json(self, convert: Callable[[Any], JsonMapping], data: Any) -> JsonMapping:
        value = convert(data)
        if type(value) is not JsonMapping:
            raise Faulty
        self._count(data)
        return value

    def _count(self, data: Any) -> None:
        if is_mapping(data):
            self.keys[0] += len(data)
            values: Iterable[Any] = data.values()
        elif is_list(data):
            values = data
        elif type(data) is float and abs(data) >= _LARGEST:
            # Some libraries make it of a whole number that is too long for them.
            raise Faulty
        else:
            return
        for value in values:
            self._count(value)


def _has_only_texts(data: Any) -> bool:
    if is_mapping(data):
        return all(map(_has_only_texts, data.values()))
    return all(map(_has_only_texts, data)) if is_list(data) else isinstance(data, str)


def _phrases_reader(read_phrase: Callable[[Any], Any], keys: list[int]) -> Callable[[Any], Phrases]:
    """A reader of names; its drafts are filled by the slots, for a mapping is abstract."""
    tags_of: Shared = Shared(lambda tags: tuple(sorted(language_tags(tags))))
    new = object.__new__
    slots: Any = vars(Phrases)
    set_tags, set_values, set_hash = (slots[name].__set__ for name in ("_tags", "_values", "_hash"))

    def read(data: Any) -> Phrases:
        if data.__class__ is not dict or not data:
            raise Faulty
        keys[0] += len(data)
        tags: tuple[str, ...] = tags_of[tuple(data)]
        values: list[Any] = []
        for tag in tags:
            value = data[tag]
            if type(value) is not str:
                value = compact(read_phrase(value))
            elif not value or value.isspace():
                raise Faulty
            values.append(value)
        made = new(Phrases)
        set_tags(made, tags)
        set_values(made, tuple(values))
        set_hash(made, None)
        return made

    return read


def draft(kind: type) -> type:
    """A class with the slots and methods of ``kind`` that can still be filled.

    An instance becomes one of ``kind`` by changing its class: half the cost of a frozen
    class's own constructor. No converter could have left notes in its fields
    (`bilateral.coercion.rejected`), so the checks of the class find only what is wrong with
    values of the right types.
    """
    methods: dict[str, Any] = {
        name: value
        for name, value in vars(kind).items()
        if isinstance(value, (types.FunctionType, property)) and name != "__init__"
    }
    of: Any = kind
    namespace: dict[str, Any] = {
        **methods,
        "__slots__": of.__slots__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
        "__attrs_attrs__": of.__attrs_attrs__,
        "has_right_types": True,
        "check": of.__attrs_post_init__,
    }
    return type(f"{kind.__name__}Draft", kind.__bases__, namespace)


# --- the program -----------------------------------------------------------------------------


@cache
def _compiled() -> tuple[types.CodeType, _Program]:
    program = _Program()
    return compile(program.text(), f"<{__name__}>", "exec"), program


def source() -> str:
    r"""The text of the generated program, for those who want to read it.

    >>> print(source().partition("\n\n")[0])  # doctest: +ELLIPSIS
    def read_Sector(data):
        if type(data) is not dict:
            raise Faulty
        left = len(data)
        keys[0] += left
        get = data.get
        code_ = data['code']
        ...
        made.check()
        made.__class__ = Sector
        return made
    """
    return _Program().text()


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


class _Program:
    """Writes the functions, and keeps what they name."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {}
        self.converters: dict[str, Any] = {}
        self.shorthands: dict[str, tuple[str, str]] = {}

    def text(self) -> str:
        """All functions, for the classes of the tables and all within them."""
        return "\n\n".join(self._function(kind) for kind in kinds())

    def _function(self, kind: type) -> str:
        name, fields = kind.__name__, fields_of(kind)
        self.constants |= {name: kind, f"{name}Draft": draft(kind)}
        attributes = {one.name: one for one in attrs.fields(kind)}
        required = sum(field.required for field in fields)
        lines = [*self._shorthand(kind), *self._only("data", "dict")]
        lines += ["left = len(data)", "keys[0] += left", "get = data.get"]
        for field in fields:
            lines += self._field(name, field, attributes[field.name].converter)
        lines += [f"if left != {required}:", "    raise Faulty", f"made = {name}Draft()"]
        lines += [f"made.{field.name} = {field.name}_" for field in fields]
        lines += ["made._attrs_cached_hash = None", "made.check()", f"made.__class__ = {name}"]
        return f"def read_{name}(data):\n" + "\n".join(
            f"    {line}" for line in [*lines, "return made"]
        )

    def _shorthand(self, kind: type) -> Iterator[str]:
        """A record by its shorthand is often repeated, such as a side: it is shared."""
        short, table = shorthand_of(kind), f"{kind.__name__}_short"
        if short is None:
            return
        (shape,) = (field.shape for field in fields_of(kind) if field.name == short)
        self.shorthands[table] = (f"read_{kind.__name__}", short)
        if isinstance(shape, Items):
            yield from ("if type(data) is list:", "    if not data or type(data[0]) is str:")
            yield f"        return {table}[tuple(data)]"
            # Records that are written out are shared one by one.
            yield from (f"    data = {{{short!r}: data}}", "    keys[0] -= 1")
        else:
            yield from ("if type(data) is str:", f"    return {table}[data]")

    def _field(self, kind: str, field: Field, converter: Any) -> Iterator[str]:
        # No builtin, table or constant has a name that ends in an underscore.
        name, table = f"{field.name}_", f"{kind}_{field.name}"
        lines = list(self._value(field.shape, name, table, converter))
        if field.required:
            yield from (f"{name} = data[{field.name!r}]", *lines)
            return
        yield from (f"{name} = get({field.name!r})", f"if {name} is not None:", "    left -= 1")
        yield from (f"    {line}" for line in lines)
        if field.default is not None:
            self.constants[f"{table}_default"] = field.default
            yield from ("else:", f"    {name} = {table}_default")

    def _value(self, shape: Shape, name: str, table: str, converter: Any) -> Iterator[str]:
        """What turns the plain data in the variable ``name`` into a value."""
        match shape:
            case NameByLanguage():
                yield f"{name} = phrases({name})"
            case Record() | Reference():
                yield f"{name} = {self._record(shape, name)}"
            case Items(Record() | Reference() as of):
                yield from self._only(name, "list")
                yield f"{name} = tuple([{self._record(of, 'one')} for one in {name}])"
            case Items():
                yield from self._only(name, "list")
                self.converters[table] = converter
                yield f"{name} = {table}[tuple({name})]"
            case Json():
                self.constants[table] = converter
                yield f"{name} = json({table}, {name})"
            case _:
                yield from self._only(name, shape.type.__name__ if type(shape) is Plain else "str")
                if converter not in _TYPE_CHECKS:
                    self.converters[table] = converter
                    yield f"{name} = {table}[{name}]"
                elif converter is coercion.optional_text:
                    # Short texts are repeated: places, publishers, codes.
                    yield f"if len({name}) < {_SHORT}:"
                    yield f"    {name} = texts[{name}]"

    @staticmethod
    def _only(name: str, kind: str) -> Iterator[str]:
        yield f"if type({name}) is not {kind}:"
        yield "    raise Faulty"

    @staticmethod
    def _record(shape: Record | Reference, name: str) -> str:
        if isinstance(shape, Reference):
            known, inline = f"known_{shape.table}[{name}]", f"inline_{shape.table}({name})"
            return f"{known} if type({name}) is str else {inline}"
        return f"read_{shape.type.__name__}({name})"
