"""Which column has the days of signature, where no header tells it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from bilateral.dates.partial_dates import PartialDate
from bilateral.errors import AmbiguousText
from bilateral.intake.layout.headers import is_of_other, is_vague_date
from bilateral.problems import ValidationError
from bilateral.wire.sheets.protection import Cell, text_of

__all__ = ["columns_of_dates", "day_of_number", "is_date", "with_only_dates"]

# What a spreadsheet shows of a day that it takes for a number, in the years of agreements.
_NUMBER = re.compile(r"[1-5]\d{4}", re.ASCII)
_NEARLY_ALL = 0.8
_LONGEST = 200
_SIGNED = ("signed", "signed_at")
# Beside the days of these, one of which nobody knows what it is may be another such day.
_EVENTS = frozenset({"in_force", "terminated"})


def with_only_dates(
    fields: Mapping[int, str],
    names: Mapping[int, str],
    sample: Mapping[int, Sequence[str]],
    lang: str,
) -> dict[int, str]:
    """The fields with the only column of dates as that of the signature.

    A header such as "Date (of the meeting)" tells nothing beside another column of dates.
    """
    known = next((column for column, field in fields.items() if field in _SIGNED), 0)
    if is_vague_date(names.get(known, "")):
        others = {n: texts for n, texts in sample.items() if n != known}
        has_others = any(_are_dates(texts, names.get(n, ""), lang) for n, texts in others.items())
        return {n: one for n, one in fields.items() if not (has_others and n == known)}
    if known:
        return dict(fields)
    free = columns_of_dates(fields, names, sample, lang)
    is_only = len(free) == 1 and _EVENTS.isdisjoint(fields.values())
    return {**fields, free[0]: "signed"} if is_only else dict(fields)


def columns_of_dates(
    fields: Mapping[int, str],
    names: Mapping[int, str],
    sample: Mapping[int, Sequence[str]],
    lang: str,
) -> tuple[int, ...]:
    """The columns of dates that may be those of the signature: no header says what else."""
    return tuple(
        column
        for column, texts in sorted(sample.items())
        if column not in fields
        and not is_of_other(names.get(column, ""), lang)
        and _are_dates(texts, names.get(column, ""), lang)
    )


def _are_dates(texts: Sequence[str], header: str, lang: str) -> bool:
    """Whether nearly all texts are dates; below a header, years alone may be anything."""
    dates = [text for text in texts if is_date(text, lang)]
    are_more = not (header and all(map(str.isdecimal, dates)))
    return len(dates) >= _NEARLY_ALL * len(texts) and are_more


def is_date(text: str, lang: str) -> bool:
    """Whether a text is a date, in figures or words.

    >>> is_date("5 May 2011", "en"), is_date("Oslo", "en")
    (True, False)
    """
    try:
        return bool(PartialDate.from_text(text[:_LONGEST], lang))
    except (AmbiguousText, ValidationError):
        return False


def day_of_number(cell: Cell, zero: datetime.datetime) -> Cell:
    """The day that a spreadsheet shows as a number, which counts from a day zero.

    >>> str(day_of_number("41806", datetime.datetime(1899, 12, 30)))
    '2014-06-16'
    """
    text = text_of(cell)
    is_day = _NUMBER.fullmatch(text)
    return zero.date() + datetime.timedelta(days=int(text)) if is_day else cell
