"""Facts that do not depend on a language: codes of countries, units, bodies, sectors, goods."""

from __future__ import annotations

from functools import cache

from bilateral.tables import Row, package_rows

__all__ = ["agreement_kinds", "countries", "goods", "institutions", "sectors", "subdivisions"]


def _table(name: str, key: str) -> dict[str, Row]:
    return {row[key]: row for row in package_rows(__name__, f"{name}.tsv")}


@cache
def countries() -> dict[str, Row]:
    """ISO 3166-1 alpha-2 code -> facts of the country."""
    return _table("countries", "code")


@cache
def subdivisions() -> dict[str, Row]:
    """ISO 3166-2 code -> CLDR names and whether the code is current."""
    return _table("subdivisions", "code")


@cache
def institutions() -> dict[str, Row]:
    """Our id -> kind, country, territory and dates of a public body."""
    return _table("institutions", "id")


@cache
def sectors() -> dict[str, Row]:
    """Sector code -> its group and the nearest codes of CRS, ISIC 4 and COFOG."""
    return _table("sectors", "code")


@cache
def goods() -> dict[str, Row]:
    """HS 2022 code (section, chapter or heading) -> its level and the code above it."""
    return _table("goods", "code")


@cache
def agreement_kinds() -> dict[str, Row]:
    """Code of an agreement kind -> the legal force it has by default."""
    return _table("agreement_kinds", "code")
