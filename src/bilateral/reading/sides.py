"""The two sides of a document, in all the places where a title may name them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from bilateral.instruments import AgreementKind
from bilateral.reading.kinds import NamedKind
from bilateral.reading.known_names import Span
from bilateral.reading.parties import Parties, Sides
from bilateral.reading.segmentation import Split
from bilateral.reading.words import REDACTED, Text, is_general

__all__ = ["FoundSides", "SideFinder"]

# In how many places a title may begin to name its parties.
_BEGINNINGS: Final = 4
# How many places are tried; a title has a handful.
_MOST_TRIES: Final = 10
_TWO: Final = 2
_LONGEST_NAME: Final = 4
_LONGEST_PARTY: Final = 10
_DASHES: Final = frozenset({"-", "–", "—"})


class FoundSides(NamedTuple):
    """The sides of a title, the words that name them, and whether there is no doubt."""

    sides: Sides
    span: Span
    is_certain: bool


class _Way(NamedTuple):
    """A way to split: the word where what is split begins, and the case of the parties."""

    split: Split
    begin: int
    case: str
    is_certain: bool = True


_Ways = Callable[[], Iterator[_Way]]


class SideFinder:
    """Finds the sides in one title."""

    def __init__(self, text: Text, parties: Parties, named: NamedKind) -> None:
        self._text = text
        self._parties = parties
        self._names = parties.names
        self._named = named
        self._count = len(text.words)

    def find(self) -> FoundSides:
        """The sides, as far as the title names them."""
        ways: tuple[_Ways, ...] = (
            self._between,
            self._after_kind,
            self._before_kind,
            self._listed,
            self._behind_subject,
        )
        for several in ways:
            found = _best(list(islice(several(), _BEGINNINGS)))
            if found:
                sides = tuple(filter(None, self._parties.sides(found.split, found.case)))
                span = found.begin, found.split.end
                return FoundSides(sides, span, found.is_certain and found.split.is_sure)
        return self._with() or self._before_dash() or self._pair()

    def _split(self, start: int, end: int, case: str) -> Split | None:
        return self._parties.splitter.split(start, end, case)

    def _ruled(self, role: str) -> str:
        """The case that words with a role rule."""
        return next(iter(self._text.grammar.words(f"case.{role}")), "nom")

    def _between(self) -> Iterator[_Way]:
        """The parties after "between", whatever is before it."""
        case = self._ruled("between")
        for i, n in self._text.places("between").items():
            if split := self._split(i + n, self._count, case):
                yield _Way(split, i, case)

    def _after_kind(self) -> Iterator[_Way]:
        """The parties right after the kind: a joint statement, a plan of cooperation of A and B."""
        end = self._after_cooperation(self._named.end)
        n = self._text.role(end, "delegates")
        case = "gen"
        if not n and (n := self._text.role(end, "of")):
            case = self._ruled("of")
        split = self._split(end + n, self._count, case)
        if split and split.is_sure:
            yield _Way(split, self._named.end, case)

    def _after_cooperation(self, end: int) -> int:
        """The place behind a word of cooperation that stands at another one, else that one."""
        i = self._text.after_article(end + self._text.role(end, "of"), self._count)
        about = self._text.grammar.stems_of("cooperation")
        return i + 1 if i < self._count and self._text.words[i].stem in about else end

    def _before_kind(self) -> Iterator[_Way]:
        """The parties as those who sign: A and B have signed a memorandum."""
        split = self._split(0, self._named.start, "nom") if self._named.start else None
        if split and split.is_sure:
            yield _Way(self._without_attributes(split), 0, "nom")

    def _without_attributes(self, split: Split) -> Split:
        """The parties without what belongs to the kind: A–B *Free Trade* Agreement."""
        start, end = split.pieces[-1]
        for stop, _ in self._names.at[start]:
            if stop < end and self._names.is_only_state(start, stop):
                pieces = (*split.pieces[:-1], (start, stop))
                return split._replace(pieces=pieces, end=stop)
        return split

    def _listed(self) -> Iterator[_Way]:
        """The parties after a colon, or right after the kind: Memorandum: A and B."""
        places = (
            i
            for i in range(self._named.end, self._count)
            if ":" in self._text.gap(i) or i == self._named.end
        )
        for i in islice(places, _MOST_TRIES):
            mark = self._text.gap(i).strip()
            if mark == ":" or (i == self._named.end and mark in _MARKS):
                split = self._split(i, self._count, "nom")
                are_known = split and split.is_sure and self._are_known(split)
                if split and (are_known or (mark == ":" and self._are_short(split))):
                    yield _Way(split, i, "nom", is_certain=bool(are_known))

    def _are_short(self, split: Split) -> bool:
        """Whether the parties are two names, as far as capital letters tell."""
        words = self._text.words
        return len(split.pieces) == _TWO and all(
            end - start <= _LONGEST_NAME and words[start].is_capitalised
            for start, end in split.pieces
        )

    def _behind_subject(self) -> Iterator[_Way]:
        """The parties in the genitive behind the subject: a memorandum on friendship of A and B."""
        text = self._text
        has_cases = bool(text.grammar.words("case.between"))
        tries = _MOST_TRIES
        for i in range(self._named.end + 1, self._count):
            n = text.role(i, "of")
            is_object = any(text.role(i - 1, role) for role in ("about", "of", "with"))
            if (not n and (not has_cases or is_object)) or text.is_article(i - 1):
                continue
            first = text.after_article(i + n, self._count)
            if i in self._names.inside or not (
                self._names.head(first, self._count)
                or self._is_place(first)
                or self._is_proper(first)
            ):
                continue
            tries -= 1
            if tries < 0:
                return
            case = self._ruled("of") if n else "gen"
            split = self._split(i + n, self._count, case)
            is_general = self._is_general(self._named.end, i)
            if split and self._may_be(split, i) and self._is_end(split.end, is_general=is_general):
                yield _Way(split, i, case, is_general and self._are_known(split))

    def _is_proper(self, i: int) -> bool:
        """Whether a capital letter tells a name, in a language that has none for other words."""
        has_attributes = bool(self._text.grammar.words("ending.attribute"))
        return has_attributes and i < self._count and self._text.words[i].is_capitalised

    def _may_be(self, split: Split, begin: int) -> bool:
        """Whether there are two parties of two countries, or two names behind what is general."""
        if split.is_sure and self._are_known(split):
            return True
        are_proper = all(self._is_proper(start) for start, _ in split.pieces)
        return are_proper and self._is_general(self._named.end, begin)

    def _is_place(self, i: int) -> bool:
        """Whether a known name begins at a word, and not only an adjective."""
        names = self._names.at[i] if i < self._count else ()
        return any(entry.form != "adj" for _, entries in names for entry in entries)

    def _are_known(self, split: Split) -> bool:
        """Whether the parties are two, of two countries."""
        countries = [self._names.countries(*piece)[:1] for piece in split.pieces]
        return len(countries) == _TWO and all(countries) and countries[0] != countries[1]

    def _is_end(self, i: int, *, is_general: bool) -> bool:
        """Whether a title ends there, or says only there what it is about."""
        gap = self._text.gap(i)
        is_over = i == self._count or any(mark in gap for mark in ",;(" + REDACTED)
        return is_over or (is_general and bool(self._text.role(i, "about")))

    def _is_general(self, start: int, end: int) -> bool:
        """Whether some words only say that the parties work together, and on nothing else."""
        return all(is_general(self._text, i) for i in range(start, end))

    def _with(self) -> FoundSides | None:
        """The parties of an agreement (of A) with B."""
        text = self._text
        case = self._ruled("with")
        splitter = self._parties.splitter
        for i, n in text.places("with").items():
            is_behind = i >= self._named.end
            end = splitter.one(i + n, self._count, case) if is_behind else None
            if end is None:
                continue
            begin = self._named.end + text.role(self._named.end, "of", i)
            is_named = begin < i and splitter.one(begin, i, "gen") == i
            own = ((self._parties.party(begin, i, "gen"),),) if is_named else ()
            sides = (*own, (self._parties.party(i + n, end, case),))
            is_certain = is_named and all(party.country for side in sides for party in side)
            return FoundSides(sides, (self._named.end if own else i, end), is_certain)
        return None

    def _before_dash(self) -> FoundSides | None:
        """The one party that a list names before its document: Rennes (France) - Agreement."""
        end = self._named.start
        is_short = 0 < end <= _LONGEST_PARTY and self._text.words[0].is_capitalised
        if not is_short or self._text.gap(end).strip(") ") not in _DASHES:
            return None
        party = self._parties.party(0, end, "nom")
        return FoundSides(((party,),), (0, end), is_certain=False) if party.country else None

    def _pair(self) -> FoundSides:
        """The parties in an adjective: a Kazakh-Belarusian agreement."""
        place = self._named.end, self._named.end
        for i in range(self._count):
            if sides := self._parties.pair(i):
                # Behind the kind it says what the document is about, or whose session it was.
                is_session = AgreementKind.SESSION_PROTOCOL in self._named.kinds
                return FoundSides(sides, place, is_session or i < self._named.start)
        return FoundSides((), place, is_certain=True)


_MARKS: Final = frozenset({",", "–", "—", "-"})


def _best(ways: list[_Way]) -> _Way | None:
    """The first without doubt: a later "between" is in the subject; else that with most weight."""
    sure = (way for way in ways if way.split.is_sure)
    return next(sure, None) or max(ways, key=lambda way: way.split.score, default=None)
