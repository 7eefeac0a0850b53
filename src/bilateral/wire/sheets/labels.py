"""Between codes and the names that people know them by, for cells of a sheet."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from bilateral.coercion import is_list
from bilateral.dossiers import TABLES
from bilateral.language.lexicon import lexicon
from bilateral.nearness import Words
from bilateral.partners import Partner
from bilateral.reference import countries
from bilateral.sectors import Sector
from bilateral.tables import Row, languages, resolve
from bilateral.tags import TAG_PATTERN, best_tag
from bilateral.vocabulary import topic_of
from bilateral.wire.schema import Coded, Plain, Reference, Shape, key_of

__all__ = ["Ambiguous", "Labels", "fold", "fold_marks", "known_partner"]

# A name found in an earlier group of these is meant, even if a later one has it too.
_FORMS = (("nom",), ("short", "title", "aliases"), ("code",))
# The tables of the reference data that are partners, and what makes one of a code.
_MAKERS: dict[str, Callable[[str], Partner]] = {
    "institutions": Partner.institution,
    "countries": Partner.state,
    "subdivisions": Partner.subdivision,
}
_SEPARATOR = " | "
_QUOTE = re.compile("[\"'`«»‘’‚‛“”„‟‹›]")
_DASH = re.compile(" ?[-\u2010-\u2015\u2212] ?")
_TAG = re.compile(TAG_PATTERN)
_ANY_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
_REGION, _SCRIPT = 2, 4


def fold(text: str) -> str:
    """A text without what people write in more than one way: case, spaces, «ё».

    >>> fold("Дорожная  карта ё")
    'дорожная карта е'
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").split())


def fold_marks(text: str) -> str:
    """As `fold`, and without the marks that keyboards lack: quotes, kinds of dashes.

    >>> fold_marks("ООО «А–Б»") == fold_marks('ООО "А-Б"')
    True
    """
    return _DASH.sub("-", fold(_QUOTE.sub("", text))) or fold(text)


# From what is written alike to what only means the same.
_FOLDINGS = (fold, fold_marks)


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
        self._known: dict[tuple[Shape, tuple[str, ...]], Words] = {}
        self._indexes: dict[tuple[Shape, str, Callable[[str], str]], list[dict[str, set[str]]]] = {}

    def label(self, shape: Shape, code: str, lang: str) -> str | None:
        """The name of a code in a language; `None` where it has none, never another language."""
        match shape:
            case Reference(kind, table) if code in self._records[table] or kind is not Sector:
                names = self._records[table].get(code, {})
                tag = best_tag(lang, names)
                return names[tag].get("nom") if tag else None
            case _:
                topic, prefix = _topic(shape)
                return lexicon(lang).rows(topic).get(f"{prefix}{code}", {}).get("nom")

    def code(self, shape: Shape, text: str, lang: str | None) -> str | None:
        """The code that a text is or names: in ``lang``, or else in the other languages.

        `None` if there is none; raises `Ambiguous` if there are several.
        """
        if self.is_code(shape, text):
            return text
        if isinstance(shape, Plain) and shape.is_language:
            return _language(text)
        first = (resolve(lang),) if lang else ()
        groups = (first, [tag for tag in languages() if tag not in first])
        for folding, tags, forms in product(_FOLDINGS, groups, range(len(_FORMS))):
            name = folding(text)
            found = [self._index(shape, tag, folding)[forms].get(name, set()) for tag in tags]
            codes = set[str]().union(*found)
            if len(codes) > 1:
                raise Ambiguous(codes)
            if codes:
                return codes.pop()
        small = text.lower()
        return small if isinstance(shape, Coded) and self.is_code(shape, small) else None

    def nearest(self, shape: Shape, text: str, lang: str | None) -> str | None:
        """The (folded) name that comes nearest to a text that is none."""
        from difflib import get_close_matches

        words = fold(text[:100]).split()
        known = self._words(shape, (resolve(lang),) if lang else languages())
        for near in get_close_matches(
            " ".join(words), known.like(" ".join(words)), n=5, cutoff=0.75
        ):
            # Long names are near each other by their ends alone: each word must have its own.
            if all(get_close_matches(word, near.split(), cutoff=0.5) for word in words):
                return near
        return None

    def _words(self, shape: Shape, tags: tuple[str, ...]) -> Words:
        if (shape, tags) not in self._known:
            if isinstance(shape, Plain) and shape.is_language:
                names: Iterable[str] = _languages()
            else:
                indexes = (self._index(shape, tag) for tag in tags)
                names = [name for index in indexes for names in index for name in names]
            self._known[shape, tags] = Words(names)
        return self._known[shape, tags]

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

    def _index(
        self, shape: Shape, lang: str, folding: Callable[[str], str] = fold
    ) -> list[dict[str, set[str]]]:
        place = shape, lang, folding
        if place not in self._indexes:
            levels: list[dict[str, set[str]]] = [defaultdict(set) for _ in _FORMS]
            for code, row in self._rows(shape, lang):
                for names, forms in zip(levels, _FORMS, strict=True):
                    for name in _names({**row, "code": code}, forms):
                        names[folding(name)].add(code)
            self._indexes[place] = levels
        return self._indexes[place]

    def _rows(self, shape: Shape, lang: str) -> Iterator[tuple[str, Row]]:
        if isinstance(shape, Reference):
            # Whatever the language: the names of one record tell it from the others.
            for code, names in self._records[shape.table].items():
                yield from ((code, row) for row in names.values())
            if shape.type is not Sector:
                return
        topic, prefix = _topic(shape)
        for key, row in lexicon(lang).rows(topic).items():
            if key.startswith(prefix):
                # The official name of a state stands beside its everyday name.
                yield key.removeprefix(prefix).removesuffix(".official"), row


def _names(row: Row, forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield from row.get(form, "").split(_SEPARATOR) if form in row else ()


def known_partner(text: str) -> Partner | None:
    """The state, unit or public body of the reference data with a name or code, in any language.

    Raises `Ambiguous` where several have it.

    >>> known_partner("Министерство промышленности Республики Беларусь").id
    'by-ministry-of-industry'
    """
    nobody = set[tuple[str, str]]()
    meant = (_known_partners(folding).get(folding(text), nobody) for folding in _FOLDINGS)
    found = next(filter(None, meant), nobody)
    if len(found) > 1:
        raise Ambiguous(code for _, code in found)
    for topic, code in found:
        return _MAKERS[topic](code)
    return None


@cache
def _known_partners(folding: Callable[[str], str]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for lang in languages():
        for topic in _MAKERS:
            for key, row in lexicon(lang).rows(topic).items():
                code = key.removesuffix(".official")
                others = countries().get(code, {}) if topic == "countries" else {}
                for name in (code, *others.values(), *_names(row, ("nom", "short", "aliases"))):
                    found[folding(name)].add((topic, code))
    return found


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


def _named(kind: type, records: Iterable[Any]) -> Iterator[tuple[str, dict[str, Row]]]:
    """The id of each record, with its names in the shape of table rows."""
    for record in records:
        code = record.get(key_of(kind))
        if isinstance(code, str):
            yield code, {tag: _row(phrase) for tag, phrase in record.get("name", {}).items()}


def _row(phrase: Any) -> Row:
    """A phrase as plain data in the shape of a table row."""
    if isinstance(phrase, str):
        return {"nom": phrase}
    row = {form: text for form, text in phrase.items() if isinstance(text, str)}
    aliases: Any = phrase.get("aliases", ())
    names = [one for one in aliases if isinstance(one, str)] if is_list(aliases) else []
    return {**row, "aliases": _SEPARATOR.join(names) or row.get("nom", "")}
