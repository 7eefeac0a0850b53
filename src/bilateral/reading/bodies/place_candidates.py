"""The units and cities that a name may mean without the noun that says what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

import attrs

from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.known_names import KnownNames, Span
from bilateral.reading.bodies.unit_names import is_noun_of_units
from bilateral.reading.candidates import Candidate, Match, is_own_name, likely, named_partners
from bilateral.reference.territories import unit_type

__all__ = ["is_unit_called", "places_meant", "territories_meant"]

# What a unit of a state is called: the Province of Alberta, the State of Jalisco.
_UNITS: Final = frozenset({PartnerKind.REGION, PartnerKind.STATE})
# The types of names that are places within a state, in the order of equal answers.
_PLACES: Final = ("subdivision", "city")


def territories_meant(
    names: KnownNames, start: int, end: int, kind: PartnerKind | None, head: Span | None
) -> tuple[Candidate, ...]:
    """The unit that the name of a territory means without its head: the State of Bavaria."""
    is_wide = kind in (None, PartnerKind.PUBLIC_BODY)
    noun = names.head(start, end) if is_wide else None
    if noun:
        # A noun of units that states and bodies have, too: the Land Salzburg, the Department
        # of Bas-Rhin.
        units = places_meant(names, start, end, _PLACES[:1])
        return tuple(_called(names, units, noun.start, noun.end))
    if kind is None or not kind.is_territory:
        return ()
    # A city is not the province that has its name, nor the province the city.
    is_region = kind in (PartnerKind.STATE, PartnerKind.REGION)
    # Behind a comma stands where it is: Orange County, California.
    comma = next((i for i in range(start + 1, end) if "," in names.text.gap(i)), end)
    end = comma if is_region and names.first_head(start, comma) else end
    for place in _PLACES[:1] if is_region else _PLACES:
        found = places_meant(names, start, end, (place,), has_head=not head)
        fitting = [*_fitting(names, found, names.text.span(start, end), kind)]
        if not fitting and (noun := names.head(start, end)):
            # The County of Zadar is Zadar County.
            fitting = _called(names, found, noun.start, noun.end)
        if fitting:
            return tuple(_of_type(names, fitting, start, end))
    return ()


def places_meant(
    names: KnownNames,
    start: int,
    end: int,
    types: Collection[str] = _PLACES,
    *,
    has_head: bool = True,
) -> tuple[Candidate, ...]:
    """The places that a name means without its head; none for a state of the past.

    Nor for initials that a state has, too: РТ is Tatarstan and Tajikistan.
    """
    is_other = names.text.grammar.is_other_state(fold(names.text.span(start, end)))
    if is_other or names.has_namesakes(start, end):
        return ()
    first, stop = _without_head(names, start, end) if has_head else (start, end)
    if names.names_organisation(first, stop):
        return ()
    text = names.text.span(first, stop)
    found = likely(named_partners(text, names.lang, None, types=types))
    if text.isupper() and not names.text.text.isupper():
        # НАНА is an academy, and no province called Нан.
        found = tuple(one for one in found if one.text.isupper())
    noun = names.head(first, stop) if first > start and not found else None
    if noun and noun.kind in _UNITS and noun.end < stop:
        # Of the government of a canton, the canton has a noun, too.
        begin = names.after_of(noun.end, stop)
        units = places_meant(names, begin, stop, types, has_head=False)
        # A republic may be a state that the tables do not have.
        is_unit = noun.kind is PartnerKind.REGION
        return units if is_unit else tuple(_called(names, units, first, stop))
    return found


def _of_type(names: KnownNames, found: list[Candidate], start: int, end: int) -> list[Candidate]:
    """Of several units the one that is called so: the State of Maryland is no county."""
    told = _called(names, found, start, end)
    return told if len(told) == 1 else found


def _called(names: KnownNames, found: Iterable[Candidate], start: int, end: int) -> list[Candidate]:
    """The units whose country calls its units as some words do."""
    rows = lexicon(names.lang).rows("unit_types")
    stems = {word.stem for word in names.text.words[start:end]}
    words = ((one, rows.get(unit_type(one.code) or "", {}).get("nom", "")) for one in found)
    return [
        one
        for one, word in words
        if word and stems.issuperset(names.text.grammar.stems(fold(word)))
    ]


def is_unit_called(names: KnownNames, country: str) -> bool:
    """Whether a text is what units are called, and the name of one of a country.

    It may be called so beside its official name: the Department of Puno, a region of Peru.
    """
    count = len(names.text.words)
    noun = names.head(0, count)
    is_body = noun is not None and noun.kind is PartnerKind.PUBLIC_BODY
    if noun is None or not is_body or not is_noun_of_units(names.text.words[0].key, names.lang):
        # The State Trading Corporation of India is none.
        return False
    name = names.text.span(names.after_of(noun.end, count), count)
    return bool(named_partners(name, names.lang, None, (country,), _PLACES[:1]))


def _fitting(
    names: KnownNames, found: Iterable[Candidate], text: str, kind: PartnerKind
) -> Iterator[Candidate]:
    """Those that have the kind of the head noun, or that very name."""
    is_region = kind in (PartnerKind.STATE, PartnerKind.REGION)
    for one in found:
        if is_own_name(text, one.value, names.lang):
            yield attrs.evolve(one, how=Match.COMPOSED)
        elif one.value.kind is kind or (is_region and one.type == "subdivision"):
            yield one


def _without_head(names: KnownNames, start: int, end: int) -> Span:
    """The words of a piece without a head noun, be it the first or the last."""
    head = names.head(start, end)
    if head is None and names.text.grammar.words("case.between"):
        # An adjective may be before it, but no genitive: Спасательная служба ...
        head = names.first_head(start, end, "ins")
    if head:
        return names.after_of(head.end, end), end
    for i in range(start + 1, end):
        if (head := names.head(i, end)) and head.end == end:
            return start, i
    return start, end
