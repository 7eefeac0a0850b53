"""Counting days: the vectors of statutes, courts and treaties, and the laws behind them."""

import datetime
from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import ValidationError
from bilateral.dates.durations import Duration, add
from bilateral.dates.gregorian import add_months, day_number
from bilateral.terms import effective, last_day, notice_deadline
from bilateral.terms.counting import (
    Effect,
    Reading,
    effect_number,
    effect_problems,
    last_number,
    notice_numbers,
)
from tests.conftest import problems_of

COUNTED = Reading.COMMENCEMENT
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))
LENGTHS = st.builds(
    Duration,
    years=st.integers(0, 30),
    months=st.integers(0, 30),
    weeks=st.integers(0, 9),
    days=st.integers(0, 200),
)
CALENDAR_LENGTHS = st.builds(Duration, years=st.integers(0, 30), months=st.integers(0, 30))


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "length", "event", "commencement"),
    [
        ("2025-11-05", "P5Y", "2030-11-05", "2030-11-04"),
        ("2024-02-29", "P1Y", "2025-02-28", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29", "2028-02-28"),
        ("2025-02-28", "P3Y", "2028-02-28", "2028-02-27"),
        ("2023-03-01", "P1Y", "2024-03-01", "2024-02-29"),
        ("2026-01-31", "P1M", "2026-02-28", "2026-02-28"),
        ("2026-08-31", "P6M", "2027-02-28", "2027-02-28"),
        ("2015-12-30", "P2M", "2016-02-29", "2016-02-29"),  # BGH, 7 November 2016
        ("1999-04-01", "P10Y", "2009-04-01", "2009-03-31"),  # Russia and Ukraine, friendship
        ("2008-03-30", "P3Y", "2011-03-30", "2011-03-29"),  # articles 191, 192 GK RF
        ("2026-01-01", "P30D", "2026-01-31", "2026-01-30"),
        ("2026-01-01", "P2W", "2026-01-15", "2026-01-14"),
        ("2026-01-31", "P1M1D", "2026-03-01", "2026-03-01"),
        ("2026-03-30", "P1M1D", "2026-05-01", "2026-04-30"),
        ("2006-08-01", "P2Y", "2008-08-01", "2008-07-31"),
    ],
)
def test_the_last_day_depends_on_what_the_first_one_counts_for(start, length, event, commencement):
    assert last_day(start, length) == day(event)
    assert last_day(day(start), Duration.parse(length), "event") == day(event)
    assert last_day(start, length, Reading.COMMENCEMENT) == day(commencement)


def test_renewals_count_from_the_anchor_and_never_from_the_earlier_result():
    by_month = [
        last_day("2025-11-30", "P3M", renewal="P3M", renewals=number) for number in range(3)
    ]
    assert by_month == [day("2026-02-28"), day("2026-05-30"), day("2026-08-30")]
    assert last_day("2024-02-29", "P1Y", renewal="P1Y", renewals=3) == day("2028-02-29")
    assert last_day("2025-01-01", "P10D", renewal="P5D", renewals=2) == day("2025-01-21")
    periods = [
        last_day("2006-08-01", "P2Y", "commencement", renewal="P2Y", renewals=number)
        for number in range(3)
    ]
    assert periods == [day("2008-07-31"), day("2010-07-31"), day("2012-07-31")]
    ends = [last_day("2004-12-22", "P5Y", renewal="P5Y", renewals=k) for k in range(5)]
    assert [end.year for end in ends] == [2009, 2014, 2019, 2024, 2029]
    assert {(end.month, end.day) for end in ends} == {(12, 22)}


@pytest.mark.parametrize(
    ("trigger", "after", "effect", "expected"),
    [
        ("2025-11-05", "P0D", "day", "2025-11-05"),
        ("2025-11-05", "P180D", "day", "2026-05-04"),
        ("2025-11-05", "P90D", "day", "2026-02-03"),
        ("1950-10-14", "P90D", "day", "1951-01-12"),  # Genocide Convention
        ("1983-01-27", "P3M", "after_expiry", "1983-04-28"),  # ETS 76
        ("2021-07-29", "P30D", "after_expiry", "2021-08-29"),  # clause 25
        ("2026-01-31", "P1M", "day", "2026-02-28"),
        ("2025-12-31", "P2M", "month", "2026-02-01"),
        ("2026-01-01", "P2M", "month", "2026-03-01"),
        ("2026-01-31", "P2M", "month", "2026-03-01"),
        ("2026-03-15", "P7M", "month", "2026-10-01"),
        ("2026-03-15", "P3M", "next_month", "2026-07-01"),
        ("2026-03-15", "P30D", "next_month", "2026-05-01"),
        ("2026-03-15", "P0D", "next_month", "2026-04-01"),
        ("2026-03-15", "P1Y", "year", "2027-01-01"),
        ("2026-03-15", "P1Y", "year_end", "2027-12-31"),
        ("2026-03-15", "P0Y", "year_end", "2026-12-31"),
        ("2026-06-30", "P6M", "year_end", "2026-12-31"),
        ("2026-07-01", "P6M", "year_end", "2027-12-31"),
        ("2026-01-31", "P1M", "month_end", "2026-02-28"),
        ("2026-11-05", "P30D", "month_end", "2026-12-31"),
    ],
)
def test_the_effect_comes_after_a_length_on_the_day_or_the_month_that_is_agreed(
    trigger, after, effect, expected
):
    assert effective(trigger, after, effect) == day(expected)


@pytest.mark.parametrize(
    ("end", "notice", "safe", "disputed"),
    [
        ("2027-02-28", "P6M", "2026-08-28", "2026-08-29/2026-08-31"),
        ("2028-12-31", "P6M", "2028-06-30", None),
        ("2028-08-31", "P6M", "2028-02-29", None),
        ("2009-04-01", "P6M", "2008-10-01", None),
        ("2009-03-31", "P6M", "2008-09-30", None),
        ("2009-12-22", "P6M", "2009-06-22", None),
        ("2025-03-01", "P1M2D", "2025-01-27", "2025-01-28/2025-01-30"),
        ("2026-12-31", "P180D", "2026-07-04", None),
        ("2026-12-31", "P0D", "2026-12-31", None),
    ],
)
def test_the_last_day_for_notice_is_the_safe_one_and_later_ones_are_disputed(
    end, notice, safe, disputed
):
    deadline = notice_deadline(end, notice)

    assert deadline.safe == day(safe)
    assert (deadline.disputed and deadline.disputed.text) == disputed
    assert deadline.latest == (deadline.disputed.latest if disputed else deadline.safe)


@pytest.mark.parametrize(
    ("function", "arguments", "code"),
    [
        (last_day, ("2025-11", "P5Y"), "whole-day-needed"),
        (last_day, ("2025-11-05~", "P5Y"), "whole-day-needed"),
        (last_day, ("2025-11-05", "P5Y", "evnt"), "unknown-reading"),
        (last_day, ("2025-11-05", "5 years"), "duration-syntax"),
        (last_day, ("2025-11-05", "P9000Y"), "date-out-of-range"),
        (effective, ("2025-11-05", "P5Y", "sometime"), "unknown-effect"),
        (effective, ("2025-11-05", "P5D", "month"), "whole-months-needed"),
        (effective, ("2025-11-05", "P0D", "month"), "whole-months-needed"),
        (effective, ("2025-11-05", "P1Y1M", "year"), "whole-years-needed"),
        (effective, ("2025-11-05", "P0D", "year"), "whole-years-needed"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_only_whole_days_and_right_lengths_can_be_counted(function, arguments, code):
    with pytest.raises(ValidationError) as error:
        function(*arguments)
    assert problems_of(error) == [("", code)]


@given(DAYS, LENGTHS)
def test_the_event_reading_is_addition(start, length):
    assert last_day(start, length) == add(start, length)


@given(DAYS, LENGTHS.filter(bool))
def test_an_event_never_ends_before_a_commencement(start, length):
    """They differ by a day at most."""
    event, commencement = last_day(start, length), last_day(start, length, "commencement")
    assert 0 <= (event - commencement).days <= 1


@given(DAYS, DAYS, LENGTHS, st.sampled_from(Reading))
def test_last_days_never_decrease(one, other, length, reading):
    first, second = sorted([one.toordinal(), other.toordinal()])
    time = length.total_months, length.total_days
    assert last_number(first, *time, reading) <= last_number(second, *time, reading)


@given(DAYS, DAYS, LENGTHS, st.sampled_from(Effect))
def test_effects_never_decrease(one, other, length, effect):
    first, second = sorted([one.toordinal(), other.toordinal()])
    if not effect_problems(length, effect):
        assert effect_number(first, length, effect) <= effect_number(second, length, effect)


@given(DAYS, CALENDAR_LENGTHS)
def test_a_calendar_length_in_commencement_parts_from_the_next(start, length):
    """Consecutive periods tile the days, unless a short month takes the day away."""
    end = last_day(start, length, "commencement")
    following = end + datetime.timedelta(days=1)
    assert following.day in (start.day, 1)


def ways_of_counting(end, months, days):
    """Every last day for notice that somebody may come to, each found by itself."""
    yield add_months(end, -months) - days
    yield add_months(end - days, -months)
    yield add_months(end + 1, -months) - days - 1
    yield add_months(end + 1 - days, -months) - 1
    near = range(end - 31 * months - days - 40, end + 2)
    yield last_of(near, lambda day: add_months(day, months) + days <= end)
    yield last_of(near, lambda day: add_months(day + days, months) <= end)
    yield last_of(near, lambda day: last_number(day + 1, months, days, COUNTED) <= end)


def last_of(near, in_time):
    """The last day of which a rule that never decreases says that it is in time."""
    return near[bisect_left(near, True, key=lambda day: not in_time(day)) - 1]


@given(DAYS, LENGTHS)
def test_a_safe_day_is_in_time_by_every_way_of_counting(end, notice):
    number = end.toordinal()
    safe, latest = notice_numbers(number, notice)
    found = [*ways_of_counting(number, notice.total_months, notice.total_days)]
    assert safe <= min(found)
    assert max(found) <= latest


@pytest.mark.parametrize("notice", ["P1M", "P3M", "P6M", "P10M", "P1Y", "P18M", "P6M10D", "P90D"])
def test_on_every_day_of_three_years_the_safe_day_is_the_strictest(notice):
    """One too late in one of a hundred cases: 28 February for an end on 28 August."""
    time = Duration.parse(notice)
    for end in range(day_number(2026), day_number(2029)):
        found = {*ways_of_counting(end, time.total_months, time.total_days)}
        assert notice_numbers(end, time) == (min(found), max(found))


def test_notice_runs_from_the_day_after_it():
    """Six months begun on 1 March end with 31 August (BGB §§ 187(2), 188(2))."""
    deadline = notice_deadline("2026-08-28", "P6M")
    assert (str(deadline.safe), str(deadline.disputed)) == ("2026-02-27", "2026-02-28")
