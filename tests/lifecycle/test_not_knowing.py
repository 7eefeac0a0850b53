"""What the record does not say."""

import attrs
import pytest

from bilateral import State, Term, ValidationError
from bilateral.examples import astana_2025
from bilateral.terms import Renewal, Start
from tests.conftest import problems_of
from tests.lifecycle.documents import BY, KZ, document, event, states


class TestNotKnowing:
    def test_a_signature_known_to_the_month_leaves_that_month_open(self):
        doc = document(event("signed", "2025-11"), term=Term(entry="signed", length="P5Y"))
        status = doc.status("2025-11-15")
        assert (status.state, status.missing) == (State.UNKNOWN, ("signed",))
        assert status.possible == {State.DRAFT, State.IN_FORCE}
        assert (str(status.since), str(status.until)) == ("2025-11-01", "2025-11-29")
        status = doc.status("2027-01-01")
        assert status.since is None
        assert str(status.since_within) == "2025-11"
        assert status.until is None
        assert str(status.until_within) == "2030-10-31/2030-11-29"
        assert doc.status("2030-11-15").state is State.UNKNOWN
        assert doc.status("2030-12-01").state is State.EXPIRED

    def test_an_end_known_to_the_month_leaves_that_month_open(self):
        doc = document(event("in_force", "2020-01-01"), event("terminated", "2025-11"))
        status = doc.status("2025-11-15")
        assert (status.state, status.missing) == (State.UNKNOWN, ("terminated",))
        # What is told to the month is on record: the text does not say that it is not.
        assert status.text("en") == (
            "Unknown. Termination: November 2025. Entry into force: 1 January 2020."
        )

    def test_with_nothing_recorded_draft_signed_and_in_force_are_possible(self):
        status = document().status("2026-01-01")
        assert (status.state, status.missing, status.is_active) == (
            State.UNKNOWN,
            ("signed", "term.entry"),
            None,
        )
        assert status.possible == {State.DRAFT, State.SIGNED, State.IN_FORCE}
        assert (status.since, status.since_within, status.until_within) == (None, None, None)

    def test_before_the_signature_there_is_only_the_preparation(self):
        doc = document(event("negotiated", "2025-01-10"), event("initialled", "2025-03-01"))
        assert states(doc, "2025-02-01", "2025-03-01") == ["draft", "initialled"]
        vague = document(event("initialled", "2025"))
        assert vague.status("2025-06-01").possible == {State.DRAFT, State.INITIALLED}

    def test_every_step_before_the_signature_and_nothing_else(self):
        doc = document(
            event("negotiated", "2019"),
            event("authorised", "2019"),
            event("initialled", "2020-05-06"),
        )
        assert states(doc, "2020-01-01", "2021-01-01") == ["draft", "initialled"]

    def test_a_draft_lacks_nothing(self):
        status = document(event("negotiated", "2020")).status("2021-01-01")
        assert (status.state, status.missing) == (State.DRAFT, ())

    def test_of_two_events_only_the_vague_one_is_missing(self):
        doc = document(
            event("signed", "2020-01-01"),
            event("ratified", "2021"),
            term=Term(entry=Start(["signed", "ratified"])),
        )
        status = doc.status("2021-05-01")
        assert (status.state, status.missing) == (State.UNKNOWN, ("ratified",))

    def test_a_signature_without_a_rule_leaves_the_entry_open(self):
        status = document(event("signed", "2025-11-05"), kind="memorandum").status("2026-01-01")
        assert (status.state, status.is_active, status.missing) == (
            State.SIGNED,
            None,
            ("term.entry",),
        )
        assert status.possible == {State.SIGNED, State.IN_FORCE}

    def test_an_event_without_a_date_may_be_on_any_day(self):
        doc = document(event("in_force"))
        assert doc.status("2026-01-01").possible == {State.DRAFT, State.SIGNED, State.IN_FORCE}
        assert set(doc.status("2026-01-01").missing) == {"signed", "in_force"}

    def test_what_is_in_force_without_an_end_stays_so_and_misses_its_length(self):
        status = document(event("in_force", "1995-01-01")).status("2026-01-01")
        assert (status.state, status.is_active, status.missing) == (
            State.IN_FORCE,
            True,
            ("term.length",),
        )
        assert status.events[0].kind == "in_force"

    def test_an_open_end_of_a_period_is_not_an_unknown_one(self):
        def plan(period):
            return document(event("signed", "2025-11-05"), kind="roadmap", period=period)

        assert states(plan("2026/.."), "2027-01-01") == ["in_force"]
        assert plan("2026/").status("2027-01-01").possible == {State.IN_FORCE, State.EXPIRED}
        assert plan("2026/").status("2027-01-01").missing == ("period",)
        assert states(plan("../2028"), "2027-01-01", "2029-01-01") == ["in_force", "expired"]
        assert plan("2026/2028~").status("2027-01-01").state is State.UNKNOWN

    def test_the_roadmaps_of_the_founding_dossier_run_and_its_memorandum_has_no_rule(self):
        dossier = astana_2025()
        found = {one.id: [one.status(f"{year}-12-01") for year in (2025, 2027, 2029)]
                 for one in dossier}  # fmt: skip
        assert sorted(" ".join(map(str, answers)) for answers in found.values()) == [
            "not_yet_running in_force expired",
            "not_yet_running in_force expired",
            "signed signed signed",
        ]
        assert len(dossier.active("2027-03-01")) == 2
        assert len(dossier.active("2027-03-01").undecided) == 1

    def test_a_day_that_no_date_can_hold_is_refused(self):
        with pytest.raises(ValidationError) as error:
            document().status("-0001-01-01")
        assert problems_of(error) == [("", "date-out-of-range")]

    def test_days_after_the_last_that_a_date_can_hold_are_told_by_their_years(self):
        term = Term(entry="signed", length="P9000Y", renewal=Renewal("P9Y", notice="P1Y"))
        doc = document(event("signed", "2020-05-06"), term=term)
        status = doc.status("2026-05-06")
        assert (status.until, str(status.until_within)) == (None, "Y11020")
        assert "11020" in status.text("ru")
        assert "11020" in status._repr_html_()
        assert [one.period for one in doc.timeline("2026-05-06")] == [None, None]
        assert str(doc.timeline("2026-05-06")[0].last.period) == "Y11020"
        exact = document(event("signed", "2020-05-06"), term=attrs.evolve(term, reading="event"))
        assert str(exact.timeline("2026-05-06")[0].period) == "2020-05-06/Y11020"

    def test_it_is_signed_when_both_sides_have_signed(self):
        doc = document(event("signed", "2025-11-05", by=BY))
        assert states(doc, "2026-01-01") == ["draft"]
        both = document(event("signed", "2025-11-05", by=BY), event("signed", "2025-12-01", by=KZ))
        assert states(both, "2025-11-30", "2025-12-01") == ["draft", "signed"]

    @pytest.mark.parametrize("on", ["2026", "2026-01-01~"])
    def test_it_is_asked_for_a_day(self, on):
        with pytest.raises(ValidationError) as error:
            document().status(on)
        assert problems_of(error) == [("", "whole-day-needed")]
