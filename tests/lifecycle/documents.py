"""Documents with events, and their states on days."""

import datetime

from hypothesis import strategies as st

from bilateral import Agreement, Event, Partner, ValidationError

BY, KZ = Partner.state("BY"), Partner.state("KZ")
SIDES = (BY, KZ)


def document(*events, term=None, **fields):
    fields = {"id": "doc", "kind": "agreement", "sides": SIDES} | fields
    return Agreement(term=term, events=events, **fields)


def event(kind, date=None, **fields):
    return Event(kind, date, **fields)


def states(agreement, *days):
    return [agreement.status(day).state.value for day in days]


MONTHS = st.builds("{}-{:02}".format, st.integers(2019, 2026), st.integers(1, 12))
VAGUE = st.one_of(
    MONTHS, st.integers(2019, 2026).map(str), st.dates(datetime.date(2019, 1, 1)).map(str)
).filter(lambda text: text < "2027")
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
