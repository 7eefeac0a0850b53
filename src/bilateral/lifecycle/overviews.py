"""Documents as a register lists them: who, since when, until when, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bilateral.agreements import Agreement
from bilateral.dates.partial_dates import Day, PartialDate, whole_day
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import Table, View
from bilateral.lifecycle.deadlines import Deadline, next_in
from bilateral.lifecycle.lifetimes import Successors, life_of
from bilateral.lifecycle.status import Status, status_in
from bilateral.partners import Partner, PartnerKind, Side

__all__ = ["Overview", "overview_of", "register_table", "side_label", "successors_among"]


class Overview(NamedTuple):
    """A document on a day.

    ``in_force`` is the day on which it enters into force, if there is one within bounds.
    Without a day there is neither ``status`` nor ``next`` deadline.
    """

    agreement: Agreement
    signed: PartialDate | None
    in_force: UncertainDay | None
    status: Status | None
    next: Deadline | None


def overview_of(
    agreement: Agreement, on: Day | None, successors: Successors | None = None
) -> Overview:
    """The overview of a document on a day; ``successors`` are those that supersede one, by its id.

    Raises `ValidationError` (``whole-day-needed``).
    """
    life = life_of(agreement, successors)
    entered, day = life.entered.when, None if on is None else whole_day(on)
    return Overview(
        agreement,
        next(iter(agreement.dates("signed")), None),
        entered if None not in entered.bounds else None,
        None if day is None else status_in(life, day),
        None if day is None else next_in(life, day),
    )


def side_label(side: Side, lang: str) -> str:
    """The partners of a side in ``lang``, by their short names where those say which.

    >>> side_label(Side([Partner.city_government("BY-HM")]), "ru")
    'Мингорисполком'
    """
    return ", ".join(_short(one, lang) for one in side)


# Минэнерго is the ministry of any state.
_NAMED_IN_FULL: Final = {PartnerKind.MINISTRY, PartnerKind.STATE_COMMITTEE}


def _short(partner: Partner, lang: str) -> str:
    phrase = partner.phrase(lang)
    if phrase is None:
        return partner.name.marked(lang)
    return phrase.nom if partner.kind in _NAMED_IN_FULL else phrase.short or phrase.nom


def successors_among(agreements: Iterable[Agreement]) -> dict[str, list[Agreement]]:
    """The agreements that supersede another one, by its id."""
    found: dict[str, list[Agreement]] = {}
    for one in agreements:
        for earlier in one.supersedes:
            found.setdefault(earlier.id, []).append(one)
    return found


def register_table(agreements: Sequence[Agreement], successors: Successors, view: View) -> Table:
    """The agreements as a register, a row each; no more are looked at than are shown."""
    day = PartialDate.of(view.on)
    header = [
        view.word("title"),
        view.name_of(Agreement, "sides"),
        view.word("signed"),
        view.word("in_force"),
        view.name_of(Agreement, "period"),
        view.word("status_on", day=day.label(view.lang)),
        view.word("next"),
    ]
    rows = (_row(overview_of(one, day, successors), view.lang) for one in agreements)
    return Table(view.word("agreements"), len(agreements), header, rows)


def _row(one: Overview, lang: str) -> list[object]:
    agreement = one.agreement
    return [
        agreement.title(lang),
        [side_label(side, lang) for side in agreement.sides],
        one.signed,
        one.in_force,
        agreement.period,
        one.status,
        one.next and [one.next.when.label(lang), one.next.label(lang)],
    ]
