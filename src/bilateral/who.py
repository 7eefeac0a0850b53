"""Somebody as a question names them: who names nobody is refused, not answered with nothing."""

from __future__ import annotations

from collections.abc import Collection

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.partners import Partner, Side, Who
from bilateral.problems import Problem, ValidationError, wrong_type_problem

__all__ = ["check_named", "check_who"]

_LONGEST_NAME = 200


def check_named(who: Who, ids: Collection[str]) -> None:
    """Refuse what names nobody, so that no question about it is answered with nothing.

    ``who`` is as in `Partner.is_of`; ``ids`` are those of the partners that are known besides
    the reference data. Raises `ValidationError` (``unknown-partner``, ``wrong-type``).

    >>> check_named("BY", ())
    >>> check_named("X", ())
    Traceback (most recent call last):
    ...
    bilateral.problems.ValidationError: No partner is known by the id or code “X”. [unknown-partner]
    """
    who = check_who(who)
    if not isinstance(who, str):
        return
    tables = reference.countries(), reference.subdivisions(), reference.institutions()
    if who in ids or reference.country_code(who) or any(who in table for table in tables):
        return
    if "code" not in reference.cities().get(who, {"code": ""}):
        return
    raise ValidationError([_unknown_partner(who, ids)])


def check_who(who: Who) -> Who:
    """What can name somebody, as it is; `ValidationError` (``wrong-type``) for anything else.

    >>> check_who("BY")
    'BY'
    """
    if isinstance(who, (Partner, Side, str)):
        return who
    raise ValidationError([wrong_type_problem("text", who)])


def _unknown_partner(who: str, ids: Collection[str]) -> Problem:
    """The problem of a word that names nobody; a name has the code that it stands for as a hint."""
    from bilateral.reference.partners import codes_named

    if city := reference.cities().get(who):
        return Problem("unknown-partner", (), who, hint=city["code"])
    for kind in ("country", "institution", "subdivision", "city"):
        if codes := codes_named(who[:_LONGEST_NAME], kind):
            return Problem("unknown-partner", (), who, hint=codes[0])
    return unknown("unknown-partner", who, [*ids, *reference.countries()])
