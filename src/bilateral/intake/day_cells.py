"""Cells of dates that say more than when and where: 2019, for 5 years; 2024 (memorandum)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.intake.cells import YEAR, Cells
from bilateral.intake.layout.date_orders import DateStyle
from bilateral.intake.signatures import without_in
from bilateral.intake.tails import Tails
from bilateral.intake.validity import Validities, validity_words
from bilateral.language.folding import fold
from bilateral.reading.words import Text
from bilateral.tables import languages
from bilateral.wire.sheets.protection import Cell

__all__ = ["DayCells"]

# Where a date may end, and what is between the statements behind it.
_END = re.compile(r"\s*[,;(\n]\s*|\s+")
_PARTS = re.compile(r"\s*[,;()\n]\s*|(?:^|\s+)(?:[/&+]|and|und|и)\s+")
# Words before a later day, which say what happened then.
_LEADING = re.compile(r"(?P<words>[^\W\d_]+[.:]?(?:[\s-][^\W\d_]+[.:]?){0,2})\s+(?P<day>.*\d.*)")
# What may be said more than once.
_SEVERAL = ("validity", "note")
# The years after which a day is that of a renewal.
_TWO = 2


class DayCells:
    """Takes such cells apart, in the language of a list first."""

    def __init__(self, cells: Cells, validities: Validities, tails: Tails) -> None:
        self._cells, self._validities, self._tails = cells, validities, tails

    def divided(self, cell: Cell, style: DateStyle | None, *, at: bool = False) -> dict[str, str]:
        """The day, and by field what is said beside it; nothing unless all is understood.

        In a column of where it was signed, too, a name is that place (``at``): the Town Hall.

        A ``note`` is what happened to it later without an end, or how it was signed: renewed in
        2019, online. So are days years after the first: 1995, 2003, 2011.
        """
        if not isinstance(cell, str) or self._cells.day(cell, style).is_certain:
            return {}
        for cut in reversed([*_END.finditer(cell)]):
            day, rest = cell[: cut.start()], cell[cut.start() :]
            if self._year(day, style) is None:
                continue
            if (found := self._beside(rest, day, style, at=at)) is not None:
                return {"signed": day, **found}
        return {}

    def _beside(
        self, text: str, day: str, style: DateStyle | None, *, at: bool
    ) -> dict[str, str] | None:
        """What is said behind a day, by field; `None` unless all is understood."""
        found: dict[str, str] = {}
        for field, part in self._parts(text, day, style, at=at):
            if not field or (field in found and field not in _SEVERAL):
                return None
            said = without_in(part.strip(), self._cells.lang) if field == "place" else part
            found[field] = f"{found[field]}, {said}" if field in found else said
        return found

    def _year(self, text: str, style: DateStyle | None) -> int | None:
        """The year of what is a day for certain, however many digits of it are written."""
        found = self._cells.day(text, style)
        year = str(found.value)[:4] if found.value is not None and found.is_certain else ""
        return int(year) if year.isdigit() else None

    def _parts(
        self, text: str, day: str, style: DateStyle | None, *, at: bool
    ) -> Iterator[tuple[str, str]]:
        """The statements behind a day, each with its field; an empty one for what is unknown."""
        for part in filter(None, _PARTS.split(text)):
            is_name = at and part[0].isupper() and not any(map(str.isdigit, part))
            is_day = self._year(part, style) is not None
            field = "" if is_day else self._field(part, style)
            if not field and self._is_later(part, day, style):
                field = "note"
            yield field or self._kind_or_place(part, is_name=is_name), part

    def _is_later(self, part: str, first: str, style: DateStyle | None) -> bool:
        """Whether a part is a later day than that of the signature, which all others come after.

        Of two days within two years, nobody knows which one counts, unless words say of the
        later one what happened then, and not that it was signed: ratified 2002.
        """
        words = Text(part, self._cells.lang)
        if any(words.role(i, "signed") for i in range(len(words.words))):
            return False
        led, year = _LEADING.fullmatch(part), YEAR.search(part)
        behind_words = led["day"] if led else part
        told, behind = (self._days(one, style) for one in (part, led["day"] if led else ""))
        # A word before it that is no month adds nothing to a day.
        least = 1 if behind and behind == (told or behind) else _TWO
        later = int(year[0]) if year else self._year(behind_words, style)
        first_year = self._year(first, style) or 0
        return bool(told or behind) and later is not None and later - first_year >= least

    def _days(self, text: str, style: DateStyle | None) -> tuple[object, ...]:
        """The day that a text is, or those that it may be."""
        found = self._cells.day(text, style)
        return (found.value,) if found.value else found.readings

    def _field(self, part: str, style: DateStyle | None) -> str:
        if self._cells.happened(part):
            return "validity"
        led = _LEADING.fullmatch(part)
        is_told = self._validities.tells_renewal(part) or self._validities.tells_revision(part)
        is_dated = YEAR.search(part) or (led and self._year(led["day"], style))
        is_renewal = is_told and bool(is_dated)
        if is_renewal or any(fold(part) in validity_words(one, "remote") for one in languages()):
            return "note"
        return "validity" if self._validities.read(part, "").is_certain else ""

    def _kind_or_place(self, part: str, *, is_name: bool) -> str:
        if self._cells.kind(part).is_certain:
            return "kind"
        return "place" if is_name or self._tails.is_town(part) else ""
