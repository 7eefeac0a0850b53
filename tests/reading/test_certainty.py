"""What is said to be certain is what was meant, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

import bilateral as bl
from bilateral import reference
from bilateral.language.folding import fold
from bilateral.reading.index import index
from tests.reading.answers import certain

LANGS = ("de", "en", "ru")


def cities() -> Iterator[tuple[str, str]]:
    """Large cities with their countries, in English, and those of the time zones in all three."""
    lines = (Path(__file__).parents[1] / "data" / "cities.tsv").read_text("utf-8").splitlines()
    yield from (tuple(line.split("\t")) for line in lines[2:])  # type: ignore[misc]
    countries = get_global("zone_territories")
    for lang in LANGS:
        for zone, names in Locale(lang).time_zones.items():
            if zone in countries and zone not in NO_CITIES and "city" in names:
                yield names["city"], countries[zone]


# Zones named after islands, and cities of which another place with their name, or with a form
# of it, is the better known: Тула, of which Туле is the dative.
NO_CITIES = ("Pacific/Wallis",)
MEANT_OTHERWISE = ("Victoria", "Valencia", "Туле")


class TestCertainty:
    """What is said to be certain is what was meant, whoever asks."""

    def test_no_large_city_is_certainly_a_place_in_another_country(self) -> None:
        for name, country in cities():
            found = [one for one in bl.find(name, type=bl.Partner) if one.is_certain]
            countries = {one.country for one in found} or {country}
            assert country in countries or name in MEANT_OTHERWISE, (name, country, found)

    @pytest.mark.parametrize(
        "text",
        [
            "Durham",
            "Surrey",
            "Prizren",
            "Central",
            "Western",
            "Region of Hanover",
            "Германий",
            "Germany, Poland",
            "Taiwan, China",
            "Germany Poland",
            "франко",
            "Poland (Germany)",
        ],
    )
    def test_what_may_be_something_else_is_not_certain(self, text: str) -> None:
        assert certain(text, type=bl.Partner) == set()

    @pytest.mark.parametrize(
        "text",
        [
            "Kazakh SSR",
            "Republic of Vietnam",
            "Republic of China",
            "North Yemen",
            "Order of Malta",
            "Königreich Bayern",
            "Kingdom of Yugoslavia",
            "Королевство Югославия",
            "Российская империя",
        ],
    )
    def test_states_and_organisations_without_a_code_are_no_other_ones(self, text: str) -> None:
        assert certain(text, type=bl.Partner) == set()

    def test_the_country_makes_a_namesake_certain(self) -> None:
        (found,) = bl.find("Durham")
        assert (found.how, found.score) == (bl.Match.NAMESAKE, 1.0)
        assert certain("Durham", country="GB") == {"GB-DUR"}
        assert certain("Hanover", country="JM") == {"JM-09"}
        assert certain("Central", country="BW") == {"BW-CE"}
        assert certain("JM-09") == {"JM-09"}

    def test_what_is_certain_comes_first(self) -> None:
        found = bl.find("Zaire")
        assert [(one.code, one.is_certain) for one in found] == [("ZR", True), ("AO-ZAI", False)]

    def test_names_that_many_units_share_are_listed(self) -> None:
        found = bl.find("Central", "en", type="subdivision")
        assert len(found) > 3
        assert {one.how for one in found} == {bl.Match.NAMESAKE}

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_name_of_a_unit_is_known(self, lang: str) -> None:
        units = index(lang, "units").exact
        for code, row in reference.subdivisions().items():
            if row["current"] == "yes" and lang in row:
                assert code in {one.code for one in units[fold(row[lang])]}

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Белоруссией", "BY"),
            ("Kasachstans", "KZ"),
            ("Belarus's", "BY"),
            ("Niederlanden", "NL"),
            ("белорусская", "BY"),
        ],
    )
    def test_case_forms_that_no_table_has_are_certain_all_the_same(
        self, text: str, code: str
    ) -> None:
        assert certain(text) == {code}

    def test_two_words_of_a_unit_have_its_own_endings_or_are_not_certain(self) -> None:
        (found,) = bl.find("Волынской областью", "ru")
        assert (found.code, found.how) == ("UA-07", bl.Match.COMPOSED)
        (found,) = bl.find("Волынские область", "ru")
        assert (found.code, found.how) == ("UA-07", bl.Match.SUGGESTION)

    @pytest.mark.parametrize(
        ("text", "lang", "code"),
        [
            ("State of Texas", "en", "US-TX"),
            ("Bundesstaat Texas", "de", "US-TX"),
            ("штатом Техас", "ru", "US-TX"),
            ("Distrikt Leribe", "de", "LS-C"),
            ("кантоном Цюрих", "ru", "CH-ZH"),
            ("автономное сообщество Андалусия", "ru", "ES-AN"),
            ("Stadt Hannover", "de", "de-hanover"),
            ("городом Гродно", "ru", "by-grodno"),
        ],
    )
    def test_a_territory_with_its_type_word_is_certain(
        self, text: str, lang: str, code: str
    ) -> None:
        assert [(one.code, one.how) for one in bl.find(text, lang)] == [(code, bl.Match.COMPOSED)]

    def test_adjectives_are_told_from_names(self) -> None:
        adjectives = {
            entry.text
            for entries in index("en", "countries").exact.values()
            for entry in entries
            if entry.form == "adj"
        }
        assert {"Byelorussian", "Kazakhstani", "Burmese", "Nepali", "German"} <= adjectives
        assert not adjectives & {"Kazakstan", "Kirgizstan", "The Sudan", "Mali", "Sint Maarten"}
