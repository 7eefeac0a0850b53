"""Days to be asked about: of no century, month or year (19.7.66, 9/2/2018, vom 3. Mai), or two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from bilateral.dates.words.reading import date_from_text
from bilateral.dates.words.vocabulary import date_words
from bilateral.errors import AmbiguousText
from bilateral.problems import ValidationError
from bilateral.reading.title_parts.found_dates import TitleDates, from_place, is_of_year
from bilateral.reading.title_parts.other_days import begin_of_other
from bilateral.reading.words import REDACTED, Text

__all__ = [
    "first_of_two",
    "has_days_left",
    "take_day_of_no_year",
    "take_days_before_year",
    "take_days_of_no_century",
]

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


def take_days_of_no_century(found: TitleDates) -> None:
    """The days of which nobody says the century (19.7.66): they are no subject, but rest.

    >>> take_days_of_no_century(found := TitleDates(Text("Abkommen vom 19.7.66 über Handel", "de")))
    >>> found.rest
    ['vom 19.7.66']
    """
    while (place := _day_of_no_century(found.text)) is not None:
        found.keep(*place)
        found.take(*place)
        found.is_of_no_century = True


def _day_of_no_century(text: Text) -> tuple[int, int] | None:
    """The words of the first such day, with what leads to it."""
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


def take_day_of_no_year(found: TitleDates) -> None:
    """The day of which nobody says the year, with which a title ends; it is kept as rest.

    If it is that of signature, it is the date, as far as it is told.

    >>> take_day_of_no_year(found := TitleDates(Text("Vertrag über Handel vom 3. Mai", "de")))
    >>> str(found.date)
    'XXXX-05-03'
    """
    text = found.text
    place = _day_of_no_year(text)
    if place is None:
        return
    first, start = place
    count = len(text.words)
    other = begin_of_other(text, first)
    if other == first and text.role(first - 1, "valid"):
        other = first - 1
    begin = from_place(found, first) if other == first else other
    is_date = other == first and not (first < start and not text.role(first, "date_after_kind"))
    with suppress(ValidationError, AmbiguousText):
        if is_date and found.date is None:
            found.date = found.read(start, count)
            found.take(begin, count)
            return
    found.rest.append(text.span(other, count))
    found.take(begin, count)
    found.is_of_no_century = True


def _day_of_no_year(text: Text) -> tuple[int, int] | None:
    """The words of the day or days without a year with which a text ends.

    That is where what leads to them begins, and where they do.
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


def take_days_before_year(found: TitleDates) -> None:
    """The second of two days of one month that stands before them: May 2 and 5, 2007."""
    text, months = found.text, date_words(found.text.grammar.lang).months
    for i in text.places("and"):
        first, year = i - 2, i + 2
        if first < 0 or year >= len(text.words) or text.words[first].key not in months:
            continue
        if text.is_number(i - 1) and text.is_number(i + 1) and is_of_year(text.words[year]):
            day = f"{found.span(first, first + 1)} {found.span(i + 1, year + 1)}"
            with suppress(ValidationError, AmbiguousText):
                found.date = date_from_text(day, text.grammar.lang)
                found.keep(first, i)
                found.take(from_place(found, first), year + 1)
                found.is_of_no_century = True
                return


def first_of_two(found: TitleDates, start: int) -> int:
    """The first word of another day before a date, as notes have: *2 and* 5 January 2007.

    Which of them counts is to be asked.
    """
    text, months = found.text, date_words(found.text.grammar.lang).months
    n = start - 1
    if n < 1 or not text.role(n, "and"):
        return start
    day = n - 1 - (text.words[n - 1].key in months)
    if day < 0 or not text.is_number(day):
        return start
    # May 2 and June 5
    day -= day > 0 and text.words[day - 1].key in months
    # от 2 и 5 января
    day -= day > 0 and text.role(day - 1, "date_of")
    found.keep(day, start)
    found.is_of_no_century = True
    return day


def has_days_left(text: Text) -> bool:
    """Whether two days beside a month stay that are no date to us: notes of April 14/22, 1976."""
    months = date_words(text.grammar.lang).months
    return any(
        (gap == "/" and any(word.key in months for word in text.words[max(0, i - 2) : i + 2]))
        # One of them may have been read.
        or (gap[-1:] == "/" and REDACTED in gap)
        for i in text.figures
        for gap in [text.gap(i)]
    )
