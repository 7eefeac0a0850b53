"""What a text leaves open, and what can be said of it all the same."""

import pytest

from bilateral import PartialDate, ValidationError
from bilateral.dates.words.fragments import Fragment, complete
from bilateral.dates.words.reading import date_from_text, period_from_text, period_readings
from tests.dates.words.outcomes import outcome


class TestOpenQuestions:
    """What a text leaves open is kept open."""

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("до 2030 года", ["../2030", "../2029"]),
            ("до конца 2030 года", ["../2030"]),
            ("по 2030 год", ["../2030"]),
            ("until 2030", ["../2030", "../2029"]),
            ("until 31 December 2030", ["../2030-12-31", "../2030-12-30"]),
            ("through 2030", ["../2030"]),
            ("с 2026 до 2028 года", ["2026/2028", "2026/2027"]),
            ("с 2026 до 2026 года", ["2026/2026"]),
            (
                "с 1 июля 2025 года до 1 июля 2027 года",
                ["2025-07-01/2027-07-01", "2025-07-01/2027-06-30"],
            ),
            ("until about 2030", ["../2030~"]),
            (
                "from 1 July 2025 for three years",
                ["2025-07-01/2028-06-30", "2025-07-01/2028-07-01"],
            ),
            ("2009-11", ["2009-11", "2009/2011"]),
        ],
    )
    def test_until_a_year_may_include_it_or_not(self, text, readings):
        assert [str(one) for one in period_readings(text)] == readings

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("from 2026 for three years", "2026/2028"),
            ("from July 2025 for 18 months", "2025-07/2026-12"),
            ("from July 2025 for three years", "2025-07/2028-06"),
            ("from 2026 for 18 months", "!vague-date"),
            ("from July 2025 for 20 days", "!vague-date"),
            ("from about 2026 for three years", "!vague-date"),
            ("from spring 2026 for three years", "!vague-date"),
            ("from 9999 for three years", "!date-out-of-range"),
            ("from 2026 for an indefinite period", "!unreadable-date"),
        ],
    )
    def test_a_start_with_a_length_has_an_end_if_both_are_as_fine(self, text, expected):
        assert outcome(period_from_text, text, "en") == expected

    @pytest.mark.parametrize(
        ("text", "hint"),
        [("Mitte 2026", "2026"), ("bis Anfang 2027", "2027"), ("ab Ende 2026", "2026")]
        + [
            ("vor etwa 2026", "2026~"),
            ("zwischen Mitte 2026 und 2028", "2026"),
            ("fünf Jahre", "P5Y"),
        ]
        + [("auf unbestimmte Zeit", None)],
    )
    def test_a_hint_says_what_is_certain(self, text, hint):
        with pytest.raises(ValidationError) as caught:
            period_from_text(text, "de")
        assert caught.value.problems[0].hint == hint


class TestDates:
    """Single dates."""

    def test_a_single_date_is_read_and_a_period_is_none(self):
        assert PartialDate.from_text("5 ноября 2025 года") == PartialDate("2025-11-05")
        assert PartialDate.from_text("of 5 November 2025", "en") == PartialDate("2025-11-05")
        assert outcome(date_from_text, "2026–2028") == "!not-a-date"
        assert outcome(date_from_text, "bis 2030") == "!not-a-date"

    @pytest.mark.parametrize(
        "text", ["2025-11-05", "2026/2028", "2026/..", "../2030", "2026~/2028?", "20XX", "Y12000"]
    )
    def test_texts_of_the_standard_are_read_as_they_are(self, text):
        assert str(period_from_text(text)) == text

    def test_codes_of_the_standard_are_not_for_people(self):
        """Two digits after a year are another year: 2026-34 is not the second quarter."""
        assert outcome(period_from_text, "2026-34") == "2026/2034"
        assert outcome(period_from_text, "2026-21") == "!unreadable-date"
        assert outcome(period_from_text, "2026-34/2027") == "!unreadable-date"

    def test_dates_take_from_each_other_what_they_leave_out(self):
        day, month = Fragment(day="05"), Fragment(month=5)
        assert complete(day, Fragment(2025, 11, "20"))[0] == Fragment(2025, 11, "05")
        assert complete(month, Fragment(2025)) == (month, Fragment(2025))
        assert complete(Fragment(25, short=True), Fragment(2028)) is None
        assert complete(Fragment(2025), Fragment(27, short=True))[1].year == 2027
        assert complete(Fragment(2025), Fragment(20, short=True)) is None
        assert complete(Fragment(2025, 1), Fragment(27, short=True)) is None
