"""The names of countries in all languages of Unicode CLDR, as Babel has them: only to be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import localedata

from bilateral import reference
from bilateral.language.reading.folding import fold

__all__ = ["country_names"]

_SCRIPT = 4
# Of a name in several languages we give one: the languages of the United Nations first.
_FIRST = ("ar", "es", "fr", "zh")


@cache
def country_names() -> Mapping[str, Mapping[str, str]]:
    """Folded name -> code of each country that is called so -> a language that calls it so.

    It takes half a second, once, and only where a text is nothing that we know.
    """
    found: dict[str, dict[str, str]] = {}
    tags = sorted(filter(_is_language, localedata.locale_identifiers()))
    for tag in sorted(tags, key=lambda tag: tag not in _FIRST):
        territories = localedata.load(tag, merge_inherited=False).get("territories", {})
        for code in reference.countries().keys() & territories.keys():
            names = found.setdefault(fold(territories[code]), {})
            names.setdefault(code, tag.replace("_", "-"))
    return found


def _is_language(tag: str) -> bool:
    """Whether it is a language, perhaps in a script, but in no country."""
    return all(len(part) == _SCRIPT for part in tag.split("_")[1:])
