"""The parties in a title: from the words that name them to partners."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from bilateral.coercion import Typed
from bilateral.errors import UnknownCode
from bilateral.language.folding import fold, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.bodies.attached_bodies import is_of_states, public_body_of
from bilateral.reading.bodies.bodies_of_units import noun_behind_office, noun_behind_unit
from bilateral.reading.bodies.executives import EXECUTIVES, executive_of
from bilateral.reading.bodies.foreign_words import names_foreign_country
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import Span, names_state
from bilateral.reading.bodies.landmarks import Landmark, landmarks, landmarks_at
from bilateral.reading.bodies.legal_forms import (
    TELLS_MORE,
    country_of_legal_form,
    end_of_legal_form,
    kind_of_legal_form,
)
from bilateral.reading.bodies.ministry_names import has_own_head, ministry_named
from bilateral.reading.bodies.patron_saints import behind_saint
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.town_names import may_be_namesake
from bilateral.reading.bodies.whereabouts import Whereabouts
from bilateral.reading.candidates import (
    Candidate,
    Match,
    as_abbreviated,
    is_own_name,
    likely,
    named_partners,
    state_among,
)
from bilateral.reading.segmentation import PartySplitter, Split
from bilateral.reading.words import Text, within
from bilateral.reference.territories import lies_in, unit_type
from bilateral.tables import languages

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Parties", "Party", "Sides", "read_party"]

# What has no name in the language stands in another one, with that one's tag.
_TAGGED = re.compile(r"(.+) \[([a-z]{2,3}(?:-\w+)*)\]")
_HYPHEN = re.compile("[-\u2010\u2011\u2013]")
# Those of two adjectives that have one each, and of what joins them.
_MOST_HYPHENS = 3
# What a unit of a state is called: the Province of Alberta, the State of Jalisco.
_UNITS = frozenset({PartnerKind.REGION, PartnerKind.STATE})
# The types of names that are places within a state, in the order of equal answers.
_PLACES = ("subdivision", "city")
# Of a city and a unit that has its name, the unit has a government.
_EXECUTIVES = {
    PartnerKind.REGION: PartnerKind.REGIONAL_EXECUTIVE,
    PartnerKind.CITY: PartnerKind.CITY_EXECUTIVE,
}
# What a name in quotes says better than the noun before it.
_SAID_IN_QUOTES = TELLS_MORE | {PartnerKind.SPORTS_BODY}
_WIDE = frozenset({PartnerKind.ASSOCIATION, PartnerKind.COMPANY})
# What legal forms say.
_FIRMS = frozenset({PartnerKind.COMPANY, PartnerKind.HOLDING})
# Those that have no name of their own without their country.
_OF_STATES = frozenset({PartnerKind.GOVERNMENT, PartnerKind.STATE})


@attrs.frozen(repr=False)
class Party(Typed):
    """A party as a title names it.

    ``text`` is as written, without the article; ``case`` the case in which it stands (gen, dat,
    ins; nom where nothing rules it). A head that several parties share ("the Governments of A
    and B") is in ``head``. ``partner`` is the one that the text names; where there are several,
    or none is certain, ``candidates`` has them all. ``kind`` and ``country`` are known more
    often than the partner.

    >>> from bilateral import parse_title
    >>> party, _ = parse_title("Abkommen zwischen Belarus und der Türkei", "de").parties
    >>> party.text, party.case, party.country
    ('Belarus', 'dat', 'BY')
    """

    text: str
    case: str = "nom"
    head: str | None = None
    kind: PartnerKind | None = None
    country: str | None = None
    partner: Partner | None = attrs.field(default=None, repr=False)
    candidates: tuple[Candidate, ...] = attrs.field(default=(), repr=False)

    @property
    def is_known(self) -> bool:
        """True if its kind and its country are known.

        >>> from bilateral import parse_title
        >>> title = parse_title("Vertrag zwischen Peru und der Stadt Blaba", "de")
        >>> [party.is_known for party in title.parties]
        [True, False]
        """
        return self.kind is not None and (self.country is not None or not self.kind.has_country)


#: The parties of the first side and of the second.
Sides = tuple[tuple[Party, ...], ...]


class Parties:
    """Reads the parties in one text."""

    def __init__(self, text: Text, dossier: Names | None, *, is_foreign: bool = False) -> None:
        self.text: Text = text
        self._is_foreign = is_foreign
        self._dossier = dossier
        self._lang = text.grammar.lang
        self.names: PlacedNames = PlacedNames(text, dossier)
        self.splitter: PartySplitter = PartySplitter(self.names)
        self._whereabouts = Whereabouts(self.names)
        #: The texts of parties of which nothing is known.
        self.unknown: set[str] = set()

    def sides(self, split: Split, case: str) -> Sides:
        """The parties of both sides."""
        first, *others = split.pieces
        head = split.head
        if head and head[0] < first[1]:
            begin = self.names.after_of(head[1], first[1])
            has_more = begin < first[1]
            first, case = ((begin, first[1]), "gen") if has_more else (first, case)
            head = head if has_more else None
        parties = [self.party(*piece, case, head) for piece in (first, *others)]
        kinds = {party.kind for party in parties if party.partner is not None}
        if not kinds and all(_may_be_state(party) for party in parties):
            # Niger and Luxembourg.
            kinds.add(PartnerKind.STATE)
        parties = [_of_like_kind(party, kinds) for party in parties]
        return tuple(parties[: split.middle]), tuple(parties[split.middle :])

    def listed(self) -> tuple[Party, ...]:
        """The parties of one side in the nominative, the whole text being those."""
        count = len(self.text.words)
        whole = self.party(0, count, "nom")
        if whole.candidates:
            return (_of_like_kind(whole, set()),)
        pieces = self.splitter.listed(0, count)
        return tuple(_of_like_kind(self.party(*piece, "nom"), set()) for piece in pieces)

    def pair(self, i: int) -> Sides:
        """Two countries in one word: Kazakh-Belarusian, deutsch-kasachisch.

        One of them may have a hyphen itself: deutsch-bosnisch-herzegowinisch.
        """
        word = self.text.words[i].text
        hyphens = [match.start() for match in _HYPHEN.finditer(word)]
        if len(hyphens) > _MOST_HYPHENS or self.names.at[i]:
            return ()
        for place in hyphens:
            parts = word[:place], word[place + 1 :]
            first, second = map(self._country_part, parts)
            if first is not None and second is not None and first != second:
                return tuple(
                    (
                        Party(
                            part, kind=PartnerKind.STATE, country=code, partner=Partner.state(code)
                        ),
                    )
                    for part, code in zip(parts, (first, second), strict=True)
                )
        return ()

    def _country_part(self, text: str) -> str | None:
        words = self.text.grammar
        combining = dict(words.pairs("combining"))
        if found := combining.get(fold(text)):
            return found.upper()
        entries = self.names.countries_index.stems.get(words.stem(fold(text)), ())
        codes = {entry.code for entry in entries if entry.type == "country"}
        return next(iter(codes)) if len(codes) == 1 else None

    def party(self, start: int, end: int, case: str, head: Span | None = None) -> Party:
        """One party from its words; ``head`` are those of a head noun that it shares."""
        start = self.text.after_article(start, end)
        # Who acts for a party is no part of its name: the State of X, represented by ...
        end = min((i for i in self.text.places("represented") if start < i < end), default=end)
        stop = self.names.without_country(start, end)
        if stop < end and self._named(start, end, head, ()):
            # What is in brackets belongs to the name itself: Frankfurt (Oder).
            stop = end
        noun = self.names.first_head(*head) if head else self.names.first_head(start, stop, case)
        if not head:
            noun = noun_behind_unit(self.names, noun, start, stop)
            noun = noun_behind_office(self.names, noun, start, stop)
        kind = self._kind(start, stop, noun, is_shared=head is not None)
        # Behind a unit stands its country: Atlanta, Georgia, USA.
        behind = self.names.countries(stop, end)[-1:] or self.names.behind_comma(stop)
        found = self._named(start, stop, head, behind) or self._place(start, stop, kind, head)
        if stop < end and (behind or not self._is_short(stop, end)):
            found = tuple(one for one in found if one.country in behind)
            # An organisation of many states has its seat in one.
            found = found or self._of_all(start, stop, head)
        country = self._sender(start, noun) or self._country(start, stop, end, found)
        is_namesake = not behind and may_be_namesake(self.text, start, end)
        is_of_all = stop == end and kind is PartnerKind.UNIVERSITY
        if is_namesake or (is_of_all and self._may_be_abroad(start, end)):
            country = None
        partner = found[0].value if len(found) == 1 and found[0].is_certain else None
        if not found and country and country in (behind or (country,)):
            partner = self._of_country(start, stop, kind, country, head)
        if kind is PartnerKind.PUBLIC_BODY and partner is None:
            kind = self._public(start, stop, country)
        text = self.text.span(start, end)
        has_noun = noun is not None or any(self.names.heads(start, end))
        is_open = not (found or partner or (kind and country))
        is_bare = is_open and not (kind or has_noun)
        if is_bare or (is_open and names_foreign_country(self.text, start, end)):
            others = () if self._is_foreign else (one for one in languages() if one != self._lang)
            if foreign := _in_other_language(text, tuple(map(lexicon, others))):
                kind, country = kind or foreign.kind, country or foreign.country
        is_placed = (kind is not None or (noun is not None and country is not None)) and (
            (country is not None and kind is not PartnerKind.STATE) or kind not in _OF_STATES
        )
        is_known = is_placed or found or partner or self._is_other_state(start, end, noun)
        # The Swiss Council: such a noun does not tell what it is.
        told = partner.kind if partner else self._of_form(start, stop, kind)
        is_vague = told is None and noun is not None and (noun.start, noun.end) == (start + 1, end)
        is_known = is_known and not (is_vague and self.names.is_adjective(start))
        if not is_known or (
            country is None and (is_namesake or self._may_be_of_another(start, end))
        ):
            self.unknown.add(text)
        return Party(
            text,
            case,
            self.text.span(*head) if head else None,
            told,
            country,
            partner,
            found,
        )

    def _kind(
        self, start: int, end: int, noun: Head | None, *, is_shared: bool
    ) -> PartnerKind | None:
        """The kind that the noun of a name tells, or what it is famous as."""
        famous = None if is_shared else self._famous(start, end)
        kind = self._behind_form(start, end, noun.kind if noun else None)
        if is_shared and kind is PartnerKind.HEAD_OF_STATE and self._is_body(start, end):
            # The Presidents of two parliaments are no heads of state.
            return None
        return famous.kind if famous else kind

    def _famous(self, start: int, end: int) -> Landmark | None:
        """The famous body that a name begins with, if the noun of another one is not behind it."""
        first = next(landmarks_at(self.text, start, end), None) if start < end else None
        if first is None or first.kind is None or any(self.names.heads(first.end, end)):
            return None
        return first

    def _is_short(self, start: int, end: int) -> bool:
        """Whether what is in brackets behind a name is but a short one, and no place: (WHO)."""
        word = self.text.words[start].text
        return end == start + 1 and sum(map(str.isupper, word)) > 1

    def _public(self, start: int, end: int, country: str | None) -> PartnerKind:
        """What a public body is: one of its country, or of several states."""
        if country:
            return self._department(start, end, country)
        several = is_of_states(self.names, start, end)
        return PartnerKind.INTERNATIONAL_ORG if several else PartnerKind.PUBLIC_BODY

    def _department(self, start: int, end: int, country: str) -> PartnerKind:
        """What a department is: in some countries a ministry, if it has portfolios: of Defence.

        Whether another one is the state's is to be asked.
        """
        text = self.text.span(start, end)
        names = PlacedNames(Text(text, self._lang), None)
        if not has_own_head(names, country):
            return PartnerKind.PUBLIC_BODY
        if ministry_named(names, country):
            return PartnerKind.MINISTRY
        self.unknown.add(text)
        return PartnerKind.PUBLIC_BODY

    def _is_body_or_unit(self, start: int, end: int) -> bool:
        """Whether a name has a noun, but that of a town."""
        heads = {head.kind for head in self.names.heads(start, end)}
        return not heads <= {PartnerKind.CITY}

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a name has the noun of a body that is no state."""
        noun = self.names.first_head(start, end)
        return noun is not None and not noun.is_state

    def _of_form(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind of a body; what has the legal form of a company is no association."""
        forms = self.text.grammar.words("company")
        has_form = any(
            self.text.words[i].key in forms or i in self.names.legal_forms
            for i in range(start + 1, end)
        )
        if kind in (None, PartnerKind.ASSOCIATION) and has_form:
            return PartnerKind.COMPANY
        told = None
        if kind in (None, PartnerKind.CITY_EXECUTIVE, PartnerKind.REGION):
            told = executive_of(self.names, start, end, self.names.first_head(start, end))
        if kind in (None, PartnerKind.CITY_EXECUTIVE):
            told = told or public_body_of(self.names, start, end)
        return told or self._executive(start, end, kind)

    def _behind_form(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind that the name behind a legal form tells, where that says less than a noun.

        УО «… университет» is a university, ПАО Сбербанк a bank.
        """
        begin = end_of_legal_form(self.text, start, end) if start < end else None
        if begin is None:
            return self._in_quotes(start, end, kind)
        head = self.names.first_head(begin, end) if begin < end else None
        if head is None or head.kind is None:
            return kind or kind_of_legal_form(self.text.words[start].text, self._lang)
        return head.kind if kind not in _FIRMS or head.kind in TELLS_MORE else kind

    def _in_quotes(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind that a name in quotes right behind its noun tells: Союз «… палата».

        That of a news agency needs none: агентство Синьхуа.
        """
        noun = self.names.head(start, end)
        if noun is None or noun.end >= end:
            return kind
        if noun.kind in _WIDE and not set("«„“").isdisjoint(self.text.gap(noun.end)):
            inner = self.names.first_head(noun.end, end)
            return inner.kind if inner and inner.kind in _SAID_IN_QUOTES else kind
        behind = self.names.head(noun.end, end) if noun.kind is PartnerKind.PUBLIC_BODY else None
        is_agency = behind is not None and behind.kind is PartnerKind.NEWS_AGENCY
        return PartnerKind.NEWS_AGENCY if is_agency else kind

    def _executive(self, start: int, end: int, kind: PartnerKind | None) -> PartnerKind | None:
        """The kind of a body, a government being the executive of the place that it governs."""
        if kind not in (PartnerKind.GOVERNMENT, PartnerKind.CITY_EXECUTIVE):
            return kind
        noun = self.names.first_head(start, end)
        # The People's Government of a province: what is before its noun says nothing of the place.
        begin = noun.start if noun and noun.end < end else start
        # Nor does the state behind that: of Sichuan Province of the People's Republic of China.
        units = self._units(begin, end) or self._units(begin, self._before_state(begin, end))
        places = {one.value.kind for one in units}
        if kind is PartnerKind.CITY_EXECUTIVE and PartnerKind.CITY in places:
            return kind
        unit = self.names.first_head(noun.end, end) if noun and noun.end < end else None
        famous = next(landmarks(self.text, noun.end, end), None) if noun else None
        kinds = (one.kind for one in (unit, famous) if one)
        if governed := [EXECUTIVES[one] for one in kinds if one and one in EXECUTIVES]:
            # That of a county in a province, народное правительство уезда; of the famous
            # Deutschsprachige Gemeinschaft Belgiens.
            return governed[0]
        if kind is PartnerKind.GOVERNMENT and not places:
            of_states, of_places = self._whereabouts.adjectives(start, end)
            # Die Tiroler Regierung is none of a state.
            if of_places and not of_states:
                return PartnerKind.REGIONAL_EXECUTIVE
            if noun and noun.end < end and not of_states and not self._names_state(noun.end, end):
                # Die Regierung von Oberbayern: what that governs, nobody says.
                self.unknown.add(self.text.span(start, end))
            return kind
        return next((body for place, body in _EXECUTIVES.items() if place in places), kind)

    def _names_state(self, start: int, end: int) -> bool:
        """Whether a state is named somewhere among some words."""
        places = within(self.names.named, start, end)
        return any(names_state(entries) for i in places for _, entries in self.names.at[i])

    def _before_state(self, start: int, end: int) -> int:
        """The end of a name without the state behind it: the Region *of the Republic of* ..."""
        names = self.names
        firsts = ((i, names.after_of(i, end)) for i in range(start + 2, end))
        outer = ((i, first) for i, first in firsts if first not in names.in_names)
        return next((i for i, first in outer if names.is_only_state(first, end)), start)

    def _is_other_state(self, start: int, end: int, noun: Head | None) -> bool:
        """Whether a party is, or belongs to, a state that the reference data do not have."""
        behind = self.names.after_of(noun.end, end) if noun else start
        texts = {self.text.span(start, end), self.text.span(behind, end)}
        return any(self.text.grammar.is_other_state(fold(text)) for text in texts)

    def _named(
        self, start: int, end: int, head: Span | None, countries: Collection[str]
    ) -> tuple[Candidate, ...]:
        """Partners of that name, with the head that it shares and what joins the two.

        ``countries`` are those that stand behind the name.
        """
        text = self.text.span(start, end)
        if head:
            begin, stop = head
            is_behind = begin >= end
            stop = stop if is_behind else self.names.after_of(stop, end)
            words = self.text.span(begin, stop)
            text = f"{text} {words}" if is_behind else f"{words} {text}"
        foreign = _TAGGED.fullmatch(text)
        text, lang = foreign.groups() if foreign else (text, self._lang)
        if lang not in languages():
            return ()
        found = named_partners(text, lang, self._dossier, countries)
        # In capitals alone, nobody sees what is an abbreviation.
        found = found if self.text.text.isupper() else as_abbreviated(text, found)
        return likely(self._told(one, text) for one in found)

    def _of_all(self, start: int, end: int, head: Span | None) -> tuple[Candidate, ...]:
        """The bodies of that name that no state has: UNESCO, *Paris*."""
        return tuple(one for one in self._named(start, end, head, ()) if one.country is None)

    def _told(self, one: Candidate, text: str) -> Candidate:
        """A suggestion as what it is where the text is the very name of it."""
        is_it = one.how is Match.SUGGESTION and is_own_name(text, one.value, self._lang)
        return attrs.evolve(one, how=Match.COMPOSED) if is_it else one

    def _place(
        self, start: int, end: int, kind: PartnerKind | None, head: Span | None
    ) -> tuple[Candidate, ...]:
        """The unit that the name of a territory means without its head: the State of Bavaria."""
        is_wide = kind in (None, PartnerKind.PUBLIC_BODY)
        noun = self.names.head(start, end) if is_wide else None
        if noun:
            # A noun of units that states and bodies have, too: the Land Salzburg, the Department
            # of Bas-Rhin.
            units = self._units(start, end, _PLACES[:1])
            return tuple(self._called(units, noun.start, noun.end))
        if kind is None or not kind.is_territory:
            return ()
        # A city is not the province that has its name, nor the province the city.
        is_region = kind in (PartnerKind.STATE, PartnerKind.REGION)
        # Behind a comma stands where it is: Orange County, California.
        comma = next((i for i in range(start + 1, end) if "," in self.text.gap(i)), end)
        end = comma if is_region and self.names.first_head(start, comma) else end
        for place in _PLACES[:1] if is_region else _PLACES:
            found = self._units(start, end, (place,), has_head=not head)
            fitting = [*self._fitting(found, self.text.span(start, end), kind)]
            if not fitting and (noun := self.names.head(start, end)):
                # The County of Zadar is Zadar County.
                fitting = self._called(found, noun.start, noun.end)
            if fitting:
                return tuple(self._of_type(fitting, start, end))
        return ()

    def _of_type(self, found: list[Candidate], start: int, end: int) -> list[Candidate]:
        """Of several units the one that is called so: the State of Maryland is no county."""
        told = self._called(found, start, end)
        return told if len(told) == 1 else found

    def _called(self, found: Iterable[Candidate], start: int, end: int) -> list[Candidate]:
        """The units whose country calls its units as some words do."""
        rows = lexicon(self._lang).rows("unit_types")
        stems = {word.stem for word in self.text.words[start:end]}
        words = ((one, rows.get(unit_type(one.code) or "", {}).get("nom", "")) for one in found)
        return [
            one
            for one, word in words
            if word and stems.issuperset(self.text.grammar.stems(fold(word)))
        ]

    def _fitting(
        self, found: Iterable[Candidate], text: str, kind: PartnerKind
    ) -> Iterator[Candidate]:
        """Those that have the kind of the head noun, or that very name."""
        is_region = kind in (PartnerKind.STATE, PartnerKind.REGION)
        for one in found:
            if is_own_name(text, one.value, self._lang):
                yield attrs.evolve(one, how=Match.COMPOSED)
            elif one.value.kind is kind or (is_region and one.type == "subdivision"):
                yield one

    def _units(
        self, start: int, end: int, types: Collection[str] = _PLACES, *, has_head: bool = True
    ) -> tuple[Candidate, ...]:
        """The places that a name means without its head; none for a state of the past.

        Nor for initials that a state has, too: РТ is Tatarstan and Tajikistan.
        """
        is_other = self.text.grammar.is_other_state(fold(self.text.span(start, end)))
        if is_other or self.names.has_namesakes(start, end):
            return ()
        first, stop = self._without_head(start, end) if has_head else (start, end)
        if self.names.names_organisation(first, stop):
            return ()
        text = self.text.span(first, stop)
        found = likely(named_partners(text, self._lang, None, types=types))
        if text.isupper() and not self.text.text.isupper():
            # НАНА is an academy, and no province called Нан.
            found = tuple(one for one in found if one.text.isupper())
        noun = self.names.head(first, stop) if first > start and not found else None
        if noun and noun.kind in _UNITS and noun.end < stop:
            # Of the government of a canton, the canton has a noun, too.
            begin = self.names.after_of(noun.end, stop)
            units = self._units(begin, stop, types, has_head=False)
            # A republic may be a state that the tables do not have.
            is_unit = noun.kind is PartnerKind.REGION
            return units if is_unit else tuple(self._called(units, first, stop))
        return found

    def _without_head(self, start: int, end: int) -> Span:
        """The words of a piece without a head noun, be it the first or the last."""
        head = self.names.head(start, end)
        if head is None and self.text.grammar.words("case.between"):
            # An adjective may be before it, but no genitive: Спасательная служба ...
            head = self.names.first_head(start, end, "ins")
        if head:
            return self.names.after_of(head.end, end), end
        for i in range(start + 1, end):
            if (head := self.names.head(i, end)) and head.end == end:
                return start, i
        return start, end

    def _sender(self, start: int, noun: Head | None) -> str | None:
        """The country of a mission that the adjective before its noun tells: it is in another."""
        if noun is None or noun.kind is not PartnerKind.DIPLOMATIC_MISSION:
            return None
        return self._whereabouts.only_state(start, noun.end)

    def _country(self, start: int, stop: int, end: int, found: tuple[Candidate, ...]) -> str | None:
        """The country: that of the partner, else the first that is named, else a place's.

        Where none is named, it is that of an adjective, if it is no other one than that of a city.
        What stands behind the name, from ``stop`` on, ends with the country: Georgia, USA.
        """
        if found:
            return _only({one.country for one in found})
        start = behind_saint(self.names, start, stop)
        codes = set[str | None]()
        # Mayo is a county of Ireland, but no part of the name of the clinic.
        famous = self._famous(start, stop)
        if famous and famous.end == end:
            return famous.country
        first = famous.end if famous else start
        if not self._is_body_or_unit(start, stop):
            codes = {*self.names.behind_comma(stop)}
        codes = codes or {*self._whereabouts.of_studies(start, stop)}
        codes = codes or set(self.names.places(first, stop)[:1])
        codes = codes or {*self.names.behind_comma(stop)}
        codes = codes or set(self.names.places(stop, end)[-1:])
        codes = codes or {one.country for one in (() if famous else self._units(start, end))}
        if not codes:
            form = country_of_legal_form(self.text.span(start, min(start + 1, end)), self._lang)
            codes = {form} if form else codes
        if not codes:
            cities, namesakes = self._whereabouts.cities(start, end)
            of_states, of_places = self._whereabouts.adjectives(start, end)
            pointing = set(self.names.countries(start, end)[:1])
            codes = {*cities, *of_places, *(pointing or of_states)}
            codes = codes or {*self._whereabouts.by_first_part(start, stop)}
            if not (codes or namesakes):
                codes = {*self._by_unit(start, stop)}
        return _only(codes)

    def _by_unit(self, start: int, end: int) -> set[str]:
        """The country of the unit that begins the name of a body: Ohio State University.

        Only those of some countries are names of nothing else.
        """
        found = self._unit_homes(start, end) if self._is_body(start, end) else set[str]()
        return found if self._whereabouts.units(start, end) <= found else set[str]()

    def _may_be_of_another(self, start: int, end: int) -> bool:
        """Whether the country that is named may be another one, too, or the unit of another."""
        return self.names.has_namesakes(start, end) or self._may_be_abroad(start, end)

    def _may_be_abroad(self, start: int, end: int) -> bool:
        """Whether the name of a state is that of another one's unit: the University of Georgia.

        What is both a state's and that of a unit, as Puerto Rico, is one.
        """
        states = set(self.names.countries(start, end))
        others = self._unit_homes(start, end) - states if states else set[str]()
        are_others = any(not lies_in(one, other) for one in states for other in others)
        return are_others and not self._whereabouts.cities(start, end)[0]

    def _unit_homes(self, start: int, end: int) -> set[str]:
        """The countries of the units that are named, of those with names of nothing else."""
        usual = {code.upper() for code in self.text.grammar.words("unit_before_body")}
        return usual & self._whereabouts.units(start, end) if usual else set()

    def _of_country(
        self, start: int, end: int, kind: PartnerKind | None, country: str, head: Span | None
    ) -> Partner | None:
        """The state, its government or competent body, if the words say that and no more."""
        noun = self.names.first_head(start, end)
        if head is None and (noun is None or noun.is_state):
            is_it = self.names.is_only_state(start, end, country)
            return Partner.state(country) if is_it else None
        rest = start if head or noun is None else noun.end
        before = noun.start if noun and not head else start
        says_no_more = (
            self.names.is_only_state(rest, end, country)
            or (head is not None and self.names.is_only_country(start, end))
            if rest < end
            else before > start and self.names.is_only_country(start, before)
        )
        with suppress(UnknownCode):
            if says_no_more and (found := self._competent(*(head or (start, end)))):
                is_any = self.text.words[found.start].stem == self._stem_of("authority")
                if is_any or kind:
                    return Partner.competent_authority(country, None if is_any else kind)
            if kind is PartnerKind.GOVERNMENT and says_no_more:
                return Partner.government(country)
        return None

    def _competent(self, start: int, end: int) -> Head | None:
        """The head noun, if the only word before it is that of competent authorities."""
        first = self.text.after_article(start, end)
        if first >= end or self.text.words[first].stem != self._stem_of("competent"):
            return None
        noun = self.names.first_head(start, end)
        return noun if noun and noun.start == first + 1 else None

    def _stem_of(self, word: str) -> str | None:
        """The stem of a title word, if the language has it."""
        phrase = lexicon(self._lang).phrase("vocabulary", f"title_word.{word}")
        return self.text.grammar.stem(fold(phrase.nom)) if phrase else None


def read_party(text: str, lang: str, dossier: Names | None) -> Party:
    """A party from a text that names nothing else."""
    words = Text(tidy(text), lang)
    if not words.words:
        return Party(text)
    return Parties(words, dossier).party(0, len(words.words), "nom")


@lru_cache(maxsize=4_096)
def _in_other_language(text: str, tables: tuple[Lexicon, ...]) -> Party | None:
    """A party as another language reads its name, if that has the noun of a body there."""
    others = (Text(text, one.lang) for one in tables)
    read = (
        Parties(words, None, is_foreign=True).party(0, len(words.words), "nom") for words in others
    )
    return next((one for one in read if one.kind and not one.kind.is_territory), None)


def _only(codes: Collection[str | None]) -> str | None:
    """The only one of some countries."""
    return next(iter(codes)) if len(codes) == 1 else None


def _may_be_state(party: Party) -> bool:
    """Whether one of several meanings is a state."""
    return any(one.value.kind is PartnerKind.STATE for one in party.candidates)


def _of_like_kind(party: Party, kinds: set[PartnerKind | None]) -> Party:
    """Of several meanings that of the others' kind, and a state before its own units.

    "Georgia" beside another state is one; "Belize" is the country rather than its district.
    """
    if party.partner is not None:
        return party
    certain = [one for one in party.candidates if one.is_certain]
    state = state_among(certain)
    alike = [state] if state else [one for one in certain if one.value.kind in kinds]
    if len(alike) != 1:
        return party
    partner = alike[0].value
    return attrs.evolve(party, partner=partner, kind=partner.kind, country=partner.country)
