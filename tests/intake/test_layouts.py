"""How a list is laid out tells what its lines and headers are."""

import pytest

import bilateral as bl
from bilateral.intake.layout.headers import field_of
from tests.intake.reading import BETWEEN, agreement

UNIVERSITY = bl.Partner("uni", "university", {"de": "Universität"}, country="DE")


def states(text: str, lang: str) -> list[str]:
    return [row.state.value for row in bl.read_list(text, lang).review]


class TestNumberedLines:
    def test_a_line_apart_without_a_number_is_a_heading(self) -> None:
        text = (
            "All of them, in order (March 2024)\nTreaties between Peru and Chile\n\n"
            "Volume one\n1. Treaty on trade between Peru and Japan\n"
            "2. Treaty on tourism between Peru and Japan\n\n"
            "Volume two\n3. Treaty on fishing between Peru and Japan\n"
            "4. Treaty on forests between Peru and Japan\n5. Treaty on health between Peru\n"
            "and Japan\n6. Treaty on sport between Peru and Japan\n"
        )
        found = states(text, "en")
        # What names a document is one, and what goes on a line is no heading.
        assert [found[n] for n in (1, 4)] == ["heading"] * 2
        assert found[0] == "taken"
        assert found[8] == "refused"

    def test_numbers_before_titles_in_a_column_are_none_of_their_words(self) -> None:
        text = f"Титул;Дата\n1. {BETWEEN} о торговле;2020\n2. {BETWEEN} о туризме;2021\n"
        dossier, review = bl.read_list(text, "ru")
        assert len(dossier) == 2
        assert not review.questions
        text = f"Титул;Дата\n1. {BETWEEN} о торговле;2020\n{BETWEEN} о туризме;2021\n"
        assert bl.read_list(text + f"{BETWEEN} о спорте;2021\n", "ru").review.questions


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("T I T L E", "title"),
        ("С Т А Т У С", "status"),
        ("a b", None),
        ("party1", "side_a"),
        ("Aufsichtsbereich", "sectors"),
        ("Prüfbemerkung", "note"),
        ("Zuständigkeitsbereich", None),
        ("Telefonnummer", None),
    ],
)
def test_headers_are_known_as_they_are_set(header: str, field: str | None) -> None:
    assert field_of(header, "de") == field


def test_a_note_across_the_list_is_no_header() -> None:
    text = "Stand: 30. Juni 2023;;\n\nPartner;Land;Farbe\nUniversität Posen;Polen;rot\n"
    _, review = bl.read_list(text, "de", home=UNIVERSITY)
    assert dict(review.columns) == {"Partner": "partner", "Land": "country", "Farbe": None}


def test_a_header_over_several_columns_is_one() -> None:
    text = "Partner;;Seit\nName;Land;\nUniversität Posen;Polen;2020\n"
    _, review = bl.read_list(text, "de", home=UNIVERSITY, kind="mou")
    assert sorted(map(str, review.columns.values())) == ["country", "partner", "signed"]


class TestStatus:
    def test_remarks_below_a_header_of_the_status_are_kept(self) -> None:
        lines = "".join(
            f"{BETWEEN} о {about};{note}\n"
            for about, note in (
                ("торговле", "папка 1, письмо Иванова"),
                ("туризме", "папка 2, письмо Петрова"),
                ("спорте", "папка 3"),
                ("науке", "папка 4, факс"),
            )
        )
        _, review = bl.read_list(f"Наименование;Статус\n{lines}", "ru")
        assert review.columns["Статус"] is None
        assert not review.questions
        _, review = bl.read_list(f"Наименование;Статус\n{lines.replace('папка 4', 'истёк')}", "ru")
        assert review.columns["Статус"] == "status"

    def test_one_word_that_stands_often_is_asked_about(self) -> None:
        subjects = ("торговле", "туризме", "спорте", "науке", "связи", "лесах", "банках", "почте")
        lines = "".join(
            f"{BETWEEN} о {about};{'абв' if n else 'где'}{n % 2}\n"
            for n, about in enumerate(subjects)
        )
        assert bl.read_list(f"Наименование;Статус\n{lines}", "ru").review.questions

    def test_a_sign_tells_nothing(self) -> None:
        text = f"Наименование;Дата;Статус\n{BETWEEN} о торговле;2020;?\n"
        assert agreement(text).extra["list:статус"] == "?"


def test_a_territory_beside_a_twin_town_is_where_it_is() -> None:
    text = "Partnerstadt;Region;Land\nRadom;Masowien;Polen\nLublin;x;Polen\nOppeln;y;Polen\n"
    _, review = bl.read_list(text, "de", home="Jena")
    assert [*review.columns.values()] == ["twin", None, "country"]
    text = "Region;Land;Art\nMasowien;Polen;MoU\nToskana;Italien;MoU\nVeneto;Italien;MoU\n"
    _, review = bl.read_list(text, "de", home="Jena")
    assert review.columns["Region"] == "partner"


def test_two_countries_as_headers_have_their_partners_below() -> None:
    text = "Belarus;Japan;Since\nMinsk;Sendai;1973\nBrest;Osaka;1980\n"
    dossier, review = bl.read_list(text, "en", kind="twinning")
    assert [*review.columns.values()] == ["side_a", "side_b", "signed"]
    assert [one.country for one in dossier.agreements[0].partners] == ["BY", "JP"]


def test_a_part_of_the_world_ends_the_countries_above_it() -> None:
    text = (
        "Japan\nTreaty on trade\nTreaty on tourism\nEurope\n"
        "Treaty on trade with the Republic of Poland\n"
    )
    dossier, _ = bl.read_list(text, "en", home="PE")
    assert {one.country for one in dossier.agreements[-1].partners} == {"PE", "PL"}


def test_sister_and_friendship_cities_are_towns() -> None:
    text = "Sister cities and friendship cities;\nPartner;Country\nSendai;Japan\n"
    dossier, _ = bl.read_list(text, "en", home="Minsk", kind="twinning")
    assert dossier.agreements[0].partners[1].kind is bl.PartnerKind.CITY
