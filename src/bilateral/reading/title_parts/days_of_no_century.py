"""Days of which nobody says the century, the month or the year: 19.7.66, 9/2/2018, vom 3. Mai."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.dates.words.reading import date_from_text
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import AmbiguousText
from bilateral.problems import ValidationError
from bilateral.reading.words import REDACTED, Text

__all__ = ["day_of_no_century", "day_of_no_year"]

# What is between the figures of a day: 19.7.66, 19/7/66.
_BETWEEN_FIGURES: Final = (".", "/")
_FIGURES_OF_A_DAY: Final = 3
_DIGITS: Final = 2
_IN_FULL: Final = 4
_TWO: Final = 2
# The roles of what leads to a day.
_BEFORE_DAY: Final = ("date_after_kind", "date_of")
_BEFORE_NO_YEAR: Final = (*_BEFORE_DAY, "moment")
_OPENING: Final = (",", "(")
# The words of a day with its month and the word for the year: 16 января 97 г.
_LENGTHS: Final = (4, 3)


def day_of_no_century(text: Text) -> tuple[int, int] | None:
    """The words of the first such day, with what leads to it.

    >>> day_of_no_century(Text("Abkommen vom 19.7.66 über Handel", "de"))
    (1, 5)
    """
    for start, end in (*_in_figures(text), *_with_months(text)):
        is_led = any(start - 1 in text.places(role) for role in _BEFORE_DAY)
        return start - is_led, end
    return None


def _in_figures(text: Text) -> Iterator[tuple[int, int]]:
    last = len(text.words) - _FIGURES_OF_A_DAY
    for i in text.figures:
        if i <= last and _is_of_no_century(text, i):
            yield i, i + _FIGURES_OF_A_DAY


def _is_of_no_century(text: Text, i: int) -> bool:
    *words, year = (word.key for word in text.words[i : i + _FIGURES_OF_A_DAY])
    gaps = {text.gap(n) for n in range(i + 1, i + _FIGURES_OF_A_DAY)}
    are_figures = all(key.isdecimal() and len(key) <= _DIGITS for key in words)
    if not are_figures or not year.isdecimal() or gaps not in map(set, _BETWEEN_FIGURES):
        return False
    day = text.span(i, i + _FIGURES_OF_A_DAY)
    return len(year) == _DIGITS or (len(year) == _IN_FULL and _is_of_two(day, text.grammar.lang))


def _is_of_two(text: str, lang: str) -> bool:
    """Whether a day may be two: 9/2/2018 is one of February, or of September."""
    try:
        date_from_text(text, lang)
    except AmbiguousText:
        return True
    except ValidationError:
        return False
    return False


def _with_months(text: Text) -> Iterator[tuple[int, int]]:
    """The days with the name of their month, before it or behind it."""
    months = date_words(text.grammar.lang).months
    count = len(text.words)
    for i in text.figures:
        # May 5, 98: the first figure may stand behind the month.
        start = i - 1 if i and text.words[i - 1].key in months else i
        for end in (start + length for length in _LENGTHS if start + length <= count):
            keys = [word.key for word in text.words[start:end]]
            figures = [key for key in keys if key[:1].isdigit()]
            # Of a year in full the century is said; most days have one.
            if len(figures) < _TWO or max(map(len, figures)) == _IN_FULL:
                continue
            if months.keys().isdisjoint(keys):
                continue
            # From 5 May to 10 June.
            is_next = end < count and text.words[end].key in months
            if not is_next and _lacks_century(text.span(start, end), text.grammar.lang):
                yield start, end
                break


def _lacks_century(text: str, lang: str) -> bool:
    try:
        date_from_text(text, lang)
    except (AmbiguousText, ValidationError) as error:
        problems = error.problems if isinstance(error, ValidationError) else ()
        return any(problem.code == "two-digit-year" for problem in problems)
    return False


def day_of_no_year(text: Text) -> tuple[int, int] | None:
    """The words of the day or days without a year with which a text ends.

    That is where what leads to them begins, and where they do.

    >>> day_of_no_year(Text("Vertrag über Handel vom 3. Mai", "de"))
    (3, 4)
    """
    months = date_words(text.grammar.lang).months
    start = count = len(text.words)
    while start and (text.words[start - 1].key in months or _is_short_number(text, start - 1)):
        start -= 1
        if start > 1 and text.role(start - 1, "moment") and _is_short_number(text, start - 2):
            # vom 3. bis 5. Mai
            start -= 2
    days = [i for i in range(start, count) if text.words[i].key.isdecimal()]
    is_day = 0 < len(days) < count - start or (len(days) == _TWO and text.gap(count - 1) == ".")
    is_led = any(start - 1 in text.places(role) for role in _BEFORE_NO_YEAR)
    is_led = is_led and not text.role(start - 1, "and")
    is_apart = text.gap(start).strip() in _OPENING
    is_last = start > 0 and REDACTED not in text.gap(count)
    return (start - is_led, start) if is_last and is_day and (is_led or is_apart) else None


def _is_short_number(text: Text, i: int) -> bool:
    """Whether a word is figures of a day or month: 5, 14–16."""
    parts = text.words[i].key.split("–")
    return all(part.isdecimal() and len(part) <= _DIGITS for part in parts)
