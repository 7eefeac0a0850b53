"""The review of a list: all its rows, and what is left to decide."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from bilateral.coercion import Typed, is_mapping
from bilateral.display import Facts, Table, View, bundle
from bilateral.dossiers import Dossier
from bilateral.intake.questions import Question
from bilateral.intake.reviewed_rows import (
    ReviewedRow,
    RowState,
    name_of_field,
    questions_of,
    sentences_of,
)
from bilateral.literals import Lang
from bilateral.problems import Problem

__all__ = ["ListReading", "Review"]


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
        return tuple(questions_of(self.rows))

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

        write_review(self.rows, path, lang or self.lang)

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
            (name, name_of_field(field, view) if field else view.word("kept"))
            for name, field in self.columns.items()
        )
        yield Facts(view.word("columns"), columns)
        cells = (
            (one.row, one.title, one.state.label(view.lang), [*sentences_of(one, view.lang)])
            for one in self.uncertain
        )
        header = [view.word(name) for name in ("row", "title", "state", "questions")]
        yield Table(view.word("open_rows"), len(self.uncertain), header, cells)


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
