"""What stands in the cells of a sheet: codes or their labels, dates in words, truth values."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from typing import Any

from bilateral.coercion import Rejected, is_mapping
from bilateral.errors import AmbiguousText, Problem, ValidationError
from bilateral.formats.cells import (
    DAY_ZERO,
    Cell,
    is_like_two_years,
    is_marked,
    split,
    text_of,
    truth_of,
    unprotect,
)
from bilateral.formats.columns import has_labels, has_names, is_cell, item_of
from bilateral.formats.labels import Ambiguous, Labels, fold, known_partner
from bilateral.formats.records import write_record
from bilateral.formats.sheets import label_of
from bilateral.language.lexicon import languages
from bilateral.partners import Partner
from bilateral.periods import PartialDate
from bilateral.schema import Items, Parsed, Plain, Reference, Shape, key_of
from bilateral.sectors import Sector

__all__ = ["CellReader", "Unreadable", "truth_or_number"]

# A day with a time of day, and digits that could be a day.
_CLOCK = re.compile(r"(?P<day>.*\d.*?)[T ]+(?P<time>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)", re.ASCII)
_DIGITS = re.compile(r"\d{5,8}", re.ASCII)
_SERIAL_DIGITS = 5

# Not the words of a date at all.
_NO_WORDS = ("unreadable-date", "unreadable-duration")


class Unreadable(Exception):  # noqa: N818 - becomes a problem of the cell
    """What stands in a cell has no meaning, or more than one."""

    def __init__(
        self, code: str, text: str, readings: Iterable[str] = (), hint: str | None = None
    ) -> None:
        details = {"readings": " / ".join(readings)}
        self.problem: Problem = Problem(code, (), text, details=details, hint=hint)
        super().__init__(code)


class CellReader:
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
                return truth_or_number(kind, cell, text)
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
        except Unreadable as error:
            return Rejected([error.problem])

    def _item(self, shape: Shape, text: str) -> Any:
        if isinstance(shape, Parsed):
            return _date_or_text(shape.type, text, self._lang)
        if not has_names(shape):
            return text
        try:
            code = self._code(shape, text)
        except Ambiguous as answer:
            raise Unreadable("ambiguous-label", text, answer.codes) from None
        if code is None and isinstance(shape, Reference) and shape.type is Sector:
            # The class would say how a code is spelt; but people write names here.
            raise Unreadable("unknown-sector", text)
        return text if code is None else code


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def truth_or_number(kind: type, cell: Cell, text: str) -> Any:
    """What a cell says in a field that is no text, or its text if it says neither."""
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
        raise Unreadable("edtf-time", text, hint=day)
    if _DIGITS.fullmatch(text):
        raise Unreadable("edtf-syntax", text, hint=_day_in_digits(text))
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
            raise Unreadable("ambiguous-text", text, error.readings) from None
        except ValidationError as error:
            problem = problem or error.problems[0]
    if hint or problem is None or problem.code in _NO_WORDS:
        # The constructor says what is wrong with it.
        return text
    raise Unreadable(problem.code, text)
