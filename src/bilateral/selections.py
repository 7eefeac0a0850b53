"""Some agreements of a dossier, open to further questions."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING, TypeVar, overload

import attrs

from bilateral import display
from bilateral.agreements import Agreement
from bilateral.coercion import hard, member, text, unknown
from bilateral.dates.partial_dates import whole_day
from bilateral.dates.periods import PartialDate
from bilateral.display import Displayed, View
from bilateral.errors import UnknownId
from bilateral.instruments import AgreementKind
from bilateral.literals import AgreementKindCode, SectorCode
from bilateral.partners import Partner, Who, check_named
from bilateral.record_tables import Table, tabled
from bilateral.sectors import Sector

if TYPE_CHECKING:
    from bilateral.lifecycle.deadlines import Deadlines
    from bilateral.lifecycle.status import Activity

__all__ = ["Selection"]

T = TypeVar("T")
# The rows in which each of some values occurs.
_Rows = Mapping[T, Iterable[int]]


@attrs.frozen(eq=False)
class Index:
    """Agreements by row, and what questions to them are answered from.

    All selections of a dossier share one. A set of rows is a number that has a byte for each
    row, with 1 for those that are in it. A question is not put to every agreement but to every
    different partner, sector or kind, of which there are far fewer. What is made for that is
    made when it is first needed, and is left out of pickles.
    """

    agreements: Table[Agreement]
    #: All partners of the dossier, who may be asked for.
    partners: Table[Partner]
    #: The wider sector of each sector that the dossier defines itself.
    broader: Mapping[str, str | None]
    #: All agreements of the dossier: some of them may supersede those here.
    within: Table[Agreement]

    @cached_property
    def all(self) -> int:
        """The set of all rows."""
        return int.from_bytes(b"\1" * len(self.agreements), "little")

    def marks(self, rows: int) -> bytes:
        """Which rows are in a set."""
        return rows.to_bytes(len(self.agreements), "little")

    def where(self, values: _Rows[T], fits: Callable[[T], bool]) -> int:
        """The rows in which a value occurs that fits."""
        marks = bytearray(len(self.agreements))
        for value, rows in values.items():
            for row in rows if fits(value) else ():
                marks[row] = 1
        return int.from_bytes(marks, "little")

    @cached_property
    def sides(self) -> tuple[_Rows[Partner], _Rows[Partner]]:
        """The rows of the partners on either side."""
        first, second = (
            _rows(one.sides[number].partners for one in self.agreements) for number in (0, 1)
        )
        return first, second

    @cached_property
    def sectors(self) -> _Rows[Sector]:
        """The rows of the sectors."""
        return _rows(one.sectors for one in self.agreements)

    @cached_property
    def kinds(self) -> _Rows[AgreementKind]:
        """The rows of the kinds."""
        return _rows((one.kind,) for one in self.agreements)

    def chain(self, sector: Sector) -> Iterator[str]:
        """The codes of a sector and of all wider ones."""
        yield sector.code
        broader = sector.broader
        while broader is not None:
            yield broader
            broader = self.broader[broader] if broader in self.broader else _group_of(broader)

    @cached_property
    def successors(self) -> dict[str, list[Agreement]]:
        """The agreements that supersede another one, by its id."""
        from bilateral.lifecycle.overviews import successors_among

        return successors_among(self.within)

    @cached_property
    def _activities(self) -> list[Activity | None]:
        return [None] * len(self.agreements)

    def activity(self, row: int) -> Activity:
        """The days on which an agreement is applied."""
        found = self._activities[row]
        if found is None:
            from bilateral.lifecycle.lifetimes import life_of
            from bilateral.lifecycle.status import activity_of

            found = activity_of(life_of(self.agreements[row], self.successors))
            self._activities[row] = found
        return found


def _rows(values: Iterable[Iterable[T]]) -> dict[T, array[int]]:
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


class Selection(Displayed, Sequence[Agreement]):
    """Some agreements of a dossier, in its order, open to further questions.

    Dossiers make them; the constructor is for the inside. What is chosen is looked up when
    somebody asks for it: a further question, or how many there are, costs little however many
    there are.

    >>> from bilateral.examples import astana_2025
    >>> astana_2025().between("BY", "KZ").in_sector("trade").of_kind("roadmap")
    <Selection of 1: by-kz-2025-minsk-astana-roadmap>
    """

    __slots__ = ("_chosen", "_index", "_rows", "_undecided")

    def __init__(self, index: Index, rows: int, undecided: int = 0) -> None:
        self._index = index
        self._rows, self._undecided = rows, undecided
        self._chosen: tuple[Agreement, ...] | None = None

    @property
    def _agreements(self) -> tuple[Agreement, ...]:
        if self._chosen is None:
            self._chosen = tuple(compress(self._index.agreements, self._index.marks(self._rows)))
        return self._chosen

    def _those(self, rows: int) -> Selection:
        return Selection(self._index, self._rows & rows, self._undecided & rows)

    def _on_sides(self, who: Who) -> tuple[int, int]:
        """Where ``who`` is on the first side, and where on the second."""
        check_named(who, self._index.partners.ids())
        where, (first, second) = self._index.where, self._index.sides

        def fits(partner: Partner) -> bool:
            return partner.is_of(who)

        return where(first, fits), where(second, fits)

    def between(self, x: Who, y: Who) -> Selection:
        """The agreements between ``x`` and ``y``, in any order.

        Each is a partner, a side, a partner's id, or the code of a country or unit.
        Raises `ValidationError` (``unknown-partner``) for an id or code that nobody has.
        """
        (x_first, x_second), (y_first, y_second) = self._on_sides(x), self._on_sides(y)
        return self._those(x_first & y_second | y_first & x_second)

    def involving(self, who: Who) -> Selection:
        """The agreements that ``who`` (see `Partner.is_of`) is party to; errors as `between`."""
        first, second = self._on_sides(who)
        return self._those(first | second)

    def in_sector(self, sector: Sector | SectorCode) -> Selection:
        """The agreements about a ``sector``, those about its narrower ones included.

        Raises `ValidationError` (``unknown-sector``) for a code that nobody defines.
        """
        index = self._index
        code = sector.code if isinstance(sector, Sector) else hard(text(sector))
        if code not in index.broader and not isinstance(sector, Sector):
            code = Sector(code).code
        return self._those(index.where(index.sectors, lambda one: code in index.chain(one)))

    def of_kind(self, kind: AgreementKind | AgreementKindCode) -> Selection:
        """The agreements of the given ``kind``.

        Raises `ValidationError` (``unknown-agreement-kind``).
        """
        index = self._index
        wanted = hard(member(AgreementKind, "unknown-agreement-kind", kind))
        return self._those(index.where(index.kinds, lambda one: one is wanted))

    def active(self, on: PartialDate | datetime.date | str) -> Selection:
        """The agreements applied on the day ``on``: in force, provisionally, or ending.

        Those of which that cannot be known, for want of a date or a rule, are not among them;
        they are in `undecided`, here and after further questions.

        Raises `ValidationError` (``whole-day-needed``).
        """
        day, index = whole_day(on), self._index
        answers: dict[bool | None, list[int]] = {True: [], False: [], None: []}
        for row in compress(count(), index.marks(self._rows)):
            answers[index.activity(row).on(day)].append(row)
        active = index.where(answers, lambda answer: answer is True)
        undecided = index.where(answers, lambda answer: answer is None)
        return Selection(index, active, self._undecided | undecided)

    @property
    def undecided(self) -> Selection:
        """The agreements for which the questions so far have no answer, for want of a date."""
        return Selection(self._index, self._undecided)

    @property
    def successors(self) -> Mapping[str, Sequence[Agreement]]:
        """The agreements of the dossier that supersede another one, by its id."""
        return self._index.successors

    def deadlines(
        self,
        start: PartialDate | datetime.date | str,
        end: PartialDate | datetime.date | str,
        *,
        side: Who | None = None,
    ) -> Deadlines:
        """The deadlines from the day ``start`` to the day ``end``, both included, in order.

        They say what enters, begins, renews and ends, and when notice is due; ``side`` (as in
        `involving`) keeps those of one side's agreements. Raises `ValidationError`:
        ``whole-day-needed``, ``period-reversed``, ``unknown-partner``. What is listed:
        `bilateral.lifecycle.deadlines.deadlines_of`.
        """
        from bilateral.lifecycle.deadlines import deadlines_of

        those = self if side is None else self.involving(side)
        return deadlines_of(those, start, end, self._index.successors)

    @overload
    def __getitem__(self, index: int | str) -> Agreement: ...
    @overload
    def __getitem__(self, index: slice) -> Selection: ...
    def __getitem__(self, index: int | str | slice) -> Agreement | Selection:
        if isinstance(index, str):
            if not self._has(index):
                raise UnknownId(index, lambda: unknown("", index, self._ids()).hint)
            return self._index.agreements[index]
        if isinstance(index, slice):
            some = attrs.evolve(self._index, agreements=tabled(self._agreements[index]))
            return Selection(some, some.all)
        return self._agreements[index]

    def __contains__(self, agreement: object) -> bool:
        """Whether an agreement, or the one with an id, is among them."""
        if isinstance(agreement, str):
            return self._has(agreement)
        return agreement in self._agreements

    def _has(self, id: str) -> bool:
        row = self._index.agreements.rows.get(id)
        return row is not None and bool(self._rows >> 8 * row & 1)

    def _ids(self) -> Iterator[str]:
        return compress(self._index.agreements.ids(), self._index.marks(self._rows))

    def _ipython_key_completions_(self) -> list[str]:
        return [*self._ids()]

    def __iter__(self) -> Iterator[Agreement]:
        return iter(self._agreements)

    def __len__(self) -> int:
        return self._rows.bit_count()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and self._agreements == other._agreements

    def __hash__(self) -> int:
        return hash(self._agreements)

    def __repr__(self) -> str:
        ids = ", ".join(one.id for one in self._agreements[:5])
        undecided = f" (undecided: {len(self.undecided)})" if self._undecided else ""
        return f"<Selection of {len(self)}: {ids}>{undecided}"

    def _facts(self, view: View) -> Iterable[display.Table]:
        from bilateral.lifecycle.overviews import register_table

        yield register_table(self._agreements, self._index.successors, view)
        if undecided := self.undecided:
            rows = ((one.title(view.lang), one.id) for one in undecided)
            header = [view.word("title"), view.word("id")]
            yield display.Table(view.word("undecided"), len(undecided), header, rows)
