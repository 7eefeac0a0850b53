"""Every name that the tables know, by the texts under which it may be met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain, islice
from typing import NamedTuple

from bilateral import reference
from bilateral.language.folding import bare_of, fold, grammar
from bilateral.language.lexicon import FORMS, Lexicon, lexicon
from bilateral.nearness import Words
from bilateral.partners import Partner
from bilateral.sectors import Sector
from bilateral.tables import Row, listed
from bilateral.text import Phrase

__all__ = [
    "TOPICS",
    "Entry",
    "Index",
    "beginnings",
    "by_language",
    "entries_of",
    "index",
    "own_index",
]

# The nearest names of a text: how alike, how many letters apart (one that is replaced counts
# twice), how many names.
_ALIKE = 0.8
_SLIPS = 5
_NEAREST = 5
#: The type of states that we know to be none of ours: former ones, and those without a code.
OTHER_STATE = "other_state"
# The types of what has a name of its own.
_NAMES = frozenset({OTHER_STATE, "country", "subdivision", "city", "institution", "partner"})


class Entry(NamedTuple):
    """One text that names something: ``form`` is a grammatical form or ``alias``."""

    type: str
    code: str
    lang: str
    form: str
    text: str


class Index:
    """Names by their folded texts; the weaker likenesses are worked out when first needed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.exact: dict[str, list[Entry]] = {}
        for entry in entries:
            self.exact.setdefault(fold(entry.text), []).append(entry)

    @cached_property
    def bare(self) -> dict[str, list[Entry]]:
        """The names without diacritics, apostrophes and hyphens."""
        found: dict[str, list[Entry]] = {}
        for text, entries in self.exact.items():
            found.setdefault(bare_of(text), []).extend(entries)
        return found

    @cached_property
    def stems(self) -> dict[str, list[Entry]]:
        """The names by the stems of their words, without articles."""
        found: dict[str, list[Entry]] = {}
        grammar_of = cache(grammar)
        for text, entries in self.exact.items():
            keys: dict[str, str] = {}
            for entry in entries:
                lang = entry.lang
                if lang not in keys:
                    keys[lang] = " ".join(grammar_of(lang).stems(text))
                found.setdefault(keys[lang], []).append(entry)
        return found

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The stems that names begin with, one, two and so on, up to whole names."""
        return beginnings(self.stems)

    @cached_property
    def bags(self) -> dict[str, list[Entry]]:
        """The names of countries and units by their words in no order: Korea, Republic of."""
        found: dict[str, list[Entry]] = {}
        for text, entries in self.exact.items():
            for entry in entries:
                if entry.type in ("country", "subdivision") and " " in text:
                    found.setdefault(grammar(entry.lang).bag(text), []).append(entry)
        return found

    @cached_property
    def _words(self) -> Words:
        return Words(self.exact)

    def near(self, text: str) -> list[tuple[float, Entry]]:
        """Names much like a folded text, with the likeness from 0 to 1."""
        near = islice(self._words.near(text, _ALIKE, _SLIPS).items(), _NEAREST)
        return [(likeness, entry) for word, likeness in near for entry in self.exact[word]]


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """The first word of some keys, the first two and so on, up to whole keys."""
    found: set[str] = set()
    for key in keys:
        found.add(key)
        end = key.find(" ")
        while end > 0:
            found.add(key[:end])
            end = key.find(" ", end + 1)
    return frozenset(found)


def may_be(words: Sequence[str], entry: Entry) -> bool:
    """Whether folded words with the stems of a name may be that name.

    Of a name of one word they must be a case form; adjectives have any ending, and so have the
    words for what is no place and no body.
    """
    if entry.text[-1:] == "-":
        # The first part of a compound is no word.
        return False
    if len(words) != 1:
        return True
    return _may_be(words[0], entry)


@lru_cache(maxsize=20_000)
def _may_be(word: str, entry: Entry) -> bool:
    language = grammar(entry.lang)
    name = language.without_articles(fold(entry.text))[0]
    if entry.type in _NAMES:
        return entry.form == "adj" or language.is_form(word, name)
    return not language.is_cut(word, name)


def index(lang: str, topic: str) -> Index:
    """The names of a table in a language."""
    return _index(lexicon(lang), topic)


@cache
def _index(tables: Lexicon, topic: str) -> Index:
    return Index(_BY_TOPIC[topic](tables))


@lru_cache(maxsize=4)
def own_index(partners: tuple[Partner, ...], sectors: tuple[Sector, ...]) -> dict[str, Index]:
    """The names of the partners and sectors of a dossier: an index for each language."""
    entries = [_own_entries("partner", one.id, one.name) for one in partners]
    entries += [_own_entries("sector", one.code, one.name or {}) for one in sectors]
    return by_language(chain.from_iterable(entries))


def _own_entries(type: str, code: str, names: Mapping[str, Phrase]) -> Iterator[Entry]:
    for tag, phrase in names.items():
        forms = {form: text for form in FORMS if (text := getattr(phrase, form))}
        yield from entries_of(type, code, tag, forms, phrase.aliases)


def by_language(entries: Iterable[Entry]) -> dict[str, Index]:
    """An index for each language of some names."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.lang, []).append(entry)
    return {lang: Index(several) for lang, several in found.items()}


def entries_of(
    type: str, code: str, tag: str, forms: Mapping[str, str], aliases: Iterable[str]
) -> Iterator[Entry]:
    """The texts under which one thing may be met in a language, a tag of which is given."""
    lang = tag.partition("-")[0]
    # The proper name of a unit apart from its generic word, where the table has it.
    texts = chain(
        ((form, forms[form]) for form in (*FORMS, "proper") if form in forms),
        (("alias", alias) for alias in aliases),
    )
    return (Entry(type, code, lang, form, text) for form, text in texts)


def _row_entries(type: str, code: str, lang: str, row: Row) -> Iterator[Entry]:
    return entries_of(type, code, lang, row, listed(row.get("aliases", "")))


def _vocabulary(tables: Lexicon) -> Iterator[Entry]:
    for key, row in tables.rows("vocabulary").items():
        kind, _, code = key.partition(".")
        if kind == "title_word":
            # Words that titles are made with; they name nothing.
            continue
        yield from _row_entries(kind, code, tables.lang, row)
        if "title" in row:
            yield Entry(kind, code, tables.lang, "alias", row["title"])
    for code, row in tables.rows("titles").items():
        yield Entry("agreement_kind", code, tables.lang, "alias", row["nom"])


def _compounds(tables: Lexicon) -> Iterator[Entry]:
    for parts, row in tables.rows("compounds", key="parts").items():
        yield from _row_entries("compound", parts, tables.lang, row)


def _countries(tables: Lexicon) -> Iterator[Entry]:
    endings = grammar(tables.lang).words("ending.adjective")
    # Всеяпонский: of all Japan.
    of_all = grammar(tables.lang).words("of_all")
    for key, row in tables.rows("countries").items():
        # A country has a row for its short name and one for its official name. Adjectives are
        # among its aliases, and first parts of compounds, which end in a hyphen.
        for entry in _row_entries("country", key.partition(".")[0], tables.lang, row):
            is_adjective = entry.form == "alias" and (
                entry.text[0].islower() or entry.text.endswith(endings)
            )
            yield entry._replace(form="adj") if is_adjective else entry
        if "stem" in row:
            yield Entry("country", key, tables.lang, "adj", row["stem"])
        for whole in of_all if "adj" in row else ():
            yield Entry("country", key.partition(".")[0], tables.lang, "adj", whole + row["adj"])
    for name in grammar(tables.lang).words("other_state"):
        yield Entry(OTHER_STATE, "", tables.lang, "nom", name)


def _units(tables: Lexicon) -> Iterator[Entry]:
    reviewed = tables.rows("subdivisions")
    for code, row in reference.subdivisions().items():
        if row["current"] == "yes" and tables.lang in row:
            form = "alias" if code in reviewed else "nom"
            yield Entry("subdivision", code, tables.lang, form, row[tables.lang])


def _cities(tables: Lexicon) -> Iterator[Entry]:
    for key, row in reference.cities().items():
        code = row.get("code")
        names = tables.rows("subdivisions" if code else "cities").get(code or key, {})
        # An adjective may be that of a street, a surname or another town.
        nouns = {form: text for form, text in names.items() if form != "adj"}
        yield from _row_entries("city", key, tables.lang, nouns)


def _table(type: str, topic: str) -> Callable[[Lexicon], Iterator[Entry]]:
    def entries(tables: Lexicon) -> Iterator[Entry]:
        for code, row in tables.rows(topic).items():
            yield from _row_entries(type, code, tables.lang, row)

    return entries


_BY_TOPIC: dict[str, Callable[[Lexicon], Iterator[Entry]]] = {
    "vocabulary": _vocabulary,
    "compounds": _compounds,
    "countries": _countries,
    # Those that are reviewed, and all as Unicode CLDR names them.
    "subdivisions": _table("subdivision", "subdivisions"),
    "units": _units,
    "cities": _cities,
    "institutions": _table("institution", "institutions"),
    "goods": _table("goods", "goods"),
}
# In the order of equal answers.
TOPICS = tuple(_BY_TOPIC)
