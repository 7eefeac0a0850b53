"""The codes of countries and their units (ISO 3166), and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.identifiers import of_same_country
from bilateral.problems import Problem

__all__ = ["country_problems", "is_iso_code", "territory_code_problems"]

_LONGEST_NAME = 200


def is_iso_code(value: str | None) -> bool:
    """True if a reference is written like an ISO 3166 code (capitals), not like an id.

    >>> is_iso_code("BY-HM"), is_iso_code("by-minsk")
    (True, False)
    """
    return value is not None and value[:1].isupper()


def country_problems(field: str, code: str) -> Iterator[Problem]:
    """The problem of a country's code in a ``field``, if there is no such country.

    The name of one, in any language, has its code as a hint.

    >>> [(problem.code, problem.hint) for problem in country_problems("country", "Weißrussland")]
    [('unknown-country', 'BY')]
    """
    if code not in reference.countries():
        yield Problem("unknown-country", (field,), code, hint=partial(_meant, code))


def _meant(code: str) -> str | None:
    from bilateral.reference.partners import codes_named

    named = codes_named(code[:_LONGEST_NAME], "country")
    return named[0] if len(named) == 1 else unknown("", code, reference.countries()).hint


def territory_code_problems(field: str, code: str, country: str | None) -> Iterator[Problem]:
    """The problems of a territory's code in a ``field``: unknown, or not in the ``country``.

    >>> [problem.code for problem in territory_code_problems("code", "KZ-71", "BY")]
    ['country-mismatch']
    """
    if "-" not in code:
        yield from country_problems(field, code)
    elif code not in reference.subdivisions():
        units = of_same_country(code, reference.subdivisions())
        yield unknown("unknown-subdivision", code, units).at(field)
    home = code.partition("-")[0]
    if country not in (None, home) and home in reference.countries():
        yield Problem("country-mismatch", (field,), code, details={"country": country})
