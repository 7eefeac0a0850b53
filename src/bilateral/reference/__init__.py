"""Language-independent reference data: codes of countries, units, bodies, sectors, goods."""

from __future__ import annotations

from functools import cache

from bilateral.tables import Row, package_rows

__all__ = [
    "agreement_kinds",
    "bodies",
    "cities",
    "codes_of_the_past",
    "countries",
    "country_code",
    "country_signs",
    "former_countries",
    "goods",
    "institutions",
    "landmarks",
    "ministry_styles",
    "portfolios",
    "purpose_sectors",
    "sectors",
    "subdivisions",
    "unit_types",
]

# The letters of a country's usual code.
_SHORT = 2


def _table(name: str, key: str) -> dict[str, Row]:
    return {row[key]: row for row in package_rows(__name__, f"{name}.tsv")}


@cache
def countries() -> dict[str, Row]:
    """The code of a country -> its other codes; those of the past (`former_countries`) are last."""
    return {**_table("countries", "code"), **former_countries()}


@cache
def former_countries() -> dict[str, Row]:
    """The code of a country of the past (ISO 3166-3) -> its other codes, years and successors.

    Its code of two letters, unless those were given to another country too: then that of four.

    >>> former_countries()["CSHH"]["successors"]
    'CZ | SK'
    """
    return _table("former_countries", "code")


def country_code(code: str) -> str | None:
    """The code in `countries` for any of a country's codes: BY, BLR, 112; SU, SUN, SUHH, 810.

    >>> country_code("BLR"), country_code("112"), country_code("XX")
    ('BY', 'BY', None)
    >>> country_code("SUHH"), country_code("CSK")
    ('SU', 'CSHH')
    """
    return _country_codes().get(code)


def codes_of_the_past(code: str) -> tuple[str, ...]:
    """The countries of the past that have had a code of two letters.

    >>> codes_of_the_past("CS")
    ('CSHH', 'CSXX')
    """
    rows = former_countries().items()
    return tuple(key for key, row in rows if row.get("alpha4", key)[:_SHORT] == code)


@cache
def country_signs() -> dict[str, str]:
    """The code of a country by a sign that is none: that on its cars, or of its Olympic team.

    >>> country_signs()["D"], country_signs()["GER"]
    ('DE', 'DE')
    """
    return {sign: row["country"] for sign, row in _table("country_signs", "sign").items()}


@cache
def landmarks() -> dict[str, Row]:
    """A country and what some names are, as its kind -> those names, in Latin letters.

    >>> "KfW" in landmarks()["DE.bank"]["names"]
    True
    """
    return _table("landmarks", "id")


@cache
def _country_codes() -> dict[str, str]:
    names = ("code", "alpha3", "alpha4", "numeric")
    rows = countries().items()
    return {row[name]: key for key, row in rows for name in names if name in row}


@cache
def subdivisions() -> dict[str, Row]:
    """ISO 3166-2 code -> CLDR names and whether the code is current."""
    return _table("subdivisions", "code")


@cache
def unit_types() -> dict[str, Row]:
    """ISO 3166-2 code, a country, or the beginning of a code and ``*`` -> the type of units."""
    return _table("unit_types", "code")


@cache
def cities() -> dict[str, Row]:
    """Our id -> country of a city, whether it is the capital, the units that it is and governs."""
    return _table("cities", "id")


@cache
def institutions() -> dict[str, Row]:
    """Our id -> kind, country, territory, portfolios and dates of a public body."""
    return _table("institutions", "id")


@cache
def bodies() -> dict[str, Row]:
    """Code of a body that many states, regions or cities have -> its kind, and whose it is."""
    return _table("bodies", "id")


@cache
def portfolios() -> dict[str, Row]:
    """Portfolio code -> the nearest sector, and whether ministries are named after it."""
    return _table("portfolios", "code")


@cache
def ministry_styles() -> dict[str, Row]:
    """ISO 3166-1 alpha-2 code -> what a ministry of that state is called, where not a ministry."""
    return _table("ministry_styles", "country")


@cache
def sectors() -> dict[str, Row]:
    """Sector code -> its group and the nearest codes of CRS, ISIC 4 and COFOG."""
    return _table("sectors", "code")


def purpose_sectors(code: str) -> tuple[str, ...]:
    """The sectors that have an OECD-DAC CRS purpose code; of several, the one above all others.

    >>> purpose_sectors("33110"), purpose_sectors("32120"), purpose_sectors("25010")
    (('trade',), ('industry',), ('investment', 'sez'))
    """
    found = _by_purpose().get(code, ())
    above = tuple(one for one in found if all(_is_within(other, one) for other in found))
    return above or found


@cache
def _by_purpose() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, row in sectors().items():
        if "crs" in row:
            found[row["crs"]] = (*found.get(row["crs"], ()), key)
    return found


def _is_within(code: str, group: str) -> bool:
    return code == group or sectors()[code].get("broader") == group


@cache
def goods() -> dict[str, Row]:
    """HS 2022 code (section, chapter or heading) -> its level and the code above it."""
    return _table("goods", "code")


@cache
def agreement_kinds() -> dict[str, Row]:
    """Code of an agreement kind -> the legal force it has by default."""
    return _table("agreement_kinds", "code")
