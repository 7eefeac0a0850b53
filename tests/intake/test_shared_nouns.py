"""Parties that share a noun, and those for whom somebody acts by an office."""

import pytest

import bilateral as bl
from bilateral.intake.shared_heads import shared_name
from bilateral.reading.parties import Party
from tests.intake.reading import agreement, codes, only


def names(title: str, lang: str) -> list[str]:
    found = agreement(f"{title}\n", lang)
    return [one.name.marked(lang) for one in found.partners]


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        (
            "de",
            "Vereinbarung zwischen den Luftfahrtbehörden der Republik Österreich und des "
            "Staates Israel",
            ["Luftfahrtbehörde der Republik Österreich", "Luftfahrtbehörde des Staates Israel"],
        ),
        (
            "de",
            "Vereinbarung zwischen den Nationalen Statistikämtern Georgiens und Estlands",
            [
                "Nationales Statistikamt von Georgien",
                "Nationales Statistikamt der Republik Estland",
            ],
        ),
        (
            "de",
            "Vereinbarung zwischen den Industrie- und Handelskammern Dresden und Liberec",
            ["Industrie- und Handelskammer Dresden", "Industrie- und Handelskammer Liberec"],
        ),
        (
            "de",
            "Vereinbarung zwischen den Stadtverwaltungen von Wien und Bratislava",
            ["Stadtverwaltung von Wien", "Stadtverwaltung von Bratislava"],
        ),
        (
            "de",
            "Gemeinsame Erklärung der Oberbürgermeister der Städte Essen und Sunderland",
            ["Oberbürgermeister der Stadt Essen", "Oberbürgermeister der Stadt Sunderland"],
        ),
        (
            "de",
            "Vereinbarung zwischen den Oberbürgermeistern der Stadt Dresden und der Stadt Ostrava",
            ["Oberbürgermeister der Stadt Dresden", "Oberbürgermeister der Stadt Ostrava"],
        ),
        (
            "de",
            "Vereinbarung zwischen den Landräten der Landkreise Görlitz und Zgorzelec",
            ["Landrat des Landkreises Görlitz", "Landrat des Landkreises Zgorzelec"],
        ),
        (
            "en",
            "Agreement between the Mayors of the Cities of Zagreb and Sarajevo",
            ["Mayor of the City of Zagreb", "Mayor of the City of Sarajevo"],
        ),
        (
            "en",
            "Agreement between the Mayors of the City of Zagreb and the City of Sarajevo",
            ["Mayor of the City of Zagreb", "Mayor of the City of Sarajevo"],
        ),
        (
            "en",
            "Memorandum between the Prosecutors General of Georgia and Estonia",
            ["Prosecutor General of Georgia", "Prosecutor General of the Republic of Estonia"],
        ),
        (
            "en",
            "Memorandum between the Police Forces of Georgia and Ukraine",
            ["Police Force of Georgia", "Police Force of Ukraine"],
        ),
        (
            "en",
            "Memorandum between the Border Police of Georgia and Ukraine",
            ["Border Police of Georgia", "Border Police of Ukraine"],
        ),
        (
            "en",
            "Memorandum between the Chambers of Commerce of Georgia and Ukraine",
            ["Chamber of Commerce of Georgia", "Chamber of Commerce of Ukraine"],
        ),
    ],
)
def test_what_shares_a_noun_is_called_as_it_is_alone(
    lang: str, title: str, expected: list[str]
) -> None:
    assert names(title, lang) == expected


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        (
            "de",
            "Vereinbarung der Rektoren der Universitäten Wien und Breslau",
            ["Universität Wien", "Universität Breslau"],
        ),
        (
            "de",
            "Vereinbarung zwischen den Rektoren der Technischen Universität Dresden und der "
            "Technischen Universität Prag",
            ["Technische Universität Dresden", "Technische Universität Prag"],
        ),
        (
            "de",
            "Vereinbarung zwischen dem Rektor der Universität Wien und der Universität Breslau",
            ["Universität Wien", "Universität Breslau"],
        ),
        (
            "en",
            "Agreement between the Rectors of the University of Zagreb and the University of "
            "Sarajevo",
            ["University of Zagreb", "University of Sarajevo"],
        ),
        (
            "en",
            "Agreement between the Heads of Government of Georgia and Ukraine",
            ["Government of Georgia", "Government of Ukraine"],
        ),
        (
            "ru",
            "Соглашение между ректорами Загребского университета и Университета Сараево",
            ["Загребский университет", "Университет Сараево"],
        ),
    ],
)
def test_who_holds_an_office_acts_for_the_body(lang: str, title: str, expected: list[str]) -> None:
    assert names(title, lang) == expected


@pytest.mark.parametrize(
    ("lang", "head", "name"),
    [
        # Nobody knows the gender, or that it is a plural.
        ("de", "Obersten Landräten", None),
        ("de", "Police", None),
        ("en", "University", None),
        ("ru", "службами", None),
        ("de", "Flotten", None),
        ("de", "Ämtern", "Amt des Landes Tirol"),
    ],
)
def test_without_a_known_plural_nobody_says_how_one_is_called(
    lang: str, head: str, name: str | None
) -> None:
    party = Party("Landes Tirol", "gen", head)
    assert shared_name(party, lang) == name


def test_initials_in_capitals_are_no_town() -> None:
    _, row = only("MoU between ARUA and the University of Mauritius\n", "en")
    assert codes(row) == ["unknown-party"]
    sides = bl.parse_title("Agreement between BONN and LINZ", "en").sides
    assert all(party.partner for side in sides for party in side)


@pytest.mark.parametrize(
    ("lang", "title", "kind"),
    [
        ("de", "Solidaritätspartnerschaft: Vereinbarung zwischen Köln und Dnipro", "arrangement"),
        ("en", "Solidarity partnership: Memorandum between Cologne and Dnipro", "memorandum"),
        ("en", "School partnership Viljandi Gymnasium – Porvoo High School", "project_partnership"),
        (
            "en",
            "School Partnership Agreement between Viljandi Gymnasium and Porvoo High School",
            "agreement",
        ),
        ("de", "Ressortübereinkommen zwischen Österreich und Ungarn", "agreement"),
        ("de", "Übereinkommen zwischen Österreich und Ungarn", "convention"),
    ],
)
def test_the_kind_is_that_of_the_document_and_not_of_what_it_is_for(
    lang: str, title: str, kind: str
) -> None:
    assert agreement(f"{title}\n", lang).kind.value == kind


@pytest.mark.parametrize(
    ("lang", "title", "countries"),
    [
        ("de", "Vertrag zwischen dem Museum Wien und der Moravská galerie Brno", ["AT", "CZ"]),
        ("de", "Vertrag zwischen der Chemnitzer Verkehrs-AG und den Wiener Linien", ["DE", "AT"]),
        ("de", "Vertrag zwischen dem Kreis Görlitz und dem Rayon Schtschutschyn", ["DE", "BY"]),
        ("de", "Vertrag zwischen Köln und der Kommune Skanderborg", ["DE", "DK"]),
        (
            "en",
            "Memorandum between the Austrian Chamber of Civil Law Notaries and the Notary Chamber "
            "of Georgia",
            ["AT", "GE"],
        ),
        (
            "de",
            "Vertrag zwischen Österreich und der Weltgesundheitsorganisation, Regionalbüro für "
            "Europa",
            ["AT", None],
        ),
    ],
)
def test_what_every_clerk_knows_is_not_asked(
    lang: str, title: str, countries: list[str | None]
) -> None:
    assert [one.country for one in agreement(f"{title}\n", lang).partners] == countries


def test_the_president_of_a_state_beside_that_of_a_parliament_is_not_the_state() -> None:
    text = "Joint statement of the Presidents of the Bundestag and the Republic of Chile"
    kinds = [party.kind for party in bl.parse_title(text, "en").parties]
    assert kinds[1] is bl.PartnerKind.HEAD_OF_STATE
