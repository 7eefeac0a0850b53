"""Which columns have the partners, and which say where they are, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bilateral import reference
from bilateral.intake.layout.headers import is_faculty, is_of_other, is_seat
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.bodies.unit_names import is_noun_of_units
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parties import read_party
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text

__all__ = ["kinds_of_header", "names_state", "party_fields", "places_in"]

# What stands between a country and a town.
_BETWEEN = re.compile(r"\s*[,;/()]\s*|\s+[-–—]\s+")
_TWO = 2
_NEARLY_ALL, _SOME, _HARDLY_ANY = 0.8, 0.4, 0.2
# So much of a cell says whether it is a title.
_LONGEST = 500
# Bodies that a header may name as those of our own who see to a document.
_OFFICES = frozenset(
    {
        PartnerKind.GOVERNMENT,
        PartnerKind.MINISTRY,
        PartnerKind.PUBLIC_BODY,
        PartnerKind.STATE_COMMITTEE,
    }
)
_NAMING = frozenset({"parties", "side_a", "side_b", "partner", "twin", "university"})


def party_fields(
    fields: Mapping[int, str],
    names: Mapping[int, str],
    sample: Mapping[int, Sequence[str]],
    lang: str,
) -> dict[int, str]:
    """The fields of columns, put right where the texts in them say more than the headers.

    Beside a column of kinds, names of bodies are no titles but the partners; beside the
    partners, towns with their countries say where these are. Where nothing else names parties,
    two columns of countries do; ``names`` are the headers.
    """
    found = _without_regions(fields, names, lang)
    columns = {field: n for n, field in found.items()}
    title = columns.get("title", 0)
    is_free = _NAMING.isdisjoint(columns) and "kind" in columns
    if is_free and _are_partners(sample.get(title, ()), lang):
        found[title] = "partner"
    if {*columns}.isdisjoint({*_NAMING, "city"}):
        bodies = (n for n in sorted(sample) if n not in found and _is_of_bodies(names, n, lang))
        found |= dict.fromkeys([*bodies][:1], "partner")
    if "country" not in columns:
        free = [n for n, texts in sorted(sample.items()) if n not in fields and texts]
        states = [n for n in free if _share(sample[n], _is_state, lang) >= _NEARLY_ALL]
        if _NAMING.isdisjoint(found.values()):
            if len(states) == _TWO:
                return {**found, **dict(zip(states, ("side_a", "side_b"), strict=True))}
        elif states := (
            states
            or [n for n in free if is_seat(names.get(n, ""), lang)]
            or [n for n in free if _are_places(sample[n], lang)]
        ):
            return {**found, states[0]: "country"}
    place = columns.get("city", 0)
    has_others = not _NAMING.isdisjoint(found.values()) and "country" not in columns
    if has_others and _share(sample.get(place, ()), _says_country, lang) >= _NEARLY_ALL:
        found[place] = "country"
    return found


def kinds_of_header(header: str, lang: str) -> set[PartnerKind]:
    """The kinds of partners that a header names, such as Federation or Foreign library.

    >>> kinds_of_header("Иностранный музей", "ru")
    {<PartnerKind.MUSEUM: 'museum'>}
    """
    heads = KnownNames(Text(header, lang), None)
    return {one.kind for one in heads.heads(0, len(heads.text.words)) if one.kind}


def _is_of_bodies(names: Mapping[int, str], column: int, lang: str) -> bool:
    """Whether a header names only bodies that are no offices, and is no other one."""
    header = names.get(column, "")
    kinds = kinds_of_header(header, lang)
    is_named = bool(kinds) and not any(one.is_territory or one in _OFFICES for one in kinds)
    return is_named and not (is_of_other(header, lang) or is_faculty(header))


def _without_regions(
    fields: Mapping[int, str], names: Mapping[int, str], lang: str
) -> dict[int, str]:
    """The fields without that of a column of regions, which say where the towns beside it are."""
    if "twin" not in fields.values():
        return dict(fields)
    return {
        n: field
        for n, field in fields.items()
        if field != "partner" or not is_noun_of_units(names.get(n, ""), lang)
    }


def places_in(text: str, lang: str) -> set[str]:
    """The countries that are named in a text beside towns: Россия, Омск.

    >>> places_in("Литва, Вильнюс", "ru"), places_in("Boston, MA, USA", "en")
    ({'LT'}, {'US'})
    """
    pieces = _BETWEEN.split(text)
    found = {
        one.code
        for piece in pieces
        for one in (certain(piece, lang, PARTNERS) if piece else ())
        if one.type == "country"
    }
    # What may be the code of a unit of another one is that.
    units = reference.subdivisions()
    return {one for one in found if not any(f"{other}-{one}" in units for other in found - {one})}


def _are_partners(texts: Sequence[str], lang: str) -> bool:
    """Whether texts name bodies, and hardly any of them a kind of document."""
    is_title = _share(texts, _is_title, lang) > _HARDLY_ANY
    return not is_title and _share(texts, _is_body, lang) >= _SOME


def _is_title(text: str, lang: str) -> bool:
    title = parse_title(text[:_LONGEST], lang)
    return title.kind is not None or len(title.sides) > 1


def _is_body(text: str, lang: str) -> bool:
    kind = read_party(text[:_LONGEST], lang, None).kind
    return kind is not None and kind is not PartnerKind.STATE


def names_state(text: str, lang: str) -> bool:
    """Whether a text names a state for certain.

    >>> names_state("Polen", "de"), names_state("Posen", "de")
    (True, False)
    """
    return any(one.type == "country" for one in certain(text, lang, PARTNERS))


def _is_state(text: str, lang: str) -> bool:
    return text in reference.country_signs() or names_state(text, lang)


def _says_country(text: str, lang: str) -> bool:
    return len(places_in(text, lang)) == 1


def _are_places(texts: Sequence[str], lang: str) -> bool:
    """Whether texts say where the partners are: nearly all name a country, and not all the same."""
    found = [places_in(text, lang) for text in texts]
    told = [one for one in found if len(one) == 1]
    return len(told) >= _NEARLY_ALL * len(found) and len({code for one in told for code in one}) > 1


def _share(texts: Sequence[str], test: Callable[[str, str], bool], lang: str) -> float:
    return sum(test(text, lang) for text in texts) / len(texts) if texts else 0
