"""What other documents of a dossier do to one."""

import pytest

from bilateral import Dossier, State, Term, UnknownId, ValidationError
from tests.conftest import problems_of
from tests.lifecycle.documents import document, event, states


class TestOthers:
    def test_it_is_superseded_when_the_later_one_enters_into_force(self):
        """VCLT art. 59; only the dossier knows the later one."""
        old = document(event("in_force", "2020-01-01"), id="old")
        new = document(event("signed", "2025-01-01"), term=Term(entry="signed", indefinite=True),
                       id="new", supersedes=old)  # fmt: skip
        dossier = Dossier(agreements=[new])
        assert old.status("2026-01-01").state is State.IN_FORCE
        assert dossier.status("old", "2024-12-31").state is State.IN_FORCE
        status = dossier.status("old", "2026-01-01")
        assert (status.state, status.reasons[0].about) == (State.SUPERSEDED, "new")
        assert str(status.since) == "2025-01-01"
        with pytest.raises(UnknownId):
            dossier.status("other", "2026-01-01")

    def test_a_status_is_asked_of_an_agreement_or_of_its_id(self):
        doc = document(event("in_force", "2020-01-01"), id="doc")
        dossier = Dossier(agreements=[doc])
        assert dossier.status(doc, "2026-01-01") == dossier.status("doc", "2026-01-01")
        with pytest.raises(UnknownId, match="other"):
            dossier.status(document(id="other"), "2026-01-01")
        with pytest.raises(ValidationError) as error:
            dossier.status(document(id="doc"), "2026-01-01")
        assert problems_of(error) == [("", "conflicting-record")]
        with pytest.raises(ValidationError) as error:
            dossier.status(5, "2026-01-01")
        assert problems_of(error) == [("", "wrong-type")]

    def test_it_may_be_superseded_where_the_later_one_may_be_in_force(self):
        old = document(event("in_force", "2020-01-01"), id="old")
        new = document(event("signed", "2025-01-01"), kind="mou", id="new", supersedes=old)
        status = Dossier(agreements=[new]).status("old", "2026-01-01")
        assert status.possible == {State.IN_FORCE, State.SUPERSEDED}
        assert status.missing == ("term.entry",)

    def test_what_enters_into_force_with_another_one_need_not_end_with_it(self):
        parent = document(
            event("in_force", "2019-01-01"), event("terminated", "2022-01-01"), id="parent"
        )
        for follows, state in (("entry", "in_force"), (("entry", "end"), "terminated")):
            child = document(implements=parent, term=Term(follows=follows))
            assert states(child, "2021-01-01", "2030-01-01") == ["in_force", state]

    def test_a_plan_runs_to_its_last_day_before_the_next_one(self):
        old = document(event("signed", "2022-11-05"), kind="roadmap", id="old", period="2023/2025")
        new = document(event("signed", "2025-11-05"), kind="roadmap", id="new", period="2026/2028",
                       supersedes=old)  # fmt: skip
        dossier = Dossier(agreements=[new])
        assert dossier.status("old", "2025-12-31").state is State.IN_FORCE
        assert dossier.status("old", "2026-01-01").state is State.EXPIRED

    def test_records_without_any_date_are_undecided(self):
        bare = document(id="bare")
        plan = document(id="plan", kind="roadmap", period="2026/2028")
        ruled = document(id="ruled", term=Term(entry="signed", length="P5Y"))
        undated = document(event("signed"), id="undated")
        drafted = document(event("negotiated", "2020-01-01"), id="drafted")
        active = Dossier(agreements=[bare, plan, ruled, undated, drafted]).active("2026-05-01")
        assert [one.id for one in active] == []
        assert [one.id for one in active.undecided] == ["bare", "plan", "ruled", "undated"]

    def test_active_are_those_in_force_and_undecided_those_that_may_be(self):
        running = document(event("in_force", "2020-01-01"), id="running")
        over = document(event("in_force", "2020-01-01"), event("expired", "2021-01-01"), id="over")
        perhaps = document(event("signed", "2020-01-01"), kind="mou", id="perhaps")
        vague = document(event("in_force", "2026"), id="vague")
        dossier = Dossier(agreements=[running, over, perhaps, vague])
        active = dossier.active("2026-05-01")
        assert [one.id for one in active] == ["running"]
        assert [one.id for one in active.undecided] == ["perhaps", "vague"]
        assert [one.id for one in active.between("BY", "KZ").undecided] == ["perhaps", "vague"]
        assert len(active.between("BY", "UZ").undecided) == 0
        assert repr(active) == "<Selection of 1: running> (undecided: 2)"
        assert active[:1].undecided == active[1:]
        for day in ("2019-01-01", "2021-01-01", "2026-05-01"):
            for one in dossier:
                answer = dossier.status(one.id, day).is_active
                assert (one in dossier.active(day)) is (answer is True)
                assert (one in dossier.active(day).undecided) is (answer is None)
