"""Periods as sets of days."""

from itertools import pairwise

import pytest
from hypothesis import given

from bilateral.dates.periods import Allen, Days, DaySet, Duration, Period
from bilateral.problems import ValidationError
from tests.dates.periods import ANY_PERIOD, DEFINITE, code


class TestAlgebra:
    @given(DEFINITE, DEFINITE)
    def test_the_intersection_has_the_days_of_both(self, a, b):
        found = a.intersection(b)
        shared = a.day_set() & b.day_set()
        assert (found.day_set() if found else DaySet()) == shared
        assert b.intersection(a) == found
        assert (found is not None) == a.overlaps(b)

    @given(ANY_PERIOD)
    def test_the_intersection_with_itself_is_itself(self, period):
        assert period.intersection(period) is period

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_the_intersection_claims_no_day_for_certain_and_loses_none(self, a, b):
        """It commutes, claims no day for certain that the two have not, and loses none."""
        try:
            found = a.intersection(b)
        except ValidationError as error:
            assert error.problems[0].code == "period-not-definite"
            assert a.overlaps(b) is None
            return
        assert b.intersection(a) == found
        if found is None:
            assert a.overlaps(b) is False
        else:
            assert a.overlaps(b) is not False

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026/2028", "2027-07/..", "2027-07/2028"),
            ("2026", "2026-01/2026-12", "2026"),
            ("2026/2028", "2026-01-01/2027", "2026/2027"),
            ("2026/..", "../2028", "2026/2028"),
            ("../2026", "../2028", "../2026"),
            ("2026/", "2026/", "2026/"),
            ("2026/", "2025/..", "2026/"),
            ("2026/", "2027/2028", "2027/2028?"),
            ("/2028", "2026/", "2026?/2028?"),
            ("/2028", "../2028", "/2028"),
            ("2026~/2028", "2025/2027", "2026~/2027"),
            ("2026~/2028", "2026-03/2027", "2026-03?/2027"),
            ("202X/2030", "2021/..", "2021?/2030"),
            ("2026/2028", "2029", None),
            ("2026-05-XX", "2026", "2026-05-XX"),
        ],
    )
    def test_the_intersection_keeps_the_texts_of_the_ends(self, one, other, expected):
        found = Period(one).intersection(other)
        assert found == (Period(expected) if expected else None)
        assert Period(other).intersection(one) == found

    def test_an_intersection_that_cannot_be_known_is_refused(self):
        assert code(Period("2026~").intersection, "2028") == "period-not-definite"

    @given(DEFINITE)
    def test_a_period_and_its_set_of_days_say_the_same(self, period):
        (again,) = period.day_set().periods()
        assert again.day_set() == period.day_set() == period.certain_days == period.possible_days
        assert again.relation(period) is Allen.EQUALS
        assert period.day_count == period.day_set().day_count

    @given(DEFINITE, DEFINITE)
    def test_a_union_has_the_days_of_either(self, a, b):
        assert a.union(b) == a.day_set() | b.day_set()
        assert len(a.union(b).spans) == (1 if a.overlaps(b) or _touch(a, b) else 2)

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_the_days_of_a_closed_period_are_listed_one_by_one(self, period):
        days = period.days()
        assert isinstance(days, Days)
        assert (days[0], days[-1]) == (period.earliest, period.latest)
        assert len(days) == len(period.day_numbers()) == period.day_count
        assert Period.from_range(period.day_numbers()).day_set() == period.day_set()

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_the_parts_by_year_are_whole_in_order_and_each_within_a_year(self, period):
        parts = list(period.split_by_year())
        assert DaySet.of(*parts) == period.day_set()
        assert sum(part.day_count for part in parts) == period.day_count
        assert all(part.earliest.year == part.latest.year for part in parts)
        assert all(a.relation(b) is Allen.MEETS for a, b in pairwise(parts))

    @pytest.mark.parametrize("text", ["2026/..", "../2026", "2026/", "2026~/2028", "202X"])
    def test_days_are_counted_only_where_they_are_known(self, text):
        period = Period(text)
        for method in (period.days, period.day_numbers, period.duration, period.split_by_year):
            assert code(method) == "period-not-definite"
        assert period.day_count is None

    def test_long_years_have_days_and_lengths_but_no_dates(self):
        period = Period("Y-12000/Y12000")
        assert period.day_count == len(period.day_numbers())
        assert period.duration() == Duration(years=24001)
        assert next(period.split_by_year()) == Period("Y-12000")
        assert code(period.days) == "date-out-of-range"

    def test_the_duration_of_a_period_is_the_coarsest_that_fits(self):
        texts = {"2026/2028": "P3Y", "2026-02": "P1M", "2024-02-29/2025-02-28": "P1Y1D"}
        texts |= {"2026-05-01": "P1D", "2026-01-31/2026-03-01": "P1M2D", "9999": "P1Y"}
        assert {text: str(Period(text).duration()) for text in texts} == texts


def _touch(a, b):
    return a.relation(b) in {Allen.MEETS, Allen.MET_BY}
