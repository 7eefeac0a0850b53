"""Answers about many documents at once are those that each of their lives gives."""

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Agreement, Dossier, Event, EventKind, Partner, Period, ValidationError
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.lifecycle.deadlines import deadlines_of
from bilateral.lifecycle.lifetimes import life_of
from bilateral.lifecycle.patterns import Patterns
from bilateral.lifecycle.status import activity_of, status_of
from bilateral.terms import Exit, Renewal, Term
from bilateral.testing import values_of

BY, KZ = Partner.state("BY"), Partner.state("KZ")
# Few days, next to each other and the same again, so that every order of them comes up.
DATES = [
    *("2019-12-31", "2020-01-01", "2020-01-02", "2020-02-01", "2021-01-01", "2022-01-01"),
    *("2020-01", "2020", "2020-01-01?", "201X", "Y12020", "-0005"),
]
COMMON = [
    *(EventKind.INITIALLED, EventKind.SIGNED, EventKind.SIGNED, EventKind.IN_FORCE),
    *(EventKind.PROVISIONAL_APPLICATION, EventKind.TERMINATED, EventKind.NEGOTIATED),
]
PERIODS = [
    *(None, None, "2020", "2020/2021", "2020-01-01", "2020-01-01/2020-01-31", "2019/2020-01"),
    *("2020/..", "../2020", "2020/", "/2021", "2020~/2021", "2020-01-02?", "202X", "Y12020/.."),
]
TERMS = [
    Term(entry="signed", length="P1Y", renewal=Renewal("P1Y", notice="P1M")),
    Term(entry="signed", length="P1Y", renewal=Renewal("P1Y", mode="exchange", times=2)),
    Term(entry="signed", indefinite=True, exit=Exit("P6M")),
    Term(follows=["entry", "end"]),
    Term(entry="signed", length="P6M"),
]
WINDOWS = st.tuples(
    st.integers(datetime.date(2018, 1, 1).toordinal(), datetime.date(2024, 1, 1).toordinal()),
    st.integers(0, 1000),
).map(lambda pair: UncertainDay(pair[0], pair[0] + pair[1]))
DAYS = st.dates(datetime.date(2019, 12, 1), datetime.date(2022, 2, 1))


def document(number, chance):
    """A document with events, dated or not, of one side or both."""
    period = chance.choice(PERIODS)
    term = chance.choice(TERMS) if chance.random() < 0.2 else None
    dates = DATES[: chance.choice([2, 3, 6, len(DATES)])]
    events = [
        (
            chance.choice(chance.choice([[*EventKind], COMMON, COMMON])),
            None if chance.random() < 0.05 else chance.choice(dates),
            chance.choice(dates) if chance.random() < 0.2 else None,
            chance.choice([None, None, None, None, None, None, BY, KZ]),
        )
        for _ in range(chance.choice([0, 1, 1, 2, 2, 2, 3, 4]))
    ]
    kind = chance.choice(["mou", "treaty"])
    for kept in (events, events[:1], ()):
        made = [Event(what, on, effective=effect, by=by) for what, on, effect, by in kept]
        try:
            return Agreement(number, kind, (BY, KZ), period=period, term=term, events=made)
        except ValidationError:
            continue
    raise AssertionError


def agreement_with(found, earlier):
    """The same, superseding an earlier one."""
    return Agreement(
        found.id, found.kind, found.sides, period=found.period, events=found.events,
        supersedes=earlier,
    )  # fmt: skip


@st.composite
def dossiers(draw):
    """Some such documents; one supersedes another now and then."""
    found = []
    for number in range(draw(st.integers(1, 8))):
        one = document(f"a{9 - number}", draw(st.randoms(use_true_random=False)))
        if found and draw(st.integers(0, 4)) == 0:
            one = agreement_with(one, draw(st.sampled_from(found)))
        found.append(one)
    return Dossier(agreements=found)


def successors(dossier):
    """The documents that supersede each."""
    found = {}
    for one in dossier:
        for earlier in one.supersedes:
            found.setdefault(earlier.id, []).append(one)
    return found


ALL = dossiers() | values_of(Dossier)


@pytest.fixture(scope="module")
def register():
    """So many documents that most of the orders of their days come up again."""
    chance = random.Random(20261126)
    return Dossier(agreements=[document(f"a{number}", chance) for number in range(5_000)])


def test_documents_of_one_order_of_days_are_applied_as_each_of_their_lives_says(register):
    patterns = Patterns({})
    for one in register:
        assert patterns.activity(one) == activity_of(life_of(one))
    assert sum(patterns.of(one) is not None for one in register) > len(register) / 2


def test_documents_of_one_order_of_days_have_the_status_of_each_of_their_lives(register):
    days = [Period(text).earliest for text in DATES[:6]]
    days += [day + datetime.timedelta(days=more) for day in days for more in (-1, 1)]
    for number, one in enumerate(register):
        # So that each order is asked about on days before, between and after its own.
        for day in (days[number % len(days)], days[number * 7 % len(days)]):
            assert register.status(one.id, day) == status_of(one, day)


@pytest.mark.parametrize("years", ["1990/2060", "2019-12/2020-02", "2020-01-01", "2021"])
def test_documents_of_one_order_of_days_have_the_deadlines_of_each_of_their_lives(register, years):
    period = Period(years)
    window = UncertainDay(period.first_number, period.last_number)
    assert register.deadlines(period.earliest, period.latest) == deadlines_of(register, window)


@given(ALL, st.lists(DAYS, min_size=1, max_size=3))
def test_what_is_applied_on_a_day_is_what_each_status_says(dossier, days):
    for day in days:
        answers = [dossier.status(one, day).is_active for one in dossier]
        active = dossier.active(day)
        assert len(active) == answers.count(True)
        assert len(active.undecided) == answers.count(None)
        assert [one.id for one in active] == [
            one.id for one, answer in zip(dossier, answers, strict=True) if answer
        ]
        assert [one.id for one in active.undecided] == [
            one.id for one, answer in zip(dossier, answers, strict=True) if answer is None
        ]


@pytest.mark.parametrize("first", [0, 1])
def test_a_status_names_events_of_one_day_once_if_they_are_equal(first):
    kept = Event.signed("2020-01-01")
    other = Event.signed("2020-01-01", place="Minsk")
    pair = [
        Agreement(f"a{number}", "mou", (BY, KZ), events=[kept, also])
        for number, also in enumerate((kept, other))
    ]
    dossier = Dossier(agreements=pair)
    for one in (pair[first], pair[1 - first]):
        assert dossier.status(one, "2021-01-01") == one.status("2021-01-01")


@given(ALL, st.lists(DAYS, min_size=1, max_size=3))
def test_a_status_is_that_of_the_life(dossier, days):
    later = successors(dossier)
    for one in dossier:
        for day in days:
            assert dossier.status(one.id, day) == status_of(one, day, later)


@given(ALL, st.lists(WINDOWS, min_size=1, max_size=3))
def test_deadlines_are_those_of_each_life(dossier, windows):
    later = successors(dossier)
    some = dossier.of_kind("mou")
    for window in windows:
        start, end = map(datetime.date.fromordinal, window)
        # Of a few they are worked out one by one, until many have been asked.
        for those in (some, dossier, dossier, some):
            assert those.deadlines(start, end) == deadlines_of(those, window, later)


def test_more_orders_of_days_than_are_kept_have_the_same_answers(monkeypatch):
    monkeypatch.setattr("bilateral.lifecycle.patterns._MOST", 3)
    chance, patterns = random.Random(1), Patterns({})
    for number in range(50):
        one = document(f"a{number}", chance)
        assert patterns.activity(one) == activity_of(life_of(one))


def test_a_few_of_many_are_asked_one_by_one(register):
    few = Dossier(agreements=register.agreements[:200]).of_kind("mou")
    active = few.active("2020-06-01")
    answers = {one.id: one.status("2020-06-01").is_active for one in few}
    assert {one.id for one in active} == {key for key, answer in answers.items() if answer}
    undecided = {key for key, answer in answers.items() if answer is None}
    assert {one.id for one in active.undecided} == undecided
    assert active
    assert undecided
