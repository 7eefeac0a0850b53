"""What is known of one row while a list is read."""

from __future__ import annotations

from typing import Any

from bilateral.extra import JsonMapping
from bilateral.intake.findings import Finding, Reading
from bilateral.problems import Problem
from bilateral.reading.parsed_titles import ParsedTitle

__all__ = ["Draft"]


class Draft:
    """A row on its way to an agreement.

    ``values`` has what enters the dossier, by field; ``findings`` what was read, and how surely.
    ``key`` identifies the row by what stands in it.
    """

    def __init__(self, sheet: str, row: int, key: str, *, likely: bool) -> None:
        self.sheet: str = sheet
        self.row: int = row
        self.key: str = key
        self._likely = likely
        self.text: str = ""
        self.title: ParsedTitle | None = None
        self.is_heading: bool = False
        self.is_left_out: bool = False
        self.values: dict[str, Any] = {}
        self.extra: dict[str, Any] = {}
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.id: str = ""

    @property
    def takes_likely(self) -> bool:
        """Whether what is likely is taken, too."""
        return self._likely

    @property
    def is_document(self) -> bool:
        """Whether the row has what an agreement needs."""
        is_none = self.is_heading or self.is_left_out
        return not is_none and {"kind", "sides"} <= self.values.keys()

    def take(self, field: str, reading: Reading[Any], column: str = "", text: str = "") -> bool:
        """Note a reading, and take its value if it is certain, or likely where that is enough."""
        if reading.value is None and reading.problem is None:
            return False
        is_taken = reading.is_certain or (self._likely and reading.value is not None)
        if is_taken:
            self.values[field] = reading.value
        self.findings.append(
            Finding(
                field,
                column,
                text,
                reading.value,
                reading.problem,
                reading.readings,
                is_taken,
            )
        )
        return is_taken

    def forget(self, field: str) -> None:
        """Drop what was read of a field, which something else settles."""
        self.values.pop(field, None)
        self.findings = [one for one in self.findings if one.field != field]

    def doubt(
        self, field: str, likely: object, problem: Problem, readings: tuple[str, ...]
    ) -> None:
        """Mark what was read of a field; the likely value is taken only if that is enough."""
        place = next(n for n, one in enumerate(self.findings) if one.field == field)
        found = self.findings.pop(place)
        self.values.pop(field, None)
        reading = Reading[Any](likely, problem, readings)
        self.take(field, reading, found.column, found.text)

    def keep(self, key: str, value: Any) -> None:
        """Keep what no field has among the private data."""
        self.extra[key] = value

    def private(self) -> JsonMapping:
        """The private data of the agreement."""
        return JsonMapping(self.extra)
