"""The strategies that users test with."""

import importlib.metadata
import runpy
import subprocess
import sys
from collections.abc import Mapping

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Dossier, Partner, Period, Phrases, ValidationError
from bilateral.dates.durations import Duration
from bilateral.testing import _is_period, _Maker, nearly_valid, values_of
from bilateral.wire.schema import classes, fields_of


@pytest.mark.parametrize("kind", [*classes(), Period, bl.PartialDate, Duration, Phrases])
def test_every_type(kind):
    """Has values, each immutable and hashable, and Hypothesis knows them by itself."""

    @settings(max_examples=5, deadline=None)
    @given(st.from_type(kind), values_of(kind))
    def check(one, other):
        assert type(one) is type(other) is kind
        assert hash(one) == hash(one)

    check()


def test_every_field_is_used():
    """With another value than its default, somewhere in some values."""
    found = set()

    def look(value):
        if isinstance(value, Mapping):
            value = tuple(value.values())
        if isinstance(value, tuple):
            for item in value:
                look(item)
        elif attrs.has(type(value)) and type(value) in classes():
            for field in fields_of(type(value)):
                inner = getattr(value, field.name)
                if inner != field.default:
                    found.add((type(value), field.name))
                    look(inner)

    for kind in classes():
        check = settings(max_examples=20, database=None, derandomize=True)
        check(given(values_of(kind))(look))()
    # What is rare there is looked for where the fields of a class are drawn.
    unshrunk = settings(max_examples=500, phases=[Phase.generate], database=None)
    missing = {(kind, one.name) for kind in classes() for one in fields_of(kind)} - found
    for owner, name in missing:
        (default,) = (one.default for one in fields_of(owner) if one.name == name)
        find(_fields(owner), lambda v, n=name, d=default: v.get(n, d) != d, settings=unshrunk)


@st.composite
def _fields(draw, kind):
    """The arguments for one class, before they are made to fit each other."""
    return _Maker(draw)._fields(kind)


@given(st.from_type(Agreement))
def test_what_it_makes_goes_into_a_dossier(agreement):
    """Alone, too."""
    assert Dossier(agreements=[agreement])[agreement.id] is agreement


@given(nearly_valid())
def test_nearly_valid_dossiers(data):
    """Are read, or refused with a reason for each thing that is wrong."""
    try:
        bl.converter().structure(data, Dossier)
    except ValidationError as error:
        assert error.problems
        assert str(error)


@given(nearly_valid(Partner))
def test_nearly_valid_records(data):
    """Likewise."""
    try:
        bl.converter().structure(data, Partner)
    except ValidationError as error:
        assert error.problems


def test_periods_are_not_reversed():
    """Texts that sort one way may be dates that go the other."""
    assert _is_period("2026-10/2026-34") is False


def test_without_hypothesis(monkeypatch):
    """The message names the extra."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "bilateral.testing")
    with pytest.raises(bl.MissingExtra) as caught:
        runpy.run_module("bilateral.testing")
    assert caught.value.extra == "testing"


def test_hypothesis_finds_us():
    """By an entry point."""
    points = importlib.metadata.entry_points(group="hypothesis", name="bilateral")
    assert [point.value for point in points] == ["bilateral.hypothesis_hook:register"]


@pytest.mark.parametrize(
    "program",
    [
        "from bilateral.testing import values_of; import hypothesis",
        "import hypothesis, sys; assert 'bilateral.testing' not in sys.modules",
    ],
)
def test_in_a_fresh_interpreter(program):
    """The order of imports does not matter, and what is heavy waits."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_names_and_codes_are_misspelt_too():
    """Both happen."""
    kinds = set(map(str, bl.PartnerKind))

    def misspelt(data):
        return isinstance(data, dict) and "names" in data

    def of_no_kind(data):
        return isinstance(data, dict) and str(data.get("kind", "city")) not in kinds

    for wanted in (misspelt, of_no_kind):
        unshrunk = settings(max_examples=2000, phases=[Phase.generate], deadline=None)
        assert wanted(find(nearly_valid(Partner), wanted, settings=unshrunk))
