"""The sheet of a workbook that an office expects: its register, a row for each document.

It is made of the other sheets and never read (`bilateral.wire.sheets.writing.MARK`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from bilateral.agreements import Agreement
from bilateral.dates.partial_dates import Day, PartialDate, TimeValue
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import View, in_words, word
from bilateral.dossiers import Dossier
from bilateral.lifecycle.lifetimes import Successors
from bilateral.lifecycle.overviews import overview_of, side_label
from bilateral.partners import Side
from bilateral.problems import printable
from bilateral.wire.sheets.protection import Cell
from bilateral.wire.sheets.writing import LONGEST_TITLE, MARK, Row, Sheet

__all__ = ["code_sheet", "register_sheet"]

_SPACES = "\u00a0\u2009\u202f"
_LONGEST = 1000


def register_sheet(dossier: Dossier, lang: str, on: Day) -> Sheet:
    """The register of a dossier in ``lang``, with the statuses of the day ``on``."""
    day = PartialDate.of(on)
    view = View(lang, day.earliest or datetime.date.min)
    header = (
        view.word("title"),
        f"{view.name_of(Side)} 1",
        f"{view.name_of(Side)} 2",
        view.word("signed"),
        view.word("in_force"),
        view.name_of(Agreement, "period"),
        view.word("status_on", day=in_words(day, lang)),
        view.word("next"),
        view.word("deadline"),
        view.name_of(Agreement, "id"),
    )
    successors = dossier.successors
    rows = {1: _row(header)}
    for number, one in enumerate(dossier.agreements, 2):
        rows[number] = _row(_cells(one, day, successors, lang))
    title = view.word("register")[:LONGEST_TITLE]
    return Sheet(f"{MARK}_register", title, rows)


def _row(cells: tuple[Cell, ...]) -> Row:
    shown = (_shown(cell) if isinstance(cell, str) else cell for cell in cells)
    return {number: cell for number, cell in enumerate(shown, 1) if cell not in (None, "")}


def _shown(text: str) -> str:
    """A text that a cell can hold: what it cannot is read from the other sheets."""
    text = printable(text, keep=_SPACES)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _cells(
    agreement: Agreement, on: PartialDate, successors: Successors, lang: str
) -> tuple[Cell, ...]:
    one = overview_of(agreement, on, successors)
    first, second = agreement.sides
    return (
        str(agreement.title(lang)),
        side_label(first, lang),
        side_label(second, lang),
        _day(one.signed, lang),
        _day(one.in_force, lang),
        in_words(agreement.period, lang),
        in_words(one.status, lang),
        _day(one.next.when, lang) if one.next else None,
        in_words(one.next, lang),
        agreement.id,
    )


def _day(when: TimeValue | UncertainDay | None, lang: str) -> Cell:
    """A date of the spreadsheet for a day that is known, else words."""
    if isinstance(when, UncertainDay):
        return when.date or in_words(when, lang)
    if when is None or not when.is_definite or when.earliest != when.latest:
        return in_words(when, lang)
    return when.earliest


def code_sheet(sheets: Iterable[Sheet], lang: str | None) -> Sheet | None:
    """A hidden sheet with the words that columns of other ``sheets`` are offered, a column each."""
    lists = dict.fromkeys(words for sheet in sheets for words in sheet.choices.values())
    longest = max(map(len, lists), default=0)
    rows: dict[int, Row] = {
        number + 1: {
            column: words[number] for column, words in enumerate(lists, 1) if number < len(words)
        }
        for number in range(longest)
    }
    title = word("codes", lang or "en")[:LONGEST_TITLE]
    return Sheet(f"{MARK}_codes", title, rows, is_hidden=True) if lists else None
