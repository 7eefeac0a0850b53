"""Parties that are towns because their document is one of towns: a Sister City Agreement."""

from __future__ import annotations

import attrs

from bilateral.instruments import AgreementKind
from bilateral.partners import PartnerKind
from bilateral.reading.head_nouns import HeadNouns
from bilateral.reading.kinds import NamedKind
from bilateral.reading.landmarks import TOWN, landmarks
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.words import Text

__all__ = ["with_towns"]

_OF_TOWNS = frozenset({AgreementKind.FRIENDSHIP, AgreementKind.TWINNING})


def with_towns(sides: Sides, parties: Parties, named: NamedKind) -> Sides:
    """The sides, a name of which nothing is known being a town where the kind of document says so.

    The twinning of two names tells it as well where each has its country behind it.
    """
    sides = _beside_town(sides, parties)
    if _OF_TOWNS.isdisjoint(named.kinds):
        return sides
    words = range(named.start, named.end)
    heads = (parties.names.head(i, named.end) for i in words)
    is_of_towns = any(head and head.kind is PartnerKind.CITY for head in heads)
    return tuple(
        tuple(_as_town(one, parties) if is_of_towns or one.country else one for one in side)
        for side in sides
    )


def _beside_town(sides: Sides, parties: Parties) -> Sides:
    """The sides, the name of a town beside another one being a town: zwischen Minsk und Pisa."""
    kinds = {party.kind for side in sides for party in side}
    if PartnerKind.CITY not in kinds or None not in kinds:
        return sides
    return tuple(tuple(_as_known_town(party, parties) for party in side) for side in sides)


def _as_known_town(party: Party, parties: Parties) -> Party:
    if party.kind:
        return party
    words = Text(party.text, parties.text.grammar.lang)
    count = len(words.words)
    if not any(one[:2] == (0, count) and one.what == TOWN for one in landmarks(words, 0, count)):
        return party
    parties.unknown.discard(party.text)
    return attrs.evolve(party, kind=PartnerKind.CITY)


def _as_town(party: Party, parties: Parties) -> Party:
    """A party as a town, if it is one name with no noun of a body in it."""
    words = Text(party.text, parties.text.grammar.lang)
    is_name = not (words.places("and") or HeadNouns(words).places)
    if party.text not in parties.unknown or party.kind or party.candidates or not is_name:
        return party
    parties.unknown.discard(party.text)
    return attrs.evolve(party, kind=PartnerKind.CITY)
