"""Behind a title in its line stand its date, its place and how long it is valid."""

import pytest

import bilateral as bl
from tests.intake.reading import BETWEEN, agreement

TITLE = f"{BETWEEN} о торговле"


@pytest.mark.parametrize(
    ("tail", "signed", "term"),
    [
        (", 1996 г.", "1996", None),
        (", 12.05.2011", "2011-05-12", None),
        (", подписано в Пекине 21 июня 2013 г. на 5 лет", "2013-06-21", bl.Term(length="P5Y")),
        (", подписано 12.05.2011, бессрочное.", "2011-05-12", bl.Term(indefinite=True)),
        (", 18.06.2013, действует 5 лет", "2013-06-18", bl.Term(length="P5Y")),
        (", в Минске 5 января 2020 года", "2020-01-05", None),
        (", бессрочное", None, bl.Term(indefinite=True)),
    ],
)
def test_what_stands_behind_a_title_is_read(
    tail: str, signed: str | None, term: bl.Term | None
) -> None:
    found = agreement(f"{TITLE}{tail}\n")
    assert [str(one) for one in found.dates("signed")] == ([signed] if signed else [])
    assert found.term == term
    assert found.sectors == (bl.Sector("trade"),)
    assert found.titles[0].text == f"{TITLE}{tail}"


@pytest.mark.parametrize(
    "title",
    [
        f"{BETWEEN} о торговле, культуре",
        f"{BETWEEN} о торговле (Минск, 2010)",
        f"{BETWEEN} о торговле, " + "слово " * 20,
        f"{BETWEEN} о торговле, 2010, 2011",
    ],
)
def test_anything_else_is_left_to_the_title(title: str) -> None:
    dossier, _ = bl.read_list(f"{title}\n", "ru", accept="likely")
    assert len(dossier) == 1


def test_a_date_behind_another_document_may_be_of_that() -> None:
    title = "Протокол к Соглашению между Республикой Беларусь и Республикой Казахстан о торговле"
    [found], _ = bl.read_list(f"{title}, 2010\n", "ru", accept="likely")
    assert found.dates("signed") == ()


def test_where_a_column_has_the_dates_titles_have_none() -> None:
    found = agreement(f"Наименование;Дата\n{TITLE};2020\n")
    assert [str(one) for one in found.dates("signed")] == ["2020"]
