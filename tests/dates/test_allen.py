"""Allen's relations and their composition, against definitions on sets of points."""

from itertools import combinations, product

import pytest

from bilateral.dates.intervals import EARLIER, HOLDING, SHARING, Allen, relation, verdict

# Half-open intervals as pairs of points, and the thirteen definitions of Allen (1983) on them.
DEFINITIONS = {
    Allen.BEFORE: lambda a, b, c, d: b < c,
    Allen.MEETS: lambda a, b, c, d: b == c,
    Allen.OVERLAPS: lambda a, b, c, d: a < c < b < d,
    Allen.STARTS: lambda a, b, c, d: a == c and b < d,
    Allen.DURING: lambda a, b, c, d: c < a and b < d,
    Allen.FINISHES: lambda a, b, c, d: c < a and b == d,
    Allen.EQUALS: lambda a, b, c, d: a == c and b == d,
    Allen.FINISHED_BY: lambda a, b, c, d: a < c and b == d,
    Allen.CONTAINS: lambda a, b, c, d: a < c and d < b,
    Allen.STARTED_BY: lambda a, b, c, d: a == c and d < b,
    Allen.OVERLAPPED_BY: lambda a, b, c, d: c < a < d < b,
    Allen.MET_BY: lambda a, b, c, d: d == a,
    Allen.AFTER: lambda a, b, c, d: d < a,
}
INTERVALS = list(combinations(range(8), 2))


def defined(a, b):
    (found,) = (name for name, holds in DEFINITIONS.items() if holds(*a, *b))
    return found


def computed(a, b):
    # The last day is the one before the second point.
    return relation(a[0], a[1] - 1, b[0], b[1] - 1)


def test_there_are_thirteen_relations():
    assert len(Allen) == len(DEFINITIONS) == 13


def test_two_periods_relate_exactly_as_the_definitions_say():
    for a, b in product(INTERVALS, repeat=2):
        assert computed(a, b) is defined(a, b)


def test_the_converse_is_the_relation_the_other_way_round():
    for a, b in product(INTERVALS, repeat=2):
        assert computed(a, b).converse is computed(b, a)
    assert all(one.converse.converse is one for one in Allen)
    assert [one for one in Allen if one.converse is one] == [Allen.EQUALS]


def test_the_table_of_compositions_has_what_occurs_and_nothing_else():
    table = {pair: set() for pair in product(Allen, repeat=2)}
    related = {(a, b): defined(a, b) for a, b in product(INTERVALS, repeat=2)}
    for a, b, c in product(INTERVALS, repeat=3):
        table[related[a, b], related[b, c]].add(related[a, c])
    assert {pair: Allen.compose(*pair) for pair in table} == table


def test_equality_is_neutral_and_converses_compose_in_reverse():
    for a, b in product(Allen, repeat=2):
        assert Allen.compose(a, Allen.EQUALS) == Allen.compose(Allen.EQUALS, a) == {a}
        swapped = Allen.compose(b.converse, a.converse)
        assert swapped == {one.converse for one in Allen.compose(a, b)}
        assert (Allen.EQUALS in Allen.compose(a, b)) == (b is a.converse)


def test_composition_is_associative():
    def compose(many, others):
        return frozenset().union(*(Allen.compose(a, b) for a, b in product(many, others)))

    for a, b, c in product(Allen, repeat=3):
        assert compose(compose({a}, {b}), {c}) == compose({a}, compose({b}, {c}))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("before", "before", "before"),
        ("meets", "meets", "before"),
        ("before", "meets", "before"),
        ("overlaps", "overlaps", "before meets overlaps"),
        ("starts", "during", "during"),
        ("starts", "finishes", "during"),
        ("during", "before", "before"),
        ("meets", "met_by", "finishes equals finished_by"),
        ("met_by", "meets", "starts equals started_by"),
        ("overlaps", "during", "overlaps starts during"),
        ("overlaps", "contains", "before meets overlaps finished_by contains"),
        ("before", "during", "before meets overlaps starts during"),
        (
            "contains",
            "during",
            "overlaps starts during finishes equals finished_by contains started_by overlapped_by",
        ),
        ("during", "contains", " ".join(Allen)),
        ("before", "after", " ".join(Allen)),
    ],
    ids=lambda text: text[:30],
)
def test_compositions_are_those_that_allen_published(first, second, expected):
    assert Allen(first).compose(Allen(second)) == set(expected.split())


def test_the_table_has_409_entries_and_97_single_answers():
    sizes = [len(Allen.compose(a, b)) for a, b in product(Allen, repeat=2)]
    assert (sum(sizes), sizes.count(1), sizes.count(13)) == (409, 97, 3)


def test_the_groups_are_what_their_names_say():
    for (a, b), (c, d) in product(INTERVALS, repeat=2):
        days, others = set(range(a, b)), set(range(c, d))
        found = defined((a, b), (c, d))
        assert (found in SHARING) == bool(days & others)
        assert (found in HOLDING) == (days >= others)
        assert (found in EARLIER) == (max(days) < min(others))


def test_a_verdict_is_yes_if_all_is_wanted_no_if_nothing_is_and_else_unknown():
    assert verdict({Allen.EQUALS}, HOLDING) is True
    assert verdict({Allen.BEFORE}, HOLDING) is False
    assert verdict({Allen.BEFORE, Allen.EQUALS}, HOLDING) is None
