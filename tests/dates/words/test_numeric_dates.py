"""Dates in figures, and dates that need the day of reading."""

import datetime

import pytest

from bilateral import AmbiguousText
from bilateral.dates.words.reading import period_from_text
from tests.dates.words.outcomes import outcome

TODAY = datetime.date(2026, 11, 25)


class TestNumericDates:
    """Which number is the day."""

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("05/11/2025", "en-GB", "2025-11-05"),
            ("05/11/2025", "en-US", "2025-05-11"),
            ("05-11-2025", "en-US", "2025-05-11"),
            ("05/11/2025", "en", "!ambiguous"),
            ("05/11/2025", None, "!ambiguous"),
            ("05/11/2025", "de", "2025-11-05"),
            ("05/11/2025", "ru", "2025-11-05"),
            ("05/05/2025", "en", "2025-05-05"),
            ("25/11/2025", "en", "2025-11-25"),
            ("25/11/2025", "en-US", "!no-such-month"),
            ("05.11.2025", "en", "2025-11-05"),
            ("22.VIII.2008", "de", "2008-08-22"),
            ("22 VIII 2008 г.", "ru", "2008-08-22"),
            ("5/ХI-1997", "ru", "1997-11-05"),
            ("22.XIV.2008", "en", "!unreadable-date"),
            ("05.11.2025", None, "2025-11-05"),
            ("20251105", "en", "2025-11-05"),
            ("signed 20251105", "en", "2025-11-05"),
            ("05.13.2025", "de", "!no-such-month"),
            ("31.04.2026", "de", "!no-such-day"),
            ("07/01/2025 to 12/31/2027", "en", "2025-07-01/2027-12-31"),
            ("01/07/2025 to 31/12/2027", "en", "2025-07-01/2027-12-31"),
            ("01/07/2025 to 01/12/2027", "en", "!ambiguous"),
            ("01.07. bis 31.12.2026", "de", "2026-07-01/2026-12-31"),
            ("01.13. bis 31.12.2026", "de", "!unreadable-date"),
            ("2025/11/05", "en", "2025-11-05"),
            ("2025.11.05", "ru", "2025-11-05"),
            ("2025-11", "de", "2025-11"),
            ("2025/11", "de", "2025-11"),
            ("2009/11", "de", "!ambiguous"),
            ("2009–11", "de", "2009/2011"),
            ("2025-13", "de", "!unreadable-date"),
            ("2026.5", "de", "!unreadable-date"),
            ("5. 2026", "de", "!unreadable-date"),
        ],
    )
    def test_the_language_says_which_number_is_the_day(self, text, lang, expected):
        assert outcome(period_from_text, text, lang) == expected

    def test_an_ambiguous_date_lists_its_readings(self):
        with pytest.raises(AmbiguousText) as caught:
            period_from_text("05/11/2025", "en")
        assert caught.value.readings == ("2025-05-11", "2025-11-05")


class TestToday:
    """What depends on the day of reading needs that day."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("05.11.25", "2025-11-05"),
            ("05.11.99", "1999-11-05"),
            ("5. November 75", "2075-11-05"),
            ("dieses Jahr", "2026"),
            ("next year", "2027"),
            ("в прошлом году", "2025"),
            ("в текущем году", "2026"),
            ("ab heute", "2026-11-25/.."),
            ("2020 bis heute", "2020/.."),
        ],
    )
    def test_with_today_short_years_and_words_like_this_year_are_read(self, text, expected):
        assert outcome(period_from_text, text, None, TODAY) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("05.11.25", "!two-digit-year"),
            ("next year", "!needs-today"),
            ("ab heute", "!needs-today"),
            ("bis auf weiteres", "!unreadable-date"),
        ],
    )
    def test_without_today_short_years_and_words_like_next_year_are_refused(self, text, expected):
        assert outcome(period_from_text, text) == expected
