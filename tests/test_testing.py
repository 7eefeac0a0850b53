"""The strategies that users test with."""

import importlib.metadata
import runpy
import sys
from collections.abc import Mapping

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, Dossier, Partner, Period, Phrases, ValidationError
from bilateral.dates.durations import Duration
from bilateral.testing import _is_period, _Maker, nearly_valid, values_of
from bilateral.wire.schema import classes, fields_of
from tests.processes import in_fresh_python


@pytest.mark.parametrize("kind", [*classes(), Period, bl.PartialDate, Duration, Phrases])
def test_every_type_has_immutable_hashable_values_that_hypothesis_knows(kind):
    @settings(max_examples=5, deadline=None)
    @given(st.from_type(kind), values_of(kind))
    def check(one, other):
        assert type(one) is type(other) is kind
        assert hash(one) == hash(one)

    check()


def used(value):
    """Each field that has another value than its default, in a value and in all that it holds."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from used(item)
    elif type(value) in classes():
        for field in fields_of(type(value)):
            inner = getattr(value, field.name)
            if inner != field.default:
                yield type(value), field.name
                yield from used(inner)


def test_every_field_has_another_value_than_its_default_somewhere():
    fields = {(kind, one.name): one.default for kind in classes() for one in fields_of(kind)}
    found = set()
    check = settings(max_examples=20, database=None, derandomize=True)
    check(given(values_of(Dossier))(lambda dossier: found.update(used(dossier))))()
    # What is rare there is looked for where these fields of a class are drawn alone.
    unshrunk = settings(max_examples=500, phases=[Phase.generate], database=None)
    for kind in {owner for owner, _ in fields.keys() - found}:
        seen = {name for owner, name in found if owner is kind}

        def nothing_is_missing(values, kind=kind, seen=seen):
            seen.update(name for name in values if values[name] != fields[kind, name])
            return all(name in seen for owner, name in fields if owner is kind)

        find(_fields(kind, frozenset(seen)), nothing_is_missing, settings=unshrunk)


@st.composite
def _fields(draw, kind, without):
    """Some arguments for one class, before they are made to fit each other."""
    return _Maker(draw)._fields(kind, without)


@given(st.from_type(Agreement))
def test_what_it_makes_goes_into_a_dossier_alone_too(agreement):
    assert Dossier(agreements=[agreement])[agreement.id] is agreement


@given(nearly_valid())
def test_a_nearly_valid_dossier_is_read_or_refused_with_reasons(data):
    try:
        bl.converter().structure(data, Dossier)
    except ValidationError as error:
        assert error.problems
        assert str(error)


@given(nearly_valid(Partner))
def test_a_nearly_valid_record_is_read_or_refused_with_reasons(data):
    try:
        bl.converter().structure(data, Partner)
    except ValidationError as error:
        assert error.problems


def test_periods_are_not_reversed():
    """Texts that sort one way may be dates that go the other."""
    assert _is_period("2026-10/2026-34") is False


def test_without_hypothesis_the_message_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "bilateral.testing")
    with pytest.raises(bl.MissingExtra) as caught:
        runpy.run_module("bilateral.testing")
    assert caught.value.extra == "testing"


def test_hypothesis_finds_the_types_by_an_entry_point():
    points = importlib.metadata.entry_points(group="hypothesis", name="bilateral")
    assert [point.value for point in points] == ["bilateral.hypothesis_hook:register"]


@pytest.mark.parametrize(
    "program",
    [
        "from bilateral.testing import values_of; import hypothesis",
        "import hypothesis, sys; assert 'bilateral.testing' not in sys.modules",
    ],
)
def test_the_order_of_imports_does_not_matter_and_what_is_heavy_waits(program):
    in_fresh_python(program)


def test_names_and_codes_are_misspelt_too():
    """Both happen."""
    kinds = set(map(str, bl.PartnerKind))

    found = set()

    def both_were_seen(data):
        if isinstance(data, dict) and "names" in data:
            found.add("name")
        if isinstance(data, dict) and str(data.get("kind", "city")) not in kinds:
            found.add("code")
        return found == {"name", "code"}

    unshrunk = settings(max_examples=2000, phases=[Phase.generate], deadline=None)
    find(nearly_valid(Partner), both_were_seen, settings=unshrunk)
