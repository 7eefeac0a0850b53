"""A grid of numbers: rows and columns with names, and the darker the more."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from bilateral.charts.drawing import BLUE, heat, line, rect, text, titled
from bilateral.charts.lettering import shortened, width_of, wrapped
from bilateral.charts.scope import Scope
from bilateral.charts.sheets import MARGIN, SMALL, WIDTH

__all__ = ["Cell", "grid"]

_LETTERS: Final = 12
_LABEL, _HEIGHT = 300, 26
_WIDEST, _NARROWEST = 96, 30
# Names of columns that do not fit are written upwards, no longer than that.
_UPWARDS: Final = 190
_BARS: Final = 90


class Cell(NamedTuple):
    """The key of a row or a column, and its name."""

    key: Hashable
    label: str


def grid(
    rows: Sequence[Cell],
    columns: Sequence[Cell],
    numbers: Mapping[Any, int],
    scope: Scope,
    *,
    sums: bool = False,
) -> tuple[str, float]:
    """The numbers by the keys of row and column, with ``sums`` as bars above; and the height."""
    if not rows:
        return "", 0.0
    longest = max(width_of(row.label, _LETTERS) for row in rows)
    left = MARGIN + min(longest, _LABEL) + 12
    width = min((WIDTH - MARGIN - left) / len(columns), _WIDEST)
    parts: list[str] = []
    y = 0.0
    if sums:
        parts.append(_bars(rows, columns, numbers, left, width))
        y += _BARS
    head, height = _names(columns, left, width, y)
    parts.append(head)
    y += height
    most = max(numbers.values())
    right = left + width * len(columns)
    for row in rows:
        parts.append(line(MARGIN, y, right, y, stroke_opacity=0.16))
        cut = shortened(row.label, _LETTERS, _LABEL)
        parts.append(titled(row.label, text(MARGIN, y + 17, cut, size=_LETTERS)))
        for place, column in enumerate(columns):
            number = numbers.get((row.key, column.key), 0)
            if number:
                tip = f"{row.label}\n{column.label}\n{scope.counted(number)}"
                cell = heat(left + place * width, y, (width, _HEIGHT), number, most)
                parts.append(titled(tip, cell))
        y += _HEIGHT
    parts.append(line(MARGIN, y, right, y, stroke_opacity=0.16))
    return "".join(parts), y


def _names(columns: Sequence[Cell], left: float, width: float, y: float) -> tuple[str, float]:
    """The names of the columns: in two lines if they fit, else upwards."""
    lines = [wrapped(column.label, SMALL, width - 6, 2) for column in columns]
    if all(not one[-1].endswith("…") and not one[0].endswith("…") for one in lines):
        height = max(map(len, lines)) * 14.0 + 6
        parts = [
            text(left + (number + 0.5) * width, y + 12 + place * 14, one, **_SMALL_LETTERS)
            for number, column in enumerate(lines)
            for place, one in enumerate(column)
        ]
        return "".join(parts), height
    longest = max(width_of(column.label, SMALL) for column in columns)
    height = min(longest, _UPWARDS) + 10
    parts = [
        titled(
            column.label,
            text(
                0,
                4,
                shortened(column.label, SMALL, _UPWARDS),
                size=SMALL,
                transform=f"translate({left + (number + 0.5) * width:.1f} {y + height - 6:.1f}) "
                "rotate(-90)",
            ),
        )
        for number, column in enumerate(columns)
    ]
    return "".join(parts), height


_SMALL_LETTERS: Final[Mapping[str, Any]] = {"size": SMALL, "text_anchor": "middle"}


def _bars(
    rows: Sequence[Cell],
    columns: Sequence[Cell],
    numbers: Mapping[Any, int],
    left: float,
    width: float,
) -> str:
    """The sum of each column as a bar with its number."""
    sums = [sum(numbers.get((row.key, column.key), 0) for row in rows) for column in columns]
    most, room = max(sums), _BARS - 24
    parts: list[str] = []
    for place, number in enumerate(sums):
        if number:
            height, x = room * number / most, left + place * width
            parts.append(rect(x + 1, _BARS - 4 - height, width - 2, height, fill=BLUE))
            parts.append(text(x + width / 2, _BARS - 9 - height, str(number), text_anchor="middle"))
    parts.append(line(left, _BARS - 4, left + width * len(columns), _BARS - 4, stroke_opacity=0.5))
    return "".join(parts)
