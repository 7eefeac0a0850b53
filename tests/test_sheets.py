"""Spreadsheets and CSV folders: written and read again, and as people fill them in."""

import csv
import datetime
import functools
import io
import shutil
import subprocess
import sys
import zipfile

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier, Event, MissingExtra, Partner, Phrase, ValidationError
from bilateral.examples import astana_2025
from bilateral.extra import JsonMapping
from bilateral.testing import values_of
from bilateral.wire.records import write_dossier
from bilateral.wire.sheets.columns import tables
from bilateral.wire.sheets.protection import join, protect, split, unprotect
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.values import truth_or_number
from bilateral.wire.sheets.writing import Area, Sheet, write_sheets

LANGS = [None, "de", "ru", "en"]
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1", "''", "'"]


def workbook(*sheets):
    """The bytes of a workbook: each sheet is its title and its rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, *rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    return saved(book)


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


PARTNERS = (
    "Partners",
    ["id", "kind", "name.en", "governs"],
    ["minsk", "city_executive", "Minsk City Executive Committee", "BY-HM"],
    ["astana", "city_executive", "Akimat of Astana", "KZ-71"],
)
HEADERS = ["id", "kind", "sides.1", "sides.2"]
ROW = ["a", "mou", "minsk", "astana"]


def read(*sheets, **options):
    """The dossier of a workbook with two partners."""
    return bl.loads(workbook(PARTNERS, *sheets), "xlsx", **options)


def problems(*sheets, **options):
    """Sheet, row, column, code and hint of each problem."""
    with pytest.raises(ValidationError) as caught:
        read(*sheets, **options)
    return [(p.sheet, p.line, p.column, p.code, p.hint) for p in caught.value.problems]


def agreements(*more, row=()):
    """A sheet with one agreement; further headers and their cells."""
    return ("agreements", [*HEADERS, *more], [*ROW, *row])


class TestLaws:
    @given(values_of(Dossier), st.sampled_from(["csv", "xlsx"]), st.sampled_from(LANGS))
    def test_nothing_is_lost(self, dossier, format, lang):
        """Whatever a dossier holds, in whichever language it is written."""
        # What is drawn may have the same agreement twice, which is told of.
        assert bl.loads(bl.dumps(dossier, format, lang=lang), format, report=[]) == dossier

    @given(st.text(st.one_of(st.sampled_from("'\\=+-@\t\r\n x_0d"), st.characters())))
    def test_a_text_survives_in_a_cell(self, text):
        """And is the same however often it is protected."""
        assert unprotect(protect(text)) == text
        assert protect(text)[:1] not in tuple("=+-@\t\r")

    @given(st.lists(st.text(st.one_of(st.sampled_from("'\";\n[] a"), st.characters())), min_size=1))
    def test_a_list_survives_in_a_cell(self, items):
        """With any items."""
        assert list(split(join(items))) == items

    @pytest.mark.parametrize("lang", ["de", "ru", "en"])
    def test_headers_tell_columns_apart(self, lang):
        """In no language do two columns of a table have the same header."""
        for table in tables().values():
            headers = [column.header(lang) for column in table.columns()]
            assert len(headers) == len(set(headers))

    def test_equal_dossiers_give_equal_bytes(self):
        """To the byte, whenever they are written."""
        assert bl.dumps(astana_2025(), "xlsx") == bl.dumps(astana_2025(), "xlsx")


class TestWhatIsWritten:
    @pytest.fixture
    def sheets(self):
        data = write_dossier(astana_2025())
        return {sheet.name: sheet for sheet in write_sheets(data, "de")}

    def test_a_table_is_a_sheet(self, sheets):
        """And so is a list of records in its records."""
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

    def test_without_a_language_there_are_codes_only(self):
        """For programs."""
        (header, *_) = bl.dumps(astana_2025(), "csv")["agreements.events.csv"].splitlines()

        assert header.decode("utf-8-sig").startswith("agreements,kind,date,place,by,")

    def test_dates_are_dates(self, sheets):
        """Full days only."""
        dates = [cell for row in sheets["agreements.events"].rows.values() for cell in row.values()]

        assert datetime.date(2025, 11, 5) in dates

    def test_excel_finds_the_encoding_and_the_separator(self):
        """A byte order mark, and no comma where it is the decimal sign."""
        for lang, separator in (("ru", b";"), ("de", b";"), ("en", b",")):
            text = bl.dumps(Dossier(), "csv", lang=lang)["trade.csv"]
            assert text.startswith(b"\xef\xbb\xbf")
            assert separator in text.splitlines()[0]
        assert b"\t" in bl.dumps(Dossier(), "csv", separator="\t")["trade.csv"]

    def test_an_empty_dossier_is_a_form_to_fill_in(self):
        """With all sheets and their headers."""
        book = openpyxl.load_workbook(io.BytesIO(bl.dumps(Dossier(), "xlsx", lang="ru")))

        assert book.sheetnames == [table.title("ru")[:31] for table in tables().values()]
        assert book["Документы"]["A1"].value == "Идентификатор [id]"

    def test_a_text_that_no_cell_can_hold(self):
        """Is refused, not cut off."""
        with pytest.raises(ValidationError) as caught:
            bl.dumps(Dossier(note="x" * 40_000), "xlsx")
        assert [problem.code for problem in caught.value.problems] == ["text-too-long"]


class TestFormulas:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_csv(self, text):
        """No cell begins like a formula."""
        dossier = Dossier(note=text)
        files = bl.dumps(dossier, "csv")
        rows = csv.reader(io.StringIO(files["dossier.csv"].decode("utf-8-sig"), newline=""))

        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
        assert bl.loads(files, "csv") == dossier

    @pytest.mark.parametrize("text", HOSTILE)
    def test_xlsx(self, text):
        """A text is a text to every program."""
        dossier = Dossier(note=text)
        content = bl.dumps(dossier, "xlsx")
        cells = [
            cell for row in openpyxl.load_workbook(io.BytesIO(content))["dossier"] for cell in row
        ]

        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert bl.loads(content, "xlsx") == dossier


class TestFilledInByPeople:
    def test_labels_in_another_language(self):
        """With blanks around them, lists with commas, the columns in another order."""
        dossier = bl.loads(
            workbook(
                ("Реестр",),
                (
                    "Партнёры",
                    ["Наименование (ru)", "Вид партнёра", "id", "Страна"],
                    ["Акимат  Астаны ", "городской исполнительный орган", "astana", "Казахстан"],
                ),
                (
                    "Лист1",
                    ["Реестр документов"],
                    [],
                    [
                        "Сферы",
                        "Сторона 2",
                        "Сторона 1 ",
                        "Вид документа:",
                        "идентификатор",
                        "Период",
                    ],
                    [
                        "торговля, экономика;",
                        "акимат астаны",
                        "Беларусь",
                        "Дорожная карта",
                        "a",
                        "2026/2028",
                    ],
                    [
                        None,
                        "astana",
                        "Минский городской исполнительный комитет",
                        "memorandum",
                        7,
                        2026,
                    ],
                ),
            ),
            "xlsx",
        )

        assert [sector.code for sector in dossier["a"].sectors] == ["trade", "economy"]
        assert [partner.id for partner in dossier["a"].partners] == ["by", "astana"]
        assert dossier["a"].kind == "roadmap"
        assert dossier["7"].partners[0] == Partner.city_government("BY-HM")
        assert str(dossier["7"].period) == "2026"

    def test_dates(self):
        """A day of the spreadsheet, a text of the standard, a number for a year."""
        dossier = read(
            agreements(),
            (
                "agreements.events",
                ["agreements", "kind", "date"],
                ["a", "signed", datetime.date(2025, 11, 5)],
                ["a", "in_force", datetime.datetime(2025, 12, 1)],
                ["a", "extended", "2026-01~"],
                ["a", "terminated", 2027],
            ),
        )

        assert [str(event.date) for event in dossier["a"].events] == [
            "2025-11-05",
            "2025-12-01",
            "2026-01~",
            "2027",
        ]

    @pytest.mark.parametrize(
        ("text", "header", "date"),
        [
            ("5 ноября 2025", "дата", "2025-11-05"),
            ("05.11.2025", "дата", "2025-11-05"),
            ("im November 2025", "дата", "2025-11"),
        ],
    )
    def test_dates_in_words(self, text, header, date):
        """In the language of the headers, or else in any."""
        events = (
            "Документы – события",
            ["документ", "вид события", header],
            ["a", "подписан", text],
        )
        assert str(read(agreements(), events)["a"].events[0].date) == date

    def test_periods_in_words(self):
        """As they stand in titles."""
        assert str(read(agreements("Период", row=["на 2026–2028 гг."]))["a"].period) == "2026/2028"

    def test_merged_party_cells(self):
        """A cell over several rows stands in each of them."""
        book = openpyxl.load_workbook(
            io.BytesIO(workbook(PARTNERS, ("agreements", HEADERS, ROW, ["b", "mou", None, "KZ"])))
        )
        book["agreements"].merge_cells("C2:C3")
        dossier = bl.loads(saved(book), "xlsx")

        assert dossier["b"].sides[0] == dossier["a"].sides[0]

    def test_a_record_in_several_rows(self):
        """Where its id is one cell, the lists of the rows are one list."""
        rows = [
            [*ROW, "trade", "2026"],
            [None, None, "Belarus", None, "trade; science", "2026"],
            ["b", *ROW[1:], None, None],
        ]
        book = openpyxl.load_workbook(
            io.BytesIO(workbook(PARTNERS, ("agreements", [*HEADERS, "sectors", "period"], *rows)))
        )
        book["agreements"].merge_cells("A2:A3")
        dossier = bl.loads(saved(book), "xlsx")

        assert [partner.id for partner in dossier["a"].sides[0]] == ["minsk", "by"]
        assert [sector.code for sector in dossier["a"].sectors] == ["trade", "science"]
        assert len(dossier) == 2

    @pytest.mark.parametrize(
        ("word", "value"), [("да", True), ("Nein", False), ("yes", True), (True, True)]
    )
    def test_yes_and_no(self, word, value):
        """In any language, or as the spreadsheet has them."""
        flow = ("trade", ["id", "origin", "destination", "mutual"], ["t", "minsk", "astana", word])
        assert read(flow).trade[0].mutual is value

    def test_an_apostrophe_of_a_name(self):
        """Is part of it."""
        assert unprotect("'s-Gravenhage") == "'s-Gravenhage"

    def test_numbers(self):
        """Whole ones are taken; what is none is left for the constructor to refuse."""
        assert [truth_or_number(int, text, text) for text in ("5", "-5", "5.5")] == [5, -5, "5.5"]
        assert truth_or_number(bool, "perhaps", "perhaps") == "perhaps"

    def test_lists(self):
        """Empty items are none."""
        assert list(split("a;; b\n\n;c;")) == ["a", "b", "c"]

    def test_json_in_a_cell(self):
        """For what has no columns."""
        dossier = read(agreements("extra", row=['{"org:key": [1, {}]}']))
        assert dossier["a"].extra["org:key"] == (1, JsonMapping({}))

    def test_a_language_that_is_not_built_in(self):
        """Has its columns as soon as a header names it."""
        dossier = read(("sectors", ["code", "name.kk", "Name (kk, genitive)"], ["x", "y", "z"]))
        assert dossier.sectors[0].name["kk"] == Phrase("y", gen="z")


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
    def test_each_with_its_place(self, sheet, expected):
        """Sheet, row and column, as the spreadsheet counts them."""
        line, column, code, hint = expected
        assert problems(sheet)[0] == (sheet[0], line, column, code, hint)

    def test_a_name_of_several(self):
        """Is no answer; the codes that it may stand for are listed."""
        twin = ["other", "city_executive", "Akimat of Astana", "KZ-71"]
        book = workbook(
            (*PARTNERS, twin), ("agreements", HEADERS, ["a", "mou", "minsk", "Akimat of Astana"])
        )
        with pytest.raises(ValidationError) as caught:
            bl.loads(book, "xlsx")

        assert "astana / other" in str(caught.value)

    def test_but_the_code_decides(self):
        """Beside it."""
        twin = ["other", "city_executive", "Akimat of Astana", "KZ-71"]
        row = ["a", "mou", "minsk", "other", "Akimat of Astana"]
        book = workbook((*PARTNERS, twin), ("agreements", [*HEADERS, "Side 2"], row))

        assert bl.loads(book, "xlsx")["a"].partners[1].id == "other"

    def test_rows_that_do_not_agree(self):
        """In one record."""
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
    def test_turned_texts_are_kept_and_flagged(self, format):
        """With sheet or file, row and column; once a cell."""
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

    def test_an_ambiguous_party(self):
        """Of the reference data."""
        with pytest.raises(ValidationError) as caught:
            bl.loads({"trade.csv": b"id,origin,destination\nt,Kongo,KZ"}, "csv")
        assert [problem.code for problem in caught.value.problems] == ["ambiguous-label"]


class TestCsv:
    def folder(self, text):
        return {"agreements.csv": text, "partners.csv": self.partners}

    partners = (
        b"id;kind;name.en;governs\r\nm;city_executive;M;BY-HM\r\nk;city_executive;K;KZ-71\r\n"
    )

    @pytest.mark.parametrize(
        "text",
        [
            b"id,kind,sides.1,sides.2\na,mou,m,k\n",
            b"\xef\xbb\xbfid;kind;sides.1;sides.2\r\na;mou;m;k",
            b"id\tkind\tsides.1\tsides.2\na\tmou\tm\tk\n",
            b"sep=;\r\nid;kind;sides.1;sides.2\r\na;mou;m;k\r\n",
            b'"id";"kind";"sides.1";"sides.2"\r\na;mou;" m";k\r\n',
            "id\tkind\tsides.1\tsides.2\na\tmou\tm\tk\n".encode("utf-16"),
            b"\n\nid,kind,sides.1,sides.2,,\n,,,\na,mou,m,k,,\n",
        ],
    )
    def test_as_programs_save_it(self, text):
        """Separator, encoding, ends of lines, empty rows and columns."""
        assert bl.loads(self.folder(text), "csv")["a"].kind == "mou"

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            (b'id,kind\n"a,mou\n', "syntax", 2),
            (b'id,kind\n"a"b,mou\n', "syntax", 2),
            ("идентификатор".encode("cp1251"), "not-utf-8", 1),
            ("id,note\na,b\nc,Köln\n".encode("cp1252"), "not-utf-8", 3),
            (b"\xff\xfei\x00d", "not-utf-8", 1),
            (b"x", "unknown-sheet", 1),
        ],
    )
    def test_bad_files(self, text, code, line):
        """The name of the file stands in the place of the sheet."""
        with pytest.raises(ValidationError) as caught:
            bl.loads({"x.csv": text}, "csv")
        (problem,) = caught.value.problems
        assert (problem.sheet, problem.code, problem.line) == ("x.csv", code, line)

    def test_a_folder(self, tmp_path):
        """Is read and replaced as a whole; links in it are not followed."""
        folder = tmp_path / "register.csv"
        bl.dump(astana_2025(), folder, lang="ru")
        assert bl.load(folder) == astana_2025()

        (folder / "secret.csv").symlink_to(tmp_path)
        with pytest.raises(ValidationError) as caught:
            bl.load(folder)
        assert caught.value.problems[0].code == "not-a-file"

    def test_long_fields(self):
        """The limit of the library is not ours, and is left as it was."""
        before = csv.field_size_limit()
        dossier = Dossier(note="x" * 200_000)
        assert bl.loads(bl.dumps(dossier, "csv"), "csv") == dossier
        assert csv.field_size_limit() == before


NAMES = {
    "workbook": "xl/workbook.xml",
    "relations": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
}
CELLS = """
<row r="1"><c r="A1" t="inlineStr"><is><t>bilateral</t></is></c>
<c r="B1" t="inlineStr"><is><t>note</t></is></c></row>
<row><c/>{}</row>
"""


@functools.cache
def small_workbook():
    """That of a dossier with nothing but a note."""
    return bl.dumps(Dossier(note="n"), "xlsx")


def changed(edit, part="sheet", content=None):
    """A workbook with another text in one of its parts."""
    stream = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(content or small_workbook()))
    with old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, edit(text) if name == NAMES.get(part, part) else text)
    return stream.getvalue()


def with_rows(rows, more=b"", before=b""):
    """A workbook whose first sheet has these rows in its XML."""
    name = b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    start = before + b"<worksheet xmlns=" + name + b"><sheetData>"
    return changed(lambda _: start + rows.encode() + b"</sheetData>" + more + b"</worksheet>")


def codes(content, **options):
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, "xlsx", **options)
    return {problem.code for problem in caught.value.problems}


class TestHandwritten:
    """What looks like something else to a program."""

    HEAD = "Kennung;Art;Seite 1;Seite 2;Zeitraum"
    ROW = "a;MoU;Belarus;Kasachstan;2026"

    def test_rows_above_the_headers(self):
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

    def test_a_title_over_merged_cells(self):
        """Is one."""
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
    def test_no_dates(self, text, code, hint):
        """Numbers of days, digits alone, times of day: what may have been meant is a hint."""
        with pytest.raises(ValidationError) as caught:
            bl.loads({"sources.csv": f"id;Datum\ns;{text}".encode()}, "csv")
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint, problem.value) == (code, hint, text)

    @pytest.mark.parametrize(
        ("text", "date"),
        [("2025-11-05 00:00:00", "2025-11-05"), ("05.11.2025 00:00", "2025-11-05"),
         ("Y45966", "Y45966")],
    )  # fmt: skip
    def test_dates(self, text, date):
        """Midnight is the day; a far year can be written as one."""
        dossier = bl.loads({"sources.csv": f"id;Datum\ns;{text}".encode()}, "csv")
        assert str(dossier.sources[0].date) == date

    @pytest.mark.parametrize(
        ("text", "period", "notices"),
        [("2026-28", "2026/2028", ["two-years"]), ("2026–28", "2026/2028", []),
         ("'2026-28", "2026-28", []), ("2028-26", "2028-26", []), ("2026-05", "2026-05", [])],
    )  # fmt: skip
    def test_two_years(self, text, period, notices):
        """Are meant where a season could be, unless that is written to the letter."""
        report = []
        row = self.ROW.replace("2026", text)
        content = {"agreements.csv": f"{self.HEAD}\n{row}".encode()}
        dossier = bl.loads(content, "csv", report=report)
        assert str(dossier["a"].period) == period
        assert [(one.code, one.line, one.column) for one in report] == [
            (code, 2, 5) for code in notices
        ]

    @pytest.mark.parametrize("name", ["csv", "xlsx"])
    def test_seasons_come_back(self, name):
        """As what they are."""
        sides = [bl.Partner.state("BY"), bl.Partner.state("KZ")]
        plan = bl.Agreement("a", "mou", sides, period="2026-28", note="2026-28")
        dossier = bl.Dossier(agreements=[plan])
        assert bl.loads(bl.dumps(dossier, name, lang="de"), name) == dossier

    @pytest.mark.parametrize(
        ("word", "truth"), [("WAHR", True), ("ЛОЖЬ", False), ("1", True), ("FALSE", False)]
    )
    def test_truth_values_of_spreadsheets(self, word, truth):
        """As they save them as text."""
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
    def test_kinds_of_cells(self, cell, note):
        """Of a formula, its value; of a text in several runs, all of them."""
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
    def test_cells_without_a_value(self, cell, code):
        """Are not passed over."""
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
    def test_dates(self, number, format, epoch, note):
        """By the format of the cell and the calendar of the workbook."""
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
    def test_hostile_files(self, content, limits, code):
        """Are refused before they cost anything."""
        assert codes(content, limits=bl.Limits(**limits)) == {code}

    def test_a_bomb(self):
        """A small archive that would be a gigabyte."""
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

    def test_without_the_library(self, monkeypatch):
        """DossierReader needs none; for writing, the message names the extra."""
        content = bl.dumps(astana_2025(), "xlsx")
        monkeypatch.setitem(sys.modules, "openpyxl", None)

        assert bl.loads(content, "xlsx") == astana_2025()
        with pytest.raises(MissingExtra) as caught:
            bl.dumps(astana_2025(), "xlsx")
        assert caught.value.extra == "xlsx"

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_libre_office(self, tmp_path, everything):
        """Opened and saved there, it comes back the same."""
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


def test_one_file_of_a_folder(tmp_path):
    """Is a register of its own, if it needs no other."""
    path = tmp_path / "partners.csv"
    path.write_text("id,kind,name.en,country\nacme,company,ACME,DE\n")

    assert [partner.id for partner in bl.load(path).partners] == ["acme"]


FORM = "Kennung;Art;Seite 1;Seite 2"


def loads(name, *rows, **options):
    """The dossier of one file of CSV with these rows."""
    return bl.loads({name: "\n".join(rows).encode()}, "csv", **options)


def found(name, *rows, **options):
    """All that is wrong with one file of CSV."""
    with pytest.raises(ValidationError) as caught:
        loads(name, *rows, **options)
    return list(caught.value.problems)


class TestLabelsBesideCodes:
    @pytest.fixture
    def renamed(self):
        """A register with a partner and a project whose names were changed on their sheets."""
        firm = Partner("x1", "company", {"de": "Firma A", "ru": "Фирма А"}, country="DE")
        project = bl.Project("p1", {"de": "Projekt A"}, partners=[firm])
        dossier = Dossier(
            agreements=[
                bl.Agreement("a", "mou", [[firm, Partner.state("DE")], Partner.state("BY")])
            ],
            projects=[project],
        )
        files = bl.dumps(dossier, "csv", lang="de")
        edits = (("partners.csv", "Firma A", "Firma B"), ("projects.csv", "Projekt A", "Neues"))
        for name, old, new in edits:
            files[name] = files[name].replace(old.encode(), new.encode())
        return files

    def test_a_name_that_was_changed_on_its_own_sheet_only(self, renamed):
        """The codes count; what names nothing any more is reported, in its place."""
        report = []
        dossier = bl.loads(renamed, "csv", report=report)

        assert [partner.id for partner in dossier["a"].sides[0]] == ["x1", "de"]
        assert dossier["a"].partners[0].name["de"].nom == "Firma B"
        assert {(p.code, p.value, p.details["code"], p.sheet, p.line) for p in report} == {
            ("outdated-label", "Firma A", "x1", "agreements.csv", 2),
            ("outdated-label", "Firma A", "x1", "projects.csv", 2),
        }

    def test_without_a_report_it_is_a_warning(self, renamed):
        """In words for people."""
        with pytest.warns(bl.DataWarning, match="The name “Firma A” is not known"):
            bl.loads(renamed, "csv")

    @pytest.mark.parametrize(
        ("code", "label", "other"),
        [
            # A label that names somebody else, or another number of them.
            ("x1", "Belarus", "x1"),
            ("x1", "Firma A; Firma C", "x1"),
            ("x1; by", "Firma A; Kasachstan", "x1; by"),
            # Nothing to rely on: a code that is none.
            ("x9", "Firma A", "x9"),
        ],
    )
    def test_a_contradiction(self, code, label, other):
        """Stays one, and says what stands in both cells, and where."""
        problem = next(
            p
            for p in found(
                "agreements.csv",
                FORM + ";Seite 1 [sides.1]",
                f'a;MoU;"{label}";Kasachstan;"{code}"',
            )
            if p.code == "different-values"
        )
        assert problem.value == label
        assert dict(problem.details) == {"other": other, "column": "Seite 1 [sides.1]"}

    def test_what_has_no_labels(self):
        """Contradicts itself as it stands there."""
        (problem,) = found("agreements.csv", FORM + ";Период;Zeitraum", "a;MoU;BY;KZ;2026;2027")
        assert (problem.value, problem.details["column"]) == ("2027", "Период")

    def test_two_labels(self):
        """One of which names nothing, are no code and its label."""
        problems = found("agreements.csv", FORM + ";Side 1", "a;MoU;BY;KZ;Mensk")
        assert "different-values" in {problem.code for problem in problems}


class TestUnknownSectors:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("trad", [("trad", "trade")]),
            ("Handl", [("Handl", "Handel")]),
            ("Handel und Wirtschaft", [("Handel und Wirtschaft", None)]),
            ("торговля и экономика", [("торговля и экономика", None)]),
            ("Handl; trade; Wirtschft", [("Handl", "Handel"), ("Wirtschft", "Wirtschaft")]),
        ],
    )
    def test_names_of_none(self, text, expected):
        """Are unknown, whatever they are written with; each is reported."""
        problems = found("agreements.csv", FORM + ";Sektoren", f'a;MoU;BY;KZ;"{text}"')

        assert {p.code for p in problems} == {"unknown-sector"}
        assert [(p.value, p.hint) for p in problems] == expected
        assert {(p.line, p.column) for p in problems} == {(2, 5)}

    def test_beside_a_code(self):
        """One of two is not passed over."""
        headers = FORM + ";Sektoren;Sektoren [sectors]"
        (problem,) = found("agreements.csv", headers, 'a;MoU;BY;KZ;"Handl; Tourismus";trade')

        assert (problem.code, problem.value) == ("different-values", "Handl; Tourismus")

    def test_in_a_further_row_of_a_record(self):
        """And in its first one."""
        row = {1: "a", 2: "mou", 3: "BY", 4: "KZ", 5: "Handl"}
        headers = dict(enumerate([*HEADERS, "sectors"], 1))
        rows = {1: headers, 2: row, 3: {5: "Wirtschft"}, 4: {5: "trade"}}
        sheet = Sheet("agreements", "agreements", rows, (Area(2, 1, 4, 1),))
        (record,) = read_sheets([sheet]).data["agreements"]

        assert [type(item).__name__ for item in record["sectors"]] == [
            "Rejected",
            "Rejected",
            "str",
        ]


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "tags"),
        [
            ("Deutsch", ["de"]),
            ("русский", ["ru"]),
            ("русский, Казахский; English", ["en", "kk", "ru"]),
            ("DE, ru", ["de", "ru"]),
            ("DE-at; SR-CYRL; de-1996", ["de-1996", "de-AT", "sr-Cyrl"]),
            ("Österreichisches Deutsch", ["de-AT"]),
            ("GA; Ga; Ewe; Fo", ["ee", "fo", "ga", "gaa"]),
        ],
    )
    def test_names_and_tags(self, text, tags):
        """In any language, and in capitals; several as sectors are."""
        dossier = loads("agreements.csv", FORM + ";Sprachen", f'a;MoU;BY;KZ;"{text}"')
        assert sorted(dossier["a"].languages) == tags

    def test_one(self):
        """Of a source, or the prevailing one."""
        assert loads("sources.csv", "Kennung;Sprache", "s;RU").sources[0].lang == "ru"
        row = "a;MoU;BY;KZ;de, russisch;Russisch"
        dossier = loads("agreements.csv", FORM + ";Sprachen;maßgebliche Sprache", row)
        assert dossier["a"].prevailing_language == "ru"

    @pytest.mark.parametrize(("text", "hint"), [("Deutsc", "deutsch"), ("??", None), ("x", None)])
    def test_none(self, text, hint):
        """Has the nearest name as its hint."""
        (problem,) = found("sources.csv", "Kennung;Sprache", f"s;{text}")
        assert (problem.code, problem.hint) == ("invalid-language", hint)

    def test_several_of_one_name(self, monkeypatch):
        """Are an answer, too."""
        names = {"sprache": {"aa", "bb"}}
        monkeypatch.setattr("bilateral.wire.sheets.labels._languages", lambda: names)
        (problem,) = found("sources.csv", "Kennung;Sprache", "s;Sprache")
        assert problem.code == "ambiguous-label"


class TestOtherFiles:
    """What is no workbook, whatever it is called."""

    def test_an_old_workbook(self):
        """Or one with a password: what to do about it."""
        with pytest.raises(ValidationError) as caught:
            bl.loads(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504, "xlsx")
        (problem,) = caught.value.problems

        assert problem.code == "old-workbook"
        assert "save it as .xlsx without a password" in problem.message("en")
        assert "Speichern Sie sie als .xlsx ohne Kennwort" in problem.message("de")
        assert "сохраните его как .xlsx без пароля" in problem.message("ru")

    @pytest.mark.parametrize(
        "content",
        [
            b"id;kind",
            bl.dumps(Dossier(), "xlsx")[:-200],
            changed(lambda _: b"<a>"),
            changed(lambda text: text.replace(b"sheet1", b"sheet99"), "relations"),
            changed(lambda _: b"<document/>", "workbook"),
        ],
    )
    def test_what_python_says_is_not_repeated(self, content):
        """The message is for people, in their language."""
        with pytest.raises(ValidationError) as caught:
            bl.loads(content, "xlsx")
        (problem,) = caught.value.problems

        assert [problem.message(lang) for lang in ("en", "de", "ru")] == [
            "The file cannot be read: it is not a complete XLSX workbook.",
            "Die Datei ist nicht lesbar: Sie ist keine vollständige XLSX-Arbeitsmappe.",
            "Файл не читается: это неполная или повреждённая книга XLSX.",
        ]

    def test_another_encoding(self):
        """The message says what to do."""
        with pytest.raises(ValidationError) as caught:
            bl.loads({"sources.csv": "Kennung;Titel\ns;Köln".encode("cp1252")}, "csv")
        (problem,) = caught.value.problems
        assert (problem.sheet, problem.line) == ("sources.csv", 2)
        assert "CSV UTF-8" in problem.message("de")


class TestSkipping:
    """``on_error="skip"``, where there is no record that could be left out."""

    SHEETS = (
        agreements(),
        ("Notes", ["to do"], ["ring Minsk"]),
        (
            "agreements.events",
            ["agreements", "kind"],
            ["a", "signed"],
            ["z", "signed"],
            [None, "signed"],
        ),
        ("dossier", ["note"], ["n"], ["m"]),
    )

    def test_what_belongs_to_nothing(self):
        """Sheets that nobody knows, rows of unknown records: reported and left out."""
        report = []
        dossier = read(*self.SHEETS, on_error="skip", report=report)

        assert sorted((p.sheet, p.line, p.code) for p in report) == [
            ("Notes", 1, "unknown-sheet"),
            ("agreements.events", 3, "unresolved"),
            ("agreements.events", 4, "missing-field"),
            ("dossier", 3, "surplus-row"),
        ]
        assert [event.kind for event in dossier["a"].events] == ["signed"]
        assert dossier.note == "n"

    def test_otherwise_it_is_an_error(self):
        """As ever."""
        assert {one[3] for one in problems(*self.SHEETS)} == {
            "unknown-sheet",
            "unresolved",
            "missing-field",
            "surplus-row",
        }

    def test_the_rows_of_what_is_left_out(self):
        """Go with it."""
        report = []
        events = ("agreements.events", ["agreements", "kind"], ["a", "signed"])
        wrong = ("agreements", HEADERS, ["a", "mou", "minsk", "nobody"])
        dossier = read(wrong, events, on_error="skip", report=report)

        assert (len(dossier), [p.code for p in report]) == (0, ["unresolved"])

    def test_a_column_that_nobody_knows(self):
        """Stays an error: no single record is."""
        assert [one[3] for one in problems(agreements("x", row=[1]), on_error="skip")] == [
            "unknown-column"
        ]


class TestHints:
    @pytest.mark.parametrize(
        ("name", "header", "hint"),
        [
            ("agreements.events.csv", "Übereinkunft;Datum;Art", "Art des Ereignisses"),
            ("agreements.csv", "Идентификатор;Сторона 1;Вид", "Вид документа"),
            ("partners.csv", "Идентификатор;Страна;Вид", "Вид партнёра"),
            ("partners.csv", "Kennung;Land;Name", "Name (de)"),
            ("partners.csv", "Идентификатор;Страна;Наименование", "Наименование (ru)"),
            ("partners.csv", "id;Country;Name", "Name (en)"),
            ("agreements.csv", "Kennung;Art;Seite", "Seite 1"),
            ("agreements.csv", "Kennung;Art;Zeitraun", "Zeitraum"),
            ("agreements.csv", "Kennung;Art;Периот", "Период"),
        ],
    )
    def test_headers(self, name, header, hint):
        """That a header begins; of a name, the one in the language of the sheet."""
        problem = next(p for p in found(name, header, "a;b;c") if p.code == "unknown-column")
        assert (problem.column, problem.hint) == (3, hint)

    def test_a_column_without_a_header(self):
        """Is called what the spreadsheet calls it."""
        rows = FORM + ";" * 24, "a;MoU;BY;KZ" + ";" * 24 + "?"
        (problem,) = found("agreements.csv", *rows)
        assert (problem.value, problem.column, problem.hint) == ("AB", 28, None)

    def test_a_lost_zero(self):
        """Spreadsheets take it from codes of digits."""
        flow = ("trade", ["id", "origin", "destination"], ["t", "minsk", "astana"])
        with pytest.raises(ValidationError) as caught:
            read(flow, ("trade.goods", ["trade", "code"], ["t", 402]))
        assert caught.value.problems[0].hint == "0402"


class TestMarks:
    """Quotes and dashes, which people write in more than one way."""

    FIRMS = (
        "partners",
        ["id", "kind", "name.ru", "country"],
        ["daisy", "company", "ООО «Ромашка»", "RU"],
        ["ab", "company", "Завод А–Б", "RU"],
        ["dash", "company", "X–Y", "RU"],
        ["hyphen", "company", "X-Y", "RU"],
    )

    def partner(self, name):
        sheet = ("agreements", HEADERS, ["a", "mou", name, "KZ"])
        return bl.loads(workbook(self.FIRMS, sheet), "xlsx")["a"].partners[0].id

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ('ООО "Ромашка"', "daisy"),
            ("ООО „Ромашка“", "daisy"),
            ("ооо ромашка", "daisy"),
            ("Завод А-Б", "ab"),
            ("Завод А — Б", "ab"),
            # As it is written, where there are two.
            ("X–Y", "dash"),
            ("x-y", "hyphen"),
        ],
    )
    def test_partners(self, name, code):
        """Are found by their names nevertheless."""
        assert self.partner(name) == code

    def test_several(self):
        """Are an answer, where it fits none as it is written."""
        with pytest.raises(ValidationError) as caught:
            self.partner("X — Y")
        (problem,) = caught.value.problems
        assert problem.code == "ambiguous-label"
        assert problem.details["readings"] == "dash / hyphen"

    def test_the_reference_data(self):
        """Too."""
        assert self.partner("«Беларусь»") == "by"

    def test_sheets(self):
        """And the names of sheets."""
        assert loads("Übereinkünfte - Ereignisse.csv", "Übereinkunft") == Dossier()

    def test_nothing_but_marks(self):
        """Is not the name of what has none."""
        (problem,) = found("agreements.csv", FORM, "a;MoU;»;KZ")
        assert problem.code == "unresolved"
