"""What the first-level units of states are, and their names in every language."""

from __future__ import annotations

from collections import Counter
from functools import cache

from bilateral import reference
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.language.territories import territory
from bilateral.tables import listed
from bilateral.text import Phrase

__all__ = [
    "city_with",
    "country_of_sign",
    "is_shared",
    "lies_in",
    "succeeding",
    "unit_name",
    "unit_type",
]

# A name that so many units have says nothing without its country: Central, Western.
CROWD = 3


def country_of_sign(text: str) -> str | None:
    """The country of which a text is the code, or the sign on its cars.

    >>> country_of_sign("CH"), country_of_sign("D"), country_of_sign("XYZ")
    ('CH', 'DE', None)
    """
    return text if text in reference.countries() else reference.country_signs().get(text)


def unit_type(code: str) -> str | None:
    """The type of a unit by its ISO 3166-2 code: province, state, city; `None` if not known.

    >>> unit_type("US-TX"), unit_type("AT-9"), unit_type("GB-ENG")
    ('union_state', 'city', None)
    """
    types = reference.unit_types()
    beginnings = (f"{code[:length]}*" for length in range(len(code) - 1, 2, -1))
    found = next((key for key in (code, *beginnings, code[:2]) if key in types), None)
    return types[found].get("type") if found else None


def unit_name(lang: str, code: str) -> Phrase | None:
    """The name of a unit: the one in the tables of the language, or one made from CLDR's.

    A retired code that is named as its successor has that one's.
    """
    units, tables = reference.subdivisions(), lexicon(lang)
    name = units[code].get(lang)
    successor = units[code].get("replaced_by")
    if successor and units[successor].get(lang) == name:
        code = successor
    known = tables.phrase("subdivisions", code)
    if known or not name:
        return known
    # The English name may be the one here, too, beside a type word: Central District.
    english = units[code].get("en", name)
    shared = is_shared(lang, name) or (is_shared("en", english) and english in name)
    suffix = f" ({_country(tables, code)})" if shared else ""
    return territory(tables, name, unit_type(code), suffix)


def lies_in(country: str, state: str) -> bool:
    """Whether what has a country's code of its own is a unit of a state: Hong Kong.

    >>> lies_in("HK", "CN"), lies_in("IN", "US")
    (True, False)
    """
    unit = reference.subdivisions().get(f"{state}-{country}")
    if unit is None:
        return False
    rows = lexicon("en").rows("countries")
    if f"{country}.official" in rows or country not in rows:
        # Indiana is not India.
        return False
    names = (rows[country]["nom"], *listed(rows[country].get("aliases", "")))
    return unit.get("en") in names


def succeeding(country: str) -> set[str]:
    """The countries of today that came after one of the past: none for one that there is.

    >>> sorted(succeeding("CSHH")), succeeding("CZ")
    (['CZ', 'SK'], set())
    """
    former = reference.former_countries()
    codes = listed(former.get(country, {}).get("successors", ""))
    return {code for one in codes for code in (succeeding(one) if one in former else {one})}


def _country(tables: Lexicon, code: str) -> str:
    return tables.rows("countries").get(code[:2], {}).get("nom", code[:2])


def is_shared(lang: str, name: str) -> bool:
    """Whether three units or more have the name in their list.

    >>> is_shared("en", "Central"), is_shared("en", "Bavaria")
    (True, False)
    """
    return _count(lang)[name] >= CROWD


@cache
def _count(lang: str) -> Counter[str | None]:
    current = (row for row in reference.subdivisions().values() if row["current"] == "yes")
    return Counter(row.get(lang) for row in current)


@cache
def _cities_by_code() -> dict[str, str]:
    return {row["code"]: key for key, row in reference.cities().items() if "code" in row}


def city_with(code: str) -> str | None:
    """The id of the city that a unit is.

    >>> city_with("BY-HM"), city_with("BY-VI")
    ('by-minsk', None)
    """
    return _cities_by_code().get(code)
