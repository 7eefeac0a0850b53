"""Words of which a title does not say that they are its subject, or that a kind is its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.parties import Parties
from bilateral.reading.words import REDACTED, Text, within

__all__ = [
    "doubts_without_kind",
    "is_bare",
    "is_of_other",
    "is_renewal",
    "may_be_names",
    "may_be_party",
    "says_renewal",
]

_CLOSING: Final = '»“”") '
_TWO: Final = 2
# The words of: Second Renewal of the.
_LONGEST_RENEWAL: Final = 4


def is_bare(text: Text, start: int, end: int) -> bool:
    """Whether nothing says that a name is the subject: it is behind a comma, or "in" it.

    >>> is_bare(Text("Vertrag zwischen A und B, Nouméa", "de"), 5, 6)
    True
    """
    first = start + text.role(start, "place_in")
    if first == end or not text.words[first].is_capitalised or text.is_article(first):
        return False
    # Also behind a date that was cut out: ..., 12 May 2003 Nouméa.
    return first > start or set(text.gap(start)) - {*_CLOSING, REDACTED} == {","}


def _is_whose(text: Text, i: int) -> bool:
    """Whether the article of a genitive stands there."""
    return text.words[i].key in text.grammar.words("article.gen")


def may_be_party(text: Text, i: int) -> bool:
    """Whether words say whose a document is, or with whom."""
    return _is_whose(text, i) or bool(text.role(i, "with"))


def may_be_names(text: Text, start: int, end: int) -> bool:
    """Whether words are capitalised around a sign that joins names: MoU Namport & Port of Tema.

    >>> text = Text("MoU Namport & Port of Tema on trade", "en")
    >>> may_be_names(text, 1, 8), may_be_names(text, 6, 8)
    (True, False)
    """
    signs = (i for i in range(start + 1, end - 1) if text.words[i].text == "&")
    joints = {i + 1 for i in signs}.union(within(text.dashes, start + 1, end))
    words = text.words
    return words[start].is_capitalised and any(words[i].is_capitalised for i in joints)


def is_of_other(text: Text, start: int, end: int, kind: int) -> bool:
    """Whether words before a kind say of what it is one: Fortführung des, Bericht über das."""
    last = end - 1
    if end != kind or not end:
        return False
    if text.role(last, "of") or end - start < _TWO:
        return bool(text.role(last, "of"))
    return _is_whose(text, last) or (text.is_article(last) and bool(text.role(last - 1, "on")))


def is_renewal(text: Text, start: int, end: int) -> bool:
    """Whether words before a kind say that it is made anew, and so is one of the same kind.

    >>> text = Text("Erneuerung der Vereinbarung", "de")
    >>> is_renewal(text, 0, 2)
    True
    """
    # Zweite Erneuerung der.
    firsts = {word.stem for word in text.words[start : start + 2]}
    is_short = end - start <= _LONGEST_RENEWAL
    return is_short and not firsts.isdisjoint(text.grammar.stems_of("renewal"))


def says_renewal(rest: str, lang: str) -> bool:
    """Whether what is left of a title says that its document is one made anew: Renewal of the."""
    text = Text(rest, lang)
    return is_renewal(text, 0, len(text.words))


def doubts_without_kind(parties: Parties, about: list[Span], taken: Span) -> Iterator[str]:
    """The fields that words for an unknown kind may be in: Museumskooperation A & B.

    None stand before the first of a title that lacks its kind: Between A and B on trade.
    """
    text = parties.text
    if text.role(0, "between") or text.role(0, "on"):
        return
    if taken[1] and not (parties.names.at[0] or parties.names.head(0, 1)):
        yield "sides"
    if any(start < taken[0] for start, _ in about):
        # It may be the kind: Joint Comminique.
        yield "subject"
