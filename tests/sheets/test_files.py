"""Files of sheets as people have them: separators, encodings, endings, other programs."""

import csv
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.errors import UnknownCode, UnknownFormat
from bilateral.examples import astana_2025
from bilateral.wire.sheets.delimited import rows_of
from bilateral.wire.sheets.protection import guarded, protect, unprotect
from tests.sheets.helpers import HEADERS, workbook

HEAD = "id,kind,sides.1,sides.2"
ROW = "a,mou,BY,KZ"
SIGNS = tuple("=+-@＝＋－＠")
TEXTS = st.text(st.one_of(st.sampled_from("'\\\\=+-@\t\r\n x_0d;,\"＝"), st.characters()))


def written(dossier, **options):
    """The text of each file."""
    files = bl.dumps(dossier, "csv", **options)
    return {name: content.decode("utf-8-sig") for name, content in files.items()}


def problem_of(content, format="csv", **options):
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, format, **options)
    (problem,) = caught.value.problems
    return problem


class TestFormulas:
    HOSTILE = ("x;=1+1", "x,=1+1", "x\t=1+1", "x\n=1+1", "x; +7 717", 'x;"=1+1', "x;'=1", "＝1+1",
             "＋1", "－1", "＠x", "a;＝1")  # fmt: skip

    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("written_with", [",", ";", "\t"])
    @pytest.mark.parametrize("split_at", [",", ";", "\t"])
    def test_nobody_finds_one_wherever_he_splits(self, text, written_with, split_at):
        dossier = Dossier(note=text, extra={"o:a": [1, -1]})
        files = bl.dumps(dossier, "csv", separator=written_with)
        content = files["dossier.csv"].decode("utf-8-sig")
        cells = [
            cell
            for row in csv.reader(io.StringIO(content, newline=""), delimiter=split_at)
            for cell in row
        ]

        assert not [cell for cell in cells if cell.strip(' "').startswith(SIGNS)]
        assert bl.loads(files, "csv") == dossier

    @given(TEXTS)
    def test_what_is_guarded_comes_back(self, text):
        """And is the same however often it is guarded."""
        cell = guarded(protect(text))
        assert unprotect(cell) == text
        assert guarded(cell) == cell

    def test_a_text_without_a_formula_is_as_it_was(self):
        for text in ("a; b", "a, -", "2026-2028", "x=1; y=2"):
            assert guarded(text) == (text if text != "a, -" else "'a, '-")

    def test_a_workbook_needs_no_guard(self):
        """Its cells are not split."""
        content = bl.dumps(Dossier(note="x;=1"), "xlsx")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert any(b">x;=1<" in archive.read(name) for name in archive.namelist())

    def test_many_gaps_are_gone_through_once(self):
        text = "\n " * 100_000 + "x"
        assert unprotect(guarded(protect(text))) == text


def cells(text, separator):
    """The cells of a text, row by row."""
    return [[*row.values()] for row in rows_of(text, separator).values()]


class TestSeparators:
    @given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=4))
    def test_rows_are_read_as_the_standard_library_reads_them(self, rows):
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=";").writerows(rows)
        text = stream.getvalue()
        assert cells(text, ";") == [
            row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")
        ]

    @pytest.mark.parametrize("text", ["a,b\r\nc,d\r\n", "a,b\rc,d", "a,b\nc,d\n", 'a,"b"\n"c",d'])
    def test_lines_end_in_any_way(self, text):
        assert cells(text, ",") == [["a", "b"], ["c", "d"]]

    def test_an_empty_last_cell_is_one(self):
        assert cells("a,", ",") == [["a", ""]]

    @pytest.mark.parametrize(
        ("text", "line"), [('a,b\n"c,d\n\n', 2), ('a,b\n"c"d\n', 2), ('a\n"b\nc" d\n', 3)]
    )
    def test_wrong_quotes_are_told_with_their_line(self, text, line):
        problem = problem_of({"x.csv": text.encode()})
        assert (problem.code, problem.sheet, problem.line) == ("syntax", "x.csv", line)

    def test_the_limit_of_the_standard_library_is_not_asked_for(self, monkeypatch):
        """It is one for the whole program, and other threads read, too."""
        monkeypatch.setattr(csv, "field_size_limit", None)
        dossier = Dossier(note="x" * 200_000)
        assert bl.loads(bl.dumps(dossier, "csv"), "csv") == dossier

    def test_a_separator_can_be_named(self):
        text = f"{HEAD},note\n{ROW},x;y;z;w;v;u;t".replace(",", "|")
        assert len(bl.loads({"agreements.csv": text.encode()}, "csv", separator="|")) == 1

    def test_tabs_have_a_format_of_their_own(self, tmp_path):
        """With commas and semicolons in the headers or not."""
        path = tmp_path / "agreements.tsv"
        path.write_text(
            f"{HEAD},a;b;c;d;e;f;g".replace(",", "\t") + "\n" + ROW.replace(",", "\t"),
            encoding="utf-8",
        )
        assert [one.id for one in bl.load(path)] == ["a"]
        bl.dump(astana_2025(), tmp_path / "register.tsv", lang="ru")
        assert bl.load(tmp_path / "register.tsv") == astana_2025()
        text = (tmp_path / "register.tsv" / "agreements.tsv").read_text(encoding="utf-8-sig")
        assert "\t" in text.splitlines()[0]


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["cp1251", "windows-1251", "koi8-r", "cp866", "utf-16"])
    def test_an_encoding_can_be_named(self, encoding):
        text = f"{HEAD},note\n{ROW},ёж".encode(encoding)
        assert bl.loads({"agreements.csv": text}, "csv", encoding=encoding)["a"].note == "ёж"
        tabs = text.decode(encoding).replace(",", "\t").encode(encoding)
        assert bl.loads({"agreements.tsv": tabs}, "tsv", encoding=encoding)["a"].note == "ёж"

    @pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
    def test_a_byte_order_mark_is_believed(self, mark):
        text = f"{HEAD},note\n{ROW},ёж".encode(mark)
        assert bl.loads({"agreements.csv": text}, "csv", encoding="cp1251")["a"].note == "ёж"

    def test_bytes_that_are_not_in_the_encoding_are_told_with_their_line(self):
        problem = problem_of({"sources.csv": b"id,note\ns,\x98"}, encoding="cp1251")
        assert (problem.code, problem.line) == ("wrong-encoding", 2)
        assert "cp1251" in problem.message("ru")

    @pytest.mark.parametrize("encoding", ["cp12512", "base64"])
    def test_an_encoding_that_is_none_is_refused(self, encoding):
        with pytest.raises(UnknownCode) as caught:
            bl.loads({"sources.csv": b"id"}, "csv", encoding=encoding)
        assert caught.value.code == encoding


class TestEndings:
    def test_a_workbook_with_macros_is_read_and_not_written(self, tmp_path):
        path = tmp_path / "register.xlsm"
        path.write_bytes(workbook(("agreements", HEADERS, ROW.split(","))))
        assert [one.id for one in bl.load(path)] == ["a"]
        with pytest.raises(UnknownFormat):
            bl.dump(Dossier(), path)

    @pytest.mark.parametrize("suffix", [".xls", ".ods", ".numbers", ".XLSB"])
    def test_files_of_other_programs_are_refused_with_advice(self, tmp_path, suffix):
        with pytest.raises(UnknownFormat, match=r"export it as .xlsx or .csv") as caught:
            bl.load(tmp_path / f"register{suffix}")
        assert caught.value.advice is not None
        with pytest.raises(UnknownFormat) as caught:
            bl.load(tmp_path / "register.doc")
        assert caught.value.advice is None

    @pytest.mark.parametrize("part", ["mimetype", "Index/Document.iwa"])
    def test_a_file_that_is_called_a_workbook_only_is_refused_with_advice(self, part):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(part, "")
        problem = problem_of(stream.getvalue(), "xlsx")
        assert problem.code == "other-workbook"
        assert ".xlsx" in problem.message("de")

    def test_a_format_can_be_called_by_its_suffix(self):
        assert bl.loads(bl.dumps(Dossier(), "yml"), "yml") == Dossier()

    def test_a_compressed_file_has_the_name_of_its_table(self, tmp_path):
        path = tmp_path / "agreements.csv.gz"
        path.write_bytes(gzip.compress(f"{HEAD}\n{ROW}".encode()))
        assert len(bl.load(path)) == 1


class TestPlaces:
    def test_a_file_is_named_once(self, tmp_path):
        path = tmp_path / "flat.csv"
        path.write_text("Nr,Vom\n1,2", encoding="utf-8")
        with pytest.raises(ValidationError) as caught:
            bl.load(path)
        assert caught.value.problems[0].line_of_text().count("flat.csv") == 1

    def test_a_sheet_of_a_file_has_both_names(self, tmp_path):
        path = tmp_path / "flat.xlsx"
        path.write_bytes(workbook(("sums", ["x"])))
        with pytest.raises(ValidationError) as caught:
            bl.load(path)
        assert caught.value.problems[0].line_of_text().startswith(f"{path}:sums:1:1: ")


def test_a_workbook_is_compressed():
    content = bl.dumps(astana_2025(), "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.compress_type for part in archive.infolist()} == {zipfile.ZIP_DEFLATED}
