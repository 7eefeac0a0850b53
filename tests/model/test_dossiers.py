"""Dossiers: what they hold, and that it is consistent."""

import pickle

import attrs
import pytest

from bilateral import (
    Agreement,
    Dossier,
    Event,
    Official,
    Partner,
    Project,
    Sector,
    Source,
    TradeFlow,
    ValidationError,
)
from bilateral.projects import Contribution
from bilateral.wire.records import with_tables
from tests.conftest import problems_of

BY, KZ = Partner.state("BY"), Partner.state("KZ")
BEES = Sector("beekeeping", name={"en": "beekeeping"}, broader="agriculture")


def ministry(**more):
    return Partner("m", "ministry", {"en": "Ministry"}, country="BY", **more)


class TestTables:
    def test_what_is_referred_to_joins_once_wherever_it_is_used(self, plan):
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

    def test_records_that_say_the_same_are_one_however_often_they_were_made(self):
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
    def test_all_that_is_wrong_is_told_at_once(self, fields, problems):
        with pytest.raises(ValidationError) as caught:
            Dossier(**fields)

        assert problems_of(caught) == problems

    def test_a_dossier_says_how_much_is_in_it(self, plan):
        assert repr(Dossier()) == "<Dossier: empty>"
        assert repr(Dossier([plan])) == "<Dossier: 2 partners, 1 agreement>"

    def test_readers_may_replace_tables_and_keep_the_rest(self, plan):
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


def test_events_bring_their_officials_and_sources(plan):
    """From the depth of an agreement."""
    event = Event("signed", signatories=[Official("o", {"en": "O"})], sources=[Source("s")])
    dossier = Dossier(agreements=[attrs.evolve(plan, events=[event])])

    assert [one.id for one in dossier.officials] == ["o"]
    assert [one.id for one in dossier.sources] == ["s"]
