"""The parties that only their places tell: A – B behind a kind, A – before it, A-B in a word."""

from __future__ import annotations

from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.segmentation import BETWEEN_NAMES
from bilateral.reading.side_places.found_sides import FoundSides
from bilateral.reading.side_places.side_words import SideWords
from bilateral.reading.words import DASHES, REDACTED

__all__ = ["PairedNames"]

_LONGEST_PARTY: Final = 10


class PairedNames:
    """Finds two names, or one, that stand beside the kind in one title."""

    def __init__(self, words: SideWords) -> None:
        self._words = words
        self._text = words.text
        self._parties = words.parties
        self._names = words.names
        self._named = words.named
        self._count = words.count

    def find(self) -> FoundSides:
        """The sides, none if there are no such names."""
        return self._joined_names() or self._before_dash() or self._pair()

    def _joined_names(self) -> FoundSides | None:
        """Two names behind the kind or before it, of one of which it is known what it is.

        Or of both where they are: A (Germany) / B (Hungary).
        """
        text, named = self._text, self._named
        n = text.role(named.end, "of")
        for begin, start, end in ((named.end, named.end + n, self._count), (0, 0, named.start)):
            stop = next((i for i in range(start + 1, end) if self._ends_names(i)), end)
            for joint, after in self._joints(start + 1, stop):
                first = start + (begin == 0 and joint > 1 and self._words.says_partnership(0))
                last = self._names.with_country(after, stop)
                pair = (
                    self._parties.party(first, joint, "nom"),
                    self._parties.party(after, last, "nom"),
                )
                are_names = all(text.words[i].is_capitalised for i in (first, after))
                are_placed = bool(named.kinds) and all(one.country for one in pair)
                # That those are towns, their document says.
                are_towns = AgreementKind.TWINNING in named.kinds
                is_told = any(one.kind or (are_towns and one.country) for one in pair)
                if are_names and (are_placed or is_told):
                    is_certain = are_placed and all(one.kind or are_towns for one in pair)
                    sides, span = ((pair[0],), (pair[1],)), (begin or first, last)
                    return FoundSides(sides, span, is_certain, body=(start, first))
        return None

    def _ends_names(self, i: int) -> bool:
        """Whether something else begins at a word: : joint patrols; , Domodossola; über Kultur."""
        is_apart = not set(":;," + REDACTED).isdisjoint(self._text.gap(i))
        return is_apart or bool(self._text.role(i, "topic"))

    def _joints(self, start: int, end: int) -> list[Span]:
        """What joins two names, and where the second one begins; none if there are several."""
        text = self._text
        signs = [(i, i) for i in range(start, end) if text.gap(i).strip(" )") in BETWEEN_NAMES]
        ands = [(i, i + n) for i, n in text.places("and").items() if start <= i < end - n]
        ands += [(i, i + 1) for i in range(start, end - 1) if text.words[i].text == "&"]
        found = [one for one in signs if text.gap(one[0]).strip(")") != "-"] or ands
        return found if len(found) == 1 else []

    def _before_dash(self) -> FoundSides | None:
        """The one party that a list names before its document: Rennes (France) - Agreement."""
        end = self._named.start
        is_short = 0 < end <= _LONGEST_PARTY and self._text.words[0].is_capitalised
        if not is_short or self._text.gap(end).strip(") ") not in DASHES | {":"}:
            return None
        party = self._parties.party(0, end, "nom")
        return FoundSides(((party,),), (0, end), is_certain=False) if party.country else None

    def _pair(self) -> FoundSides:
        """The parties in an adjective: a Kazakh-Belarusian agreement."""
        place = self._named.end, self._named.end
        for i, word in enumerate(self._text.words):
            if "-" in word.key and (sides := self._parties.pair(i)):
                # Behind the kind it says what the document is about, or whose session it was.
                is_session = AgreementKind.SESSION_PROTOCOL in self._named.kinds
                is_theirs = is_session or i < self._named.end or self._is_shared(i + 1)
                return FoundSides(sides, place, is_theirs)
        return FoundSides((), place, is_certain=True)

    def _is_shared(self, i: int) -> bool:
        """Whether a word is what two states have: their cooperation, their commission."""
        stem = self._text.words[i].stem if i < self._count else ""
        bodies = tuple(self._text.grammar.stems_of("joint_body"))
        return stem in self._text.grammar.stems_of("cooperation") or stem.endswith(bodies)
