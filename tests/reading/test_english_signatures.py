"""Where and when English titles say that they were signed, and firms and bodies by their nouns."""

from __future__ import annotations

import pytest

import bilateral as bl

_TREATY = "Agreement between India and Brazil on fisheries"


@pytest.mark.parametrize(
    "date",
    [
        "signed on 23rd June, 2003",
        "signed on 23 June, 2003",
        "signed on the 23rd of June, 2003",
        "23rd June, 2003",
        "June 23rd, 2003",
    ],
)
def test_a_comma_before_the_year_belongs_to_the_date(date: str) -> None:
    title = bl.parse_title(f"{_TREATY}, {date}", "en")
    assert (str(title.date), title.subject) == ("2003-06-23", "fisheries")


@pytest.mark.parametrize(
    "place",
    [
        "Port Vila",
        "Cape Town",
        "Kuwait City",
        "The Hague",
        "at The Hague",
        "New Delhi, India",
        "Portland, Oregon",
        "Washington, D.C.",
        "Geneva",
    ],
)
def test_the_place_of_signature_is_no_subject(place: str) -> None:
    title = bl.parse_title(f"{_TREATY}, {place}, 3 June 2003", "en")
    assert (title.subject, title.rest) == ("fisheries", (place.rstrip("."),))
    assert [one.code for one in title.sectors] == ["fisheries"]


@pytest.mark.parametrize(
    "text",
    [
        "Agreement on health between India and Peru, 3 June 2003",
        "MoU between the University of Lima and the Bank (Peru, 3 June 2003)",
        "MoU between Fudan University and University of Lima, Peru, 3 June 2003",
    ],
)
def test_a_country_without_a_town_before_it_is_no_place_of_signature(text: str) -> None:
    assert "Peru" not in bl.parse_title(text, "en").rest


@pytest.mark.parametrize(
    "text", ["Eesti Gaas AS", "Landsvirkjun hf.", "Reykjavik Geothermal ehf.", "Empresa Nacional"]
)
def test_a_firm_is_known_by_its_legal_form(text: str) -> None:
    title = bl.parse_title(f"MoU between Telenor ASA and {text} on smart grids", "en")
    assert [str(one.kind) for one in title.parties] == ["company", "company"]
    assert (title.parties[1].text.rstrip("."), title.subject) == (text.rstrip("."), "smart grids")


def test_in_capitals_as_is_no_legal_form() -> None:
    title = bl.parse_title("AGREEMENT BETWEEN FRANCE AND SPAIN AS REGARDS FISHERIES", "en")
    assert [one.text for one in title.parties] == ["FRANCE", "SPAIN"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Public Ministry of Romania", "public_body"),
        ("Food Safety Inspection Body of Armenia", "public_body"),
        ("State Labour Inspection of Georgia", "public_body"),
        ("Attorney General of Peru", "public_body"),
        ("Maritime and Port Authority of Singapore", "public_body"),
        ("Brazilian Agricultural Research Corporation", "research_institute"),
        ("Guyana Technical Training Institute", "school"),
        ("Public Service Media of Maldives", "broadcaster"),
        ("Sri Lanka Rupavahini Corporation", "broadcaster"),
        ("Department of National Defense of the Philippines", "ministry"),
        ("Port of Colombo", "company"),
    ],
)
def test_a_body_is_what_the_whole_of_its_noun_says(name: str, kind: str) -> None:
    title = bl.parse_title(f"MoU between the Hamburg Port Authority and the {name}", "en")
    assert (title.parties[1].text, str(title.parties[1].kind)) == (name, kind)


def test_exchange_of_information_may_be_about_anything() -> None:
    title = bl.parse_title("MoU on exchange of information between India and Peru", "en")
    assert not title.sectors
    assert title.uncertain == {"sectors"}
    fintech = bl.parse_title("MoU between India and Peru on information exchange on fintech", "en")
    assert [one.code for one in fintech.sectors] == ["finance"]


def test_a_river_says_nothing_beside_another_field() -> None:
    for about, field in (("the Danube", "water_resources"), ("a bridge over it", "transport")):
        text = f"Agreement on {about.replace('it', 'the Danube')} between Romania and Serbia"
        assert [one.code for one in bl.parse_title(text, "en").sectors] == [field]


def test_what_a_title_says_behind_its_parties_is_no_part_of_the_subject_before_them() -> None:
    text = "Agreement on fisheries between Australia and Japan concerning tuna"
    title = bl.parse_title(text, "en")
    assert (title.subject, title.rest) == ("fisheries", ("tuna",))


def test_an_organisation_may_say_what_it_is_for() -> None:
    name = "Saudi Organization for Chartered and Professional Accountants"
    title = bl.parse_title(f"MoU between the Law Society of Ireland and the {name}", "en")
    assert title.parties[1].text == name
