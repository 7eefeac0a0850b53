"""Words beside parties: projects in brackets, what is said twice, towns of abbreviated bodies."""

from __future__ import annotations

import pytest

from bilateral import parse_title
from bilateral.reading.parties import read_party


@pytest.mark.parametrize(
    ("lang", "title", "subject", "sector"),
    [
        (
            "en",
            "Loan Agreement between the Republic of Belarus and the International Bank for "
            "Reconstruction and Development (Education Modernization Project)",
            "Education Modernization Project",
            "education",
        ),
        (
            "ru",
            "Грантовое соглашение между Республикой Узбекистан и Международной ассоциацией "
            "развития (Проект «Модернизация образования»)",
            "Проект «Модернизация образования»",
            "education",
        ),
        (
            "de",
            "Darlehensabkommen zwischen der Republik Tunesien und der Weltbank "
            "(Projekt „Wasserversorgung Sfax“)",
            "Projekt „Wasserversorgung Sfax“",
            "water_supply",
        ),
    ],
)
def test_a_project_in_brackets_is_no_part_of_a_party(
    lang: str, title: str, subject: str, sector: str
) -> None:
    found = parse_title(title, lang)
    assert found.subject == subject
    assert sector in [one.code for one in found.sectors]
    assert "(" not in found.sides[1][0].text


@pytest.mark.parametrize("kind", ["Соглашение", "Меморандум", "Договор"])
def test_cooperation_that_is_said_twice_is_a_whole_subject(kind: str) -> None:
    title = f"{kind} о сотрудничестве и взаимодействии между Минской областью и Псковской областью"
    assert parse_title(title, "ru").subject == "сотрудничестве и взаимодействии"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("БГАИ г. Минск", None),
        ("ДК г. Полоцка", None),
        ("БГСХА г. Горки", "university"),
        ("МСХА имени Тимирязева", "university"),
        ("КНР г. Пекин", "city"),
        ("МГИМО МИД России", None),
    ],
)
def test_an_abbreviated_body_is_not_the_town_behind_it(text: str, kind: str | None) -> None:
    found = read_party(text, "ru", None).kind
    assert (found and found.value) == kind
