"""Sets of rows: what they hold, and how they change by day."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bilateral.rowsets import NONE, ByDay, DailyRows, Rows, chosen_rows, marks_of, set_of

SIZES = st.integers(0, 40)


@given(SIZES, st.data())
def test_a_set_has_the_rows_that_it_is_made_of(size, data):
    rows = data.draw(st.lists(st.integers(0, size - 1))) if size else []
    bits = set_of(rows, size)
    assert [*chosen_rows(bits, size)] == sorted({*rows})
    assert [*map(bool, marks_of(bits, size))] == [row in rows for row in range(size)]


def test_a_set_is_made_once_when_it_is_needed():
    made = []
    some = Rows(lambda: made.append(1) or 0b101)
    both = some & Rows(lambda: 0b111) | NONE
    assert not made
    assert (len(both), 2 in both, 1 in both, len(some)) == (2, True, False, 2)
    assert made == [1]


@given(st.integers(0, 2**32 - 1))
def test_on_every_day_it_has_the_rows_that_have_changed_so_often(seed):
    chance = random.Random(seed)
    size = chance.choice([1, 7, 8, 30])
    before = [row for row in range(size) if chance.random() < 0.3]
    changes = {
        chance.randrange(1000): chance.sample(range(size), chance.randint(1, min(size, 3)))
        for _ in range(chance.choice([0, 5, 300]))
    }
    daily = DailyRows(size, before, changes)
    for day in (-1, 0, 1000, *(chance.randrange(1000) for _ in range(20))):
        rows = {*before}
        for other, some in changes.items():
            rows ^= {*some} if other <= day else set()
        assert [*chosen_rows(daily.on(day), size)] == sorted(rows)
        assert daily.number(day) == len(rows)


def test_days_have_their_rows_in_order():
    by_day = ByDay({3: [5, 1], -2: [0]})
    assert [(day, [*rows]) for day, rows in by_day.between(-2, 3)] == [(-2, [0]), (3, [5, 1])]
    assert [(day, [*rows]) for day, rows in by_day.between(-1, 3)] == [(3, [5, 1])]
