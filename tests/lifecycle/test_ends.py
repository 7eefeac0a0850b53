"""The ends of a document, recorded or computed."""

import pytest

from bilateral import Dossier, State, Term
from bilateral.terms import Renewal
from tests.lifecycle.documents import document, event, states


class TestEnds:
    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            ("terminated", State.TERMINATED),
            ("superseded", State.SUPERSEDED),
            ("fulfilled", State.FULFILLED),
        ],
    )
    def test_a_recorded_end_ends_it_on_its_day(self, kind, state):
        doc = document(event("in_force", "2020-01-01"), event(kind, "2021-01-01"))
        assert doc.status("2020-12-31").state is State.IN_FORCE
        assert doc.status("2021-01-01").state is state
        assert doc.status("2021-01-01").is_active is False

    def test_it_expires_with_the_last_hour_of_a_day(self):
        doc = document(event("in_force", "2020-01-01"), event("expired", "2021-01-01"))
        assert states(doc, "2021-01-01", "2021-01-02") == ["in_force", "expired"]

    def test_it_expires_on_the_day_of_effect_that_is_recorded(self):
        expired = event("expired", "2021-01-01", effective="2021-02-01")
        doc = document(event("in_force", "2020-01-01"), expired)
        assert states(doc, "2021-01-31", "2021-02-01") == ["in_force", "expired"]

    @pytest.mark.parametrize(
        ("rules", "missing"),
        [
            ({"indefinite": True}, ()),
            ({"until_event": {"en": "the end"}}, ()),
            ({"follows": "end"}, ()),
            ({"until": "2030"}, ()),
            ({"exit": "P6M"}, ("term.length",)),
            ({"survival": "projects"}, ("term.length",)),
        ],
    )
    def test_a_length_is_missing_only_where_no_rule_stands_for_it(self, rules, missing):
        doc = document(event("in_force", "2020-01-01"), term=Term(**rules))
        assert doc.status("2026-01-01").missing == missing

    @pytest.mark.parametrize(
        ("until", "last", "after"),
        [("2030", "2030-12-31", "2031-01-01"), ("2030-02", "2030-02-28", "2030-03-01")],
    )
    def test_what_lasts_until_a_year_or_a_month_lasts_to_its_end(self, until, last, after):
        doc = document(event("in_force", "2020-01-01"), term=Term(until=until))
        assert states(doc, last, after) == ["in_force", "expired"]
        extended = event("extended", "2021-01-01", until=until)
        doc = document(event("in_force", "2020-01-01"), extended, term=Term(length="P2Y"))
        assert states(doc, last, after) == ["in_force", "expired"]
        suspended = event("suspended", "2021-01-01", until=until)
        doc = document(event("in_force", "2020-01-01"), suspended, term=Term(indefinite=True))
        assert states(doc, last, after) == ["suspended", "in_force"]

    def test_a_last_day_that_is_not_said_may_be_any_of_its_year(self):
        doc = document(event("in_force", "2020-01-01"), term=Term(until="2030-XX-XX"))
        days = ("2029-12-31", "2030-06-01", "2031-01-01")
        assert states(doc, *days) == ["in_force", "unknown", "expired"]

    @pytest.mark.parametrize(
        ("fields", "missing"),
        [
            ({"date": "2025-11"}, ("signed",)),
            ({"date": "2025-11-05~"}, ("signed",)),
            ({"date": None}, ("signed",)),
        ],
    )
    def test_an_event_without_its_day_is_what_is_missing(self, fields, missing):
        doc = document(event("signed", **fields), term=Term(entry="signed", length="P5Y"))
        assert doc.status("2025-11-10").missing == missing

    def test_an_event_whose_effect_is_dated_misses_nothing(self):
        first = event("in_force", None, effective="2025-11-05")
        vague = event("suspended", "2025", effective="2025-12")
        status = document(first, vague, term=Term(indefinite=True)).status("2025-12-10")
        assert (status.state, status.missing) == (State.UNKNOWN, ("suspended",))

    def test_of_two_ends_the_first_has_it(self):
        term = Term(length="P1Y", reading="commencement")
        doc = document(
            event("in_force", "2020-01-01"), event("terminated", "2025-01-01"), term=term
        )
        assert states(doc, "2026-01-01") == ["expired"]
        same = document(
            event("in_force", "2020-01-01"), event("terminated", "2021-01-01"), term=term
        )
        assert states(same, "2026-01-01") == ["terminated"]
        vague = document(event("in_force", "2020-01-01"), event("terminated", "2020"), term=term)
        assert vague.status("2020-06-01").possible == {State.IN_FORCE, State.TERMINATED}
        for date in ("2021", "202X"):
            vague = document(event("in_force", "2020-01-01"), event("terminated", date), term=term)
            assert vague.status("2031-01-01").possible == {State.EXPIRED, State.TERMINATED}
            assert vague.status("2031-01-01").is_active is False

    def test_it_is_extended_until_the_recorded_day(self):
        doc = document(
            event("in_force", "2020-01-01"), event("extended", "2020-12-01", until="2023-12-31"),
            term=Term(length="P1Y"),
        )  # fmt: skip
        assert states(doc, "2023-12-31", "2024-01-01") == ["in_force", "expired"]

    @pytest.mark.parametrize("mode", ["tacit", "exchange"])
    def test_an_extension_until_a_day_ends_with_it_whatever_the_clause_on_renewal(self, mode):
        term = Term(entry="signed", length="P5Y", renewal=Renewal("P5Y", mode=mode))
        doc = document(
            event("signed", "2020-01-01"),
            event("extended", "2024-01-01", until="2030-06-30"),
            term=term,
        )
        assert states(doc, "2030-06-30", "2030-07-01") == ["in_force", "expired"]
        (period,) = doc.timeline("2025-01-01")
        assert str(period.period) == "2020-01/2030-06"
        kinds = [
            one.kind for one in Dossier(agreements=[doc]).deadlines("2021-01-01", "2040-01-01")
        ]
        assert kinds == ["end"]

    def test_an_end_on_a_fixed_day_follows_from_the_term_alone(self):
        doc = document(event("in_force", "2020-01-01"), term=Term(until="2025-12-31"))
        status = doc.status("2026-02-01")
        assert (status.state, status.events, status.rules) == (State.EXPIRED, (), ("until",))

    def test_what_has_ended_does_not_renew(self):
        doc = document(
            event("signed", "2020-01-01"),
            event("terminated", "2022-01-01"),
            term=Term(entry="signed", length="P5Y", renewal=Renewal("P5Y")),
        )
        status = doc.status("2023-01-01")
        assert (status.state, status.is_renewing, status.until) == (State.TERMINATED, False, None)

    def test_renewed_for_an_unknown_time_it_runs_a_day_at_least(self):
        doc = document(
            event("signed", "2020-01-01"),
            event("renewed", "2024-06-01"),
            term=Term(
                entry="signed",
                length="P5Y",
                reading="commencement",
                renewal=Renewal(mode="exchange"),
            ),
        )
        days = "2024-12-31", "2025-01-01", "2025-01-02"
        assert states(doc, *days) == ["in_force", "in_force", "unknown"]

    def test_an_extension_for_an_unknown_time_misses_its_end(self):
        doc = document(event("in_force", "2020-01-01"), event("extended", "2020-12-01"))
        status = doc.status("2024-01-01")
        assert (status.state, status.missing) == (State.UNKNOWN, ("extended.until",))

    def test_the_day_after_until_is_disputed(self):
        """Courts read «до 31.12» both ways."""
        term = Term(entry="signed", until="2028-12-31", until_disputed=True)
        doc = document(event("signed", "2025-11-05"), term=term)
        assert states(doc, "2028-12-30", "2028-12-31", "2029-01-01") == [
            "in_force",
            "ending_disputed",
            "expired",
        ]

    def test_a_term_may_end_with_the_calendar_year(self):
        term = Term(entry="signed", length="P1Y", to_year_end=True, renewal="P1Y")
        doc = document(event("signed", "2025-11-05"), term=term)
        assert [str(doc.status(day).until) for day in ("2026-01-01", "2027-01-01")] == [
            "2026-12-31",
            "2027-12-31",
        ]

    def test_a_length_may_count_from_another_day_than_the_entry(self):
        term = Term(entry="ratified", length="P5Y", counted_from="signed", reading="event")
        doc = document(event("signed", "2020-01-01"), event("ratified", "2021-01-01"), term=term)
        status = doc.status("2022-01-01")
        assert (str(status.since), str(status.until)) == ("2021-01-01", "2025-01-01")

    def test_the_reading_that_the_document_fixes_sets_the_last_day(self):
        def last(reading):
            term = Term(entry="signed", length="P5Y", reading=reading)
            return str(
                document(event("signed", "2025-11-05"), term=term).status("2026-01-01").until
            )

        assert (last("event"), last("commencement"), last(None)) == (
            "2030-11-05",
            "2030-11-04",
            "2030-11-04",
        )
