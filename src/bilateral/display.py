"""Values shown as one line of code, and as HTML.

Each class says its facts; they become HTML for Jupyter here: small tables, escaped, with
nothing to run and nothing to load. The code leaves out what need not be said.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import attrs

from bilateral.frozen import Frozen
from bilateral.interchange import Modelled

__all__ = ["Concise", "Displayed", "Facts", "Record", "Table", "counted"]

_MOST_ROWS = 100
_MOST_ITEMS = 6
_MOST_CHARACTERS = 80
_LONG_MAPPING = "{…}"


class Facts(NamedTuple):
    """The facts about one thing: names with values, of which the empty ones are left out."""

    caption: str
    rows: Iterable[tuple[str, object]]

    def html(self) -> str:
        """A table with a row for each fact."""
        cells = (
            f'<tr><th scope="row">{_escaped(name)}</th>{_cell(value)}</tr>'
            for name, value in self.rows
            if value not in (None, "")
        )
        return _table(self.caption, "".join(cells))


class Table(NamedTuple):
    """So many things of one sort, a row each; the first hundred stand for all."""

    noun: str
    total: int
    header: Sequence[str]
    rows: Iterable[Sequence[object]]

    def html(self) -> str:
        """A table that says how many rows there are, and how many it does not show."""
        hidden = max(self.total - _MOST_ROWS, 0)
        caption = counted(self.total, self.noun) + (f", {hidden} not shown" if hidden else "")
        head = "".join(f'<th scope="col">{_escaped(name)}</th>' for name in self.header)
        body = "".join(
            f"<tr>{''.join(map(_cell, row))}</tr>" for row in islice(self.rows, _MOST_ROWS)
        )
        return _table(caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


class Displayed:
    """The base of the classes that Jupyter shows as tables."""

    __slots__ = ()

    @abstractmethod
    def _facts(self) -> Iterable[Facts | Table]:
        """The facts to show, in their order."""

    def _repr_html_(self) -> str:
        return "".join(part.html() for part in self._facts())


def counted(number: int, noun: str) -> str:
    """A number with an English noun.

    >>> counted(1, "official"), counted(9, "partner")
    ('1 official', '9 partners')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Concise:
    """The base of what has a shorter form within the code of another value."""

    __slots__ = ()

    @abstractmethod
    def _brief(self) -> str:
        """Code for what a field of another class takes in its place."""


class Record(Modelled, Concise, Frozen):
    """The base of immutable classes made with attrs: ``repr`` is code without the defaults.

    What has an id stands for itself by that within other records. Long texts, lists and
    mappings are cut short; long names are left out where there always is one.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(_arguments(self))})"

    def _brief(self) -> str:
        key = getattr(self, "id", None)
        if key is not None:
            return repr(key)
        record: Any = self
        given = [field.name for field in record.__attrs_attrs__ if _given(self, field)]
        # Such a field can stand for the whole, if there is nothing else.
        whole = given == [getattr(self, "__shorthand__", None)]
        return brief(getattr(self, given[0])) if whole else repr(self)


def _arguments(record: Any) -> Iterable[str]:
    """The arguments that make the record; the first ones go without their names."""
    named = False
    for index, field in enumerate(record.__attrs_attrs__):
        text = _given(record, field)
        named = named or field.kw_only or not text or (index > 0 and text[0] in "[{")
        if text:
            yield f"{field.name}={text}" if named else text


def _given(record: Record, field: attrs.Attribute[Any]) -> str:
    """The content of a field; nothing if that need not be said, or if it is not filled yet."""
    value = getattr(record, field.name, attrs.NOTHING) if field.repr else attrs.NOTHING
    if value is attrs.NOTHING or (type(value) is type(field.default) and value == field.default):
        return ""
    text = brief(value)
    return "" if text == _LONG_MAPPING and field.default is attrs.NOTHING else text


def brief(value: Any) -> str:
    """A value within another one, as short code.

    >>> brief(("BY", {"en": "x" * 100}))
    "['BY', {…}]"
    """
    if isinstance(value, Concise):
        return value._brief()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if isinstance(value, str):
        # Of a member of an enumeration this is its code.
        long = len(value) > _MOST_CHARACTERS
        return repr(f"{value[: _MOST_CHARACTERS - 1]}…" if long else str(value))
    # Not by `isinstance`: a named tuple has a form of its own.
    kind = value.__class__
    if kind in (list, tuple):
        return f"[{_few(map(brief, value))}]"
    if kind is frozenset and value:
        return f"{{{_few(sorted(map(brief, value)))}}}"
    if issubclass(kind, Mapping):
        text = ", ".join(f"{key!r}: {brief(item)}" for key, item in value.items())
        return f"{{{text}}}" if len(text) <= _MOST_CHARACTERS else _LONG_MAPPING
    return repr(value)


def _few(texts: Iterable[str]) -> str:
    first = [*islice(texts, _MOST_ITEMS + 1)]
    return ", ".join([*first[:_MOST_ITEMS], "…"] if len(first) > _MOST_ITEMS else first)


def _escaped(value: object) -> str:
    # It brings the names of all entities, which the import of the model need not wait for.
    from html import escape

    return escape(str(value))


def _cell(value: object) -> str:
    return f"<td>{_escaped(value)}</td>"


def _table(caption: str, content: str) -> str:
    return f"<table><caption>{_escaped(caption)}</caption>{content}</table>"
