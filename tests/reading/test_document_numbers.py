"""The number of a document is part of what it is called, and no date and no subject."""

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("title", "lang", "designation"),
    [
        ("Protocol No. 3 between Peru and Chile on trade", "en", "Protocol No. 3"),
        ("Protocol XV between Peru and Chile on trade", "en", "Protocol XV"),
        ("Abkommen Nr. 12/2019 zwischen Peru und Chile über Handel", "de", "Abkommen Nr. 12/2019"),
        ("Соглашение № 14-2020 между Перу и Чили о торговле", "ru", "Соглашение № 14-2020"),
        ("Договор №123/ДС между Перу и Чили о торговле", "ru", "Договор №123/ДС"),
        ("Second Protocol between Peru and Chile on trade", "en", "Second Protocol"),
    ],
)
def test_it_belongs_to_the_designation(title: str, lang: str, designation: str) -> None:
    parsed = bl.parse_title(title, lang)

    assert parsed.designation == designation
    assert [sector.code for sector in parsed.sectors] == ["trade"]
    assert (parsed.period, parsed.date, parsed.rest) == (None, None, ())
    assert parsed.subject in ("trade", "Handel", "торговле")
    assert not parsed.uncertain


@pytest.mark.parametrize(
    ("title", "designation", "subject"),
    [
        ("Договор о торговле № 45/21 между Перу и Чили", "Договор № 45/21", "торговле"),
        ("Договор от 5 мая 2021 года № 7 между Перу и Чили", "Договор № 7", None),
        ("Договор о школе № 7 г. Лимы между Перу и Чили", "Договор", "школе № 7 г. Лимы"),
        ("Договор о школе № 2010", "Договор", "школе № 2010"),
    ],
)
def test_it_may_stand_behind_the_subject(title: str, designation: str, subject: str | None) -> None:
    parsed = bl.parse_title(title, "ru")
    assert (parsed.designation, parsed.subject) == (designation, subject)
    assert parsed.period is None


@pytest.mark.parametrize(
    ("behind", "designation", "date"),
    [
        ("МГУ и РУДН № 12-05/17 от 01.02.2017", "Договор № 12-05/17", "2017-02-01"),
        ("МГУ и РУДН (№ 45)", "Договор № 45", None),
        ("МГУ и РУДН, № 1/23, 05.04.2023", "Договор № 1/23", "2023-04-05"),
        ("МГУ и РУДН от 02.07.2002 № 14", "Договор № 14", "2002-07-02"),
        ("МГУ и РУДН от 2 июля 2002 года № 14", "Договор № 14", "2002-07-02"),
    ],
)
def test_it_may_stand_behind_all_else(behind: str, designation: str, date: str | None) -> None:
    parsed = bl.parse_title(f"Договор о туризме между {behind}", "ru")
    assert (parsed.designation, parsed.subject) == (designation, "туризме")
    assert [one.text for one in parsed.parties] == ["МГУ", "РУДН"]
    assert (parsed.date and str(parsed.date)) == date


@pytest.mark.parametrize("name", ["Гимназией № 5", "Школой № 5 г. Минска", "трестом № 5"])
def test_that_of_a_body_stays_with_it(name: str) -> None:
    parsed = bl.parse_title(f"Договор между РУДН и {name}", "ru")
    assert (parsed.parties[1].text, parsed.designation) == (name, "Договор")


def test_the_date_behind_it_is_read() -> None:
    title = "Соглашение № 14-2020 от 5 мая 2021 года между Перу и Чили о торговле"
    assert bl.parse_title(title, "ru").date == bl.PartialDate("2021-05-05")


def test_each_document_has_its_own() -> None:
    title = "Дополнительное соглашение № 2 к Договору № 7 между Перу и Чили"
    parsed = bl.parse_title(title, "ru")
    assert parsed.designation == "Дополнительное соглашение № 2"
    assert parsed.amends[0].designation == "Договору № 7"


def test_a_title_of_ours_has_it_again() -> None:
    title = "Протокол № 14 между Республикой Перу и Республикой Чили о торговле"
    agreement = bl.parse_title(title, "ru").agreement("x")
    assert str(agreement.title("ru")).startswith("Протокол № 14 между Республикой Перу")
