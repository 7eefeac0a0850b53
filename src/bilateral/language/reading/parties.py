"""Who made a document: two sides, found in running text.

What joins two parties also joins words within a name ("the Ministry of Industry and Trade").
So every way of cutting the text is weighed: a party begins with an article, a head noun or a
known name in the right case, and ends where a name ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral import reference
from bilateral.errors import UnknownCode
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.language.reading.finding import Candidate, find
from bilateral.language.reading.folding import fold, grammar
from bilateral.language.reading.index import Entry, Index, index, own_index
from bilateral.language.reading.words import HOLE, Text
from bilateral.partners import Partner, PartnerKind

if TYPE_CHECKING:
    from bilateral.dossiers import Dossier

__all__ = ["Cut", "Parties", "Party"]


@attrs.frozen
class Party:
    """A party as a title names it.

    ``text`` is as written, without the article; ``case`` the case in which it stands (gen, dat,
    ins; nom where nothing rules it). A head that several parties share ("the Governments of A
    and B") is in ``head``. ``partner`` is the one that the text names, if there is only one;
    ``candidates`` are all. ``kind`` and ``country`` are known more often than the partner.
    """

    text: str
    case: str = "nom"
    head: str | None = None
    kind: PartnerKind | None = None
    country: str | None = None
    partner: Partner | None = attrs.field(default=None, repr=False)
    candidates: tuple[Candidate, ...] = attrs.field(default=(), repr=False)


class Cut(NamedTuple):
    """A way to cut a text into parties: the words of each piece, and where they all end."""

    score: float
    end: int
    pieces: tuple[tuple[int, int], ...]
    middle: int
    is_sure: bool
    head: tuple[int, int] | None


# What speaks for and against a cut. Only the order of sums matters.
_KNOWN, _HEAD, _LATER_HEAD, _NAME, _NO_NAME = 4.0, 3.0, 2.0, 0.5, -1.5
_RIGHT_CASE, _WRONG_CASE, _ARTICLE = 1.0, -2.5, 1.0
_IS_NAME, _ENDS_WITH_NAME, _CLOSED, _BARE_HEAD, _DANGLING, _NOTHING = (
    4.0,
    3.0,
    1.0,
    -3.0,
    -6.0,
    -20.0,
)
_TWO_COUNTRIES, _SAME_HEAD, _LATER_END, _OVER_TOPIC = 2.0, 1.0, -0.4, -2.0
_STRONG = 3.0
_HEAD_WITHIN = 4
_LONGEST_HEAD = 6
_MOST_ENDS = 12


# The roles of the table ``reading`` that are head nouns, and what they say.
_HEAD_ROLES = {"body": None, "company": PartnerKind.COMPANY, "state": PartnerKind.STATE}


class _Head(NamedTuple):
    kind: PartnerKind | None

    @property
    def is_state(self) -> bool:
        return self.kind is PartnerKind.STATE


@cache
def _names(tables: Lexicon) -> Index:
    """Countries, reviewed units and bodies: what marks the beginning or end of a party."""
    topics = ("countries", "subdivisions", "institutions")
    return Index(
        entry
        for topic in topics
        for entries in index(tables.lang, topic).exact.values()
        for entry in entries
    )


@cache
def _heads(tables: Lexicon) -> dict[str, _Head]:
    """The nouns that a party's name begins with, by their stems."""
    words = grammar(tables.lang)
    found: dict[str, _Head] = {}
    for role, kind in _HEAD_ROLES.items():
        for word in words.words(role):
            found[" ".join(words.stems(word))] = _Head(kind)
    for stems, entries in index(tables.lang, "vocabulary").stems.items():
        named = [entry for entry in entries if entry.type == "partner_kind"]
        # The name of a kind counts more than a word that is also used for it.
        own = [entry for entry in named if entry.form != "alias"] or named
        codes = {entry.code for entry in own}
        # A word for many kinds of bodies says nothing, though it may be used for one.
        if codes and (stems not in found or own[0].form != "alias"):
            found[stems] = _Head(PartnerKind(own[0].code) if len(codes) == 1 else None)
    return found


class Parties:
    """Finds the parties in a text."""

    def __init__(self, text: Text, dossier: Dossier | None) -> None:
        self.text = text
        self._dossier = dossier
        tables = lexicon(text.grammar.lang)
        self._shelves = [_names(tables)]
        if dossier is not None:
            own = own_index(dossier.partners, dossier.sectors)
            self._shelves[:0] = [own[lang] for lang in own if lang == tables.lang]
        self._head_nouns = _heads(tables)
        self._suffixes = tuple(text.grammar.stem(w) for w in text.grammar.words("head_suffix"))
        count = len(text.words)
        self.known = [self._known(i, count) for i in range(count)]
        wholes = [(i, names[0][0]) for i, names in enumerate(self.known) if names]
        wholes += [(i, head[0]) for i in range(count) if (head := self.head(i, count))]
        self._inside = {inner for i, stop in wholes for inner in range(i + 1, stop)}

    # --- what is known of the words ---

    def _known(self, i: int, end: int) -> list[tuple[int, list[Entry]]]:
        """The names that begin at a word, longest first."""
        found: dict[int, list[Entry]] = {}
        for shelf in self._shelves:
            for stop, entries in self.text.spot(shelf, i, end):
                named = any(word.is_capitalised for word in self.text.words[i:stop])
                commas = self.text.span(i, stop).count(",")
                fitting = [
                    one
                    for one in entries
                    if one.type != "sector"
                    and (named or one.form == "adj")
                    and one.text.count(",") == commas
                ]
                if fitting:
                    found.setdefault(stop, []).extend(fitting)
        return sorted(found.items(), reverse=True)

    def head(self, i: int, end: int) -> tuple[int, _Head] | None:
        """The head noun that begins at a word: where it ends, and what it says."""
        words = self.text.words
        for stop in range(min(end, i + _LONGEST_HEAD), i, -1):
            stems = " ".join(word.stem for word in words[i:stop])
            if stems in self._head_nouns:
                return stop, self._head_nouns[stems]
        if i < end and words[i].stem.endswith(self._suffixes) and self._suffixes:
            suffix = max((s for s in self._suffixes if words[i].stem.endswith(s)), key=len)
            return i + 1, self._head_nouns.get(suffix, _Head(None))
        return None

    def countries(self, start: int, end: int) -> list[str]:
        """The countries that a text names, those of its units and bodies included, in order."""
        found: list[str] = []
        i = start
        while i < end:
            names = [(stop, entries) for stop, entries in self.known[i] if stop <= end]
            if names:
                stop, entries = names[0]
                codes = {self._country_of(entry) for entry in entries}
                if len(codes) == 1 and not self._is_other_state(stop, end, entries):
                    found += [code for code in codes if code]
                i = stop
            else:
                i += 1
        return list(dict.fromkeys(found))

    def _is_other_state(self, i: int, end: int, entries: list[Entry]) -> bool:
        """Whether an adjective belongs to the name of a state that is not the one we know."""
        if any(entry.form != "adj" for entry in entries):
            return False
        for here in range(i, min(end, i + _HEAD_WITHIN)):
            if self.text.is_article(here) or self.known[here]:
                return False
            if (head := self.head(here, end)) and head[1].is_state:
                return True
        return False

    def _country_of(self, entry: Entry) -> str | None:
        if entry.type == "partner" and self._dossier is not None:
            return self._dossier.partner(entry.code).country
        if entry.type == "institution":
            return reference.institutions()[entry.code]["country"]
        return entry.code[:2]

    # --- cutting ---

    def cut(self, start: int, end: int, case: str) -> Cut | None:
        """The best way to read the words from ``start`` on as the parties of a document."""
        if by_parts := self._cut_by_parts(start, end, case):
            return by_parts
        head = self._shared_head(start, end, case)
        ends = list(self._ends(start, end))[:_MOST_ENDS]
        joints = [(i, n) for i in range(start + 1, end) if (n := self._joint(i)) is not None]
        best: tuple[float, int, int, int] | None = None
        for rank, stop in enumerate(ends):
            topics = sum(bool(self.text.role(i, "topic")) for i in range(start, stop))
            closing = self._end(start, stop) + rank * _LATER_END + topics * _OVER_TOPIC
            for i, n in joints:
                if i + n >= stop:
                    break
                score = (
                    self._start(start, case)
                    + self._end(start, i)
                    + self._start(i + n, "gen" if head else case, after=i)
                    + closing
                    + self._end(i + n, stop)
                    + self._likeness((start, i), (i + n, stop))
                )
                if best is None or score > best[0]:
                    best = score, stop, i, n
        if best is None:
            return None
        score, stop, i, n = best
        return self._pieces(score, start, stop, (i, i + n), "gen" if head else case, head)

    def _joint(self, i: int) -> int | None:
        """How many words before ``i + n`` join two parties there; `None` if nothing does."""
        gap = self.text.gap(i)
        # Not within a name, nor after a suspended hyphen: Industrie- und Handelskammer.
        if i in self._inside or gap.startswith("-"):
            return None
        if n := self.text.role(i, "and"):
            return n
        return 0 if any(mark in gap for mark in (",", " – ", " — ", " - ", "/", ";")) else None

    def _ends(self, start: int, end: int) -> Iterator[int]:
        """Where the parties may end: before a word that begins a subject, a hole, a bracket."""
        for i in range(start + 1, end):
            gap = self.text.gap(i)
            if i not in self._inside and (
                any(self.text.role(i, role) for role in ("about", "signed", "with"))
                or HOLE in gap
                or any(mark in gap for mark in ",;()—–:")
            ):
                yield i
        yield end

    def _start(self, i: int, case: str, after: int | None = None) -> float:
        """How much the words from ``i`` on look like the beginning of a party."""
        text = self.text
        end = len(text.words)
        first = text.after_article(i, end)
        if first >= end:
            return _NOTHING
        score = self._article(i, first, case)
        word = text.words[first]
        if self.known[first]:
            score += _KNOWN
        elif self.head(first, end):
            score += _HEAD
        elif self._later_head(first, end):
            score += _LATER_HEAD
        else:
            score += _NAME if word.is_capitalised else _NO_NAME
        return score + self._case(first, case)

    def _article(self, i: int, first: int, case: str) -> float:
        if first == i:
            return 0.0
        cases = self.text.grammar.words(f"article.{case}")
        return _ARTICLE if not cases or self.text.words[i].key in cases else _WRONG_CASE

    def _later_head(self, first: int, end: int) -> bool:
        """Whether a head noun follows soon, after words that may be its attributes."""
        for i in range(first, min(end, first + _HEAD_WITHIN)):
            if self.text.role(i, "about") or self.text.role(i, "and") or self.text.is_article(i):
                return False
            if self.head(i, end):
                return True
        return False

    def _case(self, first: int, case: str) -> float:
        """Whether the first word can stand in the case, where endings tell."""
        endings = self.text.grammar.words(f"ending.{case}")
        word = self.text.words[first]
        if not endings or word.text.isupper():
            return 0.0
        if word.key.endswith(endings):
            return _RIGHT_CASE
        stored = [
            entry.form
            for stop, entries in self.known[first]
            for entry in entries
            if fold(entry.text) == fold(self.text.span(first, stop))
        ]
        return _RIGHT_CASE if case in stored else _WRONG_CASE

    def _name_ends(self, i: int, end: int) -> bool:
        """Whether a known name, and not only an adjective, goes from a word up to ``end``."""
        return any(
            stop == end and any(entry.form not in ("adj", "proper") for entry in entries)
            for stop, entries in self.known[i]
        )

    def _end(self, start: int, end: int) -> float:
        """How much the words up to ``end`` look like a whole name."""
        text = self.text
        first = text.after_article(start, end)
        if first >= end:
            return _NOTHING
        last = end - 1
        if any(text.role(last, role) for role in ("about", "and", "between", "of", "with")):
            return _DANGLING
        if text.is_article(last):
            return _DANGLING
        if self._name_ends(first, end):
            return _IS_NAME
        if any(self._name_ends(i, end) for i in range(first, end)):
            return _ENDS_WITH_NAME
        head = self.head(first, end)
        if head and head[0] == end:
            return _BARE_HEAD
        gap = text.gap(end)
        if gap[:1] and gap[0] in '»“”")':
            return _CLOSED
        return _NAME if text.words[last].is_capitalised else 0.0

    def _likeness(self, one: tuple[int, int], other: tuple[int, int]) -> float:
        """What two parties of one document usually share, and what not."""
        countries = self.countries(*one), self.countries(*other)
        score = 0.0
        if all(countries):
            score += _TWO_COUNTRIES if countries[0][0] != countries[1][0] else -_TWO_COUNTRIES
        firsts = [self.text.after_article(*piece) for piece in (one, other)]
        stems = [self.text.words[i].stem for i in firsts if i < len(self.text.words)]
        if len(set(stems)) == 1:
            score += _SAME_HEAD
        return score

    def _shared_head(self, start: int, end: int, case: str) -> tuple[int, int] | None:
        """A head noun in the plural that the parties share, as words."""
        text = self.text
        first = text.after_article(start, end)
        endings = text.grammar.words("ending.plural_adjective")
        while first < end and first < start + _HEAD_WITHIN and not self.head(first, end):
            if endings and not text.words[first].key.endswith(endings):
                return None
            first += 1
        head = self.head(first, end)
        # The United States are one state.
        one_name = any(
            stop > first and _is_state(entries)
            for names in self.known[start : first + 1]
            for stop, entries in names
        )
        if head is None or one_name or not self._is_plural(start, first, head[0], case):
            return None
        stop = head[0]
        for i in range(stop, end):
            if text.role(i, "and", end) and i not in self._inside:
                break
            names = self.known[i]
            inner = self.head(i, end)
            if names or (inner and inner[1].is_state):
                stop = i
                break
        while stop > head[0] and (text.is_article(stop - 1) or text.role(stop - 1, "of")):
            stop -= 1
        return text.after_article(start, end), stop

    def _is_plural(self, start: int, first: int, stop: int, case: str) -> bool:
        text = self.text
        if articles := text.grammar.words(f"article.{case}.plural"):
            return text.words[start].key in articles
        endings = text.grammar.words(f"ending.{case}.plural") or text.grammar.words("ending.plural")
        for i in range(first, stop):
            if text.role(i, "of"):
                break
            word = text.words[i]
            if endings and word.key.endswith(endings) and "'" not in word.key:
                return not word.text.isupper()
        return False

    def _pieces(
        self,
        score: float,
        start: int,
        end: int,
        middle: tuple[int, int],
        case: str,
        head: tuple[int, int] | None,
    ) -> Cut:
        """The parties of both sides: cut also where a further party surely begins."""
        end = self._with_bracket(end)
        pieces = self._split(start, end, case, [middle])
        index, sure = self._middle(pieces, middle)
        return Cut(score, end, tuple(pieces), index, sure and score >= _STRONG * 2, head)

    def _cut_by_parts(self, start: int, end: int, case: str) -> Cut | None:
        """The parties where the title says which are of the one part and of the other."""
        text = self.text
        marks = [
            (i, n)
            for role in ("first_part", "other_part")
            for i in range(start, end)
            if (n := text.role(i, role, end))
        ]
        if len(marks) != 2:  # noqa: PLR2004 - two parts
            return None
        (middle, n), (stop, m) = marks
        second = middle + n
        second += text.role(second, "and", end)
        if not start < middle < second < stop:
            return None
        first = self._several(start, middle, case)
        return Cut(
            _STRONG * 2,
            stop + m,
            (*first, *self._several(second, stop, case)),
            len(first),
            True,
            None,
        )

    def _several(self, start: int, end: int, case: str) -> tuple[tuple[int, int], ...]:
        """The pieces of one side."""
        return tuple(self._split(start, end, case, []))

    def _split(
        self, start: int, end: int, case: str, joints: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """The pieces between the joints, and where a further party surely begins."""
        # In the right case, where a language has cases.
        least = _STRONG + _RIGHT_CASE * bool(self.text.grammar.words(f"ending.{case}"))
        found = {*joints, *self._before_tags(start, end)}
        for i in range(start + 1, end):
            n = self._joint(i)
            near = any(i == at or n is not None and i + n == to for at, to in joints)
            if n is not None and not near and i + n < end and self._start(i + n, case) >= least:
                found.add((i, i + n))
        cuts = _without_commas_before_and(sorted(found))
        starts = [start, *(stop for _, stop in cuts)]
        stops = [*(i for i, _ in cuts), end]
        pieces = [self._trimmed(*piece) for piece in zip(starts, stops, strict=True)]
        return [(i, j) for i, j in pieces if i < j]

    def _before_tags(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The joints before names that stand in another language, with its tag in brackets."""
        latest: tuple[int, int] | None = None
        for i in range(start + 1, end):
            if (n := self._joint(i)) is not None:
                latest = i, i + n
            if latest and self.text.gap(i).endswith("["):
                yield latest
                latest = None

    def _with_bracket(self, end: int) -> int:
        """The end of a name together with its country in brackets."""
        if self.text.gap(end).strip() == "(" and self.known[end : end + 1] not in ([], [[]]):
            for stop, _ in self.known[end]:
                if self.text.gap(stop).startswith(")"):
                    return stop
        return end

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A piece without its article."""
        return self.text.after_article(start, end), end

    def _middle(self, pieces: list[tuple[int, int]], middle: tuple[int, int]) -> tuple[int, bool]:
        """The number of the first piece of the second side, and whether that is certain."""
        if len(pieces) <= 2:  # noqa: PLR2004 - two sides
            return 1, True
        countries = [next(iter(self.countries(*piece)), None) for piece in pieces]
        changes = [n for n in range(1, len(pieces)) if countries[n] != countries[n - 1]]
        if len(changes) == 1 and None not in countries:
            return changes[0], True
        return next(n for n, (i, _) in enumerate(pieces) if i >= middle[1]), False

    def one(self, start: int, end: int, case: str) -> int | None:
        """Where a single party that begins at a word ends; `None` if none begins there."""
        if self._start(start, case) < _STRONG:
            return None
        scores = {
            stop: self._end(start, stop) + rank * _LATER_END
            for rank, stop in enumerate(self._ends(start, end))
        }
        best = max(scores, key=scores.__getitem__)
        return best if scores[best] > 0 else None

    def pair(self, i: int) -> tuple[Party, Party] | None:
        """Two countries in one word: Kazakh-Belarusian, deutsch-kasachisch."""
        word = self.text.words[i]
        parts = re.split("[-‐‑–]", word.text)
        if len(parts) != 2 or self.known[i]:  # noqa: PLR2004 - two countries
            return None
        first, second = (self._country_part(part) for part in parts)
        if first is None or second is None or first == second:
            return None
        return Party(parts[0], country=first), Party(parts[1], country=second)

    def _country_part(self, text: str) -> str | None:
        words = self.text.grammar
        key = fold(text)
        pairs = (one.split("=") for one in words.words("combining"))
        if combined := dict(pairs).get(key):
            return combined.upper()
        entries = self._shelves[-1].stems.get(words.stem(key), ())
        codes = {entry.code for entry in entries if entry.type == "country"}
        return codes.pop() if len(codes) == 1 else None

    # --- reading a piece ---

    def sides(self, cut: Cut, case: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The parties of both sides."""
        pieces = list(cut.pieces)
        head = cut.head
        if head:
            first = self._after_of(head[1], pieces[0][1])
            if first < pieces[0][1]:
                pieces[0] = (first, pieces[0][1])
                case = "gen"
            else:
                head = None
        parties = [self._party(*piece, case, head) for piece in pieces]
        kinds = {party.kind for party in parties if party.partner is not None}
        parties = [_of_like_kind(party, kinds) for party in parties]
        return tuple(parties[: cut.middle]), tuple(parties[cut.middle :])

    def _after_of(self, i: int, end: int) -> int:
        while i < end and (self.text.is_article(i) or self.text.role(i, "of")):
            i += 1
        return i

    def listed(self) -> tuple[Party, ...]:
        """The parties of one side in the nominative, the whole text being those."""
        count = len(self.text.words)
        whole = self._party(0, count, "nom")
        if whole.candidates:
            return (whole,)
        return tuple(self._party(*piece, "nom") for piece in self._several(0, count, "nom"))

    def piece(self, start: int, end: int, case: str) -> Party:
        """One party from its words, its article among them."""
        return self._party(*self._trimmed(start, end), case)

    def _party(self, start: int, end: int, case: str, head: tuple[int, int] | None = None) -> Party:
        """One party from its words; ``head`` are those of a head that it shares."""
        text = self.text.span(start, end)
        kind = self._kind(*(head or (start, end)))
        found = self._named(self._joined_to(head, text)) or self._place(start, end, kind, head)
        partner = found[0].value if len(found) == 1 else None
        countries = {one.country for one in found} or set(self.countries(start, end)[:1])
        countries = countries or {
            one.country for one in self._units(*self._without_head(start, end))
        }
        country = next(iter(countries)) if len(countries) == 1 else None
        if not found and country:
            partner = self._of_country(start, end, kind, country, head)
        return Party(
            text,
            case,
            self.text.span(*head) if head else None,
            partner.kind if partner else kind,
            country,
            partner,
            found,
        )

    def _place(
        self, start: int, end: int, kind: PartnerKind | None, head: tuple[int, int] | None
    ) -> tuple[Candidate, ...]:
        """The unit that a territory's name without its head means: the State of California."""
        if kind is None or not kind.is_territory:
            return ()
        return self._units(start, end) if head else self._units(*self._without_head(start, end))

    def _units(self, start: int, end: int) -> tuple[Candidate, ...]:
        text = self.text.span(start, end)
        found = find(text, self.text.grammar.lang, "subdivision") if text else ()
        return tuple(one for one in found if one.is_certain and one.score > _TOO_WEAK)

    def _without_head(self, start: int, end: int) -> tuple[int, int]:
        """The words of a piece without a head noun, be it the first or the last."""
        if head := self.head(start, end):
            return self._after_of(head[0], end), end
        for i in range(start + 1, end):
            if (head := self.head(i, end)) and head[0] == end:
                return start, i
        return start, end

    def _joined_to(self, head: tuple[int, int] | None, text: str) -> str:
        """The name with the head that it shares, and with what joins the two."""
        if head is None:
            return text
        start, end = head
        return self.text.span(start, self._after_of(end, len(self.text.words))) + " " + text

    def _named(self, text: str) -> tuple[Candidate, ...]:
        # What has no name in the language stands in another one, with that one's tag.
        foreign = _TAGGED.fullmatch(text)
        text, lang = foreign.groups() if foreign else (text, self.text.grammar.lang)
        found = find(text, lang, Partner, dossier=self._dossier)
        certain = [one for one in found if one.is_certain and one.score > _TOO_WEAK]
        # Territories that are no states, such as Guam, have a code as a unit too.
        formal = lexicon(self.text.grammar.lang).rows("countries")
        codes = {one.value.code for one in certain if one.value.code in reference.countries()}
        if any(f"{code}.official" not in formal for code in codes):
            certain = [one for one in certain if one.type != "subdivision"]
        return tuple(certain)

    def _kind(self, start: int, end: int) -> PartnerKind | None:
        """What the head noun says that the party is."""
        for i in range(start, min(end, start + _HEAD_WITHIN)):
            if found := self.head(i, end):
                return found[1].kind
        return None

    def _of_country(
        self,
        start: int,
        end: int,
        kind: PartnerKind | None,
        country: str,
        head: tuple[int, int] | None,
    ) -> Partner | None:
        """The state, or its government, if the words say that and no more."""
        body = self.head(start, end)
        is_state = head is None and (body is None or body[1].kind is PartnerKind.STATE)
        rest = start if is_state or head or body is None else body[0]
        if not self._only_country(rest, end):
            return None
        if is_state:
            return Partner.state(country)
        with suppress(UnknownCode):
            if kind is PartnerKind.GOVERNMENT:
                return Partner.government(country)
        return None

    def _only_country(self, start: int, end: int) -> bool:
        """Whether the words are a state's name, with whatever a state calls itself."""
        i = start
        while i < end:
            names = [stop for stop, entries in self.known[i] if stop <= end and _is_state(entries)]
            head = self.head(i, end)
            if names:
                i = names[0]
            elif head and head[1].is_state:
                i = head[0]
            elif self.text.is_article(i) or self.text.role(i, "of"):
                i += 1
            else:
                return False
        return start < end


_TOO_WEAK = 0.75
_TAGGED = re.compile(r"(.+) \[([a-z]{2,3}(?:-\w+)*)\]")


def _of_like_kind(party: Party, kinds: set[PartnerKind | None]) -> Party:
    """Of several meanings that of the others' kind: Georgia beside another state."""
    alike = [one.value for one in party.candidates if one.value.kind in kinds]
    if party.partner is not None or len(alike) != 1:
        return party
    (partner,) = alike
    return attrs.evolve(party, partner=partner, kind=partner.kind, country=partner.country)


def _is_state(entries: Iterable[Entry]) -> bool:
    return any(entry.type == "country" and entry.form != "adj" for entry in entries)


def _without_commas_before_and(joints: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The joints without a comma that stands directly before another one."""
    return [
        joint
        for n, joint in enumerate(joints)
        if n + 1 == len(joints) or joints[n + 1][0] > joint[1]
    ]
