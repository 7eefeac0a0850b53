"""What the title and the cells of a row say about a document: kind, sides, sectors, texts."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.cells import Cells
from bilateral.intake.findings import Finding, Reading, attempt
from bilateral.intake.given import Given
from bilateral.intake.headers import OTHER_SIDE
from bilateral.intake.sides import SideReader
from bilateral.language.folding import fold, tidy
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.finding import find
from bilateral.reading.names import Names
from bilateral.reading.titles import parse_title
from bilateral.sectors import Sector
from bilateral.wire.sheets.protection import text_of

__all__ = ["Readers", "RowSubject"]

# Those that make treaties.
_STATES = frozenset(
    {PartnerKind.STATE, PartnerKind.GOVERNMENT, PartnerKind.HEAD_OF_STATE, PartnerKind.MINISTRY}
)
_PARTIES = ("parties", "side_a", "side_b", "country", *OTHER_SIDE)


@attrs.frozen(eq=False)
class Readers:
    """What the rows of a list are read with: its language, and the names that it has of its own."""

    lang: str
    cells: Cells
    sides: SideReader
    own: Names | None


class RowSubject:
    """Reads what a document is, between whom and about what."""

    def __init__(self, given: Given, readers: Readers) -> None:
        self._given, self._draft = given, given.draft
        self._cells, self._sides = readers.cells, readers.sides
        self._lang, self._own = readers.lang, readers.own

    def read(self) -> bool:
        """Read it into the draft; false if the row is no record."""
        self._title()
        if not self._given.cells.keys() & {"title", *_PARTIES} or self._is_heading():
            self._draft.is_heading = True
            return False
        self._kind()
        self._both_sides()
        self._number()
        if not self._subject():
            self._sectors()
        self._texts()
        return True

    # --- the title ---

    def _title(self) -> None:
        text = self._given.text("title")
        if not text:
            return
        draft = self._draft
        draft.text = text
        found = attempt(lambda: parse_title(text, self._lang, dossier=self._own))
        draft.title = found.value
        if found.problem:
            draft.take("title", found, self._given.column("title"), text)
        for rest in found.value.rest if found.value else ():
            draft.findings.append(
                Finding(
                    "title",
                    self._given.column("title"),
                    text,
                    problem=Problem("not-understood", (), rest),
                )
            )

    def _is_heading(self) -> bool:
        """Whether the row is no record: one text alone that names no kind, or a sum."""
        if self._given.is_numbered or len(self._given.columns.fields) == 1:
            return False
        title = self._draft.title
        if title is None or title.kind is not None or title.sides or "kind" in self._given.cells:
            return False
        others = {tidy(text_of(one)) for one in self._given.cells.values()}
        return len(others) == 1 and not self._draft.extra

    # --- kind and sides ---

    def _kind(self) -> None:
        title = self._draft.title
        named: Reading[AgreementKind] = Reading(title.kind if title else None)
        named = self._given.uncertain("kind", named)
        if "kind" in self._given.cells:
            stated = self._cells.kind(self._given.cells["kind"])
            source = "kind"
            if named.value and stated.value and named.value is not stated.value:
                stated, source = self._of_both_kinds(stated, named), "title"
            elif stated.value is None and named.value:
                stated, source = named, "title"
            elif stated.value is None and "twin" in self._given.cells:
                stated = attrs.evolve(stated, value=AgreementKind.TWINNING)
            self._given.take("kind", stated, source)
        elif named.value is None and "twin" in self._given.cells:
            self._given.take("kind", Reading(AgreementKind.TWINNING), "twin")
        elif named.value is None:
            parties = (self._given.text(name) for name in _PARTIES)
            text = self._given.text("title") or next(filter(None, parties), "")
            problem = Problem("no-document-kind", (), text)
            self._given.take("kind", Reading(self._kind_of_header(), problem), "title")
        else:
            self._given.take("kind", named, "title")

    def _kind_of_header(self) -> AgreementKind | None:
        """The kind that the header of the titles names: list of agreements."""
        words = self._given.column("title").split()
        found = (find(word, self._lang, type=AgreementKind) for word in words)
        kinds = {one.value for answers in found for one in answers[:1] if one.is_certain}
        return kinds.pop() if len(kinds) == 1 else None

    def _of_both_kinds(
        self, stated: Reading[AgreementKind], named: Reading[AgreementKind]
    ) -> Reading[AgreementKind]:
        """The kind by the column and by the title, where these differ."""
        if "kind" in self._given.stated:
            return stated
        title = self._draft.title
        words = fold(title.designation or "") if title else ""
        if words.startswith(fold(self._given.text("kind"))):
            # The title says more: an agreement on twinning.
            return named
        kinds = [one.value for one in (named, stated) if one.value]
        labels = tuple(one.label(self._lang) for one in kinds)
        problem = self._given.contradiction(labels[1], "title", labels[0])
        return Reading(named.value, problem, labels)

    def _both_sides(self) -> None:
        texts = {
            name: text_of(self._given.cells[name]) for name in _PARTIES if name in self._given.cells
        }
        is_stated = {"side_a", "side_b"} <= set(self._given.stated)
        told = self._sides.sides(None if is_stated else self._draft.title, texts)
        self._given.take("sides", told.reading, told.field)
        if told.reading.value and "kind" not in self._given.stated:
            self._check_kind({who.kind for side in told.reading.value for who in side})

    def _check_kind(self, parties: Collection[PartnerKind]) -> None:
        """Doubt a treaty between those who make none: in some languages it is one word for both."""
        if self._draft.values.get("kind") is not AgreementKind.TREATY:
            return
        if _STATES.isdisjoint(parties) and self._may_be_contract():
            labels = [
                one.label(self._lang) for one in (AgreementKind.CONTRACT, AgreementKind.TREATY)
            ]
            details = {"readings": " / ".join(labels)}
            text = self._given.text("kind") or self._given.text("title")
            problem = Problem("ambiguous-label", (), text, details=details)
            self._draft.doubt("kind", AgreementKind.CONTRACT, problem, tuple(labels))

    def _may_be_contract(self) -> bool:
        title = self._draft.title or parse_title(self._given.text("kind"), self._lang)
        found = find(title.designation or "", self._lang, type=AgreementKind)
        return any(one.value is AgreementKind.CONTRACT for one in found)

    def _number(self) -> None:
        if "number" in self._given.cells:
            text = self._given.text("number")
            self._draft.values["number"] = text
            name = self._given.column("number")
            self._draft.findings.append(Finding("number", name, text, text, is_taken=True))

    def _subject(self) -> bool:
        """Read the column of subjects; true if it names sectors alone, which all languages have."""
        if "subject" not in self._given.cells:
            return False
        if "sectors" not in self._given.cells:
            sectors = self._cells.sectors(self._given.cells["subject"])
            if sectors.is_certain:
                return self._given.take("sectors", sectors, "subject")
        self._given.take("subject", Reading(self._given.text("subject")))
        return False

    def _sectors(self) -> None:
        title = self._draft.title
        if "sectors" in self._given.cells:
            reading = self._cells.sectors(self._given.cells["sectors"])
            if reading.problem is None or reading.problem.code != "unknown-sector":
                self._given.take("sectors", reading)
                return
            # What is no sector is a subject nevertheless.
            self._draft.values.setdefault("subject", self._given.text("sectors"))
            if reading.value:
                self._given.take("sectors", Reading(reading.value))
                return
        if title and title.sectors:
            named: Reading[tuple[Sector, ...]] = Reading(title.sectors)
            self._given.take("sectors", self._given.uncertain("sectors", named), "title")

    # --- texts ---

    def _texts(self) -> None:
        for field in ("note", "url"):
            if field in self._given.cells:
                self._given.take(field, Reading(self._given.text(field)))
        if "languages" in self._given.cells:
            self._given.take("languages", self._cells.languages(self._given.cells["languages"]))
