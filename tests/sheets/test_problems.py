"""Problems in sheets, and where they are."""

import io
import zipfile

import pytest

import bilateral as bl
from bilateral import Dossier, Partner, ValidationError
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.writing import Area, Sheet
from tests.sheets.helpers import HEADERS, PARTNERS, ROW, agreements, problems, workbook


class TestProblems:
    @pytest.mark.parametrize(
        ("sheet", "expected"),
        [
            (agreements("colour", row=["green"]), (1, 5, "unknown-column", None)),
            (agreements("perid", row=["2026"]), (1, 5, "unknown-column", "Period")),
            (agreements("", row=["?"]), (1, 5, "unknown-column", None)),
            (agreements("period", row=["2028/2026"]), (2, 5, "period-reversed", None)),
            (agreements("period", row=["5/11/2025"]), (2, 5, "ambiguous-text", None)),
            (agreements("period", row=["1.2.26"]), (2, 5, "two-digit-year", "2026-02-01")),
            (agreements("period", row=["soon"]), (2, 5, "edtf-syntax", None)),
            (
                ("agreements", HEADERS, ["a", "mou", "Congo, Belarus", "minsk"]),
                (2, 3, "ambiguous-label", None),
            ),
            (agreements("Sectors", row=["trade; tade"]), (2, 5, "unknown-sector", "trade")),
            (
                agreements("languages", row=["ru; Deutsc"]),
                (2, 5, "invalid-language", "deutsch"),
            ),
            (agreements("extra", row=["{"]), (2, 5, "wrong-type", None)),
            (
                ("agreements", HEADERS, ["a", "memorandm", "minsk", "astana"]),
                (2, 2, "unknown-agreement-kind", "memorandum"),
            ),
            (
                ("agreements", HEADERS, ["a", "mou", "Mensk Executive", "astana"]),
                (2, 3, "unresolved", None),
            ),
            (("agreements", HEADERS, ["a", "mou", "minsk", None]), (2, 3, "two-sides", None)),
            (("agreements", HEADERS[1:], ROW[1:]), (2, 1, "missing-field", None)),
            (
                ("agreements", [*HEADERS, "Kind"], [*ROW, "roadmap"]),
                (2, 5, "different-values", None),
            ),
            (
                ("agreements.events", ["agreements", "kind"], ["z", "signed"]),
                (2, 1, "unresolved", None),
            ),
            (
                ("agreements.events", ["agreements", "kind"], [None, "signed"]),
                (2, 1, "missing-field", None),
            ),
            (("dossier", ["bilateral"], ["1"], ["1"]), (3, 1, "surplus-row", None)),
            (("Summary", ["total"], [5]), (1, 1, "unknown-sheet", None)),
            (("Summary", ["id"], [5]), (1, 1, "unknown-sheet", None)),
            (("Summary", ["id", "note"], [5]), (1, 1, "unknown-sheet", None)),
        ],
    )
    def test_each_problem_has_sheet_row_and_column_as_the_spreadsheet_counts(self, sheet, expected):
        line, column, code, hint = expected
        assert problems(sheet)[0] == (sheet[0], line, column, code, hint)

    def test_a_name_of_several_is_refused_with_their_codes(self):
        twin = ["other", "city_executive", "Akimat of Astana", "KZ-71"]
        book = workbook(
            (*PARTNERS, twin), ("agreements", HEADERS, ["a", "mou", "minsk", "Akimat of Astana"])
        )
        with pytest.raises(ValidationError) as caught:
            bl.loads(book, "xlsx")

        assert "astana / other" in str(caught.value)

    def test_a_code_beside_a_name_of_several_decides(self):
        twin = ["other", "city_executive", "Akimat of Astana", "KZ-71"]
        row = ["a", "mou", "minsk", "other", "Akimat of Astana"]
        book = workbook((*PARTNERS, twin), ("agreements", [*HEADERS, "Side 2"], row))

        assert bl.loads(book, "xlsx")["a"].partners[1].id == "other"

    def test_rows_of_one_record_that_do_not_agree_are_told(self):
        sheet = Sheet(
            "agreements",
            "agreements",
            {
                1: dict(enumerate([*HEADERS, "period"], 1)),
                2: dict(enumerate([*ROW, "2026"], 1)),
                3: {5: "2027"},
            },
            (Area(2, 1, 9, 1),),
        )
        (problem,) = read_sheets([sheet]).problems

        assert (problem.line, problem.column, problem.code) == (3, 5, "different-values")

    @pytest.mark.parametrize("format", ["csv", "xlsx"])
    def test_turned_texts_are_kept_and_flagged_once_a_cell(self, format):
        name = {"en": "a\u202eb\u202c", "ru": "=\u2066"}
        partner = Partner("x", "company", name, country="DE")
        dossier = Dossier(partners=[Partner.state("BY"), partner], note="\\ and \u00e2")
        report = []
        content = bl.dumps(dossier, format)

        assert bl.loads(content, format, report=report) == dossier
        sheet = "partners.csv" if format == "csv" else "partners"
        assert [(p.code, p.value, p.sheet, p.line, p.column) for p in report] == [
            ("turned-text", "\u202e", sheet, 3, 6),
            ("turned-text", "\u2066", sheet, 3, 8),
        ]

    def test_what_a_workbook_is_packed_in_is_no_text(self):
        """Its bytes may look as if they turned one."""
        stream = io.BytesIO(workbook(PARTNERS))
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = "\u202e".encode()
        report = []
        bl.loads(stream.getvalue(), "xlsx", report=report)

        assert report == []

    def test_a_name_that_is_ambiguous_in_the_reference_data_is_refused(self):
        with pytest.raises(ValidationError) as caught:
            bl.loads({"trade.csv": b"id,origin,destination\nt,Kongo,KZ"}, "csv")
        assert [problem.code for problem in caught.value.problems] == ["ambiguous-label"]
