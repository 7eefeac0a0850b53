"""The parties of a document that one has *with* another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.parties import Party
from bilateral.reading.side_places.found_sides import FoundSides
from bilateral.reading.side_places.side_words import BEFORE_PARTIES, SideWords
from bilateral.reading.words import DASHES, within

__all__ = ["PartiesWith"]

_BEFORE_KIND: Final = DASHES | {":", ",", ";"}


class PartiesWith:
    """Finds the party behind "with" in one title, and the first one."""

    def __init__(self, words: SideWords) -> None:
        self._words = words
        self._text = words.text
        self._parties = words.parties
        self._names = words.names
        self._named = words.named
        self._count = words.count

    def find(self) -> FoundSides | None:
        """The parties of an agreement (of A) with B."""
        text = self._text
        case = self._words.ruled("with")
        splitter = self._parties.splitter
        signs = self._words.before_verb()
        for i, n in text.places("with").items():
            if i < self._named.end or text.role(i, "preposition"):
                continue
            is_bound = bool(signs) and i == self._named.end
            is_bound = is_bound or self._words.is_whose(self._named.end, i)
            # A genitive says whose it is; of others a list may have anything before "with".
            is_bound = is_bound or ((first := self._own(i)) is not None and first[0].case == "gen")
            end = splitter.one(i + n, self._count, case, is_bound=is_bound)
            own, start = self._first_of(i, signs)
            is_named = end is not None
            end = end or self._named_other(i + n, is_next=i == self._named.end, case=case)
            end = end or self._bare_name(i + n, is_other=bool(own))
            if end is None:
                continue
            sides = (*filter(None, [own]), (self._parties.party(i + n, end, case),))
            are_known = all(
                party.country or party.kind is PartnerKind.INTERNATIONAL_ORG
                for side in sides
                for party in side
            )
            # What they do together binds both to it.
            is_certain = bool(own) and is_named and (are_known or start > self._named.end)
            inner = (self._named.end, i) if start < self._named.start else (0, 0)
            return FoundSides(sides, (start, end), is_certain, inner)
        return None

    def _first_of(self, end: int, signs: int) -> tuple[tuple[Party, ...], int]:
        """The parties that have a document with another one, and where they or that begin.

        They stand behind the kind, up to ``end``, or before the verb at ``signs``.
        """
        begin = self._named.end + self._text.role(self._named.end, "of", end)
        splitter = self._parties.splitter
        if (n := self._text.role(begin, "dated", end)) and begin + n < end:
            case = self._words.ruled("dated")
            party = self._parties.party(begin + n, end, case)
            is_it = splitter.one(begin + n, end, case, is_bound=True) == end
            return (party,) if is_it else (), begin
        split = self._words.split(begin, end, "gen") if begin < end else None
        if split and split.head and split.end == end:
            # The towns of A and B with C.
            return sum(self._parties.sides(split, "gen"), ()), self._named.end
        is_whole = begin < end and splitter.one(begin, end, "gen") == end
        if is_whole or (begin < end and self._words.is_whose(begin, end)):
            return (self._parties.party(begin, end, "gen"),), self._named.end
        if first := self._own(end):
            return first[:1], first[1]
        if (start := self._behind_cooperation(end)) is not None:
            begin = start + self._text.role(start, "of", end)
            return (self._parties.party(begin, end, "gen"),), start
        pieces = splitter.several(0, signs, "nom") if signs else ()
        return tuple(self._parties.party(*piece, "nom") for piece in pieces), 0 if pieces else end

    def _named_other(self, start: int, *, is_next: bool, case: str) -> int | None:
        """The end of a party that no table has, right behind the kind or with a noun or a country.

        An agreement with Foo Bar Society; on archives with Foo Bar, Norway.
        """
        begin = self._text.after_article(start, self._count)
        if begin == self._count or not self._text.words[begin].is_capitalised:
            return None
        end = self._parties.splitter.one(start, self._count, case, is_bound=True)
        if end is None or self._words.is_general(begin, end):
            return None
        has_noun = any(self._names.heads(begin, end)) or self._names.countries(begin, end)
        # Where names have cases, one that no table has may be something else.
        is_next &= not self._text.grammar.words("case.with")
        return end if is_next or has_noun else None

    def _own(self, end: int) -> tuple[Party, int] | None:
        """The party that has a document with another one, up to ``end``, and where it begins.

        It is known what it is; of one in the genitive, a country or a document of towns will do.
        """
        text = self._text
        for start, stop, case in self._places_of_own(end):
            first = text.after_article(start, stop)
            is_name = first < stop and text.words[first].is_capitalised
            is_name = is_name and not self._words.is_general(first, stop)
            if is_name and self._parties.splitter.one(start, stop, case, is_bound=True) == stop:
                party = self._parties.party(start, stop, case)
                if party.kind or (case == "gen" and (party.country or self._words.is_of_towns)):
                    return party, start
        return None

    def _places_of_own(self, end: int) -> Iterator[tuple[int, int, str]]:
        """Where a party may stand that has a document with another one, and in which case.

        Before the kind and a mark, as lists have it: Zoo Leipzig: Vertrag mit B. Between the kind
        and "with": a contract of the National Library with B; Partnership: the Library with B.
        """
        text, begin, first = self._text, self._named.start, self._named.end
        if first == end and begin and text.gap(begin).strip() in _BEFORE_KIND:
            yield 0, begin, "nom"
        if n := text.role(first, "of", end):
            yield first + n, end, "gen"
        elif first < end and text.gap(first).lstrip(")") == " ":
            yield first, end, "nom"
        for i in within(text.marks, first, end):
            if text.gap(i).strip() in BEFORE_PARTIES:
                yield i, end, "gen"

    def _bare_name(self, i: int, *, is_other: bool) -> int | None:
        """The end of a name in no table with which a town is twinned, or that has its country.

        Mit Gaziemir (Türkei); mit Nowhere, Irland. It may be the other one of two parties, too.
        """
        text = self._text
        first = text.after_article(i, self._count)
        if first == self._count or not text.words[first].is_capitalised or text.is_small(first):
            return None
        roles = ("and", "topic", "aim", "between")
        stops = (
            n
            for n in range(first + 1, self._count)
            if text.gap(n) != " " or any(text.role(n, role) for role in roles)
        )
        end = next(stops, self._count)
        whole = self._names.with_country(first, end)
        is_of_towns = i - 1 == self._named.end and self._words.is_of_towns
        is_alone = end == self._count or not text.role(end, "and")
        has_country = whole > end and bool(self._names.countries(end, whole))
        return whole if is_alone and (is_of_towns or is_other or has_country) else None

    def _behind_cooperation(self, end: int) -> int | None:
        """Where a party in the genitive begins, up to ``end``: on cooperation *of A* with B.

        A language without cases has a word for it: on the twinning *of* A.
        """
        text = self._text
        about = text.grammar.stems_of("cooperation") | text.grammar.stems_of("general")
        splitter, has_cases = self._parties.splitter, bool(text.grammar.words("case.between"))
        genitives = text.grammar.words("article.gen")
        for i in range(self._named.end + 1, end):
            n = 0 if has_cases else text.role(i, "of", end)
            if not (has_cases or n):
                continue
            has_article = text.words[i].key in genitives
            first = text.after_article(i + n, end) if n else i + has_article
            is_name = first < end and (
                self._words.is_proper(first)
                or self._names.head(first, end)
                or self._words.is_place(first)
            )
            is_whose = has_article or (
                text.words[i - 1].stem in about and not text.is_article(i - 1)
            )
            if is_name and i not in self._names.inside and is_whose:
                return i if splitter.one(i + n, end, "gen", is_bound=True) == end else None
        return None
