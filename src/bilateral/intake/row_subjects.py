"""What the title and the cells of a row say about a document: kind, sides, sectors, texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.abbreviations import is_abbreviation
from bilateral.intake.cells import Cells
from bilateral.intake.findings import Finding, Reading, attempt
from bilateral.intake.given import Given
from bilateral.intake.home import with_owner
from bilateral.intake.layout.headers import OTHER_SIDE, is_faculty
from bilateral.intake.layout.headings import (
    first_words,
    heading_words,
    is_about_partnership,
    is_friendly,
    is_partnership,
    is_undocumented,
    named_kind,
)
from bilateral.intake.layout.party_columns import kinds_of_header
from bilateral.intake.places import is_place_in_country
from bilateral.intake.questions import Answers
from bilateral.intake.short_kinds import in_full, kind_names, with_kind_in_full
from bilateral.intake.sides import Hints, SideReader
from bilateral.intake.tails import Tails, year_behind
from bilateral.intake.telling import has_only_countries
from bilateral.intake.validity import Validities
from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.finding import find
from bilateral.reading.names import Names
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import read_party
from bilateral.reading.subjects import are_fields
from bilateral.reading.title_parts.attachments import is_attachment
from bilateral.reading.title_parts.makers import TOWNS
from bilateral.reading.title_parts.subjects import common_subject
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.sectors import Sector
from bilateral.wire.sheets.protection import text_of

__all__ = ["PARTIES", "Readers", "RowSubject"]

# Shorter titles stand in many rows: memorandum of understanding.
_REPEATED = 80
# The words of the name of a town, with its country in brackets.
_LONGEST_TOWN = 8
# The words of a name that may be that of a town.
_LONGEST_NAME = 2
_DASH = re.compile(r"\s+[-–—]\s+")
# What stands between a partner and a title, and a title in brackets behind one.
_SIGNS = (_DASH, re.compile(r":\s+"), re.compile(r",\s+"))
_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)\.?")
# What places have with each other.
_OF_PLACES = (AgreementKind.TWINNING, AgreementKind.FRIENDSHIP)
# Those that make treaties.
_STATES = frozenset(
    {PartnerKind.STATE, PartnerKind.GOVERNMENT, PartnerKind.HEAD_OF_STATE, PartnerKind.MINISTRY}
)
# The parts of a title that say what it is about.
_ABOUT = ("kind", "sectors", "subject")
# What states agree by, rather than their bodies.
_TREATIES = frozenset(
    {
        AgreementKind.ADDITIONAL_PROTOCOL,
        AgreementKind.AGREEMENT,
        AgreementKind.AMENDING_PROTOCOL,
        AgreementKind.CONVENTION,
        AgreementKind.EXCHANGE_OF_NOTES,
        AgreementKind.FRAMEWORK_AGREEMENT,
        AgreementKind.PROTOCOL,
        AgreementKind.TREATY,
    }
)
# Whose nouns in a title say that no state is its party.
_BODIES = frozenset(
    {
        PartnerKind.ACADEMY,
        PartnerKind.CHAMBER,
        PartnerKind.MINISTRY,
        PartnerKind.STATE_COMMITTEE,
        PartnerKind.UNIVERSITY,
    }
)
# What one word may mean: Partnerschaftsvertrag, between towns or between universities.
_CALLED_ALIKE = (AgreementKind.TREATY, AgreementKind.CONTRACT, AgreementKind.TWINNING)
_OF_TOWNS = TOWNS | {PartnerKind.REGIONAL_COUNCIL}
#: The columns that name parties.
PARTIES = ("parties", "side_a", "side_b", "country", *OTHER_SIDE)


@attrs.frozen(eq=False)
class Readers:
    """What the rows of a list are read with.

    ``lang`` is its language, ``own`` has the names of its own, ``kind`` is that of documents of
    which nothing else tells it, ``answers`` what a person has said about texts in cells.
    A list that ``is_of_body`` has bodies as partners.
    """

    lang: str
    cells: Cells
    validities: Validities
    tails: Tails
    sides: SideReader
    own: Names | None
    kind: AgreementKind | None
    answers: Answers
    is_of_body: bool = False
    _titles: dict[str, Reading[ParsedTitle]] = attrs.field(
        factory=dict[str, Reading[ParsedTitle]], init=False
    )

    def title(self, text: str) -> Reading[ParsedTitle]:
        """A title as it is read; the same text is read once."""
        if text not in self._titles:
            whole = with_kind_in_full(text, self.lang)
            found = attempt(lambda: parse_title(whole, self.lang, dossier=self.own))
            if len(text) > _REPEATED:
                return found
            self._titles[text] = found
        return self._titles[text]


class RowSubject:
    """Reads what a document is, between whom and about what."""

    def __init__(self, given: Given, readers: Readers) -> None:
        self._given, self._draft = given, given.draft
        self._cells, self._sides = readers.cells, readers.sides
        self._lang, self._own = readers.lang, readers.own
        self._tails, self._title_of = readers.tails, readers.title
        self._kind_stated = readers.kind

    def read(self) -> bool:
        """Read it into the draft; false if the row is no record."""
        self._title()
        if not self._given.cells.keys() & {"title", *PARTIES} or self._is_heading():
            self._draft.is_heading = True
            return False
        self._kind()
        self._both_sides()
        self._number()
        if not self._subject():
            self._sectors()
        self._common_subject()
        self._texts()
        return True

    # --- the title ---

    def _title(self) -> None:
        text = self._given.text("title")
        if not text:
            return
        draft = self._draft
        draft.text = text
        text = self._without_partner(text)
        found = self._without_tail(text) or self._title_of(text)
        if found.value is not None and self._is_partner(found.value):
            partner, cells = self._tails.behind_partner(found.value.text)
            self._given.cells.update({**cells, **self._given.cells, "partner": partner})
            del self._given.cells["title"]
            return
        draft.title = self._beside_owner(found.value)
        if found.problem:
            draft.take("title", found, self._given.column("title"), text)
        is_kind = (
            found.value is not None
            and not found.value.sides
            and "date" not in found.value.uncertain
            and self._cells.kind(text).value
        )
        for rest in found.value.rest if found.value and not is_kind else ():
            if is_attachment(rest, self._lang) or self._fills(rest):
                # The title keeps it, if no field has it.
                continue
            draft.findings.append(
                Finding(
                    "title",
                    self._given.column("title"),
                    text,
                    problem=Problem("not-understood", (), rest),
                )
            )

    def _beside_owner(self, title: ParsedTitle | None) -> ParsedTitle | None:
        """A title with its party beside the one whose list it is, if it names no two itself.

        One that is understood with one party stays; it stands in no column either.
        """
        owner = self._sides.owner
        is_told = not self._given.cells.keys().isdisjoint({*PARTIES} - {"country"})
        if title is None or owner is None or is_told or len(title.sides) > 1:
            return title
        is_doubtful = not title.sides or "subject" in title.uncertain
        found = with_owner(title, owner, self._title_of) if is_doubtful else None
        return title if found is None or (title.sides and "subject" in found.uncertain) else found

    def _fills(self, rest: str) -> bool:
        """Whether what is left of a title fills cells that the row has not, and fill them."""
        cells = self._tails.left_over(rest)
        is_free = bool(cells) and cells.keys().isdisjoint(self._given.cells)
        self._given.cells.update(cells if is_free else {})
        return is_free

    def _is_heading(self) -> bool:
        """Whether the row is no record: one text alone that names no kind, or a sum."""
        if self._given.is_numbered or len(self._given.columns.fields) == 1:
            return False
        title = self._draft.title
        if title is None or title.kind is not None or title.sides or "kind" in self._given.cells:
            return False
        others = {tidy(text_of(one)) for one in self._given.cells.values()}
        return len(others) == 1 and not self._draft.extra

    def _without_partner(self, text: str) -> str:
        """The title in a line "partner – title": before the dash stands a cell of its own.

        The title may stand there, too, with nothing but its kind: "letter of intent – partner".
        """
        if not self._given.cells.keys().isdisjoint({*PARTIES} - {"country"}):
            return text
        if self._sides.owner and self._names_other(text):
            return text
        found = (self._title_beside(*parts) for parts in _divided(text))
        return next((title for title in found if title is not None), text)

    def _title_beside(self, first: str, rest: str, sign: str) -> str | None:
        """The title of a line whose other part fills the cell of the partner; `None` if none does.

        Only a dash stands before a partner whom nobody knows, or behind what the document is.
        """
        is_dash = sign not in ",:("
        if self._sides.is_ours(first) or not (is_dash or self._is_name(first)):
            return None
        before, behind = (self._title_of(one).value for one in (first, rest))
        if before is None or behind is None or before.sides or behind.sides:
            return None
        word = first_words(rest)
        is_doubtful = behind.kind is None or "kind" in behind.uncertain
        if (
            is_doubtful
            and not before.kind
            and named_kind(word, self._lang)
            and self._is_name(first)
        ):
            # As headings name it: climate partnership.
            cells = self._tails.divided(rest)[1] | self._tails.behind_partner(rest)[1]
            self._given.cells.update({**cells, "partner": first, "kind": word})
            return word
        if behind.kind and not before.kind:
            is_it = is_dash or fold(rest).startswith(fold(behind.designation or rest))
            self._given.cells.update({"partner": first} if is_it else {})
            return rest if is_it else None
        name, cells = self._tails.divided(rest, self._given.styles.get("signed"))
        designation = before.designation if "kind" not in before.uncertain else None
        is_alone = fold(first) in (fold(designation or ""), *kind_names(self._lang))
        if not is_dash or behind.kind or not before.kind or not is_alone or not self._is_name(name):
            return None
        name, since = self._tails.behind_partner(name)
        self._given.cells.update({**cells, **since, **self._given.cells, "partner": name})
        return first

    def _names_other(self, text: str) -> bool:
        """Whether a name follows "with": what stands before is no partner, but has one."""
        words = Text(text, self._lang)
        count = len(words.words)
        firsts = (words.after_article(i + n, count) for i, n in words.places("with").items())
        return any(words.words[i].is_capitalised for i in firsts if i < count)

    def _is_name(self, text: str) -> bool:
        """Whether a text names a partner: a known one, or what its noun tells."""
        named = read_party(text, self._lang, self._own)
        return named.partner is not None or named.kind is not None

    def _is_partner(self, title: ParsedTitle) -> bool:
        """Whether what stands for a title only names a partner, in a list of such."""
        section = self._given.section
        is_told = self._kind_stated or section.kind or section.party
        if not is_told or title.kind or title.sides:
            return False
        if not self._given.cells.keys().isdisjoint({*PARTIES} - {"country"}):
            return False
        if self._sides.owner and self._names_other(title.text):
            return False
        named = read_party(title.text, self._lang, self._own)
        is_town = section.party is PartnerKind.CITY and len(title.text.split()) <= _LONGEST_TOWN
        return is_town or named.partner is not None or named.kind is not None

    def _without_tail(self, text: str) -> Reading[ParsedTitle] | None:
        """The title without when it was signed and how long it is valid, where these stand behind.

        In a title with another document inside, they may be of that one, unless it has its own,
        or the list has them behind all its titles.
        """
        columns = {*self._given.columns.fields.values()}
        if not columns.isdisjoint({"signed", "signed_at"}):
            return None
        year = year_behind(text)
        kind = text[: text.rindex(year)].strip() if year else ""
        if fold(kind) in kind_names(self._lang) and not self._has_period(text):
            # Nothing else is there that may be of that year: Vertrag 2003.
            self._given.cells.setdefault("signed", str(year))
            return self._title_of(kind)
        style, are_dated = self._given.styles.get("signed"), self._given.are_dated
        found = self._title_of(text)
        whole = found.value
        known = (*whole.amends, *whole.implements) if whole else ()
        title, cells = self._tails.divided(
            text, style, has_years=are_dated and bool(known), are_dated=are_dated
        )
        found = self._title_of(title) if cells else Reading[ParsedTitle]()
        others = (*found.value.amends, *found.value.implements) if found.value else ()
        is_of_other = not are_dated and any(one.date is None for one in others)
        if whole and "date" not in whole.uncertain:
            is_dated = any(one.date for one in (whole, *known)) or whole.period
            is_year = bool(year_behind(title)) and not (is_dated or "signed" in cells)
            if is_year or (is_of_other and "signed" in cells):
                # That of the document, or a part of what it is about, or that of the other one.
                self._draft.take("signed", Reading(None, Problem("uncertain-reading", (), text)))
        if found.value is None or is_of_other:
            return None
        self._given.cells.update({**cells, **self._given.cells})
        return found

    def _has_period(self, text: str) -> bool:
        title = self._title_of(text).value
        return title is not None and title.period is not None

    # --- kind and sides ---

    def _kind(self) -> None:
        title = self._draft.title
        named: Reading[AgreementKind] = Reading(title.kind if title else None)
        named = self._given.uncertain("kind", named)
        if self._is_undocumented():
            self._given.take("kind", Reading(AgreementKind.CONTACT), "title")
        elif "kind" in self._given.cells:
            stated = self._cells.kind(self._given.cells["kind"])
            source = "kind"
            if named.value and stated.value and named.value is not stated.value:
                stated, source = self._of_both_kinds(stated, named), "title"
            elif stated.value is None and named.value:
                stated, source = named, "title"
            elif stated.value is None and self._is_of_towns():
                stated = attrs.evolve(stated, value=AgreementKind.TWINNING)
                if is_partnership(self._given.text("kind"), self._lang):
                    stated = Reading(AgreementKind.TWINNING)
            self._given.take("kind", stated, source)
            if title is None and any(map(str.isdigit, self._given.text("kind"))):
                # For which years a plan is: no field has it.
                self._given.keep("kind")
        elif named.value is None and "twin" in self._given.cells:
            self._given.take("kind", Reading(AgreementKind.TWINNING), "twin")
        elif named.value is None:
            self._kind_of_list()
        else:
            self._given.take("kind", named, "title")

    def _is_of_towns(self) -> bool:
        """Whether the partner stands in a column of towns, or of what are nearly all towns."""
        is_told = self._given.told is PartnerKind.CITY and "partner" in self._given.cells
        return is_told or not self._given.cells.keys().isdisjoint({"twin", "city"})

    def _is_undocumented(self) -> bool:
        """Whether the title or the column of kinds only says that there is no document."""
        title = self._draft.title
        is_named = title is not None and len(title.sides) > 1
        texts = map(self._given.text, ("title", "kind"))
        return not is_named and any(is_undocumented(one, self._lang) for one in texts)

    def _kind_of_list(self) -> None:
        """The kind that all documents have, by a heading or because somebody has said it."""
        text = self._given.text("title")
        kind = self._kind_stated or self._given.section.kind
        if kind is not None and (self._kind_stated or self._leaves_out_kind(text)):
            self._given.take("kind", Reading(kind), "title")
        elif text:
            likely = kind or self._kind_of_header()
            problem = Problem("no-document-kind", (), text)
            self._given.take("kind", Reading(likely, problem), "title")
        else:
            told = self._given.columns.kind_of_days(self._lang)
            unknown = None if told else Problem("no-kind-in-list")
            self._given.take("kind", Reading(told, unknown), "title")

    def _leaves_out_kind(self, text: str) -> bool:
        """Whether a title has no word of its own for what it is: "On trade", "Jena – Lugoj"."""
        words = Text(text, self._lang)
        title = self._draft.title
        if not words.words or (title and title.sides):
            return True
        first = words.after_article(0, len(words.words) - 1)
        named = read_party(text, self._lang, self._own)
        return (
            any(words.role(first, role) for role in ("about", "between", "on", "with"))
            or named.partner is not None
            or named.kind is not None
        )

    def _kind_of_header(self) -> AgreementKind | None:
        """The kind that the header of the titles names: list of agreements."""
        words = self._given.column("title").split()
        found = (find(word, self._lang, type=AgreementKind) for word in words)
        kinds = {one.value for answers in found for one in answers[:1] if one.is_certain}
        return kinds.pop() if len(kinds) == 1 else None

    def _of_both_kinds(
        self, stated: Reading[AgreementKind], named: Reading[AgreementKind]
    ) -> Reading[AgreementKind]:
        """The kind by the column and by the title, where these differ."""
        if "kind" in self._given.stated:
            return stated
        if self._given.is_one_kind:
            # What a column says of all documents alike is a word for them all.
            self._given.keep("kind")
            return named
        # Of two names of which one is the end of the other, this says more: Rahmenabkommen.
        both = [(one, fold(one.value.label(self._lang))) for one in (named, stated) if one.value]
        for (one, label), (_, other) in (both, both[::-1]):
            if label.endswith(other) and label != other:
                return attrs.evolve(one, problem=None)
        title = self._draft.title
        if fold(self._given.text("kind")) in heading_words("programme", self._lang):
            # What is exchanged, rather than by what it was agreed.
            return named
        words = [
            title.designation or "" if title else "",
            *(one.label(self._lang) for one in (named.value,) if one),
        ]
        said = fold(self._given.text("kind"))
        if any(fold(one).startswith(said) or fold(one).endswith(said) for one in words):
            # The title says more: an agreement on twinning, a framework agreement.
            return named
        kinds = [one.value for one in (named, stated) if one.value]
        labels = tuple(one.label(self._lang) for one in kinds)
        problem = self._given.contradiction(labels[1], "title", labels[0])
        return Reading(named.value, problem, labels)

    def _both_sides(self) -> None:
        texts = {
            name: text_of(self._given.cells[name]) for name in PARTIES if name in self._given.cells
        }
        is_stated = {"side_a", "side_b"} <= set(self._given.stated)
        section = self._given.section
        if section.country and "country" not in texts:
            texts["country"] = section.country
        title = None if is_stated else self._draft.title
        party = section.party or self._given.told
        if party is None and self._draft.values.get("kind") is AgreementKind.TWINNING:
            party = self._kind_of_places()
        elif party is None and self._may_be_town(texts):
            party = PartnerKind.CITY
        columns = self._given.columns
        hints = Hints(
            party,
            columns.countries,
            of_states=self._is_of_states(),
            names_body=self._names_body(title),
            has_only_countries=has_only_countries(columns.fields.values()),
        )
        told = self._sides.sides(title, texts, hints)
        self._given.take("sides", told.reading, told.field)
        if told.reading.value and "kind" not in self._given.stated:
            self._use_kind_of_others({who.kind for side in told.reading.value for who in side})

    def _may_be_town(self, texts: Mapping[str, str]) -> bool:
        """Whether a partner among towns, in a country that is said, has a name as these have.

        That of a town has towns as partners, in the country behind their names.
        """
        if self._sides.is_of_town and is_place_in_country(texts.get("partner", ""), self._lang):
            return True
        words = texts.get("partner", "").replace("-", " ").split()
        is_name = 0 < len(words) <= _LONGEST_NAME and all(
            word.isalpha() and word.istitle() for word in words
        )
        if not (is_name and "country" in texts and self._given.are_towns):
            return False
        named = read_party(" ".join(words), self._lang, self._own)
        return named.kind is None and named.partner is None

    def _kind_of_places(self) -> PartnerKind:
        """What is twinned: towns, unless the word for it says what else: Bezirkspartnerschaft."""
        words = fold(self._given.text("kind"))
        for kind in (PartnerKind.DISTRICT, PartnerKind.REGION):
            names = map(fold, lexicon(self._lang).names("vocabulary", f"partner_kind.{kind}"))
            if words.startswith(tuple(names)):
                return kind
        return PartnerKind.CITY

    def _is_of_states(self) -> bool:
        """Whether states make documents of that kind, and no bodies are said to have made it."""
        title = self._draft.title
        if self._draft.values.get("kind") not in _TREATIES or (title and title.level):
            return False
        words = Text(title.text if title else "", self._lang)
        roles = ("between", "with")
        # With a protocol: that is no party.
        others = {n - 1 for n, one in enumerate(words.words) if one.key in kind_names(self._lang)}
        places = [i for i in range(len(words.words)) if i not in others]
        return not any(words.role(i, one) for i in places for one in roles)

    def _names_body(self, title: ParsedTitle | None) -> bool:
        """Whether a title says that bodies signed it, which are none of the parties that it names.

        It names one, not as its subject, or says that it is one of ministries; or in another
        language, that governments signed it.
        """
        if title is None or title.sides:
            return False
        words = {fold(word.text) for word in Text(title.text, self._lang).words}
        if title.level or not words.isdisjoint(grammar(self._lang).words("government.foreign")):
            return True
        # Whom it names in what looks like its subject, the parser doubts.
        subject = None if "sides" in title.uncertain else title.subject
        text = title.text.replace(subject, "") if subject else title.text
        names = KnownNames(Text(text, self._lang), None)
        return any(head.kind in _BODIES for head in names.heads(0, len(names.text.words)))

    def _use_kind_of_others(self, parties: Collection[PartnerKind]) -> None:
        """Take what is called a treaty for what it is between those who make none.

        In some languages it is one word for both: a contract or, of towns, one of friendship.
        """
        number = next((n for n, one in enumerate(self._draft.findings) if one.field == "kind"), -1)
        found = self._draft.findings[number]
        is_doubtful = found.problem is not None and found.problem.code != "uncertain-reading"
        if found.value not in _CALLED_ALIKE or is_doubtful or not _STATES.isdisjoint(parties):
            return
        if found.value is AgreementKind.TWINNING and not _OF_TOWNS.isdisjoint(parties):
            return
        title = with_kind_in_full(self._given.text("title"), self._lang)
        words = f"{self._kind_in_full()} {title}"
        if all(one in _OF_TOWNS for one in parties) and is_friendly(words, self._lang):
            kind = AgreementKind.FRIENDSHIP
        elif all(one in _OF_TOWNS for one in parties) and self._is_about_partnership():
            kind = AgreementKind.TWINNING
        elif _names_contract(words, self._lang) or not (found.text or found.column):
            kind = AgreementKind.CONTRACT
        elif found.value is AgreementKind.TWINNING:
            kind = AgreementKind.AGREEMENT
        else:
            return
        self._draft.findings.pop(number)
        self._draft.take("kind", Reading(kind), found.column, found.text)

    def _kind_in_full(self) -> str:
        text = self._given.text("kind")
        return next(in_full(text, self._lang), text)

    def _is_about_partnership(self) -> bool:
        title = self._draft.title
        return bool(title and title.subject and is_about_partnership(title.subject, title.lang))

    def _number(self) -> None:
        if "number" in self._given.cells:
            text = self._given.text("number")
            self._draft.values["number"] = text
            name = self._given.column("number")
            self._draft.findings.append(Finding("number", name, text, text, is_taken=True))

    def _subject(self) -> bool:
        """Read the column of subjects; true if it tells the sectors, which all languages have."""
        if "subject" not in self._given.cells:
            return False
        self._given.take("subject", Reading(self._given.text("subject")))
        if "sectors" not in self._given.cells:
            sectors = self._cells.sectors(self._given.cells["subject"])
            if sectors.is_certain:
                return self._given.take("sectors", sectors, "subject")
        return False

    def _sectors(self) -> None:
        """Take them from the column that has them, from the title, or from where else they are."""
        if "sectors" in self._given.cells and self._from_column():
            return
        title = self._draft.title
        if title and title.sectors:
            named: Reading[tuple[Sector, ...]] = Reading(title.sectors)
            self._given.take("sectors", self._given.uncertain("sectors", named), "title")
            return
        for header, source, sectors in self._elsewhere():
            if sectors:
                self._draft.take("sectors", Reading(sectors), header, source)
                return
        if self._draft.is_document:
            self._ask_for_sectors()

    def _ask_for_sectors(self) -> None:
        """Ask what a subject belongs to that says more than cooperation, and tells no sector."""
        given = self._given
        if "sectors" in given.cells and self._says_no_field():
            return
        # What is cut short in the name of a kind is no subject; letters are those of a faculty.
        texts = {
            "sectors": given.text("sectors"),
            "subject": given.text("subject"),
            "title": "",
            "kind": self._kind_in_full(),
        }
        titles = {
            field: self._title_of(text).value if text and not is_abbreviation(text) else None
            for field, text in texts.items()
        }
        titles["title"] = self._draft.title
        # Of what changes a document, that one has the subject.
        said = ((field, of) for field, one in titles.items() if one for of in (one, *one.amends))
        for field, title in said:
            if field == "kind" and title.kind is None:
                # A word for a kind that only headings have is no subject: Städtekontakt.
                continue
            if title.subject and not title.sectors and _are_doubted(title):
                problem = Problem("no-sector-known", (), title.subject)
                reading = Reading[tuple[Sector, ...]](problem=problem)
                self._draft.take("sectors", reading, given.column(field), given.text(field))
                return

    def _from_column(self) -> bool:
        cell = self._given.cells["sectors"]
        reading = self._cells.sectors(cell)
        if reading.problem is None or reading.problem.code != "unknown-sector":
            self._given.take("sectors", reading)
            return True
        if self._says_no_field():
            self._given.keep("sectors")
            return False
        if kinds_of_header(self._given.column("sectors"), self._lang):
            # Whose document it is: Lead Ministry.
            self._given.keep("sectors")
        else:
            # What is no sector is a subject nevertheless.
            self._draft.values.setdefault("subject", self._given.text("sectors"))
        return bool(reading.value) and self._given.take("sectors", Reading(reading.value))

    def _says_no_field(self) -> bool:
        """Whether the column of fields names none; who is responsible says nothing of it either."""
        cell, text = self._given.cells["sectors"], self._given.text("sectors")
        office = read_party(text, self._lang, None).kind
        is_office = office is not None and not office.is_territory
        return self._cells.says_no_field(cell) or (
            is_office and not self._cells.sectors(cell).value
        )

    def _elsewhere(self) -> Iterator[tuple[str, str, tuple[Sector, ...]]]:
        """The sectors that other cells tell of, each with its header and its text."""
        given = self._given
        if "subject" in given.cells:
            reading = self._cells.sectors(given.cells["subject"])
            yield given.column("subject"), given.text("subject"), reading.value or ()
        if "kind" in given.cells:
            kind = self._title_of(given.text("kind")).value
            is_sure = kind is not None and "sectors" not in kind.uncertain
            sectors = kind.sectors if kind and is_sure else ()
            yield given.column("kind"), given.text("kind"), sectors
        for column, header in sorted(given.columns.names.items()):
            text = self._draft.extra.get(given.keys.get(column, ""))
            if isinstance(text, str) and is_faculty(header):
                yield header, text, self._cells.sectors_of_faculty(text)
        note = given.text("note")
        if " " in note and are_fields(Text(note, self._lang)):
            # One word may be a remark: press.
            yield given.column("note"), note, self._cells.sectors(note).value or ()

    def _common_subject(self) -> None:
        """Take what the title is about, where all languages have a name for it."""
        title, values = self._draft.title, self._draft.values
        if title is None or "subject" in values or not title.uncertain.isdisjoint(_ABOUT):
            return
        named = common_subject(title.text, title.subject, title.lang, values.get("kind"))
        self._given.take("subject", Reading(named), "title")

    # --- texts ---

    def _texts(self) -> None:
        for field in ("note", "url"):
            if field in self._given.cells:
                self._given.take(field, Reading(self._given.text(field)))
        if "languages" in self._given.cells:
            self._given.take("languages", self._cells.languages(self._given.cells["languages"]))


def _divided(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to take a line apart, each with the sign between the parts."""
    for cut in chain.from_iterable(one.finditer(text) for one in _SIGNS):
        yield text[: cut.start()], text[cut.end() :], cut[0].strip()
    if bracket := _IN_BRACKETS.fullmatch(text):
        yield bracket[1], bracket[2], "("


def _are_doubted(title: ParsedTitle) -> bool:
    """Whether a subject tells no sector that is known; what may be a party has none."""
    return "sectors" in title.uncertain and "subject" not in title.uncertain


def _names_contract(text: str, lang: str) -> bool:
    """Whether a word for contracts stands in a text, be it at the end of another one."""
    names = tuple(map(fold, lexicon(lang).names("vocabulary", "agreement_kind.contract")))
    stems = grammar(lang)
    ends = tuple(stems.stem(one) for one in names if " " not in one)
    return any(stems.stem(word).endswith(ends) for word in fold(text).split())
