"""Recognition of the table that a sheet is, and of its columns, by the headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from bilateral.language.folding import bare, fold
from bilateral.nearness import Words
from bilateral.references import key_of
from bilateral.tables import languages, resolve
from bilateral.wire.documents import Place
from bilateral.wire.sheets.columns import Column, Table, tables
from bilateral.wire.sheets.protection import is_blank, text_of
from bilateral.wire.sheets.writing import Row, Sheet, title_of

__all__ = [
    "RecognisedSheet",
    "is_filled",
    "letters",
    "nearest_header",
    "recognise_sheet",
    "unmerged",
    "usual_headers",
]

# How far down the headers may stand below a title.
_HEADER_ROWS = 30
_LONGEST_HEADER = 500
_BRACKETS = re.compile(r"(?P<words>.*)\[(?P<name>[^\[\]]+)\]\s*", re.DOTALL)
# Between the words of a header, where programs allow no blanks; some leave out both.
_BLANKS = re.compile(r"[\s_-]+")
# Where the tag of a language stands in a header, and one that is no language (ISO 639-2).
_TAG = re.compile(r"(?<=[(.])[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*(?=[.,)\]]|\Z)", re.ASCII)
_ANY_TAG = "qqq"
# So many columns say what a sheet is for.
_USUAL = 6


def is_filled(row: Row) -> bool:
    """Whether something stands in a row."""
    return not all(map(is_blank, row.values()))


@attrs.frozen(eq=False)
class RecognisedSheet:
    """A sheet that has been recognised.

    Of each record, ``records`` has the rows: one, or several where its id is one cell over
    several rows.
    """

    raw: Sheet
    table: Table
    header: int
    columns: dict[int, Column]
    lang: str | None
    records: tuple[dict[int, Row], ...] = ()

    def columns_by_use(self, rows: Mapping[int, Row]) -> list[tuple[int, Column]]:
        """The columns, those first that have something in these rows."""
        blank = {
            number: all(is_blank(row.get(number)) for row in rows.values())
            for number in self.columns
        }
        return sorted(self.columns.items(), key=lambda one: (blank[one[0]], one[0]))

    def key_column(self) -> int:
        """The column of the ids, 0 if there is none; many rows belong to one owner, though."""
        steps = (key_of(self.table.kind),)
        found = (number for number, column in self.columns.items() if column.steps == steps)
        return 0 if self.table.parent else next(found, 0)

    def header_of(self, number: int) -> str:
        """The header of a column."""
        return text_of(self.raw.rows[self.header].get(number, ""))

    def place(self, row: int, column: int = 1) -> Place:
        """The place of a cell of the sheet."""
        return Place(row, column, self.raw.title)


# --- rows ------------------------------------------------------------------------------------


def _records(sheet: RecognisedSheet) -> Iterator[dict[int, Row]]:
    key = sheet.key_column()
    continued = {
        number
        for area in sheet.raw.merged
        if area.left <= key <= area.right
        for number in range(area.top + 1, area.bottom + 1)
    }
    rows: dict[int, Row] = {}
    for number, row in sorted(unmerged(sheet.raw).items()):
        if number <= sheet.header or not is_filled(row):
            continue
        if rows and number not in continued:
            yield rows
            rows = {}
        rows[number] = row
    if rows:
        yield rows


def unmerged(sheet: Sheet) -> dict[int, Row]:
    """The rows of a sheet where each part of a merged cell has its content."""
    if not sheet.merged:
        return sheet.rows
    rows = {number: dict(row) for number, row in sheet.rows.items()}
    last = max((max(row, default=0) for row in rows.values()), default=0)
    for area in sheet.merged:
        content = rows.get(area.top, {}).get(area.left)
        for number in range(area.top, area.bottom + 1) if content is not None else ():
            if number in rows:
                columns = range(area.left, min(area.right, last) + 1)
                rows[number].update(dict.fromkeys(columns, content))
    return rows


# --- which table -----------------------------------------------------------------------------


def recognise_sheet(sheet: Sheet, lang: str | None) -> tuple[RecognisedSheet, bool]:
    """Recognise what a sheet is most likely to be, and whether it is sure to be that.

    It is by its name or, if that says nothing, by its headers alone.
    """
    called = _tables_called(sheet.name)
    possible = _matched(sheet, called or list(_index(languages()).tables.values()), lang)
    most = max(len(one.columns) for one in possible)
    best, *others = [one for one in possible if len(one.columns) == most]
    if most == 0 or (not called and (most == 1 or others)):
        return best, False
    best = attrs.evolve(best, records=tuple(_records(best)))
    header = sheet.rows[best.header].items()
    unknown = [
        number for number, cell in header if not is_blank(cell) and number not in best.columns
    ]
    # A row alone may be a record, and what looks like headers the words in it.
    is_record = unknown and not best.records and (not called or len(unknown) >= len(best.columns))
    return best, not is_record


def _tables_called(name: str) -> list[Table]:
    return _index(languages()).titles.get(bare(name[:_LONGEST_HEADER]), [])


def _matched(sheet: Sheet, among: list[Table], lang: str | None) -> list[RecognisedSheet]:
    """The sheet read as each table: by the row with the most headers that the table knows."""
    index = _index(languages())
    top = dict(sorted(sheet.rows.items())[:_HEADER_ROWS])
    found = {number: list(index.columns_in(row)) for number, row in top.items()}
    readings: list[RecognisedSheet] = []
    for table in among:
        matched = {
            number: {
                column: heads[table.name].column for column, heads in row if table.name in heads
            }
            for number, row in found.items()
        }
        number = max(matched, key=lambda number: len(matched[number]))
        votes = Counter(
            tag
            for _, heads in found[number]
            if table.name in heads
            for tag in heads[table.name].langs
        )
        voted = votes.most_common(1)[0][0] if votes else None
        readings.append(RecognisedSheet(sheet, table, number, matched[number], lang or voted))
    return readings


@attrs.frozen
class _Head:
    """A column that a header stands for, and the languages that it is in."""

    column: Column
    langs: tuple[str, ...] = ()

    def with_tag(self, tag: str) -> _Head:
        """The same column for the names in another language."""
        column = self.column
        return _Head(
            attrs.evolve(
                column,
                path=tuple(tag if part == _ANY_TAG else part for part in column.path),
                steps=tuple(tag if step == _ANY_TAG else step for step in column.steps),
                words=tuple(tag if word == _ANY_TAG else word for word in column.words),
            ),
            self.langs,
        )


_Heads = dict[str, _Head]


class _Index:
    """The columns of all tables by what may stand at their heads."""

    def __init__(self, langs: tuple[str, ...]) -> None:
        self.tables: dict[str, Table] = tables()
        self.titles: dict[str, list[Table]] = {}
        for table in self.tables.values():
            titles = [table.name, *(title_of(table, lang) for lang in langs)]
            for title in dict.fromkeys(map(bare, titles)):
                self.titles.setdefault(title, []).append(table)
        self._by_name: dict[str, _Heads] = {}
        self._by_words: dict[str, _Heads] = {}
        for table in self.tables.values():
            for column in table.columns({_ANY_TAG}):
                name = fold(column.name)
                self._by_name.setdefault(name, {})[table.name] = _Head(column)
                for lang in langs:
                    heads = self._by_words.setdefault(fold(column.header(lang)), {})
                    known = heads.get(table.name, _Head(column))
                    heads[table.name] = attrs.evolve(known, langs=(*known.langs, lang))
        self._by_letters: dict[str, _Heads] = {}
        for words, heads in (*self._by_words.items(), *self._by_name.items()):
            known_heads = self._by_letters.setdefault(_BLANKS.sub("", words), {})
            known_heads |= {name: head for name, head in heads.items() if name not in known_heads}

    def columns_in(self, row: Row) -> Iterator[tuple[int, _Heads]]:
        """The columns in a row of headers with their numbers."""
        texts = [(number, text_of(cell)) for number, cell in row.items() if not is_blank(cell)]
        # Codes come before their labels: they decide.
        texts.sort(key=lambda one: (_BRACKETS.fullmatch(one[1][:_LONGEST_HEADER]) is None, one[0]))
        for number, text in texts:
            if heads := self._heads(text[: _LONGEST_HEADER + 1]):
                yield number, heads

    def _heads(self, text: str) -> _Heads:
        if len(text) > _LONGEST_HEADER:
            return {}
        if heads := self._exactly(text):
            return heads
        for match in _TAG.finditer(text):
            tag = match.group()
            other = text[: match.start()] + _ANY_TAG + text[match.end() :]
            if heads := self._exactly(other):
                return {name: head.with_tag(tag) for name, head in heads.items()}
        return {}

    def _exactly(self, text: str) -> _Heads:
        words = _words(text)
        labels = self._by_words.get(words, {})
        match = _BRACKETS.fullmatch(text)
        named = {
            name: attrs.evolve(head, langs=labels[name].langs) if name in labels else head
            for name, head in self._by_name.get(fold(match["name"]) if match else words, {}).items()
        }
        if match:
            return named
        return {**labels, **named} or self._by_letters.get(_BLANKS.sub("", words), {})


_index = lru_cache(maxsize=4)(_Index)


def _words(header: str) -> str:
    match = _BRACKETS.fullmatch(header)
    return fold(match["words"] if match else header).rstrip(" :*")


# --- what may be meant -----------------------------------------------------------------------


def usual_headers(sheet: RecognisedSheet) -> tuple[str, str]:
    """The table that an unknown sheet may be meant for, and the first headers of that."""
    table = sheet.table if len(sheet.columns) > 1 else _index(languages()).tables["agreements"]
    return _usual_headers(table, resolve(sheet.lang or "en"))


@lru_cache(maxsize=100)
def _usual_headers(table: Table, lang: str) -> tuple[str, str]:
    headers = [column.header(lang) for column in table.columns() if not column.optional]
    return table.title(lang), ", ".join(headers[:_USUAL])


def nearest_header(table: Table, text: str, lang: str | None) -> str | None:
    """The header that somebody may have meant, in the language of the sheet if it is one."""
    words = _words(text[:_LONGEST_HEADER])[:100]
    known: dict[str, str] = {}
    for tag in dict.fromkeys((resolve(lang) if lang else languages()[0], *languages())):
        headers = _headers_in(table, tag)
        begun = [header for words_of, header in headers.items() if words_of.startswith(f"{words} ")]
        if begun:
            # Of a name, the one in the language of the sheet.
            return next((header for header in begun if header.endswith(f"({tag})")), begun[0])
        known = {**headers, **known}
    near = next(iter(Words(known).near(words)), None)
    return near and known[near]


@lru_cache(maxsize=100)
def _headers_in(table: Table, lang: str) -> dict[str, str]:
    return {fold(column.header(lang)): column.header(lang) for column in table.columns()}


def letters(number: int) -> str:
    """The letters by which a spreadsheet calls a column.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
