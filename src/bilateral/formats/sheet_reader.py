"""The plain data in sheets, whether `bilateral.formats.sheets` or a person wrote them.

Headers, labels and dates in words may be in any language, columns in any order; a code or its
label suffices. What cannot be read, or may deceive, is a problem with its sheet, row and column.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from bilateral.coercion import Rejected, is_list, is_mapping
from bilateral.dossiers import TABLES
from bilateral.errors import AmbiguousText, Problem, ValidationError
from bilateral.formats.cells import (
    DAY_ZERO,
    Cell,
    is_blank,
    is_like_two_years,
    is_marked,
    split,
    text_of,
    truth_of,
    unprotect,
)
from bilateral.formats.columns import Column, Table, has_labels, has_names, is_cell, item_of, tables
from bilateral.formats.documents import Document, Path, Place, Places, flagged
from bilateral.formats.labels import Ambiguous, Labels, fold, fold_marks, known_partner
from bilateral.formats.records import VERSION, write_record
from bilateral.formats.sheets import Row, Sheet, label_of, title_of
from bilateral.language.lexicon import languages, resolve
from bilateral.partners import Partner
from bilateral.periods import PartialDate
from bilateral.schema import (
    Items,
    NameByLanguage,
    Parsed,
    Plain,
    Reference,
    Shape,
    fields_of,
    key_of,
)
from bilateral.sectors import Sector
from bilateral.text import TAG_PATTERN

__all__ = ["read_sheets"]

# How far down the headers may stand below a title.
_HEADER_ROWS = 30
# So many cells may be filled in a row that is a title: "As of" and a date.
_MOST_IN_TITLE = 2
_BRACKETS = re.compile(r"(?P<words>.*)\[(?P<name>[^\[\]]+)\]\s*", re.DOTALL)
_TAG = re.compile(TAG_PATTERN)
# A day with a time of day, and digits that could be a day.
_CLOCK = re.compile(r"(?P<day>.*\d.*?)[T ]+(?P<time>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)", re.ASCII)
_DIGITS = re.compile(r"\d{5,8}", re.ASCII)
_SERIAL_DIGITS = 5
_PUNCTUATION = re.compile(r"[][().,\s]+")


def read_sheets(sheets: Iterable[Sheet], lang: str | None = None) -> Document:
    """The plain data in sheets.

    ``lang`` is the language to try first for labels and dates in words; if it is not given,
    that of the headers.
    """
    filled = [sheet for sheet in sheets if any(map(_is_filled, sheet.rows.values()))]
    reader = _Reader(filled, lang)
    data = reader.data()
    notices = (*reader.notices, *_turned_cells(filled))
    return Document(
        data,
        reader.places,
        tuple(reader.problems),
        reader.hint,
        notices,
        left_out=tuple(reader.left_out),
    )


def _is_filled(row: Row) -> bool:
    return not all(map(is_blank, row.values()))


def _turned_cells(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """The cells that deceive the eye, by the first character in each that does."""
    for sheet in sheets:
        for row, cells in sheet.rows.items():
            texts = {column: text_of(cell) for column, cell in cells.items()}
            # One search for a row is faster than one for each cell.
            for column, text in texts.items() if _turn_in("".join(texts.values())) else ():
                if problem := _turn_in(text):
                    yield attrs.evolve(problem, sheet=sheet.title, line=row, column=column)


def _turn_in(text: str) -> Problem | None:
    return next(flagged(text.encode(errors="surrogatepass")), None)


# --- which table a sheet is, and which column is what -----------------------------------------


@attrs.frozen(eq=False)
class _Part:
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
            if number <= self.header or not _is_filled(row):
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


def _recognised(sheet: Sheet, lang: str | None) -> _Part | None:
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


def _matched(sheet: Sheet, table: Table, lang: str | None) -> _Part:
    """The sheet read as a table: the row with the most headers that the table knows."""
    top = dict(sorted(sheet.rows.items())[:_HEADER_ROWS])
    headers = _Headers(table, {tag for row in top.values() for tag in _tags_in(row)})
    matched = {number: headers.columns_in(row) for number, row in top.items()}
    number = max(matched, key=lambda number: len(matched[number]))
    return _Part(sheet, table, number, matched[number], lang or headers.lang_of(top[number]))


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


# --- what stands in a cell --------------------------------------------------------------------


# Not the words of a date at all.
_NO_WORDS = ("unreadable-date", "unreadable-duration")


class _Unreadable(Exception):  # noqa: N818 - becomes a problem of the cell
    """What stands in a cell has no meaning, or more than one."""

    def __init__(
        self, code: str, text: str, readings: Iterable[str] = (), hint: str | None = None
    ) -> None:
        details = {"readings": " / ".join(readings)}
        self.problem = Problem(code, (), text, details=details, hint=hint)
        super().__init__(code)


class _Cells:
    """Reads cells, by the names of the codes and in the language of a sheet."""

    def __init__(self, labels: Labels, lang: str | None) -> None:
        self._labels = labels
        self._lang = lang

    def value(self, shape: Shape, cell: Cell) -> Any:
        """The plain value in a cell; what is not understood stays as it is."""
        text = text_of(cell)
        match shape:
            case Items(of) if is_cell(of):
                return [self._item_or_rejected(of, item) for item in self._items(of, text)]
            case Plain(kind) if kind is not str:
                return _truth_or_number(kind, cell, text)
            case Parsed(kind) if is_like_two_years(text) and not is_marked(cell):
                return _two_years_or_text(kind, text, self._lang)
            case _ if is_cell(shape):
                return self._item(shape, text)
            case _:
                return _json_or_text(text)

    def is_label(self, shape: Shape, value: Any, cell: Cell) -> bool:
        """Whether a cell has the label of a value that is known already."""
        codes: list[Any] = value if isinstance(shape, Items) else [value]
        if (
            type(value) is Rejected
            or not has_labels(shape)
            or not all(isinstance(code, str) for code in codes)
        ):
            return False
        words = fold(text_of(cell))
        return any(
            words == fold(unprotect(label_of(shape, value, self._labels, lang)))
            for lang in dict.fromkeys((self._lang or languages()[0], *languages()))
        )

    def _items(self, shape: Shape, text: str) -> list[str]:
        """The items of a list; codes and their names may have commas between them, too."""
        items: list[str] = []
        for item in split(text):
            parts = [part.strip() for part in item.split(",") if part.strip()]
            several = len(parts) > 1 and has_names(shape) and not self._named(shape, item)
            items += parts if several and all(self._named(shape, one) for one in parts) else [item]
        return items

    def outdated(self, shape: Shape, codes: str, labels: str) -> dict[str, str] | None:
        """The labels beside codes that name nothing, with the code of each.

        `None` if one of them names something else, or if there are no codes to rely on.
        """
        if not has_names(shape):
            return None
        of = item_of(shape)
        several = isinstance(shape, Items)
        known = list(split(codes)) if several else [codes]
        names = self._items(of, labels) if several else [labels]
        if len(known) != len(names) or not all(self._labels.is_code(of, one) for one in known):
            return None
        found = [
            (code, name, self._named(of, name)) for code, name in zip(known, names, strict=True)
        ]
        if any(meant and code not in meant for code, _, meant in found):
            return None
        return {name: code for code, name, meant in found if not meant}

    def _named(self, shape: Shape, text: str) -> Iterable[str]:
        """The codes that a text may stand for."""
        try:
            code = self._code(shape, text)
        except Ambiguous as answer:
            return answer.codes
        if is_mapping(code):
            return (code[key_of(Partner)],)
        return () if code is None else (code,)

    def _code(self, shape: Shape, text: str) -> Any:
        """The code for a label; for a partner that is in no sheet, the one of the package."""
        code = self._labels.code(shape, text, self._lang)
        if code is None and isinstance(shape, Reference) and shape.type is Partner:
            partner = known_partner(text)
            return partner and write_record(partner, alone=True)
        return code

    def _item_or_rejected(self, shape: Shape, text: str) -> Any:
        try:
            return self._item(shape, text)
        except _Unreadable as error:
            return Rejected([error.problem])

    def _item(self, shape: Shape, text: str) -> Any:
        if isinstance(shape, Parsed):
            return _date_or_text(shape.type, text, self._lang)
        if not has_names(shape):
            return text
        try:
            code = self._code(shape, text)
        except Ambiguous as answer:
            raise _Unreadable("ambiguous-label", text, answer.codes) from None
        if code is None and isinstance(shape, Reference) and shape.type is Sector:
            # The class would say how a code is spelt; but people write names here.
            raise _Unreadable("unknown-sector", text)
        return text if code is None else code


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _truth_or_number(kind: type, cell: Cell, text: str) -> Any:
    if kind is bool:
        truth = cell if isinstance(cell, bool) else truth_of(text)
        return text if truth is None else truth
    return int(text) if re.fullmatch(r"-?\d{1,18}", text, re.ASCII) else text


def _date_or_text(kind: Any, text: str, lang: str | None) -> str:
    """The standard text of a date: as it stands there, or from words."""
    if clock := _CLOCK.fullmatch(text):
        day = _date_or_text(kind, clock["day"], lang)
        if clock["time"].strip("0:.") == "":
            return day
        raise _Unreadable("edtf-time", text, hint=day)
    if _DIGITS.fullmatch(text):
        raise _Unreadable("edtf-syntax", text, hint=_day_in_digits(text))
    try:
        kind.parse(text)
    except ValidationError as refusal:
        return _from_words(kind, text, lang, refusal.problems[0].hint)
    return text


def _two_years_or_text(kind: Any, text: str, lang: str | None) -> str:
    try:
        return str(kind.from_text(text, lang))
    except ValidationError:
        return text


def _day_in_digits(text: str) -> str | None:
    """The day or month that somebody may have meant by digits alone.

    >>> _day_in_digits("45966"), _day_in_digits("20251105"), _day_in_digits("202511")
    ('2025-11-05', '2025-11-05', '2025-11')
    """
    if len(text) == _SERIAL_DIGITS:
        # What a spreadsheet shows of a date where it takes it for a number.
        return str(DAY_ZERO.date() + datetime.timedelta(days=int(text)))
    meant = "-".join(filter(None, (text[:4], text[4:6], text[6:])))
    try:
        return str(PartialDate.parse(meant))
    except ValidationError:
        return None


def _from_words(kind: Any, text: str, lang: str | None, hint: str | None) -> str:
    """A date from words, in the language of the sheet or else in any."""
    problem = None
    for tag in dict.fromkeys((lang, None)):
        try:
            return str(kind.from_text(text, tag))
        except AmbiguousText as error:
            raise _Unreadable("ambiguous-text", text, error.readings) from None
        except ValidationError as error:
            problem = problem or error.problems[0]
    if hint or problem is None or problem.code in _NO_WORDS:
        # The constructor says what is wrong with it.
        return text
    raise _Unreadable(problem.code, text)


# --- from rows to records ----------------------------------------------------------------------


class _Reader:
    """Reads the sheets of one dossier."""

    def __init__(self, sheets: Iterable[Sheet], lang: str | None) -> None:
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        # The problems of sheets and rows that are nowhere in the data.
        self.left_out: list[Problem] = []
        self._parts: list[_Part] = []
        self._rows: dict[Path, tuple[_Part, dict[int, Row]]] = {}
        self._owners: dict[tuple[str, Any], Path] = {}
        for sheet in sheets:
            part = _recognised(sheet, lang)
            if part:
                self._parts.append(part)
                self._check_headers(part)
                self._check_top(part)
            else:
                problem = Problem("unknown-sheet", (), sheet.title)
                self.left_out.append(_at(problem, Place(1, 1, sheet.title)))
        # Lists within records come after the records.
        self._parts.sort(key=lambda part: part.table.parent is not None)
        self._labels = Labels(self._names())

    def _report(self, problem: Problem, place: Place) -> None:
        self.problems.append(_at(problem, place))

    def _check_headers(self, part: _Part) -> None:
        """A column that nobody knows must be empty."""
        used = {
            number
            for rows in part.records()
            for row in rows.values()
            for number, cell in row.items()
            if not is_blank(cell)
        }
        for number in sorted(used - part.columns.keys()):
            text = part.header_of(number)
            hint = _nearest_header(part.table, text, part.lang)
            value = text or _letters(number)
            problem = Problem("unknown-column", (part.table.name,), value, hint=hint)
            self._report(problem, part.place(part.header, number))

    def _check_top(self, part: _Part) -> None:
        """Above the headers there may be titles, but no rows of the table."""
        merged = {
            (area.top, column)
            for area in part.sheet.merged
            for column in range(area.left + 1, area.right + 1)
        }
        for number, row in sorted(part.sheet.rows.items()):
            columns = (column for column, cell in row.items() if not is_blank(cell))
            filled = [column for column in columns if (number, column) not in merged]
            if number < part.header and len(filled) > 1:
                problem = Problem("row-above-header", (part.table.name,))
                report = self.left_out if len(filled) > _MOST_IN_TITLE else self.notices
                report.append(_at(problem, part.place(number, filled[0])))

    def _names(self) -> dict[str, list[dict[str, Any]]]:
        """The records with their ids and names alone: by these, others refer to them."""
        found: dict[str, list[dict[str, Any]]] = {}
        for part in self._parts:
            if part.table.name in TABLES.values():
                cells = _Cells(Labels({}), part.lang)
                wanted = {key_of(part.table.kind), *_name_fields(part.table.kind)}
                columns = {n: one for n, one in part.columns.items() if one.steps[0] in wanted}
                known = attrs.evolve(part, columns=columns)
                records = (_assembled(rows, known, cells)[0] for rows in part.records())
                found.setdefault(part.table.name, []).extend(records)
        return found

    def data(self) -> dict[str, Any]:
        """The plain data of the dossier; what is wrong goes to ``problems``."""
        data: dict[str, Any] = {}
        for part in self._parts:
            cells = _Cells(self._labels, part.lang)
            for rows in part.records():
                record, problems, notices = _assembled(rows, part, cells)
                path = self._placed(data, part, record, part.place(min(rows)))
                if path is not None:
                    self._rows[path] = part, rows
                    self.problems += [problem.at(*path) for problem in problems]
                    self.notices += [problem.at(*path) for problem in notices]
        return {"bilateral": VERSION, **data}

    def _placed(
        self, data: dict[str, Any], part: _Part, record: dict[str, Any], place: Place
    ) -> Path | None:
        """Put a record where it belongs, and say where that is."""
        table = part.table
        if table.parent is None and table.name not in TABLES.values():
            if () in self._rows:
                self.left_out.append(_at(Problem("surplus-row"), place))
                return None
            data.update(record)
            return ()
        if table.parent is None:
            path: Path = (table.name, len(data.setdefault(table.name, [])))
            data[table.name].append(record)
            self._owners.setdefault((table.name, record.get(key_of(table.kind))), path)
            return path
        owner = record.pop(table.parent.name, None)
        path = self._owners.get((table.parent.name, owner), ())
        if owner is None or not path:
            code = "missing-field" if owner is None else "unresolved"
            details = {"table": table.parent.name}
            self.left_out.append(_at(Problem(code, (table.name,), owner, details=details), place))
            return None
        records = data[table.parent.name][path[1]].setdefault(table.field, [])
        records.append(record)
        return (*path, table.field, len(records) - 1)

    # What is known about a path once something is found to be wrong there.

    def places(self) -> Places:
        """The cells of all values."""
        found: Places = {}
        for path, (part, rows) in self._rows.items():
            found[path] = part.place(min(rows))
            for number, column in part.columns_by_use(rows):
                for end in range(1, len(column.steps) + 1):
                    place = part.place(min(rows), number)
                    found.setdefault((*path, *column.steps[:end]), place)
        return found

    def hint(self, problem: Problem) -> str | None:
        """The nearest name for what stands in the place of a code."""
        for end in range(len(problem.path), -1, -1):
            path, steps = problem.path[:end], problem.path[end:]
            if path in self._rows:
                part, _ = self._rows[path]
                for column in part.columns.values():
                    if steps[: len(column.steps)] == column.steps:
                        return self._nearest(part, column.shape, problem.value)
        return None

    def _nearest(self, part: _Part, shape: Shape, value: object) -> str | None:
        if isinstance(value, str) and has_names(shape):
            return self._labels.nearest(item_of(shape), value, part.lang)
        return None


def _name_fields(kind: type) -> list[str]:
    return [field.name for field in fields_of(kind) if isinstance(field.shape, NameByLanguage)]


def _nearest_header(table: Table, text: str, lang: str | None) -> str | None:
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


def _letters(number: int) -> str:
    """What a spreadsheet calls a column.

    >>> _letters(1), _letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def _assembled(
    rows: dict[int, Row], part: _Part, cells: _Cells
) -> tuple[dict[str, Any], list[Problem], list[Problem]]:
    """The record in some rows, what is wrong with it, and what is worth knowing."""
    record: dict[str, Any] = {}
    known: dict[Path, Any] = {}
    # Of each value, the cell that was read last.
    read: dict[Path, tuple[int, int, str]] = {}
    problems: list[Problem] = []
    notices: list[Problem] = []
    for row, content in rows.items():
        for number, column in part.columns.items():
            cell = content.get(number)
            if is_blank(cell):
                continue
            steps, text = column.steps, text_of(cell)
            other, beside, before = read.get(steps, (0, 0, ""))
            if steps in known and cells.is_label(column.shape, known[steps], cell):
                continue
            place = part.place(row, number)
            old = cells.outdated(column.shape, before, text) if other == row else None
            if old is not None:
                notices += [
                    _at(Problem("outdated-label", steps, name, details={"code": code}), place)
                    for name, code in old.items()
                ]
                continue
            value: Any
            try:
                value = cells.value(column.shape, cell)
            except _Unreadable as error:
                value = Rejected([error.problem])
            if steps not in known:
                known[steps] = value
                _put(record, steps, value)
            elif row > min(rows) and isinstance(column.shape, Items):
                known[steps] += [item for item in value if item not in known[steps]]
            elif value != known[steps] and not _has_rejected(known[steps]):
                details = {"other": before, "column": part.header_of(beside)}
                problems.append(
                    _at(Problem("different-values", steps, text, details=details), place)
                )
                continue
            read[steps] = row, number, text
    return record, problems, notices


def _has_rejected(value: Any) -> bool:
    return Rejected in map(type, value if is_list(value) else [value])


def _at(problem: Problem, place: Place) -> Problem:
    line, column, sheet = place
    return attrs.evolve(problem, line=line, column=column, sheet=sheet)


def _put(record: Any, steps: Path, value: Any) -> None:
    """Set a value within nested mappings and lists, which are made as needed."""
    *way, last = steps
    for step, following in zip(way, steps[1:], strict=True):
        inner: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            record += [{} for _ in range(step + 1 - len(record))]
            record = record[step]
        else:
            record = record.setdefault(step, inner)
    record[last] = value
