"""Words made from the names of two countries."""

from __future__ import annotations

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownCode
from bilateral.language.lexicon import lexicon
from bilateral.tables import Row

__all__ = ["pair_adjective"]


def pair_adjective(first: str, second: str, lang: str) -> str:
    """The adjective for what two countries have between them, ``first`` named first.

    ``first`` and ``second`` are codes of ISO 3166-1. Russian: masculine nominative;
    German: without its ending. Raises `UnknownCode`; `MissingForm` where a country has no
    adjective in ``lang``.

    >>> pair_adjective("BY", "KZ", "ru"), pair_adjective("DE", "KZ", "de")
    ('белорусско-казахстанский', 'deutsch-kasachisch')
    >>> pair_adjective("KZ", "BY", "en")
    'Kazakh-Belarusian'
    """
    rows = lexicon(lang).rows("countries")
    one, other = (rows[_with_adjective(code, rows, lang)] for code in (first, second))
    return one.get("stem", f"{one['adj']}-") + other["adj"]


def _with_adjective(code: str, rows: dict[str, Row], lang: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country that has an adjective."""
    known = reference.country_code(code)
    if known is None:
        raise UnknownCode("ISO 3166-1", code, unknown("", code, reference.countries()).hint)
    if "adj" not in rows.get(known, {}):
        raise MissingForm(known, "adj", lang)
    return known
