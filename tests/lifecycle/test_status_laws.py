"""The laws of not knowing: what a document is on a day, whatever the true days are."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bilateral import State, Term
from bilateral.terms import Exit, Renewal, Start
from tests.lifecycle.documents import (
    LATER_EVENTS,
    MONTHS,
    VAGUE,
    build,
    completions,
    document,
    event,
)

FIRST, LAST = datetime.date(2019, 1, 1).toordinal(), datetime.date(2035, 12, 31).toordinal()


# --- not knowing ---

DAYS = st.integers(FIRST, LAST).map(datetime.date.fromordinal)
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
