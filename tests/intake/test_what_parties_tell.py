"""What the names of parties tell: their towns and countries, and the field of both."""

import pytest

import bilateral as bl
from tests.intake.reading import agreement, codes, ids, only

COVENTRY = bl.Partner.like("City of Coventry", "en")
HEADER = "Partner;Country;Type of agreement;Date signed"


@pytest.mark.parametrize(
    ("name", "country", "town"),
    [("Parkes, NSW", "Australia", "au-parkes"), ("Granby, Québec", "Canada", "ca-granby")],
)
def test_in_the_list_of_a_town_a_name_with_a_unit_is_a_town(
    name: str, country: str, town: str
) -> None:
    text = f"{HEADER}\n{name};{country};Letter of intent;1956\n"
    assert ids(agreement(text, "en", home=COVENTRY))[1] == [town]


@pytest.mark.parametrize("name", ["Narnia, Foo", "Narnia"])
def test_a_name_with_no_unit_behind_it_is_asked_for(name: str) -> None:
    _, row = only(f"{HEADER}\n{name};Germany;Letter of intent;1956\n", "en", home=COVENTRY)
    assert codes(row) == ["unknown-party"]


def test_elsewhere_a_name_with_a_unit_may_be_anything() -> None:
    text = f"{HEADER}\nParkes, NSW;Australia;Letter of intent;1956\n"
    _, row = only(text, "en", home="GB")
    assert codes(row) == ["unknown-party"]


@pytest.mark.parametrize("name", ["Arnhem/NL", "Arnhem (NL)"])
def test_the_sign_of_a_country_stands_behind_a_town(name: str) -> None:
    text = f"Titel;Datum\nStädtepartnerschaft mit {name};1988\n"
    found = agreement(text, "de", home=bl.Partner.like("Stadt Gera", "de"))
    assert ids(found)[1] == ["nl-arnhem"]


def test_what_the_list_makes_clear_is_no_doubt() -> None:
    title = "Treaty between Georgia and the Federal Republic of Germany concerning Investments"
    assert ids(agreement(f"Title;Date\n{title};1.2.1993\n", "en", home="GE")) == [["ge"], ["de"]]


@pytest.mark.parametrize(
    ("title", "sectors"),
    [
        (
            "MoU between the Ministry of Health of Malta and the Ministry of Health of Cuba",
            "health",
        ),
        ("MoU between the Ministry of Health of Malta and the Ministry of Defence of Cuba", ""),
        ("MoU between the Ministry of Health of Malta and the University of Havana", ""),
        (
            "Agreement between the Ministry of Education and Science of Malta and the Ministry of "
            "Education of Cuba",
            "education",
        ),
        (
            "MoU between the Federal Statistical Office of Germany and the National Institute of "
            "Statistics of Romania",
            "statistics",
        ),
        ("Contract between Lviv Hospital, Ukraine and Malmö Hospital, Sweden", "health"),
        (
            "Agreement between the Ministry of Health of Malta and the Ministry of Health of Cuba "
            "on tourism",
            "tourism",
        ),
    ],
)
def test_the_field_of_both_sides_is_that_of_a_document_of_which_nothing_says_more(
    title: str, sectors: str
) -> None:
    found = agreement(f"Title;Date\n{title};2001\n", "en")
    assert [one.code for one in found.sectors] == sectors.split()


@pytest.mark.parametrize(
    ("lang", "title", "sectors"),
    [
        (
            "ru",
            "Соглашение между Министерством образования и науки Казахстана и Министерством "
            "высшего и среднего специального образования Узбекистана",
            "education",
        ),
        (
            "ru",
            "Меморандум между Комитетом науки Министерства образования и науки Казахстана и "
            "Академией наук Таджикистана",
            "science",
        ),
        (
            "ru",
            "Соглашение между Полоцким районным Советом депутатов и Советом депутатов города "
            "Дубны Московской области",
            "local_gov",
        ),
        (
            "ru",
            "Протокол между Министерством транспорта Кыргызской Республики и Министерством "
            "инфраструктуры Республики Польша",
            "transport",
        ),
        (
            "en",
            "Agreement between the Parliament of Georgia and the Seimas of Lithuania",
            "parliamentary",
        ),
        (
            "en",
            "MoU between the National Bank of Georgia and the Central Bank of Turkey",
            "banking",
        ),
        (
            "en",
            "MoU between the National Institute of Justice of Moldova and the National School for "
            "the Judiciary of France",
            "law_security",
        ),
        # Who is in charge of a part of it has little in common with the others.
        (
            "en",
            "MoU between the Ministry of Environment of Malta and the Ministry of Emergency "
            "Situations of Georgia",
            "",
        ),
        (
            "en",
            "Letter of Intent between the Ministry of Economy of Georgia and the Ministry of "
            "Transport, Maritime Economy and Inland Navigation of the Republic of Poland",
            "",
        ),
        (
            "de",
            "Vereinbarung zwischen dem Ministerium für Arbeit der Republik Polen und dem "
            "Ministerium für Arbeit und Gesundheit der Tschechischen Republik",
            "labour",
        ),
        (
            "de",
            "Vereinbarung zwischen dem Österreichischen Parlament und der Staatsversammlung der "
            "Republik Slowenien",
            "parliamentary",
        ),
    ],
)
def test_what_the_fields_of_two_bodies_have_in_common_is_the_field_of_their_document(
    lang: str, title: str, sectors: str
) -> None:
    heading = {"de": "Titel;Datum", "en": "Title;Date", "ru": "Название;Дата"}[lang]
    found = agreement(f"{heading}\n{title};2001\n", lang)
    assert [one.code for one in found.sectors] == sectors.split()


def test_the_field_of_both_sides_may_stand_in_columns() -> None:
    text = "Side A;Side B;Type\nMinistry of Health of Malta;Ministry of Health of Cuba;MoU\n"
    assert [one.code for one in agreement(text, "en").sectors] == ["health"]


@pytest.mark.parametrize(
    ("home", "lang", "id"),
    [
        ("Gera", "de", "de-gera"),
        ("Zittau, Deutschland", "de", "de-zittau"),
        ("Ennis (Ireland)", "en", "ie-ennis"),
    ],
)
def test_the_owner_of_a_list_may_be_a_town_by_its_name_alone(home: str, lang: str, id: str) -> None:
    text = {"de": "Titel;Datum\nVertrag mit Lyon;1999\n", "en": "Title;Date\nMoU with Lyon;1999\n"}
    assert ids(agreement(text[lang], lang, home=home))[0] == [id]


def test_a_name_that_is_no_town_is_none() -> None:
    with pytest.raises(bl.ValidationError, match="no-kind"):
        bl.read_list("Titel;Datum\nVertrag mit Lyon;1999\n", "de", home="Musik (Polen)")


STANDARDS = (
    "Agreement between the Georgian National Agency for Standards and Metrology and the Turkish "
    "Standards Institution on Technical Cooperation"
)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (STANDARDS, ["standards"]),
        # With nothing in common, it is as it is called.
        ("Agreement between Georgia and Turkey on Technical Cooperation", ["technology"]),
        (
            "Memorandum between the Maritime Transport Agency of Georgia and the Romanian Naval "
            "Authority",
            ["water_transport"],
        ),
        (
            "Memorandum between Enterprise Georgia and the Small and Medium Business Development "
            "Agency of the Republic of Azerbaijan",
            ["sme"],
        ),
    ],
)
def test_agencies_of_one_field_cooperate_in_it(title: str, found: list[str]) -> None:
    assert [one.code for one in agreement(f"Title\n{title}\n", "en", home="GE").sectors] == found


def test_what_is_not_understood_may_belong_to_no_wider_field_of_both() -> None:
    title = (
        "Vereinbarung zwischen dem Ministerium für Umwelt der Republik Polen und dem Ministerium "
        "für Wasserwirtschaft der Tschechischen Republik über Quirlung"
    )
    _, row = only(f"Titel;Datum\n{title};2001\n", "de")
    assert codes(row) == ["no-sector-known"]


@pytest.mark.parametrize(
    ("first", "second", "sectors"),
    [
        ("МВД Кыргызской Республики", "МВД Латвийской Республики", ["law_security"]),
        ("МИД Кыргызской Республики", "МИД Латвийской Республики", ["foreign_policy"]),
        ("Министерством счастья Латвии", "Министерством счастья Грузии", []),
    ],
)
def test_ministries_work_in_what_their_names_say_in_full(
    first: str, second: str, sectors: list[str]
) -> None:
    text = f"Соглашение между {first} и {second} о сотрудничестве, 3 мая 2010 г.\n"
    assert [one.code for one in agreement(text).sectors] == sectors


@pytest.mark.parametrize(
    ("lang", "first", "second", "sectors"),
    [
        ("en", "Slovak Academy of Sciences", "the Hungarian Academy of Sciences", "science"),
        ("en", "Slovak Academy of Sciences", "the Korea Research Institute of Coal", "science"),
        ("en", "Slovak Academy of Sciences", "the University of Vienna", ""),
        ("en", "Institute of Physics in Brno", "the Institute of Physics in Graz", "science"),
        ("en", "University of Latvia", "the University of Graz", ""),
        (
            "en",
            "Latvian Rural Advisory Centre",
            "the Chamber of Agriculture of Lower Austria",
            "agriculture",
        ),
        (
            "ru",
            "Государственным агентством архивов Кыргызской Республики",
            "Агентством «Узархив» Республики Узбекистан",
            "archives",
        ),
        (
            "ru",
            "АО «КазАгроИнновация»",
            "Сельскохозяйственным исследовательским центром Королевства Иордания",
            "agriculture",
        ),
    ],
)
def test_the_names_of_bodies_tell_what_they_share(
    lang: str, first: str, second: str, sectors: str
) -> None:
    text = {
        "en": f"Title;Date\nAgreement between the {first} and {second};2001\n",
        "ru": f"Название;Дата\nМеморандум между {first} и {second};2001\n",
    }[lang]
    dossier, _ = bl.read_list(text, lang, home={"en": "LV", "ru": "KZ"}[lang])
    (found,) = dossier
    assert [one.code for one in found.sectors] == sectors.split()
