"""The package's data tables: tab-separated text with a header row and ``#`` comments."""

from __future__ import annotations

from collections.abc import Iterator
from pkgutil import get_data
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Row", "listed", "package_rows", "parse_rows"]

Row = dict[str, str]


def listed(cell: str) -> list[str]:
    """The texts in a cell that has several, such as aliases.

    >>> listed("Minsk | Mensk"), listed("")
    (['Minsk', 'Mensk'], [])
    """
    return [text for text in cell.split(" | ") if text]


def parse_rows(text: str) -> Iterator[Row]:
    r"""The rows of a table as mappings from column to cell, without the empty cells.

    >>> list(parse_rows("# who wrote it\nid\tnom\tgen\nBY\tБеларусь\t\n"))
    [{'id': 'BY', 'nom': 'Беларусь'}]
    """
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    columns = next(lines, "").split("\t")
    for line in lines:
        cells = zip(columns, line.split("\t"), strict=False)
        yield {column: cell for column, cell in cells if cell}


def package_rows(package: str, path: str) -> Iterator[Row]:
    """The rows of a table in a package's ``data`` folder; none if there is no such table."""
    try:
        data = get_data(package, f"data/{path}")
    except FileNotFoundError:
        return iter(())
    return parse_rows((data or b"").decode())


def file_rows(path: Path) -> Iterator[Row]:
    """The rows of a table in a file of the user's; none if there is no such file."""
    return parse_rows(path.read_text(encoding="utf-8")) if path.exists() else iter(())
