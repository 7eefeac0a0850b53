"""Dates, periods and lengths of time from the words of documents.

A grammar of phrases, a table a language. It reads the whole text or refuses with a reason, and
it fills in nothing that is not there. ``docs/howto/dates-in-words.md`` tells how to use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from bilateral.coercion import limited
from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import Day, PartialDate, date_or_none
from bilateral.dates.periods import Period
from bilateral.dates.words.phrases import read_period, read_periods
from bilateral.dates.words.spoken_lengths import read_duration
from bilateral.dates.words.vocabulary import DateWords, date_words
from bilateral.errors import AmbiguousText
from bilateral.language.folding import fold_dates
from bilateral.literals import Lang
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem
from bilateral.tables import languages

__all__ = [
    "date_from_text",
    "duration_from_text",
    "period_from_text",
    "period_readings",
    "periods_from_text",
]

# The characters of a phrase: more than any of a document, and few enough to read them all.
_LONGEST: Final = 200
# The end of a sentence, but not that of "2026/..".
_END: Final = re.compile(r"(?:[ ,;:]|(?<!\.)\.(?!\.))+$")
# What stands between the periods of a row; an `AmbiguousText` shows it.
_ROW: Final = ", "
_GENERAL: Final = "unreadable-date"
# A month between the day and the year: 22.VIII.2008, 5/XI-97; two of its letters look Cyrillic.
_MONTHS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_MONTH: Final = re.compile(
    r"(?<![^\W_])(\d{1,2}) ?[./ -] ?([ivxіх]+) ?[./ -] ?(\d{4}|\d\d)(?![^\W_])", re.ASCII
)
_LOOK_ALIKE: Final = str.maketrans("іх", "ix")


def period_from_text(text: str, lang: Lang | None = None, today: Day | None = None) -> Period:
    """A period from the words of a document, or a refusal.

    Without ``lang`` all languages are tried, and those that can read the text have to agree.
    ``today`` (a date or its text) is needed for years of two digits and for words such as
    "this year".

    «до 2030 года» and "until 2030" are read as they are meant in programmes, with the year 2030;
    `period_readings` has the other reading beside it.

    Raises `AmbiguousText` if there are several readings, and `ValidationError`:
    ``unreadable-date`` if the grammar does not know the whole text, ``text-too-long`` (more than
    200 characters), ``date-without-year``, ``two-digit-year``, ``year-without-era``,
    ``needs-today``, ``vague-date`` ("Mitte 2026"), ``dates-apart`` ("2026 and 2028"),
    ``length-without-start`` (a duration), and those of `Period.parse` for dates that do not exist
    or are reversed.

    >>> period_from_text("на 2026–2028 гг."), period_from_text("bis Ende 2030", "de")
    (Period('2026/2028'), Period('../2030'))
    >>> period_from_text("05/11/2025", "en")
    Traceback (most recent call last):
    ...
    bilateral.errors.AmbiguousText: '05/11/2025' can be read as 2025-05-11 or 2025-11-05
    """
    day = date_or_none(today)
    found = _in_languages(text, lang, lambda folded, words: _likely(folded, words, day))
    return Period.parse(_only(text, found))


def period_readings(
    text: str, lang: str | None = None, today: Day | None = None
) -> tuple[Period, ...]:
    """Every reading of a text as a period, the likelier first; errors as `period_from_text`.

    >>> period_readings("до 2030 года")
    (Period('../2030'), Period('../2029'))
    """
    day = date_or_none(today)

    def read(folded: str, words: DateWords) -> list[str]:
        found = read_period(folded, words, day)
        return sorted(found, key=lambda one: not found[one])

    return tuple(map(Period.parse, _in_languages(text, lang, read)))


def periods_from_text(
    text: str, lang: Lang | None = None, today: Day | None = None
) -> tuple[Period, ...]:
    """Dates and periods in a row, each by itself; errors as `period_from_text`.

    A text that is no row gives one period.

    >>> periods_from_text("2019, 2021–2023 and 2025")
    (Period('2019'), Period('2021/2023'), Period('2025'))
    """
    day = date_or_none(today)

    def read(folded: str, words: DateWords) -> list[str]:
        return [_ROW.join(one) for one in read_periods(folded, words, day)]

    return tuple(map(Period.parse, _only(text, _in_languages(text, lang, read)).split(_ROW)))


def date_from_text(text: str, lang: Lang | None = None, today: Day | None = None) -> PartialDate:
    """A date from words, as `period_from_text`; ``not-a-date`` for a period.

    A day of a month needs no year, if the month is a word; it is that day of any year (EDTF
    ``XXXX``). A month alone is refused.

    >>> date_from_text("5 ноября 2025 г."), date_from_text("im zweiten Quartal 2026")
    (PartialDate('2025-11-05'), PartialDate('2026-34'))
    >>> date_from_text("22 September")
    PartialDate('XXXX-09-22')
    """
    day = date_or_none(today)

    def read(folded: str, words: DateWords) -> list[str]:
        found = read_period(folded, words, day, any_year=True)
        return [one for one, is_likely in found.items() if is_likely]

    found = _only(text, _in_languages(text, lang, read))
    if "/" in found:
        raise reject("not-a-date", text)
    return PartialDate.parse(found)


def duration_from_text(text: str, lang: Lang | None = None) -> Duration | None:
    """A length of time from words; `None` for one without end ("auf unbestimmte Zeit").

    Raises `AmbiguousText`, and `ValidationError` (``unreadable-duration``).

    >>> duration_from_text("сроком на пять (5) лет"), duration_from_text("unbefristet")
    (Duration.parse('P5Y'), None)
    """
    found = _in_languages(text, lang, read_duration, general="unreadable-duration")
    length = _only(text, found)
    return Duration.parse(length) if length else None


def _likely(folded: str, words: DateWords, today: date | None) -> list[str]:
    return [one for one, is_likely in read_period(folded, words, today).items() if is_likely]


def _only(text: str, found: list[str]) -> str:
    if len(found) > 1:
        raise AmbiguousText(text, tuple(sorted(found)))
    return found[0]


def _in_languages(
    text: str,
    lang: str | None,
    read: Callable[[str, DateWords], Iterable[str]],
    general: str = _GENERAL,
) -> list[str]:
    """The value that a text says in a language or in any; the most telling reason if none."""
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text)])
    folded = _END.sub("", _ROMAN_MONTH.sub(_in_figures, limited(fold_dates(text), _LONGEST)))
    found: dict[str, None] = {}
    reasons: list[Problem] = []
    for tag in (lang,) if lang else languages():
        words = date_words(tag)
        try:
            found |= dict.fromkeys(read(folded, words))
        except ValidationError as error:
            reasons += error.problems
    if found:
        return list(found)
    telling = [problem for problem in reasons if problem.code != general]
    first = telling[0] if telling else Problem(general)
    raise ValidationError([Problem(first.code, (), text, details=first.details, hint=first.hint)])


def _in_figures(found: re.Match[str]) -> str:
    """A date whose month is a Roman number, in figures; as it is if that is no month."""
    day, month, year = found.groups()
    number = month.translate(_LOOK_ALIKE)
    return f"{day}.{_MONTHS.index(number) + 1}.{year}" if number in _MONTHS else found[0]
