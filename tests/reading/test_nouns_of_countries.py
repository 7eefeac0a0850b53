"""Nouns of bodies in the language of one country, elided names, councils of places."""

import pytest

from bilateral.reading.parties import read_party


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Härnösands Musikskola", "school", "SE"),
        ("Szkoła Podstawowa Nr 3 w Bielawie", "school", "PL"),
        ("Kultuurikeskus", "public_body", "EE"),
        # In several countries, or in another one.
        ("Gymnázium Frýdlant", "school", None),
        ("Instituto Politécnico Nacional", "university", None),
        ("Helsinki Stadsbibliotek", "public_body", "FI"),
        # Behind what French leaves of a word.
        ("Université d'Antananarivo", "university", "MG"),
        ("Chambre de Commerce d’Abidjan", "chamber", "CI"),
        ("Xi'an University", "university", "CN"),
    ],
)
def test_a_noun_of_one_country_tells_that(name: str, kind: str, country: str | None) -> None:
    found = read_party(name, "en", None)
    assert (str(found.kind), found.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Highland Council", "regional_council"),
        ("Argyll & Bute Council", "regional_council"),
        ("Wellington Council", "city_council"),
        ("Nordic Council", None),
        ("Arts Council of Wales", "public_body"),
        ("Kansas Arts Council", "public_body"),
        ("Kansas Forum", None),
        ("Kansas Centre", None),
    ],
)
def test_the_council_of_a_place_is_its_own(name: str, kind: str | None) -> None:
    found = read_party(name, "en", None).kind
    assert (found and str(found)) == kind


def test_where_the_noun_stands_first_no_place_is_before_it() -> None:
    assert read_party("Совет Минска", "ru", None).country == "BY"
