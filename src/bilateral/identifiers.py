"""Our own ids, and the numbers that others gave."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from bilateral.coercion import instance, problems_of, rejected, soft_tuple, text
from bilateral.errors import Problem, ValidationError

__all__ = ["Identifier"]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
ID_PATTERN = _ID.pattern
_LONGEST_ID = 200


def id_problems(value: object) -> list[Problem]:
    """What is wrong with an id: it has lower-case ASCII letters, digits and single ``-``."""
    if type(value) is not str:
        return []
    if len(value) > _LONGEST_ID or not _ID.fullmatch(value):
        return [Problem("invalid-id", ("id",), value)]
    return []


@attrs.frozen(cache_hash=True, weakref_slot=False)
class Identifier:
    """A number under which somebody else keeps the record.

    ``scheme`` names the register (``UNTS``, ``CELEX``, ``wikidata`` ...), ``value`` is the
    number as that register writes it.

    >>> Identifier("CTS", "E105023")
    Identifier(scheme='CTS', value='E105023')
    """

    scheme: str = attrs.field(converter=text)
    value: str = attrs.field(converter=text)

    def __attrs_post_init__(self) -> None:
        broken = rejected(self)
        problems = problems_of(broken)
        problems += [
            Problem("empty-text", (name,), value)
            for name, value in (("scheme", self.scheme), ("value", self.value))
            if isinstance(value, str) and not value.strip()
        ]
        if problems or broken:
            raise ValidationError(problems)


def _identifier(value: object) -> Identifier:
    return instance(Identifier, value)


def identifiers(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Converter for a field of identifiers."""
    return soft_tuple(_identifier, values)
