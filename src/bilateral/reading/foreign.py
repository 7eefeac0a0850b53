"""The names of countries in all languages of Unicode CLDR, as Babel has them: only to be read."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import localedata
from babel.languages import get_official_languages

from bilateral import reference
from bilateral.language.folding import bare

__all__ = ["Named", "country_names"]

_SCRIPT = 4
# Of a name in several languages we give one: the languages of the United Nations first.
_FIRST = frozenset({"ar", "es", "fr", "zh"})
# Shorter names in Latin letters are words or abbreviations in too many languages.
_SHORTEST = 4
# Countries in some languages, and large cities of other ones.
_CITIES = frozenset({"guadalupe", "kota", "salvador"})


class Named(NamedTuple):
    """A country that is called so in a language."""

    code: str
    lang: str
    is_certain: bool


def country_names(name: str) -> list[Named]:
    """The countries that have a name in some language.

    None is certain if several have it, or if it is one only in languages that are official
    nowhere: those may have any word. It takes half a second, once, and only where a text is
    nothing that we know.
    """
    key = bare(name)
    found = _names().get(key, {})
    is_short = key.isascii() and len(key) < _SHORTEST
    is_telling = len(found) == 1 and not is_short and key not in _CITIES
    return [
        Named(code, tag, is_telling and tag.partition("-")[0] in _official())
        for code, tag in found.items()
    ]


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    """Bare name -> code of each country that is called so -> the first language that does."""
    found: dict[str, dict[str, str]] = {}
    tags = sorted(filter(_is_language, localedata.locale_identifiers()))
    for tag in sorted(tags, key=lambda tag: (tag not in _FIRST, tag not in _official())):
        territories = _territories(tag)
        for code in reference.countries().keys() & territories.keys():
            found.setdefault(bare(territories[code]), {}).setdefault(code, tag.replace("_", "-"))
    return found


def _territories(tag: str) -> Mapping[str, str]:
    """What a language calls the territories of the world, without what it inherits.

    The file is read here: Babel would keep all of them in memory.
    """
    data = Path(localedata.resolve_locale_filename(tag)).read_bytes()
    territories: Mapping[str, str] = pickle.loads(data).get("territories", {})  # noqa: S301 - Babel's
    return territories


@cache
def _official() -> frozenset[str]:
    """The languages that are official in some country."""
    countries = reference.countries()
    return frozenset(tag for code in countries for tag in get_official_languages(code))


def _is_language(tag: str) -> bool:
    """Whether it is a language, perhaps in a script, but in no country."""
    return all(len(part) == _SCRIPT for part in tag.split("_")[1:])
