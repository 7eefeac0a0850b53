"""Whose list it is follows from its title, or is said by a code or a name."""

import pytest

import bilateral as bl
from bilateral.intake.home import Home
from bilateral.intake.owners import owner_above
from tests.intake.reading import ids


@pytest.mark.parametrize(
    ("text", "lang", "country", "id"),
    [
        ("Информация о городах-побратимах г. Бишкек", "ru", "KG", "kg-gb"),
        ("Побратимские связи города Алматы", "ru", None, "kz-75"),
        (
            "Договоры ФГБОУ ВО «Томский государственный университет» (ТГУ) с вузами",
            "ru",
            "RU",
            "ru-tomskiy-gosudarstvennyy-universitet",
        ),
        ("Соглашения Гродненской области", "ru", "BY", "by-hr"),
        ("Übersicht der Kooperationen der Hochschule Lodz", "de", "PL", "pl-hochschule-lodz"),
        ("Partner- und Freundschaftsstädte der Landeshauptstadt Linz", "de", "AT", "at-linz"),
        ("Twin towns of Cork", "en", None, "ie-cork"),
        ("UNIVERSITY OF WARSAW - OFFICE", "en", "PL", "pl-university-of-warsaw"),
        ("Partner universities of Vilnius University", "en", "LT", "lt-vilnius-university"),
        # Elsewhere, several, those that keep lists of others, and none.
        ("Twin towns of Cork", "en", "DE", None),
        ("Договоры БГУ с зарубежными вузами", "ru", "BY", None),
        ("Department of Foreign Affairs - Treaties", "en", "IE", None),
        ("Verzeichnis der Kommunen, ohne Gewähr", "de", "DE", None),
        ("Stand: 1.1.2020, Stadt Jena", "de", "DE", None),
        ("List of agreements with foreign institutions", "en", "IN", None),
        ("City of Zagreb, Office for International Relations", "en", None, "hr-21"),
    ],
)
def test_the_only_one_in_the_title_has_the_list(
    text: str, lang: str, country: str | None, id: str | None
) -> None:
    owner = owner_above([text], lang, country)
    assert (owner.id if owner else None) == id


def test_of_two_in_two_titles_neither_has_it() -> None:
    assert (
        owner_above(["Partnerstädte der Stadt Jena", "Partnerstädte der Stadt Bonn"], "de", None)
        is None
    )


def test_what_the_title_names_is_before_a_note_beside_it() -> None:
    note = "kopiert von jena.de, ergänzt Büro OB"
    owner = owner_above(["Partnerstädte der Stadt Jena", note], "de", "DE")
    assert owner is not None
    assert owner.id == "de-jena"


@pytest.mark.parametrize(
    "title",
    [
        "XTU international agreements - working list, do not send out",
        "The University has official agreements with institutes, which are as follows:",
    ],
)
def test_a_clause_is_no_owner(title: str) -> None:
    assert owner_above([title], "en", "LV") is None


TOWNS = "Twin towns of {};\nTown;Country\nLugoj;Romania\n"


def test_the_owner_is_the_first_side_and_is_told() -> None:
    dossier, review = bl.read_list(TOWNS.format("Cork"), "en")
    assert ids(dossier.agreements[0]) == [["ie-cork"], ["ro-lugoj"]]
    assert [(one.code, one.value) for one in review.notices] == [("owner-taken", "Cork")]


def test_who_is_said_goes_before_the_title() -> None:
    dossier, review = bl.read_list(TOWNS.format("Cork"), "en", home="Jena")
    assert ids(dossier.agreements[0])[0] == ["de-jena"]
    assert not review.notices


def test_a_country_that_is_said_has_the_owner_in_it() -> None:
    dossier, _ = bl.read_list(TOWNS.format("Cork"), "en", home="IE")
    assert ids(dossier.agreements[0])[0] == ["ie-cork"]
    _, review = bl.read_list(TOWNS.format("Cork"), "en", home="DE")
    assert [one.problem.code for one in review.questions] == ["no-owner"]


def test_a_list_of_a_state_is_that_of_the_state() -> None:
    text = "Agreements of the Republic of Kazakhstan;\nTitle;Country\nAgreement on trade;Peru\n"
    for home in (None, "KZ"):
        dossier, _ = bl.read_list(text, "en", home=home)
        assert ids(dossier.agreements[0]) == [["kz"], ["pe"]]


@pytest.mark.parametrize(
    ("who", "id"),
    [
        ("de-jena", "de-jena"),
        ("Jena", "de-jena"),
        ("by-ministry-of-trade", "by-ministry-of-trade"),
        ("Universität Bonn", "de-universitat-bonn"),
    ],
)
def test_a_partner_is_said_by_its_code_or_name(who: str, id: str) -> None:
    own = Home(who, "de").beside(bl.PartnerKind.CITY)
    assert own is not None
    assert own.id == id


@pytest.mark.parametrize(
    ("who", "country"), [("Irland", "IE"), ("BLR", "BY"), ("Gebiet Grodno", "BY")]
)
def test_a_country_or_unit_is_said_by_its_name(who: str, country: str) -> None:
    assert Home(who, "de").country == country


def test_a_name_that_says_too_little_is_refused() -> None:
    with pytest.raises(bl.ValidationError):
        bl.read_list(TOWNS.format("Cork"), "en", home="Some institute")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Magistrat der Landeshauptstadt Klagenfurt", "at-klagenfurt"),
        ("Magistrat der Stadt Neuenfelde", "at-magistrat-der-stadt-neuenfelde"),
    ],
)
def test_who_governs_a_known_town_keeps_the_list_for_it(text: str, id: str) -> None:
    found = owner_above([text], "de", "AT")
    assert (found.id if found else None) == id


@pytest.mark.parametrize("text", ["Partnerschaften der Stadt Jena", "Städtische Partnerschaften"])
def test_the_partnerships_of_a_town_are_twinnings(text: str) -> None:
    towns = "Ort;Staat;seit\nLugoj;Rumänien;1983\nPorto;Portugal;1984\nErlangen;DE;1987\n"
    dossier, _ = bl.read_list(f"{text}\n\n{towns}", "de", home="Jena")
    assert {one.kind for one in dossier} == {bl.AgreementKind.TWINNING}


def test_who_governs_the_unit_of_a_list_may_be_written_down_nowhere() -> None:
    rows = """Partner;Country;Document;Date
Government of Lower Austria;AT;Memorandum;2011
Conseil régional de Bourgogne;FR;Memorandum;2012
"""
    dossier, review = bl.read_list(rows, "en", home="South Moravian Region")
    assert dossier.agreements == ()
    assert {one.code for row in review.uncertain for one in row.questions} == {"no-owner"}
