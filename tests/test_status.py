"""What a document is on a day: the laws of not knowing, and what ends or interrupts it."""

import datetime
import pickle

import attrs
import pytest
from conftest import problems_of
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Agreement,
    Dossier,
    Event,
    EventKind,
    Partner,
    Period,
    Source,
    State,
    Term,
    ValidationError,
)
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.uncertain_days import When, day_of
from bilateral.examples import astana_2025
from bilateral.lifecycle.event_days import event_days
from bilateral.lifecycle.status import Reason
from bilateral.terms import Exit, Renewal, Start

BY, KZ = Partner.state("BY"), Partner.state("KZ")
SIDES = (BY, KZ)
FIRST, LAST = datetime.date(2019, 1, 1).toordinal(), datetime.date(2035, 12, 31).toordinal()


def document(*events, term=None, **fields):
    fields = {"id": "doc", "kind": "agreement", "sides": SIDES} | fields
    return Agreement(term=term, events=events, **fields)


def event(kind, date=None, **fields):
    return Event(kind, date, **fields)


def states(agreement, *days):
    return [agreement.status(day).state.value for day in days]


# --- not knowing ---

DAYS = st.integers(FIRST, LAST).map(datetime.date.fromordinal)
MONTHS = st.builds("{}-{:02}".format, st.integers(2019, 2026), st.integers(1, 12))
VAGUE = st.one_of(
    MONTHS, st.integers(2019, 2026).map(str), st.dates(datetime.date(2019, 1, 1)).map(str)
).filter(lambda text: text < "2027")
LENGTHS = st.sampled_from(["P1M", "P1Y", "P2Y", "P5Y", "P90D", "P1Y6M"])
READINGS = st.sampled_from([None, "event", "commencement"])
STARTS = st.builds(
    Start,
    st.just("signed"),
    after=st.sampled_from(["P1M", "P2M"]),
    effect=st.sampled_from(["day", "after_expiry", "month", "next_month"]),
) | st.just(Start("signed"))
RENEWALS = st.none() | st.builds(
    Renewal,
    LENGTHS,
    times=st.none() | st.integers(0, 3),
    notice=st.none() | st.sampled_from(["P1M", "P6M"]),
    mode=st.sampled_from(["tacit", "tacit", "exchange"]),
)
EXITS = (
    st.none()
    | st.builds(
        Exit,
        st.just("P1Y"),
        effect=st.sampled_from(["day", "after_expiry", "month", "year_end"]),
        locked=st.none() | st.just("P1Y"),
        floor=st.none() | st.just("P2Y"),
    )
    | st.builds(
        Exit,
        st.sampled_from(["P1M", "P6M"]),
        at_anniversary=st.booleans(),
        locked=st.just("P1Y"),
        locked_to_year_end=st.booleans(),
        presumed=st.none() | st.just("P10D"),
    )
)
TERMS = st.builds(
    Term,
    entry=STARTS,
    length=LENGTHS,
    reading=READINGS,
    renewal=RENEWALS,
    exit=EXITS,
)
LATER_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["notice_received", "notice_sent", "notice_revoked", "extended", "suspended"]
            + ["resumed", "terminated", "superseded"]
        ),
        VAGUE,
    ),
    max_size=3,
)


def build(term, signed, later):
    try:
        return document(
            event("signed", signed), *(event(kind, date) for kind, date in later), term=term
        )
    except ValidationError:
        # Their order is impossible.
        return None


def completions(date, rng):
    """Some whole days that a partial date may be, its bounds among them."""
    first, last = date.first_number, date.last_number
    days = {first, last, *(rng.randint(first, last) for _ in range(4))}
    return [datetime.date.fromordinal(number).isoformat() for number in days]


@given(TERMS, VAGUE, LATER_EVENTS, DAYS, st.randoms(use_true_random=False))
def test_the_answer_holds_for_every_completion(term, signed, later, on, rng):
    """Whatever the true days are, their answer is among the possible ones."""
    vague = build(term, signed, later)
    if vague is None:
        return
    possible = vague.status(on).possible
    dates = [completions(one.date, rng) for one in vague.events]
    for _ in range(6):
        whole = [rng.choice(days) for days in dates]
        exact = build(term, whole[0], list(zip([k for k, _ in later], whole[1:], strict=True)))
        if exact:
            assert exact.status(on).possible <= possible, whole


@given(TERMS, MONTHS, DAYS)
def test_the_answer_is_the_join_of_its_completions(term, signed, on):
    """It is unknown exactly where the completions differ."""
    vague = document(event("signed", signed), term=term)
    first, last = vague.events[0].date.first_number, vague.events[0].date.last_number
    every = set()
    for number in range(first, last + 1):
        exact = document(event("signed", datetime.date.fromordinal(number)), term=term)
        every |= exact.status(on).possible
    status = vague.status(on)
    assert status.possible >= every
    if len(every) == 1:
        assert status.possible == every
    assert status.state is (next(iter(every)) if len(every) == 1 else State.UNKNOWN)


@given(TERMS, VAGUE, LATER_EVENTS, DAYS)
def test_since_and_until_say_when_it_changes(term, signed, later, on):
    """The state holds on the days from ``since`` to ``until``, and not on those around them."""
    doc = build(term, signed, later)
    if doc is None:
        return
    status = doc.status(on)
    one = datetime.timedelta(days=1)
    assert status.first.earliest <= on.toordinal() <= status.last.latest
    if status.since:
        assert doc.status(status.since).state is status.state
        assert doc.status(status.since - one).state is not status.state
    if status.until:
        assert doc.status(status.until).state is status.state
        if not status.is_renewing:
            assert doc.status(status.until + one).state is not status.state


@given(TERMS, VAGUE, LATER_EVENTS, DAYS)
def test_every_answer_has_its_words(term, signed, later, on):
    doc = build(term, signed, later)
    if doc:
        status = doc.status(on)
        texts = {lang: status.text(lang) for lang in ("de", "en", "ru")}
        assert all(text.endswith(".") and "{" not in text for text in texts.values())
        assert status.reasons


class TestNotKnowing:
    def test_a_month_of_signature(self):
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

    def test_a_month_of_another_event(self):
        doc = document(event("in_force", "2020-01-01"), event("terminated", "2025-11"))
        status = doc.status("2025-11-15")
        assert (status.state, status.missing) == (State.UNKNOWN, ("terminated",))
        # What is told to the month is on record: the text does not say that it is not.
        assert status.text("en") == (
            "Unknown. Termination: November 2025. Entry into force: 1 January 2020."
        )

    def test_nothing_recorded(self):
        status = document().status("2026-01-01")
        assert (status.state, status.missing, status.is_active) == (
            State.UNKNOWN,
            ("signed", "term.entry"),
            None,
        )
        assert status.possible == {State.DRAFT, State.SIGNED, State.IN_FORCE}
        assert (status.since, status.since_within, status.until_within) == (None, None, None)

    def test_only_the_preparation(self):
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

    def test_signed_without_a_rule(self):
        status = document(event("signed", "2025-11-05"), kind="memorandum").status("2026-01-01")
        assert (status.state, status.is_active, status.missing) == (
            State.SIGNED,
            None,
            ("term.entry",),
        )
        assert status.possible == {State.SIGNED, State.IN_FORCE}

    def test_an_event_without_a_date(self):
        doc = document(event("in_force"))
        assert doc.status("2026-01-01").possible == {State.DRAFT, State.SIGNED, State.IN_FORCE}
        assert set(doc.status("2026-01-01").missing) == {"signed", "in_force"}

    def test_in_force_without_an_end(self):
        """It stays in force, and the answer says what it does not know."""
        status = document(event("in_force", "1995-01-01")).status("2026-01-01")
        assert (status.state, status.is_active, status.missing) == (
            State.IN_FORCE,
            True,
            ("term.length",),
        )
        assert status.events[0].kind == "in_force"

    def test_unknown_and_open_ends_of_a_period(self):
        def plan(period):
            return document(event("signed", "2025-11-05"), kind="roadmap", period=period)

        assert states(plan("2026/.."), "2027-01-01") == ["in_force"]
        assert plan("2026/").status("2027-01-01").possible == {State.IN_FORCE, State.EXPIRED}
        assert plan("2026/").status("2027-01-01").missing == ("period",)
        assert states(plan("../2028"), "2027-01-01", "2029-01-01") == ["in_force", "expired"]
        assert plan("2026/2028~").status("2027-01-01").state is State.UNKNOWN

    def test_the_founding_dossier(self):
        """A memorandum without a rule, and two roadmaps for 2026 to 2028."""
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

    def test_a_day_that_no_date_can_hold(self):
        with pytest.raises(ValidationError) as error:
            document().status("-0001-01-01")
        assert problems_of(error) == [("", "date-out-of-range")]

    def test_days_after_the_last_that_a_date_can_hold(self):
        """They are told by their years."""
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

    def test_one_side_signed(self):
        doc = document(event("signed", "2025-11-05", by=BY))
        assert states(doc, "2026-01-01") == ["draft"]
        both = document(event("signed", "2025-11-05", by=BY), event("signed", "2025-12-01", by=KZ))
        assert states(both, "2025-11-30", "2025-12-01") == ["draft", "signed"]

    @pytest.mark.parametrize("on", ["2026", "2026-01-01~"])
    def test_it_is_asked_for_a_day(self, on):
        with pytest.raises(ValidationError) as error:
            document().status(on)
        assert problems_of(error) == [("", "whole-day-needed")]


class TestOrderOfEvents:
    """A vague date is narrowed by what must come before and after it."""

    def test_signed_in_the_year_of_the_exchange(self):
        doc = document(event("signed", "1961"), event("instruments_exchanged", "1961-03-03"))
        assert doc.status("1961-03-10").state is State.SIGNED
        assert doc.status("1961-03-10").reasons[0].days == Period("1961-01-01/1961-03-03")
        assert doc.status("1961-03-02").state is State.UNKNOWN

    @pytest.mark.parametrize(
        ("first", "second"), [(kind, one) for one in EventKind for kind in sorted(one.follows)]
    )
    def test_every_kind_of_event(self, first, second):
        before = [event(first, "1961"), event(second, "1961-03-03")]
        days = event_days(before)
        assert days[before[0]].period == Period("1961-01-01/1961-03-03")
        after = [event(first, "1961-03-03"), event(second, "1961")]
        assert event_days(after)[after[1]].period == Period("1961-03-03/1961-12-31")

    def test_through_several_events(self):
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

    def test_by_the_day_of_its_source(self):
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

    def test_by_the_day_on_which_it_was_retrieved(self):
        sources = [Source("a", retrieved="2024-01"), Source("b", retrieved="2025"), Source("c")]
        doc = document(event("terminated", sources=sources), term=Term(indefinite=True))
        assert doc.status("2024-01-31").state is State.TERMINATED
        assert State.TERMINATED in doc.status("2024-01-30").possible
        assert doc.status("2024-01-30").state is State.UNKNOWN

    def test_by_today_if_no_source_is_dated(self):
        today = datetime.date.today()  # noqa: DTZ011 - as the library does
        doc = document(event("in_force"), term=Term(indefinite=True))
        assert doc.status(today).state is State.IN_FORCE
        assert doc.status(today - datetime.timedelta(1)).state is State.UNKNOWN
        assert len(Dossier(agreements=[doc]).active(today)) == 1


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
    def test_of_a_single_chance(self, renewal):
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

    def test_where_a_further_chance_follows_it_counts_then(self):
        doc = self.doc(Renewal("P1Y", notice="P6M"), "2020-09-05")
        assert states(doc, "2020-10-01", "2021-03-01", "2022-03-01") == [
            "ending",
            "ending",
            "expired",
        ]

    def test_on_the_day_on_which_a_lock_may_end(self):
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

    def test_of_two_effects_one_that_is_certain_is_enough(self):
        """In time against the renewal, perhaps within the lock."""
        term = Term(length="P5Y", reading="event", renewal=Renewal("P5Y", notice="P6M"),
                    exit=Exit("P1M", locked="P1Y"))  # fmt: skip
        doc = document(event("in_force", "2020"), event("notice_received", "2021-06-01"), term=term)
        assert doc.status("2021-06-15").state is State.ENDING

    def test_that_may_have_been_revoked_in_time(self):
        """No day is disputed for certain where the end itself is not."""
        term = Term(indefinite=True, exit=Exit("P1M", floor="P3Y"))
        events = event("in_force", "2020-01-31"), event("notice_received", "2021-01-01")
        doc = document(*events, event("notice_revoked", "2023-01"), term=term)
        assert State.IN_FORCE in doc.status("2023-01-31").possible
        assert doc.status("2023-03-01").possible >= {State.IN_FORCE, State.TERMINATED}

    def test_of_which_it_is_known_what_it_is_against(self):
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

    def test_that_is_presumed_to_be_received(self):
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

    def test_within_a_lock_to_the_end_of_the_calendar_year(self):
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

    def test_that_was_sent_and_never_arrived(self):
        term = Term(indefinite=True, exit=Exit("P1Y", counts="received"))
        doc = document(event("in_force", "2020-01-31"), event("notice_sent", "2021-01-01"),
                       term=term)  # fmt: skip
        status = doc.status("2021-02-01")
        assert status.possible == {State.IN_FORCE, State.ENDING}
        assert status.missing == ("notice_received",)

    def test_for_which_there_is_no_rule(self):
        doc = document(event("in_force", "2020-01-01"), event("notice_received", "2021-01-01"))
        status = doc.status("2021-02-01")
        assert status.possible == {State.IN_FORCE, State.ENDING, State.TERMINATED}
        assert status.missing == ("term.exit",)


class TestLife:
    def test_provisional_application(self):
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

    def test_the_latest_of_several_triggers(self):
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

    def test_a_period_that_renews(self):
        doc = document(event("signed", "2025-11-05"), kind="programme", period="2026/2028",
                       term=Term(renewal=Renewal("P3Y", notice="P6M")))  # fmt: skip
        status = doc.status("2033-01-01")
        assert (status.state, str(status.until), status.is_renewing) == (
            State.IN_FORCE,
            "2034-12-31",
            True,
        )

    def test_suspension(self):
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

    def test_notice_that_is_revoked_before_it_takes_effect(self):
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

    def test_the_day_of_effect_of_a_notice(self):
        doc = document(
            event("in_force", "2020-01-01"),
            event("notice_received", "2021-01-01", effective="2021-04-01"),
        )
        assert states(doc, "2021-03-31", "2021-04-01") == ["ending", "terminated"]

    def test_notice_that_may_be_of_two_sorts(self):
        """Against renewal or to leave: the event does not tell."""
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

    def test_notice_where_the_length_is_not_known(self):
        term = Term(entry="signed", renewal=Renewal("P5Y", notice="P6M"))
        doc = document(
            event("signed", "2020-01-01"), event("notice_received", "2021-01-01"), term=term
        )
        status = doc.status("2022-01-01")
        assert (status.state, status.missing) == (State.UNKNOWN, ("term.length",))

    def test_notice_while_it_may_have_been_locked(self):
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

    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            ("terminated", State.TERMINATED),
            ("superseded", State.SUPERSEDED),
            ("fulfilled", State.FULFILLED),
        ],
    )
    def test_recorded_ends(self, kind, state):
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
    def test_a_rule_for_the_end_is_missing_or_not(self, rules, missing):
        doc = document(event("in_force", "2020-01-01"), term=Term(**rules))
        assert doc.status("2026-01-01").missing == missing

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

    def test_extended_until(self):
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

    def test_extended_for_an_unknown_time(self):
        doc = document(event("in_force", "2020-01-01"), event("extended", "2020-12-01"))
        status = doc.status("2024-01-01")
        assert (status.state, status.missing) == (State.UNKNOWN, ("extended.until",))

    def test_until_that_is_disputed(self):
        """Courts read «до 31.12» both ways."""
        term = Term(entry="signed", until="2028-12-31", until_disputed=True)
        doc = document(event("signed", "2025-11-05"), term=term)
        assert states(doc, "2028-12-30", "2028-12-31", "2029-01-01") == [
            "in_force",
            "ending_disputed",
            "expired",
        ]

    def test_the_end_of_the_calendar_year(self):
        term = Term(entry="signed", length="P1Y", to_year_end=True, renewal="P1Y")
        doc = document(event("signed", "2025-11-05"), term=term)
        assert [str(doc.status(day).until) for day in ("2026-01-01", "2027-01-01")] == [
            "2026-12-31",
            "2027-12-31",
        ]

    def test_a_length_counted_from_another_day(self):
        term = Term(entry="ratified", length="P5Y", counted_from="signed", reading="event")
        doc = document(event("signed", "2020-01-01"), event("ratified", "2021-01-01"), term=term)
        status = doc.status("2022-01-01")
        assert (str(status.since), str(status.until)) == ("2021-01-01", "2025-01-01")

    def test_the_reading_that_the_document_fixes(self):
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

    def test_notice_that_cannot_be_dated(self):
        """No loop without end where neither anchor nor notice is known."""
        term = Term(length="P1Y", renewal=Renewal("P1Y", notice="P1M"))
        for entry, notice in (("2020-01-01", None), (None, "2021-01-01"), (None, None)):
            doc = document(event("in_force", entry), event("notice_received", notice), term=term)
            assert doc.status("2022-01-01").state is State.UNKNOWN
        sent = document(
            event("in_force", "2020-01-01"), event("notice_sent", "2021-01-01"), term=term
        )
        assert sent.status("2030-01-01").missing == ("notice_received",)


class TestOthers:
    def test_superseded_when_the_later_one_enters_into_force(self):
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
        with pytest.raises(KeyError):
            dossier.status("other", "2026-01-01")

    def test_of_an_agreement_or_of_its_id(self):
        doc = document(event("in_force", "2020-01-01"), id="doc")
        dossier = Dossier(agreements=[doc])
        assert dossier.status(doc, "2026-01-01") == dossier.status("doc", "2026-01-01")
        for other in (document(id="other"), document(id="doc")):
            with pytest.raises(KeyError):
                dossier.status(other, "2026-01-01")
        with pytest.raises(ValidationError) as error:
            dossier.status(5, "2026-01-01")
        assert problems_of(error) == [("", "wrong-type")]

    def test_superseded_perhaps(self):
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

    def test_the_next_plan(self):
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

    def test_active(self):
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


class TestValue:
    def test_it_is_a_value(self):
        status = document(event("signed", "2025-11-05")).status("2026-01-01")
        assert pickle.loads(pickle.dumps(status)) == status
        assert hash(status) == hash(attrs.evolve(status))
        assert not hasattr(status, "__dict__")

    def test_in_a_notebook(self):
        term = Term(entry="signed", length="P5Y")
        doc = document(event("signed", "2025-11-05"), term=term, sectors=["trade"])
        html = doc.status("2026-01-01")._repr_html_()
        assert "<caption>status on 2026-01-01</caption>" in html
        assert "<td>in Kraft</td>" in html
        assert "Last day of the term: 4 or 5 November 2030" in html
        assert "Remains in force for 5 years." in doc._repr_html_()

    def test_a_reason_of_which_nothing_is_known(self):
        reason = Reason("superseded_by", about="new")
        assert reason.days is None
        assert reason.text("en") == "Replacement by the document “new”: not known."

    def test_a_reason_of_which_one_bound_is_known(self):
        day = datetime.date(2025, 11, 5).toordinal()
        after, before = When(day, FOREVER), When(-SOMETIME, day)
        assert (
            Reason("signed", after).text("de") == "Unterzeichnung: nicht vor dem 5. November 2025."
        )
        assert Reason("signed", before).text("ru") == "Подписание: не позднее 5 ноября 2025 года."

    def test_words(self):
        doc = document(event("signed", "2025-11-05"), kind="roadmap", period="2026/2028")
        assert doc.status("2025-12-01").text("de") == (
            "Unterzeichnet am 5. November 2025, noch nicht angelaufen. "
            "Beginn des Zeitraums: 1. Januar 2026."
        )
        assert doc.status("2029-01-01").text("ru") == (
            "Истёк срок действия. Последний день периода: 31 декабря 2028 года."
        )
        vague = document(event("signed", "2025-11-05/2025-11-20".partition("/")[0]))
        assert vague.status("2026-01-01").text("en") == (
            "Signed on 5 November 2025. "
            "Not recorded: when it enters into force or comes into effect."
        )
