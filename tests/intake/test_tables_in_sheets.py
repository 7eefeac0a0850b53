"""Sheets with several tables below each other."""

import bilateral as bl
from bilateral.intake.layout.tables_in_sheets import tables_in
from bilateral.wire.sheets.writing import Sheet

TEXT = """List of the ministry;;;
Title;Signed;;
Agreement between Peru and Chile on trade;2001;;
Agreement between Peru and Chile on tourism;2002;;
Memoranda;;;
Country;Title;Signed;Status
Chile;MoU between Peru and Chile on health;2003;expired
Country;Title;Signed;Status
Chile;MoU between Peru and Chile on sport;2004;expired
"""


def test_the_rows_of_all_tables_are_read_with_their_own_headers() -> None:
    dossier, review = bl.read_list(TEXT, "en")
    assert [row.row for row in review] == [3, 4, 7, 9]
    assert [str(one.dates("signed")[0]) for one in dossier.agreements] == [
        "2001",
        "2002",
        "2003",
        "2004",
    ]


def rows(*cells: tuple[str, ...]) -> Sheet:
    numbered = enumerate(cells, 1)
    return Sheet("a", "a", {n: dict(enumerate(row, 1)) for n, row in numbered})


def test_headers_in_two_rows_and_records_that_look_like_one_begin_no_table() -> None:
    one = rows(
        ("Partner", "Agreement", "Signed"),
        ("Country", "Title", "Date"),
        ("Peru", "Treaty with Peru", "May 2001"),
        ("Total", "2"),
        ("University", "Agreement", "(not signed)", "until the end"),
    )
    assert tables_in(one, "en") == [one]
