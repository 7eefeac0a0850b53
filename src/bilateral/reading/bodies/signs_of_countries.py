"""The signs of countries in brackets behind the names of parties: Middelfart (DK)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bilateral import reference
from bilateral.reading.words import Text, are_in_order

__all__ = ["Sign", "are_letters_of", "country_of_unit_sign", "sign_behind", "without_sign"]

_IN_BRACKETS: Final = re.compile(r"\(([A-Z]{2})\)")
_LAST: Final = re.compile(r" \([A-Z]{2}\)\Z")
# Whose units have such signs, too: Bern (BE), Macon (GA).
_WITH_SIGNS_OF_UNITS: Final = ("AU", "BR", "CA", "CH", "IT", "US")
# Those of whose units they stand there without a bracket: Dayton OH.
_WITH_BARE_SIGNS: Final = ("AU", "CA", "US")


class Sign(NamedTuple):
    """The country of a sign; it is no certain one where a unit may be meant."""

    country: str
    is_certain: bool


def sign_behind(text: Text, start: int, stop: int, end: int) -> Sign | None:
    """The sign in brackets between the end of a name, at ``stop``, and that of a party.

    The initials of the name are none. Where both parties have one, they are of countries.

    >>> sign_behind(Text("Kolding (DK)", "en"), 0, 1, 2)
    Sign(country='DK', is_certain=True)
    >>> sign_behind(Text("Aarhus University (AU)", "en"), 0, 2, 3)

    Without a bracket it is that of a unit which no country has.

    >>> sign_behind(Text("Dayton OH", "en"), 0, 2, 2)
    Sign(country='US', is_certain=True)
    """
    if stop == end > start + 1 and text.gap(end - 1) == " " and text.words[end - 2].text.istitle():
        unit = country_of_unit_sign(text, end - 1)
        return Sign(unit, is_certain=True) if unit else None
    sign = text.words[stop].text if end == stop + 1 and text.gap(stop) == " (" else ""
    code = _country(sign) or (country_of_unit_sign(text, stop) if sign else None)
    if code is None or _are_initials(sign, text, start, stop):
        return None
    others = {_country(one) for one in _IN_BRACKETS.findall(text.text)} - {code, None}
    units = reference.subdivisions()
    may_be_unit = any(f"{one}-{sign}" in units for one in _WITH_SIGNS_OF_UNITS)
    # One that only units have is certain.
    return Sign(code, bool(others) or not may_be_unit or _country(sign) is None)


def country_of_unit_sign(text: Text, i: int) -> str | None:
    """The country that has a unit with a word as its sign, where no country and no other has it.

    >>> [country_of_unit_sign(Text(sign, "en"), 0) for sign in ("Dayton OH", "BC Place", "CA 1")]
    [None, 'CA', None]
    """
    sign = text.words[i].text
    if sign in reference.countries() or not sign.isupper() or text.text.isupper():
        return None
    homes = [one for one in _WITH_BARE_SIGNS if f"{one}-{sign}" in reference.subdivisions()]
    return homes[0] if len(homes) == 1 else None


def without_sign(name: str) -> str:
    """A name without the sign behind it, which may be a legal form: Oskarshamn (SE).

    >>> without_sign("Oskarshamn (SE)")
    'Oskarshamn'
    """
    return _LAST.sub("", name)


def are_letters_of(sign: str, text: Text, start: int, stop: int) -> bool:
    """Whether the letters of a sign are those of a name, the first of them that of a word.

    >>> are_letters_of("UZ", Text("Ukrainian Railways Ukrzaliznytsia", "en"), 0, 3)
    True
    """
    words = [word.text.upper() for word in text.words[start:stop]]
    rests = ("".join(words[i:]) for i in range(len(words)))
    return any(rest[0] == sign[0] and are_in_order(sign, rest) for rest in rests)


def _country(sign: str) -> str | None:
    """The country with a sign of two letters, as ISO has it or as everybody writes it."""
    return {"UK": "GB"}.get(sign, sign if sign in reference.countries() else None)


def _are_initials(sign: str, text: Text, start: int, stop: int) -> bool:
    """Whether the letters of a sign are those of a name's words in their order."""
    return are_in_order(sign, (word.text[0] for word in text.words[start:stop]))
