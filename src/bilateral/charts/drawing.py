"""The elements of SVG that charts are drawn with.

Text and lines have the colour of what is around them, so that they are read in the light and in
the dark; the others are of the palette of Okabe and Ito, which the colour-blind can tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

__all__ = [
    "BLUE",
    "GREEN",
    "INK",
    "ORANGE",
    "PURPLE",
    "VERMILLION",
    "element",
    "heat",
    "line",
    "mark",
    "rect",
    "text",
    "titled",
]

INK: Final = "currentColor"
BLUE: Final = "#0072B2"
GREEN: Final = "#009E73"
ORANGE: Final = "#E69F00"
PURPLE: Final = "#CC79A7"
VERMILLION: Final = "#D55E00"

Value = str | float | None
# What XML cannot hold, however it is written.
_FORBIDDEN: Final = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)
# So much of the colour has each step of a scale; the last is read in white.
_STEPS: Final = (0.18, 0.32, 0.46, 0.6, 1.0)


def escaped(content: str) -> str:
    """A text within an element or an attribute."""
    from html import escape

    return escape(content.translate(_FORBIDDEN))


def element(name: str, *content: str, **attributes: Value) -> str:
    """An element of SVG; what is ``None`` is left out.

    >>> element("rect", x=1.04, y=2, fill="none", stroke_width=None)
    '<rect x="1" y="2" fill="none"/>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(content)}</{name}>" if content else f"<{name}{given}/>"


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escaped(value)
    # Opacities need two digits, and places no more than one.
    return (
        f"{value:.2f}".rstrip("0").rstrip(".")
        if abs(value) < 1
        else f"{value:.1f}".removesuffix(".0")
    )


def titled(title: str, *content: str) -> str:
    """Elements that say something when the mouse rests on them."""
    return element("g", element("title", escaped(title)), *content)


def text(x: float, y: float, content: str, *, size: float = 12, **attributes: Value) -> str:
    """A line of text."""
    look: dict[str, Value] = {"fill": INK, "font_size": size, **attributes}
    return element("text", escaped(content), x=x, y=y, **look)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Value) -> str:
    """A straight line."""
    look: dict[str, Value] = {"stroke": INK, **attributes}
    return element("path", d=f"M{_value(x1)} {_value(y1)}L{_value(x2)} {_value(y2)}", **look)


def rect(x: float, y: float, width: float, height: float, **attributes: Value) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def heat(x: float, y: float, size: tuple[float, float], number: int, most: int) -> str:
    """A cell with a number, the darker the closer it is to the highest."""
    width, height = size
    step = min(len(_STEPS) - 1, (number - 1) * len(_STEPS) // max(most, 1))
    opacity = _STEPS[step]
    return rect(x + 1, y + 1, width - 2, height - 2, rx=2, fill=BLUE, fill_opacity=opacity) + text(
        x + width / 2,
        y + height / 2 + 4,
        str(number),
        text_anchor="middle",
        fill="#fff" if opacity == 1 else INK,
    )


def mark(shape: str, x: float, y: float, colour: str = INK, size: float = 5) -> str:
    """A mark: circle, ring, diamond, triangle, down, up, square, cross or plus."""
    return _SHAPES[shape](x, y, colour, size)


def _filled(*points: tuple[float, float]) -> Callable[[float, float, str, float], str]:
    def draw(x: float, y: float, colour: str, size: float) -> str:
        places = " ".join(f"{_value(x + a * size)},{_value(y + b * size)}" for a, b in points)
        return element("polygon", points=places, fill=colour)

    return draw


def _circle(x: float, y: float, colour: str, size: float) -> str:
    return element("circle", cx=x, cy=y, r=size * 0.9, fill=colour)


def _ring(x: float, y: float, colour: str, size: float) -> str:
    return element("circle", cx=x, cy=y, r=size * 0.8, fill="none", stroke=colour, stroke_width=1.8)


def _crossed(*ends: tuple[float, float]) -> Callable[[float, float, str, float], str]:
    def draw(x: float, y: float, colour: str, size: float) -> str:
        return "".join(
            line(
                x - a * size,
                y - b * size,
                x + a * size,
                y + b * size,
                stroke=colour,
                stroke_width=2.2,
            )
            for a, b in ends
        )

    return draw


_SHAPES: Final[Mapping[str, Callable[[float, float, str, float], str]]] = {
    "circle": _circle,
    "ring": _ring,
    "diamond": _filled((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    "triangle": _filled((-0.8, -1), (1.1, 0), (-0.8, 1)),
    "down": _filled((-1, -0.8), (1, -0.8), (0, 1)),
    "up": _filled((-1, 0.8), (1, 0.8), (0, -1)),
    "square": _filled((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "cross": _crossed((0.8, 0.8), (0.8, -0.8)),
    "plus": _crossed((1, 0), (0, 1)),
}
