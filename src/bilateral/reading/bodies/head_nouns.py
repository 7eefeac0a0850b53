"""The nouns that say what a party is: ministry, Kulturministerium, исполнительный комитет."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from bilateral.language.folding import Grammar, bare, fold, grammar
from bilateral.language.lexicon import Lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.legal_forms import legal_forms_behind
from bilateral.reading.index import beginnings, index
from bilateral.reading.words import Text
from bilateral.tables import listed

__all__ = ["Head", "HeadNouns", "begins_with_head"]

# The roles of the table ``reading`` that are head nouns, and what they say.
_HEAD_ROLES: Final[dict[str, PartnerKind | None]] = {
    "body": None,
    "company": PartnerKind.COMPANY,
    "state": PartnerKind.STATE,
    **{f"head.{kind}": kind for kind in PartnerKind},
}
_NO_HEADS: Final = (PartnerKind.STATE, PartnerKind.ORGANISATION)
_LONGEST_HEAD: Final = 6
# Shorter nouns are the last letters of others by chance.
_LONG: Final = 5
# How many letters initials have, at least: others are those of offices.
_INITIALS: Final = 3
# In the place of the first part of a compound.
_LONG_FIRST: Final = "zzzzzz"


class Head(NamedTuple):
    """The noun that says what a party is: where it is, and the kind if that is certain."""

    start: int
    end: int
    kind: PartnerKind | None

    @property
    def is_state(self) -> bool:
        """Whether states are called so: republic, kingdom."""
        return self.kind is PartnerKind.STATE


class HeadNouns:
    """The head nouns in a text."""

    def __init__(self, text: Text) -> None:
        tables = text.grammar.tables
        self._tables = tables
        self._nouns = _head_nouns(tables)
        self._beginnings = _beginnings(tables)
        # Г. is an initial, г. a town; mines are no ministry, and мед. is cut, and no медье; a
        # corps is no corporation.
        short, cut = _short_words(tables), text.grammar.words("no_head")
        whole = text.grammar.words("whole_word")
        self._stems = [
            ""
            if word.is_letter
            or (word.stem in short and word.key != word.stem)
            or (f"{word.key}." in cut and text.gap(i).startswith("."))
            or word.key in whole
            else word.stem
            for i, word in enumerate(text.words, 1)
        ]
        #: The words at which legal forms of firms begin, and where these end.
        self.legal_forms: dict[int, int] = legal_forms_behind(text)
        may_begin = _first_words(tables)
        # Those that begin at a word, longest first.
        self._at = {
            i: heads
            for i, stem in enumerate(self._stems)
            if (i in self.legal_forms or may_begin(stem)) and (heads := self._beginning(i))
        }
        for i, kind in _by_initials(text):
            self._at.setdefault(i, (Head(i, i + 1, kind),))
        #: The words with which one begins.
        self.places: list[int] = sorted(self._at)

    def at(self, i: int, end: int) -> Head | None:
        """The longest head noun that begins at a word and ends by ``end``."""
        for head in self._at.get(i, ()):
            if head.end <= end:
                return head
        return None

    def _beginning(self, i: int) -> tuple[Head, ...]:
        found: list[Head] = []
        key = ""
        for stop in range(i, min(len(self._stems), i + _LONGEST_HEAD)):
            key = f"{key} {self._stems[stop]}" if key else self._stems[i]
            if key not in self._beginnings:
                break
            if key in self._nouns:
                found.append(Head(i, stop + 1, self._nouns[key]))
        end = self.legal_forms.get(i, 0)
        if end and (not found or found[-1].end < end):
            found.append(Head(i, end, PartnerKind.COMPANY))
        if found:
            return tuple(reversed(found))
        suffix = _suffix(self._tables, self._stems[i])
        return (Head(i, i + 1, _suffixes(self._tables)[suffix]),) if suffix else ()


@lru_cache(maxsize=1_000)
def begins_with_head(text: str, lang: str) -> bool:
    """Whether a text begins with a head noun: the rest of Белтелерадиокомпания does."""
    words = Text(text, lang)
    return len(text) >= _LONG and HeadNouns(words).at(0, len(words.words)) is not None


@cache
def _short_words(tables: Lexicon) -> frozenset[str]:
    """What words are cut to, which the plural of another one may be, but for its ending."""
    words = grammar(tables.lang)
    return frozenset([*words.words("short_form"), *(one for _, one in words.pairs("short_word"))])


def _by_initials(text: Text) -> Iterator[tuple[int, PartnerKind]]:
    """The words that are the initials of a body, and its kind by the last ones: БГУ, СПбГУ.

    Legal forms are none, nor is anything where all is in capitals.
    """
    tables = text.grammar.tables
    lasts, forms = _kinds_of_initials(tables), tables.rows("legal_forms")
    for i, word in enumerate(text.words if lasts and not text.text.isupper() else ()):
        may_be = word.is_capitalised and len(word.text) >= _INITIALS and "-" not in word.text
        if may_be and word.text[-2:].isupper():
            kinds = (kind for last, kind in lasts.items() if word.key.endswith(last))
            kind = next(kinds, None)
            if kind and word.text not in forms:
                yield i, kind


@cache
def _kinds_of_initials(tables: Lexicon) -> dict[str, PartnerKind]:
    pairs = grammar(tables.lang).pairs("head_initials")
    return {last: PartnerKind(kind) for last, kind in pairs}


@cache
def _first_words(tables: Lexicon) -> Callable[[str], bool]:
    """Whether a head noun may begin with a stem: remembered, since most words are none."""
    firsts = _beginnings(tables)

    @lru_cache(maxsize=20_000)
    def may_begin(stem: str) -> bool:
        return stem in firsts or _suffix(tables, stem) is not None

    return may_begin


@lru_cache(maxsize=20_000)
def _suffix(tables: Lexicon, stem: str) -> str | None:
    """The longest last part of a compound that a word ends with: Kulturministerium."""
    if stem in grammar(tables.lang).stems_of("no_head"):
        return None
    known = _suffixes(tables)
    return next((end for i in range(len(stem)) if (end := stem[i:]) in known), None)


@cache
def _suffixes(tables: Lexicon) -> dict[str, PartnerKind | None]:
    """What compounds end with, and what it says, where a language makes compounds of nouns."""
    words = grammar(tables.lang)
    nouns = _head_nouns(tables)
    suffixes = {words.stem(one) for one in words.words("head_suffix")}
    if suffixes:
        # Белгородский is no sort of городской.
        territorial = words.stems_of("of_territory")
        long = (one for one in nouns if len(one) > _LONG and " " not in one)
        suffixes.update(one for one in long if one not in territorial)
    # A long word may lose one ending more; and the president of a town is no head of state.
    own = {one: kind for one, kind in nouns.items() if kind is not PartnerKind.HEAD_OF_STATE}
    return {
        end: own.get(one)
        for one in suffixes
        for end in (one, words.stem(_LONG_FIRST + one).removeprefix(_LONG_FIRST))
    }


@cache
def _beginnings(tables: Lexicon) -> frozenset[str]:
    """The stems that head nouns begin with, one, two and so on, up to whole ones."""
    return beginnings(_head_nouns(tables))


@cache
def _head_nouns(tables: Lexicon) -> dict[str, PartnerKind | None]:
    """The nouns that a party's name begins with, by their stems; what they say if certain."""
    words = grammar(tables.lang)
    found = {
        " ".join(words.stems(word)): kind
        for role, kind in _HEAD_ROLES.items()
        for word in words.words(role)
    }
    for stems, entries in index(tables.lang, "vocabulary").stems.items():
        if any(entry.code == PartnerKind.ORGANISATION and entry.form == "nom" for entry in entries):
            # It may be a company, and much else.
            found[stems] = None
            continue
        named = [
            entry
            for entry in entries
            # "State" is an attribute of bodies too; the role has the names of states. And
            # "organisation" says no more than that it is a body.
            if entry.type == "partner_kind" and entry.code not in _NO_HEADS
        ]
        # The name of a kind counts more than a word that is also used for it, and a word for
        # many kinds of bodies says nothing.
        own = [entry for entry in named if entry.form != "alias"]
        codes = {entry.code for entry in own or named}
        if own or (named and stems not in found):
            found[stems] = PartnerKind(codes.pop()) if len(codes) == 1 else None
    for key, kind in _nouns_of_names(tables, fold):
        if found.get(key) is None:
            found[key] = kind
    # Many write them without accents: Academie.
    plain = _nouns_of_names(tables, bare)
    found = {**{key: kind for key, kind in plain if key.isascii()}, **found}
    for word in words.words("no_head"):
        found.pop(words.stem(word), None)
    types = (row for row in tables.rows("unit_types").values() if "use" not in row)
    for row in types:
        # Kanton and Kantons have different stems.
        for form in filter(None, map(row.get, ("nom", "gen"))):
            found.setdefault(" ".join(words.stems(fold(form))), PartnerKind.REGION)
    return {**_abbreviated(found, words), **found}


def _nouns_of_names(
    tables: Lexicon, spelling: Callable[[str], str]
) -> Iterator[tuple[str, PartnerKind]]:
    """The stems of the nouns of names in a spelling, and their kinds."""
    words = grammar(tables.lang)
    for kind, row in tables.rows("kinds_of_names").items():
        for word in listed(row.get("words", "")):
            yield " ".join(words.stems(spelling(word))), PartnerKind(kind)


def _abbreviated(
    nouns: dict[str, PartnerKind | None], words: Grammar
) -> dict[str, PartnerKind | None]:
    """The nouns of several words with one of these abbreviated: администрация г."""
    pairs = words.pairs("abbreviation")
    short = {words.stem(whole): abbreviated for whole, abbreviated in pairs}
    return {
        " ".join(short.get(one, one) for one in key.split()): kind
        for key, kind in nouns.items()
        if " " in key and not short.keys().isdisjoint(key.split())
    }
