"""Whose list it is: the side that its titles leave out, and that comes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

import attrs

from bilateral import reference
from bilateral.errors import UnknownCode
from bilateral.intake.abbreviations import IN_BRACKETS
from bilateral.intake.findings import Reading
from bilateral.intake.owners import KEEPERS, owner_above
from bilateral.intake.places import is_place_in_country, place_with_country, tells_town
from bilateral.language.lexicon import lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text
from bilateral.sectors import Sector
from bilateral.tables import languages
from bilateral.text import Phrase
from bilateral.who import check_named

__all__ = ["EXECUTIVE_KINDS", "Home", "home_of", "with_owner"]

_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Who signs for a state, beside another one that does.
_OF_STATES: dict[PartnerKind, Callable[[str], Partner]] = {
    PartnerKind.STATE: Partner.state,
    PartnerKind.GOVERNMENT: Partner.government,
}
_EXECUTIVES: dict[PartnerKind, Callable[[str], Partner]] = {
    PartnerKind.REGION: Partner.regional_government,
    PartnerKind.CITY: Partner.city_government,
}
#: What governs a place, and signs for it.
EXECUTIVE_KINDS = frozenset(
    {
        PartnerKind.CITY_EXECUTIVE,
        PartnerKind.DISTRICT_EXECUTIVE,
        PartnerKind.REGIONAL_EXECUTIVE,
    }
)

# Those who sign for a state or a town: their partners may be places.
_COUNCILS = {PartnerKind.CITY_COUNCIL, PartnerKind.REGIONAL_COUNCIL}
_FOR_TERRITORIES = EXECUTIVE_KINDS | _OF_STATES.keys() | {PartnerKind.HEAD_OF_STATE} | _COUNCILS


class Home:
    """A partner, or a country or unit by its code or name, whose list is read.

    ``lang`` is the language of the name, ``keeper`` a partner in a country that the list is of,
    if it has a title that tells it. Raises `ValidationError` and `AmbiguousText` as
    `Partner.like` does, and ``unknown-partner`` for one word that names nobody.
    """

    def __init__(self, who: Partner | str, lang: str, keeper: Partner | None = None) -> None:
        self._keeper = keeper
        try:
            self._who = _coded(who, lang) if isinstance(who, str) else who
        except ValidationError as error:
            raise ValidationError(problem.at("home") for problem in error.problems) from None
        who = self._who
        self.country: str | None = who.country if isinstance(who, Partner) else who[:2]
        own = self._own
        self._own_names = ((_with_bare_names(own),) if own else ()), tuple[Sector]()

    def own_names(self) -> tuple[tuple[Partner, ...], tuple[Sector, ...]]:
        """The partner whose list it is, so that its name is known (see `Names`)."""
        return self._own_names

    @property
    def _own(self) -> Partner | None:
        return self._who if isinstance(self._who, Partner) else self._keeper

    @property
    def keeper(self) -> Partner | None:
        """The partner that the title of the list tells."""
        return self._keeper

    def partner(self, id: str) -> Partner:
        """The partner with an id; `KeyError` if it is not the one whose list it is."""
        return {one.id: one for one in (self._own,) if one}[id]

    @property
    def is_country(self) -> bool:
        """Whether it is the list of a whole country."""
        return isinstance(self._who, str) and self._who == self.country

    @property
    def is_body(self) -> bool:
        """Whether it is the list of a body, which has to do with bodies: a port, a museum.

        Those that keep lists for a state are none.
        """
        kind = self._who.kind if isinstance(self._who, Partner) else None
        if kind is None or kind.is_territory or kind in _FOR_TERRITORIES:
            return False
        return kind is PartnerKind.ORGANISATION or kind not in KEEPERS

    def has(self, partner: Partner) -> bool:
        """Whether a partner is, or belongs to, the one whose list it is."""
        if isinstance(self._who, Partner):
            return self._who.id == partner.id
        return partner.is_of(self._who)

    def names_body(self, text: str, lang: str) -> bool:
        """Whether a text is a body that has the name of the town or unit whose list it is.

        >>> Home("Stadt Göttingen", "de").names_body("Deutsches Theater Göttingen", "de")
        True
        """
        who = self._keeper if self.is_country else self._who
        if isinstance(who, str):
            who = Partner.subdivision(who)
        if who is None or who.kind not in _EXECUTIVES:
            return False
        bare = _without_noun(who.name.marked(lang), lang)
        name, words = ({one.stem for one in Text(it, lang).words} for it in (bare, text))
        return name < words and read_party(text, lang, None).kind not in (None, *_EXECUTIVES)

    def beside(self, kind: PartnerKind | None) -> Partner | None:
        """Who signs beside a partner of a kind; `None` if that is not certain.

        >>> Home("BY", "en").beside(PartnerKind.GOVERNMENT).id
        'by-government'
        >>> Home("BY", "en").beside(PartnerKind.MINISTRY) is None
        True
        """
        if isinstance(self._who, Partner):
            return self._who
        if self._keeper and kind and kind not in _OF_STATES:
            return self._keeper
        make = _OF_STATES.get(kind) if kind and self.is_country else None
        if make is not None:
            return make(self._who)
        if kind is None or self.is_country or kind in _OF_STATES:
            return None
        unit = Partner.subdivision(self._who)
        return unit if kind.is_territory else _executive(self._who, unit, kind)


def _executive(code: str, unit: Partner, kind: PartnerKind) -> Partner | None:
    """Who governs a unit, beside a body that does so elsewhere, if somebody wrote it down."""
    govern = _EXECUTIVES.get(unit.kind) if kind in EXECUTIVE_KINDS else None
    with suppress(UnknownCode):
        return govern(code) if govern else None
    return None


def with_owner(
    title: ParsedTitle, owner: Partner, read: Callable[[str], Reading[ParsedTitle]]
) -> ParsedTitle | None:
    """A title with one side that names the ``owner`` of its list, too: between it and B for with B.

    `None` if no way to read it so is of that kind, or gives no other party.
    """
    lang = title.lang
    between, joined = (lexicon(lang).listed("reading", one)[0] for one in ("between", "and"))
    for before, behind in dict.fromkeys(_ways(title)):
        found = read(f"{before}{between} {owner.name.marked(lang)} {joined} {behind}").value
        if found is None or len(found.sides) != len(("owner", "other")):
            continue
        own, (other, *_) = found.sides
        # What an article leads to is called so only if its noun says what it is.
        is_begun = other.text in behind if other.kind else behind.startswith(other.text)
        is_name = other.text[:1].isupper() and is_begun
        # What stood in the subject was no party if there is another one behind it.
        is_whole = {*found.rest}.issubset({*title.rest, *IN_BRACKETS.findall(title.text)})
        # What the parties are may tell which kind the same word means.
        is_alike = title.kind is found.kind or title.designation == found.designation
        if [one.partner for one in own] == [owner] and is_name and is_whole and is_alike:
            whole = f"{other.text}, {found.subject}"
            if found.subject and whole in behind:
                # The name goes on behind a comma: Nanjing, Stadtbezirk Gulou.
                party = attrs.evolve(other, text=whole, kind=None, partner=None, candidates=())
                found = attrs.evolve(found, sides=(own, (party,)), subject=None)
            return attrs.evolve(found, text=title.text)
    return None


def _ways(title: ParsedTitle) -> Iterator[tuple[str, str]]:
    """What stands before and behind each place in a title where another party may begin."""
    text, words = title.text, Text(title.text, title.lang)
    firsts = {i: i + n for i, n in words.places("with").items() if i + n < len(words.words)}
    places = [(words.starts[i], words.starts[first]) for i, first in firsts.items()]
    name = title.designation or ""
    behind = text[len(name) :].lstrip()
    if name and text.startswith(name) and _begins_with_name(behind, title.lang):
        # No word leads to it: Freundschaftsvertrag Pau (Frankreich), MoU Chamber of Commerce.
        start = len(text) - len(behind)
        places = [(start, start)]
    for start, end in reversed(places):
        yield text[:start], text[end:]
        # What stands in brackets may be anything: Handan, China (ceramics, exhibitions).
        yield text[:start], _BRACKETS.sub("", text[end:])


def _begins_with_name(text: str, lang: str) -> bool:
    """Whether a place with its country stands there, or the noun of a body with a capital."""
    if place_with_country(text, lang):
        return True
    names = KnownNames(Text(text, lang), None)
    head = names.head(0, len(names.text.words)) if text[:1].isupper() else None
    return head is not None and head.kind is not None and not head.kind.is_territory


def home_of(stated: Partner | str | None, texts: Iterable[str], lang: str) -> Home | None:
    """Whose list it is: who is ``stated``, and whom the ``texts`` above it name."""
    home = None if stated is None else Home(stated, lang)
    if home and not home.is_country:
        return home
    owner = owner_above(texts, lang, home.country if home else None)
    if home and stated is not None:
        is_body = owner is not None and owner.kind is not PartnerKind.STATE
        return Home(stated, lang, owner) if is_body else home
    if owner is None:
        return None
    place = owner.country if owner.kind is PartnerKind.STATE else owner.code
    return Home(place or owner, lang, owner)


def _with_bare_names(partner: Partner) -> Partner:
    """One that is found by its name without its noun or legal form, too: Stadt Zittau, Zittau."""
    names = {lang: _with_bare_name(phrase, lang) for lang, phrase in partner.name.items()}
    return attrs.evolve(partner, name=names)


def _with_bare_name(phrase: Phrase, lang: str) -> Phrase:
    bare = _without_noun(phrase.nom, lang) if lang in languages() else phrase.nom
    return phrase if bare == phrase.nom else attrs.evolve(phrase, aliases=(*phrase.aliases, bare))


def _without_noun(name: str, lang: str) -> str:
    """The name of a place without the noun before it that says what it is: Stadt Zittau.

    That of a company is without its legal form behind it.
    """
    names = KnownNames(Text(name, lang), None)
    count = len(names.text.words)
    if count > 1 and count - 1 in names.legal_forms:
        return names.text.span(0, count - 1)
    head = names.head(0, count)
    if head is None or head.end == count or not (head.kind and head.kind.is_territory):
        return name
    return names.text.span(names.after_of(head.end, count), count)


def _coded(who: str, lang: str) -> Partner | str:
    """The partner that a code or a name means; a country and a unit by its code."""
    try:
        check_named(who, ())
    except ValidationError:
        # Gera; Zittau, Deutschland
        is_town = tells_town(who, lang) or is_place_in_country(who, lang)
        # A word alone may be a code that is not right.
        if " " not in who.strip() and not is_town and not certain(who, lang, PARTNERS):
            raise
        partner = Partner.like(who, lang, kind=PartnerKind.CITY if is_town else None)
        is_unit = partner.code is not None and partner == _unit(partner.code)
        return partner.code if is_unit and partner.code else partner
    who = reference.country_code(who) or who
    if who in reference.institutions():
        return Partner.institution(who)
    return Partner.city(who) if who in reference.cities() else who


def _unit(code: str) -> Partner:
    return Partner.subdivision(code) if "-" in code else Partner.state(code)
