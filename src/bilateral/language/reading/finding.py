"""From a name to what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from bilateral.agreements import AgreementKind, Binding, EventKind
from bilateral.coercion import unknown
from bilateral.errors import UnknownCode
from bilateral.language.lexicon import languages, resolve
from bilateral.language.reading.folding import bare, fold, grammar
from bilateral.language.reading.index import TOPICS, Entry, Index, index, own_index
from bilateral.partners import Partner, PartnerKind
from bilateral.projects import ProjectStatus
from bilateral.sectors import Sector
from bilateral.trade import Goods, Trend

if TYPE_CHECKING:
    from bilateral.dossiers import Dossier

__all__ = ["Candidate", "Match", "find"]


class Match(StrEnum):
    """How a text and a name agree, from the surest to the least sure."""

    EXACT = "exact"
    FOLDED = "folded"
    ALIAS = "alias"
    INFLECTED = "inflected"
    COMPOUND = "compound"
    COMPOSED = "composed"
    SUGGESTION = "suggestion"


# What the types of names stand for; those that have no class stand for their code.
_VALUES: dict[str, Callable[[str], Any]] = {
    "sector": Sector,
    "agreement_kind": AgreementKind,
    "binding": Binding,
    "event_kind": EventKind,
    "partner_kind": PartnerKind,
    "project_status": ProjectStatus,
    "trend": Trend,
    "country": Partner.state,
    "subdivision": Partner.subdivision,
    "institution": Partner.institution,
    "goods": Goods,
}
_PARTNERS = ("partner", "country", "subdivision", "institution")
_WORDS = ("date_qualifier", "level", "relation", "role", "status")
_OF_CLASS: dict[type, tuple[str, ...]] = {
    Partner: _PARTNERS,
    **{kind: (name,) for name, kind in _VALUES.items() if isinstance(kind, type)},
}
_TOPICS_OF = {
    "sector": ("vocabulary", "compounds"),
    "country": ("countries",),
    "subdivision": ("subdivisions", "units"),
    "institution": ("institutions",),
    "partner": (),
    "goods": ("goods",),
}

# How sure an answer is: what kind of text was met, times how much it had to be changed.
_SURE_OF_FORM = {"nom": 1.0, "alias": 0.95, "short": 0.95, "adj": 0.85, "proper": 0.7}
_SURE_OF_OTHER_FORMS = 0.9
_SURE_IF_FOLDED = 0.99
_SURE_IF_BARE = 0.85
_SURE_BY_STEMS = 0.8
_SURE_IF_COMPOSED = 0.75


@attrs.frozen
class Candidate:
    """What a text may name.

    ``type`` is the list in which it stands (sector, agreement_kind, partner_kind, country,
    subdivision, institution, goods ... or partner, for one of a dossier), ``code`` its code
    there and ``value`` the thing itself: a `Sector`, a `Partner`, a member of an enumeration;
    the code where there is no class. ``text`` is the stored name that was met, in ``lang``;
    ``how`` says how it agrees, ``score`` (0 to 1) how well.
    """

    type: str
    code: str
    value: Any = attrs.field(repr=False)
    text: str
    lang: str
    how: Match
    score: float

    @property
    def is_certain(self) -> bool:
        """Whether the text is a form of the name, and not merely like it."""
        return self.how is not Match.SUGGESTION

    @property
    def country(self) -> str | None:
        """The country to which a partner belongs."""
        return self.value.country if isinstance(self.value, Partner) else None


def find(
    text: str,
    lang: str | None = None,
    type: str | type | None = None,
    country: str | None = None,
    *,
    dossier: Dossier | None = None,
) -> tuple[Candidate, ...]:
    """What ``text`` may name, the likeliest first: an empty tuple if nothing is known.

    It is looked up among all names, forms and aliases: of sectors, kinds and the other
    vocabularies, of countries, their units and bodies, of goods, and of the partners of
    ``dossier``. Case, ё, quotes, dashes and apostrophes do not matter. Only if there is no
    such name do others come in: those that differ in endings or diacritics, then those that are
    put together from known parts ("Government of France"), then those that differ by a
    slip of the pen, which are marked as suggestions.

    ``lang`` restricts the languages, ``type`` what is sought (``"sector"`` or `Sector`,
    ``"country"``, `Partner` for all of them), ``country`` (ISO 3166-1 alpha-2) the partners.

    Several answers mean that the text is ambiguous; nothing is guessed. A compound word means
    all its answers at once (``how`` is ``compound``).

    Raises `UnknownLanguage`, `UnknownCode` for a type that there is not.

    >>> [(one.type, one.code) for one in find("Wasseraufbereitung")]
    [('sector', 'water_supply')]
    >>> [one.code for one in find("торгово-экономическое")]
    ['trade', 'economy']
    >>> [(one.type, one.code) for one in find("Georgia", "en")]
    [('country', 'GE'), ('subdivision', 'US-GA')]
    """
    wanted = _types(type)
    langs = languages() if lang is None else (resolve(lang),)
    shelves = _shelves(langs, wanted, dossier)

    def fits(one: Candidate) -> bool:
        return (wanted is None or one.type in wanted) and country in (None, one.country)

    for level in (_by_text, _by_stems):
        if found := _ranked(filter(fits, _candidates(level(text, shelves), dossier))):
            return found
    if found := _ranked(filter(fits, _composed(text, langs, dossier))):
        return found
    near = _ranked(filter(fits, _candidates(_by_likeness(text, shelves), dossier)))
    return tuple(attrs.evolve(one, how=Match.SUGGESTION) for one in near)


def named_partners(text: str, lang: str, dossier: Dossier | None) -> tuple[Candidate, ...]:
    """The partners that a text names as a whole, but for endings and diacritics."""
    shelves = _shelves((lang,), _PARTNERS, dossier)
    for level in (_by_text, _by_stems):
        if found := _ranked(_candidates(level(text, shelves), dossier)):
            return found
    return ()


def _composed(text: str, langs: Iterable[str], dossier: Dossier | None) -> Iterator[Candidate]:
    """The state, unit or government that known parts of a name mean together."""
    from bilateral.language.reading.parties import read_party

    for lang in langs:
        partner = read_party(text, lang, dossier).partner
        if partner is not None:
            kind = "country" if partner.kind is PartnerKind.STATE else "institution"
            kind = "subdivision" if partner.code and "-" in partner.code else kind
            code, how = partner.code or partner.id, Match.COMPOSED
            name = partner.label(lang)
            yield Candidate(kind, code, partner, name, lang, how, _SURE_IF_COMPOSED)


def _types(wanted: str | type | None) -> tuple[str, ...] | None:
    if wanted is None:
        return None
    if not isinstance(wanted, str) and wanted in _OF_CLASS:
        return _OF_CLASS[wanted]
    name = wanted if isinstance(wanted, str) else wanted.__name__
    known = (*_VALUES, *_WORDS, "partner")
    if name not in known:
        raise UnknownCode("the types of names", name, unknown("", name, known).hint)
    return (name,)


def _shelves(
    langs: Iterable[str], wanted: tuple[str, ...] | None, dossier: Dossier | None
) -> list[tuple[str, Index]]:
    """The indexes to look into, each with its language; those of equal answers in order."""
    topics = (
        TOPICS
        if wanted is None
        else [topic for one in wanted for topic in _TOPICS_OF.get(one, ("vocabulary",))]
    )
    own = {} if dossier is None else own_index(dossier.partners, dossier.sectors)
    found = [(lang, own[lang]) for lang in langs if lang in own]
    return found + [(lang, index(lang, topic)) for topic in topics for lang in langs]


_Found = Iterator[tuple[Entry, float]]


def _by_text(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    for _, shelf in shelves:
        for entry in shelf.exact.get(key, ()):
            yield entry, 1.0 if entry.text == text else _SURE_IF_FOLDED


def _by_stems(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    plain = bare(text)
    for lang, shelf in shelves:
        for entry in shelf.stems.get(" ".join(grammar(lang).stems(key)), ()):
            yield entry, _SURE_BY_STEMS
        for entry in shelf.bare.get(plain, ()):
            yield entry, _SURE_IF_BARE


def _by_likeness(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    for _, shelf in shelves:
        for likeness, entry in shelf.near(key):
            yield entry, likeness * _SURE_BY_STEMS


def _candidates(found: _Found, dossier: Dossier | None) -> Iterator[Candidate]:
    for entry, sure in found:
        score = round(sure * _SURE_OF_FORM.get(entry.form, _SURE_OF_OTHER_FORMS), 3)
        if entry.type == "compound":
            for code in entry.code.split("+"):
                value, how = Sector(code), Match.COMPOUND
                yield Candidate("sector", code, value, entry.text, entry.lang, how, score)
        else:
            value, how = _value(entry.type, entry.code, dossier), _how(entry, sure)
            yield Candidate(entry.type, entry.code, value, entry.text, entry.lang, how, score)


def _how(entry: Entry, sure: float) -> Match:
    if entry.form in ("alias", "short", "proper"):
        return Match.ALIAS
    if entry.form != "nom" or sure == _SURE_BY_STEMS:
        return Match.INFLECTED
    return Match.EXACT if sure == 1.0 else Match.FOLDED


def _value(type: str, code: str, dossier: Dossier | None) -> Any:
    if dossier is not None and type == "partner":
        return dossier.partner(code)
    if dossier is not None and type == "sector":
        return next((one for one in dossier.sectors if one.code == code), None) or Sector(code)
    return _VALUES.get(type, str)(code)


def _ranked(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    best: dict[tuple[str, str], Candidate] = {}
    for one in found:
        # A partner of the dossier may be one of the reference data too.
        is_partner = isinstance(one.value, Partner)
        key = ("partner", one.value.id) if is_partner else (one.type, one.code)
        known = best.get(key)
        if known is None or known.score < one.score:
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: -one.score))
