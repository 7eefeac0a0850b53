"""What English titles say of parties, of lengths of time and of numbers in collections."""

from __future__ import annotations

import pytest

import bilateral as bl

IE_PE = "Agreement between Ireland and Peru on Taxes"


class TestLengthsOfTime:
    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("MoU between Peru and Malta, valid for five (5) years from the last signature", "en"),
            ("MoU between Peru and Malta (valid for 5 years from the date of signature)", "en"),
            ("Vertrag zwischen Peru und Malta, gültig fünf Jahre ab Unterzeichnung", "de"),
            ("Договор между Перу и Мальтой сроком на 5 лет с даты подписания", "ru"),
        ],
    )
    def test_when_one_begins_is_part_of_it(self, text: str, lang: str) -> None:
        title = bl.parse_title(text, lang)
        assert (str(title.duration), title.subject) == ("P5Y", None)
        assert not any("sign" in part for part in title.rest)

    def test_a_season_without_a_year_is_what_a_document_is_for(self) -> None:
        title = bl.parse_title("Agreement between Peru and Malta for the tourist season", "en")
        assert title.subject == "for the tourist season"


class TestNumbersInCollections:
    @pytest.mark.parametrize("number", ["ITS No. 14 of 2019", "UKTS No. 14 (2019)"])
    def test_they_are_rest(self, number: str) -> None:
        title = bl.parse_title(f"{IE_PE} ({number})", "en")
        assert (title.designation, title.date, title.rest) == ("Agreement", None, (number,))

    def test_the_number_of_the_document_stands_in_brackets_alone(self) -> None:
        title = bl.parse_title(f"{IE_PE} (No. 14 of 2019)", "en")
        assert (title.designation, str(title.date)) == ("Agreement No. 14", "2019")

    def test_a_day_beside_one_is_read(self) -> None:
        text = f"{IE_PE} (Dublin, 3 May 2019, ITS No. 14 of 2020)"
        assert str(bl.parse_title(text, "en").date) == "2019-05-03"


class TestBodies:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Nakuru County Government", "regional_executive"),
            ("County Government of Nakuru", "regional_executive"),
            ("Osaka Prefectural Government", "regional_executive"),
            ("Hvar Town Government", "city_executive"),
            ("Waidhofen District Government", "district_executive"),
            ("Department of Puno (Peru)", "region"),
            ("Department of La Paz (Bolivia)", "region"),
            ("Department of Culture of Peru", "public_body"),
            ("State Trading Corporation of India", "company"),
            ("National Cadet Corps of India", None),
        ],
    )
    def test_their_kind_is_told(self, name: str, kind: str | None) -> None:
        title = bl.parse_title(f"MoU between the {name} and the Region of Tuscany", "en")
        assert title.parties[0].kind == kind

    def test_a_small_noun_has_its_field(self) -> None:
        text = "MoU between the Indian ministry of mines and the Uzbek state committee for geology"
        found = [party.text for party in bl.parse_title(text, "en").parties]
        assert found == ["Indian ministry of mines", "Uzbek state committee for geology"]


class TestSubjects:
    @pytest.mark.parametrize(
        ("subject", "code"),
        [
            ("flood-control measures", "water_resources"),
            ("water-economy questions", "water_resources"),
            ("development co-operation", "economy"),
        ],
    )
    def test_a_hyphen_changes_no_field(self, subject: str, code: str) -> None:
        title = bl.parse_title(f"Agreement between Peru and Chile on {subject}", "en")
        assert [sector.code for sector in title.sectors] == [code]

    def test_whose_twinning_it_is_stands_behind_of(self) -> None:
        title = bl.parse_title("Letter of intent on the twinning of Minsk with Bonn", "en")
        assert [party.text for party in title.parties] == ["Minsk", "Bonn"]
        assert title.subject == "the twinning"

    def test_names_that_a_sign_joins_behind_the_kind_may_be_the_parties(self) -> None:
        title = bl.parse_title("MoU Namport & Port Autonome de Dakar re intra-African trade", "en")
        assert title.uncertain >= {"sides", "subject"}

    def test_a_maritime_museum_is_not_in_the_maritime_region(self) -> None:
        title = bl.parse_title("MoU between the Maritime Museum and Bonn", "en")
        assert title.parties[0].country is None
        assert "sides" in title.uncertain


@pytest.mark.parametrize(
    "name",
    [
        "Department of Agriculture, Food and the Marine of Ireland",
        "Department of Sport and Recreation of South Africa",
    ],
)
def test_a_department_with_a_list_of_portfolios_is_a_ministry_where_states_have_such(
    name: str,
) -> None:
    text = f"Memorandum between the {name} and the Ministry of Health of Kenya on dairy products"
    title = bl.parse_title(text, "en")
    assert (title.parties[0].text, str(title.parties[0].kind)) == (name, "ministry")
    assert not title.uncertain


def test_of_another_department_it_is_asked_whether_it_is_a_ministry() -> None:
    text = "Memorandum between the Department of Sociology of Ireland and the Ministry of Health"
    assert "sides" in bl.parse_title(text, "en").uncertain
