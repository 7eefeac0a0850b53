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
    def test_a_text_is_written_as_it_was_read(self, text):
        assert str(Duration.parse(text)) == text

    @given(DURATIONS)
    def test_any_duration_reads_as_it_is_written(self, duration):
        assert Duration.parse(str(duration)) == duration
        assert eval(repr(duration)) == duration  # noqa: S307
        assert pickle.loads(pickle.dumps(duration)) == duration
        assert hash(Duration.of(str(duration))) == hash(duration)

    def test_leading_zeros_and_empty_units_are_not_kept(self):
        assert str(Duration.parse("P05Y0M")) == "P5Y"
        assert str(Duration()) == "P0D"

    @pytest.mark.parametrize(
        "text",
        ["", "P", "5Y", "p5y", "P5", "PY", "P-5Y", "-P5Y", "P1.5Y", "P1,5Y", "PT5H", "P1YT"]
        + ["P6M1Y", "P5Y ", "P5Y\n", "P٥Y", "P1Y1Y", "P" + "9" * 10 + "Y", "P2026-01-01"],
        ids=ascii,
    )
    def test_a_text_of_another_shape_is_refused(self, text):
        assert code(Duration.parse, text) == [("duration-syntax",)]

    @pytest.mark.parametrize("value", [5, None, b"P5Y"], ids=repr)
    def test_only_a_text_is_read(self, value):
        assert code(Duration.parse, value) == [("wrong-type",)]
        assert code(Duration.of, value) == [("wrong-type",)]

    def test_all_problems_are_told_at_once(self):
        expected = [
            ("negative-duration", "years"),
            ("wrong-type", "months"),
            ("wrong-type", "days"),
        ]
        assert code(lambda: Duration(-1, 1.5, 0, True)) == expected


class TestArithmetic:
    @given(DAYS, DURATIONS)
    def test_months_are_added_first_then_days_as_dateutil_does(self, day, duration):
        assert add(day, duration) == day + duration.to_relativedelta()
        assert subtract(day, duration) == day - duration.to_relativedelta()

    @given(DAYS, DURATIONS, st.integers(0, 9))
    def test_several_times_is_counted_from_the_anchor(self, day, duration, times):
        assert add(day, duration, times) == add(day, duration * times)
        assert subtract(day, duration, times) == add(day, duration, -times)
        assert duration * times == times * duration

    @given(DURATIONS, DURATIONS)
    def test_sums_add_months_and_days(self, a, b):
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
    def test_a_duration_after_a_day_is_the_day_of_the_table(self, day, duration, expected):
        found = add(date.fromisoformat(day), Duration.parse(duration))
        assert found == date.fromisoformat(expected)

    def test_three_months_from_30_november_end_on_the_30th_wherever_there_is_one(self):
        quarters = [add(date(2025, 11, 30), Duration(months=3), n) for n in (1, 2, 3)]
        assert quarters == [date(2026, 2, 28), date(2026, 5, 30), date(2026, 8, 30)]
        years = [add(date(2024, 2, 29), Duration(years=1), n) for n in (1, 4)]
        assert years == [date(2025, 2, 28), date(2028, 2, 29)]

    @pytest.mark.parametrize(
        ("last", "expected"), [("2028-12-31", "2028-06-30"), ("2028-08-31", "2028-02-29")]
    )
    def test_six_months_before_a_last_day_are_whole_months(self, last, expected):
        found = subtract(date.fromisoformat(last), Duration(months=6))
        assert found == date.fromisoformat(expected)

    def test_a_day_outside_the_years_of_dates_is_refused(self):
        assert code(add, date(9999, 1, 1), Duration(1)) == [("date-out-of-range",)]
        assert code(subtract, date(1, 1, 1), Duration(days=1)) == [("date-out-of-range",)]
        # Inside the range again after the days.
        assert add(date(9999, 12, 31), Duration(months=1), 0) == date(9999, 12, 31)

    def test_lengths_are_neither_added_to_other_types_nor_ordered(self):
        with pytest.raises(TypeError):
            Duration(1) + timedelta(1)
        with pytest.raises(TypeError):
            Duration(1) < Duration(2)  # noqa: B015


class TestConversion:
    @given(DURATIONS)
    def test_a_relativedelta_keeps_the_length(self, duration):
        found = Duration.of(duration.to_relativedelta())
        assert found.total_months == duration.total_months
        assert found.total_days == duration.total_days
        assert Duration.of(found) is found

    @pytest.mark.parametrize(
        "value",
        [relativedelta(hours=1), relativedelta(months=-1), relativedelta(day=31)],
        ids=repr,
    )
    def test_a_relativedelta_that_is_no_length_is_refused(self, value):
        assert code(Duration.of, value) == [("duration-syntax",)]

    @given(st.lists(DAYS, min_size=2, max_size=2))
    def test_the_duration_of_a_period_leads_to_the_day_after_its_last(self, days):
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

    def test_no_arithmetic_leads_beyond_the_bounds(self):
        assert code(lambda: Duration(years=10**9 - 1) * 2) == [("duration-too-long", "years")]


def test_days_and_lengths_may_be_given_as_text():
    assert add("2024-02-29", "P1Y", times=4) == date(2028, 2, 29)
    assert subtract("2028-12-31", "P6M") == date(2028, 6, 30)
    assert code(add, "2024", "P1Y") == [("whole-day-needed",)]
    assert code(add, 5, "P1Y") == [("wrong-type",)]
