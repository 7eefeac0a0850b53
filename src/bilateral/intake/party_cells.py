"""A cell taken apart into the parties that are written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from bilateral import reference
from bilateral.intake.abbreviations import BRACKET, explained, is_abbreviation
from bilateral.intake.places import (
    body_first,
    is_body_in_town,
    is_town,
    place_behind,
    places_first,
    with_units_in_full,
)
from bilateral.intake.slips import mended
from bilateral.intake.units_of_bodies import is_body_with_unit, plain_name
from bilateral.language.folding import fold, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.candidates import PARTNERS, Candidate
from bilateral.reading.finding import certain
from bilateral.reading.names import Names
from bilateral.reading.parties import Parties, Party, read_party
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.reference.territories import country_of_sign
from bilateral.tables import languages

__all__ = ["PartyCells", "beside_dashes", "district_in_town", "is_in_tables", "party_by_name"]

_SEPARATORS = re.compile(r"\s*[;\n]\s*")
# What also joins two names of one.
_SLASHES = re.compile(r"\s+[/+]\s+")
_DASHES = re.compile(r"\s+[-–—]\s+")
_COMMAS = re.compile(",")
# What is between them is one name.
_QUOTED = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"|\([^()]*\)")
# The end of a name that is abbreviated.
_SHORT_END = re.compile(r"(?<!\w)[^\W\d_]{1,4}\.\Z")
# The beginning of the name of a state behind a comma or in brackets.
_STATE_CUT = re.compile(r"[,(]\s*([^\W\d_]+\.)\)?\Z")
_SHORTEST = 3
_TWO = 2
# Where people write the unit behind the name of a town.
_WITH_UNITS = frozenset({"AU", "CA", "US"})
# What signs for a state.
_OF_STATES = frozenset({PartnerKind.STATE, PartnerKind.GOVERNMENT})
# So much of a text tells whether it names a kind.
_LONGEST = 500


class PartyCells:
    """Reads the parties in the cells of a list, as they are written there."""

    def __init__(self, lang: str, own: Names | None) -> None:
        self._lang = lang
        self._own = own

    def parties_in(self, text: str, told: PartnerKind | None = None) -> Iterator[Party]:
        """The parties in a cell, as they are written there."""
        for piece in filter(None, map(tidy, _SEPARATORS.split(mended(text, self._lang)))):
            whole = with_units_in_full(self._with_state_in_full(piece), self._lang)
            is_place = told and told.is_territory and told is not PartnerKind.CITY
            whole = whole if is_place else body_first(whole, self._lang)
            is_state = told is PartnerKind.STATE
            for place in [whole] if is_state else places_first(whole, self._lang):
                for one in self._between_slashes(place, told):
                    yield from self._parties(plain_name(one, self._lang), told)

    def _with_state_in_full(self, text: str) -> str:
        """A text that ends with the beginning of the name of a state: ГГУ, Азерб."""
        cut = _STATE_CUT.search(text)
        code = _country_cut(cut[1], lexicon(self._lang)) if cut else None
        if cut is None or code is None:
            return text
        name = Partner.state(code).name.marked(self._lang)
        return f"{text[: cut.start(1)]}{name}{text[cut.end(1) :]}"

    def _between_slashes(self, text: str, told: PartnerKind | None) -> list[str]:
        """The names between slashes; the whole text where they may be two names of one."""
        parts = [one for one in map(tidy, _SLASHES.split(text)) if one]
        if told is PartnerKind.STATE or len(parts) < _TWO:
            return parts
        found = [*map(self.party, parts)]
        are_bodies = all(one.kind is not None or is_in_tables(one) for one in found)
        return parts if are_bodies and not _are_of_ranks(found) else [text]

    def _place_in_place(self, text: str) -> Party | None:
        """Who two places of different ranks are in a text: a town in its unit, or nobody knows."""
        for parts in (beside_dashes(text), [*map(tidy, _SLASHES.split(text))]):
            if _are_of_ranks([*map(self.party, parts)]):
                return self._town_in_unit(", ".join(parts)) or Party(text)
        return None

    def _parties(self, text: str, told: PartnerKind | None) -> Iterator[Party]:
        # The code of a country may be a name elsewhere: BA, and Ba in Fiji.
        code = country_of_sign(text) or _country_cut(text, lexicon(self._lang))
        if told is PartnerKind.STATE and code:
            state = Partner.state(code)
            yield Party(text, kind=state.kind, country=code, partner=state)
            return
        if told is not PartnerKind.CITY and (place := self._place_in_place(text)):
            yield place
            return
        whole = district_in_town(text, self._lang) or self._town_in_unit(text) or self.party(text)
        if not is_in_tables(whole) and whole.kind is not PartnerKind.DISTRICT:
            towns = beside_dashes(text)
            is_pair = told is PartnerKind.CITY and len(towns) == _TWO
            # Behind a town, what has a noun of its own is a part of it: Izmir - Bornova district.
            sorts = [is_town(one, self._lang) for one in towns]
            is_part = is_pair and sorts == [True, False]
            if is_pair and not is_part and not any(map(self._has_kind, towns)):
                yield from map(self.party, towns)
                return
            is_whole = is_part or (told is PartnerKind.CITY and "," in text)
            is_whole = is_whole or is_body_in_town(text, self._lang)
            is_whole = is_whole or is_body_with_unit(text, self._lang)
            is_whole = is_whole or explained(text, self._lang) is not None
            ways = () if is_whole else self._divided(text)
            for several in ways:
                if len(several) > 1 and all(map(_is_told, several)) and not _is_in(several):
                    # What stands there under two names is one: WHO – Weltgesundheitsorganisation.
                    yield from {one.partner or one: one for one in several}.values()
                    return
        yield whole

    def _town_in_unit(self, text: str) -> Party | None:
        """The known town that a text names with the unit in which it is: Orscha, Gebiet Witebsk."""
        town = self.party(text.partition(",")[0])
        known = town.partner if "," in text else None
        if known is None or known.kind is not PartnerKind.CITY:
            return None
        behind = place_behind(text, self._lang, known.kind, known.country)
        return town if behind and behind.unit and behind.has(known) else None

    def _has_kind(self, text: str) -> bool:
        """Whether a text names a kind of document, and so is no name."""
        return parse_title(text[:_LONGEST], self._lang).kind is not None

    def _divided(self, text: str) -> Iterator[list[Party]]:
        """A list of parties taken apart: at dashes, as words have it, and at commas alone."""
        beside = [*map(self.party, beside_dashes(text))]
        # Of another rank, it is a part of the body before the dash, or its short name.
        if len({one.kind for one in beside}) == 1 or all(map(is_in_tables, beside)):
            yield beside
        listed = Parties(Text(text, self._lang), self._own).listed()
        yield [one if is_in_tables(one) else self.party(one.text) for one in listed]
        yield [self.party(one) for one in map(tidy, _outside(_COMMAS, text)) if one]
        yield self._alike(text)

    def _alike(self, text: str) -> list[Party]:
        """Two of one kind on both sides of "and", each with its noun: Uni Graz u. TU Graz.

        What a body is for goes on there: Hochschule für Musik und Theater Rostock.
        """
        words = Text(text, self._lang)
        count = len(words.words)
        places = words.places("and")
        i, n = next(iter(places.items()), (0, 0))
        is_for = any(words.role(k, "about") for k in range(i))
        if len(places) != 1 or is_for or min(i, count - i - n) < _TWO:
            return []
        both = [self.party(words.span(*one)) for one in ((0, i), (i + n, count))]
        return both if len({one.kind for one in both}) == 1 and both[0].kind else []

    def party(self, text: str) -> Party:
        """The party that a text is."""
        party = read_party(text, self._lang, self._own)
        if is_in_tables(party):
            return party
        # A cell is no sentence: the point at its end is that of an abbreviation.
        is_short = f"{party.text}." == text and _SHORT_END.search(text)
        party = attrs.evolve(party, text=text) if is_short else party
        return party_by_name(text, self._lang) or party


def beside_dashes(text: str) -> list[str]:
    """The names between the dashes of a cell.

    >>> beside_dashes("Bonn – Köln"), beside_dashes("Verein „Bonn – Köln“")
    (['Bonn', 'Köln'], ['Verein „Bonn – Köln“'])
    """
    return [one for one in map(tidy, _outside(_DASHES, text)) if one]


def _outside(pattern: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text between what a pattern finds outside of quotes and brackets."""
    quoted = [one.span() for one in _QUOTED.finditer(text)]
    cuts = [
        one.span()
        for one in pattern.finditer(text)
        if not any(start < one.start() < end for start, end in quoted)
    ]
    ends = [start for start, _ in cuts]
    return [
        text[start:end]
        for start, end in zip([0, *(end for _, end in cuts)], [*ends, len(text)], strict=True)
    ]


@lru_cache(maxsize=1_000)
def _country_cut(text: str, tables: Lexicon) -> str | None:
    """The only country whose name begins as a text does that ends with a point: Узб."""
    begin = fold(text.removesuffix("."))
    if not text.endswith(".") or len(begin) < _SHORTEST or not begin.isalpha():
        return None
    found = {
        code
        for code in reference.countries().keys() & tables.rows("countries").keys()
        for name in tables.names("countries", code)
        if fold(name).startswith(begin)
    }
    return found.pop() if len(found) == 1 else None


def is_in_tables(party: Party) -> bool:
    """Whether tables have a party, or several that it may be."""
    return party.partner is not None or bool(party.candidates)


def _is_told(party: Party) -> bool:
    """Whether a party is known, or can be made of what its name tells."""
    return is_in_tables(party) or (party.kind is not None and party.country is not None)


def _is_in(parties: Sequence[Party]) -> bool:
    """Whether the last is the state that the others are in: Museum of London, UK.

    Behind a town may stand its unit, though one elsewhere is called as the town is: Portsmouth,
    Virginia.
    """
    first, *others, last = parties
    is_unit = not others and last.kind is PartnerKind.REGION and last.country in _WITH_UNITS
    is_place = first.kind is not None and first.kind.is_territory
    is_other = is_place and first.country != last.country
    are_in = not others or all(one.country == last.country for one in (first, *others))
    is_state = last.kind is PartnerKind.STATE and first.kind not in _OF_STATES and are_in
    return is_state or (is_unit and is_other)


def _are_of_ranks(parties: Sequence[Party]) -> bool:
    """Whether two are places in one country of which one may be in the other, such as its town."""
    kinds = {one.kind for one in parties if one.kind and one.kind.is_territory}
    return len(parties) == len(kinds) == _TWO and len({one.country for one in parties}) == 1


def district_in_town(text: str, lang: str) -> Party | None:
    """The district that a text names behind its town, if it is that.

    >>> party = district_in_town("Budapest, VIII. Bezirk", "de")
    >>> party.kind.value, party.country
    ('district', 'HU')
    """
    town, comma, district = map(tidy, text.partition(","))
    is_one = comma and read_party(district, lang, None).kind is PartnerKind.DISTRICT
    found = certain(town, lang, PARTNERS) if is_one else ()
    towns = {one.country for one in found if one.value.kind is PartnerKind.CITY}
    if len(towns) != 1:
        return None
    return Party(text, kind=PartnerKind.DISTRICT, country=towns.pop())


def party_by_name(text: str, lang: str) -> Party | None:
    """The party that a text names by a code, by a name in another language, or by both."""
    found = certain(text, lang, PARTNERS) or _under_two_names(text, lang)
    own = {"und", lang, *languages()}
    if not found or (is_abbreviation(text) and own.isdisjoint(one.lang for one in found)):
        # What abbreviates a body may be the name of a state in one of all languages: INIA.
        return None
    partner = found[0].value if len(found) == 1 else None
    return Party(
        text,
        kind=partner.kind if partner else None,
        country=partner.country if partner else None,
        partner=partner,
        candidates=found,
    )


def _under_two_names(text: str, lang: str) -> tuple[Candidate, ...]:
    """What two names mean, one behind a slash or in brackets, if they mean the same.

    Breslau (Wrocław); in brackets may be the state of a unit: Prov. Ha Tinh (Vietnam).
    """
    bracket = BRACKET.search(text)
    name, _, other = text.partition("/")
    if bracket is not None:
        name, other = text[: bracket.start()], bracket[1]
    first, second = (certain(one, lang, PARTNERS) if one else () for one in (name, other))
    is_one = len(first) == 1 and {one.value for one in first} == {one.value for one in second}
    units = {("country", one.country) for one in first if one.type == "subdivision"}
    is_there = len(first) == len(units) == 1 and units == {(one.type, one.code) for one in second}
    return first if is_one or is_there else ()
