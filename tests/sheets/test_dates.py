"""Dates in the cells of a sheet: what they show, and what people put where there is none."""

import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import ValidationError
from bilateral.dates.periods import PartialDate
from bilateral.wire.sheets.dates import Unreadable, read_date
from bilateral.wire.sheets.protection import protect, text_of
from tests.sheets.helpers import loads, saved


def dated(text, **options):
    """The date of a source in a cell, and the codes of what is told of it."""
    report = []
    dossier = loads("sources.csv", "id;Datum", f"s;{text}", report=report, **options)
    date = dossier.sources[0].date
    return date and str(date), [problem.code for problem in report]


def refused(text, **options):
    with pytest.raises(ValidationError) as caught:
        loads("sources.csv", "id;Datum", f"s;{text}", **options)
    (problem,) = caught.value.problems
    return problem.code, problem.hint


def of_a_cell(value, number_format="yyyy-mm-dd", epoch=openpyxl.utils.datetime.WINDOWS_EPOCH):
    """The date of a source in a workbook, and the codes of what is told of it."""
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.active.title = "sources"
    book.active["A1"], book.active["B1"], book.active["A2"] = "id", "date", "s"
    book.active["B2"] = value
    book.active["B2"].number_format = number_format
    report = []
    date = bl.loads(saved(book), "xlsx", report=report).sources[0].date
    return date and str(date), [problem.code for problem in report]


class TestPlaceholders:
    @pytest.mark.parametrize(
        "text",
        ["0000-00-00", "00.00.0000", "0000-00-00 00:00:00", "--.--.----", "____",
         "0000", "0", "NA", "N/A", "n/a", "–", "-", "—", "k. A.",
         "o.D.", "unbekannt", "н/д", "Нет данных", "неизвестно", "?", "NULL", "NaT", "tbd",
         "00.01.1900"],
    )  # fmt: skip
    def test_stand_for_no_date(self, text):
        assert dated(text) == (None, ["no-date"])

    def test_are_told_of_in_their_place(self):
        """And the agreement keeps all else."""
        report = []
        head = "Kennung;Art;Seite 1;Seite 2;Zeitraum;Dauer"
        rows = ["a;MoU;Belarus;Kasachstan;–;n/a"]
        with pytest.raises(ValidationError):
            loads("agreements.csv", head, *rows)
        head = "Kennung;Art;Seite 1;Seite 2;Zeitraum;term.length"
        dossier = loads("agreements.csv", head, *rows, report=report)
        assert (dossier["a"].period, dossier["a"].term) == (None, None)
        assert [(p.code, p.value, p.line, p.column, p.where) for p in report] == [
            ("no-date", "–", 2, 5, "agreements[0].period"),
            ("no-date", "n/a", 2, 6, "agreements[0].term.length"),
        ]

    def test_no_length_of_time_is_a_length(self):
        """Zeros are no placeholder there: somebody has counted."""
        with pytest.raises(ValidationError):
            loads("agreements.csv", "id;kind;sides.1;sides.2;term.length", "a;mou;BY;KZ;0")

    @pytest.mark.parametrize(
        ("text", "date"),
        [("2004-00-00", "2004-XX-XX"), ("2004-00", "2004-XX"), ("2004-05-00", "2004-05-XX"),
         ("2000-10-00", "2000-10-XX"), ("00.00.2004", "2004-XX-XX"), ("00.05.2004", "2004-05-XX"),
         ("00.2004", "2004-XX"), ("00/00/2004", "2004-XX-XX"), ("2004/00/00", "2004-XX-XX"),
         ("2004-00-00 00:00:00", "2004-XX-XX"), ("2004-5-0", "2004-05-XX"),
         ("??.05.2004", "2004-05-XX"), ("__.__.2004", "2004-XX-XX"), ("2004-xx-xx", "2004-XX-XX"),
         ("хх.05.2004", "2004-05-XX")],
    )  # fmt: skip
    def test_a_part_that_is_00_is_not_known(self, text, date):
        assert dated(text) == (date, ["zero-part"])

    @pytest.mark.parametrize("text", ["2004-XX-XX", "2004-05-XX", "2004"])
    def test_what_says_so_in_the_words_of_the_standard_is_as_it_stands(self, text):
        assert dated(text) == (text, [])

    @pytest.mark.parametrize("text", ["00/05/2004", "05-00-2004"])
    def test_a_day_that_may_be_a_month_is_refused(self, text):
        assert refused(text) == ("no-such-day", None)

    @pytest.mark.parametrize("text", ["2006-00-12", "00/05/2004", "5.00.2004", "5.00.-7.11.2025"])
    def test_no_month_is_dropped_from_words_either(self, text):
        with pytest.raises(ValidationError):
            bl.Period.from_text(text)

    @pytest.mark.parametrize("text", ["2006-00-12", "12.00.2006", "2006-0-12", "12.??.2006"])
    def test_a_day_of_no_month_is_refused(self, text):
        """It is not said of another month."""
        assert refused(text) == ("no-such-month", "2006-XX-12")

    def test_the_year_0_is_written_to_the_letter(self):
        source = bl.Source("s", date="0000")
        for name in ("csv", "xlsx"):
            dossier = bl.Dossier(sources=[source])
            assert bl.loads(bl.dumps(dossier, name), name) == dossier


class TestTwoYears:
    def test_two_years_are_no_date(self):
        """Nor is a season, unless it is written to the letter, or cannot be two years."""
        assert refused("2020-21") == ("ambiguous-date", None)
        assert dated("'2020-21") == ("2020-21", [])
        assert dated("2028-26") == ("2028-26", [])


class TestTimesOfDay:
    @pytest.mark.parametrize(
        "text",
        ["2020-01-05T00:00:00Z", "2020-01-05T00:00:00+03:00", "2020-01-05T00:00:00.000Z",
         "2020-01-05 00:00 -0500", "05.01.2020 0:00"],
    )  # fmt: skip
    def test_midnight_is_the_day_in_any_zone(self, text):
        assert dated(text) == ("2020-01-05", [])

    @pytest.mark.parametrize("text", ["2020-01-05T23:00:00Z", "5 January 2020 14:30"])
    def test_any_other_is_refused_with_the_day_as_a_hint(self, text):
        assert refused(text) == ("edtf-time", "2020-01-05")

    def test_a_time_alone_is_no_date(self):
        assert refused("T 12:00")[0] == "edtf-syntax"

    def test_many_times_of_day_are_read_in_no_time(self):
        for text in ("1" * 50_000 + "T" * 50_000, "1" + " 1:00" * 20_000):
            with pytest.raises(Unreadable):
                read_date(PartialDate, text, "en")


class TestNumbers:
    @pytest.mark.parametrize("text", ["1976.0", "1976,00"])
    def test_a_year_that_became_a_decimal_number_is_a_year(self, text):
        assert dated(text) == ("1976", [])

    @pytest.mark.parametrize(
        ("text", "hint"),
        [("05.01.20г.", "2020-01-05"), ("5.1.98 г.", "1998-01-05"), ("31.2.20", None)],
    )
    def test_two_digits_of_a_year_are_no_year(self, text, hint):
        """What a spreadsheet would take them for is a hint."""
        code, found = refused(text)
        assert found == hint
        assert (code == "two-digit-year") or hint is None


class TestCellsThatShowLess:
    @pytest.mark.parametrize(
        ("number_format", "date"),
        [("mm/yyyy", "2025-11"), ("mmm-yy", "2025-11"), ("[$-419]mmmm\\ yyyy;@", "2025-11"),
         ("mmmm", "2025-11"), ("yyyy", "2025"), ('yyyy" г."', "2025"), ("dd/mm/yy", "2025-11-05"),
         ("d mmm", "2025-11-05"), ("[Red]dd.mm.yyyy", "2025-11-05")],
    )  # fmt: skip
    def test_a_month_or_a_year_is_one(self, number_format, date):
        assert of_a_cell(datetime.date(2025, 11, 5), number_format) == (date, [])

    def test_minutes_are_no_months(self):
        with pytest.raises(ValidationError) as caught:
            of_a_cell(datetime.datetime(2025, 11, 5, 14, 30), "h:mm")
        assert caught.value.problems[0].code == "edtf-time"


class TestOldDays:
    @pytest.mark.parametrize(
        ("number", "date"),
        [(-6519, "1882-02-23"), (-1, "1899-12-29"), (1, "1900-01-01"), (59, "1900-02-28"),
         (61, "1900-03-01")],
    )  # fmt: skip
    def test_before_march_1900_days_are_counted_as_the_program_does(self, number, date):
        """One program has counted a day that there was not; none does so before its day 1."""
        assert of_a_cell(number) == (date, [])

    @given(st.dates(datetime.date(1600, 1, 1), datetime.date(2100, 1, 1)))
    def test_old_days_are_read_as_a_library_writes_them(self, day):
        epoch = openpyxl.utils.datetime
        if day.isoformat() not in ("1899-12-30", "1899-12-31"):
            # These two it writes as day 0, which is that of an empty cell.
            assert of_a_cell(day) == (str(day), [])
        assert of_a_cell(day, epoch=epoch.MAC_EPOCH) == (str(day), [])

    def test_day_0_is_that_of_an_empty_cell(self):
        assert of_a_cell(0) == (None, ["no-date"])

    def test_the_29_february_1900_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            of_a_cell(60)
        assert caught.value.problems[0].code == "no-such-day"


@given(st.sampled_from(["0000", "2026-28", "2020-21", "2026"]))
def test_what_is_doubtful_comes_back_from_a_cell(text):
    assert text_of(protect(text)) == text
    assert read_date(PartialDate, text, None, marked=True).value == text
