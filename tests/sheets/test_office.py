"""The register that opens a workbook, and its drop-downs: made of the other sheets, never read."""

import datetime
import io

import attrs
import openpyxl
import pytest

import bilateral as bl
from bilateral.examples import astana_2025
from tests.sheets.helpers import saved

DAY = "2026-11-26"


def book_of(dossier, lang="ru", on=DAY):
    return openpyxl.load_workbook(io.BytesIO(bl.dumps(dossier, "xlsx", lang=lang, on=on)))


def cells(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


@pytest.fixture(scope="module")
def book():
    return book_of(astana_2025())


def test_it_is_the_first_sheet_that_opens(book):
    header, _, second, _ = cells(book.worksheets[0])

    assert book.worksheets[0].title == "Реестр"
    assert header == [
        "заглавие",
        "сторона 1",
        "сторона 2",
        "дата подписания",
        "действует с",
        "период",
        "статус на 26 ноября 2026 года",
        "ближайший срок",
        "срок",
        "идентификатор",
    ]
    assert second[0].startswith("Дорожная карта о сотрудничестве")
    assert second[1:] == [
        "Мингорисполком",
        "акимат Астаны",
        datetime.datetime(2025, 11, 5),
        datetime.datetime(2026, 1, 1),
        "2026–2028 годы",
        "действует",
        datetime.datetime(2028, 12, 31),
        "последний день",
        "by-kz-2025-minsk-astana-roadmap",
    ]


def test_it_can_be_filtered_but_not_changed_by_mistake(book):
    page = book.worksheets[0]

    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:J4"
    assert page.protection.sheet
    assert not page.protection.autoFilter
    assert page["D3"].number_format == "dd\\.mm\\.yyyy"
    assert page["A3"].alignment.wrap_text


def test_what_is_no_day_stands_there_in_words():
    sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
    vague = bl.Agreement(
        "a", "agreement", sides, events=[bl.Event("signed", "2024"), bl.Event("in_force", "2025")]
    )
    row = cells(book_of(bl.Dossier(agreements=[vague]), "de").worksheets[0])[1]

    assert row[3:6] == ["2024", "2025", None]


def test_what_a_cell_cannot_hold_is_written_so_that_it_can():
    odd = bl.Partner("odd", "company", {"en": "A\x1d" + "x" * 2000}, country="DE")
    plan = bl.Agreement("a", "mou", [odd, bl.Partner.state("KZ")])

    row = cells(book_of(bl.Dossier(agreements=[plan]), "en").worksheets[0])[1]

    assert row[1].startswith("A\\x1dxxx")
    assert row[1].endswith("…")


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_nothing_of_it_is_read_back_whatever_it_is_called(lang):
    dossier = astana_2025()
    book = book_of(dossier, lang)
    page = book.worksheets[0]
    page["A2"] = "changed"
    page.title = "Our 'own' list"
    # A program that renames a sheet renames it where it is referred to.
    book.defined_names["bilateral_not_read_register"].attr_text = "'Our ''own'' list'!$A$1"

    assert bl.loads(saved(book), "xlsx") == dossier


def test_a_sheet_of_the_same_name_that_somebody_made_is_read():
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Реестр"
    page.append(["Идентификатор", "Вид документа", "Сторона 1", "Сторона 2"])
    page.append(["a", "меморандум", "Беларусь", "Казахстан"])

    assert [one.id for one in bl.loads(saved(book), "xlsx")] == ["a"]


def test_there_is_none_for_programs_and_none_of_nothing():
    assert book_of(astana_2025(), None).sheetnames[0] == "dossier"
    assert book_of(bl.Dossier()).sheetnames[0] == "Досье"


def test_equal_dossiers_give_equal_bytes_on_the_same_day():
    first, second = (bl.dumps(astana_2025(), "xlsx", lang="de", on=DAY) for _ in range(2))
    assert first == second


def test_a_day_is_needed():
    with pytest.raises(bl.ValidationError) as caught:
        bl.dumps(astana_2025(), "xlsx", lang="de", on="2026")
    assert caught.value.problems[0].code == "whole-day-needed"


class TestDropDowns:
    def offered(self, book, sheet, header):
        page = book[sheet]
        (column,) = (cell.column_letter for cell in page[1] if cell.value == header)
        (found,) = (
            one
            for one in page.data_validations.dataValidation
            if f"{column}2" in str(one.sqref).split(":")[0]
        )
        title, _, area = found.formula1.rpartition("!")
        assert not found.showErrorMessage
        return [cell[0].value for cell in book[title.strip("'")][area.replace("$", "")]]

    def test_codes_and_labels_are_offered(self, book):
        labels = self.offered(book, "Документы", "Вид документа")
        codes = self.offered(book, "Документы", "Вид документа [kind]")

        assert codes == [one.value for one in bl.AgreementKind]
        assert labels[codes.index("roadmap")] == "дорожная карта"

    def test_their_sheet_is_hidden_and_not_read(self, book):
        assert book["Коды"].sheet_state == "hidden"
        assert bl.loads(saved(book), "xlsx") == astana_2025()

    def test_a_label_that_was_chosen_is_understood(self):
        book = book_of(bl.Dossier(sources=[bl.Source("s")]))
        page = book["Документы"]
        headers = {cell.value: cell.column for cell in page[1]}
        page.cell(2, headers["Идентификатор [id]"], "a")
        page.cell(2, headers["Вид документа"], "дорожная карта")
        page.cell(2, headers["Сторона 1"], "Беларусь")
        page.cell(2, headers["Сторона 2"], "Казахстан")

        assert bl.loads(saved(book), "xlsx")["a"].kind is bl.AgreementKind.ROADMAP


def test_a_status_follows_from_what_supersedes():
    plan = astana_2025()["by-kz-2025-minsk-astana-roadmap"]
    new = attrs.evolve(
        plan, id="new", supersedes=[plan], events=[bl.Event("in_force", "2026-02-01")]
    )
    rows = cells(book_of(bl.Dossier(agreements=[plan, new]), "en").worksheets[0])

    assert rows[1][6] == "superseded"
