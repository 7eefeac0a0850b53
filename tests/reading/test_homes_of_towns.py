"""Where a town is by what stands behind it: a sign, a unit, a country behind a stroke."""

from __future__ import annotations

import pytest

import bilateral as bl


def towns_of(text: str, lang: str = "en") -> list[tuple[str, str | None, str | None]]:
    title = bl.parse_title(text, lang)
    return [(party.text, party.kind, party.country) for party in title.parties]


class TestSignsOfCountries:
    @pytest.mark.parametrize(
        "text",
        [
            "Charter of Twinning - Middelfart (DK) and Oskarshamn (SE)",
            "Charter of Twinning between Middelfart (DK) and Oskarshamn (SE)",
            "Twinning of Middelfart (DK) and Oskarshamn (SE)",
        ],
    )
    def test_they_tell_where_towns_are_that_nobody_knows(self, text: str) -> None:
        assert towns_of(text) == [
            ("Middelfart (DK)", "city", "DK"),
            ("Oskarshamn (SE)", "city", "SE"),
        ]
        assert not bl.parse_title(text, "en").uncertain

    def test_uk_is_one_as_well(self) -> None:
        title = bl.parse_title("Sister City Agreement between Dayton, Ohio and Corby (UK)", "en")
        assert [party.country for party in title.parties] == ["US", "GB"]
        assert not title.uncertain

    def test_alone_one_that_a_unit_has_too_is_asked(self) -> None:
        title = bl.parse_title("Twinning agreement between Macon (GA) and Kurobe", "en")
        assert title.parties[0].country is None
        assert "sides" in title.uncertain

    def test_the_initials_of_a_name_are_none(self) -> None:
        text = "MoU between Aarhus University (AU) and Lund University (LU)"
        assert [party.country for party in bl.parse_title(text, "en").parties] == ["DK", "SE"]

    def test_two_placed_towns_are_the_sides_of_a_twinning(self) -> None:
        found = towns_of("Partnerschaftsvertrag Rendsburg (DE) / Almere (NL)", "de")
        assert found == [("Rendsburg (DE)", "city", "DE"), ("Almere (NL)", "city", "NL")]


class TestSignsOfUnits:
    @pytest.mark.parametrize("town", ["Dayton OH", "Dayton, OH", "Dayton (OH)"])
    def test_they_stand_behind_a_town(self, town: str) -> None:
        found = towns_of(f"Sister City Agreement between {town} and Augsburg")
        assert found == [(town, "city", "US"), ("Augsburg", "city", "DE")]

    def test_what_is_a_country_too_is_asked(self) -> None:
        title = bl.parse_title("Sister City Agreement between Cumberland MD and Viersen", "en")
        assert title.parties[0].country is None
        assert "sides" in title.uncertain


class TestUnitsBehindTowns:
    @pytest.mark.parametrize(
        ("text", "lang", "first", "second"),
        [
            (
                "Sister City Agreement between Los Altos, California and Syktyvkar, Komi Republic",
                "en",
                "Los Altos, California",
                "Syktyvkar, Komi Republic",
            ),
            (
                "Twinning agreement between Suzdal, Vladimir Region and Rothenburg, Bavaria",
                "en",
                "Suzdal, Vladimir Region",
                "Rothenburg, Bavaria",
            ),
            (
                "Städtepartnerschaft zwischen Syktywkar, Republik Komi, und Augsburg",
                "de",
                "Syktywkar, Republik Komi",
                "Augsburg",
            ),
            (
                "Соглашение о побратимских связях между Сыктывкаром и Лос-Алтосом, Калифорния",
                "ru",
                "Сыктывкаром",
                "Лос-Алтосом, Калифорния",
            ),
        ],
    )
    def test_they_are_no_further_party(self, text: str, lang: str, first: str, second: str) -> None:
        found = towns_of(text, lang)
        assert [name for name, _, _ in found] == [first, second]
        assert all(kind == "city" and country for _, kind, country in found)
        assert not bl.parse_title(text, lang).uncertain

    def test_one_in_the_case_of_the_parties_is_a_party(self) -> None:
        found = towns_of("Соглашение между Минском, Минской областью и Бонном", "ru")
        assert found[0][0] == "Минском"

    def test_behind_more_than_a_name_one_in_any_country_is_not_looked_for(self) -> None:
        text = "MoU between the University of Foo, Baz, Lublin voivodeship and Minsk"
        assert "sides" in bl.parse_title(text, "en").uncertain


class TestHomesBehindStrokes:
    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Städtepartnerschaft zwischen Zittau und Portsmouth/Ohio", "de"),
            ("Sister city agreement between Zittau and Portsmouth/Ohio", "en"),
            ("Städtepartnerschaft Zittau – Portsmouth/Ohio", "de"),
        ],
    )
    def test_they_are_no_party(self, text: str, lang: str) -> None:
        found = towns_of(text, lang)
        assert found == [("Zittau", "city", "DE"), ("Portsmouth/Ohio", "city", "US")]

    def test_a_stroke_alone_joins_the_parties(self) -> None:
        found = towns_of("Partnerschaftsvertrag Kreis Minden/Kreis Jelenia Góra", "de")
        assert [name for name, _, _ in found] == ["Kreis Minden", "Kreis Jelenia Góra"]
