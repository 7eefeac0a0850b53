"""Days without a year, years that depend on the day of reading, and several periods in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import AmbiguousText, Duration, PartialDate, Period, ValidationError
from tests.dates.words.outcomes import outcome

TODAY = "2026-11-26"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22 September", "XXXX-09-22"),
        ("on 22 September", "XXXX-09-22"),
        ("am 22. September", "XXXX-09-22"),
        ("22 сентября", "XXXX-09-22"),
        ("about 22 September", "XXXX-09-22~"),
        ("29 February", "XXXX-02-29"),
        # There is none in any year.
        ("31 April", "!no-such-day"),
        # A word that is many things, figures that may be a number, and what would be a period.
        ("September", "!date-without-year"),
        ("05.11", "!date-without-year"),
        ("5–6 November", "!date-without-year"),
        ("Monday 22 September", "!unreadable-date"),
        ("22 September, 14:00", "!unreadable-date"),
    ],
)
def test_a_day_of_a_month_in_words_needs_no_year(text, expected):
    assert outcome(PartialDate.from_text, text) == expected


@pytest.mark.parametrize("text", ["22 September", "from 22 September", "bis 22. September"])
def test_a_period_needs_its_year(text):
    assert outcome(Period.from_text, text) == "!date-without-year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("в ноябре прошлого года", "2025-11"),
        ("in October last year", "2025-10"),
        ("October of this year", "2026-10"),
        ("im November vergangenen Jahres", "2025-11"),
        ("im November des Vorjahres", "2025-11"),
        ("5 ноября прошлого года", "2025-11-05"),
        ("5. November dieses Jahres", "2026-11-05"),
        ("November 5 of last year", "2025-11-05"),
        ("в первом полугодии текущего года", "2026-40"),
        ("in the second quarter of next year", "2027-34"),
        ("im zweiten Quartal des kommenden Jahres", "2027-34"),
        ("31 November last year", "!no-such-day"),
        ("last October", "!unreadable-date"),
        ("October of today", "!unreadable-date"),
    ],
)
def test_a_year_may_depend_on_the_day_of_reading(text, expected):
    assert outcome(PartialDate.from_text, text, None, TODAY) == expected


def test_the_first_months_of_a_year_may_depend_on_it_too():
    assert Period.from_text("первые 9 месяцев прошлого года", today=TODAY) == Period(
        "2025-01/2025-09"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019, 2021 and 2023", ["2019", "2021", "2023"]),
        ("2019, 2021–2023 и 2025", ["2019", "2021/2023", "2025"]),
        ("2026, 2027 und 2028", ["2026", "2027", "2028"]),
        ("5, 6 и 9 ноября 2025 года", ["2025-11-05", "2025-11-06", "2025-11-09"]),
        ("5 November and 7 December 2025", ["2025-11-05", "2025-12-07"]),
        ("I и III кварталы 2025 года", ["2025-33", "2025-35"]),
        ("from 2019 to 2020, 2023", ["2019/2020", "2023"]),
        ("2019, 2021", ["2019", "2021"]),
        # No row is one period.
        ("January 5, 2025", ["2025-01-05"]),
        ("from 2026 to 2028", ["2026/2028"]),
    ],
)
def test_periods_in_a_row_are_read_one_by_one(text, expected):
    assert [str(one) for one in Period.all_from_text(text)] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2019, twelve and 2023", "unreadable-date"),
        ("not in 2019 and 2021", "unreadable-date"),
        (", ".join(map(str, range(2000, 2013))), "unreadable-date"),
        ("in summer and in winter", "unreadable-date"),
    ],
)
def test_a_row_with_something_else_in_it_is_refused(text, code):
    assert outcome(Period.all_from_text, text) == f"!{code}"


@given(st.text("2019, and–-05/. unди", max_size=30))
def test_any_row_is_read_or_refused(text):
    found = outcome(Period.all_from_text, text)
    assert found.startswith(("(Period(", "!"))


def test_a_row_that_can_be_read_in_two_ways_is_ambiguous():
    with pytest.raises(AmbiguousText):
        Period.all_from_text("05/11/2025 and 06/12/2025")


def test_a_length_from_the_entry_into_force_is_that_length():
    assert Duration.from_text("в течение пяти лет со дня вступления в силу") == Duration(5)
    with pytest.raises(ValidationError, match="unreadable-duration"):
        Duration.from_text("unbefristet ab Inkrafttreten")
