"""Day numbers, years and parts of years, before and after what `datetime` has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates.edtf import read
from bilateral.dates.gregorian import day_number, year_month_day
from bilateral.dates.periods import PartialDate


class TestGregorian:
    @given(st.dates())
    def test_in_the_years_1_to_9999_a_day_number_is_the_ordinal_of_the_date(self, when):
        assert day_number(when.year, when.month, when.day) == when.toordinal()
        assert year_month_day(when.toordinal()) == (when.year, when.month, when.day)

    @given(st.integers(-(10**12), 10**12))
    def test_each_day_is_followed_by_the_next_one(self, number):
        year, month, day = year_month_day(number)
        assert day_number(year, month, day) == number
        following = year_month_day(number + 1)
        assert following in {
            (year, month, day + 1),
            (year, month + 1, 1),
            (year + 1, 1, 1),
        }


@pytest.mark.parametrize("code", range(21, 42))
def test_a_part_of_the_year_is_as_long_as_it_can_be(code):
    """The least and the greatest distance of its ends, over all years of a cycle and all starts."""
    lengths = set()
    for year in range(1600, 2001):
        extent = read(f"{year}-{code}?").extent()
        spans = read(f"{year}-{code}").extent()
        firsts, lasts = {spans.first_min, spans.first_max}, {spans.last_min, spans.last_max}
        lengths |= {last - first for first in firsts for last in lasts if 80 < last - first < 200}
    assert min(lengths) >= extent.shortest
    assert max(lengths) <= extent.longest


@pytest.mark.parametrize(
    ("count", "shortest", "longest"), [(3, 88, 91), (4, 119, 122), (6, 180, 183)]
)
def test_months_on_end_are_as_long_as_those_of_any_years(count, shortest, longest):
    """Over any months of any years: 1 February to 30 April are 89 days."""
    found = {
        day_number(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1)
        - 1
        - day_number(year, month)
        for year in (2023, 2024, 2027, 2028)
        for month in range(1, 13)
    }
    assert (min(found), max(found)) == (shortest, longest)
    code = {3: 33, 4: 37, 6: 40}[count]
    extent = read(f"2026-{code}~").extent()
    assert (extent.shortest, extent.longest) == (shortest, longest)


def test_a_marked_season_may_be_that_of_any_months():
    """From the December before, in the north, to the February after."""
    extent = read("2026-~21").extent()
    assert (extent.first_min, extent.first_max) == (day_number(2025, 12), day_number(2026, 12))
    assert (extent.last_min, extent.last_max) == (
        day_number(2026, 3) - 1,
        day_number(2027, 3) - 1,
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [("-0044", -44), ("-0044-03-15~", -44), ("0000", 0), ("-20XX", None), ("20XX", None),
     ("2026?", 2026), ("Y-12026", -12026), ("Y12026~", 12026)],
)  # fmt: skip
def test_a_year_has_a_number_where_all_its_digits_are_given(text, year):
    assert PartialDate(text).year == year
    assert read(text).number("year") == year
