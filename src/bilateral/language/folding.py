"""Normalisation of texts that are compared, in four strengths, and the endings of words.

`tidy` is the weakest and keeps a text as it is written; `fold_dates`, `fold` and `bare` leave
out more and more of what people write in more than one way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TypeAlias

from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.tables import listed

__all__ = ["Grammar", "bare", "bare_of", "fold", "fold_dates", "grammar", "tidy"]

# Phrases, longest first, by the second word of each, which is empty if there is none.
_Phrases: TypeAlias = list[tuple[tuple[str, ...], list[str]]]

_QUOTES = '«»„“”‟"‹›‚‘'
# One apostrophe for all: typewriter, typographic, modifier letters, Uzbek turned comma.
_APOSTROPHES = "’ʼʻʹ`´′"
# Within a word, a quotation mark stands for the Uzbek turned comma.
_INNER_QUOTE = re.compile(r"(?<=\w)‘(?=\w)")
_HYPHENS = "\u2010\u2011\u2043"
_DASHES = "\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\u301c"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def _one_of(letters: Iterable[int]) -> Callable[[str], object]:
    """Looks for one of some letters, in a tenth of the time that it takes to replace them."""
    return re.compile(f"[{re.escape(''.join(map(chr, letters)))}]").search


_SAME = str.maketrans(
    {
        **dict.fromkeys(_QUOTES + _INVISIBLE),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_HYPHENS + _DASHES, "-"),
        "ё": "е",
        "&": " and ",
    }
)
# Most texts have nothing to replace.
_has_same = _one_of(_SAME)
# Between dates a dash is no hyphen; an apostrophe may stand for the century: ‘26.
_SAME_IN_DATES = _SAME | str.maketrans({**dict.fromkeys(_DASHES, "–"), "‘": "'", "&": "&"})
# A dash as typewriters have it.
_TYPED_DASH = re.compile("-{2,3}")
# An abbreviation or ordinal that runs into the next word: "5.November".
_RUN_ON = re.compile(r"(?<=[0-9]\.)(?=[^\W\d_])")
_HIDDEN = str.maketrans(dict.fromkeys(_INVISIBLE))
_has_hidden = _one_of(_HIDDEN)
# Letters with a mark that Unicode does not take apart, and the Kazakh ones as Russian has them.
_PLAIN = str.maketrans(
    {
        **dict(zip("łøđıқңғұүіәөһўї", "lodiкнгууиаохуи", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "'": None,
        "-": " ",
    }
)
_has_plain = _one_of(_PLAIN)
# How many letters must be left of a word when its ending has gone, and of one with two.
_SHORTEST_STEM = 3
_LONG_STEM = 6
_WORD = re.compile(r"\w+(?:['-]\w+)*")
# All but the one that makes й of и.
_MARKS = re.compile("(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]")


def tidy(text: str) -> str:
    """A text as written, with plain single spaces and without invisible characters."""
    text = unicodedata.normalize("NFC", text)
    if _has_hidden(text):
        text = text.translate(_HIDDEN)
    tidied = " ".join(text.split())
    # Of a text that is tidy there is no second one: a list keeps that of each cell many times.
    return str(text) if text == tidied else tidied


def fold_dates(text: str) -> str:
    """As `fold`, but with the dashes between dates, and a space behind "5.".

    >>> fold_dates("«на  2026 — 2028\u202fгг.»")
    'на 2026 – 2028 гг.'
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_SAME_IN_DATES)
    return " ".join(_RUN_ON.sub(" ", _TYPED_DASH.sub("–", plain)).split())


def fold(text: str) -> str:
    """A text without differences of case, ё, quotes, dashes, apostrophes and spaces.

    >>> fold("«Дорожная  карта»") == fold("дорожная карта")
    True
    >>> fold("Witebsk – Almaty")
    'witebsk - almaty'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if "‘" in text:
            text = _INNER_QUOTE.sub("'", text)
    text = text.casefold()
    if _has_same(text):
        text = text.translate(_SAME)
    return " ".join(text.split())


def bare(text: str) -> str:
    """A folded text without diacritics, apostrophes and hyphens: a weaker likeness.

    >>> bare("Baden-Württemberg")
    'baden wurttemberg'
    """
    return bare_of(fold(text))


def bare_of(folded: str) -> str:
    """As `bare`, of a text that is folded."""
    if _has_plain(folded):
        folded = folded.translate(_PLAIN)
    elif folded.isascii():
        return folded
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFD", folded)).replace("и\u0306", "й")
    return " ".join(folded.split())


class Grammar:
    """What the table ``reading`` says about a language: its small words and its endings."""

    def __init__(self, tables: Lexicon) -> None:
        #: The tables of the language.
        self.tables: Lexicon = tables
        self._rows = tables.rows("reading")
        self.lang: str = tables.lang
        self.articles: frozenset[str] = frozenset(self.words("article"))
        # Each with what stands in its place: ministries, ministry.
        self._endings = dict(self.pairs("ending"))
        self._longest = max(map(len, self._endings), default=0)
        self.stem: Callable[[str], str] = lru_cache(maxsize=20_000)(self._stem)

    @cache  # noqa: B019 - there is one grammar a language
    def words(self, role: str) -> tuple[str, ...]:
        """The words with a role, folded."""
        row = self._rows.get(role)
        return tuple(map(fold, listed(row["words"]))) if row else ()

    @cache  # noqa: B019
    def pairs(self, role: str) -> tuple[tuple[str, str], ...]:
        """The words with a role, each with what the table has behind its equals sign."""
        parts = (one.partition("=") for one in self.words(role))
        return tuple((word, other) for word, _, other in parts)

    @cache  # noqa: B019
    def stems_of(self, role: str) -> frozenset[str]:
        """The stems of the words with a role."""
        return frozenset(map(self.stem, self.words(role)))

    def has_role(self, word: str) -> bool:
        """Whether a phrase with some role begins with a folded word."""
        return word in self._phrases

    def beginning_with(self, word: str, after: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
        """The phrases that may begin with two folded words, with their roles, longest first."""
        by_second = self._phrases[word]
        return chain(by_second.get(after, ()), by_second.get("", ()))

    @cached_property
    def _phrases(self) -> dict[str, dict[str, _Phrases]]:
        """The phrases with roles as sequences of words, by the first word and the second."""
        roles: dict[tuple[str, ...], list[str]] = {}
        for role in self._rows:
            for one in self.words(role):
                roles.setdefault(tuple(one.split()), []).append(role)
        found: dict[str, dict[str, _Phrases]] = {}
        for words in sorted(roles, key=len, reverse=True):
            first, second, *_ = (*words, "")
            found.setdefault(first, {}).setdefault(second, []).append((words, roles[words]))
        return found

    def _stem(self, word: str) -> str:
        """A folded word without its ending."""
        once = self._stripped(word, _SHORTEST_STEM)
        # A nominative may look like another case: of облисполком, облисполкомом.
        stem = self._stripped(once, _LONG_STEM)
        # With an ending, few letters are another word: of mines, and Min.
        is_short = stem != word and not stem[_SHORTEST_STEM:]
        return stem if is_short else self._in_full.get(stem, stem)

    @cached_property
    def _in_full(self) -> dict[str, str]:
        """The stems of the words that others are abbreviated to: Govt., мин-во."""
        return {
            self._stripped(short, _SHORTEST_STEM): self._stripped(
                self._stripped(whole, _SHORTEST_STEM), _LONG_STEM
            )
            for whole, short in self.pairs("short_word")
            if " " not in whole
        }

    def _stripped(self, word: str, least: int) -> str:
        for length in range(min(self._longest, len(word) - least), 0, -1):
            ending = word[-length:]
            if ending in self._endings:
                return word[:-length] + self._endings[ending]
        return word

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of the words of a folded text, without articles."""
        return tuple(map(self.stem, self.without_articles(text)))

    def without_articles(self, text: str) -> list[str]:
        """The words of a folded text, without articles."""
        words = text.split() if text.replace(" ", "").isalpha() else _WORD.findall(text)
        return [word for word in words if word not in self.articles]

    @lru_cache(maxsize=4_096)  # noqa: B019 - there is one grammar a language
    def is_other_state(self, text: str) -> bool:
        """Whether a folded text names a state that the reference data do not have."""
        return not self._other_states.isdisjoint((" ".join(self.stems(text)), self.bag(text)))

    @cached_property
    def _other_states(self) -> frozenset[str]:
        names = self.words("other_state")
        return frozenset(
            key for name in names for key in (" ".join(self.stems(name)), self.bag(name))
        )

    def is_form(self, word: str, name: str) -> bool:
        """Whether a folded word may be a case form of a name of one word.

        A stem is not enough: ``Самара`` is no form of ``Самар``, ``German`` none of ``Germany``.
        """
        if word == name:
            return True
        for nominative, endings in self._declension:
            if name.endswith(nominative):
                root = name.removesuffix(nominative)
                return word.startswith(root) and word[len(root) :] in endings
        return False

    def declined(self, name: str) -> list[str]:
        """The case forms that a name of one word may have, its nominative left out."""
        fitting = (one for one in self._declension if name.endswith(one[0]))
        nominative, endings = next(fitting, ("", frozenset[str]()))
        return [name.removesuffix(nominative) + ending for ending in sorted(endings)]

    def is_cut(self, word: str, name: str) -> bool:
        """Whether a folded word is the beginning of a name without what is no case ending: trad."""
        rest = name.removeprefix(word) if name.startswith(word) else ""
        return rest != "" and all(rest != ending for ending, _ in self._declension)

    @cached_property
    def _declension(self) -> list[tuple[str, frozenset[str]]]:
        """The endings of nominatives, longest first, with those of their other cases."""
        pairs = self.pairs("declension")
        found = [(ending, frozenset(others.split(","))) for ending, others in pairs]
        return sorted(found, key=lambda one: -len(one[0]))

    def bag(self, text: str) -> str:
        """The words of a folded text in no order, abbreviated, without articles and "of".

        So all the ways in which lists write a name are one: ``Korea, Republic of``, ``Korea
        (Rep.)``, ``Republic of Korea``.
        """
        words: list[str] = [word for word in _WORD.findall(text) if word not in self._joining]
        return " ".join(sorted(self._short.get(word, word) for word in words))

    @cached_property
    def _joining(self) -> frozenset[str]:
        return self.articles | {*self.words("of")}

    @cached_property
    def _short(self) -> dict[str, str]:
        return dict(self.pairs("abbreviation"))


def grammar(lang: str) -> Grammar:
    """The `Grammar` of a language."""
    return _grammar(lexicon(lang))


@cache
def _grammar(tables: Lexicon) -> Grammar:
    return Grammar(tables)
