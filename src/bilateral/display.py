"""How values show themselves: each class says its facts, and they become HTML here.

The HTML is for Jupyter: small tables, escaped, with nothing to run and nothing to load.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import NamedTuple

__all__ = ["Displayed", "Facts", "Table", "counted"]

_MOST_ROWS = 100


class Facts(NamedTuple):
    """What is known of one thing: names with values, of which the empty ones are left out."""

    caption: str
    rows: Iterable[tuple[str, object]]

    def html(self) -> str:
        """A table with a row for each fact."""
        cells = (
            f'<tr><th scope="row">{escape(name)}</th>{_cell(value)}</tr>'
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
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.header)
        body = "".join(
            f"<tr>{''.join(map(_cell, row))}</tr>" for row in islice(self.rows, _MOST_ROWS)
        )
        return _table(caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


class Displayed:
    """The base of the classes that Jupyter shows as tables."""

    __slots__ = ()

    @abstractmethod
    def _facts(self) -> Iterable[Facts | Table]:
        """What there is to show, in its order."""

    def _repr_html_(self) -> str:
        return "".join(part.html() for part in self._facts())


def counted(number: int, noun: str) -> str:
    """A number with an English noun.

    >>> counted(1, "official"), counted(9, "partner")
    ('1 official', '9 partners')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _cell(value: object) -> str:
    return f"<td>{escape(str(value))}</td>"


def _table(caption: str, content: str) -> str:
    return f"<table><caption>{escape(caption)}</caption>{content}</table>"
