"""Queries: what one can ask a dossier, and what is no question."""

import attrs
import pytest

from bilateral import (
    Agreement,
    Dossier,
    Partner,
    Project,
    Sector,
    Selection,
    Source,
    UnknownId,
    ValidationError,
)

BY, KZ = Partner.state("BY"), Partner.state("KZ")
BEES = Sector("beekeeping", name={"en": "beekeeping"}, broader="agriculture")


class TestQueries:
    @pytest.fixture
    def dossier(self, plan):
        """Three agreements of two countries."""
        return Dossier(
            agreements=[
                plan,
                Agreement("industry", "mou", [BY, KZ], sectors=["machinery", "food_industry"]),
                Agreement("germany", "mou", [BY, Partner.state("DE")], sectors=["trade"]),
            ],
            projects=[Project("p", {"en": "P"})],
            sources=[Source("s")],
        )

    def test_the_two_are_named_in_either_order(self, dossier):
        assert [a.id for a in dossier.between("KZ", "BY")] == ["plan", "industry"]
        assert [a.id for a in dossier.between("BY-HM", "KZ")] == ["plan"]

    @pytest.mark.parametrize(
        ("who", "code", "hint"),
        [
            ("Kazakhstan", "unknown-partner", "KZ"),
            ("Казахстан", "unknown-partner", "KZ"),
            ("by", None, None),
            ("kz", None, None),
            ("Kz", "unknown-partner", "KZ"),
            ("XX", "unknown-partner", None),
            ("acm", "unknown-partner", "acme"),
            ("", "unknown-partner", None),
            ("Georgia", "unknown-partner", "GE"),
            ("acme", None, None),
            ("TR", None, None),
            ("RU-MOS", None, None),
            ("by-ministry-of-industry", None, None),
            (Partner.state("TR"), None, None),
            (5, "wrong-type", None),
            (None, "wrong-type", None),
            (["BY"], "wrong-type", None),
        ],
    )
    def test_who_is_asked_for_must_be_known(self, dossier, who, code, hint):
        """Nobody is answered with nothing for a slip of the pen."""
        acme = Partner("acme", "company", {"en": "ACME"}, country="DE")
        dossier = attrs.evolve(dossier, partners=[*dossier.partners, acme])
        questions = [
            lambda: dossier.between(who, "BY"),
            lambda: dossier.between("BY", who),
            lambda: dossier.involving(who),
            lambda: dossier.involving("BY").between("BY", who),
            lambda: dossier.deadlines("2026-01-01", "2026-12-31", side=BY if code else who),
        ]
        for ask in questions[: 4 if code else 5]:
            if code is None:
                ask()
                continue
            with pytest.raises(ValidationError) as caught:
                ask()
            assert [(one.code, one.hint) for one in caught.value.problems] == [(code, hint)]

    def test_an_agreement_knows_all_codes_but_not_all_ids(self, plan):
        assert not plan.between("BY", "an-id-of-somebody")
        for x, y in (("BY", "XX"), ("Kazakhstan", "BY"), ("BY", 5)):
            with pytest.raises(ValidationError):
                plan.between(x, y)

    @pytest.mark.parametrize(
        ("kind", "code", "hint"),
        [
            ("mmou", "unknown-agreement-kind", "mou"),
            ("MOU", "unknown-agreement-kind", "mou"),
            (1.5, "wrong-type", None),
            ([], "wrong-type", None),
        ],
    )
    def test_a_kind_that_there_is_not_is_refused_with_a_hint(self, dossier, kind, code, hint):
        with pytest.raises(ValidationError) as caught:
            dossier.of_kind(kind)
        assert [(one.code, one.hint) for one in caught.value.problems] == [(code, hint)]

    def test_an_id_or_an_agreement_is_in_a_dossier(self, dossier, plan):
        assert plan in dossier
        assert "plan" in dossier
        assert "plan" in dossier.involving("KZ")
        assert "germany" not in dossier.involving("KZ")
        assert "x" not in dossier
        assert "x" not in dossier.involving("KZ")
        assert 5 not in dossier

    def test_agreements_need_no_name_of_their_own(self, plan):
        assert Dossier([plan]) == Dossier(agreements=[plan])
        with pytest.raises(ValidationError) as caught:
            Dossier([BY])
        assert caught.value.problems[0].where == "agreements[0]"

    def test_a_group_of_sectors_includes_its_members(self, dossier):
        assert [a.id for a in dossier.in_sector("industry")] == ["industry"]
        assert [a.id for a in dossier.in_sector(Sector("trade"))] == ["plan", "germany"]
        with pytest.raises(ValidationError):
            dossier.in_sector("nonsense")
        with pytest.raises(ValidationError):
            dossier.in_sector([])

    def test_a_sector_of_your_own_is_in_its_group(self):
        """As deep as the chain goes."""
        wild = Sector("wild-bees", name={"en": "wild bees"}, broader="beekeeping")
        agreement = Agreement("a", "mou", [BY, KZ], sectors=[wild])
        dossier = Dossier(sectors=[BEES], agreements=[agreement])

        assert len(dossier.in_sector(BEES)) == 1
        assert len(dossier.in_sector("agriculture")) == 1

    def test_a_selection_takes_further_questions(self, dossier):
        chosen = dossier.involving("BY").of_kind("mou").between("DE", "BY").in_sector("economy")

        assert [agreement.id for agreement in chosen] == ["germany"]

    def test_a_selection_is_a_sequence_with_look_up_by_id(self, dossier, plan):
        chosen = dossier.involving("KZ")

        assert chosen["plan"] is chosen[0] is dossier["plan"]
        assert dossier["plan"] == plan
        assert isinstance(chosen[:1], Selection)
        assert chosen == dossier.between("BY", "KZ")
        assert hash(chosen) == hash(dossier.between("BY", "KZ"))
        assert repr(chosen) == "<Selection of 2: plan, industry>"
        assert len(dossier) == len(list(dossier)) == 3
        with pytest.raises(UnknownId):
            chosen["germany"]

    def test_records_of_the_other_tables_are_found_by_id(self, dossier):
        assert dossier.partner("by") == BY
        assert dossier.project("p").id == "p"
        assert dossier.source("s").id == "s"
        with pytest.raises(UnknownId):
            dossier.partner("x")


def test_a_kind_is_named_by_the_member_or_its_code():
    sides = Partner.state("BY"), Partner.state("KZ")
    dossier = Dossier(agreements=[Agreement("m", "mou", sides), Agreement("t", "treaty", sides)])

    assert [one.id for one in dossier.of_kind("treaty")] == ["t"]
    assert dossier.of_kind("treaty") == dossier.of_kind(dossier["t"].kind)
