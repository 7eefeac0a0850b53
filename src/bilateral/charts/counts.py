"""The chart of numbers: how many agreements of which kind were signed in which year."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Final

from bilateral.agreements import Agreement
from bilateral.charts.chart import Chart
from bilateral.charts.grids import Cell, grid
from bilateral.charts.scope import Charted, applied, scope_of
from bilateral.charts.sheets import sheet
from bilateral.dates.partial_dates import PartialDate
from bilateral.instruments import AgreementKind
from bilateral.lifecycle.overviews import overview_of
from bilateral.literals import Lang

__all__ = ["counts"]

# As many columns as can be read side by side.
_MOST_COLUMNS: Final = 20
_SPANS: Final = (1, 5, 10, 50, 100, 500, 1000)


def counts(
    rows: Charted,
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
) -> Chart:
    """Draw how many agreements of each kind were signed in each year, with the sum of each year.

    Where there are many years, several are one column. Documents without a year of signature
    have a column of their own. ``rows``, ``lang`` and ``on`` are as for `network`; so are the
    errors.

    >>> from bilateral.examples import astana_2025
    >>> counts(astana_2025(), lang="ru").description
    'Документы по годам подписания и видам. Документы: 3.'
    """
    scope = scope_of(rows, lang, on)
    counted = applied(scope, on)
    found = [(one.kind, _year(one)) for one in counted.agreements]
    years = {year for _, year in found if year is not None}
    low, high = min(years, default=0), max(years, default=0)
    span = next((one for one in _SPANS if high // one - low // one < _MOST_COLUMNS), _SPANS[-1])
    cells = Counter((kind, None if year is None else year // span) for kind, year in found)
    kinds = {kind for kind, _ in cells}
    columns = [
        Cell(number, _years(number, span))
        for number in (range(low // span, high // span + 1) if years else ())
    ]
    if any(year is None for _, year in found):
        columns.append(Cell(None, scope.view.word("chart.unstated")))
    body = grid(
        [Cell(kind, kind.label(scope.lang)) for kind in AgreementKind if kind in kinds],
        columns,
        cells,
        scope,
        sums=True,
    )
    return sheet(scope.word("chart.counts"), counted.notes, body, scope.lang)


def _year(agreement: Agreement) -> int | None:
    signed = overview_of(agreement, None).signed
    return signed.year if signed else None


def _years(number: int, span: int) -> str:
    """The years of a column, in figures."""
    first, last = number * span, (number + 1) * span - 1
    return str(first) if span == 1 else f"{first}–{last}"
