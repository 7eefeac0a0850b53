"""Dates, periods and lengths of time from the words of documents.

A grammar of phrases, a table a language. It reads the whole text or refuses with a reason, and
it fills in nothing that is not there. `docs/howto/dates-in-words.md` tells how to use it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final

from bilateral.coercion import wrong_type_problem
from bilateral.durations import Duration
from bilateral.errors import AmbiguousText, Problem, ValidationError, reject
from bilateral.language.lexicon import languages
from bilateral.language.reading.date_fragments import MARKS, Fragment, complete, fragments, write
from bilateral.language.reading.date_words import DateWords, date_words, fold
from bilateral.partial_dates import PartialDate
from bilateral.periods import Period

__all__ = ["date_from_text", "duration_from_text", "period_from_text", "period_readings"]

# How deep phrases may stand in each other, such as "in the" "period" "of" "2026".
_DEPTH: Final = 6
# More than any phrase of a document, little enough to be refused at once.
_LONGEST: Final = 200
_GENERAL: Final = "unreadable-date"
# A period of the standard, except with codes of parts of the year (as `date_fragments`).
_EDTF: Final = re.compile(
    r"(?!.*[0-9]{4}-(?:1[3-9]|[2-9][0-9])(?![0-9]))[-0-9xy?~%.]*/[-0-9xy?~%.]*"
)


def period_from_text(
    text: str, lang: str | None = None, today: datetime.date | None = None
) -> Period:
    """A period from the words of a document, or a refusal.

    Without ``lang`` all languages are tried, and those that can read the text have to agree.
    ``today`` is needed for years of two digits and for words such as "this year".

    «до 2030 года» and "until 2030" are read as they are meant in programmes, with the year 2030;
    `period_readings` has the other reading beside it.

    Raises `AmbiguousText` if there are several readings, and `ValidationError`:
    ``unreadable-date`` if the grammar does not know the whole text, ``date-without-year``,
    ``two-digit-year``, ``year-without-era``, ``needs-today``, ``vague-date`` ("Mitte 2026"),
    ``dates-apart`` ("2026 and 2028"), ``length-without-start`` (a duration), and those of
    `Period.parse` for dates that do not exist or are reversed.

    >>> period_from_text("на 2026–2028 гг."), period_from_text("bis Ende 2030", "de")
    (Period('2026/2028'), Period('../2030'))
    >>> period_from_text("05/11/2025", "en")
    Traceback (most recent call last):
    ...
    bilateral.errors.AmbiguousText: '05/11/2025' can be read as 2025-05-11 or 2025-11-05
    """
    found = _in_languages(text, lang, lambda folded, words: _plain(folded, words, today))
    return Period.parse(_only(text, found))


def period_readings(
    text: str, lang: str | None = None, today: datetime.date | None = None
) -> tuple[Period, ...]:
    """Every reading of a text as a period, the likelier first; errors as `period_from_text`.

    >>> period_readings("до 2030 года")
    (Period('../2030'), Period('../2029'))
    """

    def read(folded: str, words: DateWords) -> list[str]:
        found = _Reader(words, today).all(folded)
        return sorted(found, key=lambda one: not found[one])

    return tuple(map(Period.parse, _in_languages(text, lang, read)))


def date_from_text(
    text: str, lang: str | None = None, today: datetime.date | None = None
) -> PartialDate:
    """A date from words, as `period_from_text`; ``not-a-date`` for a period.

    >>> date_from_text("5 ноября 2025 г."), date_from_text("im zweiten Quartal 2026")
    (PartialDate('2025-11-05'), PartialDate('2026-34'))
    """
    found = _only(text, _in_languages(text, lang, lambda one, words: _plain(one, words, today)))
    if "/" in found:
        raise reject("not-a-date", text)
    return PartialDate.parse(found)


def duration_from_text(text: str, lang: str | None = None) -> Duration | None:
    """A length of time from words; `None` for one without end ("auf unbestimmte Zeit").

    Raises `AmbiguousText`, and `ValidationError` (``unreadable-duration``).

    >>> duration_from_text("сроком на пять (5) лет"), duration_from_text("unbefristet")
    (Duration.parse('P5Y'), None)
    """
    from bilateral.language.reading.durations import read_duration

    found = _in_languages(text, lang, read_duration, general="unreadable-duration")
    length = _only(text, found)
    return Duration.parse(length) if length else None


def _plain(folded: str, words: DateWords, today: datetime.date | None) -> list[str]:
    found = _Reader(words, today).all(folded)
    return [text for text, is_likely in found.items() if is_likely]


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
    """What a text says in a language or in any; the most telling reason if it says nothing."""
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text)])
    folded = fold(text[: _LONGEST + 1])
    found: dict[str, None] = {}
    reasons: list[Problem] = []
    for tag in (lang,) if lang else languages():
        words = date_words(tag)
        try:
            found |= dict.fromkeys(read(folded, words))
        except ValidationError as error:
            reasons += error.problems
    if found and len(text) <= _LONGEST:
        return list(found)
    telling = [problem for problem in reasons if problem.code != general]
    first = telling[0] if telling else Problem(general)
    raise ValidationError([Problem(first.code, (), text, details=first.details, hint=first.hint)])


class _Reader:
    """The reading of one text in one language: what it says, and why it may say nothing."""

    def __init__(self, words: DateWords, today: datetime.date | None) -> None:
        self._words = words
        self._today = today
        self._reasons: list[Problem] = []

    def all(self, text: str) -> dict[str, bool]:
        """The readings as EDTF, and of each whether it is a likely one."""
        found: dict[str, bool] = {}
        for reading, is_likely in self._phrases(text.rstrip(" .,;:"), _DEPTH):
            found[reading] = found.get(reading, False) or is_likely
        if found:
            return found
        if not self._reasons:
            self._check_duration(text)
        raise ValidationError(self._reasons or [Problem(_GENERAL)])

    def _check_duration(self, text: str) -> None:
        from bilateral.language.reading.durations import read_duration

        try:
            lengths = read_duration(text, self._words)
        except ValidationError:
            return
        self._reasons += [Problem("length-without-start", hint=one or None) for one in lengths]

    def _phrases(self, text: str, depth: int) -> Iterator[tuple[str, bool]]:
        """All readings of a phrase, and whether they are likely."""
        text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
        if _EDTF.fullmatch(text):
            yield from self._attempt(lambda: [Period.parse(text.upper()).text])
        for date in self._dates(text):
            yield from self._attempt(lambda date=date: [self._written(date, "")])
        for role, head, middle in self._words.pairs:
            yield from self._pairs(role, head, middle, text)
        for role, read in _HALVES.items():
            for inner in self._inner(role, text):
                for date in self._dates(inner):
                    yield from self._attempt(lambda date=date, read=read: read(self, date))
        if depth:
            for role, change in _AROUND.items():
                for inner in self._inner(role, text):
                    for reading, is_likely in self._phrases(inner, depth - 1):
                        if changed := change(reading):
                            yield changed, is_likely

    def _inner(self, role: str, text: str) -> Iterator[str]:
        """What stands in the slot of each phrase of a role that the text can be."""
        for pattern in self._words.phrases.get(role, ()):
            if match := pattern.fullmatch(text):
                yield match[1]

    def _dates(self, text: str) -> list[Fragment]:
        return fragments(text, self._words)

    def _attempt(self, read: Callable[[], list[str]]) -> Iterator[tuple[str, bool]]:
        """What a reading gives, the first being the likely one; its refusal is kept as a reason."""
        try:
            found = read()
        except ValidationError as error:
            self._reasons += error.problems
            return
        yield from ((text, index == 0) for index, text in enumerate(found))

    def _written(self, date: Fragment, edge: str) -> str:
        """A date as EDTF, where only its first or last day may be meant if that is its place."""
        written = write(date, self._today).text
        if date.edge not in ("", edge):
            raise ValidationError([Problem("vague-date", hint=written)])
        return written

    def _pairs(
        self, role: str, head: re.Pattern[str], middle: re.Pattern[str], text: str
    ) -> Iterator[tuple[str, bool]]:
        """The readings of two dates with something in between."""
        start = head.match(text)
        for between in middle.finditer(text, start.end()) if start else ():
            left, right = text[start.end() : between.start()], text[between.end() :]
            ends = self._dates(right)
            lasting = [end for end in ends if end.now]
            for pair in product(self._dates(left), lasting or ends):
                if both := complete(*pair):
                    yield from self._attempt(lambda both=both: self._span(role, *both))

    def _span(self, role: str, a: Fragment, b: Fragment) -> list[str]:
        start = self._written(a, "first")
        if b.now:
            return [f"{start}/.."]
        end = self._written(b, "last")
        span = Period.parse(f"{start}/{end}").text
        if role == "join" and PartialDate(start).last_day + 1 != PartialDate(end).first_day:
            raise reject("dates-apart", span)
        if role == "span?" and not b.edge:
            return [span, *self._span_before(start, end)]
        return [span]

    def _span_before(self, start: str, end: str) -> list[str]:
        """The span whose end is not itself in it, if something is left of it then."""
        last = PartialDate(end).first_day - 1
        if PartialDate(start).first_day > last:
            return []
        return [f"{start}/{Period.from_day_numbers(None, last).sides[1]}"]

    def _since(self, date: Fragment) -> list[str]:
        return [f"{self._written(date, 'first')}/.."]

    def _until(self, date: Fragment) -> list[str]:
        return [f"../{self._written(date, 'last')}"]

    def _until_or_before(self, date: Fragment) -> list[str]:
        return self._until(date) + ([] if date.edge or date.mark else self._before(date))

    def _before(self, date: Fragment) -> list[str]:
        day = PartialDate(self._written(date._replace(mark=""), "first")).first_day
        return self._unmarked(date, Period.from_day_numbers(None, day - 1))

    def _after(self, date: Fragment) -> list[str]:
        day = PartialDate(self._written(date._replace(mark=""), "last")).last_day
        return self._unmarked(date, Period.from_day_numbers(day + 1, None))

    def _unmarked(self, date: Fragment, period: Period) -> list[str]:
        if date.mark:
            raise ValidationError([Problem("vague-date", hint=period.text)])
        return [period.text]


def _marked(mark: str) -> Callable[[str], str]:
    """Adds a mark to the one date of a reading with an open end."""

    def change(reading: str) -> str:
        date = reading.removesuffix("/..").removeprefix("../")
        plain = date != reading and "/" not in date and date[-1] not in "~?%"
        return reading.replace(date, date + mark) if plain else ""

    return change


# What may stand around a phrase, and what becomes of its readings ("" if that cannot be).
_AROUND: Final[dict[str, Callable[[str], str]]] = {
    "wrap": str,
    "close": str,
    "unknown-end": lambda reading: reading[:-2] if reading.endswith("/..") else "",
    "unknown-start": lambda reading: reading[2:] if reading.startswith("../") else "",
    **{role: _marked(mark) for role, mark in MARKS.items()},
}
_HALVES: Final[dict[str, Callable[[_Reader, Fragment], list[str]]]] = {
    "since": _Reader._since,
    "until": _Reader._until,
    "until?": _Reader._until_or_before,
    "before": _Reader._before,
    "after": _Reader._after,
}
