"""What concerns a whole list, or many of its rows, is asked once, and answered once."""

from pathlib import Path
from typing import ClassVar

import openpyxl
import pytest

import bilateral as bl
from tests.intake.reading import ids

HOME = bl.Partner("uni", "university", {"ru": "Университет"}, country="BY")
TEXT = (
    "Партнёр;Дата;Срок действия\n"
    "Гуманитарный институт;2019;5\n"
    "Гуманитарный институт;2020;5\n"
    "Рижский университет (Латвия);2021;5 лет\n"
)


def asked(review: bl.Review) -> list[tuple[str, str, str, tuple[int, ...]]]:
    return [(one.field, one.text, one.problem.code, one.rows) for one in review.questions]


def test_each_question_stands_once_with_its_rows() -> None:
    review = bl.read_list(TEXT, "ru").review
    assert asked(review) == [
        ("kind", "", "no-kind-in-list", (2, 3, 4)),
        ("sides", "Гуманитарный институт", "no-country-known", (2, 3)),
        ("term", "5", "number-without-unit", (2, 3)),
        ("home", "", "no-owner", (4,)),
    ]
    assert review.counts["questions"] == len(review.questions)
    assert all(one.is_shared for one in review.questions)


def test_a_keyword_answers_for_the_whole_list() -> None:
    for kind in ("mou", bl.AgreementKind.MOU, "меморандум о взаимопонимании"):
        dossier, review = bl.read_list(TEXT, "ru", home=HOME, kind=kind)
        assert [one.kind.value for one in dossier] == ["mou"]
        assert "no-kind-in-list" not in {one.problem.code for one in review.questions}


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(bl.ValidationError) as caught:
        bl.read_list(TEXT, "ru", kind="memorandom")
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.hint) == (
        "unknown-agreement-kind",
        ("kind",),
        "memorandum",
    )


def test_what_a_title_or_column_says_goes_before_the_keyword() -> None:
    text = "Title;Parties\nTreaty on trade;Peru, Japan\nOn trade;Peru, Chile\n"
    dossier, _ = bl.read_list(text, "en", kind="mou")
    assert [one.kind.value for one in dossier] == ["treaty", "mou"]


class TestSheet:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "review.xlsx"

    def answered(
        self, path: Path, answers: dict[str, str], text: str = TEXT, home: str | None = None
    ) -> bl.ListReading:
        """The list read again with answers to what the questions begin with."""
        bl.read_list(text, "ru", home=home).review.to_xlsx(path)
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[1]
        columns = {str(one.value).rpartition("[")[2].rstrip("]"): one.column for one in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            shown = str(sheet.cell(row, columns["text"]).value or "")
            shown += str(sheet.cell(row, columns["questions"]).value)
            for begin, answer in answers.items():
                if shown.startswith(begin):
                    sheet.cell(row, columns["answer"]).value = answer
        book.save(path)
        return bl.read_list(text, "ru", review=path, home=home)

    ANSWERS: ClassVar = {
        "Неизвестно, какого вида": "договор",
        "В строках названа": "Университет культуры Республики Беларусь",
        "Гуманитарный институт": "Гуманитарный университет (Латвия)",
        "5": "5 лет",
    }

    def test_one_answer_does_for_all_rows(self, path: Path) -> None:
        text = TEXT.replace("Рижский", "Венский").replace("Латвия", "Австрия")
        dossier, review = self.answered(path, self.ANSWERS, text)
        assert not review.questions
        assert {ids(one)[1][0] for one in dossier} == {
            "lv-gumanitarnyy-universitet",
            "at-venskiy-universitet",
        }
        assert {str(one.term) for one in dossier} == {str(bl.Term(length="P5Y"))}

    def test_a_sheet_without_answers_changes_nothing(self, path: Path) -> None:
        assert self.answered(path, {}).review.counts == bl.read_list(TEXT, "ru").review.counts

    def test_a_country_alone_says_where_a_partner_is(self, path: Path) -> None:
        text = (
            "Наш вуз;Вуз;Вид\nУниверситет культуры Беларуси;Первый университет;меморандум\n"
            "Университет культуры Беларуси;Первый университет;договор\n"
        )
        dossier, review = self.answered(path, {"Первый": "Литва"}, text)
        assert not review.questions
        assert [one.partners[1].country for one in dossier] == ["LT", "LT"]

    def test_whether_states_signed_is_asked_once_where_only_countries_stand(
        self, path: Path
    ) -> None:
        text = (
            "Наименование;Страна\nМеморандум о торговле;Казахстан\nПрограмма по туризму;Китай\n"
            "Межведомственный меморандум о спорте;Китай\n"
        )
        dossier, review = self.answered(path, {"Рядом": "государство"}, text, "BY")
        assert [ids(one) for one in dossier] == [[["by"], ["kz"]], [["by"], ["cn"]]]
        assert [one.problem.code for one in review.questions] == ["only-country"]
        dossier, review = self.answered(path, {"Рядом": "министерство"}, text, "BY")
        assert not len(dossier)
        assert "only-countries" in {one.problem.code for one in review.questions}

    def test_a_kind_is_answered_by_its_words(self, path: Path) -> None:
        text = (
            "Название;Стороны\nБумага о торговле;Беларусь, Казахстан\n"
            "Бумага о торговле;Беларусь, Литва\n"
            "Бумага 2;Беларусь, Латвия\n"
        )
        dossier, review = self.answered(path, {"Бумага": "меморандум"}, text)
        assert [one.kind.value for one in dossier] == ["memorandum"] * 2
        assert len(review.questions) == 1


def test_half_a_character_in_a_name_is_a_question_with_its_place() -> None:
    row = {"Partner": "Acme\ud800 Trading Ltd", "Kind": "MoU", "Country": "United Kingdom"}
    _, review = bl.read_list([row], "en", home="BY")
    (question,) = review.rows[0].questions
    assert question.message("en").endswith("not a character (at position 4).")
