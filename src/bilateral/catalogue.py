"""Everything that is built in, as values: ``known``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final, Literal, TypeVar, overload

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.display import Table, View
from bilateral.errors import UnknownCode
from bilateral.events import EventKind
from bilateral.instruments import AgreementKind
from bilateral.language.lexicon import lexicon
from bilateral.listings import Listing, listed_as
from bilateral.literals import Lang, PortfolioCode
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reference.partners import country_of
from bilateral.sectors import Sector
from bilateral.tables import resolve

__all__ = ["LISTS", "KnownPartners", "KnownValues", "code_of", "known", "name_of"]

#: The lists of partners.
KnownPartners = Literal[
    "bodies", "cities", "countries", "ministries", "organisations", "partners", "subdivisions"
]
_SCHEME: Final = "the lists of what is built in"
T_co = TypeVar("T_co", covariant=True)


class KnownValues(Listing[T_co]):
    """Built-in values: a tuple that shows itself as a table of names and codes.

    >>> known("kinds")[:2]
    (<AgreementKind.TREATY: 'treaty'>, <AgreementKind.CONVENTION: 'convention'>)
    """

    __slots__ = ()

    _kind = object

    def _facts(self, view: View) -> Iterable[Table]:
        values: tuple[Any, ...] = tuple(self)
        kind: type = values[0].__class__ if values else object
        header = [view.word("name"), view.word("code")]
        rows: Iterable[tuple[object, ...]]
        if kind is Partner:
            header += [view.word("country"), view.name_of(Partner, "kind")]
            rows = ((one, one.id, one.country, one.kind) for one in values)
        else:
            rows = ((name_of(value, view.lang), code_of(value)) for value in values)
        return [Table(view.word(_NOUNS[kind]), len(self), header, rows)]


#: What the values of a list are called, by their class.
_NOUNS: Final[Mapping[type, str]] = {
    AgreementKind: "agreement_kinds",
    EventKind: "event_kinds",
    Partner: "partners",
    PartnerKind: "partner_kinds",
    Sector: "sectors_of_cooperation",
    str: "portfolios",
    object: "nothing",
}


@overload
def known(what: Literal["kinds"], *, lang: Lang | None = None) -> KnownValues[AgreementKind]: ...
@overload
def known(what: Literal["events"], *, lang: Lang | None = None) -> KnownValues[EventKind]: ...
@overload
def known(
    what: Literal["partner_kinds"], *, lang: Lang | None = None
) -> KnownValues[PartnerKind]: ...
@overload
def known(
    what: Literal["portfolios"], *, lang: Lang | None = None
) -> KnownValues[PortfolioCode]: ...
@overload
def known(what: Literal["sectors"], *, lang: Lang | None = None) -> KnownValues[Sector]: ...
@overload
def known(
    what: KnownPartners, *, country: str | None = None, lang: Lang | None = None
) -> KnownValues[Partner]: ...
def known(what: str, *, country: str | None = None, lang: Lang | None = None) -> KnownValues[Any]:
    """List everything built in of one sort, as the library's own values.

    ``what`` is ``kinds`` (of documents), ``events``, ``sectors``, ``portfolios`` (codes),
    ``partner_kinds``, or a list of partners: ``countries`` (those of today), ``subdivisions``,
    ``cities``, ``ministries``, ``organisations``, ``bodies`` (all that are no territories, with
    the ministries) and ``partners`` (all of these). ``country``, any code of ISO 3166-1,
    restricts the partners to those of one country. They come in the order of the tables, with
    ``lang`` in that of their names in that language.

    Bodies and units that are no more are left out. Raises `UnknownCode` for a list that there is
    not, with the one that may be meant, and for ``country`` where it restricts nothing;
    `UnknownLanguage`.

    >>> known("kinds")[0]
    <AgreementKind.TREATY: 'treaty'>
    >>> [body.id for body in known("ministries", country="UZ")][:1]
    ['uz-ministry-of-agriculture']
    >>> [city.label("ru") for city in known("cities", country="LV", lang="ru")][:2]
    ['Валмиера', 'Вентспилс']
    >>> known("sector")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bilateral.errors.UnknownCode: 'sector' is not a code of ...; did you mean 'sectors'?
    """
    if not isinstance(what, str):
        raise ValidationError([wrong_type_problem("text", what).at("what")])
    if what not in LISTS:
        raise UnknownCode(_SCHEME, what, unknown("", what, LISTS).hint)
    if country is not None and what in _VALUES:
        raise UnknownCode("the lists of partners, which alone are by country", what)
    home = None if country is None else country_of(country)
    values: Iterable[Any]
    values = _VALUES[what]() if what in _VALUES else _PARTNERS[what](home)
    ordered = values if lang is None else sorted(values, key=_by_name(lang))
    answer: type[KnownValues[Any]] = KnownValues
    return listed_as(answer, tuple(ordered))


def _by_name(lang: Lang) -> Callable[[Any], str]:
    """The name in a language by which a value is sorted."""
    language = resolve(lang)
    return lambda value: name_of(value, language).casefold().replace("ё", "е")


def name_of(value: Any, lang: str) -> str:
    """The name of a built-in value in a language; nothing where it has none.

    What has no names of its own is a portfolio.

    >>> name_of("agriculture", "de")
    'Landwirtschaft'
    """
    if not hasattr(value, "phrase"):
        return lexicon(lang).rows("portfolios").get(value, {}).get("nom", "")
    phrase = value.phrase(lang)
    return phrase.nom if phrase else ""


def code_of(value: Any) -> str:
    """The code of a built-in value, or the id of a body.

    >>> code_of(known("kinds")[0]), code_of(known("ministries", country="UZ")[0])
    ('treaty', 'uz-ministry-of-agriculture')
    """
    return str(getattr(value, "code", value) if not isinstance(value, Partner) else value.id)


def _countries(home: str | None) -> Iterable[Partner]:
    former = reference.former_countries()
    codes = (code for code in reference.countries() if code not in former)
    return (Partner.state(code) for code in codes if home in (None, code))


def _subdivisions(home: str | None) -> Iterable[Partner]:
    for code, row in reference.subdivisions().items():
        if row["current"] == "yes" and home in (None, code[:2]):
            yield Partner.subdivision(code)


def _cities(home: str | None) -> Iterable[Partner]:
    for key, row in reference.cities().items():
        if home in (None, row["country"]):
            yield Partner.city(key)


def _bodies(home: str | None, *kinds: str) -> Iterable[Partner]:
    for key, row in reference.institutions().items():
        is_sought = home in (None, row.get("country")) and (not kinds or row["kind"] in kinds)
        if is_sought and "until" not in row:
            yield Partner.institution(key)


def _all(home: str | None) -> Iterable[Partner]:
    lists = (_countries(home), _subdivisions(home), _cities(home), _bodies(home))
    # Some cities are units, too.
    return dict.fromkeys(chain.from_iterable(lists))


_VALUES: Final[Mapping[str, Callable[[], Iterable[Any]]]] = {
    "events": lambda: EventKind,
    "kinds": lambda: AgreementKind,
    "partner_kinds": lambda: PartnerKind,
    "portfolios": reference.portfolios,
    "sectors": lambda: map(Sector, reference.sectors()),
}
_PARTNERS: Final[Mapping[str, Callable[[str | None], Iterable[Partner]]]] = {
    "bodies": _bodies,
    "cities": _cities,
    "countries": _countries,
    "ministries": lambda home: _bodies(home, "ministry", "state_committee"),
    "organisations": lambda home: _bodies(home, "international_org"),
    "partners": _all,
    "subdivisions": _subdivisions,
}
#: The names of all lists.
LISTS: Final = (*_VALUES, *_PARTNERS)
