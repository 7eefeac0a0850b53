"""The command that makes a register of a list."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main

LIST = (
    "Наименование;Дата\n"
    "Соглашение между Республикой Беларусь и Республикой Казахстан о торговле;05.01.2020\n"
    "Меморандум с Республикой Узбекистан о туризме;5.1.20\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_list_becomes_a_register_and_a_review(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, review = path.with_name("register.json"), path.with_name("review.xlsx")
    arguments = ["import", str(path), "-o", str(output), "--lang", "ru", "--review", str(review)]
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{output}: строк: 2, документов: 1, вопросов: 2\n"
    assert captured.err == ""
    assert len(bl.load(output)) == 1
    corrected = [*arguments[:-2], "--corrected", str(review), "--likely", "--home", "BY"]
    assert main(corrected) == 0
    assert len(bl.load(output)) == 2


def test_what_is_noticed_goes_to_the_error_stream(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = path.with_name("review.xlsx")
    output = str(path.with_name("register.json"))
    bl.read_list(path, "ru").review.to_xlsx(review)
    import openpyxl

    book = openpyxl.load_workbook(review)
    sheet = book.active
    assert sheet is not None
    sheet["C2"] = "нет"
    book.save(review)
    path.write_text(LIST.replace("торговле", "лесе"), encoding="utf-8")
    arguments = ["import", str(path), "-o", output, "--lang", "ru", "--corrected", str(review)]
    assert main(arguments) == 0
    assert "строки, которой больше нет" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal_and_goes_away(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"Меморандум № {n};2020\n" for n in range(100))
    path.write_text(f"Наименование;Дата\n{rows}", encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    output = str(path.with_name("register.json"))
    assert main(["import", str(path), "-o", output, "--lang", "ru"]) == 0
    shown = capsys.readouterr().err
    # On a slow machine, the seconds that it takes are shown before.
    assert "\r50/100" in shown
    assert "\r--review ФАЙЛ" in shown


def test_a_list_of_which_nothing_is_known_is_one_line(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    output = path.with_name("register.json")
    assert main(["import", str(path), "-o", str(output), "--lang", "de"]) == 1
    assert "unknown-list" in capsys.readouterr().err
    assert not output.exists()


def test_columns_that_no_header_tells_are_said(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text(LIST.replace("Наименование;Дата", "Was;Wann"), encoding="utf-8")
    output = path.with_name("register.json")
    arguments = ["import", str(path), "-o", str(output), "--lang", "ru"]
    assert main([*arguments, "--columns", "title=Was", "--columns", "signed = 2"]) == 0
    (agreement,) = bl.load(output).agreements
    assert [str(one.date) for one in agreement.events] == ["2020-01-05"]
    assert main([*arguments, "--columns", "title=Wer"]) == 1
    assert "[no-such-column]" in capsys.readouterr().err


def test_a_list_without_titles_is_told_the_option_for_them(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    output = str(path.with_name("register.json"))
    assert main(["import", str(path), "-o", output, "--lang", "de"]) == 1
    *_, last = capsys.readouterr().err.splitlines()
    assert last.startswith("In der Shell: --columns title=SPALTE oder --columns side_a=SPALTE")


@pytest.mark.parametrize("command", ["show", "active", "validate"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("my list.csv", LIST), ("titles.txt", "Соглашение о торговле\n"), ("№.csv", "id;a\nx;1\n")],
)
def test_a_list_that_is_no_register_is_pointed_to_import(
    path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str, content: str
) -> None:
    path = path.with_name(name)
    path.write_text(content, encoding="utf-8")
    assert main([command, str(path), "--lang", "de"]) == 1
    *_, last = capsys.readouterr().err.splitlines()
    assert f"bilateral import {shlex.quote(str(path))} -o REGISTER.json" in last


def test_of_a_workbook_without_ids_a_few_problems_are_enough(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["Nr", "Titel", "Datum"])
    for number in range(40):
        book.worksheets[0].append([number, f"Abkommen {number}", "2020"])
    book.save(path.with_name("list.xlsx"))
    assert main(["show", str(path.with_name("list.xlsx"))]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 5


def test_a_register_with_a_mistake_is_not_taken_for_a_list(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.with_name("agreements.csv").write_text("id,colour\nx,red\n", encoding="utf-8")
    for name in ("agreements.csv", "broken.json"):
        broken = path.with_name(name)
        broken.touch()
        assert main(["show", str(broken)]) == 1
        assert "bilateral import" not in capsys.readouterr().err


def test_rows_to_look_at_say_how_to_see_them(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(path.with_name("register.json"))
    assert main(["import", str(path), "-o", output, "--lang", "en", "--source-lang", "ru"]) == 0
    assert "--review FILE" in capsys.readouterr().err


def test_a_review_that_cannot_be_written_leaves_no_register(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    output = path.with_name("register.json")
    arguments = ["import", str(path), "-o", str(output), "--lang", "ru", "--review", "review.xlsx"]
    assert main(arguments) == 1
    assert "bilateral[xlsx]" in capsys.readouterr().err
    assert not output.exists()
