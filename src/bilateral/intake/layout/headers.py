"""The fields of a list by the headers of its columns, in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, capitalised, lexicon
from bilateral.language.transliteration import transliterated
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.candidates import Match
from bilateral.reading.finding import certain
from bilateral.reading.words import Text
from bilateral.tables import languages, listed

__all__ = [
    "FIELDS",
    "OTHER_SIDE",
    "field_of",
    "has_notes",
    "has_place",
    "header_of",
    "is_faculty",
    "is_header",
    "is_of_other",
    "is_seat",
    "is_vague_date",
    "key_of_header",
    "names_town",
    "national_side",
]

#: What a column of a list may have. ``counter`` numbers the rows, ``number`` the documents;
#: ``partner`` is the other side beside the one whose list it is; ``city``, ``twin`` and
#: ``university`` are such ones of which the kind is known.
FIELDS: Final = (
    "city",
    "counter",
    "country",
    "expires",
    "in_force",
    "kind",
    "languages",
    "note",
    "number",
    "parties",
    "partner",
    "period",
    "place",
    "sectors",
    "side_a",
    "side_b",
    "signed",
    "signed_at",
    "status",
    "subject",
    "terminated",
    "title",
    "twin",
    "university",
    "url",
    "validity",
)
#: The fields that name the other side, with the kind of partner that they tell.
OTHER_SIDE: Final[dict[str, PartnerKind | None]] = {
    "partner": None,
    "city": PartnerKind.CITY,
    "twin": PartnerKind.CITY,
    "university": PartnerKind.UNIVERSITY,
}
_PARTIES: Final = frozenset({*OTHER_SIDE, "parties", "side_a", "side_b"})
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# What leads from a header to a footnote.
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])(?:[*†‡¹²³⁴-⁹⁰]+|\s*\d\))+\s*:?\s*\Z")
# Between the letters of a word that is spaced out: T I T L E.
_SPACED = re.compile(r"\w(?:\s\w){2,}")
# Where a word begins in the names of data: dateSigned, party1.
_HUMP = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[^\W\d_])(?=\d\Z)")
# Where a header goes on in another script: Страна Country.
_OTHER_SCRIPT = re.compile(r"(?<=[А-яЁё])(?=[^\w]+[A-Za-z])|(?<=[A-Za-z])(?=[^\w]+[А-яЁё])")
_SEVERAL = re.compile(r"[/,&]|\s(?:and|und|и)\s")
_WORDS = re.compile(r"[^\W_]+|[№#]")
# Letters for one sound, in the ways to write Cyrillic ones.
_ALIKE = (
    *(("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ts", "c"), ("tc", "c")),
    *(("ch", "c"), ("x", "h"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ie", "e"), ("ia", "a")),
    ("iu", "u"),
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# Shorter words in Latin letters are those of other languages.
_SHORTEST = 4
# Longer ones are no headers, but records.
_LONGEST = 200
# So many words of a header may stand before those that tell its field.
_FEW_WORDS = 5
_NAMESPACE = "list"
# What the last part of a compound says whatever stands before it; a number may be of a telephone.
_COMPOUNDED = ("sectors", "note")
# The rows of what no field has, and of where partners are: of their countries, if nothing tells.
_OTHER, _SEAT = "other", "seat"
_NO_KEY = re.compile(r"[\s:]+")
# How a header names a country: in the nominative, and by no code.
_IN_FULL = frozenset({Match.EXACT, Match.FOLDED})


def field_of(header: str, lang: str | None = None) -> str | None:
    """The field that a header names: in ``lang`` first, and in any language else.

    >>> field_of("Дата подписания:"), field_of("Unterzeichnet am"), field_of("Colour")
    ('signed', 'signed', None)
    """
    if not header or len(header) > _LONGEST:
        return None
    field = _named(header, _in_order(lang))
    return None if field in (_OTHER, _SEAT) else field


def is_of_other(header: str, lang: str) -> bool:
    """Whether a header is known, and names nothing that has a field.

    >>> is_of_other("Last updated", "en"), is_of_other("Signed", "en")
    (True, False)
    """
    return _named(header[:_LONGEST], _in_order(lang)) in (_OTHER, _SEAT)


def is_seat(header: str, lang: str) -> bool:
    """Whether a header says of a column that the towns of the partners stand there.

    >>> is_seat("Sitz des Partners", "de"), is_seat("Ort der Unterzeichnung", "de")
    (True, False)
    """
    return _named(header[:_LONGEST], _in_order(lang)) == _SEAT


def is_vague_date(header: str) -> bool:
    """Whether a header only says that there are dates, and in brackets something unknown.

    >>> is_vague_date("Date (order of business)"), is_vague_date("Date (dd/mm/yyyy)")
    (True, False)
    """
    words = _words(_BRACKETS.sub(" ", header))
    behind = _words(header)[len(words) :]
    known = map(_headers, _in_order(None))
    is_bare = any(alone.get(words) == "signed" and words not in it for alone, it in known)
    return is_bare and any(len(word) > _SHORTEST for word in behind)


# Which row has the headers is sought in many, and each of their cells is looked at several times.
@lru_cache(maxsize=4_096)
def _named(header: str, order: tuple[Lexicon, ...]) -> str | None:
    header = _FOOTNOTE.sub("", header)
    if _SPACED.fullmatch(header):
        header = "".join(header.split())
    field = _field(header, order)
    if field is None and len(parts := _HUMP.sub(" ", header).split()) > 1:
        field = _field(" ".join(parts), order)
    if field is None and len(parts := _OTHER_SCRIPT.split(header)) > 1:
        field = next(filter(None, (_field(one, order) for one in parts)), None)
    return field


def _field(header: str, order: tuple[Lexicon, ...]) -> str | None:
    words = _words(_BRACKETS.sub(" ", header)) or _words(header)
    # What stands in brackets may tell it: signed (place, date).
    if field := _whole(_words(header), order) or _whole(words, order):
        return field
    _, *others = parts = _SEVERAL.split(header)
    fields = {_field(one, order) for one in parts} if others else set[str | None]()
    named = fields - {"country"} if len(fields) > 1 else fields
    if len(named) == 1 and named != {None} and (named == fields or named <= OTHER_SIDE.keys()):
        # City / Town; City, Country
        return named.pop()
    if len(named) > 1 and named <= OTHER_SIDE.keys():
        # Municipality, organisation: of the one kind or of the other.
        return "partner"
    if fields == {"kind", "subject"}:
        return "title"
    for end in range(len(words), 0, -1):
        for _, begins in map(_headers, order):
            if words[:end] in begins:
                return begins[words[:end]]
    return _by_end(words, order) or _in_compound(words) or _in_latin(words)


def _in_compound(words: tuple[str, ...]) -> str | None:
    """The field that the last part of a German compound tells: Aufsichtsbereich.

    One that begins as what no field has is none: Zuständigkeitsbereich.
    """
    ends = _words_alone(lexicon("de"))
    for word in words[-1:]:
        parts = (word[cut:] for cut in range(_SHORTEST, len(word) - _SHORTEST))
        field = next((ends[part] for part in parts if ends.get(part) in _COMPOUNDED), None)
        others = (one for one, field in ends.items() if field == _OTHER)
        if field and not any(map(word.startswith, others)):
            return field
    return None


@lru_cache(maxsize=64)
def _words_alone(tables: Lexicon) -> dict[str, str]:
    """The headers of one word that may go on, with their fields."""
    _, begins = _headers(tables)
    return {one: field for (one, *more), field in begins.items() if not more}


def _by_end(words: tuple[str, ...], order: tuple[Lexicon, ...]) -> str | None:
    """The field that the last words of a header tell: MoU signed on, actual expiry date.

    Who it is, words before may change: Funding partner. Those with since tell it, too.
    """
    for start in range(1, len(words)) if len(words) <= _FEW_WORDS else ():
        for _, begins in map(_headers, order):
            if (field := begins.get(words[start:])) and field not in _PARTIES:
                return field
    # Vertrag seit, Partners since
    return "signed" if any(words[-1:] in since for since in map(_since, languages())) else None


def _in_latin(words: tuple[str, ...]) -> str | None:
    """The field of a header that data has in Latin letters: data_podpisaniya."""
    if not "".join(words).isascii():
        return None
    known = tuple(sound for one in words if (sound := _sounds(one)))
    alone, begins = _in_latin_letters()
    found = (begins[known[:end]] for end in range(len(known), 0, -1) if known[:end] in begins)
    return alone.get(known) or next(found, None)


@cache
def _in_latin_letters() -> tuple[_Headers, _Headers]:
    """The Russian headers by what is alike in all ways to write them in Latin letters."""
    found: tuple[_Headers, _Headers] = ({}, {})
    for headers, latin in zip(_headers(lexicon("ru")), found, strict=True):
        for words, field in headers.items():
            letters = [transliterated(lexicon("en"), word, "ru") or "" for word in words]
            known = tuple(sound for one in letters if (sound := _sounds(one)))
            if sum(map(len, known)) >= _SHORTEST:
                latin.setdefault(known, field)
    return found


def _sounds(word: str) -> str:
    """A word in Latin letters without what its writers choose: podpisaniya, podpisanija."""
    word = fold(word).replace("'", "")
    for letters, sound in _ALIKE:
        word = word.replace(letters, sound)
    return word


def is_header(text: str, lang: str) -> bool:
    """Whether a text is a header and no more, rather than one that only begins so.

    >>> is_header("Universität", "de"), is_header("Universität Leipzig", "de")
    (True, False)
    """
    found = _whole(_words(_BRACKETS.sub(" ", text)), _in_order(lang))
    return found not in (None, _OTHER, _SEAT)


def names_town(header: str) -> bool:
    """Whether a header ends as one of towns does, behind words that say whose those are.

    >>> names_town("Dt. Kommune"), names_town("Hessische Städte"), names_town("Kommune")
    (True, True, False)
    """
    words = _words(header[:_LONGEST])
    return 1 < len(words) <= _FEW_WORDS and _whole(words[-1:], _in_order(None)) == "city"


def is_faculty(header: str) -> bool:
    """Whether a header names the unit of a university, which tells the field: College / Unit.

    >>> is_faculty("Host faculty"), is_faculty("Colour")
    (True, False)
    """
    words = [grammar(lang).words("faculty") for lang in languages()]
    return any(word in known for word in _words(header[:_LONGEST]) for known in words)


def has_place(header: str) -> bool:
    """Whether the header of a date names the place of signature, too.

    >>> has_place("Signed (place)"), has_place("Datum, Ort"), has_place("Signed (date)")
    (True, True, False)
    """
    words, order = _words(header[:_LONGEST]), _in_order(None)
    fields = {_whole((word,), order) for word in words} | {_named(header, order)}
    return not fields.isdisjoint({"place", "signed_at"})


def has_notes(header: str) -> bool:
    """Whether a header ends as one of notes does, behind what else it names.

    >>> has_notes("Status / remarks"), has_notes("Current status")
    (True, False)
    """
    words, order = _words(header[:_LONGEST]), _in_order(None)
    return any(_whole(words[start:], order) == "note" for start in range(1, len(words)))


def _whole(words: tuple[str, ...], order: tuple[Lexicon, ...]) -> str | None:
    known = map(_headers, order)
    return next((alone[words] for alone, _ in known if words in alone), None)


def _in_order(lang: str | None) -> tuple[Lexicon, ...]:
    known = languages()
    order = dict.fromkeys((lang, *known) if lang in known else known)
    return tuple(lexicon(one) for one in order if one)


def national_side(header: str, lang: str) -> tuple[str, str] | None:
    """The field and the country of a header such as "Irish university": whose partners they are.

    The country alone is a header, too.

    >>> national_side("Deutsche Kommune", "de"), national_side("New Zealand", "en")
    (('city', 'DE'), ('partner', 'NZ'))
    """
    return _national_side(tidy(header[:_LONGEST]), _in_order(lexicon(lang).lang))


@lru_cache(maxsize=4_096)
def _national_side(text: str, order: tuple[Lexicon, ...]) -> tuple[str, str] | None:
    lang = order[0].lang
    # What is put together from known parts is no name in full.
    found = certain(text, lang, ("country",), are_composed=False)
    states = {one.code for one in found if one.how in _IN_FULL}
    if len(states) == 1:
        return "partner", states.pop()
    names = KnownNames(Text(text, lang), None)
    words = names.text.words
    for i, named in enumerate(names.at):
        countries = {one.code for _, entries in named for one in entries if one.form == "adj"}
        if len(countries) == 1:
            rest = " ".join(word.text for n, word in enumerate(words) if n != i)
            field = _named(rest, order)
            return (field, countries.pop()) if field in OTHER_SIDE else None
    return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(fold(text)))


_Headers = dict[tuple[str, ...], str]


@lru_cache(maxsize=64)
def _headers(tables: Lexicon) -> tuple[_Headers, _Headers]:
    """The headers that say all, and those that may go on, by their words."""
    alone: _Headers = {}
    begins: _Headers = {}
    for field, row in tables.rows("list_headers").items():
        for column, known in (("begins", begins), ("alone", alone)):
            for one in listed(row.get(column, "")):
                # Data often has no umlauts.
                known |= {_words(one): field, _words(one.lower().translate(_UMLAUTS)): field}
    return {**begins, **alone}, begins


@cache
def _since(lang: str) -> tuple[tuple[str, ...], ...]:
    words = lexicon(lang).listed("list_validity", "since")
    return tuple(_words(one) for one in words if len(one) > 1)


def header_of(field: str, lang: str) -> str:
    """The usual header of a field in a language; its name where there is none.

    >>> header_of("signed", "de")
    'Unterzeichnet'
    """
    return next(_usual(field, lang), field)


def _usual(field: str, lang: str) -> Iterator[str]:
    for column in ("begins", "alone"):
        yield from map(capitalised, lexicon(lang).listed("list_headers", field, column))


def key_of_header(header: str) -> str:
    """The key under which private data keep what stands in a column.

    >>> key_of_header("Исп. лицо / отдел")
    'list:исп._лицо_/_отдел'
    """
    return f"{_NAMESPACE}:{_NO_KEY.sub('_', fold(header).strip())}"
