"""The two sides of a document, in all the places where a title may name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import NamedKind
from bilateral.reading.parties import Parties, Sides
from bilateral.reading.segmentation import BETWEEN_NAMES, Split
from bilateral.reading.side_places.found_sides import FoundSides
from bilateral.reading.side_places.paired_names import PairedNames
from bilateral.reading.side_places.parties_with import PartiesWith
from bilateral.reading.side_places.side_words import BEFORE_PARTIES, SideWords
from bilateral.reading.weights import SURE_SPLIT
from bilateral.reading.words import DASHES, REDACTED, Text, within

__all__ = ["SideFinder"]

# In how many places a title may begin to name its parties.
_BEGINNINGS: Final = 4
# How many places are tried; a title has a handful.
_MOST_TRIES: Final = 10
_TWO: Final = 2
_LONGEST_NAME: Final = 4
# What opens and what closes the title of a project.
_OPENING: Final = ("„", "«", "“", '"')
_CLOSING: Final = frozenset('“”»"')


class _Way(NamedTuple):
    """A way to split: the word where what is split begins, and the case of the parties.

    Where they are bound to be is told by "between", or by a verb behind them.
    """

    split: Split
    begin: int
    case: str
    is_certain: bool = True
    is_bound: bool = False
    body: Span = (0, 0)


_Ways = Callable[[], Iterator[_Way]]


class SideFinder:
    """Finds the sides in one title."""

    def __init__(self, text: Text, parties: Parties, named: NamedKind) -> None:
        self._words = SideWords(text, parties, named)
        self._text = text
        self._parties = parties
        self._names = parties.names
        self._named = named
        self._count = len(text.words)

    def find(self) -> FoundSides:
        """The sides, as far as the title names them."""
        ways: tuple[_Ways, ...] = (
            self._between,
            self._signers,
            self._of_joint_body,
            self._after_kind,
            self._before_kind,
            self._beside_dash,
            self._listed,
            self._behind_subject,
        )
        for several in ways:
            found = _best(islice(several(), _BEGINNINGS))
            if found:
                sides = tuple(filter(None, self._parties.sides(found.split, found.case)))
                span = found.begin, found.split.end
                is_sure = found.split.is_sure or (found.is_bound and found.split.is_only_way)
                is_sure = is_sure or self._are_all_known(found.split, sides)
                return FoundSides(sides, span, found.is_certain and is_sure, body=found.body)
        return PartiesWith(self._words).find() or PairedNames(self._words).find()

    def _are_all_known(self, split: Split, sides: Sides) -> bool:
        """Whether of one party a side the kind and the country are known, and no word is left.

        None is what may be two: Bremen School – City University and Kathmandu University. Of
        towns, their document tells the kind.
        """
        text, are_towns = self._text, self._words.is_of_towns
        parties = [party for side in sides for party in side]
        known = (one for one in parties if (one.kind or are_towns) and not one.candidates[1:])
        countries = {party.country for party in known}
        inner = [i for start, end in split.pieces for i in range(start + 1, end)]
        may_be_two = any(text.role(i, "and") or text.gap(i).strip() in BETWEEN_NAMES for i in inner)
        is_each = len(sides) == len(parties) == len(countries - {None}) == _TWO
        return is_each and not may_be_two and self._is_end(split.end, is_general=True)

    def _between(self) -> Iterator[_Way]:
        """The parties after "between", whatever is before it."""
        case, kind = self._words.ruled("between"), self._named
        for i, n in self._text.places("between").items():
            is_last = i < kind.start and kind.is_sentence(self._text)
            if split := self._words.split(i + n, kind.start if is_last else self._count, case):
                yield _Way(split, i, case, is_bound=True)

    def _signers(self) -> Iterator[_Way]:
        """The parties behind what says that they made it: заключённое Министерством ... и ..."""
        case = self._words.ruled("dated")
        for i, n in self._text.places("dated").items() if case != "nom" else ():
            if (split := self._words.split(i + n, self._count, case)) and split.is_sure:
                yield _Way(split, i, case, is_bound=True)

    def _of_joint_body(self) -> Iterator[_Way]:
        """The parties that a dash joins before their body: Laos–Mongolia Commission on Trade.

        That stands behind the kind, or before it: the Laos–Mongolia Commission: Minutes.
        """
        yield from self._joined(self._named.end, self._count)
        yield from self._joined(0, self._named.start)

    def _joined(self, start: int, count: int) -> Iterator[_Way]:
        """The parties that a dash joins before a body among some words."""
        text = self._text
        topic = next((i for i in text.places("topic") if start <= i < count), count)
        bodies = tuple(text.grammar.stems_of("joint_body"))
        noun = next((i for i in range(start, topic) if text.words[i].stem.endswith(bodies)), start)
        ends = (i for i in range(noun + 1, topic) if not self._goes_on(i))
        end = next(ends, topic)
        chains = (pieces for i in range(start, noun) for pieces in self._chains(i, noun))
        for pieces in chains:
            stop = pieces[-1][1]
            if len(pieces) > 1 and not any(text.gap(n).strip() for n in range(stop, noun + 1)):
                # Of three, nobody says which are of one side.
                split = Split(SURE_SPLIT, end, pieces, 1, sides_are_sure=len(pieces) == _TWO)
                yield _Way(split, start, "nom", body=(stop, end))
                return

    def _chains(self, i: int, end: int) -> Iterator[tuple[Span, ...]]:
        """The known names and adjectives that begin at a word, with those that dashes join."""
        for stop, _ in self._names.at[i]:
            if stop <= end:
                is_joined = stop < end and self._text.gap(stop).strip(" .)") in BETWEEN_NAMES
                for others in self._chains(stop, end) if is_joined else ():
                    yield (i, stop), *others
                yield ((i, stop),)

    def _goes_on(self, i: int) -> bool:
        """Whether a body's name may have a word behind its noun: Council *of Ministers*."""
        return self._text.gap(i) == " " and not self._text.role(i, "about")

    def _after_kind(self) -> Iterator[_Way]:
        """The parties right after the kind: a joint statement, a plan of cooperation of A and B."""
        begin = self._behind_title(self._named.end)
        end = self._after_cooperation(begin)
        n = self._text.role(end, "delegates")
        case = "gen"
        if not n and (n := self._text.role(end, "of")):
            case = self._words.ruled("of")
        split = self._words.split(end + n, self._count, case)
        if split and not n and self._are_bare(split):
            case = "nom"
        if split and self._has_short_head(split):
            split = split._replace(score=SURE_SPLIT)
        if split and not split.is_sure and self._are_of_makers(split):
            yield _Way(split, begin, case, is_certain=False)
        elif split and split.is_sure and (split := self._before_with(split)):
            yield _Way(self._of_states(split), begin, case)

    def _are_of_makers(self, split: Split) -> bool:
        """Whether two names in the genitive stand right behind the kind, known or not."""
        text = self._text
        genitives = text.grammar.words("article.gen")
        (_, end), *others = split.pieces
        return self._words.is_whose(self._named.end, end) and all(
            text.words[i - 1].key in genitives and text.words[i].is_capitalised for i, _ in others
        )

    def _are_bare(self, split: Split) -> bool:
        """Whether names without articles, joined by a sign, stand as they do alone: Zoo A – Zoo B.

        Of one with a noun before both, it is the noun that has the case.
        """
        text, genitives = self._text, self._text.grammar.words("article.gen")
        _, *others = split.pieces
        is_joined = all(text.gap(i).strip(" ()") in BETWEEN_NAMES for i, _ in others)
        has_article = any(text.words[i - 1].key in genitives for i, _ in split.pieces if i)
        return bool(genitives) and is_joined and not has_article and not split.head

    def _has_short_head(self, split: Split) -> bool:
        """Whether a noun in the plural has two short names and no more: of the towns A and B."""
        is_next = split.head is not None and split.head[1] <= split.pieces[0][1]
        return is_next and self._are_short(split) and self._is_end(split.end, is_general=True)

    def _before_with(self, split: Split) -> Split | None:
        """The parties as those of one side, if another one follows: of A and B with C.

        `None` if it is not certain that they are several.
        """
        inner = range(split.pieces[0][0], split.end)
        if split.head and any(i in inner for i in self._text.places("with")):
            return None
        last = split.pieces[-1][0]
        # The last name may have been read with what follows it.
        stop = next((i for i in self._text.places("with") if last < i < split.end), split.end)
        n = self._text.role(stop, "with")
        case = self._words.ruled("with")
        end = n and self._parties.splitter.one(stop + n, self._count, case)
        if not end:
            return split
        if split.head or not all(self._has_article(start) for start, _ in split.pieces[1:]):
            return None
        pieces = (*split.pieces[:-1], (last, stop), (stop + n, end))
        return split._replace(pieces=pieces, middle=len(split.pieces), end=end)

    def _has_article(self, i: int) -> bool:
        """Whether a party begins with a known name, or an article where a language has cases."""
        articles = self._text.grammar.words("article.gen")
        return not articles or bool(self._names.at[i]) or self._text.is_article(i - 1)

    def _after_cooperation(self, end: int) -> int:
        """The place behind a word of cooperation that stands at another one, else that one."""
        i = self._text.after_article(end + self._text.role(end, "of"), self._count)
        about = self._text.grammar.stems_of("cooperation")
        return i + 1 if i < self._count and self._text.words[i].stem in about else end

    def _behind_title(self, start: int) -> int:
        """The place behind quotes in which a document has a title, before names that are known."""
        gap = self._text.gap
        if start == self._count or gap(start).strip()[-1:] not in _OPENING:
            return start
        behind = (i for i in range(start + 1, self._count) if not _CLOSING.isdisjoint(gap(i)))
        end = next(behind, start)
        return end if self._names.at[end] or self._names.head(end, self._count) else start

    def _before_kind(self) -> Iterator[_Way]:
        """The parties as those who sign: A and B have signed a memorandum; A and B: memorandum."""
        text, signs = self._text, self._words.before_verb()
        if signs and text.role(self._named.end, "with"):
            # One of them signs it with the other.
            return
        end = signs or self._named.start
        while end and text.is_article(end - 1):
            end -= 1
        for begin, has_verb in self._clauses(end):
            # Schüleraustausch A – B: Vereinbarung.
            start = begin + (begin + 1 < end and self._words.says_partnership(begin))
            split = self._words.split(start, end, "nom")
            is_told = has_verb or ":" in text.gap(end)
            is_bound = bool(signs) and split is not None and split.end == end
            if split and self._may_be_pair(split):
                continue
            if split and (split.is_sure or is_told or is_bound or text.role(split.end, "signed")):
                split = self._as_known(self._without_attributes(split))
                yield _Way(split, begin, "nom", is_bound=is_bound, body=(begin, start))

    def _may_be_pair(self, split: Split) -> bool:
        """Whether what was read as one name has a dash that stands between two: A – B, Australia.

        The state behind them is that of the second one.
        """
        (start, end), *others = split.pieces
        signs = (self._text.gap(i) for i in range(start + 1, end))
        may_be = not others and any(one[:1] in " )" and one.strip(" )") in DASHES for one in signs)
        return may_be and self._parties.party(start, end, "nom").partner is None

    def _clauses(self, end: int) -> Iterator[tuple[int, bool]]:
        """Where the clause that ends before a word may begin, and whether it does with a verb.

        Bonn, 5 May 2024: A and B sign a treaty; on 5 May 2024 A and B signed one.
        """
        text = self._text
        starts = [i for i in range(1, end) if ":" in text.gap(i) or REDACTED in text.gap(i)]
        for i in reversed([0, *starts] if end else []):
            n = text.role(i, "signed", end - 1)
            yield i + n, n > 0

    def _without_attributes(self, split: Split) -> Split:
        """The parties without what belongs to the kind: A–B *Free Trade* Agreement."""
        start, end = split.pieces[-1]
        is_joined = self._text.gap(start).strip() in DASHES
        # Swiss–Chilean Free Trade Agreement: one adjective is a state where both are.
        are_adjectives = is_joined and self._names.is_only_country(*split.pieces[0])
        is_name = self._names.is_only_country if are_adjectives else self._names.is_only_state
        for stop, _ in self._names.at[start]:
            if stop < end and is_name(start, stop):
                pieces = (*split.pieces[:-1], (start, stop))
                return split._replace(pieces=pieces, end=stop)
        return split

    def _listed(self) -> Iterator[_Way]:
        """The parties after a colon, or right after the kind: Memorandum: A and B."""
        marked = (
            i
            for i in within(self._text.marks, self._named.end, self._count)
            if self._text.gap(i).strip()
        )
        # Student Exchange (four a year): A and B. A colon says more than another mark.
        places = sorted(marked, key=lambda i: self._text.gap(i).strip(" )") != ":")
        for i in islice(places, _BEGINNINGS):
            mark = self._text.gap(i).strip().removeprefix(")")
            if mark in BEFORE_PARTIES:
                split = self._words.split(i, self._count, "nom")
                are_known = split and split.is_sure and self._are_known(split)
                if split and are_known and i > self._named.end and mark != ":":
                    # Behind the subject they are all that is left.
                    are_known = self._is_end(split.end, is_general=False)
                is_bare = self._words.is_general(self._named.end, i) and self._are_bodies(split)
                if split and is_bare:
                    # Right behind the kind, two bodies are all there is.
                    split = self._as_known(split)
                    are_known = split.is_sure
                if split and (are_known or is_bare or (mark == ":" and self._are_short(split))):
                    split = self._of_states(split)
                    found = self._parties.sides(split, "nom")
                    is_certain = bool(are_known) or self._are_all_known(split, found)
                    yield _Way(split, i, "nom", is_certain)

    def _are_bodies(self, split: Split | None) -> bool:
        """Whether the parties are two names, of a body or of towns, up to where a title ends."""
        if split is None or len(split.pieces) != _TWO:
            return False
        return (
            self._is_end(split.end, is_general=True)
            and all(self._text.words[i].is_capitalised for i, _ in split.pieces)
            and (
                self._words.is_of_towns
                or any(self._parties.party(*piece, "nom").kind for piece in split.pieces)
            )
        )

    def _of_states(self, split: Split) -> Split:
        """The states that a dash joins in front of what they share: France–Japan Committee."""
        start, end = split.pieces[0]
        gap = self._text.gap(split.pieces[-1][0])
        is_joined = gap.strip() in DASHES
        is_state = self._names.is_only_state(start, end)
        states = self._without_attributes(split) if is_joined and is_state else split
        # Kommission A–B für Verkehr: that is no part of what they share.
        is_field = states.end < self._count and self._text.role(states.end, "about")
        if not is_field and gap.strip() != gap:
            # Schweiz – Französische Gemeinschaft: a spaced dash joins whole names.
            return split
        return split._replace(pieces=states.pieces, end=states.end if is_field else split.end)

    def _beside_dash(self) -> Iterator[_Way]:
        """The parties right after the kind with a dash between them: twinning Bonn – Minsk."""
        start = self._named.end
        if not 0 < start < self._count or self._text.gap(start) != " ":
            return
        split = None if self._text.is_small(start) else self._words.split(start, self._count, "nom")
        if split and self._is_dash(split):
            yield _Way(self._as_known(self._of_states(split)), start, "nom")

    def _as_known(self, split: Split) -> Split:
        """The split as a sure one, if the parties are two of which it is known what they are."""
        if split.is_sure or len(split.pieces) != _TWO:
            return split
        parties = [self._parties.party(*piece, "nom") for piece in split.pieces]
        are_known = all(party.partner or party.kind for party in parties)
        return split._replace(score=SURE_SPLIT) if are_known else split

    def _is_dash(self, split: Split) -> bool:
        """Whether the parties are two names with a dash or stroke between them."""
        words = self._text.words
        starts = [start for start, _ in split.pieces]
        return (
            len(starts) == _TWO
            and all(words[i].is_capitalised for i in starts)
            and self._text.gap(starts[1]).strip() in BETWEEN_NAMES
        )

    def _are_short(self, split: Split) -> bool:
        """Whether the parties are two names, as far as capital letters tell."""
        words, (first, *others) = self._text.words, split.pieces
        if split.head and split.head[0] == first[0] and split.head[1] < first[1]:
            first = split.head[1], first[1]
        return len(others) == 1 and all(
            end - start <= _LONGEST_NAME and words[start].is_capitalised
            for start, end in (first, *others)
        )

    def _behind_subject(self) -> Iterator[_Way]:
        """The parties in the genitive behind the subject: a memorandum on friendship of A and B."""
        text = self._text
        has_cases = bool(text.grammar.words("case.between"))
        cooperation = text.grammar.stems_of("cooperation")
        tries = _MOST_TRIES
        for i in range(self._named.end + 1, self._count):
            n = text.role(i, "of")
            is_object = any(text.role(i - 1, role) for role in ("about", "of", "with"))
            if (not n and (not has_cases or is_object)) or text.is_article(i - 1):
                continue
            first = text.after_article(i + n, self._count)
            is_inner = i in self._names.inside or (not n and self._is_of_body(i))
            if is_inner or not (
                self._names.head(first, self._count)
                or self._words.is_place(first)
                or self._is_of_nation(first)
                or self._words.is_proper(first)
            ):
                continue
            tries -= 1
            if tries < 0:
                return
            case = self._words.ruled("of") if n else "gen"
            split = self._words.split(i + n, self._count, case)
            is_general = self._words.is_general(self._named.end, i)
            if split and any(with_ in range(*split.pieces[0]) for with_ in text.places("with")):
                continue
            if split and is_general and self._has_short_head(split):
                split = split._replace(score=SURE_SPLIT)
            if split and self._may_be(split, i) and self._is_end(split.end, is_general=is_general):
                is_theirs = is_general or text.words[i - 1].stem in cooperation
                yield _Way(split, i, case, is_theirs and self._are_known(split))

    def _is_of_body(self, i: int) -> bool:
        """Whether the noun of a body ends before a word, which says whose: Администрации Пскова."""
        head = self._names.head(i - 1, self._count)
        return head is not None and head.end == i

    def _is_of_nation(self, i: int) -> bool:
        """Whether a name begins with the adjective of a country: des Litauischen Theaters."""
        is_word = i < self._count and self._text.words[i].is_capitalised
        return is_word and self._names.is_adjective(i)

    def _may_be(self, split: Split, begin: int) -> bool:
        """Whether there are two parties of two countries, or two names behind what is general."""
        if split.is_sure and self._are_known(split):
            return True
        are_proper = all(self._words.is_proper(start) for start, _ in split.pieces)
        are_bodies = all(self._names.head(start, self._count) for start, _ in split.pieces)
        are_named = are_proper or are_bodies or self._has_short_head(split)
        return are_named and self._words.is_general(self._named.end, begin)

    def _are_known(self, split: Split) -> bool:
        """Whether the parties are two, of two countries, as the names in them or they tell."""
        countries = [self._country(piece) for piece in split.pieces]
        return len(countries) == _TWO and all(countries) and countries[0] != countries[1]

    def _country(self, piece: Span) -> str | None:
        return self._names.country(*piece) or self._parties.party(*piece, "nom").country

    def _is_end(self, i: int, *, is_general: bool) -> bool:
        """Whether a title ends there, or says only there what it is about."""
        gap = self._text.gap(i)
        is_over = i == self._count or any(mark in gap for mark in ",;:(" + REDACTED)
        return is_over or (is_general and bool(self._text.role(i, "about")))


def _best(ways: Iterable[_Way]) -> _Way | None:
    """The first without doubt: a later "between" is in the subject; else that with most weight."""
    doubtful: list[_Way] = []
    for way in ways:
        if way.split.is_sure:
            return way
        doubtful.append(way)
    return max(doubtful, key=lambda way: way.split.score, default=None)
