"""Towns, adjectives of other languages and famous bodies tell a country, and a kind."""

import pytest

import bilateral as bl
from bilateral import reference
from bilateral.reading.parties import read_party
from bilateral.tables import listed, tables_of


@pytest.mark.parametrize(
    ("lang", "name", "kind", "country"),
    [
        ("en", "KfW", "bank", "DE"),
        ("en", "Universidad Mayor de San Simón", "university", "BO"),
        ("en", "Museo Mayor", "museum", None),
        ("en", "Mayo Clinic", "hospital", "US"),
        ("en", "Bibliotheca Alexandrina (BA)", "public_body", "EG"),
        ("en", "State Library of New South Wales", "public_body", "AU"),
        ("en", "Department of Bas-Rhin", "region", "FR"),
        ("en", "Tomsk Oblast Duma", "regional_council", "RU"),
        ("de", "Tsinghua-Universität", "university", "CN"),
        ("de", "Fédération française de judo", "sports_body", "FR"),
        ("de", "Kirchengemeinde St. Marien Zwickau", "association", "DE"),
        ("ru", "Ургенчский государственный университет", "university", "UZ"),
        ("ru", "Университет Нагасаки", "university", "JP"),
        ("ru", "Карловым университетом", "university", "CZ"),
        ("ru", "Масарикова университета", "university", "CZ"),
        ("ru", "Каролинским институтом", "university", "SE"),
        ("ru", "Институтом Пауля Эрлиха", "research_institute", "DE"),
        ("ru", "Немецким кардиохирургическим центром", "hospital", "DE"),
        ("ru", "Литовским центром общественного здоровья", "public_body", "LT"),
        ("ru", "Федерация кураша Узбекистана", "sports_body", "UZ"),
    ],
)
def test_a_name_tells_its_kind_and_country(lang, name, kind, country):
    party = read_party(name, lang, None)

    assert (party.kind, party.country) == (kind, country)


def test_what_is_behind_a_famous_name_may_be_another_body():
    assert read_party("Siemens Museum", "en", None).kind == "museum"


def test_a_famous_firm_is_where_it_is_known_to_be():
    assert bl.Partner.like("ОАО «БелАЗ»", "ru").country == "BY"
    assert bl.Partner.like("Mayo Clinic", "en").country == "US"


def test_no_landmark_is_in_two_countries():
    for rows in (reference.landmarks(), tables_of("ru").rows("landmarks")):
        homes = {}
        for code, row in rows.items():
            for name in listed(row["names"]):
                homes.setdefault(name.casefold(), set()).add(code[:2])
        assert [name for name, several in homes.items() if len(several) > 1] == []


def test_landmarks_are_of_known_countries_and_kinds():
    kinds = {"adjective", "noun", "town", *map(str, bl.PartnerKind)}
    for rows in (reference.landmarks(), tables_of("ru").rows("landmarks")):
        for code in rows:
            country, _, what = code.partition(".")
            assert country in reference.countries()
            assert what in kinds


def test_adjectives_of_regions_tell_whose_a_body_is_and_those_that_are_surnames_do_not() -> None:
    names = ("Flemish Opera", "Bavarian State Library", "Lombard Odier Bank")
    titles = (bl.parse_title(f"MoU between Minsk and the {name}", "en") for name in names)
    assert [title.parties[1].country for title in titles] == ["BE", "DE", None]
