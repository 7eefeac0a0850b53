"""The grammar of clauses of one language: phrases with slots, by what they say.

There are two sources. Each row of the table ``clauses``, by which terms are written, is read as
it stands. The table ``term_reading`` adds what documents and lists have besides: a row has the
name of a row of ``clauses`` or of `bilateral.reading.clause_meanings`, and a regular expression
over folded text (`fold_dates`) with slots in braces. ``<word>`` stands for the pattern of the
row ``word.word``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from bilateral.dates.words.vocabulary import DateWords, date_words
from bilateral.language.conventions import conventions
from bilateral.language.folding import fold_dates
from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["ClauseGrammar", "Rule", "clause_grammar"]

_SLOT: Final = re.compile(r"\{([a-z_]+?)([0-9]*)\}")
_WORD: Final = re.compile("<([a-z-]+)>")
# What a row says is that of the rows for its number or a legal force, too.
_VARIANT: Final = ".non_binding"
# Rows of the table "clauses" that are no clauses.
_OTHERS: Final = ("date", "deadline", "missing", "reason", "status")
_EVENTS: Final = ("trigger", "exit.received", "exit.sent")
_SEVERAL: Final = "how.several"
_KINDS: Final = ("how", "survivor", "aspect", "outside")
# What stands in a slot: a kind of phrase, or a kind of value.
_SLOTS: Final = {
    "acc": "length",
    "obl": "length",
    "nth": "ordinal",
    "n": "number",
    "times": "number",
    "since": "date",
    "on": "date",
    "event": "moment",
    "what": "survivors",
}


class Text:
    """The pattern of a text, which is compiled when it is first looked for."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Its match at a place of a text."""
        return re.compile(self._pattern).match


class Rule(NamedTuple):
    """A phrase: what it says, and the texts and slots that it is made of.

    ``parts`` are patterns of texts and, between them, names of slots with the kind of what
    stands in each.
    """

    name: str
    parts: tuple[Text | tuple[str, str], ...]

    @property
    def first_slot(self) -> str:
        """The kind of the slot with which it begins, if it begins with one."""
        first = self.parts[0]
        return first[1] if isinstance(first, tuple) else ""


class ClauseGrammar:
    """The phrases of one language, by their kind."""

    def __init__(self, words: Lexicon, tag: str) -> None:
        self._words = words
        self.lang: str = words.lang
        self.dates: DateWords = date_words(tag)
        first, last = re.split("[ABC]", conventions(tag).listed(["A", "B", "C"]))[1:3]
        self.listing: re.Pattern[str] = re.compile(f"{re.escape(last)}|{re.escape(first)}")

    @cached_property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """All phrases by their kind: ``clause``, ``how``, ``event`` and so on."""
        found: dict[str, list[Rule]] = defaultdict(list)
        for name, pattern in self._patterns():
            if kind := _kind(name):
                parts = _parts(pattern, kind, name)
                found[kind].append(Rule(name.removesuffix(_VARIANT), parts))
        return {kind: tuple(rules) for kind, rules in found.items()}

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What may stand between two clauses."""
        return self._word("join", r"\.? ")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """What may stand before the first clause."""
        return self._word("opening", "")

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """What may stand behind the last clause."""
        return self._word("closing", r"\.?")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """What a length of time has in it."""
        return self._word("unit", "")

    @cached_property
    def ordinal(self) -> re.Pattern[str]:
        """An ordinal number, its figures in a group."""
        return self._word("ordinal", r"([0-9]+)\.?")

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The patterns that others refer to, by their names."""
        texts: dict[str, list[str]] = defaultdict(list)
        for row in self._words.rows("term_reading", "pattern").values():
            kind, _, name = row["id"].partition(".")
            if kind == "word":
                texts[name].append(_folded(row["pattern"]))
        return {name: f"(?:{'|'.join(patterns)})" for name, patterns in texts.items()}

    def _word(self, name: str, otherwise: str) -> re.Pattern[str]:
        return re.compile(self._expanded(self._texts.get(name, otherwise)))

    def _expanded(self, pattern: str) -> str:
        """A pattern with those that it refers to, which may refer to further ones."""
        while _WORD.search(pattern):
            pattern = _WORD.sub(lambda match: self._texts[match[1]], pattern)
        return pattern

    def _patterns(self) -> Iterator[tuple[str, str]]:
        for name, row in self._words.rows("clauses").items():
            text = re.sub(r"[^{}\s\w]", lambda match: re.escape(match[0]), fold_dates(row["nom"]))
            text = text.removesuffix(r"\.")
            yield name, text
            # A relative clause brings its closing comma, which is left out before another mark.
            if text.endswith(","):
                yield name, text.removesuffix(",")
        for row in self._words.rows("term_reading", "pattern").values():
            yield row["id"], self._expanded(_folded(row["pattern"]))


def _folded(pattern: str) -> str:
    return pattern.casefold().replace("ё", "е")


def _kind(name: str) -> str:
    """The kind of a phrase; nothing for what is none."""
    if name.startswith(_EVENTS):
        return "event"
    if name.startswith(_SEVERAL):
        return "moment"
    first = name.partition(".")[0]
    if first in (*_OTHERS, "word"):
        return ""
    return first if first in _KINDS else "clause"


def _parts(pattern: str, kind: str, name: str) -> tuple[Text | tuple[str, str], ...]:
    """The texts and slots of a pattern."""
    parts: list[Text | tuple[str, str]] = []
    end = 0
    for slot in _SLOT.finditer(pattern):
        if slot.start() > end:
            parts.append(Text(pattern[end : slot.start()]))
        what, number = slot.groups()
        parts.append((what + number, _in_slot(what, kind, name)))
        end = slot.end()
    if end < len(pattern):
        parts.append(Text(pattern[end:]))
    return tuple(parts)


def _in_slot(slot: str, kind: str, name: str) -> str:
    """The kind of what stands in a slot."""
    if kind == "clause" and slot == "event" and name.startswith("until_event"):
        return "any-event"
    return _SLOTS.get(slot, slot)


def clause_grammar(tag: str) -> ClauseGrammar:
    """The grammar for a language tag. Raises `UnknownLanguage`."""
    return _clause_grammar(lexicon(tag), tag)


@lru_cache(maxsize=32)
def _clause_grammar(words: Lexicon, tag: str) -> ClauseGrammar:
    return ClauseGrammar(words, tag)
