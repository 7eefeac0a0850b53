"""Lists are read from web pages, and from the names of files in a folder."""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral.intake.layout.encodings import encoding_of
from bilateral.intake.layout.sources import sheets_of
from bilateral.wire.sheets.writing import Area, Sheet

LIST = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Partners</title><style>li {}</style></head>
<body><nav><ul><li><a href="/">Home</a><li>Contact</ul></nav>
<h1>International agreements of the City of Jena</h1>
<p>Updated in November.</p>
<ul>
<li><p>Twinning with Lugoj (Romania), 10.10.1983</p></li>
<li>Agreement with Porto (Portugal)<br>on culture<sup>[1]</sup>, 1984
<li>Memorandum with Lille (France)&nbsp;on sport, 1985
</ul><footer>© 2025</footer></body></html>
"""
TABLE = """<html><table><tr><td><h2>Treaties of Belarus</h2>
<table border=1><caption>Договоры Беларуси</caption>
<tr><th rowspan=2>№<th rowspan=2>Наименование<th colspan=2>Дата</tr>
<tr><th>Подписания<th>Вступления в силу
<tr><td colspan=4>Торговля</td></tr>
<tr><td>1<td>Соглашение между Республикой Беларусь и<br/>Республикой Узбекистан о торговле
<td rowspan=2>12.03.2018<td>01.05.2018
<tr><td>2<td>Соглашение между Республикой Беларусь и Республикой Узбекистан о туризме<td>
</table></table></html>
"""
RUSSIAN = "Соглашение между Республикой Беларусь и Республикой Узбекистан о торговле"


def sheets(page: str) -> list[Sheet]:
    return sheets_of(f"<html>\n{page}", "en")


def test_the_items_of_a_page_are_titles_and_all_else_is_apart() -> None:
    dossier, review = bl.read_list(LIST, "en", home="DE")
    assert [str(one.dates("signed")[0]) for one in dossier.agreements] == [
        "1983-10-10",
        "1984",
        "1985",
    ]
    assert {one.sides[0].partners[0].id for one in dossier.agreements} == {"de-jena"}
    assert review.counts["questions"] == 0


def test_paragraphs_are_titles_where_a_page_has_no_items() -> None:
    (sheet,) = sheets("<h2>Twins</h2><p>Jena<br>Porto</p><div>Lille<hr>Lugoj")
    assert [row[1] for row in sheet.rows.values()] == ["Twins", "Jena", "Porto", "Lille", "Lugoj"]
    assert sheet.apart == {1}


@pytest.mark.parametrize("name", ["list.html", "list.HTM", "list.xls", "list.xlsx", "list"])
def test_the_tables_of_a_page_are_sheets_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TABLE, encoding="utf-8")
    dossier, review = bl.read_list(path, "ru")
    assert review.counts == {"rows": 3, "taken": 2, "heading": 1, "questions": 0}
    assert [[str(one.date) for one in found.events] for found in dossier.agreements] == [
        ["2018-03-12", "2018-05-01"],
        ["2018-03-12"],
    ]


def test_each_table_is_a_sheet_with_the_heading_before_it() -> None:
    rows = "<tr><td>a<td>b<tr><td>c<td>d"
    page = f"<h2>One</h2><table>{rows}</table><table>{rows}</table><table><tr><td>e<td>f</table>"
    first, second = sheets(page)
    assert (first.title, first.rows[1]) == ("list 1", {1: "One"})
    assert (second.title, min(second.rows)) == ("list 2", 2)


def test_cells_are_where_those_above_leave_room() -> None:
    page = "<table><tr><td>a<td rowspan=2>b<td colspan=2>c<tr><td>d<td colspan=0>e<td>f"
    (sheet,) = sheets(page)
    assert sheet.rows == {2: {1: "a", 2: "b", 3: "c"}, 3: {1: "d", 3: "e", 4: "f"}}
    assert sheet.merged == (Area(2, 2, 3, 2), Area(2, 3, 2, 4))


def test_what_is_left_open_or_ends_nothing_is_no_trouble() -> None:
    (sheet,) = sheets("</table></p><td>Jena</nav><nav><p>Menu</p><li>Home</nav><li>Porto</ul>")
    assert [row[1] for row in sheet.rows.values()] == ["Jena", "Porto"]


def test_more_cells_than_the_limits_allow_are_refused() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        sheets("<table><tr>" + "<td colspan=99 rowspan=99>a" * 1100)
    assert [one.code for one in caught.value.problems] == ["too-large"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "windows-1251"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1251")],
)
def test_a_page_says_its_encoding_if_that_can_be(declared: str, encoding: str) -> None:
    page = f'<html><meta charset="{declared}"><p>{RUSSIAN}'
    assert encoding_of(page.encode("cp1251"), "ru") == encoding


def test_a_text_that_is_no_page_says_no_encoding() -> None:
    text = f'{RUSSIAN} <meta charset="utf-16">'
    assert encoding_of(text.encode("cp1251"), "ru") == "cp1251"


def test_the_names_of_files_are_titles_below_those_of_their_folders(tmp_path: Path) -> None:
    names = (
        "Protocol_of_12.05.2019",
        "Turkey/20180312 Agreement with Türkiye on trade.pdf",
        "Belarus/2019-05-12 Agreement with Belarus on tourism.docx",
        "Belarus/.index",
    )
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (sheet,) = sheets_of(tmp_path, "en")
    assert [row[1] for row in sheet.rows.values()] == [
        "Protocol of 12.05.2019",
        "Belarus",
        "2019-05-12 Agreement with Belarus on tourism",
        "Turkey",
        "20180312 Agreement with Türkiye on trade",
    ]
    assert sheet.apart == {2, 4}
