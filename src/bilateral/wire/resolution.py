"""Resolution of ids, and the records that wait for those to which they refer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from bilateral.coercion import Rejected, is_mapping, unknown
from bilateral.dossiers import TABLES
from bilateral.problems import Problem
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.wire.diagnosis import build, without_step

__all__ = ["Resolution"]

_LONGEST_CHAIN = 50
# What is wrong with a record as long as others are not read.
_FOR_NOW = frozenset({"unresolved", "unknown-sector"})
_KEYS = {name: key_of(kind) for kind, name in TABLES.items()}

# A table, and the number of a record in it.
_Place = tuple[str, int]


class Resolution:
    """Finds the records that others refer to; one that waits is read when it is asked for.

    ``read`` reads a record at its place, ``known`` has those of a table that were read.
    """

    def __init__(
        self,
        read: Callable[[_Place, Any], Any],
        known: Callable[[str], Mapping[str, Any]],
        *,
        skip: bool,
    ) -> None:
        self._read, self._known, self._skip = read, known, skip
        self.waiting: dict[_Place, Any] = {}
        self._done: dict[_Place, Any] = {}
        self._index: dict[tuple[str, str], _Place] = {}
        self._under_way: list[_Place] = []

    def wait(self, place: _Place, data: Any, record: Rejected) -> None:
        """Let a record wait until all are there, unless that cannot change what is wrong."""
        self.waiting[place] = data
        if not any(problem.code in _FOR_NOW for problem in record.problems):
            self._done[place] = record

    def resolved(self, attempt: Callable[[str, Any], Any]) -> Iterator[tuple[_Place, Any]]:
        """What waits, each a record or a ``Rejected``; tried first by the fast path."""
        for place, data in self.waiting.items():
            code = data.get(_KEYS[place[0]]) if is_mapping(data) else None
            if isinstance(code, str):
                self._index.setdefault((place[0], code), place)
        # Most wait for those right behind them.
        for place in reversed(self.waiting):
            if place not in self._done:
                record = attempt(place[0], self.waiting[place])
                if record is not None:
                    self._done[place] = record
        for place in self.waiting:
            yield place, self._entry(place)

    def resolve(self, kind: type, table: str, data: object) -> Any:
        """The record to which an id refers, or a ``Rejected``."""
        known = self._known(table)
        if isinstance(data, str):
            # What stands for a sector of one's own is not asked for here: it would be made.
            if data in known:
                return known[data]
            place = self._index.get((table, data))
            if place is not None:
                return self._follow(place, data)
            if kind is Sector:
                result = build(Sector, {"code": data}, [])
                if type(result) is Rejected:
                    return Rejected([without_step(p, "code") for p in result.problems])
                return result
        problem = unknown("unresolved", data, _Codes(self, table))
        return Rejected([attrs.evolve(problem, details={**problem.details, "table": table})])

    def codes(self, table: str) -> Iterator[str]:
        """The ids in a table, of those that wait as well."""
        yield from self._known(table)
        yield from (code for name, code in self._index if name == table)

    def _follow(self, place: _Place, key: object) -> Any:
        if place in self._under_way:
            return Rejected([Problem("cycle", (), key)])
        if len(self._under_way) > _LONGEST_CHAIN:
            return Rejected([Problem("too-deep", (), key, details={"limit": _LONGEST_CHAIN})])
        record = self._entry(place)
        if type(record) is not Rejected:
            return record
        # The record in error is reported at its own place; but one that is left out is missing.
        missing = Problem("unresolved", (), key, details={"table": place[0]})
        return Rejected([missing] if self._skip else [])

    def _entry(self, place: _Place) -> Any:
        if place not in self._done:
            self._under_way.append(place)
            self._done[place] = self._read(place, self.waiting[place])
            self._under_way.pop()
        return self._done[place]


@attrs.frozen
class _Codes:
    """The ids of a table, for whoever asks when all is read."""

    resolution: Resolution
    table: str

    def __iter__(self) -> Iterator[str]:
        return self.resolution.codes(self.table)
