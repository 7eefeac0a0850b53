"""Words of another language, towns and saints in the names of bodies."""

import pytest

import bilateral as bl
from bilateral.reading.parties import read_party


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Georgian Railway JSC", "company", "GE"),
        ("South African Weather Service", "public_body", "ZA"),
        ("University of Cyprus", "university", "CY"),
        ("Liechtensteiner Fussballverband", "sports_body", "LI"),
        ("Bundesgymnasium Bludenz", "school", "AT"),
        ("Deutschsprachige Gemeinschaft Belgiens", "region", "BE"),
        ("Landkreis Uelzen", "district", "DE"),
    ],
)
def test_a_name_tells_its_country_in_german(name, kind, country):
    party = read_party(name, "de", None)

    assert (party.kind, party.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Pfarrgemeinde Sankt Martin", None),
        ("Pfarrei St. Lucia, Bonn", "DE"),
        ("Krankenhaus Lienz", "AT"),
        ("Universität St. Martin", "MF"),
    ],
)
def test_the_saint_of_a_parish_is_no_country(name, country):
    assert read_party(name, "de", None).country == country


@pytest.mark.parametrize(
    ("second", "texts"),
    [
        ("Museo de la Nación, Arequipa", ["Museo de la Nación, Arequipa"]),
        ("Museo de la Nación, ORF", ["Museo de la Nación"]),
    ],
)
def test_a_town_behind_a_body_belongs_to_its_name(second, texts):
    title = bl.parse_title(f"Leihvertrag zwischen dem Linden-Museum und dem {second}", "de")

    assert [party.text for party in title.sides[1]] == texts


def test_no_german_landmark_is_in_two_countries():
    from bilateral import reference
    from bilateral.tables import listed, tables_of

    homes = {}
    for rows in (reference.landmarks(), tables_of("de").rows("landmarks")):
        for code, row in rows.items():
            for name in listed(row["names"]):
                homes.setdefault(name.casefold(), set()).add(code[:2])
    assert [name for name, several in homes.items() if len(several) > 1] == []
