"""Workbooks of other programs are read where the extra is installed."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.other_workbooks import read_other_workbook

OLD = Path(__file__).parents[1] / "data" / "list.xls"
TITLE = "Соглашение между Республикой Беларусь и Республикой Казахстан о торговле"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def cell(kind: str, attribute: str, text: str) -> str:
    value = f'office:{attribute}="{text}"' if attribute else ""
    content = f'office:value-type="{kind}" {value}><text:p>{text}</text:p>'
    return f"<table:table-cell {content}</table:table-cell>"


def opendocument(*rows: str) -> bytes:
    """A document of OpenDocument with one sheet."""
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content {NAMESPACES} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="Список">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        new.writestr("content.xml", content)
        manifest = '<manifest:manifest xmlns:manifest="urn:x"/>'
        new.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


TABLE = opendocument(
    cell("string", "", "Наименование") + cell("string", "", "Дата") + cell("string", "", "Лист"),
    "<table:table-cell/>",
    cell("string", "", TITLE)
    + cell("date", "date-value", "2025-11-05")
    + cell("float", "value", "7"),
)


@pytest.mark.parametrize(("name", "content"), [("list.ods", TABLE), ("list.xls", OLD.read_bytes())])
def test_a_list_of_another_program_becomes_a_dossier(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    dossier, review = bl.read_list(path, "ru")
    (agreement,) = dossier
    assert [str(date) for date in agreement.dates("signed")] == ["2025-11-05"]
    assert dict(agreement.extra) == {"list:лист": 7}
    assert review.counts["questions"] == 0


def test_a_sheet_has_its_rows_merged_cells_and_days() -> None:
    (sheet,) = read_other_workbook(OLD.read_bytes(), Limits())
    assert (sheet.title, sheet.is_hidden) == ("Список", False)
    assert sheet.rows[1] == {1: "Реестр"}
    assert sheet.rows[3][2] == datetime.date(2025, 11, 5)
    assert [tuple(area) for area in sheet.merged] == [(1, 1, 1, 3)]


def test_times_are_texts_and_moments_stay() -> None:
    (sheet,) = read_other_workbook(
        opendocument(
            cell("date", "date-value", "2025-11-05T12:30:00")
            + cell("time", "time-value", "PT12H30M00S")
        ),
        Limits(),
    )
    assert sheet.rows[1][1] == datetime.datetime(2025, 11, 5, 12, 30)
    assert sheet.rows[1][2] == "12:30:00"


def test_more_cells_than_the_limits_allow_are_refused() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        read_other_workbook(TABLE, Limits(cells=2))
    assert caught.value.problems[0].code == "too-large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04", "syntax"),
        (OLD.read_bytes()[:600], "old-workbook"),
        (TABLE.replace(b"content.xml", b"CONTENT.XML"), "syntax"),
    ],
)
def test_what_is_broken_or_locked_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(content, "ru")
    assert caught.value.problems[0].code == code


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(bl.MissingExtra) as caught:
        bl.read_list(TABLE, "ru")
    assert caught.value.extra == "sheets"
