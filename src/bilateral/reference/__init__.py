"""Language-independent reference data: codes of countries, units, bodies, sectors, goods."""

from __future__ import annotations

from functools import cache

from bilateral.tables import Row, package_rows

__all__ = [
    "agreement_kinds",
    "cities",
    "countries",
    "country_code",
    "goods",
    "institutions",
    "ministry_styles",
    "portfolios",
    "purpose_sectors",
    "sectors",
    "subdivisions",
    "unit_types",
]


def _table(name: str, key: str) -> dict[str, Row]:
    return {row[key]: row for row in package_rows(__name__, f"{name}.tsv")}


@cache
def countries() -> dict[str, Row]:
    """ISO 3166-1 alpha-2 code -> the country's other codes."""
    return _table("countries", "code")


def country_code(code: str) -> str | None:
    """The ISO 3166-1 alpha-2 code for any of a country's three codes: BY, BLR, 112.

    >>> country_code("BLR"), country_code("112"), country_code("XX")
    ('BY', 'BY', None)
    """
    return _country_codes().get(code)


@cache
def _country_codes() -> dict[str, str]:
    return {code: key for key, row in countries().items() for code in row.values()}


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
