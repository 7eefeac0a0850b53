"""The known names and head nouns in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from bilateral import reference
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head, HeadNouns
from bilateral.reading.bodies.landmarks import TOWN
from bilateral.reading.bodies.legal_forms import TELLS_MORE
from bilateral.reading.bodies.sports import with_sport
from bilateral.reading.index import Entry, Index, index, may_be, own_index
from bilateral.reading.words import Text, within
from bilateral.reference.territories import lies_in
from bilateral.tables import listed

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["NATIONAL", "WATERS", "KnownNames", "Span", "is_noun", "names_state"]

#: Some words of a text: the number of the first, and of the one after the last.
Span = tuple[int, int]

# Within how many words from its beginning a name has its head.
_HEAD_WITHIN: Final = 8
# How many capital letters are the name of a body, and not a legal form.
_ABBREVIATED: Final = 3
_NOTHING: Final[list[Entry]] = []
_NO_NAMES: Final[list[tuple[int, list[Entry]]]] = []
#: Who stands for a whole state.
NATIONAL: Final = frozenset({PartnerKind.GOVERNMENT, PartnerKind.STATE})
#: The type of rivers, seas and lakes that have the name of a state and are not in it alone.
WATERS: Final = "waters"


class KnownNames:
    """The names and head nouns in a text."""

    def __init__(self, text: Text, dossier: Names | None) -> None:
        self.text = text
        self.dossier = dossier
        self.lang: str = text.grammar.lang
        self._heads = HeadNouns(text)
        self.countries_index: Index = _names(lexicon(self.lang))
        shelves = [self.countries_index]
        if dossier is not None:
            own = own_index(*dossier.own_names())
            shelves += [own[lang] for lang in own if lang == self.lang]
        count = len(text.words)
        #: The names that begin at each word, longest first: where they end, what they are.
        self.at: list[list[tuple[int, list[Entry]]]] = [_NO_NAMES] * count
        for i in {i for shelf in shelves for i in text.with_stem(shelf.beginnings)}:
            self.at[i] = self._known(shelves, i)
        #: The words with which a name begins, and those with which a head noun does.
        self.named: list[int] = [i for i, names in enumerate(self.at) if names]
        self.headed: list[int] = self._heads.places
        #: The legal forms behind the names of firms.
        self.legal_forms: dict[int, int] = self._heads.legal_forms
        self._countries: dict[tuple[int, int], tuple[int, str | None, bool]] = {}
        wholes = [(i, self.at[i][0][0]) for i in self.named]
        wholes += [(i, head.end) for i in self.headed if (head := self.head(i, count))]
        #: The words within a name or a head noun of several words.
        self.in_names: set[int] = {inner for i, stop in wholes for inner in range(i + 1, stop)}

    def _known(self, shelves: list[Index], i: int) -> list[tuple[int, list[Entry]]]:
        found: dict[int, list[Entry]] = {}
        is_part = self._is_part(i)
        for shelf in shelves if not self.text.is_split(i) else ():
            for stop, entries in self.text.spot(shelf, i, len(self.text.words)):
                if self.text.is_split(stop):
                    continue
                fitting = [
                    one
                    for one in self._fitting(entries, i, stop)
                    if not (is_part and _is_unit(one))
                ]
                if fitting:
                    found.setdefault(stop, []).extend(fitting)
        return sorted(found.items(), reverse=True) if found else _NO_NAMES

    def _is_part(self, i: int) -> bool:
        """Whether the word before a name makes it that of another unit, or of a part of a state.

        New Wales is not Wales; Южная Карелия is no part of Карелия, but Northern Italy of Italy.
        """
        text = self.text
        if not i or text.gap(i) != " " or not text.words[i - 1].is_capitalised:
            return False
        stem = text.words[i - 1].stem
        return any(stem in text.grammar.stems_of(role) for role in ("new", "compass.attribute"))

    def _fitting(self, entries: list[Entry], start: int, end: int) -> Iterator[Entry]:
        """The names that words with their stems may be."""
        words = self.text.words[start:end]
        keys = [word.key for word in words if not word.is_article]
        is_capitalised = any(word.is_capitalised for word in words)
        is_upper = all(word.text.isupper() for word in words)
        commas = sum("," in self.text.gap(i) for i in range(start + 1, end))
        written = self.text.span(start, end)
        is_short = not self.text.text.isupper() and is_upper
        # ГУАМ is the organisation, Гуам the island.
        short = [one for one in entries if is_short and one.text == written]
        for entry in short or entries:
            if (
                entry.type != "sector"
                and (is_capitalised or entry.form == "adj")
                # Care is not the CAR.
                and (is_upper or not entry.text.isupper())
                # Capitals have no endings: МСХА is no form of МСХ.
                and not (is_short and entry.text.isupper() and fold(entry.text) != fold(written))
                and may_be(keys, entry)
                and entry.text.count(",") == commas
            ):
                yield entry

    def heads(self, start: int, end: int) -> Iterator[Head]:
        """The head nouns in a stretch of words."""
        return filter(None, (self.head(i, end) for i in within(self.headed, start, end)))

    def head(self, i: int, end: int) -> Head | None:
        """The head noun that begins at a word."""
        return self._heads.at(i, end)

    def first_head(self, start: int, end: int, case: str = "nom") -> Head | None:
        """The head noun of a name that stands in a case, be it behind attributes.

        It is in front of all genitives and prepositions, and there the first noun; in a
        language such as English, the last.
        """
        text = self.text
        if own := self._head_behind_state(start, end, case):
            return own
        found: Head | None = None
        i = start
        while i < min(end, start + _HEAD_WITHIN):
            # The article that A/S begins with is none.
            if i > start and i not in self.legal_forms and self._ends_group(i, found):
                break
            head = self.head(i, end)
            if head and i > start and self._is_of_ministry(head):
                break
            if head and not (i > start and head.is_state and self._is_genitive(i, case)):
                # A bank or an exchange stays one with a legal form behind it.
                is_form = i in self.legal_forms
                if found and _is_in_complement(text, found, i):
                    break
                if not (is_form and found and found.end == i and found.kind in TELLS_MORE):
                    found = head
                # Regional is a head only where no noun follows: a regional clinic is one.
                is_last = bool(text.grammar.words("head.last")) and not self._is_foreign(head)
                if not (is_last or self._is_attribute(head)):
                    break
                i = head.end
            elif (
                head
                or (not found and self._is_noun(i))
                or (i > start and self._is_genitive(i, case))
            ):
                break
            else:
                i += 1
        return found and with_sport(text, start, self._certain(found, end), end)

    def _is_foreign(self, head: Head) -> bool:
        """Whether a head is that of a name in a language in which it stands first: Universidad."""
        return self.text.role(head.start, "head.foreign") > 0

    def _head_behind_state(self, start: int, end: int, case: str) -> Head | None:
        """The only head noun behind a state: the Republic of Türkiye *Ministry* of Trade."""
        stop, entries = next(iter(self.at[start] if start < end else ()), (end, _NOTHING))
        if stop >= end or not names_state(entries) or self.text.gap(stop) != " ":
            return None
        head = self.first_head(stop, end, case)
        if head is None or any(self.heads(head.end, end)):
            return None
        return head

    def _is_of_ministry(self, head: Head) -> bool:
        """Whether a ministry is but that of a body with an abbreviated name: МГИМО МИД России.

        So is a town, if no place is called as the body is: БГАИ г. Минск, but КНР, г. Пекин.
        """
        endings = self.text.grammar.words("ending.attribute")
        word = self.text.words[head.start - 1].text
        is_town = head.kind is PartnerKind.CITY and not self.at[head.start - 1]
        is_long = head.kind is PartnerKind.MINISTRY and len(word) >= _ABBREVIATED
        is_name = len(word) > 1 and word.isupper() and not self.text.text.isupper()
        return bool(endings) and is_name and (is_town or is_long)

    def _ends_group(self, i: int, noun: Head | None) -> bool:
        """Whether what a noun is followed by begins there: of, for, a bracket, „der“.

        Before the noun, a typewriter's quotes may open around it.
        """
        gap = self.text.gap(i)
        is_quote = noun is not None and gap.endswith(' "')
        is_mark = gap != " " and not set("(«„“:").isdisjoint(gap)
        return is_quote or is_mark or i in self._openings or self.text.is_article(i)

    @cached_property
    def _openings(self) -> frozenset[int]:
        """The words that what a noun is followed by begins with."""
        return frozenset[int]().union(*map(self.text.places, ("of", "about", "with")))

    def _is_attribute(self, head: Head) -> bool:
        """Whether a head is but the adjective of a territory: областной."""
        stem = self.text.words[head.end - 1].stem
        return head.kind is None and stem in self.text.grammar.stems_of("of_territory")

    def _is_noun(self, i: int) -> bool:
        """Whether a word is no attribute, in a language where endings tell that."""
        endings = self.text.grammar.words("ending.attribute")
        word = self.text.words[i]
        # Nor is 10-й, which has other endings, or what is cut: гос. музей.
        is_cut = self.text.gap(i + 1) == ". "
        is_other = word.text.isupper() or word.has_figures or is_cut
        return bool(endings) and not is_other and not word.key.endswith(endings)

    def _is_genitive(self, i: int, case: str) -> bool:
        """Whether a state's name that begins there stands in the genitive, unlike the party."""
        if case == "gen" or self.text.grammar.articles:
            return False
        return any(
            {"gen"} == {entry.form for entry in entries if fold(entry.text) == text}
            for stop, entries in self.at[i]
            for text in [fold(self.text.span(i, stop))]
        )

    def _certain(self, head: Head, end: int) -> Head:
        """A head without its kind where other words change what it says."""
        # The Russian Federation is no federation of bodies.
        others = (one for one in self.heads(head.end, end) if one.start not in self.in_names)
        # A federation of chambers is no state, a government delegation no government.
        is_ruler = head.kind in (PartnerKind.STATE, PartnerKind.HEAD_OF_STATE)
        is_body = is_ruler and any(not one.is_state for one in others)
        is_attribute = (
            bool(self.text.grammar.words("head.last"))
            and (head.kind in NATIONAL or self._may_be_attribute(head))
            and head.end < end
            and not self.text.gap(head.end).strip()
            and not self.at[head.end]
            and not self.text.is_small(head.end)
            and not self.text.role(head.end - 1, "of")
        )
        return head._replace(kind=None) if is_body or is_attribute else head

    def _may_be_attribute(self, head: Head) -> bool:
        """Whether a noun mostly says something of the next one: Plant Research."""
        stem = self.text.words[head.end - 1].stem
        return stem in self.text.grammar.stems_of("head.attribute")

    def is_name(self, start: int, end: int) -> bool:
        """Whether some words are a known name, and not only an adjective."""
        return any(stop == end and is_noun(entries) for stop, entries in self.at[start])

    def countries(self, start: int, end: int) -> list[str]:
        """The countries that the words name, those of units and bodies included, in order.

        What only points to one counts only where none is named: the American Chamber in
        Kazakhstan.
        """
        told = [*self._told(start, end)]
        is_named = any(is_place for _, is_place in told)
        return [*dict.fromkeys(code for code, is_place in told if is_place or not is_named)]

    def country(self, start: int, end: int) -> str | None:
        """The first of the countries that the words name."""
        pointed = None
        for code, is_place in self._told(start, end):
            if is_place:
                return code
            pointed = pointed or code
        return pointed

    def places(self, start: int, end: int) -> list[str]:
        """The countries that the words name, without those that an adjective points to."""
        return [*dict.fromkeys(code for code, is_place in self._told(start, end) if is_place)]

    def has_namesakes(self, start: int, end: int) -> bool:
        """Whether an abbreviation among the words is that of several countries: РК."""
        return any(
            stop <= end and i + 1 == stop and self.text.words[i].text.isupper()
            for i in within(self.named, start, end)
            for stop, entries in self.at[i]
            if names_state(entries) and len({self.country_of(one) for one in entries}) > 1
        )

    def names_organisation(self, start: int, end: int) -> bool:
        """Whether some words are the name of a body that no state has."""
        named = self.at[start] if start < end else ()
        entries = next((one for stop, one in named if stop == end), _NOTHING)
        return any(one.type == "institution" and not self.country_of(one) for one in entries)

    def _told(self, start: int, end: int) -> Iterator[tuple[str, bool]]:
        """The country of each known name in turn, and whether that is the name of a place."""
        beyond = start
        for i in within(self.named, start, end):
            if i < beyond:
                continue
            # What is far behind a name says nothing of it.
            key = i, min(end, self.at[i][0][0] + 2 * _HEAD_WITHIN)
            found = self._countries.get(key)
            if found is None:
                found = self._countries[key] = self._country_at(*key)
            beyond, country, is_place = found
            if country:
                yield country, is_place

    def _country_at(self, i: int, end: int) -> tuple[int, str | None, bool]:
        """The end of the name that begins at a word, its country, and whether it is a place's."""
        stop, entries = next((one for one in self.at[i] if one[0] <= end), (i, _NOTHING))
        codes = _closest({self.country_of(entry) for entry in entries})
        if (
            len(codes) != 1
            or self._is_generic(stop, end, entries)
            or self._is_other_state(stop, end, entries)
        ):
            return stop, None, False
        return stop, codes.pop(), names_place(entries)

    def _is_generic(self, stop: int, end: int, entries: list[Entry]) -> bool:
        """Whether a state's name is only what another one calls itself: United States of Brazil."""
        after = self.after_of(stop, end)
        return (
            stop < after < end
            and names_state(entries)
            and any(names_state(others) for _, others in self.at[after])
        )

    def _is_other_state(self, start: int, end: int, entries: list[Entry]) -> bool:
        """Whether an adjective goes on as the name of a state that is not the one we know."""
        if any(entry.form != "adj" for entry in entries):
            return False
        for i in range(start, min(end, start + _HEAD_WITHIN)):
            names = [entry for _, named in self.at[i] for entry in named if entry.form != "adj"]
            if self.text.is_article(i) or names:
                return False
            if (head := self.head(i, end)) and head.is_state:
                return True
        return False

    def country_of(self, entry: Entry) -> str | None:
        """The country that a known name belongs to."""
        if entry.type == "partner" and self.dossier is not None:
            return self.dossier.partner(entry.code).country
        if entry.type == "institution":
            return reference.institutions()[entry.code].get("country")
        return entry.code.partition("." if entry.type == TOWN else "-")[0]

    def is_only_state(self, start: int, end: int, country: str | None = None) -> bool:
        """Whether the words are a state's name, with whatever a state calls itself.

        With ``country`` it must be the name of that one and of no other.
        """
        i = start
        while i < end:
            names = [
                stop
                for stop, entries in self.at[i]
                if stop <= end
                and names_state(entries)
                and (country is None or {self.country_of(one) for one in entries} == {country})
            ]
            head = self.head(i, end)
            if names:
                i = names[0]
            elif head and head.is_state:
                i = head.end
            elif self.text.is_article(i) or self.text.role(i, "of"):
                i += 1
            else:
                return False
        return start < end

    def is_adjective(self, i: int) -> bool:
        """Whether a word is the adjective of a country."""
        return any(stop == i + 1 and entries[0].form == "adj" for stop, entries in self.at[i])

    def is_only_country(self, start: int, end: int) -> bool:
        """Whether the words are a country's name or adjective: Kazakh."""
        return any(
            stop == end and any(entry.type == "country" for entry in entries)
            for stop, entries in self.at[start]
        )

    def after_of(self, i: int, end: int) -> int:
        """The first word from ``i`` on that is neither an article nor "of"."""
        while i < end and (self.text.is_article(i) or self.text.role(i, "of")):
            i += 1
        return i


def _is_in_complement(text: Text, head: Head, i: int) -> bool:
    """Whether a word goes on what a noun has said it is of: Chamber of Commerce, *Industry and*."""
    return i > head.end and any(text.role(n, "of") for n in range(head.start + 1, head.end))


def _closest(codes: set[str | None]) -> set[str | None]:
    """Countries without those in which another one lies: Hong Kong is a unit of China, too."""
    if len(codes) == 1:
        return codes
    known = [code for code in codes if code]
    wider = {one for one in known for other in known if lies_in(other, one)}
    return codes - wider


def _is_unit(entry: Entry) -> bool:
    """Whether a name is a unit's, and not only its adjective."""
    return entry.type == "subdivision" and entry.form != "adj"


def is_noun(entries: Iterable[Entry]) -> bool:
    """Whether one of the names is more than an adjective."""
    return any(entry.form not in ("adj", "proper") for entry in entries)


def names_place(entries: Iterable[Entry]) -> bool:
    """Whether one of the names is a country's or unit's, and not only an adjective."""
    return any(
        entry.type in ("country", "subdivision") and entry.form not in ("adj", "proper")
        for entry in entries
    )


def names_state(entries: Iterable[Entry]) -> bool:
    """Whether one of the names is a country's, and not only an adjective."""
    return any(entry.type == "country" and entry.form != "adj" for entry in entries)


@cache
def _names(tables: Lexicon) -> Index:
    """Countries, reviewed units and bodies: what marks the beginning or end of a party."""
    words = grammar(tables.lang)
    entries = [
        entry
        for topic in ("countries", "subdivisions", "institutions")
        for entries in index(tables.lang, topic).exact.values()
        for entry in entries
    ]
    # New Jersey is not Jersey, New South Wales is not Wales.
    states = {fold(one.text) for one in entries if names_place([one]) and " " not in one.text}
    entries += (
        entry
        for text, several in index(tables.lang, "units").exact.items()
        if " " in text and not states.isdisjoint(text.split())
        for entry in several
    )
    # Nor is the Niger Delta the state, and the Indian Ocean is in none.
    entries += (Entry(WATERS, "", tables.lang, "proper", name) for name in words.words("waters"))
    # Nor is Benin City in Benin.
    entries += (
        Entry(TOWN, code, tables.lang, "proper", name)
        for code, row in reference.landmarks().items()
        for name in listed(row["names"])
        if code.endswith(f".{TOWN}") and " " in name and not states.isdisjoint(fold(name).split())
    )
    declined = (
        entry._replace(form="gen", text=form)
        for entry in entries
        if entry.type == "country" and entry.form == "nom" and " " not in entry.text
        for form in words.declined(entry.text)
        # Case forms mostly have the stem of the name: Irans has not.
        if words.stem(fold(form)) != words.stem(fold(entry.text))
    )
    return Index([*entries, *declined])
