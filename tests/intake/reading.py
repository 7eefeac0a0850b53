"""What the tests of lists have in common."""

from __future__ import annotations

from typing import Any

import bilateral as bl
from bilateral.agreements import Agreement
from bilateral.intake.reviewed_rows import ReviewedRow

BETWEEN = "Соглашение между Республикой Беларусь и Республикой Казахстан"


def only(text: str, lang: str = "ru", **options: Any) -> tuple[Agreement | None, ReviewedRow]:
    """The only row of a list, and its agreement if there is one."""
    dossier, review = bl.read_list(text, lang, **options)
    (row,) = review.rows
    return (dossier.agreements[0] if len(dossier) else None), row


def agreement(text: str, lang: str = "ru", **options: Any) -> Agreement:
    """The only agreement of a list, about which there is nothing to ask."""
    found, row = only(text, lang, **options)
    assert found is not None, row
    assert not row.questions
    return found


def codes(row: ReviewedRow) -> list[str]:
    """The codes of the questions of a row."""
    return [problem.code for problem in row.questions]


def ids(found: Agreement | None) -> list[list[str]]:
    """The ids of the partners on both sides."""
    return [[one.id for one in side] for side in found.sides] if found else []
