"""Some agreements of a dossier, open to further questions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from bilateral import display, reference
from bilateral.agreements import Agreement
from bilateral.coercion import hard, member, text, unknown
from bilateral.dates.partial_dates import whole_day
from bilateral.dates.periods import PartialDate
from bilateral.display import Displayed, View
from bilateral.errors import UnknownId
from bilateral.index import Index
from bilateral.instruments import AgreementKind
from bilateral.listings import listed_as
from bilateral.literals import AgreementKindCode, SectorCode
from bilateral.partners import Who
from bilateral.record_tables import tabled
from bilateral.rowsets import NONE, Rows
from bilateral.sectors import Sector
from bilateral.who import check_who

if TYPE_CHECKING:
    from bilateral.lifecycle.deadlines import Deadlines

__all__ = ["Selection"]


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

    def __init__(self, index: Index, rows: Rows, undecided: Rows) -> None:
        self._index = index
        self._rows, self._undecided = rows, undecided
        self._chosen: tuple[Agreement, ...] | None = None

    @property
    def _agreements(self) -> tuple[Agreement, ...]:
        if self._chosen is None:
            self._chosen = tuple(self._index.agreements_at(self._rows))
        return self._chosen

    def _those(self, rows: Rows) -> Selection:
        return Selection(self._index, self._rows & rows, self._undecided & rows)

    def between(self, x: Who, y: Who) -> Selection:
        """The agreements between ``x`` and ``y``, in any order.

        Each is a partner, a side, a partner's id, or the code of a country or unit.
        Raises `ValidationError` (``unknown-partner``) for an id or code that nobody has.
        """
        return self._those(self._index.between(check_who(x), check_who(y)))

    def involving(self, who: Who) -> Selection:
        """The agreements that ``who`` (see `Partner.is_of`) is party to; errors as `between`."""
        first, second = self._index.on_sides(check_who(who))
        return self._those(first | second)

    def in_sector(self, sector: Sector | SectorCode) -> Selection:
        """The agreements about a ``sector``, those about its narrower ones included.

        Raises `ValidationError` (``unknown-sector``) for a code that nobody defines.
        """
        index = self._index
        code = sector.code if isinstance(sector, Sector) else hard(text(sector))
        known = code in index.broader or code in reference.sectors()
        if not known and not isinstance(sector, Sector):
            code = Sector(code).code
        return self._those(index.in_sector(code))

    def of_kind(self, kind: AgreementKind | AgreementKindCode) -> Selection:
        """The agreements of the given ``kind``.

        Raises `ValidationError` (``unknown-agreement-kind``).
        """
        wanted = hard(member(AgreementKind, "unknown-agreement-kind", kind))
        return self._those(self._index.of_kind(wanted))

    def active(self, on: PartialDate | datetime.date | str) -> Selection:
        """The agreements applied on the day ``on``: in force, provisionally, or ending.

        Those of which that cannot be known, for want of a date or a rule, are not among them;
        they are in `undecided`, here and after further questions.

        Raises `ValidationError` (``whole-day-needed``).
        """
        active, undecided = self._index.active(self._rows, whole_day(on))
        return Selection(self._index, active, self._undecided | undecided)

    @property
    def undecided(self) -> Selection:
        """The agreements for which the questions so far have no answer, for want of a date."""
        return Selection(self._index, self._undecided, NONE)

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
        from bilateral.lifecycle.deadlines import Deadlines, window_of

        rows = self._rows
        if side is not None:
            first, second = self._index.on_sides(check_who(side))
            rows &= first | second
        found = self._index.deadlines(rows, window_of(start, end))
        return listed_as(Deadlines, found)

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
            some = self._index.of(tabled(self._agreements[index]))
            return Selection(some, some.all, NONE)
        return self._agreements[index]

    def __contains__(self, agreement: object) -> bool:
        """Whether an agreement, or the one with an id, is among them."""
        if isinstance(agreement, str):
            return self._has(agreement)
        return agreement in self._agreements

    def _has(self, id: str) -> bool:
        row = self._index.agreements.rows.get(id)
        return row is not None and row in self._rows

    def _ids(self) -> Iterator[str]:
        return (one.id for one in self._agreements)

    def _ipython_key_completions_(self) -> list[str]:
        return [*self._ids()]

    def __iter__(self) -> Iterator[Agreement]:
        return iter(self._agreements)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and self._agreements == other._agreements

    def __hash__(self) -> int:
        return hash(self._agreements)

    def __reduce__(self) -> tuple[Any, ...]:
        return _selected, (self._index, self._rows.bits, self._undecided.bits)

    def __repr__(self) -> str:
        ids = ", ".join(one.id for one in self._agreements[:5])
        undecided = f" (undecided: {len(self.undecided)})" if len(self._undecided) else ""
        return f"<Selection of {len(self)}: {ids}>{undecided}"

    def _facts(self, view: View) -> Iterable[display.Table]:
        from bilateral.lifecycle.overviews import register_table

        yield register_table(self._agreements, self._index.successors, view)
        if undecided := self.undecided:
            rows = ((one.title(view.lang), one.id) for one in undecided)
            header = [view.word("title"), view.word("id")]
            yield display.Table(view.word("undecided"), len(undecided), header, rows)


def _selected(index: Index, rows: int, undecided: int) -> Selection:
    return Selection(index, Rows(lambda: rows), Rows(lambda: undecided))
