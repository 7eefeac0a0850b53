"""Periods of portion and of pandas."""

import sys
from datetime import date, datetime, timedelta

import pandas as pd
import portion
import pytest
from hypothesis import given

from bilateral.dates.periods import Period
from bilateral.errors import MissingExtra
from bilateral.problems import ValidationError
from tests.dates.periods import DEFINITE, code


class TestConversion:
    @given(DEFINITE)
    def test_a_period_goes_to_portion_and_back_with_the_same_days(self, period):
        interval = period.to_portion()
        assert Period.from_portion(interval).day_set() == period.day_set()

    def test_bounds_of_portion_are_days_and_open_ones_leave_theirs_out(self):
        assert Period("2026").to_portion() == portion.closed(date(2026, 1, 1), date(2026, 12, 31))
        assert Period("../2026").to_portion().upper == date(2026, 12, 31)
        assert Period("2026/..").to_portion().upper == portion.inf
        half_open = portion.closedopen(date(2026, 1, 1), date(2027, 1, 1))
        assert Period.from_portion(half_open) == Period("2026")
        assert Period.from_portion(portion.openclosed(date(2025, 12, 31), portion.inf)) == Period(
            "2026/.."
        )

    @pytest.mark.parametrize(
        "interval",
        [
            portion.empty(),
            portion.closed(1, 5),
            portion.closed(date(2026, 1, 1), date(2026, 2, 1))
            | portion.closed(date(2027, 1, 1), date(2027, 2, 1)),
            portion.closed(datetime(2026, 1, 1, tzinfo=None), portion.inf),
        ],
        ids=str,
    )
    def test_an_interval_of_portion_that_is_no_days_is_refused(self, interval):
        assert code(Period.from_portion, interval) == "not-consecutive-days"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("2026/", "period-not-definite"), ("2026~", "period-not-definite")]
        + [("0000/2026", "date-out-of-range"), ("2026/Y12000", "date-out-of-range")],
    )
    def test_a_period_without_certain_days_is_no_interval_of_portion(self, text, expected):
        assert code(Period(text).to_portion) == expected

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_a_period_goes_to_pandas_and_back_with_the_same_days(self, period):
        interval = period.to_pandas()
        assert interval.left.date() == period.earliest
        assert interval.right.date() == period.latest
        assert Period.from_pandas(interval).day_set() == period.day_set()

    @pytest.mark.parametrize("closed", ["left", "right", "both", "neither"])
    def test_a_bound_of_pandas_that_does_not_belong_leaves_its_day_out(self, closed):
        times = pd.Timestamp(2026, 1, 1), pd.Timestamp(2026, 1, 31)
        found = Period.from_pandas(pd.Interval(*times, closed=closed))
        first, last = date(2026, 1, 1), date(2026, 1, 31)
        assert found.earliest == first + timedelta(closed in {"right", "neither"})
        assert found.latest == last - timedelta(closed in {"left", "neither"})

    @pytest.mark.parametrize(
        "interval",
        [
            pd.Interval(1, 5),
            pd.Interval(pd.Timestamp(2026, 1, 1, 12), pd.Timestamp(2026, 1, 5)),
            pd.Interval(pd.Timestamp(2026, 1, 1, tz="UTC"), pd.Timestamp(2026, 1, 5, tz="UTC")),
            pd.Interval(pd.Timestamp(2026, 1, 1), pd.Timestamp(2026, 1, 1), closed="left"),
        ],
        ids=str,
    )
    def test_an_interval_of_pandas_that_is_no_days_is_refused(self, interval):
        assert code(Period.from_pandas, interval) == "not-consecutive-days"

    @pytest.mark.parametrize("name", ["portion", "pandas"])
    def test_a_missing_library_is_named_with_the_extra_that_brings_it(self, name, monkeypatch):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(MissingExtra) as caught:
            getattr(Period("2026"), f"to_{name}")()
        assert caught.value.extra == name


@pytest.mark.parametrize("read", [Period.from_portion, Period.from_pandas])
def test_what_is_no_interval_of_the_library_is_of_the_wrong_type(read):
    with pytest.raises(ValidationError, match="wrong-type"):
        read("2026/2028")
