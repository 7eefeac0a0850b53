"""The questions of a review, each once, and what one answer is an answer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from bilateral.coercion import Typed
from bilateral.language.folding import fold
from bilateral.problems import Problem

if TYPE_CHECKING:
    from bilateral.intake.review import ReviewedRow

__all__ = ["OF_LIST", "Answers", "Question", "questions_of", "topic_of"]

#: Answers to questions that are asked once, by what they are looked up by (see `topic_of`).
Answers = Mapping[tuple[str, str], str]
#: What is asked about a list as a whole, with the field that the answer is for.
OF_LIST: Final = {"no-kind-in-list": "kind", "no-owner": "home"}
# The fields of cells that say the same wherever they stand.
_CELLS: Final = frozenset({"kind", "languages", "term", "status", "signed", "in_force", "sectors"})
# A party that these are asked about is the same in all rows.
_PARTIES: Final = frozenset(
    {"ambiguous-label", "no-country-known", "no-nominative", "unknown-party"}
)


@attrs.frozen(repr=False)
class Question(Typed):
    r"""What a person has to say, once for all rows that it is asked about.

    ``field`` is what is asked for, ``text`` what stands there, as in all the ``rows`` (their
    numbers); it is empty if the question is one about the whole list. ``problem`` says it in
    words.

    >>> import bilateral as bl
    >>> text = "Stadt;Partnerstadt\nJena;Lugoj (Rumänien)\nJena;Trier (Narnia)\n"
    >>> [question.text for question in bl.read_list(text, "de").review.questions]
    ['Trier (Narnia)']
    """

    field: str
    text: str
    problem: Problem
    rows: tuple[int, ...] = ()

    @property
    def is_shared(self) -> bool:
        """True if one answer does for several rows, or for the whole list."""
        return len(self.rows) > 1 or self.problem.code in OF_LIST


def topic_of(field: str, text: str) -> tuple[str, str]:
    """What an answer is looked up by."""
    return field, fold(text)


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
    for finding in row.findings:
        problem = finding.problem
        if problem is None or finding.is_taken:
            continue
        field = OF_LIST.get(problem.code, finding.field)
        text = ""
        if field == "sides" and problem.code in _PARTIES:
            text = str(problem.value)
        elif field in _CELLS and problem.code not in OF_LIST:
            text = finding.text
        yield Question(field, text, problem)
