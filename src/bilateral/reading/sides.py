"""The two sides of a document, in all the places where a title may name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from bilateral.instruments import AgreementKind
from bilateral.language.folding import fold
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import PLANS, NamedKind
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.segmentation import Split
from bilateral.reading.weights import SURE_SPLIT
from bilateral.reading.words import REDACTED, Text, is_general, within

__all__ = ["FoundSides", "SideFinder"]

# In how many places a title may begin to name its parties.
_BEGINNINGS: Final = 4
# How many places are tried; a title has a handful.
_MOST_TRIES: Final = 10
_TWO: Final = 2
_LONGEST_NAME: Final = 4
_LONGEST_PARTY: Final = 10
_DASHES: Final = frozenset({"-", "–", "—"})
# What parties have whose names have no noun.
_OF_TOWNS: Final = frozenset({AgreementKind.TWINNING, AgreementKind.FRIENDSHIP})
# Of whose names the genitive says what they are of: a plan of consultations with B.
_OF_WORK: Final = PLANS | {AgreementKind.PROTOCOL, AgreementKind.SESSION_PROTOCOL}


class FoundSides(NamedTuple):
    """The sides of a title, the words that name them, and whether there is no doubt.

    ``inner`` are those among the words that name none: A signs an agreement *on trade* with B.
    ``body`` are those of the body that both share: the A–B *Border Commission*.
    """

    sides: Sides
    span: Span
    is_certain: bool
    inner: Span = (0, 0)
    body: Span = (0, 0)


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
        return self._with() or self._joined_names() or self._before_dash() or self._pair()

    def _are_all_known(self, split: Split, sides: Sides) -> bool:
        """Whether of one party a side the kind and the country are known, and no word is left.

        None is what may be two: Bremen School – City University and Kathmandu University.
        """
        text = self._text
        parties = [party for side in sides for party in side]
        countries = {party.country for party in parties if party.kind and not party.candidates[1:]}
        inner = [i for start, end in split.pieces for i in range(start + 1, end)]
        may_be_two = any(
            text.role(i, "and") or text.gap(i).strip() in _BETWEEN_NAMES for i in inner
        )
        is_each = len(sides) == len(parties) == len(countries - {None}) == _TWO
        return is_each and not may_be_two and self._is_end(split.end, is_general=True)

    def _split(self, start: int, end: int, case: str) -> Split | None:
        """The way to split some words; a colon stands in no name: Student Exchange: A and B."""
        split = self._parties.splitter.split(start, end, case)
        first, stop = split.pieces[0] if split else (0, 0)
        gaps = [self._text.gap(i).strip(" )") for i in range(first + 1, stop)]
        if split and " - " in map(self._text.gap, range(first + 1, stop)):
            # MSc Finance - University A & University B
            split = split._replace(sides_are_sure=False)
        return None if ":" in gaps else split

    def _ruled(self, role: str) -> str:
        """The case that words with a role rule."""
        return next(iter(self._text.grammar.words(f"case.{role}")), "nom")

    def _between(self) -> Iterator[_Way]:
        """The parties after "between", whatever is before it."""
        case, kind = self._ruled("between"), self._named
        for i, n in self._text.places("between").items():
            is_last = i < kind.start and kind.is_sentence(self._text)
            if split := self._split(i + n, kind.start if is_last else self._count, case):
                yield _Way(split, i, case, is_bound=True)

    def _signers(self) -> Iterator[_Way]:
        """The parties behind what says that they made it: заключённое Министерством ... и ..."""
        case = self._ruled("dated")
        for i, n in self._text.places("dated").items() if case != "nom" else ():
            if (split := self._split(i + n, self._count, case)) and split.is_sure:
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
                is_joined = stop < end and self._text.gap(stop).strip(" .)") in _BETWEEN_NAMES
                for others in self._chains(stop, end) if is_joined else ():
                    yield (i, stop), *others
                yield ((i, stop),)

    def _goes_on(self, i: int) -> bool:
        """Whether a body's name may have a word behind its noun: Council *of Ministers*."""
        return self._text.gap(i) == " " and not self._text.role(i, "about")

    def _after_kind(self) -> Iterator[_Way]:
        """The parties right after the kind: a joint statement, a plan of cooperation of A and B."""
        end = self._after_cooperation(self._named.end)
        n = self._text.role(end, "delegates")
        case = "gen"
        if not n and (n := self._text.role(end, "of")):
            case = self._ruled("of")
        split = self._split(end + n, self._count, case)
        if split and not n and self._are_bare(split):
            case = "nom"
        if split and self._has_short_head(split):
            split = split._replace(score=SURE_SPLIT)
        if split and not split.is_sure and self._are_of_makers(split):
            yield _Way(split, self._named.end, case, is_certain=False)
        elif split and split.is_sure and (split := self._before_with(split)):
            yield _Way(self._of_states(split), self._named.end, case)

    def _are_of_makers(self, split: Split) -> bool:
        """Whether two names in the genitive stand right behind the kind, known or not."""
        text = self._text
        genitives = text.grammar.words("article.gen")
        (_, end), *others = split.pieces
        return self._is_whose(self._named.end, end) and all(
            text.words[i - 1].key in genitives and text.words[i].is_capitalised for i, _ in others
        )

    def _are_bare(self, split: Split) -> bool:
        """Whether names without articles, joined by a sign, stand as they do alone: Zoo A – Zoo B.

        Of one with a noun before both, it is the noun that has the case.
        """
        text, genitives = self._text, self._text.grammar.words("article.gen")
        _, *others = split.pieces
        is_joined = all(text.gap(i).strip(" ()") in _BETWEEN_NAMES for i, _ in others)
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
        case = self._ruled("with")
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

    def _before_kind(self) -> Iterator[_Way]:
        """The parties as those who sign: A and B have signed a memorandum; A and B: memorandum."""
        text, signs = self._text, self._before_verb()
        if signs and text.role(self._named.end, "with"):
            # One of them signs it with the other.
            return
        end = signs or self._named.start
        while end and text.is_article(end - 1):
            end -= 1
        for start, has_verb in self._clauses(end):
            split = self._split(start, end, "nom")
            is_told = has_verb or ":" in text.gap(end)
            is_bound = bool(signs) and split is not None and split.end == end
            if split and (split.is_sure or is_told or is_bound or text.role(split.end, "signed")):
                split = self._as_known(self._without_attributes(split))
                yield _Way(split, start, "nom", is_bound=is_bound)

    def _before_verb(self) -> int:
        """The end of what stands before "sign" and the kind, with attributes at most; else 0."""
        text = self._text
        for i in range(self._named.start - 1, 0, -1):
            if text.role(i, "signed"):
                others = (n for n in range(i - 1, 0, -1) if not text.role(n, "signed"))
                return next(others, 0) + 1
            if text.gap(i + 1).strip() or (text.is_small(i) and not text.is_article(i)):
                break
        return 0

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
        is_joined = self._text.gap(start).strip() in _DASHES
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
            if mark == ":" or mark in _MARKS:
                split = self._split(i, self._count, "nom")
                are_known = split and split.is_sure and self._are_known(split)
                if split and are_known and i > self._named.end and mark != ":":
                    # Behind the subject they are all that is left.
                    are_known = self._is_end(split.end, is_general=False)
                is_bare = self._is_general(self._named.end, i) and self._are_bodies(split)
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
                not _OF_TOWNS.isdisjoint(self._named.kinds)
                or any(self._parties.party(*piece, "nom").kind for piece in split.pieces)
            )
        )

    def _of_states(self, split: Split) -> Split:
        """The states that a dash joins in front of what they share: France–Japan Committee."""
        start, end = split.pieces[0]
        is_joined = self._text.gap(split.pieces[-1][0]) in _DASHES
        is_state = self._names.is_only_state(start, end)
        states = self._without_attributes(split) if is_joined and is_state else split
        # Kommission A–B für Verkehr: that is no part of what they share.
        is_field = states.end < self._count and self._text.role(states.end, "about")
        return split._replace(pieces=states.pieces, end=states.end if is_field else split.end)

    def _beside_dash(self) -> Iterator[_Way]:
        """The parties right after the kind with a dash between them: twinning Bonn – Minsk."""
        start = self._named.end
        if not 0 < start < self._count or self._text.gap(start) != " ":
            return
        split = None if self._text.is_small(start) else self._split(start, self._count, "nom")
        if split and self._is_dash(split):
            yield _Way(self._as_known(split), start, "nom")

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
            and self._text.gap(starts[1]).strip() in _BETWEEN_NAMES
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
                or self._is_place(first)
                or self._is_of_nation(first)
                or self._is_proper(first)
            ):
                continue
            tries -= 1
            if tries < 0:
                return
            case = self._ruled("of") if n else "gen"
            split = self._split(i + n, self._count, case)
            is_general = self._is_general(self._named.end, i)
            if split and any(with_ in range(*split.pieces[0]) for with_ in text.places("with")):
                continue
            if split and is_general and self._has_short_head(split):
                split = split._replace(score=SURE_SPLIT)
            if split and self._may_be(split, i) and self._is_end(split.end, is_general=is_general):
                yield _Way(split, i, case, is_general and self._are_known(split))

    def _is_of_body(self, i: int) -> bool:
        """Whether the noun of a body ends before a word, which says whose: Администрации Пскова."""
        head = self._names.head(i - 1, self._count)
        return head is not None and head.end == i

    def _is_of_nation(self, i: int) -> bool:
        """Whether a name begins with the adjective of a country: des Litauischen Theaters."""
        is_word = i < self._count and self._text.words[i].is_capitalised
        return is_word and self._names.is_adjective(i)

    def _is_proper(self, i: int) -> bool:
        """Whether a capital letter tells a name, in a language that has none for other words."""
        has_attributes = bool(self._text.grammar.words("ending.attribute"))
        return has_attributes and i < self._count and self._text.words[i].is_capitalised

    def _may_be(self, split: Split, begin: int) -> bool:
        """Whether there are two parties of two countries, or two names behind what is general."""
        if split.is_sure and self._are_known(split):
            return True
        are_proper = all(self._is_proper(start) for start, _ in split.pieces)
        are_named = are_proper or self._has_short_head(split)
        return are_named and self._is_general(self._named.end, begin)

    def _is_place(self, i: int) -> bool:
        """Whether a known name begins at a word, and not only an adjective."""
        names = self._names.at[i] if i < self._count else ()
        return any(entry.form != "adj" for _, entries in names for entry in entries)

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

    def _is_general(self, start: int, end: int) -> bool:
        """Whether some words only say that the parties work together, and on nothing else."""
        return all(is_general(self._text, i) for i in range(start, end))

    def _with(self) -> FoundSides | None:
        """The parties of an agreement (of A) with B."""
        text = self._text
        case = self._ruled("with")
        splitter = self._parties.splitter
        signs = self._before_verb()
        for i, n in text.places("with").items():
            if i < self._named.end or text.role(i, "preposition"):
                continue
            is_bound = bool(signs) and i == self._named.end
            is_bound = is_bound or self._is_whose(self._named.end, i) or self._own(i) is not None
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
            case = self._ruled("dated")
            party = self._parties.party(begin + n, end, case)
            is_it = splitter.one(begin + n, end, case, is_bound=True) == end
            return (party,) if is_it else (), begin
        split = self._split(begin, end, "gen") if begin < end else None
        if split and split.head and split.end == end:
            # The towns of A and B with C.
            return sum(self._parties.sides(split, "gen"), ()), self._named.end
        is_whole = begin < end and splitter.one(begin, end, "gen") == end
        if is_whole or (begin < end and self._is_whose(begin, end)):
            return (self._parties.party(begin, end, "gen"),), self._named.end
        if first := self._bare_first(begin, end):
            return (first,), begin if begin < end else 0
        if (own := self._own(end) or self._behind_cooperation(end)) is not None:
            return (self._parties.party(own, end, "gen"),), own
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
        if end is None or self._is_general(begin, end):
            return None
        has_noun = any(self._names.heads(begin, end)) or self._names.countries(begin, end)
        # Where names have cases, one that no table has may be something else.
        is_next &= not self._text.grammar.words("case.with")
        return end if is_next or has_noun else None

    def _own(self, end: int) -> int | None:
        """Where the name begins, up to ``end``, of a party that has a document with another one.

        A contract of the National Library with B; Partnership: the National Library with B.
        """
        text, names = self._text, self._names
        first = self._named.end
        starts = [first + n] if (n := text.role(first, "of", end)) else []
        starts += [i for i in within(text.marks, first, end) if text.gap(i).strip() in _OPENING]
        for i in starts:
            begin = text.after_article(i, end)
            is_name = begin < end and text.words[begin].is_capitalised
            has_noun = any(names.heads(begin, end)) or bool(names.countries(begin, end))
            has_noun = has_noun or not _OF_TOWNS.isdisjoint(self._named.kinds)
            is_party = is_name and has_noun and not self._is_general(begin, end)
            if is_party and self._parties.splitter.one(i, end, "gen", is_bound=True) == end:
                return i
        return None

    def _bare_first(self, begin: int, end: int) -> Party | None:
        """The party that stands without an article between the kind and "with", as lists have it.

        Or before the kind and a mark: Zoo Leipzig: Vertrag mit ...
        """
        text, named = self._text, self._named
        if begin == end:
            begin, end = 0, named.start
            is_there = end > 0 and text.gap(end).strip() in _BEFORE_KIND
        else:
            is_there = begin == named.end and text.gap(begin) == " "
        if not is_there or self._parties.splitter.one(begin, end, "nom", is_bound=True) != end:
            return None
        party = self._parties.party(begin, end, "nom")
        return party if party.kind else None

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
        is_of_towns = i - 1 == self._named.end and not _OF_TOWNS.isdisjoint(self._named.kinds)
        is_alone = end == self._count or not text.role(end, "and")
        has_country = whole > end and bool(self._names.countries(end, whole))
        return whole if is_alone and (is_of_towns or is_other or has_country) else None

    def _behind_cooperation(self, end: int) -> int | None:
        """Where a party in the genitive begins, up to ``end``: on cooperation *of A* with B."""
        text = self._text
        about = text.grammar.stems_of("cooperation") | text.grammar.stems_of("general")
        splitter, has_cases = self._parties.splitter, bool(text.grammar.words("case.between"))
        genitives = text.grammar.words("article.gen")
        for i in range(self._named.end + 1, end if has_cases else 0):
            has_article = text.words[i].key in genitives
            first = i + has_article
            is_name = first < end and (
                self._is_proper(first) or self._names.head(first, end) or self._is_place(first)
            )
            is_whose = has_article or (
                text.words[i - 1].stem in about and not text.is_article(i - 1)
            )
            if is_name and i not in self._names.inside and is_whose:
                return i if splitter.one(i, end, "gen", is_bound=True) == end else None
        return None

    def _is_whose(self, start: int, end: int) -> bool:
        """Whether a name in the genitive stands there, behind a kind that parties have.

        An agreement of the Wiener Philharmoniker with a hall; a programme is one *of cooperation*.
        """
        text = self._text
        genitives = text.grammar.words("article.gen")
        is_of_work = not _OF_WORK.isdisjoint(self._named.kinds)
        if is_of_work or start != self._named.end or end - start < _TWO:
            return False
        return (
            text.words[start].key in genitives
            and text.words[start + 1].is_capitalised
            and (bool(self._names.at[start + 1]) or not is_general(text, start + 1))
            and not self._is_general(start + 1, end)
            and not any(text.role(i, "about") for i in range(start, end))
        )

    def _joined_names(self) -> FoundSides | None:
        """Two names behind the kind or before it, of one of which it is known what it is."""
        text, named = self._text, self._named
        n = text.role(named.end, "of")
        for begin, start, end in ((named.end, named.end + n, self._count), (0, 0, named.start)):
            stop = next((i for i in range(start + 1, end) if self._ends_names(i)), end)
            for joint, after in self._joints(start + 1, stop):
                first = start + (begin == 0 and joint > 1 and self._says_partnership(0))
                last = self._names.with_country(after, stop)
                pair = (
                    self._parties.party(first, joint, "nom"),
                    self._parties.party(after, last, "nom"),
                )
                are_names = all(text.words[i].is_capitalised for i in (first, after))
                if are_names and any(one.kind for one in pair):
                    is_certain = all(one.kind and one.country for one in pair)
                    is_certain = is_certain and bool(named.kinds)
                    sides, span = ((pair[0],), (pair[1],)), (begin or first, last)
                    return FoundSides(sides, span, is_certain, body=(start, first))
        return None

    def _says_partnership(self, i: int) -> bool:
        """Whether a word only says what the names behind it have: Klimapartnerschaft A – B."""
        words = self._text.grammar
        ends = (*words.words("cooperation"), *dict(words.pairs("kind.last")))
        return self._text.words[i].key.endswith(tuple(map(fold, ends)))

    def _ends_names(self, i: int) -> bool:
        """Whether something else begins at a word: : joint patrols; , Domodossola; über Kultur."""
        is_apart = not set(":;," + REDACTED).isdisjoint(self._text.gap(i))
        return is_apart or bool(self._text.role(i, "topic"))

    def _joints(self, start: int, end: int) -> list[Span]:
        """What joins two names, and where the second one begins; none if there are several."""
        text = self._text
        signs = [(i, i) for i in range(start, end) if text.gap(i).strip(" )") in _BETWEEN_NAMES]
        ands = [(i, i + n) for i, n in text.places("and").items() if start <= i < end - n]
        ands += [(i, i + 1) for i in range(start, end - 1) if text.words[i].text == "&"]
        found = [one for one in signs if text.gap(one[0]).strip(")") != "-"] or ands
        return found if len(found) == 1 else []

    def _before_dash(self) -> FoundSides | None:
        """The one party that a list names before its document: Rennes (France) - Agreement."""
        end = self._named.start
        is_short = 0 < end <= _LONGEST_PARTY and self._text.words[0].is_capitalised
        if not is_short or self._text.gap(end).strip(") ") not in _DASHES | {":"}:
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
                return FoundSides(sides, place, is_session or i < self._named.end)
        return FoundSides((), place, is_certain=True)


_BETWEEN_NAMES: Final = _DASHES | {"/"}
_BEFORE_KIND: Final = _DASHES | {":", ",", ";"}
_MARKS: Final = frozenset({",", "–", "—", "-"})
_OPENING: Final = _MARKS | {":"}


def _best(ways: Iterable[_Way]) -> _Way | None:
    """The first without doubt: a later "between" is in the subject; else that with most weight."""
    doubtful: list[_Way] = []
    for way in ways:
        if way.split.is_sure:
            return way
        doubtful.append(way)
    return max(doubtful, key=lambda way: way.split.score, default=None)
