"""How towns, universities, museums, churches and companies name themselves in German titles."""

import pytest

import bilateral as bl


def sides(text: str) -> list[list[tuple[str, str | None, str]]]:
    """The text, country and kind of each party of each side."""
    title = bl.parse_title(text, "de")
    return [[(one.text, one.country, str(one.kind)) for one in side] for side in title.sides]


def second(text: str) -> tuple[str, str | None, str]:
    """What is read of the second party of an agreement with the university of Linz."""
    return sides(f"Abkommen zwischen der Universität Linz und {text}")[1][0]


@pytest.mark.parametrize(
    ("party", "country"),
    [
        ("der Stadt Neuburg an der Donau", "DE"),
        ("der Stadt Freiburg im Breisgau", "DE"),
        ("der Gemeinde Weiden in der Oberpfalz", "DE"),
        ("der Gemeinde Oberndorf bei Salzburg", "AT"),
        ("der Freiwilligen Feuerwehr Simbach am Inn", None),
        ("der Provinz Yunnan in China", "CN"),
        ("dem Bezirk Shinjuku in Tokio", "JP"),
        ("der Bibliothek von Fresno im Bundesstaat Kalifornien", "US"),
        ("Kongoussi in Burkina Faso", "BF"),
    ],
)
def test_where_a_town_or_body_lies_ends_its_name(party: str, country: str | None) -> None:
    title = f"Abkommen zwischen der Stadt Wien und {party}"
    text = party.split(" ", 1)[1] if party[0].islower() else party
    assert bl.parse_title(title, "de").subject is None
    assert sides(title)[1][0][:2] == (text, country)
    subject = bl.parse_title(f"{title} über den Brandschutz", "de").subject
    assert subject == "den Brandschutz"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        # A state, a ministry or a town is in no town.
        ("Abkommen zwischen Deutschland und Frankreich in Paris", "in Paris"),
        ("Abkommen zwischen der Stadt Wien und der Stadt Graz in Linz", "in Linz"),
        ("Abkommen zwischen dem Zoo Wien und dem Zoo Graz im Artenschutz", "im Artenschutz"),
        # Nothing follows, or no place; and what is before is no name.
        ("Abkommen zwischen dem Zoo Wien und dem Zoo Graz in", "in"),
        ("Abkommen zwischen der kleinen und großen in China", None),
        ("Abkommen zwischen Wien und Graz über Wein in Wien gestern", "Wein in Wien gestern"),
    ],
)
def test_not_all_that_is_somewhere_is_a_name(title: str, subject: str | None) -> None:
    found = bl.parse_title(title, "de")
    assert found.subject == subject or (subject is None and found.uncertain)


@pytest.mark.parametrize(
    ("title", "texts", "subject"),
    [
        (
            "Vereinbarung der Wiener Philharmoniker mit der Suntory Hall über Konzerte",
            ["Wiener Philharmoniker", "Suntory Hall"],
            "Konzerte",
        ),
        (
            "Vereinbarung des Deutschen Wetterdienstes mit Météo-France über Daten",
            ["Deutschen Wetterdienstes", "Météo-France"],
            "Daten",
        ),
        (
            "Städtepartnerschaft der Stadt Tulln mit Oberwinkel",
            ["Stadt Tulln", "Oberwinkel"],
            None,
        ),
        (
            "Absichtserklärung der Wiener Sängerknaben und der Regensburger Domspatzen über Musik",
            ["Wiener Sängerknaben", "Regensburger Domspatzen"],
            "Musik",
        ),
        (
            "Programm über gemeinsame Ausgrabungen des Deutschen Archäologischen Instituts und "
            "der Nationalen Museen Kenias",
            ["Deutschen Archäologischen Instituts", "Nationalen Museen Kenias"],
            "gemeinsame Ausgrabungen",
        ),
        (
            "Protokoll über die Zusammenarbeit der Städte Dresden und Hamburg",
            ["Dresden", "Hamburg"],
            "die Zusammenarbeit",
        ),
    ],
)
def test_names_in_the_genitive_are_parties_of_which_one_is_asked(
    title: str, texts: list[str], subject: str | None
) -> None:
    found = bl.parse_title(title, "de")
    assert [party.text for party in found.parties] == texts
    assert found.subject == subject
    assert "sides" in found.uncertain


@pytest.mark.parametrize(
    "title",
    [
        # What cooperation, plans and minutes are of is no party, nor is the aim one.
        "Vereinbarung der Zusammenarbeit mit der TU Wien",
        "Plan der Konsultationen mit der TU Wien",
        "Protokoll der Gespräche mit der TU Wien",
        "Vereinbarung der engen Zusammenarbeit mit der TU Wien",
    ],
)
def test_what_a_document_is_of_may_be_no_party(title: str) -> None:
    assert sides(title) == [[("TU Wien", "AT", "university")]]


def test_an_aim_is_no_party() -> None:
    found = bl.parse_title("Gemeinsame Erklärung der Minister mit dem Ziel der Ruhe", "de")
    assert not found.sides
    assert "sides" in found.uncertain


def test_an_organisation_needs_no_country_to_be_certain() -> None:
    found = bl.parse_title("Abkommen der Europäischen Union mit Ghana über Handel", "de")
    assert not found.uncertain


@pytest.mark.parametrize(
    "before",
    ["Fortführung des", "Wiederaufnahme eines", "Bericht über das", "Unterzeichnung des"],
)
def test_words_before_a_kind_may_say_of_what_it_is_one(before: str) -> None:
    found = bl.parse_title(f"{before} Abkommens zwischen Peru und Chile", "de")
    assert "kind" in found.uncertain


def test_an_article_before_a_kind_says_nothing() -> None:
    found = bl.parse_title("Das Abkommen zwischen Peru und Chile über den Verkehr", "de")
    assert not found.uncertain


@pytest.mark.parametrize(
    ("title", "text", "subject"),
    [
        (
            "Abkommen zwischen Österreich und dem Ständigen Sekretariat des Übereinkommens zum "
            "Schutz der Alpen über dessen Amtssitz",
            "Ständigen Sekretariat des Übereinkommens zum Schutz der Alpen",
            "dessen Amtssitz",
        ),
        (
            "Sitzabkommen zwischen der Schweiz und dem Sekretariat des Vertrags über den Handel",
            "Sekretariat des Vertrags über den Handel",
            None,
        ),
        (
            "Abkommen zwischen der Schweiz und dem Sekretariat des Basler Übereinkommens über "
            "die Vorrechte",
            "Sekretariat des Basler Übereinkommens",
            "die Vorrechte",
        ),
        (
            "Abkommen zwischen der Schweiz und dem Sekretariat der Konvention zur "
            "Zusammenarbeit in Umweltfragen",
            "Sekretariat der Konvention",
            "zur Zusammenarbeit in Umweltfragen",
        ),
        (
            "Abkommen zwischen der Schweiz und dem Sekretariat der Energiegemeinschaft über "
            "den Amtssitz",
            "Sekretariat der Energiegemeinschaft",
            "den Amtssitz",
        ),
    ],
)
def test_a_secretariat_says_what_its_convention_is_about(
    title: str, text: str, subject: str | None
) -> None:
    found = bl.parse_title(title, "de")
    assert found.parties[1].text == text
    assert found.subject == subject


def test_a_second_party_is_behind_the_convention_of_the_first() -> None:
    title = (
        "Abkommen zwischen dem Sekretariat des Übereinkommens über die biologische Vielfalt und "
        "der Stadt Bonn"
    )
    assert [party.text for party in bl.parse_title(title, "de").parties] == [
        "Sekretariat des Übereinkommens über die biologische Vielfalt",
        "Stadt Bonn",
    ]


@pytest.mark.parametrize(
    ("party", "country", "kind"),
    [
        ("der Wallonischen Region", "BE", "region"),
        ("der Flämischen Verwaltung", "BE", "public_body"),
        ("der Zürcher Hochschule der Künste", "CH", "university"),
        ("der Tiroler Regierung", "AT", "regional_executive"),
        ("der Baskischen Regierung", "ES", "regional_executive"),
        ("der Deutschen Regierung", "DE", "government"),
        ("der Regierung von Tirol", "AT", "regional_executive"),
        ("der Regierung der Provinz Quebec", "CA", "regional_executive"),
        ("der Bayer AG", None, "company"),
        ("der Berger GmbH", None, "company"),
        ("der Jüdischen Gemeinde zu Berlin", "DE", "association"),
        ("der Kirchengemeinde Selb", None, "association"),
    ],
)
def test_adjectives_say_where_a_body_is_and_surnames_do_not(
    party: str, country: str | None, kind: str
) -> None:
    assert second(party)[1:] == (country, kind)


@pytest.mark.parametrize(
    "kind", ["Werkvertrag", "Pachtvertrag", "Finanzierungsvertrag", "Sponsoringvertrag"]
)
def test_some_contracts_are_those_of_private_law_whoever_makes_them(kind: str) -> None:
    found = bl.parse_title(f"{kind} zwischen dem Land Tirol und der Stadt Prag", "de")
    assert found.kind is bl.AgreementKind.CONTRACT


def test_to_found_something_is_no_field() -> None:
    title = "Abkommen zwischen Peru und Chile über die Gründung einer Partnerschaft"
    assert not bl.parse_title(title, "de").sectors


def test_a_number_is_no_place_of_publication() -> None:
    found = bl.parse_title("Vertrag Nr. 3 vom 14. Oktober 2011 zwischen Peru und Chile", "de")
    assert str(found.date) == "2011-10-14"
    assert not found.rest


@pytest.mark.parametrize(
    "title",
    [
        "Forschungsvertrag zwischen der Bayer AG und dem Broad Institute, Zzyzx",
        "Schulpartnerschaft zwischen der Schule Graz und dem Lycée Jean Macé in Zzyzx",
        "Gemeinsame Erklärung der Bürgermeister von Hannover und Hiroshima über die Abrüstung",
    ],
)
def test_a_subject_to_which_no_preposition_leads_is_asked(title: str) -> None:
    assert "subject" in bl.parse_title(title, "de").uncertain


def test_a_german_list_has_english_titles_with_a_kind_that_german_has_too() -> None:
    found = bl.parse_title("Memorandum of Understanding on trade between Peru and Chile", "de")
    assert (found.subject, [party.country for party in found.parties]) == ("trade", ["PE", "CL"])
    found = bl.parse_title("Programm zum Handel between worlds", "de")
    assert found.subject == "zum Handel between worlds"


def test_a_treaty_of_whom_nothing_is_known_may_be_a_contract() -> None:
    found = bl.parse_title("Kooperationsvertrag zwischen dem VfB Aue und Kashima Antlers", "de")
    assert "kind" in found.uncertain
    found = bl.parse_title("Staatsvertrag zwischen Peru und Xyz", "de")
    assert "kind" not in found.uncertain


def test_a_long_name_without_a_noun_is_asked() -> None:
    found = bl.parse_title("Abkommen zwischen Peru und Aa Bb Cc Dd Ee Ff Gg in China", "de")
    assert "sides" in found.uncertain


@pytest.mark.parametrize(
    ("title", "subject", "party"),
    [
        ("MoU Stadt Linz – Stadt Chengdu (Abfallwirtschaft)", "Abfallwirtschaft", "Stadt Chengdu"),
        ("MoU Stadt Linz – Stadt Chengdu (Kultur), 2022", "Kultur", "Stadt Chengdu"),
        ("Städtepartnerschaft Linz – Chengdu (China)", None, "Chengdu (China)"),
        # Nothing else is told, or another subject has been.
        ("Abkommen zwischen Peru und Chile über Handel (Kultur)", "Handel (Kultur)", "Chile"),
        ("Abkommen zwischen Peru und Chile (unterzeichnet)", None, "Chile"),
    ],
)
def test_a_field_in_brackets_at_the_end_is_the_subject(
    title: str, subject: str | None, party: str
) -> None:
    found = bl.parse_title(title, "de")
    assert found.subject == subject
    assert found.parties[1].text == party


def test_a_title_may_be_only_a_field_in_brackets() -> None:
    found = bl.parse_title("(Kultur)", "de")
    assert found.subject == "Kultur"


@pytest.mark.parametrize(
    ("matter", "codes"), [("Personen", ["migration"]), ("Kulturgütern", ["heritage"])]
)
def test_to_bring_back_goods_is_no_migration(matter: str, codes: list[str]) -> None:
    title = f"Vereinbarung zwischen Peru und Chile über die Rückführung von {matter}"
    assert [one.code for one in bl.parse_title(title, "de").sectors] == codes


def test_the_sejmik_is_the_council_of_a_region() -> None:
    assert second("dem Sejmik der Woiwodschaft Lodz")[1:] == ("PL", "regional_council")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Vertrag zwischen dem Präsidenten der Universität Bonn und dem Rektor der Universität"
            " Krakau",
            "Präsidenten der Universität Bonn",
            "Rektor der Universität Krakau",
        ),
        (
            "Vertrag zwischen den Präsidenten der Universität Bonn und der Universität Krakau",
            "Universität Bonn",
            "Universität Krakau",
        ),
        (
            "Vertrag zwischen der Universität Bonn und der Nationalen und Kapodistrias-Universität"
            " Athen",
            "Universität Bonn",
            "Nationalen und Kapodistrias-Universität Athen",
        ),
        (
            "Vertrag zwischen dem Goethe-Institut und dem Staatlichen und Privaten Museum Minsk",
            "Goethe-Institut",
            "Staatlichen und Privaten Museum Minsk",
        ),
    ],
)
def test_an_office_is_of_one_body_and_two_adjectives_may_be_of_one(
    text: str, first: str, second: str
) -> None:
    sides = bl.parse_title(text, "de").sides
    assert [party.text for side in sides for party in side] == [first, second]
