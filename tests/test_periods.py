"""Dates and periods as values: what they say of themselves and of each other."""

import copy
import operator
import pickle
import sys
from datetime import date, datetime, timedelta
from itertools import count, pairwise

import pandas as pd
import portion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.coercion import Rejected
from bilateral.dates.gregorian import day_number, year_month_day
from bilateral.dates.periods import (
    Allen,
    Days,
    DaySet,
    Duration,
    EndKind,
    PartialDate,
    Period,
    Precision,
    optional_date,
    optional_period,
)
from bilateral.dates.words.reading import period_readings
from bilateral.errors import MissingExtra
from bilateral.problems import ValidationError

DAYS = st.dates(date(2019, 1, 1), date(2023, 12, 31))
DATE_TEXTS = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    st.sampled_from(["2019-33", "2020-41", "2021-38", "2022-27"]),
)
FUZZY_TEXTS = st.one_of(
    DATE_TEXTS.map(lambda text: text + "~"),
    DATE_TEXTS.map(lambda text: "?" + text),
    DAYS.map(lambda day: f"{day:%Y-%m}-XX"),
    DAYS.map(lambda day: f"{day:%Y-%m}-~{day:%d}"),
    st.sampled_from(["202X", "2021-22", "2020-XX", "20XX-02-29", "2021-~05-31", "2022-24"]),
)


def period_texts(dates):
    """Texts of periods with these dates as ends, not reversed."""
    closed = st.tuples(dates, dates).map("/".join)
    half = st.tuples(dates, st.sampled_from(["{}/..", "../{}"])).map(lambda x: x[1].format(x[0]))
    return st.one_of(closed, half, dates).filter(parses)


def parses(text):
    try:
        Period.parse(text)
    except ValidationError:
        return False
    return True


DEFINITE = period_texts(DATE_TEXTS).map(Period)
UNKNOWN = st.tuples(DATE_TEXTS, st.sampled_from(["{}/", "/{}"])).map(lambda x: x[1].format(x[0]))
ANY_PERIOD = st.one_of(
    DEFINITE, period_texts(DATE_TEXTS | FUZZY_TEXTS).map(Period), UNKNOWN.map(Period)
)


def code(call, *args):
    with pytest.raises(ValidationError) as caught:
        call(*args)
    return caught.value.problems[0].code


class TestValues:
    @pytest.mark.parametrize("make", [PartialDate, Period], ids=["date", "period"])
    def test_equal_if_the_texts_are(self, make):
        assert make("2026") == make.parse("2026")
        assert hash(make("2026")) == hash(make.parse("2026"))
        assert make("2026") != make("2026-XX")
        assert make("2026") != "2026"
        assert len({make("2026"), make("2026"), make("2026~")}) == 2

    def test_a_date_is_no_period(self):
        assert PartialDate("2026") != Period("2026")
        assert Period("2026/") != Period("2026/..")

    @pytest.mark.parametrize(
        "value",
        [PartialDate("2026-05~"), Period("2026/2028"), Period("2026~/"), Period("/1985-04-1X")],
        ids=str,
    )
    def test_copies_and_pickles(self, value):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            found = pickle.loads(pickle.dumps(value, protocol))
            assert found == value
            assert type(found) is type(value)
            assert found.sort_key == value.sort_key
            assert found.is_definite == value.is_definite
        assert copy.copy(value) is copy.deepcopy(value) is value
        assert eval(repr(value)) == value  # noqa: S307

    @pytest.mark.parametrize("value", [PartialDate("2026"), Period("2026")], ids=repr)
    def test_immutable(self, value):
        for name in ("text", "first_number", "other"):
            with pytest.raises(AttributeError):
                setattr(value, name, "2027")
        with pytest.raises(AttributeError):
            del value.text
        assert not hasattr(value, "__dict__")

    def test_no_order(self):
        """What is not known has no order; for a display there is a key."""
        with pytest.raises(TypeError):
            PartialDate("2026") < PartialDate("2027")  # noqa: B015
        with pytest.raises(TypeError):
            Period("2026") < Period("2027")  # noqa: B015

    def test_sort_key(self):
        texts = ["../2026", "2025/2026", "2025/..", "2025-03", "2026-01-01", "2026-01", "2026"]
        values = [Period(text) for text in texts]
        assert sorted(set(values), key=lambda value: value.sort_key) == values
        dates = [PartialDate(text) for text in ["-0044-03-15", "2025", "2026-01-01", "Y12000"]]
        assert sorted(set(dates), key=lambda value: value.sort_key) == dates

    def test_outside_of_dates(self):
        """Day numbers go on where `datetime.date` ends."""
        value = PartialDate("-0044-03-15")
        assert value.earliest is None
        assert year_month_day(value.first_number) == (-44, 3, 15)
        assert PartialDate("9999-24").earliest == date(9999, 12, 1)
        assert PartialDate("9999-24").latest is None


class TestDate:
    @pytest.mark.parametrize(
        ("text", "precision", "parts"),
        [
            ("2026-05-01", "day", (2026, 5, 1)),
            ("2026-05", "month", (2026, 5, None)),
            ("2026", "year", (2026, None, None)),
            ("2026-05-XX", "month", (2026, 5, None)),
            ("2026-XX-XX", "year", (2026, None, None)),
            ("2026-XX", "year", (2026, None, None)),
            ("2026-1X", "month", (2026, None, None)),
            ("2026-XX-05", "day", (2026, None, 5)),
            ("2026-05-0X", "day", (2026, 5, None)),
            ("201X", "decade", (None, None, None)),
            ("20XX", "century", (None, None, None)),
            ("2XXX", "millennium", (None, None, None)),
            ("XXXX", "none", (None, None, None)),
            ("20X6", "year", (None, None, None)),
            ("XXXX-12-XX", "month", (None, 12, None)),
            ("201X-05-01", "day", (None, 5, 1)),
            ("2026-21", "season", (2026, None, None)),
            ("2026-32~", "season", (2026, None, None)),
            ("2026-33", "quarter", (2026, None, None)),
            ("2026-38", "quadrimester", (2026, None, None)),
            ("2026-41", "half", (2026, None, None)),
            ("0000", "year", (0, None, None)),
            ("-0044-03-15", "day", (-44, 3, 15)),
            ("Y-170000002", "year", (-170000002, None, None)),
            ("?2004-06-~11", "day", (2004, 6, 11)),
        ],
    )
    def test_parts(self, text, precision, parts):
        """A part is a number where all its digits are given."""
        value = PartialDate(text)
        assert value.precision is Precision(precision)
        assert (value.year, value.month, value.day) == parts

    @pytest.mark.parametrize(
        ("text", "expected"), [("2026-21", 21), ("2026?-41", 41), ("2026-12", None), ("2026", None)]
    )
    def test_part_of_year(self, text, expected):
        assert PartialDate(text).part_of_year == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("2026", (2026, 2026)), ("201X", (2010, 2019)), ("2026-24", (2026, 2026))]
        + [("19XX-02-29", (1904, 1996)), ("-20XX", (-2099, -2000)), ("2026-05", (2026, 2026))],
        ids=str,
    )
    def test_years(self, text, expected):
        assert PartialDate(text).years == expected

    @pytest.mark.parametrize(
        ("text", "approximate", "uncertain"),
        [
            ("2004-06-11", "", ""),
            ("2004-06-11~", "year month day", ""),
            ("2004-06~-11", "year month", ""),
            ("2004?-06-11", "", "year"),
            ("2004-06-%11", "day", "day"),
            ("?2004-06-~11", "day", "year"),
            ("2004?-~06", "month", "year"),
            ("~2004?", "year", "year"),
            ("2011-~23", "month", ""),
            ("Y170000002%", "year", "year"),
        ],
    )
    def test_marks(self, text, approximate, uncertain):
        """After a part a mark holds for all before it, before a part for that part alone."""
        value = PartialDate(text)
        assert value.approximate_parts == set(approximate.split())
        assert value.uncertain_parts == set(uncertain.split())
        assert value.is_approximate == bool(approximate)
        assert value.is_uncertain == bool(uncertain)

    @pytest.mark.parametrize(
        ("text", "definite"),
        [("2026", True), ("2026-33", True), ("2026-26", True), ("2023-X2-30", True)]
        + [("2026~", False), ("2026-?05", False), ("202X", False), ("2026-21", False)]
        + [("2026-28", False), ("2026-33%", False), ("XXXX-12-25", False), ("-0044", True)],
    )
    def test_definite(self, text, definite):
        """Definite is a date whose first and last day leave no doubt."""
        assert PartialDate(text).is_definite is definite
        assert Period(text).is_definite is definite
        assert PartialDate(text).is_unspecified == ("X" in text)

    def test_of(self):
        value = PartialDate("2026-05-01")
        assert PartialDate.of(value) is value
        assert PartialDate.of(date(2026, 5, 1)) == PartialDate.of("2026-05-01") == value
        assert PartialDate.of(date(33, 4, 3)).text == "0033-04-03"

    @pytest.mark.parametrize(
        "value", [2026, None, Period("2026"), datetime(2026, 5, 1, tzinfo=None)], ids=repr
    )
    def test_of_anything_else(self, value):
        """A point in time is no date, and a period neither."""
        assert code(PartialDate.of, value) == "wrong-type"

    @pytest.mark.parametrize(
        ("one", "other", "before", "after", "same"),
        [
            ("2025", "2026", True, False, False),
            ("2025", "2025", None, None, None),
            ("2025", "2025-11", None, None, None),
            ("2025-11-05", "2025-11-05", False, False, True),
            ("2025-12-31", "2026", True, False, False),
            ("2025-01-01", "2025", None, False, None),
            ("2025-12-31", "2025", False, None, None),
            ("1984~", "2026", None, None, None),
            ("2004-06-~30", "2004-07-01", True, False, False),
            ("2004-~06-30", "2004-07-01", None, None, None),
            ("2004-~06", "2005", True, False, False),
            ("2004-06?", "2005", None, None, None),
            ("201X", "2020", True, False, False),
            ("201X", "2015", None, None, None),
            ("XXXX-12-XX", "Y10000", True, False, False),
            ("-0044-03-15", "0000", True, False, False),
            # Without a hemisphere, spring may be autumn; summer may lie over the turn of the year.
            ("2026-21", "2026-12", True, False, False),
            ("2026-21", "2026-10", None, None, None),
            ("2026-22", "2027-03", True, False, False),
            ("2026-22", "2027-01", None, None, None),
            ("2026-26", "2026-09", True, False, False),
            ("2026-~21", "2027-06", True, False, False),
            ("2026-~21", "2025-12-15", None, None, None),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_comparison(self, one, other, before, after, same):
        """Yes, no, or cannot be known: about the day itself."""
        value = PartialDate(one)
        assert value.is_before(other) is before
        assert value.is_after(other) is after
        assert value.is_same_day(other) is same
        assert PartialDate(other).is_after(one) is before
        assert PartialDate(other).is_before(value) is after

    def test_compared_with_other_types(self):
        value = PartialDate("2025-11-05")
        assert value.is_before(date(2025, 11, 6)) is True
        assert value.is_before(Period("2026/..")) is True
        assert value.is_before("2026/..") is True
        assert value.is_after("../2025-11") is False
        assert value.is_after("2020/") is None
        assert code(value.is_before, 2026) == "wrong-type"

    @given(DATE_TEXTS, DATE_TEXTS)
    def test_comparison_is_honest(self, one, other):
        """Yes and no are given exactly if all pairs of days agree."""
        a, b = PartialDate(one), PartialDate(other)
        answers = {a.first_number < b.last_number, a.last_number < b.first_number}
        assert a.is_before(b) is (answers.pop() if len(answers) == 1 else None)


class TestConstruction:
    def test_of(self):
        value = Period("2026/2028")
        assert Period.of(value) is value
        assert Period.of("2026/2028") == value
        assert Period.of(PartialDate("2026~")) == Period("2026~")
        assert Period.of(date(2026, 5, 1)) == Period("2026-05-01")

    @pytest.mark.parametrize("value", [2026, None, datetime(2026, 5, 1, tzinfo=None)], ids=repr)
    def test_of_anything_else(self, value):
        assert code(Period.of, value) == "wrong-type"

    def test_ends(self):
        assert Period.between("2026", date(2028, 6, 30)) == Period("2026/2028-06-30")
        assert Period.since(PartialDate("2026~")) == Period("2026~/..")
        assert Period.until("2028") == Period("../2028")
        assert code(Period.between, "2028", "2026") == "period-reversed"
        assert code(Period.between, "..", "2026") == "edtf-syntax"

    def test_from_range(self):
        first = day_number(2026)
        assert Period.from_range(range(first, day_number(2029))) == Period("2026/2028")
        assert Period.from_range(range(first, first + 1)) == Period("2026-01-01")
        assert code(Period.from_range, range(5, 5)) == "not-consecutive-days"
        assert code(Period.from_range, range(5, 9, 2)) == "not-consecutive-days"

    def test_from_day_numbers(self):
        first = day_number(2026)
        assert Period.from_day_numbers(first, None) == Period("2026/..")
        assert Period.from_day_numbers(None, first - 1) == Period("../2025")
        assert code(Period.from_day_numbers, first, first - 1) == "period-reversed"

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("2026/2028", "given", "given"),
            ("2026", "given", "given"),
            ("2026/..", "given", "open"),
            ("2026/", "given", "unknown"),
            ("../2028", "open", "given"),
            ("/2028~", "unknown", "given"),
        ],
    )
    def test_kinds_of_ends(self, text, start, end):
        """Open is not unknown, though neither has a date."""
        value = Period(text)
        assert (value.start_kind, value.end_kind) == (EndKind(start), EndKind(end))
        assert (value.start is not None) == (start == "given")
        assert (value.end is not None) == (end == "given")
        assert (value.latest is not None) == (end == "given")

    def test_dates_at_the_ends(self):
        value = Period("2026~/2028-06")
        assert (value.start, value.end) == (PartialDate("2026~"), PartialDate("2028-06"))
        assert Period("2026-05").start == Period("2026-05").end == PartialDate("2026-05")

    def test_optional(self):
        """Converters keep a problem for the class that is being built."""
        assert optional_date(None) is optional_period(None) is None
        assert optional_date("2026") == PartialDate("2026")
        assert optional_period("2026/") == Period("2026/")
        rejected = optional_period("2026/2020")
        assert isinstance(rejected, Rejected)
        assert rejected.problems[0].code == "period-reversed"
        assert isinstance(optional_date("2026/2028"), Rejected)


class TestRelations:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026", "2027", "meets"),
            ("2026", "2027-01", "meets"),
            ("2026", "2028", "before"),
            ("2026-12-30", "2027", "before"),
            ("2026-01", "2026", "starts"),
            ("2026-12", "2026", "finishes"),
            ("2026-05", "2026", "during"),
            ("2026/2026", "2026", "equals"),
            ("2026/2027", "2027/2028", "overlaps"),
            ("2026/..", "2026-01-01/..", "equals"),
            ("2026/..", "2028/..", "finished_by"),
            ("../2026", "../2028", "starts"),
            ("../2026", "2027/..", "meets"),
            ("2026/..", "2028", "contains"),
            ("2026/", "2024", "after"),
            ("2026/", "2025", "met_by"),
            ("2026/", "2025/", None),
            ("2026~", "2027", None),
            ("2026~", "2026~", None),
            ("202X", "2030", None),
            ("202X", "2031", "before"),
            ("2026-05-XX", "2026-06", None),
            ("2026-05-XX", "2026", "during"),
            ("2026-33", "2026-34", "meets"),
            ("2026-05-~01", "2026", "during"),
            ("Y12000", "Y12001", "meets"),
            ("-0001", "0000", "meets"),
        ],
    )
    def test_relation(self, one, other, expected):
        """On whole days; none where several are possible."""
        a, b = Period(one), Period(other)
        assert a.relation(other) is (None if expected is None else Allen(expected))
        if expected is not None:
            assert a.possible_relations(b) == {Allen(expected)}
            assert b.relation(a) is Allen(expected).converse
        else:
            assert len(a.possible_relations(b)) > 1

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026/", "2027", "before meets finished_by contains overlaps"),
            # Some year near 2026 has 365 or 366 days, wherever it lies; 2027 has 365.
            (
                "2026~",
                "2027",
                "before meets overlaps equals finished_by started_by overlapped_by met_by after",
            ),
            ("2026~/2028", "2029", "meets"),
            ("2026~/2028", "2026/2028", "finishes equals finished_by"),
            ("202X", "2030", "before meets"),
            ("2026-05-XX", "2026-05", "starts during finishes"),
            ("/2028", "../2028", "finishes equals"),
            ("2026/", "2026/..", "starts equals"),
        ],
    )
    def test_possible(self, one, other, expected):
        """What is possible, when it cannot be known which."""
        wanted = {Allen(name) for name in expected.split()}
        assert Period(one).possible_relations(other) == wanted

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_converse(self, a, b):
        """Seen from the other side, each possible relation is its converse."""
        possible = a.possible_relations(b)
        assert possible
        assert b.possible_relations(a) == {one.converse for one in possible}
        relation = a.relation(b)
        assert {relation} == possible if relation else len(possible) > 1

    @given(DEFINITE, DEFINITE)
    def test_definite(self, a, b):
        """Between periods known to the day there is one relation."""
        assert a.relation(b) is not None

    @given(DEFINITE, DEFINITE, DEFINITE)
    def test_composition(self, a, b, c):
        """What holds between the outer two is among the compositions."""
        assert a.relation(c) in Allen.compose(a.relation(b), b.relation(c))

    @given(DEFINITE, st.dates(date(2017, 1, 1), date(2025, 12, 31)))
    def test_contains_day(self, period, day):
        """A day is in a period exactly between its first and its last."""
        first, last = period.earliest or date.min, period.latest or date.max
        assert period.contains(day) is (first <= day <= last)
        assert period.contains(PartialDate.of(day)) is (first <= day <= last)
        assert period.overlaps(day) is (first <= day <= last)
        assert period.is_before(day) is (last < day)
        assert period.is_after(day) is (first > day)

    @given(ANY_PERIOD, DAYS)
    def test_between_certain_and_possible(self, period, day):
        """A day is in for certain, perhaps, or not at all."""
        expected = None
        if day in period.certain_days:
            expected = True
        elif day not in period.possible_days:
            expected = False
        assert period.contains(day) in {expected, None}
        if expected is not None:
            assert period.contains(day) is expected

    @pytest.mark.parametrize(
        ("period", "other", "contains", "overlaps"),
        [
            ("2026/2028", "2027", True, True),
            ("2026/2028", "2029", False, False),
            ("2026/2028", "2028/2029", False, True),
            ("2026/2028", "2028/", None, True),
            ("2026/..", "2028/", True, True),
            ("2026/", "2026-01-01", True, True),
            ("2026/", "2028", None, None),
            ("2026/", "2025", False, False),
            ("2026~/2028", "2027", None, None),
            ("2026~/2028", "2028-12-31", True, True),
            ("2026~/2028", "2029", False, False),
            ("2026/2028", "2028~", None, None),
            ("2026/2028", "2028-05-~01", True, True),
            ("2026-05-10/2026-06", "2026-05", None, None),
            ("2026-05-10/2026-06", "2026-05/2026-05", False, True),
            ("2026-05-XX", "2026-05-10", None, None),
            ("2020/2029", "202X", True, True),
            ("../2028", "-0044", True, True),
        ],
    )
    def test_contains_and_overlaps(self, period, other, contains, overlaps):
        """A date is one day of those it may be; a period is all its days."""
        assert Period(period).contains(other) is contains
        assert Period(period).overlaps(other) is overlaps

    def test_a_period_or_a_day(self):
        """The same text as a value of either type asks either question."""
        period = Period("2026-05-10/2026-06")
        assert period.contains(PartialDate("2026-05")) is None
        assert period.contains(Period("2026-05")) is False
        assert code(period.contains, datetime(2026, 5, 11, tzinfo=None)) == "wrong-type"

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_precedence(self, a, b):
        """Coming before is one of the two first relations."""
        earlier = {Allen.BEFORE, Allen.MEETS}
        possible = a.possible_relations(b)
        expected = possible <= earlier if possible <= earlier or not possible & earlier else None
        assert a.is_before(b) is b.is_after(a) is expected


class TestAlgebra:
    @given(DEFINITE, DEFINITE)
    def test_intersection(self, a, b):
        """The days of the intersection are those of both."""
        found = a.intersection(b)
        shared = a.day_set() & b.day_set()
        assert (found.day_set() if found else DaySet()) == shared
        assert b.intersection(a) == found
        assert (found is not None) == a.overlaps(b)

    @given(ANY_PERIOD)
    def test_intersection_with_itself(self, period):
        assert period.intersection(period) is period

    @given(ANY_PERIOD, ANY_PERIOD)
    def test_intersection_is_honest(self, a, b):
        """It commutes, claims no day for certain that the two have not, and loses none."""
        try:
            found = a.intersection(b)
        except ValidationError as error:
            assert error.problems[0].code == "period-not-definite"
            assert a.overlaps(b) is None
            return
        assert b.intersection(a) == found
        if found is None:
            assert a.overlaps(b) is False
        else:
            assert a.overlaps(b) is not False

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("2026/2028", "2027-07/..", "2027-07/2028"),
            ("2026", "2026-01/2026-12", "2026"),
            ("2026/2028", "2026-01-01/2027", "2026/2027"),
            ("2026/..", "../2028", "2026/2028"),
            ("../2026", "../2028", "../2026"),
            ("2026/", "2026/", "2026/"),
            ("2026/", "2025/..", "2026/"),
            ("2026/", "2027/2028", "2027/2028?"),
            ("/2028", "2026/", "2026?/2028?"),
            ("/2028", "../2028", "/2028"),
            ("2026~/2028", "2025/2027", "2026~/2027"),
            ("2026~/2028", "2026-03/2027", "2026-03?/2027"),
            ("202X/2030", "2021/..", "2021?/2030"),
            ("2026/2028", "2029", None),
            ("2026-05-XX", "2026", "2026-05-XX"),
        ],
    )
    def test_intersection_keeps_texts(self, one, other, expected):
        found = Period(one).intersection(other)
        assert found == (Period(expected) if expected else None)
        assert Period(other).intersection(one) == found

    def test_intersection_that_cannot_be_known(self):
        assert code(Period("2026~").intersection, "2028") == "period-not-definite"

    @given(DEFINITE)
    def test_day_set(self, period):
        """A period and its set of days say the same."""
        (again,) = period.day_set().periods()
        assert again.day_set() == period.day_set() == period.certain_days == period.possible_days
        assert again.relation(period) is Allen.EQUALS
        assert period.day_count == period.day_set().day_count

    @given(DEFINITE, DEFINITE)
    def test_union(self, a, b):
        assert a.union(b) == a.day_set() | b.day_set()
        assert len(a.union(b).spans) == (1 if a.overlaps(b) or _touch(a, b) else 2)

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_days(self, period):
        """The days of a closed period, one by one."""
        days = period.days()
        assert isinstance(days, Days)
        assert (days[0], days[-1]) == (period.earliest, period.latest)
        assert len(days) == len(period.day_numbers()) == period.day_count
        assert Period.from_range(period.day_numbers()).day_set() == period.day_set()

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_split_by_year(self, period):
        """The parts are whole, in order, each within a year."""
        parts = list(period.split_by_year())
        assert DaySet.of(*parts) == period.day_set()
        assert sum(part.day_count for part in parts) == period.day_count
        assert all(part.earliest.year == part.latest.year for part in parts)
        assert all(a.relation(b) is Allen.MEETS for a, b in pairwise(parts))

    @pytest.mark.parametrize("text", ["2026/..", "../2026", "2026/", "2026~/2028", "202X"])
    def test_only_where_the_days_are_known(self, text):
        period = Period(text)
        for method in (period.days, period.day_numbers, period.duration, period.split_by_year):
            assert code(method) == "period-not-definite"
        assert period.day_count is None

    def test_beyond_dates(self):
        """Long years have days and lengths, but no `datetime.date`."""
        period = Period("Y-12000/Y12000")
        assert period.day_count == len(period.day_numbers())
        assert period.duration() == Duration(years=24001)
        assert next(period.split_by_year()) == Period("Y-12000")
        assert code(period.days) == "date-out-of-range"

    def test_duration(self):
        texts = {"2026/2028": "P3Y", "2026-02": "P1M", "2024-02-29/2025-02-28": "P1Y1D"}
        texts |= {"2026-05-01": "P1D", "2026-01-31/2026-03-01": "P1M2D", "9999": "P1Y"}
        assert {text: str(Period(text).duration()) for text in texts} == texts


def _touch(a, b):
    return a.relation(b) in {Allen.MEETS, Allen.MET_BY}


class TestConversion:
    @given(DEFINITE)
    def test_portion(self, period):
        """There and back, with the same days."""
        interval = period.to_portion()
        assert Period.from_portion(interval).day_set() == period.day_set()

    def test_portion_bounds(self):
        assert Period("2026").to_portion() == portion.closed(date(2026, 1, 1), date(2026, 12, 31))
        assert Period("../2026").to_portion().upper == date(2026, 12, 31)
        assert Period("2026/..").to_portion().upper == portion.inf
        half_open = portion.closedopen(date(2026, 1, 1), date(2027, 1, 1))
        assert Period.from_portion(half_open) == Period("2026")
        assert Period.from_portion(portion.openclosed(date(2025, 12, 31), portion.inf)) == Period(
            "2026/.."
        )

    @pytest.mark.parametrize(
        "interval",
        [
            portion.empty(),
            portion.closed(1, 5),
            portion.closed(date(2026, 1, 1), date(2026, 2, 1))
            | portion.closed(date(2027, 1, 1), date(2027, 2, 1)),
            portion.closed(datetime(2026, 1, 1, tzinfo=None), portion.inf),
        ],
        ids=str,
    )
    def test_no_period_of_that_portion(self, interval):
        assert code(Period.from_portion, interval) == "not-consecutive-days"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("2026/", "period-not-definite"), ("2026~", "period-not-definite")]
        + [("0000/2026", "date-out-of-range"), ("2026/Y12000", "date-out-of-range")],
    )
    def test_no_portion_of_that_period(self, text, expected):
        assert code(Period(text).to_portion) == expected

    @given(DEFINITE.filter(lambda period: period.day_count is not None))
    def test_pandas(self, period):
        interval = period.to_pandas()
        assert interval.left.date() == period.earliest
        assert interval.right.date() == period.latest
        assert Period.from_pandas(interval).day_set() == period.day_set()

    @pytest.mark.parametrize("closed", ["left", "right", "both", "neither"])
    def test_pandas_bounds(self, closed):
        """A bound that does not belong leaves its day out."""
        times = pd.Timestamp(2026, 1, 1), pd.Timestamp(2026, 1, 31)
        found = Period.from_pandas(pd.Interval(*times, closed=closed))
        first, last = date(2026, 1, 1), date(2026, 1, 31)
        assert found.earliest == first + timedelta(closed in {"right", "neither"})
        assert found.latest == last - timedelta(closed in {"left", "neither"})

    @pytest.mark.parametrize(
        "interval",
        [
            pd.Interval(1, 5),
            pd.Interval(pd.Timestamp(2026, 1, 1, 12), pd.Timestamp(2026, 1, 5)),
            pd.Interval(pd.Timestamp(2026, 1, 1, tz="UTC"), pd.Timestamp(2026, 1, 5, tz="UTC")),
            pd.Interval(pd.Timestamp(2026, 1, 1), pd.Timestamp(2026, 1, 1), closed="left"),
        ],
        ids=str,
    )
    def test_no_period_of_that_pandas_interval(self, interval):
        assert code(Period.from_pandas, interval) == "not-consecutive-days"

    @pytest.mark.parametrize("name", ["portion", "pandas"])
    def test_without_the_library(self, name, monkeypatch):
        """A missing library is named with the extra that brings it."""
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(MissingExtra) as caught:
            getattr(Period("2026"), f"to_{name}")()
        assert caught.value.extra == name


class TestWords:
    """Text in a language is asked of `bilateral.language`; its tests say what it is."""

    def test_label(self):
        assert PartialDate("2025-11").label("de", "in") == "im November 2025"
        assert Period("2026/2028").label("ru", "for") == "на 2026–2028 годы"
        assert Period("2025-11-05").label("ru", "short", "nbsp") == "5 ноября 2025\u00a0г."


class TestLeastAndMost:
    @pytest.mark.parametrize(
        ("text", "counts"),
        [
            ("2026/2028", (1096, 1096)),
            ("2026-02", (28, 28)),
            ("2026-11-05", (1, 1)),
            ("2026-02~", (28, 31)),
            ("2026-XX", (28, 31)),
            ("2026?", (365, 366)),
            ("202X", (365, 366)),
            ("2026-21", (89, 92)),
            ("2026-11-2X/2026-12-05", (7, 16)),
            ("2026-11/2026-~12", (1, 61)),
            ("2025-~12/2026-11", (365, 699)),
            ("2026/2028~", (1, None)),
            ("2026/", (1, None)),
            ("/2026", (1, None)),
            ("2026/..", (None, None)),
            ("../2026", (None, None)),
            ("Y-100000000/Y100000000", (200000001 * 146097 // 400 + 1,) * 2),
        ],
    )
    def test_day_counts(self, text, counts):
        period = Period(text)
        assert period.day_counts == counts
        if period.is_definite:
            assert period.day_count == counts[0]


class TestFarYears:
    """EDTF writes only whole years of more than four digits."""

    @pytest.mark.parametrize(
        ("first", "last", "text"),
        [
            ((2026, 5, 1), (2026, 5, 31), "2026-05"),
            ((2026, 5, 1), (12026, 5, 31), "2026-05/Y12026"),
            ((12026, 5, 1), (12027, 5, 31), "Y12026/Y12027"),
            ((-12026, 5, 1), (12, 12, 31), "Y-12026/0012"),
            ((12026, 5, 1), None, "Y12026/.."),
            (None, (10000, 1, 1), "../Y10000"),
        ],
    )
    def test_the_years_around_days(self, first, last, text):
        numbers = [None if day is None else day_number(*day) for day in (first, last)]
        assert str(Period.around(*numbers)) == text

    def test_a_set_shows_itself_however_far_it_lies(self):
        day = day_number(12026, 5, 1)
        assert repr(DaySet([(day, day)])) == f"DaySet([({day}, {day})])"
        with pytest.raises(ValidationError) as error:
            DaySet([(day, day)]).periods()
        assert error.value.problems[0].code == "no-edtf-text"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: DaySet("x"), "wrong-type"),
        (lambda: DaySet(5), "wrong-type"),
        (lambda: DaySet(["ab"]), "wrong-type"),
        (lambda: DaySet([(1, 2), (1, 2, 3)]), "wrong-type"),
        (lambda: DaySet([(1, "2")]), "wrong-type"),
        (lambda: DaySet([(2, 1)]), "period-reversed"),
        (lambda: "2026" in DaySet.of("2026"), "whole-day-needed"),
        (lambda: Period.from_range(5), "wrong-type"),
        (lambda: Period.from_day_numbers("1", 5), "wrong-type"),
        (lambda: Period.from_day_numbers(1, 5.0), "wrong-type"),
        (lambda: Days([1, 2]), "wrong-type"),
        (lambda: Period.from_text("this year", "en", today="2026"), "whole-day-needed"),
        (lambda: Period.from_text("this year", "en", today=5), "wrong-type"),
        (lambda: PartialDate.from_text("this year", "en", today="Y12026"), "whole-day-needed"),
    ],
    ids=count(),
)
def test_what_is_no_day_is_refused_by_name(make, code):
    with pytest.raises(ValidationError) as error:
        make()
    assert error.value.problems[0].code == code
    assert error.value.text("de")


def test_what_is_called_a_day_is_a_date_and_a_number_is_called_one():
    november = PartialDate("2025-11")
    assert (november.earliest, november.latest) == (date(2025, 11, 1), date(2025, 11, 30))
    assert (november.first_number, november.last_number) == (
        november.earliest.toordinal(),
        november.latest.toordinal(),
    )
    assert not hasattr(november, "first_day")


def test_a_day_is_taken_as_text():
    assert "2026-05-01" in DaySet.of("2026")
    assert Period.from_text("this year", "en", today="2026-11-25") == Period("2026")
    assert PartialDate.from_text("this year", "en", today=PartialDate("2026-11-25")).year == 2026
    assert period_readings("this year", "en", today="2026-11-25") == (Period("2026"),)


@pytest.mark.parametrize("operate", [operator.or_, operator.and_, operator.sub, operator.xor,
                                     operator.le, operator.lt])  # fmt: skip
def test_a_set_of_days_goes_with_sets_only(operate):
    with pytest.raises(TypeError, match=r"not supported|unsupported"):
        operate(DaySet.of("2026"), "2026")
