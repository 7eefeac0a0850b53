"""Tables for pandas, Polars and Apache Arrow: agreements, deadlines and periods, a row each.

The names of columns are the same in every language; dates are dates, as far as they are known
to the day, and what is less is there as text and as its first and last day.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Literal, cast

from bilateral.agreements import Agreement
from bilateral.coercion import hard, instance, soft_tuple, unknown
from bilateral.dates.gregorian import to_date
from bilateral.dates.partial_dates import Day, PartialDate, TimeValue, whole_day
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import in_words
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.lifecycle.deadlines import Deadline, Deadlines
from bilateral.lifecycle.lifetimes import Successors
from bilateral.lifecycle.overviews import overview_of, side_label, successors_among
from bilateral.lifecycle.status import Status
from bilateral.literals import Lang
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.selections import Selection
from bilateral.tables import resolve
from bilateral.terms.timelines import TermPeriod, Timeline

__all__ = ["Backend", "Explode", "agreements_of", "to_frame"]

#: The library that makes the table.
Backend = Literal["pandas", "polars", "arrow"]
#: What has a row each, in the place of the agreement as a whole.
Explode = Literal["partners", "sectors", "events"]

# The values of one row, by column; and the sorts of columns.
_Row = dict[str, Any]
_Sort = Literal["text", "date", "integer", "boolean"]
_Columns = Mapping[str, _Sort]
_BETWEEN: Final = "; "


def to_frame(
    rows: Dossier | Selection | Deadlines | Timeline | Iterable[Agreement | Deadline | TermPeriod],
    backend: Backend = "pandas",
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
    explode: Explode | None = None,
) -> Any:
    """Make a table of agreements, deadlines or periods.

    ``rows`` is a dossier, a selection, any list of agreements, or what ``deadlines`` or
    ``timeline`` answered. ``backend`` is ``pandas``, ``polars`` or ``arrow`` (a
    `pyarrow.Table`, which every library takes that knows Arrow's PyCapsule interface). With
    ``lang`` there are titles and labels in that language besides the codes; with the day ``on``
    the status and the next deadline of each agreement. ``explode`` gives each of the
    ``partners``, ``sectors`` or ``events`` of an agreement a row; an agreement without any has
    one row without.

    A day stands in ``…_first`` and ``…_last`` alike, a year has its first and last day there.
    Open bounds, and all of what is marked as uncertain or approximate, are empty; the text (EDTF)
    beside them has it. Lists are texts with ``;`` between the items.

    Raises `UnknownLanguage`, `MissingExtra`, and `ValidationError`: ``unknown-choice``,
    ``whole-day-needed``, ``wrong-type``.

    >>> from bilateral.examples import astana_2025
    >>> frame = to_frame(astana_2025(), lang="en", on="2026-11-26")
    >>> frame[["id", "kind_label", "period_last", "status_label"]].iloc[1].tolist()[1:]
    ['roadmap', Timestamp('2028-12-31 00:00:00'), 'in effect']
    """
    make = _chosen(backend, _BACKENDS)
    if lang is not None:
        resolve(lang)
    if on is not None:
        whole_day(on)
    parts = None if explode is None else _chosen(explode, _PARTS)
    columns, found = _table(rows, lang, on, parts)
    table = [*found]
    return make({name: (sort, [row[name] for row in table]) for name, sort in columns.items()})


def _chosen(name: object, known: Mapping[str, Any]) -> Any:
    if isinstance(name, str) and name in known:
        return known[name]
    raise ValidationError([unknown("unknown-choice", name, known, choices=", ".join(known))])


def _table(
    rows: object, lang: str | None, on: Day | None, parts: _Parts | None
) -> tuple[_Columns, Iterator[_Row]]:
    if isinstance(rows, (Dossier, Selection)):
        return _of_agreements(*agreements_of(rows), lang, on, parts)
    things: tuple[Any, ...] = hard(soft_tuple(_thing, cast("Iterable[Any]", rows)))
    kinds: set[type[Any]] = {type(one) for one in things} or {type(rows)}
    if kinds <= {Deadline, Deadlines}:
        return _columns_of(_DEADLINE, lang), (_deadline(one, lang) for one in things)
    if kinds <= {TermPeriod, Timeline}:
        return _columns_of(_PERIOD, lang), (_period(one, lang) for one in things)
    return _of_agreements(*agreements_of(things), lang, on, parts)


def agreements_of(
    rows: Dossier | Selection | Iterable[Agreement],
) -> tuple[tuple[Agreement, ...], Successors]:
    """The agreements of a dossier, a selection or a list, and what supersedes each of them.

    Raises `ValidationError` (``wrong-type``).
    """
    if isinstance(rows, (Dossier, Selection)):
        return tuple(rows), rows.successors
    agreements = hard(soft_tuple(_agreement_in, rows))
    return agreements, successors_among(agreements)


def _agreement_in(value: object) -> Agreement:
    return instance(Agreement, value)


def _thing(value: object) -> Agreement | Deadline | TermPeriod:
    if isinstance(value, (Agreement, Deadline, TermPeriod)):
        return value
    raise ValidationError([wrong_type_problem("Agreement", value)])


# --- agreements ------------------------------------------------------------------------------


_AGREEMENT: Final[_Columns] = {
    "id": "text",
    "title*": "text",
    "kind": "text",
    "kind_label*": "text",
    "side_1": "text",
    "side_1_label*": "text",
    "side_2": "text",
    "side_2_label*": "text",
    "sectors": "text",
    "sectors_label*": "text",
    "legal_force": "text",
    "signed": "text",
    "signed_first": "date",
    "signed_last": "date",
    "in_force_first": "date",
    "in_force_last": "date",
    "period": "text",
    "period_first": "date",
    "period_last": "date",
}
_ON_DAY: Final[_Columns] = {
    "on": "date",
    "status": "text",
    "status_label*": "text",
    "is_active": "boolean",
    "since_first": "date",
    "since_last": "date",
    "until_first": "date",
    "until_last": "date",
    "next_deadline": "text",
    "next_deadline_label*": "text",
    "next_deadline_first": "date",
    "next_deadline_last": "date",
}


def _of_agreements(
    agreements: Sequence[Agreement],
    successors: Successors,
    lang: str | None,
    on: Day | None,
    parts: _Parts | None,
) -> tuple[_Columns, Iterator[_Row]]:
    columns: _Columns = {**_AGREEMENT, **(_ON_DAY if on else {}), **(parts[0] if parts else {})}
    rows = (
        {**row, **part}
        for one in agreements
        for row in [_agreement(one, successors, lang, on)]
        for part in ([*parts[1](one, lang)] or [dict.fromkeys(parts[0])] if parts else [_NO_PART])
    )
    wanted = _columns_of(columns, lang)
    return wanted, ({name: row.get(name) for name in wanted} for row in rows)


_NO_PART: Final[_Row] = {}


def _columns_of(columns: _Columns, lang: str | None) -> _Columns:
    """The columns without the marks of those that are there in a language alone."""
    wanted = (pair for pair in columns.items() if lang or not pair[0].endswith("*"))
    return {name.removesuffix("*"): sort for name, sort in wanted}


def _agreement(one: Agreement, successors: Successors, lang: str | None, on: Day | None) -> _Row:
    overview = overview_of(one, on, successors)
    row = {
        "id": one.id,
        "kind": one.kind.value,
        "sectors": _BETWEEN.join(sector.code for sector in one.sectors),
        "legal_force": one.legal_force.value,
        "signed": overview.signed and str(overview.signed),
        "period": one.period and str(one.period),
        **_bounds("signed", overview.signed),
        **_bounds("in_force", overview.in_force),
        **_bounds("period", one.period),
    }
    for number, side in enumerate(one.sides, 1):
        row[f"side_{number}"] = _BETWEEN.join(partner.id for partner in side)
        row[f"side_{number}_label"] = lang and side_label(side, lang)
    if lang:
        labels = _BETWEEN.join(in_words(sector, lang) for sector in one.sectors)
        row |= {"title": str(one.title(lang)), "sectors_label": labels}
        row |= {"kind_label": in_words(one.kind, lang)}
    if overview.status:
        row |= _on_day(overview.status, overview.next, lang)
    return row


def _on_day(status: Status, deadline: Deadline | None, lang: str | None) -> _Row:
    return {
        "on": status.on,
        "status": status.state.value,
        "status_label": lang and in_words(status, lang),
        "is_active": status.is_active,
        **_bounds("since", status.first),
        **_bounds("until", status.last),
        "next_deadline": deadline and deadline.kind.value,
        "next_deadline_label": lang and deadline and in_words(deadline, lang),
        **_bounds("next_deadline", deadline.when if deadline else None),
    }


def _bounds(name: str, when: TimeValue | UncertainDay | None) -> _Row:
    """The first and the last day of a time, or the days between which a day lies."""
    first = last = None
    if isinstance(when, TimeValue):
        first, last = (when.earliest, when.latest) if when.is_definite else (None, None)
    elif when is not None:
        first, last = (None if day is None else to_date(day) for day in when.bounds)
    return {f"{name}_first": first, f"{name}_last": last}


# --- parts of agreements ---------------------------------------------------------------------

_Parts = tuple[_Columns, Callable[[Agreement, str | None], Iterator[_Row]]]


def _partners(one: Agreement, lang: str | None) -> Iterator[_Row]:
    for number, side in enumerate(one.sides, 1):
        for partner in side:
            yield {
                "side": number,
                "partner": partner.id,
                "partner_label": lang and in_words(partner, lang),
                "country": partner.country,
            }


def _sectors(one: Agreement, lang: str | None) -> Iterator[_Row]:
    for sector in one.sectors:
        label = lang and in_words(sector, lang)
        yield {"sector": sector.code, "sector_label": label, "broader": sector.broader}


def _events(one: Agreement, lang: str | None) -> Iterator[_Row]:
    for event in one.events:
        yield {
            "event": event.kind.value,
            "event_label": lang and in_words(event.kind, lang),
            "date": event.date and str(event.date),
            **_bounds("date", event.date),
            "place": event.place,
            "by": event.by and event.by.id,
        }


_PARTS: Final[Mapping[str, _Parts]] = {
    "partners": (
        {"side": "integer", "partner": "text", "partner_label*": "text", "country": "text"},
        _partners,
    ),
    "sectors": ({"sector": "text", "sector_label*": "text", "broader": "text"}, _sectors),
    "events": (
        {
            "event": "text",
            "event_label*": "text",
            "date": "text",
            "date_first": "date",
            "date_last": "date",
            "place": "text",
            "by": "text",
        },
        _events,
    ),
}


# --- deadlines and periods -------------------------------------------------------------------


_DEADLINE: Final[_Columns] = {
    "key": "text",
    "agreement": "text",
    "title*": "text",
    "kind": "text",
    "kind_label*": "text",
    "number": "integer",
    "day_first": "date",
    "day_last": "date",
    "disputed_first": "date",
    "disputed_last": "date",
}
_PERIOD: Final[_Columns] = {
    "number": "integer",
    "start_first": "date",
    "start_last": "date",
    "end_first": "date",
    "end_last": "date",
    "tense": "text",
    "tense_label*": "text",
}


def _deadline(one: Deadline, lang: str | None) -> _Row:
    return {
        "key": one.key,
        "agreement": one.agreement.id,
        "title": lang and str(one.agreement.title(lang)),
        "kind": one.kind.value,
        "kind_label": lang and in_words(one, lang),
        "number": one.number,
        **_bounds("day", one.when),
        **_bounds("disputed", one.disputed),
    }


def _period(one: TermPeriod, lang: str | None) -> _Row:
    return {
        "number": one.number,
        **_bounds("start", one.first),
        **_bounds("end", one.last),
        "tense": one.tense and one.tense.value,
        "tense_label": lang and one.tense and in_words(one.tense, lang),
    }


# --- libraries -------------------------------------------------------------------------------

_Table = Mapping[str, tuple[_Sort, list[Any]]]


def _library(extra: str, name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise MissingExtra(extra, name) from None


def _pandas(table: _Table) -> Any:
    pd = _library("pandas", "pandas")
    # Seconds know every year that a date can have.
    types = {"text": "string", "date": "datetime64[s]", "integer": "Int64", "boolean": "boolean"}
    columns = {name: pd.Series(values, dtype=types[sort]) for name, (sort, values) in table.items()}
    return pd.DataFrame(columns, columns=[*table])


def _polars(table: _Table) -> Any:
    pl = _library("polars", "polars")
    types = {"text": pl.String, "date": pl.Date, "integer": pl.Int64, "boolean": pl.Boolean}
    return pl.DataFrame(
        {name: values for name, (_, values) in table.items()},
        schema={name: types[sort] for name, (sort, _) in table.items()},
    )


def _arrow(table: _Table) -> Any:
    pa = _library("arrow", "pyarrow")
    types = {"text": pa.string(), "date": pa.date32(), "integer": pa.int64(), "boolean": pa.bool_()}
    return pa.table({name: pa.array(values, types[sort]) for name, (sort, values) in table.items()})


_BACKENDS: Final = {"pandas": _pandas, "polars": _polars, "arrow": _arrow}
