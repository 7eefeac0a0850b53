"""Registers our types with Hypothesis, which calls this when it is imported (an entry point)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis which strategies make our types; they are loaded when one is needed."""
    from hypothesis import strategies as st

    from bilateral.dates.durations import Duration
    from bilateral.dates.periods import PartialDate, Period
    from bilateral.text import Phrases
    from bilateral.wire.schema import classes

    for kind in (*classes(), Duration, PartialDate, Period, Phrases):
        st.register_type_strategy(kind, _values)


def _values(kind: type[Any]) -> SearchStrategy[Any]:
    from bilateral.testing import values_of

    return values_of(kind)
