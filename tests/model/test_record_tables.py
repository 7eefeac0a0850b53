"""The tables of a dossier: tuples in which a record is found by its id."""

import copy
import pickle
import types

import attrs
import pytest

from bilateral import Agreement, Dossier, Partner, Table, UnknownId, ValidationError
from bilateral.dossiers import TABLES
from bilateral.examples import astana_2025
from bilateral.references import id_of
from bilateral.sectors import Sector

BY, KZ = Partner.state("BY"), Partner.state("KZ")


@pytest.fixture(scope="module")
def dossier():
    bees = Sector("bees", name={"en": "bees"})
    return astana_2025().with_(bees)


@pytest.mark.parametrize("name", TABLES.values())
class TestEveryTable:
    def test_finds_each_record_by_its_id(self, dossier, name):
        table = getattr(dossier, name)

        assert len(table) > 0
        assert table[0] is next(iter(table))
        assert [*table.ids()] == [*table.rows] == [id_of(one) for one in table]
        for record in table:
            key = id_of(record)
            assert table[key] is table.get(key) is record
            assert key in table
            assert record in table

    def test_knows_what_it_has_not(self, dossier, name):
        table = getattr(dossier, name)

        assert "nobody" not in table
        assert None not in table
        assert dossier not in table
        assert table.get("nobody") is None
        assert table.get("nobody", "else") == "else"
        with pytest.raises(UnknownId, match="nobody"):
            table["nobody"]

    def test_is_the_tuple_of_its_records(self, dossier, name):
        table = getattr(dossier, name)
        plain = tuple(table)

        assert type(plain) is tuple
        assert table == plain
        assert hash(table) == hash(plain)
        assert {table: 1}[plain] == 1

    def test_has_tables_as_its_parts_and_copies(self, dossier, name):
        table = getattr(dossier, name)
        before = len(pickle.dumps(table[:]))
        assert id_of(table[0]) in table
        again = pickle.loads(pickle.dumps(table))

        assert len(pickle.dumps(table)) == before
        assert again == table
        assert type(again) is type(table[:0]) is Table
        assert again[id_of(table[0])] == table[0]
        assert copy.deepcopy(table) is copy.copy(table) is table

    def test_completes_its_ids_in_a_console(self, dossier, name):
        table = getattr(dossier, name)

        assert table._ipython_key_completions_() == [id_of(one) for one in table]


class TestTable:
    def test_another_record_with_its_id_is_not_in_it(self):
        other = attrs.evolve(BY, name={"en": "Belarus"})

        assert other not in Table([BY])
        assert BY not in Table()
        assert Agreement("by", "mou", [BY, KZ]) not in Table([BY])

    def test_its_ids_have_the_operations_of_a_set(self):
        assert Table([BY, KZ]).ids() & Table([BY]).ids() == {"by"}

    def test_records_of_two_classes_or_with_one_id_are_refused(self):
        with pytest.raises(ValidationError) as caught:
            Table([BY, BY, Sector("trade")])
        assert [(one.code, one.where) for one in caught.value.problems] == [
            ("duplicate-id", "[1].id"),
            ("wrong-type", "[2]"),
        ]
        with pytest.raises(ValidationError, match=r"\[0\]"):
            Table(["by"])

    def test_it_cannot_be_changed(self):
        table = Table([BY])

        with pytest.raises(AttributeError, match="immutable"):
            table.rows = {}
        with pytest.raises(TypeError):
            table["by"] = KZ

    def test_in_a_console_it_is_a_line_with_the_first_ids(self):
        states = [Partner.state(code) for code in ("BY", "KZ", "DE", "FR", "PL", "LT")]

        assert repr(Table()) == "<Table of 0>"
        assert repr(Table(states[:5])) == "<Table of 5: by, kz, de, fr, pl>"
        assert repr(Table(states)) == "<Table of 6: by, kz, de, fr, pl, …>"

    def test_the_nearest_id_is_the_hint(self):
        with pytest.raises(UnknownId) as caught:
            astana_2025().partners["by-minsk-executive-comittee"]

        assert caught.value.id == "by-minsk-executive-comittee"
        assert caught.value.hint == "by-minsk-executive-committee"
        again = pickle.loads(pickle.dumps(caught.value))
        assert str(again) == str(caught.value)

    def test_the_hint_waits_until_it_is_asked_for(self):
        asked = []
        error = UnknownId("x", lambda: asked.append("x"))

        assert not asked
        assert str(error) == "there is no record with the id 'x'"
        assert asked == ["x"]


class TestDossier:
    def test_a_console_may_look_at_its_attributes(self):
        """IPython evaluates none of an object that could run anything for it."""
        assert not hasattr(Dossier, "__getattr__")
        assert type(Dossier.partners) is types.MemberDescriptorType

    def test_its_index_is_no_part_of_the_value(self):
        fresh = Dossier(agreements=[Agreement("plan", "roadmap", [BY, KZ])])
        before = len(pickle.dumps(fresh))
        assert len(fresh.between("BY", "KZ")) == 1

        assert len(pickle.dumps(fresh)) == before
        assert len(pickle.loads(pickle.dumps(fresh)).between("BY", "KZ")) == 1

    def test_ids_complete_in_a_console(self, dossier):
        ids = [one.id for one in dossier]

        assert dossier._ipython_key_completions_() == ids
        assert dossier.of_kind("roadmap")._ipython_key_completions_() == [
            one.id for one in dossier.of_kind("roadmap")
        ]

    def test_an_unknown_id_has_the_nearest_one_of_what_was_asked(self):
        states = Dossier(partners=[BY, KZ], sectors=[Sector("bees", name={"en": "bees"})])
        plan = Agreement("plan", "roadmap", [BY, KZ])
        chosen = states.with_(plan, attrs.evolve(plan, id="plant", kind="mou"))

        for ask, hint in (
            (lambda: chosen["plam"], "plan"),
            (lambda: chosen.of_kind("mou")["plan"], "plant"),
            (lambda: chosen.without("bee"), "bees"),
            (lambda: chosen.without("bees", type=Partner), None),
            (lambda: chosen.status("plantt", "2026-01-01"), "plant"),
        ):
            with pytest.raises(UnknownId) as caught:
                ask()
            assert caught.value.hint == hint

    def test_a_number_is_no_id(self):
        with pytest.raises(ValidationError):
            astana_2025().partner(0)
