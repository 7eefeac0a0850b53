"""Periods: how they are made, and how long they are, years of any length included."""

import operator
from datetime import date, datetime
from itertools import count

import pytest

from bilateral.coercion import Rejected
from bilateral.dates.gregorian import day_number
from bilateral.dates.periods import (
    Days,
    DaySet,
    EndKind,
    PartialDate,
    Period,
    optional_date,
    optional_period,
)
from bilateral.dates.words.reading import period_readings
from bilateral.problems import ValidationError
from tests.dates.periods import code


class TestConstruction:
    def test_a_period_is_made_from_periods_dates_and_texts(self):
        value = Period("2026/2028")
        assert Period.of(value) is value
        assert Period.of("2026/2028") == value
        assert Period.of(PartialDate("2026~")) == Period("2026~")
        assert Period.of(date(2026, 5, 1)) == Period("2026-05-01")

    @pytest.mark.parametrize("value", [2026, None, datetime(2026, 5, 1, tzinfo=None)], ids=repr)
    def test_neither_a_number_nor_a_point_in_time_is_a_period(self, value):
        assert code(Period.of, value) == "wrong-type"

    def test_a_period_is_made_from_one_end_or_both(self):
        assert Period.between("2026", date(2028, 6, 30)) == Period("2026/2028-06-30")
        assert Period.since(PartialDate("2026~")) == Period("2026~/..")
        assert Period.until("2028") == Period("../2028")
        assert code(Period.between, "2028", "2026") == "period-reversed"
        assert code(Period.between, "..", "2026") == "edtf-syntax"

    def test_a_period_is_made_from_a_range_of_day_numbers(self):
        first = day_number(2026)
        assert Period.from_range(range(first, day_number(2029))) == Period("2026/2028")
        assert Period.from_range(range(first, first + 1)) == Period("2026-01-01")
        assert code(Period.from_range, range(5, 5)) == "not-consecutive-days"
        assert code(Period.from_range, range(5, 9, 2)) == "not-consecutive-days"

    def test_a_period_is_made_from_day_numbers_either_of_which_may_be_open(self):
        first = day_number(2026)
        assert Period.from_day_numbers(first, None) == Period("2026/..")
        assert Period.from_day_numbers(None, first - 1) == Period("../2025")
        assert code(Period.from_day_numbers, first, first - 1) == "period-reversed"

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("2026/2028", "given", "given"),
            ("2026", "given", "given"),
            ("2026/..", "given", "open"),
            ("2026/", "given", "unknown"),
            ("../2028", "open", "given"),
            ("/2028~", "unknown", "given"),
        ],
    )
    def test_an_end_is_given_open_or_unknown(self, text, start, end):
        value = Period(text)
        assert (value.start_kind, value.end_kind) == (EndKind(start), EndKind(end))
        assert (value.start is not None) == (start == "given")
        assert (value.end is not None) == (end == "given")
        assert (value.latest is not None) == (end == "given")

    def test_the_ends_keep_their_own_dates(self):
        value = Period("2026~/2028-06")
        assert (value.start, value.end) == (PartialDate("2026~"), PartialDate("2028-06"))
        assert Period("2026-05").start == Period("2026-05").end == PartialDate("2026-05")

    def test_a_converter_keeps_a_problem_for_the_class_that_is_being_built(self):
        assert optional_date(None) is optional_period(None) is None
        assert optional_date("2026") == PartialDate("2026")
        assert optional_period("2026/") == Period("2026/")
        rejected = optional_period("2026/2020")
        assert isinstance(rejected, Rejected)
        assert rejected.problems[0].code == "period-reversed"
        assert isinstance(optional_date("2026/2028"), Rejected)


class TestWords:
    """Text in a language is asked of `bilateral.language`; its tests say what it is."""

    def test_dates_and_periods_have_labels_in_every_form_and_spacing(self):
        assert PartialDate("2025-11").label("de", "in") == "im November 2025"
        assert Period("2026/2028").label("ru", "for") == "на 2026–2028 годы"
        assert Period("2025-11-05").label("ru", "short", "nbsp") == "5 ноября 2025\u00a0г."


class TestLeastAndMost:
    @pytest.mark.parametrize(
        ("text", "counts"),
        [
            ("2026/2028", (1096, 1096)),
            ("2026-02", (28, 28)),
            ("2026-11-05", (1, 1)),
            ("2026-02~", (28, 31)),
            ("2026-XX", (28, 31)),
            ("2026?", (365, 366)),
            ("202X", (365, 366)),
            ("2026-21", (89, 92)),
            ("2026-11-2X/2026-12-05", (7, 16)),
            ("2026-11/2026-~12", (1, 61)),
            ("2025-~12/2026-11", (365, 699)),
            ("2026/2028~", (1, None)),
            ("2026/", (1, None)),
            ("/2026", (1, None)),
            ("2026/..", (None, None)),
            ("../2026", (None, None)),
            ("Y-100000000/Y100000000", (200000001 * 146097 // 400 + 1,) * 2),
        ],
    )
    def test_a_period_has_a_least_and_a_greatest_number_of_days(self, text, counts):
        period = Period(text)
        assert period.day_counts == counts
        if period.is_definite:
            assert period.day_count == counts[0]


class TestFarYears:
    """EDTF writes only whole years of more than four digits."""

    @pytest.mark.parametrize(
        ("first", "last", "text"),
        [
            ((2026, 5, 1), (2026, 5, 31), "2026-05"),
            ((2026, 5, 1), (12026, 5, 31), "2026-05/Y12026"),
            ((12026, 5, 1), (12027, 5, 31), "Y12026/Y12027"),
            ((-12026, 5, 1), (12, 12, 31), "Y-12026/0012"),
            ((12026, 5, 1), None, "Y12026/.."),
            (None, (10000, 1, 1), "../Y10000"),
        ],
    )
    def test_days_in_far_years_are_told_by_their_years(self, first, last, text):
        numbers = [None if day is None else day_number(*day) for day in (first, last)]
        assert str(Period.around(*numbers)) == text

    def test_a_set_shows_itself_however_far_it_lies(self):
        day = day_number(12026, 5, 1)
        assert repr(DaySet([(day, day)])) == f"DaySet([({day}, {day})])"
        with pytest.raises(ValidationError) as error:
            DaySet([(day, day)]).periods()
        assert error.value.problems[0].code == "no-edtf-text"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: DaySet("x"), "wrong-type"),
        (lambda: DaySet(5), "wrong-type"),
        (lambda: DaySet(["ab"]), "wrong-type"),
        (lambda: DaySet([(1, 2), (1, 2, 3)]), "wrong-type"),
        (lambda: DaySet([(1, "2")]), "wrong-type"),
        (lambda: DaySet([(2, 1)]), "period-reversed"),
        (lambda: "2026" in DaySet.of("2026"), "whole-day-needed"),
        (lambda: Period.from_range(5), "wrong-type"),
        (lambda: Period.from_day_numbers("1", 5), "wrong-type"),
        (lambda: Period.from_day_numbers(1, 5.0), "wrong-type"),
        (lambda: Days([1, 2]), "wrong-type"),
        (lambda: Period.from_text("this year", "en", today="2026"), "whole-day-needed"),
        (lambda: Period.from_text("this year", "en", today=5), "wrong-type"),
        (lambda: PartialDate.from_text("this year", "en", today="Y12026"), "whole-day-needed"),
    ],
    ids=count(),
)
def test_what_is_no_day_is_refused_by_name(make, code):
    with pytest.raises(ValidationError) as error:
        make()
    assert error.value.problems[0].code == code
    assert error.value.text("de")


def test_what_is_called_a_day_is_a_date_and_a_number_is_called_one():
    november = PartialDate("2025-11")
    assert (november.earliest, november.latest) == (date(2025, 11, 1), date(2025, 11, 30))
    assert (november.first_number, november.last_number) == (
        november.earliest.toordinal(),
        november.latest.toordinal(),
    )
    assert not hasattr(november, "first_day")


def test_a_day_is_taken_as_text():
    assert "2026-05-01" in DaySet.of("2026")
    assert Period.from_text("this year", "en", today="2026-11-25") == Period("2026")
    assert PartialDate.from_text("this year", "en", today=PartialDate("2026-11-25")).year == 2026
    assert period_readings("this year", "en", today="2026-11-25") == (Period("2026"),)


@pytest.mark.parametrize("operate", [operator.or_, operator.and_, operator.sub, operator.xor,
                                     operator.le, operator.lt])  # fmt: skip
def test_a_set_of_days_goes_with_sets_only(operate):
    with pytest.raises(TypeError, match=r"not supported|unsupported"):
        operate(DaySet.of("2026"), "2026")
