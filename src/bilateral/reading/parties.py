"""The parties in a title: from the words that name them to partners."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from bilateral.coercion import Typed
from bilateral.errors import UnknownCode
from bilateral.language.completion import complete
from bilateral.language.folding import fold, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.bodies.countries_of_parties import CountriesOfParties
from bilateral.reading.bodies.foreign_words import names_foreign_country
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.kinds_of_parties import KindsOfParties, noun_of_party
from bilateral.reading.bodies.known_names import NATIONAL, Span
from bilateral.reading.bodies.place_candidates import territories_meant
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
from bilateral.reading.segmentation import BETWEEN_NAMES, PartySplitter, Split
from bilateral.reading.words import Text
from bilateral.tables import languages

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Parties", "Party", "Sides", "read_party"]

# What has no name in the language stands in another one, with that one's tag.
_TAGGED = re.compile(r"(.+) \[([a-z]{2,3}(?:-\w+)*)\]")
_HYPHEN = re.compile("[-\u2010\u2011\u2013]")
# Those of two adjectives that have one each, and of what joins them.
_MOST_HYPHENS = 3
# Longer ones in capitals alone are rather names.
_LONGEST_INITIALS = 5
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
        #: The texts of parties of which nothing is known.
        self.unknown: set[str] = set()
        whereabouts = Whereabouts(self.names)
        self._kinds = KindsOfParties(self.names, whereabouts, self.unknown)
        self._countries = CountriesOfParties(self.names, whereabouts)

    def sides(self, split: Split, case: str) -> Sides:
        """The parties of both sides."""
        first, *others = split.pieces
        head, case = split.head, split.case or case
        if head and head[0] < first[1]:
            begin = self.names.after_of(head[1], first[1])
            has_more = begin < first[1]
            first, case = ((begin, first[1]), "gen") if has_more else (first, case)
            head = head if has_more else None
        parties = [self.party(*piece, case, head) for piece in (first, *others)]
        if case != "nom" and head is None and self._are_beside_dash(split, parties, case):
            parties = [self.party(*piece, "nom") for piece in (first, *others)]
        kinds = {party.kind for party in parties if party.partner is not None}
        if not kinds and all(_may_be_state(party) for party in parties):
            # Niger and Luxembourg.
            kinds.add(PartnerKind.STATE)
        parties = [_of_like_kind(party, kinds) for party in parties]
        return tuple(parties[: split.middle]), tuple(parties[split.middle :])

    def _are_beside_dash(self, split: Split, parties: Iterable[Party], case: str) -> bool:
        """Whether a dash joins two names of which one stands in the nominative: Киев – Кульера."""
        is_joined = self.text.gap(split.pieces[-1][0]).strip() in BETWEEN_NAMES
        return is_joined and any(self._is_nominative(one, case) for one in parties)

    def _is_nominative(self, party: Party, case: str) -> bool:
        """Whether a known name is written in the nominative, which is not as the ``case`` is."""
        name = party.partner.name.best(self._lang) if party.partner else None
        if name is None or party.partner is None or name.nom != party.text:
            return False
        form = getattr(complete(name, self._lang, party.partner.kind.value), case, None)
        return form not in (None, name.nom)

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
        noun = noun_of_party(self.names, start, stop, case, head)
        kind = self._kinds.told(start, stop, noun, is_shared=head is not None)
        # Behind a unit stands its country: Atlanta, Georgia, USA.
        behind = self.names.countries(stop, end)[-1:] or self.names.behind_comma(stop)
        sign = self._countries.sign(start, stop, end, noun)
        behind = behind or ([sign.country] if sign else [])
        found = self._named(start, stop, head, behind)
        found = found or territories_meant(self.names, start, stop, kind, head)
        if stop < end and (behind or not self._is_short(stop, end)):
            found = tuple(one for one in found if one.country in behind)
            # An organisation of many states has its seat in one.
            found = found or self._of_all(start, stop, head)
        country = self._countries.sender(start, noun)
        country = country or self._countries.told(start, stop, end, found)
        country = sign.country if sign and not found else country
        is_other = self._is_other_state(start, end, noun)
        is_it = is_other and (kind in NATIONAL or self._is_other_state(start, end, None))
        country = None if is_it else country
        is_namesake = not behind and may_be_namesake(self.text, start, end)
        is_namesake = is_namesake or (sign is not None and not (sign.is_certain or found))
        is_of_all = stop == end and kind is PartnerKind.UNIVERSITY
        if is_namesake or (is_of_all and self._countries.may_be_abroad(start, end)):
            country = None
        partner = found[0].value if len(found) == 1 and found[0].is_certain else None
        if not found and country and country in (behind or (country,)):
            partner = self._of_country(start, stop, kind, country, head)
        if kind is PartnerKind.PUBLIC_BODY and partner is None:
            kind = self._kinds.of_public_body(start, stop, country)
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
        is_known = is_placed or found or partner or is_other
        # The Swiss Council: such a noun does not tell what it is.
        told = partner.kind if partner else self._kinds.of_body(start, stop, kind)
        is_vague = told is None and noun is not None and (noun.start, noun.end) == (start + 1, end)
        is_known = is_known and not (is_vague and self.names.is_adjective(start))
        if told is None and is_known and country and not is_vague:
            told = self._kinds.of_general_noun(noun)
        if not is_known or (
            country is None and (is_namesake or self._countries.may_be_of_another(start, end))
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

    def _is_short(self, start: int, end: int) -> bool:
        """Whether what is in brackets behind a name is but a short one, and no place: (WHO)."""
        word = self.text.words[start].text
        return end == start + 1 and sum(map(str.isupper, word)) > 1

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
        if self._are_initials(text):
            found = tuple(one for one in found if one.text.isupper() or not _is_in_state(one))
        return likely(self._told(one, text) for one in found)

    def _are_initials(self, text: str) -> bool:
        """Whether a short word alone is in capitals, as no town is: ARUA and the University of X.

        Beside others it may be one: LILLE and LEEDS.
        """
        is_short = text.isalpha() and text.isupper() and len(text) <= _LONGEST_INITIALS
        capitals = (word.text for word in self.text.words if word.text.isupper())
        return is_short and not any(one != text and len(one) > 1 for one in capitals)

    def _of_all(self, start: int, end: int, head: Span | None) -> tuple[Candidate, ...]:
        """The bodies of that name that no state has: UNESCO, *Paris*."""
        return tuple(one for one in self._named(start, end, head, ()) if one.country is None)

    def _told(self, one: Candidate, text: str) -> Candidate:
        """A suggestion as what it is where the text is the very name of it."""
        is_it = one.how is Match.SUGGESTION and is_own_name(text, one.value, self._lang)
        return attrs.evolve(one, how=Match.COMPOSED) if is_it else one

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


def _is_in_state(one: Candidate) -> bool:
    """Whether a name is that of a place in a state."""
    return one.value.kind.is_territory and one.value.kind is not PartnerKind.STATE


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
