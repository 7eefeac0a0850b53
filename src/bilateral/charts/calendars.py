"""The chart of deadlines: the months that come, with what is due on which day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bilateral.charts.chart import Chart
from bilateral.charts.drawing import BLUE, VERMILLION, element, line, rect, text, titled
from bilateral.charts.lettering import abridged, shortened, width_of
from bilateral.charts.marks import deadline_keys, deadline_mark
from bilateral.charts.scope import Charted, Scope, scope_of, short_day, written_number
from bilateral.charts.sheets import MARGIN, MUTED, SMALL, WIDTH, sheet
from bilateral.dates.gregorian import MONTHS, month_length
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.lifecycle.deadlines import Deadline, Deadlines, deadlines_of, is_within
from bilateral.literals import Lang
from bilateral.showing import count_of

__all__ = ["calendar"]

_WEEK: Final = 7
_COLUMNS: Final = 4
_CELL, _HEIGHT = 30, 30
_MONTH, _ROWS = 237, 6
# A month's name and the days of the week stand above its days.
_HEAD: Final = 42
_LINE: Final = 20
_LONG: Final = 31
_LETTERS: Final = 12
_TEXT, _DATE, _KIND, _GAP = MARGIN + 20, 215, 330, 16
_MOST_MONTHS: Final = 120


def calendar(
    rows: Charted | Deadlines,
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
    months: int = 12,
    most: int = 20,
) -> Chart:
    """Draw a calendar of ``months``, with the deadlines on their days and a list of them below.

    It begins with the month of the day ``on`` (else today). ``rows`` and ``lang`` are as for
    `timeline`; what `Dossier.deadlines` answered is taken, too. The list has at most so many
    deadlines. A day that is known to the month only is marked in all of it; what is known less
    exactly is only in the list. A week begins on Monday (ISO 8601).

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``,
    ``negative-count``.

    >>> from bilateral.examples import astana_2025
    >>> calendar(astana_2025(), lang="en", on="2028-12-05", months=1).description
    'Deadlines. December 2028. Agreements: 3. Deadlines: 2.'
    """
    given = rows if isinstance(rows, Deadlines) else None
    known = () if given is None else tuple(dict.fromkeys(one.agreement for one in given))
    scope = scope_of(known if isinstance(rows, Deadlines) else rows, lang, on)
    shown = [*_months(scope.view.on, min(max(count_of(months), 1), _MOST_MONTHS))]
    first, last = shown[0], shown[-1].replace(day=_length(shown[-1]))
    window = UncertainDay(first.toordinal(), last.toordinal())
    found = [one for one in given or () if is_within(one.when, window)]
    if given is None:
        found += deadlines_of(scope.agreements, window, scope.successors)
    notes = [
        Period.around(*window).label(scope.lang),
        scope.counted(len(scope.agreements)),
        f"{scope.word('deadlines')}: {written_number(len(found), scope.lang)}",
    ]
    grid, y = _grid(shown, found, scope)
    listed, end = _list(found, min(count_of(most), len(found)), scope, y)
    keys = deadline_keys(found, scope.lang)
    return sheet(scope.word("deadlines"), notes, (grid + listed, end), scope.lang, keys=keys)


def _months(start: datetime.date, number: int) -> Iterator[datetime.date]:
    """The first days of so many months."""
    for month in range(start.month - 1, start.month - 1 + number):
        year = start.year + month // MONTHS
        if year <= datetime.MAXYEAR:
            yield datetime.date(year, month % MONTHS + 1, 1)


def _length(month: datetime.date) -> int:
    return month_length(month.year, month.month)


def _grid(
    months: Sequence[datetime.date], found: Sequence[Deadline], scope: Scope
) -> tuple[str, float]:
    """The months side by side, and their height."""
    days: dict[int, list[Deadline]] = {}
    for one in found:
        if one.when.latest - one.when.earliest < _LONG:
            for day in range(one.when.earliest, one.when.latest + 1):
                days.setdefault(day, []).append(one)
    parts: list[str] = []
    height = _HEAD + _ROWS * _HEIGHT + 12
    for number, month in enumerate(months):
        place = MARGIN + number % _COLUMNS * _MONTH, number // _COLUMNS * height
        drawn = "".join(_month(month, days, scope))
        parts.append(element("g", drawn, transform=f"translate({place[0]} {place[1]})"))
    return "".join(parts), -(-len(months) // _COLUMNS) * height


def _month(
    month: datetime.date, days: Mapping[int, Sequence[Deadline]], scope: Scope
) -> Iterator[str]:
    name = PartialDate(month.isoformat()[:7]).label(scope.lang)
    yield text(2, 14, name, size=13, font_weight="bold")
    for weekday in range(_WEEK):
        x = weekday * _CELL + _CELL / 2
        word = scope.view.word(f"chart.weekday.{weekday + 1}")
        yield text(x, 34, word, size=10, text_anchor="middle", fill_opacity=MUTED)
    for number in range(_length(month)):
        day = month.toordinal() + number
        week, weekday = divmod(month.weekday() + number, _WEEK)
        x, y = weekday * _CELL, _HEAD + week * _HEIGHT
        yield _day((x, y), number + 1, day == scope.today, days.get(day, ()), scope.lang)


def _day(
    place: tuple[float, float],
    number: int,
    today: bool,  # noqa: FBT001 - one of the facts of a day
    due: Sequence[Deadline],
    lang: str,
) -> str:
    x, y = place
    parts = [text(x + 3, y + 11, str(number), size=10, fill_opacity=None if due else MUTED)]
    if today:
        parts.append(_box(x, y, fill="none", stroke=VERMILLION, stroke_width=1.6))
    if not due:
        return "".join(parts)
    shade = _box(x, y, fill=BLUE, fill_opacity=0.14)
    kinds = [*dict.fromkeys(one.kind for one in due)][:2]
    for place_, kind in enumerate(kinds):
        middle = x + _CELL / 2 + (place_ - (len(kinds) - 1) / 2) * 11
        parts.append(deadline_mark(kind, middle, y + 20, 4.5))
    if len(due) > 1:
        parts.append(
            text(
                x + _CELL - 2, y + 11, str(len(due)), size=8, text_anchor="end", font_weight="bold"
            )
        )
    tips = [f"{one.label(lang)}: {one.agreement.title(lang)}" for one in due[:10]]
    return titled("\n".join(tips), shade, *parts)


def _box(x: float, y: float, **look: str | float | None) -> str:
    return rect(x + 1, y + 1, _CELL - 2, _HEIGHT - 2, rx=2, **look)


def _list(found: Sequence[Deadline], number: int, scope: Scope, y: float) -> tuple[str, float]:
    """The first deadlines, a line each, and how many more there are; known days come first."""
    some = sorted(found, key=lambda one: one.when.latest - one.when.earliest >= _LONG)[:number]
    parts = [line(MARGIN, y, WIDTH - MARGIN, y, stroke_opacity=0.16)] if found else []
    lines = [
        (one, short_day(one.when, scope.lang), one.label(scope.lang), scope.title_of(one.agreement))
        for one in some
    ]
    middle = _TEXT + min(_widest([date for _, date, _, _ in lines]), _DATE) + _GAP
    right = middle + min(_widest([label for _, _, label, _ in lines]), _KIND) + _GAP
    for one, date, label, title in lines:
        y += _LINE
        parts.append(
            titled(
                f"{date}\n{label}\n{title}",
                deadline_mark(one.kind, MARGIN + 6, y - 4, 4.5),
                text(_TEXT, y, shortened(date, _LETTERS, _DATE)),
                text(middle, y, shortened(label, _LETTERS, _KIND)),
                text(right, y, *abridged(title, _LETTERS, WIDTH - MARGIN - right, 1)),
            )
        )
    if rest := len(found) - number:
        y += _LINE
        more = scope.view.word("more", count=written_number(rest, scope.lang))
        parts.append(text(_TEXT, y, more, size=SMALL, fill_opacity=MUTED))
    return "".join(parts), y + 6


def _widest(texts: Sequence[str]) -> float:
    return max((width_of(one, _LETTERS) for one in texts), default=0)
