"""Extents against enumeration, and sets of days against Python's own sets."""

import copy
import pickle
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates.daysets import Days, DaySet
from bilateral.dates.intervals import FOREVER, HOLDING, SHARING, SOMETIME, Allen, Extent, relation
from bilateral.dates.periods import Period
from bilateral.problems import ValidationError

SMALL = range(6)


@st.composite
def extents(draw):
    """An extent over a few days that at least one period fits."""
    first_min, first_max = sorted(draw(st.tuples(*[st.sampled_from(SMALL)] * 2)))
    last_min, last_max = sorted(draw(st.tuples(*[st.sampled_from(SMALL)] * 2)))
    shortest, longest = sorted(draw(st.tuples(*[st.integers(0, 4)] * 2)))
    extent = Extent(first_min, first_max, last_min, last_max, shortest, longest)
    return extent if members(extent) else Extent.known(first_min, first_min + shortest)


def members(extent):
    """Every period that the extent allows."""
    return [
        (first, last)
        for first in range(extent.first_min, extent.first_max + 1)
        for last in range(extent.last_min, extent.last_max + 1)
        if extent.shortest <= last - first <= extent.longest
    ]


def answer(truths):
    found = set(truths)
    return found.pop() if len(found) == 1 else None


class TestExtent:
    @given(extents(), extents())
    def test_the_possible_relations_are_those_of_some_pair_of_periods(self, a, b):
        found = {relation(*x, *y) for x, y in product(members(a), members(b))}
        assert a.relations(b) == found
        assert b.relations(a) == {one.converse for one in found}

    @given(extents(), extents())
    def test_an_answer_is_given_exactly_when_all_pairs_agree_on_it(self, a, b):
        pairs = [relation(*x, *y) for x, y in product(members(a), members(b))]
        assert a.contains(b) is answer(one in HOLDING for one in pairs)
        assert a.overlaps(b) is answer(one in SHARING for one in pairs)

    @given(extents(), extents())
    def test_one_precedes_another_exactly_when_all_pairs_agree_on_it(self, a, b):
        pairs = product(members(a), members(b))
        assert a.precedes(b) is answer(x[1] < y[0] for x, y in pairs)

    @given(extents())
    def test_days_of_all_its_periods_are_certain_and_days_of_any_are_possible(self, extent):
        days = [set(range(first, last + 1)) for first, last in members(extent)]
        certain = set.intersection(*days)
        found = extent.certain
        assert (set(range(found[0], found[1] + 1)) if found else set()) == certain
        first, last = extent.possible
        assert set().union(*days) <= set(range(first, last + 1))

    def test_open_ends_lie_at_one_place(self):
        a, b = Extent.known(5, FOREVER), Extent.known(7, FOREVER)
        assert a.relations(b) == {Allen.FINISHED_BY}

    def test_a_day_that_may_be_any_is_still_before_an_open_end(self):
        any_day = Extent(-SOMETIME, SOMETIME, -SOMETIME, SOMETIME, 0, 0)
        assert Extent.known(-FOREVER, FOREVER).relations(any_day) == {Allen.CONTAINS}
        assert any_day.relations(any_day) == {
            Allen.BEFORE,
            Allen.MEETS,
            Allen.EQUALS,
            Allen.MET_BY,
            Allen.AFTER,
        }


ENDS = st.integers(-9, 9)
SPANS = st.lists(
    st.tuples(ENDS | st.just(-FOREVER), ENDS | st.just(FOREVER)).filter(lambda x: x[0] <= x[1]),
    max_size=5,
)
SETS = SPANS.map(DaySet)
WINDOW = range(-12, 13)


def seen(days):
    """The days of a set within a window that is wider than all its finite ends."""
    return {n for n in WINDOW if any(first <= n <= last for first, last in days.spans)}


class TestDaySet:
    @given(SPANS)
    def test_its_spans_are_in_order_apart_and_never_adjacent(self, spans):
        days = DaySet(spans)
        assert seen(days) == {n for n in WINDOW if any(a <= n <= b for a, b in spans)}
        edges = [edge for span in days.spans for edge in span]
        assert edges == sorted(edges)
        assert all(b[0] - a[1] > 1 for a, b in zip(days.spans, days.spans[1:], strict=False))
        assert DaySet(reversed(spans)) == days
        assert hash(DaySet(reversed(spans))) == hash(days)

    @given(SETS, SETS)
    def test_its_operators_do_what_pythons_sets_do(self, a, b):
        assert seen(a | b) == seen(a) | seen(b)
        assert seen(a & b) == seen(a) & seen(b)
        assert seen(a - b) == seen(a) - seen(b)
        assert seen(a ^ b) == seen(a) ^ seen(b)
        assert seen(~a) == set(WINDOW) - seen(a)
        assert (a <= b) == (seen(a) <= seen(b))
        assert (a < b) == (seen(a) < seen(b))
        assert (a == b) == (seen(a) == seen(b))
        assert a.isdisjoint(b) == seen(a).isdisjoint(seen(b))
        assert bool(a) == bool(seen(a))

    @given(SETS, SETS, SETS)
    def test_the_laws_of_boolean_algebra_hold_for_the_canonical_form(self, a, b, c):
        assert a | b == b | a
        assert a & b == b & a
        assert (a | b) | c == a | (b | c)
        assert (a & b) & c == a & (b & c)
        assert a & (b | c) == (a & b) | (a & c)
        assert a | (b & c) == (a | b) & (a | c)
        assert a | (a & b) == a == a & (a | b)
        assert ~(a | b) == ~a & ~b
        assert ~(a & b) == ~a | ~b
        assert ~~a == a
        assert a | ~a == ~DaySet()
        assert a & ~a == DaySet()

    @given(SETS)
    def test_the_gaps_fill_the_set_up_to_one_span_and_share_nothing_with_it(self, days):
        assert len((days | days.gaps()).spans) <= 1
        assert days.isdisjoint(days.gaps())

    @given(SETS)
    def test_a_set_becomes_periods_and_back(self, days):
        if days == ~DaySet():
            assert repr(days) == "~DaySet()"
            with pytest.raises(ValidationError) as caught:
                days.periods()
            assert caught.value.problems[0].code == "period-without-date"
        else:
            assert DaySet.of(*days.periods()) == days
            assert eval(repr(days)) == days  # noqa: S307

    @given(SETS)
    def test_copies_and_pickles_are_equal(self, days):
        assert pickle.loads(pickle.dumps(days)) == copy.deepcopy(days) == copy.copy(days) == days

    def test_a_set_cannot_be_changed(self):
        days = DaySet.of("2026")
        with pytest.raises(AttributeError):
            days.spans = ()
        with pytest.raises(AttributeError):
            del days.spans

    def test_the_days_are_counted_unless_they_are_endless(self):
        assert DaySet.of("2026", "2028").day_count == 365 + 366
        assert DaySet().day_count == 0
        assert DaySet.of("2026/..").day_count is None
        assert DaySet.of("../2026", "2028").day_count is None

    def test_a_day_is_in_the_set_or_not(self):
        assert date(2026, 5, 1) in DaySet.of("2024", "2026")
        assert date(2025, 5, 1) not in DaySet.of("2024", "2026")
        assert DaySet() != "2026"

    @pytest.mark.parametrize("text", ["2026/", "2026~", "202X", "/2028", "2026-22"])
    def test_a_set_has_only_days_that_are_known(self, text):
        with pytest.raises(ValidationError) as caught:
            DaySet.of("2020", text)
        assert [(p.code, p.value) for p in caught.value.problems] == [("period-not-definite", text)]

    def test_a_union_takes_days_periods_and_texts(self):
        assert Period("2026").union(date(2027, 1, 1), "2027-01-02/..") == DaySet.of("2026/..")


class TestDays:
    FEBRUARY = Days(range(date(2024, 2, 1).toordinal(), date(2024, 3, 1).toordinal()))

    def test_days_are_a_sequence_of_dates_in_which_nothing_is_stored(self):
        days = self.FEBRUARY
        assert list(days) == [date(2024, 2, n) for n in range(1, 30)]
        assert (len(days), days[0], days[-1]) == (29, date(2024, 2, 1), date(2024, 2, 29))
        assert next(reversed(days)) == date(2024, 2, 29)
        assert days.index(date(2024, 2, 3)) == 2
        assert days[1:3] == Days(days.numbers[1:3])
        assert list(days[::-10]) == [date(2024, 2, 29), date(2024, 2, 19), date(2024, 2, 9)]
        assert date(2024, 3, 1) not in days
        assert "2024-02-01" not in days
        with pytest.raises(IndexError):
            days[29]

    def test_days_are_equal_and_hash_alike_but_are_no_list(self):
        assert hash(self.FEBRUARY[:]) == hash(self.FEBRUARY)
        assert list(self.FEBRUARY) != self.FEBRUARY

    def test_days_show_their_number_and_their_ends(self):
        assert repr(self.FEBRUARY) == "<29 days from 2024-02-01 to 2024-02-29>"
        assert repr(self.FEBRUARY[:0]) == "<0 days>"

    @pytest.mark.parametrize("numbers", [range(2), range(1, 10**7)], ids=repr)
    def test_outside_the_years_1_to_9999_there_are_no_dates_to_give(self, numbers):
        with pytest.raises(ValidationError) as caught:
            Days(numbers)
        assert caught.value.problems[0].code == "date-out-of-range"
