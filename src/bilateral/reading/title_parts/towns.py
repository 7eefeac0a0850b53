"""Parties that are towns because their document is one of towns: a Sister City Agreement."""

from __future__ import annotations

import attrs

from bilateral.instruments import AgreementKind
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.bodies.landmarks import TOWN, landmarks
from bilateral.reading.bodies.signs_of_countries import without_sign
from bilateral.reading.bodies.town_names import towns_at
from bilateral.reading.kinds import NamedKind
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
    words, lang = range(named.start, named.end), parties.text.grammar.lang
    heads = [head for i in words if (head := parties.names.head(i, named.end))]
    is_of_towns = any(head.kind is PartnerKind.CITY for head in heads)
    if not heads and AgreementKind.TWINNING in named.kinds:
        # Salamanca may be the province or the city.
        parties.unknown.update(
            one.text for side in sides for one in side if _is_bare_region(one, lang)
        )
    return tuple(
        tuple(
            _as_town(one, parties) if is_of_towns or (one.country and not one.candidates) else one
            for one in side
        )
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


def _is_bare_region(party: Party, lang: str) -> bool:
    """Whether a party is a region of which no noun says that it is one."""
    is_region = party.kind is PartnerKind.REGION and party.head is None
    return is_region and not HeadNouns(Text(party.text, lang)).places


def _as_town(party: Party, parties: Parties) -> Party:
    """A party as a town, if it is one name with no noun of a body in it.

    Okayama is a region, too, but none beside a sister city.
    """
    lang = parties.text.grammar.lang
    name, _, behind = without_sign(party.text).partition(",")
    # What stands behind it may have a noun: Suzdal, Vladimir Region.
    has_noun = bool(HeadNouns(Text(behind, lang)).places)
    words = Text(name if has_noun and "," not in behind else without_sign(party.text), lang)
    if words.places("and") or HeadNouns(words).places or _is_in_town(words):
        return party
    found = party.candidates
    if party.kind is PartnerKind.REGION or (len(found) > 1 and party.country):
        towns = [one for one in found if one.value.kind is PartnerKind.CITY]
        partner = towns[0].value if len(towns) == 1 else None
        return attrs.evolve(party, kind=PartnerKind.CITY, partner=partner, candidates=tuple(towns))
    if party.text not in parties.unknown or party.kind or found:
        return party
    parties.unknown.discard(party.text)
    return attrs.evolve(party, kind=PartnerKind.CITY)


def _is_in_town(words: Text) -> bool:
    """Whether a name has that of a town behind other words, where it is: Werkstatt Minsk."""
    end = next(filter(None, words.marks), 0)
    return any(stop <= end for i in range(1, end) for stop, _ in towns_at(words, i))
