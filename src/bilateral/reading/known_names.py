"""The known names and head nouns in a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bilateral import reference
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.index import Entry, Index, index, may_be, own_index
from bilateral.reading.words import Text

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Head", "KnownNames", "Span", "names_state"]

#: Some words of a text: the number of the first, and of the one after the last.
Span = tuple[int, int]

# The roles of the table ``reading`` that are head nouns, and what they say.
_HEAD_ROLES = {"body": None, "company": PartnerKind.COMPANY, "state": PartnerKind.STATE}
_LONGEST_HEAD = 6
# Within how many words from its beginning a name has its head.
_HEAD_WITHIN = 4


class Head(NamedTuple):
    """The noun that says what a party is: where it is, and the kind if that is certain."""

    start: int
    end: int
    kind: PartnerKind | None

    @property
    def is_state(self) -> bool:
        """Whether states are called so: republic, kingdom."""
        return self.kind is PartnerKind.STATE


class KnownNames:
    """The names and head nouns in a text."""

    def __init__(self, text: Text, dossier: Names | None) -> None:
        self.text = text
        self.dossier = dossier
        self.lang: str = text.grammar.lang
        tables = lexicon(self.lang)
        self._nouns = _head_nouns(tables)
        self._first_nouns = _first_stems(tables)
        self._suffixes = tuple(map(text.grammar.stem, text.grammar.words("head_suffix")))
        self.countries_index: Index = _names(tables)
        shelves = [self.countries_index]
        if dossier is not None:
            own = own_index(*dossier.own_names())
            shelves += [own[lang] for lang in own if lang == self.lang]
        count = len(text.words)
        #: The names that begin at each word, longest first: where they end, what they are.
        self.at: list[list[tuple[int, list[Entry]]]] = [
            self._known(shelves, i) for i in range(count)
        ]
        wholes = [(i, names[0][0]) for i, names in enumerate(self.at) if names]
        wholes += [(i, head.end) for i in range(count) if (head := self.head(i, count))]
        #: The words within a name or a head noun of several words.
        self.inside: set[int] = {inner for i, stop in wholes for inner in range(i + 1, stop)}

    def _known(self, shelves: list[Index], i: int) -> list[tuple[int, list[Entry]]]:
        found: dict[int, list[Entry]] = {}
        for shelf in shelves:
            for stop, entries in self.text.spot(shelf, i, len(self.text.words)):
                if self.text.is_split(i) or self.text.is_split(stop):
                    continue
                fitting = [entry for entry in entries if self._fits(entry, i, stop)]
                if fitting:
                    found.setdefault(stop, []).extend(fitting)
        return sorted(found.items(), reverse=True)

    def _fits(self, entry: Entry, start: int, end: int) -> bool:
        """Whether words with the stems of a name may be that name."""
        words = self.text.words[start:end]
        keys = [word.key for word in words if word.key not in self.text.grammar.articles]
        return (
            entry.type != "sector"
            and may_be(keys, entry)
            and (entry.form == "adj" or any(word.is_capitalised for word in words))
            # Care is not the CAR.
            and (not entry.text.isupper() or all(word.text.isupper() for word in words))
            and entry.text.count(",") == self.text.span(start, end).count(",")
        )

    def head(self, i: int, end: int) -> Head | None:
        """The head noun that begins at a word."""
        words = self.text.words
        longest = _LONGEST_HEAD if i < end and words[i].stem in self._first_nouns else 0
        for stop in range(min(end, i + longest), i, -1):
            stems = " ".join(word.stem for word in words[i:stop])
            if stems in self._nouns:
                return Head(i, stop, self._nouns[stems])
        if i < end:
            suffixes = [one for one in self._suffixes if words[i].stem.endswith(one)]
            if suffixes:
                return Head(i, i + 1, self._nouns.get(max(suffixes, key=len)))
        return None

    def first_head(self, start: int, end: int) -> Head | None:
        """The head noun of a name, be it behind attributes."""
        for i in range(start, min(end, start + _HEAD_WITHIN)):
            if self.text.role(i, "of"):
                break
            if head := self.head(i, end):
                others = (self.head(n, end) for n in range(head.end, end))
                is_body = head.is_state and any(one and not one.is_state for one in others)
                # A federation of chambers is no state.
                return head._replace(kind=None) if is_body else head
        return None

    def is_name(self, start: int, end: int) -> bool:
        """Whether some words are a known name, and not only an adjective."""
        return any(
            stop == end and any(entry.form not in ("adj", "proper") for entry in entries)
            for stop, entries in self.at[start]
        )

    def countries(self, start: int, end: int) -> list[str]:
        """The countries that the words name, those of units and bodies included, in order.

        What only points to one counts only where none is named: the American Chamber in
        Kazakhstan.
        """
        found: dict[bool, list[str]] = {True: [], False: []}
        i = start
        while i < end:
            nothing = i + 1, list[Entry]()
            stop, entries = next((one for one in self.at[i] if one[0] <= end), nothing)
            codes = {self._country_of(entry) for entry in entries}
            if self._is_generic(stop, end, entries):
                i = stop
                continue
            if len(codes) == 1 and not self._is_other_state(stop, end, entries):
                found[names_place(entries)] += [code for code in codes if code]
            i = stop
        return list(dict.fromkeys(found[True] or found[False]))

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

    def _country_of(self, entry: Entry) -> str | None:
        if entry.type == "partner" and self.dossier is not None:
            return self.dossier.partner(entry.code).country
        if entry.type == "institution":
            return reference.institutions()[entry.code].get("country")
        return entry.code.partition("-")[0]

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
                and (country is None or {self._country_of(one) for one in entries} == {country})
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

    def is_only_country(self, start: int, end: int) -> bool:
        """Whether the words are a country's name or adjective: Kazakh."""
        return any(
            stop == end and any(entry.type == "country" for entry in entries)
            for stop, entries in self.at[start]
        )

    def with_country(self, start: int, end: int) -> int:
        """The end of a name together with its country, in brackets or after a comma."""
        mark = self.text.gap(end).strip() if end < len(self.text.words) else ""
        if mark == "(":
            closed = (stop for stop, _ in self.at[end] if self.text.gap(stop).startswith(")"))
            return next((stop for stop in closed if self.is_only_state(end, stop)), end)
        if mark != "," or not self.at[end] or self.is_only_state(start, end):
            return end
        own = self.countries(start, end)
        for stop, entries in self.at[end]:
            # In apposition it stands in the nominative, whatever the case of the name.
            text = fold(self.text.span(end, stop))
            named = [entry for entry in entries if fold(entry.text) == text]
            codes = {entry.code for entry in named if names_state([entry])}
            if codes and (not own or own[0] in codes):
                return stop
        return end

    def without_country(self, start: int, end: int) -> int:
        """The end of a name without its country behind it."""
        for i in range(start + 1, end):
            if self.with_country(start, i) == end:
                return i
        return end

    def after_of(self, i: int, end: int) -> int:
        """The first word from ``i`` on that is neither an article nor "of"."""
        while i < end and (self.text.is_article(i) or self.text.role(i, "of")):
            i += 1
        return i


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
    return Index(
        entry
        for topic in ("countries", "subdivisions", "institutions")
        for entries in index(tables.lang, topic).exact.values()
        for entry in entries
    )


@cache
def _first_stems(tables: Lexicon) -> frozenset[str]:
    """The stems that head nouns begin with."""
    return frozenset(stems.partition(" ")[0] for stems in _head_nouns(tables))


@cache
def _head_nouns(tables: Lexicon) -> dict[str, PartnerKind | None]:
    """The nouns that a party's name begins with, by their stems; what they say if certain."""
    words = grammar(tables.lang)
    found = {
        " ".join(words.stems(word)): kind
        for role, kind in _HEAD_ROLES.items()
        for word in words.words(role)
    }
    for stems, entries in index(tables.lang, "vocabulary").stems.items():
        named = [
            entry
            for entry in entries
            # "State" is an attribute of bodies too; the role has the names of states.
            if entry.type == "partner_kind" and entry.code != PartnerKind.STATE
        ]
        # The name of a kind counts more than a word that is also used for it, and a word for
        # many kinds of bodies says nothing.
        own = [entry for entry in named if entry.form != "alias"]
        codes = {entry.code for entry in own or named}
        if own or (named and stems not in found):
            found[stems] = PartnerKind(codes.pop()) if len(codes) == 1 else None
    types = (row for row in tables.rows("unit_types").values() if "use" not in row)
    for row in types:
        found.setdefault(" ".join(words.stems(fold(row["nom"]))), PartnerKind.REGION)
    return found
