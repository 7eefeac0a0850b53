"""Workbooks as spreadsheet programs write them, and as nobody should."""

import io
import shutil
import subprocess
import sys
import zipfile

import attrs
import openpyxl
import pytest

import bilateral as bl
from bilateral import Dossier, Event, MissingExtra, ValidationError
from bilateral.examples import astana_2025
from tests.sheets.helpers import changed, saved, with_rows

CELLS = """
<row r="1"><c r="A1" t="inlineStr"><is><t>bilateral</t></is></c>
<c r="B1" t="inlineStr"><is><t>note</t></is></c></row>
<row><c/>{}</row>
"""


def codes(content, **options):
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, "xlsx", **options)
    return {problem.code for problem in caught.value.problems}


class TestWorkbooks:
    """What spreadsheet programs write, and what nobody should."""

    @pytest.mark.parametrize(
        ("cell", "note"),
        [
            ('<c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>', "a b"),
            ('<c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>A</t></rPh></is></c>', "a"),
            ('<c t="str"><f>A1</f><v>a_x000D_b</v></c>', "a\rb"),
            ('<c t="str"><f>A1</f><v></v></c>', None),
            ("<c><f>1+1</f><v>2</v></c>", "2"),
            ("<c><v>2.50</v></c>", "2.5"),
            ("<c><v>1E3</v></c>", "1000"),
            ('<c t="b"><v>1</v></c>', "TRUE"),
            ('<c t="d"><v>2025-11-05</v></c>', "2025-11-05"),
            ('<c s="9"/>', None),
        ],
    )
    def test_a_cell_is_the_value_of_its_formula_or_all_runs_of_its_text(self, cell, note):
        assert bl.loads(with_rows(CELLS.format(cell)), "xlsx").note == note

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("<c><f>1+1</f></c>", "formula-without-value"),
            ('<c t="e"><v>#REF!</v></c>', "cell-error"),
            ('<c t="s"><v>5000</v></c>', "syntax"),
            ('<c t="s"><v>x</v></c>', "syntax"),
            ("<c><v>x</v></c>", "syntax"),
        ],
    )
    def test_cells_without_a_value_are_not_passed_over(self, cell, code):
        assert codes(with_rows(CELLS.format(cell))) == {code}

    @pytest.mark.parametrize(
        ("number", "format", "epoch", "note"),
        [
            (45966, "yyyy-mm-dd", 1900, "2025-11-05"),
            (45966, "[$-419]d mmmm yyyy;@", 1900, "2025-11-05"),
            (45966.5, "dd.mm.yyyy", 1900, "2025-11-05 12:00:00"),
            (59, "dd.mm.yyyy", 1900, "1900-02-28"),
            (44504, "dd.mm.yyyy", 1904, "2025-11-05"),
            (45966, '0.00" days"', 1900, "45966"),
            (45966, "[Red]0", 1900, "45966"),
            (10**9, "dd.mm.yyyy", 1900, "1000000000"),
        ],
    )
    def test_a_number_is_a_date_by_its_format_and_the_calendar_of_the_workbook(
        self, number, format, epoch, note
    ):
        book = openpyxl.Workbook()
        book.epoch = {
            1900: openpyxl.utils.datetime.WINDOWS_EPOCH,
            1904: openpyxl.utils.datetime.MAC_EPOCH,
        }[epoch]
        book.active.title = "dossier"
        book.active["A1"], book.active["A2"] = "note", number
        book.active["A2"].number_format = format

        assert bl.loads(saved(book), "xlsx").note == note

    @pytest.mark.parametrize(
        ("content", "limits", "code"),
        [
            (b"", {}, "syntax"),
            (b"PK\x03\x04", {}, "syntax"),
            (bl.dumps(Dossier(), "xlsx")[:-200], {}, "syntax"),
            (changed(lambda _: b"<a>"), {}, "syntax"),
            (changed(lambda _: b""), {}, "syntax"),
            (changed(lambda text: text.replace(b"sheet1", b"sheet99"), "relations"), {}, "syntax"),
            (
                changed(lambda text: text.replace(b"officeDocument", b"x"), "_rels/.rels"),
                {},
                "syntax",
            ),
            (with_rows(CELLS.format("")), {"size": 1000}, "too-large"),
            (with_rows(CELLS.format("")), {"cells": 2}, "too-large"),
            (
                with_rows(CELLS.format('<c t="b"/>'), b'<mergeCell ref="A1:XFD9999999"/>' * 99),
                {"cells": 20},
                "too-large",
            ),
            (with_rows("", before=b'<!DOCTYPE a [<!ENTITY x "y">]>'), {}, "document-type"),
            (
                with_rows("", before=b'<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
                {},
                "document-type",
            ),
        ],
    )
    def test_hostile_files_are_refused_before_they_cost_anything(self, content, limits, code):
        assert codes(content, limits=bl.Limits(**limits)) == {code}

    def test_a_small_archive_that_would_be_a_gigabyte_is_refused(self):
        bomb = changed(
            lambda text: text.replace(b"</sheetData>", b" " * 2_000_000 + b"</sheetData>")
        )
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/x.xml", b" " * 5_000_000)
        assert len(stream.getvalue()) < 10_000
        assert codes(stream.getvalue()) == {"expands-too-much"}
        assert codes(bomb, limits=bl.Limits(size=1_000_000)) == {"too-large"}

    def test_cells_far_away_cost_nothing(self):
        """Nor do merged cells that span them all."""
        far = '<row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row>'
        merged = (
            b'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:C9"/></mergeCells>'
        )
        rows = CELLS.format('<c t="str"><v>n</v></c>') + far
        assert codes(with_rows(rows, merged)) == {"too-large"}
        assert bl.loads(with_rows(rows), "xlsx").note == "n"
        beyond = b'<mergeCells><mergeCell ref="A50:B60"/></mergeCells>'
        near = CELLS.format('<c t="str"><v>n</v></c>')
        assert bl.loads(with_rows(near, beyond), "xlsx").note == "n"

    def test_without_the_library_workbooks_are_read_but_not_written(self, monkeypatch):
        """DossierReader needs none; for writing, the message names the extra."""
        content = bl.dumps(astana_2025(), "xlsx")
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)

        assert bl.loads(content, "xlsx") == astana_2025()
        with pytest.raises(MissingExtra) as caught:
            bl.dumps(astana_2025(), "xlsx")
        assert caught.value.extra == "xlsx"

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_what_libre_office_saves_comes_back_the_same(self, tmp_path, everything):
        bl.dump(everything, tmp_path / "register.xlsx", lang="ru")
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/user", "--headless"]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "saved"]
        subprocess.run(
            [*command, "register.xlsx"], cwd=tmp_path, check=True, capture_output=True, timeout=120
        )

        assert bl.load(tmp_path / "saved" / "register.xlsx") == everything

    @pytest.fixture
    def everything(self):
        """The founding dossier, with what is hard for a spreadsheet."""
        dossier = astana_2025()
        first, *rest = dossier.agreements
        notice = Event("notice_received", "2026-01~", by=first.partners[0], note="=1+1\r\n_x0041_")
        first = attrs.evolve(
            first, note="", events=[*first.events, notice, Event("negotiated", "0987")]
        )
        return attrs.evolve(dossier, note="+7 717 2", agreements=[first, *rest])


def test_one_file_of_a_folder_is_a_register_if_it_needs_no_other(tmp_path):
    path = tmp_path / "partners.csv"
    path.write_text("id,kind,name.en,country\nacme,company,ACME,DE\n", encoding="utf-8")

    assert [partner.id for partner in bl.load(path).partners] == ["acme"]
