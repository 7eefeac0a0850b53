"""Splitting of running text into the parties of a document.

What joins two parties also joins words within a name ("the Ministry of Industry and Trade"),
and what begins a subject also stands in names ("the Committee on Science"). So every way of
splitting the text is weighed: a party begins with an article, a head noun or a known name in the
right case, and it ends where a name ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from bilateral.language.folding import fold
from bilateral.reading.known_names import KnownNames, Span, names_state
from bilateral.reading.words import REDACTED

__all__ = ["PartySplitter", "Split"]

# What speaks for and against a split. Only sums are compared.
_KNOWN, _HEAD, _LATER_HEAD, _CAPITAL, _SMALL = 4.0, 3.0, 2.0, 0.5, -1.5
_RIGHT_CASE, _WRONG_CASE, _ARTICLE = 1.0, -2.5, 1.0
_IS_NAME, _ENDS_WITH_NAME, _CLOSED, _BARE_HEAD, _DANGLING, _EMPTY = 4.0, 3.0, 1.0, -3.0, -6.0, -20.0
_TWO_COUNTRIES, _ONE_COUNTRY, _SAME_HEAD = 2.0, -2.0, 1.0
_LATER_END, _OVER_TOPIC = -0.4, -2.0
# What a beginning must have to be one without doubt, and a whole split.
_SURE_START, _SURE_SPLIT = 3.0, 6.0

_HEAD_WITHIN = 4
# How many ends are weighed, and within how many words; a title has some 40 in all.
_MOST_ENDS = 13
_WITHIN = 150
_TWO = 2


class Split(NamedTuple):
    """A way to split a text into the parties of two sides.

    ``pieces`` are the words of each party, ``middle`` the number of the first one of the second
    side; ``end`` is where they all end. ``head`` is a head noun that they share.
    """

    score: float
    end: int
    pieces: tuple[Span, ...]
    middle: int
    head: Span | None = None
    sides_are_sure: bool = True

    @property
    def is_sure(self) -> bool:
        """Whether there is no doubt that these are the parties, and on which sides."""
        return self.sides_are_sure and self.score >= _SURE_SPLIT


class PartySplitter:
    """Splits one text into the parties in it."""

    def __init__(self, names: KnownNames) -> None:
        self._names = names
        self._text = names.text
        # The last word at which a name begins that ends before each word.
        self._begins: dict[int, int] = {
            stop: i
            for i, known in enumerate(names.at)
            for stop, _ in known
            if names.is_name(i, stop)
        }

    def split(self, start: int, end: int, case: str) -> Split | None:
        """The best way to read the words from ``start`` on as the parties of a document."""
        return self._by_parts(start, end, case) or self._by_weight(start, end, case)

    def one(self, start: int, end: int, case: str) -> int | None:
        """The end of a single party that begins at a word; `None` if none begins there."""
        if self._start(start, case) < _SURE_START:
            return None
        scores = {
            stop: self._end(start, stop) + rank * _LATER_END
            for rank, stop in enumerate(self._ends(start, end))
        }
        best = max(scores, key=scores.__getitem__)
        return best if scores[best] > 0 else None

    def listed(self, start: int, end: int) -> tuple[Span, ...]:
        """The pieces of a list of parties in the nominative."""
        return self._pieces(start, end, "nom", ())

    def several(
        self, start: int, end: int, case: str, joints: Iterable[Span] = ()
    ) -> tuple[Span, ...]:
        """The pieces of running text, a country behind a name being part of it."""
        return tuple(self._with_countries(self._pieces(start, end, case, joints)))

    def _pieces(self, start: int, end: int, case: str, joints: Iterable[Span]) -> tuple[Span, ...]:
        """The pieces between the joints, and where a further party begins without doubt."""
        endings = self._text.grammar.words(f"ending.{case}")
        least = _SURE_START + (_RIGHT_CASE if endings else 0)
        found = {*joints, *self._before_foreign(start, end)}
        taken = {place for joint in found for place in joint}
        for i, after in self._joints(start, end):
            if taken.isdisjoint((i, after)) and self._start(after, case) >= least:
                found.add((i, after))
        joined = _without_doubles(sorted(found))
        starts = [start, *(after for _, after in joined)]
        stops = [*(i for i, _ in joined), end]
        pieces = [
            (self._text.after_article(*one), one[1]) for one in zip(starts, stops, strict=True)
        ]
        return tuple((i, j) for i, j in pieces if i < j)

    def _with_countries(self, pieces: Iterable[Span]) -> list[Span]:
        """The pieces, those that only add the country to the one before joined to it."""
        found: list[Span] = []
        for start, end in pieces:
            if found and self._names.with_country(*found[-1]) == end:
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        return found

    # --- ways to split ---

    def _by_parts(self, start: int, end: int, case: str) -> Split | None:
        """The split where the title says which parties are of the one part and of the other."""
        text = self._text
        marks = [
            (i, i + n)
            for role in ("first_part", "other_part")
            for i in range(start, end)
            if (n := text.role(i, role, end))
        ]
        if len(marks) != _TWO:
            return None
        (middle, second), (stop, after) = marks
        second += text.role(second, "and", end)
        if not start < middle < second < stop:
            return None
        first = self.several(start, middle, case)
        pieces = (*first, *self.several(second, stop, case))
        return Split(_SURE_SPLIT, after, pieces, len(first))

    def _by_weight(self, start: int, end: int, case: str) -> Split | None:
        head = self._shared_head(start, end, case)
        if head:
            split = self._best(start, end, case, head)
            # Where another one has a head of its own, none is shared.
            if split and not any(self._has_head(piece) for piece in split.pieces[1:]):
                return split
        return self._best(start, end, case, None)

    def _has_head(self, piece: Span) -> bool:
        head = self._names.head(*piece)
        return head is not None and not head.is_state

    def _best(self, start: int, end: int, case: str, head: Span | None) -> Split | None:
        """The split with the most weight."""
        case_of_second = "gen" if head else case
        opening = self._start(start, case)
        ends = self._ends(start, end)
        joints = [
            (joint, self._end(start, joint[0]) + self._start(joint[1], case_of_second))
            for joint in self._joints(start, ends[-1])
        ]
        best: tuple[float, int, Span] | None = None
        for rank, stop in enumerate(ends):
            topics = sum(bool(self._text.role(i, "topic")) for i in range(start, stop))
            closing = opening + rank * _LATER_END + topics * _OVER_TOPIC
            for (i, after), own in joints:
                if after >= stop:
                    continue
                score = closing + own + self._end(after, stop)
                score += self._likeness((start, i), (after, stop))
                if best is None or score > best[0]:
                    best = score, stop, (i, after)
        if best is None:
            return None
        score, stop, joint = best
        stop = self._names.with_country(joint[1], stop)
        pieces = self.several(start, stop, case_of_second, [joint])
        if not pieces:
            # Nothing but articles is before and after what joins them.
            return None
        middle, sure = self._middle(pieces, joint)
        return Split(score, stop, pieces, middle, head, sure)

    def _middle(self, pieces: tuple[Span, ...], joint: Span) -> tuple[int, bool]:
        """The number of the first piece of the second side, and whether that is certain."""
        if len(pieces) <= _TWO:
            return 1, True
        countries = [next(iter(self._names.countries(*piece)), None) for piece in pieces]
        changes = [n for n in range(1, len(pieces)) if countries[n] != countries[n - 1]]
        if len(changes) == 1 and None not in countries:
            return changes[0], True
        behind = (n for n, (i, _) in enumerate(pieces) if i >= joint[1])
        # None is, if the last piece is but the country of one before the joint.
        return next(behind, len(pieces) - 1), False

    # --- where one may split ---

    def _joints(self, start: int, end: int) -> Iterator[Span]:
        """Spans that may join two parties; they are empty for a comma or a dash."""
        for i in range(start + 1, end):
            gap = self._text.gap(i)
            # Not within a name, nor after a suspended hyphen: Industrie- und Handelskammer.
            if i in self._names.inside or gap.startswith("-"):
                continue
            n = self._text.role(i, "and", end)
            if i + n < end and (
                n or any(mark in gap for mark in (",", ";", "/", " – ", " — ", " - "))
            ):
                yield i, i + n

    def _ends(self, start: int, end: int) -> list[int]:
        """The places where the parties may end: before a subject, redacted text or a bracket."""
        found: list[int] = []
        for i in range(start + 1, min(end, start + _WITHIN)):
            gap = self._text.gap(i)
            if i not in self._names.inside and (
                any(self._text.role(i, role) for role in ("about", "signed", "with"))
                or any(mark in gap for mark in ",;()—–:" + REDACTED)
            ):
                found.append(i)
        return [*found, min(end, start + _WITHIN)][:_MOST_ENDS]

    def _before_foreign(self, start: int, end: int) -> Iterator[Span]:
        """The joints before names in another language, which have its tag behind them."""
        joints = list(self._joints(start, end))
        for i in range(start + 1, end):
            if self._text.gap(i).endswith("["):
                before = (joint for joint in reversed(joints) if joint[1] < i)
                yield from islice(before, 1)

    def _shared_head(self, start: int, end: int, case: str) -> Span | None:
        """A head noun in the plural that the parties share: the Governments of A and B."""
        text, names = self._text, self._names
        begin = first = text.after_article(start, end)
        attribute = text.grammar.words("ending.plural_adjective")
        while first < min(end, begin + _HEAD_WITHIN) and not names.head(first, end):
            if attribute and not text.words[first].key.endswith(attribute):
                return None
            first += 1
        head = names.head(first, end)
        if (
            not head
            or self._is_state(begin, first)
            or not self._is_plural(start, first, head.end, case)
        ):
            return None
        stop = self._before_name(head.end, end)
        while stop > head.end and (text.is_article(stop - 1) or text.role(stop - 1, "of")):
            stop -= 1
        return begin, stop

    def _is_state(self, start: int, end: int) -> bool:
        """Whether a state's name begins there; the United States are one."""
        return any(
            stop > end and names_state(entries)
            for known in self._names.at[start : end + 1]
            for stop, entries in known
        )

    def _is_plural(self, start: int, first: int, stop: int, case: str) -> bool:
        text = self._text
        if articles := text.grammar.words(f"article.{case}.plural"):
            return text.words[start].key in articles
        stop = next((i for i in range(first, stop) if text.role(i, "of")), stop)
        telling = text.grammar.words(f"ending.{case}.plural")
        # An ending that only plurals have in this case, or the last word in the plural.
        words = text.words[first:stop] if telling else text.words[stop - 1 : stop]
        endings = telling or text.grammar.words("ending.plural")
        attribute = text.grammar.words("ending.plural_adjective")
        if telling and not text.words[first].key.endswith((*telling, *attribute)):
            # The Cabinet of Ministers is one.
            return False
        return any(
            word.key.endswith(endings) and "'" not in word.key and not word.text.isupper()
            for word in words
        )

    def _before_name(self, start: int, end: int) -> int:
        """The word with which the first name begins that is not part of a shared head."""
        for i in range(start, end):
            if self._text.role(i, "and") and i not in self._names.inside:
                break
            head = self._names.head(i, end)
            if self._names.at[i] or (head and head.is_state):
                return i
        return start

    # --- what speaks for a beginning and an end ---

    def _start(self, i: int, case: str) -> float:
        """The weight of the words from ``i`` on as the beginning of a party."""
        text, names = self._text, self._names
        end = len(text.words)
        first = text.after_article(i, end)
        if first >= end:
            return _EMPTY
        score = self._case(first, case)
        if first > i:
            cases = text.grammar.words(f"article.{case}")
            score += _ARTICLE if not cases or text.words[i].key in cases else _WRONG_CASE
        if names.at[first]:
            return score + _KNOWN
        if first == i and text.grammar.articles:
            # Other names than known ones have an article, in a language that has articles.
            score -= _ARTICLE
        if names.head(first, end):
            return score + _HEAD
        if self._has_later_head(first, end):
            return score + _LATER_HEAD
        return score + (_CAPITAL if text.words[first].is_capitalised else _SMALL)

    def _has_later_head(self, first: int, end: int) -> bool:
        """Whether a head noun follows soon, after words that may be its attributes."""
        for i in range(first, min(end, first + _HEAD_WITHIN)):
            if self._text.is_small(i):
                return False
            if self._names.head(i, end):
                return True
        return False

    def _case(self, first: int, case: str) -> float:
        """Whether the first word can stand in the case, where endings tell."""
        endings = self._text.grammar.words(f"ending.{case}")
        word = self._text.words[first]
        if not endings or word.text.isupper():
            return 0.0
        if word.key.endswith(endings):
            return _RIGHT_CASE
        stored = {
            entry.form
            for stop, entries in self._names.at[first]
            for entry in entries
            if fold(entry.text) == fold(self._text.span(first, stop))
        }
        return _RIGHT_CASE if case in stored else _WRONG_CASE

    def _end(self, start: int, end: int) -> float:
        """The weight of the words up to ``end`` as a whole name."""
        text, names = self._text, self._names
        first = text.after_article(start, end)
        if first >= end:
            return _EMPTY
        if text.is_small(end - 1):
            return _DANGLING
        if names.is_name(first, end):
            return _IS_NAME
        if self._begins.get(end, -1) >= first:
            return _ENDS_WITH_NAME
        return self._unknown_end(first, end)

    def _unknown_end(self, first: int, end: int) -> float:
        head = self._names.head(first, end)
        if head and head.end == end:
            return _BARE_HEAD
        if self._text.gap(end)[:1] in ("»", "“", "”", '"', ")"):
            return _CLOSED
        return _CAPITAL if self._text.words[end - 1].is_capitalised else 0.0

    def _likeness(self, one: Span, other: Span) -> float:
        """The weight of what two parties of one document usually share, and what not."""
        score = 0.0
        first, second = self._names.countries(*one), self._names.countries(*other)
        if first and second:
            score += _ONE_COUNTRY if first[0] == second[0] else _TWO_COUNTRIES
        heads = [self._text.after_article(*span) for span in (one, other)]
        if heads[0] < one[1] and heads[1] < other[1]:
            words = [self._text.words[i].stem for i in heads]
            score += _SAME_HEAD if words[0] == words[1] else 0.0
        return score


def _without_doubles(joints: list[Span]) -> list[Span]:
    """The joints without a comma that stands directly before another one."""
    following = [*joints[1:], (-1, -1)]
    return [one for one, after in zip(joints, following, strict=False) if after[0] != one[1]]
