"""What stands beside the name of a place in a cell: marks, other names, its noun, its part."""

import pytest

import bilateral as bl
from bilateral.intake.units_of_bodies import plain_name
from tests.intake.reading import agreement, codes, ids, only

OWNERS = {"en": "City of Zagreb", "de": "Stadt Linz", "ru": "Город Волгоград"}
HEADERS = {
    "en": "Partner;Country;Kind;Date",
    "de": "Partner;Land;Art;Datum",
    "ru": "Партнёр;Страна;Вид;Дата",
}
KINDS = {"en": "Agreement", "de": "Abkommen", "ru": "Соглашение"}


def row(name: str, country: str, lang: str, day: str = "2001") -> str:
    return f"{HEADERS[lang]}\n{name};{country};{KINDS[lang]};{day}\n"


@pytest.mark.parametrize(
    ("lang", "name", "country", "partner"),
    [
        ("ru", "Острава [2]", "Чехия", "cz-ostrava"),
        ("ru", "Кутаиси³", "Грузия", "ge-kutaisi"),
        ("en", "Lyon¹)", "France", "fr-lyon"),
        ("en", "Lyon 1)", "France", "fr-lyon"),
        ("de", "Stadt Posen ¹⁾", "Polen", "pl-poznan"),
        # What it is called today, was called once, or elsewhere.
        ("ru", "Мадрас (ныне Ченнаи)", "Индия", "in-chennai"),
        ("ru", "Карл-Маркс-Штадт (Хемниц)", "Германия", "de-chemnitz"),
        ("de", "Karl-Marx-Stadt (heute Chemnitz)", "Deutschland", "de-chemnitz"),
        ("de", "Madras (jetzt: Chennai)", "Indien", "in-chennai"),
        ("en", "Kyiv (formerly Kiev)", "Ukraine", "ua-30"),
        ("en", "Tshwane (Pretoria)", "South Africa", "za-pretoria"),
        ("en", "Homel (Gomel)", "Belarus", "by-gomel"),
        ("en", "Rome (Comune di Roma)", "Italy", "it-rome"),
        # Its noun.
        ("en", "Vienna (City of)", "Austria", "at-9"),
        ("en", "Moscow (Government of)", "Russia", "ru-moscow-government"),
        ("de", "Prag (Stadt)", "Tschechien", "cz-10"),
        ("de", "Lublin (Woiwodschaft)", "Polen", "pl-06"),
        ("en", "Bavaria (Free State)", "Germany", "de-by"),
        # A part of it.
        ("ru", "Стамбул (р-н Фатих)", "Турция", "tr-stambul-rayon-fatikh"),
        ("de", "Prag (6. Bezirk)", "Tschechien", "cz-prag-6-bezirk"),
        ("en", "Paris (13th arrondissement)", "France", "fr-paris-13th-arrondissement"),
    ],
)
def test_what_stands_beside_a_name_is_understood(
    lang: str, name: str, country: str, partner: str
) -> None:
    owner = bl.Partner.like(OWNERS[lang], lang)
    assert ids(agreement(row(name, country, lang), lang, home=owner))[1] == [partner]


@pytest.mark.parametrize(
    "name",
    [
        "Berlin (Mitte)",
        "Narnia (now)",
        "Gondor (now Rohan)",
        "Bonn (1)",
        "Museum (City of)",
        "Moscow (Mosfilm)",
        "London (Borough of Camden) (1)",
        "Bonn (University of Bonn)",
        "Bonn (2)",
    ],
)
def test_what_says_something_else_stays_in_a_name(name: str) -> None:
    assert plain_name(name, "en") == name


def test_a_mark_behind_a_bracket_is_no_part_of_it() -> None:
    assert plain_name("Bonn (Rhein 1)", "de") == "Bonn (Rhein 1)"
    assert plain_name("Chemnitz (ehem. Karl-Marx-Stadt) [1]", "de") == "Chemnitz"


@pytest.mark.parametrize(
    ("name", "partners"),
    [
        ("City of Graz / Styria", ["at-graz"]),
        ("Graz - Styria", ["at-graz"]),
        ("Graz / Linz", ["at-graz", "at-linz"]),
        ("Styria / Carinthia", ["at-6", "at-2"]),
    ],
)
def test_a_town_beside_its_unit_is_one_party(name: str, partners: list[str]) -> None:
    found = agreement(row(name, "Austria", "en"), "en", home="South Moravian Region")
    assert ids(found)[1] == partners


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Free State of Saxony / Leipzig district", "Germany"),
        ("Šumadija District - City of Kragujevac", "Serbia"),
    ],
)
def test_of_a_unit_and_a_place_that_may_be_in_it_nobody_knows_who_signed(
    name: str, country: str
) -> None:
    _, found = only(row(name, country, "en"), "en", home="South Moravian Region")
    assert codes(found) == ["unknown-party"]


@pytest.mark.parametrize(
    ("lang", "behind"),
    [
        ("ru", " (подп. заочно)"),
        ("ru", ", подписано дистанционно"),
        ("de", " (unterz. per Post)"),
        ("en", " (signed remotely)"),
    ],
)
def test_behind_a_day_stands_that_nobody_met_to_sign(lang: str, behind: str) -> None:
    names = {"ru": ("Хемниц", "Германия"), "de": ("Graz", "Österreich"), "en": ("Graz", "Austria")}
    text = row(*names[lang], lang, f"17.03.2021{behind}")
    found = agreement(text, lang, home=bl.Partner.like(OWNERS[lang], lang))
    assert [*map(str, found.dates("signed"))] == ["2021-03-17"]


@pytest.mark.parametrize(
    "country", ["ГДР / ФРГ", "ГДР", "ФРГ", "Германская Демократическая Республика"]
)
def test_a_town_may_stand_beside_the_state_that_it_was_in(country: str) -> None:
    text = row("Карл-Маркс-Штадт (Хемниц)", country, "ru")
    found = agreement(text, "ru", home=bl.Partner.like("Город Волгоград", "ru"))
    assert ids(found)[1] == ["de-chemnitz"]
