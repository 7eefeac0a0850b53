"""A list tells where its places are: what has one in its name is there, too."""

import pytest

import bilateral as bl
from bilateral.intake.told_places import ToldPlaces
from bilateral.reading.parties import Party

VILJANDI = bl.Partner.like("Town of Viljandi", "en", country="EE")


def others(*lines: str) -> list[bl.Partner]:
    """The other sides of the rows of the list of a town, about which there is nothing to ask."""
    dossier, review = bl.read_list("\n".join(lines), "en", home=VILJANDI)
    assert not [row for row in review if row.questions]
    return [one.sides[1].partners[0] for one in dossier.agreements]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Agreement with the Porvoo Museum on museums, 2019", "museum"),
        ("Agreement with Porvoo City Library on schools, 2019", "public_body"),
        ("Agreement with Porvoo on youth exchange, 2019", "city"),
    ],
)
def test_what_has_a_place_in_its_name_is_where_the_list_has_that(line: str, kind: str) -> None:
    first, other = others("Twinning agreement with Porvoo (Finland), 1961", line)
    assert (first.id, first.kind, first.country) == ("fi-porvoo", bl.PartnerKind.CITY, "FI")
    assert (other.kind.value, other.country) == (kind, "FI")
    assert kind != "city" or other == first


def test_a_place_has_the_sign_of_its_country() -> None:
    lines = ("Twinning with Ahrensburg (DE), 1989", "Twinning with Porvoo (FI), 1961")
    assert [one.id for one in others(*lines)] == ["de-ahrensburg", "fi-porvoo"]


def test_a_place_that_a_list_has_in_two_countries_tells_none() -> None:
    lines = ("Twinning with Otava (Finland), 1961", "Twinning with Otava (Germany), 1962")
    _, review = bl.read_list(
        "\n".join((*lines, "Agreement with Otava Museum, 1999")), "en", home=VILJANDI
    )
    assert [problem.code for problem in review.rows[-1].questions] == ["no-country-known"]


def test_only_a_place_with_its_country_is_learnt() -> None:
    places = ToldPlaces("en")
    for party in (Party("Porvoo"), Party("Porvoo (Narnia)"), Party("Tartu, Tallinn")):
        places.learn([party])
    assert (places.whole("Porvoo"), places.country_in("Porvoo Museum")) == (None, None)


def test_a_place_beside_another_of_its_name_is_not_told_by_that() -> None:
    line = "Agreement between the Town of Otava and the Town of Otava (Finland), 2012\n"
    assert not bl.read_list(line, "en").dossier
    (found,) = bl.read_list(line, "en", home="EE").dossier.agreements
    assert [[one.country for one in side] for side in found.sides] == [["EE"], ["FI"]]


def test_a_name_is_written_as_where_no_word_rules_it() -> None:
    places = ToldPlaces("ru")
    places.learn([Party("Ловечем (Болгария)", case="ins", country="BG")])
    assert (places.whole("Ловечем"), places.country_in("музеем Ловеча")) == (None, "BG")
    places.learn([Party("Ловеч (Болгария)", country="BG")])
    assert places.whole("Ловечем") == "Ловеч (Болгария)"


SYKTYVKAR = bl.Partner.like("Сыктывкар", "ru")


def russian_others(*lines: str) -> list[str]:
    """The other towns in a Russian list, about which there is nothing to ask."""
    dossier, review = bl.read_list("\n".join(("Связи", *lines)), "ru", home=SYKTYVKAR)
    assert not [row for row in review if row.questions]
    return [one.sides[1].partners[0].name.marked("ru") for one in dossier.agreements]


def test_a_name_in_another_case_is_called_as_the_list_calls_it_elsewhere() -> None:
    lines = (
        "Договор между Сыктывкаром и Ловечем (Болгария), 2014",
        "Договор о спорте с Ловечем, 2015",
        "Договор о музеях с общиной Ловеч, 2016",
    )
    assert russian_others(*lines) == ["Ловеч", "Ловеч", "община Ловеч"]


def test_a_name_that_is_the_same_in_all_cases_is_its_own_nominative() -> None:
    lines = ("Протокол с Кухмо (Финляндия) о спорте, 2019", "Протокол с Кухмо о музеях, 2020")
    assert russian_others(*lines) == ["Кухмо", "Кухмо"]


def test_no_case_of_a_name_is_taken_for_the_nominative_of_another() -> None:
    places = ToldPlaces("ru")
    places.hear("Протокол с общиной Ловечем, музей Ловеча")
    assert places.as_called("Ловечу", "dat") is None
    assert places.as_called("Ловеч и Ловечем", "ins") is None
