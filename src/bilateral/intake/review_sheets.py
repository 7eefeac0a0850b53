"""The review of a list as a sheet to correct in, and what was corrected there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from bilateral.formats.xlsx import workbook
from bilateral.intake.findings import Finding
from bilateral.intake.layout.headers import header_of
from bilateral.intake.questions import Answers, Question, topic_of
from bilateral.intake.reviewed_rows import ReviewedRow, questions_of
from bilateral.language.folding import tidy
from bilateral.language.lexicon import lexicon
from bilateral.problems import Problem, ValidationError
from bilateral.terms.rules import Term
from bilateral.vocabulary import CodedEnum
from bilateral.wire import storage
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.protection import Cell, is_blank, protect, text_of, truth_of
from bilateral.wire.sheets.workbooks import read_workbook
from bilateral.wire.sheets.writing import Row, Sheet

__all__ = ["Corrections", "Decision", "read_corrections", "write_review"]

# The fields that can be corrected, in the order of their columns.
_FIELDS = (
    "title",
    "kind",
    "side_a",
    "side_b",
    "signed",
    "place",
    "in_force",
    "validity",
    "period",
    "sectors",
)
_SIDES = ("side_a", "side_b")
# What is asked for that a cell of the list, or a keyword, may say.
_ANSWERED = frozenset(
    {
        "country",
        "home",
        "kind",
        "sides",
        "languages",
        "term",
        "status",
        "signed",
        "in_force",
        "sectors",
    }
)
# The columns before and behind those: their codes stand in brackets in the headers.
_BEFORE = ("row", "state", "decision", "questions")
_KEY, _WRITTEN = "key", "written"
_COLUMNS = (*_BEFORE, *_FIELDS, _KEY, _WRITTEN)
# The columns of the sheet of questions with one answer, before their keys.
_ASKED = ("text", "questions", "answer", "count")
_ASKED_COLUMNS = (*_ASKED, _KEY)


def _nothing() -> dict[str, str]:
    return {}


@attrs.frozen
class Decision:
    """What a person has said about a row: the corrected ``fields``, and whether to take it."""

    fields: Mapping[str, str] = attrs.field(factory=_nothing)
    is_accepted: bool | None = None


class Corrections:
    """The decisions in a corrected review, by the keys of the rows, and the ``answers``."""

    def __init__(
        self,
        decisions: Mapping[str, Decision] | None = None,
        answers: Answers | None = None,
    ) -> None:
        self._decisions = dict(decisions or {})
        self._used: set[str] = set()
        self.answers: Answers = answers or {}

    def of_list(self, field: str) -> str | None:
        """The answer to a question about the whole list."""
        return self.answers.get(topic_of(field, ""))

    def of(self, key: str) -> Decision:
        """The decision about a row; an empty one if there is none."""
        self._used.add(key)
        return self._decisions.get(key, Decision())

    def unused(self) -> Iterator[Problem]:
        """The decisions about rows that the list does not have."""
        for key, decision in self._decisions.items():
            if key not in self._used and decision != Decision():
                texts = (*decision.fields.values(), key)
                yield Problem("review-row-gone", (), texts[0])


# --- writing ---------------------------------------------------------------------------------


def write_review(reviewed: Sequence[ReviewedRow], path: str | os.PathLike[str], lang: str) -> None:
    """Write the sheet of reviewed rows; errors as `bilateral.formats.xlsx.write`."""
    title = lexicon(lang).rows("shell")["review"]["nom"]
    columns = {name: number for number, name in enumerate(_COLUMNS, 1)}
    rows: dict[int, Row] = {1: {columns[name]: _header(name, lang) for name in _COLUMNS}}
    for row in reviewed:
        if not row.is_passed_over:
            cells = _cells(row, lang)
            number = len(rows) + 1
            rows[number] = {columns[name]: cell for name, cell in cells.items() if cell}
    hidden = (range(columns[_KEY], columns[_WRITTEN] + 1),)
    sheets = [Sheet("review", title, rows, hidden_columns=hidden)]
    shared = [one for one in questions_of(reviewed) if one.is_shared and one.field in _ANSWERED]
    if shared:
        sheets.append(_of_questions(shared, lang))
    Path(path).write_bytes(workbook(sheets, lang))


def _of_questions(shared: list[Question], lang: str) -> Sheet:
    """The sheet of the questions that one answer does for in several rows."""
    columns = {name: number for number, name in enumerate(_ASKED_COLUMNS, 1)}
    rows: dict[int, Row] = {1: {columns[name]: _header(name, lang) for name in _ASKED_COLUMNS}}
    for number, one in enumerate(shared, 2):
        rows[number] = {
            **({columns["text"]: protect(one.text)} if one.text else {}),
            columns["questions"]: protect(one.problem.message(lang)),
            columns["count"]: len(one.rows),
            columns[_KEY]: protect(json.dumps(topic_of(one.field, one.text), ensure_ascii=False)),
        }
    title = lexicon(lang).rows("shell")["review.shared"]["nom"]
    hidden = (range(columns[_KEY], columns[_KEY] + 1),)
    return Sheet("questions", title, rows, hidden_columns=hidden)


def _header(name: str, lang: str) -> str:
    if name in _FIELDS:
        return f"{header_of(name, lang)} [{name}]"
    words = lexicon(lang).rows("shell").get(f"review.{name}", {})
    return f"{words.get('nom', name)} [{name}]"


def _cells(row: ReviewedRow, lang: str) -> dict[str, Cell]:
    written = {
        name: text
        for finding in row.findings
        if finding.is_taken
        for name, text in _values(finding, lang).items()
    }
    written["title"] = row.title
    sentences = dict.fromkeys(problem.message(lang) for problem in row.questions)
    return {
        "row": row.row,
        "state": row.state.label(lang),
        "questions": protect("\n".join(sentences)) if sentences else None,
        **{name: protect(text) for name, text in written.items() if text},
        _KEY: row.key,
        _WRITTEN: json.dumps(written, ensure_ascii=False, sort_keys=True),
    }


def _values(finding: Finding, lang: str) -> dict[str, str]:
    """The cells for what was read, by their columns."""
    value: Any = finding.value
    match finding.field:
        case "sides":
            texts = ("; ".join(one.name.marked(lang) for one in side) for side in value)
            return dict(zip(_SIDES, texts, strict=True))
        case "sectors":
            return {"sectors": "; ".join(one.label(lang) for one in value)}
        case "term":
            return {"validity": _term(value, lang)}
        case name if name in _FIELDS:
            return {name: value.label(lang) if isinstance(value, CodedEnum) else str(value)}
        case _:
            return {}


def _term(term: Term, lang: str) -> str:
    """A term as it can be read again, where it says no more than how long."""
    if term.length is not None and term == Term(length=term.length):
        return term.length.label(lang)
    if term.until is not None and term == Term(until=term.until):
        return str(term.until)
    return term.label(lang)


# --- reading ---------------------------------------------------------------------------------


def read_corrections(path: str | os.PathLike[str]) -> Corrections:
    """The decisions in a corrected review; ``syntax`` if it is none."""
    with Path(path).open("rb") as opened:
        content = storage.read_file(opened, Limits())
    sheets = read_workbook(storage.encoded(content), Limits())
    decisions: dict[str, Decision] | None = None
    answers: dict[tuple[str, str], str] = {}
    for sheet in sheets:
        columns = _columns(sheet)
        if {_KEY, _WRITTEN} <= columns.keys():
            decisions = dict(_decisions(sheet, columns))
        elif {_KEY, "answer"} <= columns.keys():
            answers |= _answers(sheet, columns)
    if decisions is None:
        raise ValidationError([Problem("no-review", (), str(path))])
    return Corrections(decisions, answers)


def _columns(sheet: Sheet) -> dict[str, int]:
    """The columns by the codes in their headers."""
    header = sheet.rows.get(min(sheet.rows, default=0), {})
    names = {text_of(cell).rpartition("[")[2].rstrip("] "): n for n, cell in header.items()}
    known = {*_COLUMNS, *_ASKED_COLUMNS}
    return {name: number for name, number in names.items() if name in known}


def _answers(sheet: Sheet, columns: Mapping[str, int]) -> Iterator[tuple[tuple[str, str], str]]:
    for number, row in sheet.rows.items():
        answer = row.get(columns["answer"])
        if number > min(sheet.rows) and not is_blank(answer):
            field, text = json.loads(text_of(row[columns[_KEY]]))
            yield (field, text), tidy(text_of(answer))


def _decisions(sheet: Sheet, columns: Mapping[str, int]) -> Iterator[tuple[str, Decision]]:
    first = min(sheet.rows)
    for number, row in sheet.rows.items():
        texts = {name: text_of(row[column]) for name, column in columns.items() if column in row}
        if number == first or _KEY not in texts:
            continue
        written = json.loads(texts.get(_WRITTEN, "{}"))
        changed = {
            name: texts[name]
            for name in _FIELDS
            if texts.get(name, "") not in ("", written.get(name))
        }
        if changed.keys() & {*_SIDES}:
            # One side alone says nothing: the other stays as it was.
            changed = {**{one: written[one] for one in _SIDES if one in written}, **changed}
        yield texts[_KEY], Decision(changed, truth_of(texts.get("decision", "")))
