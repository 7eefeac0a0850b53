"""Lists are read from Word documents."""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.intake.layout import sources
from bilateral.intake.layout.sources import sheets_of
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.writing import Area

HEADERS = ("№", "Наименование", "Дата подписания", "Срок действия")
TITLE = "Соглашение между Республикой Беларусь и Республикой Узбекистан о {}"
DEEP = b"<w:ins>" * 2000 + b"</w:ins>" * 2000 + b"<w:tbl>"

PARTS = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str) -> bytes:
    """A file of Word with a text."""

    def relations(kind: str, target: str) -> str:
        inner = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{PARTS}/relationships">{inner}</Relationships>'

    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", f'<Types xmlns="{PARTS}/content-types"/>')
        new.writestr("_rels/.rels", relations("officeDocument", "word/document.xml"))
        new.writestr("word/_rels/document.xml.rels", relations("numbering", "numbering.xml"))
        new.writestr("word/numbering.xml", f"<w:numbering {NAMES}>{numbering}</w:numbering>")
        text = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        new.writestr("word/document.xml", text)
        new.writestr("word/media/image1.png", b"\x89PNG")
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


HEADING = '<w:pStyle w:val="Heading1"/>'
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def row(*texts: str, width: int = 1) -> str:
    span = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>'
    cells = "".join(f"<w:tc>{span}{paragraph(text)}</w:tc>" for text in texts)
    return f"<w:tr>{cells}</w:tr>"


def table() -> bytes:
    """A document with a heading and a table, in which a merged row is a heading, too."""
    rows = (
        row(*HEADERS),
        row("Торговля", width=len(HEADERS)),
        row("1", TITLE.format("торговле"), "12.03.2018", "5 лет"),
        row("2", TITLE.format("туризме"), "5 ноября 2019 г.", "бессрочно"),
    )
    heading = paragraph("Договоры Республики Беларусь", HEADING)
    return document(f"{heading}<w:tbl>{''.join(rows)}</w:tbl>")


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A document with another text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part, change(text) if part.filename == "word/document.xml" else text)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["list.docx", "list.DOCX", "list.xlsx"])
def test_the_table_of_a_document_becomes_a_dossier(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(table())
    dossier, review = bl.read_list(path, "ru")
    assert [str(one.dates("signed")[0]) for one in dossier] == ["2018-03-12", "2019-11-05"]
    assert [str(one.sectors[0]) for one in dossier] == ["trade", "tourism"]
    assert review.counts["questions"] == 0


def test_a_table_has_its_merged_cells_and_the_heading_above_it() -> None:
    (sheet,) = sheets_of(table(), "ru")
    assert sheet.rows[1] == {1: "Договоры Республики Беларусь"}
    assert sheet.rows[2] == dict(enumerate(HEADERS, 1))
    assert sheet.merged == (Area(3, 1, 3, 4),)


def test_without_a_table_the_items_of_a_document_are_titles() -> None:
    towns = ("Lugoj (Romania), 10.10.1983", "Porto (Portugal), 1984")
    items = "".join(paragraph(f"Twinning with {town}", ITEM) for town in towns)
    content = document(paragraph("Partner cities of Jena", HEADING) + items)
    (sheet,) = sheets_of(content, "en")
    assert [row[1] for row in sheet.rows.values()] == [
        "Partner cities of Jena",
        "Twinning with Lugoj (Romania), 10.10.1983",
        "Twinning with Porto (Portugal), 1984",
    ]
    assert sheet.apart == {1}


def test_pictures_are_left_out() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/'
        '2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/'
        'drawingml/2006/picture"><pic:blipFill><a:blip r:embed="r1" xmlns:r="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    content = document(f"<w:p>{drawing}</w:p>{paragraph('Twinning of Jena with Porto, 1984')}")
    (sheet,) = sheets_of(content, "en")
    assert sheet.rows == {1: {1: "Twinning of Jena with Porto, 1984"}}


def test_a_document_type_is_refused() -> None:
    bomb = changed(table(), lambda text: text.replace(b"<w:document", b"<!DOCTYPE a><w:document"))
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(bomb, "ru")
    (problem,) = caught.value.problems
    assert (problem.code, problem.value) == ("document-type", "word/document.xml")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(changed(table(), lambda text: text[:-9]), id="cut off"),
        pytest.param(
            changed(table(), lambda text: text.replace(b"<w:tbl>", DEEP)),
            id="deep",
        ),
    ],
)
def test_what_is_no_whole_document_is_refused(content: bytes) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(content, "en")
    assert caught.value.problems[0].code == "syntax"
    assert "Word document" in str(caught.value)


@pytest.mark.parametrize("content", [b"\x8f\xf2\x01", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"A;B"])
def test_what_is_only_called_a_document_is_refused_as_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.docx"
    path.write_bytes(content)
    with pytest.raises(bl.ValidationError, match="not a complete Word document"):
        bl.read_list(path, "en")


def test_a_document_that_expands_too_much_is_refused() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(changed(table(), lambda text: text + b" " * 10_000_000), "en")
    assert caught.value.problems[0].code == "expands-too-much"


def test_more_cells_than_the_limits_allow_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "Limits", lambda: Limits(cells=3))
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(table(), "ru")
    assert caught.value.problems[0].code == "too-large"


def test_without_the_library_an_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(bl.MissingExtra, match=r"bilateral\[word\]"):
        bl.read_list(table(), "ru")


@pytest.mark.parametrize(
    ("name", "advice"),
    [("list.doc", "as .docx"), ("list.pdf", "to a sheet"), ("list.fods", "as .xlsx or .csv")],
)
def test_for_files_that_are_not_read_there_is_advice(name: str, advice: str) -> None:
    with pytest.raises(bl.UnknownFormat, match=advice) as caught:
        bl.read_list(name, "de")
    assert {".docx", ".xlsx", ".csv", ".html"} <= set(caught.value.known)


def test_a_register_in_a_json_file_is_no_list_and_the_formats_of_lists_are_named() -> None:
    with pytest.raises(bl.UnknownFormat, match=r"no format for '\.json'; there are \.csv"):
        bl.read_list("register.json", "de")
