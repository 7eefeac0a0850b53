"""Vague and missing days of events: what their order and their sources tell."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Dossier, EventKind, Period, Source, State, Term
from bilateral.dates.uncertain_days import day_of
from bilateral.lifecycle.event_days import event_days
from tests.lifecycle.documents import (
    BY,
    KZ,
    LATER_EVENTS,
    VAGUE,
    build,
    completions,
    document,
    event,
)


class TestOrderOfEvents:
    """A vague date is narrowed by what must come before and after it."""

    def test_a_signature_in_the_year_of_the_exchange_was_before_it(self):
        doc = document(event("signed", "1961"), event("instruments_exchanged", "1961-03-03"))
        assert doc.status("1961-03-10").state is State.SIGNED
        assert doc.status("1961-03-10").reasons[0].days == Period("1961-01-01/1961-03-03")
        assert doc.status("1961-03-02").state is State.UNKNOWN

    @pytest.mark.parametrize(
        ("first", "second"), [(kind, one) for one in EventKind for kind in sorted(one.follows)]
    )
    def test_every_kind_of_event_is_narrowed_by_those_it_follows(self, first, second):
        before = [event(first, "1961"), event(second, "1961-03-03")]
        days = event_days(before)
        assert days[before[0]].period == Period("1961-01-01/1961-03-03")
        after = [event(first, "1961-03-03"), event(second, "1961")]
        assert event_days(after)[after[1]].period == Period("1961-03-03/1961-12-31")

    def test_a_date_is_narrowed_through_several_events(self):
        events = [
            event("negotiated", "1961"),
            event("signed", "196X"),
            event("ratified", "1961"),
            event("instruments_exchanged", "1961-03-03"),
        ]
        days = event_days(events)
        assert {str(days[one].period) for one in events[:3]} == {"1961-01-01/1961-03-03"}

    def test_of_several_that_come_before_only_one_must(self):
        events = [
            event("signed", "1961", by=BY),
            event("signed", "1961", by=KZ),
            event("ratified", "1961-03-03"),
        ]
        assert str(event_days(events)[events[0]].period) == "1961"
        own = [event("signed", "1961", by=BY), event("ratified", "1961-03-03", by=KZ)]
        assert str(event_days(own)[own[0]].period) == "1961"

    def test_of_several_that_come_before_the_first_one_must(self):
        events = [
            event("signed", "2020-03-01"),
            event("signed", "2020-09-01"),
            event("ratified", "2020"),
        ]
        assert str(event_days(events)[events[2]].period) == "2020-03/2020-12"

    def test_where_two_do_not_fit_together_a_third_stands_for_itself_too(self):
        events = [
            event("signed", "2010"),
            event("ratified", "2010-03-01"),
            event("suspended", "20XX"),
            event("resumed", "2000-01-01"),
        ]
        assert str(event_days(events)[events[0]].period) == "2010"

    def test_where_nothing_fits_together_each_date_stands_for_itself(self):
        events = [
            event("in_force", "2010-01-01"),
            event("suspended", "20XX"),
            event("resumed", "2000-01-01"),
        ]
        assert str(event_days(events)[events[1]].period) == "2000/2099"

    def test_an_event_that_others_need_not_follow_stays_vague(self):
        """Some documents are in force before they are signed."""
        events = [event("signed", "1961"), event("in_force", "1961-03-03")]
        assert str(event_days(events)[events[0]].period) == "1961"

    @given(LATER_EVENTS, VAGUE, st.randoms(use_true_random=False))
    def test_no_day_is_lost_that_fits(self, later, signed, rng):
        vague = build(None, signed, later)
        if vague is None:
            return
        dates = [completions(one.date, rng) for one in vague.events]
        for _ in range(6):
            whole = [rng.choice(days) for days in dates]
            if build(None, whole[0], list(zip([k for k, _ in later], whole[1:], strict=True))):
                days = event_days(vague.events) or {one: day_of(one.date) for one in vague.events}
                for one, text in zip(vague.events, whole, strict=True):
                    number = datetime.date.fromisoformat(text).toordinal()
                    assert days[one].earliest <= number <= days[one].latest


class TestStatedWithoutADay:
    """A register that says "in force" says a fact, and on which day it says so."""

    def test_a_fact_without_a_day_holds_by_the_day_of_its_source(self):
        register = Source("register", date="2020-06-30", retrieved="2024-01-01")
        doc = document(event("in_force", sources=[register]), term=Term(indefinite=True))
        status = doc.status("2020-06-30")
        assert (status.state, status.since, status.since_within) == (
            State.IN_FORCE,
            None,
            Period("../2020-06"),
        )
        assert doc.status("2020-06-29").state is State.UNKNOWN
        assert doc.status("2020-06-29").missing == ("in_force", "signed")

    def test_a_fact_without_a_day_holds_by_the_day_on_which_it_was_retrieved(self):
        sources = [Source("a", retrieved="2024-01"), Source("b", retrieved="2025"), Source("c")]
        doc = document(event("terminated", sources=sources), term=Term(indefinite=True))
        assert doc.status("2024-01-31").state is State.TERMINATED
        assert State.TERMINATED in doc.status("2024-01-30").possible
        assert doc.status("2024-01-30").state is State.UNKNOWN

    def test_a_fact_without_a_day_holds_by_today_if_no_source_is_dated(self, monkeypatch):
        monkeypatch.setattr("bilateral.clock.today", lambda: datetime.date(2027, 3, 1))
        doc = document(event("in_force"), term=Term(indefinite=True))
        assert doc.status("2027-03-01").state is State.IN_FORCE
        assert doc.status("2027-02-28").state is State.UNKNOWN
        undated = document(event("in_force", sources=[Source("s", note="a list")]), term=doc.term)
        assert undated.status("2027-03-01").state is State.IN_FORCE

    def test_a_dossier_that_stays_open_over_night_has_the_answers_of_the_new_day(self, monkeypatch):
        doc = document(event("in_force"), term=Term(indefinite=True))
        dossier = Dossier(agreements=[doc])
        for today, state, active in ((1, State.IN_FORCE, 1), (2, State.UNKNOWN, 0)):
            monkeypatch.setattr(
                "bilateral.clock.today", lambda today=today: datetime.date(2027, 3, today)
            )
            assert dossier.status(doc, "2027-03-01").state is state
            assert len(dossier.active("2027-03-01")) == active
