"""Titles with the names that states had: of treaty series, and of their peers of the past."""

from __future__ import annotations

import pytest

import bilateral as bl

_BETWEEN = {
    "de": "Vertrag zwischen der Schweiz und {}",
    "en": "Agreement between {} and Austria",
    "ru": "Соглашение между {} и Австрией",
}


def _party(lang: str, name: str) -> tuple[str | None, str | None, bool]:
    title = bl.parse_title(_BETWEEN[lang].format(name), lang)
    parties = [party for side in title.sides for party in side if party.country not in ("CH", "AT")]
    (party,) = parties
    return party.country, party.kind and str(party.kind), "sides" in title.uncertain


@pytest.mark.parametrize(
    ("lang", "name", "country"),
    [
        ("en", "the Irish Free State", "IE"),
        ("en", "the Spanish State", "ES"),
        ("en", "the Somali Republic", "SO"),
        ("en", "the Sultanate of Muscat and Oman", "OM"),
        ("en", "Great Britain and Northern Ireland", "GB"),
        ("en", "the Federation of Malaya", "MY"),
        ("en", "the Polish People's Republic", "PL"),
        ("en", "the German Reich", "DE"),
        ("de", "dem Irischen Freistaat", "IE"),
        ("de", "der Südafrikanischen Union", "ZA"),
        ("de", "der Birmanischen Union", "BU"),
        ("de", "Siam", "TH"),
        ("de", "dem Deutschen Reich", "DE"),
    ],
)
def test_a_state_is_known_by_a_name_that_it_had(lang: str, name: str, country: str) -> None:
    assert _party(lang, name) == (country, "state", False)


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "the Orange Free State"),
        ("en", "the Federation of Mali"),
        ("en", "the Government of the Kingdom of Yugoslavia"),
        ("de", "dem Königreich der Serben, Kroaten und Slowenen"),
        ("de", "Tanganjika"),
        ("de", "der Freien Stadt Danzig"),
        ("de", "der Jemenitischen Arabischen Republik"),
        ("ru", "Йеменской Арабской Республикой"),
    ],
)
def test_what_no_state_of_the_tables_was_is_none_of_them(lang: str, name: str) -> None:
    country, _, is_uncertain = _party(lang, name)
    assert (country, is_uncertain) == (None, True)


def test_a_body_in_what_was_a_state_stays_where_it_is() -> None:
    assert _party("en", "the Memorial University of Newfoundland")[0] == "CA"


def test_the_state_of_a_union_is_not_the_one_with_its_name() -> None:
    assert _party("en", "the Government of the State of Georgia")[0] == "US"
    assert _party("en", "the Government of the Republic of Georgia")[0] == "GE"


@pytest.mark.parametrize(
    ("name", "country", "marks"),
    [
        ("the Ukrainian Railways Ukrzaliznytsia (UZ)", "UA", ["sides"]),
        ("Latvian National Library (NB)", "LV", []),
        ("Kharkiv Aviation Institute (KH)", "UA", ["sides"]),
        # Only an adjective says so, which may be but its name.
        ("the American University (KG)", None, ["sides"]),
        ("the Technical University of Varna (BG)", "BG", []),
        ("the University of Georgia (US)", "US", []),
    ],
)
def test_initials_behind_a_name_that_says_where_it_is_are_no_sign(
    name: str, country: str | None, marks: list[str]
) -> None:
    title = bl.parse_title(f"Agreement between {name} and the University of Oslo", "en")
    assert title.sides[0][0].country == country
    assert [*title.uncertain] == marks


def test_a_noun_in_the_plural_may_be_that_of_one_body() -> None:
    title = bl.parse_title("Vertrag zwischen den Staatlichen Museen zu Berlin und dem Louvre", "de")
    assert [side[0].text for side in title.sides] == ["Staatlichen Museen zu Berlin", "Louvre"]
    title = bl.parse_title("Vertrag zwischen den Stadtwerken Bonn und Krakau", "de")
    assert [side[0].text for side in title.sides] == ["Bonn", "Krakau"]


def test_governments_share_their_noun_whatever_their_units_are_called() -> None:
    text = "Abkommen zwischen den Regierungen des Landes Tirol und der Provinz Québec"
    kinds = [side[0].kind for side in bl.parse_title(text, "de").sides]
    assert kinds == ["regional_executive"] * 2


@pytest.mark.parametrize(
    ("lang", "text", "ministry"),
    [
        (
            "en",
            "Plan between Laos and the Thai Ministry of Youth, Culture and Sports for 2016-2020",
            "Thai Ministry of Youth, Culture and Sports",
        ),
        (
            "en",
            "Plan between Laos and the Thai Ministry of Youth, Culture and Sports. Signed at Hanoi"
            " on 3 May 2001",
            "Thai Ministry of Youth, Culture and Sports",
        ),
        (
            "en",
            "Plan between Laos and the Thai Secretariat of Energy, Climate and Water, 2020-2024",
            "Thai Secretariat of Energy, Climate and Water",
        ),
        (
            "de",
            "Plan zwischen Laos und dem Ministerium für Kultur, Sport und Tourismus für 2016–2020",
            "Ministerium für Kultur, Sport und Tourismus",
        ),
        (
            "ru",
            "План между Лаосом и тайским Министерством культуры, спорта и туризма на 2020 год",
            "тайским Министерством культуры, спорта и туризма",
        ),
    ],
)
def test_a_period_does_not_cut_what_a_ministry_is_of(lang: str, text: str, ministry: str) -> None:
    title = bl.parse_title(text, lang)
    assert title.sides[-1][0].text == ministry
    assert title.subject is None


@pytest.mark.parametrize(
    "text",
    [
        "Plan between Laos and Egypt, Culture and Sports",
        "Plan between the City of Oslo and the City of Warsaw, Culture and Sports, 2012",
        "Plan between the University of Oslo and the University of Warsaw, Culture and Sports",
    ],
)
def test_fields_behind_the_name_of_a_place_are_the_subject(text: str) -> None:
    assert bl.parse_title(text, "en").subject == "Culture and Sports"
