"""Whatever the package makes cannot be changed."""

import copy
import pickle

import attrs
import pytest

from bilateral import (
    Dossier,
    Event,
    PartialDate,
    Partner,
    Period,
    Phrase,
    Phrases,
    Problem,
    Term,
    parse_title,
)
from bilateral.dates.daysets import DaySet
from bilateral.examples import astana_2025
from bilateral.extra import JsonMapping
from bilateral.frozen import revised

DOSSIER = astana_2025()
FROZEN = [
    DOSSIER,
    *DOSSIER.agreements[:1],
    Partner.state("BY"),
    Event("signed"),
    Term(length="P1Y"),
    Phrases(en="Minsk"),
    JsonMapping({"a": [1]}),
    Period("2026"),
    PartialDate("2026"),
    DaySet.of("2026"),
    Period("2026").days(),
    Problem("no-name"),
    DOSSIER.agreements[0].title("ru"),
    parse_title("Memorandum of Understanding", "en"),
    *DOSSIER.deadlines("2026-01-01", "2026-01-01")[:1],
]


def name_of(value):
    return type(value).__name__


@pytest.mark.parametrize("value", FROZEN, ids=name_of)
def test_no_attribute_can_be_set_or_deleted(value):
    for change, arguments in ((setattr, (1,)), (delattr, ())):
        with pytest.raises(attrs.exceptions.FrozenInstanceError) as caught:
            change(value, "other", *arguments)

        text = f"{name_of(value)} is immutable; make a new one"
        assert str(caught.value) == caught.value.msg == text
        assert str(pickle.loads(pickle.dumps(caught.value))) == text


@pytest.mark.parametrize("value", FROZEN, ids=name_of)
def test_a_copy_is_the_object_itself(value):
    assert copy.copy(value) is copy.deepcopy(value) is value


@pytest.mark.parametrize("value", FROZEN, ids=name_of)
def test_a_pickle_is_an_equal_value(value):
    again = pickle.loads(pickle.dumps(value))

    assert again == value
    assert type(again) is type(value)
    assert hash(again) == hash(value)


def test_a_revised_value_is_the_one_that_the_constructor_makes():
    name = Phrase("Minsk", gender="n")
    hash(name)
    revision = revised(name, {"gen": "Minsks"})

    assert revision == attrs.evolve(name, gen="Minsks")
    assert hash(revision) != hash(name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        revision.gen = "Minsk"


def test_what_is_no_argument_of_a_class_is_no_way_to_change_it():
    with pytest.raises(attrs.exceptions.FrozenInstanceError) as caught:
        Dossier().read_version = "1"
    assert str(caught.value) == "Dossier is immutable; make a new one"
