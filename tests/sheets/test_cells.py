"""Cells without a value, sheets without rows, and what a spreadsheet hides."""

import openpyxl
import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError, reference
from bilateral.coercion import Rejected
from bilateral.wire import registry
from bilateral.wire.sheets.columns import tables
from bilateral.wire.sheets.protection import Fault
from bilateral.wire.sheets.reading import read_sheets
from bilateral.wire.sheets.writing import Sheet
from tests.sheets.helpers import HEADERS, ROW, agreements, loads, problems, read, saved, workbook

NOT_AVAILABLE = Fault("cell-error", "#N/A")


def with_fault(*rows):
    """A workbook whose sheet of agreements has these rows; ``#N/A`` is an error there."""
    return workbook(("agreements", *rows))


class TestCellsWithoutAValue:
    def test_leave_out_their_record_alone(self):
        report = []
        content = with_fault(
            [*HEADERS, "note"], ["a", "mou", "BY", "KZ", "#N/A"], ["b", "mou", "BY", "RU", "x"]
        )
        dossier = bl.loads(content, "xlsx", on_error="skip", report=report)

        assert [one.id for one in dossier] == ["b"]
        assert [(p.code, p.value, p.sheet, p.line, p.column) for p in report] == [
            ("cell-error", "#N/A", "agreements", 2, 5)
        ]

    def test_on_a_sheet_that_nobody_knows_are_not_asked_for(self):
        report = []
        content = workbook(
            ("Sums", ["total"], ["#N/A"]), ("agreements", HEADERS, ROW[:2] + ["BY", "KZ"])
        )
        dossier = bl.loads(content, "xlsx", on_error="skip", report=report)

        assert len(dossier) == 1
        assert [p.code for p in report] == ["unknown-sheet"]

    def test_in_the_place_of_an_owner_leave_out_the_row(self):
        report = []
        events = ("agreements.events", ["agreements", "kind"], ["#REF!", "signed"])
        dossier = read(agreements(), events, on_error="skip", report=report)

        assert dossier["a"].events == ()
        assert [(p.code, p.sheet, p.line) for p in report] == [
            ("cell-error", "agreements.events", 2)
        ]

    @pytest.mark.parametrize("table", [one for one in tables().values() if not one.parent])
    def test_are_told_of_in_every_column(self, table, monkeypatch):
        monkeypatch.setattr(registry, "_registered", dict(registry._registered))
        for column in table.columns():
            rows = {1: {1: column.name, 2: "id"}, 2: {1: NOT_AVAILABLE}}
            document = read_sheets([Sheet(table.name, table.name, rows)])
            with pytest.raises(ValidationError) as caught:
                loads_document(document)
            assert "cell-error" in {problem.code for problem in caught.value.problems}


def loads_document(document):
    """What `bilateral.loads` makes of a document that a format has read."""

    class Codec:
        def read(self, content, limits):
            return document

    bl.formats.register(bl.formats.Format("cells", (), codec=Codec()))
    return bl.loads("", "cells")


class TestOwners:
    @pytest.mark.parametrize("format", ["csv", "xlsx"])
    def test_a_partner_that_is_on_no_sheet_owns_no_rows(self, format):
        """It is known to the package, but not a record of the register."""
        rows = [["partners", "scheme", "value"], ["Belarus", "wikidata", "Q184"]]
        content = workbook(("partners.identifiers", *rows))
        if format == "csv":
            content = {"partners.identifiers.csv": "\n".join(map(",".join, rows)).encode()}
        with pytest.raises(ValidationError) as caught:
            bl.loads(content, format)
        (problem,) = caught.value.problems

        assert (problem.code, problem.value, problem.line) == ("unresolved", "by", 2)
        report = []
        assert bl.loads(content, format, on_error="skip", report=report) == Dossier()
        assert [one.code for one in report] == ["unresolved"]


def test_a_state_is_found_by_each_of_its_codes():
    for code in reference.countries()["BY"].values():
        rows = "Id,Kind,Side 1,Side 2", f"a,agreement,{code},KZ"
        assert loads("agreements.csv", *rows)["a"].partners[0].id == "by"


class TestSheetsWithoutRows:
    def test_one_row_is_a_record_and_no_headers(self):
        """Though some of its cells are words of headers."""
        assert [
            one[0::3] for one in problems(agreements(), ("more", ["b", "agreement", "BY", "RU"]))
        ] == [("more", "unknown-sheet")]
        assert problems(("more", ["b", "agreement", "BY"]))[0][3] == "unknown-sheet"

    def test_a_form_to_fill_in_is_none(self):
        """Also one that has another name, or a column of one's own."""
        assert loads("form.csv", "Kennung;Art;Seite 1;Seite 2") == Dossier()
        assert loads("agreements.csv", "Kennung;Art;Seite 1;Seite 2;Akte") == Dossier()

    def test_the_message_has_headers_that_would_have_been_understood(self):
        with pytest.raises(ValidationError) as caught:
            bl.loads({"x.csv": b"Nr;Partner;Vom"}, "csv", lang="de")
        assert "Kennung, Art, " in caught.value.problems[0].message("de")
        assert "„Übereinkünfte“" in caught.value.problems[0].message("de")
        with pytest.raises(ValidationError) as caught:
            bl.loads({"x.csv": "Страна;Сумма".encode()}, "csv")
        assert "Идентификатор" in caught.value.problems[0].message("ru")


class TestHeaders:
    @pytest.mark.parametrize(
        "header", ["id,kind,side_1,side_2", "ID,Kind,Side1,side-2", "Id,kind,SIDE 1,sides.2"]
    )
    def test_programs_write_them_without_blanks(self, header):
        assert loads("agreements.csv", header, "a,agreement,BY,KZ")["a"].partners[1].id == "kz"

    def test_no_two_columns_are_the_same_without_blanks(self):
        for table in tables().values():
            for lang in ("de", "en", "ru"):
                headers = [column.header(lang).casefold() for column in table.columns()]
                bare = {header.replace(" ", "").replace("-", "") for header in headers}
                assert len(bare) == len(headers)

    def test_a_column_that_only_numbers_the_rows_is_none(self):
        rows = ",Id,Kind,Side 1,Side 2", "0,a,mou,BY,KZ", "1,b,mou,BY,RU"
        assert [one.id for one in loads("agreements.csv", *rows)] == ["a", "b"]

    @pytest.mark.parametrize("cells", [("7", "8"), ("1", "3"), ("1", "x")])
    def test_any_other_without_a_header_has_something_to_say(self, cells):
        rows = ",Id,Kind,Side 1,Side 2", f"{cells[0]},a,mou,BY,KZ", f"{cells[1]},b,mou,BY,RU"
        with pytest.raises(ValidationError) as caught:
            loads("agreements.csv", *rows)
        assert [one.code for one in caught.value.problems] == ["unknown-column"]

    def test_a_long_text_is_no_header(self):
        with pytest.raises(ValidationError) as caught:
            loads("agreements.csv", "Id,Kind,Side 1,Side 2," + "Period" * 100, "a,mou,BY,KZ,2026")
        assert [one.code for one in caught.value.problems] == ["unknown-column"]


class TestNumbersOfSomebodysOwn:
    """Of a journal or a register, such as those with a slash."""

    ROWS = "Id,Kind,Side 1,Side 2,implements", "2020/17,mou,BY,KZ,", "BY_3.1,roadmap,BY,KZ,2020/17"

    def test_become_ids_and_are_told_of(self):
        report = []
        dossier = loads("agreements.csv", *self.ROWS, report=report)

        assert [one.id for one in dossier] == ["2020-17", "by-3-1"]
        assert [(p.code, p.value, p.details["id"], p.line) for p in report] == [
            ("changed-id", "2020/17", "2020-17", 2), ("changed-id", "BY_3.1", "by-3-1", 3)
        ]  # fmt: skip

    def test_are_found_as_they_are_written(self):
        """In lists, by the rows that belong to them, and beside names."""
        files = {
            "agreements.csv": "\n".join([*self.ROWS, "x,mou,7/3,KZ,"]).encode(),
            "agreements.events.csv": b"agreements,kind\n2020/17,signed",
            "partners.csv": b"id,kind,name.en,country\n7/3,company,ACME,DE",
        }
        dossier = bl.loads(files, "csv", report=[])

        assert [one.id for one in dossier["by-3-1"].implements] == ["2020-17"]
        assert len(dossier["2020-17"].events) == 1
        assert dossier["x"].partners[0].id == "7-3"

    def test_that_become_the_same_are_two(self):
        with pytest.raises(ValidationError) as caught:
            loads("agreements.csv", self.ROWS[0], "2020/17,mou,BY,KZ,", "2020-17,mou,BY,RU,")
        assert [one.code for one in caught.value.problems] == ["duplicate-id"]

    @pytest.mark.parametrize("text", ["15-р", "/"])
    def test_that_have_nothing_of_an_id_are_refused(self, text):
        with pytest.raises(ValidationError) as caught:
            loads("agreements.csv", self.ROWS[0], f"{text},mou,BY,KZ,")
        assert [(p.code, p.value) for p in caught.value.problems] == [("invalid-id", text)]


class TestHidden:
    def page(self, book):
        return book["agreements"]

    @pytest.fixture
    def book(self):
        book = openpyxl.Workbook()
        book.active.title = "agreements"
        for row in (HEADERS, ["a", "mou", "BY", "KZ"], ["b", "mou", "BY", "RU"]):
            book.active.append(row)
        return book

    def notices(self, book):
        report = []
        assert len(bl.loads(saved(book), "xlsx", report=report)) == 2
        return [(p.code, p.value, p.sheet, p.line, dict(p.details)) for p in report]

    def test_rows_are_read_and_told_of(self, book):
        """Once, however many a filter hides; empty ones are not counted."""
        for row in (2, 3, 9):
            book.active.row_dimensions[row].hidden = True
        assert self.notices(book) == [("hidden-rows", 2, "agreements", 2, {"count": 2})]

    def test_columns_are_read_and_told_of(self, book):
        """But for those that have no meaning, and the groups that a program makes of them."""
        for column in "BCX":
            book.active.column_dimensions[column].hidden = True
        assert self.notices(book) == [("hidden-columns", "B", "agreements", 1, {"count": 2})]

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_sheets_are_read_and_told_of(self, book, state):
        book.create_sheet("Notes")
        book.active.sheet_state = state
        assert self.notices(book) == [("hidden-sheet", "agreements", "agreements", 1, {})]

    def test_what_is_shown_is_not_told_of(self, book):
        assert self.notices(book) == []


class TestTwoRecordsForOneAct:
    HEAD = "Id,Kind,Side 1,Side 2,Subject (en),Note"

    def told(self, *rows):
        report = []
        loads("agreements.csv", self.HEAD, *rows, report=report)
        return [(p.code, p.value, p.details["other"], p.line) for p in report]

    def test_are_told_of(self):
        """Whichever side comes first, by whatever name, and whatever is noted."""
        assert self.told("a,twinning,BY,KZ,,", "b,twinning,Kazakhstan,Belarus,,x") == [
            ("same-act", "b", "a", 3)
        ]

    @pytest.mark.parametrize(
        "other", ["b,mou,BY,KZ,,", "b,twinning,BY,RU,,", "b,twinning,BY,KZ,trade,"]
    )
    def test_records_that_say_something_else_are_two(self, other):
        assert self.told("a,twinning,BY,KZ,,", other) == []


def test_the_value_of_a_fault_is_rejected_in_a_list():
    """The other rows of the record keep theirs."""
    from bilateral.wire.sheets.writing import Area

    rows = {
        1: dict(enumerate([*HEADERS, "sectors"], 1)),
        2: dict(enumerate([*ROW, NOT_AVAILABLE], 1)),
        3: {5: "trade"},
    }
    sheet = Sheet("agreements", "agreements", rows, (Area(2, 1, 3, 1),))
    (record,) = read_sheets([sheet]).data["agreements"]
    assert type(record["sectors"]) is Rejected
