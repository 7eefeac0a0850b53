"""From a name to what it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from bilateral import reference
from bilateral.coercion import Typed, unknown
from bilateral.errors import UnknownCode
from bilateral.events import EventKind
from bilateral.instruments import AgreementKind, Binding
from bilateral.language.folding import bare, fold, grammar
from bilateral.language.lexicon import lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.projects import ProjectStatus
from bilateral.reading.index import OTHER_STATE, TOPICS, Entry, Index, index, may_be, own_index
from bilateral.reference.partners import country_of
from bilateral.sectors import Sector
from bilateral.tables import languages, resolve
from bilateral.trade import Goods, Trend

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Candidate", "Match", "find"]


class Match(StrEnum):
    """How a text and a name agree, from the surest to the least sure.

    ``suggestion`` is only like the name. ``namesake`` is the name, but more likely that of
    something else: of a better known place in another country, of three units or more, of a
    state that the reference data do not have.
    """

    CODE = "code"
    EXACT = "exact"
    FOLDED = "folded"
    ALIAS = "alias"
    INFLECTED = "inflected"
    COMPOUND = "compound"
    COMPOSED = "composed"
    SUGGESTION = "suggestion"
    NAMESAKE = "namesake"


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
_KNOWN_PLACES = ("country", "subdivision", "institution")
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
_SURE_IF_FOREIGN = 0.9
_SURE_IF_BARE = 0.85
_SURE_BY_STEMS = 0.8
_SURE_IF_COMPOSED = 0.75
# Names that so many units share say nothing: Central, Western.
_CROWD = 3
# A purpose code of the OECD, and how many of its digits are those of the category.
_PURPOSE = re.compile("[0-9]{5}")
_CATEGORY = 3
# Longer texts are no names, unless they are stored as such.
_LONGEST_NAME = 500
# The language tag of what belongs to none, such as a code.
_NO_LANGUAGE = "und"


@attrs.frozen(repr=False)
class Candidate(Typed):
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
        """Whether the text is a form of the name, and not merely like it or a namesake's."""
        return self.how not in (Match.SUGGESTION, Match.NAMESAKE)

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
    dossier: Names | None = None,
) -> tuple[Candidate, ...]:
    """What ``text`` may name, the likeliest first: an empty tuple if nothing is known.

    It is looked up among all names, forms and aliases: of sectors, kinds and the other
    vocabularies, of countries, their units and bodies, of goods, and of the partners of
    ``dossier``. Case, ё, quotes, dashes and apostrophes do not matter. Codes are found too:
    of countries (BY, BLR, 112), units (ISO 3166-2), bodies and sectors (ours, and the OECD's
    purpose codes). Only if there is no such name do others come in: those that differ in
    endings, diacritics or in the order that lists prefer ("Korea, Republic of"), then those
    that are put together from known parts ("Government of France"), then countries in any
    language of Unicode CLDR, then those that differ by a slip of the pen, which are marked as
    suggestions.

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
    >>> [(one.code, one.is_certain) for one in find("Hanover")]
    [('JM-09', False)]
    """
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text).at("text")])
    wanted = _types(type)
    home = None if country is None else country_of(country)
    langs = languages() if lang is None else (resolve(lang),)
    shelves = _shelves(langs, wanted, dossier)

    def fits(one: Candidate) -> bool:
        return (wanted is None or one.type in wanted) and home in (None, one.country)

    is_long = len(text) > _LONGEST_NAME

    def levels() -> Iterator[Iterable[Candidate]]:
        yield chain(_by_code(text), _candidates(_by_text(text, shelves), dossier))
        if is_long:
            return
        yield _candidates(_by_stems(text, shelves), dossier)
        yield _composed(text, langs, dossier)
        if lang is None and (wanted is None or "country" in wanted):
            yield _by_foreign_names(text)

    found = _surest(
        (filter(fits, level) for level in levels()),
        in_country=home is not None,
        is_other=not is_long and _names_other_state(text, langs),
    )
    if found or is_long:
        return found
    near = _candidates(_by_likeness(text, shelves), dossier)
    return tuple(attrs.evolve(one, how=Match.SUGGESTION) for one in _ranked(filter(fits, near)))


def named_partners(
    text: str, lang: str, dossier: Names | None, countries: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """The partners that a text names as a whole, but for endings and diacritics.

    Only those of ``countries``, if there are any.
    """
    shelves = _shelves((lang,), _PARTNERS, dossier)
    levels = (_candidates(level(text, shelves), dossier) for level in (_by_text, _by_stems))
    fitting = (
        (one for one in level if not countries or one.country in countries) for level in levels
    )
    return _surest(fitting, in_country=bool(countries), is_other=_names_other_state(text, (lang,)))


def _surest(
    levels: Iterable[Iterable[Candidate]], *, in_country: bool, is_other: bool
) -> tuple[Candidate, ...]:
    """The answers of the first level that has a certain one, else of the first that has any.

    ``in_country``: they are sought in one country only; ``is_other``: the text is the name of a
    state or organisation that the reference data do not have.
    """
    doubtful: tuple[Candidate, ...] = ()
    for level in levels:
        found = _ranked(level)
        is_crowd = sum(one.type == "subdivision" for one in found) >= _CROWD

        def is_namesake(one: Candidate, *, is_crowd: bool = is_crowd) -> bool:
            if one.how is Match.CODE or one.type not in _KNOWN_PLACES:
                return False
            is_unit = one.type == "subdivision"
            return is_other or (is_unit and (is_crowd or _is_less_known(one, in_country)))

        found = tuple(
            attrs.evolve(one, how=Match.NAMESAKE) if is_namesake(one) else one for one in found
        )
        if any(one.is_certain for one in found):
            return tuple(sorted(found, key=lambda one: not one.is_certain))
        doubtful = doubtful or found
    return doubtful


def _is_less_known(unit: Candidate, in_country: bool) -> bool:  # noqa: FBT001 - not public
    """Whether a place in another country is better known under the name."""
    return not in_country and "elsewhere" in reference.subdivisions()[unit.code]


def _names_other_state(text: str, langs: Iterable[str]) -> bool:
    """Whether a text names a state that the reference data do not have."""
    return any(grammar(lang).is_other_state(fold(text)) for lang in langs)


def _composed(text: str, langs: Iterable[str], dossier: Names | None) -> Iterator[Candidate]:
    """The state, unit or government that known parts of a name mean together."""
    from bilateral.reading.parties import read_party

    for lang in langs:
        partner = read_party(text, lang, dossier).partner
        if partner is not None:
            kind = "country" if partner.kind is PartnerKind.STATE else "institution"
            kind = "subdivision" if partner.code and "-" in partner.code else kind
            code, name = partner.code or partner.id, partner.label(lang)
            how = Match.SUGGESTION if _is_small(kind, code, lang) else Match.COMPOSED
            yield Candidate(kind, code, partner, name, lang, how, _SURE_IF_COMPOSED)


def _is_small(type: str, code: str, lang: str) -> bool:
    """Whether it is a unit that nobody has reviewed: too little known to be sure of."""
    return type == "subdivision" and code not in lexicon(lang).rows("subdivisions")


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
    langs: Iterable[str], wanted: tuple[str, ...] | None, dossier: Names | None
) -> list[tuple[str, Index]]:
    """The indexes to look into, each with its language; those of equal answers in order."""
    topics = (
        TOPICS
        if wanted is None
        else [topic for one in wanted for topic in _TOPICS_OF.get(one, ("vocabulary",))]
    )
    own = {} if dossier is None else own_index(*dossier.own_names())
    found = [(lang, own[lang]) for lang in langs if lang in own]
    return found + [(lang, index(lang, topic)) for topic in topics for lang in langs]


_Found = Iterator[tuple[Entry, float]]


def _by_code(text: str) -> Iterator[Candidate]:
    """What a code stands for, in the lists that people know by codes."""
    code = text.strip()
    known = (
        ("country", (reference.country_code(code),)),
        ("subdivision", (code if code in reference.subdivisions() else None,)),
        ("institution", (code if code in reference.institutions() else None,)),
        ("sector", (code,) if code in reference.sectors() else reference.purpose_sectors(code)),
    )
    for kind, codes in known:
        for one in filter(None, codes):
            yield Candidate(kind, one, _VALUES[kind](one), code, _NO_LANGUAGE, Match.CODE, 1.0)
    if _PURPOSE.fullmatch(code) and not reference.purpose_sectors(code):
        for one in reference.purpose_sectors(code[:_CATEGORY]):
            how, sure = Match.SUGGESTION, _SURE_BY_STEMS
            yield Candidate("sector", one, Sector(one), code, _NO_LANGUAGE, how, sure)


def _by_foreign_names(text: str) -> Iterator[Candidate]:
    """The countries that have a name in some language."""
    from bilateral.reading.foreign import country_names

    for code, lang, is_certain in country_names(text):
        how = Match.ALIAS if is_certain else Match.NAMESAKE
        yield Candidate("country", code, Partner.state(code), text, lang, how, _SURE_IF_FOREIGN)


def _by_text(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    for _, shelf in shelves:
        for entry in shelf.exact.get(key, ()):
            yield entry, 1.0 if entry.text == text else _SURE_IF_FOLDED


def _by_stems(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    plain = bare(text)
    for lang, shelf in shelves:
        words = grammar(lang)
        for entry in shelf.stems.get(" ".join(words.stems(key)), ()):
            if may_be(words.without_articles(key), entry):
                yield entry, _SURE_BY_STEMS
        for entry in (*shelf.bare.get(plain, ()), *shelf.bags.get(words.bag(key), ())):
            if not entry.text.endswith("-"):
                yield entry, _SURE_IF_BARE


def _by_likeness(text: str, shelves: list[tuple[str, Index]]) -> _Found:
    key = fold(text)
    for _, shelf in shelves:
        for likeness, entry in shelf.near(key):
            yield entry, likeness * _SURE_BY_STEMS


def _candidates(found: _Found, dossier: Names | None) -> Iterator[Candidate]:
    for entry, sure in found:
        if entry.type == OTHER_STATE:
            continue
        score = round(sure * _SURE_OF_FORM.get(entry.form, _SURE_OF_OTHER_FORMS), 3)
        if entry.type == "compound":
            for code in entry.code.split("+"):
                value, how = Sector(code), Match.COMPOUND
                yield Candidate("sector", code, value, entry.text, entry.lang, how, score)
        else:
            value, how = _value(entry.type, entry.code, dossier), _how(entry, sure)
            yield Candidate(entry.type, entry.code, value, entry.text, entry.lang, how, score)


def _how(entry: Entry, sure: float) -> Match:
    if sure == _SURE_BY_STEMS and _is_small(entry.type, entry.code, entry.lang):
        return Match.SUGGESTION
    if entry.form in ("alias", "short", "proper"):
        return Match.ALIAS
    if entry.form != "nom" or sure == _SURE_BY_STEMS:
        return Match.INFLECTED
    return Match.EXACT if sure == 1.0 else Match.FOLDED


def _value(type: str, code: str, dossier: Names | None) -> Any:
    if dossier is not None and type == "partner":
        return dossier.partner(code)
    if dossier is not None and type == "sector":
        _, own = dossier.own_names()
        return next((one for one in own if one.code == code), None) or Sector(code)
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
