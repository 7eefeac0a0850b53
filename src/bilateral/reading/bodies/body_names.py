"""Bodies that nobody has recorded, known by a usual name and the territory behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bilateral import reference
from bilateral.language.folding import fold
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.index import index
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text
from bilateral.reference.bodies_of_places import body_of_place
from bilateral.tables import listed
from bilateral.text import Phrase

__all__ = ["body_named"]

# The kinds of territories, as the table ``bodies`` says whose a body is.
_PLACES = {"state": "state", "city": "city", "region": "region", "municipality": "city"}


def body_named(names: KnownNames, country: str | None = None) -> Partner | None:
    """The body whose name is a usual one and that of a known territory, and nothing else.

    ``country`` is that of a body of a state where the name does not say it.
    """
    text = names.text
    nouns = _nouns(lexicon(names.lang))
    stems = [word.stem for word in text.words]
    for length in range(len(stems), 0, -1):
        codes = nouns.get(" ".join(stems[:length]))
        if codes:
            place = _place(names, length, country)
            fitting = [code for code in codes if place and _is_of(code, place)]
            if place and fitting and place.country:
                return _body(fitting[0], place, place.country)
    return None


def _body(code: str, place: Partner, country: str) -> Partner:
    """The body of a territory, as it is recorded or else made by rule."""
    made = body_of_place(code, place.id, place.phrase, country)
    is_known = made["id"] in reference.institutions()
    known = made["id"] if is_known else _recorded(made["name"], country)
    return Partner.institution(known) if known else Partner(**made)


def _recorded(names: Mapping[str, Phrase], country: str) -> str | None:
    """The id of the body of a country that is recorded under one of some names."""
    recorded = reference.institutions()
    codes = (
        entry.code
        for lang, name in names.items()
        for entry in index(lang, "institutions").exact.get(fold(name.nom), ())
        if recorded[entry.code].get("country") == country
    )
    return next(codes, None)


def _place(names: KnownNames, start: int, country: str | None) -> Partner | None:
    """The territory that the rest of a name means; the state that is said, if nothing is left."""
    count = len(names.text.words)
    if start == count:
        return Partner.state(country) if country else None
    first = names.after_of(start, count)
    if names.is_only_state(first, count):
        # Be it Georgia, which is a state of another one, too.
        codes = names.countries(first, count)
        return Partner.state(codes[0]) if len(codes) == 1 else None
    rest = names.text.span(first, count)
    return read_party(rest, names.lang, None).partner if rest else None


def _is_of(code: str, place: Partner) -> bool:
    return reference.bodies()[code]["of"] == _PLACES.get(place.kind.value)


@cache
def _nouns(tables: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The bodies by the stems of what they are called without their territory."""
    found: dict[str, tuple[str, ...]] = {}
    for code, row in tables.rows("bodies").items():
        for name in (row["nom"], *listed(row.get("aliases", ""))):
            key = " ".join(word.stem for word in Text(name, tables.lang).words)
            found[key] = (*found.get(key, ()), code)
    return found
