"""The rows of a list that was read: what became of each, how surely, and what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Typed
from bilateral.display import Facts, Table, View
from bilateral.intake.findings import Finding
from bilateral.intake.layout.headers import header_of
from bilateral.intake.questions import OF_LIST, Question, subject_of, topic_of
from bilateral.problems import Problem
from bilateral.vocabulary import CodedEnum

__all__ = ["ReviewedRow", "RowState", "name_of_field", "questions_of", "sentences_of"]


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
        values = (
            self.title,
            self.state.label(view.lang),
            self.id,
            [*sentences_of(self, view.lang)],
        )
        caption = f"{view.word('row')}: {self.row}"
        yield Facts(caption, zip(map(view.word, names), values, strict=True))
        header = [view.word(name) for name in ("field", "column", "text", "value")]
        rows = (
            (name_of_field(one.field, view), one.column, one.text, one.value)
            for one in self.findings
        )
        yield Table(view.word("findings"), len(self.findings), header, rows)


def name_of_field(name: str, view: View) -> str:
    """A field as people call it, and as `read_list` does."""
    header = header_of(name, view.lang)
    return view.name_of(Agreement, name) if header == name else f"{header} [{name}]"


def sentences_of(row: ReviewedRow, lang: str) -> Iterator[str]:
    """What a row asks, in words."""
    return (problem.message(lang) for problem in row.questions)


def questions_of(rows: Iterable[ReviewedRow]) -> Iterator[Question]:
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
