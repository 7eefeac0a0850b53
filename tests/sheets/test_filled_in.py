"""Sheets as people fill them in."""

import datetime
import io

import openpyxl
import pytest

import bilateral as bl
from bilateral import Partner, Phrase
from bilateral.extra import JsonMapping
from bilateral.wire.sheets.protection import split, unprotect
from bilateral.wire.sheets.values import truth_or_number
from tests.sheets.helpers import HEADERS, PARTNERS, ROW, agreements, read, saved, workbook


class TestFilledInByPeople:
    def test_labels_are_read_in_any_language_with_blanks_and_columns_in_any_order(self):
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

    def test_a_date_is_a_day_of_the_spreadsheet_a_text_of_the_standard_or_a_year(self):
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
    def test_dates_in_words_are_read_in_the_language_of_the_headers_or_any(
        self, text, header, date
    ):
        events = (
            "Документы – события",
            ["документ", "вид события", header],
            ["a", "подписан", text],
        )
        assert str(read(agreements(), events)["a"].events[0].date) == date

    def test_periods_in_words_are_read_as_they_stand_in_titles(self):
        assert str(read(agreements("Период", row=["на 2026–2028 гг."]))["a"].period) == "2026/2028"

    def test_a_merged_cell_stands_in_each_of_its_rows(self):
        book = openpyxl.load_workbook(
            io.BytesIO(workbook(PARTNERS, ("agreements", HEADERS, ROW, ["b", "mou", None, "KZ"])))
        )
        book["agreements"].merge_cells("C2:C3")
        dossier = bl.loads(saved(book), "xlsx")

        assert dossier["b"].sides[0] == dossier["a"].sides[0]

    def test_the_lists_of_several_rows_of_one_record_are_one_list(self):
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
    def test_yes_and_no_are_read_in_any_language(self, word, value):
        flow = ("trade", ["id", "origin", "destination", "mutual"], ["t", "minsk", "astana", word])
        assert read(flow).trade[0].mutual is value

    def test_an_apostrophe_of_a_name_is_part_of_it(self):
        assert unprotect("'s-Gravenhage") == "'s-Gravenhage"

    def test_whole_numbers_are_taken_and_all_else_is_left_to_the_constructor(self):
        assert [truth_or_number(int, text, text) for text in ("5", "-5", "5.5")] == [5, -5, "5.5"]
        assert truth_or_number(bool, "perhaps", "perhaps") == "perhaps"

    def test_empty_items_of_a_list_are_none(self):
        assert list(split("a;; b\n\n;c;")) == ["a", "b", "c"]

    def test_what_has_no_columns_is_json_in_a_cell(self):
        dossier = read(agreements("extra", row=['{"org:key": [1, {}]}']))
        assert dossier["a"].extra["org:key"] == (1, JsonMapping({}))

    def test_a_language_that_is_not_built_in_has_columns_when_a_header_names_it(self):
        dossier = read(("sectors", ["code", "name.kk", "Name (kk, genitive)"], ["x", "y", "z"]))
        assert dossier.sectors[0].name["kk"] == Phrase("y", gen="z")
