"""The periods that the rules of a document give, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from bilateral.dates.periods import Period
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.display import Record, Table, View
from bilateral.listings import Listing
from bilateral.vocabulary import CodedEnum

__all__ = ["Tense", "TermPeriod", "Timeline"]


class Tense(CodedEnum):
    """The relation of a period to a day.

    >>> Tense.MAY_RUN.label("en")
    'may run'
    """

    RAN = "ran"
    RUNS = "runs"
    #: It will begin for certain, as things stand.
    WILL_RUN = "will_run"
    #: It begins if nobody gives notice, or if both sides agree.
    MAY_RUN = "may_run"


@attrs.frozen(repr=False)
class TermPeriod(Record):
    """One period in the life of a document; number 0 is the first, the others are renewals.

    ``first`` and ``last`` are its days as far as they are known; a ``last`` day that never comes
    is ``facts.NEVER``. ``tense`` is ``None`` where it cannot be known.

    >>> import bilateral as bl
    >>> protocol = bl.Agreement(
    ...     "protocol",
    ...     "protocol",
    ...     [bl.Partner.state("MR"), bl.Partner.state("RU")],
    ...     term=bl.Term(
    ...         entry=bl.Start(date="2006-08-01"),
    ...         length="P2Y",
    ...         reading="commencement",
    ...         renewal=bl.Renewal("P2Y", times=2, notice="P6M"),
    ...     ),
    ... )
    >>> for one in protocol.timeline("2009-01-01"):
    ...     print(one.number, one.period, one.tense)
    0 2006-08/2008-07 ran
    1 2008-08/2010-07 runs
    2 2010-08/2012-07 may_run
    """

    number: int
    first: UncertainDay
    last: UncertainDay
    tense: Tense | None

    @property
    def period(self) -> Period | None:
        """The period, if its days are known; ``None`` too if it has neither a first nor a last."""
        if self.first.earliest != self.first.latest or self.last.earliest != self.last.latest:
            return None
        first, last = self.first.bounds[0], self.last.bounds[1]
        return None if first is last is None else Period.around(first, last)


class Timeline(Listing[TermPeriod]):
    """The periods of a document: a tuple that shows itself as a table.

    Raises `ValidationError` (``wrong-type``).

    >>> Timeline() == ()
    True
    """

    __slots__ = ()

    _kind = TermPeriod

    def _facts(self, view: View) -> Iterable[Table]:
        names = ("number", "first", "last", "tense")
        header = [view.name_of(TermPeriod, name) for name in names]
        rows = ([str(one.number), *(getattr(one, name) for name in names[1:])] for one in self)
        return [Table(view.word("periods"), len(self), header, rows)]
