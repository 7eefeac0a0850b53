"""The fast path and the diagnostic reader say the same."""

import copy
import importlib

import attrs
import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.dossiers import TABLES
from bilateral.formats import json as strict
from bilateral.frozen import draft
from bilateral.testing import values_of
from bilateral.wire.fast import program as fast_program
from bilateral.wire.fast import readers as fast
from bilateral.wire.fast import writers as fast_writers
from bilateral.wire.records import DossierReader, write_dossier, write_record
from tests.wire import mutations
from tests.wire.helpers import AGREEMENT, BY, KZ, STATES, found, lines, without


def key_of(record):
    return getattr(record, attrs.fields(type(record))[0].name)


def parents_of(agreement):
    """All agreements that one refers to, the furthest first."""
    for parent in (*agreement.implements, *agreement.amends, *agreement.supersedes):
        yield from (*parents_of(parent), parent)


@pytest.fixture
def register(plan):
    """A dossier that has something in most of its fields."""
    return attrs.evolve(mutations.full_dossier(), note="# not a comment: 'quoted'\nline")


class TestTwoReaders:
    def test_both_ways_agree_on_files_with_something_wrong_in_them(self):
        """A short run of the script; also that nothing but values and problems comes out."""
        counts, failures = mutations.run(250, seed=20251105)

        assert failures == []
        assert sum(counts.values()) == 250

    @given(values_of(Dossier))
    def test_records_written_out_where_they_are_used_give_the_same_dossier(self, dossier):
        """Where they are used: the same dossier in the same order, and by the same reader again."""
        tables = ("agreements", "projects", "trade")
        data = {"bilateral": "1"}
        for table in tables:
            data[table] = [write_record(one, alone=True) for one in getattr(dossier, table)]
        either, diagnosed = mutations.both_readers(copy.deepcopy(data))
        assert either == diagnosed
        rows = [(table, row) for table in tables for row in data[table]]
        for rows_ in (rows, rows[::-1]):
            try:
                by_lines = bl.loads(lines(*rows_), "jsonl", report=[])
            except ValidationError as error:
                by_lines = sorted(problem.code for problem in error.problems)
                assert by_lines == sorted(code for _, code in diagnosed)
            else:
                assert rows_ is not rows or by_lines == diagnosed

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"name": {"en": "Byelorussia"}}, "conflicting-record"),
            ({"name": {"en": {"nom": "Belarus", "article": 1}}}, "wrong-type"),
            ({"country": None}, "no-country"),
        ],
    )
    def test_records_written_out_are_checked_each_time(self, change, code):
        """However alike they look."""
        partner = {**BY, "name": {"en": {"nom": "Belarus", "article": True}}}
        for first in (BY, partner):
            inline = [{**AGREEMENT, "sides": [[first], [KZ]]}]
            inline.append({**AGREEMENT, "id": "b", "sides": [[{**first, **change}], [KZ]]})
            for head in ([], [("partners", KZ)], [("partners", first)]):
                problems = found(lines(*head, *(("agreements", one) for one in inline)))
                assert [problem[2] for problem in problems] == [code]

    def test_sources_written_out_are_one_if_they_say_the_same(self):
        source = {"id": "s", "url": "https://example.org"}
        rows = [{**AGREEMENT, "id": code, "sources": [source]} for code in "ab"]
        a, b = bl.loads(lines(*STATES, *(("agreements", row) for row in rows)), "jsonl")
        assert a.sources[0] is b.sources[0]
        rows[1]["sources"] = [{**source, "note": "x"}]
        text = lines(*STATES, *(("agreements", row) for row in rows))
        assert found(text) == [(5, "agreements[1].sources[0]", "conflicting-record")]

    def test_listed_records_come_before_those_written_out(self):
        text = lines(("partners", KZ), ("agreements", {**AGREEMENT, "sides": [[BY], [KZ]]}),
                     ("agreements", {**AGREEMENT, "id": "b", "sides": [["kz"], [BY]],
                                     "sectors": [{"code": "trade"}]}))  # fmt: skip
        dossier = bl.loads(text, "jsonl")
        assert [one.id for one in dossier.partners] == ["kz", "by"]
        assert dossier["a"].sides[0].partners[0] is dossier["b"].sides[1].partners[0]
        assert dossier.sectors == ()

    @given(values_of(Dossier))
    def test_sound_records_all_take_the_fast_path(self, dossier):
        self._take_the_fast_path(dossier)

    def test_the_founding_dossier_takes_the_fast_path(self, register):
        self._take_the_fast_path(register)

    @staticmethod
    def _take_the_fast_path(dossier):
        reading = DossierReader()
        # Parents may stand behind their children, who would wait for them.
        rows = {**write_dossier(dossier), "agreements": []}
        for one in dossier:
            rows["agreements"] += [write_record(parent) for parent in (*parents_of(one), one)]
        reading.diagnosis = None
        for table in TABLES.values():
            records = {key_of(one): one for one in getattr(dossier, table)}
            for row in rows.get(table, ()):
                record = reading.read(table, row)
                assert record == records[key_of(record)]

    @pytest.mark.parametrize("kind", fast_program.kinds(), ids=lambda kind: kind.__name__)
    def test_every_class_can_be_drafted(self, kind):
        """A draft has the layout of its class, and checks as that does."""
        made = draft(kind)()
        made.__class__ = kind
        assert type(made) is kind

    def test_the_program_that_is_made_can_be_read(self):
        assert "def Agreement_from_mapping(data):" in fast.source()
        assert "def write_Agreement(record):" in fast_writers.source({})

    def test_caches_are_bounded(self, monkeypatch):
        """However many different ones a file has."""
        monkeypatch.setattr(fast, "MOST_CACHED", 2)
        cached = fast.BoundedCache(str)
        assert [cached[n] for n in range(5)] == ["0", "1", "2", "3", "4"]
        assert len(cached) == 2
        monkeypatch.setattr(fast, "MOST_CACHED", 1)
        rows = [{**AGREEMENT, "id": code, "sides": [[BY], ["kz"]]} for code in "abc"]
        text = lines(*STATES, *(("agreements", row) for row in rows))
        assert [one.id for one in bl.loads(text, "jsonl")] == ["a", "b", "c"]

    def test_the_founding_dossier_is_read_directly(self, register):
        """Where it is in the order of the tables, and msgspec is there."""
        content = bl.dumps(register).encode()
        assert strict.read_directly(content) == register
        assert strict.read_directly(content).read_version == "1"
        with without("msgspec"):
            assert strict.read_directly(content) is None
        assert bl.loads(content, limits=bl.Limits(depth=99)) == register

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ('"1"', '"2"'),
            ('"1"', '"1.1"'),
            ('"1"', "1"),
            ('"title": {', '"title": {"de": "x",'),
            ('"title": {', '"title" : {}, "title": {'),
            ('"agreements": [', '"agreements": [], "agreements": ['),
            ('"partners": [', '"partners": [{}, '),
            ('"id": "belta', '"id" :"x", "id": "belta'),
            ('"extra": {', '"extra": {"org:k": 2,'),
            ('"extra": {', '"extra": {"org:n": "\\ud800",'),
            ('"note": ', '"nota": 1, "note": '),
            ('"officials": [', '"officials": null, "agreements": ['),
        ],
    )
    def test_what_is_wrong_in_a_whole_text_is_found_with_msgspec_and_without(
        self, register, before, after
    ):
        content = bl.dumps(attrs.evolve(register, title={"de": "x"}))
        assert before in content
        either, other = mutations.with_and_without_structs(
            "json", content.replace(before, after, 1)
        )
        assert either == other


def test_references_are_read_alike_with_and_without_remembering_their_text(monkeypatch):
    # Tests without msgspec take the module away; the attribute of its package is then an old one.
    structs = importlib.import_module("bilateral.wire.fast.structs")

    text = bl.dumps(mutations.full_dossier(), "jsonl")
    remembered = bl.loads(text, "jsonl")
    monkeypatch.setattr(structs, "MOST_CACHED", 0)
    assert bl.loads(text, "jsonl") == remembered
    embedded = bl.dumps(mutations.full_dossier(), "json")
    assert bl.loads(embedded, "json") == remembered
