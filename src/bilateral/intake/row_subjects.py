"""What the title and the cells of a row say about a document: sides, sectors, texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.abbreviations import is_abbreviation
from bilateral.intake.cells import Cells
from bilateral.intake.fields_of_parties import field_of, shared
from bilateral.intake.findings import Finding, Reading, attempt
from bilateral.intake.given import Given
from bilateral.intake.layout.headers import OTHER_SIDE, is_faculty
from bilateral.intake.layout.heading_words import is_about_partnership, is_friendly, is_partnership
from bilateral.intake.layout.party_columns import kinds_of_header
from bilateral.intake.places import is_place_in_country
from bilateral.intake.project_titles import as_partnership
from bilateral.intake.questions import Answers
from bilateral.intake.remarks import Remarks
from bilateral.intake.short_fields import fields_in_full
from bilateral.intake.short_kinds import in_full, kind_names, written_out
from bilateral.intake.sides import BothSides, Hints, SideReader
from bilateral.intake.spellings import Who
from bilateral.intake.tails import Tails
from bilateral.intake.telling import OF_PARTNERS, has_only_countries
from bilateral.intake.validity import Validities
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.names import Names
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import read_party
from bilateral.reading.subjects import are_fields, sectors_about
from bilateral.reading.title_parts.attributes_of_kinds import meant_by
from bilateral.reading.title_parts.makers import TOWNS
from bilateral.reading.title_parts.subjects import common_subject
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.sectors import Sector
from bilateral.wire.sheets.protection import text_of

__all__ = ["PARTIES", "Readers", "RowSubject"]

# Shorter titles stand in many rows: memorandum of understanding.
_REPEATED = 80
# The words of a name that may be that of a town.
_LONGEST_NAME = 2
# Between remarks, and what one word among them may be instead of a field.
_REMARKS = re.compile(r"\s*[,;]\s+")
_OF_REMARKS = frozenset(
    {
        "archives",
        "digital",
        "finance",
        "foreign_policy",
        "governance",
        "law_security",
        "legal_aid",
        "libraries",
        "media",
        "post",
        "science",
        "telecom",
    }
)
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
    remarks: Remarks
    tails: Tails
    sides: SideReader
    own: Names | None
    kind: AgreementKind | None
    answers: Answers
    is_of_body: bool = False
    _titles: dict[str, Reading[ParsedTitle]] = attrs.field(
        factory=dict[str, Reading[ParsedTitle]], init=False
    )
    _long: dict[str, Reading[ParsedTitle]] = attrs.field(
        factory=dict[str, Reading[ParsedTitle]], init=False
    )

    def title(self, text: str) -> Reading[ParsedTitle]:
        """A title as it is read; the same text is read once, a long one once in its row."""
        for known in (self._titles, self._long):
            if text in known:
                return known[text]
        whole = written_out(text, self.lang)
        found = attempt(lambda: parse_title(whole, self.lang, dossier=self.own))
        found = self._of_project(text, found)
        if len(text) > _REPEATED:
            self._long.clear()
            self._long[text] = found
        else:
            self._titles[text] = found
        return found

    def _of_project(self, text: str, found: Reading[ParsedTitle]) -> Reading[ParsedTitle]:
        """A title without a document that says what two do together, with who these are."""
        title = found.value
        is_document = title is None or (title.kind and "kind" not in title.uncertain)
        whole = None if is_document else as_partnership(text, self.lang)
        other = parse_title(whole, self.lang, dossier=self.own) if whole else None
        if title is None or other is None or other.kind is not AgreementKind.PROJECT_PARTNERSHIP:
            return found
        # When they did it, nobody signed it.
        doubts = other.uncertain - {"date", "kind", "sectors", "subject"}
        sectors = title.sectors or other.sectors
        return Reading(attrs.evolve(other, text=text, sectors=sectors, date=None, uncertain=doubts))


class RowSubject:
    """Reads between whom a document is and about what."""

    def __init__(self, given: Given, readers: Readers) -> None:
        self._given, self._draft = given, given.draft
        self._cells, self._sides = readers.cells, readers.sides
        self._lang, self._own = readers.lang, readers.own
        self._title_of, self._validities = readers.title, readers.validities
        self._remarks = readers.remarks

    def read(self) -> None:
        """Read it into the draft, whose title and kind are known."""
        self._both_sides()
        self._number()
        if not self._subject():
            self._sectors()
        self._common_subject()
        self._texts()

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
            of_states=self._is_of_states() and not self._lacks_partner(texts),
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
        keys, names = [*(word.key for word in words.words), ""], kind_names(self._lang)
        # With a protocol: that is no party.
        return all(keys[i + 1] in names for role in ("between", "with") for i in words.places(role))

    def _lacks_partner(self, texts: Mapping[str, str]) -> bool:
        """Whether a row has no partner where nearly all others have one, and no subject."""
        title = self._draft.title
        is_bare = title is None or not title.subject
        return is_bare and self._given.columns.has_partners and OF_PARTNERS.isdisjoint(texts)

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
        are_towns = all(one in _OF_TOWNS for one in parties)
        if found.value is None and are_towns and is_partnership(found.text, self._lang):
            self._put_kind(number, AgreementKind.TWINNING)
            return
        is_doubtful = found.problem is not None and found.problem.code != "uncertain-reading"
        if found.value not in _CALLED_ALIKE or is_doubtful or not _STATES.isdisjoint(parties):
            return
        if found.value is AgreementKind.TWINNING and not _OF_TOWNS.isdisjoint(parties):
            return
        title = written_out(self._given.text("title"), self._lang)
        words = f"{self._kind_in_full()} {title} {written_out(found.text, self._lang)}"
        if are_towns and is_friendly(words, self._lang):
            kind = AgreementKind.FRIENDSHIP
        elif are_towns and self._is_about_partnership():
            kind = AgreementKind.TWINNING
        elif _names_contract(words, self._lang) or not (found.text or found.column):
            kind = AgreementKind.CONTRACT
        elif found.value is AgreementKind.TWINNING:
            kind = AgreementKind.AGREEMENT
        else:
            return
        self._put_kind(number, kind)

    def _put_kind(self, number: int, kind: AgreementKind) -> None:
        """Take a kind instead of that which has been found."""
        found = self._draft.findings.pop(number)
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
            kinds = {who.kind for who in chain(*self._sides_read())}
            shared = self._shared_field() if self._says_only_technical(title) else None
            of_title = shared or (*meant_by(title.sectors, kinds),)
            named: Reading[tuple[Sector, ...]] = Reading(of_title)
            self._given.take("sectors", self._given.uncertain("sectors", named), "title")
            return
        for header, source, sectors in self._elsewhere():
            if sectors:
                self._draft.take("sectors", Reading(sectors), header, source)
                return
        if self._draft.is_document:
            self._ask_for_sectors()

    def _says_only_technical(self, title: ParsedTitle) -> bool:
        """Whether a subject is cooperation that any two may have in their field: technical."""
        words = Text(title.subject or "", title.lang)
        plain = words.grammar.stems_of("attribute_of_kind") | words.grammar.stems_of("cooperation")
        return bool(words.words) and all(one.stem in plain for one in words.words)

    def _ask_for_sectors(self) -> None:
        """Ask what a subject belongs to that says more than cooperation, and tells no sector.

        Where nothing says more, it is the field of both sides.
        """
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
                in_full = fields_in_full(title.subject, title.lang).strip()
                if not in_full:
                    # Cooperation is no field: coop., сотр.
                    continue
                found = sectors_about(in_full, title.lang) or self._field_of_parties()
                problem = None if found else Problem("no-sector-known", (), title.subject)
                reading = Reading[tuple[Sector, ...]](found, problem)
                self._draft.take("sectors", reading, given.column(field), given.text(field))
                return
        if shared := self._shared_field():
            field = next(one for one in ("title", *PARTIES) if one in given.cells)
            self._draft.take("sectors", Reading(shared), given.column(field), given.text(field))

    def _field_of_parties(self) -> tuple[Sector, ...] | None:
        """The sectors in which parties work of which nothing says more: museums, hospitals.

        Those that work in none of their own leave it to the others.
        """
        found = {*map(self._field_of, chain(*self._sides_read()))} - {()}
        return found.pop() if len(found) == 1 else self._shared_field(is_exact=True)

    def _shared_field(self, *, is_exact: bool = False) -> tuple[Sector, ...] | None:
        """The sectors in which both sides work: ministries of health, schools of mines."""
        first, second = map(self._named, self._sides_read())
        return shared(first, second, self._lang, is_exact=is_exact) or None

    def _field_of(self, who: Who) -> tuple[Sector, ...]:
        return field_of(who.kind, self._sides.name_of(who), self._lang)

    def _named(self, side: Collection[Who]) -> list[tuple[PartnerKind, str]]:
        return [(who.kind, self._sides.name_of(who)) for who in side]

    def _sides_read(self) -> BothSides:
        sides: BothSides = self._draft.values.get("sides", ((), ()))
        return sides

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
        yield given.column("note"), given.text("note"), tuple(self._in_remarks())

    def _in_remarks(self) -> Iterator[Sector]:
        """The sectors of the document that a remark names, and of remarks that are no more.

        Climate action, no papers.
        """
        note = self._given.text("note")
        named = self._remarks.document(note, self._given.text("signed"))
        yield from named.sectors if named and "sectors" not in named.uncertain else ()
        note = fields_in_full(note, self._lang)
        # Renewable: that is no energy; nor is what is signed by the mayor local government.
        clause = self._validities.tells_nothing_else
        said = ((one, Text(one, self._lang)) for one in _REMARKS.split(note))
        told = (one for one, words in said if are_fields(words) and not words.role(0, "signed"))
        parts = [one for one in told if not clause(one)]
        for one in (note,) if are_fields(Text(note, self._lang)) else parts:
            for sector in self._cells.sectors(one).value or ():
                # One word may say where the document is, or who cares for it: press, in archives.
                is_said = " " in one and not Text(one, self._lang).is_small(0)
                if is_said or sector.code not in _OF_REMARKS:
                    yield sector

    def _common_subject(self) -> None:
        """Take what the title is about, where all languages have a name for it."""
        title, values = self._draft.title, self._draft.values
        if title is None or "subject" in values or not title.uncertain.isdisjoint(_ABOUT):
            return
        named = common_subject(title.text, title.subject, title.lang, values.get("kind"))
        self._given.take("subject", Reading(named), "title")

    def _texts(self) -> None:
        for field in ("note", "url"):
            if field in self._given.cells:
                self._given.take(field, Reading(self._given.text(field)))
        if "languages" in self._given.cells:
            self._given.take("languages", self._cells.languages(self._given.cells["languages"]))


def _are_doubted(title: ParsedTitle) -> bool:
    """Whether a subject tells no sector that is known; what may be a party has none."""
    return "sectors" in title.uncertain and "subject" not in title.uncertain


def _names_contract(text: str, lang: str) -> bool:
    """Whether a word for contracts stands in a text, be it at the end of another one."""
    names = tuple(map(fold, lexicon(lang).names("vocabulary", "agreement_kind.contract")))
    stems = grammar(lang)
    ends = tuple(stems.stem(one) for one in names if " " not in one)
    return any(stems.stem(word).endswith(ends) for word in fold(text).split())
