"""From the title of a document back to what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from bilateral.agreements import AgreementKind
from bilateral.durations import Duration
from bilateral.language.lexicon import Lexicon, lexicon, resolve
from bilateral.language.reading.brackets import take_labelled
from bilateral.language.reading.cuts import Cut
from bilateral.language.reading.folding import fold, tidy
from bilateral.language.reading.index import Entry, Index, index, own_index
from bilateral.language.reading.moments import take_moments
from bilateral.language.reading.parties import Parties, Party, Sides
from bilateral.language.reading.words import HOLE, Text
from bilateral.partial_dates import PartialDate
from bilateral.partners import PartnerKind
from bilateral.periods import Period
from bilateral.sectors import Sector

if TYPE_CHECKING:
    from bilateral.dossiers import Dossier

__all__ = ["ParsedTitle", "parse_title"]

_PUNCTUATION = ' ,;:.–—-/()[]«»„“”"' + HOLE
# The relations to another document that a title states, in the order in which they are sought.
_RELATIONS = ("amends", "extends", "implements", "supersedes", "to")
# How many words may stand between the relation and the kind of the other document.
_UP_TO_KIND = 5
_PRIVATE = (PartnerKind.COMPANY, PartnerKind.HOLDING)
# Documents that cover a time of their own.
_PLANS = frozenset(
    {
        AgreementKind.ACTION_PLAN,
        AgreementKind.CONSULTATIONS_PLAN,
        AgreementKind.PROGRAMME,
        AgreementKind.ROADMAP,
        AgreementKind.WORK_PLAN,
    }
)
_BETWEEN_CASES = {"ru": "ins", "de": "dat"}


@attrs.frozen
class ParsedTitle:
    """What the title of a document says.

    ``kind`` and ``designation`` are what it calls itself, ``level`` the adjective for that
    (``intergovernmental``). ``sides`` are its two sides, or empty if it names none; ``sectors``
    and ``subject`` (as written) what it is about; ``period``, ``duration`` or ``is_indefinite``
    what time it covers; ``date`` its own date. ``amends``, ``implements`` and ``supersedes`` are the titles of the documents that
    it changes, carries out and replaces.

    ``rest`` is whatever was not understood. ``uncertain`` names the fields that another reading
    could change.
    """

    text: str
    lang: str
    kind: AgreementKind | None = None
    designation: str | None = None
    level: str | None = None
    sides: Sides = ()
    sectors: tuple[Sector, ...] = ()
    subject: str | None = None
    period: Period | None = None
    duration: Duration | None = None
    is_indefinite: bool = False
    date: PartialDate | None = None
    amends: tuple[ParsedTitle, ...] = ()
    implements: tuple[ParsedTitle, ...] = ()
    supersedes: tuple[ParsedTitle, ...] = ()
    rest: tuple[str, ...] = ()
    uncertain: frozenset[str] = frozenset()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties of both sides, in their order."""
        return tuple(party for side in self.sides for party in side)


def parse_title(text: str, lang: str, *, dossier: Dossier | None = None) -> ParsedTitle:
    """What the title of a document says, as far as it can be read.

    ``lang`` is the language of the title. The partners and sectors of ``dossier`` are known
    besides those of the package. Nothing is guessed: what has several readings is in
    ``uncertain``, what has none in ``rest``.

    >>> title = parse_title(
    ...     "Меморандум о сотрудничестве в области культуры между акиматом Астаны и Минским "
    ...     "городским исполнительным комитетом",
    ...     "ru",
    ... )
    >>> title.kind, [sector.code for sector in title.sectors]
    (<AgreementKind.MEMORANDUM: 'memorandum'>, ['culture'])
    >>> [party.partner.id for party in title.parties]
    ['kz-astana-akimat', 'by-minsk-executive-committee']
    """
    return _Reader(Text(tidy(text), resolve(lang)), dossier).read()


class _Kind(NamedTuple):
    start: int
    end: int
    kinds: tuple[AgreementKind, ...]


@cache
def _vocabulary(tables: Lexicon, *types: str) -> Index:
    return Index(
        entry
        for topic in ("vocabulary", "compounds")
        for entries in index(tables.lang, topic).exact.values()
        for entry in entries
        # Two words joined by "and" are read one by one, in their order.
        if entry.type in types and not (entry.type == "compound" and " " in entry.text)
    )


@cache
def _compound_prefixes(tables: Lexicon) -> list[tuple[str, str]]:
    """The first parts of compounds that name a sector, longest first."""
    found = [
        (fold(row["compound"].removesuffix("-")), key.removeprefix("sector."))
        for key, row in tables.rows("vocabulary").items()
        if "compound" in row and key.startswith("sector.")
    ]
    return sorted(found, key=lambda one: -len(one[0]))


class _Reader:
    """Reads one title; a title inside it is read by another one."""

    def __init__(self, text: Text, dossier: Dossier | None) -> None:
        self.text = text
        self._dossier = dossier
        self._lang = text.grammar.lang
        tables = lexicon(self._lang)
        self._kinds = _vocabulary(tables, "agreement_kind")
        self._sectors = [_vocabulary(tables, "sector", "compound")]
        self._own_sectors: dict[str, Sector] = {}
        if dossier is not None:
            own = own_index(dossier.partners, dossier.sectors)
            self._sectors[:0] = [own[lang] for lang in own if lang == self._lang]
            self._own_sectors = {sector.code: sector for sector in dossier.sectors}
        self._levels = _vocabulary(tables, "level")
        self._prefixes = _compound_prefixes(tables)
        tails = (*text.grammar.words("compound_tail"), *text.grammar.words("kind_suffix"))
        self._tails = frozenset(map(text.grammar.stem, tails))
        self._uncertain: set[str] = set()
        self._rest: list[str] = []

    def read(self) -> ParsedTitle:
        """The fields of the title."""
        whole = self.text.text
        left, labelled = take_labelled(whole, self._lang)
        if labelled:
            self.text = Text(left, self._lang)
        relation, other = self._other_document()
        moments = take_moments(self.text, lambda i: self._kind(i, i + 1) is not None)
        self.text = moments.text
        self.parties = Parties(self.text, self._dossier)
        kind = self._kind(0, len(self.text.words)) or _Kind(0, 0, ())
        sides, taken = self._sides(kind)
        if "a" in labelled:
            sides = tuple(self._listed(labelled[side]) for side in ("a", "b"))
        subject = self._subject(kind, taken)
        before = self._before(kind, taken)
        title = ParsedTitle(
            whole,
            self._lang,
            kind=self._kind_of(kind, relation, sides),
            designation=self.text.span(kind.start, kind.end) or None,
            level=self._level(kind),
            sides=sides,
            sectors=tuple(dict.fromkeys([*before, *self._sectors_in(subject)])),
            subject=" ".join(self.text.span(*part) for part in subject) or None,
            period=moments.period,
            duration=moments.duration,
            is_indefinite=moments.is_indefinite,
            date=moments.date,
            rest=(*self._rest, *moments.rest),
        )
        if moments.is_ambiguous:
            self._uncertain.add("period")
        if other is not None:
            title = self._with_other(title, relation, other)
        if labelled:
            title = self._with_labelled(title, labelled)
        return attrs.evolve(title, uncertain=frozenset(self._uncertain))

    def _listed(self, text: str) -> tuple[Party, ...]:
        return Parties(Text(text, self._lang), self._dossier).listed()

    def _with_labelled(self, title: ParsedTitle, labelled: dict[str, str]) -> ParsedTitle:
        """The title with what its labels say."""
        fields: dict[str, Any] = {"subject": labelled.get("subject", title.subject)}
        if "sectors" in labelled:
            inner = _Reader(Text(labelled["sectors"], self._lang), self._dossier)
            fields["sectors"] = tuple(inner._sectors_in([(0, len(inner.text.words))]))  # noqa: SLF001
        if "period" in labelled:
            fields["period"] = take_moments(Text(labelled["period"], self._lang), bool).period
        for slot, name in (("implemented", "implements"), ("amended", "amends")):
            if slot in labelled:
                text = Text(labelled[slot], self._lang)
                fields[name] = (_Reader(text, self._dossier).read(),)
        return attrs.evolve(title, **fields)

    # --- what kind of document ---

    def _kind(self, start: int, end: int) -> _Kind | None:
        """The first words that name a kind of document."""
        for i in range(start, end):
            for stop, entries in self.text.spot(self._kinds, i, end):
                return self._chosen(i, stop, entries)
            if found := self._compound_kind(i):
                return found
        return None

    def _chosen(self, start: int, end: int, entries: list[Entry]) -> _Kind:
        """The kind, with the words that name it and not what it is about."""
        kinds = _best_kinds(entries)
        for stop, shorter in self.text.spot(self._kinds, start, end):
            if _best_kinds(shorter) == kinds and self._is_subject(stop, end):
                return _Kind(start, stop, kinds)
        return _Kind(start, end, kinds)

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether words in the name of a kind begin what the document is about."""
        words = self.text.words
        about = map(self.text.grammar.stem, self.text.grammar.words("cooperation"))
        if not {word.stem for word in words[start:end]}.isdisjoint(about):
            return True
        return end < len(words) and not self._ends_before(end)

    def _ends_before(self, i: int) -> bool:
        """Whether something new begins with a word: a small word, an article, after a mark."""
        text = self.text
        return text.gap(i).strip() != "" or text.is_small(i)

    def _compound_kind(self, i: int) -> _Kind | None:
        """A kind as the last part of a compound: Handelsabkommen."""
        for tail in self.text.grammar.words("kind_suffix"):
            stem = self.text.grammar.stem(tail)
            if self.text.words[i].stem.endswith(stem):
                return _Kind(i, i + 1, _best_kinds(self._kinds.stems[stem]))
        return None

    def _kind_of(
        self, kind: _Kind, relation: str | None, sides: Sides
    ) -> AgreementKind | None:
        if len(kind.kinds) != 1:
            self._uncertain.add("kind")
        found = next(iter(kind.kinds), None)
        if found is AgreementKind.PROTOCOL and relation == "amends":
            return AgreementKind.AMENDING_PROTOCOL
        if found is AgreementKind.TREATY and self._is_private(kind, sides):
            self._uncertain.add("kind")
            return AgreementKind.CONTRACT
        return found

    def _is_private(self, kind: _Kind, sides: Sides) -> bool:
        """Whether a word for treaties that is also one for contracts is used by companies."""
        (*_, (_, entries)) = self.text.spot(self._kinds, kind.start, kind.end)
        parties = [party for side in sides for party in side]
        return (
            any(entry.code == AgreementKind.CONTRACT for entry in entries)
            and bool(parties)
            and all(party.kind in _PRIVATE for party in parties)
        )

    def _level(self, kind: _Kind) -> str | None:
        for i in range(kind.end):
            for _, entries in self.text.spot(self._levels, i, kind.end):
                return entries[0].code
        return None

    # --- the other document ---

    def _other_document(self) -> tuple[str | None, Text | None]:
        """The relation to another document and that one's title, which is cut off."""
        text = self.text
        kind = self._kind(0, len(text.words))
        for i in range(kind.start + 1 if kind else 0, len(text.words)):
            for relation in _RELATIONS:
                n = text.role(i, relation)
                other = (
                    self._kind_after(i + n, 2 if relation == "to" else _UP_TO_KIND) if n else None
                )
                if other is not None:
                    self.text = Text(text.text[: text.words[i].start], self._lang)
                    return relation, Text(text.text[text.words[other].start :], self._lang)
        return None, None

    def _kind_after(self, start: int, within: int) -> int | None:
        """Where the name of a kind begins, not far from a word."""
        for i in range(start, len(self.text.words)):
            if self._kind(i, i + 1):
                return i
            within -= not self.text.is_article(i)
            if not within:
                break
        return None

    def _with_other(self, title: ParsedTitle, relation: str | None, text: Text) -> ParsedTitle:
        other = _Reader(text, self._dossier).read()
        field = relation if relation in ("implements", "supersedes") else "amends"
        if relation == "to":
            self._uncertain.add(field)
        # A document that changes or carries out another has its parties and its subject.
        for name in ("sides", "sectors"):
            if not getattr(title, name) and getattr(other, name):
                title = attrs.evolve(title, **{name: getattr(other, name)})
                self._uncertain.add(name)
        if title.period is None and other.period is not None:
            # Of the two, plans have a period of their own.
            if other.kind not in _PLANS:
                title = attrs.evolve(title, period=other.period)
                other = attrs.evolve(other, period=None)
            self._uncertain.add("period")
        return attrs.evolve(title, **{field: (other,)})

    # --- the parties ---

    def _sides(self, kind: _Kind) -> tuple[Sides, tuple[int, int]]:
        """The sides, and the words that were taken for them."""
        stop = len(self.text.words)
        for attempt in (self._between, self._genitive, self._before_kind):
            found = attempt(kind, stop)
            if found is not None:
                cut, begin, case = found
                sides = self.parties.sides(cut, case)
                several = any(len(party.candidates) > 1 for side in sides for party in side)
                if several or not cut.is_sure:
                    self._uncertain.add("sides")
                return sides, (begin, cut.end)
        if other := self._with(kind, stop):
            return other[0], other[1:]
        return self._pair(stop), (kind.end, kind.end)

    def _between(self, kind: _Kind, stop: int) -> tuple[Cut, int, str] | None:
        case = _BETWEEN_CASES.get(self._lang, "nom")
        best: tuple[Cut, int, str] | None = None
        for i in range(stop):
            n = self.text.role(i, "between", stop)
            cut = self.parties.cutter.cut(i + n, stop, case) if n else None
            if cut and (best is None or cut.score > best[0].score):
                best = cut, i, case
        return best

    def _genitive(self, kind: _Kind, stop: int) -> tuple[Cut, int, str] | None:
        """The parties right after the kind: a joint statement of A and B."""
        i = kind.end
        i += self.text.role(i, "of", stop)
        if i >= stop:
            return None
        cut = self.parties.cutter.cut(i, stop, "gen")
        return (cut, kind.end, "gen") if cut and cut.is_sure else None

    def _before_kind(self, kind: _Kind, _: int) -> tuple[Cut, int, str] | None:
        """The parties as those who sign: A and B have signed a memorandum."""
        cut = self.parties.cutter.cut(0, kind.start, "nom") if kind.start else None
        return (cut, 0, "nom") if cut and cut.is_sure else None

    def _with(
        self, kind: _Kind, stop: int
    ) -> tuple[Sides, int, int] | None:
        """The parties of an agreement (of A) with B."""
        case = _BETWEEN_CASES.get(self._lang, "nom")
        for i in range(kind.end, stop):
            n = self.text.role(i, "with", stop)
            end = self.parties.cutter.one(i + n, stop, case) if n else None
            if end is None:
                continue
            start = kind.end + self.text.role(kind.end, "of", i)
            first = self.parties.cutter.one(start, i, "gen") if start < i else None
            own = ((self.parties.party(start, i, "gen"),),) if first == i else ()
            begin = kind.end if own else i
            self._uncertain.add("sides")
            return (*own, (self.parties.party(i + n, end, case),)), begin, end
        return None

    def _pair(self, stop: int) -> Sides:
        """The parties in an adjective: a Kazakh-Belarusian agreement."""
        for i in range(stop):
            if found := self.parties.pair(i):
                self._uncertain.add("sides")
                return found
        return ()

    # --- what it is about ---

    def _subject(self, kind: _Kind, taken: tuple[int, int]) -> list[tuple[int, int]]:
        """The words for what the document is about, without the preposition before them."""
        found: list[tuple[int, int]] = []
        for start, end in (
            (kind.end, taken[0]),
            (max(taken[1], kind.end), len(self.text.words)),
        ):
            for i, j in self._stretches(start, end):
                first = i + self.text.role(i, "on", j)
                if first < j:
                    found.append((first, j))
        return found

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words between two places, cut at holes."""
        begin = start
        for i in range(start + 1, end):
            if HOLE in self.text.gap(i):
                yield begin, i
                begin = i
        if begin < end:
            yield begin, end

    def _sectors_in(self, parts: Iterable[tuple[int, int]]) -> Iterator[Sector]:
        for start, end in parts:
            i = start
            while i < end:
                stop, entries = self._longest_sector(i, end)
                if entries:
                    yield from self._sectors_of(entries)
                else:
                    yield from self._in_compound(i)
                i = stop

    def _longest_sector(self, i: int, end: int) -> tuple[int, list[Entry]]:
        """The longest name of a sector at a word; nothing, and the next word, if there is none."""
        stop, found = i + 1, []
        for shelf in self._sectors:
            for after, entries in self.text.spot(shelf, i, end, HOLE + ",;"):
                named = [entry for entry in entries if entry.type != "partner"]
                if named and (after > stop or not found):
                    stop, found = after, named
        return stop, found

    def _in_compound(self, i: int) -> Iterator[Sector]:
        """The sector that the first part of a compound names: Energiebereich, Handels-."""
        word = self.text.words[i]
        for prefix, code in self._prefixes:
            if word.key.startswith(prefix):
                tail = self.text.grammar.stem(word.key.removeprefix(prefix))
                if (not tail and self.text.gap(i + 1).startswith("-")) or tail in self._tails:
                    yield Sector(code)
                    return

    def _sectors_of(self, entries: list[Entry]) -> Iterator[Sector]:
        codes = dict.fromkeys(entry.code for entry in entries)
        best = next((e.code for e in entries if e.form != "alias"), None)
        if best is None and len(codes) > 1:
            self._uncertain.add("sectors")
        for code in (best or entries[0].code).split("+"):
            yield self._own_sectors.get(code) or Sector(code)

    def _before(self, kind: _Kind, taken: tuple[int, int]) -> list[Sector]:
        """What stands before the kind: attributes that name sectors, the rest as rest."""
        end = kind.start
        begin = taken[1] if taken[0] < end else 0
        sectors = list(self._sectors_in([(begin, end)]))
        sectors += self._in_compound(end) if end < len(self.text.words) else ()
        unread = [
            (i, j)
            for i, j in self._stretches(begin, end)
            if not sectors and not any(self.parties.pair(n) for n in range(i, j))
        ]
        without_articles = [(self.text.after_article(i, j), j) for i, j in unread]
        self._rest += [self.text.span(i, j) for i, j in without_articles if i < j]
        return sectors


def _best_kinds(entries: list[Entry]) -> tuple[AgreementKind, ...]:
    """The kinds that a wording names; where it is the name of some, only those."""
    own = [entry for entry in entries if entry.form != "alias"] or entries
    return tuple(dict.fromkeys(AgreementKind(entry.code) for entry in own))
