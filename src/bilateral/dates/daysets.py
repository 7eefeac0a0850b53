"""Sets of days, whatever number of periods they come from, and the days of one period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeVar, final, overload

from bilateral.dates.gregorian import MAX_DAY
from bilateral.dates.intervals import FOREVER
from bilateral.dates.partial_dates import Day, whole_day
from bilateral.frozen import Frozen
from bilateral.interchange import Modelled
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem

if TYPE_CHECKING:
    from bilateral.dates.periods import PartialDate, Period

__all__ = ["DaySet", "Days"]

T = TypeVar("T")


def _between_sets(
    operate: Callable[[DaySet, DaySet], T],
) -> Callable[[DaySet, DaySet], T]:
    """An operator that has no answer for anything but another set."""

    @wraps(operate)
    def checked(self: DaySet, other: DaySet) -> T:
        return operate(self, other) if isinstance(other, DaySet) else NotImplemented

    return checked


@final
class DaySet(Modelled, Frozen):
    """A set of days, kept as the shortest list of spans: in order, apart, never adjacent.

    Two sets of the same days are equal, whatever they were made from; `of` makes one from
    periods, the constructor from spans of day numbers (`ValidationError`, ``wrong-type`` or
    ``period-reversed``, for anything else). The operators are those
    of Python's sets: ``|``, ``&``, ``-``, ``^``, ``<=``, ``<``, ``in``; ``~`` is every other day.

    >>> years = DaySet.of("2026", "2027", "2029/..")
    >>> [str(period) for period in years.periods()]
    ['2026/2027', '2029/..']
    >>> [str(period) for period in years.gaps().periods()]
    ['2028']
    """

    __slots__ = ("spans",)

    #: First and last day number of each span; an open end is ``-FOREVER`` or ``FOREVER``.
    spans: tuple[tuple[int, int], ...]

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        object.__setattr__(self, "spans", tuple(_joined(_checked(spans))))

    @classmethod
    def of(cls, *values: Period | PartialDate | date | str) -> DaySet:
        """The days of all periods in ``values`` together.

        Every end must be given to the day or be open: a `ValidationError` with the code
        ``period-not-definite`` says which period has none. (`Period.certain_days` and
        `Period.possible_days` are the two sets between which such a period lies.)

        >>> DaySet.of("2026-01/2026-06", "2026-07/2026-12") == DaySet.of("2026")
        True
        """
        from bilateral.dates.periods import Period

        return cls(span for value in values for span in Period.of(value).day_set().spans)

    @_between_sets
    def __or__(self, other: DaySet) -> DaySet:
        return DaySet((*self.spans, *other.spans))

    @_between_sets
    def __and__(self, other: DaySet) -> DaySet:
        return DaySet(_shared(self.spans, other.spans))

    def __invert__(self) -> DaySet:
        edges = ((0, -FOREVER - 1), *self.spans, (FOREVER + 1, 0))
        between = ((before[1] + 1, after[0] - 1) for before, after in pairwise(edges))
        return DaySet((first, last) for first, last in between if first <= last)

    @_between_sets
    def __sub__(self, other: DaySet) -> DaySet:
        return self & ~other

    @_between_sets
    def __xor__(self, other: DaySet) -> DaySet:
        return (self - other) | (other - self)

    @_between_sets
    def __le__(self, other: DaySet) -> bool:
        return self & other == self

    @_between_sets
    def __lt__(self, other: DaySet) -> bool:
        return self != other and self <= other

    def __contains__(self, day: Day) -> bool:
        number = whole_day(day)
        return any(first <= number <= last for first, last in self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __eq__(self, other: object) -> bool:
        return self.spans == other.spans if isinstance(other, DaySet) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.spans)

    def __reduce__(self) -> tuple[Any, ...]:
        return DaySet, (self.spans,)

    def __repr__(self) -> str:
        if self.spans == _ALL:
            return "~DaySet()"
        try:
            inside = ", ".join(repr(str(period)) for period in self.periods())
        except ValidationError:
            return f"DaySet({list(self.spans)})"
        return f"DaySet.of({inside})" if inside else "DaySet()"

    def isdisjoint(self, other: DaySet) -> bool:
        """True if this and the ``other`` set have no day in common.

        Raises `ValidationError` (``wrong-type``) for what is no set of days.
        """
        if not isinstance(other, DaySet):
            raise ValidationError([wrong_type_problem("DaySet", other)])
        return not self & other

    def periods(self) -> tuple[Period, ...]:
        """The spans as periods, each in the coarsest dates that say it exactly.

        Raises `ValidationError` for what EDTF cannot write: ``period-without-date`` for the set
        of all days, ``no-edtf-text`` for a day of a year with more than four digits.

        >>> DaySet.of("2026-01-01/2026-03-31", "2027-05-01").periods()
        (Period('2026-01/2026-03'), Period('2027-05-01'))
        """
        from bilateral.dates.periods import Period

        return tuple(
            Period.from_day_numbers(
                None if first == -FOREVER else first, None if last == FOREVER else last
            )
            for first, last in self.spans
        )

    def gaps(self) -> DaySet:
        """The days between its first and its last that it has not.

        >>> DaySet.of("2026", "2028").gaps()
        DaySet.of('2027')
        """
        return DaySet((a[1] + 1, b[0] - 1) for a, b in pairwise(self.spans))

    @property
    def day_count(self) -> int | None:
        """The number of its days; `None` if they are without end."""
        if self.spans and (self.spans[0][0] == -FOREVER or self.spans[-1][1] == FOREVER):
            return None
        return sum(last - first + 1 for first, last in self.spans)


_ALL: Final = ((-FOREVER, FOREVER),)


def _checked(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    given: Any = spans
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        raise ValidationError([wrong_type_problem("list", given)])
    for index, span in enumerate(given):
        if span.__class__ is not tuple or [*map(type, span)] != [int, int]:
            raise ValidationError([wrong_type_problem("span", span).at(index)])
        if span[0] > span[1]:
            raise ValidationError([Problem("period-reversed", (index,), f"{span[0]}..{span[1]}")])
        yield span


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same days in as few spans as possible, in order."""
    pending: tuple[int, int] | None = None
    for first, last in sorted(spans):
        if pending is None:
            pending = first, last
        elif first <= pending[1] + 1:
            pending = pending[0], max(pending[1], last)
        else:
            yield pending
            pending = first, last
    if pending is not None:
        yield pending


def _shared(
    spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The intersection of two canonical lists of spans, in one pass over both."""
    i = j = 0
    while i < len(spans) and j < len(others):
        first, last = max(spans[i][0], others[j][0]), min(spans[i][1], others[j][1])
        if first <= last:
            yield first, last
        if spans[i][1] < others[j][1]:
            i += 1
        else:
            j += 1


@final
class Days(Frozen, Sequence[date]):
    """The days of a closed period, made one by one as they are asked for.

    >>> days = Days(range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()))
    >>> len(days), days[-1], date(2026, 5, 1) in days
    (365, datetime.date(2026, 12, 31), True)
    """

    __slots__ = ("numbers",)

    #: The day numbers.
    numbers: range

    def __init__(self, numbers: range) -> None:
        if not isinstance(numbers, range):
            raise ValidationError([wrong_type_problem("range", numbers)])
        if numbers and not (numbers[0] >= 1 and numbers[-1] <= MAX_DAY):
            raise reject("date-out-of-range", f"{numbers[0]}..{numbers[-1]}")
        object.__setattr__(self, "numbers", numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> date: ...
    @overload
    def __getitem__(self, index: slice) -> Days: ...
    def __getitem__(self, index: int | slice) -> date | Days:
        if isinstance(index, slice):
            return Days(self.numbers[index])
        return date.fromordinal(self.numbers[index])

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day.toordinal() in self.numbers

    def __eq__(self, other: object) -> bool:
        return self.numbers == other.numbers if isinstance(other, Days) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.numbers)

    def __reduce__(self) -> tuple[Any, ...]:
        return Days, (self.numbers,)

    def __repr__(self) -> str:
        return f"<{len(self)} days from {self[0]} to {self[-1]}>" if self.numbers else "<0 days>"
