"""Options of the package's formats, and the check of those of any format."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, signature
from typing import Any, TypedDict

import attrs

from bilateral.coercion import unknown
from bilateral.dates.partial_dates import Day
from bilateral.literals import Lang
from bilateral.problems import ValidationError
from bilateral.wire.registry import Format

__all__ = ["ReadOptions", "WriteOptions", "check_options"]

# What functions of a format take that is no option of a caller.
_NO_OPTIONS = frozenset({"old", "skip"})


class ReadOptions(TypedDict, total=False):
    """The options of the package's formats for reading; ``docs/howto/spreadsheets.md``.

    ``lang`` is the language to try first in sheets, ``encoding`` that of files that are not
    UTF-8, ``separator`` the one of CSV.
    """

    lang: Lang | None
    encoding: str | None
    separator: str | None


class WriteOptions(TypedDict, total=False):
    """The options of the package's formats for writing.

    ``lang`` is the language of sheets, pages and calendars, ``separator`` the one of CSV,
    ``on`` the day of the statuses in the register of a workbook. The others are those of
    calendars; `bilateral.formats.icalendar.write` explains them.
    """

    lang: Lang | None
    separator: str | None
    on: Day | None
    start: Day | None
    end: Day | None
    alarms: Iterable[int]
    stamp: datetime.datetime | None
    register: str | None


def check_options(format: Format, call: Callable[..., Any], options: Mapping[str, Any]) -> None:
    """Refuse options that a function of a format does not take."""
    parameters = signature(call).parameters.values()
    if any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = {
        parameter.name
        for parameter in parameters
        if parameter.kind is Parameter.KEYWORD_ONLY or parameter.default is not Parameter.empty
    } - _NO_OPTIONS
    problems = [unknown("unknown-option", name, known) for name in options if name not in known]
    if problems:
        details = {"format": format.name}
        raise ValidationError(attrs.evolve(problem, details=details) for problem in problems)
