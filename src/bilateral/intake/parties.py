"""The parties in titles and cells of a list, as partners: one for all its spellings."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

import attrs

from bilateral.intake.findings import Reading
from bilateral.language.folding import fold, grammar, tidy
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import Problem, ValidationError
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.names import Names
from bilateral.reading.parties import Parties, Party, read_party
from bilateral.reading.partner_names import partner_of
from bilateral.reading.words import Text

__all__ = ["Spelling", "Spellings", "Who", "owner_named"]

_SEPARATORS = re.compile(r"\s*(?:[;\n]|\s/\s)\s*")
_DASHES = re.compile(r"\s+[-–—]\s+")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_MARK = 6
# The problems of a name as those of a row that has it.
_CODES = {"no-country": "no-country-known", "no-kind": "unknown-party"}


@attrs.frozen
class Spelling:
    """A party that no table has: what it is, where, and the words of its name.

    Two spellings are equal if they differ in no more than what people write in several ways.
    """

    kind: PartnerKind
    country: str | None
    words: str
    text: str = attrs.field(eq=False)


#: Who stands in a list: a known partner, or one that is made when the whole list is read.
Who = Partner | Spelling


class Spellings:
    """Reads parties, and keeps the ways in which those are written that no table has."""

    def __init__(self, lang: str, own: Names | None = None) -> None:
        self._lang = lang
        self._own = own
        self._spelt_as: dict[Spelling, Counter[Partner]] = {}
        self._made: dict[Spelling, Partner] = {}
        self._known: dict[str, Partner] = {}
        for partner in own.own_names()[0] if own else ():
            self._known[partner.id] = partner
        self.in_cell: Any = lru_cache(maxsize=10_000)(self._in_cell)

    # --- reading ---

    def of_party(
        self, party: Party, countries: Collection[str] = (), told: PartnerKind | None = None
    ) -> Reading[Who]:
        """Who a party is.

        ``countries`` are those that the rest of the row names, ``told`` is the kind of partner
        that the column has.
        """
        if party.partner is not None:
            return self._of_known(party.partner)
        if party.candidates:
            return self._among(party, countries, told)
        is_noun = told is None and " " not in tidy(party.text)
        if PartnerKind.STATE in (party.kind, told) or party.head or is_noun:
            # All states are known; what shares a head noun with others has another form alone;
            # and a noun is no name: the ministry.
            return Reading(None, Problem("unknown-party", (), party.text))
        country = party.country if party.country in countries else None
        if party.country is None and len(countries) == 1:
            (country,) = countries
        return self._spelt(party, country, told)

    def _among(
        self, party: Party, countries: Collection[str], told: PartnerKind | None
    ) -> Reading[Who]:
        """The one of several that the rest of the row means, or all of them."""
        values: list[Partner] = [one.value for one in party.candidates]
        for fitting in (
            [one for one in values if one.country in countries],
            [one for one in values if one.kind is told],
        ):
            if len(fitting) == 1:
                return self._of_known(fitting[0])
        labels = tuple(f"{_name(one.value, self._lang)} ({one.code})" for one in party.candidates)
        details = {"readings": " / ".join(labels)}
        problem = Problem("ambiguous-label", (), party.text, details=details)
        return Reading(None, problem, labels)

    def _of_known(self, partner: Partner) -> Reading[Who]:
        self._known[partner.id] = partner
        return Reading(partner)

    def _new(self, party: Party, country: str | None, told: PartnerKind | None) -> Partner:
        """A new partner, of the kind that the column has unless its name says that it is none.

        A college may be a university, a company is not: its legal form tells.
        """
        kind = None if party.kind else told
        if kind and not kind.is_territory:
            with suppress(ValidationError):
                made = partner_of(party, self._lang, country=country, case=party.case)
                if made.kind is PartnerKind.COMPANY:
                    return made
        return partner_of(party, self._lang, country=country, kind=kind, case=party.case)

    def _spelt(self, party: Party, country: str | None, told: PartnerKind | None) -> Reading[Who]:
        try:
            made = self._new(party, country, told)
        except ValidationError as error:
            return Reading(None, _of_list(error.problems[0]))
        bracket = _BRACKET.search(party.text)
        if bracket is not None:
            if not self._is_place(bracket[1], made):
                # Another name, or something else that nobody can tell.
                return Reading(None, Problem("unknown-party", (), party.text))
            alone = attrs.evolve(party, text=_BRACKET.sub("", party.text))
            place, sort = made.country, made.kind
            made = partner_of(alone, self._lang, country=place, kind=sort, case=party.case)
        name = made.name.marked(self._lang)
        stems = grammar(self._lang).stems(fold(name))
        spelling = Spelling(made.kind, made.country, " ".join(stems), name)
        self._spelt_as.setdefault(spelling, Counter())[made] += 1
        return Reading(spelling)

    def _is_place(self, text: str, made: Partner) -> bool:
        """Whether a text only says where a partner is: its country, or the town of a body."""
        found = certain(text, self._lang, PARTNERS)
        is_there = bool(found) and {one.country for one in found} == {made.country}
        is_state = any(one.value.kind is PartnerKind.STATE for one in found)
        return is_there and (is_state or not made.kind.is_territory)

    def _in_cell(
        self,
        text: str,
        countries: frozenset[str] = frozenset(),
        told: PartnerKind | None = None,
    ) -> tuple[Reading[Who], ...]:
        """The parties in a cell: those between separators, or those of a list in words."""
        found: list[Reading[Who]] = []
        for piece in filter(None, map(tidy, _SEPARATORS.split(text))):
            found += (self.of_party(one, countries, told) for one in self._parties(piece))
        return tuple(found)

    def _parties(self, text: str) -> Iterator[Party]:
        whole = self._party(text)
        if not _is_known(whole):
            for several in self._divided(text):
                if len(several) > 1 and all(map(_is_told, several)):
                    yield from several
                    return
        yield whole

    def _divided(self, text: str) -> Iterator[list[Party]]:
        """A list of parties taken apart: at dashes, as words have it, and at commas alone."""
        yield [self._party(one) for one in map(tidy, _DASHES.split(text)) if one]
        listed = Parties(Text(text, self._lang), self._own).listed()
        yield [one if _is_known(one) else self._party(one.text) for one in listed]
        yield [self._party(one) for one in map(tidy, text.split(",")) if one]

    def _party(self, text: str) -> Party:
        party = read_party(text, self._lang, self._own)
        return party if _is_known(party) else _by_name(text, self._lang) or party

    def name_of(self, who: Who) -> str:
        """What a party is called in the language of the list."""
        return who.text if isinstance(who, Spelling) else _name(who, self._lang)

    # --- making ---

    def made(self, who: Who) -> Partner:
        """The partner; one that no table has gets the name by which it is mostly called.

        To be asked when the whole list has been read.
        """
        if isinstance(who, Partner):
            return who
        if who not in self._made:
            self._settle()
        return self._made[who]

    def _settle(self) -> None:
        """Make the partners of all spellings: one for an id, and none with that of a known one."""
        by_id: dict[str, Partner] = {}
        usual = {one: self._most_usual(made) for one, made in self._spelt_as.items()}
        for spelling in sorted(usual, key=self._usual_first):
            partner = usual[spelling]
            known = self._known.get(partner.id)
            if known and (known.kind, known.country) == (partner.kind, partner.country):
                partner = known
            elif known:
                mark = _mark(partner.name.marked(self._lang))
                partner = attrs.evolve(partner, id=f"{partner.id}-{mark}")
            self._made[spelling] = by_id.setdefault(partner.id, partner)

    def _most_usual(self, made: Counter[Partner]) -> Partner:
        """The partner with the name that is written most."""
        return min(made, key=lambda one: (-made[one], one.name.marked(self._lang)))

    def _usual_first(self, spelling: Spelling) -> tuple[int, str, str]:
        return -self._spelt_as[spelling].total(), spelling.words, spelling.kind.value


def owner_named(who: Partner | str, lang: str) -> Partner | str:
    """Whose list it is: a new partner where words tell all of it, else what was given.

    >>> owner_named("University of Northfield (United Kingdom)", "en").id
    'gb-university-of-northfield'
    """
    if isinstance(who, str):
        spellings = Spellings(lang)
        found = spellings.in_cell(who)
        if len(found) == 1 and found[0].is_certain and isinstance(found[0].value, Spelling):
            return spellings.made(found[0].value)
    return who


def _of_list(problem: Problem) -> Problem:
    """The problem of a partner as one of the row that names it."""
    code = _CODES.get(problem.code, problem.code)
    return Problem(code, (), problem.value, hint=problem.hint)


def _mark(name: str) -> str:
    """Some letters and digits that tell a name from others."""
    return hashlib.sha256(fold(name).encode()).hexdigest()[:_MARK]


def _is_known(party: Party) -> bool:
    return party.partner is not None or bool(party.candidates)


def _is_told(party: Party) -> bool:
    """Whether a party is known, or can be made of what its name tells."""
    return _is_known(party) or (party.kind is not None and party.country is not None)


def _by_name(text: str, lang: str) -> Party | None:
    """The party that a text names by a code, or by a name in another language."""
    found = certain(text, lang, PARTNERS)
    if not found:
        return None
    partner = found[0].value if len(found) == 1 else None
    return Party(
        text,
        kind=partner.kind if partner else None,
        country=partner.country if partner else None,
        partner=partner,
        candidates=found,
    )


def _name(partner: Partner, lang: str) -> str:
    return partner.name.marked(lang)
