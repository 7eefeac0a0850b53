"""Durations: their text, and what they are from a day."""

import pickle
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates.periods import Duration, Period, add, subtract
from bilateral.problems import ValidationError

NUMBERS = st.integers(0, 40)
DURATIONS = st.builds(Duration, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
DAYS = st.dates(date(1000, 1, 1), date(3000, 1, 1))


def code(call, *args):
    with pytest.raises(ValidationError) as caught:
        call(*args)
    return [(problem.code, *problem.path) for problem in caught.value.problems]


class TestText:
    @pytest.mark.parametrize("text", ["P5Y", "P1Y6M", "P2W", "P90D", "P1Y2M3W4D", "P0D"])
    def test_round_trip(self, text):
        assert str(Duration.parse(text)) == text

    @given(DURATIONS)
    def test_round_trip_of_any(self, duration):
        assert Duration.parse(str(duration)) == duration
        assert eval(repr(duration)) == duration  # noqa: S307
        assert pickle.loads(pickle.dumps(duration)) == duration
        assert hash(Duration.of(str(duration))) == hash(duration)

    def test_one_way_of_writing(self):
        """Leading zeros and empty units say nothing, and are not kept."""
        assert str(Duration.parse("P05Y0M")) == "P5Y"
        assert str(Duration()) == "P0D"

    @pytest.mark.parametrize(
        "text",
        ["", "P", "5Y", "p5y", "P5", "PY", "P-5Y", "-P5Y", "P1.5Y", "P1,5Y", "PT5H", "P1YT"]
        + ["P6M1Y", "P5Y ", "P5Y\n", "P٥Y", "P1Y1Y", "P" + "9" * 10 + "Y", "P2026-01-01"],
        ids=ascii,
    )
    def test_refused(self, text):
        assert code(Duration.parse, text) == [("duration-syntax",)]

    @pytest.mark.parametrize("value", [5, None, b"P5Y"], ids=repr)
    def test_only_text(self, value):
        assert code(Duration.parse, value) == [("wrong-type",)]
        assert code(Duration.of, value) == [("wrong-type",)]

    def test_all_problems_at_once(self):
        expected = [
            ("negative-duration", "years"),
            ("wrong-type", "months"),
            ("wrong-type", "days"),
        ]
        assert code(lambda: Duration(-1, 1.5, 0, True)) == expected


class TestArithmetic:
    @given(DAYS, DURATIONS)
    def test_as_relativedelta(self, day, duration):
        """Months first, then days, as dateutil does."""
        assert add(day, duration) == day + duration.to_relativedelta()
        assert subtract(day, duration) == day - duration.to_relativedelta()

    @given(DAYS, DURATIONS, st.integers(0, 9))
    def test_from_the_anchor(self, day, duration, times):
        """Several times is counted from the anchor, not from the last result."""
        assert add(day, duration, times) == add(day, duration * times)
        assert subtract(day, duration, times) == add(day, duration, -times)
        assert duration * times == times * duration

    @given(DURATIONS, DURATIONS)
    def test_sum(self, a, b):
        assert a + b == b + a
        assert (a + b).total_months == a.total_months + b.total_months
        assert (a + b).total_days == a.total_days + b.total_days
        assert a + Duration() == a
        assert bool(a) == (a != Duration())

    # Vectors of the law of day counting: the end counted from the event.
    @pytest.mark.parametrize(
        ("day", "duration", "expected"),
        [
            ("2025-11-05", "P5Y", "2030-11-05"),
            ("2024-02-29", "P1Y", "2025-02-28"),
            ("2024-02-29", "P4Y", "2028-02-29"),
            ("2025-02-28", "P3Y", "2028-02-28"),
            ("2026-01-31", "P1M", "2026-02-28"),
            ("2026-08-31", "P6M", "2027-02-28"),
            ("2015-12-30", "P2M", "2016-02-29"),
            ("1999-04-01", "P10Y", "2009-04-01"),
            ("2025-11-05", "P180D", "2026-05-04"),
            ("2025-11-05", "P90D", "2026-02-03"),
            ("2025-11-05", "P2W", "2025-11-19"),
        ],
    )
    def test_vectors(self, day, duration, expected):
        found = add(date.fromisoformat(day), Duration.parse(duration))
        assert found == date.fromisoformat(expected)

    def test_anchored_renewals(self):
        """Three quarters from 30 November end on the 30th wherever there is one."""
        quarters = [add(date(2025, 11, 30), Duration(months=3), n) for n in (1, 2, 3)]
        assert quarters == [date(2026, 2, 28), date(2026, 5, 30), date(2026, 8, 30)]
        years = [add(date(2024, 2, 29), Duration(years=1), n) for n in (1, 4)]
        assert years == [date(2025, 2, 28), date(2028, 2, 29)]

    @pytest.mark.parametrize(
        ("last", "expected"), [("2028-12-31", "2028-06-30"), ("2028-08-31", "2028-02-29")]
    )
    def test_notice(self, last, expected):
        """Six months before an end."""
        found = subtract(date.fromisoformat(last), Duration(months=6))
        assert found == date.fromisoformat(expected)

    def test_out_of_range(self):
        assert code(add, date(9999, 1, 1), Duration(1)) == [("date-out-of-range",)]
        assert code(subtract, date(1, 1, 1), Duration(days=1)) == [("date-out-of-range",)]
        # Inside the range again after the days.
        assert add(date(9999, 12, 31), Duration(months=1), 0) == date(9999, 12, 31)

    def test_with_other_types(self):
        with pytest.raises(TypeError):
            Duration(1) + timedelta(1)
        with pytest.raises(TypeError):
            Duration(1) < Duration(2)  # noqa: B015


class TestConversion:
    @given(DURATIONS)
    def test_relativedelta(self, duration):
        """dateutil keeps the same length; it has no weeks and carries months into years."""
        found = Duration.of(duration.to_relativedelta())
        assert found.total_months == duration.total_months
        assert found.total_days == duration.total_days
        assert Duration.of(found) is found

    @pytest.mark.parametrize(
        "value",
        [relativedelta(hours=1), relativedelta(months=-1), relativedelta(day=31)],
        ids=repr,
    )
    def test_refused(self, value):
        assert code(Duration.of, value) == [("duration-syntax",)]

    @given(st.lists(DAYS, min_size=2, max_size=2))
    def test_of_a_period(self, days):
        """From the first day on, its duration leads to the day after its last."""
        first, last = sorted(days)
        duration = Period.between(first, last).duration()
        assert add(first, duration) == last + timedelta(1)
        assert duration.weeks == 0
        assert duration.months < 12
        assert duration.days < 31


class TestBounds:
    @pytest.mark.parametrize("unit", ["years", "months", "weeks", "days"])
    def test_what_can_be_made_can_be_read(self, unit):
        greatest = Duration(**{unit: 10**9 - 1})
        assert Duration.parse(str(greatest)) == greatest
        assert code(lambda: Duration(**{unit: 10**9})) == [("duration-too-long", unit)]

    def test_no_arithmetic_leads_beyond_them(self):
        assert code(lambda: Duration(years=10**9 - 1) * 2) == [("duration-too-long", "years")]


def test_days_and_lengths_as_text():
    assert add("2024-02-29", "P1Y", times=4) == date(2028, 2, 29)
    assert subtract("2028-12-31", "P6M") == date(2028, 6, 30)
    assert code(add, "2024", "P1Y") == [("whole-day-needed",)]
    assert code(add, 5, "P1Y") == [("wrong-type",)]
