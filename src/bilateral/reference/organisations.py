"""International organisations: their abbreviations in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import UnknownCode
from bilateral.language.folding import bare
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reference.partners import codes_named
from bilateral.tables import Row, languages, listed

__all__ = ["organisation_of"]

_KIND = "international_org"


def organisation_of(code: str) -> str:
    """The id of the organisation with an id or an abbreviation; `UnknownCode` if there is none.

    >>> organisation_of("ООН"), organisation_of("Un-Habitat")
    ('un', 'un-habitat')
    """
    if not isinstance(code, str):
        raise ValidationError([wrong_type_problem("text", code)])
    if code in reference.institutions() and _is_organisation(code):
        return code
    found = _by_abbreviation(tuple(map(lexicon, languages()))).get(bare(code), ())
    if len(found) == 1:
        return found[0]
    raise _unknown(code, found)


def _unknown(code: str, found: tuple[str, ...]) -> UnknownCode:
    scheme = "organisations"
    if found:
        return UnknownCode(scheme, code, way=f"it stands for several: {', '.join(found)}")
    named = [one for one in codes_named(code, "institution") if _is_organisation(one)]
    known = filter(_is_organisation, reference.institutions())
    hint = named[0] if len(named) == 1 else unknown("", code, list(known)).hint
    return UnknownCode(scheme, code, hint)


@cache
def _by_abbreviation(tables: tuple[Lexicon, ...]) -> Mapping[str, tuple[str, ...]]:
    """The ids of organisations by themselves and by what these languages abbreviate them to."""
    found: dict[str, tuple[str, ...]] = {}
    for code in filter(_is_organisation, reference.institutions()):
        rows = (table.rows("institutions").get(code, {}) for table in tables)
        texts = (text for row in rows for text in _abbreviations(row))
        for key in {bare(code), *map(bare, texts)}:
            found[key] = (*found.get(key, ()), code)
    return found


def _abbreviations(row: Row) -> Iterator[str]:
    if "short" in row:
        yield row["short"]
    yield from filter(str.isupper, listed(row.get("aliases", "")))


def _is_organisation(code: str) -> bool:
    return reference.institutions()[code]["kind"] == _KIND
