"""From a name to what it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import UnknownCode
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.literals import Lang, NameType
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reading.bodies.unit_names import units_called
from bilateral.reading.candidates import (
    PARTNERS,
    SURE_BY_STEMS,
    SURE_IF_COMPOSED,
    SURE_IF_FOREIGN,
    VALUES,
    Candidate,
    Candidates,
    Match,
    Shelves,
    by_likeness,
    by_stems,
    by_text,
    candidates,
    is_own_name,
    is_small,
    meant,
    names_other_state,
    ranked,
    shelves_of,
    surest,
)
from bilateral.reading.parties import read_party
from bilateral.reference.partners import country_of
from bilateral.sectors import Sector
from bilateral.tables import languages, resolve

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["certain", "find", "nearest"]

_WORDS = ("date_qualifier", "level", "relation", "role", "status")
TYPES = (*VALUES, *_WORDS, "partner")
_OF_CLASS: dict[type, tuple[str, ...]] = {
    Partner: PARTNERS,
    **{kind: (name,) for name, kind in VALUES.items() if isinstance(kind, type)},
}
# A purpose code of the OECD, and how many of its digits are those of the category.
_PURPOSE = re.compile("[0-9]{5}")
_CATEGORY = 3
# Longer texts are no names, unless they are stored as such.
_LONGEST_NAME = 500
# Longer ones are not put together from known parts: the longest of a state has 120.
_LONGEST_COMPOSED = 200
# How much of a text is compared with names that may be meant.
_LONGEST_HINT = 100
# What names may be put together to: states, units, cities, their governments.
_COMPOSED = frozenset({"country", "subdivision", "city", "institution"})
# The language tag of what belongs to none, such as a code.
_NO_LANGUAGE = "und"


def find(
    text: str,
    lang: Lang | None = None,
    *,
    type: NameType | type[Any] | None = None,
    country: str | None = None,
    dossier: Names | None = None,
) -> Candidates:
    """Find what ``text`` may name, the likeliest first: an empty tuple if nothing is known.

    It is looked up among all names, forms and aliases: of sectors, kinds and the other
    vocabularies, of countries, their units, cities and bodies, of goods, and of the partners of
    ``dossier``. Case, ё, quotes, dashes and apostrophes do not matter. Codes are found too:
    of countries (BY, BLR, 112), units (ISO 3166-2), cities, bodies and sectors (ours, and the
    OECD's purpose codes), in any case if ``type`` is said. Only if there is no such name do others
    come in: those that differ in endings, diacritics or in the order that lists prefer ("Korea,
    Republic of"), then those that are put together from known parts ("Government of France"),
    then countries in any language of Unicode CLDR, then those that differ by a slip of the
    pen, which are marked as suggestions.

    ``lang`` restricts the languages, ``type`` what is sought (``"sector"`` or `Sector`,
    ``"country"``, `Partner` for all of them), ``country`` (a code of ISO 3166-1) the partners.

    Several answers mean that the text is ambiguous; nothing is guessed. A compound word means
    all its answers at once (``how`` is ``compound``). What is not certain says so
    (`Candidate.is_certain`): an ending more on the name of a unit, a name with namesakes.

    Raises `UnknownLanguage`, `UnknownCode` for a type or country that there is not,
    `ValidationError` (``wrong-type``) for what is no text.

    >>> [(one.type, one.code) for one in find("Wasseraufbereitung")]
    [('sector', 'water_supply')]
    >>> [one.code for one in find("торгово-экономическое")]
    ['trade', 'economy']
    >>> [(one.type, one.code) for one in find("Georgia", "en")]
    [('country', 'GE'), ('subdivision', 'US-GA')]
    >>> [(one.code, one.how.value) for one in find("BLR")]
    [('BY', 'code')]
    >>> [(one.code, one.is_certain) for one in find("Durham")]
    [('GB-DUR', False)]
    """
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text).at("text")])
    wanted = _types(type)
    home = None if country is None else country_of(country)
    search = _Search(text, languages() if lang is None else (resolve(lang),), wanted, home, dossier)
    return Candidates(search.answers() or search.suggestions())


def certain(
    text: str,
    lang: str | None,
    types: Collection[str],
    own: Shelves = (),
    *,
    are_composed: bool = True,
) -> tuple[Candidate, ...]:
    """What a text that is a name and nothing else certainly names, such as that in a cell.

    Names in ``lang`` come before those of the same likeness in other languages, unless they
    are of partners, which have names in every language; ``own`` names come before those that
    the package knows. Several answers are all meant at once if they are of a compound;
    otherwise the text is ambiguous. With ``are_composed`` the text may be a name of known parts.
    """
    first = resolve(lang) if lang and PARTNERS[0] not in types else None
    if not own:
        return _known(text, first, tuple(types), are_composed, tuple(map(lexicon, languages())))
    search = _Search(text, languages(), types, own=own, first=first, are_composed=are_composed)
    return meant(text, search.answers())


# The cells of a list are looked at for several reasons, and many rows have the same in them.
@lru_cache(maxsize=4_096)
def _known(
    text: str,
    first: str | None,
    types: tuple[str, ...],
    are_composed: bool,  # noqa: FBT001 - not public
    tables: tuple[Lexicon, ...],
) -> tuple[Candidate, ...]:
    """What a text certainly names of all that the package knows."""
    langs = tuple(one.lang for one in tables)
    search = _Search(text, langs, types, first=first, are_composed=are_composed)
    return meant(text, search.answers())


def nearest(text: str, lang: str | None, types: Collection[str], own: Shelves = ()) -> str | None:
    """The name that comes nearest to a text that names nothing for certain."""
    langs = (resolve(lang),) if lang else languages()
    search = _Search(text[:_LONGEST_HINT], langs, types, own=own)
    found = search.answers() or search.suggestions()
    return next((one.text for one in found if one.how is Match.SUGGESTION), None)


@attrs.frozen
class _Search:
    """One search: a text, and among which names it is looked up."""

    text: str
    langs: tuple[str, ...]
    wanted: Collection[str] | None
    home: str | None = None
    dossier: Names | None = None
    own: Shelves = ()
    first: str | None = None
    are_composed: bool = True

    def answers(self) -> tuple[Candidate, ...]:
        """The values that the text names, by the surest likeness that there is."""
        return surest(
            self._levels(),
            in_country=self.home is not None,
            is_other=lambda: not self._is_long and names_other_state(self.text, self.langs),
        )

    def suggestions(self) -> tuple[Candidate, ...]:
        """Values with a name like the text."""
        if self._is_long:
            return ()
        own = candidates(by_likeness(self.text, self.own))
        known = candidates(by_likeness(self.text, self._shelves[-1]), self.dossier)
        found = ranked(chain(own, self._fitting(known)))
        return tuple(attrs.evolve(one, how=Match.SUGGESTION) for one in found)

    @property
    def _is_long(self) -> bool:
        return len(self.text) > _LONGEST_NAME

    @property
    def _shelves(self) -> list[Shelves]:
        """The names of what is sought: those in the first language, if there is one, and all."""
        groups = ((self.first,), self.langs) if self.first else (self.langs,)
        return [shelves_of(langs, self.wanted, self.dossier) for langs in groups]

    def _levels(self) -> Iterator[Iterable[Candidate]]:
        """The answers by ever weaker likenesses; those among own names before the others."""
        text, groups = self.text, self._shelves
        yield candidates(by_text(text, self.own))
        for known in groups:
            by_name = candidates(by_text(text, known), self.dossier)
            yield self._fitting(chain(_by_code(text, self.wanted), by_name))
        if self._is_long:
            return
        yield candidates(by_stems(text, self.own))
        for known in groups:
            yield self._fitting(candidates(by_stems(text, known), self.dossier))
        is_short = self.are_composed and len(text) <= _LONGEST_COMPOSED
        if is_short and (self.wanted is None or not _COMPOSED.isdisjoint(self.wanted)):
            yield self._fitting(_composed(text, self.langs, self.dossier))
        if is_short and (self.wanted is None or "subdivision" in self.wanted):
            yield self._fitting(_units_called(text, self.langs))
        if self.langs == languages() and (self.wanted is None or "country" in self.wanted):
            yield self._fitting(_by_foreign_names(text))

    def _fitting(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates of the types and in the country that are sought."""
        return (
            one
            for one in found
            if (self.wanted is None or one.type in self.wanted) and self.home in (None, one.country)
        )


def _units_called(text: str, langs: Iterable[str]) -> Iterator[Candidate]:
    """The units that a text names with another word for what they are, or none."""
    for lang in langs:
        for code in units_called(text, lang):
            unit = Partner.subdivision(code)
            how, sure = Match.COMPOSED, SURE_IF_COMPOSED
            yield Candidate("subdivision", code, unit, text, lang, how, sure)


def _composed(text: str, langs: Iterable[str], dossier: Names | None) -> Iterator[Candidate]:
    """The state, unit or government that known parts of a name mean together."""
    for lang in langs:
        partner = read_party(text, lang, dossier).partner
        if partner is not None:
            kind = "country" if partner.kind is PartnerKind.STATE else "institution"
            kind = "city" if partner.kind is PartnerKind.CITY else kind
            kind = "subdivision" if partner.code and "-" in partner.code else kind
            code, name = partner.code or partner.id, partner.label(lang)
            is_doubtful = is_small(kind, code, lang) and not is_own_name(text, partner, lang)
            how = Match.SUGGESTION if is_doubtful else Match.COMPOSED
            yield Candidate(kind, code, partner, name, lang, how, SURE_IF_COMPOSED)


def _types(wanted: str | type[Any] | None) -> tuple[str, ...] | None:
    if wanted is None:
        return None
    if not isinstance(wanted, str) and wanted in _OF_CLASS:
        return _OF_CLASS[wanted]
    name = wanted if isinstance(wanted, str) else wanted.__name__
    if name not in TYPES:
        raise UnknownCode("the types of names", name, unknown("", name, TYPES).hint)
    return (name,)


def _by_code(text: str, wanted: Collection[str] | None) -> Iterator[Candidate]:
    """What a code stands for: of all lists, those that people know by codes.

    Where it is said what is sought, in any case: "by" is no word then.
    """
    code = text.strip()
    for spelling in (code,) if wanted is None else {code, code.upper(), code.lower()}:
        yield from _by_spelt_code(spelling)
    for kind in wanted or ():
        word = code.lower()
        if any(f"{kind}.{word}" in lexicon(lang).rows("vocabulary") for lang in languages()):
            value = VALUES.get(kind, str)(word)
            yield Candidate(kind, word, value, code, _NO_LANGUAGE, Match.CODE, 1.0)


def _by_spelt_code(code: str) -> Iterator[Candidate]:
    country = reference.country_code(code)
    known = (
        # Two letters may have been given to several countries of the past.
        ("country", (country,) if country else reference.codes_of_the_past(code)),
        ("subdivision", (code if code in reference.subdivisions() else None,)),
        ("city", (code if code in reference.cities() else None,)),
        ("institution", (code if code in reference.institutions() else None,)),
        ("sector", (code,) if code in reference.sectors() else reference.purpose_sectors(code)),
    )
    for kind, codes in known:
        for one in filter(None, codes):
            yield Candidate(kind, one, VALUES[kind](one), code, _NO_LANGUAGE, Match.CODE, 1.0)
    if _PURPOSE.fullmatch(code) and not reference.purpose_sectors(code):
        for one in reference.purpose_sectors(code[:_CATEGORY]):
            how, sure = Match.SUGGESTION, SURE_BY_STEMS
            yield Candidate("sector", one, Sector(one), code, _NO_LANGUAGE, how, sure)


def _by_foreign_names(text: str) -> Iterator[Candidate]:
    """The countries that have a name in some language."""
    from bilateral.reading.foreign import country_names

    for code, lang, is_certain in country_names(text):
        how = Match.ALIAS if is_certain else Match.NAMESAKE
        yield Candidate("country", code, Partner.state(code), text, lang, how, SURE_IF_FOREIGN)
