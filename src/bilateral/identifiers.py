"""Local ids and external identifiers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

import attrs

from bilateral.coercion import Checked, instance, soft_tuple, text
from bilateral.problems import Problem

__all__ = ["Identifier"]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
ID_PATTERN = _ID.pattern
_fits = _ID.fullmatch
_LONGEST_ID = 200


def id_problems(value: object) -> list[Problem]:
    """What is wrong with an id: it has lower-case ASCII letters, digits and single ``-``."""
    if type(value) is not str or (_fits(value) and len(value) <= _LONGEST_ID):
        return []
    return [Problem("invalid-id", ("id",), value)]


def of_same_country(code: str, known: Iterable[str]) -> list[str]:
    """The codes that may be meant by another one: none of another country.

    >>> of_same_country("de-ministry-of-health", ["kz-ministry-of-health", "de-government"])
    ['de-government']
    """
    country, hyphen, _ = code.partition("-")
    return [one for one in known if not hyphen or one.startswith(country + hyphen)]


def repeated(codes: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The codes that have occurred before, with their places.

    >>> [*repeated(["by", "kz", "by"])]
    [(2, 'by')]
    """
    seen = set[str]()
    for index, code in enumerate(codes):
        if code in seen:
            yield index, code
        seen.add(code)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Identifier(Checked):
    """An identifier assigned by an external register.

    ``scheme`` names the register (``UNTS``, ``CELEX``, ``wikidata`` ...), ``value`` is the
    number as that register writes it.

    >>> Identifier("CTS", "E105023")
    Identifier('CTS', 'E105023')
    """

    scheme: str = attrs.field(converter=text)
    value: str = attrs.field(converter=text)

    def _problems(self, _: Collection[str]) -> list[Problem]:
        return [
            Problem("empty-text", (name,), value)
            for name, value in (("scheme", self.scheme), ("value", self.value))
            if isinstance(value, str) and not value.strip()
        ]


def _identifier(value: object) -> Identifier:
    return instance(Identifier, value)


def identifiers(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Converter for a field of identifiers."""
    return soft_tuple(_identifier, values)
