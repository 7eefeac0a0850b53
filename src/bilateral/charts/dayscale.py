"""Days on a line: where each lies, and the dates that are written below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from bilateral.charts.drawing import line, text
from bilateral.dates.gregorian import MAX_DAY, MONTHS, day_number, year_month_day
from bilateral.dates.partial_dates import PartialDate

__all__ = ["DayScale"]

# Steps between dates, in months.
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_MOST_DATES: Final = 10
_DAYS_OF_MONTH: Final = 30.44


class DayScale(NamedTuple):
    """The days from the ``first`` to the ``last``, drawn from ``left`` to ``right``."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where a day begins; days outside lie at the edge."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)

    def axis(self, top: float, bottom: float, lang: str) -> str:
        """Lines from ``top`` to ``bottom`` with their dates above."""
        parts: list[str] = []
        for day, label in self._dates(lang):
            x = self.x(day)
            parts.append(line(x, top, x, bottom, stroke_opacity=0.16))
            parts.append(text(x, top - 6, label, size=11, text_anchor="middle", fill_opacity=0.72))
        return "".join(parts)

    def _dates(self, lang: str) -> Iterator[tuple[int, str]]:
        months = (self.last - self.first) / _DAYS_OF_MONTH
        step = next((one for one in _STEPS if months / one <= _MOST_DATES), _STEPS[-1])
        year, month, _ = year_month_day(self.first)
        number = -(-(year * MONTHS + month - 1) // step) * step
        while (day := day_number(number // MONTHS, number % MONTHS + 1)) <= min(self.last, MAX_DAY):
            if day >= self.first:
                yield day, _label(day, step, lang)
            number += step


def _label(day: int, step: int, lang: str) -> str:
    year, month, _ = year_month_day(day)
    if step % MONTHS == 0 and year > 0:
        return str(year)
    return PartialDate(f"{_year(year)}-{month:02}").label(lang, "medium")


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
