"""Who stands in a column: names that no table has, places beside them, what is abbreviated."""

import pytest

import bilateral as bl
from tests.intake.reading import agreement, codes, only

HOME = "Universität Wien"


def names(text: str, lang: str, **options: str) -> list[list[str]]:
    """The partners of each document of a list beside the one whose list it is."""
    dossier, _ = bl.read_list(text, lang, **options)
    return [[one.name.marked(lang) for one in each.sides[1].partners] for each in dossier]


def of(name: str, country: str, header: str = "Partner", lang: str = "de") -> bl.Partner:
    """The partner in a list with one row."""
    text = f"{header};Land;Art\n{name};{country};Memorandum\n"
    return agreement(text, lang, home=HOME).sides[1].partners[0]


@pytest.mark.parametrize(
    ("name", "country", "header", "kind"),
    [
        ("Norsk Hydrogenforum", "Norwegen", "Partnerorganisation", "organisation"),
        ("AQSIQ, VR China", "China", "Partner", "organisation"),
        ("CCPIT Shanghai", "China", "Partner", "organisation"),
        # Its noun tells it in any language.
        ("Cámara de Comercio de Cali", "Kolumbien", "Partner", "chamber"),
        ("Teatro Regional del Biobío", "Chile", "Partner", "theatre"),
    ],
)
def test_a_name_that_no_table_has_is_taken_with_the_country_of_its_row(
    name: str, country: str, header: str, kind: str
) -> None:
    partner = of(name, country, header)
    assert (partner.kind.value, partner.country is not None) == (kind, True)


def test_a_word_alone_is_asked_about_in_a_column_of_bodies_too() -> None:
    text = "Partnerorganisation;Land;Art\nVerschiedenes;Norwegen;Memorandum\n"
    assert codes(only(text, "de", home=HOME)[1]) == ["unknown-party"]


@pytest.mark.parametrize(("sign", "code"), [("D", "DE"), ("EAK", "KE"), ("SUI", "CH")])
def test_a_sign_on_cars_is_a_country_in_a_column_of_such(sign: str, code: str) -> None:
    assert of("Institut für Physik", sign).country == code


def test_a_column_of_countries_needs_no_header() -> None:
    text = "Partner;XYZ;Art\nInstitut für Physik;F;Memorandum\nInstitut für Chemie;I;Memorandum\n"
    dossier, _ = bl.read_list(text, "de", home=HOME)
    assert [one.sides[1].partners[0].country for one in dossier] == ["FR", "IT"]


TOWNS = """наименование;страна, город;вид;дата подписания
Вроцлавский университет;Польша, Вроцлав;Договор;05.09.2013
Университет Гранады;Испания;Меморандум;06.09.2013
Университет Вильнюса;Литва, Вильнюс;Меморандум;07.09.2013
"""


def test_towns_with_their_countries_say_where_the_partners_beside_them_are() -> None:
    dossier, review = bl.read_list(TOWNS, "ru", home="Белорусский государственный университет")
    assert review.columns["наименование"] == "partner"
    assert review.columns["страна, город"] == "country"
    partners = [one.sides[1].partners[0] for one in dossier]
    assert [(one.kind.value, one.country) for one in partners] == [
        ("university", "PL"),
        ("university", "ES"),
        ("university", "LT"),
    ]


def test_what_somebody_has_said_of_such_columns_holds() -> None:
    stated = {"title": "наименование", "city": "страна, город"}
    _, review = bl.read_list(TOWNS, "ru", columns=stated)
    assert review.columns["наименование"] == "title"


def test_titles_beside_kinds_are_no_partners() -> None:
    text = "Название;Вид\nСоглашение между Беларусью и Чили о торговле;Соглашение\n"
    _, review = bl.read_list(text, "ru")
    assert review.columns["Название"] == "title"


@pytest.mark.parametrize(
    ("name", "names_of_it"),
    [
        # Two names of a town in one cell, which nobody can tell from two towns.
        ("Świdnica / Schweidnitz", ["Świdnica / Schweidnitz"]),
        ("Leipzig / Dresden", ["Leipzig", "Dresden"]),
        ("Wolgograd (früher Stalingrad)", ["Wolgograd"]),
    ],
)
def test_a_town_may_have_two_names(name: str, names_of_it: list[str]) -> None:
    country = "DE" if "Leipzig" in name else "PL" if "Ś" in name else "RU"
    text = f"Partnerstadt;Land;Datum\n{name};{country};1.2.2000\n"
    assert names(text, "de", home="Stadt Jena") == [names_of_it]


def test_bodies_between_slashes_are_two_where_their_nouns_tell_it() -> None:
    name = "Ministerium für Gesundheit / Ministerium für Kultur"
    assert (
        len(
            agreement(f"Partner;Land;Art\n{name};Oman;Memorandum\n", "de", home=HOME)
            .sides[1]
            .partners
        )
        == 2
    )
    name = "Suomen Verkko / Handelsverein"
    assert of(name, "Finnland", "Partnerorganisation").name.marked("de") == name


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Мин-вом сельского хозяйства Венгрии", "hu-ministry-of-agriculture"),
        ("Мин. сельского хозяйства Венгрии", "hu-ministry-of-agriculture"),
        ("Прав-вом Словацкой Республики", "sk-government"),
        ("Министерством с/х Венгрии", "hu-ministry-of-agriculture"),
        ("Детским фондом ООН (ЮНИСЕФ)", "unicef"),
        ("Региональным бюро для Азии (ЮНИСЕФ)", None),
    ],
)
def test_abbreviated_words_are_read_as_what_they_stand_for(text: str, id: str | None) -> None:
    title = f"Соглашение между Правительством РТ и {text} о торговле\n"
    dossier, review = bl.read_list(title, "ru", home="TJ")
    if id is None:
        assert review.questions
        return
    (one,) = dossier
    assert [each.id for each in one.partners] == ["tj-government", id]


def test_initials_are_those_of_the_state_whose_list_it_is() -> None:
    title = "Договор между РТ и Украиной о правовой помощи\n"
    assert agreement(title, "ru", home="TJ").partners[0].id == "tj"
    # Tatarstan has them, too, and nobody has said whose list this is.
    assert codes(only(title, "ru")[1])
    # What is behind them stays as it is where that says no more.
    title = "Договор между Абвгд РТ и Украиной о правовой помощи\n"
    _, asked = only(title, "ru", home="TJ")
    assert "Абвгд РТ" in asked.questions[0].message("ru")


def test_bodies_that_share_their_noun_are_those_that_the_rules_make() -> None:
    title = "Соглашение между Генеральными прокуратурами Республики Таджикистан и Турции о помощи\n"
    partners = agreement(title, "ru", home="TJ").partners
    assert [one.id for one in partners] == [
        "tj-prosecutor-generals-office",
        "tr-prosecutor-generals-office",
    ]


def test_below_a_heading_of_international_organisations_is_no_country() -> None:
    text = """№;Наименование;Дата
;Турецкая Республика;
1;Соглашение между Правительством Республики Беларусь и Правительством Турецкой Республики;1.2.2000
;Международные организации;
2;Меморандум между Правительством Республики Беларусь и ЮНИСЕФ;1.3.2000
"""
    dossier, review = bl.read_list(text, "ru", home="BY")
    assert not review.questions
    assert len(dossier.agreements) == 2


LETTER = "Letter of Intent with the Ministry of Culture of Egypt on museums"


@pytest.mark.parametrize(
    ("title", "other", "id"),
    [
        # The title has the body of which the column has the country, or nothing that is known.
        (LETTER, "Egypt", "eg-ministry-of-culture"),
        (LETTER, "Xyzzy", "eg-ministry-of-culture"),
        (LETTER, "MCE, Egypt", "eg-ministry-of-culture"),
        # The column says who it is.
        (LETTER, "Ministry of Health of Egypt", "eg-ministry-of-health"),
        (
            "Letter of Intent with Egypt on museums",
            "Ministry of Health of Egypt",
            "eg-ministry-of-health",
        ),
        (
            "Letter of Intent with Xyzzy Foo on museums",
            "Ministry of Health of Egypt",
            "eg-ministry-of-health",
        ),
        ("Letter of Intent on museums", "Egypt", "eg"),
    ],
)
def test_the_closer_of_title_and_column_says_who_the_party_is(
    title: str, other: str, id: str
) -> None:
    text = f"Title;Partner\n{title};{other}\n"
    assert agreement(text, "en", home="Ministry of Culture of Malta").sides[1].partners[0].id == id


def test_a_country_is_no_party_where_the_title_names_a_body_in_another_way() -> None:
    title = "Joint Statement on Dairy, Ministry of Livestock / Ministry for Primary Industries"
    text = f"Title;Partner\n{title};New Zealand\n"
    assert codes(only(text, "en", home="LK")[1]) == ["only-country"]


def test_behind_a_town_a_place_is_the_state_that_it_is_in() -> None:
    text = "Twin town;Country;Date\nCoventry, New York;USA;1972\n"
    assert names(text, "en", home="GB-COV") == [["Coventry"]]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Regierung des Kantons Graubünden", "ch-gr-regional-government"),
        ("Regierung des Kantons St. Gallen", "ch-sg-regional-government"),
    ],
)
def test_the_government_of_a_canton_is_in_its_country(name: str, id: str) -> None:
    assert bl.Partner.like(name, "de").id == id


@pytest.mark.parametrize(
    "name",
    [
        "Deutsches Rotes Kreuz, Landesverband Sachsen",
        "Polizeipräsidium Freiburg, Direktion Lörrach",
        "Landesamt für Umwelt, Außenstelle Halle",
    ],
)
def test_a_body_and_its_unit_are_one_partner(name: str) -> None:
    assert of(name, "Deutschland").name.marked("de") == name


def test_what_abbreviates_a_body_is_no_state_in_another_language() -> None:
    # That is India in Māori.
    assert of("INIA", "Uruguay").id == "uy-inia"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Италия;Генуя (порт)", "company"),
        ("Турция;Анталья (аэропорт)", "company"),
        ("Франция;Ницца (университет)", "university"),
    ],
)
def test_behind_a_town_may_stand_in_brackets_what_is_there(row: str, kind: str) -> None:
    towns = "Италия;Рим;Соглашение\nФранция;Париж;Соглашение\n"
    text = f"Страна;Партнёр;Документ\n{towns}{row};Соглашение\n"
    home = bl.Partner("by-grodno", "city", {"ru": "Гродно"}, country="BY")
    dossier, review = bl.read_list(text, "ru", home=home)
    assert not review.questions
    assert [each.sides[1].partners[0].kind for each in dossier] == ["city", "city", kind]
