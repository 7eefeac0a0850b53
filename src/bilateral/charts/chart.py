"""A chart: it shows itself in notebooks, and is saved as SVG or PNG."""

from __future__ import annotations

import math
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import attrs

from bilateral.charts.drawing import element, escaped, rect
from bilateral.errors import MissingExtra, UnknownFormat
from bilateral.frozen import Frozen
from bilateral.problems import ValidationError, reject, wrong_type_problem
from bilateral.wire.replacing import replace_file

__all__ = ["Chart"]

# Fonts with the same metrics, one of which most machines have.
_FONTS: Final = (
    "Arial, 'Liberation Sans', Arimo, 'Helvetica Neue', Helvetica, 'DejaVu Sans', sans-serif"
)
_SVG: Final = "http://www.w3.org/2000/svg"
_LIGHT, _DARK = ("#1a1a1a", "#ffffff"), ("#e6e6e6", "#14171c")
_SUFFIXES: Final = (".svg", ".png")
# The largest side of a picture that every program opens.
_LARGEST: Final = 16_000
_SMALLEST: Final = 0.05


@attrs.frozen(repr=False, eq=False)
class Chart(Frozen):
    """A picture of some agreements, with all its words in one language.

    A notebook shows it, in the colours of the notebook. ``description`` says in words what is on
    it, for those who do not see it. ``pages`` tells how many there are where one does not hold
    everything.

    >>> from bilateral.charts import timeline
    >>> from bilateral.examples import astana_2025
    >>> chart = timeline(astana_2025(), lang="en", on="2026-11-26")
    >>> chart
    <Chart: Periods. Status on 26 November 2026. Agreements: 3.>
    >>> chart.svg().startswith("<svg")
    True
    """

    title: str
    description: str
    lang: str
    width: int
    height: int
    pages: int = attrs.field(default=1, kw_only=True)
    _body: str = attrs.field(kw_only=True, alias="body")

    def svg(self) -> str:
        """The chart as an SVG file, which is light or dark as the reader's system is."""
        dark = "@media (prefers-color-scheme: dark) {{ {} }}".format(
            f".bilateral-chart {{ color: {_DARK[0]} }} .bilateral-paper {{ fill: {_DARK[1]} }}"
        )
        light = (
            f".bilateral-chart {{ color: {_LIGHT[0]} }} .bilateral-paper {{ fill: {_LIGHT[1]} }}"
        )
        return self._drawn(element("style", f"{light} {dark}"), *self._paper(_LIGHT))

    def png(self, *, scale: float = 2, dark: bool = False) -> bytes:
        """The chart as a PNG, ``scale`` times as large as the SVG, on white or on dark paper.

        The text is drawn with the fonts of the machine. Raises `MissingExtra`, ``OSError``
        if the machine has no font, and `ValidationError`: ``wrong-type``, ``negative-count``.

        >>> from bilateral.charts import counts
        >>> counts([]).png()[1:4]
        b'PNG'
        """
        ink, paper = _DARK if dark else _LIGHT
        picture = self._drawn(*self._paper((ink, paper)), color=ink)
        return _painted(picture, min(_zoom(scale), _LARGEST / max(self.width, self.height)))

    def save(self, path: str | os.PathLike[str], *, scale: float = 2, dark: bool = False) -> None:
        """Write the chart to a file that ends with ``.svg`` or ``.png``.

        ``scale`` and ``dark`` are for PNG, see `png`. A file that is there is replaced as a whole.
        Raises `UnknownFormat`, ``OSError``, and errors as for `png`.
        """
        target = Path(path)
        suffix = target.suffix.lower()
        if suffix not in _SUFFIXES:
            raise UnknownFormat(suffix or target.name, _SUFFIXES)
        vector = suffix == ".svg"
        content = self.svg().encode() if vector else self.png(scale=scale, dark=dark)
        replace_file(target, [content])

    def _paper(self, colours: tuple[str, str]) -> tuple[str]:
        return (rect(0, 0, self.width, self.height, class_="bilateral-paper", fill=colours[1]),)

    def _drawn(self, *before: str, **attributes: str) -> str:
        return element(
            "svg",
            element("desc", escaped(self.description)),
            *before,
            self._body,
            xmlns=_SVG,
            viewBox=f"0 0 {self.width} {self.height}",
            width=self.width,
            height=self.height,
            class_="bilateral-chart",
            lang=self.lang,
            role="img",
            aria_label=self.description,
            font_family=_FONTS,
            **attributes,
        )

    def _repr_html_(self) -> str:
        """The chart on the page of the notebook, in its colours, no wider than there is room."""
        return self._drawn(style="max-width:100%;height:auto;color:inherit")

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Any]:
        shown = {"text/plain": self.description, "text/html": self._repr_html_()}
        return {
            kind: content
            for kind, content in shown.items()
            if (not include or kind in include) and kind not in (exclude or ())
        }

    def __repr__(self) -> str:
        return f"<Chart: {self.description}>"


def _zoom(scale: object) -> float:
    number = isinstance(scale, (int, float)) and not isinstance(scale, bool)
    if not number or math.isnan(zoom := cast("float", scale)):
        raise ValidationError([wrong_type_problem("number", scale).at("scale")])
    if zoom < 0:
        raise reject("negative-count", zoom)
    return max(zoom, _SMALLEST)


def _painted(picture: str, zoom: float) -> bytes:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtra("charts", "resvg-py") from None
    if not _has_font():
        raise OSError(
            "no font is installed to write with: Liberation Sans and DejaVu Sans have all letters"
        )
    return bytes(svg_to_bytes(svg_string=picture, zoom=zoom))


@cache
def _has_font() -> bool:
    """Whether a letter leaves a trace: without any font, pictures would have no words."""
    from resvg_py import svg_to_bytes

    blank, letter = (
        bytes(svg_to_bytes(svg_string=element("svg", one, xmlns=_SVG, width=20, height=20)))
        for one in (element("g"), element("text", "A", y=18, font_family=_FONTS))
    )
    return blank != letter
