"""The sides of an agreement: who is on which, and what level they have."""

import pytest

from bilateral import Agreement, Event, Partner, ValidationError
from tests.conftest import problems_of

SIDES = (Partner.state("BY"), Partner.state("KZ"))


class TestSides:
    @pytest.mark.parametrize(
        ("x", "y", "fits"),
        [
            ("BY", "KZ", True),
            ("KZ", "BY", True),
            (SIDES[0], "kz", True),
            ("kz", SIDES[0], True),
            ("BY", "BY", False),
            ("KZ", "KZ", False),
            ("BY", "DE", False),
            ("DE", "BY", False),
            ("KZ", "DE", False),
            ("DE", "KZ", False),
            ("DE", "DE", False),
        ],
    )
    def test_between_is_one_on_each_side_in_whatever_order(self, x, y, fits):
        assert Agreement("a", "mou", SIDES).between(x, y) is fits

    def test_nobody_can_be_on_both_sides(self):
        """Each of those who are is a problem."""
        one, other, third = (Partner.state(code) for code in ("BY", "KZ", "DE"))
        with pytest.raises(ValidationError) as caught:
            Agreement("a", "mou", [[one, other], [third, other, one]])
        assert [(at.where, at.code, at.value) for at in caught.value.problems] == [
            ("sides[1][1]", "partner-on-both-sides", "kz"),
            ("sides[1][2]", "partner-on-both-sides", "by"),
        ]

    @pytest.mark.parametrize(
        ("kinds", "level"),
        [
            (("state", "state"), "inter_state"),
            (("state", "head_of_state"), "inter_state"),
            (("government", "government"), "intergovernmental"),
            (("ministry", "state_committee"), "interagency"),
            (("region", "regional_executive"), "interregional"),
            (("regional_council", "regional_council"), "interregional"),
            (("city", "city_executive"), "intermunicipal"),
            (("city_council", "district"), "intermunicipal"),
            (("district_executive", "municipality"), "intermunicipal"),
            (("government", "regional_executive"), None),
            (("company", "company"), None),
            (("company", "university"), None),
        ],
    )
    def test_the_level_is_that_of_all_its_partners(self, kinds, level):
        sides = [
            Partner(f"p{number}", kind, {"en": "X"}, country="BY")
            for number, kind in enumerate(kinds)
        ]
        assert Agreement("a", "mou", sides).level == level


def test_one_side_is_a_problem_and_no_crash(minsk):
    """Whatever else the record has."""
    with pytest.raises(ValidationError) as caught:
        Agreement("a", "mou", [minsk], events=[Event("negotiated", by=minsk)])
    assert problems_of(caught) == [("sides", "two-sides")]


@pytest.mark.parametrize(
    ("sides", "hints"),
    [
        (("BY", "KZ"), ['Partner.state("BY")', 'Partner.state("KZ")']),
        ((["BY-HM"], ["KZ", "x"]), ['Partner.subdivision("BY-HM")', 'Partner.state("KZ")', None]),
    ],
)
def test_a_code_for_a_side_is_told_how_to_become_a_partner(sides, hints):
    """A state, its government, a body of it: which of them is meant nobody can know."""
    with pytest.raises(ValidationError) as caught:
        Agreement("m", "mou", sides)
    assert [(one.code, one.hint) for one in caught.value.problems] == [
        ("wrong-type", hint) for hint in hints
    ]
