"""What stands behind a title in its line: when it was signed and where, and for how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.intake.cells import Cells
from bilateral.intake.validity import Validities, validity_words
from bilateral.reading.words import Text

__all__ = ["Tails"]

_CUT = re.compile(r"\s*[,;]\s+")
_LONGEST = 12


class Tails:
    """Reads what stands behind titles, in the language of a list."""

    def __init__(self, lang: str, cells: Cells, validities: Validities) -> None:
        self._lang, self._cells, self._validities = lang, cells, validities

    def divided(self, text: str) -> tuple[str, dict[str, str]]:
        """A title without its tail, and the cells that the tail fills.

        Of a tail that says anything else, nothing is taken.
        """
        cells: dict[str, str] = {}
        while cut := _last(text):
            found = self._cells_of(text[cut.end() :].rstrip(" ."))
            if not found or cells.keys() & found.keys():
                break
            cells |= found
            text = text[: cut.start()]
        return text, cells

    def _cells_of(self, tail: str) -> dict[str, str]:
        """The date and the validity that a tail consists of: one of them, or both."""
        words = tail.split()
        if len(words) > _LONGEST:
            return {}
        for cut in range(len(words), -1, -1):
            date, validity = " ".join(words[:cut]), " ".join(words[cut:])
            day = self._day(date) if date else ""
            if day is not None and (not validity or self._is_validity(validity)):
                found = {"signed": day, "validity": validity}
                return {name: cell for name, cell in found.items() if cell}
        return {}

    def _day(self, text: str) -> str | None:
        """The date at the end of a text that else says only that it was signed, and where."""
        for day in self._days(text):
            if any(map(str.isdigit, day)) and self._cells.day(day).is_certain:
                return day
        return None

    def _days(self, text: str) -> Iterator[str]:
        yield text
        words = Text(text, self._lang)
        before = {word for row in ("place", "since") for word in validity_words(self._lang, row)}
        is_said = bool(words.words) and (words.role(0, "signed") or words.words[0].key in before)
        for word in words.words[1:] if is_said else ():
            yield text[word.start :]

    def _is_validity(self, text: str) -> bool:
        return self._validities.read(text, "").is_certain


def _last(text: str) -> re.Match[str] | None:
    """The last comma outside of brackets and quotes."""
    found = None
    for cut in _CUT.finditer(text):
        before = text[: cut.start()]
        if before.count("(") == before.count(")") and before.count("«") == before.count("»"):
            found = cut
    return found
