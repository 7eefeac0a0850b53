"""The review of a list: for each row, what was read, how surely, and what became of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Typed, is_mapping
from bilateral.display import Facts, Table, View, bundle
from bilateral.dossiers import Dossier
from bilateral.intake.findings import Finding
from bilateral.intake.headers import header_of
from bilateral.intake.questions import OF_LIST, Question, subject_of, topic_of
from bilateral.literals import Lang
from bilateral.problems import Problem
from bilateral.vocabulary import CodedEnum

__all__ = ["ListReading", "Review", "ReviewedRow", "RowState"]


class RowState(CodedEnum):
    """The state of a row of a list: what became of it.

    >>> RowState("partly").label("de")
    'teilweise übernommen'
    """

    #: Its document is in the dossier, with all that the row says.
    TAKEN = "taken"
    #: Its document is in the dossier, but not what is uncertain.
    PARTLY = "partly"
    #: Its kind or its sides are not certain: it is not in the dossier.
    WAITING = "waiting"
    #: It says too little for an agreement, or breaks a rule.
    REFUSED = "refused"
    #: Another row has its document.
    REPEATED = "repeated"
    #: It is no document: a heading, a sum.
    HEADING = "heading"
    #: Somebody has said that it is to be left out.
    LEFT_OUT = "left_out"


@attrs.frozen(repr=False)
class ReviewedRow(Typed):
    r"""One row of a list.

    ``row`` is its number in ``sheet``, ``key`` identifies it by its content, ``title`` is the
    title or the first text in it. ``id`` is that of its agreement, if there is one. ``findings``
    say what was read from where, ``problems`` why it is no agreement.

    >>> import bilateral as bl
    >>> [row] = bl.read_list("Abkommen über Handel zwischen Belarus und Guinea\n", "de").review
    >>> row.row, row.id, row.state
    (1, 'by-gn-agreement-trade', <RowState.TAKEN: 'taken'>)
    """

    sheet: str
    row: int
    key: str
    title: str
    state: RowState
    id: str | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_passed_over(self) -> bool:
        """True if it is no document, or nobody wants it."""
        return self.state in (RowState.HEADING, RowState.LEFT_OUT)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """All that a person has to look at, also what other rows ask."""
        if self.is_passed_over:
            return ()
        asked = (one.problem for one in self.findings if one.problem and not one.is_taken)
        return (*self.problems, *asked)

    def _facts(self, view: View) -> Iterable[Facts | Table]:
        names = ("title", "state", "id", "questions")
        values = (self.title, self.state.label(view.lang), self.id, [*_sentences(self, view.lang)])
        caption = f"{view.word('row')}: {self.row}"
        yield Facts(caption, zip(map(view.word, names), values, strict=True))
        header = [view.word(name) for name in ("field", "column", "text", "value")]
        rows = ((_field(one.field, view), one.column, one.text, one.value) for one in self.findings)
        yield Table(view.word("findings"), len(self.findings), header, rows)


def _frozen(columns: Mapping[str, str | None]) -> Mapping[str, str | None]:
    return MappingProxyType(dict(columns)) if is_mapping(columns) else columns


@attrs.frozen(repr=False, eq=False)
class Review(Typed):
    r"""The review of a list: its rows with what was read, and what is left to decide.

    ``columns`` has the field that each header of each sheet was taken for, `None` for one whose
    content is kept as private data. ``notices`` are what is worth knowing about the whole:
    hidden rows, sheets that are no lists.

    >>> import bilateral as bl
    >>> text = "Titel;Unterzeichnet\nAbkommen über Handel zwischen Belarus und Guinea;heute\n"
    >>> dossier, review = bl.read_list(text, "de")
    >>> review
    <Review: 1 rows, 1 partly, 1 questions>
    >>> [problem.message() for problem in review.uncertain[0].questions]
    ['What “heute” means depends on today’s date, which was not given.']
    """

    rows: tuple[ReviewedRow, ...]
    columns: Mapping[str, str | None] = attrs.field(converter=_frozen)
    notices: tuple[Problem, ...] = ()
    lang: str = "en"

    def __iter__(self) -> Iterator[ReviewedRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, row: int) -> ReviewedRow:
        """The row with a number in the first sheet that has one; `KeyError` if there is none."""
        for one in self.rows:
            if one.row == row:
                return one
        raise KeyError(row)

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows in each state, and of the questions, each counted once."""
        found = Counter(one.state.value for one in self.rows)
        states = {state.value: found[state.value] for state in RowState if found[state.value]}
        return {"rows": len(self.rows), **states, "questions": len(self.questions)}

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions to a person: each once, with the rows that it is asked about.

        What concerns the whole list is one question, and so is a name that stands in many rows.
        """
        return tuple(_questions_of(self.rows))

    @property
    def uncertain(self) -> tuple[ReviewedRow, ...]:
        """The rows about which something is asked."""
        return tuple(one for one in self.rows if one.questions)

    def to_xlsx(self, path: str | os.PathLike[str], lang: Lang | None = None) -> None:
        """Write a sheet to correct in, with headers in ``lang`` (that of the list if not given).

        What is certain stands in it; what is not is left free, with the question beside it.
        `read_list` takes the corrected file as ``review``. Raises `MissingExtra`.
        """
        from bilateral.intake.review_sheets import write_review

        write_review(self, path, lang or self.lang)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        return f"<Review: {counts}>"

    def _facts(self, view: View) -> Iterable[Facts | Table]:
        states = Counter(one.state for one in self.rows)
        counts = ((state.label(view.lang), states[state] or None) for state in RowState)
        yield Facts(view.word("review"), counts)
        if self.notices:
            sentences = ((one.message(view.lang),) for one in self.notices)
            yield Table(view.word("notices"), len(self.notices), [view.word("message")], sentences)
        columns = (
            (name, _field(field, view) if field else view.word("kept"))
            for name, field in self.columns.items()
        )
        yield Facts(view.word("columns"), columns)
        cells = (
            (one.row, one.title, one.state.label(view.lang), list(_sentences(one, view.lang)))
            for one in self.uncertain
        )
        header = [view.word(name) for name in ("row", "title", "state", "questions")]
        yield Table(view.word("open_rows"), len(self.uncertain), header, cells)


def _field(name: str, view: View) -> str:
    """A field as people call it, and as `read_list` does."""
    header = header_of(name, view.lang)
    return view.name_of(Agreement, name) if header == name else f"{header} [{name}]"


def _sentences(row: ReviewedRow, lang: str) -> Iterator[str]:
    return (problem.message(lang) for problem in row.questions)


def _questions_of(rows: Iterable[ReviewedRow]) -> Iterator[Question]:
    """The questions of all rows, in their order; those with one answer once."""
    asked: dict[tuple[object, ...], tuple[Question, list[int]]] = {}
    for row in rows:
        for number, one in enumerate(_questions(row)):
            key: tuple[object, ...] = (row.sheet, row.row, number)
            if one.text or one.problem.code in OF_LIST:
                key = (one.problem.code, *topic_of(one.field, one.text))
            asked.setdefault(key, (one, []))[1].append(row.row)
    for question, numbers in asked.values():
        yield attrs.evolve(question, rows=tuple(dict.fromkeys(numbers)))


def _questions(row: ReviewedRow) -> Iterator[Question]:
    """The questions of one row; those that may be asked of others have a text."""
    if row.is_passed_over:
        return
    for problem in row.problems:
        yield Question("", "", problem)
    for one in row.findings:
        if one.problem is not None and not one.is_taken:
            yield Question(*subject_of(one.field, one.text, one.problem), one.problem)


class ListReading(NamedTuple):
    r"""The dossier that a list became, and the review of it.

    >>> import bilateral as bl
    >>> reading = bl.read_list("Abkommen über Handel zwischen Belarus und Guinea\n", "de")
    >>> reading.dossier
    <Dossier: 2 partners, 1 agreement>
    """

    dossier: Dossier
    review: Review

    def __repr__(self) -> str:
        return f"ListReading({self.dossier!r}, {self.review!r})"

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        return bundle(self.review, include=include, exclude=exclude)
