"""Headings above and between the rows of a list, and what they say of the rows below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs

from bilateral.instruments import AgreementKind
from bilateral.intake.layout.ditto import is_same
from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.candidates import PARTNERS, Match
from bilateral.reading.finding import certain
from bilateral.reading.parties import read_party
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.tables import languages, listed

__all__ = [
    "Heading",
    "Section",
    "first_words",
    "heading_above",
    "heading_words",
    "is_about_partnership",
    "is_friendly",
    "is_occasion",
    "is_partnership",
    "is_record",
    "is_sum",
    "is_undocumented",
    "named_kind",
    "names_document",
    "names_one",
    "read_heading",
]

# What leads to what an office or a document is about.
_LEADING = ("of", "preposition", "with", "between")
_OFFICE_END = re.compile(r"\s+[-–—]\s+|\s*[:;|,]\s")
# Between the states that a heading names.
_SEVERAL = re.compile(r"\s*[/,&]\s*|\s(?:and|und|и)\s")
# Between a partner and what there is with it, and what stands behind a name.
_BESIDE = re.compile(r"\s*[,:(]\s*|\s+[-–—]\s+")
_PAIR = re.compile(r"\s+(?:[/&–—-]|and|und|и)\s+")
_SIGN = re.compile(r"\s*[,;:()]|\s+[-–—]\s")
# What numbers a heading, and what ends it.
_NUMBERING = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-zА-Яа-я])[.)]\s+", re.ASCII)
# A line in brackets is no record: (to be continued).
_ASIDE = re.compile(r"\s*\([^()\d]{2,}\)[.\s]*")
# What a mark or a colour in the list means: yellow = to be settled.
_LEGEND = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+)?\s*=\s*[^\W\d_][^=]*")
_ENDING = re.compile(r"\s*(?:\(\s*\d+\s*\))?\s*[:.]?\s*\Z")
# A name, and what stands in brackets behind it.
_IN_BRACKETS = re.compile(r"([^()\[\]]+?)\s*[(\[]\s*([^()\[\]]*\w[^()\[\]]*)[)\]]")
# A year, or a span of years.
_YEAR = re.compile(r"\D{0,5}(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)?\d\d)?\D{0,6}", re.ASCII)
_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
# The rows of the table with words that may stand anywhere in a heading, beside those of kinds.
_ANYWHERE = ("basis", "place")
# What stands behind the words of a sum.
_SUM_END = " :0123456789"
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
_LONGEST = 200
_LONGEST_WORDS = 5


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
    is_marked = text.lstrip()[:1] in _NOTE_MARKS
    is_marked = is_marked or _LEGEND.fullmatch(bare) is not None
    if is_sum(text, lang) or _begins(text, "note", lang) or is_marked or is_aside:
        return Heading(is_note=True)
    if _YEAR.fullmatch(bare):
        return Heading(year=bare)
    if fold(bare) in heading_words("others", lang):
        return Heading(is_rest=True)
    said = _of_words(_without_office(bare, lang), lang)
    # America is a continent above the rows of a list, though many say it for one state in it.
    country = None if said.place else _country(bare, lang) or _abbreviated(bare, lang)
    if country is None and _are_states(bare, lang):
        # Of which of them a partner is, nobody says.
        return Heading(place=fold(bare))
    return Heading(country=country) if country else said


def is_record(text: str, heading: Heading, lang: str) -> bool:
    """Whether a text names a document of its own, though it may be a heading.

    >>> text = "Memoranda of understanding"
    >>> is_record(text, read_heading(text, "en"), "en")
    False
    """
    if heading.country or heading.place or heading.year or heading.is_rest or heading.is_note:
        return False
    if _has_kind_behind(text, lang) or _has_pair_behind(text, lang):
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
    is_single = is_single or (found.subject is not None and names_one(found.designation, lang))
    return names_document(text, heading, lang) or is_single or found.date is not None


def names_one(designation: str | None, lang: str) -> bool:
    """Whether documents are called so one by one.

    >>> names_one("Vertrag", "de"), names_one("Verträge", "de"), names_one("Abkommen", "de")
    (True, False, False)
    """
    name = fold(designation or "")
    singulars, plurals = _numbers(lang)
    return name.endswith(singulars) and not name.endswith(plurals)


@cache
def _numbers(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one document is called, and what many are, or may be."""
    rows = lexicon(lang).rows("vocabulary")
    kinds = [rows[f"agreement_kind.{kind}"] for kind in AgreementKind]
    one = (name for row in kinds for name in (row["nom"], *listed(row.get("aliases", ""))))
    many = (row["plural"] for row in kinds if "plural" in row)
    known = lexicon(lang).listed("list_headings", "partnership")
    ending = grammar(lang).words("ending.plural")
    return tuple(map(fold, (*one, *known))), (*map(fold, many), *ending)


def _has_kind_behind(text: str, lang: str) -> bool:
    """Whether a partner stands before a word for a kind: Rajon Uschhorod, Klimapartnerschaft."""
    for cut in _BESIDE.finditer(text):
        party = read_party(before := text[: cut.start()], lang, None)
        is_body = party.kind not in (None, PartnerKind.STATE) and not _of_words(before, lang).party
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


def first_words(text: str) -> str:
    """A text up to the first sign.

    >>> first_words("Climate partnership (since 2021)")
    'Climate partnership'
    """
    return _SIGN.split(text, maxsplit=1)[0]


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


def named_kind(text: str, lang: str) -> AgreementKind | None:
    """The kind that the words of a text name as headings do, or as programmes, if all of them do.

    >>> named_kind("Twin city", "en"), named_kind("Twin city of old", "en")
    (<AgreementKind.TWINNING: 'twinning'>, None)
    """
    whole, *parts = (tuple(_WORD.findall(fold(one))) for one in (text, *_SEVERAL.split(text)))
    programmes = {*heading_words("programme", lang).values()}
    if whole in programmes or programmes.issuperset(parts):
        return AgreementKind.AGREEMENT
    length, code = _longest(whole[:_LONGEST_WORDS], lang) if whole else (0, "")
    field, _, value = code.partition(".")
    return AgreementKind(value) if field == "kind" and length == len(whole) else None


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
    """Whether a text names several states, and nothing else: Australia / New Zealand."""
    parts = _SEVERAL.split(text)
    return len(parts) > 1 and all(certain(one, lang, ("country",)) for one in parts)


def _of_words(text: str, lang: str) -> Heading:
    """What the words of a heading say; nothing of what they say in two ways."""
    words = tuple(_WORD.findall(fold(text)))
    found: dict[str, set[str]] = {}
    unknown: list[str] = []
    is_place = False
    i = 0
    while i < len(words):
        length, code = _longest(words[i : i + _LONGEST_WORDS], lang)
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


def is_sum(text: str, lang: str) -> bool:
    """Whether a text begins as the sum below a list does, or is a number of what it counts.

    Before a number, words for what is counted may stand first.

    >>> (
    ...     is_sum("Total: 35", "en"),
    ...     is_sum("35 records", "en"),
    ...     is_sum("Agreements in total: 35", "en"),
    ... )
    (True, True, True)
    """
    number, _, counted = fold(text).strip(" .").partition(" ")
    is_number = number.isdecimal() and bool(counted)
    words = _WORD.findall(fold(text).rstrip(_SUM_END))
    is_short = text.rstrip(" ")[-1:] in _SUM_END and len(words) <= _LONGEST_WORDS
    is_end = is_short and any(
        tuple(words[-len(one) :]) == one for one in heading_words("sum", lang).values()
    )
    is_counted = is_number and counted in heading_words("counted", lang)
    return _begins(text, "sum", lang) or is_counted or is_end


def _begins(text: str, row: str, lang: str) -> bool:
    words = tuple(_WORD.findall(fold(text)))
    return any(words[: len(one)] == one for one in heading_words(row, lang).values())


def heading_words(row: str, lang: str) -> dict[str, tuple[str, ...]]:
    """What a row of the table lists, folded: in ``lang`` first, and in all languages else."""
    return _words_in(row, tuple(map(lexicon, dict.fromkeys((lang, *languages())))))


@cache
def _words_in(row: str, tables: tuple[Lexicon, ...]) -> dict[str, tuple[str, ...]]:
    """What a row of some tables lists, folded, and the words of each."""
    texts = (fold(text) for one in tables for text in one.listed("list_headings", row))
    return {text: tuple(_WORD.findall(text)) for text in texts}


def is_friendly(text: str, lang: str) -> bool:
    """Whether words speak of friendship.

    >>> is_friendly("Freundschaftsvertrag", "de")
    True
    """
    parts = tuple(map(fold, lexicon(lang).listed("list_headings", "friendship")))
    return any(word.startswith(parts) for word in _WORD.findall(fold(text)))


def is_occasion(text: str, lang: str) -> bool:
    """Whether words name an occasion at which documents are signed.

    >>> is_occasion("State visit to Peru", "en"), is_occasion("List of treaties", "en")
    (True, False)
    """
    return not set(_WORD.findall(fold(text))).isdisjoint(heading_words("occasion", lang))


def is_undocumented(text: str, lang: str) -> bool:
    """Whether words say that there is no document: exchange of seeds, without an agreement.

    >>> is_undocumented("контакты с 1999 г., без договора", "ru")
    True
    """
    words = tuple(_WORD.findall(fold(text)))
    known = heading_words("undocumented", lang).values()
    return any(words[i : i + len(one)] == one for one in known for i in range(len(words)))


def is_partnership(text: str, lang: str) -> bool:
    """Whether words are no more than that for a partnership, of whatever kind that is.

    By what it was agreed, may stand behind them.

    >>> is_partnership("Partnerschaft", "de"), is_partnership("Partnerschaft mit Lyon", "de")
    (True, False)
    >>> is_partnership("Partnerschaft lt. Ratsbeschluss", "de")
    True
    """
    rows = lexicon(lang).rows("list_headings")
    partnership, basis = (
        {*map(fold, listed(rows[one]["words"]))} for one in ("partnership", "basis")
    )
    words = fold(tidy(text)).split()
    end = next((i for i, word in enumerate(words) if word.strip(".") in basis), len(words))
    return " ".join(words[:end]) in partnership


def is_about_partnership(subject: str, lang: str) -> bool:
    """Whether a subject is a partnership, in whatever case, and of towns at most.

    >>> is_about_partnership("партнёрстве городов", "ru")
    True
    >>> is_about_partnership("партнёрстве и сотрудничестве", "ru")
    False
    """
    stem = grammar(lang).stem
    rows = lexicon(lang).rows("list_headings")
    known = {
        tuple(map(stem, _WORD.findall(fold(one)))) for one in listed(rows["partnership"]["words"])
    }
    towns = {stem(word) for word in _WORD.findall(fold(rows["kind.twinning"]["words"]))}
    words = tuple(map(stem, _WORD.findall(fold(subject))))
    return any(words[:n] in known and towns.issuperset(words[n:]) for n in range(1, len(words) + 1))


def _longest(words: tuple[str, ...], lang: str) -> tuple[int, str]:
    """How many words say something, and what: in ``lang`` first, and in any language else."""
    for known in map(_headings, dict.fromkeys((lang, *languages()))):
        for length in range(len(words), 0, -1):
            if code := known.get(words[:length]):
                return length, code
    return 1, ""


@cache
def _headings(lang: str) -> dict[tuple[str, ...], str]:
    """The words of headings, with what they say; among them the plurals of all kinds."""
    vocabulary = lexicon(lang).rows("vocabulary")
    kinds = {f"agreement_kind.{one}": f"kind.{one}" for one in AgreementKind}
    kinds |= {f"partner_kind.{one}": f"party.{one}" for one in PartnerKind}
    plurals = {
        tuple(_WORD.findall(fold(row["plural"]))): kinds[key]
        for key, row in vocabulary.items()
        if key in kinds and "plural" in row
    }
    return plurals | {
        tuple(_WORD.findall(fold(words))): code
        for code, row in lexicon(lang).rows("list_headings").items()
        for words in listed(row["words"])
        if "." in code or code in _ANYWHERE
    }
