"""Cells of dates that say more than when and where: 2019, for 5 years; 2024 (memorandum)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.intake.cells import Cells
from bilateral.intake.layout.date_orders import DateStyle
from bilateral.intake.tails import Tails
from bilateral.intake.validity import Validities, validity_words
from bilateral.language.folding import fold
from bilateral.tables import languages
from bilateral.wire.sheets.protection import Cell

__all__ = ["DayCells"]

# Where a date may end, and what is between the statements behind it.
_END = re.compile(r"\s*[,;(\n]\s*|\s+")
_PARTS = re.compile(r"\s*[,;()\n]\s*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


class DayCells:
    """Takes such cells apart, in the language of a list first."""

    def __init__(self, cells: Cells, validities: Validities, tails: Tails) -> None:
        self._cells, self._validities, self._tails = cells, validities, tails

    def divided(self, cell: Cell, style: DateStyle | None, *, at: bool = False) -> dict[str, str]:
        """The day, and by field what is said beside it; nothing unless all is understood.

        In a column of where it was signed, too, a name is that place (``at``): the Town Hall.

        A ``note`` is what happened to it later without an end, or how it was signed: renewed in
        2019, online.
        """
        if not isinstance(cell, str) or self._cells.day(cell, style).is_certain:
            return {}
        for cut in reversed([*_END.finditer(cell)]):
            day, rest = cell[: cut.start()], cell[cut.start() :]
            if not (_YEAR.search(day) and self._is_day(day, style)):
                continue
            found: dict[str, str] = {}
            for field, part in self._parts(rest, at=at):
                if not field or (field in found and field != "validity"):
                    return {}
                part = self._cells.without_in(part.strip()) if field == "place" else part  # noqa: PLW2901
                found[field] = f"{found[field]}, {part}" if field in found else part
            return {"signed": day, **found}
        return {}

    def _is_day(self, text: str, style: DateStyle | None) -> bool:
        found = self._cells.day(text, style)
        return found.value is not None and found.is_certain

    def _parts(self, text: str, *, at: bool) -> Iterator[tuple[str, str]]:
        """The statements behind a day, each with its field; an empty one for what is unknown."""
        for part in filter(None, _PARTS.split(text)):
            is_name = at and part[0].isupper() and not any(map(str.isdigit, part))
            yield self._field(part) or ("place" if is_name else ""), part

    def _field(self, part: str) -> str:
        if self._is_day(part, None):
            # Of two days, nobody knows which one counts.
            return ""
        if self._cells.happened(part):
            return "validity"
        is_renewal = self._validities.tells_renewal(part) and bool(_YEAR.search(part))
        if is_renewal or any(fold(part) in validity_words(one, "remote") for one in languages()):
            return "note"
        if self._validities.read(part, "").is_certain:
            return "validity"
        if self._cells.kind(part).is_certain:
            return "kind"
        return "place" if self._tails.is_town(part) else ""
