"""From the title of a document back to what it says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from bilateral.coercion import Typed, limited
from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.dates.words.reading import period_from_text
from bilateral.errors import AmbiguousText
from bilateral.instruments import AgreementKind, Level
from bilateral.language.folding import tidy
from bilateral.partners import PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reading.kinds import KindFinder, NamedKind
from bilateral.reading.known_names import Span
from bilateral.reading.labelled_parts import take_labelled
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.segmentation import Split
from bilateral.reading.subjects import Subjects
from bilateral.reading.title_dates import extract_dates
from bilateral.reading.words import REDACTED, Text
from bilateral.sectors import Sector
from bilateral.tables import resolve

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["ParsedTitle", "parse_title"]

_RELATIONS = ("amends", "extends", "implements", "supersedes", "to")
# How many words may stand between the relation and the kind of the other document.
_UP_TO_KIND = {"to": 2}
_UP_TO_OTHER_KINDS = 5
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
# The characters of a title, some 250 in the longest that was met; how deep titles may stand in
# each other (a protocol to the agreement that amends a treaty); and in how many places a title
# may begin to name its parties.
_LONGEST = 4000
_DEEPEST = 4
_BEGINNINGS = 4
_PRIVATE = (PartnerKind.COMPANY, PartnerKind.HOLDING)


@attrs.frozen(repr=False)
class ParsedTitle(Typed):
    """The parts of a title that has been read.

    ``kind`` and ``designation`` are what it calls itself, ``level`` the adjective for that
    (``intergovernmental``). ``sides`` are its two sides; they are fewer where it does not name
    both. ``sectors`` and ``subject`` (as written) are what it is about, ``period``, ``duration``
    or ``is_indefinite`` what time it covers, ``date`` its own date. ``amends``, ``implements``
    and ``supersedes`` are the titles of the documents that it changes, carries out and replaces.

    ``rest`` is whatever was not understood. ``uncertain`` names the fields that another reading
    could change.

    >>> parse_title("Abkommen über Handel", "de").sectors[0].code
    'trade'
    """

    text: str
    lang: str
    kind: AgreementKind | None = None
    designation: str | None = None
    level: Level | None = None
    sides: tuple[tuple[Party, ...], ...] = ()
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


def parse_title(text: str, lang: str, *, dossier: Names | None = None) -> ParsedTitle:
    """Parse the title of a document, as far as it can be read.

    ``text`` is the title, ``lang`` its language. The partners and sectors of ``dossier`` are
    known besides those of the package. Nothing is guessed: what has several readings is in
    ``uncertain``, what has none in ``rest``.

    Raises `UnknownLanguage`, and `ValidationError` (``text-too-long``: more than 4,000
    characters).

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
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text)])
    return _TitleParser(Text(limited(tidy(text), _LONGEST), resolve(lang)), dossier).read()


class _TitleParser:
    """Parses one title; a title inside it is parsed by another one."""

    def __init__(self, text: Text, dossier: Names | None, depth: int = 1) -> None:
        self._text = text
        self._dossier = dossier
        self._depth = depth
        self._lang = text.grammar.lang
        self._uncertain: set[str] = set()

    def read(self) -> ParsedTitle:
        """The fields of the title."""
        whole = self._text.text
        left, labelled = take_labelled(whole, self._lang)
        self._text = Text(left, self._lang)
        relation, other = self._other_document()
        dates = extract_dates(self._text, KindFinder(self._text).is_word)
        if dates.is_ambiguous:
            self._uncertain.add("period")
        self._text = dates.text
        title = ParsedTitle(
            whole,
            self._lang,
            period=dates.period,
            duration=dates.duration,
            is_indefinite=dates.is_indefinite,
            date=dates.date,
            **self._fields(relation, dates.rest),
        )
        if other is not None:
            title = self._with_other(title, relation, other)
        if labelled:
            title = self._with_labelled(title, labelled)
        return attrs.evolve(title, uncertain=frozenset(self._uncertain))

    def _fields(self, relation: str | None, rest: list[str]) -> dict[str, Any]:
        """The fields that the words fill when dates and other documents have been redacted."""
        text = self._text
        kinds = KindFinder(text)
        named = kinds.first() or NamedKind(0, 0, ())
        parties = Parties(text, self._dossier)
        sides, taken = self._sides(parties, named)
        if named.kinds:
            named = kinds.with_subject(named, max(taken[1], named.end), len(text.words))
        subjects = Subjects(text, self._dossier)
        about = list(self._about(named, taken))
        before = self._before(named, taken)
        attributes = subjects.sectors([before])
        if named.kinds:
            attributes += subjects.in_compound(named.start)
        unread = [
            (text.after_article(i, j), j)
            for i, j in _stretches(text, *before)
            if not attributes and not any(parties.pair(n) for n in range(i, j))
        ]
        found = {
            "kind": self._kind(kinds, named, relation, sides),
            "designation": text.span(named.start, named.end) or None,
            "level": kinds.level(named.end),
            "sides": sides,
            "sectors": tuple(dict.fromkeys([*attributes, *subjects.sectors(about)])),
            "subject": " ".join(text.span(*part) for part in about) or None,
            "rest": (*(text.span(i, j) for i, j in unread if i < j), *rest),
        }
        if subjects.is_ambiguous:
            self._uncertain.add("sectors")
        return found

    # --- the kind ---

    def _kind(
        self, kinds: KindFinder, named: NamedKind, relation: str | None, sides: Sides
    ) -> AgreementKind | None:
        if len(named.kinds) != 1:
            self._uncertain.add("kind")
        kind = next(iter(named.kinds), None)
        if kind is AgreementKind.PROTOCOL and relation == "amends":
            return AgreementKind.AMENDING_PROTOCOL
        parties = [party for side in sides for party in side]
        are_private = bool(parties) and all(party.kind in _PRIVATE for party in parties)
        if kind is AgreementKind.TREATY and are_private:
            # One word for both; companies make no treaties.
            self._uncertain.add("kind")
            if kinds.may_be(named, AgreementKind.CONTRACT):
                return AgreementKind.CONTRACT
        return kind

    # --- the other document ---

    def _other_document(self) -> tuple[str | None, Text | None]:
        """The relation to another document and that one's title, which is cut off."""
        text = self._text
        kinds = KindFinder(text)
        named = kinds.first()
        if self._depth == _DEEPEST:
            return None, None
        for i in range(named.start + 1 if named else 0, len(text.words)):
            for relation in _RELATIONS:
                n = text.role(i, relation)
                other = self._kind_after(kinds, i + n, relation) if n else None
                if other is not None:
                    self._text = Text(text.text[: text.words[i].start], self._lang)
                    return relation, Text(text.text[text.words[other].start :], self._lang)
        return None, None

    def _kind_after(self, kinds: KindFinder, start: int, relation: str) -> int | None:
        """The word with which the name of a kind begins, not far from another."""
        within = _UP_TO_KIND.get(relation, _UP_TO_OTHER_KINDS)
        for i in range(start, len(self._text.words)):
            if kinds.at(i):
                return i
            within -= not self._text.is_article(i)
            if not within:
                break
        return None

    def _with_other(self, title: ParsedTitle, relation: str | None, text: Text) -> ParsedTitle:
        other = _TitleParser(text, self._dossier, self._depth + 1).read()
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
        changes: dict[str, Any] = {field: (other,)}
        return attrs.evolve(title, **changes)

    # --- labelled parts ---

    def _with_labelled(self, title: ParsedTitle, labelled: dict[str, str]) -> ParsedTitle:
        """The title with what its labels say."""
        texts = {slot: Text(value, self._lang) for slot, value in labelled.items()}
        fields: dict[str, Any] = {"subject": labelled.get("subject", title.subject)}
        sides = [texts[slot] for slot in ("a", "b") if slot in texts]
        if sides:
            listed = (Parties(side, self._dossier).listed() for side in sides)
            fields["sides"] = tuple(filter(None, listed))
            self._uncertain.discard("sides")
            self._note_ambiguous(fields["sides"])
        if sectors := texts.get("sectors"):
            found = Subjects(sectors, self._dossier).sectors([(0, len(sectors.words))])
            fields["sectors"] = tuple(found)
        if period := labelled.get("period"):
            try:
                fields["period"] = period_from_text(period, self._lang)
            except (AmbiguousText, ValidationError):
                fields["rest"] = (*title.rest, period)
        for slot, name in (("implemented", "implements"), ("amended", "amends")):
            if other := texts.get(slot):
                fields[name] = (_TitleParser(other, self._dossier, _DEEPEST).read(),)
        return attrs.evolve(title, **fields)

    # --- the parties ---

    def _sides(self, parties: Parties, named: NamedKind) -> tuple[Sides, Span]:
        """The sides, and the words that were taken for them."""
        for ways in (self._between, self._genitive, self._before_kind):
            some = islice(ways(parties, named), _BEGINNINGS)
            found = max(some, key=lambda way: way[0].score, default=None)
            if found is None:
                continue
            split, begin, case = found
            sides = tuple(filter(None, parties.sides(split, case)))
            self._note_ambiguous(sides)
            if not split.is_sure:
                self._uncertain.add("sides")
            return sides, (begin, split.end)
        return self._with(parties, named) or self._pair(parties, named)

    def _note_ambiguous(self, sides: Sides) -> None:
        if any(len(party.candidates) > 1 for side in sides for party in side):
            self._uncertain.add("sides")

    def _ruled(self, role: str) -> str:
        """The case that words with a role rule."""
        return next(iter(self._text.grammar.words(f"case.{role}")), "nom")

    def _between(self, parties: Parties, _: NamedKind) -> Iterator[_Way]:
        stop = len(self._text.words)
        case = self._ruled("between")
        for i in range(stop):
            n = self._text.role(i, "between")
            if n and (split := parties.splitter.split(i + n, stop, case)):
                yield split, i, case

    def _genitive(self, parties: Parties, named: NamedKind) -> Iterator[_Way]:
        """The parties right after the kind: a joint statement of A and B."""
        n = self._text.role(named.end, "delegates")
        case = "gen"
        if not n and (n := self._text.role(named.end, "of")):
            case = self._ruled("of")
        split = parties.splitter.split(named.end + n, len(self._text.words), case)
        if split and split.is_sure:
            yield split, named.end, case

    def _before_kind(self, parties: Parties, named: NamedKind) -> Iterator[_Way]:
        """The parties as those who sign: A and B have signed a memorandum."""
        split = parties.splitter.split(0, named.start, "nom") if named.start else None
        if split and split.is_sure:
            yield split, 0, "nom"

    def _with(self, parties: Parties, named: NamedKind) -> tuple[Sides, Span] | None:
        """The parties of an agreement (of A) with B."""
        text = self._text
        case = self._ruled("with")
        for i in range(named.end, len(text.words)):
            n = text.role(i, "with")
            end = parties.splitter.one(i + n, len(text.words), case) if n else None
            if end is None:
                continue
            self._uncertain.add("sides")
            begin = named.end + text.role(named.end, "of", i)
            is_named = begin < i and parties.splitter.one(begin, i, "gen") == i
            own = ((parties.party(begin, i, "gen"),),) if is_named else ()
            return (*own, (parties.party(i + n, end, case),)), (named.end if own else i, end)
        return None

    def _pair(self, parties: Parties, named: NamedKind) -> tuple[Sides, Span]:
        """The parties in an adjective: a Kazakh-Belarusian agreement."""
        pairs = (parties.pair(i) for i in range(len(self._text.words)))
        sides = next((pair for pair in pairs if pair), ())
        if sides:
            self._uncertain.add("sides")
        return sides, (named.end, named.end)

    # --- what it is about ---

    def _about(self, named: NamedKind, taken: Span) -> Iterator[Span]:
        """The words for what the document is about, without the preposition before them."""
        parts = (named.end, taken[0]), (max(taken[1], named.end), len(self._text.words))
        for part in parts:
            for start, end in _stretches(self._text, *part):
                first = start + self._text.role(start, "and", end)
                first += self._text.role(first, "on", end)
                if first < end:
                    yield first, end

    @staticmethod
    def _before(named: NamedKind, taken: Span) -> Span:
        """The words before the kind that are not parties."""
        return (taken[1] if taken[0] < named.start else 0), named.start


#: A way to split, the word with which it begins, and the case of the parties.
_Way = tuple[Split, int, str]


def _stretches(text: Text, start: int, end: int) -> Iterator[Span]:
    """The words between two places, split where something has been redacted."""
    begin = start
    for i in range(start + 1, end):
        if REDACTED in text.gap(i):
            yield begin, i
            begin = i
    if begin < end:
        yield begin, end
