"""The sheet around a drawing: what it is called, what it counts, what its marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bilateral.charts.chart import Chart
from bilateral.charts.drawing import element, text
from bilateral.charts.lettering import width_of, wrapped
from bilateral.language.lexicon import capitalised

__all__ = ["MARGIN", "MUTED", "SMALL", "WIDTH", "Key", "sheet"]

#: The width of a chart, and of the empty room at its edges.
WIDTH: Final = 960
MARGIN: Final = 20
#: The size of small letters, and how much less they stand out.
SMALL: Final = 11
MUTED: Final = 0.72

_TITLE, _NOTE, _LINE = 19, 12, 17
# A mark takes so much room, and the gap after its meaning so much.
_MARK, _GAP = 24, 20


class Key(NamedTuple):
    """A mark, drawn around a place, and its meaning in words."""

    mark: str
    label: str


def sheet(
    title: str,
    notes: Sequence[str],
    body: tuple[str, float],
    lang: str,
    *,
    keys: Iterable[Key] = (),
    width: int = WIDTH,
    pages: int = 1,
) -> Chart:
    """A chart with a title, notes below it, keys, and the drawing of a height below these."""
    room = width - 2 * MARGIN
    parts = [text(MARGIN, MARGIN + _TITLE, title, size=_TITLE, font_weight="bold")]
    y = MARGIN + _TITLE + 6.0
    for note in wrapped(" · ".join(notes), _NOTE, room, 3) if notes else ():
        y += _LINE
        parts.append(text(MARGIN, y, note, size=_NOTE, fill_opacity=MUTED))
    keyed, y = _keys(keys, room, y)
    drawing, height = body
    parts += [keyed, element("g", drawing, transform=f"translate(0 {y + 14:g})")]
    description = f"{'. '.join(map(capitalised, (title, *notes)))}."
    full = int(y + 14 + height + MARGIN)
    return Chart(title, description, lang, width, full, pages=pages, body="".join(parts))


def _keys(keys: Iterable[Key], room: float, y: float) -> tuple[str, float]:
    parts: list[str] = []
    x = 0.0
    for number, key in enumerate(keys):
        width = _MARK + width_of(key.label, _NOTE)
        if number == 0 or x + width > room:
            x, y = 0.0, y + _LINE + 5
        place = f"translate({MARGIN + x + 8:g} {y - 4:g})"
        parts += [
            element("g", key.mark, transform=place),
            text(MARGIN + x + _MARK, y, key.label, size=_NOTE),
        ]
        x += width + _GAP
    return "".join(parts), y
