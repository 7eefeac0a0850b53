"""Days of dates and periods in databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.sqlalchemy import columns_of
from bilateral.testing import values_of
from tests.frameworks.databases import Document, answer

DAYS = st.dates()


def is_told(value):
    """Whether its days are known, and days of the years that a database has."""
    return value.is_definite and columns_of(value)[1:] != (None, None)


class TestAnswersByDay:
    """The database says what Python says, or that it does not know; never anything else."""

    @pytest.mark.parametrize("question", ["covers", "is_before", "is_after"])
    def test_about_a_period(self, kept, session, question):
        method = {"covers": "contains"}.get(question, question)

        @given(values_of(bl.Period), DAYS)
        def law(period, day):
            document = kept(period=period)
            said = answer(session, getattr(Document.period, question)(day))
            expected = getattr(document.period, method)(day)
            assert said == expected or (said is None and not is_told(period))

        law()

    def test_about_two_periods(self, kept, session):
        @given(values_of(bl.Period), values_of(bl.Period))
        def law(period, other):
            kept(period=period)
            said = answer(session, Document.period.overlaps(other))
            told = is_told(period) and is_told(other)
            assert said == period.overlaps(other) or (said is None and not told)

        law()

    @pytest.mark.parametrize("question", ["is_before", "is_after"])
    def test_about_a_date(self, kept, session, question):
        @given(values_of(bl.PartialDate), DAYS)
        def law(date, day):
            kept(date=date)
            said = answer(session, getattr(Document.date, question)(day))
            assert said == getattr(date, question)(day) or (said is None and not is_told(date))

        law()

    def test_nothing_is_said_of_years_that_databases_do_not_have(self, kept, session):
        kept(period=bl.Period("-0044"))
        assert answer(session, Document.period.is_before("2000-01-01")) is None

    def test_ends_that_are_not_known_are_told_apart(self, kept, session):
        def said(text):
            kept(period=bl.Period(text))
            days = ("2020-01-01", "2029-01-01")
            return [answer(session, Document.period.covers(day)) for day in days]

        assert said("2026/..") == [False, True]
        assert said("2026/") == [False, None]
        assert said("2026~/2028") == [None, False]


class TestColumnsOfDays:
    @pytest.mark.parametrize(
        ("value", "first", "last"),
        [
            (bl.Period("2026/2028"), "2026-01-01", "2028-12-31"),
            (bl.Period("2026/.."), "2026-01-01", "9999-12-31"),
            (bl.Period("../2026"), "0001-01-01", "2026-12-31"),
            (bl.Period("/2026"), None, "2026-12-31"),
            (bl.Period("2026?"), None, None),
            (bl.Period("-0044/2026"), "0001-01-01", "2026-12-31"),
            (bl.Period("2026/Y12026"), "2026-01-01", "9999-12-31"),
            (bl.Period("-0044"), None, None),
            (bl.Period("Y12026/.."), None, None),
            (bl.PartialDate("2025-11"), "2025-11-01", "2025-11-30"),
            (bl.PartialDate("202X"), "2020-01-01", "2029-12-31"),
            (bl.PartialDate("2025~"), None, None),
            (bl.PartialDate("-0044"), None, None),
            (bl.PartialDate("Y12026"), None, None),
        ],
    )
    def test_they_have_what_is_known_and_what_there_is(self, value, first, last):
        kept = [None if day is None else day.isoformat() for day in columns_of(value)[1:]]
        assert (columns_of(value)[0], *kept) == (value, first, last)
