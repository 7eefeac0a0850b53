"""Notice: when it counts, what it is against, and when it takes effect."""

import pytest

from bilateral import State, Term
from bilateral.terms import Exit, Renewal
from tests.lifecycle.documents import BY, KZ, document, event, states


class TestNotice:
    def test_notice_that_is_revoked_before_it_takes_effect_is_none(self):
        """VCLT art. 68."""
        term = Term(indefinite=True, exit="P1Y")
        events = (event("in_force", "2020-01-01"), event("notice_received", "2021-01-01"))
        doc = document(*events, event("notice_revoked", "2021-06-01"), term=term)
        assert states(doc, "2021-05-31", "2021-06-01", "2023-01-01") == [
            "ending",
            "in_force",
            "in_force",
        ]
        late = document(*events, event("notice_revoked", "2022-06-01"), term=term)
        assert states(late, "2022-01-01") == ["terminated"]
        vague = document(*events, event("notice_revoked", "2021/2022".partition("/")[2]), term=term)
        assert vague.status("2022-05-01").state is State.TERMINATED
        unclear = document(*events, event("notice_revoked", "2021-12~"), term=term)
        assert unclear.status("2022-05-01").state is State.UNKNOWN

    def test_what_one_side_revokes_is_no_notice_of_the_other(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_received", "2021-01-01", by=BY),
            event("notice_revoked", "2021-06-01", by=KZ),
            term=Term(indefinite=True, exit="P1Y"),
        )
        assert states(doc, "2021-12-31", "2022-01-01") == ["ending", "terminated"]

    @pytest.mark.parametrize(("revoked", "state"), [("2021-12-31", "in_force"),
                                                    ("2022-01-01", "terminated")])  # fmt: skip
    def test_a_notice_is_revoked_before_its_day_of_effect_or_not_at_all(self, revoked, state):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_received", "2021-01-01"),
            event("notice_revoked", revoked),
            term=Term(indefinite=True, exit="P1Y"),
        )
        assert states(doc, "2021-12-30", "2022-01-01", "2030-01-01") == ["ending", state, state]

    def test_a_notice_counts_as_the_clause_says_by_which_it_can_be_given(self):
        """Leaving goes before renewal where a term knows both."""

        def noticed(**rules):
            term = Term(length="P5Y", **rules)
            events = event("notice_sent", "2021-01-01"), event("notice_received", "2021-02-01")
            return states(document(event("in_force", "2020-01-01"), *events, term=term),
                          "2021-01-15", "2021-02-01")  # fmt: skip

        sent, received = Exit("P9Y", counts="sent"), Exit("P9Y")
        assert noticed(exit=sent) == ["ending", "ending"]
        assert noticed(exit=received) == ["in_force", "ending"]
        by_dispatch = Renewal("P5Y", notice="P6M", counts="sent")
        assert noticed(renewal=by_dispatch) == ["ending", "ending"]
        assert noticed(renewal=Renewal("P5Y", notice="P6M")) == ["in_force", "ending"]
        assert noticed(exit=received, renewal=by_dispatch) == ["in_force", "ending"]
        assert noticed(exit=sent, renewal=Renewal("P5Y", notice="P6M")) == ["ending", "ending"]

    def test_the_recorded_day_of_effect_of_a_notice_ends_it(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_received", "2021-01-01", effective="2021-04-01"),
        )
        assert states(doc, "2021-03-31", "2021-04-01") == ["ending", "terminated"]

    def test_notice_that_may_be_of_two_sorts_has_two_possible_ends(self):
        term = Term(length="P5Y", renewal=Renewal("P5Y", notice="P6M"), exit="P3M")
        doc = document(
            event("in_force", "2020-01-01"), event("notice_received", "2021-01-01"), term=term
        )
        status = doc.status("2022-01-01")
        assert status.possible == {State.ENDING, State.TERMINATED}
        assert status.missing == ("notice_received.effective",)
        assert states(doc, "2021-03-31") == ["ending"]
        assert doc.status("2025-01-03").is_active is False

    def test_notice_in_a_month_lacks_its_day_alone(self):
        """Of whichever sort it was, the document is ending from then on."""
        term = Term(length="P5Y", renewal=Renewal("P5Y", notice="P6M"), exit="P3M")
        doc = document(
            event("in_force", "2020-01-01"), event("notice_received", "2021-01"), term=term
        )
        status = doc.status("2021-01-15")
        assert status.possible == {State.IN_FORCE, State.ENDING}
        assert status.missing == ("notice_received",)

    def test_a_revocation_without_a_notice_ends_nothing(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_revoked", "2021-01-01"),
            term=Term(indefinite=True, exit="P1Y"),
        )
        assert states(doc, "2020-06-01", "2030-01-01") == ["in_force", "in_force"]

    def test_who_revokes_a_notice_leaves_that_of_the_other_side(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_received", "2021-01-10", by=KZ),
            event("notice_received", "2021-02-01", by=BY),
            event("notice_revoked", "2021-02-10", by=BY),
            term=Term(indefinite=True, exit="P1Y"),
        )
        assert states(doc, "2022-01-09", "2022-01-10") == ["ending", "terminated"]

    def test_notice_where_the_length_is_not_known_misses_the_length(self):
        term = Term(entry="signed", renewal=Renewal("P5Y", notice="P6M"))
        doc = document(
            event("signed", "2020-01-01"), event("notice_received", "2021-01-01"), term=term
        )
        status = doc.status("2022-01-01")
        assert (status.state, status.missing) == (State.UNKNOWN, ("term.length",))

    def test_notice_that_may_have_been_locked_may_have_no_effect(self):
        term = Term(indefinite=True, exit=Exit("P1M", locked="P1Y"))
        doc = document(event("in_force", "2020"), event("notice_received", "2021-06-01"), term=term)
        assert doc.status("2022-01-01").possible == {
            State.IN_FORCE,
            State.ENDING,
            State.TERMINATED,
        }
        assert doc.status("2022-01-01").missing == ("in_force",)
        unknown = document(
            event("signed", "2020-01-01"), event("notice_received", "2021-06-01"), term=term
        )
        assert unknown.status("2022-01-01").possible == {
            State.SIGNED,
            State.IN_FORCE,
            State.TERMINATED,
        }
        assert unknown.status("2022-01-01").state is State.UNKNOWN

    def test_notice_that_cannot_be_dated_leaves_the_state_unknown(self):
        """No loop without end where neither anchor nor notice is known."""
        term = Term(length="P1Y", renewal=Renewal("P1Y", notice="P1M"))
        for entry, notice in (("2020-01-01", None), (None, "2021-01-01"), (None, None)):
            doc = document(event("in_force", entry), event("notice_received", notice), term=term)
            assert doc.status("2022-01-01").state is State.UNKNOWN
        sent = document(
            event("in_force", "2020-01-01"), event("notice_sent", "2021-01-01"), term=term
        )
        assert sent.status("2030-01-01").missing == ("notice_received",)
