"""The columns of flat tables, as the description of the classes has them.

A field with one value, or with a list of them, is a column. A name is a column for each
language and form; a list of fixed length, and a record within the record, have the columns of
what is in them. A list of records is a table of its own, whose first column says which record
it belongs to. What fits none of these stands in its cell as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from bilateral.dossiers import TABLES, Dossier
from bilateral.language.lexicon import capitalised, lexicon
from bilateral.tables import languages
from bilateral.text import Phrase
from bilateral.topics import topic_of
from bilateral.vocabulary import CodedEnum
from bilateral.wire.schema import (
    Coded,
    Field,
    Items,
    Json,
    NameByLanguage,
    Parsed,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    shorthand_of,
)

__all__ = ["Column", "Table", "has_labels", "has_names", "is_cell", "item_of", "tables"]

_VERSION = Field("bilateral", Plain(str), None)
_DOSSIER = "dossier"


@attrs.frozen
class Column:
    """A column: where its values belong in a record, and what they are.

    ``path`` is its stable name in parts (``sides``, ``1``), ``steps`` leads to the value in
    plain data, ``words`` are the ids of the names of its parts in the table ``fields``.
    An ``optional`` one is written only where a record has a value for it.
    """

    path: tuple[str, ...]
    steps: tuple[str | int, ...]
    shape: Shape
    words: tuple[str, ...]
    optional: bool

    @property
    def name(self) -> str:
        """The stable name, the same in every language."""
        return ".".join(self.path)

    def header(self, lang: str) -> str:
        """The name for people."""
        head, *rest = (_word(part, lang) for part in self.words)
        while rest and rest[0].isdigit():
            head += f" {rest.pop(0)}"
        return capitalised(f"{head} ({', '.join(rest)})" if rest else head)


@attrs.frozen
class Table:
    """A flat table: the records of a class, or those in a field of another table's records."""

    name: str
    kind: type
    parent: Table | None = None
    field: str = ""

    def title(self, lang: str) -> str:
        """The name for people."""
        if self.parent is None:
            name = _DOSSIER if self.name == _DOSSIER else f"{_DOSSIER}.{self.name}"
            return capitalised(_word(name, lang))
        part = _word(f"{topic_of(self.parent.kind)}.{self.field}", lang)
        return f"{self.parent.title(lang)} – {part}"

    def columns(self, tags: Iterable[str] = ()) -> Iterator[Column]:
        """All columns; those of names for the built-in languages and those of ``tags``."""
        if self.parent is not None:
            owner = Reference(self.parent.kind, self.parent.name)
            path = (self.parent.name,)
            yield Column(path, path, owner, (topic_of(self.parent.kind),), optional=False)
        walk = _Walk(sorted({*languages(), *tags}))
        yield from walk.record(self.kind, self._fields(), (), (), (), optional=False)

    def _fields(self) -> Iterator[Field]:
        """The fields that have no table of their own."""
        if self.kind is Dossier:
            yield _VERSION
            yield from (one for one in fields_of(Dossier) if one.name not in TABLES.values())
        else:
            yield from (one for one in fields_of(self.kind) if self.parent or not _listed(one))


def tables() -> dict[str, Table]:
    """All flat tables by name: the dossier itself, its tables, and the lists in their records."""
    found = [Table(_DOSSIER, Dossier)]
    for kind, name in TABLES.items():
        found += _with_lists(Table(name, kind))
    return {table.name: table for table in found}


def _with_lists(table: Table) -> Iterator[Table]:
    yield table
    for field in fields_of(table.kind):
        inner = _listed(field)
        if inner:
            yield Table(f"{table.name}.{field.name}", inner, table, field.name)


def _listed(field: Field) -> type[Any] | None:
    """The class of the records in a field, if they have a table of their own."""
    match field.shape:
        case Items(Record(kind), None):
            return kind
        case _:
            return None


def is_cell(shape: Shape) -> bool:
    """Whether a value is a single text, number, truth value or date."""
    return isinstance(shape, (Plain, Coded, Parsed, Reference))


def item_of(shape: Shape) -> Shape:
    """The shape of what is in a cell once or, for a list, several times."""
    return shape.of if isinstance(shape, Items) else shape


def has_names(shape: Shape) -> bool:
    """Whether people may write a name for what stands in a cell: a label, or a language."""
    match item_of(shape):
        case Plain(is_language=True):
            return True
        case _:
            return has_labels(shape)


def has_labels(shape: Shape) -> bool:
    """Whether what stands in a cell are codes that have names."""
    match item_of(shape):
        case Coded(kind):
            return issubclass(kind, CodedEnum)
        case Plain(_, codes):
            return codes is not None
        case Reference(kind):
            return "name" in _names_in(kind)
        case _:
            return False


def _names_in(kind: type) -> set[str]:
    return {field.name for field in fields_of(kind)}


class _Walk:
    """Goes through the description of a class and yields the columns."""

    def __init__(self, tags: list[str]) -> None:
        self._tags = tags
        self._known = languages()

    def record(
        self,
        kind: type,
        fields: Iterable[Field] | None,
        path: tuple[str, ...],
        steps: tuple[str | int, ...],
        words: tuple[str, ...],
        *,
        optional: bool,
    ) -> Iterator[Column]:
        for field in fields_of(kind) if fields is None else fields:
            # A side is called "side 1" and not "side 1 (partners)".
            short = bool(path) and field.name == shorthand_of(kind)
            yield from self._columns(
                field.shape,
                path if short else (*path, field.name),
                (*steps, field.name),
                words if short else (*words, f"{topic_of(kind)}.{field.name}"),
                optional=optional
                or isinstance(field.shape, Record)
                or (kind is Phrase and not short),
            )

    def _columns(
        self,
        shape: Shape,
        path: tuple[str, ...],
        steps: tuple[str | int, ...],
        words: tuple[str, ...],
        *,
        optional: bool,
    ) -> Iterator[Column]:
        match shape:
            case Record(kind):
                yield from self.record(kind, None, path, steps, words, optional=optional)
            case NameByLanguage(of):
                for tag in self._tags:
                    place = (*path, tag), (*steps, tag), (*words, tag)
                    rare = optional or tag not in self._known
                    yield from self._columns(of, *place, optional=rare)
            case Items(of, int(count)):
                named = (topic_of(of.type),) if isinstance(of, Record) else words
                for index in range(count):
                    number = str(index + 1)
                    place = (*path, number), (*steps, index), (*named, number)
                    yield from self._columns(of, *place, optional=optional)
            case _:
                yield Column(path, steps, shape, words, optional or isinstance(shape, Json))


def _word(part: str, lang: str) -> str:
    """The name of a field; where the table has none, its name in the class."""
    row = lexicon(lang).rows("fields").get(part, {})
    return row.get("nom") or part.rpartition(".")[2]
