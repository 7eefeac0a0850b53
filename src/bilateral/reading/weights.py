"""The weight of some words as a party: as its beginning, as its end, beside another one."""

from __future__ import annotations

from typing import Final

from bilateral.language.folding import fold
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head, begins_with_head
from bilateral.reading.bodies.known_names import Span, is_noun
from bilateral.reading.bodies.legal_forms import end_of_legal_form
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.bodies.signs_of_countries import sign_behind
from bilateral.reading.words import within

__all__ = [
    "BOUND_START",
    "EMPTY",
    "MOST_OF_LIKENESS",
    "MOST_OF_SECOND",
    "RIGHT_CASE",
    "SURE_SPLIT",
    "SURE_START",
    "Weights",
]

# What speaks for and against a split. Only sums are compared.
_KNOWN: Final = 4.0
_HEAD: Final = 3.0
_LATER_HEAD: Final = 2.0
_CAPITAL: Final = 0.5
_SMALL: Final = -1.5
RIGHT_CASE: Final = 1.0
_WRONG_CASE: Final = -2.5
_ARTICLE: Final = 1.0
_IS_NAME: Final = 4.0
_ENDS_WITH_NAME: Final = 3.0
_CLOSED: Final = 1.0
_BRACKET: Final = 0.5
_BARE_HEAD: Final = -3.0
_DANGLING: Final = -6.0
EMPTY: Final = -20.0
_TWO_COUNTRIES: Final = 2.0
_ONE_COUNTRY: Final = -2.0
_SAME_HEAD: Final = 1.0
_TWO_HEADS: Final = 2.0
# What the likeness of two parties may add to a split, and the end of the second one with it.
MOST_OF_LIKENESS: Final = _TWO_COUNTRIES + _SAME_HEAD + _TWO_HEADS
MOST_OF_SECOND: Final = _IS_NAME + _BRACKET + MOST_OF_LIKENESS
# What a beginning must have to be one without doubt, and a whole split.
SURE_START: Final = 3.0
# What one has where a party is bound to begin: a name without an article.
BOUND_START: Final = _CAPITAL - _ARTICLE
SURE_SPLIT: Final = 6.0

_HEAD_WITHIN: Final = 4
_ABBREVIATED: Final = 3
# The head nouns that are abbreviations of whole names.
_WHOLE: Final = tuple(
    f"head.{kind}" for kind in ("ministry", "news_agency", "public_body", "state_committee")
)
_PREPOSITIONS: Final = ("about", "between", "of", "with")


class Weights:
    """Weighs the words of one text."""

    def __init__(self, names: PlacedNames) -> None:
        self._names = names
        self._text = names.text
        # The last word at which a name begins that ends before each word.
        self._begins: dict[int, int] = {
            stop: i for i in names.named for stop, entries in names.at[i] if is_noun(entries)
        }
        heads = ((i, names.head(i, len(self._text.words))) for i in names.headed)
        self._bodies = [i for i, head in heads if head and not head.is_state]
        words = self._text.grammar
        # The endings of adjectives, where articles stand before them.
        self._attributes = words.words("ending.plural_adjective") if words.articles else ()
        self._prepositions = frozenset[int]().union(*map(self._text.places, _PREPOSITIONS))

    def start(self, i: int, case: str) -> float:
        """The weight of the words from ``i`` on as the beginning of a party."""
        text, names = self._text, self._names
        end = len(text.words)
        first = text.after_article(i, end)
        if first >= end:
            return EMPTY
        if first in self._prepositions:
            return EMPTY
        score = self._case(first, case)
        if first > i:
            cases = text.grammar.words(f"article.{case}")
            score += _ARTICLE if not cases or text.words[i].key in cases else _WRONG_CASE
        if names.at[first]:
            return score + _KNOWN
        if first == i and text.grammar.articles:
            # Other names than known ones have an article, in a language that has articles.
            score -= _ARTICLE
        if names.head(first, end) or end_of_legal_form(text, first, end):
            return score + _HEAD
        if self._has_later_head(first, end) or self._is_abbreviation(first):
            return score + _LATER_HEAD
        return score + (_CAPITAL if text.words[first].is_capitalised else _SMALL)

    def _is_abbreviation(self, i: int) -> bool:
        """Whether a word is an abbreviation, as the names of bodies often are: the CNRS."""
        word = self._text.words[i]
        is_upper = word.text.isupper() and len(word.text) >= _ABBREVIATED
        return is_upper and not word.is_number and not self._text.text.isupper()

    def _has_later_head(self, first: int, end: int) -> bool:
        """Whether a head noun follows soon, after words that may be its attributes, also two."""
        words = self._text.words
        for i in range(first, min(end, first + _HEAD_WITHIN)):
            if self._text.is_small(i):
                are_two = first < i < end - 1 and self._text.role(i, "and") > 0
                if are_two and words[i - 1].key[-2:] == words[i + 1].key[-2:]:
                    continue
                return False
            if self._names.head(i, end):
                return True
        return False

    def _case(self, first: int, case: str) -> float:
        """Whether the first word can stand in the case, where endings tell."""
        endings = self._text.grammar.words(f"ending.{case}")
        word = self._text.words[first]
        is_short = self._text.gap(first + 1).startswith(".") or word.text[-2:].isupper()
        if not endings or word.text.isupper() or is_short:
            # Г. Минском, СПбГУ: what is abbreviated has no ending.
            return 0.0
        if word.key.endswith(endings):
            return RIGHT_CASE
        stored = {
            entry.form
            for stop, entries in self._names.at[first]
            for entry in entries
            if fold(entry.text) == fold(self._text.span(first, stop))
        }
        return RIGHT_CASE if case in stored else _WRONG_CASE

    def is_end_of_name(self, end: int) -> bool:
        """Whether a known name ends before a word."""
        return end in self._begins

    def end(self, start: int, end: int) -> float:
        """The weight of the words up to ``end`` as a whole name."""
        text, names = self._text, self._names
        first = text.after_article(start, end)
        if first >= end:
            return EMPTY
        if text.is_small(end - 1) and end not in names.legal_forms.values():
            # S.A. does not end with an article.
            return _DANGLING
        brackets = text.brackets
        if brackets[end - 1] > brackets[first] == brackets[end]:
            # What is in brackets behind a name goes with it.
            core = next(i for i in range(first, end) if brackets[i] > brackets[first])
            is_signed = sign_behind(text, first, core, end) is not None
            if is_signed or self._names.with_country(first, core) == end:
                return (_ENDS_WITH_NAME if is_signed else self.end(first, core)) + _BRACKET
        if names.is_name(first, end):
            return _IS_NAME
        if self._begins.get(end, -1) >= first:
            return _ENDS_WITH_NAME
        return self._unknown_end(first, end)

    def _unknown_end(self, first: int, end: int) -> float:
        if self._attributes and self._is_attribute(first, end):
            return _BARE_HEAD
        head = self._names.head(first, end)
        if head and head.end == end and not (_is_of_one(head) or self.is_whole(first)):
            return _BARE_HEAD
        if self._text.gap(end)[:1] in ("»", "“", "”", '"', ")"):
            return _CLOSED
        # Also a legal form ends a name: eG, gGmbH.
        is_end = self._text.words[end - 1].is_capitalised or end in self._names.legal_forms.values()
        return _CAPITAL if is_end else 0.0

    def _is_attribute(self, first: int, end: int) -> bool:
        """Whether a name goes on behind an adjective: A und der Nationalen *und* B-Universität."""
        text = self._text
        is_article = first < end - 2 and text.is_article(end - 2) and text.role(end - 3, "and") > 0
        return is_article and text.words[end - 1].key.endswith(self._attributes)

    def is_whole(self, i: int) -> bool:
        """Whether a noun is the name of one body: Peking-Universität, Минздрав, Росстат."""
        word, words = self._text.words[i], self._text.grammar
        are_initials = word.text[-2:].isupper() and not self._text.text.isupper()
        return (
            "-" in word.key
            or are_initials
            or any(word.stem in words.stems_of(role) for role in _WHOLE)
            or any(
                word.key.startswith(first) and begins_with_head(word.text[len(first) :], words.lang)
                for first, _ in words.pairs("country_part")
            )
        )

    def likeness(self, one: Span, other: Span) -> float:
        """The weight of what two parties of one document usually share, and what not."""
        score = 0.0
        first, second = self._country(*one), self._country(*other)
        if first and second:
            score += _ONE_COUNTRY if first == second else _TWO_COUNTRIES
        if all(self._has_head(*span) for span in (one, other)):
            score += _TWO_HEADS
        heads = [self._text.after_article(*span) for span in (one, other)]
        if heads[0] < one[1] and heads[1] < other[1]:
            words = [self._text.words[i].stem for i in heads]
            score += _SAME_HEAD if words[0] == words[1] else 0.0
            first_one, second_one = (self._text.words[i] for i in heads)
            if first_one.is_capitalised and not second_one.is_capitalised:
                # Библиотекой и архивом: rather within a name, where no noun has a capital letter.
                score += _SMALL
        return score

    def _country(self, start: int, end: int) -> str | None:
        """The country that a name has, or the sign behind it."""
        sign = sign_behind(self._text, start, end - 1, end)
        return sign.country if sign else self._names.country(start, end)

    def _has_head(self, start: int, end: int) -> bool:
        """Whether the noun of a body is among some words: Food *and Drug Authority* has it late."""
        return bool(within(self._bodies, start, end))


def _is_of_one(head: Head) -> bool:
    """Whether a noun is mostly the name of one body: the Knesset, the Assemblée nationale."""
    return head.kind is PartnerKind.PARLIAMENT
