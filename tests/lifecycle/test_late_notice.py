"""Notice that may be too late: in force stays possible."""

import attrs
import pytest

from bilateral import State, Term
from bilateral.terms import Exit, Renewal
from tests.lifecycle.documents import document, event, states


class TestNoticeThatMayBeTooLate:
    """*In force* stays possible, and ``missing`` names what would decide."""

    def doc(self, renewal, notice, **more):
        term = Term(length="P1Y", reading="event", renewal=renewal, **more)
        return document(
            event("in_force", "2020-02-28"), event("notice_received", notice), term=term
        )

    @pytest.mark.parametrize(
        "renewal", [Renewal("P5Y", times=1, notice="P6M"), Renewal(indefinite=True, notice="P6M")]
    )
    def test_late_notice_against_a_single_renewal_leaves_it_in_force(self, renewal):
        late, in_time = self.doc(renewal, "2020-09-05"), self.doc(renewal, "2020-08-20")
        assert states(late, "2020-10-01", "2021-03-01") == ["in_force", "in_force"]
        assert states(in_time, "2020-10-01", "2021-03-01") == ["ending", "expired"]
        disputed = self.doc(renewal, "2020-08-31")
        status = disputed.status("2020-10-01")
        assert status.possible == {State.IN_FORCE, State.ENDING}
        assert status.missing == ("notice_received.in_time",)
        assert disputed.status("2020-08-30").state is State.IN_FORCE
        vague = self.doc(renewal, "2020-08/2020-09".partition("/")[0])
        assert vague.status("2020-10-01").missing == ("notice_received",)

    def test_late_notice_counts_for_the_next_chance(self):
        doc = self.doc(Renewal("P1Y", notice="P6M"), "2020-09-05")
        assert states(doc, "2020-10-01", "2021-03-01", "2022-03-01") == [
            "ending",
            "ending",
            "expired",
        ]

    @pytest.mark.parametrize(
        ("signed", "opens", "received", "state"),
        [
            ("2020-01-01", "P12M", "2023-12-30", "unknown"),
            ("2020-01-01", "P12M", "2023-12-31", "expired"),
            # From 28 August back to the 27th or the 28th: whoever waits for the later is safe.
            ("2020-08-29", "P6M", "2025-02-27", "unknown"),
            ("2020-08-29", "P6M", "2025-02-28", "expired"),
        ],
    )
    def test_notice_before_the_first_day_for_it_may_be_too_early(
        self, signed, opens, received, state
    ):
        renewal = Renewal("P5Y", notice="P1M", notice_opens=opens)
        doc = document(
            event("signed", signed),
            event("notice_received", received),
            term=Term(entry="signed", length="P5Y", reading="commencement", renewal=renewal),
        )
        assert states(doc, "2025-09-01") == [state]

    def test_notice_that_is_longer_than_several_renewals_ends_the_last_of_them(self):
        doc = document(
            event("signed", "2020-01-01"),
            event("notice_received", "2021-01-15"),
            term=Term(
                entry="signed",
                length="P1M",
                reading="commencement",
                renewal=Renewal("P1M", notice="P6M"),
            ),
        )
        status = doc.status("2021-03-01")
        assert (status.state, str(status.until)) == (State.ENDING, "2021-07-31")

    def test_notice_on_the_day_on_which_a_lock_may_end_is_disputed(self):
        """A year from 31 January 2020 ends on 30 or on 31 January 2021."""
        term = Term(indefinite=True, exit=Exit("P1M", locked="P1Y"))

        def noticed(day):
            return document(
                event("in_force", "2020-01-31"), event("notice_received", day), term=term
            )

        assert states(noticed("2021-01-30"), "2021-02-01", "2021-06-01") == ["in_force"] * 2
        assert states(noticed("2021-02-01"), "2021-02-02", "2021-06-01") == [
            "ending",
            "terminated",
        ]
        status = noticed("2021-01-31").status("2021-02-05")
        assert status.possible == {State.IN_FORCE, State.ENDING}
        assert status.missing == ("notice_received.in_time",)

    def test_of_two_effects_of_a_notice_one_that_is_certain_is_enough(self):
        """In time against the renewal, perhaps within the lock."""
        term = Term(length="P5Y", reading="event", renewal=Renewal("P5Y", notice="P6M"),
                    exit=Exit("P1M", locked="P1Y"))  # fmt: skip
        doc = document(event("in_force", "2020"), event("notice_received", "2021-06-01"), term=term)
        assert doc.status("2021-06-15").state is State.ENDING

    def test_notice_may_have_been_revoked_in_time(self):
        """No day is disputed for certain where the end itself is not."""
        term = Term(indefinite=True, exit=Exit("P1M", floor="P3Y"))
        events = event("in_force", "2020-01-31"), event("notice_received", "2021-01-01")
        doc = document(*events, event("notice_revoked", "2023-01"), term=term)
        assert State.IN_FORCE in doc.status("2023-01-31").possible
        assert doc.status("2023-03-01").possible >= {State.IN_FORCE, State.TERMINATED}

    def test_the_aim_of_a_notice_tells_renewal_from_leaving(self):
        term = Term(length="P5Y", reading="event", renewal=Renewal("P5Y", notice="P6M"), exit="P3M")

        def noticed(aim):
            notice = event("notice_received", "2021-01-01", aim=aim)
            return document(event("in_force", "2020-01-01"), notice, term=term)

        days = "2021-03-31", "2021-04-01", "2025-01-01", "2025-01-02"
        assert states(noticed("termination"), *days) == ["ending", *["terminated"] * 3]
        assert states(noticed("non_renewal"), *days) == ["ending"] * 3 + ["expired"]
        assert states(noticed(None), *days[:3]) == ["ending", "unknown", "unknown"]
        no_such = attrs.evolve(term, renewal=None)
        doc = attrs.evolve(noticed("non_renewal"), term=no_such)
        assert states(doc, *days[:2]) == ["in_force"] * 2

    def test_notice_that_was_sent_is_presumed_to_be_received_after_a_time(self):
        for rules in ({"exit": Exit("P1M", presumed="P10D")},
                      {"renewal": Renewal("P5Y", notice="P6M", presumed="P10D"), "length": "P1Y",
                       "reading": "event"}):  # fmt: skip
            term = Term(**rules)
            sent = event("notice_sent", "2020-05-22")
            doc = document(event("in_force", "2020-01-01"), sent, term=term)
            assert states(doc, "2020-05-31", "2020-06-01") == ["in_force", "ending"]
            known = document(
                event("in_force", "2020-01-01"), sent, event("notice_received", "2020-06-05"),
                term=term,
            )  # fmt: skip
            assert states(known, "2020-06-04", "2020-06-05") == ["in_force", "ending"]

    def test_notice_within_a_lock_to_the_end_of_the_calendar_year_is_none(self):
        term = Term(indefinite=True, exit=Exit("P1M", locked="P1Y", locked_to_year_end=True))

        def noticed(day):
            return document(
                event("in_force", "2020-05-06"), event("notice_received", day), term=term
            )

        assert states(noticed("2021-12-31"), "2022-06-01") == ["in_force"]
        assert states(noticed("2022-01-01"), "2022-01-31", "2022-02-01") == ["ending", "terminated"]
        # The lock ends on 30 or on 31 December; so does the year.
        new_year = attrs.evolve(noticed("2021-12-31"), events=[
            event("in_force", "2020-12-31"), event("notice_received", "2022-01-01")])  # fmt: skip
        assert states(new_year, "2022-06-01") == ["terminated"]

    def test_notice_that_was_sent_and_never_arrived_may_count_or_not(self):
        term = Term(indefinite=True, exit=Exit("P1Y", counts="received"))
        doc = document(event("in_force", "2020-01-31"), event("notice_sent", "2021-01-01"),
                       term=term)  # fmt: skip
        status = doc.status("2021-02-01")
        assert status.possible == {State.IN_FORCE, State.ENDING}
        assert status.missing == ("notice_received",)

    def test_notice_for_which_there_is_no_rule_may_have_any_effect(self):
        doc = document(event("in_force", "2020-01-01"), event("notice_received", "2021-01-01"))
        status = doc.status("2021-02-01")
        assert status.possible == {State.IN_FORCE, State.ENDING, State.TERMINATED}
        assert status.missing == ("term.exit",)
