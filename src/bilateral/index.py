"""What questions to a dossier are answered from, made when it is first needed."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, TypeVar

from bilateral import clock
from bilateral.agreements import Agreement
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.instruments import AgreementKind
from bilateral.partners import Partner, Who
from bilateral.record_tables import Table
from bilateral.rowsets import DailyRows, Rows, chosen_rows, marks_of, set_of
from bilateral.sectors import Sector
from bilateral.who import check_named

if TYPE_CHECKING:
    from bilateral.lifecycle.calendars import Calendar
    from bilateral.lifecycle.deadlines import Deadline
    from bilateral.lifecycle.patterns import Patterns
    from bilateral.lifecycle.status import Status

__all__ = ["Index"]

T = TypeVar("T")
# The rows in which each of some values occurs.
_ByValue = Mapping[T, Iterable[int]]
# How many answers to the latest questions are kept: a bit a row each.
_KEPT = 32


class Index:
    """Agreements by row, and what questions to them are answered from.

    All selections of a dossier share one. A question is not put to every agreement but to every
    different partner, sector or kind, of which there are far fewer. What is made for that is
    made when it is first needed, and is left out of pickles.

    ``agreements`` are those that are asked, ``partners`` all that may be asked for, ``broader``
    the wider sector of each that the dossier defines itself, and ``within`` all agreements of
    the dossier: some of them may supersede those that are asked.
    """

    def __init__(
        self,
        agreements: Table[Agreement],
        partners: Table[Partner],
        broader: Mapping[str, str | None],
        within: Table[Agreement],
    ) -> None:
        self.agreements: Table[Agreement] = agreements
        self.partners: Table[Partner] = partners
        self.broader: Mapping[str, str | None] = broader
        self.within: Table[Agreement] = within
        self._size = len(agreements)
        self._asked = 0

    def __reduce__(self) -> tuple[Any, ...]:
        return Index, (self.agreements, self.partners, self.broader, self.within)

    def of(self, some: Table[Agreement]) -> Index:
        """The same for some of the agreements."""
        return Index(some, self.partners, self.broader, self.within)

    @cached_property
    def all(self) -> Rows:
        """All rows."""
        return Rows(lambda: (1 << self._size) - 1, self._size)

    def agreements_at(self, those: Rows) -> Iterator[Agreement]:
        """The agreements of some rows, in order."""
        return compress(self.agreements, marks_of(those.bits, self._size))

    # --- partners, sectors and kinds ---

    def _where(self, values: _ByValue[T], fits: Callable[[T], bool]) -> Rows:
        """The rows in which a value occurs that fits."""
        found = set_of(
            (row for value in values if fits(value) for row in values[value]), self._size
        )
        return Rows(lambda: found)

    @cached_property
    def _sides(self) -> tuple[_ByValue[Partner], _ByValue[Partner]]:
        first, second = (
            _by_value(one.sides[number].partners for one in self.agreements) for number in (0, 1)
        )
        return first, second

    @cached_property
    def _sectors(self) -> _ByValue[Sector]:
        return _by_value(one.sectors for one in self.agreements)

    @cached_property
    def _kinds(self) -> _ByValue[AgreementKind]:
        return _by_value((one.kind,) for one in self.agreements)

    @cached_property
    def on_sides(self) -> Callable[[Who], tuple[Rows, Rows]]:
        """Where somebody is on the first side, and where on the second; errors as `check_named`."""

        def answer(who: Who) -> tuple[Rows, Rows]:
            check_named(who, self.partners.ids())
            first, second = self._sides
            return (
                self._where(first, lambda partner: partner.is_of(who)),
                self._where(second, lambda partner: partner.is_of(who)),
            )

        return lru_cache(maxsize=_KEPT)(answer)

    @cached_property
    def between(self) -> Callable[[Who, Who], Rows]:
        """Where two are on different sides."""

        def answer(x: Who, y: Who) -> Rows:
            (x_first, x_second), (y_first, y_second) = self.on_sides(x), self.on_sides(y)
            return x_first & y_second | y_first & x_second

        return lru_cache(maxsize=_KEPT)(answer)

    @cached_property
    def in_sector(self) -> Callable[[str], Rows]:
        """Where a sector or one within it is."""

        def answer(code: str) -> Rows:
            return self._where(self._sectors, lambda one: code in self._chain(one))

        return lru_cache(maxsize=_KEPT)(answer)

    @cached_property
    def of_kind(self) -> Callable[[AgreementKind], Rows]:
        """Where a kind is."""

        def answer(kind: AgreementKind) -> Rows:
            return self._where(self._kinds, lambda one: one is kind)

        return lru_cache(maxsize=_KEPT)(answer)

    def _chain(self, sector: Sector) -> Iterator[str]:
        """The codes of a sector and of all wider ones."""
        yield sector.code
        broader = sector.broader
        while broader is not None:
            yield broader
            broader = self.broader[broader] if broader in self.broader else _group_of(broader)

    # --- days ---

    @cached_property
    def successors(self) -> dict[str, list[Agreement]]:
        """The agreements that supersede another one, by its id."""
        from bilateral.lifecycle.overviews import successors_among

        return successors_among(self.within)

    @cached_property
    def _patterns(self) -> Patterns:
        from bilateral.lifecycle.patterns import Patterns

        return Patterns(self.successors)

    def status(self, agreement: Agreement, day: int) -> Status:
        """The status of one of the agreements on a day."""
        return self._patterns.status(agreement, day)

    def _asks_many(self, those: Rows) -> bool:
        """Whether questions were put to so many that what answers them for all is worth its cost.

        It is for all rows; a few of many are asked one by one.
        """
        self._asked += len(those)
        return self._asked >= self._size

    @cached_property
    def _activities(self) -> Callable[[datetime.date], tuple[DailyRows, DailyRows]]:
        """What is applied on each day, as a day has it: what has no date has happened by then."""
        from bilateral.lifecycle.activities import activities_of

        def answer(_: datetime.date) -> tuple[DailyRows, DailyRows]:
            return activities_of(self.agreements, self._patterns)

        return lru_cache(maxsize=1)(answer)

    def active(self, those: Rows, day: int) -> tuple[Rows, Rows]:
        """Those of some rows that are applied on a day, and those of which that is not known."""
        if "_activities" not in vars(self) and not self._asks_many(those):
            return self._active_among(those, day)
        active, undecided = self._activities(clock.today())
        if those is self.all:
            return (
                Rows(lambda: active.on(day), active.number(day)),
                Rows(lambda: undecided.on(day), undecided.number(day)),
            )
        return Rows(lambda: those.bits & active.on(day)), Rows(
            lambda: those.bits & undecided.on(day)
        )

    def _active_among(self, those: Rows, day: int) -> tuple[Rows, Rows]:
        found: dict[bool | None, list[int]] = {True: [], False: [], None: []}
        for row in chosen_rows(those.bits, self._size):
            found[self._patterns.activity(self.agreements[row]).on(day)].append(row)
        active, undecided = set_of(found[True], self._size), set_of(found[None], self._size)
        return Rows(lambda: active), Rows(lambda: undecided)

    @cached_property
    def _calendar(self) -> Calendar:
        from bilateral.lifecycle.calendars import Calendar

        return Calendar(self.agreements, self._patterns)

    def deadlines(self, those: Rows, window: UncertainDay) -> tuple[Deadline, ...]:
        """The deadlines of some rows from a day to another."""
        if "_calendar" not in vars(self) and not self._asks_many(those):
            from bilateral.lifecycle.deadlines import deadlines_of

            few = (self.agreements[row] for row in chosen_rows(those.bits, self._size))
            return deadlines_of(few, window, self.successors)
        if those is self.all:
            return self._calendar.all(window)
        return self._calendar.among(those.bits, window)


def _by_value(values: Iterable[Iterable[T]]) -> dict[T, array[int]]:
    found: dict[T, array[int]] = {}
    for row, some in enumerate(values):
        for value in some:
            rows = found.get(value)
            if rows is None:
                rows = found[value] = array("I")
            rows.append(row)
    return found


def _group_of(code: str) -> str | None:
    """The group that a built-in sector belongs to."""
    from bilateral import reference

    return reference.sectors().get(code, {}).get("broader")
