"""Flows of trade, their goods, and projects."""

import pytest

from bilateral import Goods, Partner, Project, TradeFlow, ValidationError
from bilateral.projects import Contribution
from tests.conftest import problems_of

BY, KZ = Partner.state("BY"), Partner.state("KZ")


class TestTrade:
    @pytest.mark.parametrize("code", ["IV", "27", "2710", "8708", "870899", "9403"])
    def test_goods_are_sections_chapters_headings_and_subheadings(self, code):
        for lang in ("de", "ru", "en"):
            assert Goods(code).label(lang)

    @pytest.mark.parametrize("code", ["XXII", "77", "98", "9903", "27100", "2710 ", "٢٧", ""])
    def test_a_code_of_no_goods_is_not_rounded_to_a_near_one(self, code):
        with pytest.raises(ValidationError) as caught:
            Goods(code)
        assert ("code", "unknown-goods") in problems_of(caught)

    def test_a_flow_needs_two_ends_and_knows_between_whom_it_runs(self):
        flow = TradeFlow("t", BY, KZ, goods=[Goods("8708", designation={"de": "Teile"})])

        assert flow.between("KZ", "BY")
        assert not flow.between("KZ", "DE")
        with pytest.raises(ValidationError) as caught:
            TradeFlow("t", BY, BY, mutual=1, trend="up", goods=[5])
        assert problems_of(caught) == [
            ("mutual", "wrong-type"),
            ("goods[0]", "wrong-type"),
            ("trend", "unknown-trend"),
            ("destination", "same-partner"),
        ]


class TestProjects:
    def test_every_wrong_field_is_told(self):
        with pytest.raises(ValidationError) as caught:
            Project("p", {"en": "P"}, partners=[BY, BY])
        assert problems_of(caught) == [("partners[1]", "duplicate-partner")]
        with pytest.raises(ValidationError) as caught:
            Project("p", {"en": "P"}, sectors=["rail", "rail"])
        assert problems_of(caught) == [("sectors[1]", "duplicate-sector")]
        with pytest.raises(ValidationError) as caught:
            Project("P", {}, status="x", contributions=["x"], under="x")
        assert problems_of(caught) == [
            ("name", "no-name"),
            ("status", "unknown-project-status"),
            ("contributions[0]", "wrong-type"),
            ("under", "wrong-type"),
            ("id", "invalid-id"),
        ]

    def test_a_contribution_needs_a_partner_and_a_word_for_what_is_given(self):
        with pytest.raises(ValidationError) as caught:
            Contribution("BY", what="parts")
        assert problems_of(caught) == [("partner", "wrong-type"), ("what", "wrong-type")]
