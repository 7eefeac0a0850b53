"""Cells that look like something else to a program."""

import datetime
import io

import openpyxl
import pytest

import bilateral as bl
from bilateral import ValidationError


class TestHandwritten:
    """What looks like something else to a program."""

    HEAD = "Kennung;Art;Seite 1;Seite 2;Zeitraum"
    ROW = "a;MoU;Belarus;Kasachstan;2026"

    def test_rows_with_many_cells_above_the_headers_are_told_of(self):
        """Are no titles if they have many cells; those with two are told of."""
        report = []
        text = f"Register 2026\nStand;05.11.2025\n\n{self.HEAD}\n{self.ROW}"
        dossier = bl.loads({"agreements.csv": text.encode()}, "csv", report=report)
        assert len(dossier) == 1
        assert [(one.line, one.column, one.code) for one in report] == [(2, 1, "row-above-header")]
        text = f"{self.ROW.replace('a;', 'b;')}\n{self.HEAD}\n{self.ROW}"
        with pytest.raises(ValidationError) as caught:
            bl.loads({"agreements.csv": text.encode()}, "csv")
        assert [(one.line, one.code) for one in caught.value.problems] == [(1, "row-above-header")]
        report = []
        dossier = bl.loads({"agreements.csv": text.encode()}, "csv", on_error="skip", report=report)
        assert ([one.id for one in dossier], len(report)) == (["a"], 1)

    def test_a_title_over_merged_cells_is_one(self):
        book = openpyxl.Workbook()
        page = book.active
        page.title = "agreements"
        for row in (["Register", "x", "y"], self.HEAD.split(";"), self.ROW.split(";")):
            page.append(row)
        page.merge_cells("A1:C1")
        file = io.BytesIO()
        book.save(file)
        assert len(bl.loads(file.getvalue(), "xlsx", report=[])) == 1

    @pytest.mark.parametrize(
        ("text", "code", "hint"),
        [
            ("45966", "edtf-syntax", "2025-11-05"),
            ("20251105", "edtf-syntax", "2025-11-05"),
            ("202511", "edtf-syntax", "2025-11"),
            ("99999999", "edtf-syntax", None),
            ("05.11.2025 14:30", "edtf-time", "2025-11-05"),
            ("2025-11-05T14:30:05.5", "edtf-time", "2025-11-05"),
        ],
    )
    def test_numbers_that_are_no_dates_have_what_may_have_been_meant_as_a_hint(
        self, text, code, hint
    ):
        with pytest.raises(ValidationError) as caught:
            bl.loads({"sources.csv": f"id;Datum\ns;{text}".encode()}, "csv")
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint, problem.value) == (code, hint, text)

    @pytest.mark.parametrize(
        ("text", "date"),
        [("2025-11-05 00:00:00", "2025-11-05"), ("05.11.2025 00:00", "2025-11-05"),
         ("Y45966", "Y45966")],
    )  # fmt: skip
    def test_midnight_is_the_day_and_a_far_year_can_be_written_as_one(self, text, date):
        dossier = bl.loads({"sources.csv": f"id;Datum\ns;{text}".encode()}, "csv")
        assert str(dossier.sources[0].date) == date

    @pytest.mark.parametrize(
        ("text", "period", "notices"),
        [("2026-28", "2026/2028", ["two-years"]), ("2026–28", "2026/2028", []),
         ("'2026-28", "2026-28", []), ("2028-26", "2028-26", []), ("2026-05", "2026-05", [])],
    )  # fmt: skip
    def test_two_years_are_meant_where_a_season_could_be(self, text, period, notices):
        report = []
        row = self.ROW.replace("2026", text)
        content = {"agreements.csv": f"{self.HEAD}\n{row}".encode()}
        dossier = bl.loads(content, "csv", report=report)
        assert str(dossier["a"].period) == period
        assert [(one.code, one.line, one.column) for one in report] == [
            (code, 2, 5) for code in notices
        ]

    @pytest.mark.parametrize("name", ["csv", "xlsx"])
    def test_seasons_come_back_as_what_they_are(self, name):
        sides = [bl.Partner.state("BY"), bl.Partner.state("KZ")]
        plan = bl.Agreement("a", "mou", sides, period="2026-28", note="2026-28")
        dossier = bl.Dossier(agreements=[plan])
        assert bl.loads(bl.dumps(dossier, name, lang="de"), name) == dossier

    @pytest.mark.parametrize(
        ("word", "truth"), [("WAHR", True), ("ЛОЖЬ", False), ("1", True), ("FALSE", False)]
    )
    def test_truth_values_are_read_as_spreadsheets_save_them(self, word, truth):
        text = f"Kennung;Herkunft;Ziel;Beide Richtungen\nt;Belarus;Kasachstan;{word}"
        (flow,) = bl.loads({"trade.csv": text.encode()}, "csv").trade
        assert flow.mutual is truth

    def test_a_time_of_day_is_rounded(self):
        """Spreadsheets keep fractions of days."""
        book = openpyxl.Workbook()
        page = book.active
        page.title = "sources"
        page.append(["id", "date"])
        page.append(["s", datetime.datetime(2025, 11, 5, 14, 30)])
        file = io.BytesIO()
        book.save(file)
        with pytest.raises(ValidationError) as caught:
            bl.loads(file.getvalue(), "xlsx")
        assert caught.value.problems[0].value == "2025-11-05 14:30:00"
