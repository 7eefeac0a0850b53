"""What has a country's code of its own has it also where a list names the state it lies in."""

import pytest

from bilateral.reference.territories import lies_in
from tests.intake.reading import agreement, codes, ids, only

TEXT = "Partner;Country;Type\n{};{};MoU\n"


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("University of Hong Kong", "China", "hk-university-of-hong-kong"),
        (
            "Chinese University of Hong Kong",
            "Hong Kong SAR, China",
            "hk-chinese-university-of-hong-kong",
        ),
        ("University of Macau", "PR China", "mo-university-of-macau"),
        ("University of Puerto Rico", "USA", "pr-university"),
        ("Peking University", "China", "cn-peking-university"),
    ],
)
def test_hong_kong_is_in_china(name: str, country: str, id: str) -> None:
    found = agreement(TEXT.format(name, country), "en", home="University of Malta")
    assert ids(found)[1] == [id]


def test_it_is_a_twin_town_in_china() -> None:
    found = agreement("Town;Country\nHong Kong;China\n", "en", home="Cork", kind="twinning")
    assert found.sides[1].partners[0].country == "HK"


def test_another_country_is_not() -> None:
    _, row = only("Title;Country\nAgreement between Malta and India on trade;USA\n", "en")
    assert codes(row) == ["different-sides"]
    assert not any(lies_in(*pair) for pair in (("IN", "US"), ("ML", "GN"), ("MS", "US")))


def test_the_code_of_a_country_is_no_name_of_a_place_elsewhere() -> None:
    title = "Agreement between Malta and Bosnia and Herzegovina on trade"
    found = agreement(f"Title;Country\n{title};BA\n", "en")
    assert ids(found)[1] == ["ba"]
