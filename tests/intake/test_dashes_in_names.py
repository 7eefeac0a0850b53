"""Cells of partners with a dash: one name with its town or a part of it, or two partners."""

from __future__ import annotations

import pytest

import bilateral as bl
from tests.intake.reading import agreement, codes, ids, only

_HEADERS = {
    "de": "Partner;Land;Art;Datum",
    "en": "Partner;Country;Document;Date",
    "ru": "Партнёр;Страна;Документ;Дата",
}
_KINDS = {"de": "Kooperationsvertrag", "en": "Agreement", "ru": "Договор"}
_HOME = bl.Partner("us", "university", {"en": "University of Maribor"}, country="SI")


def _list(lang: str, cell: str, country: str) -> str:
    return f"{_HEADERS[lang]}\n{cell};{country};{_KINDS[lang]};2015-03-02\n"


@pytest.mark.parametrize(
    ("lang", "cell", "country"),
    [
        ("ru", "Аграрный университет – Пловдив", "Болгария"),
        ("ru", "РГАУ – МСХА имени К.А. Тимирязева", "Россия"),
        ("ru", "Казанский университет – Елабужский институт", "Россия"),
        ("ru", "БГАИ г. Минск", "Беларусь"),
        ("ru", "ДК г. Полоцка", "Беларусь"),
        ("en", "University of Economics – Varna", "Bulgaria"),
        ("en", "Kazan Federal University - Naberezhnye Chelny Institute", "Russia"),
        ("en", "University of Zagreb - Faculty of Law", "Croatia"),
        ("de", "Technische Universität – Sofia", "Bulgarien"),
        ("de", "Karls-Universität – Medizinische Fakultät Pilsen", "Tschechien"),
    ],
)
def test_behind_a_dash_is_the_town_or_a_part_of_a_body(lang: str, cell: str, country: str) -> None:
    found = agreement(_list(lang, cell, country), lang, home=_HOME)
    assert [one.name.marked(lang) for one in found.sides[1]] == [cell]


@pytest.mark.parametrize(
    ("lang", "cell", "country"),
    [
        ("en", "Russian State Agrarian University - Moscow Agricultural Academy", "Russia"),
        ("ru", "Гомельский университет – Брестский университет", "Беларусь"),
        ("de", "Universität Warschau – Universität Krakau", "Polen"),
    ],
)
def test_two_bodies_of_one_rank_in_a_country_may_be_one_name(
    lang: str, cell: str, country: str
) -> None:
    _, row = only(_list(lang, cell, country), lang, home=_HOME)
    assert codes(row) == ["uncertain-reading"]


def test_in_a_column_of_towns_a_district_with_its_noun_is_a_part_of_the_town() -> None:
    home = bl.Partner.like("Ljubljana", "en")
    text = "Twin town;Country;Document;Date\nIzmir - Bornova municipality;Turkey;Agreement;2015\n"
    found = agreement(text, "en", home=home)
    assert [one.name.marked("en") for one in found.sides[1]] == ["Izmir - Bornova municipality"]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        (
            "Соглашение с Министерством образования Калининградской области",
            "Министерство образования Калининградской области",
        ),
        ("Соглашение о сотрудничестве", "Калининградская область"),
    ],
)
def test_a_ministry_of_the_owner_in_the_title_signs_for_itself(title: str, first: str) -> None:
    home = bl.Partner.like("Калининградская область", "ru")
    text = "Наименование;Партнёр;Страна;Дата\n"
    text += f"{title};Министерство культуры Республики Беларусь;Беларусь;2015-03-02\n"
    found = agreement(text, "ru", home=home)
    assert found.sides[0].partners[0].name.marked("ru") == first
    assert ids(found)[1] == ["by-ministry-of-culture"]
