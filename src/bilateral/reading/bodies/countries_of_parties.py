"""The countries of parties, by everything in and behind their names that tells one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.kinds_of_parties import famous_body, has_noun_of_body
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.bodies.legal_forms import country_of_legal_form
from bilateral.reading.bodies.place_candidates import places_meant
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.signs_of_countries import Sign, are_letters_of, sign_behind
from bilateral.reading.bodies.whereabouts import Whereabouts
from bilateral.reading.candidates import Candidate
from bilateral.reference.territories import lies_in

__all__ = ["CountriesOfParties"]

# What is named after saints, who are no countries.
_DEDICATED: Final = frozenset(
    {PartnerKind.ASSOCIATION, PartnerKind.HOSPITAL, PartnerKind.SCHOOL, None}
)


class CountriesOfParties:
    """Tells of which countries the parties in one text are."""

    def __init__(self, names: PlacedNames, whereabouts: Whereabouts) -> None:
        self._names = names
        self._text = names.text
        self._lang = names.lang
        self._whereabouts = whereabouts

    def sender(self, start: int, noun: Head | None) -> str | None:
        """The country of a mission that the adjective before its noun tells: it is in another."""
        if noun is None or noun.kind is not PartnerKind.DIPLOMATIC_MISSION:
            return None
        return self._whereabouts.only_state(start, noun.end)

    def sign(self, start: int, stop: int, end: int, noun: Head | None) -> Sign | None:
        """The sign behind a name, but initials of one that is elsewhere: Ukrzaliznytsia (UZ).

        Where only an adjective says so, it may be of another country: American University (KG).
        """
        sign = sign_behind(self._text, start, stop, end)
        if sign is None or noun is None or noun.kind is PartnerKind.CITY or stop == end:
            return sign
        own = self.told(start, stop, stop, ())
        if own in (None, sign.country) or self.may_be_of_another(start, stop):
            return sign._replace(is_certain=sign.is_certain or own == sign.country)
        is_told = self._names.places(start, stop) or self._whereabouts.cities(start, stop)[0]
        if is_told or are_letters_of(self._text.words[stop].text, self._text, start, stop):
            return None
        return sign._replace(is_certain=False)

    def told(self, start: int, stop: int, end: int, found: tuple[Candidate, ...]) -> str | None:
        """The country: that of the partner, else the first that is named, else a place's.

        Where none is named, it is that of an adjective, if it is no other one than that of a city.
        What stands behind the name, from ``stop`` on, ends with the country: Georgia, USA.
        """
        if found:
            return _only({one.country for one in found})
        if unit := self._of_unit_abroad(start, stop):
            return unit
        start = _behind_saint(self._names, start, stop)
        codes = set[str | None]()
        # Mayo is a county of Ireland, but no part of the name of the clinic.
        famous = famous_body(self._names, start, stop)
        if famous and famous.end == end:
            return famous.country
        first = famous.end if famous else start
        if not self._is_body_or_unit(start, stop):
            codes = {*self._names.behind_comma(stop)}
        codes = codes or {*self._whereabouts.of_studies(start, stop)}
        codes = codes or set(self._names.places(first, stop)[:1])
        codes = codes or {*self._names.behind_comma(stop)}
        codes = codes or set(self._names.places(stop, end)[-1:])
        plain = self._text.grammar.stems_of("no_place")
        # A Maritime Museum is not in the Maritime Region.
        is_plain = start < stop and self._text.words[start].stem in plain
        if not (codes or famous or is_plain):
            codes = {one.country for one in places_meant(self._names, start, end)}
        if not codes:
            form = country_of_legal_form(self._text.span(start, min(start + 1, end)), self._lang)
            codes = {form} if form else codes
        if not codes:
            cities, namesakes = self._whereabouts.cities(start, end)
            of_states, of_places = self._whereabouts.adjectives(start, end)
            pointing = set(self._names.countries(start, end)[:1])
            codes = {*cities, *of_places, *(pointing or of_states)}
            codes = codes or {*self._whereabouts.by_first_part(start, stop)}
            if not (codes or namesakes):
                codes = {*self._by_unit(start, stop)}
        return _only(codes)

    def _of_unit_abroad(self, start: int, end: int) -> str | None:
        """The country of a unit that has the name of another state: of the *State of Georgia*."""
        heads = (*self._names.heads(start, end),) if self.may_be_abroad(start, end) else ()
        found = (places_meant(self._names, head.start, end) for head in heads if head.is_state)
        return _only({one.country for several in found for one in several})

    def _is_body_or_unit(self, start: int, end: int) -> bool:
        """Whether a name has a noun, but that of a town."""
        heads = {head.kind for head in self._names.heads(start, end)}
        return not heads <= {PartnerKind.CITY}

    def _by_unit(self, start: int, end: int) -> set[str]:
        """The country of the unit that begins the name of a body: Ohio State University.

        Only those of some countries are names of nothing else.
        """
        is_body = has_noun_of_body(self._names, start, end)
        found = self._unit_homes(start, end) if is_body else set[str]()
        return found if self._whereabouts.units(start, end) <= found else set[str]()

    def may_be_of_another(self, start: int, end: int) -> bool:
        """Whether the country that is named may be another one, too, or the unit of another."""
        return self._names.has_namesakes(start, end) or self.may_be_abroad(start, end)

    def may_be_abroad(self, start: int, end: int) -> bool:
        """Whether the name of a state is that of another one's unit: the University of Georgia.

        What is both a state's and that of a unit, as Puerto Rico, is one.
        """
        states = set(self._names.countries(start, end))
        others = self._unit_homes(start, end) - states if states else set[str]()
        are_others = any(not lies_in(one, other) for one in states for other in others)
        return are_others and not self._whereabouts.cities(start, end)[0]

    def _unit_homes(self, start: int, end: int) -> set[str]:
        """The countries of the units that are named, of those with names of nothing else."""
        usual = {code.upper() for code in self._text.grammar.words("unit_before_body")}
        return usual & self._whereabouts.units(start, end) if usual else set()


def _behind_saint(names: KnownNames, start: int, end: int) -> int:
    """The place behind the saint whom a body is named after: Pfarrei St. Lucia, *Bonn*.

    Where no saint is, that is its first word.
    """
    noun = names.head(start, end)
    if noun is None or noun.is_state or noun.kind not in _DEDICATED:
        return start
    n = names.text.role(noun.end, "saint", end)
    return min(noun.end + n + 1, end) if n else start


def _only(codes: Collection[str | None]) -> str | None:
    """The only one of some countries."""
    return next(iter(codes)) if len(codes) == 1 else None
