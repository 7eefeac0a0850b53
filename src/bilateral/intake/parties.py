"""The parties in titles and cells of a list, as partners: one for all its spellings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

import attrs

from bilateral.intake.abbreviations import (
    BRACKET,
    Abbreviations,
    are_initials,
    explained,
    is_abbreviation,
    is_short_name,
    short_names_of,
)
from bilateral.intake.findings import Reading
from bilateral.intake.party_cells import PartyCells, district_in_town, is_in_tables, party_by_name
from bilateral.intake.places import (
    Placed,
    is_body_in_town,
    is_town,
    place_behind,
    tells_town,
    town_alone,
    with_units_in_full,
)
from bilateral.intake.questions import Answers, topic_of
from bilateral.intake.shared_heads import shared_name
from bilateral.intake.shared_names import SharedNames
from bilateral.intake.spellings import Spelling, Who, Written
from bilateral.intake.told_places import ToldPlaces
from bilateral.intake.units_of_bodies import may_be_two, without_own_name
from bilateral.language.folding import fold, grammar, tidy
from bilateral.partners import Partner, PartnerKind, Side
from bilateral.problems import Problem, ValidationError
from bilateral.reading.bodies.landmarks import landmarks
from bilateral.reading.candidates import PARTNERS, Match
from bilateral.reading.finding import certain, find
from bilateral.reading.names import Names
from bilateral.reading.parties import Party
from bilateral.reading.partner_names import partner_of, usual_partner
from bilateral.reading.subjects import sectors_about
from bilateral.reading.words import Text
from bilateral.reference.territories import country_of_sign, lies_in, succeeding

__all__ = ["Spellings"]

# A name and the sign of its country: in brackets, or behind a stroke.
_SIGNED = re.compile(r"(?P<name>[^/(]+?)\s*(?:\(\s*(?=[^()]+\))|/)(?P<sign>[^()/]+?)\s*\)?")
_STATE_BEHIND = re.compile(r"[,(]\s*([^,()]*[^\W\d_])[.)]*\Z")
# What every town has.
_LOCAL = frozenset(
    {
        PartnerKind.CHAMBER,
        PartnerKind.CITY_COUNCIL,
        PartnerKind.CITY_EXECUTIVE,
        PartnerKind.PUBLIC_BODY,
        PartnerKind.REGIONAL_EXECUTIVE,
    }
)
# The problems of a name as those of a row that has it.
_CODES = {
    "empty-text": "unknown-party",
    "no-country": "no-country-known",
    "no-kind": "unknown-party",
}
# Those that are none any more if the list tells where the place in the name is.
_OF_PLACES = frozenset({"unknown-party", "no-country-known"})


class Spellings:
    """Reads parties, and keeps the ways in which those are written that no table has."""

    def __init__(
        self,
        lang: str,
        own: Names | None,
        answers: Answers,
        country: str | None,
        *,
        is_of_state: bool,
    ) -> None:
        self.lang: str = lang
        self._own = own
        #: Takes cells apart into parties.
        self.cells: PartyCells = PartyCells(lang, own)
        self._state = short_names_of(country, lang) if country else {}
        self._country = country
        self._answers = answers
        self._written = Written(lang)
        self._named: dict[tuple[Party, str | None, PartnerKind | None], Partner] = {}
        owners = own.own_names()[0] if own else ()
        #: What abbreviations stand for; to be learnt before the rows are read.
        self.abbreviations: Abbreviations = Abbreviations(lang, owners)
        #: What is meant by the states that are abbreviated alike; to be learnt then, too.
        self.shared: SharedNames = SharedNames(lang)
        #: Where places are that no table has; to be learnt then, too.
        self.places: ToldPlaces = ToldPlaces(lang)
        self._is_of_region = any(one.kind is PartnerKind.REGION for one in owners)
        self._is_of_town = any(one.kind is PartnerKind.CITY for one in owners)
        self._is_of_state = is_of_state
        for partner in owners:
            self._written.note(partner)
        # Rows have the same sides again and again: each is there once.
        self._sides: dict[tuple[Partner, ...], Side] = {}
        self._pairs: dict[tuple[Side, ...], tuple[Side, ...]] = {}
        self.in_cell: Any = lru_cache(maxsize=10_000)(self._in_cell)

    # --- reading ---

    def of_party(
        self, party: Party, countries: Collection[str] = (), told: PartnerKind | None = None
    ) -> Reading[Who]:
        """Who a party is.

        ``countries`` are those that the rest of the row names, ``told`` is the kind of partner
        that the column has. Where nothing tells it, somebody may have said it.
        """
        plain = self._of_then(self.plain(party))
        found = self._abbreviated(plain, countries, told) or self._read(plain, countries, told)
        if found.problem and found.problem.code in _OF_PLACES:
            found = self._in_told_place(plain, told) or found
        if self._answers:
            # What has been said holds, also where the row by now tells as much.
            text = found.problem.value if found.problem else plain.text
            answer = self._answers.get(topic_of("sides", str(text)))
            return self._answered(found, party, answer, told) if answer else found
        return found

    def plain(self, party: Party) -> Party:
        """A party without a bracket that only abbreviates its name.

        One that is known stays.
        """
        if party.partner or party.head:
            return party
        in_full = with_units_in_full(party.text, self.lang, behind=True)
        if in_full != party.text:
            party = attrs.evolve(self.cells.party(in_full), case=party.case)
        if party.kind in (None, PartnerKind.CITY):
            called = self.places.as_called(party.text, party.case)
            party = self.cells.party(called) if called else party
        two = party_by_name(party.text, self.lang) if "/" in party.text else None
        signed = self._with_sign(party.text)
        if two or signed:
            return attrs.evolve(two or self.cells.party(signed or party.text), case=party.case)
        before, _, last = party.text.rpartition(" ")
        if last in self._state:
            # Of the several states and units that are abbreviated so, that whose list it is.
            whole = self.cells.party(f"{before} {self._state[last]}".strip())
            is_told = whole.partner is not None or whole.kind is not None
            return attrs.evolve(whole, case=party.case) if is_told else party
        named = explained(party.text, self.lang)
        if named is None:
            name = without_own_name(party.text, self.lang)
            is_whole = name == party.text
            return party if is_whole else attrs.evolve(self.cells.party(name), case=party.case)
        alone, short = map(self.cells.party, named)
        if self._is_place_code(*named, alone.country):
            # What is known by its abbreviation is no place: ... (FAO).
            is_body = short.partner is not None and not short.partner.kind.is_territory
            is_it = is_body and alone.kind in (None, short.kind)
            return attrs.evolve(short, case=party.case) if is_it else party
        return attrs.evolve(alone, case=party.case)

    def _with_sign(self, text: str) -> str | None:
        """A name with its country in full that has the sign of it behind it: Trier (D), Nis/SRB."""
        sign = _SIGNED.fullmatch(text)
        code = country_of_sign(sign["sign"]) if sign else None
        if sign is None or code is None or are_initials(sign["sign"], sign["name"], self.lang):
            return None
        return f"{sign['name']} ({_name(Partner.state(code), self.lang)})"

    def _of_then(self, party: Party) -> Party:
        """A known place with the state behind it that it was in: Bratislava (Tschechoslowakei)."""
        bracket = BRACKET.search(party.text)
        states = certain(bracket[1], self.lang, ("country",)) if bracket and bracket[1] else ()
        later = {code for one in states for code in succeeding(str(one.code))}
        if bracket is None or not later:
            return party
        alone = self.cells.party(party.text[: bracket.start()])
        is_there = alone.partner is not None and alone.country in later
        return attrs.evolve(alone, case=party.case) if is_there else party

    def _is_place_code(self, name: str, short: str, country: str | None = None) -> bool:
        """Whether a text in brackets says where somebody is: NRW.

        The initials of the name are its own, though a town may be called so: NIS. Of whom the
        ``country`` is known is in no other: Polish Academy of Sciences (PAN).
        """
        if are_initials(short, name, self.lang):
            return False
        known = certain(short, self.lang, PARTNERS)
        return any(
            one.how is not Match.INFLECTED and country in (None, one.country) for one in known
        )

    def learn(self, parties: Iterable[Party]) -> None:
        """Take what the parties of a document say of names that are abbreviated, and of places."""
        parties = list(parties)
        self.places.learn([*map(self.plain, parties)])
        for party in parties:
            named = None if party.head else explained(party.text, self.lang)
            if named and not self._is_place_code(*named):
                alone = attrs.evolve(self.plain(party), text=named[0])
                self.abbreviations.learn(named[1], alone)

    def is_explained(self, party: Party) -> bool:
        """Whether a party is named by an abbreviation that the list explains for certain."""
        is_own_state = party.text.rpartition(" ")[2] in self._state
        return is_own_state or self.abbreviations.meant(self.plain(party).text)[1]

    def _abbreviated(
        self, party: Party, countries: Collection[str], told: PartnerKind | None
    ) -> Reading[Who] | None:
        """Who is meant by an abbreviation that no table has, if the list explains it."""
        if is_in_tables(party) or party.head:
            return None
        meant, is_certain = self.abbreviations.meant(party.text)
        found = [self._read(one, countries, told) for one in meant]
        if len(found) == 1 and (is_certain or found[0].value is None):
            return found[0]
        if not found:
            return None
        names = tuple(sorted(one.text for one in meant))
        if len(found) == 1:
            problem = Problem("uncertain-reading", (), party.text)
            return Reading(found[0].value, problem, names)
        details = {"readings": " / ".join(names)}
        return Reading(None, Problem("ambiguous-label", (), party.text, details=details), names)

    def _in_told_place(self, party: Party, told: PartnerKind | None) -> Reading[Who] | None:
        """Who a party is that is a place which the list tells of, or has one in its name."""
        if whole := self.places.whole(party.text):
            place = attrs.evolve(self.cells.party(whole), case="nom")
            is_town = self._is_of_town and place.kind is None
            place = attrs.evolve(place, kind=PartnerKind.CITY) if is_town else place
            return self._read(place, (), told)
        country = self.places.country_in(party.text)
        return self._read(party, (country,), told) if country else None

    def _answered(
        self, asked: Reading[Who], party: Party, answer: str, told: PartnerKind | None
    ) -> Reading[Who]:
        """Who a party is by what somebody has said: its name in full, or only its country."""
        said = self.cells.party(answer)
        is_state = said.kind is PartnerKind.STATE and said.country is not None
        if is_state and (asked.problem is None or asked.problem.code == "no-country-known"):
            return self._read(party, (str(said.country),), told)
        return self._read(said, (), told)

    def _read(
        self, party: Party, countries: Collection[str], told: PartnerKind | None
    ) -> Reading[Who]:
        known = party.partner
        if known is not None and not self._is_elsewhere(known, party, countries, told):
            return self._of_known(known)
        if party.candidates and not all(
            self._is_elsewhere(one.value, party, countries, told) for one in party.candidates
        ):
            return self._among(party, countries, told)
        is_noun = told in (None, PartnerKind.ORGANISATION) and _is_noun(party.text, self.lang)
        is_noun = is_noun and not self._is_famous(party)
        if party.head and (own := self._sharing(party, countries, told)):
            return own
        if party.kind is PartnerKind.CITY and self._shares_head(party):
            party = attrs.evolve(party, head=None, case="nom")
        if PartnerKind.STATE in (party.kind, told) or party.head:
            # All states are known; what shares a head noun with others has another form alone.
            return Reading(None, Problem("unknown-party", (), party.text))
        said = None if countries else self._said_behind(party)
        country = said or _country_in(party.country, countries) or self._of_unit_behind(party)
        if party.kind is PartnerKind.DIPLOMATIC_MISSION:
            # It is of the country in its name, wherever it is.
            country = country or party.country
        if country is None and len(countries) == 1:
            # A town of that name may be there, too; a rayon is in its own country.
            may_be_there = party.country is None or (told and party.kind in (None, told))
            (country,) = countries if may_be_there else (None,)
        if is_noun and not self._is_usual(party, country):
            # A noun is no name: the society.
            return Reading(None, Problem("unknown-party", (), party.text))
        return self._spelt(party, country, told)

    def _said_behind(self, party: Party) -> str | None:
        """The state behind the name of a body that tells another one: Library, Сев. Корея.

        One that was is left out, and an embassy is of the country in its name, wherever it is.
        """
        place = _STATE_BEHIND.search(party.text)
        is_body = party.kind is not None and not party.kind.is_territory
        if not (place and is_body) or party.kind is PartnerKind.DIPLOMATIC_MISSION:
            return None
        said = {str(one.code) for one in certain(place[1], self.lang, ("country",))}
        is_one = len(said) == 1 and not any(map(succeeding, said))
        return said.pop() if is_one else None

    def _of_unit_behind(self, party: Party) -> str | None:
        """The country of the unit behind a town that its name tells: Paris, Texas; Graz, Lend."""
        if party.kind is PartnerKind.DISTRICT and (part := district_in_town(party.text, self.lang)):
            return part.country
        place = _STATE_BEHIND.search(party.text) if party.kind is PartnerKind.CITY else None
        found = certain(place[1], self.lang, ("subdivision",)) if place else ()
        return party.country if {one.country for one in found} == {party.country} else None

    def _is_famous(self, party: Party) -> bool:
        """Whether one word is a name, and not a word for such: Charité, Tass, Liberec."""
        is_agency = party.kind is PartnerKind.NEWS_AGENCY
        is_town = party.kind is PartnerKind.CITY and tells_town(party.text, self.lang)
        is_told = is_agency or is_town or self._is_landmark(party)
        return is_told and not find(party.text, self.lang, type=PartnerKind)

    def _is_landmark(self, party: Party) -> bool:
        words = Text(party.text, self.lang)
        return any(
            one.kind is party.kind for one in landmarks(words, 0, len(words.words)) if one.kind
        )

    def own_noun(self, party: Party) -> Party:
        """The owner of the list if a title only says what that is: the theatre.

        In the list of a town, its archive acts for it.
        """
        owners = self._own.own_names()[0] if self._own else ()
        is_body = party.kind is not None and not party.kind.is_territory
        acts = is_body and not party.country and _is_noun(party.text, self.lang)
        called = [
            one
            for one in owners
            if self._is_called(one, party.text) or (acts and one.kind is PartnerKind.CITY)
        ]
        if self._own is None or len(called) != 1 or party.partner is not None:
            return party
        # As it is, without the names by which it is found.
        owner = self._own.partner(called[0].id)
        return attrs.evolve(party, partner=owner, kind=owner.kind, country=owner.country)

    def _is_called(self, owner: Partner, text: str) -> bool:
        """Whether a text is a noun with which, or with the end of which, an owner is called.

        Behind it may stand what its place is, as in "the government of the region".
        """
        stem = grammar(self.lang).stem
        own = [stem(fold(one.text)) for one in Text(_name(owner, self.lang), self.lang).words]
        words = Text(text, self.lang).words
        if len(words) > 1 and not any(one.is_capitalised for one in words[1:]):
            return own[0] == words[0].stem and {one.stem for one in words} <= {*own}
        if " " in tidy(text) or is_abbreviation(text):
            return False
        is_body = not owner.kind.is_territory
        kinds = {one.value for one in find(text, self.lang, type=PartnerKind) if one.is_certain}
        return is_body and stem(fold(text)) in own and (owner.kind in kinds or not kinds)

    def _sharing(
        self, party: Party, countries: Collection[str], told: PartnerKind | None
    ) -> Reading[Who] | None:
        """Who shares a noun with others: the Prosecutor's Offices of A and B.

        A body that all states have, or one as it would be called alone.
        """
        if usual := usual_partner(f"{party.head} {party.text}", self.lang, None):
            return Reading(self._written.spelling(usual))
        # Of towns, the name itself is known.
        alone = None if party.kind is PartnerKind.CITY else shared_name(party, self.lang)
        return self._read(self.cells.party(alone), countries, told) if alone else None

    def _shares_head(self, party: Party) -> bool:
        """Whether a name shares its noun with others, and has no place but its state behind it.

        Behind "the towns of", names of towns stand as they are alone.
        """
        bracket = BRACKET.search(party.text) if party.head else None
        states = certain(bracket[1], self.lang, ("country",)) if bracket else ()
        today = {one.code for one in states if not succeeding(str(one.code))}
        return bool(party.head) and (not bracket or party.country in today)

    def _is_usual(self, party: Party, country: str | None) -> bool:
        """Whether a noun is that of a body which a state has one of: its parliament."""
        if country is None:
            return False
        try:
            made = self._partner(party, country, None, None)
        except ValidationError:
            return False
        # What a rule has made has names in other languages, too.
        return len([*made.name.pairs()]) > 1

    def _is_elsewhere(
        self,
        partner: Partner,
        party: Party,
        countries: Collection[str],
        told: PartnerKind | None,
    ) -> bool:
        """Whether a known place is not the town that a column names, in a country that is said."""
        if told is not PartnerKind.CITY or len(countries) != 1:
            return False
        is_region = partner.kind is PartnerKind.REGION and is_town(party.text, self.lang)
        # With a region, another one is twinned: Massachusetts.
        is_region = is_region and not self._is_of_region
        return _country_in(partner.country, countries) is None or is_region

    def _among(
        self, party: Party, countries: Collection[str], told: PartnerKind | None
    ) -> Reading[Who]:
        """The one of several that the rest of the row means, or all of them."""
        values: list[Partner] = [one.value for one in party.candidates]
        for fitting in (
            [one for one in values if one.country in countries],
            [one for one in values if one.kind is told],
            # In the list of a town, Ankara is no province.
            [one for one in values if self._is_of_town and one.kind is PartnerKind.CITY],
            # In that of a state, Georgia is another one.
            [one for one in values if self._is_of_state and one.kind is PartnerKind.STATE],
        ):
            if len(fitting) == 1:
                return self._of_known(fitting[0])
        if len(countries) == 1 and not any(one.country in countries for one in values):
            (country,) = countries
            if self._is_usual(party, country):
                return self._spelt(party, country, told)
        labels = tuple(f"{_name(one.value, self.lang)} ({one.code})" for one in party.candidates)
        details = {"readings": " / ".join(labels)}
        problem = Problem("ambiguous-label", (), party.text, details=details)
        return Reading(None, problem, labels)

    def _of_known(self, partner: Partner) -> Reading[Who]:
        self._written.note(partner)
        return Reading(partner)

    def _spelt(self, party: Party, country: str | None, told: PartnerKind | None) -> Reading[Who]:
        kind = None if party.kind or told is PartnerKind.ORGANISATION else told
        if told is PartnerKind.CITY:
            party = attrs.evolve(party, text=town_alone(party.text, self.lang))
            kind = told if is_town(party.text, self.lang) else None
        key = (party, country, told)
        try:
            made = self._named.get(key) or self._partner(party, country, kind, told)
        except ValidationError as error:
            problem = error.problems[0]
            if country is None and problem.hint and problem.hint == self._country:
                # In a list from Italy, Trient is not the town in the Philippines.
                return self._spelt(party, self._country, told)
            if country and told is None and self._is_town_in_unit(party.text, country):
                return self._spelt(party, country, PartnerKind.CITY)
            return Reading(None, _of_list(problem))
        self._named[key] = made
        behind = place_behind(party.text, self.lang, made.kind, made.country)
        if behind is None and self._is_doubtful(party.text, made, told):
            return Reading(None, Problem("unknown-party", (), party.text))
        return (
            self._placed(party, made, behind) if behind else Reading(self._written.spelling(made))
        )

    def _is_town_in_unit(self, text: str, country: str) -> bool:
        """Whether in the list of a town a name has a unit behind it: Parkes, NSW."""
        if not self._is_of_town:
            return False
        behind = place_behind(text, self.lang, PartnerKind.CITY, country)
        return behind is not None and behind.unit is not None

    def _placed(self, party: Party, made: Partner, behind: Placed) -> Reading[Who]:
        """Who a party is that has a place behind its name."""
        known = self._known_as(behind.name, made)
        if known is not None:
            is_there = behind.has(known)
            if is_there is None:
                return Reading(None, Problem("unknown-party", (), party.text))
            if is_there:
                return self._of_known(known)
        country, kind = made.country, made.kind
        alone = attrs.evolve(party, text=behind.name)
        made = partner_of(alone, self.lang, country=country, kind=kind, case=party.case)
        is_general = self._is_general(behind, kind)
        return Reading(self._written.spelling(made, behind, is_general=is_general))

    def _is_general(self, behind: Placed, kind: PartnerKind) -> bool:
        """Whether without the place behind it, a name is none: Theater; City Library."""
        words = Text(behind.name, self.lang).words
        place = grammar(self.lang).stems(fold(behind.place))
        is_said = any(one.stem in place for one in words)
        is_body = not kind.is_territory and _is_noun(behind.name, self.lang)
        is_noun = (kind in _LOCAL and not is_abbreviation(behind.name)) or is_body
        return bool(behind.mark) and not is_said and is_noun

    def _known_as(self, name: str, made: Partner) -> Partner | None:
        """The only known partner of a name that is what another one is, in its country."""
        party = self.cells.party(name)
        found = {one.value.id: one.value for one in party.candidates}
        if party.partner is not None:
            found = {party.partner.id: party.partner}
        what = (made.kind, made.country)
        fitting = [one for one in found.values() if (one.kind, one.country) == what]
        return fitting[0] if len(fitting) == 1 else None

    def _is_doubtful(self, text: str, made: Partner, told: PartnerKind | None) -> bool:
        """Whether behind a name stands another one, or something else that nobody can tell."""
        bracket = BRACKET.search(text)
        if bracket is None or not bracket.start():
            is_list = "," in text and (told is PartnerKind.CITY or self._is_abroad(text, made))
            return is_list or may_be_two(text, self.lang)
        # What the one is whose town it stands behind: Генуя (порт).
        is_what = bracket[1].islower() and self.cells.party(bracket[1]).kind is made.kind
        return not (told or is_what) or self._is_other_place(bracket[1], made)

    def _partner(
        self,
        party: Party,
        country: str | None,
        kind: PartnerKind | None,
        told: PartnerKind | None,
    ) -> Partner:
        """The partner of a name; a body in a column of such, if nothing says of what kind."""
        plain = attrs.evolve(party, partner=None, candidates=())
        try:
            return partner_of(plain, self.lang, country=country, kind=kind, case=party.case)
        except ValidationError as error:
            codes = {one.code for one in error.problems}
            if told is not PartnerKind.ORGANISATION or codes != {"no-kind"}:
                raise
        return partner_of(plain, self.lang, country=country, kind=told, case=party.case)

    def _is_abroad(self, text: str, made: Partner) -> bool:
        """Whether only places in other countries are called as what stands behind a comma."""
        found = certain(tidy(text.rpartition(",")[2]), self.lang, PARTNERS)
        are_places = bool(found) and all(one.value.kind.is_territory for one in found)
        return are_places and all(one.country != made.country for one in found)

    def _is_other_place(self, text: str, made: Partner) -> bool:
        """Whether a text names a known town, or what is in another country."""
        found = certain(text, self.lang, PARTNERS)
        return any(
            one.country != made.country or one.value.kind is PartnerKind.CITY for one in found
        )

    def _in_cell(
        self,
        text: str,
        countries: frozenset[str] = frozenset(),
        told: PartnerKind | None = None,
    ) -> tuple[Reading[Who], ...]:
        """The parties in a cell: those between separators, or those of a list in words."""
        parties = tuple(self.cells.parties_in(text, told))
        several = len(parties) > 1
        return tuple(
            self.of_party(one, self._homes(one, countries, several=several), self._told(one, told))
            for one in parties
        )

    def _homes(self, one: Party, countries: Collection[str], *, several: bool) -> Collection[str]:
        """The countries of a column, but for one of several that is famous in another."""
        is_abroad = several and one.country and _country_in(one.country, countries) is None
        return () if is_abroad and self._is_landmark(one) else countries

    def _told(self, party: Party, told: PartnerKind | None) -> PartnerKind | None:
        """What a column tells a party to be: what is abbreviated there is the name of a body."""
        is_body = told is None and is_short_name(party.text, self.lang)
        is_part = party.kind is PartnerKind.DISTRICT and "," in party.text
        if told is PartnerKind.CITY and (is_part or is_body_in_town(party.text, self.lang)):
            # A body of the town, or a part: Lyon, Stadtbibliothek.
            return None
        return PartnerKind.ORGANISATION if is_body else told

    def name_of(self, who: Who) -> str:
        """What a party is called in the language of the list."""
        return who.text if isinstance(who, Spelling) else _name(who, self.lang)

    def sides(self, parties: Iterable[Iterable[Who]]) -> tuple[Side, ...]:
        """The sides that parties make, when the whole list has been read (see `Written.made`)."""
        found = tuple(map(self._side, parties))
        return self._pairs.setdefault(found, found)

    def _side(self, parties: Iterable[Who]) -> Side:
        partners = tuple(dict.fromkeys(map(self._written.made, parties)))
        if partners not in self._sides:
            self._sides[partners] = Side(partners)
        return self._sides[partners]


def _of_list(problem: Problem) -> Problem:
    """The problem of a partner as one of the row that names it."""
    code = _CODES.get(problem.code, problem.code)
    return Problem(code, (), problem.value, details=problem.details, hint=problem.hint)


def _is_noun(text: str, lang: str) -> bool:
    """Whether a text is one word, and not of names: Max-Planck-Gesellschaft, Karls-Universität.

    Before the only hyphen, what names a field is no name: Agrar-Universität.
    """
    word = tidy(text)
    first, *others = word.split("-")
    are_capital = all(part[:1].isupper() for part in (first, *others))
    has_names = len(others) > 1 or (len(others) == 1 and not sectors_about(first, lang))
    return " " not in word and not is_abbreviation(word) and not (has_names and are_capital)


def _country_in(country: str | None, countries: Collection[str]) -> str | None:
    """The country that a name tells, if it is one of some, or lies in one: Hong Kong."""
    is_there = country in countries or any(country and lies_in(country, one) for one in countries)
    return country if is_there else None


def _name(partner: Partner, lang: str) -> str:
    return partner.name.marked(lang)
