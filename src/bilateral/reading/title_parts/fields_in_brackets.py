"""What stands in brackets behind a title: its field (Kultur), or its short title (DBA Japan)."""

from __future__ import annotations

from typing import Final

import attrs

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import ADDITIONS, KindFinder
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.subjects import are_fields, sectors_about
from bilateral.reading.words import Text

__all__ = ["take_field", "take_short_title", "with_field"]

# The words of a short title.
_LONGEST: Final = 6


def take_field(text: Text) -> tuple[Text, str | None]:
    """A title without the field that stands in brackets behind it, and that.

    A title that has said before what it is about has none.

    >>> left, field = take_field(Text("Linz – Chengdu (Kultur)", "de"))
    >>> field, len(left.words)
    ('Kultur', 2)
    >>> take_field(Text("Loan to Peru (Rural Roads Project)", "en"))[1]
    'Rural Roads Project'
    """
    place = _field(text)
    return (_without_bracket(text, place[0]), text.span(*place)) if place else (text, None)


def _field(text: Text) -> Span | None:
    """The last words of a title, if they are in brackets, and a field or a project and no more."""
    start, end = _last_bracket(text)
    if start and end - start > 1 and _is_project(text, start, end):
        return start, end
    is_named = start == end or not text.words[start].is_capitalised
    if is_named or not start or any(i < start for i in text.places("on")):
        return None
    return (start, end) if are_fields(Text(text.span(start, end), text.grammar.lang)) else None


def _is_project(text: Text, start: int, end: int) -> bool:
    """Whether words name a project, which is no part of a party's name: (Rural Roads Project)."""
    nouns = text.grammar.stems_of("project")
    return text.words[start].stem in nouns or text.words[end - 1].stem in nouns


def take_short_title(text: Text, kinds: KindFinder) -> tuple[Text, list[str]]:
    """A title without what it is called in short, in brackets behind it, and that.

    >>> text = Text("Vertrag über die Polizei (Polizeivertrag)", "de")
    >>> take_short_title(text, KindFinder(text))[1]
    ['Polizeivertrag']
    """
    place = _short_title(text, kinds)
    return (_without_bracket(text, place[0]), [text.span(*place)]) if place else (text, [])


def _short_title(text: Text, kinds: KindFinder) -> Span | None:
    """The last words of a title, if they are in brackets, and what the whole is called in short."""
    start, end = _last_bracket(text)
    named = kinds.first
    if named is None or not named.end < start < end <= start + _LONGEST:
        return None
    found = [kinds.at(start), kinds.at(end - 1)]
    is_kind = bool(found[0] or (found[1] and found[1].end == end))
    # A protocol is another document; so is what has a day.
    is_other = any(word.has_figures for word in text.words[start:end]) or any(
        one and not ADDITIONS.isdisjoint(one.kinds) for one in found
    )
    is_said = any(named.end <= i < start for role in ("topic", "aim") for i in text.places(role))
    is_named = is_kind and is_said and not is_other and not text.is_small(start)
    return (start, end) if is_named else None


def _last_bracket(text: Text) -> Span:
    """The words in the bracket with which a text ends."""
    end = len(text.words)
    return next((i for i in range(end, 0, -1) if not text.brackets[i - 1]), 0), end


def _without_bracket(text: Text, start: int) -> Text:
    """A title without the bracket at its end, whose first word is given."""
    return text.without(text.starts[start] - 1, len(text.text))


def with_field(title: ParsedTitle, field: str) -> ParsedTitle:
    """A title with a field that stands behind it."""
    sectors = (*title.sectors, *sectors_about(field, title.lang))
    return attrs.evolve(
        title,
        subject=title.subject or field,
        sectors=tuple(dict.fromkeys(sectors)),
        uncertain=title.uncertain - ({"sectors"} if sectors else set()),
    )
