"""Splitting of running text into the parties of a document.

What joins two parties also joins words within a name ("the Ministry of Industry and Trade"),
and what begins a subject also stands in names ("the Committee on Science"). So every way of
splitting the text is weighed: a party begins with an article, a head noun or a known name in the
right case, and it ends where a name ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.fields_of_bodies import FieldsOfBodies
from bilateral.reading.bodies.kinds_of_parties import EXECUTIVES, behind_office
from bilateral.reading.bodies.known_names import Span, names_state
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.town_names import towns_at
from bilateral.reading.index import index
from bilateral.reading.shared_heads import SharedHeads
from bilateral.reading.weights import (
    BOUND_START,
    EMPTY,
    MOST_OF_LIKENESS,
    MOST_OF_SECOND,
    RIGHT_CASE,
    SURE_SPLIT,
    SURE_START,
    Weights,
)
from bilateral.reading.words import DASHES, REDACTED, within

__all__ = ["BETWEEN_NAMES", "PartySplitter", "Split"]

_LATER_END: Final = -0.4
_OVER_TOPIC: Final = -2.0
# How many ends are weighed, and within how many words; a title has some 40 in all.
_MOST_ENDS: Final = 13
_WITHIN: Final = 150
_TWO: Final = 2
_LONGEST_STATE: Final = 8
# The roles of what may stand behind a party.
_BEHIND: Final = ("about", "between", "signed", "with")
# Whose nouns in the plural may name one: Stadtwerke, Staatliche Museen, Kliniken.
_OF_ONE: Final = frozenset({PartnerKind.COMPANY, PartnerKind.HOSPITAL, PartnerKind.MUSEUM})
# Who may say behind its noun of what it is one: a ministry of something.
_OF_FIELDS: Final = frozenset(
    {PartnerKind.MINISTRY, PartnerKind.PUBLIC_BODY, PartnerKind.STATE_COMMITTEE}
)
# What the units of bodies are called.
_UNITS: Final = ("faculty", "unit_of_body")
_ENDING: Final = frozenset(",;()—–:" + REDACTED)
_CLOSING: Final = '»“”") '
#: What stands between names that no word joins.
BETWEEN_NAMES: Final = DASHES | {"/"}
_JOINING: Final = (",", ";", "/", "–", "—", " - ")


class Split(NamedTuple):
    """A way to split a text into the parties of two sides.

    ``pieces`` are the words of each party, ``middle`` the number of the first one of the second
    side; ``end`` is where they all end. ``head`` is a head noun that they share. There may be no
    other way, however little speaks for this one. ``case`` is theirs, where it is not the one that
    was asked for.
    """

    score: float
    end: int
    pieces: tuple[Span, ...]
    middle: int
    head: Span | None = None
    sides_are_sure: bool = True
    is_only_way: bool = False
    case: str | None = None

    @property
    def is_sure(self) -> bool:
        """Whether there is no doubt that these are the parties, and on which sides."""
        return self.sides_are_sure and self.score >= SURE_SPLIT


class PartySplitter:
    """Splits one text into the parties in it."""

    def __init__(self, names: PlacedNames) -> None:
        self._names = names
        self._text = names.text
        self._weights = Weights(names)
        self._heads = SharedHeads(names)
        self._fields = FieldsOfBodies(names, self._weights)

    def split(self, start: int, end: int, case: str) -> Split | None:
        """The best way to read the words from ``start`` on as the parties of a document."""
        return self._by_parts(start, end, case) or self._by_weight(start, end, case)

    def one(self, start: int, end: int, case: str, *, is_bound: bool = False) -> int | None:
        """The end of a single party that begins at a word; `None` if none begins there.

        If one ``is_bound`` to, it does, unless what stands there cannot be any.
        """
        if self._weights.start(start, case) < (BOUND_START if is_bound else SURE_START):
            return None
        best = self._names.with_country(start, self._best_end(start, start, end))
        weight = self._weights.end(start, best)
        return best if weight > 0 or (weight == 0 and self._is_of_body_named(start)) else None

    def _is_of_body_named(self, i: int) -> bool:
        """Whether a body's name begins with a capital letter where no other word has one.

        What it ends with has none: Минским аграрным университетом, Академией наук.
        """
        has_attributes = bool(self._text.grammar.words("ending.attribute"))
        head = self._names.first_head(i, len(self._text.words)) if has_attributes else None
        return head is not None and self._text.words[i].is_capitalised

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
        least = SURE_START + (RIGHT_CASE if endings else 0)
        found = {*joints, *self._before_foreign(start, end)}
        taken = {place for joint in found for place in joint}
        for i, after in self._joints(start, end):
            # A noun with a capital letter in the case of the others is no part of a name.
            is_capital = bool(endings) and i < after and self._text.words[after].is_capitalised
            enough = SURE_START if is_capital and self._has_head((after, end)) else least
            if taken.isdisjoint((i, after)) and self._weights.start(after, case) >= enough:
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
            for i, n in text.places(role).items()
            if start <= i and i + n <= end
        ]
        if len(marks) != _TWO:
            return None
        (middle, second), (stop, after) = marks
        second += text.role(second, "and", end)
        if not start < middle < second < stop:
            return None
        first = self.several(start, middle, case)
        pieces = (*first, *self.several(second, stop, case))
        return Split(SURE_SPLIT, after, pieces, len(first))

    def _by_weight(self, start: int, end: int, case: str) -> Split | None:
        first = self._text.after_article(start, end)
        begin = behind_office(self._names, first, end, "offices")
        plurals = self._text.grammar.words(f"article.{case}.plural")
        if begin > first and (not plurals or self._text.words[start].key in plurals):
            # The Rectors of the University of A and the University of B act for both.
            split = self._shared(begin, end, "gen", are_many=True)
            split = split or self._best(begin, end, "gen", None)
            # Those of a parliament and a state are no body and its state.
            if split and (split.head or not any(map(self._is_state, split.pieces))):
                return split._replace(case="gen")
        if behind := self._heads.behind(start, end):
            return self._before_head(*behind, end)
        return self._shared(start, end, case) or self._best(start, end, case, None)

    def _shared(self, start: int, end: int, case: str, *, are_many: bool = False) -> Split | None:
        """The split of those that share a noun in front of them."""
        head = self._heads.in_front(start, end, case, are_many=are_many)
        split = self._best(start, end, case, head) if head else None
        if not (head and split):
            return None
        # Where another one has a head of its own, none is shared.
        others = split.pieces[1:]
        noun = self._names.first_head(*head)
        is_of_one = noun is not None and noun.kind in _OF_ONE
        articles = self._text.grammar.words(f"article.{case}") if is_of_one else ()
        # An article says that one has no part in it: den Stadtwerken Bonn und *der* BVG.
        are_apart = any(self._text.words[i - 1].key in articles for i, _ in others)
        if not (are_apart or any(self._has_own(head, piece) for piece in others)):
            return split
        return self._behind_plural(start, head, end, case)

    def _behind_plural(self, start: int, head: Span, end: int, case: str) -> Split | None:
        """The split of those that a noun in the plural only says what they are.

        Между университетами Гродненским университетом и Университетом Лодзи.
        """
        noun = next(self._names.heads(*head))
        is_small = not self._text.words[start].is_capitalised
        if not (is_small and self._text.grammar.words(f"ending.{case}.plural")):
            return None
        behind = self._best(noun.end, end, case, None)
        has_own = behind is not None and self._has_head(behind.pieces[0])
        return behind if has_own else None

    def _before_head(self, first: Span, second: Span, head: Span, end: int) -> Split:
        """The split of two adjectives whose head noun is behind them."""
        is_whole = head[1] in (*self._ends(head[0], end), end)
        stop = head[1] if is_whole else self._best_end(head[0], head[1], end)
        return Split(SURE_SPLIT, stop, (first, second), 1, (head[0], stop))

    def _best_end(self, start: int, least: int, end: int) -> int:
        """The best end, from a word on, of a party that begins at another."""
        scores = {
            stop: self._weights.end(start, stop) + rank * _LATER_END
            for rank, stop in enumerate(self._ends(start, end))
            if stop >= least
        }
        return max(scores, key=scores.__getitem__)

    def _topics(self, start: int, end: int) -> Iterator[int]:
        """The words that begin a subject, or another party, and are in no name of a body."""
        text = self._text
        yield from (
            i for i in _among(text.places("topic"), start, end) if not self._fields.is_of_body(i)
        )
        yield from (
            i for i in _among(text.places("aim"), start, end) if not self._fields.is_of_noun(i)
        )
        yield from (
            i for i in _among(text.places("with"), start, end) if i not in self._names.inside
        )

    def _is_state(self, piece: Span) -> bool:
        return self._names.is_only_state(*piece)

    def _has_own(self, head: Span, piece: Span) -> bool:
        """Whether a party has a head noun beside the one that it shares.

        Of the Mayors of the Town of A and the Town of B, that of its place is none.
        """
        shared, own = self._names.first_head(*head), self._names.first_head(*piece)
        is_of_place = shared is not None and shared.kind in {*EXECUTIVES, PartnerKind.GOVERNMENT}
        is_place = own is not None and own.kind is not None and own.kind.is_territory
        return self._has_head(piece) and not (is_of_place and is_place)

    def _has_head(self, piece: Span) -> bool:
        head = self._names.first_head(*piece)
        return head is not None and not head.is_state

    def _best(
        self,
        start: int,
        end: int,
        case: str,
        head: Span | None,
        apart: frozenset[Span] = frozenset(),
    ) -> Split | None:
        """The split with the most weight, but at none of the joints that keep nothing ``apart``."""
        case_of_second = "gen" if head else case
        opening = self._weights.start(start, case)
        if opening <= EMPTY:
            return None
        ends = self._ends(start, end)
        joints = [*self._weighed(start, ends[-1], case_of_second, apart)]
        topics_at = [*self._topics(start, ends[-1])]
        best: tuple[float, int, Span] | None = None
        for rank, stop in enumerate(ends):
            topics = sum(i < stop for i in topics_at)
            closing = opening + rank * _LATER_END + topics * _OVER_TOPIC
            for (i, after), own in joints:
                # What can be no better than the best one is not weighed.
                is_worse = best is not None and closing + own + MOST_OF_SECOND <= best[0]
                if after >= stop or is_worse:
                    continue
                score = closing + own + self._weights.end(after, stop)
                if best is not None and score + MOST_OF_LIKENESS <= best[0]:
                    continue
                score += self._weights.likeness((start, i), (after, stop))
                if best is None or score > best[0]:
                    best = score, stop, (i, after)
        if best is None:
            return None
        score, stop, joint = best
        others = [one for one, _ in joints if one != joint and one[0] < stop]
        first_end = next(i for i in ends if i > joint[1])
        is_only = not others and stop == first_end and self._is_only(joint[1], stop)
        stop = self._with_unit(joint[1], self._names.with_country(joint[1], stop), end)
        are_states = joint[0] == joint[1] and self._are_states(joint[1], stop, end)
        stop, further = self._further(stop, end, case, are_states=are_states)
        pieces = self._by_country(self.several(start, stop, case_of_second, [joint, *further]))
        if len(pieces) == 1 and others:
            # What is behind the joint is but the country of what is before it: A – B, Poland.
            other = self._best(start, end, case, head, apart | {joint})
            if other and other.is_sure:
                return other
        middle, sure = self._middle(pieces, joint)
        is_mark = joint[0] == joint[1]
        ands = (i for i, j in others if i < j)
        are_open = is_mark and len(pieces) == _TWO
        # A – B and C, A and B – C: a name may have a dash in it.
        sure = sure and not (are_open and any(self._may_join(start, joint, i) for i in ands))
        return Split(score, stop, pieces, middle, head, sure, is_only and len(pieces) == _TWO)

    def _weighed(
        self, start: int, end: int, case: str, apart: frozenset[Span]
    ) -> Iterator[tuple[Span, float]]:
        """The joints, with the weight of what ends before and what begins behind each."""
        for joint in self._joints(start, end):
            if joint not in apart:
                before = self._weights.end(start, joint[0])
                yield joint, before + self._weights.start(joint[1], case)

    def _further(
        self, stop: int, end: int, case: str, *, are_states: bool
    ) -> tuple[int, list[Span]]:
        """The end with further parties behind commas, and what joins those: ..., Советом Сербии.

        That they are some is told by the case, and by the noun of a body; ``are_states`` tells
        whether states are listed.
        """
        joints: list[Span] = []
        while self._is_further(stop, end, case) or (are_states and self._is_third(stop, end)):
            joints.append((stop, stop))
            stop = self._names.with_country(stop, self._best_end(stop, stop + 1, end))
        return stop, joints

    def _with_unit(self, start: int, stop: int, end: int) -> int:
        """The end of a party with its unit behind a comma: ..., Faculty of Medicine."""
        text = self._text
        is_unit = stop < end and any(text.role(stop, role) for role in _UNITS)
        is_unit = is_unit and not text.role(stop, "course")
        if (
            not is_unit
            or text.gap(stop).strip(_CLOSING) != ","
            or not self._has_head((start, stop))
        ):
            return stop
        return self._names.with_country(start, self._best_end(stop, stop + 1, end))

    def _is_further(self, i: int, end: int, case: str) -> bool:
        """Whether a comma stands before a word, and a body in the case of the others follows.

        A town is where the document was signed.
        """
        may_follow = i < end and self._text.gap(i).strip(_CLOSING) == ","
        if not (may_follow and self._text.grammar.words(f"ending.{case}")):
            return False
        head = self._names.first_head(i, end, case)
        is_place = head is None or (head.kind is not None and head.kind.is_territory)
        return not is_place and self._weights.start(i, case) >= SURE_START

    def _are_states(self, start: int, stop: int, end: int) -> bool:
        """Whether behind a second state "and" joins the last one: between A, B, *C and D*."""
        topic = next(self._topics(stop, end), end)
        is_list = any(_among(self._text.places("and"), stop + 1, topic))
        return is_list and self._begins_state(start, stop)

    def _is_third(self, i: int, end: int) -> bool:
        """Whether a further state is listed behind a comma."""
        return self._text.gap(i).strip(_CLOSING) == "," and self._begins_state(i, end)

    def _begins_state(self, start: int, end: int) -> bool:
        """Whether a state or its government is named first of all."""
        first = self._text.after_article(start, end)
        head = self._names.head(first, end) if first < end else None
        if head is not None and (head.is_state or head.kind is PartnerKind.GOVERNMENT):
            first = self._names.after_of(head.end, end)
        return first < end and any(names_state(one) for _, one in self._names.at[first])

    def _is_only(self, start: int, end: int) -> bool:
        """Whether a name begins at a word, and nothing but its end can be before another."""
        text = self._text
        first = text.after_article(start, end)
        is_end = end == len(text.words) or REDACTED in text.gap(end)
        return (
            first < end
            and text.words[first].is_capitalised
            and (is_end or any(text.role(end, role) for role in ("topic", "signed")))
        )

    def _by_country(self, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
        """Those of one country before those of the other, where two take turns: A1, B1, A2, B2."""
        if len(pieces) <= _TWO:
            return pieces
        told = {piece: self._names.country(*piece) for piece in pieces}
        countries = list(dict.fromkeys(told.values()))
        if len(countries) != _TWO or None in countries:
            return pieces
        return tuple(sorted(pieces, key=lambda piece: countries.index(told[piece])))

    def _may_join(self, start: int, mark: Span, i: int) -> bool:
        """Whether "and" may join two parties beside a mark: behind it, or behind a body's noun."""
        return i > mark[1] or any(head.end == i for head in self._names.heads(start, i))

    def _middle(self, pieces: tuple[Span, ...], joint: Span) -> tuple[int, bool]:
        """The number of the first piece of the second side, and whether that is certain."""
        if len(pieces) <= _TWO:
            return 1, True
        countries = [self._names.country(*piece) for piece in pieces]
        changes = [n for n in range(1, len(pieces)) if countries[n] != countries[n - 1]]
        if len(changes) == 1 and None not in countries:
            return changes[0], True
        behind = (n for n, (i, _) in enumerate(pieces) if i >= joint[1])
        # None is, if the last piece is but the country of one before the joint.
        return next(behind, len(pieces) - 1), False

    # --- where one may split ---

    def _joints(self, start: int, end: int) -> Iterator[Span]:
        """Spans that may join two parties; they are empty for a comma or a dash."""
        brackets, quotes, words = self._text.brackets, self._text.quotes, self._text.words
        ands = [*_among(self._text.places("and"), start + 1, end)]
        has_and = any(words[i].text != "&" for i in ands)
        for i in sorted({*within(self._text.marks, start + 1, end), *ands}):
            gap = self._text.gap(i)
            if has_and and words[i].text == "&":
                # Beside "and", the sign is part of a name: Smith & Sons and Müller AG.
                continue
            # Not within a name, brackets or quotes, nor after a hyphen: Industrie- und ...
            is_marked = brackets[i] > brackets[start] or quotes[i] > quotes[start]
            is_inner = is_marked or i in self._names.inside
            if is_inner or gap.startswith("-"):
                continue
            n = self._text.role(i, "and", end)
            if n and self._are_fields(i, i + n, end):
                continue
            if i + n < end and (n or any(mark in gap for mark in _JOINING)):
                yield i, i + n

    def _are_fields(self, i: int, after: int, end: int) -> bool:
        """Whether "and" joins two fields before a dash: University of Science and Technology – B.

        Neither is a party: that begins behind the dash.
        """
        if after + 1 >= end or self._text.gap(after + 1).strip() not in BETWEEN_NAMES:
            return False
        words, fields = self._text.words, index(self._text.grammar.lang, "vocabulary").stems
        return all(words[n].stem in fields for n in (i - 1, after))

    def _ends(self, start: int, end: int) -> list[int]:
        """The places where the parties may end: before a subject, redacted text or a bracket."""
        text = self._text
        brackets, quotes = text.brackets, text.quotes
        found: list[int] = []
        dated = text.places("dated")
        last = min(end, start + _WITHIN)
        places = {i for role in _BEHIND for i in _among(text.places(role), start + 1, last)}
        for i in sorted(places.union(within(text.marks, start + 1, last))):
            gap = text.gap(i)
            if text.role(i, "between") or ("," in gap and i in dated):
                # What comes behind it is another party, or says how the document was signed.
                return [*found, i][:_MOST_ENDS]
            is_marked = brackets[i] > brackets[start] + gap.count("(") or quotes[i] > quotes[start]
            if is_marked or i in self._names.inside:
                continue
            if gap.startswith("-") or ("," in gap and self._goes_on(i, end)):
                # Forschungs-, Entwicklungs- und Innovationsamt; Labour, Migration and Employment
                continue
            if (
                (text.role(i, "about") and not self._fields.is_of_body(i))
                or text.role(i, "signed")
                or text.role(i, "with")
                or gap == " - "
                or (gap != " " and not _ENDING.isdisjoint(gap))
            ):
                found.append(i)
        return [*found, last][:_MOST_ENDS]

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether an enumeration follows up to the subject: what is no party and no subject."""
        text = self._text
        if self._is_continent(start, end):
            return True
        abouts = (i for i in text.places("about") if start <= i < end)
        about = next((i for i in abouts if not self._fields.is_of_body(i)), end)
        stop = next(iter(within(self._breaks, start + 1, about)), about)
        ands = [i for i in text.places("and") if start <= i < stop]
        if len(ands) != 1:
            return False
        is_field = bool(within(self._with_fields, start - _LONGEST_STATE, start))
        is_list = all(
            i in ands
            or (is_field and text.role(i, "of"))
            or not (text.is_small(i) or self._names.at[i] or self._names.head(i, end))
            for i in range(start, stop)
        )
        return is_list and (is_field or (stop == end and self._is_open(start, end)))

    @cached_property
    def _breaks(self) -> list[int]:
        """The words that something was signed with, or before which there is more than a comma."""
        marks = [i for i in self._text.marks if self._text.gaps[i].strip() != ","]
        return sorted([*marks, *self._text.places("signed")])

    def _is_open(self, start: int, end: int) -> bool:
        """Whether nothing stands behind some words, and the name of no place before them."""
        before = range(max(0, start - _LONGEST_STATE), start)
        towns = (stop for i in before for stop, _ in towns_at(self._text, i))
        is_place = self._weights.is_end_of_name(start) or start in towns
        return not (is_place or self._text.gap(end).strip())

    def _is_continent(self, start: int, end: int) -> bool:
        """Whether a continent or a part of one is next: Институт России, Восточной Европы и ..."""
        continents = self._text.grammar.stems_of("continent")
        return any(
            word.stem in continents for word in self._text.words[start : min(end, start + 2)]
        )

    @cached_property
    def _with_fields(self) -> list[int]:
        """The words behind which bodies say their fields: for, and ministries *of* something."""
        ministries = {i for i in self._names.headed if self._is_ministry(i)}
        return sorted(ministries.union(self._text.places("of_body")))

    def _is_ministry(self, i: int) -> bool:
        """Whether a ministry begins at a word, and says of what."""
        head = self._names.head(i, len(self._text.words))
        if head is None or head.kind not in _OF_FIELDS:
            return False
        return bool(self._text.role(head.end, "of")) or not self._text.grammar.words("of")

    def _before_foreign(self, start: int, end: int) -> Iterator[Span]:
        """The joints before names in another language, which have its tag behind them."""
        marks = within(self._text.marks, start + 1, end)
        tags = [i for i in marks if self._text.gap(i).endswith("[")]
        joints = [*self._joints(start, end)] if tags else []
        for i in tags:
            before = (joint for joint in reversed(joints) if joint[1] < i)
            yield from islice(before, 1)


def _among(places: Iterable[int], start: int, end: int) -> Iterator[int]:
    return (i for i in places if start <= i < end)


def _without_doubles(joints: list[Span]) -> list[Span]:
    """The joints without a comma that stands directly before another one."""
    following = [*joints[1:], (-1, -1)]
    return [one for one, after in zip(joints, following, strict=False) if after[0] != one[1]]
