"""How a document is made, behind its kind: an agreement *effected by exchange of notes*."""

from __future__ import annotations

from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.reading.kinds import KindFinder
from bilateral.reading.words import Text, within

__all__ = ["take_form"]

# Within how many words behind "effected by" the kind begins.
_NEAR: Final = 4


def take_form(text: Text, kinds: KindFinder) -> tuple[Text, tuple[AgreementKind, ...]]:
    """A text without what only says how a document is made, and the kinds in that.

    >>> text = Text("Agreement between A and B effected by Exchange of Notes", "en")
    >>> take_form(text, KindFinder(text))[1]
    (<AgreementKind.EXCHANGE_OF_NOTES: 'exchange_of_notes'>,)
    """
    named = kinds.first
    for i, n in text.places("has_form").items():
        for kind in within(kinds.places, i + n, i + n + _NEAR):
            form = kinds.at(kind)
            if form and named and i >= named.end:
                return text.without(text.starts[i], text.ends[form.end - 1]), form.kinds
    return text, ()
