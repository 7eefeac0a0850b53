"""In which country a body is, by the places and the adjectives in its name."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral import Partner


def told(text: str, lang: str) -> list[tuple[str, str | None]]:
    """What a name does not tell, with what it hints at."""
    with pytest.raises(bl.ValidationError) as caught:
        Partner.like(text, lang)
    return [(problem.code, problem.hint) for problem in caught.value.problems]


class TestCountries:
    """The country by the state, the city and the adjective in a name, if all are of one."""

    @pytest.mark.parametrize(
        ("text", "lang", "country"),
        [
            ("Белорусский государственный университет", "ru", "BY"),
            ("Лейпцигским университетом", "ru", "DE"),
            ("Шэньянский политехнический университет", "ru", "CN"),
            ("Хэйлунцзянский университет", "ru", "CN"),
            ("Институт физики Вьетнамской академии наук", "ru", "VN"),
            ("Комитет по здравоохранению Мингорисполкома", "ru", "BY"),
            ("Университет имени Палацкого в Праге", "ru", "CZ"),
            ("Всероссийский научный центр", "ru", "RU"),
            ("Белорусская железная дорога", "ru", "BY"),
            ("Latvian Railways", "en", "LV"),
            ("Al-Farabi Kazakh National University", "en", "KZ"),
            ("Vilnius University Hospital", "en", "LT"),
            ("Hellenic Olympic Committee", "en", "GR"),
            # Maritime is a region in Togo, and a word.
            ("Hellenic Maritime Museum", "en", "GR"),
            ("Shanghai Maritime University", "en", "CN"),
            # Known by their names.
            ("Flinders University", "en", "AU"),
            ("Monash University Malaysia", "en", "MY"),
            ("Opificio delle Pietre Dure", "en", "IT"),
            ("Embassy of Kenya", "en", "KE"),
            ("Peking-Universität", "de", "CN"),
            ("Wiener Börse", "de", "AT"),
            ("Dresdner Philharmonie", "de", "DE"),
            ("Sächsischer Landtag", "de", "DE"),
            ("Deutsche Botschaft Minsk", "de", "DE"),
            ("Litauisches Nationaltheater", "de", "LT"),
            ("Oesterreichische Nationalbank", "de", "AT"),
        ],
    )
    def test_a_place_or_its_adjective_tells_the_country(
        self, text: str, lang: str, country: str
    ) -> None:
        assert Partner.like(text, lang).country == country

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Сербская академия наук и искусств (САНИ)", "ru"),
            ("Rutgers, The State University of New Jersey", "en"),
            ("Kanton Sarajevo", "de"),
        ],
    )
    def test_no_other_word_is_taken_for_a_place(self, text: str, lang: str) -> None:
        home = {"ru": "RS", "en": "US", "de": "BA"}[lang]
        try:
            assert Partner.like(text, lang).country == home
        except bl.ValidationError as error:
            assert {problem.hint for problem in error.problems} <= {None, home}

    @pytest.mark.parametrize(
        ("text", "lang", "hint"),
        [
            ("German Archaeological Institute Istanbul", "en", "TR"),
            ("Georgetown Business School", "en", "GY"),
            ("Bureau of Indian Standards", "en", "IN"),
            ("Austrian Airlines", "en", "AT"),
            ("Немецкая школа", "ru", "DE"),
            ("Немецкий культурный центр", "ru", "DE"),
            ("Русский дом культуры", "ru", None),
        ],
    )
    def test_a_place_that_does_not_tell_the_country_for_certain_is_a_hint(
        self, text: str, lang: str, hint: str | None
    ) -> None:
        assert told(text, lang)[-1] == ("no-country", hint)

    @pytest.mark.parametrize(
        ("text", "lang", "country"),
        [
            ("American University of Beirut", "en", "LB"),
            ("Deutsche Schule Tokio", "de", "JP"),
            ("South African Medical Research Institute", "en", "ZA"),
            ("Universität Sarajevo", "de", "BA"),
            ("Jagiellonian University in Kraków", "en", "PL"),
            ("Университет имени Пушкина в Варшаве", "ru", "PL"),
            ("Тюрингский театр", "ru", "DE"),
            ("Thüringer Landtag", "de", "DE"),
        ],
    )
    def test_what_teaches_is_in_its_city_and_long_adjectives_are_one(
        self, text: str, lang: str, country: str
    ) -> None:
        assert Partner.like(text, lang).country == country

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Georgia State University", "en"),
            ("University of New England", "en"),
            ("University of Western Ontario, London", "en"),
            ("Northwestern University", "en"),
            ("University of Santiago de Compostela", "en"),
            ("American University of Central Asia", "en"),
            ("Latin American Social Sciences Institute", "en"),
            ("Уральский федеральный университет", "ru"),
            ("Белорусско-Российский университет", "ru"),
            ("Kasachisch-Deutsche Universität", "de"),
            ("Театр «Варшава»", "ru"),
            ("Museum „Warschau“", "de"),
        ],
    )
    def test_what_may_be_another_place_is_asked(self, text: str, lang: str) -> None:
        assert "no-country" in [code for code, _ in told(text, lang)]


class TestParties:
    """The same in titles, where a country may stay open."""

    @pytest.mark.parametrize(
        ("text", "lang", "countries"),
        [
            (
                "Соглашение между Агентством Республики Казахстан по статистике и Польшей",
                "ru",
                ["KZ", "PL"],
            ),
            ("Agreement between the Peking University and York House", "en", ["CN", None]),
            (
                "Memorandum between the German Institute in Istanbul and the University of Bonn",
                "en",
                [None, "DE"],
            ),
            ("Договор между ЗАО «Атлант» и Варшавским университетом", "ru", [None, "PL"]),
        ],
    )
    def test_a_party_has_the_country_that_its_name_tells(
        self, text: str, lang: str, countries: list[str | None]
    ) -> None:
        assert [party.country for party in bl.parse_title(text, lang).parties] == countries


@pytest.mark.parametrize("name", ["Maritime Museum", "Midlands Museum", "Delta University"])
def test_a_word_that_many_bodies_have_in_their_names_tells_no_country(name: str) -> None:
    assert told(name, "en")[0][0] == "no-country"


@pytest.mark.parametrize(
    ("text", "lang", "country"),
    [
        # The State Department of one state is not that of another.
        ("Lithuanian State Department of Tourism", "en", "LT"),
        ("State Department", "en", "US"),
        # What is national is in the capital, and in no namesake of it.
        ("National Technical University of Athens", "en", "GR"),
        ("Capital City of Warsaw", "en", "PL"),
        ("Hauptstadt Warschau", "de", "PL"),
        # As they are called in German, and as at home.
        ("Stadt Kutaissi", "de", "GE"),
        ("Stadt Příbram", "de", "CZ"),
        ("Stadt Kromau (Moravský Krumlov)", "de", "CZ"),
        ("Enterprise Georgia", "en", "GE"),
    ],
)
def test_a_state_or_a_capital_tells_more_than_a_namesake(
    text: str, lang: str, country: str
) -> None:
    assert Partner.like(text, lang).country == country


def test_without_a_word_for_it_a_capital_may_be_a_namesake() -> None:
    assert told("University of Athens", "en") == [("no-country", "GR")]


@pytest.mark.parametrize(
    ("lang", "name", "country"),
    [
        ("ru", "Миланский университет", "IT"),
        ("ru", "Сумский национальный аграрный университет", "UA"),
        ("ru", "Башкирский государственный аграрный университет", "RU"),
        ("ru", "Моравский земский архив", "CZ"),
        ("de", "Lemberger Nationale Polytechnische Universität", "UA"),
        ("de", "Regionalrat von Transkarpatien", "UA"),
        ("de", "Staatliches Gebietsarchiv Litomerice", "CZ"),
        ("en", "Zakarpattia Regional Council", "UA"),
        ("en", "City Archive Ceske Budejovice", "CZ"),
    ],
)
def test_adjectives_and_towns_with_one_home_tell_it_however_they_are_written(
    lang: bl.Lang, name: str, country: str
) -> None:
    assert bl.Partner.like(name, lang).country == country
