"""Units of bodies that stand behind a comma: Bundesagentur für Arbeit, Regionaldirektion NRW."""

from __future__ import annotations

from bilateral.language.folding import fold, tidy
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text

__all__ = ["is_body_with_unit"]

# The nouns of units stand at the beginning of their names, or behind an adjective.
_NEAR = 2


def is_body_with_unit(text: str, lang: str) -> bool:
    """Whether a text is a body and a unit of it, and no list of the two.

    >>> is_body_with_unit("Deutsches Rotes Kreuz, Landesverband Sachsen", "de")
    True
    >>> is_body_with_unit("Deutsches Rotes Kreuz, Stadt Leipzig", "de")
    False
    """
    body, comma, unit = map(tidy, text.rpartition(","))
    words = Text(unit, lang)
    known = words.grammar.words("unit_of_body")
    is_unit = any(fold(word.text).rstrip(".") in known for word in words.words[:_NEAR])
    kind = read_party(body, lang, None).kind if comma and is_unit else None
    return kind is not None and not kind.is_territory
