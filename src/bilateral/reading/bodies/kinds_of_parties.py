"""The kinds of parties, by the nouns, legal forms and places in their names."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.attached_bodies import is_of_states, public_body_of
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import KnownNames, Span, names_state
from bilateral.reading.bodies.landmarks import Landmark, landmarks, landmarks_at
from bilateral.reading.bodies.legal_forms import TELLS_MORE, end_of_legal_form, kind_of_legal_form
from bilateral.reading.bodies.ministry_names import has_own_head, has_portfolios, ministry_named
from bilateral.reading.bodies.place_candidates import is_unit_called, places_meant
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.surroundings import TOWNS
from bilateral.reading.bodies.town_names import towns_at
from bilateral.reading.bodies.whereabouts import Whereabouts
from bilateral.reading.words import Text, within

__all__ = [
    "EXECUTIVES",
    "KindsOfParties",
    "behind_office",
    "famous_body",
    "has_noun_of_body",
    "noun_of_party",
]

# Who governs a unit; of a city and a unit that has its name, the unit has a government.
_EXECUTIVES: Final[dict[PartnerKind | None, PartnerKind]] = {
    PartnerKind.REGION: PartnerKind.REGIONAL_EXECUTIVE,
    PartnerKind.CITY: PartnerKind.CITY_EXECUTIVE,
    PartnerKind.DISTRICT: PartnerKind.DISTRICT_EXECUTIVE,
    PartnerKind.MUNICIPALITY: PartnerKind.CITY_EXECUTIVE,
}
#: The kinds of those who govern a unit.
EXECUTIVES: Final = frozenset(_EXECUTIVES.values())
_COUNCILS: Final = {
    PartnerKind.CITY: PartnerKind.CITY_COUNCIL,
    PartnerKind.REGION: PartnerKind.REGIONAL_COUNCIL,
}
# Whose deputies meet: those of a district have no kind of their own.
_ASSEMBLIES: Final[dict[PartnerKind | None, PartnerKind]] = {
    PartnerKind.CITY_EXECUTIVE: PartnerKind.CITY_COUNCIL,
    PartnerKind.DISTRICT_EXECUTIVE: PartnerKind.PUBLIC_BODY,
    PartnerKind.REGIONAL_EXECUTIVE: PartnerKind.REGIONAL_COUNCIL,
}
# What a name in quotes says better than the noun before it.
_SAID_IN_QUOTES: Final = TELLS_MORE | {PartnerKind.SPORTS_BODY}
_WIDE: Final = frozenset({PartnerKind.ASSOCIATION, PartnerKind.COMPANY})
# What legal forms say, and what some cities are called themselves: the City of London Corporation.
_FIRMS: Final = frozenset({PartnerKind.COMPANY, PartnerKind.HOLDING})


class KindsOfParties:
    """Tells of what kind the parties in one text are.

    The texts of those of which that is to be asked go into ``unknown``.
    """

    def __init__(self, names: PlacedNames, whereabouts: Whereabouts, unknown: set[str]) -> None:
        self._names = names
        self._text = names.text
        self._lang = names.lang
        self._whereabouts = whereabouts
        self._unknown = unknown

    def told(
        self, start: int, end: int, noun: Head | None, *, is_shared: bool
    ) -> PartnerKind | None:
        """The kind that the noun of a name tells, or what it is famous as."""
        famous = None if is_shared else famous_body(self._names, start, end)
        kind = self._behind_form(start, end, noun.kind if noun else None)
        if is_shared and kind is PartnerKind.HEAD_OF_STATE:
            # The Presidents of two parliaments are no heads of state.
            return None if has_noun_of_body(self._names, start, end) else kind
        return famous.kind if famous else kind

    def of_general_noun(self, noun: Head | None) -> PartnerKind | None:
        """An organisation, if the noun says no more: the Finnish Centre for Consumer Protection."""
        general = tuple(self._text.grammar.stems_of("general_body"))
        if noun is None or noun.kind is not None:
            return None
        is_it = self._text.words[noun.end - 1].stem.endswith(general)
        return PartnerKind.ORGANISATION if is_it else None

    def of_public_body(self, start: int, end: int, country: str | None) -> PartnerKind:
        """What a public body is: one of its country, or of several states."""
        if country:
            return self._department(start, end, country)
        several = is_of_states(self._names, start, end)
        return PartnerKind.INTERNATIONAL_ORG if several else PartnerKind.PUBLIC_BODY

    def _department(self, start: int, end: int, country: str) -> PartnerKind:
        """What a department is: in some countries a ministry, if it has portfolios: of Defence.

        Whether another one is the state's is to be asked.
        """
        text = self._text.span(start, end)
        names = PlacedNames(Text(text, self._lang), None)
        if is_unit_called(names, country):
            return PartnerKind.REGION
        if not has_own_head(names, country):
            return PartnerKind.PUBLIC_BODY
        if ministry_named(names, country) or has_portfolios(names, country):
            return PartnerKind.MINISTRY
        self._unknown.add(text)
        return PartnerKind.PUBLIC_BODY

    def of_body(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind of a body; what has the legal form of a company is no association."""
        start = behind_office(self._names, start, end)
        forms = self._text.grammar.words("company")
        has_form = any(
            self._text.words[i].key in forms or i in self._names.legal_forms
            for i in range(start + 1, end)
        )
        if kind in (None, PartnerKind.ASSOCIATION) and has_form:
            return PartnerKind.COMPANY
        told = _of_staff(self._names, start, end)
        if not told and kind in (None, PartnerKind.CITY_EXECUTIVE, PartnerKind.REGION):
            told = _administration(self._names, start, end)
        if kind in (None, PartnerKind.PARLIAMENT):
            told = told or _assembly(self._names, start, end)
        if kind in (None, PartnerKind.CITY_EXECUTIVE):
            told = told or public_body_of(self._names, start, end) or self._council(start, end)
        if told or kind not in (None, PartnerKind.GOVERNMENT, PartnerKind.CITY_EXECUTIVE):
            return told or kind
        return self._executive(start, end, kind)

    def _council(self, start: int, end: int) -> PartnerKind | None:
        """The kind of the council of a place that is named before its noun: Highland Council."""
        noun = self._names.first_head(start, end)
        is_it = noun is not None and noun.kind is None and noun.end == end
        if noun is None or not is_it or not self._text.grammar.words("head.last"):
            return None
        if self._text.words[noun.start].stem not in self._text.grammar.stems_of("council"):
            return None
        place = self._whereabouts.place_named(start, noun.start)
        return _COUNCILS[place] if place else None

    def _behind_form(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind that the name behind a legal form tells, where that says less than a noun.

        УО «… университет» is a university, ПАО Сбербанк a bank.
        """
        begin = end_of_legal_form(self._text, start, end) if start < end else None
        if begin is None:
            return self._in_quotes(start, end, kind)
        head = self._names.first_head(begin, end) if begin < end else None
        if head is None or head.kind is None:
            return kind or kind_of_legal_form(self._text.words[start].text, self._lang)
        return head.kind if kind not in _FIRMS or head.kind in TELLS_MORE else kind

    def _in_quotes(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind that a name in quotes right behind its noun tells: Союз «… палата».

        That of a news agency needs none: агентство Синьхуа.
        """
        noun = self._names.head(start, end)
        if noun is None or noun.end >= end:
            return kind
        if noun.kind in _WIDE and not set("«„“").isdisjoint(self._text.gap(noun.end)):
            inner = self._names.first_head(noun.end, end)
            return inner.kind if inner and inner.kind in _SAID_IN_QUOTES else kind
        behind = self._names.head(noun.end, end) if noun.kind is PartnerKind.PUBLIC_BODY else None
        is_agency = behind is not None and behind.kind is PartnerKind.NEWS_AGENCY
        return PartnerKind.NEWS_AGENCY if is_agency else kind

    def _executive(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind of a body, a government being the executive of the place that it governs."""
        noun = self._names.first_head(start, end)
        unit = self._names.first_head(noun.end, end) if noun and noun.end < end else None
        # The Northern Okrug of a city is no region that we know.
        is_known = unit is None or unit.is_state or unit.start in self._names.in_names
        if kind is None and not (noun and is_known and _is_executive(self._names, noun)):
            return None
        # The People's Government of a province: what is before its noun says nothing of the place.
        begin = noun.start if noun and noun.end < end else start
        # Nor does the state behind that: of Sichuan Province of the People's Republic of China.
        units = places_meant(self._names, begin, end)
        units = units or places_meant(self._names, begin, self._before_state(begin, end))
        places = {one.value.kind for one in units}
        if kind is PartnerKind.CITY_EXECUTIVE and PartnerKind.CITY in places:
            return kind
        famous = next(landmarks(self._text, noun.end, end), None) if noun else None
        kinds = (one.kind for one in (unit, famous) if one)
        if governed := [_EXECUTIVES[one] for one in kinds if one and one in _EXECUTIVES]:
            # That of a county in a province, народное правительство уезда; of the famous
            # Deutschsprachige Gemeinschaft Belgiens.
            return governed[0]
        told = self._governed_before(start, noun) if noun and not places else None
        if kind is PartnerKind.GOVERNMENT and not (places or told):
            of_states, of_places = self._whereabouts.adjectives(start, end)
            # Die Tiroler Regierung is none of a state.
            if of_places and not of_states:
                return PartnerKind.REGIONAL_EXECUTIVE
            if noun and noun.end < end and not of_states and not self._names_state(noun.end, end):
                # Die Regierung von Oberbayern: what that governs, nobody says.
                self._unknown.add(self._text.span(start, end))
            return kind
        usual = told if told and kind is PartnerKind.GOVERNMENT else kind
        return next((body for place, body in _EXECUTIVES.items() if place in places), usual)

    def _governed_before(self, start: int, noun: Head) -> PartnerKind | None:
        """The kind that the word right before a government tells: County, Prefectural Government.

        Some counties are units of their state's first level.
        """
        names = self._names
        if told := _told_before(names, max(start, noun.start - 1), noun.start):
            return told[0]
        unit = next((one for one in names.heads(start, noun.start) if one.end == noun.start), None)
        is_district = unit is not None and unit.kind is PartnerKind.DISTRICT
        places = places_meant(names, start, noun.start) if is_district else ()
        if any(one.value.kind is PartnerKind.REGION for one in places):
            return PartnerKind.REGIONAL_EXECUTIVE
        return _EXECUTIVES.get(unit.kind) if unit else None

    def _names_state(self, start: int, end: int) -> bool:
        """Whether a state is named somewhere among some words."""
        places = within(self._names.named, start, end)
        return any(names_state(entries) for i in places for _, entries in self._names.at[i])

    def _before_state(self, start: int, end: int) -> int:
        """The end of a name without the state behind it: the Region *of the Republic of* ..."""
        names = self._names
        firsts = ((i, names.after_of(i, end)) for i in range(start + 2, end))
        outer = ((i, first) for i, first in firsts if first not in names.in_names)
        return next((i for i, first in outer if names.is_only_state(first, end)), start)


def noun_of_party(
    names: KnownNames, start: int, end: int, case: str, head: Span | None
) -> Head | None:
    """The noun that tells what a party is: that in ``head``, which it shares, or its own."""
    if head:
        return names.first_head(*head)
    noun = names.first_head(start, end, case)
    noun = _noun_behind_unit(names, noun, start, end)
    return _noun_behind_office(names, noun, start, end)


def famous_body(names: KnownNames, start: int, end: int) -> Landmark | None:
    """The famous body that a name begins with, if the noun of another one is not behind it."""
    first = next(landmarks_at(names.text, start, end), None) if start < end else None
    if first is None or first.kind is None or any(names.heads(first.end, end)):
        return None
    return first


def has_noun_of_body(names: KnownNames, start: int, end: int) -> bool:
    """Whether a name has the noun of a body that is no state."""
    noun = names.first_head(start, end)
    return noun is not None and not noun.is_state


def _administration(names: KnownNames, start: int, end: int) -> PartnerKind | None:
    """The kind of an administration; `None` where its name says of no unit that it has.

    Администрация Ленинского района города Гродно; Львовская областная администрация.
    """
    noun = names.first_head(start, end)
    if noun is None or not _is_executive(names, noun):
        return None
    if told := _told_before(names, start, noun.start):
        return told[0]
    # The staff of an akim is that of whose he is.
    heads = [head for head in names.heads(noun.end, end) if not _is_executive(names, head)]
    units = [head for head in heads if head.start not in names.in_names]
    first = units[0] if units else None
    is_next = not heads and noun.end < end and names.text.gap(noun.end) == " "
    if is_next and any(towns_at(names.text, noun.end)):
        # Администрация Томска: a town needs no noun.
        return PartnerKind.CITY_EXECUTIVE
    if first is None or any(names.text.gap(i).strip() for i in range(noun.end, first.start + 1)):
        return None
    is_of_town = any(head.kind in TOWNS for head in units[1:])
    is_prefecture = noun.kind is PartnerKind.REGION and first.start > noun.end
    if first.kind is PartnerKind.REGION and (is_of_town or is_prefecture):
        # The Northern Okrug of a city is no region; it has a prefecture.
        return PartnerKind.DISTRICT_EXECUTIVE if is_prefecture else None
    return _EXECUTIVES.get(first.kind)


def _of_staff(names: KnownNames, start: int, end: int) -> PartnerKind | None:
    """The kind of the executive whose staff is named: Kanzlei des Marschalls, аппарат губернатора.

    A governor is of a unit; where another noun follows, as that of a bank, of that body.
    """
    text, noun = names.text, names.first_head(start, end)
    if noun is None or text.words[noun.start].stem not in text.grammar.stems_of("staff"):
        return None
    begin = names.after_of(noun.end, end)
    whose = names.head(begin, end) if begin < end else None
    is_its = whose is not None and behind_office(names, begin, end) == begin
    return whose.kind if whose and is_its and whose.kind in EXECUTIVES else None


def _assembly(names: KnownNames, start: int, end: int) -> PartnerKind | None:
    """The kind of the deputies of a unit, by its noun: районный Совет депутатов, Дума города."""
    words = names.text.grammar
    meeting, council, deputies = map(words.stems_of, ("assembly", "council", "deputies"))
    pairs = pairwise([*(word.stem for word in names.text.words[start:end]), ""])
    are_they = (one in meeting or (one in council and after in deputies) for one, after in pairs)
    at = next((i for i, is_it in enumerate(are_they, start) if is_it), None)
    if at is None:
        return None
    told = _told_before(names, start, at)
    if len(told) < len([*names.heads(start, at)]):
        # A commission of theirs is none.
        return None
    heads = [one for one in names.heads(at + 1, end) if one.kind]
    # Собрание муниципальных образований.
    plural = words.words("ending.plural_adjective")
    if heads and names.text.words[heads[0].start].key.endswith(plural):
        heads = []
    units = (_EXECUTIVES.get(one.kind) for one in heads)
    return _ASSEMBLIES.get(next(chain(told, units), None))


def _told_before(names: KnownNames, start: int, end: int) -> list[PartnerKind]:
    """The kinds of executives that words before a noun tell: районный, областной."""
    grammar = names.text.grammar
    kinds = {grammar.stem(word): kind for word, kind in grammar.pairs("executive.attribute")}
    stems = (word.stem for word in names.text.words[start:end])
    return [PartnerKind(kinds[stem]) for stem in stems if stem in kinds]


def _is_executive(names: KnownNames, noun: Head) -> bool:
    return names.text.words[noun.start].stem in names.text.grammar.stems_of("executive")


def _noun_behind_unit(names: KnownNames, noun: Head | None, start: int, end: int) -> Head | None:
    """The noun of a body instead of a unit's before it, in a language where the last one counts.

    Where the last word is not understood, neither is the body: Lahti Region Consortium.
    """
    text = names.text
    if noun is None or noun.kind is None or not text.grammar.words("head.last"):
        return noun
    if not noun.kind.is_territory or noun.is_state or noun.end >= end:
        return noun
    last = next((one for one in names.heads(noun.end, end) if one.end == end), None)
    if last and last.kind is PartnerKind.GOVERNMENT:
        return last._replace(kind=_EXECUTIVES.get(noun.kind))
    if last and last.kind not in _FIRMS:
        return noun if last.kind is None or last.kind.is_territory else last
    is_inner = (
        noun.start > start
        and text.gap(noun.end) == " "
        and text.words[noun.end].is_capitalised
        and not (text.is_small(noun.end) or names.at[noun.end])
    )
    return noun._replace(kind=None) if is_inner else noun


def _noun_behind_office(names: KnownNames, noun: Head | None, start: int, end: int) -> Head | None:
    """The noun of the body of which somebody holds an office: the President *of the Senate*."""
    begin = behind_office(names, start, end)
    return noun if begin == start else names.first_head(begin, end)


def behind_office(names: KnownNames, start: int, end: int, role: str = "office") -> int:
    """Where the body is named of which somebody holds an office; ``start`` if that is a place.

    The ``role`` ``offices`` is that of words for several who do.
    """
    first = start + names.text.role(start, role, end)
    begin = names.after_of(first, end)
    # President University is none, where such a word is needed.
    is_of = first < begin or not names.text.grammar.words("of")
    inner = names.first_head(begin, end) if is_of and start < first and begin < end else None
    is_place = inner is None or (inner.kind is not None and inner.kind.is_territory)
    return start if is_place or names.is_only_state(begin, end) else begin
