"""A title with two sides is compared with the column of partners."""

import pytest

import bilateral as bl
from tests.intake.reading import codes, only

TITLE = "Memorandum between the Ministry of Health of Kazakhstan and {}"
HEALTH = "the Ministry of Health of Poland"


def row(other: str, partner: str, header: str = "Partner") -> list[str]:
    text = f"Title;{header};Signed\n{TITLE.format(other)};{partner};2001\n"
    return codes(only(text, "en", home="KZ")[1])


@pytest.mark.parametrize(
    ("other", "partner"),
    [
        (HEALTH, "Ministry of Health of Hungary"),
        (HEALTH, "Ministry of Culture of Poland"),
        (HEALTH, "Ministry of Finance of the Republic of Poland"),
        ("the University of Lodz (Poland)", "University of Szczecin, Poland"),
        ("the World Health Organization", "International Labour Organization"),
        ("the World Health Organization", "International Organisation of Birds"),
        ("Gomel Region (Belarus)", "Grodno Region, Belarus"),
        ("the City of Lodz", "Szczecin"),
    ],
)
def test_another_partner_in_the_column_is_asked_about(other: str, partner: str) -> None:
    assert row(other, partner) == ["different-sides"]


@pytest.mark.parametrize(
    ("other", "partner"),
    [
        (HEALTH, "Ministry of Health of Poland"),
        (HEALTH, "Poland"),
        (HEALTH, "Mazowieckie, Poland"),
        (HEALTH, "Jagiellonian University, Poland"),
        (HEALTH, "???"),
        ("the University of Lodz (Poland)", "Lodz University, Poland"),
        ("the Region of Smallville (Poland)", "Region of Littleville, Poland"),
    ],
)
def test_what_says_less_or_the_same_is_no_other_partner(other: str, partner: str) -> None:
    assert row(other, partner) == []


def test_a_title_in_doubt_is_not_compared() -> None:
    assert row("the Ministry of Nonsense", "Poland") != ["different-sides"]


def test_a_title_that_is_cut_inside_of_the_partner_leaves_it_to_its_column() -> None:
    home = bl.Partner("nba", "organisation", {"en": "National Bee Agency"}, country="PH")
    name = "Honey and Wax Bureau, City of Yokohama"
    text = f"Title;Counterpart;Country\nMoU between NBA and the {name};{name};Japan\n"
    [found], _ = bl.read_list(text, "en", home=home)
    own, other = found.partners
    assert (own.id, other.country) == ("nba", "JP")
    assert name.startswith(other.name.marked("en"))
