"""Values of the cells of a sheet: codes or their labels, dates, truth values."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from bilateral.coercion import Rejected
from bilateral.language.folding import fold
from bilateral.partners import Partner
from bilateral.problems import Problem
from bilateral.sectors import Sector
from bilateral.tables import languages
from bilateral.wire.records import write_record
from bilateral.wire.schema import Items, Parsed, Plain, Reference, Shape
from bilateral.wire.sheets.columns import has_labels, has_names, is_cell, item_of
from bilateral.wire.sheets.dates import CellValue, Unreadable, read_date
from bilateral.wire.sheets.labels import Ambiguous, Labels
from bilateral.wire.sheets.protection import (
    Cell,
    Fault,
    is_marked,
    split,
    text_of,
    truth_of,
    unprotect,
)
from bilateral.wire.sheets.writing import cell_label

__all__ = ["CellReader", "id_of", "truth_or_number"]

_NO_ID = re.compile(r"[^a-z0-9]+")


class CellReader:
    """Reads cells, by the names of the codes and in the language of a sheet."""

    def __init__(self, labels: Labels, lang: str | None) -> None:
        self._labels = labels
        self._lang = lang

    def read(self, shape: Shape, cell: Cell) -> CellValue:
        """The value of a cell, as plain data; what is not understood stays as it is."""
        if isinstance(cell, Fault):
            return CellValue(Rejected([Problem(cell.code, (), cell.value)]))
        try:
            if isinstance(shape, Parsed):
                return read_date(shape.type, text_of(cell), self._lang, marked=is_marked(cell))
            return CellValue(self._value(shape, cell))
        except Unreadable as error:
            return CellValue(Rejected([error.problem]))

    def _value(self, shape: Shape, cell: Cell) -> Any:
        text = text_of(cell)
        match shape:
            case Items(of) if is_cell(of):
                items = self._items(of, text)
                return [value for item in items for value in self._values_or_rejected(of, item)]
            case Plain(kind) if kind is not str:
                return truth_or_number(kind, cell, text)
            case _ if is_cell(shape):
                value, *others = self._values(shape, text)
                if others:
                    raise _ambiguous(text, (value, *others))
                return value
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
            words == fold(unprotect(cell_label(shape, value, self._labels, lang)))
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
            found = self._labels.meant(shape, text, self._lang)
        except Ambiguous as answer:
            return answer.codes
        return [one.id if isinstance(one, Partner) else one for one in found]

    def _values_or_rejected(self, shape: Shape, text: str) -> list[Any]:
        try:
            return self._values(shape, text)
        except Unreadable as error:
            return [Rejected([error.problem])]

    def _values(self, shape: Shape, text: str) -> list[Any]:
        """The code that a text is or names, or several if it is a compound; else the text."""
        if not has_names(shape):
            return [id_of(text) if isinstance(shape, Reference) else text]
        try:
            found = self._labels.meant(shape, text, self._lang)
        except Ambiguous as answer:
            raise _ambiguous(text, answer.codes) from None
        if found:
            return [
                write_record(one, alone=True) if isinstance(one, Partner) else one for one in found
            ]
        if isinstance(shape, Reference) and shape.type is Sector:
            # The class would say how a code is spelt; but people write names here.
            raise Unreadable("unknown-sector", text)
        is_id = isinstance(shape, Reference) and self._labels.is_code(shape, id_of(text))
        return [id_of(text) if is_id else text]


def _ambiguous(text: str, codes: Iterable[str]) -> Unreadable:
    return Unreadable("ambiguous-label", text, readings=" / ".join(codes))


def id_of(text: str) -> str:
    """The id that a number of somebody's own becomes, such as one with a slash.

    What has other letters than Latin ones stays as it is, for the constructor to refuse.

    >>> id_of("2020/17"), id_of("BY_15.3"), id_of("15-р"), id_of("by-kz")
    ('2020-17', 'by-15-3', '15-р', 'by-kz')
    """
    bare = unicodedata.normalize("NFKC", text).lower()
    return _NO_ID.sub("-", bare).strip("-") or text if bare.isascii() else text


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def truth_or_number(kind: type, cell: Cell, text: str) -> Any:
    """The value of a cell in a field that is no text, or its text if it has none."""
    if kind is bool:
        truth = cell if isinstance(cell, bool) else truth_of(text)
        return text if truth is None else truth
    return int(text) if re.fullmatch(r"-?\d{1,18}", text, re.ASCII) else text
