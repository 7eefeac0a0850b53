"""The sectors that words name: as nouns, as adjectives, as parts of compounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain, islice, pairwise, starmap
from typing import TYPE_CHECKING, Final, NamedTuple

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.bodies.town_names import cities_at
from bilateral.reading.compounds import by_noun, told_by_parts
from bilateral.reading.index import Entry, Index, index, own_index
from bilateral.reading.kinds import vocabulary_of
from bilateral.reading.words import REDACTED, Text, is_general, within
from bilateral.sectors import Sector
from bilateral.tables import listed

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["Subjects", "are_fields", "sectors_about"]

# No name of a sector goes on beyond these.
_APART: Final = REDACTED + ",;"
# The shortest last part that compounds may share.
_SHORTEST_NOUN: Final = 4
_PAIR: Final = 3
# The letters of an abbreviation that looks like a word.
_SHORT: Final = 2
# What is about no goods: ancient history, medieval art, historic trade relations.
_NO_GOODS: Final = frozenset(
    {"archives", "culture", "economy", "education", "heritage", "science", "trade"}
)
# What has works with titles of their own, what opens such a title, and what is closed again.
_WORKS: Final = frozenset({"culture", "film", "libraries"})
_OPENING: Final = frozenset('«„“"')
_CLOSED: Final = re.compile('«[^«]*?»|„[^„]*?[“”]|“[^“]*?”|"[^"]*"')
# The form of words that are about a field and are none of its names.
_ABOUT: Final = "about"
_WEAKER: Final = ("alias", _ABOUT)


class _Found(NamedTuple):
    """The sectors that some words name; a common word may mean something else."""

    start: int
    end: int
    sectors: tuple[Sector, ...]
    is_common: bool = False

    def is_in(self, whole: _Found) -> bool:
        """Whether the sectors are parts of those of another find."""
        return [one.broader for one in self.sectors] == [one.code for one in whole.sectors]


class Subjects:
    """Finds sectors in one text: by their names, and by words that are about them.

    With ``names_only`` only the first count: those say all that there is to say.
    """

    def __init__(self, text: Text, dossier: Names | None, *, names_only: bool = False) -> None:
        self._text = text
        self._tables = text.grammar.tables
        self._known = _names(self._tables) if names_only else _words(self._tables)
        self._shelves = [self._known]
        self._own: dict[str, Sector] = {}
        if dossier is not None:
            own = own_index(*dossier.own_names())
            # What the dossier calls so comes before what our tables do.
            self._shelves = [own[one] for one in own if one == self._tables.lang] + self._shelves
            self._own = {sector.code: sector for sector in dossier.own_names()[1]}
        words = text.grammar
        # Words that have the stem of a sector's name but another meaning.
        self._other = frozenset(words.words("not_sector"))
        self._common = words.stems_of("common_word")
        # Beside the name of another field they say something else: traffic in civil matters.
        self._weak = words.stems_of("weak_word")
        # A technical arrangement may be about anything.
        self._attributes = words.stems_of("attribute_of_kind")
        # Commercial shipping is no trade.
        self._of_sort = words.stems_of("attribute_of_field")
        self._fields = words.stems_of("field")
        self._of_old = words.stems_of("of_old")
        self._restoring = text.with_stem(words.stems_of("restoring"))
        self._upkeep = text.with_stem(words.stems_of("upkeep"))
        self._built = text.with_stem(words.stems_of("built"))
        #: Whether a wording names several sectors, and the first was taken, or perhaps none.
        self.is_ambiguous: bool = False

    def sectors(self, spans: Iterable[Span]) -> list[Sector]:
        """The sectors in some stretches of words, each once, in their order."""
        return list(dict.fromkeys(chain.from_iterable(starmap(self._in, spans))))

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """The words of each name of a sector, or of a compound with one, in a stretch."""
        for i, stop, entries in self._longest_in(start, end):
            if (
                entries
                or any(self.in_compound(i))
                or self._in_shared(i, end)
                or self._in_shared_end(i, end)
            ):
                yield i, stop

    def _longest_in(self, start: int, end: int) -> Iterator[tuple[int, int, list[Entry]]]:
        """The words of a stretch that may name a sector, and the longest name that each begins."""
        stop = start
        for i in within(self._places, start, end):
            if i < stop:
                continue
            # Port Vila is no port.
            if i < (town := self._towns.get(i, i)) <= end:
                stop = town
                continue
            stop, entries = self._longest(i, end)
            yield i, stop, entries

    @cached_property
    def _towns(self) -> dict[int, int]:
        """The ends of the towns of several words by their first one.

        And of what says what a name is one of: Shoalwater Bay *Training Area*.
        """
        text = self._text
        starts = text.with_stem(index(self._tables.lang, "cities").beginnings)
        ends = ((i, stop) for i in reversed(starts) for stop, _ in cities_at(text, i))
        areas = {
            i: i + n
            for i, n in text.places("area").items()
            if i and not text.is_small(i - 1) and text.span(i - 1, i + n).istitle()
        }
        return {i: stop for i, stop in ends if stop > i + 1} | areas

    @cached_property
    def _places(self) -> list[int]:
        """The words that may name a sector: alone, as the first of several, with the next one."""
        text = self._text
        found = {i for shelf in self._shelves for i in text.with_stem(shelf.beginnings)}
        may_name = _may_name(self._tables, self._known)
        found.update(i for i, word in enumerate(text.words) if may_name(word.key))
        found.update(i - 1 for i in text.places("and"))
        found.update(i - 1 for i in text.marks if text.gaps[i][:1] == "-")
        return sorted(found - {-1})

    def _in(self, start: int, end: int) -> list[Sector]:
        found, sectors = self._narrowed(list(self._met(start, end))), list[Sector]()
        if not _OPENING.isdisjoint(self._text.text):
            pairs = [*pairwise(found)]
            found = [*found[:1], *(one for before, one in pairs if not self._is_work(before, one))]
        found = self._not_taxed(found)
        # A common word beside what says a field is one of that: tax information.
        is_alone = all(one.is_common for one in found)
        is_all_weak = all(map(self._is_weak, found))
        for n, one in enumerate(found):
            if self._text.words[one.start].stem in self._of_sort and self._is_beside(found, n):
                continue
            beside = found[max(0, n - 1) : n + 2]
            is_named_else = not is_all_weak and self._is_weak(one)
            if self._restoring and self._is_restored(start, one):
                continue
            if self._upkeep and self._is_upkeep(one, end):
                continue
            if self._is_of_old(one):
                sectors.append(_sector("heritage"))
                continue
            is_doubtful = is_named_else or one.is_common or self._is_of_kind(one)
            is_built = one.start in self._built and self._is_built(one, found[n + 1 :])
            if not is_doubtful or is_built or self._is_in_list(one, beside, end):
                sectors += one.sectors
            elif one.is_common and not is_named_else:
                self.is_ambiguous |= is_alone
        return sectors

    def _narrowed(self, found: list[_Found]) -> list[_Found]:
        """The finds without those of which the word beside names a part: toy industry."""
        gap = self._text.gap
        pairs = [
            pair
            for pair in pairwise(found)
            if pair[0].end == pair[1].start and gap(pair[1].start).isspace()
        ]
        wider = {whole for pair in pairs for part, whole in (pair, pair[::-1]) if part.is_in(whole)}
        return [one for one in found if one not in wider] if wider else found

    def _not_taxed(self, found: list[_Found]) -> list[_Found]:
        """The finds without those of what is taxed: double taxation *of* income from aircraft."""
        for n, one in enumerate(found):
            if one.sectors[0].code == "taxation" and self._text.role(one.end, "taxed"):
                return [*found[:n], *(it for it in found[n:] if it.sectors == one.sectors)]
        return found

    def _is_built(self, one: _Found, after: list[_Found]) -> bool:
        """Whether a word says that what follows is built: the construction *of* a port."""
        is_near = bool(after) and after[0].start <= one.end + _PAIR
        return is_near and self._text.role(one.end, "of") > 0

    def _is_work(self, before: _Found, one: _Found) -> bool:
        """Whether a word stands in the title of a work of art: the ballet "Swan Lake"."""
        gaps = "".join(map(self._text.gap, range(before.end, one.start + 1)))
        is_quoted = not _OPENING.isdisjoint(_CLOSED.sub("", gaps))
        return is_quoted and any(sector.code in _WORKS for sector in before.sectors)

    def _is_weak(self, one: _Found) -> bool:
        """Whether a word alone names a field, but for where another one is named.

        Beside it may stand that it is cooperation.
        """
        about = self._text.grammar.stems_of("cooperation")
        stems = [self._text.words[i].stem for i in range(one.start, one.end)]
        telling = [stem for stem in stems if stem not in about]
        return len(telling) == 1 and telling[0] in self._weak

    def _is_restored(self, start: int, one: _Found) -> bool:
        """Whether a word says what is restored: Restaurierung historischer Textilien."""
        text = self._text
        for i in range(one.start - 1, max(start, one.start - _PAIR) - 1, -1):
            if text.gap(i + 1) != " " or text.role(i, "and"):
                break
            if i in self._restoring:
                return True
        return False

    def _is_upkeep(self, one: _Found, end: int) -> bool:
        """Whether a word for care says what is kept up, and nobody nursed: Pflege der Kontakte."""
        text, after = self._text, one.end
        if one.start not in self._upkeep or after > one.start + 1 or not after < end:
            return False
        if n := text.role(after, "and", end):
            first = text.after_article(after + n, end)
            return first < end and is_general(text, first)
        is_whose = text.role(after, "of") or text.words[after].key in text.grammar.words(
            "article.gen"
        )
        return bool(is_whose) or (text.words[after].text.islower() and not text.is_small(after))

    def _is_of_old(self, one: _Found) -> bool:
        """Whether a word says that goods are a museum's: historic textiles."""
        is_old = one.start > 0 and self._text.words[one.start - 1].stem in self._of_old
        return is_old and not any(sector.code in _NO_GOODS for sector in one.sectors)

    def _is_beside(self, found: list[_Found], n: int) -> bool:
        """Whether a field is named right behind one word, which only says of which sort it is."""
        one, *after = found[n : n + 2]
        is_next = bool(after) and after[0].start == one.end == one.start + 1
        return is_next and self._text.gap(one.end) == " "

    def _is_of_kind(self, one: _Found) -> bool:
        """Whether a word may say how documents are, and not what they are about."""
        is_single = one.end == one.start + 1
        return is_single and self._text.words[one.start].stem in self._attributes

    def _met(self, start: int, end: int) -> Iterator[_Found]:
        for i, stop, entries in self._longest_in(start, end):
            if entries:
                is_common = stop == i + 1 and self._text.words[i].stem in self._common
                yield _Found(i, stop, tuple(self._named(entries)), is_common)
            elif sectors := tuple(
                self._in_suspended(i, end)
                or self.in_compound(i)
                or self._in_hyphenated(i)
                or self._in_shared(i, end)
                or self._in_shared_end(i, end)
                or self._told_by_parts(i)
            ):
                yield _Found(i, stop, sectors)

    def _is_in_list(self, one: _Found, beside: Iterable[_Found], end: int) -> bool:
        """Whether a word names a field: among others, beside "field", or all alone."""
        text = self._text
        after = text.words[one.end].stem if one.end < end else None
        if after in self._fields or after in text.grammar.stems_of("cooperation"):
            return True
        if self._is_before_kind(one, end):
            return True
        first = one.start
        while first and (text.is_small(first - 1) and not text.role(first - 1, "on")):
            first -= 1
        if first and text.words[first - 1].stem in self._fields:
            return True
        is_alone = one.end == end and (not first or not text.gap(first).strip(" \x00"))
        if is_alone and (first == one.start or text.is_article(first)):
            before = one.start - (1 if first < one.start else 0)
            # Of information: nobody says what it is about.
            last = before - 1
            is_of = text.role(last, "of") and text.words[last - 1].stem not in self._fields
            return last >= 0 and bool(text.role(last, "on") and not is_of)
        pairs = ((min(one.end, it.end), max(one.start, it.start)) for it in beside if it != one)
        return any(self._joins(*pair) for pair in pairs)

    def _is_before_kind(self, one: _Found, end: int) -> bool:
        """Whether a common word stands right before what a document is: a *Labour* Agreement."""
        text = self._text
        heads = {text.grammar.stem(head) for head, _ in text.grammar.pairs("designation.head")}
        is_it = one.end == end < len(text.words) and text.words[end].stem in heads
        return is_it and text.words[one.start].stem in text.grammar.stems_of("before_kind")

    def _joins(self, start: int, end: int) -> bool:
        """Whether there is a comma or "and" between two fields, and nothing else."""
        text = self._text
        ands = [i for i in range(start, end) if text.role(i, "and")]
        others = (i for i in range(start, end) if i not in ands)
        return (bool(ands) or any(mark in text.gap(start) for mark in ",;")) and all(
            map(text.is_article, others)
        )

    def _longest(self, i: int, end: int, other: Text | None = None) -> tuple[int, list[Entry]]:
        """The longest name of a sector that begins at a word, and where it ends."""
        text = other or self._text
        longest, found = i + 1, list[Entry]()
        is_other = text.words[i].key in self._other
        if is_other and len(word := text.words[i].text) == _SHORT:
            # It is no IT.
            is_other = word.islower()
        for shelf in self._shelves:
            for stop, entries in text.spot(shelf, i, end, _APART):
                if stop <= longest and (found or is_other):
                    break
                if named := [entry for entry in entries if entry.type != "partner"]:
                    longest, found = stop, named
                    if len({entry.code for entry in named}) > 1:
                        # Medicine is one thing, medicines are another.
                        same = shelf.exact.get(fold(text.span(i, stop)), ())
                        found = [entry for entry in named if entry in same] or named
        return longest, found

    def _in_shared(self, i: int, end: int) -> list[Sector]:
        """The sector of an adjective whose noun is behind the next one.

        In "higher and vocational education" both are fields of education.
        """
        second = i + 1 + self._text.role(i + 1, "and", end)
        if not i + 1 < second < end:
            return []
        stop, entries = self._longest(second, end)
        if entries and stop == second + 1:
            # The adjective alone may be one: дипломатическое и консульское представительство.
            stop = second + _PAIR - 1
        if not entries or stop > end:
            return []
        words = f"{self._text.span(i, i + 1)} {self._text.span(second + 1, stop)}"
        whole = Text(words, self._tables.lang)
        last, named = self._longest(0, len(whole.words), whole)
        return self._named(named) if named and last == len(whole.words) else []

    def _named(self, entries: list[Entry]) -> list[Sector]:
        codes, is_certain = _codes(tuple(entries))
        if not is_certain:
            self.is_ambiguous = True
        return [self._own.get(code) or _sector(code) for code in codes]

    def in_compound(self, i: int) -> list[Sector]:
        """The sector that the first part of a compound names: Energiebereich, Handels-."""
        if self._text.words[i].key in self._other:
            return []
        is_suspended = self._text.gaps[i + 1][:1] == "-"
        code = _in_compound(self._tables, self._known, self._text.words[i].key, is_suspended)
        return [_sector(code)] if code else []

    def _told_by_parts(self, i: int) -> list[Sector]:
        """The sector that the words in a compound noun tell: Apfelexport."""
        key = self._text.words[i].key
        told = told_by_parts(self._tables, self._known, key)
        # Verbs have no capital.
        if told is None or key in self._other or not self._text.span(i, i + 1)[:1].isupper():
            return []
        self.is_ambiguous |= not told.is_certain
        return [_sector(told.code)]

    def _in_hyphenated(self, i: int) -> list[Sector]:
        """The sectors of adjectives that a hyphen joins: wissenschaftlich-wirtschaftlich.

        Or of words that others write apart: flood-control.
        """
        key = self._text.words[i].key
        if "-" not in key:
            return []
        apart = " ".join(self._text.grammar.stems(key.replace("-", " ")))
        if named := [one for one in self._known.stems.get(apart, ()) if one.type == "sector"]:
            return self._named(named)
        codes = [_by_adjective(self._tables, part) for part in key.split("-")]
        return [_sector(code) for code in codes if code] if all(codes) else []

    def _in_suspended(self, i: int, end: int) -> list[Sector]:
        """The sector of two first parts of compounds: Öl- und Gaslieferungen."""
        last = self._end_of_suspended(i, end)
        if last == i:
            return []
        first, key = self._text.words[i].key, self._text.words[last].key
        codes = {
            code
            for start, rest, code in _pairs(self._tables)
            if start == first and key.startswith(rest)
        }
        return [_sector(code) for code in codes] if len(codes) == 1 else []

    def _in_shared_end(self, i: int, end: int) -> list[Sector]:
        """The sector of a compound that a later one ends: Waren- und Zahlungsverkehr."""
        last = self._end_of_suspended(i, end)
        first, key = self._text.words[i].key, self._text.words[last].key
        code = _by_last_part(self._tables, self._known, first, key)
        return [_sector(code)] if code and last > i else []

    def _end_of_suspended(self, i: int, end: int) -> int:
        """The word that ends a compound of which only the first part is there; else that itself."""
        last = i
        while last < end and self._text.gaps[last + 1][:1] == "-":
            last += 1
        n = self._text.role(last, "and", end) if last > i else 0
        return last + n if n and last + n < end else i


def sectors_about(text: str, lang: str) -> tuple[Sector, ...]:
    """The sectors that a text without any parties is about, if it is clear which.

    >>> [one.code for one in sectors_about("glass and theatre", "en")]
    ['culture']
    """
    words = Text(text, lang)
    subjects = Subjects(words, None)
    found = subjects.sectors([(0, len(words.words))])
    return () if subjects.is_ambiguous else tuple(found)


def are_fields(words: Text, *, names_only: bool = False) -> bool:
    """Whether words say no more than cooperation and fields of it, by their names or in others.

    >>> are_fields(Text("Cooperation in customs matters", "en"))
    True
    >>> are_fields(Text("Customs officers", "en"))
    False
    """
    plain = words.grammar.stems_of("cooperation") | words.grammar.stems_of("field")
    plain |= words.grammar.stems_of("matter")
    covered = {
        inner
        for start, stop in Subjects(words, None, names_only=names_only).spans(0, len(words.words))
        for inner in range(start, stop)
    }
    return all(
        i in covered or words.is_small(i) or word.stem in plain
        for i, word in enumerate(words.words)
    )


def _names(tables: Lexicon) -> Index:
    """The names of sectors."""
    return vocabulary_of(tables, "sector", "compound")


@cache
def _words(tables: Lexicon) -> Index:
    """The names of sectors, and the words that are about them."""
    about = (
        Entry("sector", code, tables.lang, _ABOUT, word)
        for code, row in tables.rows("sector_words").items()
        for one in listed(row["words"])
        for word in (one, *_with_vowel(one, tables))
    )
    return Index(chain(*_names(tables).exact.values(), about))


def _with_vowel(name: str, tables: Lexicon) -> Iterator[str]:
    """A name in the genitive of the plural, if a vowel in that changes a stem: перевозок."""
    pairs = ((f"{end} ", f"{other} ") for end, other in grammar(tables.lang).pairs("fleeting"))
    forms = (f"{name} ".replace(end, other, 1) for end, other in pairs if end in f"{name} ")
    yield from (form.strip() for form in islice(forms, 1))


@lru_cache(maxsize=20_000)
def _codes(entries: tuple[Entry, ...]) -> tuple[list[str], bool]:
    """The sectors that a wording names, and whether these are the only ones that it may."""
    ranks = [_WEAKER.index(one.form) if one.form in _WEAKER else -1 for one in entries]
    own = [one for one, rank in zip(entries, ranks, strict=True) if rank == min(ranks)]
    return own[0].code.split("+"), len({entry.code for entry in own}) == 1


@cache
def _sector(code: str) -> Sector:
    """A sector of the tables: titles name the same ones again and again."""
    return Sector(code)


@cache
def _may_name(tables: Lexicon, known: Index) -> Callable[[str], bool]:
    """Whether a word alone may name a sector: remembered, since most name none."""

    @lru_cache(maxsize=20_000)
    def may_name(key: str) -> bool:
        return (
            "-" in key
            or _in_compound(tables, known, key, is_suspended=False) is not None
            or told_by_parts(tables, known, key) is not None
        )

    return may_name


@lru_cache(maxsize=20_000)
def _in_compound(
    tables: Lexicon,
    known: Index,
    key: str,
    is_suspended: bool,  # noqa: FBT001
) -> str | None:
    """The sector that the first part of a compound names, if its last part says no more."""
    words = grammar(tables.lang)
    # A compound with these is a sort of document.
    if key.startswith(words.words("kind_prefix")):
        return None
    tails, prefixes = _compound_tails(tables), _compound_prefixes(tables)
    for length in range(len(key), 0, -1):
        if code := prefixes.get(key[:length]):
            tail = words.stem(key[length:].removeprefix("-"))
            if (not tail and is_suspended) or tail in tails:
                return code
    stem = words.stem(key)
    for tail in tails if stem.endswith(tails) else ():
        noun = stem.removesuffix(tail).removesuffix("-")
        if stem.endswith(tail) and (found := by_noun(tables, known, noun)):
            return found
    return None


@lru_cache(maxsize=20_000)
def _by_last_part(tables: Lexicon, known: Index, first: str, key: str) -> str | None:
    """The sector of a first part with the last part of another compound, the longest that fits."""
    stem = grammar(tables.lang).stem
    for cut in range(1, len(key) - _SHORTEST_NOUN + 1):
        entries = known.stems.get(stem(first + key[cut:]), ())
        codes = {entry.code for entry in entries if entry.type == "sector"}
        if len(codes) == 1:
            return codes.pop()
    return None


@lru_cache(maxsize=20_000)
def _by_adjective(tables: Lexicon, key: str) -> str | None:
    """The sector with an adjective that has the stem of a word."""
    stem = grammar(tables.lang).stem(key)
    entries = vocabulary_of(tables, "sector").stems.get(stem, ())
    codes = {entry.code for entry in entries if entry.form == "adj"}
    codes = codes or {entry.code for entry in entries}
    return codes.pop() if len(codes) == 1 else None


@cache
def _compound_prefixes(tables: Lexicon) -> dict[str, str]:
    """The first parts of compounds, each with the sector that it names."""
    return {
        fold(row["compound"].removesuffix("-")): key.removeprefix("sector.")
        for key, row in tables.rows("vocabulary").items()
        if "compound" in row and key.startswith("sector.")
    }


@cache
def _compound_tails(tables: Lexicon) -> tuple[str, ...]:
    """The stems of last parts of compounds that say no more, longest first."""
    words = grammar(tables.lang)
    tails = words.stems_of("compound_tail") | words.stems_of("kind_suffix")
    return tuple(sorted(tails, key=len, reverse=True))


@cache
def _pairs(tables: Lexicon) -> list[tuple[str, str, str]]:
    """The names of two nouns: the first, the second, the sector."""
    joint = grammar(tables.lang).words("and")
    entries = (
        entry for several in vocabulary_of(tables, "sector").exact.values() for entry in several
    )
    parts = ((fold(entry.text).split(), entry.code) for entry in entries)
    return [
        (words[0], words[2], code)
        for words, code in parts
        if len(words) == _PAIR and words[1] in joint
    ]
