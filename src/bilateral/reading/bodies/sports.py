"""Federations and unions of a sport: Федерация лёгкой атлетики, хоккейная ассоциация."""

from __future__ import annotations

from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.words import Text

__all__ = ["with_sport"]

# Within how many words behind its noun a federation says its sport.
_WITHIN: Final = 3


def with_sport(text: Text, start: int, noun: Head, end: int) -> Head:
    """The noun of an association as that of a sports body, if the name tells a sport.

    An adjective before the noun does, or what stands right behind it.
    """
    is_it = noun.kind is PartnerKind.ASSOCIATION and (
        _has_adjective(text, start, noun.start) or _has_sport(text, noun.end, end)
    )
    return noun._replace(kind=PartnerKind.SPORTS_BODY) if is_it else noun


def _has_adjective(text: Text, start: int, end: int) -> bool:
    """Whether an adjective of a sport is among some words: футбольный."""
    adjectives = text.grammar.stems_of("sport.attribute")
    return any(word.stem in adjectives for word in text.words[start:end])


def _has_sport(text: Text, start: int, end: int) -> bool:
    """Whether a sport is among the next words: художественной гимнастики, française de judo."""
    sports = text.grammar.stems_of("sport")
    for i in range(start, min(end, start + _WITHIN)):
        if text.gap(i).strip():
            break
        if text.words[i].stem in sports:
            # The fight against something is no wrestling.
            return not text.role(i + 1, "with", end)
    return False
