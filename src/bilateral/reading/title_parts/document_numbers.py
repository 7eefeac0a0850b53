"""The number of a document behind its kind: Protocol No. 3, Соглашение № 14/2020."""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.folding import grammar
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import KindFinder
from bilateral.reading.words import Text, within

__all__ = ["take_number"]

_ROMAN = r"[IVX]+\b(?![.-]\w)"
_FIGURES = rf"(?:(?=[^\W\d_]*[/–-]?\d)\w+(?:[/.–-]\w+)*|{_ROMAN})"


def take_number(text: Text, kinds: KindFinder) -> tuple[Text, str | None]:
    """A text without the number of the document, which is no date and no subject; and that.

    >>> text = Text("Protocol No. 3 on trade", "en")
    >>> left, number = take_number(text, KindFinder(text))
    >>> number, len(left.words)
    ('No. 3', 3)
    """
    if kinds.first is None:
        return text, None
    end = kinds.first.end
    place = _behind(text, end) or _before_parties(text, end) or _at_end(text)
    return (text.without(*place), text.text[slice(*place)].strip("()")) if place else (text, None)


def _behind(text: Text, i: int) -> Span | None:
    """The characters of the number that stands behind the word before ``i``, with its sign."""
    found = _number(text.grammar.lang).match(text.text, text.ends[i - 1]) if i else None
    return found.span(1) if found else None


def _before_parties(text: Text, start: int) -> Span | None:
    """The characters of a number behind the subject or the date: on trade No. 3 between.

    The number of a school goes on with its town.
    """
    stop = next((i for i in text.places("between") if i >= start), len(text.words))
    for i in within(_signed(text), start, stop):
        place = _behind(text, i)
        after = next((n for n in range(i, len(text.words)) if _is_behind(text, n, place)), None)
        if place and after and any(text.role(after, role) for role in ("between", "date_of")):
            return place
    return None


def _signed(text: Text) -> list[int]:
    """The words that are the sign of a number, and those with one before them: №."""
    signs = text.places("number_sign")
    return sorted(i for i in {*text.marks, *signs} if "№" in text.gap(i) or i in signs)


def _at_end(text: Text) -> Span | None:
    """The characters of a number behind all else, or behind all but the day: ... № 14 от 2 мая.

    Those of schools and works belong to their names. What is in brackets goes with these.
    """
    i = max((n for n in _signed(text) if n < len(text.words)), default=0)
    place = _behind(text, i)
    if place is None or (not set(text.gap(i)) & set(",.(") and _may_have_number(text, i - 1)):
        return None
    if text.brackets[i] > 0 and "(" not in text.gap(i):
        # In brackets, it is that of a collection: (ITS No. 14 of 2019).
        return None
    start, end = place
    after = next((n for n in range(i, len(text.words)) if _is_behind(text, n, place)), None)
    if text.text[start - 1] == "(" and text.text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    is_last = after is None or text.words[after].has_figures or text.role(after, "date_of")
    return (start, end) if is_last else None


def _may_have_number(text: Text, i: int) -> bool:
    """Whether a word may be the noun of a body that has a number: Гимназия № 5."""
    word = text.words[i]
    return not (word.has_figures or word.text.isupper() or text.role(i, "of_that_year"))


def _is_behind(text: Text, i: int, place: Span | None) -> bool:
    return place is not None and text.starts[i] >= place[1]


@cache
def _number(lang: str) -> re.Pattern[str]:
    words = grammar(lang)
    signs = "|".join(map(re.escape, words.words("number_sign")))
    # Without number: б/н.
    none = "".join(f"|(?i:{re.escape(one)})\\b" for one in words.words("no_number"))
    return re.compile(
        rf"[,.]?\s+\(?((?:№|(?i:{signs})\b\.?)\s?(?:{_FIGURES}{none})|{_ROMAN}{none})"
    )
