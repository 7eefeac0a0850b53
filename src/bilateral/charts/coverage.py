"""The chart of sectors: which pair of countries has agreements about what."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Final

from bilateral import reference
from bilateral.agreements import Agreement
from bilateral.charts.chart import Chart
from bilateral.charts.grids import Cell, grid
from bilateral.charts.scope import (
    Charted,
    Party,
    Scope,
    applied,
    country_of,
    most_first,
    scope_of,
)
from bilateral.charts.sheets import sheet
from bilateral.dates.partial_dates import PartialDate
from bilateral.display import in_words
from bilateral.literals import Lang
from bilateral.sectors import Sector
from bilateral.showing import count_of

__all__ = ["coverage"]

# More rows than that are drawn by their wider sectors.
_MOST_SECTORS: Final = 28
# Where no sector is stated.
_NONE: Final = ""

_Pair = tuple[Party, Party]


def coverage(
    rows: Charted,
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
    most: int = 12,
) -> Chart:
    """Draw how many agreements each pair of countries has about each sector.

    Where there are many sectors, narrower ones count for their wider ones. Of more pairs than
    ``most``, those with most agreements are drawn. An international organisation stands in the
    place of a country. ``rows``, ``lang`` and ``on`` are as for `network`; so are the errors.

    >>> from bilateral.examples import astana_2025
    >>> coverage(astana_2025(), lang="en").description
    'Sectors by pair of countries. Agreements: 3.'
    """
    scope = scope_of(rows, lang, on)
    counted = applied(scope, on)
    limit = max(count_of(most), 1)
    known = {sector.code: sector for one in counted.agreements for sector in one.sectors}
    wider = len(known) > _MOST_SECTORS
    cells, pairs = _counted(counted.agreements, scope.lang, wider=wider)
    columns = most_first(pairs)[:limit]
    codes: Counter[str] = Counter()
    for code, pair in cells:
        if pair in columns:
            codes[code] += cells[code, pair]
    shown = most_first(codes)[:_MOST_SECTORS]
    notes = [*counted.notes]
    notes += [scope.view.word("chart.wider")] * wider
    for name, some, every in (
        ("chart.sectors", len(shown), len(codes)),
        ("chart.pairs", len(columns), len(pairs)),
    ):
        if some < every:
            notes.append(scope.some(name, range(some), every, "chart.most_first"))
    body = grid(
        [Cell(code, _label(code, known, scope)) for code in _in_order(shown, known)],
        [Cell(pair, " – ".join(party.label for party in pair)) for pair in columns],
        cells,
        scope,
    )
    return sheet(scope.word("chart.coverage"), notes, body, scope.lang)


def _counted(
    agreements: Sequence[Agreement], lang: str, *, wider: bool
) -> tuple[Counter[tuple[str, _Pair]], Counter[_Pair]]:
    """How many agreements there are about a sector between a pair, and of each pair."""
    cells: Counter[tuple[str, _Pair]] = Counter()
    pairs: Counter[_Pair] = Counter()
    numbers = Counter(
        party for one in agreements for party in {country_of(who, lang) for who in one.partners}
    )
    for one in agreements:
        found = {(sector.broader if wider else None) or sector.code for sector in one.sectors}
        between = _pairs(one, lang, numbers)
        pairs.update(between)
        cells.update(product(found or {_NONE}, between))
    return cells, pairs


def _pairs(agreement: Agreement, lang: str, numbers: Counter[Party]) -> set[_Pair]:
    """The pairs of countries that an agreement is between, the one with more of them first."""
    one, other = ([country_of(partner, lang) for partner in side] for side in agreement.sides)
    both = (sorted(pair, key=lambda who: (-numbers[who], who)) for pair in product(one, other))
    return {(first, second) for first, second in both}


def _label(code: str, known: dict[str, Sector], scope: Scope) -> str:
    if code == _NONE:
        return scope.view.word("chart.unstated")
    if code in known:
        return in_words(known[code], scope.lang)
    # Of a wider sector of one's own, a narrower one knows the code only.
    return Sector(code).label(scope.lang) if code in reference.sectors() else code


def _in_order(codes: Sequence[str], known: dict[str, Sector]) -> list[str]:
    """The sectors as the reference lists them, those of users below their wider ones."""
    places = {code: number for number, code in enumerate(reference.sectors())}

    def place(code: str) -> tuple[int, str]:
        own = known.get(code)
        listed = code if code in places else (own.broader if own else None) or ""
        return places.get(listed, len(places) + (not code)), code

    return sorted(codes, key=place)
