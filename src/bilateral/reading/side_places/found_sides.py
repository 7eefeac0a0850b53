"""The sides that a title names, with the words that name them."""

from __future__ import annotations

from typing import NamedTuple

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.parties import Sides

__all__ = ["FoundSides"]


class FoundSides(NamedTuple):
    """The sides of a title, the words that name them, and whether there is no doubt.

    ``inner`` are those among the words that name none: A signs an agreement *on trade* with B.
    ``body`` are those of the body that both share: the A–B *Border Commission*.
    """

    sides: Sides
    span: Span
    is_certain: bool
    inner: Span = (0, 0)
    body: Span = (0, 0)
