"""A partner from a name as somebody wrote it: `Partner.like`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from hashlib import blake2s
from typing import Final, NamedTuple

import attrs

from bilateral.coercion import limited
from bilateral.errors import AmbiguousText
from bilateral.language.folding import bare, fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.language.nominatives import nominative
from bilateral.language.transliteration import transliterated
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.reading.bodies.body_names import body_named
from bilateral.reading.bodies.kinds_of_parties import behind_office
from bilateral.reading.bodies.known_names import names_state
from bilateral.reading.bodies.landmarks import NOUN, landmarks
from bilateral.reading.bodies.legal_forms import TELLS_MORE, behind_legal_form
from bilateral.reading.bodies.ministry_names import ministry_named
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.whereabouts import Whereabouts
from bilateral.reading.candidates import meant
from bilateral.reading.finding import find
from bilateral.reading.index import Entry
from bilateral.reading.parties import Party, read_party
from bilateral.reading.words import Text
from bilateral.reference.partners import country_of
from bilateral.tables import listed, resolve

__all__ = ["partner_like", "partner_of", "usual_partner"]

_LONGEST: Final = 500
_LONGEST_ID: Final = 60
# How many letters of it tell a cut id from others that begin like it.
_CHECKSUM: Final = 6
# Firms are named after places that they are not in.
_PRIVATE: Final = frozenset({PartnerKind.COMPANY, PartnerKind.HOLDING, PartnerKind.BANK})
# Whose noun an adjective of a place may stand at wherever they are: Austrian Airlines, the German
# School. "National" makes it certain whose they are.
_ANYWHERE: Final = _PRIVATE | {PartnerKind.SCHOOL, PartnerKind.THEATRE}
# What is where it is, whatever adjective it has: the American University of Beirut.
_TEACHING: Final = frozenset({PartnerKind.SCHOOL, PartnerKind.UNIVERSITY})
# What universities have grown out of: “Lviv Polytechnic”, «Московский энергетический институт».
_GROWING: Final = frozenset(
    {PartnerKind.ACADEMY, PartnerKind.RESEARCH_INSTITUTE, PartnerKind.UNIVERSITY}
)
_QUOTED: Final = re.compile('«.*»|„[^“”]*[“”]|“[^”]*”|"[^"]*"')
# Where a noun is the last part of others, but for the shortest, which many end in by chance.
_COMPOUNDING: Final = ("de", "ru")
_SHORT: Final = 3
_CLOSING: Final = frozenset("»“”")
_NO_WORD: Final = re.compile("[^a-z0-9]+")


class _Hint(NamedTuple):
    """A value that a name tells, and whether for certain."""

    value: str | None
    is_certain: bool = True


def partner_like(
    text: str,
    lang: str,
    *,
    country: str | None,
    kind: PartnerKind | None,
    id: str | None,
) -> Partner:
    """The partner that a text names: `Partner.like` says what the arguments mean."""
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text).at("text")])
    name = tidy(limited(text, _LONGEST))
    _words(name, resolve(lang))
    home = None if country is None else country_of(country)
    certain = meant(name, find(name, lang, type=Partner, country=home))
    found = [one.value for one in certain if kind in (None, one.value.kind)]
    if len(found) > 1:
        raise AmbiguousText(text, tuple(one.id for one in found))
    if found:
        partner: Partner = found[0]
        return partner if id is None else attrs.evolve(partner, id=id)
    party = attrs.evolve(read_party(name, lang, None), text=name)
    return partner_of(party, lang, country=home, kind=kind, id=id, case=None)


def partner_of(
    party: Party,
    lang: str,
    *,
    country: str | None = None,
    kind: PartnerKind | None = None,
    id: str | None = None,
    case: str | None,
    accepts_likely: bool = False,
) -> Partner:
    """A new partner from a party whose name is none of the known ones.

    ``case`` is the one in which the text stands, `None` if that is not known. With
    ``accepts_likely`` the country and the kind need not be certain. Raises `ValidationError`
    (``empty-text``, ``no-country``, ``no-kind``, ``no-nominative``).
    """
    if acting := _body_of_office(party.text, resolve(lang)):
        text, case = acting
        inner = read_party(text, lang, None)
        if inner.partner and country in (None, inner.country) and kind in (None, inner.kind):
            return inner.partner if id is None else attrs.evolve(inner.partner, id=id)
        party = attrs.evolve(party, text=text)
    return _Name(party, resolve(lang), accepts_likely).partner(country, kind, id, case)


def _body_of_office(text: str, lang: str) -> tuple[str, str] | None:
    """The body for which somebody acts by an office, and its case: университета for a rector."""
    words = Text(text, lang)
    # Names are looked up only behind the word for an office.
    is_office = words.places("office").get(0)
    if is_office and (begin := behind_office(PlacedNames(words, None), 0, len(words.words))):
        return words.span(begin, len(words.words)), "gen"
    office, _, rest = text.partition(" ")
    bodies = words.grammar.pairs("office_of")
    stem = words.grammar.stem(fold(office))
    found = next((body for one, body in bodies if words.grammar.stem(one) == stem), None)
    return (f"{office[0]}{found[1:]} {rest}", "nom") if found and rest else None


def usual_partner(text: str, lang: str, country: str | None) -> Partner | None:
    """The body of a state or another territory that its noun and that place name, by rule.

    Its noun may stand in the plural, as where several share it.

    >>> usual_partner("Верховными судами Турции", "ru", None).id
    'tr-supreme-court'
    """
    return _Name(read_party(text, lang, None), resolve(lang), accepts_likely=False).usual(country)


# What stands behind a name, in brackets or after a comma.
_TOWN_BEHIND = re.compile(r"[,(]\s*([^,()]+)\)?\s*\Z")


def _words(name: str, lang: str) -> Text:
    """The words of a name; `ValidationError` if it has none: (–)."""
    text = Text(name, lang)
    if not text.words:
        raise ValidationError([Problem("empty-text", ("text",), name)])
    return text


class _Name:
    """The name of a party, and what it tells."""

    def __init__(self, party: Party, lang: str, accepts_likely: bool) -> None:  # noqa: FBT001
        self._party = party
        self._lang = lang
        self._accepts_likely = accepts_likely
        self._text = _words(party.text, lang)
        first = self._text.after_article(0, len(self._text.words) - 1)
        self._written = party.text[self._text.starts[first] - self._opening(first) :]
        # What stands in quotes says neither what a partner is nor where,
        plain = _QUOTED.sub(self._hidden, self._written)
        if (quoted := self._behind_form()) is not None:
            # unless the legal form before it says even less.
            self._party = attrs.evolve(party, kind=quoted.kind)
            plain = quoted.text
        self._names = PlacedNames(Text(plain, lang), None)
        self._written = self._without_country(self._written)
        self._whole = PlacedNames(Text(self._written, lang), None)

    def _hidden(self, quoted: re.Match[str]) -> str:
        """The blanks for a name in quotes; but what a national university was is where that is.

        So are railways, which states have. A noun of a language says nothing there: „Lwiwska
        Politechnika“ is in no country of it.
        """
        words = Text(quoted[0][1:-1], self._lang)
        is_told = _has(words, "state_run") and self._party.kind in _PRIVATE
        if self._party.kind is PartnerKind.UNIVERSITY and _has(self._text, "of_state"):
            nouns = (one.what == NOUN for one in landmarks(words, 0, len(words.words)))
            is_told = read_party(words.text, self._lang, None).kind in _GROWING and not any(nouns)
        return f" {words.text} " if is_told else " " * len(quoted[0])

    def _behind_form(self) -> Party | None:
        """The name that stands in quotes behind a legal form, but for the names of firms."""
        named = behind_legal_form(self._written, self._lang)
        if named is None:
            return None
        form, name = named
        quoted = read_party(name, self._lang, None)
        certain, _ = _kind_nouns(lexicon(self._lang))
        words = Text(form, self._lang).words
        is_firm = any(certain.get(word.stem) in _PRIVATE for word in words)
        return None if is_firm and quoted.kind not in TELLS_MORE else quoted

    def _without_country(self, written: str) -> str:
        """A name without its country, abbreviation or the like in brackets or after a comma."""
        names = PlacedNames(Text(written, self._lang), None)
        count = len(names.text.words)
        end = names.without_country(0, count)
        # A quote behind the last word is its own.
        if end == count or ("(" in names.text.gap(end) and names.has_own_name(end, count)):
            return written
        cut = written[: names.text.starts[end]].rstrip(" ,([")
        # Within quotes, a bracket is part of what they have: «… университет транспорта (МИИТ)».
        return cut if _CLOSING.isdisjoint(written[len(cut) :]) else written

    def _opening(self, first: int) -> int:
        """The number of quotes or brackets right before a word."""
        gap = self._text.gap(first)
        return len(gap) - len(gap.rstrip('«„“"(['))

    def partner(
        self, country: str | None, kind: PartnerKind | None, id: str | None, case: str | None
    ) -> Partner:
        """The partner; what is given goes before what the name tells."""
        usual = self.usual(country)
        if usual and country in (None, usual.country) and kind in (None, usual.kind):
            own = nominative(self._written, self._lang, case, usual.kind.value)
            # In a name without its state, nobody sees whose body it is.
            says_state = self._whole.countries(0, len(self._whole.text.words))
            return self._renamed(usual, own if says_state else None, id)
        kinds = _Hint(kind) if kind else self._kind()
        known = PartnerKind(kinds.value) if kinds.value and self._takes(kinds) else None
        homes = _Hint(country) if country else self._country(known)
        sender = self._sender(known)
        if sender and homes.value != sender:
            # The Austrian embassy in Turkey: the country beside it is the one it is in.
            homes = _Hint(sender, is_certain=country is None)
        home = homes.value if self._takes(homes) else None
        name = nominative(self._written, self._lang, case, known.value) if known else self._written
        if name is None and case is None:
            name = self._written
        problems = [*self._problems(known, kinds, home, homes)]
        if name is None:
            problems.append(Problem("no-nominative", ("name",), self._written))
        if problems or known is None or name is None:
            raise ValidationError(problems)
        found = home if known.has_country else None
        return Partner(id or self._id(name, known, found), known, {self._lang: name}, country=found)

    def _sender(self, kind: PartnerKind | None) -> str | None:
        """The only state that an adjective says a mission is of."""
        if kind is not PartnerKind.DIPLOMATIC_MISSION:
            return None
        return Whereabouts(self._names).only_state(0, len(self._names.text.words))

    def usual(self, country: str | None) -> Partner | None:
        """The ministry of portfolios, or the body of a territory, that the text names."""
        return self._ministry(country) or body_named(self._whole, country)

    def _ministry(self, country: str | None) -> Partner | None:
        """The ministry of portfolios that the text names, in whatever case."""
        homes = _Hint(country) if country else self._country(PartnerKind.MINISTRY)
        if homes.value is None or not self._takes(homes):
            return None
        return ministry_named(self._whole, homes.value)

    def _takes(self, hint: _Hint) -> bool:
        return hint.is_certain or self._accepts_likely

    def _problems(
        self, kind: PartnerKind | None, kinds: _Hint, home: str | None, homes: _Hint
    ) -> Iterator[Problem]:
        if kind is None:
            yield Problem("no-kind", ("kind",), self._written, hint=kinds.value)
        if home is None and (kind is None or kind.has_country):
            yield Problem("no-country", ("country",), self._written, hint=homes.value)

    def _renamed(self, partner: Partner, name: str | None, id: str | None) -> Partner:
        """A partner with the name that was written, unless it is called so anyway."""
        own = partner.name.best(self._lang)
        if name and (own is None or fold(own.nom) != fold(name)):
            names = {**dict(partner.name.pairs()), self._lang: name}
            partner = attrs.evolve(partner, name=names)
        return partner if id is None else attrs.evolve(partner, id=id)

    # --- the kind ---

    def _kind(self) -> _Hint:
        kind = self._party.kind
        certain, likely = _kind_nouns(lexicon(self._lang))
        # The word for a territory may be an attribute: State Tax Inspectorate.
        if (kind is None or kind.is_territory) and (noun := self._kind_by(certain)):
            return _Hint(noun)
        if kind is not None:
            return _Hint(kind.value)
        return _Hint(self._kind_by(likely), is_certain=False)

    def _kind_by(self, nouns: dict[str, str]) -> str | None:
        """The kind by its noun: the first one, in English the last one before "of" and the like."""
        text = self._names.text
        found = None
        for i in range(min(len(text.words), len(self._whole.text.words))):
            kind = None if i in self._in_states else self._kind_at(i, nouns)
            if kind and self._lang != "en":
                return kind
            if found and text.is_small(i):
                return found
            found = kind or found
        return found

    @cached_property
    def _in_states(self) -> set[int]:
        """The words of states: behind a town, the Russian Federation says of no federation."""
        at = enumerate(self._names.at)
        states = ((i, stop) for i, named in at for stop, one in named if names_state(one))
        return {n for i, stop in states for n in range(i, stop)}

    def _kind_at(self, i: int, nouns: dict[str, str]) -> str | None:
        words = self._names.text.words
        keys = [" ".join(word.stem for word in words[i : i + length]) for length in (3, 2, 1)]
        # The first or the last part of a word with a hyphen: музей-заповедник, медиа-холдинг.
        halves = words[i].key.split("-")
        keys += map(self._names.text.grammar.stem, (halves[0], halves[-1]))
        if key := next(filter(nouns.__contains__, keys), None):
            return nouns[key]
        stem = words[i].stem
        # Sport ends as a port does.
        if self._lang in _COMPOUNDING and stem not in self._names.text.grammar.stems_of("no_head"):
            ends = (stem[at:] for at in range(len(stem) - _SHORT))
            longest = next(filter(nouns.__contains__, ends), None)
            return nouns[longest] if longest else None
        return None

    # --- the country ---

    def _country(self, kind: PartnerKind | None) -> _Hint:
        """The country: a state that is named for certain, then a place, then an adjective."""
        names = self._names
        count = len(names.text.words)
        where = Whereabouts(names)
        states = self._noted(lambda entry: names_state([entry]))
        if len(states) == 1:
            # Georgia has universities in two countries.
            state = states.pop()
            is_namesake = kind in _TEACHING and where.are_units_abroad(state)
            return _Hint(state, is_certain=not is_namesake)
        if len(states) > 1:
            # The first one has the body: the embassy of one in another, a society of friendship.
            first = names.country(0, count)
            is_sender = kind is PartnerKind.DIPLOMATIC_MISSION and self._is_sent_to_other(first)
            return _Hint(first, is_certain=is_sender)
        return self._by_places(where, kind)

    def _by_places(self, where: Whereabouts, kind: PartnerKind | None) -> _Hint:
        """The country of the places in the name, or that of an adjective before its noun."""
        names = self._names
        count = len(names.text.words)
        adjectives, places = where.adjectives(0, count)
        cities, namesakes = where.cities(0, count)
        # The name of a famous firm stands in quotes.
        famous = Whereabouts(self._whole).famous(0, len(self._whole.text.words))
        places |= cities | where.bodies() | famous
        if not famous:
            places |= self._noted(lambda one: one.type == "subdivision" and one.form != "adj")
        units = set[str]() if famous else where.units(0, count)
        is_beyond = where.is_beyond(0, count) or not units <= places | adjectives
        # The German Institute in Istanbul is in one country and of another.
        if len(places) == 1 and (kind in _TEACHING or places >= adjectives):
            is_it = places == famous or self._is_in_its_town() or self._has_behind(places)
            is_there = kind not in _PRIVATE or is_it
            return _Hint(places.pop(), is_certain=is_there and not is_beyond)
        if not places and len(adjectives) == 1:
            is_its = self._is_of_nation(kind) and not is_beyond
            return _Hint(adjectives.pop(), is_certain=is_its)
        likely = min(places or namesakes, default=self._party.country)
        return _Hint(likely, is_certain=not (places or namesakes) and self._is_in_unit(kind))

    def _is_in_unit(self, kind: PartnerKind | None) -> bool:
        """Whether the name without its noun is that of a unit, and no more: Landesregierung Tirol.

        A point of the compass is none.
        """
        words = self._names.text.words
        stems = self._names.text.grammar.stems_of("no_place")
        is_doubtful = kind in _PRIVATE or any(word.stem in stems for word in words)
        points = self._names.countries(0, len(words))
        return not (is_doubtful or points or _QUOTED.search(self._written))

    def _is_sent_to_other(self, sender: str | None) -> bool:
        """Whether another state than the first one stands behind "in"."""
        text = self._names.text
        return any(
            text.role(i, "place_in")
            and sender not in (None, *self._names.places(i, len(text.words)))
            for i in range(1, len(text.words))
        )

    def _is_in_its_town(self) -> bool:
        """Whether a noun says that even a firm is in the town that it names: an airport."""
        return _has(self._names.text, "in_its_town")

    def _has_behind(self, countries: set[str]) -> bool:
        """Whether the town behind the name, in brackets or after a comma, is in these countries."""
        behind = _TOWN_BEHIND.search(self._names.text.text)
        if behind is None:
            return False
        names = PlacedNames(Text(behind[1], self._lang), None)
        return Whereabouts(names).cities(0, len(names.text.words))[0] == countries

    def _is_of_nation(self, kind: PartnerKind | None) -> bool:
        """Whether an adjective of a place before such a body says in which country it is."""
        is_national = any(_has(self._names.text, role) for role in ("of_state", "state_run"))
        return kind is not None and (kind not in _ANYWHERE or is_national)

    def _is_new(self, i: int) -> bool:
        return Whereabouts(self._names).is_new(i)

    def _noted(self, is_wanted: Callable[[Entry], bool]) -> set[str]:
        found: set[str] = set()
        inside = 0
        for i, named in enumerate(self._names.at):
            for stop, entries in named[:1] if i >= inside and not self._is_new(i) else ():
                codes = {entry.code.partition("-")[0] for entry in entries if is_wanted(entry)}
                found |= codes if len(codes) == 1 else set()
                # New Jersey names no state.
                inside = stop
        return found

    # --- the id ---

    def _id(self, name: str, kind: PartnerKind, country: str | None) -> str:
        """An id of ASCII letters: the country, and the name of a body without its state."""
        text = Text(name, self._lang)
        names = PlacedNames(text, None)
        count = len(text.words)
        ends = range(1, 0 if kind is PartnerKind.STATE else count)
        is_own = (i for i in ends if names.is_only_state(i, count, country))
        end = next(is_own, count)
        while end > 1 and text.is_small(end - 1):
            end -= 1
        words = name[: text.ends[end - 1]]
        latin = transliterated(lexicon("en"), words, self._lang) or ""
        slug = _NO_WORD.sub("-", bare(latin)).strip("-")
        digest = blake2s(fold(name).encode(errors="surrogatepass")).hexdigest()[:_CHECKSUM]
        whole = "-".join(filter(None, [country and country.lower(), slug or digest]))
        if len(whole) <= _LONGEST_ID:
            return whole
        cut = whole[: _LONGEST_ID - _CHECKSUM - 1].rpartition("-")[0]
        return f"{cut}-{digest}"


def _has(text: Text, role: str) -> bool:
    """Whether one of the words of a role is in a text."""
    stems = text.grammar.stems_of(role)
    return any(word.stem in stems for word in text.words)


@cache
def _kind_nouns(tables: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """The nouns that tell a kind by their stems: those that do for certain, and likely ones."""
    words = grammar(tables.lang)

    def nouns(column: str) -> dict[str, str]:
        return {
            " ".join(words.stems(fold(noun))): kind
            for kind, row in tables.rows("kinds_of_names").items()
            for noun in listed(row.get(column, ""))
        }

    return nouns("words"), nouns("likely")
