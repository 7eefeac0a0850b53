"""Which table a sheet is, and which of its columns is what, by the headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from bilateral.formats.cells import is_blank, text_of
from bilateral.formats.columns import Column, Table, tables
from bilateral.formats.documents import Place
from bilateral.formats.labels import fold, fold_marks
from bilateral.formats.sheets import Row, Sheet, title_of
from bilateral.language.lexicon import languages, resolve
from bilateral.schema import key_of
from bilateral.text import TAG_PATTERN

__all__ = ["Part", "is_filled", "letters", "nearest_header", "recognised"]

# How far down the headers may stand below a title.
_HEADER_ROWS = 30
_BRACKETS = re.compile(r"(?P<words>.*)\[(?P<name>[^\[\]]+)\]\s*", re.DOTALL)
_TAG = re.compile(TAG_PATTERN)
_PUNCTUATION = re.compile(r"[][().,\s]+")


def is_filled(row: Row) -> bool:
    """Whether something stands in a row."""
    return not all(map(is_blank, row.values()))


@attrs.frozen(eq=False)
class Part:
    """A sheet that has been recognised."""

    sheet: Sheet
    table: Table
    header: int
    columns: dict[int, Column]
    lang: str | None

    def records(self) -> Iterator[dict[int, Row]]:
        """The rows of each record: one, or several where its id is one cell over several rows."""
        key = self._key_column()
        rows: dict[int, Row] = {}
        for number, row in sorted(_unmerged(self.sheet).items()):
            if number <= self.header or not is_filled(row):
                continue
            if rows and not any(area.continues(number, key) for area in self.sheet.merged):
                yield rows
                rows = {}
            rows[number] = row
        if rows:
            yield rows

    def columns_by_use(self, rows: Mapping[int, Row]) -> list[tuple[int, Column]]:
        """The columns, those first that have something in these rows."""
        blank = {
            number: all(is_blank(row.get(number)) for row in rows.values())
            for number in self.columns
        }
        return sorted(self.columns.items(), key=lambda one: (blank[one[0]], one[0]))

    def _key_column(self) -> int:
        """The column of the ids, 0 if there is none; many rows belong to one owner, though."""
        steps = (key_of(self.table.kind),)
        found = (number for number, column in self.columns.items() if column.steps == steps)
        return 0 if self.table.parent else next(found, 0)

    def header_of(self, number: int) -> str:
        """What stands at the head of a column."""
        return text_of(self.sheet.rows[self.header].get(number, ""))

    def place(self, row: int, column: int = 1) -> Place:
        """Where a cell of the sheet is."""
        return Place(row, column, self.sheet.title)


def _unmerged(sheet: Sheet) -> dict[int, Row]:
    """The rows of a sheet where each part of a merged cell has its content."""
    rows = {number: dict(row) for number, row in sheet.rows.items()}
    last = max((max(row, default=0) for row in rows.values()), default=0)
    for area in sheet.merged:
        content = rows.get(area.top, {}).get(area.left)
        for number in range(area.top, area.bottom + 1) if content is not None else ():
            if number in rows:
                columns = range(area.left, min(area.right, last) + 1)
                rows[number].update(dict.fromkeys(columns, content))
    return rows


def recognised(sheet: Sheet, lang: str | None) -> Part | None:
    """What a sheet is: by its name or, if that says nothing, by its headers alone."""
    called = [table for table in tables().values() if _is_called(table, sheet)]
    found = [_matched(sheet, table, lang) for table in called or tables().values()]
    most = max(len(part.columns) for part in found)
    best = [part for part in found if len(part.columns) == most]
    if most == 0 or (not called and (most == 1 or len(best) > 1)):
        return None
    return best[0]


def _is_called(table: Table, sheet: Sheet) -> bool:
    titles = [table.name, *(title_of(table, lang) for lang in languages())]
    return fold_marks(sheet.name) in map(fold_marks, titles)


def _matched(sheet: Sheet, table: Table, lang: str | None) -> Part:
    """The sheet read as a table: the row with the most headers that the table knows."""
    top = dict(sorted(sheet.rows.items())[:_HEADER_ROWS])
    headers = _Headers(table, {tag for row in top.values() for tag in _tags_in(row)})
    matched = {number: headers.columns_in(row) for number, row in top.items()}
    number = max(matched, key=lambda number: len(matched[number]))
    return Part(sheet, table, number, matched[number], lang or headers.lang_of(top[number]))


def _tags_in(row: Row) -> set[str]:
    """What may be a language tag in a row of headers."""
    words = (word for cell in row.values() for word in _PUNCTUATION.split(text_of(cell)))
    return set(filter(_TAG.fullmatch, words))


class _Headers:
    """The columns of a table by what may stand at their heads."""

    def __init__(self, table: Table, tags: set[str]) -> None:
        columns = list(table.columns(tags))
        self._by_name = {fold(column.name): column for column in columns}
        self._by_words: dict[str, dict[str, Column]] = {}
        for column in columns:
            for lang in languages():
                self._by_words.setdefault(fold(column.header(lang)), {})[lang] = column

    def columns_in(self, row: Row) -> dict[int, Column]:
        """The columns of a row of headers by their numbers."""
        texts = [(number, text_of(cell)) for number, cell in row.items()]
        found = [(number, text, self._column(text)) for number, text in texts]
        # Codes come before their labels: they decide.
        found.sort(key=lambda one: (_BRACKETS.fullmatch(one[1]) is None, one[0]))
        return {number: column for number, _, column in found if column}

    def _column(self, text: str) -> Column | None:
        match = _BRACKETS.fullmatch(text)
        if match:
            return self._by_name.get(fold(match["name"]))
        words = _words(text)
        return self._by_name.get(words) or next(iter(self._by_words.get(words, {}).values()), None)

    def lang_of(self, row: Row) -> str | None:
        """The language that most headers are in."""
        votes = Counter(
            lang for cell in row.values() for lang in self._by_words.get(_words(text_of(cell)), ())
        )
        return votes.most_common(1)[0][0] if votes else None


def _words(header: str) -> str:
    match = _BRACKETS.fullmatch(header)
    return fold(match["words"] if match else header).rstrip(" :*")


def nearest_header(table: Table, text: str, lang: str | None) -> str | None:
    """The header that somebody may have meant, in the language of the sheet if it is one."""
    from difflib import get_close_matches

    words = _words(text)[:100]
    known: dict[str, str] = {}
    for tag in dict.fromkeys((resolve(lang) if lang else languages()[0], *languages())):
        headers = {fold(one.header(tag)): one.header(tag) for one in table.columns()}
        begun = [header for words_of, header in headers.items() if words_of.startswith(f"{words} ")]
        if begun:
            # Of a name, the one in the language of the sheet.
            return next((header for header in begun if header.endswith(f"({tag})")), begun[0])
        known = {**headers, **known}
    near = get_close_matches(words, known, n=1, cutoff=0.75)
    return known[near[0]] if near else None


def letters(number: int) -> str:
    """What a spreadsheet calls a column.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
