"""A body that no table has is one partner, however people write its name."""

import pytest

from tests.intake.test_places import bodies, towns


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Technische Universität Graz;Österreich", "TU Graz;Österreich"),
        ("Universität Graz;Österreich", "Univ. Graz;Österreich"),
        ("„Universität Graz“;Österreich", "Universität  Graz;AT"),
    ],
)
def test_what_is_abbreviated_makes_no_difference(first: str, second: str) -> None:
    one, other = bodies(first, second)
    assert one == other


def of_russian_list(*names: str) -> int:
    """How many partners there are in a Russian list of bodies of Belarus."""
    return len({*towns(*(f"{name};Беларусь" for name in names), header="Организация")})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "УО «Полоцкий государственный университет имени Евфросинии Полоцкой»",
            "Полоцкий государственный университет им. Евфросинии Полоцкой",
        ),
        ("УО «Полесский университет»", "Учреждение образования «Полесский университет»"),
        ("Полесский ун-т", "Полесский университет"),
        ("Королёвский университет", "Королевский университет"),
    ],
)
def test_the_legal_form_of_a_university_makes_none(first: str, second: str) -> None:
    assert of_russian_list(first, second) == 1


def test_the_legal_form_of_a_company_does() -> None:
    assert of_russian_list("ОАО «Альфа»", "ЗАО «Альфа»", "ООО «Альфа»") == 3


def test_different_names_are_different_bodies() -> None:
    assert of_russian_list("Полесский университет", "Полоцкий университет") == 2
