"""Lists are read wherever they are: files, texts, bytes, tables of other libraries."""

import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

import bilateral as bl
from bilateral.intake.layout.sources import sheets_of
from bilateral.problems import Problem

HEADER = "Наименование;Дата подписания"
ROW = "Соглашение между Республикой Беларусь и Республикой Казахстан о торговле;5 ноября 2025"
TEXT = f"{HEADER}\n{ROW}\n"


def signed(source: Any, **options: Any) -> str:
    dossier, review = bl.read_list(source, "ru", **options)
    assert review.counts == {"rows": 1, "taken": 1, "questions": 0}
    return str(dossier.agreements[0].dates("signed")[0])


def refusal(source: Any, **options: Any) -> Problem:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(source, "ru", **options)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("list.csv", "utf-8"),
        ("list.csv", "utf-8-sig"),
        ("list.csv", "utf-16"),
        ("list.txt", "utf-8"),
    ],
)
def test_a_file_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding=encoding)
    assert signed(path) == "2025-11-05"
    assert signed(str(path)) == "2025-11-05"


def test_a_code_page_is_told_by_its_letters_and_may_be_said(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(TEXT, encoding="cp1251")
    assert signed(path) == signed(path, encoding="cp1251") == "2025-11-05"
    (notice,) = bl.read_list(path, "ru").review.notices
    assert (notice.code, notice.value) == ("encoding-taken", "cp1251")
    with pytest.raises(bl.UnknownCode):
        bl.read_list(path, "ru", encoding="cp1")


def test_a_file_with_tabs_and_one_that_is_compressed_are_read(tmp_path: Path) -> None:
    import gzip

    tabs = tmp_path / "list.tsv"
    tabs.write_text(TEXT.replace(";", "\t"), encoding="utf-8")
    packed = tmp_path / "list.csv.gz"
    packed.write_bytes(gzip.compress(TEXT.encode()))
    assert signed(tabs) == signed(packed) == "2025-11-05"


def test_open_files_and_contents_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(TEXT, encoding="utf-8")
    with path.open("rb") as opened:
        assert signed(opened) == "2025-11-05"
    assert signed(io.StringIO(TEXT)) == signed(io.BytesIO(TEXT.encode())) == "2025-11-05"
    assert signed(TEXT) == signed(TEXT.encode()) == signed(bytearray(TEXT.encode())) == "2025-11-05"


def test_mappings_are_rows() -> None:
    title, date = ROW.split(";")
    records = [{"Наименование": title, "Дата подписания": date, "Примечание": None}]
    assert signed(records) == signed(tuple(records)) == signed(iter(records)) == "2025-11-05"


def test_texts_are_titles() -> None:
    title, _ = ROW.split(";")
    dossier, review = bl.read_list([title, f"{title} и культуре"], "ru")
    assert len(dossier) == 2
    assert [row.row for row in review] == [2, 3]


def test_a_data_frame_is_read_with_its_dates_and_gaps() -> None:
    title, _ = ROW.split(";")
    frame = pd.DataFrame(
        {
            "Наименование": [title, f"{title} и культуре"],
            "Дата подписания": [pd.Timestamp(2025, 11, 5), pd.NaT],
            "Объём": [1, 2],
        }
    )
    dossier, review = bl.read_list(frame, "ru")
    first, second = dossier.agreements
    assert [str(one) for one in first.dates("signed")] == ["2025-11-05"]
    assert second.events == ()
    assert dict(first.extra) == {"list:объем": 1}
    assert review.counts["questions"] == 0


class Polars:
    """What a table of polars has."""

    def iter_rows(self, *, named: bool) -> Iterator[dict[str, object]]:
        assert named
        yield dict(zip(HEADER.split(";"), ROW.split(";"), strict=True))

    def to_dict(self) -> None:
        raise AssertionError("polars has another one")


class Arrow:
    """What a table of Arrow has."""

    def to_pylist(self) -> list[dict[str, object]]:
        moment = datetime.datetime(2025, 11, 5, 12, 30, tzinfo=datetime.UTC)
        return [
            {
                "Наименование": ROW.split(";", maxsplit=1)[0],
                "Дата подписания": None,
                "Время": moment,
            }
        ]


class Number:
    """A number of numpy, and something that is none."""

    def __init__(self, value: int) -> None:
        self.value = value

    def item(self) -> int:
        return self.value


def test_tables_of_other_libraries_are_read_by_the_way_they_give_their_rows() -> None:
    assert signed(Polars()) == "2025-11-05"
    dossier, _ = bl.read_list(Arrow(), "ru")
    assert dict(dossier.agreements[0].extra) == {"list:время": "2025-11-05 12:30:00+00:00"}


class Stream:
    """What any table has that knows Arrow's PyCapsule interface, and no more."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        import pyarrow as pa

        table = pa.table(
            dict(zip(HEADER.split(";"), ([one] for one in ROW.split(";")), strict=True))
        )
        return table.__arrow_c_stream__(requested_schema)


def test_a_stream_of_arrow_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert signed(Stream()) == "2025-11-05"
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(bl.MissingExtra):
        bl.read_list(Stream(), "ru")


def test_what_is_called_a_workbook_but_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text(TEXT, encoding="utf-8")
    assert refusal(path).code == "syntax"


def test_a_cell_that_goes_on_behind_its_quote_has_its_quotes(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f'{TEXT}"Договор" "Дружба; A" c;;\n', encoding="utf-8")
    problem = refusal(path)
    assert (problem.code, problem.line) == ("syntax", 3)
    assert "behind the closing quote" in str(problem)
    path.write_text(f'{TEXT}"Меморандум" с "Чехией";05.11.2025;\n', encoding="utf-8")
    _, review = bl.read_list(path, "ru")
    assert review.rows[-1].title == '"Меморандум" с "Чехией"'


def test_lines_may_have_numbers_or_bullets() -> None:
    title = ROW.split(";", maxsplit=1)[0]
    for text in (f"1. {title}\n2. {title} и науке\n", f"• {title}\n• {title} и науке\n"):
        dossier, _ = bl.read_list(text, "ru")
        assert [str(one.titles[0].text)[:10] for one in dossier] == ["Соглашение"] * 2


def test_what_is_no_cell_becomes_one() -> None:
    title = ROW.split(";", maxsplit=1)[0]
    records = [{"Наименование": title, "Том": Number(3), "Шкаф": Path("a/b"), "Вес": 1.5}]
    dossier, _ = bl.read_list(records, "ru")
    kept = {"list:том": 3, "list:шкаф": "a/b", "list:вес": 1.5}
    assert dict(dossier.agreements[0].extra) == kept


@pytest.mark.parametrize("source", [5, {"a": 1}, None])
def test_what_is_no_list_is_refused(source: object) -> None:
    assert refusal(source).code == "wrong-type"


def test_rows_that_are_none_are_refused_with_their_number() -> None:
    assert refusal([{"Наименование": "a"}, 5]).path == (1,)


def test_files_of_other_kinds_are_refused_with_advice(tmp_path: Path) -> None:
    for name, advice in (
        ("list.numbers", "save or export"),
        ("list.json", ".csv"),
        ("list.doc", ""),
    ):
        with pytest.raises(bl.UnknownFormat) as caught:
            bl.read_list(tmp_path / name, "ru")
        assert advice in str(caught.value)
    with pytest.raises(FileNotFoundError):
        bl.read_list(tmp_path / "list.csv", "ru")


def test_titles_with_clauses_behind_commas_are_no_table() -> None:
    lines = [
        "Treaty between the City of Riga and the City of Lille, signed in Lille on 2 May 2001",
        "Treaty between the City of Riga and the City of Graz, signed in Graz on 9 May 2002, "
        "valid for five years",
        "Treaty between the City of Riga and the City of Minsk, signed in Minsk on 3 May 2003, "
        "valid for an indefinite period",
    ]
    (sheet,) = sheets_of("\n".join(lines), "en")
    assert [[*row] for row in sheet.rows.values()] == [[1], [1], [1]]


class TestWorkbooks:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        book = openpyxl.Workbook()
        first = book.active
        assert first is not None
        first.title = "Пояснения"
        first.append(["Этот файл ведёт отдел."])
        for title, year in (("2024", 2024), ("2025", 2025)):
            sheet = book.create_sheet(title)
            sheet.append([f"Документы за {year} год", None])
            sheet.merge_cells("A1:B1")
            sheet.append(HEADER.split(";"))
            sheet.append([ROW.split(";", maxsplit=1)[0], datetime.date(year, 11, 5)])
        hidden = book.create_sheet("Черновик")
        hidden.append(HEADER.split(";"))
        hidden.append([ROW.split(";", maxsplit=1)[0], datetime.date(1999, 1, 1)])
        hidden.sheet_state = "hidden"
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    def test_all_sheets_that_are_lists_are_read_and_the_others_told(self, path: Path) -> None:
        dossier, review = bl.read_list(path, "ru")
        years = [str(one.dates("signed")[0])[:4] for one in dossier]
        assert years == ["2024", "2025"]
        assert [(one.code, one.value) for one in review.notices] == [
            ("hidden-sheet-left-out", "Черновик"),
            ("no-list", "Пояснения"),
        ]
        assert review.columns["2024: Наименование"] == "title"

    def test_one_sheet_is_read_by_its_name_or_number(self, path: Path) -> None:
        for sheet, year in (("2025", 2025), (2, 2024), ("Черновик", 1999)):
            dossier, _ = bl.read_list(path, "ru", sheet=sheet)
            assert [str(one.dates("signed")[0])[:4] for one in dossier] == [str(year)]

    @pytest.mark.parametrize("sheet", ["2026", 0, 9])
    def test_a_sheet_that_there_is_not_is_refused_with_those_that_there_are(
        self, path: Path, sheet: str | int
    ) -> None:
        problem = refusal(path, sheet=sheet)
        assert problem.code == "unknown-sheet-name"
        assert "2024, 2025" in problem.message("ru")

    def test_hidden_rows_are_read_and_told(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(HEADER.split(";"))
        sheet.append([ROW.split(";", maxsplit=1)[0], datetime.date(2025, 11, 5)])
        sheet.row_dimensions[2].hidden = True
        path = tmp_path / "list.xlsx"
        book.save(path)
        dossier, review = bl.read_list(path, "ru")
        assert len(dossier) == 1
        assert [(one.code, one.value) for one in review.notices] == [("hidden-rows", 2)]

    def test_a_day_of_the_calendar_of_1904_is_the_day_that_is_shown(self, tmp_path: Path) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book = openpyxl.Workbook()
        book.epoch = CALENDAR_MAC_1904
        sheet = book.active
        assert sheet is not None
        sheet.append(HEADER.split(";"))
        sheet.append([ROW.split(";", maxsplit=1)[0], datetime.date(2025, 11, 5)])
        path = tmp_path / "list.xlsx"
        book.save(path)
        assert signed(path) == "2025-11-05"

    def test_a_fault_in_a_cell_is_a_question_of_its_row(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(HEADER.split(";"))
        sheet.append([ROW.split(";", maxsplit=1)[0], "#N/A"])
        sheet["B2"].data_type = "e"
        path = tmp_path / "list.xlsx"
        book.save(path)
        dossier, review = bl.read_list(path, "ru")
        assert len(dossier) == 1
        assert [one.code for one in review[2].questions] == ["cell-error"]


def test_no_library_is_loaded_for_a_list_of_mappings() -> None:
    assert [sheet.title for sheet in sheets_of([{"Титул": "a"}], "ru")] == ["list"]


@pytest.mark.parametrize("text", ["", "\n;;\n"])
def test_a_list_without_a_word_is_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    problem = refusal(path)
    assert (problem.code, problem.file) == ("empty-list", str(path))


def test_a_problem_with_a_file_names_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Farbe;Maß\nrot;5\n", encoding="utf-8")
    assert refusal(path).line_of_text("en").startswith(f"{path}: No column is known")
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list("Farbe;Maß\nrot;5\n", "de")
    assert caught.value.problems[0].file is None


def test_a_semicolon_in_the_brackets_of_a_title_separates_no_columns() -> None:
    title = "Abkommen zwischen der Schweiz und Peru über den Handel"
    lines = f"{title} (SR 0.142.1; Inkrafttreten: 1. Mai 2000)\n{title} und die Kultur\n"
    dossier, _ = bl.read_list(lines, "de")
    assert len(dossier) == 2
