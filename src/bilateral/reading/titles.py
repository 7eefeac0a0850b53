"""From the title of a document back to what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bilateral.coercion import limited
from bilateral.dates.words.reading import period_from_text
from bilateral.errors import AmbiguousText
from bilateral.instruments import AgreementKind
from bilateral.language.folding import tidy
from bilateral.partners import PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.joined_names import with_dashes
from bilateral.reading.kinds import ADDITIONS, PLANS, KindFinder, NamedKind
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.sides import SideFinder
from bilateral.reading.subjects import Subjects
from bilateral.reading.title_parts.attachments import take_attachments
from bilateral.reading.title_parts.attributes_of_kinds import (
    begin_of_designation,
    lent,
    meant_by,
    qualifies,
    says_relation,
    sectors_of_kind,
    tells_sector,
)
from bilateral.reading.title_parts.catalogue_entries import take_catalogue_entry
from bilateral.reading.title_parts.checks import are_of_other_years, doubts
from bilateral.reading.title_parts.dates import extract_dates
from bilateral.reading.title_parts.document_numbers import take_number
from bilateral.reading.title_parts.doubtful_words import (
    doubts_without_kind,
    is_of_other,
    is_renewal,
)
from bilateral.reading.title_parts.fields_in_brackets import (
    take_field,
    take_short_title,
    with_field,
)
from bilateral.reading.title_parts.forms import take_form
from bilateral.reading.title_parts.labelled_parts import take_labelled
from bilateral.reading.title_parts.makers import kind_by_makers
from bilateral.reading.title_parts.other_documents import OtherDocument, other_document
from bilateral.reading.title_parts.places_of_signature import take_places, town_at_end
from bilateral.reading.title_parts.subject_words import (
    SubjectWords,
    is_of_signature,
    stretches,
)
from bilateral.reading.title_parts.towns import with_towns
from bilateral.reading.title_parts.translations import is_translation, without_translation
from bilateral.reading.words import Text
from bilateral.tables import languages, resolve

if TYPE_CHECKING:
    from bilateral.dates.partial_dates import PartialDate
    from bilateral.reading.names import Names


__all__ = ["parse_title"]

_Taken = TypeVar("_Taken")

# The characters of a title: the longest that was met has some 250.
_LONGEST = 4000
# How deep titles may stand in each other: a protocol to the agreement that amends a treaty.
_DEEPEST = 4
# What a list has before a title: 12), (3), a dash, the number in a collection: 0.672.913.62.
_DAY = r"(?:[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}){1,2}|(?:19|20)[0-9]{2}\.[0-9]{1,2}\.[0-9]{1,2})\s"
_IN_COLLECTION = rf"(?!{_DAY})[0-9]+(?:\.[0-9]+){{2,}}"
_IN_SERIES = r"(?:No|Nr|№)\.? ?[0-9]{1,6}(?:\.(?=\s)|:)"
_ENUMERATOR = re.compile(rf"^(?:\(?[0-9]{{1,3}}\)|[-–—•*·]|{_IN_COLLECTION}|{_IN_SERIES})\s+(?=\w)")
# A day in the basic format of ISO 8601, as files are called: 20180312 Agreement.
_BASIC_DAY = re.compile(r"^((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?=[\s:,–—-])")
# What an index has behind a title: (0.142.111), . . . . 389.
_BEHIND = re.compile(r"\s*\((?:SR )?0(?:\.[0-9]+){2,}\)\Z|(?:[ \u00a0]?[.…]){4,}\s*[0-9]*\Z")
_TWO = 2
_STATES = frozenset({PartnerKind.GOVERNMENT, PartnerKind.STATE})
# Whose states are parties, too.
_WITH_STATES = frozenset({"US"})
# The fields of other documents by their relation; else they are amended.
_FIELDS = {"implements": "implements", "supersedes": "supersedes", "terminates": "supersedes"}
# What is done to other documents.
_DONE = ("amends", "extends", "supersedes", "terminates")


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
    whole, own = _BASIC_DAY.sub(r"\1-\2-\3", limited(tidy(text), _LONGEST)), resolve(lang)
    whole = _BEHIND.sub("", _ENUMERATOR.sub("", whole))
    title = _TitleParser(Text(with_dashes(whole, own), own), dossier).read()
    others = [one for one in languages() if one != own] if not title.sides else []
    if title.kind is not None:
        # Memorandum of Understanding between: the kind is called so in German, too.
        others = [one for one in others if Text(whole, one).places("between")]
    if others:
        # Lists have titles in other languages, too: Student Exchange Agreement.
        found = (_TitleParser(Text(whole, one), dossier).read() for one in others)
        known = (one for one in found if one.kind is not None and "kind" not in one.uncertain)
        known = (one for one in known if one.sides or title.kind is None)
        title = max(known, key=_understood, default=title)
    return title if title.text == whole else attrs.evolve(title, text=whole)


def _understood(title: ParsedTitle) -> tuple[int, int, int]:
    """How much a title says in the language that it was read in."""
    return len(title.sides), len(title.sectors), -len("".join(title.rest))


class _TitleParser:
    """Parses one title; a title inside it is parsed by another one."""

    def __init__(self, text: Text, dossier: Names | None, depth: int = 1) -> None:
        self._text = text
        self._kinds = KindFinder(text)
        self._dossier = dossier
        self._depth = depth
        self._lang = text.grammar.lang
        self._uncertain: set[str] = set()
        self._has_year_alone = False

    def read(self) -> ParsedTitle:
        """The fields of the title."""
        whole = self._text.text
        left, labelled = take_labelled(whole, self._lang)
        if labelled:
            self._use(Text(left, self._lang))
        attached = self._take(take_attachments(self._text))
        attached += self._take(take_catalogue_entry(self._text, self._kinds))
        self._use(without_translation(self._text, self._kinds))
        form = self._take(take_form(self._text, self._kinds))
        other = self._cut_other()
        relation = other and other.relation
        number = self._take(take_number(self._text, self._kinds))
        dates = extract_dates(self._text, self._kinds, is_other=self._depth > 1)
        self._has_year_alone = dates.date is not None and dates.date.precision == "year"
        if dates.is_ambiguous:
            self._uncertain.add("period")
        if dates.is_of_no_century:
            self._uncertain.add("date")
        self._use(dates.text)
        places = self._take(take_places(self._text))
        short = self._take(take_short_title(self._text, self._kinds))
        field = self._take(take_field(self._text))
        fields = self._fields(relation, [*attached, *dates.rest, *places, *short])
        if AgreementKind.EXCHANGE_OF_NOTES in form:
            fields["kind"] = AgreementKind.EXCHANGE_OF_NOTES
        if number:
            fields["designation"] = f"{fields['designation']} {number}"
        day = dates.date or (dates.period and dates.period.start)
        if are_of_other_years(fields["sides"], day):
            self._uncertain.add("sides")
        title = ParsedTitle(
            whole,
            self._lang,
            period=dates.period,
            duration=dates.duration,
            is_indefinite=dates.is_indefinite,
            date=dates.date,
            uncertain=frozenset(self._uncertain),
            **fields,
        )
        title = with_field(title, field) if field else title
        if other is not None:
            title = self._with_other(title, other)
        if labelled:
            title = self._with_labelled(title, labelled)
        if not title.sides:
            # Documents have parties, whether their titles name them or we do not find them.
            self._uncertain.add("sides")
        return attrs.evolve(title, uncertain=frozenset(self._uncertain))

    def _use(self, text: Text) -> None:
        """Go on with what is left of the title."""
        if text is not self._text:
            self._text = text
            self._kinds = KindFinder(text)

    def _take(self, taken: tuple[Text, _Taken]) -> _Taken:
        """What has been taken off the title, which goes on with what is left."""
        text, found = taken
        self._use(text)
        return found

    def _fields(self, relation: str | None, rest: list[str]) -> dict[str, Any]:
        """The fields that the words fill when dates and other documents have been redacted."""
        text = self._text
        kinds = self._kinds
        named = kinds.first or NamedKind(0, 0, ())
        parties = Parties(text, self._dossier)
        found = SideFinder(text, parties, named).find()
        found = found._replace(sides=with_towns(found.sides, parties, named))
        if not found.is_certain or _are_ambiguous(found.sides):
            self._uncertain.add("sides")
        if named.kinds:
            named = kinds.with_subject(named, max(found.span[1], named.end), len(text.words))
        subjects = Subjects(text, self._dossier)
        words = SubjectWords(text, kinds, named, found, self._dossier)
        about, place = self._without_town([*words.about()])
        about = words.without_general(about)
        unread = [*words.unread()]
        before = words.before()
        attributes = subjects.sectors([before, found.body])
        if named.kinds:
            attributes += sectors_of_kind(named, subjects)
        kinds_of_parties = {party.kind for side in found.sides for party in side}
        of_subject = meant_by(subjects.sectors(about), kinds_of_parties)
        attributes = meant_by(attributes, kinds_of_parties)
        attributes = lent(attributes, of_subject, found.sides)
        called = named.start if attributes else begin_of_designation(named, before[0], parties)
        unread += [
            (text.after_article(i, j), j)
            for i, j in stretches(text, before[0], called)
            if not (attributes and qualifies(text, i, named.start))
            and not any(parties.pair(n) for n in range(i, j))
            and not says_relation(text, i, j)
        ]
        if of_other := [one for one in unread if is_of_other(text, *one, named.start)]:
            # Of a word that is not understood: Memorandun of Understanding.
            self._uncertain.update({"kind"} if not is_renewal(text, *of_other[0]) else ())
            # Die Erneuerung der Vereinbarung von 1976: that may be the year of the other one.
            self._uncertain.update({"date"} if self._has_year_alone else ())
        if not named.kinds:
            self._uncertain.update(doubts_without_kind(parties, about, found.span))
        further = words.further(about)
        self._uncertain.update(words.doubts(about, further, subjects))
        doubtful = [
            one for one in unread if not (is_of_signature(text, *one) or is_translation(text, *one))
        ]
        sectors = tuple(dict.fromkeys([*attributes, *of_subject]))
        if not sectors and any(tells_sector(text, i) for i in range(called, named.start)):
            self._uncertain.add("sectors")
        sectors = sectors or tuple(words.sectors_of_common(about))
        self._uncertain.update(doubts(parties, kinds, found, [*about, *doubtful], sectors))
        if (subjects.is_ambiguous or words.has_project(about)) and not words.are_common(about):
            self._uncertain.add("sectors")
        return {
            "kind": self._kind(kinds, named, relation, found.sides),
            "designation": text.span(called, named.end) or None,
            "level": kinds.level(named.end),
            "sides": found.sides,
            "sectors": sectors,
            "subject": " ".join(text.span(*part) for part in about if part not in further) or None,
            "rest": (*(text.span(i, j) for i, j in [*further, *unread, *place] if i < j), *rest),
        }

    def _without_town(self, about: list[Span]) -> tuple[list[Span], list[Span]]:
        """The subject without the town with which a title ends: ..., Ottawa. And that.

        In brackets, and behind no date, it may be where that is which a document is about.
        """
        text, end = self._text, len(self._text.words)
        if not about or about[-1][1] != end or (i := town_at_end(text, about[-1][0])) == end:
            return about, []
        if text.gap(i).strip() == "(" and ")" in text.gap(end):
            self._uncertain.add("subject")
            return about, []
        start = about[-1][0]
        return about[:-1] + [(start, i)] * (start < i), [(i, end)]

    # --- the kind ---

    def _kind(
        self, kinds: KindFinder, named: NamedKind, relation: str | None, sides: Sides
    ) -> AgreementKind | None:
        parties = [party.kind for side in sides for party in side]
        kind, is_certain = kind_by_makers(named, kinds, parties)
        is_other = any(i < named.start for one in _DONE for i in self._text.places(one))
        is_other = is_other or any(map(kinds.is_change, range(named.start)))
        is_other = is_other or self._is_to_other(named.start)
        is_other = is_other or kinds.has_rival(named)
        if is_other or not is_certain or len(named.kinds) != 1 or not named.is_certain:
            # What another document is done to may not say what it is itself.
            self._uncertain.add("kind")
        amends = kind is AgreementKind.PROTOCOL and relation == "amends"
        return AgreementKind.AMENDING_PROTOCOL if amends else kind

    def _is_to_other(self, end: int) -> bool:
        """Whether words before a kind say that it is another's: Side Letter *to the* Agreement."""
        text = self._text
        places = (i for role in ("to", "out_of") for i in text.places(role) if 0 < i < end - 1)
        return any(text.is_article(i + 1) for i in places) and not text.places("signed")

    # --- the other document ---

    def _cut_other(self) -> OtherDocument | None:
        """The other document, whose title is cut off."""
        if self._depth == _DEEPEST:
            return None
        found = other_document(self._text, self._kinds)
        if found:
            self._use(self._text.before(found.start))
        return found

    def _with_other(self, title: ParsedTitle, found: OtherDocument) -> ParsedTitle:
        other = _TitleParser(found.title, self._dossier, self._depth + 1).read()
        field = _FIELDS.get(found.relation, "amends")
        if found.relation == "to" and title.kind in PLANS:
            field = "implements"
        elif not found.is_certain or (found.relation == "to" and title.kind not in ADDITIONS):
            self._uncertain.add(field)
        # A document that changes or carries out another has its parties and its subject; one
        # that ends it puts nothing in its place.
        is_end = found.relation == "terminates"
        if is_end:
            self._uncertain.add(field)
        for name in ("sides",) if is_end else ("sides", "sectors"):
            if not getattr(title, name) and getattr(other, name):
                title = attrs.evolve(title, **{name: getattr(other, name)})
                if name in other.uncertain or (name == "sides" and len(title.sides) < _TWO):
                    self._uncertain.add(name)
            elif name == "sectors" and not title.sectors and name in other.uncertain:
                self._uncertain.add(name)
        title, other = self._with_days(title, other, field, found.title)
        changes: dict[str, Any] = {field: (other,)}
        return attrs.evolve(title, **changes)

    def _with_days(
        self, title: ParsedTitle, other: ParsedTitle, field: str, text: Text
    ) -> tuple[ParsedTitle, ParsedTitle]:
        """Both documents with their own date and period, which stand behind them both."""
        day = _later_day(other)
        if title.date is None and day is not None:
            # The second of two days is that of the document itself.
            return attrs.evolve(title, date=day), attrs.evolve(other, period=None)
        if title.date is None and other.date is not None:
            # A day with a place behind the whole title may be that of either.
            is_behind = other.rest and other.text.startswith(other.designation or "")
            if is_behind or _is_signed_later(text):
                self._uncertain.update(("date", field))
        if title.period is None and other.period is not None:
            # Of the two, plans have a period of their own.
            if title.kind not in PLANS or other.kind in PLANS:
                self._uncertain.add("period")
            if other.kind not in PLANS:
                title = attrs.evolve(title, period=other.period)
                other = attrs.evolve(other, period=None)
        return title, other

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
            if _are_ambiguous(fields["sides"]):
                self._uncertain.add("sides")
        if sectors := texts.get("sectors"):
            found = Subjects(sectors, self._dossier).sectors([(0, len(sectors.words))])
            fields["sectors"] = tuple(found)
            self._uncertain.discard("sectors")
        if period := labelled.get("period"):
            try:
                fields["period"] = period_from_text(period, self._lang)
            except (AmbiguousText, ValidationError):
                fields["rest"] = (*title.rest, period)
        for slot, name in (("implemented", "implements"), ("amended", "amends")):
            if other := texts.get(slot):
                fields[name] = (_TitleParser(other, self._dossier, _DEEPEST).read(),)
        return attrs.evolve(title, **fields)


def _later_day(title: ParsedTitle) -> PartialDate | None:
    """The day that a title has besides its date, if it is a later one."""
    period = title.period
    if period is None or title.date is None or period.start != period.end:
        return None
    day = period.start
    return day if day and day.precision == "day" and str(day) > str(title.date) else None


def _is_signed_later(text: Text) -> bool:
    """Whether a title says behind its kind, and not right behind it, when something was signed."""
    kinds = KindFinder(text)
    kind = kinds.first.start if kinds.first else len(text.words)
    return any(i > kind and not kinds.is_word(i - 1) for i in text.places("dated"))


def _are_ambiguous(sides: Sides) -> bool:
    """Whether a name of a party has several meanings.

    Singapore is a city, too, and Niger a unit of another state, but beside a state both are one;
    Georgia may be another one.
    """
    parties = [party for side in sides for party in side]
    are_states = all(party.kind in _STATES for party in parties)
    return any(
        len(party.candidates) > 1 and not (are_states and _is_the_state(party)) for party in parties
    )


def _is_the_state(party: Party) -> bool:
    """Whether what is named like a state is none of the units that are as well known."""
    others = {one.country for one in party.candidates} - {party.country}
    return party.country is not None and others.isdisjoint(_WITH_STATES)
