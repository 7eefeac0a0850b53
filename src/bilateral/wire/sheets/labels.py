"""Between codes and the names that people know them by, for cells of a sheet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from bilateral.coercion import is_list
from bilateral.dossiers import TABLES
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.nearness import Words
from bilateral.partners import Partner
from bilateral.reading.candidates import PARTNERS, Candidate, Match, Shelves
from bilateral.reading.finding import certain, nearest
from bilateral.reading.index import Entry, by_language, entries_of
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.tables import languages
from bilateral.tags import TAG_PATTERN, best_tag
from bilateral.topics import topic_of
from bilateral.wire.schema import Coded, Plain, Reference, Shape

__all__ = ["Ambiguous", "Labels"]

_TAG = re.compile(TAG_PATTERN)
_ANY_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
_REGION, _SCRIPT = 2, 4
# How much of a text is compared with names of languages that may be meant.
_LONGEST_HINT = 100


class Ambiguous(Exception):  # noqa: N818 - an answer, not an error: the caller says where it stands
    """A name that stands for several codes."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes: tuple[str, ...] = tuple(sorted(codes))
        super().__init__(self.codes)


class Labels:
    """The names of the codes: those of the vocabulary, and those of the records themselves."""

    def __init__(self, records: Mapping[str, Iterable[Any]]) -> None:
        self._records = {
            table: dict(_named(kind, records.get(table, ()))) for kind, table in TABLES.items()
        }
        self._shelves: dict[str, Shelves] = {}
        self._meant: dict[tuple[Shape, str, str | None], tuple[Candidate, ...]] = {}

    def label(self, shape: Shape, code: str, lang: str) -> str | None:
        """The name of a code in a language; `None` where it has none, never another language."""
        match shape:
            case Reference(kind, table) if code in self._records[table] or kind is not Sector:
                names = self._records[table].get(code, {})
                tag = best_tag(lang, names)
                return _forms(names[tag]).get("nom") if tag else None
            case _:
                topic, prefix = _topic(shape)
                return lexicon(lang).rows(topic).get(f"{prefix}{code}", {}).get("nom")

    def meant(self, shape: Shape, text: str, lang: str | None) -> tuple[str | Partner, ...]:
        """The codes that a text is or names: in ``lang``, or else in the other languages.

        Several if a compound means them all; a partner itself if it is none of the records.
        Raises `Ambiguous` if the text may mean the one or the other.
        """
        if self.is_code(shape, text):
            return (text,)
        if isinstance(shape, Plain) and shape.is_language:
            tag = _language(text)
            return (tag,) if tag else ()
        place = shape, text, lang
        if place not in self._meant:
            self._meant[place] = certain(text, lang, _types(shape), self._own(shape))
        found = self._meant[place]
        codes = {one.code for one in found}
        if len(codes) > 1 and any(one.how is not Match.COMPOUND for one in found):
            raise Ambiguous(codes)
        return tuple(self._as_written(shape, one) for one in found)

    def _as_written(self, shape: Shape, one: Candidate) -> str | Partner:
        partner = one.value
        if not (isinstance(shape, Reference) and isinstance(partner, Partner)):
            return one.code
        return partner.id if partner.id in self._records[shape.table] else partner

    def nearest(self, shape: Shape, text: str, lang: str | None) -> str | None:
        """The name or code that comes nearest to a text that is none."""
        known: Iterable[str]
        if isinstance(shape, Plain) and shape.is_language:
            known = _languages()
        elif name := nearest(text, lang, _types(shape), self._own(shape)):
            return name
        else:
            known = self._codes(shape)
        return next(iter(Words(known).near(fold(text[:_LONGEST_HINT]))), None)

    def _codes(self, shape: Shape) -> Iterator[str]:
        if isinstance(shape, Reference):
            yield from self._records[shape.table]
        if not isinstance(shape, Reference) or shape.type is Sector:
            topic, prefix = _topic(shape)
            for key in lexicon(languages()[0]).rows(topic):
                if key.startswith(prefix):
                    yield key.removeprefix(prefix)

    def _own(self, shape: Shape) -> Shelves:
        """The names of the records that a shape refers to."""
        if not isinstance(shape, Reference):
            return ()
        table = shape.table
        if table not in self._shelves:
            self._shelves[table] = [*by_language(_entries(table, self._records[table])).items()]
        return self._shelves[table]

    def is_code(self, shape: Shape, text: str) -> bool:
        """Whether a text is a code itself."""
        match shape:
            case Reference(kind, table):
                return text in self._records[table] or (kind is Sector and _has_row(shape, text))
            case Coded(kind):
                return text in kind._value2member_map_
            case Plain(is_language=True):
                return _TAG.fullmatch(text) is not None
            case _:
                return _has_row(shape, text)


def _language(text: str) -> str | None:
    """The tag of a language that is written in capitals, or named in any language.

    >>> _language("DE-at"), _language("Russisch"), _language("английский"), _language("?")
    ('de-AT', 'ru', 'en', None)
    """
    found = _languages().get(fold(text), set())
    # Some languages have names as short as tags: Ewe, but EWE.
    if _ANY_TAG.fullmatch(text) and (text.isupper() or not found):
        first, *rest = text.split("-")
        # The registry writes scripts like Cyrl and regions like AT (RFC 5646, 2.1.1).
        parts = [
            part.upper() if len(part) == _REGION else part.title() if len(part) == _SCRIPT else part
            for part in rest
        ]
        return "-".join([first.lower(), *parts])
    if len(found) > 1:
        raise Ambiguous(found)
    return next(iter(found), None)


@cache
def _languages() -> dict[str, set[str]]:
    """The tags of languages by their names in CLDR."""
    from babel import Locale

    found: dict[str, set[str]] = defaultdict(set)
    for lang in languages():
        locale: Any = Locale.parse(lang)
        for tag, name in locale.languages.items():
            found[fold(name)].add(tag.replace("_", "-"))
    return found


def _types(shape: Any) -> tuple[str, ...]:
    """The types of names that stand for what is in a cell."""
    match shape:
        case Reference(kind):
            return {Partner: PARTNERS, Sector: ("sector",)}.get(kind, ())
        case Plain(_, codes):
            return ("country" if codes == "countries" else str(codes),)
        case _:
            return (topic_of(shape.type),)


def _topic(shape: Any) -> tuple[str, str]:
    """The table of the vocabulary that has the names of a shape, and how its ids begin."""
    match shape:
        case Plain(_, codes):
            return str(codes), ""
        case _:
            return "vocabulary", f"{topic_of(shape.type)}."


def _has_row(shape: Shape, code: str) -> bool:
    topic, prefix = _topic(shape)
    return any(f"{prefix}{code}" in lexicon(lang).rows(topic) for lang in languages())


def _named(kind: type, records: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The id of each record, with its name in each language as plain data."""
    for record in records:
        code = record.get(key_of(kind))
        if isinstance(code, str):
            yield code, record.get("name", {})


def _entries(table: str, records: Mapping[str, Mapping[str, Any]]) -> Iterator[Entry]:
    for code, names in records.items():
        for tag, phrase in names.items():
            yield from entries_of(table, code, tag, _forms(phrase), _aliases(phrase))


def _forms(phrase: Any) -> dict[str, str]:
    """The forms of a name that are texts."""
    forms = {"nom": phrase} if isinstance(phrase, str) else phrase
    return {form: text for form, text in forms.items() if isinstance(text, str)}


def _aliases(phrase: Any) -> list[str]:
    aliases = () if isinstance(phrase, str) else phrase.get("aliases", ())
    return [one for one in aliases if isinstance(one, str)] if is_list(aliases) else []
