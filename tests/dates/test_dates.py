"""Dates as values: what they say of themselves and of each other."""

import copy
import pickle
from datetime import date, datetime

import pytest
from hypothesis import given

from bilateral.dates.gregorian import year_month_day
from bilateral.dates.periods import PartialDate, Period, Precision
from tests.dates.periods import DATE_TEXTS, code


class TestValues:
    @pytest.mark.parametrize("make", [PartialDate, Period], ids=["date", "period"])
    def test_values_are_equal_if_the_texts_are(self, make):
        assert make("2026") == make.parse("2026")
        assert hash(make("2026")) == hash(make.parse("2026"))
        assert make("2026") != make("2026-XX")
        assert make("2026") != "2026"
        assert len({make("2026"), make("2026"), make("2026~")}) == 2

    def test_a_date_is_no_period(self):
        assert PartialDate("2026") != Period("2026")
        assert Period("2026/") != Period("2026/..")

    @pytest.mark.parametrize(
        "value",
        [PartialDate("2026-05~"), Period("2026/2028"), Period("2026~/"), Period("/1985-04-1X")],
        ids=str,
    )
    def test_copies_and_pickles_are_equal_and_a_repr_evaluates(self, value):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            found = pickle.loads(pickle.dumps(value, protocol))
            assert found == value
            assert type(found) is type(value)
            assert found.sort_key == value.sort_key
            assert found.is_definite == value.is_definite
        assert copy.copy(value) is copy.deepcopy(value) is value
        assert eval(repr(value)) == value  # noqa: S307

    @pytest.mark.parametrize("value", [PartialDate("2026"), Period("2026")], ids=repr)
    def test_no_attribute_can_be_set_or_deleted(self, value):
        for name in ("text", "first_number", "other"):
            with pytest.raises(AttributeError):
                setattr(value, name, "2027")
        with pytest.raises(AttributeError):
            del value.text
        assert not hasattr(value, "__dict__")

    def test_dates_and_periods_have_no_order_of_their_own(self):
        with pytest.raises(TypeError):
            PartialDate("2026") < PartialDate("2027")  # noqa: B015
        with pytest.raises(TypeError):
            Period("2026") < Period("2027")  # noqa: B015

    def test_the_sort_key_orders_for_display(self):
        texts = ["../2026", "2025/2026", "2025/..", "2025-03", "2026-01-01", "2026-01", "2026"]
        values = [Period(text) for text in texts]
        assert sorted(set(values), key=lambda value: value.sort_key) == values
        dates = [PartialDate(text) for text in ["-0044-03-15", "2025", "2026-01-01", "Y12000"]]
        assert sorted(set(dates), key=lambda value: value.sort_key) == dates

    def test_day_numbers_go_on_where_datetime_ends(self):
        value = PartialDate("-0044-03-15")
        assert value.earliest is None
        assert year_month_day(value.first_number) == (-44, 3, 15)
        assert PartialDate("9999-24").earliest == date(9999, 12, 1)
        assert PartialDate("9999-24").latest is None


class TestDate:
    @pytest.mark.parametrize(
        ("text", "precision", "parts"),
        [
            ("2026-05-01", "day", (2026, 5, 1)),
            ("2026-05", "month", (2026, 5, None)),
            ("2026", "year", (2026, None, None)),
            ("2026-05-XX", "month", (2026, 5, None)),
            ("2026-XX-XX", "year", (2026, None, None)),
            ("2026-XX", "year", (2026, None, None)),
            ("2026-1X", "month", (2026, None, None)),
            ("2026-XX-05", "day", (2026, None, 5)),
            ("2026-05-0X", "day", (2026, 5, None)),
            ("201X", "decade", (None, None, None)),
            ("20XX", "century", (None, None, None)),
            ("2XXX", "millennium", (None, None, None)),
            ("XXXX", "none", (None, None, None)),
            ("20X6", "year", (None, None, None)),
            ("XXXX-12-XX", "month", (None, 12, None)),
            ("201X-05-01", "day", (None, 5, 1)),
            ("2026-21", "season", (2026, None, None)),
            ("2026-32~", "season", (2026, None, None)),
            ("2026-33", "quarter", (2026, None, None)),
            ("2026-38", "quadrimester", (2026, None, None)),
            ("2026-41", "half", (2026, None, None)),
            ("0000", "year", (0, None, None)),
            ("-0044-03-15", "day", (-44, 3, 15)),
            ("Y-170000002", "year", (-170000002, None, None)),
            ("?2004-06-~11", "day", (2004, 6, 11)),
        ],
    )
    def test_a_part_is_a_number_where_all_its_digits_are_given(self, text, precision, parts):
        value = PartialDate(text)
        assert value.precision is Precision(precision)
        assert (value.year, value.month, value.day) == parts

    @pytest.mark.parametrize(
        ("text", "expected"), [("2026-21", 21), ("2026?-41", 41), ("2026-12", None), ("2026", None)]
    )
    def test_a_season_or_quarter_is_a_part_of_the_year(self, text, expected):
        assert PartialDate(text).part_of_year == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("2026", (2026, 2026)), ("201X", (2010, 2019)), ("2026-24", (2026, 2026))]
        + [("19XX-02-29", (1904, 1996)), ("-20XX", (-2099, -2000)), ("2026-05", (2026, 2026))],
        ids=str,
    )
    def test_a_masked_year_runs_from_its_first_to_its_last(self, text, expected):
        assert PartialDate(text).years == expected

    @pytest.mark.parametrize(
        ("text", "approximate", "uncertain"),
        [
            ("2004-06-11", "", ""),
            ("2004-06-11~", "year month day", ""),
            ("2004-06~-11", "year month", ""),
            ("2004?-06-11", "", "year"),
            ("2004-06-%11", "day", "day"),
            ("?2004-06-~11", "day", "year"),
            ("2004?-~06", "month", "year"),
            ("~2004?", "year", "year"),
            ("2011-~23", "month", ""),
            ("Y170000002%", "year", "year"),
        ],
    )
    def test_a_mark_holds_for_all_before_it_or_for_one_part_alone(
        self, text, approximate, uncertain
    ):
        """After a part a mark holds for all before it, before a part for that part alone."""
        value = PartialDate(text)
        assert value.approximate_parts == set(approximate.split())
        assert value.uncertain_parts == set(uncertain.split())
        assert value.is_approximate == bool(approximate)
        assert value.is_uncertain == bool(uncertain)

    @pytest.mark.parametrize(
        ("text", "definite"),
        [("2026", True), ("2026-33", True), ("2026-26", True), ("2023-X2-30", True)]
        + [("2026~", False), ("2026-?05", False), ("202X", False), ("2026-21", False)]
        + [("2026-28", False), ("2026-33%", False), ("XXXX-12-25", False), ("-0044", True)],
    )
    def test_a_date_is_definite_if_its_first_and_last_day_leave_no_doubt(self, text, definite):
        assert PartialDate(text).is_definite is definite
        assert Period(text).is_definite is definite
        assert PartialDate(text).is_unspecified == ("X" in text)

    def test_a_date_is_made_from_dates_and_texts(self):
        value = PartialDate("2026-05-01")
        assert PartialDate.of(value) is value
        assert PartialDate.of(date(2026, 5, 1)) == PartialDate.of("2026-05-01") == value
        assert PartialDate.of(date(33, 4, 3)).text == "0033-04-03"

    @pytest.mark.parametrize(
        "value", [2026, None, Period("2026"), datetime(2026, 5, 1, tzinfo=None)], ids=repr
    )
    def test_neither_a_point_in_time_nor_a_period_is_a_date(self, value):
        assert code(PartialDate.of, value) == "wrong-type"

    @pytest.mark.parametrize(
        ("one", "other", "before", "after", "same"),
        [
            ("2025", "2026", True, False, False),
            ("2025", "2025", None, None, None),
            ("2025", "2025-11", None, None, None),
            ("2025-11-05", "2025-11-05", False, False, True),
            ("2025-12-31", "2026", True, False, False),
            ("2025-01-01", "2025", None, False, None),
            ("2025-12-31", "2025", False, None, None),
            ("1984~", "2026", None, None, None),
            ("2004-06-~30", "2004-07-01", True, False, False),
            ("2004-~06-30", "2004-07-01", None, None, None),
            ("2004-~06", "2005", True, False, False),
            ("2004-06?", "2005", None, None, None),
            ("201X", "2020", True, False, False),
            ("201X", "2015", None, None, None),
            ("XXXX-12-XX", "Y10000", True, False, False),
            ("-0044-03-15", "0000", True, False, False),
            # Without a hemisphere, spring may be autumn; summer may lie over the turn of the year.
            ("2026-21", "2026-12", True, False, False),
            ("2026-21", "2026-10", None, None, None),
            ("2026-22", "2027-03", True, False, False),
            ("2026-22", "2027-01", None, None, None),
            ("2026-26", "2026-09", True, False, False),
            ("2026-~21", "2027-06", True, False, False),
            ("2026-~21", "2025-12-15", None, None, None),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_a_comparison_answers_yes_no_or_cannot_be_known(self, one, other, before, after, same):
        value = PartialDate(one)
        assert value.is_before(other) is before
        assert value.is_after(other) is after
        assert value.is_same_day(other) is same
        assert PartialDate(other).is_after(one) is before
        assert PartialDate(other).is_before(value) is after

    def test_a_date_is_compared_with_dates_periods_and_texts(self):
        value = PartialDate("2025-11-05")
        assert value.is_before(date(2025, 11, 6)) is True
        assert value.is_before(Period("2026/..")) is True
        assert value.is_before("2026/..") is True
        assert value.is_after("../2025-11") is False
        assert value.is_after("2020/") is None
        assert code(value.is_before, 2026) == "wrong-type"

    @given(DATE_TEXTS, DATE_TEXTS)
    def test_a_comparison_answers_exactly_if_all_pairs_of_days_agree(self, one, other):
        a, b = PartialDate(one), PartialDate(other)
        answers = {a.first_number < b.last_number, a.last_number < b.first_number}
        assert a.is_before(b) is (answers.pop() if len(answers) == 1 else None)
