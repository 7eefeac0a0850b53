"""Blocks as HTML, Markdown, LaTeX and text."""

import pytest

import bilateral as bl
from bilateral.display import cell_of, in_words
from bilateral.markup import Block, Line, html, latex, markdown, plain
from bilateral.tags import is_right_to_left
from tests.display.markers import Outline


def block(rows, header=(), lang="en"):
    return Block("Caption & all", tuple(header), tuple(rows), lang, "{count} more")


def row(*texts):
    return tuple((Line(text),) for text in texts)


TWO = block([row("a|b", "x"), row("c", "y" * 100)], ["one", "two"])


def test_the_cells_of_html_have_headers():
    outline = Outline(html([TWO]))

    assert [found["scope"] for found in outline.of("th")] == ["col", "col", "row", "row"]
    assert all(found["dir"] == "auto" for found in outline.of("td"))


def test_what_is_short_is_not_torn_apart():
    short, long = Outline(html([TWO])).of("td")

    assert "nowrap" in short["style"]
    assert "nowrap" not in long["style"]
    assert "min-width" in long["style"]


def test_long_tables_and_cells_fold():
    rows = Outline(html([block([row(str(number)) for number in range(25)])]))
    lines = Outline(html([block([((Line("names"),), tuple(Line(str(n)) for n in range(9)))])]))

    assert len(rows.of("table")) == 2
    assert "5 more" in rows.texts
    assert "+ 3" in lines.texts


def test_markdown_has_one_line_a_row():
    assert markdown([TWO]).splitlines()[:5] == [
        "**Caption \\& all**",
        "",
        "| one | two |",
        "| --- | --- |",
        "| a\\|b | x |",
    ]
    assert markdown([block([])]).splitlines()[2:] == ["|  |", "| --- |"]


def test_latex_escapes_its_signs():
    text = latex([TWO, block([row("50 % ~ \\", "_")])])

    assert r"\textbf{Caption \& all}" in text
    assert r"50 \% \textasciitilde{} \textbackslash{} & \_ \\" in text
    assert r"p{0.45\linewidth}p{0.45\linewidth}" in text
    assert r"one & two \\ \hline" in text


def test_text_has_columns_of_equal_width():
    assert plain([TWO]).splitlines() == [
        "Caption & all",
        "one  two",
        "a|b  x",
        f"c    {'y' * 59}…",
    ]
    assert plain([block([])]) == "Caption & all"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("he", True), ("FA_ir", True), ("en", False), ("az-Arab", True), ("ks-Latn", False)],
)
def test_directions(tag, expected):
    assert is_right_to_left(tag) is expected


def test_lines_of_a_cell():
    assert cell_of(["a", None, ("b", Line("c", "de"))], "en") == (
        Line("a"),
        Line("b"),
        Line("c", "de"),
    )
    assert in_words(False, "ru") == "нет"


def test_private_data_are_a_line_for_each_key():
    cell = cell_of({"list:desk": "West", "crm:open": True}, "de")
    assert [line.text for line in cell] == ["list:desk: West", "crm:open: ja"]


def test_two_lengths_or_dates_of_a_record_are_told_apart_by_their_names():
    renewal = bl.Renewal("P5Y", notice="P6M", times=2)
    assert in_words(renewal, "de") == "Dauer: 5 Jahre, Anzahl: 2, Kündigungsfrist: 6 Monate"
    assert in_words(bl.Renewal("P5Y"), "en") == "5 years"
    revoked = bl.Event("notice_received", "2024-01-02", effective="2024-07-01")
    assert in_words(revoked, "en") == (
        "notice of termination received, date: 2 January 2024, effective from: 1 July 2024"
    )
