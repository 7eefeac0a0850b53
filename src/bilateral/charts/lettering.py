"""The room that text takes, and how it is broken into lines.

No font is asked: the widths are those of the fonts with the metrics of Arial, so that a chart is
the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["abridged", "shortened", "width_of", "wrapped"]

# Thousandths of the size of the letters.
_WIDTHS: Final = {
    letter: width
    for width, letters in (
        (222, "ijlІі'|"),
        (278, " .,:;!/ItfЇї[]\\\u00a0\u202f"),
        (333, 'r()-"„“”«»г'),
        (460, "т"),
        (500, "ckszvxyJсзкух"),
        (611, "FTZГТ"),
        (667, "ABEKPSVXYÄАВЕКРСУХЬЪ&"),
        (722, "CDHNRUwÜДИЙЛНПЦЧыЦю"),
        (778, "GOQÖОмжЭЯ"),
        (833, "mMМщшфЫ"),
        (944, "WЖШЩФЮ—…"),
    )
    for letter in letters
}
_OTHERS: Final = 556
_MOST_OF_IT: Final = 0.7


def width_of(text: str, size: float) -> float:
    """The width of a line in letters of a size, in the same unit."""
    return sum(_WIDTHS.get(letter, _OTHERS) for letter in text) * size / 1000


def shortened(text: str, size: float, width: float) -> str:
    """A text in one line, cut at the end if it is too long, between words if there are many.

    >>> shortened("Memorandum", 10, 40), shortened("Roadmap on trade and industry", 10, 110)
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

    >>> wrapped("Roadmap on industrial cooperation", 10, 110, 2)
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
    >>> abridged(title, 10, 120, 2)
    ['Memorandum between the', '… of B on trade']
    >>> abridged(title, 10, 200, 1)
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
