"""The names of secretariats that say what their convention is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.reading.words import Text, within

__all__ = ["secretariats"]

# Within how many words behind the secretariat its convention is named, and what that is about.
_NEAR: Final = 5
_TOPICS: Final = ("topic", "aim", "on")


def secretariats(text: Text) -> Iterator[range]:
    """The words in the names of secretariats behind their convention: zum Schutz der Alpen.

    What the document itself is about is behind a later preposition, if it says so.
    """
    for i in text.places("secretariat"):
        near = (n for n in text.places("convention") if i < n <= i + _NEAR)
        if (convention := next(near, None)) is not None:
            yield from _about_convention(text, i, convention)


def _about_convention(text: Text, secretariat: int, convention: int) -> Iterator[range]:
    topics = sorted({n for role in _TOPICS for n in text.places(role) if n > convention})
    is_next = topics and topics[0] <= convention + _NEAR
    if not is_next or _is_to_cooperate(text, topics[0]):
        return
    own = [n for n in topics[1:] if text.role(n, "on")]
    # With a name of its own it needs no more: des Basler Übereinkommens über die Immunitäten.
    is_named = not text.is_small(convention - 1)
    stop = own[0] if own else _end(text, secretariat, convention)
    if (own or not is_named) and not within(text.redacted, convention, stop):
        yield range(convention + 1, stop)


def _is_to_cooperate(text: Text, i: int) -> bool:
    """Whether a preposition begins what two sides do, and no convention does: zur Kooperation."""
    after = text.after_article(i + 1, len(text.words) - 1)
    return text.words[after].stem in text.grammar.stems_of("cooperation")


def _end(text: Text, secretariat: int, convention: int) -> int:
    """The end of the name: that of the text, or the "and" before the second party."""
    ands = [*text.places("and")]
    is_first = not any(i < secretariat for i in ands)
    return next((i for i in reversed(ands) if is_first and i > convention), len(text.words))
