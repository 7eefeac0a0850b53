"""Lengths of time in words: "5 years", "5 Jahren", «5 лет»."""

from __future__ import annotations

from typing import Protocol

from bilateral.errors import MissingForm
from bilateral.language.conventions import conventions
from bilateral.language.lexicon import check_form, lexicon
from bilateral.literals import Lang

__all__ = ["FORMS", "duration_label"]


class Length(Protocol):
    """A number of each unit."""

    @property
    def years(self) -> int:
        """Years."""
        ...

    @property
    def months(self) -> int:
        """Months."""
        ...

    @property
    def weeks(self) -> int:
        """Weeks."""
        ...

    @property
    def days(self) -> int:
        """Days."""
        ...


FORMS = ("acc", "obl")
_UNITS = ("year", "month", "week", "day")


def duration_label(duration: Length, lang: str, form: str = "acc") -> str:
    """A length of time in ``lang``; ``form`` is ``acc`` or ``obl`` (a column of ``durations``).

    ``acc`` stands after *für*, «на»; ``obl`` is the dative in German («von») and the genitive in
    Russian («в течение»). Raises `UnknownLanguage`, `MissingForm`,
    `ValidationError` (``unknown-form``).

    >>> from bilateral import Duration
    >>> duration_label(Duration(1, 6), "ru"), duration_label(Duration(5), "de", "obl")
    ('1 год и 6 месяцев', '5 Jahren')
    """
    check_form(form, FORMS)
    numbers = zip(
        _UNITS, (duration.years, duration.months, duration.weeks, duration.days), strict=True
    )
    parts = [_part(unit, number, lang, form) for unit, number in numbers if number]
    return conventions(lang).listed(parts or [_part("day", 0, lang, form)])


def _part(unit: str, number: int, lang: Lang, form: str) -> str:
    rows = lexicon(lang).rows("durations")
    row = rows.get(f"{unit}.{conventions(lang).plural(number)}", {})
    if form not in row:
        raise MissingForm(unit, form, lang)
    return row[form].format(n=number)
