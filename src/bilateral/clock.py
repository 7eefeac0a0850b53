"""The one place that asks which day it is: what depends on it can be asked about another day."""

from __future__ import annotations

import datetime

__all__ = ["today"]


def today() -> datetime.date:
    """The day it is here, in the time zone of the machine.

    >>> isinstance(today(), datetime.date)
    True
    """
    return datetime.date.today()  # noqa: DTZ011 - that of the machine
