"""What an administration governs, by the noun or the adjective of the unit in its name."""

from __future__ import annotations

from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.bodies.surroundings import TOWNS
from bilateral.reading.bodies.town_names import towns_at

__all__ = ["EXECUTIVES", "executive_of"]

#: Who governs a unit.
EXECUTIVES: Final = {
    PartnerKind.CITY: PartnerKind.CITY_EXECUTIVE,
    PartnerKind.DISTRICT: PartnerKind.DISTRICT_EXECUTIVE,
    PartnerKind.REGION: PartnerKind.REGIONAL_EXECUTIVE,
}


def executive_of(names: KnownNames, start: int, end: int, noun: Head | None) -> PartnerKind | None:
    """The kind of an administration; `None` where its name says of no unit that it has.

    Администрация Ленинского района города Гродно; Львовская областная администрация.
    """
    words = names.text.words
    if noun is None or words[noun.start].stem not in names.text.grammar.stems_of("executive"):
        return None
    attributes = dict(names.text.grammar.pairs("executive.attribute"))
    stems = {names.text.grammar.stem(word): kind for word, kind in attributes.items()}
    told = [stems[word.stem] for word in words[start : noun.start] if word.stem in stems]
    if told:
        return PartnerKind(told[0])
    units = [head for head in names.heads(noun.end, end) if head.start not in names.in_names]
    first = units[0] if units else None
    is_next = noun.end < end and names.text.gap(noun.end) == " "
    if first is None and is_next and any(towns_at(names.text, noun.end)):
        # Администрация Томска: a town needs no noun.
        return PartnerKind.CITY_EXECUTIVE
    if first is None or any(names.text.gap(i).strip() for i in range(noun.end, first.start + 1)):
        return None
    is_of_town = any(head.kind in TOWNS for head in units[1:])
    is_prefecture = noun.kind is PartnerKind.REGION and first.start > noun.end
    if first.kind is PartnerKind.REGION and (is_of_town or is_prefecture):
        # The Northern Okrug of a city is no region; it has a prefecture.
        return PartnerKind.DISTRICT_EXECUTIVE if is_prefecture else None
    return EXECUTIVES.get(first.kind) if first.kind else None
