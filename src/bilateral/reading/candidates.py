"""Candidates for what a text names, how sure each is, and where they are looked up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bilateral import reference
from bilateral.coercion import Typed
from bilateral.display import Table, View
from bilateral.events import EventKind
from bilateral.instruments import AgreementKind, Binding
from bilateral.language.cldr import locale_of
from bilateral.language.folding import bare, fold, grammar, tidy
from bilateral.language.lexicon import CASES, Lexicon, lexicon
from bilateral.listings import Listing
from bilateral.partners import Partner, PartnerKind
from bilateral.projects import ProjectStatus
from bilateral.reading.index import OTHER_STATE, TOPICS, Entry, Index, index, may_be, own_index
from bilateral.sectors import Sector
from bilateral.tables import languages
from bilateral.trade import Goods, Trend

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Candidate", "Candidates", "Match", "named_partners"]


class Match(StrEnum):
    """The ways in which a text and a name agree, from the surest to the least sure.

    ``suggestion`` is only like the name. ``namesake`` is the name, but more likely that of
    something else: of a better known place in another country, of three units or more, of a
    state that the reference data do not have.

    >>> from bilateral import find
    >>> find("Durham")[0].how
    <Match.NAMESAKE: 'namesake'>
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


#: Indexes to look into, each with its language.
Shelves = Sequence[tuple[str, Index]]

# What the types of names stand for; those that have no class stand for their code.
VALUES: dict[str, Callable[[str], Any]] = {
    "sector": Sector,
    "agreement_kind": AgreementKind,
    "binding": Binding,
    "event_kind": EventKind,
    "partner_kind": PartnerKind,
    "project_status": ProjectStatus,
    "trend": Trend,
    "country": Partner.state,
    "subdivision": Partner.subdivision,
    "city": Partner.city,
    "institution": Partner.institution,
    "goods": Goods,
}
PARTNERS = ("partner", "country", "subdivision", "city", "institution")
_KNOWN_PLACES = ("country", "subdivision", "city", "institution")
_TOPICS_OF = {
    "sector": ("vocabulary", "compounds"),
    "country": ("countries",),
    "subdivision": ("subdivisions", "units"),
    "city": ("cities",),
    "institution": ("institutions",),
    "partner": (),
    "goods": ("goods",),
}

# How sure an answer is: what kind of text was met, times how much it had to be changed.
_SURE_OF_FORM = {"nom": 1.0, "alias": 0.95, "short": 0.95, "adj": 0.85, "proper": 0.7}
_SURE_OF_OTHER_FORMS = 0.9
_SURE_IF_FOLDED = 0.99
SURE_IF_FOREIGN = 0.9
_SURE_IF_BARE = 0.85
SURE_BY_STEMS = 0.8
SURE_IF_COMPOSED = 0.75
# How well a name must agree to be the partner's.
_SURE = 0.75
# Names that so many units share say nothing: Central, Western.
_CROWD = 3


@attrs.frozen(repr=False)
class Candidate(Typed):
    """A thing that a text may name.

    ``type`` is the list in which it stands (sector, agreement_kind, partner_kind, country,
    subdivision, city, institution, goods ... or partner, for one of a dossier), ``code`` its code
    there and ``value`` the thing itself: a `Sector`, a `Partner`, a member of an enumeration;
    the code where there is no class. ``text`` is the stored name that was met, in ``lang``;
    ``how`` says how it agrees, ``score`` (0 to 1) how well.

    >>> from bilateral import find
    >>> find("Minsk", type="subdivision")[0].code
    'BY-HM'
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
        """True if the text is a form of the name, and not merely like it or a namesake's."""
        return self.how not in (Match.SUGGESTION, Match.NAMESAKE)

    @property
    def country(self) -> str | None:
        """The country to which a partner belongs."""
        return self.value.country if isinstance(self.value, Partner) else None


class Candidates(Listing[Candidate]):
    """Candidates, the surest first: a tuple that shows itself as a table.

    Raises `ValidationError` (``wrong-type``).

    >>> from bilateral import find
    >>> find("Minsk")[:2].__class__.__name__
    'Candidates'
    """

    __slots__ = ()

    _kind = Candidate

    def _facts(self, view: View) -> Iterable[Table]:
        from babel.numbers import format_percent

        names = ("name", "type", "code", "text", "how", "score")
        header = [view.word(name) for name in names]
        percent = partial(format_percent, locale=locale_of(lexicon(view.lang), view.lang))
        rows = (
            (
                one.value,
                view.word(f"type.{one.type}"),
                one.code,
                one.text,
                view.word(f"how.{one.how}"),
                percent(one.score),
            )
            for one in self
        )
        return [Table(view.word("candidates"), len(self), header, rows)]


def named_partners(
    text: str,
    lang: str,
    dossier: Names | None,
    countries: Collection[str] = (),
    types: Collection[str] = PARTNERS,
) -> tuple[Candidate, ...]:
    """The partners of some types that a text names as a whole, but for endings and diacritics.

    Only those of ``countries``, if there are any.
    """
    if dossier is None:
        # The rows of a list name the same partners again and again.
        return _known_partners(text, lexicon(lang), tuple(countries), tuple(types))
    return _named(text, lang, dossier, countries, types)


@lru_cache(maxsize=4_096)
def _known_partners(
    text: str, tables: Lexicon, countries: Collection[str], types: Collection[str]
) -> tuple[Candidate, ...]:
    return _named(text, tables.lang, None, countries, types)


def _named(
    text: str,
    lang: str,
    dossier: Names | None,
    countries: Collection[str],
    types: Collection[str],
) -> tuple[Candidate, ...]:
    shelves = shelves_of((lang,), types, dossier)
    levels = (candidates(level(text, shelves), dossier) for level in (by_text, by_stems))
    fitting = (
        (one for one in level if not countries or one.country in countries) for level in levels
    )
    is_other = partial(names_other_state, text, (lang,))
    return surest(fitting, in_country=bool(countries), is_other=is_other)


def surest(
    levels: Iterable[Iterable[Candidate]], *, in_country: bool, is_other: Callable[[], bool]
) -> tuple[Candidate, ...]:
    """The answers of the first level that has a certain one, else of the first that has any.

    ``in_country``: they are sought in one country only; ``is_other``: whether the text is the
    name of a state or organisation that the reference data do not have.
    """
    doubtful: tuple[Candidate, ...] = ()
    for level in levels:
        found = ranked(level)
        is_crowd = sum(one.type == "subdivision" for one in found) >= _CROWD

        def is_namesake(one: Candidate, *, is_crowd: bool = is_crowd) -> bool:
            if one.how is Match.CODE or one.type not in _KNOWN_PLACES:
                return False
            is_unit = one.type == "subdivision"
            return (is_unit and (is_crowd or _is_less_known(one, in_country))) or is_other()

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


def names_other_state(text: str, langs: Iterable[str]) -> bool:
    """Whether a text names a state that the reference data do not have."""
    return any(grammar(lang).is_other_state(fold(text)) for lang in langs)


def is_small(type: str, code: str, lang: str) -> bool:
    """Whether it is a unit that nobody has reviewed: too little known to be sure of."""
    return type == "subdivision" and code not in lexicon(lang).rows("subdivisions")


def is_own_name(text: str, partner: Partner, lang: str) -> bool:
    """Whether a text is the whole name of a partner in one of its forms."""
    phrase, wanted = partner.phrase(lang), fold(text)
    forms = (getattr(phrase, form) for form in CASES) if phrase else ()
    return any(form and fold(form) == wanted for form in forms)


def shelves_of(
    langs: Collection[str], wanted: Collection[str] | None, dossier: Names | None
) -> Shelves:
    """The indexes to look into, each with its language; those of equal answers in order."""
    own = {} if dossier is None else own_index(*dossier.own_names())
    # Our own names may be in languages that there are no tables for.
    tags = own if langs == languages() else langs
    found = [(lang, own[lang]) for lang in tags if lang in own]
    return found + _known_shelves(
        tuple(map(lexicon, langs)), None if wanted is None else tuple(wanted)
    )


@lru_cache(maxsize=256)
def _known_shelves(
    languages_: tuple[Lexicon, ...], wanted: tuple[str, ...] | None
) -> list[tuple[str, Index]]:
    """The indexes of what the package knows, for some languages and types."""
    topics = (
        TOPICS
        if wanted is None
        else [topic for one in wanted for topic in _TOPICS_OF.get(one, ("vocabulary",))]
    )
    return [(one.lang, index(one.lang, topic)) for topic in topics for one in languages_]


Found = Iterator[tuple[Entry, float]]


def by_text(text: str, shelves: Shelves) -> Found:
    """The names that are the text, but for case, ё, quotes, dashes and apostrophes."""
    key = fold(text)
    for _, shelf in shelves:
        for entry in shelf.exact.get(key, ()):
            yield entry, 1.0 if entry.text == text else _SURE_IF_FOLDED


def by_stems(text: str, shelves: Shelves) -> Found:
    """The names that are the text, but for endings, diacritics and the order of lists."""
    plain = bare(text)
    in_languages: dict[str, _InLanguage | None] = {}
    for lang, shelf in shelves if plain else ():
        if lang not in in_languages:
            in_languages[lang] = _in_language(text, lang) if lang in languages() else None
        words = in_languages[lang]
        alike = [*shelf.bare.get(plain, ())]
        if words is not None:
            for entry in shelf.stems.get(words.stems, ()):
                if may_be(words.words, entry):
                    yield entry, SURE_BY_STEMS
            alike += shelf.bags.get(words.bag, ())
        for entry in alike:
            if not entry.text.endswith("-"):
                yield entry, _SURE_IF_BARE


class _InLanguage(NamedTuple):
    """What a language makes of a text: its words without articles, their stems, and its bag."""

    words: list[str]
    stems: str
    bag: str


def _in_language(text: str, lang: str) -> _InLanguage:
    language, key = grammar(lang), fold(text)
    words = language.without_articles(key)
    return _InLanguage(words, " ".join(map(language.stem, words)), language.bag(key))


def by_likeness(text: str, shelves: Shelves) -> Found:
    """The names that are like the text."""
    key = fold(text)
    for _, shelf in shelves:
        for likeness, entry in shelf.near(key):
            yield entry, likeness * SURE_BY_STEMS


def candidates(found: Found, dossier: Names | None = None) -> Iterator[Candidate]:
    """The values that the names stand for."""
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
    if sure == SURE_BY_STEMS and is_small(entry.type, entry.code, entry.lang):
        return Match.SUGGESTION
    if entry.form in ("alias", "short", "proper"):
        return Match.ALIAS
    if entry.form != "nom" or sure == SURE_BY_STEMS:
        return Match.INFLECTED
    return Match.EXACT if sure == 1.0 else Match.FOLDED


def _value(type: str, code: str, dossier: Names | None) -> Any:
    if dossier is not None and type == "partner":
        return dossier.partner(code)
    if dossier is not None and type == "sector":
        _, own = dossier.own_names()
        return next((one for one in own if one.code == code), None) or Sector(code)
    return VALUES.get(type, str)(code)


def ranked(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each answer once, the surest first."""
    best: dict[tuple[str, str], Candidate] = {}
    for one in found:
        # A partner of the dossier may be one of the reference data too.
        is_partner = isinstance(one.value, Partner)
        key = ("partner", one.value.id) if is_partner else (one.type, one.code)
        known = best.get(key)
        if known is None or known.score < one.score:
            best[key] = one
    return tuple(sorted(best.values(), key=lambda one: -one.score))


def likely(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The partners whose own name it is, and not only a part of that.

    Territories that are no states, such as Guam, have a code as a unit too: they are there once.
    """
    partners = [one for one in found if one.how is not Match.NAMESAKE and one.score > _SURE]
    if not partners:
        return ()
    formal = lexicon(languages()[0]).rows("countries")
    is_territory = any(
        one.type == "country" and f"{one.code}.official" not in formal for one in partners
    )
    return tuple(one for one in partners if not (is_territory and one.type == "subdivision"))


def state_among(found: Collection[Candidate]) -> Candidate | None:
    """The state, where all answers are a state and what is in it: Belize has a district Belize."""
    states = [one for one in found if one.value.kind is PartnerKind.STATE]
    return states[0] if len(states) == 1 == len({one.country for one in found}) else None


def _is_named_after(unit: Candidate, found: Iterable[Candidate]) -> bool:
    """Whether a unit has but the name of a city that is meant too: Ankara, and its province."""
    return unit.type == "subdivision" and any(
        one.type == "city" and one.country == unit.country for one in found
    )


def as_abbreviated(text: str, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that are so written, as far as capitals go: ГУАМ is the organisation, Гуам an island.

    All of them if none is.
    """
    several = tuple(found)
    alike = (
        one for one in several if one.text == text or not (text.isupper() or one.text.isupper())
    )
    return tuple(alike) or several


def meant(text: str, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Of several answers those that are certain where a text is a name and nothing else.

    A state comes before what is in it, a name before what is also called so, unless that is in
    another country, and one that is written as the text before one with other marks.
    """
    certain = as_abbreviated(text, (one for one in found if one.is_certain))
    if certain and all(isinstance(one.value, Partner) for one in certain):
        certain = likely(certain) or certain
        if state := state_among(certain):
            return (state,)
        certain = tuple(one for one in certain if not _is_named_after(one, certain))
        if len({one.country for one in certain}) > 1:
            return certain
    names = [one for one in certain if one.how is not Match.ALIAS] or certain
    written = tidy(text).casefold()
    return tuple(one for one in names if tidy(one.text).casefold() == written) or tuple(names)
