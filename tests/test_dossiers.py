"""Dossiers: what they hold, that they are consistent, and what one can ask them."""

import pickle

import attrs
import pytest
from conftest import problems_of

from bilateral import (
    Agreement,
    Dossier,
    Event,
    Goods,
    Official,
    Partner,
    Project,
    Sector,
    Selection,
    Source,
    TradeFlow,
    ValidationError,
)
from bilateral.projects import Contribution
from bilateral.wire.records import with_tables

BY, KZ = Partner.state("BY"), Partner.state("KZ")
BEES = Sector("beekeeping", name={"en": "beekeeping"}, broader="agriculture")


def ministry(**more):
    return Partner("m", "ministry", {"en": "Ministry"}, country="BY", **more)


class TestTables:
    def test_what_is_referred_to_joins(self, plan):
        """Each record once, wherever it is used."""
        official = Official("o", {"en": "O"}, body=ministry())
        source = Source("s", quotes=[official])
        child = Agreement("c", "work_plan", [BY, KZ], implements=plan, sectors=[BEES, "trade"])
        project = Project(
            "p",
            {"en": "P"},
            partners=[BY],
            under=child,
            sources=[source],
            contributions=[Contribution(Partner.subdivision("BY-VI"), what={"en": "parts"})],
        )
        dossier = Dossier(projects=[project], trade=[TradeFlow("t", BY, KZ, goods=["8708"])])

        assert dossier.agreements == (plan, child)
        assert dossier.sectors == (BEES,)
        assert dossier.officials == (official,)
        assert dossier.sources == (source,)
        assert {partner.id for partner in dossier.partners} == {
            "by",
            "kz",
            "by-vi",
            "m",
            *(partner.id for partner in plan.partners),
        }

    def test_listed_records_keep_their_place(self, plan):
        """A parent that is listed later stays later."""
        child = Agreement("c", "work_plan", plan.sides, implements=plan)

        assert Dossier(agreements=[child, plan]).agreements == (child, plan)
        assert Dossier(agreements=[child]).agreements == (child, plan)

    def test_it_is_a_value(self, plan):
        """Equal by value, hashable, frozen."""
        dossier = Dossier(agreements=[plan], title={"en": "T"})

        assert pickle.loads(pickle.dumps(dossier)) == dossier
        assert hash(dossier) == hash(Dossier(agreements=[plan], title={"en": "T"}))
        assert attrs.evolve(dossier, title=None) == Dossier(agreements=[plan])
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            dossier.title = None

    def test_records_that_say_the_same_are_one(self):
        """However often they were made."""
        acme = [Partner("acme", "company", {"en": "ACME"}, country="DE") for _ in range(2)]
        assert acme[0] is not acme[1]
        agreements = [Agreement(f"a{number}", "mou", [BY, one]) for number, one in enumerate(acme)]
        assert Dossier(agreements=agreements).partners == (BY, acme[0])

    @pytest.mark.parametrize(
        ("fields", "problems"),
        [
            ({"partners": [BY, BY]}, [("partners[1].id", "duplicate-id")]),
            (
                {
                    "agreements": [
                        Agreement("a", "mou", [BY, KZ]),
                        Agreement("a", "mou", [BY, KZ], note="another one"),
                    ]
                },
                [("agreements[1].id", "duplicate-id")],
            ),
            ({"partners": "ab"}, [("partners", "wrong-type")]),
            ({"agreements": [5]}, [("agreements[0]", "wrong-type")]),
            (
                {
                    "partners": [attrs.evolve(BY, name={"en": "B"})],
                    "agreements": [Agreement("a", "mou", [BY, KZ])],
                },
                [("agreements[0].sides[0].partners[0]", "conflicting-record")],
            ),
            ({"partners": [ministry(part_of="x")]}, [("partners[0].part_of", "unresolved")]),
            (
                {
                    "partners": [
                        ministry(part_of="n"),
                        attrs.evolve(ministry(), id="n", part_of="m"),
                    ]
                },
                [("partners[0].part_of", "cycle"), ("partners[1].part_of", "cycle")],
            ),
            ({"partners": [ministry(governs="x")]}, [("partners[0].governs", "unresolved")]),
            (
                {"partners": [ministry(governs="n"), attrs.evolve(ministry(), id="n")]},
                [("partners[0].governs", "not-a-territory")],
            ),
            (
                {
                    "partners": [
                        ministry(governs="d"),
                        Partner("d", "district", {"en": "D"}, country="KZ"),
                    ]
                },
                [("partners[0].governs", "country-mismatch")],
            ),
            (
                {"sectors": [Sector("a", name={"en": "A"}, broader="x")]},
                [("sectors[0].broader", "unresolved")],
            ),
            (
                {
                    "sectors": [
                        Sector("a", name={"en": "A"}, broader="b"),
                        Sector("b", name={"en": "B"}, broader="a"),
                        Sector("c", name={"en": "C"}, broader="a"),
                    ]
                },
                [("sectors[0].broader", "cycle"), ("sectors[1].broader", "cycle")],
            ),
        ],
    )
    def test_problems(self, fields, problems):
        """All of them at once."""
        with pytest.raises(ValidationError) as caught:
            Dossier(**fields)

        assert problems_of(caught) == problems

    def test_a_dossier_says_how_much_is_in_it(self, plan):
        assert repr(Dossier()) == "<Dossier: empty>"
        assert repr(Dossier([plan])) == "<Dossier: 2 partners, 1 agreement>"

    def test_other_tables_with_the_same_rest(self, plan):
        """As readers give them, who know them to be consistent but for their hierarchies."""
        dossier = Dossier([plan], note="x")
        changed = with_tables(dossier, {"agreements": [], "partners": [BY]})
        assert changed == Dossier(partners=[BY], note="x")
        assert len(dossier) == 1
        with pytest.raises(ValidationError) as caught:
            with_tables(dossier, {"partners": [ministry(part_of="x")]})
        assert problems_of(caught) == [("partners[0].part_of", "unresolved")]

    def test_a_body_may_be_part_of_one_that_only_the_reference_data_have(self):
        house = ministry(part_of="by-parliament")
        assert Dossier(partners=[house]).partners == (house,)

    def test_who_is_referred_to_twice_joins_once(self, plan):
        """Be it from an agreement, an event or a project; each as far down as it goes."""
        parent = Partner("parent", "company", {"en": "P"}, country="BY")
        child = Partner("child", "company", {"en": "C"}, country="BY", part_of="parent")
        event = Event("notice_sent", "2026", by=child)
        one = Agreement("one", "mou", [child, KZ], events=[event])
        other = Agreement("other", "mou", [child, KZ], implements=one)
        dossier = Dossier([other], partners=[parent])
        assert [partner.id for partner in dossier.partners] == ["parent", "child", "kz"]
        assert [agreement.id for agreement in dossier.agreements] == ["other", "one"]

    def test_a_body_may_govern_a_territory_without_a_code(self):
        """By the id of a partner that is one."""
        district = Partner("d", "district", {"en": "D"}, country="BY")

        assert len(Dossier(partners=[ministry(governs="d"), district]).partners) == 2


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

    def test_between(self, dossier):
        """In whatever order."""
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

    def test_an_agreement_does_not_know_all_ids(self, plan):
        """But codes it knows."""
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
    def test_a_kind_must_be_one(self, dossier, kind, code, hint):
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

    def test_in_sector(self, dossier):
        """A group has its members in it."""
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

    def test_questions_chain(self, dossier):
        """A selection takes the same questions."""
        chosen = dossier.involving("BY").of_kind("mou").between("DE", "BY").in_sector("economy")

        assert [agreement.id for agreement in chosen] == ["germany"]

    def test_a_selection_is_a_sequence(self, dossier, plan):
        """With look-up by id as well."""
        chosen = dossier.involving("KZ")

        assert chosen["plan"] is chosen[0] is dossier["plan"]
        assert dossier["plan"] == plan
        assert isinstance(chosen[:1], Selection)
        assert chosen == dossier.between("BY", "KZ")
        assert hash(chosen) == hash(dossier.between("BY", "KZ"))
        assert repr(chosen) == "<Selection of 2: plan, industry>"
        assert len(dossier) == len(list(dossier)) == 3
        with pytest.raises(KeyError):
            chosen["germany"]

    def test_records_by_id(self, dossier):
        """Of the other tables."""
        assert dossier.partner("by") == BY
        assert dossier.project("p").id == "p"
        assert dossier.source("s").id == "s"
        with pytest.raises(KeyError):
            dossier.partner("x")


class TestTrade:
    @pytest.mark.parametrize("code", ["IV", "27", "2710", "8708", "870899", "9403"])
    def test_goods(self, code):
        """Sections, chapters, headings, subheadings."""
        for lang in ("de", "ru", "en"):
            assert Goods(code).label(lang)

    @pytest.mark.parametrize("code", ["XXII", "77", "98", "9903", "27100", "2710 ", "٢٧", ""])
    def test_no_such_goods(self, code):
        """Nothing is rounded to a near code."""
        with pytest.raises(ValidationError) as caught:
            Goods(code)
        assert ("code", "unknown-goods") in problems_of(caught)

    def test_a_flow_needs_two_ends(self):
        """And knows between whom it runs."""
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
    def test_problems(self):
        """Of every field."""
        with pytest.raises(ValidationError) as caught:
            Project("p", {"en": "P"}, partners=[BY, BY])
        assert problems_of(caught) == [("partners[1]", "duplicate-partner")]
        with pytest.raises(ValidationError) as caught:
            Project("P", {}, status="x", contributions=["x"], under="x")
        assert problems_of(caught) == [
            ("name", "no-name"),
            ("status", "unknown-project-status"),
            ("contributions[0]", "wrong-type"),
            ("under", "wrong-type"),
            ("id", "invalid-id"),
        ]

    def test_a_contribution_needs_a_partner(self):
        """And a word for what is given."""
        with pytest.raises(ValidationError) as caught:
            Contribution("BY", what="parts")
        assert problems_of(caught) == [("partner", "wrong-type"), ("what", "wrong-type")]


def test_events_bring_their_officials_and_sources(plan):
    """From the depth of an agreement."""
    event = Event("signed", signatories=[Official("o", {"en": "O"})], sources=[Source("s")])
    dossier = Dossier(agreements=[attrs.evolve(plan, events=[event])])

    assert [one.id for one in dossier.officials] == ["o"]
    assert [one.id for one in dossier.sources] == ["s"]


def test_of_kind():
    """By the member or its code."""
    sides = Partner.state("BY"), Partner.state("KZ")
    dossier = Dossier(agreements=[Agreement("m", "mou", sides), Agreement("t", "treaty", sides)])

    assert [one.id for one in dossier.of_kind("treaty")] == ["t"]
    assert dossier.of_kind("treaty") == dossier.of_kind(dossier["t"].kind)
