"""The cells of one row, by the fields of their columns, and the draft that they fill."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import attrs

from bilateral.intake.drafts import Draft
from bilateral.intake.findings import Reading
from bilateral.intake.layout.columns import Columns
from bilateral.intake.layout.date_orders import DateStyle
from bilateral.intake.layout.headings import Section
from bilateral.language.folding import tidy
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.wire.sheets.protection import Cell, text_of

__all__ = ["Given", "plain"]

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Given:
    """What stands in a row: ``cells`` by field, and the columns that they are in (``places``).

    ``keys`` has the key of the private data for each column, ``styles`` how the columns write
    dates. The fields in ``stated`` are those that a person has corrected. ``is_numbered`` tells
    whether the row has a number of its own, ``section`` what the headings above it say,
    ``told`` what a name in the column of partners is of which no more is known, ``are_towns``
    whether most of those that are known are towns, ``is_one_kind``
    whether that of kinds has the same one in all rows, ``are_dated`` whether dates stand behind
    all titles, ``have_days`` whether nearly all have theirs somewhere.
    """

    draft: Draft
    columns: Columns
    keys: Mapping[int, str]
    cells: dict[str, Cell]
    places: Mapping[str, int]
    stated: Collection[str]
    styles: Mapping[str, DateStyle]
    is_numbered: bool
    section: Section
    told: PartnerKind | None
    are_towns: bool
    is_one_kind: bool
    are_dated: bool
    have_days: bool

    def column(self, field: str) -> str:
        """The header of the column of a field."""
        place = self.places.get(field)
        return self.columns.name(place) if place else ""

    def text(self, field: str) -> str:
        """The text in the cell of a field; empty if there is none."""
        return tidy(text_of(self.cells[field])) if field in self.cells else ""

    def take(self, field: str, reading: Reading[Any], source: str = "") -> bool:
        """Note the reading of a cell; what is not taken stays among the private data."""
        source = source or field
        is_taken = self.draft.take(field, reading, self.column(source), self.text(source))
        if not is_taken and reading.problem is not None and source != "title":
            self.keep(source)
        return is_taken

    def keep(self, field: str) -> None:
        """Keep a cell among the private data."""
        key = self.keys.get(self.places.get(field, 0))
        if key and field in self.cells:
            self.draft.keep(key, plain(self.cells[field]))

    def uncertain(self, field: str, reading: Reading[T]) -> Reading[T]:
        """The reading of a part of the title, marked if the title may be read otherwise."""
        title = self.draft.title
        if title is None or field not in title.uncertain or reading.value is None:
            return reading
        return attrs.evolve(reading, problem=Problem("uncertain-reading", (), title.text))

    def contradiction(self, value: str, field: str, other: str) -> Problem:
        """The problem of a cell that says something else than another one of the row."""
        column = self.column(field)
        return Problem("different-values", (), value, details={"other": other, "column": column})


def plain(cell: Cell) -> Any:
    """A cell as JSON has it."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    return cell if isinstance(cell, (bool, int)) else text_of(cell)
