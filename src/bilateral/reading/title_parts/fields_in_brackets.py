"""The field that stands in brackets behind the parties: Stadt Linz – Stadt Chengdu (Kultur)."""

from __future__ import annotations

import attrs

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.subjects import are_fields, sectors_about
from bilateral.reading.words import Text

__all__ = ["field_at_end", "with_field"]


def field_at_end(text: Text) -> Span | None:
    """The last words of a title, if they are in brackets, and a field and no more.

    A title that has said before what it is about has none.

    >>> field_at_end(Text("Linz – Chengdu (Kultur)", "de"))
    (2, 3)
    """
    end = len(text.words)
    start = next((i for i in range(end, 0, -1) if not text.brackets[i - 1]), 0)
    is_named = start == end or not text.words[start].is_capitalised
    if is_named or not start or any(i < start for i in text.places("on")):
        return None
    return (start, end) if are_fields(Text(text.span(start, end), text.grammar.lang)) else None


def with_field(title: ParsedTitle, field: str) -> ParsedTitle:
    """A title with a field that stands behind it."""
    sectors = (*title.sectors, *sectors_about(field, title.lang))
    return attrs.evolve(
        title,
        subject=title.subject or field,
        sectors=tuple(dict.fromkeys(sectors)),
        uncertain=title.uncertain - ({"sectors"} if sectors else set()),
    )
