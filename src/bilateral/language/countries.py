"""Words made from the names of two countries."""

from __future__ import annotations

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownCode
from bilateral.language.lexicon import lexicon

__all__ = ["pair_adjective"]


def pair_adjective(first: str, second: str, lang: str) -> str:
    """The adjective for what two countries have between them, ``first`` named first.

    ``first`` and ``second`` are ISO 3166-1 alpha-2 codes. Russian: masculine nominative;
    German: without its ending. Raises `UnknownCode`; `MissingForm` where a country has no
    adjective in ``lang``.

    >>> pair_adjective("BY", "KZ", "ru"), pair_adjective("DE", "KZ", "de")
    ('белорусско-казахстанский', 'deutsch-kasachisch')
    >>> pair_adjective("KZ", "BY", "en")
    'Kazakh-Belarusian'
    """
    rows = lexicon(lang).rows("countries")
    for code in (first, second):
        known = reference.countries()
        if code not in known:
            raise UnknownCode("ISO 3166-1", code, unknown("", code, known).hint)
        if "adj" not in rows.get(code, {}):
            raise MissingForm(code, "adj", lang)
    return rows[first].get("stem", f"{rows[first]['adj']}-") + rows[second]["adj"]
