"""What stands in the sheets that are written."""

import csv
import datetime
import io
from pathlib import Path

import openpyxl
import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.examples import astana_2025
from bilateral.wire.records import write_dossier
from bilateral.wire.sheets.columns import tables
from bilateral.wire.sheets.writing import write_sheets

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1", "''", "'"]


class TestWhatIsWritten:
    @pytest.fixture
    def sheets(self):
        data = write_dossier(astana_2025())
        return {sheet.name: sheet for sheet in write_sheets(data, "de")}

    def test_every_table_is_a_sheet_and_so_is_a_list_of_records_in_its_records(self, sheets):
        assert [sheet.title for sheet in sheets.values()][5:9] == [
            "Quellen",
            "Übereinkünfte",
            "Übereinkünfte – Ereignisse",
            "Übereinkünfte – belegte Titel",
        ]

    def test_labels_stand_beside_codes(self, sheets):
        """The header of a code says what it is in every language."""
        header, row = list(sheets["agreements"].rows.values())[:2]
        found = {header[number]: cell for number, cell in row.items()}

        assert found["Art"] == "Memorandum über die Zusammenarbeit"
        assert found["Art [kind]"] == "memorandum"
        assert found["Seite 1"] == "Akimat des Gebiets Almaty"
        assert found["Seite 1 [sides.1]"] == "kz-almaty-region-akimat"

    def test_without_a_language_there_are_codes_only_for_programs(self):
        (header, *_) = bl.dumps(astana_2025(), "csv")["agreements.events.csv"].splitlines()

        assert header.decode("utf-8-sig").startswith("agreements,kind,date,place,by,")

    def test_full_days_are_dates_of_the_spreadsheet(self, sheets):
        dates = [cell for row in sheets["agreements.events"].rows.values() for cell in row.values()]

        assert datetime.date(2025, 11, 5) in dates

    def test_numbers_and_truth_values_are_those_of_the_spreadsheet(self):
        term = bl.Term(entry="signed", length="P1Y", renewal=bl.Renewal("P1Y", times=3))
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        dossier = Dossier(agreements=[bl.Agreement("a", "mou", sides, term=term)])
        book = openpyxl.load_workbook(io.BytesIO(bl.dumps(dossier, "xlsx")))
        found = {
            head.value: (cell.value, cell.data_type)
            for page in book
            for head, cell in zip(page[1], page[2] if page.max_row > 1 else (), strict=False)
        }
        assert found["term.renewal.times"] == (3, "n")
        assert found["name.de.article"] == (True, "b")

    def test_excel_finds_the_encoding_and_the_separator(self):
        """A byte order mark, and no comma where it is the decimal sign."""
        for lang, separator in (("ru", b";"), ("de", b";"), ("en", b",")):
            text = bl.dumps(Dossier(), "csv", lang=lang)["trade.csv"]
            assert text.startswith(b"\xef\xbb\xbf")
            assert separator in text.splitlines()[0]
        assert b"\t" in bl.dumps(Dossier(), "csv", separator="\t")["trade.csv"]

    def test_an_empty_dossier_is_a_form_with_all_sheets_and_headers(self):
        book = openpyxl.load_workbook(io.BytesIO(bl.dumps(Dossier(), "xlsx", lang="ru")))

        shown = [page.title for page in book if page.sheet_state == "visible"]
        assert shown == [table.title("ru")[:31] for table in tables().values()]
        assert book["Документы"]["A1"].value == "Идентификатор [id]"

    def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut_off(self):
        with pytest.raises(ValidationError) as caught:
            bl.dumps(Dossier(note="x" * 40_000), "xlsx")
        assert [problem.code for problem in caught.value.problems] == ["text-too-long"]


class TestFormulas:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_cell_of_a_csv_file_begins_like_a_formula(self, text):
        dossier = Dossier(note=text)
        files = bl.dumps(dossier, "csv")
        rows = csv.reader(io.StringIO(files["dossier.csv"].decode("utf-8-sig"), newline=""))

        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
        assert bl.loads(files, "csv") == dossier

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_text_in_a_workbook_is_a_text_to_every_program(self, text):
        dossier = Dossier(note=text)
        content = bl.dumps(dossier, "xlsx")
        cells = [
            cell for row in openpyxl.load_workbook(io.BytesIO(content))["dossier"] for cell in row
        ]

        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert bl.loads(content, "xlsx") == dossier


def test_a_language_without_words_for_yes_and_no_has_signs_for_them(tmp_path: Path) -> None:
    dossier = astana_2025()
    (tmp_path / "months.tsv").write_text("id\tnom\n1\tjanvier\n", encoding="utf-8")
    bl.add_language("fr", tmp_path)
    files = bl.dumps(dossier, "csv", lang="fr")
    assert ";True" in files["trade.csv"].decode()
    assert bl.loads(files, "csv") == dossier
