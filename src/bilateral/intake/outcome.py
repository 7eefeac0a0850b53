"""What became of a row: the reviewed row of a draft."""

from __future__ import annotations

from typing import Any

import attrs

from bilateral.intake.assembly import Assembly
from bilateral.intake.drafts import Draft
from bilateral.intake.findings import Finding
from bilateral.intake.parties import Spellings
from bilateral.intake.reviewed_rows import ReviewedRow, RowState
from bilateral.problems import Problem

__all__ = ["outcome"]

_NEEDED = ("kind", "sides")


def outcome(draft: Draft, assembly: Assembly, spellings: Spellings) -> ReviewedRow:
    """The reviewed row of a draft, when the whole list has been put together."""
    problems = list(draft.problems)
    repeated = assembly.repeated.get(draft.key)
    if repeated is not None:
        details = {"other": repeated.row}
        problems.append(Problem("same-document", (), draft.text, details=details))
    findings = tuple(_shown(one, spellings) for one in draft.findings)
    agreement = assembly.agreements.get(draft.key)
    return ReviewedRow(
        draft.sheet,
        draft.row,
        draft.key,
        draft.text,
        _state(draft, is_made=agreement is not None, is_repeated=repeated is not None),
        draft.id if agreement or repeated else None,
        findings,
        tuple(problems),
    )


def _state(draft: Draft, *, is_made: bool, is_repeated: bool) -> RowState:
    if draft.is_heading:
        return RowState.HEADING
    if draft.is_left_out:
        return RowState.LEFT_OUT
    if is_repeated:
        return RowState.REPEATED
    if is_made:
        asked = any(one.problem and not one.is_taken for one in draft.findings)
        return RowState.PARTLY if asked else RowState.TAKEN
    if draft.problems:
        return RowState.REFUSED
    is_known = {one.field for one in draft.findings if one.value is not None or one.readings}
    return RowState.WAITING if is_known.issuperset(_NEEDED) else RowState.REFUSED


def _shown(finding: Finding, spellings: Spellings) -> Finding:
    """A finding with the partners that are made of spellings."""
    if finding.field != "sides" or finding.value is None:
        return finding
    sides: Any = finding.value
    return attrs.evolve(finding, value=spellings.sides(sides))
