"""In which country a body is, by the places and the adjectives of places in its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Final

from bilateral import reference
from bilateral.language.folding import Grammar, fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import begins_with_head
from bilateral.reading.bodies.known_names import WATERS, names_state
from bilateral.reading.bodies.landmarks import ADJECTIVE, NOUN, PART, TOWN, landmarks
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.index import Entry, Index, index, may_be
from bilateral.tables import languages, listed

__all__ = ["Whereabouts"]

# What goes before the ending of an adjective, by the language: Dresden, Dresdner; Рига, рижский.
# None of them is ever written: what is no word of the language is met in no name.
_DERIVED: Final = {
    "de": (("", "er"), ("en", "er"), ("en", "ner"), ("e", "er"), ("el", "ler")),
    "ru": (
        ("", "ский"),
        ("", "нский"),
        ("ск", "ский"),
        ("цк", "цкий"),
        ("к", "цкий"),
        ("ь", "ский"),
        ("а", "ский"),
        ("а", "инский"),
        ("ия", "ский"),
        ("я", "ский"),
        ("я", "йский"),
        ("о", "ский"),
        ("е", "ский"),
        ("ы", "ский"),
        ("и", "ийский"),
        ("и", "инский"),
    ),
}
# The ending of adjectives that is that of towns, too.
_ADJECTIVE: Final = "ский"
# Whose units have German adjectives in -er: Tiroler, Südtiroler, Züricher.
_WITH_ADJECTIVES: Final = frozenset({"AT", "BE", "CH", "DE", "IT", "LI", "LU"})
# The ending of adjectives that are the same in all cases.
_UNCHANGING: Final = "er"
_HEAD_WITHIN: Final = 5
# What is called after its place.
_AT_PLACES: Final = frozenset({PartnerKind.HOSPITAL, PartnerKind.MUSEUM, PartnerKind.UNIVERSITY})
_LONGEST_CITY: Final = 3
# What French leaves of a word before a vowel.
_ELIDED: Final = frozenset({"d", "l"})
# Of these forms of a name another case may be met; the others are one.
_NOMINATIVES: Final = ("alias", "nom")


class Whereabouts:
    """Tells where the bodies in one text are."""

    def __init__(self, names: PlacedNames) -> None:
        self._names = names
        self._text = names.text
        self._lang = names.lang
        self._cities: Index = index(self._lang, "cities")
        self._adjectives = _adjectives_of(lexicon(self._lang))

    def cities(self, start: int, end: int) -> tuple[set[str], set[str]]:
        """The countries of the cities that are named: those for certain, and namesakes'."""
        certain, doubtful = set[str](), set[str]()
        # Freiburg im Üechtland is not Freiburg.
        told = [*landmarks(self._text, start, end)]
        towns = {one.start: one.end for one in told}
        capital = self._text.with_stem(self._text.grammar.stems_of("of_capital"))
        is_of_capital = any(start <= i < end for i in capital)
        where = [*self._where(start, end)]
        for i in where:
            for stop, entries in self._cities_at(i, end):
                if stop < towns.get(i, 0):
                    break
                if stop < end and self._text.role(stop, "name_goes_on"):
                    # Santiago de Compostela is not Santiago.
                    continue
                rows = [reference.cities()[code] for code in self._named(i, stop, entries)]
                if rows:
                    homes = {row["country"] for row in rows}
                    # No National University is in a namesake of Athens.
                    is_it = is_of_capital and all(row.get("capital") == "yes" for row in rows)
                    are_others = not is_it and any("elsewhere" in row for row in rows)
                    is_only = len(homes) == 1 and not are_others
                    (certain if is_only else doubtful).update(homes)
                    break
        for i in range(start, end):
            certain |= self._in_word(i)
        for one in told:
            if one.kind or one.what == PART or (one.what == TOWN and one.start in where):
                certain.add(one.country)
        return certain, doubtful

    def place_named(self, start: int, end: int) -> PartnerKind | None:
        """What the last of some words name: a city, or a unit: Argyll & Bute."""
        where = range(start, end)
        if any(stop == end for i in where for stop, _ in self._cities_at(i, end)):
            return PartnerKind.CITY
        is_unit = any(stop == end for i in where for stop, _ in self._units_at(i, end))
        return PartnerKind.REGION if is_unit else None

    def famous(self, start: int, end: int) -> set[str]:
        """The countries of the famous bodies that are named."""
        return {one.country for one in landmarks(self._text, start, end) if one.kind}

    def _is_of_other(self, i: int, country: str | None) -> bool:
        """Whether an adjective of another state stands right before: Latvian State Department."""
        return i > 0 and bool(self._by_adjective(i - 1)[1] - {country})

    def _cities_at(self, i: int, end: int) -> Iterator[tuple[int, list[Entry]]]:
        """The cities that begin at a word, as the language calls them or another one does."""
        yield from self._text.spot(self._cities, i, end)
        for stop in range(min(end, i + _LONGEST_CITY), i, -1):
            key = " ".join(word.key for word in self._text.words[i:stop])
            for exact in self._exonyms:
                if key in exact:
                    yield stop, exact[key]

    @cached_property
    def _exonyms(self) -> list[dict[str, list[Entry]]]:
        """The cities as the other languages call them."""
        return [index(lang, "cities").exact for lang in languages() if lang != self._lang]

    def _in_word(self, i: int) -> set[str]:
        """The country of the city in a word: Peking-Universität, Université d'Antananarivo."""
        article, elided, name = self._text.words[i].key.partition("'")
        first, hyphen, rest = self._text.words[i].text.partition("-")
        # Петропавловск-Камчатский is no Петропавловск.
        is_other = fold(rest).endswith(self._text.grammar.words("ending.attribute") or " ")
        key = fold(first) if hyphen and not is_other else ""
        key = name if elided and article in _ELIDED else key
        known = (exact.get(key) for exact in (self._cities.exact, *self._exonyms))
        entries = next(filter(None, known), ()) if key else ()
        rows = [reference.cities()[entry.code] for entry in entries]
        homes = {"" if "elsewhere" in row else row["country"] for row in rows}
        return homes - {""} if len(homes) == 1 else set()

    def _where(self, start: int, end: int) -> Iterator[int]:
        """The words with which the name of a city may begin.

        None does so after "named after", up to a comma, and in quotes, nor does what says what the
        body is (Kanton).
        """
        text = self._text
        is_person = is_quoted = False
        for i in range(start, end):
            gap = text.gap(i)
            is_quoted = (
                "«" in gap or "„" in gap or (is_quoted and "»" not in gap and "“" not in gap)
            )
            head = self._names.head(i, end)
            if text.role(i, "named_after"):
                is_person = True
            elif (
                not {",", "("}.isdisjoint(gap)
                or text.is_small(i)
                or (head and head.kind is PartnerKind.CITY)
            ):
                is_person = False
            word = text.words[i]
            if (
                word.is_capitalised
                and not (is_person or head or word.text.isupper())
                and not (self.is_new(i) or self._is_titled(i))
                and (not is_quoted or self._is_behind_noun(start, i))
            ):
                yield i

    def _is_behind_noun(self, start: int, i: int) -> bool:
        """Whether what is mostly called after its place is named before a word in quotes.

        «Медицинский университет Караганды», «Аэропорт Самарканд», «Школа № 5 г. Минска»; a
        restaurant may be anywhere.
        """
        is_next = self._text.gap(i) in (" ", ". ")
        before = (self._names.head(n, i) for n in range(start, i) if is_next)
        noun = next((head for head in before if head and head.end == i), None)
        return noun is not None and (
            noun.kind in _AT_PLACES
            or noun.kind is PartnerKind.CITY
            or self._text.words[noun.start].stem in self._text.grammar.stems_of("at_place")
        )

    def is_new(self, i: int) -> bool:
        """Whether the word before makes a name that of another place: New England."""
        text = self._text
        return i > 0 and text.words[i - 1].stem in text.grammar.stems_of("new")

    def _is_titled(self, i: int) -> bool:
        """Whether the word before says that a person is named: Queen Mary, St. Florence."""
        text = self._text
        return i > 0 and text.words[i - 1].stem in text.grammar.stems_of("person_title")

    def units(self, start: int, end: int) -> set[str]:
        """The countries that have a unit of one of the names, which nobody has reviewed.

        A word that many bodies have in their names tells none: Maritime Museum.
        """
        plain = self._text.grammar.stems_of("no_place")
        return {
            code.partition("-")[0]
            for i in self._where(start, end)
            # No part of another name: South African.
            if i not in self._names.inside
            for stop, codes in self._units_at(i, end)
            if all(known <= stop for known, _ in self._names.at[i])
            and not (stop == i + 1 and self._text.words[i].stem in plain)
            for code in codes
        }

    def are_units_abroad(self, state: str) -> bool:
        """Whether what names a state is the name of a unit of another one, too: Georgia."""
        return any(
            state not in code.split("-")
            for i, named in enumerate(self._names.at)
            for known, entries in named
            if names_state(entries)
            for stop, codes in self._units_at(i, known)
            if stop == known
            for code in codes
        )

    def _units_at(self, i: int, end: int) -> Iterator[tuple[int, set[str]]]:
        """The units whose names begin at a word: where these end, and the codes."""
        for stop, entries in self._text.spot(index(self._lang, "units"), i, end):
            keys = [word.key for word in self._text.words[i:stop]]
            yield stop, {entry.code for entry in entries if may_be(keys, entry)}

    def is_beyond(self, start: int, end: int) -> bool:
        """Whether a continent is named, in which a body may be anywhere."""
        continents = self._text.grammar.stems_of("continent")
        return any(self._text.words[i].stem in continents for i in range(start, end))

    def _named(self, start: int, end: int, entries: list[Entry]) -> set[str]:
        keys = [word.key for word in self._text.words[start:end]]
        text = " ".join(keys)
        return {
            entry.code
            for entry in entries
            if fold(entry.text) == text or (entry.form in _NOMINATIVES and may_be(keys, entry))
        }

    def adjectives(self, start: int, end: int) -> tuple[set[str], set[str]]:
        """The countries of the adjectives in front of the nouns of bodies: of states, of places.

        They say whose these are, unless what they describe is a language or a house of culture.
        """
        told = landmarks(self._text, start, end)
        states = {one.country for one in told if one.what in (ADJECTIVE, NOUN)}
        places = set[str]()
        stems = self._text.grammar.stems_of("of_a_nation")
        for i in range(start, end - 1):
            last, of_state, of_place = self._by_adjective(i)
            pair = self._text.span(i - 1, last + 1) if i > start else ""
            if pair and self._text.grammar.is_other_state(fold(pair)):
                # Latin American
                continue
            if not (of_state or of_place) or not self._is_before_head(last, end):
                continue
            if self._text.words[last + 1].stem in stems:
                return set(), set()
            states |= of_state
            places |= of_place
        return states, places

    def of_studies(self, start: int, end: int) -> set[str]:
        """The countries of the body that has an institute which studies one: Институт Китая РАН."""
        names = self._names
        noun = next(names.heads(start, end), None)
        if noun is None or noun.kind is not PartnerKind.RESEARCH_INSTITUTE or noun.end >= end:
            return set()
        if not any(names_state(entries) for _, entries in names.at[noun.end]):
            return set()
        known = (one for i in range(noun.end, end) for _, several in names.at[i] for one in several)
        bodies = {names.country_of(one) for one in known if one.type == "institution"}
        return self.adjectives(noun.end, end)[0] or {code for code in bodies if code}

    def only_state(self, start: int, end: int) -> str | None:
        """The country that adjectives of states in front of the nouns of bodies say, if one."""
        states, _ = self.adjectives(start, end)
        return states.pop() if len(states) == 1 else None

    def _is_before_head(self, i: int, end: int) -> bool:
        """Whether the noun of a body follows, with nothing between that ends the attributes."""
        for n in range(i + 1, min(end, i + _HEAD_WITHIN)):
            if self._text.gap(n).strip() or self._text.is_small(n):
                return False
            if self._names.head(n, end):
                return True
        return False

    def by_first_part(self, start: int, end: int) -> set[str]:
        """The country that begins the abbreviated name of a body: Росстат, Казгидромет."""
        grammar = self._text.grammar
        parts = dict(grammar.pairs("country_part"))
        bodies = grammar.stems_of("head.public_body") | grammar.stems_of("body") if parts else ()
        return {
            parts[first].upper()
            for one in self._text.words[start:end]
            for first in parts
            if one.key.startswith(first)
            and (one.stem in bodies or begins_with_head(one.text[len(first) :], self._lang))
        }

    def bodies(self) -> set[str]:
        """The countries of known bodies that are named, each in one country."""
        found: set[str] = set()
        for i, several in enumerate(self._names.at):
            for _, entries in several[:1]:
                codes = {self._names.country_of(one) for one in entries}
                if len(codes) == 1 and all(one.type == "institution" for one in entries):
                    found |= {code for code in codes if code and not self._is_of_other(i, code)}
        return found

    def _by_adjective(self, i: int) -> tuple[int, set[str], set[str]]:
        """The countries that have an adjective, and those of the units and cities that do.

        Before them is the last word of it: South African.
        """
        word = self._text.words[i]
        for stop, named in self._names.at[i]:
            if named[0].type == WATERS:
                return stop - 1, set(), set()
            found: dict[bool, set[str]] = {True: set(), False: set()}
            for one in named:
                if one.form == "adj":
                    found[one.type == "country"].add(one.code.partition("-")[0])
            if found[True] or found[False]:
                return stop - 1, found[True], found[False]
        if word.stem in self._text.grammar.stems_of("no_place"):
            return i, set(), set()
        words = self._text.grammar
        first, hyphen, rest = word.key.partition("-")
        if hyphen and first in words.words("compass"):
            # Южно-Казахстанский; other states than South Africa have no names of that sort.
            entries = self._names.countries_index.stems.get(words.stem(rest), ())
            return i, {one.code for one in entries if one.form == "adj"}, set()
        key = _key(words, word.key)
        return i, set(), {*self._adjectives.get(key, ())} if word.is_capitalised else set()


@cache
def _adjectives_of(tables: Lexicon) -> Mapping[str, frozenset[str]]:
    """The countries of places by the stems of the adjectives that only they have."""
    words = grammar(tables.lang)
    found: dict[str, set[str]] = {}
    for name, adjective, home in _places(tables):
        derived = _derived(name, tables.lang)
        # A German town has an adjective of its own beside that in -isch.
        for one in (adjective,) if adjective and tables.lang != "de" else derived:
            found.setdefault(_key(words, fold(one)), set()).add(home)
    # Some are not made by rule, or of what is no unit: flämisch, böhmisch; or by chance of another
    # one, too: миланский of Мила.
    for adjective, home in (*words.pairs("adjective.place"), *_told(tables, ADJECTIVE)):
        found[_key(words, fold(adjective))] = {home.upper()}
    return {key: frozenset(homes) for key, homes in found.items() if "" not in homes}


def _places(tables: Lexicon) -> Iterator[tuple[str, str, str]]:
    """The names of cities and units, their adjectives, and the country, if that is certain."""
    units, cities = tables.rows("subdivisions"), tables.rows("cities")
    for key, row in reference.cities().items():
        name = (units if "code" in row else cities).get(row.get("code", key), {})
        home = "" if "elsewhere" in row else row["country"]
        yield name.get("nom", ""), name.get("adj", ""), home
    for code, row in reference.subdivisions().items():
        name = units.get(code, {})
        text = name.get("proper") or name.get("nom") or row.get(tables.lang, "")
        if row["current"] == "yes" and "elsewhere" not in row:
            home = code.partition("-")[0]
            # Bayer is of no Somali region.
            is_of_language = tables.lang != "de" or home in _WITH_ADJECTIVES
            yield text if is_of_language else "", name.get("adj", ""), home
    yield from ((town, "", home) for town, home in _told(tables, TOWN))


def _told(tables: Lexicon, what: str) -> Iterator[tuple[str, str]]:
    """The landmarks of a sort, and their countries."""
    for code, row in tables.rows("landmarks").items():
        home, _, sort = code.partition(".")
        if sort == what:
            yield from ((name, home) for name in listed(row["names"]))


def _derived(name: str, lang: str) -> Iterator[str]:
    if "-" in name and name.endswith(_ADJECTIVE):
        # Петропавловск-Камчатский городской округ
        yield name
    for lost, ending in _DERIVED.get(lang, ()):
        if name.endswith(lost) and " " not in name:
            yield name.removesuffix(lost) + ending


def _key(words: Grammar, adjective: str) -> str:
    """An adjective as it is looked up: without its ending, unless it has the same in all cases."""
    return adjective if adjective.endswith(_UNCHANGING) else words.stem(adjective)
