"""The room that text takes, and how it is broken into lines.

No font is asked, so that a chart is the same on every machine: a letter is as wide as in Arial or
in DejaVu Sans, which servers have in its place and which is an eighth wider.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["abridged", "shortened", "width_of", "wrapped"]

# Thousandths of the size of the letters.
_WIDTHS: Final = {
    letter: width
    for width, letters in (
        (278, "'ijlії\u202f"),
        (295, "IІЇ"),
        (318, " ,.\u00a0"),
        (337, "/:;\\|"),
        (361, "-f"),
        (392, "()[]t"),
        (411, "!r"),
        (500, 'J"'),
        (521, "s„“”"),
        (560, "*?L_`cz–·’гзсэ"),
        (592, "kvxyвтухчьғүұ"),
        (613, "FTaoäö«»ГТакояқөҮҰ"),
        (667, "EKPSYЕЗРУийнпң"),
        (686, "ABVXZÄАБВХЬцҒҺ"),
        (732, "CRUÜКСЧдъҚ"),
        (752, "HNИЙЛНПҢ"),
        (787, "&DGOQÖДОЦЭЯмӘӨ"),
        (842, "#+<=>^~wЪыю"),
        (863, "MМф"),
        (950, "%ЫФжшщ"),
        (1000, "@Wm—…"),
        (1100, "ЖШЩЮ№"),
    )
    for letter in letters
}
_OTHERS: Final = 640
_MOST_OF_IT: Final = 0.7


def width_of(text: str, size: float) -> float:
    """The width of a line in letters of a size, in the same unit."""
    return sum(_WIDTHS.get(letter, _OTHERS) for letter in text) * size / 1000


def shortened(text: str, size: float, width: float) -> str:
    """A text in one line, cut at the end if it is too long, between words if there are many.

    >>> shortened("Memorandum", 10, 44), shortened("Roadmap on trade and industry", 10, 120)
    ('Memo…', 'Roadmap on trade…')
    """
    if width_of(text, size) <= width:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > width:
        kept = kept[:-1]
    whole = kept if text[len(kept)] == " " else kept.rpartition(" ")[0]
    # A long word at the end says more in part than not at all.
    kept = whole if len(whole) > len(kept) * _MOST_OF_IT else kept
    return f"{kept.rstrip(' ,;:–-')}…"


def wrapped(text: str, size: float, width: float, most: int) -> Sequence[str]:
    """A text in at most so many lines, the last one cut if there is more.

    >>> wrapped("Roadmap on industrial cooperation", 10, 125, 2)
    ['Roadmap on industrial', 'cooperation']
    """
    lines: list[str] = []
    words = text.split(" ")
    while words:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size) <= width:
            line = f"{line} {words.pop(0)}"
        if len(lines) + 1 == most:
            line = " ".join((line, *words))
            words = []
        lines.append(shortened(line, size, width))
    return lines


def abridged(text: str, size: float, width: float, most: int) -> Sequence[str]:
    """A title in at most so many lines, without its middle if there is more.

    Titles of one register begin alike, and differ in what they end with.

    >>> title = "Memorandum between the Government of A and the Government of B on trade"
    >>> abridged(title, 10, 135, 2)
    ['Memorandum between', '… of B on trade']
    >>> abridged(title, 10, 225, 1)
    ['Memorandum betw… of B on trade']
    """
    lines = wrapped(text, size, width, most)
    if " ".join(lines) == text:
        return lines
    start = shortened(text, size, width / 2) if most == 1 else "…"
    ending = _ending(text, size, width - width_of(f"{start} ", size))
    return [*lines[:-1], f"{start} {ending}"]


def _ending(text: str, size: float, width: float) -> str:
    """As many of the last words as there is room for."""
    words = text.split(" ")
    endings = (" ".join(words[first:]) for first in range(len(words)))
    return next((one for one in endings if width_of(one, size) <= width), "")
