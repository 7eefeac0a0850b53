"""The two sides of a document, from its title and from the columns that name parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

import attrs

from bilateral import reference
from bilateral.intake.findings import Reading
from bilateral.intake.home import EXECUTIVE_KINDS, Home
from bilateral.intake.layout.headers import OTHER_SIDE
from bilateral.intake.layout.party_columns import places_in
from bilateral.intake.parties import Spellings
from bilateral.intake.party_cells import beside_dashes
from bilateral.intake.places import is_place_in_country, is_town
from bilateral.intake.spellings import Spelling, Who
from bilateral.language.folding import fold, grammar, tidy
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import Problem
from bilateral.reading.bodies.surroundings import TOWNS
from bilateral.reading.candidates import PARTNERS, Match
from bilateral.reading.finding import certain
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import Party
from bilateral.reading.words import Text
from bilateral.reference.territories import lies_in, succeeding

__all__ = ["OF_TOWNS", "BothSides", "Hints", "SideReader", "Told"]

#: The parties of the first side and of the second.
BothSides = tuple[tuple[Who, ...], tuple[Who, ...]]
_OF_STATES = (PartnerKind.STATE, PartnerKind.GOVERNMENT)
# What a party is taken to be of which only the country or an abbreviation is known.
_SAYING_LESS = (PartnerKind.STATE, PartnerKind.ORGANISATION)
#: Towns, and who speaks for one.
OF_TOWNS = TOWNS | {PartnerKind.CITY_COUNCIL, PartnerKind.CITY_EXECUTIVE}
_TWO = 2
# So many letters of a word are the same in all its forms.
_BEGINNING = 4
_NOWHERE: frozenset[str] = frozenset()
_NO_COUNTRY = "no-country-known"


@attrs.frozen
class Hints:
    """What a row says of its sides without naming them.

    ``party`` is the kind of partners that a heading tells, ``countries`` those that the headers
    of columns tell. Of a document that is one ``of_states``, a country says who signed, unless
    its title ``names_body``. Where a list ``has_only_countries``, all rows are asked about once.
    """

    party: PartnerKind | None = None
    countries: Mapping[str, str] = attrs.field(factory=dict[str, str])
    of_states: bool = False
    names_body: bool = False
    has_only_countries: bool = False


@attrs.frozen
class Told:
    """A reading of the sides, and the field that it comes from."""

    reading: Reading[BothSides]
    field: str


class SideReader:
    """Finds the sides of the documents of one list."""

    def __init__(
        self,
        spellings: Spellings,
        home: Home | None,
        *,
        abroad: str | None = None,
        are_states: bool = False,
    ) -> None:
        self._spellings = spellings
        self._home = home
        # The only country with which the documents of the list are.
        self._abroad = abroad
        # Somebody has said that countries in a column are those who signed.
        self._are_states = are_states

    @property
    def own_country(self) -> str | None:
        """The country of the one whose list it is."""
        return self._home.country if self._home else None

    @property
    def owner(self) -> Partner | None:
        """The partner whose list it is, if it is that of one."""
        return self._home.beside(None) if self._home else None

    @property
    def is_of_town(self) -> bool:
        """Whether it is the list of a town, whose partners are towns."""
        return self.owner is not None and self.owner.kind in OF_TOWNS

    def is_ours(self, text: str) -> bool:
        """Whether a text names a body of the town or unit whose list it is, which acts for it."""
        return self._home is not None and self._home.names_body(text, self._spellings.lang)

    def _is_own(self, who: Who) -> bool:
        """Whether a party is a ministry or another body of the unit whose list it is."""
        return not who.kind.is_territory and self.is_ours(self.name_of(who))

    def name_of(self, who: Who) -> str:
        """What a party is called in the language of the list."""
        return self._spellings.name_of(who)

    def sides(
        self,
        title: ParsedTitle | None,
        cells: Mapping[str, str],
        hints: Hints,
    ) -> Told:
        """The sides, by the title and the ``cells`` of the columns that name parties."""
        columns = self._of_columns(cells, hints)
        countries = self._countries(columns, cells)
        named = self._of_title(title, countries) if title else None
        if title and named and columns is None and self._may_be_words(title, named, cells):
            named = None
        found = self._together(named, columns)
        if found is None:
            found = self._beside(title, cells, countries, hints.party)
            if problem := self._doubt(found, cells, hints):
                found = attrs.evolve(found, reading=attrs.evolve(found.reading, problem=problem))
        elif columns is None:
            found = attrs.evolve(found, reading=self._beside_cell(found.reading, cells, hints))
        reading = self._compared(found.reading, cells)
        return attrs.evolve(found, reading=self._ordered(reading))

    def _may_be_words(self, title: ParsedTitle, named: Told, cells: Mapping[str, str]) -> bool:
        """Whether what looks like two sides is what a title is about: Bahnverbindung Mals–Scuol.

        The partner stands in a column of its own. So it does if the title is cut inside of it, and
        in the list of a body, who it is beside them: between the ports of Kuryk and Burgas.
        """
        partner = next((fold(cells[one]) for one in OTHER_SIDE if one in cells), "")
        is_cut = partner in fold(title.text) and not any(
            partner in fold(one.text) for one in chain(*title.sides)
        )
        is_uncertain = "sides" in title.uncertain
        is_of_body = self._home is not None and self._home.is_body
        is_unknown = named.reading.value is None and (is_uncertain or is_of_body)
        # A business council of two states, agreed on by two chambers.
        are_states = all(one.kind in _OF_STATES for one in chain(*title.sides))
        is_cut |= are_states and any(
            kind for one in OTHER_SIDE if one in cells for kind in self.kinds_in(cells[one])
        )
        return (is_unknown or (is_cut and is_uncertain)) and bool(self._home and partner)

    def _doubt(self, found: Told, cells: Mapping[str, str], hints: Hints) -> Problem | None:
        """The question if a column may have the country of a body rather than the party."""
        if not found.reading.is_certain or found.reading.value is None:
            return None
        are_states = all(who.kind is PartnerKind.STATE for who in found.reading.value[1])
        is_of_body = self._home is not None and self._home.is_body
        is_alone = is_of_body and found.field == "country" and not hints.has_only_countries
        if are_states and (hints.names_body or is_alone):
            return Problem("only-country", (), cells[found.field])
        is_said = (hints.of_states and not is_of_body) or self._are_states
        return None if found.field != "country" or is_said else Problem("only-countries")

    # --- columns ---

    def kinds_in(self, text: str) -> Iterator[PartnerKind]:
        """The kinds of the parties in a cell whose kinds are known.

        A state says nothing: for one whose bodies nobody wrote down, it stands among such.
        """
        for party in self._spellings.cells.parties_in(text):
            if party.kind not in (None, *_OF_STATES):
                yield party.kind

    def _of_columns(self, cells: Mapping[str, str], hints: Hints) -> Told | None:
        """The sides that columns name in full."""
        other = next((name for name in ("side_b", *OTHER_SIDE) if name in cells), None)
        if "side_a" in cells and other:
            told = OTHER_SIDE.get(other) or hints.party
            own = hints.countries.get("side_a") or self.own_country
            first = frozenset([own] if own else [])
            stated = frozenset(filter(None, [hints.countries.get(other)]))
            second = stated or self._of_column(cells)
            sides = [
                self._in_one_column(cells["side_a"], first, told=told),
                self._in_one_column(cells[other], second, told=told),
            ]
            return Told(_joined(sides), "side_a")
        if other and (pair := self._pair(cells[other], self._of_column(cells), hints.party)):
            return Told(pair, other)
        if "parties" in cells:
            return Told(self._divided(cells["parties"], hints.party), "parties")
        return None

    def _pair(
        self, text: str, stated: frozenset[str], party: PartnerKind | None
    ) -> Reading[BothSides] | None:
        """Our place and that of the other country, in a column of the others: Meidling – Gifu."""
        own = self.own_country
        names = beside_dashes(text)
        is_told = len(stated) == 1 and own and own not in stated and party and party.is_territory
        if len(names) != _TWO or not is_told:
            return None
        if any(
            isinstance(one.value, Partner) for one in self._one_side(names[0], stated, told=None)
        ):
            # Both are there.
            return None
        first = self._one_side(names[0], frozenset(filter(None, [own])), told=party)
        if party is PartnerKind.DISTRICT and "(" not in names[1]:
            # Without its town behind it, it is one.
            party = PartnerKind.CITY
        return _joined([first, self._one_side(names[1], stated, told=party)])

    def _one_side(
        self,
        text: str,
        countries: frozenset[str] = _NOWHERE,
        *,
        told: PartnerKind | None,
    ) -> Sequence[Reading[Who]]:
        found: Sequence[Reading[Who]] = self._spellings.in_cell(text, countries, told)
        return found

    def _in_one_column(
        self, text: str, countries: frozenset[str], *, told: PartnerKind | None
    ) -> Sequence[Reading[Who]]:
        """The parties in a column of one side.

        In one country, a dash may also stand inside of one name: University – Academy.
        """
        found = self._one_side(text, countries, told=told)
        are_known = all(isinstance(one.value, Partner) for one in found)
        are_there = len({_country(one.value) for one in found}) == 1
        if are_known or not are_there or not 1 < len(found) == len(beside_dashes(text)):
            return found
        problem = Problem("uncertain-reading", (), text)
        return [attrs.evolve(one, problem=one.problem or problem) for one in found]

    def _of_column(self, cells: Mapping[str, str]) -> frozenset[str]:
        """The countries that the column of countries names."""
        if "country" not in cells:
            return _NOWHERE
        own, place = self.own_country, cells["country"]
        places = places_in(place, self._spellings.lang)
        # The codes of states that were are longer than two letters.
        is_state = any(len(code) == _TWO for code in places)
        if own and not is_state and f"{own}-{place}" in reference.subdivisions():
            # In a list from Italy, CS is Cosenza, and no state that was.
            return frozenset([own])
        states = self._one_side(cells["country"], told=PartnerKind.STATE)
        found = [one.value.country for one in states if one.value and one.value.country]
        return self._spellings.shared.meant(
            frozenset(found or places or _town_in(place, self._spellings.lang))
        )

    def _divided(self, text: str, told: PartnerKind | None) -> Reading[BothSides]:
        """The parties in one cell as two sides: two parties, or those of two countries."""
        parties = self._one_side(text, told=told)
        if len(parties) == _TWO:
            return _joined([parties[:1], parties[1:]])
        countries = {_country(one.value) for one in parties if one.value}
        if len(parties) < _TWO or len(countries) != _TWO or not all(one.value for one in parties):
            problem = next((one.problem for one in parties if one.problem), None)
            return Reading(None, problem or Problem("two-sides", (), len(parties)))
        first = _country(parties[0].value)
        sides = (
            [one for one in parties if (_country(one.value) == first) is is_first]
            for is_first in (True, False)
        )
        return _joined(list(sides))

    def _countries(self, columns: Told | None, cells: Mapping[str, str]) -> frozenset[str]:
        """The countries that the columns name, and that of the list."""
        found: set[str | None] = {self._home.country} if self._home else set()
        found |= set() if columns or "country" in cells else {self._abroad}
        if columns and columns.reading.value:
            found |= _countries_of(columns.reading.value)
        for name, told in {"country": PartnerKind.STATE, **OTHER_SIDE}.items():
            for one in self._one_side(cells[name], told=told) if name in cells else ():
                found |= {_country(one.value)} if one.value else set()
        return frozenset(one for one in found if one)

    # --- titles ---

    def _of_title(self, title: ParsedTitle, countries: frozenset[str]) -> Told | None:
        """The sides that a title names, or a problem with them; nothing if it names one at most."""
        if len(title.sides) != _TWO:
            return None
        sides: list[list[Reading[Who]]] = []
        named = [
            [self._spellings.own_noun(self._as_town(self._spellings.plain(one))) for one in side]
            for side in title.sides
        ]
        known = {party.country for party in chain(*named) if party.country}
        # Of several that tell none, nobody knows which is of the country that is left.
        is_one = sum(not one.country for one in chain(*named)) == 1
        left = countries - known if is_one or len(countries) > 1 else _NOWHERE
        for side in named:
            found = (countries if one.country else left for one in side)
            sides.append([*map(self._spellings.of_party, side, found)])
        reading = _joined(sides)
        if reading.is_certain and (apart := self._among_states(reading.value or ((), ()))):
            return Told(Reading(apart), "title")
        # Of several, a country that is only what is left does not tell who stands where.
        is_told = len([*chain(*named)]) == _TWO or all(one.country for one in chain(*named))
        about = Text(title.subject or "", title.lang)
        # The name goes on there: Association for Trade with Russia.
        is_cut = bool(about.words) and bool(about.role(0, "with")) and "subject" in title.uncertain
        is_confirmed = (
            reading.value is not None
            and not is_cut
            and (
                (is_told and _countries_of(reading.value) == countries)
                or ("subject" not in title.uncertain and self._is_explained(title.sides))
                or self._is_with_owner(reading.value)
            )
        )
        if reading.is_certain and "sides" in title.uncertain and not is_confirmed:
            problem = Problem("uncertain-reading", (), title.text)
            reading = attrs.evolve(reading, problem=problem)
        return Told(reading, "title")

    def _as_town(self, party: Party) -> Party:
        """A party in the list of a town that has its country behind it: Chachapoyas (Peru)."""
        is_place = party.kind is None and is_place_in_country(party.text, self._spellings.lang)
        return _town(party) if self.is_of_town and is_place else self._no_region(party)

    def _no_region(self, party: Party) -> Party:
        """A party in the list of a town that is called as its region is: Granada."""
        is_region = party.kind is PartnerKind.REGION and is_town(party.text, self._spellings.lang)
        return _town(party) if self.is_of_town and is_region else party

    def _among_states(self, sides: BothSides) -> BothSides | None:
        """Our state beside all others, where a title names several of them and nobody else."""
        parties = [*chain(*sides)]
        countries = {_country(one) for one in parties}
        is_it = len(parties) == len(countries) > _TWO and self.own_country in countries
        if not is_it or any(one.kind not in _OF_STATES for one in parties):
            return None
        own = next(one for one in parties if _country(one) == self.own_country)
        return (own,), tuple(one for one in parties if one is not own)

    def _is_with_owner(self, sides: BothSides) -> bool:
        """Whether one party of two is the one whose list it is, which leaves the other no doubt."""
        parties = [*chain(*sides)]
        return len(parties) == _TWO and self.owner is not None and self.owner in parties

    def _is_explained(self, sides: Sequence[Sequence[Party]]) -> bool:
        """Whether two parties were in doubt only for what the list tells of them."""
        parties = [*chain(*sides)]
        return len(parties) == _TWO and any(
            not one.is_known or _is_also_a_unit(one) or self._spellings.is_explained(one)
            for one in parties
        )

    # --- one side and the one whose list it is ---

    def _beside(
        self,
        title: ParsedTitle | None,
        cells: Mapping[str, str],
        countries: frozenset[str],
        party: PartnerKind | None,
    ) -> Told:
        """The only side that is named, beside the one whose list it is."""
        own = self.own_country
        stated = self._of_column(cells)
        of_others = stated or frozenset(one for one in countries if one != own)
        named = self._only_side(title, of_others)
        # Beside another country, our side does not tell who is there.
        is_ours = bool(own and stated) and own not in stated
        for name in (*OTHER_SIDE, "side_b", *(["side_a"] if not is_ours else [])):
            if name in cells:
                other = self._in_column(name, cells, stated, of_others, party)
                if title and named and self._says_more(named, other):
                    return Told(self._with_home(named, title), "title")
                ours = [one for one in named if one.value and self._is_own(one.value)]
                if ours:
                    # A ministry of the region whose list it is signs for itself.
                    return Told(_joined([ours, other]), name)
                return Told(self._with_home(other, None), name)
        if title and named:
            return Told(self._with_home(named, title), "title")
        if "country" in cells:
            state = self._one_side(cells["country"], told=PartnerKind.STATE)
            return Told(self._with_home(state, title), "country")
        return Told(Reading(None, Problem("no-sides")), "title")

    def _in_column(
        self,
        name: str,
        cells: Mapping[str, str],
        stated: frozenset[str],
        others: frozenset[str],
        party: PartnerKind | None,
    ) -> Sequence[Reading[Who]]:
        """The parties in a column: each in the country that is stated, or that its name tells.

        Only of one that tells none, the ``others`` that the row names tell it.
        """
        told = OTHER_SIDE.get(name) or party
        beside = stated or self._countries(None, {**cells, name: ""}) - {self.own_country}
        alone = self._in_one_column(cells[name], frozenset(filter(None, beside)), told=told)
        if not any(map(_tells_no_country, alone)):
            return alone
        together = self._in_one_column(cells[name], others, told=told)
        return [
            other if _tells_no_country(one) else one
            for one, other in zip(alone, together, strict=True)
        ]

    def _only_side(
        self, title: ParsedTitle | None, countries: frozenset[str]
    ) -> Sequence[Reading[Who]]:
        """The parties of the side that a title names, if it names one."""
        if title is None or len(title.sides) != 1:
            return ()
        named = map(self._spellings.plain, title.sides[0])
        as_one = self._no_region if _begins_with_article(title) else self._as_town
        return [self._spellings.of_party(as_one(one), countries) for one in named]

    def _with_home(
        self, parties: Sequence[Reading[Who]], title: ParsedTitle | None
    ) -> Reading[BothSides]:
        """The sides of parties and the one whose list it is."""
        wrong = next((one for one in parties if one.problem), None)
        others = tuple(one.value for one in parties if one.value)
        if not others or len(others) < len(parties):
            problem = wrong.problem if wrong else Problem("no-sides")
            return Reading(None, problem, wrong.readings if wrong else ())
        home = self._home
        names = map(self._spellings.name_of, others) if title else ()
        if home and (self._has_ours(others, home) or any(map(self.is_ours, names))):
            return Reading(None, Problem("one-side", (), self._spellings.name_of(others[0])))
        own = home.beside(others[0].kind) if home else None
        if own is None and home and title:
            # Others of that country have signed other documents.
            return Reading(None, Problem("one-side", (), self._spellings.name_of(others[0])))
        if own is None:
            return Reading(None, Problem("no-owner"))
        if wrong is not None:
            return Reading(((own,), others), wrong.problem, wrong.readings)
        return Reading(((own,), others))

    def _has_ours(self, parties: Sequence[Who], home: Home) -> bool:
        """Whether one of some parties is of those whose list it is, and not only of their country.

        In the list of a body, others of its country are partners.
        """
        keeper, ours = home.keeper, [who for who in parties if _is_of(who, home)]
        if keeper is None or keeper.kind.is_territory:
            return bool(ours)
        return any(who == keeper or who.kind in _OF_STATES for who in ours)

    def _says_more(self, title: Sequence[Reading[Who]], cell: Sequence[Reading[Who]]) -> bool:
        """Whether a title has the party of which a cell has less: its country, letters, place."""
        named, stated = ([one.value for one in some if one.is_certain] for some in (title, cell))
        if None in named or len(named) < len(title) or not named:
            return False
        if len(stated) < len(cell) or None in stated:
            return True
        is_same = {_country(who) for who in named} == {_country(who) for who in stated}
        is_more = all(who and who.kind not in _SAYING_LESS for who in named)
        is_less = all(who and who.kind in _SAYING_LESS for who in stated)
        return is_same and is_more and (is_less or self._governs(named, stated))

    def _governs(self, named: Sequence[Who | None], stated: Sequence[Who | None]) -> bool:
        """Whether the only one that is named is the body of the place that is stated."""
        (body, *more), (place, *others) = named, stated
        if more or others or not (body and place and place.kind.is_territory):
            return False
        name, whole = map(self._spellings.name_of, (place, body))
        return body.kind in EXECUTIVE_KINDS and _beginnings(name) <= _beginnings(whole)

    # --- what else the row says ---

    def _beside_cell(
        self, reading: Reading[BothSides], cells: Mapping[str, str], hints: Hints
    ) -> Reading[BothSides]:
        """The sides of a title, doubted if the column of partners has somebody else."""
        name = next((one for one in ("side_b", *OTHER_SIDE, "side_a") if one in cells), None)
        if name is None or reading.value is None or not reading.is_certain:
            return reading
        countries = frozenset(filter(None, _countries_of(reading.value)))
        told = OTHER_SIDE.get(name) or hints.party
        stated = self._one_side(cells[name], countries, told=told)
        others = [one.value for one in stated if one.value and one.is_certain]
        if all(
            any(_may_be(who, one, self._spellings) for one in chain(*reading.value))
            for who in others
        ):
            return reading
        return self._doubted(reading.value, cells[name])

    def _doubted(self, sides: BothSides, other: str) -> Reading[BothSides]:
        texts = (self._named(sides), other)
        problem = Problem("different-sides", (), texts[0], details={"readings": " / ".join(texts)})
        return Reading(sides, problem, texts)

    def _compared(
        self, reading: Reading[BothSides], cells: Mapping[str, str]
    ) -> Reading[BothSides]:
        """The reading, doubted if the row names a country that has no part in it."""
        if not reading.is_certain or reading.value is None or "country" not in cells:
            return reading
        found = _countries_of(reading.value)
        is_seat = None in found and not places_in(cells["country"], self._spellings.lang)
        if is_seat or all(map(partial(_is_among, found), self._of_column(cells))):
            # Those of all states sit in one: WHO, Genf.
            return reading
        return self._doubted(reading.value, cells["country"])

    def _named(self, sides: BothSides) -> str:
        return " – ".join(map(self._spellings.name_of, chain(*sides)))

    def _together(self, title: Told | None, columns: Told | None) -> Told | None:
        """The sides by the title and by the columns: the closer words for the same countries."""
        if title is None or columns is None:
            return title or columns
        told, stated = title.reading, columns.reading
        if told.value is None or stated.value is None:
            return columns if stated.value is not None else title
        if _countries_of(told.value) != _countries_of(stated.value):
            readings = (self._named(told.value), self._named(stated.value))
            details = {"readings": " / ".join(readings)}
            problem = Problem("different-sides", (), readings[0], details=details)
            return Told(Reading(stated.value, problem, readings), columns.field)
        are_states = all(who.kind in _OF_STATES for who in chain(*stated.value))
        return title if (are_states and told.is_certain) or not stated.is_certain else columns

    def _ordered(self, reading: Reading[BothSides]) -> Reading[BothSides]:
        """The side whose list it is first."""
        home = self._home
        if reading.value is None or home is None:
            return reading
        first, second = (any(_is_of(who, home) for who in side) for side in reading.value)
        if first or not second:
            return reading
        return attrs.evolve(reading, value=reading.value[::-1])


def _tells_no_country(party: Reading[Who]) -> bool:
    """Whether nothing in a name tells, or hints, where its party is."""
    problem = party.problem
    return problem is not None and problem.code == _NO_COUNTRY and not problem.hint


def _is_of(who: Who, home: Home) -> bool:
    """Whether a party is, or belongs to, the one whose list it is."""
    if isinstance(who, Spelling):
        return home.is_country and who.country == home.country
    return home.has(who)


def _is_also_a_unit(party: Party) -> bool:
    """Whether a state has its name with a unit in common: Georgia."""
    known = party.candidates
    return bool(known[1:]) and all(one.how is Match.EXACT for one in known)


def _begins_with_article(title: ParsedTitle) -> bool:
    """Whether an article leads to the first party: "with a group" names none."""
    before, _, _ = title.text.partition(title.parties[0].text)
    return fold("".join(before.split()[-1:])) in grammar(title.lang).articles


def _town(party: Party) -> Party:
    return attrs.evolve(party, kind=PartnerKind.CITY, partner=None, candidates=())


def _joined(sides: Sequence[Sequence[Reading[Who]]]) -> Reading[BothSides]:
    """The readings of all parties as one of both sides."""
    readings = list(chain(*sides))
    wrong = next((one for one in readings if one.problem or one.value is None), None)
    if not all(sides) or any(one.value is None for one in readings):
        problem = wrong.problem if wrong else Problem("no-sides")
        return Reading(None, problem, wrong.readings if wrong else ())
    first, second = (tuple(one.value for one in side if one.value) for side in sides)
    problem = wrong.problem if wrong else None
    return Reading((first, second), problem, wrong.readings if wrong else ())


def _may_be(who: Who, other: Who, spellings: Spellings) -> bool:
    """Whether two parties may be one that is written in two ways.

    Of what says less than a body, only the country counts: Gomel Region. Bodies of one kind
    are told apart by their names, of which a word must be alike: Сегедский, Сегеда.
    """
    if who.country != other.country:
        return _is_among({who.country}, other.country) or _is_among({other.country}, who.country)
    if who == other or who.kind is not other.kind:
        return True
    if isinstance(who, Partner) and isinstance(other, Partner):
        return False
    if who.kind.is_territory or who.kind in (*_OF_STATES, *_SAYING_LESS):
        return True
    usual = _beginnings(who.kind.label(spellings.lang))
    if who.country:
        usual |= _beginnings(spellings.name_of(Partner.state(who.country)))
    alike = _beginnings(spellings.name_of(who)) & _beginnings(spellings.name_of(other))
    return bool(alike - usual)


def _beginnings(text: str) -> set[str]:
    """How the longer words of a name begin, whatever their forms are."""
    return {word[:_BEGINNING] for word in fold(text).split() if len(word) >= _BEGINNING}


def _is_among(countries: set[str | None], stated: str | None) -> bool:
    """Whether a country is one of some, or one of them lies in it or has come after it."""
    is_there = any(one and stated and lies_in(one, stated) for one in countries)
    return stated in countries or is_there or not countries.isdisjoint(succeeding(stated or ""))


def _town_in(text: str, lang: str) -> set[str]:
    """The country of the only known town that a text names; none if several have one."""
    found = {one.country for one in certain(tidy(text), lang, PARTNERS) if one.country}
    return found if len(found) == 1 else set()


def _country(who: Who | None) -> str | None:
    return who.country if who else None


def _countries_of(sides: BothSides) -> set[str | None]:
    return {_country(who) for who in chain(*sides)}
