"""From the title of a document back to what it says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

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
from bilateral.reading.kinds import PLANS, KindFinder, NamedKind
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.sides import SideFinder
from bilateral.reading.subjects import Subjects, sectors_about
from bilateral.reading.title_parts.attachments import take_attachments
from bilateral.reading.title_parts.checks import are_of_other_years, doubts
from bilateral.reading.title_parts.dates import extract_dates
from bilateral.reading.title_parts.document_numbers import (
    number_at_end,
    number_before_parties,
    number_behind,
)
from bilateral.reading.title_parts.doubtful_words import is_bare, is_of_other, is_whose
from bilateral.reading.title_parts.fields_in_brackets import (
    field_at_end,
    short_title_at_end,
    with_field,
)
from bilateral.reading.title_parts.labelled_parts import take_labelled
from bilateral.reading.title_parts.makers import kind_by_makers
from bilateral.reading.title_parts.other_documents import OtherDocument, other_document
from bilateral.reading.title_parts.places_of_signature import town_at_end
from bilateral.reading.title_parts.subjects import common_name
from bilateral.reading.title_parts.towns import with_towns
from bilateral.reading.words import REDACTED, Text, is_general, within
from bilateral.sectors import Sector
from bilateral.tables import languages, resolve

if TYPE_CHECKING:
    from bilateral.dates.partial_dates import PartialDate
    from bilateral.reading.names import Names


__all__ = ["parse_title"]

# The characters of a title: the longest that was met has some 250.
_LONGEST = 4000
# How deep titles may stand in each other: a protocol to the agreement that amends a treaty.
_DEEPEST = 4
# What a list has before a title: 12), (3), a dash, the number in a collection: 0.672.913.62.
_IN_COLLECTION = r"(?![0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}){1,2}\s)[0-9]+(?:\.[0-9]+){2,}"
_IN_SERIES = r"(?:No|Nr|№)\.? ?[0-9]{1,6}(?:\.(?=\s)|:)"
_ENUMERATOR = re.compile(rf"^(?:\(?[0-9]{{1,3}}\)|[-–—•*·]|{_IN_COLLECTION}|{_IN_SERIES})\s+(?=\w)")
# What an index has behind a title: (0.142.111), . . . . 389.
_BEHIND = re.compile(r"\s*\((?:SR )?0(?:\.[0-9]+){2,}\)\Z|(?:[ \u00a0]?[.…]){4,}\s*[0-9]*\Z")
# Within how many words behind "constituting" the kind begins.
_NEAR_FORM = 4
_TWO = 2
_OPENING = ("«", "„", "“", '"')
_CLOSING = ("»", "“", "”", '"')
_DIVIDES = re.compile(r"[:;()/–—]|\s-\s")
_BETWEEN_ATTRIBUTES = (" ", "+ ", "-")
_STATES = frozenset({PartnerKind.GOVERNMENT, PartnerKind.STATE})
# Whose states are parties, too.
_WITH_STATES = frozenset({"US"})
# The fields of other documents by their relation; else they are amended.
_FIELDS = {"implements": "implements", "supersedes": "supersedes", "terminates": "supersedes"}
# What is done to other documents.
_DONE = ("amends", "extends", "supersedes", "terminates")
# Documents that are part of the one *to* which they are.
_ADDITIONS = frozenset(
    {
        AgreementKind.ADDITIONAL_PROTOCOL,
        AgreementKind.AMENDING_PROTOCOL,
        AgreementKind.PROTOCOL,
    }
)


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
    whole, own = _BEHIND.sub("", _ENUMERATOR.sub("", limited(tidy(text), _LONGEST))), resolve(lang)
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
        self._inner = (0, 0)
        self._has_year_alone = False

    def read(self) -> ParsedTitle:
        """The fields of the title."""
        whole = self._text.text
        left, labelled = take_labelled(whole, self._lang)
        if labelled:
            self._use(Text(left, self._lang))
        text, attached = take_attachments(self._text)
        self._use(text)
        self._cut_translation()
        form = self._cut_form()
        other = self._cut_other()
        relation = other and other.relation
        number = self._cut_number()
        dates = extract_dates(self._text, self._kinds, is_other=self._depth > 1)
        self._has_year_alone = dates.date is not None and dates.date.precision == "year"
        if dates.is_ambiguous:
            self._uncertain.add("period")
        if dates.is_of_no_century:
            self._uncertain.add("date")
        self._use(dates.text)
        place = [*self._cut_place(), *self._cut_short_title()]
        field = self._cut_field()
        fields = self._fields(relation, [*attached, *dates.rest, *place])
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
        taken, self._inner = found.span, found.inner
        if named.kinds:
            named = kinds.with_subject(named, max(taken[1], named.end), len(text.words))
        subjects = Subjects(text, self._dossier)
        about, place = self._without_town(list(self._about(named, taken)))
        about = self._without_general(about)
        unread = [*self._unread(named, taken)]
        before = self._before(named, taken)
        attributes = subjects.sectors([before, found.body])
        if named.kinds:
            attributes += self._sectors_of_kind(named, subjects)
        of_subject = subjects.sectors(about)
        attributes = _lent(attributes, of_subject, found.sides)
        called = named.start if attributes else self._with_attributes(named, before[0], parties)
        unread += [
            (text.after_article(i, j), j)
            for i, j in _stretches(text, before[0], called)
            if not (attributes and self._qualifies(i, named.start))
            and not any(parties.pair(n) for n in range(i, j))
        ]
        if any(j == named.start and is_of_other(text, i, j) for i, j in unread if j):
            # Of a word that is not understood: Memorandun of Understanding.
            self._uncertain.add("kind")
            # Die Erneuerung der Vereinbarung von 1976: that may be the year of the other one.
            self._uncertain.update({"date"} if self._has_year_alone else ())
        if not named.kinds:
            self._uncertain.update(_doubts_without_kind(parties, about, taken))
        are_bare = any(is_bare(text, *one) and not subjects.sectors([one]) for one in about)
        if are_bare or (not found.sides and any(self._may_be_party(start) for start, _ in about)):
            # It may be a place, or parties: ..., Nouméa; in Lanester; der Bürgermeister von.
            self._uncertain.add("subject")
        # What is told behind a subject: fishing, between the parties, concerning tuna.
        further = [one for one in about[1:] if text.role(one[0] - 1, "topic")]
        if len(about) > 1 + len(further) and about[0][0] < taken[0] < taken[1] <= about[-1][0]:
            # What stands behind may be for what the last party is: по делам молодёжи.
            self._uncertain.update(("sides", "subject"))
        doubtful = [
            one for one in unread if not (self._is_of_signature(*one) or self._is_translation(*one))
        ]
        sectors = tuple(dict.fromkeys([*attributes, *of_subject]))
        if not sectors and any(map(self._tells, range(called, named.start))):
            self._uncertain.add("sectors")
        sectors = sectors or tuple(self._of_common(about))
        self._uncertain.update(doubts(parties, kinds, found, [*about, *doubtful], sectors))
        # What the name of a project says may be something else.
        is_named = any(self._is_quoted(*one) and not text.is_small(one[0] - 1) for one in about)
        if (subjects.is_ambiguous or is_named) and not all(map(self._common, about)):
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

    def _may_be_party(self, i: int) -> bool:
        """Whether words say whose a document is, or with whom."""
        return is_whose(self._text, i) or bool(self._text.role(i, "with"))

    @staticmethod
    def _sectors_of_kind(named: NamedKind, subjects: Subjects) -> list[Sector]:
        """The sectors in the name of a kind: Handelsabkommen, minutes of the Trade Commission.

        A name of several words is one of its own: a road map is about no road.
        """
        is_of_body = AgreementKind.SESSION_PROTOCOL in named.kinds
        if is_of_body or named.end == named.start + 1:
            return subjects.sectors([(named.start, named.end)])
        return subjects.in_compound(named.start)

    # --- the kind ---

    def _kind(
        self, kinds: KindFinder, named: NamedKind, relation: str | None, sides: Sides
    ) -> AgreementKind | None:
        parties = [party.kind for side in sides for party in side]
        kind, is_certain = kind_by_makers(named, kinds, parties)
        is_other = any(i < named.start for one in _DONE for i in self._text.places(one))
        is_other = is_other or any(map(kinds.is_change, range(named.start)))
        is_other = is_other or self._is_to_other(named.start)
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

    def _with_attributes(self, named: NamedKind, start: int, parties: Parties) -> int:
        """The first word of what the document calls itself: a *Cotutelle* Agreement.

        What stands right before its kind belongs to that, unless it is a name or goes with a
        preposition.
        """
        text = self._text
        changes = text.grammar.stems_of("change")
        endings = text.grammar.words("ending.attribute")
        first = named.start if named.kinds else start
        while (
            first > start
            and text.gap(first) in _BETWEEN_ATTRIBUTES
            and text.words[first - 1].is_capitalised
            and not (text.is_small(first - 1) or text.words[first - 1].has_figures)
            and not (parties.names.at[first - 1] or parties.names.head(first - 1, first))
            and not (parties.pair(first - 1) or text.role(first - 1, "signed"))
            and text.words[first - 1].stem not in changes
            and text.words[first - 1].key.endswith(endings or "")
        ):
            first -= 1
        begins_title = first == start or text.is_article(first - 1)
        return first if begins_title and first < named.start else named.start

    def _qualifies(self, start: int, end: int) -> bool:
        """Whether words before a kind are its attributes: a *cultural and scientific* agreement.

        What a colon, a dash or a bracket divides from it stands by itself.
        """
        gaps = [self._text.gap(i) for i in range(start + 1, end + 1)]
        return "," not in gaps[-1] and not any(map(_DIVIDES.search, gaps))

    def _tells(self, i: int) -> bool:
        """Whether an attribute of a kind says what about: Audiovisual, unlike Framework."""
        plain = self._text.grammar.stems_of("plain_attribute")
        word = self._text.words[i]
        return bool(plain) and not (
            word.stem in plain or self._text.is_number(i) or is_general(self._text, i)
        )

    def _cut_translation(self) -> None:
        """Cut off what only calls the document so in another language: (Cooperation Agreement)."""
        text, (start, end) = self._text, self._kinds.translation() or (0, 0)
        if self._is_translation(start, end):
            self._use(text.without(text.starts[start] - 1, text.ends[end - 1] + 1))

    def _is_translation(self, start: int, end: int) -> bool:
        """Whether some words are a kind in another language, and no more."""
        inner = self._text.span(start, end)
        for lang in languages() if inner else ():
            words = Text(inner, lang)
            named = KindFinder(words).first if lang != self._lang else None
            if named and named.end == len(words.words) and not sectors_about(inner, lang):
                return True
        return False

    def _cut_form(self) -> tuple[AgreementKind, ...]:
        """The kinds in what only says how a document is made: notes *constituting an agreement*."""
        text, named = self._text, self._kinds.first
        for i, n in text.places("has_form").items():
            for kind in within(self._kinds.places, i + n, i + n + _NEAR_FORM):
                form = self._kinds.at(kind)
                if form and named and i >= named.end:
                    self._cut(text, i, form.end)
                    return form.kinds
        return ()

    def _cut_number(self) -> str | None:
        """The number behind the kind, which is no date and no subject; it is cut off."""
        named = self._kinds.first
        place = named and number_behind(self._text, named.end)
        place = place or (named and number_before_parties(self._text, named.end))
        place = place or (named and number_at_end(self._text))
        if place is None:
            return None
        number = self._text.text[slice(*place)].strip("()")
        self._use(self._text.without(*place))
        return number

    def _cut_place(self) -> list[str]:
        """Where the document was signed, if nobody says when: ..., done in Jerusalem."""
        text = self._text
        found: list[str] = []
        for i, n in text.places("dated").items():
            if text.role(i + n, "place_in") and (stop := _end_of_remark(text, i, i + n)):
                found.append(self._cut(text, i, stop))
        return found

    def _cut_field(self) -> str | None:
        """The field that stands in brackets behind the title; it is cut off."""
        place = field_at_end(self._text)
        if place is None:
            return None
        text, (start, end) = self._text, place
        self._use(text.without(text.starts[start] - 1, len(text.text)))
        return text.span(start, end)

    def _cut_short_title(self) -> list[str]:
        """What the document is called in short, in brackets behind its title; it is cut off."""
        place = short_title_at_end(self._text, self._kinds)
        if place is None:
            return []
        text, (start, end) = self._text, place
        self._use(text.without(text.starts[start] - 1, len(text.text)))
        return [text.span(start, end)]

    def _cut(self, text: Text, start: int, end: int) -> str:
        """The words that are cut off, as those of the text are numbered."""
        self._use(self._text.without(text.starts[start], text.ends[end - 1]))
        return text.span(start, end)

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
        elif not found.is_certain or (found.relation == "to" and title.kind not in _ADDITIONS):
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

    # --- what it is about ---

    def _about(self, named: NamedKind, taken: Span) -> Iterator[Span]:
        """The words for what the document is about, without the preposition before them."""
        text = self._text
        for start, stop in self._beside(named, taken):
            first = start + text.role(start, "and", stop)
            first, end = self._without_signature(first, stop)
            first += self._says_signed(first, end)
            first = self._behind_between(first, end)
            last = end - 1 if end - first > 1 and self._says_signed(end - 1, end) else end
            if AgreementKind.SESSION_PROTOCOL in named.kinds:
                first = self._behind_body(first, last, named)
            on = text.role(first, "on", last)
            # On matters relating to: по вопросам, касающимся
            on += text.role(first + on, "on", last) if on else 0
            if start == named.end:
                on += self._general_words(first + on, last)
            if first + on < last and (on or not self._says_no_subject(start, first, last, named)):
                yield first + on, last

    def _general_words(self, i: int, end: int) -> int:
        """The number of words that only say cooperation before what that is on: *Cooperation on*.

        Cooperation *in* a field is told by both words.
        """
        text = self._text
        is_general = i < end and text.words[i].stem in text.grammar.stems_of("cooperation")
        n = text.role(i + 1, "topic", end) if is_general else 0
        return 1 + n if n and i + 1 + n < end else 0

    def _behind_between(self, start: int, end: int) -> int:
        """The place behind parties that have no names: between the two governments *on* trade."""
        if not self._text.role(start, "between"):
            return start
        places = self._text.places("topic") or self._text.places("on")
        return next((i for i in places if start < i < end), start)

    def _behind_body(self, start: int, end: int, named: NamedKind) -> int:
        """The place where minutes say what about: behind the session and the body that had it.

        Of the second meeting of the Joint Commission *on* trade.
        """
        text = self._text
        is_next = start == named.end and text.gap(start) == " "
        if is_next and self._kinds.ends_with_body(named) and self._tells_field(start, end):
            # Gemeinsame Arbeitsgruppe Umwelt
            return start
        is_of = is_next or text.role(start, "of", end) or text.is_number(start)
        abouts = (i for i in range(start, end) if text.role(i, "about") and not text.role(i, "of"))
        return next(abouts, end) if is_of else start

    def _tells_field(self, start: int, end: int) -> bool:
        """Whether some words tell a sector."""
        return any(Subjects(self._text, self._dossier).sectors([(start, end)]))

    def _says_signed(self, start: int, end: int) -> int:
        """The number of words from a place on that say that a document has been signed.

        Or of what sort the years before them are: на 2024/2025 учебный год.
        """
        roles = ("signed", "dated", "of_year")
        return next(filter(None, (self._text.role(start, role, end) for role in roles)), 0)

    def _without_signature(self, start: int, end: int) -> Span:
        """A stretch without what says how a document was signed: , signed *during the visit*.

        What that is on may stand behind it: signed at the fair *on tourism*.
        """
        text = self._text
        dated = (i for i in text.places("dated") if start <= i < end and "," in text.gap(i))
        i = next(dated, end)
        first = min(i + text.role(i, "dated"), end)
        ons = (n for n in range(first, end) if text.role(n, "topic") or text.role(n, "aim"))
        return (next(ons, end), end) if i == start < first else (start, i)

    def _says_no_subject(self, start: int, first: int, end: int, named: NamedKind) -> bool:
        """Whether words stand before the parties, or name a place: the Treaty of Tartu."""
        is_before = end <= named.start
        is_name = bool(self._text.role(first, "of", end))
        return is_before or is_name or self._is_beside_date(start, end)

    def _is_beside_date(self, start: int, end: int) -> bool:
        """Whether words stand in brackets with a date: the place of signature."""
        return "(" in self._text.gap(start) and REDACTED in self._text.gap(end)

    def _of_common(self, about: list[Span]) -> Iterator[Sector]:
        """The sectors of common subjects, by their usual names where others do not tell them."""
        for span in about:
            if name := self._common(span):
                words = Text(name, self._lang)
                yield from Subjects(words, self._dossier).sectors([(0, len(words.words))])

    def _common(self, span: Span) -> str | None:
        return common_name(self._text.span(*span), self._lang)

    def _is_of_signature(self, start: int, end: int) -> bool:
        """Whether words say only where something was signed: В Минске подписан."""
        text = self._text
        is_in = text.role(start, "place_in", end) and text.role(end - 1, "signed")
        return bool(is_in) or self._is_beside_date(start, end)

    def _without_general(self, about: list[Span]) -> list[Span]:
        """The subject without a first part that only says that two sides work together.

        An agreement on cooperation between A and B *in the field of* something is about that; so
        is one with a name in quotes.
        """
        are_general = [
            self._is_quoted(*part) or all(is_general(self._text, i) for i in range(*part))
            for part in about
        ]
        return about[1:] if are_general == [True, False] else about

    def _without_town(self, about: list[Span]) -> tuple[list[Span], list[Span]]:
        """The subject without the town with which a title ends: ..., Ottawa. And that.

        In brackets, it may be where that is which a document is about.
        """
        text, end = self._text, len(self._text.words)
        if not about or about[-1][1] != end or (i := town_at_end(text, about[-1][0])) == end:
            return about, []
        if "(" in text.gap(i) and ")" in text.gap(end):
            self._uncertain.add("subject")
            return about, []
        start = about[-1][0]
        return about[:-1] + [(start, i)] * (start < i), [(i, end)]

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether words are the name of a project: the partnership "Clean Streets"."""
        opening = self._text.gap(start)[-1:]
        return opening in _OPENING and self._text.gap(end)[:1] in _CLOSING

    def _unread(self, named: NamedKind, taken: Span) -> Iterator[Span]:
        """The words that say no subject, such as the place in a treaty's name."""
        for start, end in self._beside(named, taken):
            is_on = self._text.role(start, "on", end)
            if not is_on and self._says_no_subject(start, start, end, named):
                yield self._text.after_article(start, end), end

    def _beside(self, named: NamedKind, taken: Span) -> Iterator[Span]:
        """The stretches beside the kind that are no parties, cut before an open bracket."""
        text = self._text
        parts = [self._inner, (named.end, taken[0]), (max(taken[1], named.end), len(text.words))]
        if 0 < taken[0] < named.start:
            parts.insert(0, (0, taken[0]))
        if 0 < taken[1] < named.start and named.is_sentence(text):
            # On trade between A and B on fish. Agreement.
            parts.append((taken[1], named.start))
        for part in parts:
            for start, end in _stretches(text, *part):
                is_open = (
                    REDACTED in text.gap(end) and text.brackets[end - 1] > text.brackets[start]
                )
                if is_open:
                    outer = text.brackets[start]
                    cut = next(i for i in range(start, end) if text.brackets[i] > outer)
                    yield start, cut
                    yield cut, end
                else:
                    yield start, end

    def _before(self, named: NamedKind, taken: Span) -> Span:
        """The words before the kind that are not parties, and in its sentence."""
        if taken[0] < named.start and named.is_sentence(self._text):
            return named.start, named.start
        return (taken[1] if taken[0] < named.start else 0), named.start


def _end_of_remark(text: Text, i: int, first: int) -> int:
    """The end of what begins with a word behind a mark, up to another one; else 0.

    No mark is before the word ``first`` but the point of an abbreviation: unterz. in Wien.
    """
    mark = text.gap(i).strip()[-1:]
    if not mark or mark not in "(,.;":
        return 0
    closing = ")" if mark == "(" else ",.;(" + REDACTED
    stops = (
        n for n in range(first + 1, len(text.words)) if not set(closing).isdisjoint(text.gap(n))
    )
    return next(stops, len(text.words))


def _doubts_without_kind(parties: Parties, about: list[Span], taken: Span) -> Iterator[str]:
    """The fields that words for an unknown kind may be in: Museumskooperation A & B."""
    if taken[1] and not (parties.names.at[0] or parties.names.head(0, 1)):
        yield "sides"
    if any(start < taken[0] for start, _ in about):
        # It may be the kind: Joint Comminique.
        yield "subject"


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


def _lent(attributes: list[Sector], about: Collection[Sector], sides: Sides) -> list[Sector]:
    """The sectors before a kind; what museums lend, or is lent as heritage, is no money.

    What theatres produce together is no film.
    """
    if any(party.kind is PartnerKind.THEATRE for side in sides for party in side):
        attributes = [Sector("culture") if one.code == "film" else one for one in attributes]
    if all(one.code != "finance" for one in attributes):
        return attributes
    heritage = Sector("heritage")
    is_lent = heritage in about or any(p.kind is PartnerKind.MUSEUM for side in sides for p in side)
    return [heritage if is_lent and one.code == "finance" else one for one in attributes]


def _is_the_state(party: Party) -> bool:
    """Whether what is named like a state is none of the units that are as well known."""
    others = {one.country for one in party.candidates} - {party.country}
    return party.country is not None and others.isdisjoint(_WITH_STATES)


def _stretches(text: Text, start: int, end: int) -> Iterator[Span]:
    """The words between two places, split where something has been redacted."""
    begin = start
    for i in within(text.redacted, start + 1, end):
        yield begin, i
        begin = i
    if begin < end:
        yield begin, end
