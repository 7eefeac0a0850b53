"""Who can be party to an agreement: states, territories, and bodies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, cast

import attrs

from bilateral.coercion import (
    Checked,
    Rejected,
    hard,
    instance,
    member,
    optional_text,
    soft,
    soft_tuple,
    text,
)
from bilateral.display import View
from bilateral.errors import UnknownCode
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import Identifier, id_problems, identifiers, repeated
from bilateral.literals import Lang, NameForm, PartnerKindCode, PortfolioCode
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.territory_codes import country_problems, is_iso_code, territory_code_problems
from bilateral.text import Phrase, Phrases, phrases
from bilateral.vocabulary import CodedEnum

__all__ = ["Partner", "PartnerKind", "Side", "Who"]


class PartnerKind(CodedEnum):
    """The kind of a partner: a state, a territory within one, or a body.

    >>> PartnerKind("city_executive").label("en")
    'city administration'
    """

    STATE = "state"
    GOVERNMENT = "government"
    HEAD_OF_STATE = "head_of_state"
    MINISTRY = "ministry"
    STATE_COMMITTEE = "state_committee"
    PUBLIC_BODY = "public_body"
    PARLIAMENT = "parliament"
    REGION = "region"
    REGIONAL_EXECUTIVE = "regional_executive"
    REGIONAL_COUNCIL = "regional_council"
    CITY = "city"
    CITY_EXECUTIVE = "city_executive"
    CITY_COUNCIL = "city_council"
    DISTRICT = "district"
    DISTRICT_EXECUTIVE = "district_executive"
    MUNICIPALITY = "municipality"
    UNIVERSITY = "university"
    SCHOOL = "school"
    RESEARCH_INSTITUTE = "research_institute"
    ACADEMY = "academy"
    CHAMBER = "chamber"
    COMPANY = "company"
    HOLDING = "holding"
    BANK = "bank"
    EXCHANGE = "exchange"
    NEWS_AGENCY = "news_agency"
    BROADCASTER = "broadcaster"
    HOSPITAL = "hospital"
    MUSEUM = "museum"
    THEATRE = "theatre"
    SPORTS_BODY = "sports_body"
    ASSOCIATION = "association"
    JOINT_BODY = "joint_body"
    INTERNATIONAL_ORG = "international_org"
    DIPLOMATIC_MISSION = "diplomatic_mission"
    #: A body of which nobody has said what it is.
    ORGANISATION = "organisation"

    @property
    def is_territory(self) -> bool:
        """True if such a partner is a piece of land with its people, not a body."""
        return self in _TERRITORIES

    @property
    def has_country(self) -> bool:
        """True if such a partner belongs to one country, and not to several or to none.

        >>> PartnerKind.UNIVERSITY.has_country, PartnerKind.INTERNATIONAL_ORG.has_country
        (True, False)
        """
        return self not in _WITHOUT_COUNTRY


_TERRITORIES = frozenset(
    {
        PartnerKind.STATE,
        PartnerKind.REGION,
        PartnerKind.CITY,
        PartnerKind.DISTRICT,
        PartnerKind.MUNICIPALITY,
    }
)
# Bodies that belong to several countries or to none.
_WITHOUT_COUNTRY = frozenset({PartnerKind.INTERNATIONAL_ORG, PartnerKind.JOINT_BODY})


# The lengths of a country's longer codes (BLR, 112, SUHH).
_LONG_CODES = (3, 4)
# Those that say where a partner is.
_PLACE_FIELDS = frozenset({"kind", "country", "code", "governs", "part_of"})


def _kind(value: PartnerKind | PartnerKindCode) -> PartnerKind:
    return member(PartnerKind, "unknown-partner-kind", value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Partner(Checked):
    """Someone who can be party to an agreement.

    A territory has a ``code`` (ISO 3166-1 or 3166-2) if there is one. A body ``governs`` a
    territory (an ISO code, or the id of a partner that is a territory) and may be
    ``part_of`` another body (its id). ``country`` is an ISO 3166-1 alpha-2 code (those of three
    letters or digits are turned into it); it follows from the other codes where it is not given.
    Countries of the past have their code of ISO 3166-3 (SU; CSHH where the two letters have had
    several meanings). International organisations and joint bodies have no country.

    Raises `ValidationError`: ``invalid-id``, ``unknown-country``, ``unknown-subdivision``,
    ``country-mismatch``, ``no-country``, ``not-a-territory``, ``governs-itself``.

    >>> minsk = Partner.city_government("BY-HM")
    >>> minsk.label("en")
    'Minsk City Executive Committee'
    >>> minsk.governs, minsk.country
    ('BY-HM', 'BY')
    >>> Partner("acme", "company", {"en": "ACME Ltd"}, country="DE").kind.label("de")
    'Unternehmen'
    """

    id: str = attrs.field(converter=text)
    kind: PartnerKind = attrs.field(converter=_kind)
    name: Phrases = attrs.field(converter=phrases)
    country: str | None = attrs.field(
        default=None, converter=optional_text, kw_only=True, metadata={"codes": "countries"}
    )
    code: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    governs: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    part_of: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=identifiers, kw_only=True
    )
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        problems = id_problems(self.id)
        self._shorten({"country", "code"}.difference(wrong))
        if _PLACE_FIELDS.isdisjoint(wrong):
            self._infer_country()
            problems += [*self._code_problems(), *self._place_problems()]
        elif "country" not in wrong and self.country is not None:
            problems += country_problems("country", self.country)
        return problems

    def _shorten(self, names: Iterable[str]) -> None:
        """Put the short codes of countries in the place of their longer ones."""
        for name in names:
            code = getattr(self, name)
            if code is not None and len(code) in _LONG_CODES:
                from bilateral import reference

                object.__setattr__(self, name, reference.country_code(code) or code)

    def _infer_country(self) -> None:
        if self.country is None:
            code = self.code or (self.governs if is_iso_code(self.governs) else None)
            if code:
                object.__setattr__(self, "country", code.partition("-")[0])

    def _code_problems(self) -> Iterator[Problem]:
        if self.country is None and self.kind.has_country:
            yield Problem("no-country", ("country",), None)
        if self.country is not None:
            yield from country_problems("country", self.country)
        codes = [("code", self.code)]
        if is_iso_code(self.governs):
            codes.append(("governs", self.governs))
        for name, code in codes:
            if code is not None:
                yield from territory_code_problems(name, code, self.country)

    def _place_problems(self) -> Iterator[Problem]:
        if self.code is not None and not self.kind.is_territory:
            yield Problem("not-a-territory", ("code",), self.code, details={"kind": self.kind})
        if self.governs is not None and self.kind.is_territory:
            yield Problem("territory-governs", ("governs",), self.governs)
        for name in ("governs", "part_of"):
            value = getattr(self, name)
            if value is None or (name == "governs" and is_iso_code(value)):
                continue
            if value == self.id:
                yield Problem("cycle", (name,), value)
            else:
                yield from (attrs.evolve(p, path=(name,)) for p in id_problems(value))

    @classmethod
    def state(cls, code: str) -> Partner:
        """A state by its ``code`` of ISO 3166-1 (BY, BLR or 112), with its official name.

        One of the past by its code of ISO 3166-3 (SU, SUN, SUHH or 810; CSHH). XK, Kosovo, is
        a user-assigned code. Raises `UnknownCode`, with the code that may be meant.

        >>> Partner.state("BY").label("de")
        'Republik Belarus'
        >>> Partner.state("SU").label("en", "short")
        'USSR'
        >>> Partner.state("Belarus")
        Traceback (most recent call last):
        bilateral.errors.UnknownCode: 'Belarus' is not a code of ISO 3166-1; did you mean 'BY'?
        """
        from bilateral.reference import partners as known

        return _made(known.state, known.country_of(code))

    @classmethod
    def subdivision(cls, code: str) -> Partner:
        """A first-level unit of a state by its ISO 3166-2 ``code``.

        Raises `UnknownCode`, with the code that may be meant.

        >>> Partner.subdivision("BY-VI").label("ru", "gen")
        'Витебской области'
        """
        from bilateral.reference import partners as known

        return _made(known.subdivision, known.unit_of(code))

    @classmethod
    def city(cls, key: str) -> Partner:
        """A city by its ``key``: its id in the reference data, or the ISO 3166-2 code of some.

        One that is a unit of ISO 3166-2 is the partner that `subdivision` returns, whichever of
        the two is given. Raises `UnknownCode`, with the id that may be meant.

        >>> Partner.city("by-grodno").label("de")
        'Grodno'
        >>> Partner.city("kz-astana").id, Partner.city("KZ-71").label("ru", "ins")
        ('kz-71', 'Астаной')
        >>> Partner.city("Lida")
        Traceback (most recent call last):
        bilateral.errors.UnknownCode: 'Lida' is not a code of the cities; did you mean 'by-lida'?
        """
        from bilateral.reference import partners as known

        key = known.city_of(key)
        return _made(known.subdivision if is_iso_code(key) else known.city, key)

    @classmethod
    def government(cls, code: str) -> Partner:
        """The government of a state by the state's ``code`` of ISO 3166-1.

        One that the reference data do not have is named after the state. Raises `UnknownCode`.

        >>> Partner.government("BY").kind
        <PartnerKind.GOVERNMENT: 'government'>
        >>> Partner.government("TR").label("ru", "ins")
        'Правительством Турецкой Республики'
        """
        return _governing(code, PartnerKind.GOVERNMENT)

    @classmethod
    def city_government(cls, code: str) -> Partner:
        """The executive of a city by the city's ISO 3166-2 ``code``; errors as `subdivision`.

        >>> Partner.city_government("KZ-71").label("ru", "ins")
        'акиматом города Астаны'
        """
        return _governing(code, PartnerKind.CITY_EXECUTIVE)

    @classmethod
    def regional_government(cls, code: str) -> Partner:
        """The executive of a region by the region's ISO 3166-2 ``code``; errors as `subdivision`.

        >>> Partner.regional_government("KZ-19").label("en")
        'Akimat of Almaty Region'
        """
        return _governing(code, PartnerKind.REGIONAL_EXECUTIVE)

    @classmethod
    def competent_authority(
        cls, country: str, kind: PartnerKind | PartnerKindCode | None = None
    ) -> Partner:
        """A body of which only its ``country`` and ``kind`` are known: the competent ministry.

        ``country`` is any code of ISO 3166-1, ``kind`` one of a body that belongs to a country;
        without a kind it is the competent authority. The name is made from the tables, which
        ``Phrase.derived`` tells. Raises `UnknownCode`; `ValidationError`
        (``unknown-partner-kind``).

        >>> authority = Partner.competent_authority("BY", "ministry")
        >>> authority.id, authority.label("en")
        ('by-competent-ministry', 'competent ministry of the Republic of Belarus')
        >>> authority.label("ru", "ins")
        'компетентным министерством Республики Беларусь'
        >>> Partner.competent_authority("DE").label("de")
        'zuständige Behörde der Bundesrepublik Deutschland'
        """
        from bilateral.reference.partners import country_of

        return _competent(country_of(country), None if kind is None else hard(_kind(kind)))

    @classmethod
    def organisation(cls, code: str) -> Partner:
        """An international organisation by its id or abbreviation.

        ``code`` may be that of any language, in any case: ЕАЭС, EAWU, eaeu. Raises `UnknownCode`,
        with the id that may be meant, or with all of an abbreviation that several have.

        >>> Partner.organisation("ЕАЭС") is Partner.organisation("EAWU")
        True
        >>> Partner.organisation("EAEU").label("ru", "gen")
        'Евразийского экономического союза'
        >>> Partner.organisation("EAUE")
        Traceback (most recent call last):
        bilateral.errors.UnknownCode: 'EAUE' is not a code of organisations; did you mean 'eaeu'?
        """
        from bilateral.reference.organisations import organisation_of

        return Partner.institution(organisation_of(code))

    @classmethod
    def ministry(
        cls, country: str, portfolio: PortfolioCode, *portfolios: PortfolioCode
    ) -> Partner:
        """The ministry, or state committee, of a state that is in charge of a portfolio.

        ``country`` is any code of ISO 3166-1; ``portfolio`` and further ``portfolios`` are codes
        of the reference data, such as ``energy``. The answer is the body of the reference data
        with just these portfolios, else the only one that has them among others. Where they have
        none, a name is made by rule in the style of the state; the phrase's ``derived`` says so.
        Raises `UnknownCode`, with the code that may be meant.

        >>> Partner.ministry("KZ", "trade").label("en")
        'Ministry of Trade and Integration of the Republic of Kazakhstan'
        >>> oman = Partner.ministry("OM", "industry", "trade")
        >>> oman.id
        'om-ministry-of-industry-and-trade'
        >>> oman.label("ru", "ins")
        'Министерством промышленности и торговли Султаната Оман'
        >>> "nom" in oman.phrase("ru").derived
        True
        """
        from bilateral.reference import ministries as known
        from bilateral.reference.partners import country_of

        state, codes = country_of(country), known.portfolios_of((portfolio, *portfolios))
        body = known.body_in_charge(state, codes)
        return Partner.institution(body) if body else _composed_ministry(state, codes)

    @classmethod
    def institution(cls, id: str) -> Partner:
        """A public body or organisation of the reference data by its ``id``.

        Errors as `subdivision`.

        >>> Partner.institution("by-ministry-of-industry").label("ru", "ins")
        'Министерством промышленности Республики Беларусь'
        """
        from bilateral.reference import partners as known

        return _made(known.institution, known.institution_of(id))

    @classmethod
    def like(
        cls,
        text: str,
        lang: Lang,
        *,
        country: str | None = None,
        kind: PartnerKind | PartnerKindCode | None = None,
        id: str | None = None,
    ) -> Partner:
        """A partner from its name as somebody wrote it.

        ``text`` is the name, ``lang`` its language; an article before it and another case than
        the nominative do not matter. What the reference data certainly know by that name is the
        answer, and a ministry that is named after portfolios has its name in all languages. For
        others a partner is made with this one name: the kind follows from its head noun, the
        country from a state or place in it, the id from both, in ASCII letters. ``country`` (any
        code of ISO 3166-1), ``kind`` and ``id`` go before what the name tells.

        Before the noun of a body an adjective tells the country, too (Belarusian State
        University). A hint, which the error has, is what may mean another one: a city with a
        namesake abroad (Georgetown University), a place in the name of a firm, an adjective
        beside a place in another country (the German Institute in Istanbul).

        Raises `ValidationError` with all that the name does not tell for certain
        (``no-country``, ``no-kind``); `AmbiguousText` where several known partners are called
        so, with their ids; `UnknownCode`, `UnknownLanguage`.

        >>> Partner.like("Министерством торговли Республики Казахстан", "ru").label("de")
        'Ministerium für Handel der Republik Kasachstan'
        >>> court = Partner.like("Верховный суд Монголии", "ru")
        >>> court.id, court.kind, court.label("ru", "ins")
        ('mn-supreme-court', <PartnerKind.PUBLIC_BODY: 'public_body'>, 'Верховным судом Монголии')
        >>> Partner.like("ACME Ltd", "en", country="GB").kind
        <PartnerKind.COMPANY: 'company'>
        """
        from bilateral.reading.partner_names import partner_like

        wanted = None if kind is None else hard(_kind(kind))
        return partner_like(text, lang, country=country, kind=wanted, id=id)

    def phrase(self, lang: Lang) -> Phrase | None:
        """The name in ``lang`` with its forms, if it is known in that language.

        Forms that are not recorded are there if they follow for certain from the wording of the
        name; ``derived`` of the phrase lists those.

        >>> Partner("x", "ministry", {"en": "Ministry of Trade"}, country="UZ").phrase("en")
        Phrase('Ministry of Trade', article=True, derived=['article'])
        """
        from bilateral.language.completion import complete

        phrase = self.name.best(lang)
        return phrase and complete(phrase, lang, self.kind.value)

    def label(self, lang: Lang, form: NameForm = "nom") -> str:
        """The name in ``lang`` in a grammatical form.

        ``form`` is a case (nom, gen, dat, acc, ins, loc), ``short``, ``plural`` or ``adj``.
        Raises `MissingForm` where the name has no such form, or none in that language;
        `UnknownLanguage` where nothing is known of the language; `ValidationError`
        (``unknown-form``).

        >>> Partner.state("KZ").label("de", "gen")
        'Republik Kasachstan'
        """
        from bilateral.language.lexicon import label_or_raise

        return label_or_raise(self.phrase(lang), self.id, lang, form)

    def _shown(self, field: str, view: View) -> object:
        from bilateral.language.lexicon import lexicon

        name = lexicon(view.lang).phrase("countries", self.country or "")
        if field == "country" and name:
            return f"{name.nom} [{self.country}]"
        return super()._shown(field, view)

    def is_of(self, who: Who) -> bool:
        """True if the partner is, or belongs to, ``who``.

        ``who`` is a partner, a partner's id, a country's code (ISO 3166-1) or a unit's code
        (ISO 3166-2); a side stands for any of its partners.

        >>> Partner.city_government("BY-HM").is_of("BY")
        True
        """
        if isinstance(who, Partner):
            return self.id == who.id
        if isinstance(who, Side):
            return any(self.is_of(partner) for partner in who)
        if not isinstance(who, str):
            return False
        mine = (self.id, self.country, self.code, self.governs)
        if who in mine or len(who) not in _LONG_CODES:
            return who in mine
        from bilateral import reference

        return (reference.country_code(who) or who) in mine


@cache
def _made(arguments: Callable[[str], Mapping[str, Any]], code: str) -> Partner:
    """The partner of the reference data with a code, always the same object."""
    return Partner(**arguments(code))


def _governing(code: str, kind: PartnerKind) -> Partner:
    from bilateral.reference import partners as known

    code = (known.country_of if kind is PartnerKind.GOVERNMENT else known.unit_of)(code)
    body = known.body_of(code, kind.value)
    return Partner.institution(body) if body else _named_after_state(code, kind)


@cache
def _competent(code: str, kind: PartnerKind | None) -> Partner:
    from bilateral.reference.partners import competent_authority

    if kind is not None and (kind.is_territory or kind in _WITHOUT_COUNTRY):
        raise UnknownCode("the kinds of bodies of a country", kind.value)
    return Partner(**competent_authority(code, None if kind is None else kind.value))


@cache
def _composed_ministry(country: str, portfolios: tuple[str, ...]) -> Partner:
    from bilateral.reference.ministries import composed_ministry

    return Partner(**composed_ministry(country, portfolios))


@cache
def _named_after_state(code: str, kind: PartnerKind) -> Partner:
    from bilateral.reference.partners import named_after_state

    return Partner(**named_after_state(code, kind.value))


def _partner(value: object) -> Partner:
    if isinstance(value, str) and (maker := _maker(value)):
        raise ValidationError([attrs.evolve(wrong_type_problem("Partner", value), hint=maker)])
    return instance(Partner, value)


def _maker(code: str) -> str | None:
    """How to write the partner that a code may stand for; whether it does, nobody can know."""
    from bilateral import reference

    tables = {"state": reference.countries(), "subdivision": reference.subdivisions()}
    found = (f'Partner.{name}("{code}")' for name, table in tables.items() if code in table)
    return next(found, None)


def partners(values: Iterable[Partner]) -> tuple[Partner, ...]:
    """Converter for a field of partners."""
    return soft_tuple(_partner, values)


def partner(value: Partner) -> Partner:
    """Converter for a field that holds a partner."""
    return soft(_partner, value)


def optional_partner(value: Partner | None) -> Partner | None:
    """Converter for a field that may hold a partner."""
    return None if value is None else soft(_partner, value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Side(Checked):
    """One of the two sides of an agreement: one partner or several, in their order.

    Raises `ValidationError`: ``no-partner``, ``duplicate-partner``.

    >>> side = Side([Partner.state("BY"), Partner.government("BY")])
    >>> len(side)
    2
    """

    partners: tuple[Partner, ...] = attrs.field(converter=partners)

    __shorthand__ = "partners"

    def __attrs_post_init__(self) -> None:
        # Seen from outside, a side is the list of its partners: that is not in the paths.
        value: Any = self.partners
        problems = value.problems if type(value) is Rejected else self._problems(())
        if problems or type(value) is Rejected:
            raise ValidationError(problems)

    def _problems(self, _: Collection[str]) -> list[Problem]:
        return duplicate_partners(self.partners) if self.partners else [Problem("no-partner")]

    def __iter__(self) -> Iterator[Partner]:
        return iter(self.partners)

    def __len__(self) -> int:
        return len(self.partners)

    def __contains__(self, partner: object) -> bool:
        return partner in self.partners

    def is_of(self, who: Who) -> bool:
        """True if one of the partners is, or belongs to, ``who`` (see `Partner.is_of`)."""
        if isinstance(who, Side):
            return any(self.is_of(partner) for partner in who)
        return any(partner.is_of(who) for partner in self.partners)


#: Somebody as a question names them: a partner, a side, a partner's id, or the code of a country
#: (ISO 3166-1) or unit (ISO 3166-2).
Who = Partner | Side | str


def duplicate_partners(members: tuple[Partner, ...]) -> list[Problem]:
    """The problems of duplicate partners in a list."""
    return [
        Problem("duplicate-partner", (index,), code)
        for index, code in repeated(one.id for one in members)
    ]


def _side(value: object) -> Side:
    if isinstance(value, Side):
        return value
    if isinstance(value, Partner):
        return Side((value,))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return Side(cast("Iterable[Partner]", value))
    return Side((_partner(value),))


def sides(values: Iterable[Side | Partner | Iterable[Partner]]) -> tuple[Side, Side]:
    """Converter for the two sides of an agreement."""
    result: Any = soft_tuple(_side, values)
    if type(result) is Rejected and isinstance(values, (list, tuple)) and len(values) != 2:  # noqa: PLR2004
        result = Rejected([Problem("two-sides", (), len(values)), *result.problems])
    return result  # type: ignore[no-any-return]
