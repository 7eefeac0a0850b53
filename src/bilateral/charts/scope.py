"""The agreements that a chart is about, with the language and the day of its reader."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from bilateral.agreements import Agreement
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import View
from bilateral.dossiers import Dossier
from bilateral.frames import agreements_of
from bilateral.language.cldr import locale_of
from bilateral.language.lexicon import capitalised, lexicon
from bilateral.lifecycle.lifetimes import Successors, life_of
from bilateral.lifecycle.overviews import side_label
from bilateral.lifecycle.status import status_in
from bilateral.literals import Lang
from bilateral.partners import Partner, Side
from bilateral.selections import Selection
from bilateral.showing import view_of

__all__ = [
    "Charted",
    "Counted",
    "Party",
    "Scope",
    "applied",
    "country_of",
    "most_first",
    "scope_of",
    "short_day",
    "written_number",
]

#: What a chart can be made of.
Charted = Dossier | Selection | Agreement | Iterable[Agreement]


class Scope(NamedTuple):
    """What is drawn, for whom; ``today`` is the number of the day."""

    agreements: Sequence[Agreement]
    successors: Successors
    view: View
    day: PartialDate
    today: int

    @property
    def lang(self) -> str:
        """The language of the words."""
        return self.view.lang

    def word(self, name: str, **slots: object) -> str:
        """A word at the beginning of a line."""
        return capitalised(self.view.word(name, **slots))

    def counted(self, number: int) -> str:
        """How many agreements there are, in words."""
        return f"{self.word('agreements')}: {written_number(number, self.lang)}"

    def some(self, name: str, shown: range, count: int, order: str) -> str:
        """Which of several things are shown, in words: there are so many, in that order."""
        numbers = {"first": shown[0] + 1, "last": shown[-1] + 1, "count": count}
        slots = {key: written_number(number, self.lang) for key, number in numbers.items()}
        span = self.view.word("chart.span" if len(shown) > 1 else "chart.one", **slots)
        return f"{self.word(name)}: {span} ({self.view.word(order)})"

    def title_of(self, agreement: Agreement) -> str:
        """The title of an agreement."""
        return str(agreement.title(self.lang))


def scope_of(
    rows: Charted, lang: Lang | None, on: PartialDate | datetime.date | str | None
) -> Scope:
    """The scope of a chart; the language is else that of the options, the day today.

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``.
    """
    view = view_of(lang, on)
    some: Dossier | Selection | Iterable[Agreement]
    some = (rows,) if isinstance(rows, Agreement) else rows
    agreements, successors = agreements_of(some)
    return Scope(agreements, successors, view, PartialDate.of(view.on), view.on.toordinal())


class Counted(NamedTuple):
    """The agreements that count, and what to say of that."""

    agreements: Sequence[Agreement]
    notes: Sequence[str]


def applied(scope: Scope, on: object) -> Counted:
    """The agreements that are applied on the day of the scope; all if no day was asked for."""
    if on is None:
        return Counted(scope.agreements, [scope.counted(len(scope.agreements))])
    answers = [
        (one, status_in(life_of(one, scope.successors), scope.today).is_active)
        for one in scope.agreements
    ]
    found = [one for one, answer in answers if answer]
    day = scope.word("chart.applied", day=scope.day.label(scope.lang))
    notes = [f"{day}: {written_number(len(found), scope.lang)}"]
    if undecided := sum(answer is None for _, answer in answers):
        notes.append(f"{scope.view.word('undecided')}: {written_number(undecided, scope.lang)}")
    return Counted(found, notes)


K = TypeVar("K", bound="str | tuple[Any, ...]")


def most_first(numbers: Mapping[K, int]) -> list[K]:
    """What is counted, the most frequent first.

    >>> most_first({"energy": 1, "trade": 2, "air": 1})
    ['trade', 'air', 'energy']
    """
    return sorted(numbers, key=lambda one: (-numbers[one], one))


def written_number(number: int, lang: str) -> str:
    """A number as the language writes it.

    >>> written_number(1000, "en"), written_number(1000, "de")
    ('1,000', '1.000')
    """
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale_of(lexicon(lang), lang))


def short_day(when: UncertainDay, lang: str) -> str:
    """A day in few letters, as far as it is known."""
    period = when.period
    return period.label(lang, "medium") if period else when.label(lang)


class Party(NamedTuple):
    """A country, or a partner that is of none, such as an organisation."""

    key: str
    label: str


def country_of(partner: Partner, lang: str) -> Party:
    """The country that a partner is, or is of, by its short name."""
    code = partner.country
    if code is None:
        return Party(partner.id, side_label(Side([partner]), lang))
    phrase = lexicon(lang).phrase("countries", code)
    return Party(code, phrase.nom if phrase else code)
