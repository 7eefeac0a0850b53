"""The known names in a text together with what stands behind them and says where they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bilateral.language.folding import fold
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.initials import named_by_initials
from bilateral.reading.bodies.known_names import NATIONAL, KnownNames, names_state
from bilateral.reading.bodies.landmarks import landmarks_at
from bilateral.reading.bodies.secretariats import secretariats
from bilateral.reading.bodies.signs_of_countries import country_of_unit_sign
from bilateral.reading.bodies.surroundings import OF_UNITS, TOWNS, Places, surroundings
from bilateral.reading.bodies.town_names import cities_at, towns_at
from bilateral.reading.index import Index, index
from bilateral.reading.words import REDACTED, Text, within

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["PlacedNames"]

_LONGEST_BRACKET: Final = 8
_LONGEST_NAME: Final = 8
# The words of the place or the part of a body behind a comma, which are known to nobody.
_LONGEST_PLACE: Final = 7
_CLOSING: Final = ')»“”"’'
_BEFORE_HOME: Final = (",", "/")
# What is in brackets with such a word is no name.
_NO_NAME: Final = ("and", "between", "dated", "signed")
# An abbreviation has two capitals, and is no number: BUW, UdS, but not IV.
_ABBREVIATION: Final = re.compile(r"(?![IVXLC]+\Z)\w*[A-ZÄÖÜА-ЯЁ]\w*[A-ZÄÖÜА-ЯЁ]\w*")
# What introduces one, and the forms of firms.
_NO_OWN_NAME: Final = ("company", "henceforth")
_OF_PLACES: Final = OF_UNITS | {PartnerKind.CITY}
# What may be said to be in a city, as bodies are of which nothing more is known.
_IN_TOWNS: Final = frozenset(
    {
        None,
        PartnerKind.ACADEMY,
        PartnerKind.ASSOCIATION,
        PartnerKind.BROADCASTER,
        PartnerKind.CHAMBER,
        PartnerKind.COMPANY,
        PartnerKind.DIPLOMATIC_MISSION,
        PartnerKind.EXCHANGE,
        PartnerKind.HOSPITAL,
        PartnerKind.MUSEUM,
        PartnerKind.PUBLIC_BODY,
        PartnerKind.RESEARCH_INSTITUTE,
        PartnerKind.SCHOOL,
        PartnerKind.SPORTS_BODY,
        PartnerKind.THEATRE,
        PartnerKind.UNIVERSITY,
    }
)


class PlacedNames(KnownNames):
    """The names in a text, each with the bracket, town, unit or country that belongs to it."""

    def __init__(self, text: Text, dossier: Names | None) -> None:
        super().__init__(text, dossier)
        #: The words within names, and those that say where a town is.
        self.inside: set[int] = self.in_names.union(
            named_by_initials(text, self.headed), text.places("represented")
        )
        #: What stands behind a comma and says where the name before it is, by its first word:
        #: where it ends, and in which countries it is.
        self._apposed: dict[int, tuple[int, frozenset[str]]] = {}
        for i in within(text.marks, 1, len(text.words)):
            self._look_behind_comma(i)
        self.inside.update(*secretariats(text))
        for i in text.places("about"):
            # Zell am See.
            famous = landmarks_at(text, i - 1) if i and text.words[i - 1].is_capitalised else ()
            self.inside.update(*(range(i, one.end) for one in famous))
        if text.places("lies"):
            places = Places(self._cities, (self.countries_index, self._units))
            self.inside.update(*surroundings(text, self.head, self.is_only_state, places))

    def _look_behind_comma(self, i: int) -> None:
        """Note what a comma before a word does not separate from the name before it."""
        mark = self.text.gaps[i].strip()
        is_form = i in self.legal_forms or bool(self.text.role(i, "company"))
        if is_form and mark[-1:] in (",", ")"):
            # Co., Ltd.; in (Pty) Ltd the bracket is part of it.
            self.inside.update((i - 1, i) if mark[-1:] == ")" else (i,))
        elif mark[-1:] != "," and not self._is_home_behind_stroke(i):
            return
        elif found := self._place_behind(i) if self._mark(i) in _BEFORE_HOME else None:
            self._apposed[i] = found
            self.inside.update(range(i, found[0]))

    def _is_home_behind_stroke(self, i: int) -> bool:
        """Whether a stroke may stand before a home, something else joining the parties.

        Bonn – Portsmouth/Ohio.
        """
        text = self.text
        return text.gap(i) == "/" and bool(text.places("and") or text.dashes)

    def _mark(self, i: int) -> str:
        """What separates a word from a name before it, without the dot of a legal form: Ltd., X."""
        mark = self.text.gap(i).lstrip(_CLOSING).strip()
        return mark.removeprefix(".") if i in self.legal_forms.values() else mark

    def with_country(self, start: int, end: int) -> int:
        """The end of a name together with what is in brackets or a country after a comma."""
        mark = self._mark(end) if end < len(self.text.words) else ""
        if mark.startswith("("):
            return self._after_bracket(end)
        if end in self._apposed:
            return self._apposed[end][0]
        if not mark and (stop := self._after_town(start, end)):
            return stop
        if mark != "," or self.is_only_state(start, end):
            return end
        own = self.countries(start, end)
        return self._apposed_unit(end, own) or self._apposed_country(end, own) or end

    def _apposed_country(self, i: int, own: Collection[str]) -> int | None:
        """The end of a country's name that begins at a word, being one of ``own`` if any are."""
        for stop, entries in self.at[i] if i < len(self.at) else ():
            # In apposition it stands in the nominative, whatever the case of the name.
            text = fold(self.text.span(i, stop))
            named = [entry for entry in entries if fold(entry.text) == text]
            codes = {entry.code for entry in named if names_state([entry])}
            if codes and (not own or not codes.isdisjoint(own)):
                return stop
        return None

    def _apposed_unit(self, i: int, own: Collection[str]) -> int | None:
        """The end of a unit and its country behind a comma: Illinois, USA; Illinois (USA)."""
        count = len(self.text.words)
        before = self.head(i, count)
        if before and before.kind in OF_UNITS:
            i = self.after_of(before.end, count)
        for stop, entries in self.text.spot(self._units, i, count):
            homes = {entry.code.partition("-")[0] for entry in entries}
            homes = homes.intersection(own) if own else homes
            behind = self.head(stop, count) if self.text.gap(stop) == " " else None
            end = behind.end if behind and behind.kind in OF_UNITS else stop
            if homes and self.text.gap(end).strip() in (",", "("):
                return self._apposed_country(end, homes)
        return None

    def behind_comma(self, i: int) -> frozenset[str]:
        """The countries of what stands behind a comma and says where the name before it is."""
        return self._apposed[i][1] if i in self._apposed else frozenset()

    def _place_behind(self, i: int) -> tuple[int, frozenset[str]] | None:
        """The place behind a comma that says where the one before it, or a body, is.

        Warsaw, Poland; Portland, Oregon; the National Museum, Beijing.
        """
        # Amsterdam, the Netherlands.
        first = self.text.after_article(i, len(self.text.words) - 1)
        if stop := self._apposed_unit(first, ()):
            return stop, frozenset(self.countries(first, stop)[-1:])
        town = self._town_before(i)
        own = self._known_before(i)
        if stop := self._apposed_country(first, town or own or ()) if self.at[first] else None:
            is_said = town or (self._is_of_body(i, own) and self._is_over(stop))
            return (stop, frozenset(self.countries(first, stop)[-1:])) if is_said else None
        return (
            self._unit_with_noun(i)
            or self._unit_behind_town(i, town, own)
            or (self._name_in_country(i, town, own) if "(" in self.text.text else None)
            or self._town_behind_body(i, town, own)
            or self._name_behind_body(i)
        )

    def _name_in_country(
        self, i: int, town: Collection[str], own: Collection[str]
    ) -> tuple[int, frozenset[str]] | None:
        """The place behind a body that a country in brackets tells to be one: X, Sucre (Bolivia).

        Behind what has no noun that we know it may be a further party, unless there are two.
        """
        text, count = self.text, len(self.text.words)
        stop = next(
            (n for n in range(i + 1, min(i + _LONGEST_PLACE, count)) if text.gap(n) != " "), i
        )
        is_name = all(text.words[n].is_capitalised or self._is_of(n) for n in range(i, stop))
        if stop == i or text.gap(stop) != " (" or not is_name or within(self.headed, i, stop):
            return None
        is_second = (
            not town and any(n < i for n in text.places("and")) and self._is_behind_between(i)
        )
        end = self._apposed_country(stop, own) if self._has_body(i) or is_second else None
        is_over = end is not None and text.gap(end).startswith(")") and self._is_over(end)
        return (end, frozenset(self.countries(stop, end))) if end and is_over else None

    def _unit_with_noun(self, i: int) -> tuple[int, frozenset[str]] | None:
        """The unit, with its noun, behind a town with one: der Stadt Tonami, Präfektur Toyama.

        Where an article tells the case of the town, what has none is no further party.
        """
        count = len(self.text.words)
        unit = self.head(i, count)
        town = self.head(max(within(self.headed, 0, i), default=i), i)
        if not (unit and unit.kind in OF_UNITS and town and town.kind in TOWNS):
            return None
        if not (town.start and self.text.is_article(town.start - 1)):
            return None
        stop = unit.end
        while stop < count and self.text.gap(stop) == " " and self.text.words[stop].is_capitalised:
            stop += 1
        is_named = stop > unit.end and self._is_over(stop)
        return (stop, frozenset(self.countries(i, stop)[-1:])) if is_named else None

    def _unit_behind_town(
        self, i: int, town: Collection[str], own: Collection[str]
    ) -> tuple[int, frozenset[str]] | None:
        """The unit behind a town, in countries whose towns are told so: Portland, Oregon.

        With the noun of a unit it may be one of any country: Syktyvkar, Komi Republic.
        """
        if (home := country_of_unit_sign(self.text, i)) and self._is_over(i + 1):
            return i + 1, frozenset({home})
        usual, others = self._with_units
        if not usual or (own and not town) or not self.text.words[i - 1].is_capitalised:
            return None
        count = len(self.text.words)
        before = self.head(i, count)
        is_behind = before is not None and before.kind in OF_UNITS and before.end < count
        first = self.after_of(before.end, count) if before and is_behind else i
        if self.text.words[i].key.endswith(self._ruled_endings):
            # In the case of a party, it is one: между Минском, Минской областью.
            return None
        behind = self.text.spot(self._units, first, count) if first > i else ()
        for stop, entries in (*self.text.spot(self._units, i, count), *behind):
            noun = self.head(stop, count) if self.text.gap(stop) == " " else None
            end = noun.end if noun and noun.kind in OF_UNITS else stop
            # A name that a town has, too, is that of one more.
            is_unit = end > stop or not self.text.spot(self._cities, i, stop)
            homes = {entry.code.partition("-")[0] for entry in entries}
            has_noun = end > stop or bool(within(self.headed, i, stop))
            if not (has_noun and (town or (len(homes) == 1 and self._is_alone(i)))):
                homes &= usual | others if is_unit else usual
            # Panama City, Florida, is in another country than the town that we know.
            homes = (homes.intersection(town) if town and own else homes) or homes & usual
            if homes and self._is_over(end) and self._is_behind_between(i):
                return end, frozenset(homes)
        return None

    @cached_property
    def _ruled_endings(self) -> tuple[str, ...]:
        """The endings of the case in which parties stand, where endings tell."""
        words = self.text.grammar.words
        return words(f"ending.{next(iter(words('case.between')), 'nom')}")

    def _is_alone(self, i: int) -> bool:
        """Whether the name before a comma is all that stands behind "between" or "and"."""
        text = self.text
        while i and text.words[i - 1].is_capitalised and not text.role(i - 1, "and"):
            i -= 1
            if text.gap(i) != " ":
                return False
        return i > 0 and bool(text.role(i - 1, "and") or text.role(i - 1, "between"))

    @cached_property
    def _with_units(self) -> tuple[frozenset[str], frozenset[str]]:
        """The countries whose towns have their unit behind them: whatever it is called, or not."""
        words = self.text.grammar.words
        usual, others = words("unit_behind_town"), words("unit_and_no_town")
        return frozenset(map(str.upper, usual)), frozenset(map(str.upper, others))

    def _town_behind_body(
        self, i: int, town: Collection[str], own: Collection[str]
    ) -> tuple[int, frozenset[str]] | None:
        """The town behind a body: Indian Institute of Management, Ahmedabad."""
        if (town and not own) or not (self._has_body(i) if own else self._is_of_body(i, own)):
            return None
        i = self._behind_word_for_town(i)
        for stop, several in towns_at(self.text, i):
            homes = several.intersection(own) if own else several
            if homes and self._is_over(stop) and REDACTED not in self.text.gap(stop):
                return stop, frozenset(homes)
        return None

    def _name_behind_body(self, i: int) -> tuple[int, frozenset[str]] | None:
        """What nobody knows behind a body, up to the subject: City Hospital, Kochi *on* kidneys.

        It is a town or a part of the body: X University, Graduate School of Engineering.
        """
        text, topics = self.text, self.text.places("topic")
        stop = next((n for n in range(i + 1, i + _LONGEST_PLACE) if n in topics), None)
        if stop is None or not (self._is_behind_between(i) and self._has_body(i)):
            return None
        inner = range(i, stop)
        is_name = text.words[i].is_capitalised and text.words[stop - 1].is_capitalised
        is_name = is_name and all(text.gap(n) == " " for n in range(i + 1, stop + 1))
        is_name = is_name and all(text.words[n].is_capitalised or self._is_of(n) for n in inner)
        return (stop, frozenset()) if is_name else None

    def _is_of(self, i: int) -> bool:
        return self.text.is_article(i) or bool(self.text.role(i, "of"))

    def _town_before(self, i: int) -> Collection[str]:
        """The countries of the town whose name ends before a word."""
        return self._towns.get(i, ())

    @cached_property
    def _towns(self) -> dict[int, set[str]]:
        """The countries of the towns whose names end before each word."""
        found: dict[int, set[str]] = {}
        for start in self.text.with_stem(self._cities.beginnings):
            for end, homes in cities_at(self.text, start):
                found.setdefault(end, set()).update(homes)
        return found

    @cached_property
    def _cities(self) -> Index:
        return index(self.lang, "cities")

    @cached_property
    def _units(self) -> Index:
        return index(self.lang, "units")

    def _known_before(self, i: int) -> set[str]:
        """The countries of the known name that ends before a word."""
        codes = {
            self.country_of(entry)
            for start in within(self.named, i - _LONGEST_NAME, i)
            for end, entries in self.at[start]
            for entry in entries
            if end == i and entry.form != "adj"
        }
        return {code for code in codes if code}

    def _is_of_body(self, i: int, own: Collection[str]) -> bool:
        """Whether the name before a comma is that of a body or, behind "between", a new one."""
        text = self.text
        if own or not (text.words[i - 1].is_capitalised or text.gaps[i][:1] in _CLOSING):
            return False
        return self._has_body(i) or self._is_behind_between(i)

    def _has_body(self, i: int) -> bool:
        """Whether the noun of a body is in the name that ends before a word."""
        heads = within(self.headed, max(0, i - _LONGEST_NAME + 1), i)
        for n in range(i - 1, min(heads, default=i) - 1, -1):
            if (head := self.head(n, i)) and not head.is_state:
                # A town behind a region is in it, and not the other way round.
                return head.kind not in NATIONAL | OF_UNITS
            # An institute of the liver and kidneys, or of Bosnia and Herzegovina, is one.
            is_next = self.text.words[n + 1].is_capitalised and n not in self.in_names
            if self.text.gap(n).strip(" ()") or (is_next and self.text.role(n, "and")):
                break
        return False

    def _is_behind_between(self, i: int) -> bool:
        """Whether "between" or a colon has said before a word that parties follow."""
        is_listed = ":" in self.text.text[: self.text.starts[i]]
        return is_listed or any(n < i for n in self.text.places("between"))

    def _is_over(self, i: int) -> bool:
        """Whether a name may end before a word: at a mark, before "and", before a subject."""
        text = self.text
        if i == len(text.words) or not set(",;)–—" + REDACTED).isdisjoint(text.gap(i)):
            return True
        roles = ("and", "about", "signed", "dated", "date_after_kind", "with")
        return any(text.role(i, role) for role in roles)

    def _after_town(self, start: int, end: int) -> int | None:
        """The end of the city behind a body that is *in* it: Jagiellonian University in Kraków."""
        if end + 1 >= len(self.text.words) or not self.text.role(end, "place_in"):
            return None
        head = self.first_head(start, end)
        if head and head.kind is PartnerKind.DIPLOMATIC_MISSION:
            # The Embassy of Peru in the Republic of Chile.
            first = self.text.after_article(end + 1, len(self.text.words) - 1)
            states = (stop for stop, entries in self.at[first] if names_state(entries))
            if (stop := next(states, None)) is not None:
                return stop
        if head is None or head.kind not in _IN_TOWNS:
            return None
        first = self._behind_word_for_town(end + 1)
        stop = next((stop for stop, _ in towns_at(self.text, first)), None)
        # Its country may follow: in Prešov (Slovakia).
        return self.with_country(start, stop) if stop and "(" in self.text.gap(stop) else stop

    def _behind_word_for_town(self, i: int) -> int:
        """The name behind the noun of a city: г. Бонн."""
        noun = self.head(i, len(self.text.words) - 1)
        return noun.end if noun and noun.kind is PartnerKind.CITY else i

    def _after_bracket(self, i: int) -> int:
        """The end of what is in brackets from a word on, if that says more of a party."""
        brackets = self.text.brackets
        if self.text.gap(i)[-1:] in "„«“":
            # What has a name of its own: (“The Bible of ...”).
            return i
        for stop in range(i + 1, min(len(self.text.words), i + _LONGEST_BRACKET) + 1):
            if brackets[stop] < brackets[i]:
                words = self.text.words[i:stop]
                is_name = any(word.is_capitalised for word in words)
                is_other = any(word.is_number for word in words) or any(
                    self.text.role(n, role) for n in range(i, stop) for role in _NO_NAME
                )
                return stop if is_name and not is_other and stop not in self.inside else i
        return i

    def without_country(self, start: int, end: int) -> int:
        """The end of a name without its country behind it, or what is in brackets."""
        brackets = self.text.brackets
        for i in range(start + 1, end):
            mark = self.text.gap(i).strip()
            is_behind = brackets[i] > brackets[start] or mark[-1:] in _BEFORE_HOME
            if is_behind and i not in self.in_names and self.with_country(start, i) == end:
                return i
        return end

    def has_own_name(self, start: int, end: int) -> bool:
        """Whether words in brackets behind a name tell it from others: Rom (La Sapienza).

        Places, legal forms, abbreviations, words of the name itself and units of the body do not.
        """
        text, i = self.text, start
        units = text.grammar.words("unit_of_body")
        if any(word.key in units for word in text.words[start:end]):
            return False
        before = text.words[:start]
        while i < end:
            stop = self._end_of_known(i, end)
            word = text.words[i]
            # Uni Rom is the University of Rome.
            is_its = any(word.stem == one.stem or one.key.startswith(word.key) for one in before)
            if stop == i and not is_its:
                return True
            i = max(stop, i + 1)
        return False

    def _end_of_known(self, i: int, end: int) -> int:
        """The end of a place, a legal form or an abbreviation that begins at a word, else it."""
        text, head = self.text, self.head(i, end)
        stops = [i + text.role(i, role, end) for role in _NO_OWN_NAME]
        stops += (stop for stop, _ in self.at[i])
        stops += (stop for stop, _ in (*towns_at(text, i), *text.spot(self._units, i, end)))
        stops += [head.end] if head and head.kind in _OF_PLACES else []
        is_short = text.is_small(i) or _ABBREVIATION.fullmatch(text.words[i].text)
        return max(i + bool(is_short), *(stop for stop in stops if stop <= end))
