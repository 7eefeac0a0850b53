"""The place behind a name: a town in a region, a body in a town."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import attrs

from bilateral import reference
from bilateral.intake.abbreviations import WITH_BRACKET
from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.bodies.landmarks import TOWN, landmarks
from bilateral.reading.bodies.surroundings import TOWNS
from bilateral.reading.bodies.unit_names import is_noun_of_units
from bilateral.reading.candidates import PARTNERS, meant
from bilateral.reading.finding import certain, find
from bilateral.reading.parties import read_party
from bilateral.reading.subjects import sectors_about
from bilateral.reading.words import Text
from bilateral.reference.territories import unit_type

__all__ = [
    "PlaceInCountry",
    "Placed",
    "body_first",
    "is_body_in_town",
    "is_place_in_country",
    "is_town",
    "may_have_country",
    "place_behind",
    "place_with_country",
    "places_first",
    "tells_town",
    "town_alone",
    "with_units_in_full",
]

_TOWN = re.compile(r"\A(?:г\.|город|гор\.)\s*")
# What says of a name which nobody knows that it is a place.
_SAID = re.compile(
    r"\A(?:г|гор|п|пос|пгт|с|дер|ст|аул|город|пос[её]лок|село|деревня)(?:\.|\s)\s*[А-ЯЁ]"
)
# What may follow the name of a town.
_END = re.compile(r"\s*[,(]")
# In brackets, after a comma, and as a code: Springfield (Illinois), Wien; Frauenfeld TG.
# Only a state: University of Cape Town – South Africa; and, behind a town, Longyan China.
_DASHED = re.compile(r"\A([^–—]+?)\s+[-–—]\s+([^,()–—]+)\Z")
_SPACED = re.compile(r"\A(.*[^\W\d_])\s+([A-Z]\w+|UK|USA)\Z")
_BEHIND = (
    WITH_BRACKET,
    re.compile(r"\A(.+?)\s*,\s*([^,()]+)\Z"),
    re.compile(r"\A(.+?)\s+([A-Z]{2,3})\Z"),
    _DASHED,
    _SPACED,
)
# A university is called after the town behind a dash: Technical University – Sofia.
_TOWN_IN_NAME = re.compile(r"[^–—«»„“”\",]+\s[-–—]\s[^–—«»„“”\",]+")
# Between a body and the places around it, with nothing in quotes or brackets.
_PIECES = re.compile(r"\s*[,:]\s+|\s+[-–—/]\s+")
_REGIONS = (PartnerKind.REGION, PartnerKind.STATE)
# A name that has its country behind it: Cheltenham (England); Chachapoyas, Peru.
_WITH_COUNTRY = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_][^\s,;:()/„“«»\"]*(?:\s[^\s,;:()/„“«»\"]+){0,3})"
    r"(?:(?:,\s+[^\W\d_][^\s,;:()]*)?\s*\((?P<inner>[^()\d]+)\)"
    r"|,\s+(?P<behind>[^\s,;:()]+(?:\s[^\s,;:()]+)?)(?=\s*(?:[,;(]|\Z)))"
)
# Whose capital, or whose other side, stands beside them.
_OF_STATES = (
    PartnerKind.GOVERNMENT,
    PartnerKind.HEAD_OF_STATE,
    PartnerKind.INTERNATIONAL_ORG,
)
_PLACES = frozenset(one for one in PartnerKind if one.is_territory)
_QUOTES = frozenset('«„“"')
_TWO = 2


@attrs.frozen
class Placed:
    """A name without the place behind it, that place as it is written, and what it is.

    ``mark`` is the same however the place is written; it is empty for a country, which says no
    more than that of the partner. ``unit`` is the code of the place, if it is a unit.
    """

    name: str
    place: str
    mark: str
    unit: str | None = None

    def has(self, known: Partner) -> bool | None:
        """Whether a known city is in that place: Portland is not the one in Maine.

        `None` if nobody knows: Seoul, Gangnam District may be that district.
        """
        if known.kind is not PartnerKind.CITY or not self.mark:
            return True
        if self.unit is None:
            return None
        city = reference.cities().get(known.id, {})
        if "unit" in city or "seat_of" not in city:
            return city.get("unit", self.unit) == self.unit
        seat = city["seat_of"]
        # Of another level, one may be in the other.
        return (
            self.unit == seat or unit_type(seat) is None or unit_type(seat) != unit_type(self.unit)
        )


def place_behind(text: str, lang: str, kind: PartnerKind, country: str | None) -> Placed | None:
    """What the name of a partner of a kind says behind it of where in its country that is.

    What may be another name of a town is no place.

    >>> place_behind("Rockford, IL", "en", PartnerKind.CITY, "US")
    Placed(name='Rockford', place='IL', mark='il', unit='US-IL')
    """
    for pattern in _BEHIND:
        if (match := pattern.fullmatch(text)) and not _ends_in_small(match[1], lang):
            found = _place(match[2], lang, kind, country)
            if found is None and pattern is WITH_BRACKET and kind is PartnerKind.CITY:
                found = _unknown_place(match[2], lang)
            is_state = found is not None and not found[0]
            is_town = pattern is not _SPACED or kind is PartnerKind.CITY
            is_any = pattern not in (_DASHED, _SPACED)
            if found is not None and is_town and (is_any or is_state):
                # Before a state may stand the town: Museum of Transport, Glasgow, UK.
                inner = None if found[0] else place_behind(match[1], lang, kind, country)
                return inner or Placed(match[1], match[2], *found)
    return None


def _ends_in_small(name: str, lang: str) -> bool:
    """Whether a name goes on: Delegation to the."""
    words = Text(name, lang)
    return bool(words.words) and words.is_small(len(words.words) - 1)


def _place(
    text: str, lang: str, kind: PartnerKind, country: str | None
) -> tuple[str, str | None] | None:
    """What tells a place from others of its country, and its code; nothing for what is none."""
    unit = f"{country}-{text}"
    # Behind a company, AG is no Aargau.
    if kind is PartnerKind.CITY and text.isupper() and unit in reference.subdivisions():
        return text.casefold(), unit
    name = _TOWN.sub("", text)
    answers = find(name, lang, type=Partner, country=country) if country else ()
    units = [one for one in answers if one.is_certain and one.value.kind is PartnerKind.REGION]
    # Behind a town, New York is the state.
    is_unit = kind is PartnerKind.CITY and units
    found = [one.value for one in (units if is_unit else meant(name, answers))]
    kinds = {one.kind for one in found}
    if not found:
        is_region = kind is PartnerKind.CITY and _kind(text, lang) in _PLACES
        return (fold(text), None) if name != text or is_region else None
    if not _PLACES.issuperset(kinds):
        return None
    if PartnerKind.STATE in kinds:
        return "", None
    if kind in (PartnerKind.CITY, PartnerKind.REGION) and PartnerKind.REGION not in kinds:
        return None
    first = min(found, key=lambda one: one.id)
    return first.id.partition("-")[2], first.code


def _unknown_place(text: str, lang: str) -> tuple[str, None] | None:
    """What nobody knows in brackets behind a town: a river, or another name of it."""
    return None if certain(text, lang, PARTNERS) else (fold(text), None)


def is_body_in_town(text: str, lang: str) -> bool:
    """Whether a text is a body and the town in which it is, and no list of the two.

    Behind the town its state or region may stand.

    >>> is_body_in_town("Technische Universität Wien, Wien", "de")
    True
    >>> is_body_in_town("University of Ghent, Ghent, Belgium", "en")
    True
    """
    body, comma, place = map(tidy, text.rpartition(","))
    around = (one for one in certain(place, lang, PARTNERS) if one.value.kind in _REGIONS)
    states = {one.country for one in around}
    if len(states) == 1 and "," in body:
        inner, _, town = map(tidy, body.rpartition(","))
        homes = _homes(town, lang)
        # Whatever its name tells: American University, Bishkek, Kyrgyzstan.
        is_there = bool(homes) and not states.isdisjoint(homes or ()) and _is_body(inner, lang)
        return is_there or (not homes and is_body_in_town(body, lang))
    known = certain(place, lang, PARTNERS) if comma and _is_body(body, lang) else None
    if known is None:
        return False
    towns = {one.country for one in known if one.value.kind in TOWNS}
    # In which of two countries it is then, is asked.
    return len(towns) == 1 or (not known and bool(_SAID.match(place)))


def _is_body(text: str, lang: str) -> bool:
    """Whether a text names a body that may be in a town, and signs for no state."""
    kind = read_party(text, lang, None).kind
    return kind is not None and not kind.is_territory and kind not in _OF_STATES


def body_first(text: str, lang: str) -> str:
    """A body with the places that stand before it, or behind a dash or a slash, behind commas.

    It is in the country of them all, and signs for none of them.

    >>> body_first("Польша, г. Лодзь: Академия музыки", "ru")
    'Академия музыки, г. Лодзь, Польша'
    >>> body_first("Академия музыки – Лодзь, Польша", "ru")
    'Академия музыки, Лодзь, Польша'
    >>> body_first("Академия музыки – Лодзь", "ru")
    'Академия музыки – Лодзь'
    """
    bracket = WITH_BRACKET.match(text)
    inner = bracket[2].split(", ") if bracket else []
    if bracket and len(inner) > 1 and all(_homes(one, lang) is not None for one in inner):
        return f"{bracket[1]}, {bracket[2]}"
    pieces = text.rsplit(" / ", 1)
    if len(pieces) < _TWO or _homes(pieces[1], lang) is None:
        pieces = _PIECES.split(text)
    homes = [_homes(one, lang) for one in pieces]
    place = next((i for i, found in enumerate(homes) if found is None), 0)
    are_around = place in (0, len(pieces) - 1) and homes.count(None) == 1
    is_listed = place == 0 and text[len(pieces[0]) :].startswith(",")
    if len(pieces) < _TWO or not are_around or is_listed:
        return text
    body = read_party(pieces[place], lang, None)
    if _TOWN_IN_NAME.fullmatch(text) and body.kind is PartnerKind.UNIVERSITY:
        return text
    countries = [one for one in (*homes, {body.country} - {None}) if one]
    is_body = body.kind is not PartnerKind.MINISTRY and _is_body(pieces[place], lang)
    first, *others = countries or [set[str | None]()]
    if not (is_body and first.intersection(*others)):
        # Japan, Ministry of Health of Japan: both may have signed.
        return text
    places = pieces[1:] if place == 0 else pieces[-2::-1]
    return ", ".join((pieces[place], *places))


def places_first(text: str, lang: str) -> list[str]:
    """The places that stand behind their state, each before it.

    >>> places_first("Беларусь, Витебская область", "ru")
    ['Витебская область, Беларусь']
    >>> places_first("Norwegen – Oslo, Bergen", "de")
    ['Oslo, Norwegen', 'Bergen, Norwegen']
    """
    state, *places = map(tidy, _PIECES.split(text))
    found = certain(state, lang, PARTNERS)
    home = {one.country for one in found if one.value.kind is PartnerKind.STATE}
    kinds = {one.value.kind for one in found} | {PartnerKind.STATE}
    if len(home) != 1 or len(kinds) > 1 or not places:
        return [text]
    sorts = [read_party(one, lang, None).kind is PartnerKind.REGION for one in places]
    if sorts == [True, False]:
        # The town and its region.
        places = [f"{places[1]}, {places[0]}"]
    elif not all(_lies_in(one, home, lang) for one in places):
        return [text]
    return [f"{one}, {state}" for one in places]


def _lies_in(text: str, home: set[str | None], lang: str) -> bool:
    """Whether a text names a place in a country, or one of which nobody knows where it is."""
    homes = _homes(text, lang)
    if homes is not None:
        return not homes or not home.isdisjoint(homes)
    kind = read_party(text, lang, None).kind
    return kind is not None and kind.is_territory and kind is not PartnerKind.STATE


def with_units_in_full(text: str, lang: str, *, behind: bool = False) -> str:
    """A text with what units are abbreviated to in full, behind their adjectives or before names.

    ``behind`` the noun of a body stands whose it is, in the genitive.

    >>> with_units_in_full("Клайпедский р-н", "ru"), with_units_in_full("пров. Хайнань", "ru")
    ('Клайпедский район', 'провинция Хайнань')
    >>> with_units_in_full("Правительством пров. Хайнань", "ru", behind=True)
    'Правительством провинции Хайнань'
    """
    for whole, short in grammar(lang).pairs("short_unit"):
        is_end = " " in short
        pattern = rf"(?<=\w){short}(?:\.|\b)" if is_end else rf"(?<!\S){re.escape(short)}(?=\s)"
        noun = whole
        if behind and not is_end:
            noun = _genitives(lexicon(lang)).get(whole, whole)
            pattern = rf"(?<=\w\s){re.escape(short)}(?=\s)"
        text = re.sub(pattern, noun, text)
    return text


@cache
def _genitives(tables: Lexicon) -> dict[str, str]:
    """The genitives of the nouns of units."""
    return {row.get("nom", ""): row.get("gen", "") for row in tables.rows("unit_types").values()}


def _homes(text: str, lang: str) -> set[str | None] | None:
    """The countries of the places that a text may name; nothing if it names no place."""
    found = certain(_TOWN.sub("", text), lang, PARTNERS)
    if not found:
        return set() if _SAID.match(text) else None
    are_places = all(one.value.kind.is_territory for one in found)
    return {one.country for one in found} if are_places else None


def town_alone(text: str, lang: str) -> str:
    """The name of a town in a column of such: without the word for it, and before its region.

    >>> town_alone("Брянская область, г. Клинцы", "ru")
    'Клинцы, Брянская область'
    """
    pieces = [_TOWN.sub("", tidy(one)) for one in text.split(",")]
    if len(pieces) == _TWO and not is_town(pieces[0], lang) and is_town(pieces[1], lang):
        first, second = pieces
        # California is where Orange County is.
        kinds = {one.value.kind for one in certain(second, lang, PARTNERS)}
        is_before = _kind(first, lang) in _REGIONS and not (kinds and kinds.issubset(_REGIONS))
        return f"{second}, {first}" if is_before else text
    return _TOWN.sub("", text)


def is_town(text: str, lang: str) -> bool:
    """Whether a name in a column of towns is that of one: one word, or no noun and no quotes.

    >>> is_town("Брянская область", "ru"), is_town("Новый Орлеан", "ru")
    (False, True)
    """
    name = _END.split(text)[0]
    is_plain = _QUOTES.isdisjoint(text) and _kind(name, lang) is None
    return len(name.split()) == 1 or is_plain


def tells_town(text: str, lang: str) -> bool:
    """Whether a text is the name of a town that is only known to tell a country, and no more.

    >>> tells_town("Liberec", "de"), tells_town("Teplárna Liberec", "de")
    (True, False)
    """
    words = Text(text, lang)
    count = len(words.words)
    found = (one for one in landmarks(words, 0, count) if one.what == TOWN)
    return any((one.start, one.end) == (0, count) for one in found)


def may_have_country(text: str) -> bool:
    """Whether somewhere in a text a place may stand with its country behind it."""
    return bool(_WITH_COUNTRY.search(text))


class PlaceInCountry(NamedTuple):
    """A place, and the whole of it with its country behind it."""

    name: str
    text: str


def is_place_in_country(text: str, lang: str) -> bool:
    """Whether a text is a name that nothing tells to be a body, with its country behind it.

    >>> is_place_in_country("Pau (Frankreich)", "de")
    True
    >>> is_place_in_country("Universität Pau (Frankreich)", "de")
    False
    """
    found = place_with_country(text, lang)
    return found is not None and found.text == text


def place_with_country(text: str, lang: str) -> PlaceInCountry | None:
    """The place, with its country behind it, with which a text begins; no field and no body.

    >>> place_with_country("Pau (Frankreich) über Jugendaustausch", "de")
    PlaceInCountry(name='Pau', text='Pau (Frankreich)')
    >>> place_with_country("Musik (Polen)", "de") is None
    True
    """
    match = _WITH_COUNTRY.match(text)
    if match is None:
        return None
    name, place = match["name"], match["inner"] or match["behind"]
    first, *others = name.split()
    # Prov. Ha Tinh is none.
    is_unit = bool(others) and first.endswith(".") and is_noun_of_units(first, lang)
    is_name = name[:1].isupper() and [first, *others][-1][:1].isupper() and not is_unit
    known = certain(place, lang, PARTNERS) if is_name else ()
    is_free = read_party(name, lang, None).kind in (None, PartnerKind.CITY)
    is_free = is_free and not sectors_about(name, lang)
    kinds = {one.value.kind for one in known}
    # Behind a comma, a unit may be a partner of its own.
    is_there = bool(kinds) and kinds <= {*_REGIONS[0 if match["inner"] else 1 :]}
    return PlaceInCountry(name, match[0]) if is_free and is_there else None


def _kind(text: str, lang: str) -> PartnerKind | None:
    names = KnownNames(Text(text, lang), None)
    head = names.first_head(0, len(names.text.words))
    return head.kind if head else None
