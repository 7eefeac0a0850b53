"""What kind the document of a row is, by its column, its title, a heading or the list."""

from __future__ import annotations

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.findings import Reading
from bilateral.intake.given import Given
from bilateral.intake.layout.heading_words import (
    heading_words,
    is_partnership,
    is_undocumented,
    named_kind,
)
from bilateral.intake.remarks import is_plain
from bilateral.intake.row_subjects import Readers
from bilateral.language.folding import fold
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.finding import find
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text

__all__ = ["RowKind"]

_MEMORANDA = frozenset({AgreementKind.MEMORANDUM, AgreementKind.MOU})


class RowKind:
    """Reads what kind a document is."""

    def __init__(self, given: Given, readers: Readers) -> None:
        self._given, self._draft = given, given.draft
        self._cells, self._kind_stated = readers.cells, readers.kind
        self._lang, self._own = readers.lang, readers.own
        self._remarks = readers.remarks

    def read(self) -> None:
        """Read it into the draft."""
        title = self._draft.title
        named = self._named_by_title()
        if self._is_undocumented():
            self._given.take("kind", Reading(AgreementKind.CONTACT), "title")
        elif "kind" in self._given.cells:
            stated = self._cells.kind(self._given.cells["kind"])
            source = "kind"
            if named.value and stated.value and named.value is not stated.value:
                stated, source = self._of_both_kinds(stated, named), "title"
            elif stated.value is None and named.value:
                stated, source = named, "title"
            elif stated.value is None and self._is_of_towns():
                stated = attrs.evolve(stated, value=AgreementKind.TWINNING)
                if is_partnership(self._given.text("kind"), self._lang):
                    stated = Reading(AgreementKind.TWINNING)
            self._given.take("kind", stated, source)
            if title is None and any(map(str.isdigit, self._given.text("kind"))):
                # For which years a plan is: no field has it.
                self._given.keep("kind")
        elif named.value is None and "twin" in self._given.cells:
            self._given.take("kind", Reading(AgreementKind.TWINNING), "twin")
        elif named.value is None:
            self._kind_of_list()
        else:
            self._given.take("kind", named, "title")

    def _named_by_title(self) -> Reading[AgreementKind]:
        """The kind that a title names; what lists call it by is no doubt: Schulpartnerschaft."""
        title = self._draft.title
        named: Reading[AgreementKind] = Reading(title.kind if title else None)
        if title and title.kind and named_kind(title.designation or "", self._lang) is title.kind:
            return named
        return self._given.uncertain("kind", named)

    def _is_of_towns(self) -> bool:
        """Whether the partner stands in a column of towns, or of what are nearly all towns."""
        is_told = self._given.told is PartnerKind.CITY and "partner" in self._given.cells
        return is_told or not self._given.cells.keys().isdisjoint({"twin", "city"})

    def _is_undocumented(self) -> bool:
        """Whether the title or the column of kinds only says that there is no document."""
        title = self._draft.title
        is_named = title is not None and len(title.sides) > 1
        texts = map(self._given.text, ("title", "kind"))
        return not is_named and any(is_undocumented(one, self._lang) for one in texts)

    def _kind_of_list(self) -> None:
        """The kind that all documents have, by a heading or because somebody has said it."""
        text = self._given.text("title")
        kind = self._kind_stated or self._given.section.kind
        named = self._named_by_remark(kind) if not (text or self._kind_stated) else None
        if named:
            self._given.take("kind", Reading(named), "note")
        elif kind is not None and (self._kind_stated or self._leaves_out_kind(text)):
            self._given.take("kind", Reading(kind), "title")
        elif text:
            likely = kind or self._kind_of_header()
            problem = Problem("no-document-kind", (), text)
            self._given.take("kind", Reading(likely, problem), "title")
        else:
            told = self._given.columns.kind_of_days(self._lang)
            unknown = None if told else Problem("no-kind-in-list")
            self._given.take("kind", Reading(told, unknown), "title")

    def _named_by_remark(self, known: AgreementKind | None) -> AgreementKind | None:
        """The kind of the document with whose name the remark begins, if it says more."""
        given = self._given
        named = self._remarks.document(given.text("note"), given.text("signed"))
        return named.kind if named and not (known and is_plain(named)) else None

    def _leaves_out_kind(self, text: str) -> bool:
        """Whether a title has no word of its own for what it is: "On trade", "Jena – Lugoj"."""
        words = Text(text, self._lang)
        title = self._draft.title
        if not words.words or (title and title.sides):
            return True
        first = words.after_article(0, len(words.words) - 1)
        named = read_party(text, self._lang, self._own)
        return (
            any(words.role(first, role) for role in ("about", "between", "on", "with"))
            or named.partner is not None
            or named.kind is not None
        )

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
        if self._given.is_one_kind:
            # What a column says of all documents alike is a word for them all.
            self._given.keep("kind")
            return named
        # Of two names of which one is the end of the other, this says more: Rahmenabkommen.
        both = [(one, fold(one.value.label(self._lang))) for one in (named, stated) if one.value]
        for (one, label), (_, other) in (both, both[::-1]):
            if label.endswith(other) and label != other:
                return attrs.evolve(one, problem=None)
        title = self._draft.title
        is_programme = fold(self._given.text("kind")) in heading_words("programme", self._lang)
        if is_programme or _is_broad(stated.value, title):
            # What is exchanged, rather than by what it was agreed; or of what sort it is.
            return named
        words = [
            title.designation or "" if title else "",
            *(one.label(self._lang) for one in (named.value,) if one),
        ]
        said = fold(self._given.text("kind"))
        if any(fold(one).startswith(said) or fold(one).endswith(said) for one in words):
            # The title says more: an agreement on twinning, a framework agreement.
            return named
        kinds = [one.value for one in (named, stated) if one.value]
        labels = tuple(one.label(self._lang) for one in kinds)
        problem = self._given.contradiction(labels[1], "title", labels[0])
        return Reading(named.value, problem, labels)


def _is_broad(kind: AgreementKind | None, title: ParsedTitle | None) -> bool:
    """Whether a column only says of what sort a document is that its title calls by its own name.

    Any is an agreement; memoranda are of one sort, and what adds to a document is of its.
    """
    parts = (*title.amends, *title.implements, *title.supersedes) if title else ()
    are_memoranda = {kind, title.kind if title else None} == _MEMORANDA
    return kind is AgreementKind.AGREEMENT or are_memoranda or kind in {one.kind for one in parts}
