"""Charts as a parser sees them."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from bilateral import Agreement, Event, Partner
from bilateral.charts.chart import Chart

SVG = "{http://www.w3.org/2000/svg}"
BY, KZ, UZ = (Partner.state(code) for code in ("BY", "KZ", "UZ"))
DAY = "2026-11-26"


def document(
    id: str = "doc", *events: tuple[str, str | None], sides=(BY, KZ), **fields
) -> Agreement:
    """A document with events, each a kind and a date."""
    fields = {"kind": "agreement", "binding": "binding", **fields}
    return Agreement(id, sides=sides, events=[Event(*one) for one in events], **fields)


class Box(NamedTuple):
    """A rectangle, and what the mouse reads there."""

    x: float
    width: float
    tip: str


class Picture:
    """The elements of a chart."""

    def __init__(self, chart: Chart) -> None:
        self.root = ET.fromstring(chart.svg())  # noqa: S314 - our own
        self.tips = [title.text or "" for title in self.root.iter(f"{SVG}title")]
        self.texts = [text.text or "" for text in self.root.iter(f"{SVG}text")]

    def of(self, tag: str) -> list[ET.Element]:
        """The elements of a kind."""
        return [*self.root.iter(f"{SVG}{tag}")]

    @property
    def boxes(self) -> list[Box]:
        """The rectangles with a tip, from left to right."""
        found = []
        for group in self.root.iter(f"{SVG}g"):
            title = group.find(f"{SVG}title")
            if title is not None:
                found += [
                    Box(float(one.get("x", "")), float(one.get("width", "")), title.text or "")
                    for one in group.findall(f"{SVG}rect")
                ]
        return sorted(found)

    def links(self) -> set[str]:
        """Everything in it that leads out of it."""
        text = ET.tostring(self.root, encoding="unicode")
        return set(re.findall(r"https?://[^\s\"']+|url\([^)]*\)|href|<\w*:?script", text))
