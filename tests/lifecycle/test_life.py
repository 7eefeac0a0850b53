"""How a document enters into force, runs and is suspended."""

from bilateral import State, Term
from bilateral.terms import Renewal, Start
from tests.lifecycle.documents import document, event, states


class TestLife:
    def test_it_applies_provisionally_from_signature_until_entry_into_force(self):
        """From signature until the entry into force (VCLT art. 25)."""
        term = Term(provisional="signed", entry="ratified", indefinite=True)
        doc = document(event("signed", "2020-01-01"), event("ratified", "2021-01-01"), term=term)
        assert states(doc, "2020-01-01", "2021-01-01") == ["provisional", "in_force"]
        status = document(event("signed", "2020-01-01"), term=term).status("2022-01-01")
        assert (status.state, status.is_active) == (State.PROVISIONAL, True)
        recorded = document(
            event("signed", "2020-01-01"), event("provisional_application", "2020-03-01")
        )
        assert states(recorded, "2020-02-01", "2020-03-01") == ["signed", "provisional"]
        vague = document(event("signed", "2020-01-01"), event("provisional_application", "2020-03"))
        assert vague.status("2020-03-10").possible == {
            State.SIGNED,
            State.PROVISIONAL,
            State.IN_FORCE,
        }

    def test_it_enters_with_the_latest_of_several_triggers(self):
        term = Term(entry=Start(["signed", "approved"], date="2026-01-01"), indefinite=True)
        events = event("signed", "2025-11-05"), event("approved", "2025-12-01")
        assert str(document(*events, term=term).status("2026-05-01").since) == "2026-01-01"
        late = events[0], event("approved", "2026-03-01")
        assert str(document(*late, term=term).status("2026-05-01").since) == "2026-03-01"
        status = document(events[0], term=term).status("2026-05-01")
        assert (status.state, status.missing) == (State.SIGNED, ("approved",))

    def test_what_is_recorded_comes_before_what_is_computed(self):
        term = Term(entry=Start("signed", after="P1M"), indefinite=True)
        doc = document(
            event("signed", "2025-11-05"),
            event("in_force", "2025-11-20", effective="2025-12-24"),
            term=term,
        )
        assert str(doc.status("2026-01-01").since) == "2025-12-24"

    def test_the_period_waits_for_its_first_day(self):
        doc = document(event("signed", "2025-11-05"), event("in_force", "2025-11-05"),
                       period="2026/2028")  # fmt: skip
        assert states(doc, "2025-12-01", "2026-01-01", "2029-01-01") == [
            "not_yet_running",
            "in_force",
            "expired",
        ]
        late = document(event("signed", "2026-02-15"), kind="roadmap", period="2026/2028")
        assert states(late, "2026-02-14", "2026-02-15") == ["draft", "in_force"]

    def test_the_term_goes_before_the_period(self):
        doc = document(event("signed", "2025-11-05"), period="2026/2027",
                       term=Term(entry="signed", length="P5Y"))  # fmt: skip
        assert states(doc, "2025-12-01", "2029-01-01") == ["in_force", "in_force"]

    def test_a_period_may_renew(self):
        doc = document(event("signed", "2025-11-05"), kind="programme", period="2026/2028",
                       term=Term(renewal=Renewal("P3Y", notice="P6M")))  # fmt: skip
        status = doc.status("2033-01-01")
        assert (status.state, str(status.until), status.is_renewing) == (
            State.IN_FORCE,
            "2034-12-31",
            True,
        )

    def test_it_is_suspended_until_it_is_resumed_or_the_time_is_over(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("suspended", "2021-01-01"),
            event("resumed", "2021-03-01"),
            event("suspended", "2022-01-01", until="2022-01-31"),
            event("suspended", "2023-01-01"),
            term=Term(indefinite=True),
        )
        assert states(doc, "2020-12-31", "2021-02-28", "2021-03-01", "2022-01-31") == [
            "in_force",
            "suspended",
            "in_force",
            "suspended",
        ]
        assert states(doc, "2022-02-01", "2026-01-01") == ["in_force", "suspended"]
        assert doc.status("2026-01-01").is_active is False
