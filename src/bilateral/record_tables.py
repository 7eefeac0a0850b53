"""The tables of a dossier: records in their order, each found by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self, SupportsIndex, TypeVar, overload

from bilateral import display
from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, hard, soft_tuple, text, unknown
from bilateral.errors import UnknownId
from bilateral.frozen import Frozen
from bilateral.partners import Partner
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.projects import Project
from bilateral.references import id_of, key_of
from bilateral.sectors import Sector
from bilateral.sources import Official, Source
from bilateral.trade import TradeFlow

__all__ = ["Record", "Table", "tabled"]

#: What a dossier has a table for.
Record = Agreement | Official | Partner | Project | Sector | Source | TradeFlow

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)
T = TypeVar("T")
_MOST_IDS = 5
# The table of each class, and what it shows of a record.
_COLUMNS: dict[type, tuple[str, ...]] = {
    Official: ("officials", "name", "office", "body"),
    Partner: ("partners", "name", "kind", "country"),
    Project: ("projects", "name", "partners", "sectors", "period", "status"),
    Sector: ("sectors", "name", "broader"),
    Source: ("sources", "publisher", "title", "date", "url"),
    TradeFlow: ("trade", "origin", "destination", "goods", "period", "trend"),
}
_plain: Any = tuple


class Table(display.Displayed, Frozen, tuple[R_co, ...]):  # noqa: SLOT001 - the rows are kept once they are made
    """Records of one class in their order, each of which is found by its id.

    It is a tuple, equal to a plain one of the same ``records``, that also answers
    ``table["id"]`` (`UnknownId` if there is none) and ``"id" in table``; the id of a sector is
    its code. A dossier has one for each class.

    Raises `ValidationError`: ``wrong-type``, ``duplicate-id``.

    >>> from bilateral.examples import astana_2025
    >>> partners = astana_2025().partners
    >>> partners["by-minsk-executive-committee"].label("en")
    'Minsk City Executive Committee'
    >>> "by-vi" in partners, partners.get("de")
    (True, None)
    """

    def __new__(cls, records: Iterable[R_co] = ()) -> Self:
        """A table of ``records``; errors as for the class (`Table`)."""
        found = super().__new__(cls, hard(soft_tuple(_record, records)))
        if problems := [*_problems(found)]:
            raise ValidationError(problems)
        return found

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each record by its id, from 0; it is made when it is first needed."""
        # All are of one class: its key is looked up once.
        key = key_of(type(self[0])) if self else ""
        return MappingProxyType({getattr(one, key): row for row, one in enumerate(self)})

    def ids(self) -> KeysView[str]:
        """The ids of the records in their order, with the operations of a set."""
        return self.rows.keys()

    @overload
    def get(self, id: str) -> R_co | None: ...
    @overload
    def get(self, id: str, default: T) -> R_co | T: ...
    def get(self, id: str, default: object = None) -> object:
        """The record with an ``id``, or ``default`` if there is none.

        Raises `ValidationError` (``wrong-type``) for what is no text.
        """
        row = self.rows.get(hard(text(id)))
        return default if row is None else self[row]

    @overload
    def __getitem__(self, key: SupportsIndex) -> R_co: ...
    @overload
    def __getitem__(self, key: slice) -> Table[R_co]: ...
    @overload
    def __getitem__(self, key: str) -> R_co: ...
    def __getitem__(self, key: SupportsIndex | slice | str) -> R_co | Table[R_co]:
        if isinstance(key, str):
            row = self.rows.get(key)
            if row is None:
                raise UnknownId(key, lambda: unknown("", key, self.rows).hint)
            return super().__getitem__(row)
        if isinstance(key, slice):
            return tabled(super().__getitem__(key))
        return super().__getitem__(key)

    def __contains__(self, record: object) -> bool:
        """Whether it has a record, or one with that id."""
        if isinstance(record, str):
            return record in self.rows
        if not self or type(record) is not type(self[0]):
            return False
        return self.get(id_of(record)) == record

    def __repr__(self) -> str:
        ids = [id_of(one) for one in self[:_MOST_IDS]]
        more = ["…"] if len(self) > _MOST_IDS else []
        return f"<Table of {len(self)}{': ' if ids else ''}{', '.join(ids + more)}>"

    def _facts(self, view: display.View) -> Iterable[display.Table]:
        from bilateral.lifecycle.overviews import register_table, successors_among

        agreements = [one for one in self if isinstance(one, Agreement)]
        if agreements:
            return [register_table(agreements, successors_among(agreements), view)]
        noun, *names = _COLUMNS[type(self[0])] if self else ("nothing",)
        header = [view.word("id"), *(view.name_of(type(self[0]), name) for name in names)]
        rows = ([id_of(one), *(_shown(one, name, view) for name in names)] for one in self)
        return [display.Table(view.word(noun), len(self), header, rows)]

    def __reduce__(self) -> tuple[Any, ...]:
        # The rows are no part of the value.
        return tabled, (tuple(self),)

    def _ipython_key_completions_(self) -> list[str]:
        return [*self.ids()]


def tabled(records: Iterable[R]) -> Table[R]:
    """A table of records that were checked; what could not be converted is left as it is."""
    given: Any = records
    if type(given) is Rejected:
        return given  # type: ignore[return-value]
    table: Table[R] = _plain.__new__(Table, given)
    return table


def _record(value: Any) -> Any:
    if not isinstance(value, Record):
        raise ValidationError([wrong_type_problem("record", value)])
    return value


def _problems(records: tuple[Record, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, record in enumerate(records):
        key = key_of(record)
        code = id_of(record)
        if type(record) is not type(records[0]):
            yield wrong_type_problem(type(records[0]).__name__, record).at(row)
        elif code in seen:
            yield Problem("duplicate-id", (row, key), code)
        seen.add(code)


def _shown(record: Record, name: str, view: display.View) -> str:
    return display.in_words(getattr(record, name), view.lang)
