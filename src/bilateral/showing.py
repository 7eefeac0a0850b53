"""Values shown in another way than the reader's usual one."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import cast

from bilateral.dates.partial_dates import PartialDate, date_of, whole_day
from bilateral.display import Displayed, Facts, Table, View, bundle, current_view, facts_of
from bilateral.literals import Lang
from bilateral.problems import ValidationError, reject, wrong_type_problem
from bilateral.tables import resolve

__all__ = ["Shown", "count_of", "show", "view_of"]


class Shown(Displayed):
    """What `show` answers: a notebook shows it, and it prints as text."""

    __slots__ = ("_values", "_view")

    def __init__(self, values: tuple[object, ...], view: View) -> None:
        self._values, self._view = values, view

    def _facts(self, view: View) -> Iterable[Facts | Table]:
        return (part for value in self._values for part in facts_of(value, view))

    def _repr_html_(self) -> str:
        return bundle(self, self._view)["text/html"]

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        return bundle(self, self._view, include=include, exclude=exclude)

    def __repr__(self) -> str:
        return bundle(self, self._view)["text/plain"]


def show(
    value: object,
    lang: Lang | None = None,
    *,
    on: PartialDate | datetime.date | str | None = None,
    rows: int | None = None,
) -> Shown:
    """Show a value, or several, in a language, on a day, or with more rows.

    ``value`` is anything of this package, or a list or tuple of such (the events of a document,
    its sides). ``lang`` is the language (`options` says which else), ``on`` the day of statuses
    and next deadlines (else today), ``rows`` how many rows a table has at most (else 100).

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``,
    ``negative-count``.

    >>> from bilateral.examples import astana_2025
    >>> show(astana_2025().partners["by"].kind, "de")
    Art: state
    Name  Staat
          state
          государство
    """
    view = view_of(lang, on)
    if rows is not None:
        view = view._replace(most=count_of(rows))
    return Shown(_shown(value), view)


def view_of(lang: Lang | None, on: PartialDate | datetime.date | str | None) -> View:
    """The view in a language, on a day; what is not given is that of the options, or today.

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``.
    """
    view = current_view()
    if lang is not None:
        resolve(lang)
        view = view._replace(lang=lang)
    if on is not None:
        view = view._replace(on=date_of(whole_day(on)))
    return view


def _shown(value: object) -> tuple[object, ...]:
    """The values to show: the one, or those in a list or tuple."""
    if hasattr(value, "_facts"):
        return (value,)
    several = isinstance(value, (list, tuple))
    values = tuple(cast("Iterable[object]", value)) if several else (value,)
    problems = [
        wrong_type_problem("value of bilateral", one).at(number)
        for number, one in enumerate(values)
        if not hasattr(one, "_facts")
    ]
    if problems:
        raise ValidationError(problems)
    return values


def count_of(rows: object) -> int:
    """A number of things; `ValidationError` (``wrong-type``, ``negative-count``) for others."""
    if isinstance(rows, bool) or not isinstance(rows, int):
        raise ValidationError([wrong_type_problem("integer", rows)])
    if rows < 0:
        raise reject("negative-count", rows)
    return rows
