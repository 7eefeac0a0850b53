"""Headings above and between the rows of a list, and what they say of the rows below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.layout.ditto import is_same
from bilateral.intake.layout.heading_words import (
    SEVERAL,
    begins_with,
    begins_word,
    first_words,
    heading_words,
    is_sum,
    is_undocumented,
    longest_known,
    named_kind,
    names_one,
    words_of,
)
from bilateral.intake.project_titles import as_partnership
from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.candidates import PARTNERS, Match
from bilateral.reading.finding import certain
from bilateral.reading.parties import read_party
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text

__all__ = [
    "Heading",
    "Section",
    "heading_above",
    "is_record",
    "names_document",
    "read_heading",
    "tells_signatories",
]

# What leads to what an office or a document is about.
_LEADING = ("of", "preposition", "with", "between")
_OFFICE_END = re.compile(r"\s+[-–—]\s+|\s*[:;|,]\s")
# Between a partner and what there is with it, and what stands behind a name.
_BESIDE = re.compile(r"\s*[,:(]\s*|\s+[-–—]\s+")
_PAIR = re.compile(r"\s+(?:[/&–—-]|and|und|и)\s+")
# What numbers a heading, and what ends it.
_NUMBERING = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-zА-Яа-я])[.)]\s+", re.ASCII)
# A line in brackets is no record: (to be continued); nor is one between dashes, if there is no
# document: — talks with Lima, nothing signed yet —.
_ASIDE = re.compile(r"\s*\([^()\d]{2,}\)[.\s]*")
_DASHED = re.compile(r"\s*[-–—]+\s+\D+?\s+[-–—]+\s*")
# What a mark or a colour in the list means: yellow = to be settled.
_LEGEND = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+)?\s*=\s*[^\W\d_][^=]*")
_ENDING = re.compile(r"\s*(?:\(\s*\d+\s*\))?\s*[:.]?\s*\Z")
# A name, and what stands in brackets behind it.
_IN_BRACKETS = re.compile(r"([^()\[\]]+?)\s*[(\[]\s*([^()\[\]]*\w[^()\[\]]*)[)\]]")
# Words, and others behind them that say by what the first are bound.
_BY_WHAT = re.compile(r"([^():]+?)\s*(?:\(|:\s|\s[-–—]\s)\s*([^():]+)\)?")
# A year, or a span of years.
_YEAR = re.compile(r"\D{0,5}(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)?\d\d)?\D{0,6}", re.ASCII)
_NOTE_MARKS = frozenset("*†‡¹²³")
_CONJUNCTION = 3
# What only towns have, or with others as they do.
_OF_TOWNS = frozenset(
    {
        AgreementKind.CONTACT.value,
        AgreementKind.FRIENDSHIP.value,
        AgreementKind.PROJECT_PARTNERSHIP.value,
        AgreementKind.TWINNING.value,
    }
)
_TWINNED = frozenset({AgreementKind.FRIENDSHIP, AgreementKind.TWINNING})
_LONGEST = 200


@attrs.frozen
class Heading:
    """What a heading says: the kind of the documents below, the country and kind of the partners.

    ``place`` is a part of the world, ``year`` a year: they are headings for certain, but say
    nothing of the documents. Of ``several`` kinds of documents or parties, by the name of that
    field, none holds for all below. ``signed`` is when and where all below were signed. One that
    ``is_rest`` has the others below it. One that ``is_note`` is a sum or a note, and no heading
    at all.
    """

    kind: AgreementKind | None = None
    country: str | None = None
    party: PartnerKind | None = None
    place: str | None = None
    year: str | None = None
    several: str | None = None
    signed: str | None = None
    is_rest: bool = False
    is_note: bool = False

    def said(self) -> dict[str, Any]:
        """What it says, by name; nothing if it may be no heading."""
        return {name: value for name, value in attrs.asdict(self).items() if value}


# What is said by all the words of a heading, by the row of the table that has them.
_WHOLE = {"others": Heading(is_rest=True), "any_kind": Heading(several="kind")}


class Section:
    """The headings that hold for the next row.

    ``whole`` is what stands above all rows. A heading replaces the one before that said the
    same, and all that came below that one.
    """

    def __init__(self, whole: Heading | None = None) -> None:
        self._whole = whole or Heading()
        self._said: dict[str, Any] = {}
        self._order: list[str] = []
        # Whether the country is that with which they met on an occasion.
        self._is_met = False
        # Where and when the document above was signed.
        self._where: str | None = None
        self._when: str | None = None

    def where(self, place: str | None) -> str | None:
        """The place of the next row, which is that of the one above if it only says so.

        >>> section = Section()
        >>> section.where("Minsk"), section.where("ebenda")
        ('Minsk', 'Minsk')
        """
        if place is None or not is_same(place):
            self._where = place or self._where
            return place
        return self._where

    def when(self, day: str | None) -> str | None:
        """The day of the next row, in the same way; what only says so where there is none."""
        self._when = day if day is None or not is_same(day) else self._when or day
        return self._when

    def enter(self, heading: Heading) -> None:
        """Begin what a heading is above; one of which nothing is known ends all before it."""
        if heading.is_note:
            return
        # Of the others, what the headings before them say does not hold.
        said = {} if heading.is_rest else heading.said()
        # The day of an occasion holds for what was signed there, up to the next heading.
        self._said.pop("signed", None)
        if self._is_met:
            self._said.pop("country", None)
        self._is_met = bool(heading.signed and heading.country)
        ended = said.pop("several", None)
        names = [*said, *filter(None, [ended])]
        self._order += [name for name in names if name not in self._order]
        highest = min(map(self._order.index, names), default=0)
        for name in self._order[highest:]:
            self._said.pop(name, None)
        if heading.place or heading.party is PartnerKind.INTERNATIONAL_ORG:
            # A continent is no part of a country, and they are in none, be they in a list of such.
            self._said.pop("country", None)
        self._said |= said

    @property
    def kind(self) -> AgreementKind | None:
        """The kind of the documents."""
        kind: AgreementKind | None = self._said.get("kind", self._whole.kind)
        return kind

    @property
    def country(self) -> str | None:
        """The country of the partners, by its code."""
        country: str | None = self._said.get("country")
        return country

    @property
    def signed(self) -> str | None:
        """When and where the documents were signed, as a heading says it."""
        signed: str | None = self._said.get("signed")
        return signed

    @property
    def party(self) -> PartnerKind | None:
        """The kind of the partners."""
        party: PartnerKind | None = self._said.get("party", self._whole.party)
        if party is None and self.kind is AgreementKind.TWINNING:
            return PartnerKind.CITY
        return party


def read_heading(text: str, lang: str) -> Heading:
    """What a text says if it is a heading.

    >>> read_heading("II. Memoranda of understanding:", "en").kind
    <AgreementKind.MOU: 'mou'>
    >>> read_heading("Германия", "ru").country
    'DE'
    """
    bare = _ENDING.sub("", _NUMBERING.sub("", tidy(text)))
    if not bare or len(bare) > _LONGEST:
        return Heading()
    is_aside = _ASIDE.fullmatch(text) is not None and text.strip()[1].islower()
    is_aside = is_aside or (_DASHED.fullmatch(text) is not None and is_undocumented(text, lang))
    is_marked = text.lstrip()[:1] in _NOTE_MARKS
    is_marked = is_marked or _LEGEND.fullmatch(bare) is not None
    if is_sum(text, lang) or begins_with(text, "note", lang) or is_marked or is_aside:
        return Heading(is_note=True)
    if _YEAR.fullmatch(bare):
        return Heading(year=bare)
    for row, heading in _WHOLE.items():
        if fold(bare) in heading_words(row, lang):
            return heading
    bare_words = _without_office(bare, lang)
    said = _by_documents(bare_words, lang) or _of_words(bare_words, lang)
    # America is a continent above the rows of a list, though many say it for one state in it.
    country = None if said.place else _country(bare, lang) or _abbreviated(bare, lang)
    if country is None and _are_states(bare, lang):
        # Of which of them a partner is, nobody says.
        return Heading(place=fold(bare))
    is_any = begins_with(bare, "documents", lang) and not said.said()
    return Heading(country=country) if country else _WHOLE["any_kind"] if is_any else said


def tells_signatories(text: str, lang: str) -> bool:
    """Whether a text says of the documents below it who has signed them, and nothing else.

    >>> tells_signatories("Signed by our departments:", "en"), tells_signatories("Signed:", "en")
    (True, False)
    """
    words = Text(text, lang)
    is_said = len(words.words) > 1 and words.role(0, "dated") and text.rstrip().endswith(":")
    # Signed, but not in force: that is something else.
    others = {*lexicon(lang).listed("list_validity", "negation")}
    is_plain = "," not in text and others.isdisjoint(map(fold, text.split()))
    return bool(is_said) and is_plain


def is_record(text: str, heading: Heading, lang: str) -> bool:
    """Whether a text names a document of its own, though it may be a heading.

    >>> text = "Memoranda of understanding"
    >>> is_record(text, read_heading(text, "en"), "en")
    False
    """
    if (heading.kind and _is_in_state(text, lang)) or _is_one(text, heading, lang):
        return True
    names = SEVERAL.split(text)
    if len(names) > 1 and all(named_kind(one, lang) for one in names):
        # Twin towns and partner towns are no two parties.
        return False
    if heading.country or heading.place or heading.year or heading.is_rest or heading.is_note:
        return False
    forms = (_has_kind_behind, _has_pair_behind, _is_with_one, as_partnership)
    if any(one(text, lang) for one in forms):
        return True
    # No heading is so long that it cannot be read.
    found = parse_title(text, lang)
    # Abkommen is singular and plural, but with one body, or of one year, there is one.
    is_single = any(
        party.country
        and (found.period or party.kind not in (None, PartnerKind.STATE))
        and _of_words(party.text, lang).party is None
        for party in found.parties
    )
    says_more = bool(found.subject) or any(
        party.kind is not PartnerKind.STATE for party in found.parties
    )
    is_single = is_single or (says_more and names_one(found.designation, lang))
    return names_document(text, heading, lang) or is_single or found.date is not None


def _has_kind_behind(text: str, lang: str) -> bool:
    """Whether a partner stands before a word for a kind: Rajon Uschhorod, Klimapartnerschaft."""
    for cut in _BESIDE.finditer(text):
        party = read_party(before := text[: cut.start()], lang, None)
        is_body = party.kind not in (None, PartnerKind.STATE) and not _of_words(before, lang).said()
        if is_body and named_kind(first_words(text[cut.end() :]), lang):
            return True
    return False


def _has_pair_behind(text: str, lang: str) -> bool:
    """Whether two parties stand behind a sign: Friendship: Port of Otago & Port of Otaru."""
    _, _, names = text.partition(": ")
    pair = [one for one in _PAIR.split(names) if one[:1].isupper()]
    parties = [read_party(one, lang, None) for one in pair]
    is_known = any(one.kind not in (None, PartnerKind.STATE) for one in parties)
    return is_known and len(parties) == len(("one", "other"))


def _is_with_one(text: str, lang: str) -> bool:
    """Whether behind "with" stands one that is no state and tells where it is, and a sign."""
    words = Text(text if first_words(text) != text else "", lang)
    ends = (i + n for i, n in words.places("with").items() if i)
    count = len(words.words)
    names = (first_words(words.span(end, count)) for end in ends if end < count)
    parties = (read_party(one, lang, None) for one in names if not _of_words(one, lang).said())
    return any(one.country and one.kind is not PartnerKind.STATE for one in parties)


def _is_one(text: str, heading: Heading, lang: str) -> bool:
    """Whether what looks like a place or a note is a document with both its sides.

    MoU between A and the States of B; Notes exchanged between A and B. Some are called as several
    are, but these are about nothing: Abkommen zwischen A und B über C.
    """
    title = parse_title(text, lang) if heading.place or heading.is_note else None
    if title is None or not title.designation or len(title.sides) <= 1:
        return False
    is_begun = heading.place is not None or text.startswith(title.designation)
    says_more = title.subject or title.date or title.amends
    return is_begun and bool(says_more or names_one(title.designation, lang))


def _is_in_state(text: str, lang: str) -> bool:
    """Whether a state in brackets behind a name says where that is: Kontakt zu Arras (Frankreich).

    Behind a word for several, it is that of all below: Städtepartnerschaften (Frankreich).
    """
    found = _IN_BRACKETS.fullmatch(text)
    if found is None or not certain(found[2], lang, ("country",)):
        return False
    name = words_of(found[1])[-1:]
    return bool(name) and not longest_known(name, lang)[1]


def names_document(text: str, heading: Heading, lang: str) -> bool:
    """Whether a text names a kind of its own, or two sides.

    >>> names_document("Treaty of peace", Heading(), "en")
    True
    """
    found = parse_title(text, lang)
    is_named = heading.kind is not None or heading.several == "kind"
    return (found.kind is not None and not is_named) or len(found.sides) > 1


def heading_above(texts: Iterable[str], lang: str) -> Heading:
    """What the texts above a list say of all its rows, where they do not differ."""
    found = [read_heading(text, lang) for text in texts]
    kinds = {one.kind for one in found if one.kind}
    parties = {one.party for one in found if one.party}
    return Heading(
        kind=kinds.pop() if len(kinds) == 1 else None,
        party=parties.pop() if len(parties) == 1 else None,
    )


def _country(text: str, lang: str) -> str | None:
    """The only country that a text means: the state, or else one of its units.

    With its country behind it, a unit is a partner as towns are: Prague, Czech Republic.
    """
    if not certain(text, lang, PARTNERS, are_composed=False):
        # Most rows are none, and to look what the parts of their texts mean together takes long.
        return None
    found = [one for one in certain(text, lang, PARTNERS) if one.how is not Match.COMPOSED]
    states = [one for one in found if one.type == "country"]
    units = [one for one in found if one.type == "subdivision"]
    countries = {one.country for one in states or units}
    return countries.pop() if len(countries) == 1 and (states or units == found) else None


def _without_office(text: str, lang: str) -> str:
    """A text without the office before it that is called after documents: Treaties Division."""
    first = _OFFICE_END.split(text, maxsplit=1)[0]
    words = Text(first, lang)
    leads = [any(words.role(i, one) for one in _LEADING) for i in range(len(words.words))]
    offices = heading_words("office", lang)
    place = next((i for i, one in enumerate(words.words) if one.key in offices), -1)
    # Agreements of an office are such; an office of agreements, or before which they are, is none.
    is_it = any(leads[1:2]) if place == 0 else place > 0 and not any(leads[:place])
    return text[len(first) :] if is_it else text


def _abbreviated(text: str, lang: str) -> str | None:
    """The country of a text that has it once more, or an abbreviation, in brackets: CHINA (PRC)."""
    found = _IN_BRACKETS.fullmatch(text)
    if found is None:
        return None
    name, other = found.groups()
    country = _country(name, lang)
    first = fold(other).split()[0].rstrip(".")
    is_more = (other.isupper() and " " not in other) or first in heading_words("continued", lang)
    named, meant = ({one.code for one in certain(it, lang, ("country",))} for it in (name, other))
    if meant:
        return meant.pop() if len(meant) == 1 and meant <= named else None
    return country if is_more else None


def _are_states(text: str, lang: str) -> bool:
    """Whether a text names several states or parts of the world, and nothing else.

    Australia / New Zealand; France & Benelux.
    """
    parts = SEVERAL.split(text)
    return len(parts) > 1 and all(
        certain(one, lang, ("country",)) or _of_words(one, lang).place for one in parts
    )


def _by_documents(text: str, lang: str) -> Heading | None:
    """What towns and a word for documents beside them say: Partner cities (MoUs).

    A plain one says no more than that there is something in writing: Twin towns (agreements).
    """
    both = _BY_WHAT.fullmatch(text)
    parts = both.groups() if both else ()
    towns = [one for one in parts if _of_words(one, lang).kind in _TWINNED]
    others = [one for one in parts if one not in towns]
    kinds = [longest_known(words_of(one), lang)[1] for one in others]
    field, _, kind = "".join(kinds).partition(".")
    if len(kinds) != 1 or field != "kind":
        return None
    is_plain = fold(others[0]) in heading_words("plain", lang)
    found = _of_words(towns[0], lang).kind if is_plain else AgreementKind(kind)
    return Heading(kind=found, party=PartnerKind.CITY)


def _has_besides(text: str, lang: str) -> bool:
    """Whether partners of another sort stand beside towns that are twinned: Twins and partners."""
    first, *others = parts = [words_of(one) for one in SEVERAL.split(text)]
    known = heading_words("besides", lang).values()
    is_last = any(one[: len(name)] == name for one in others for name in known)
    is_first = any(others) and any(first[-len(name) :] == name for name in known)
    twins = (" ".join(one).replace("-", " ") for one in parts if one not in known)
    are_twins = (begins_word(one, "twinned", lang) for one in twins)
    return (is_first or is_last) and any(are_twins)


def _of_words(text: str, lang: str) -> Heading:
    """What the words of a heading say; nothing of what they say in two ways."""
    words = words_of(text)
    found: dict[str, set[str]] = {}
    unknown: list[str] = []
    is_place = False
    i = 0
    while i < len(words):
        length, code = longest_known(words[i:], lang)
        field, _, value = code.partition(".")
        # Without articles, the plural may be a genitive: "… города Алматы".
        is_of_other = field == "party" and i > 1 and not grammar(lang).articles
        if value and not is_of_other:
            found.setdefault(field, set()).add(value)
        elif code:
            is_place = True
        elif len(words[i]) > _CONJUNCTION:
            unknown.append(words[i])
        i += length
    kinds, parties = found.get("kind", set()), found.get("party", set())
    several = next((one for one in ("kind", "party") if len(found.get(one, ())) > 1), None)
    if kinds == {AgreementKind.TWINNING.value} and _has_besides(text, lang):
        return Heading(party=PartnerKind.CITY, several="kind")
    if len(kinds) > 1 and AgreementKind.TWINNING.value in kinds <= _OF_TOWNS:
        # Sister cities and friendship cities: of both kinds, but towns.
        parties = parties | {PartnerKind.CITY.value}
    party = PartnerKind(parties.pop()) if len(parties) == 1 else None
    # Caspian states: that says where the partners are, be they bodies there.
    are_states = party is PartnerKind.STATE
    is_place = are_states or (is_place and not unknown and not found)
    return Heading(
        kind=AgreementKind(kinds.pop()) if len(kinds) == 1 else None,
        party=None if are_states else party,
        place=fold(text) if is_place else None,
        several=None if unknown else several,
    )
