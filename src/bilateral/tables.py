"""The tables of the package, and those of each language.

A table is tab-separated text with a header row and ``#`` comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pkgutil import get_data
from typing import TYPE_CHECKING

from bilateral.errors import UnknownLanguage
from bilateral.tags import best_tag, tag_key

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Row",
    "Tables",
    "add_language",
    "file_rows",
    "languages",
    "listed",
    "package_rows",
    "parse_rows",
    "resolve",
    "tables_of",
]

BUILT_IN = ("de", "en", "ru")

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


class Tables:
    """The tables of one language, each read when first asked for."""

    def __init__(self, lang: str, read: Callable[[str], Iterator[Row]]) -> None:
        self.lang = lang
        self.read = read
        self._rows: dict[str, dict[str, Row]] = {}

    def rows(self, topic: str, key: str = "id") -> dict[str, Row]:
        """The rows of the table ``topic`` by their ``key``."""
        if topic not in self._rows:
            self._rows[topic] = {row[key]: row for row in self.read(topic) if key in row}
        return self._rows[topic]


class _Languages:
    """The languages that there are, the built-in and the added ones, with their tables."""

    def __init__(self, added: Mapping[str, Path]) -> None:
        self.added = added
        self.tags = tuple(sorted({*BUILT_IN, *added}))
        self._tables: dict[str, Tables] = {}

    def tables_of(self, tag: str) -> Tables:
        """The tables that serve a tag."""
        known = self._tables.get(tag)
        return known or self._tables.setdefault(tag, self._served(tag))

    def _served(self, tag: str) -> Tables:
        lang = resolve(tag)
        if lang != tag:
            return self.tables_of(lang)
        folder = self.added.get(lang)
        if folder:
            return Tables(lang, lambda topic: file_rows(folder / f"{topic}.tsv"))
        return Tables(lang, lambda topic: package_rows("bilateral.language", f"{lang}/{topic}.tsv"))


# One more with each language that is added, the last of which counts: what was made of the
# tables before is not used then.
_known = [_Languages({})]


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are tables for."""
    return _known[-1].tags


def add_language(lang: str, folder: str | Path) -> None:
    """Add a language: ``lang`` is its tag, ``folder`` has its tables (``vocabulary.tsv`` …).

    ``docs/reference/language-tables.md`` describes the tables.

    >>> add_language("pl", "tables/pl")  # doctest: +SKIP
    """
    from pathlib import Path

    _known.append(_Languages({**_known[-1].added, lang: Path(folder)}))


def resolve(tag: str) -> str:
    """The language whose tables serve a BCP 47 tag: ``de-AT`` and ``DE_at`` are served by ``de``.

    Raises `UnknownLanguage` when there is none; no other language steps in.
    """
    known = languages()
    # Without its extensions, which begin with a single letter or digit.
    found = best_tag(re.split("-[a-z0-9]-", tag_key(tag), maxsplit=1)[0], known)
    if found is None:
        raise UnknownLanguage(tag, known)
    return found


def tables_of(lang: str) -> Tables:
    """The tables of a language, by a tag that `resolve` understands; errors as there."""
    return _known[-1].tables_of(lang if isinstance(lang, str) else resolve(lang))
