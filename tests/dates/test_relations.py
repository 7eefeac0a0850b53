"""How two periods relate."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates.periods import Allen, PartialDate, Period
from tests.dates.periods import ANY_PERIOD, DAYS, DEFINITE, code


class TestRelations:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026", "2027", "meets"),
            ("2026", "2027-01", "meets"),
            ("2026", "2028", "before"),
            ("2026-12-30", "2027", "before"),
            ("2026-01", "2026", "starts"),
            ("2026-12", "2026", "finishes"),
            ("2026-05", "2026", "during"),
            ("2026/2026", "2026", "equals"),
            ("2026/2027", "2027/2028", "overlaps"),
            ("2026/..", "2026-01-01/..", "equals"),
            ("2026/..", "2028/..", "finished_by"),
            ("../2026", "../2028", "starts"),
            ("../2026", "2027/..", "meets"),
            ("2026/..", "2028", "contains"),
            ("2026/", "2024", "after"),
            ("2026/", "2025", "met_by"),
            ("2026/", "2025/", None),
            ("2026~", "2027", None),
            ("2026~", "2026~", None),
            ("202X", "2030", None),
            ("202X", "2031", "before"),
            ("2026-05-XX", "2026-06", None),
            ("2026-05-XX", "2026", "during"),
            ("2026-33", "2026-34", "meets"),
            ("2026-05-~01", "2026", "during"),
            ("Y12000", "Y12001", "meets"),
            ("-0001", "0000", "meets"),
        ],
    )
    def test_two_periods_have_one_relation_or_none_where_several_are_possible(
        self, one, other, expected
    ):
        a, b = Period(one), Period(other)
        assert a.relation(other) is (None if expected is None else Allen(expected))
        if expected is not None:
            assert a.possible_relations(b) == {Allen(expected)}
            assert b.relation(a) is Allen(expected).converse
        else:
            assert len(a.possible_relations(b)) > 1

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026/", "2027", "before meets finished_by contains overlaps"),
            # Some year near 2026 has 365 or 366 days, wherever it lies; 2027 has 365.
            (
                "2026~",
                "2027",
                "before meets overlaps equals finished_by started_by overlapped_by met_by after",
            ),
            ("2026~/2028", "2029", "meets"),
            ("2026~/2028", "2026/2028", "finishes equals finished_by"),
            ("202X", "2030", "before meets"),
            ("2026-05-XX", "2026-05", "starts during finishes"),
            ("/2028", "../2028", "finishes equals"),
            ("2026/", "2026/..", "starts equals"),
        ],
    )
    def test_what_is_possible_is_listed_when_it_cannot_be_known_which(self, one, other, expected):
        wanted = {Allen(name) for name in expected.split()}
        assert Period(one).possible_relations(other) == wanted

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_each_possible_relation_is_the_converse_from_the_other_side(self, a, b):
        possible = a.possible_relations(b)
        assert possible
        assert b.possible_relations(a) == {one.converse for one in possible}
        relation = a.relation(b)
        assert {relation} == possible if relation else len(possible) > 1

    @given(DEFINITE, DEFINITE)
    def test_between_periods_known_to_the_day_there_is_one_relation(self, a, b):
        assert a.relation(b) is not None

    @given(DEFINITE, DEFINITE, DEFINITE)
    def test_what_holds_between_the_outer_two_is_among_the_compositions(self, a, b, c):
        assert a.relation(c) in Allen.compose(a.relation(b), b.relation(c))

    @given(DEFINITE, st.dates(date(2017, 1, 1), date(2025, 12, 31)))
    def test_a_day_is_in_a_period_exactly_between_its_first_and_its_last(self, period, day):
        first, last = period.earliest or date.min, period.latest or date.max
        assert period.contains(day) is (first <= day <= last)
        assert period.contains(PartialDate.of(day)) is (first <= day <= last)
        assert period.overlaps(day) is (first <= day <= last)
        assert period.is_before(day) is (last < day)
        assert period.is_after(day) is (first > day)

    @given(ANY_PERIOD, DAYS)
    def test_a_day_is_in_a_period_for_certain_perhaps_or_not_at_all(self, period, day):
        expected = None
        if day in period.certain_days:
            expected = True
        elif day not in period.possible_days:
            expected = False
        assert period.contains(day) in {expected, None}
        if expected is not None:
            assert period.contains(day) is expected

    @pytest.mark.parametrize(
        ("period", "other", "contains", "overlaps"),
        [
            ("2026/2028", "2027", True, True),
            ("2026/2028", "2029", False, False),
            ("2026/2028", "2028/2029", False, True),
            ("2026/2028", "2028/", None, True),
            ("2026/..", "2028/", True, True),
            ("2026/", "2026-01-01", True, True),
            ("2026/", "2028", None, None),
            ("2026/", "2025", False, False),
            ("2026~/2028", "2027", None, None),
            ("2026~/2028", "2028-12-31", True, True),
            ("2026~/2028", "2029", False, False),
            ("2026/2028", "2028~", None, None),
            ("2026/2028", "2028-05-~01", True, True),
            ("2026-05-10/2026-06", "2026-05", None, None),
            ("2026-05-10/2026-06", "2026-05/2026-05", False, True),
            ("2026-05-XX", "2026-05-10", None, None),
            ("2020/2029", "202X", True, True),
            ("../2028", "-0044", True, True),
        ],
    )
    def test_a_date_is_one_day_of_those_it_may_be_and_a_period_is_all_its_days(
        self, period, other, contains, overlaps
    ):
        assert Period(period).contains(other) is contains
        assert Period(period).overlaps(other) is overlaps

    def test_the_same_text_as_a_date_or_a_period_asks_another_question(self):
        period = Period("2026-05-10/2026-06")
        assert period.contains(PartialDate("2026-05")) is None
        assert period.contains(Period("2026-05")) is False
        assert code(period.contains, datetime(2026, 5, 11, tzinfo=None)) == "wrong-type"

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_to_come_before_is_one_of_the_first_two_relations(self, a, b):
        earlier = {Allen.BEFORE, Allen.MEETS}
        possible = a.possible_relations(b)
        expected = possible <= earlier if possible <= earlier or not possible & earlier else None
        assert a.is_before(b) is b.is_after(a) is expected
