"""Titles of bodies that are no ministries: chambers, museums, ports, firms, towns."""

from __future__ import annotations

import pytest

import bilateral as bl


def _texts(title: str, lang: str = "en") -> list[str]:
    return [party.text for party in bl.parse_title(title, lang).parties]


def _party(text: str) -> bl.Party:
    title = bl.parse_title(f"MoU between {text} and the Ministry of Health of Chad", "en")
    first, _ = title.parties
    return first


@pytest.mark.parametrize(
    "name",
    [
        "Joint Stock Company ‘Russian Railways’",
        "JSC 'Trade and Transport'",
        'JSC "NC "Kazakhstan Temir Zholy"',
        "‘Belenergo and Partners’ State Enterprise",
        '"Trade" Ltd',
        "Teachers' Union of Ghana",
    ],
)
def test_a_name_keeps_its_quotes(name: str) -> None:
    title = f"MoU between {name} and the University of Ghana on training"
    assert _texts(title)[0] == name


def test_a_quote_that_closes_nothing_and_one_that_stays_open_hide_no_words() -> None:
    title = "MoU between the Emirate of ‘Ajman and the University of Ghana"
    assert _texts(title)[1] == "University of Ghana"


def test_quotes_within_others_that_close_with_one_are_closed() -> None:
    title = "Соглашение между АО «НК «ҚТЖ» и ОАО «РЖД» о перевозках"
    assert [text.partition(" ")[0] for text in _texts(title, "ru")] == ["АО", "ОАО"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the Chamber of Commerce Industry and Mines of Tabriz, Iran", "chamber"),
        ("the Mandaue Chamber of Commerce and Industry Inc.", "chamber"),
        ("the Min of Mines of Peru", "ministry"),
    ],
)
def test_a_body_is_what_its_first_noun_says(name: str, kind: str) -> None:
    assert _party(name).kind == kind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kenya Agricultural and Livestock Research Organization", "Wageningen University"),
        ("Maritime and Port Authority of Singapore", "Port of Rotterdam Authority"),
        ("Marks and Spencer plc", "Hung Hing Garments Ltd"),
        ("Archives and Records Service of Ghana", "Riksarkivet"),
        ("Natural History Museum, London", "Museum für Naturkunde, Berlin"),
    ],
)
def test_and_within_a_name_does_not_split_it(first: str, second: str) -> None:
    assert _texts(f"Agreement between the {first} and {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second", "countries"),
    [
        ("Kirkcaldy, Scotland", "Ingolstadt, Germany", ["GB", "DE"]),
        ("Parramatta, New South Wales", "Wuxi, Jiangsu", ["AU", "CN"]),
        ("Nanaimo, British Columbia", "Saikai, Nagasaki Prefecture", ["CA", "JP"]),
    ],
)
def test_a_town_has_its_unit_behind_a_comma(first: str, second: str, countries: list[str]) -> None:
    title = bl.parse_title(f"Twinning Agreement between {first}, and {second}", "en")
    assert [party.text for party in title.parties] == [first, second]
    assert [party.country for party in title.parties] == countries


def test_a_unit_that_a_town_is_called_like_is_another_party() -> None:
    title = bl.parse_title("Agreement between Weimar, Bremen and Prague", "en")
    assert "Bremen" in [party.text for party in title.parties]


def test_names_in_an_agreement_of_towns_are_towns() -> None:
    title = bl.parse_title("Sister City Agreement between Tempe and Ashikaga", "en")
    assert [party.kind for party in title.parties] == ["city", "city"]
    title = bl.parse_title("Twinning Agreement between Tempe and Ashikaga", "en")
    assert [party.kind for party in title.parties] == [None, None]
    title = bl.parse_title("Sister City Agreement between Tempe and the Oslo Organization", "en")
    assert [party.kind for party in title.parties] == ["city", None]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ohio State University", "US"),
        ("the Royal Ontario Museum", "CA"),
        ("Punjab University", None),
        ("the University of Georgia", None),
        ("the University of Georgia, Tbilisi", "GE"),
        ("Tbilisi State University of Georgia", "GE"),
        ("the Penguin Books of Ohio", "US"),
    ],
)
def test_the_unit_in_the_name_of_a_body_tells_its_country(name: str, country: str | None) -> None:
    assert _party(name).country == country


def test_a_university_with_the_name_of_a_state_and_of_another_ones_unit_is_asked_for() -> None:
    title = bl.parse_title("MoU between Georgia Southern University and Oslo University", "en")
    assert "sides" in title.uncertain


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("MoU, City of Portland and Port of Kobe, May 2020", ["City of Portland", "Port of Kobe"]),
        (
            "MoU, Zoo Leipzig (ZL) and Prado Museum on cranes",
            ["Zoo Leipzig (ZL)", "Prado Museum"],
        ),
        ("Convention, Commerce and Navigation", []),
        ("Convention, Commerce", []),
    ],
)
def test_two_bodies_right_behind_the_kind_are_the_parties(title: str, texts: list[str]) -> None:
    assert _texts(title) == texts


@pytest.mark.parametrize(
    ("end", "period"),
    [
        (", valid from 1 September 2023 to 31 August 2028", "2023-09-01/2028-08-31"),
        (" (valid 2021-2024)", "2021/2024"),
        (", validity 2021-2026", "2021/2026"),
        (", with effect from 2023", "2023/.."),
    ],
)
def test_a_period_takes_the_words_that_say_it_is_one(end: str, period: str) -> None:
    title = bl.parse_title(f"Agreement on student exchange between Norway and Chad{end}", "en")
    assert (title.subject, str(title.period)) == ("student exchange", period)
    assert not title.rest


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Cooperation on archives", "archives"),
        ("Cooperation in tourism", "Cooperation in tourism"),
        ("Cooperation", "Cooperation"),
    ],
)
def test_cooperation_on_something_is_about_that(words: str, subject: str) -> None:
    title = bl.parse_title(f"Memorandum of {words} between Norway and Chad", "en")
    assert title.subject == subject


def test_a_numbered_annex_is_asked_for() -> None:
    title = bl.parse_title("Annex No. 2 to the Agreement between Norway and Chad", "en")
    assert "kind" in title.uncertain


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the City of Hamburg Fire Department", "public_body"),
        ("the Province of Bolzano Chamber of Commerce", "chamber"),
        ("the Autonomous Region of Madeira Government", "regional_executive"),
        ("the City of London Corporation", "city"),
        ("the City of Cape Town Municipality", "city"),
        ("Lahti Region Educational Unison", None),
        ("Region Skåne", "region"),
    ],
)
def test_the_last_noun_tells_the_body_of_a_unit(name: str, kind: str | None) -> None:
    assert _party(name).kind == kind


def test_a_body_with_an_adjective_of_a_place_says_what_it_is_for() -> None:
    title = "MoU between the Bavarian Institute for Applied Ecology and the University of Ghana"
    assert _texts(title)[0] == "Bavarian Institute for Applied Ecology"


@pytest.mark.parametrize(
    ("first", "is_asked"),
    [
        ("Lima Stock Exchange, Santiago Stock Exchange", True),
        ("Faculty of Law, University of Ghana", False),
        ("University of Ghana, Legon", False),
    ],
)
def test_several_bodies_in_one_name_are_asked_for(first: str, *, is_asked: bool) -> None:
    title = bl.parse_title(f"MoU between {first} and Colombia Stock Exchange", "en")
    assert ("sides" in title.uncertain) is is_asked


@pytest.mark.parametrize("name", ["Bhutan Archery Federation", "Korea Rowing Association"])
def test_a_sport_before_its_noun_makes_an_association_a_sports_body(name: str) -> None:
    assert _party(f"the {name}").kind is bl.PartnerKind.SPORTS_BODY


@pytest.mark.parametrize(
    "name",
    [
        "Aster Medcity Hospital, Kochi",
        "Kyoto University, Graduate School of Engineering",
        "UNESCO, Paris",
    ],
)
def test_a_place_or_a_part_behind_a_body_belongs_to_it_up_to_the_subject(name: str) -> None:
    title = bl.parse_title(f"MoU between the Ministry of Health of Chad and {name} on care", "en")
    assert title.parties[1].text == name
    assert title.subject == "care"


@pytest.mark.parametrize(
    "name", ["Christ Hospital, Kochi and Oslo University", "Peru, Lima Town", "Christ Hospital, in"]
)
def test_other_words_behind_a_comma_are_no_place_of_a_body(name: str) -> None:
    title = bl.parse_title(f"MoU between Chad and {name} on care", "en")
    assert name not in [party.text for party in title.parties]


def test_an_organisation_of_states_is_in_no_country_of_its_town() -> None:
    party = _party("the World Food Programme, Rome")
    assert (party.kind, party.country) == ("international_org", None)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Interstate Aviation Committee", "international_org", None),
        ("International Seabed Authority", "international_org", None),
        ("Intergovernmental Authority on Development", "international_org", None),
        ("International Commission for the Protection of Birds", "international_org", None),
        ("Niger Basin Authority", "international_org", None),
        ("Indian Ocean Commission", "international_org", None),
        ("Secretariat of the Pacific Community", "international_org", None),
        ("EFTA States", "international_org", None),
        ("Niger Delta Development Commission", "public_body", "NG"),
        ("Benin City Chamber of Commerce", "chamber", "NG"),
        ("Water Resources Authority", "public_body", None),
        ("House of Councillors of Morocco", "parliament", "MA"),
        ("Financial Intelligence Unit of Ghana", "public_body", "GH"),
        ("Municipal Corporation of Pune", "municipality", "IN"),
        ("Queen Mary Hospital", "hospital", "HK"),
        ("St. Florence Hospital", "hospital", None),
        ("Syracuse University", "university", "US"),
    ],
)
def test_a_body_is_of_several_states_or_of_the_one_that_its_place_is_in(
    name: str, kind: str, country: str | None
) -> None:
    party = _party(f"the {name}")
    assert (party.text, party.kind, party.country) == (name, kind, country)


def test_a_bare_name_in_an_agreement_of_towns_is_the_town_and_not_the_region() -> None:
    title = bl.parse_title("Sister City Agreement between Okayama and Hiroshima", "en")
    assert [(one.kind, one.country) for one in title.parties] == [("city", "JP")] * 2
    title = bl.parse_title("Twinning Agreement between Salamanca and the Coimbra Region", "en")
    assert "sides" in title.uncertain
    title = bl.parse_title("Twinning Agreement between the Moscow Region and Lyon", "en")
    assert [party.kind for party in title.parties] == ["region", "city"]


def test_the_unit_behind_a_town_tells_where_it_is() -> None:
    title = bl.parse_title("Sister City Agreement between Panama City, Florida and Leeds", "en")
    assert [(one.kind, one.country) for one in title.parties] == [("city", "US"), ("city", "GB")]
    title = bl.parse_title("Sister City Agreement between San José and Leeds", "en")
    assert "sides" in title.uncertain


def test_states_that_units_are_called_like_are_states_beside_each_other() -> None:
    title = bl.parse_title("Agreement between Niger and Luxembourg on tourism", "en")
    assert [party.country for party in title.parties] == ["NE", "LU"]
    assert not title.uncertain
    title = bl.parse_title("Agreement between Georgia and Niger on tourism", "en")
    assert "sides" in title.uncertain


def test_two_sides_of_one_country_are_asked_for() -> None:
    text = "MoU between the Bergen Archive and Library – Oslo University"
    assert "sides" in bl.parse_title(text, "en").uncertain


def test_and_behind_the_noun_of_a_body_may_join_what_a_dash_does_not() -> None:
    text = "MoU between Oslo University and Technion – Israel Institute of Technology"
    assert "sides" in bl.parse_title(text, "en").uncertain


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Paris Junior College", None),
        ("Rome High School (RHS)", None),
        ("Athens Hospital", None),
        ("Athens State University", None),
        ("Lebanon Community Hospital", None),
        ("Paris Junior College, Texas", "US"),
        ("Athens University", "GR"),
        ("Paris School of Economics", "FR"),
        ("Lima City Hospital No. 5", "PE"),
        ("Kyiv High School", "UA"),
        ("London Health Sciences Centre", "CA"),
    ],
)
def test_what_many_towns_have_is_not_certainly_in_the_largest_one(
    name: str, country: str | None
) -> None:
    title = bl.parse_title(f"Agreement between {name} and the University of Bergen", "en")
    first, _ = title.parties
    assert (first.text, first.country) == (name, country)
    assert ("sides" in title.uncertain) is (country is None)


@pytest.mark.parametrize(
    ("second", "text"),
    [
        ("the University of Oslo, Faculty of Medicine", "University of Oslo, Faculty of Medicine"),
        ("the University of Oslo, Norway, Department of Law, 5 May 2015", None),
        ("Norway, Department of Law", "Norway"),
        ("the University of Oslo: Faculty of Medicine", "University of Oslo"),
    ],
)
def test_the_unit_behind_the_last_body_is_part_of_it(second: str, text: str | None) -> None:
    title = bl.parse_title(f"Agreement between Addis Ababa University and {second}", "en")
    expected = text or "University of Oslo, Norway, Department of Law"
    assert title.parties[-1].text == expected


@pytest.mark.parametrize("mark", [" – ", "–", " / "])
def test_and_between_two_fields_before_a_dash_joins_no_parties(mark: str) -> None:
    text = f"MoU, Hanoi University of Science and Technology{mark}Osaka University"
    title = bl.parse_title(text, "en")
    assert [party.country for party in title.parties] == ["VN", "JP"]
    assert title.parties[1].text == "Osaka University"


def test_a_firm_has_no_twin_town() -> None:
    title = bl.parse_title("Sister City Agreement between Leeds and Hitachi, Japan", "en")
    assert "sides" in title.uncertain
    title = bl.parse_title("Agreement between Leeds City Council and Hitachi, Japan", "en")
    assert title.parties[1].kind == "company"


def test_the_end_of_a_name_of_firms_begins_no_subject() -> None:
    title = bl.parse_title("MoU between Munich Re and Swiss Re", "en")
    assert _texts("MoU between Munich Re and Swiss Re") == ["Munich Re", "Swiss Re"]
    assert title.subject is None
