"""What holds for every format: nothing is lost, both readers agree, and nothing bad gets in."""

import copy
import gc
import io
import json
import os
import pickle
import random
import signal
import sys
import time
import warnings
from contextlib import contextmanager
from pathlib import Path

import attrs
import mutations
import pytest
from hypothesis import assume, given, note

import bilateral as bl
from bilateral import DataWarning, Dossier, MissingExtra, UnknownFormat, ValidationError, extra
from bilateral.dossiers import TABLES
from bilateral.extra import JsonMapping
from bilateral.formats import FORMATS, toml_places
from bilateral.formats import json as strict
from bilateral.testing import values_of
from bilateral.wire import registry, replacing, storage, versions
from bilateral.wire.documents import Document
from bilateral.wire.fast import program as fast_program
from bilateral.wire.fast import readers as fast
from bilateral.wire.fast import writers as fast_writers
from bilateral.wire.records import DossierReader, write_dossier, write_record
from bilateral.wire.registry import Format
from bilateral.wire.schema import Items, Json, NameByLanguage, Record, Reference, fields_of

OWN = ("json", "jsonl", "msgpack", "toml", "yaml")
GOLDEN = Path(__file__).parent / "golden"
BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}
STATES = (("partners", BY), ("partners", KZ))
PARSERS = [(), ("orjson",), ("msgspec",), ("orjson", "msgspec")]


def lines(*rows, head=None):
    """A JSON Lines file of (table, record) pairs."""
    parts = [head or {"bilateral": "1"}, *({"table": table, **record} for table, record in rows)]
    return "".join(json.dumps(part, ensure_ascii=False) + "\n" for part in parts)


def key_of(record):
    return getattr(record, attrs.fields(type(record))[0].name)


def parents_of(agreement):
    """All agreements that one refers to, the furthest first."""
    for parent in (*agreement.implements, *agreement.amends, *agreement.supersedes):
        yield from (*parents_of(parent), parent)


def stream_of(raw, limits):
    return bl.stream(io.BytesIO(raw), format="jsonl", limits=limits)


def found(content, format="jsonl", **options):
    """The problems of a content: line, where, code."""
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, format, **options)
    return [(p.line, p.where, p.code) for p in caught.value.problems]


def quietly(call, *arguments, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataWarning)
        return call(*arguments, **options)


@contextmanager
def without(*names):
    """As if some libraries were not installed."""
    hidden = {name: sys.modules.get(name) for name in names}
    sys.modules.update(dict.fromkeys(names))
    # It needs msgspec.
    sys.modules.pop("bilateral.wire.fast.structs", None)
    try:
        yield
    finally:
        for name, module in hidden.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


@pytest.fixture
def register(plan):
    """A dossier that has something in most of its fields."""
    return attrs.evolve(mutations.full_dossier(), note="# not a comment: 'quoted'\nline")


class TestLossless:
    @given(values_of(Dossier))
    def test_law_of_round_trip(self, dossier):
        for name in OWN:
            note(name)
            again = quietly(bl.loads, bl.dumps(dossier, name), name)

            assert again == dossier
            assert hash(again) == hash(dossier)
            assert bl.dumps(again, name) == bl.dumps(dossier, name)

    @given(values_of(Dossier))
    def test_the_writers_agree(self, dossier):
        """The text of a line is that of the plain data."""
        head, *rows = map(json.loads, bl.dumps(dossier, "jsonl").split("\n")[:-1])
        for row in rows:
            head.setdefault(row.pop("table"), []).append(row)

        assert head == write_dossier(dossier)
        text = bl.dumps(dossier)
        with without("msgspec", "msgspec.json"):
            assert bl.dumps(dossier) == text

    def test_private_data(self):
        """Any JSON values, null among them, also where the format has none."""
        data = {"o:a": None, "o:b": {"json": "x"}, "o:c": [{"x": [None, True, -1.5e300, "é\n"]}]}
        partner = bl.Partner("x", "company", {"en": "X"}, country="DE", extra=data)
        dossier = Dossier(partners=[partner], extra=data)
        for one in FORMATS:
            if one.lossless:
                assert bl.loads(bl.dumps(dossier, one.name), one.name) == dossier
        hash(dossier)

    @pytest.mark.parametrize(
        ("extra", "code"),
        [
            ({"a": 1}, "invalid-extra-key"),
            ({5: 1}, "invalid-key"),
            ({"a:b": {5: 1}}, "invalid-key"),
            ({"a:b": 2**63}, "number-out-of-range"),
            ({"a:b": float("nan")}, "number-out-of-range"),
            ({"a:b": ["\0"]}, "invalid-text"),
            ({"a:b": {"\ud800": 1}}, "invalid-text"),
            ({"a:b": [object()]}, "wrong-type"),
            ([], "wrong-type"),
        ],
    )
    def test_no_private_data(self, extra, code):
        """What a file could not hold, or without a namespace."""
        with pytest.raises(ValidationError) as caught:
            Dossier(extra=extra)
        assert [problem.code for problem in caught.value.problems] == [code]

    def test_private_data_cannot_be_nested_without_end(self):
        """Nor can it be changed."""
        nested = []
        for _ in range(100):
            nested = [nested]
        with pytest.raises(ValidationError):
            Dossier(extra={"a:b": nested})
        extra = Dossier(extra={"a:b": {"c": [1]}}).extra
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            extra.x = 1
        assert extra["a:b"] == JsonMapping({"c": [1]}) != {"c": [1]}
        assert copy.copy(extra) is copy.deepcopy(extra) is extra
        assert pickle.loads(pickle.dumps(extra)) == extra
        text = "bilateral: '1'\nextra: {a:b: 1.50, a:c: 0755}"
        assert found(text, "yaml") == [(2, "extra.a:c", "wrong-type")]
        assert repr(extra) == "JsonMapping({'a:b': {'c': [1]}})"
        with pytest.raises(AttributeError):
            del extra._items


class TestTwoReaders:
    def test_they_agree_on_mutations(self):
        """A short run of the script; also that nothing but values and problems comes out."""
        counts, failures = mutations.run(250, seed=20251105)

        assert failures == []
        assert sum(counts.values()) == 250

    @given(values_of(Dossier))
    def test_law_of_records_written_out(self, dossier):
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

    def test_sources_written_out_are_one(self):
        """If they say the same."""
        source = {"id": "s", "url": "https://example.org"}
        rows = [{**AGREEMENT, "id": code, "sources": [source]} for code in "ab"]
        a, b = bl.loads(lines(*STATES, *(("agreements", row) for row in rows)), "jsonl")
        assert a.sources[0] is b.sources[0]
        rows[1]["sources"] = [{**source, "note": "x"}]
        text = lines(*STATES, *(("agreements", row) for row in rows))
        assert found(text) == [(5, "agreements[1].sources[0]", "conflicting-record")]

    def test_the_listed_keep_their_place(self):
        """Those written out come after them."""
        text = lines(("partners", KZ), ("agreements", {**AGREEMENT, "sides": [[BY], [KZ]]}),
                     ("agreements", {**AGREEMENT, "id": "b", "sides": [["kz"], [BY]],
                                     "sectors": [{"code": "trade"}]}))  # fmt: skip
        dossier = bl.loads(text, "jsonl")
        assert [one.id for one in dossier.partners] == ["kz", "by"]
        assert dossier["a"].sides[0].partners[0] is dossier["b"].sides[1].partners[0]
        assert dossier.sectors == ()

    @given(values_of(Dossier))
    def test_law_of_sound_records(self, dossier):
        """They all take the fast path."""
        self._take_the_fast_path(dossier)

    def test_the_founding_dossier_takes_the_fast_path(self, register):
        """It has all tables."""
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
        draft = fast_program.draft(kind)()
        draft.__class__ = kind
        assert type(draft) is kind

    def test_the_program_can_be_read(self):
        """It is text."""
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
    def test_what_is_wrong_in_a_whole_text(self, register, before, after):
        """Is found in the same way with msgspec and without."""
        content = bl.dumps(attrs.evolve(register, title={"de": "x"}))
        assert before in content
        either, other = mutations.with_and_without_structs(
            "json", content.replace(before, after, 1)
        )
        assert either == other


class TestJsonLines:
    @pytest.mark.parametrize("missing", PARSERS, ids=str)
    @pytest.mark.parametrize(
        "text",
        [
            lines(*STATES, ("agreements", AGREEMENT)),
            lines(*STATES, ("agreements", {**AGREEMENT, "id": 5})),
            lines(*STATES, ("agreements", {**AGREEMENT, "sectors": "ab"})),
            lines(*STATES, ("agreements", {**AGREEMENT, "note": True})),
            lines(*STATES, ("agreements", {**AGREEMENT, "note": "\ud800"})).encode(
                errors="surrogatepass"
            ),
            lines(*STATES, ("agreements", {**AGREEMENT, "extra": {"a:b": 2**70}})),
            lines(*STATES, ("agreements", {**AGREEMENT, "extra": {"a:b": -(2**63)}})),
            lines(*STATES) + '{"table":"agreements","id":"a","id":"b"}\n',
            lines(*STATES) + '{"table":"partners", "id":"de" ,"id" :"x", "id":"x"}\n',
            lines(*STATES)
            + '{"table" :"agreements","id":"a" ,"kind"\t:"mou","sides":[["by"],["kz"]]}',
            lines(*STATES) + '{"table":"agreements","extra":{"a:b":1,"a:b":2}}\n',
            lines(*STATES)
            + '{"table":"sources","id":"s","note": "a:b","note":"this one is long: c"}\n',
            lines(*STATES)
            + '{"table":"sources","id":"s","note":"x" ,"note":"long \\u003a as that"}',
            lines(*STATES, ("sources", {"id": "s", "url": "https://example.org/a:b", "note": ":"})),
            lines(*STATES) + '{"table":"agreements","note":"\\ud83d\\ude00 \\u0000"}\n',
            lines(*STATES) + '{"table":"agreements","note":NaN,"id":1e999}\n',
            lines(*STATES) + '{"table":"agreements"} x\n\n  \n[1]\n{"table":5}\n{"a":1}\n"\n',
            lines(*STATES) + '{"table":"agreements","id":' + "9" * 5000 + "}\n",
            lines(*STATES) + "[" * 2000 + "\n",
            lines(*STATES).replace("\n", "\r\n"),
            lines(("partners", {**BY, "name": {"en": 'a":b \\": "'}}), ("partners", KZ)),
        ],
    )
    def test_parsers_agree(self, text, missing):
        """Whichever is installed: the same records and the same problems."""

        def outcome():
            try:
                return bl.loads(text, "jsonl")
            except ValidationError as error:
                return [(p.line, p.column, p.pointer, p.code, p.value) for p in error.problems]

        expected = outcome()
        with without(*missing):
            assert str(outcome()) == str(expected)

    def test_any_order_can_be_loaded(self):
        """Records wait for those that they refer to."""
        text = lines(("agreements", {**AGREEMENT, "id": "c", "implements": ["a"]}),
                     ("agreements", AGREEMENT), *STATES)  # fmt: skip
        dossier = bl.loads(text, "jsonl")

        assert dossier["c"].implements == (dossier["a"],)
        assert [one.id for one in dossier] == ["c", "a"]

    def test_a_record_may_stand_where_it_is_used(self):
        """As in every format."""
        inline = {**AGREEMENT, "sides": [[BY], [KZ]]}
        assert bl.loads(lines(("agreements", inline)), "jsonl") == bl.loads(
            lines(*STATES, ("agreements", AGREEMENT)), "jsonl"
        )

    def test_what_is_unusual_is_read_with_care(self):
        """And is the same."""
        text = lines(*STATES, ("agreements", {**AGREEMENT, "note": "\U0001f600", "binding": None}))
        expected = lines(*STATES, ("agreements", {**AGREEMENT, "note": "\U0001f600"}))
        escaped = expected.replace("\U0001f600", "\\ud83d\\ude00")
        assert "ud83d" in escaped
        assert bl.loads(escaped, "jsonl") == bl.loads(expected, "jsonl")
        assert found(text)[0] == (4, "agreements[0].binding", "wrong-type")
        null = text.replace('"binding": null', '"period": null')
        assert bl.loads(null, "jsonl") == bl.loads(expected, "jsonl")
        (one,) = bl.stream(io.StringIO(null), format="jsonl")
        assert one == bl.loads(expected, "jsonl")["a"]

    def test_problems_have_their_lines(self):
        """In the order of the file."""
        text = lines(
            ("partners", {**BY, "id": "B"}),
            ("partners", KZ),
            ("nonsense", {}),
            ("agreements", {**AGREEMENT, "kind": "rodmap"}),
            ("partners", KZ),
            head={"bilateral": "1", "title": []},
        )
        assert found(text) == [
            (1, "title", "wrong-type"),
            (2, "partners[0].id", "invalid-id"),
            (4, "table", "unknown-table"),
            (5, "agreements[0].kind", "unknown-agreement-kind"),
            (5, "agreements[0].sides[0][0]", "unresolved"),
            (6, "partners[2].id", "duplicate-id"),
        ]
        assert found(lines(*STATES, ("partners", KZ))) == [(4, "partners[2].id", "duplicate-id")]
        assert found("") == [(1, "", "syntax")]
        assert found("[]\n") == [(1, "", "wrong-type")]
        assert found(lines(head={"bilateral": "2"})) == [(1, "bilateral", "newer-version")]
        assert found(lines(head={"note": "x"})) == [(1, "bilateral", "no-version")]

    def test_hierarchies_are_checked(self):
        """With the lines of the partners."""
        body = {**BY, "kind": "ministry"}
        text = lines(("partners", {**body, "id": "x", "part_of": "y"}),
                     ("partners", {**body, "id": "y", "part_of": "x"}))  # fmt: skip
        expected = [(2, "partners[0].part_of", "cycle"), (3, "partners[1].part_of", "cycle")]
        assert found(text) == expected

    def test_a_hierarchy_of_records_written_out(self):
        """Has no lines of its own."""
        partner = {**BY, "kind": "ministry", "part_of": "nobody"}
        text = lines(("agreements", {**AGREEMENT, "sides": [[partner], [KZ]]}))
        assert found(text) == [(None, "partners[0].part_of", "unresolved")]

    def test_skipping(self):
        """What is left out is reported; what refers to it, too."""
        text = lines(
            *STATES,
            ("agreements", {**AGREEMENT, "kind": "rodmap"}),
            ("agreements", {**AGREEMENT, "id": "b", "implements": ["a"]}),
            ("agreements", {**AGREEMENT, "id": "c"}),
            ("agreements", {**AGREEMENT, "id": "c", "note": "again"}),
        ) + "{\n"  # fmt: skip
        report = []
        dossier = bl.loads(text, "jsonl", on_error="skip", report=report)

        assert [one.id for one in dossier] == ["c"]
        assert [(p.line, p.code) for p in report] == [
            (4, "unknown-agreement-kind"),
            (5, "unresolved"),
            (7, "duplicate-id"),
            (8, "syntax"),
        ]
        with pytest.warns(DataWarning, match="unknown-agreement-kind"):
            bl.loads(text, "jsonl", on_error="skip")

    def test_skipping_elsewhere(self):
        """Works for whole documents as well."""
        data = {"bilateral": "1", "partners": [BY, {**KZ, "kind": "x"}, KZ]}
        report = []
        dossier = bl.loads(json.dumps(data), on_error="skip", report=report)

        assert [one.id for one in dossier.partners] == ["by", "kz"]
        assert [(p.where, p.line) for p in report] == [("partners[1].kind", 1)]


class TestStreams:
    TEXT = lines(
        ("sectors", {"code": "bees", "name": {"en": "bees"}, "broader": "agriculture"}),
        *STATES,
        ("agreements", AGREEMENT),
        ("agreements", {**AGREEMENT, "id": "b", "implements": ["a"], "sectors": ["bees"]}),
        ("projects", {"id": "p", "name": {"en": "p"}, "under": ["b"]}),
    )

    @pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
    def test_agreements_one_by_one(self, tmp_path, suffix):
        """As in the dossier; parents are kept for those that need them."""
        path = tmp_path / f"register.jsonl{suffix}"
        dossier = bl.loads(self.TEXT, "jsonl")
        bl.dump(dossier, path)

        assert list(bl.stream(path)) == list(dossier)
        with path.open("rb") as file:
            assert [one.id for one in bl.stream(file)] == ["a", "b"]
            assert not file.closed

    def test_files_that_cannot_be_read_twice(self):
        """Have no parents to name."""

        class Pipe(io.BytesIO):
            def seekable(self):
                return False

        stream = bl.stream(Pipe(self.TEXT.encode()), format="jsonl")
        assert next(stream).id == "a"
        with pytest.raises(ValidationError) as caught:
            next(stream)
        assert [(p.code, p.line) for p in caught.value.problems] == [("unresolved", 6)]
        assert len(list(bl.stream(io.StringIO(self.TEXT), format="jsonl"))) == 2

    def test_problems(self):
        """Come when their line does, or are skipped and reported."""
        text = self.TEXT + lines(
            ("agreements", {**AGREEMENT, "id": "C"}), ("agreements", AGREEMENT)
        )
        stream = bl.stream(io.StringIO(text), format="jsonl")
        assert [next(stream).id, next(stream).id] == ["a", "b"]
        with pytest.raises(ValidationError):
            next(stream)
        report = []
        rest = bl.stream(io.StringIO(text), format="jsonl", on_error="skip", report=report)
        assert [one.id for one in rest] == ["a", "b", "a"]
        assert [(p.line, p.code) for p in report] == [(8, "missing-field"), (9, "invalid-id")]

    def test_writing(self, tmp_path, plan):
        """What agreements refer to is written before them."""
        child = attrs.evolve(plan, id="child", implements=[plan])
        own = bl.Sector("bees", name={"en": "bees"}, broader="agriculture")
        other = attrs.evolve(plan, id="other", sectors=[own, "trade"])
        path = tmp_path / "register.jsonl"
        bl.dump(iter([child, plan, other]), path)

        assert [one.id for one in bl.stream(path)] == ["plan", "child", "other"]
        assert bl.load(path).sectors == (own,)
        bl.dump([child], tmp_path / "register.json")
        assert [one.id for one in bl.load(tmp_path / "register.json")] == ["child", "plan"]

    def test_only_some_formats_stream(self, tmp_path):
        """The error lists them."""
        with pytest.raises(UnknownFormat, match="jsonl"):
            next(bl.stream(tmp_path / "register.json"))

    def test_a_line_has_a_limit(self):
        """As a file has."""
        with pytest.raises(ValidationError) as caught:
            list(bl.stream(io.StringIO(self.TEXT), format="jsonl", limits=bl.Limits(size=50)))
        assert caught.value.problems[0].code == "too-large"


HOSTILE = [
    ("[" * 100_000, "json", "too-deep"),
    ("[" * 100_000 + "]" * 100_000, "json", "too-deep"),
    ('{"a":' * 50_000 + "1" + "}" * 50_000, "json", "too-deep"),
    ('{"a": 1, "a": 2, "b": }', "json", "syntax"),
    ('[{"a": 1, "a": 2}, x]', "json", "syntax"),
    ('{"a": 1, "a": 2, "b": "\n"}', "json", "syntax"),
    ('{"bilateral": "1", "note": -1e999}', "json", "wrong-type"),
    ('{"bilateral": "1", "note": ' + "9" * 2000 + "}", "json", "number-too-long"),
    ('{"bilateral": "1", "note": "\\ud800"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "a\\u0000"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "\ud800"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "\0"}', "json", "syntax"),
    (b'\xff\xfe{\0"\0', "json", "not-utf-8"),
    ('{"bilateral": "1"}'.encode("utf-16"), "json", "not-utf-8"),
    (b'{"bilateral": "1", "note": "\xed\xa0\x80"}', "json", "not-utf-8"),
    ("bilateral: '1'\nnote: " + "9" * 5000, "yaml", "number-too-long"),
    ("bilateral: '1'\nnote: 0x" + "f" * 100_000, "yaml", "number-too-long"),
    ("bilateral: '1'\nnote: 190:20:30", "yaml", None),
    ("bilateral: '1'\nnote: 1e99999", "yaml", "wrong-type"),
    ("bilateral: '1'\nnote: .nan", "yaml", "wrong-type"),
    ('bilateral: "1"\nnote: "\\ud800"', "yaml", "invalid-text"),
    ('bilateral: "1"\nnote: "\\0"', "yaml", "invalid-text"),
    ("a: &a [*a]", "yaml", "too-deep"),
    ("- " * 3000, "yaml", "too-deep"),
    ("<<: *x", "yaml", "syntax"),
    ("bilateral = '1'\nnote = " + "9" * 5000, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = " + "9" * 1001, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = 0x" + "f" * 100_000, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = nan", "toml", "wrong-type"),
    ("bilateral = '1'\nnote = 2025-11-05T10:00:00Z", "toml", None),
    ("a = " + "[" * 5000 + "]" * 5000, "toml", "too-deep"),
    ("a." * 50_000 + "a = 1", "toml", "too-deep"),
    ("[" + "'a' . " * 50_000 + "a]", "toml", "too-deep"),
    ("a = {" + "a." * 50_000 + "a = 1}", "toml", "too-deep"),
    ("a = 1\na = 2", "toml", "syntax"),
    ("a = '", "toml", "syntax"),
    (b"\x91" * 5000, "msgpack", "too-deep"),
    (b"\x82\xa1a\x01\xa1a\x02", "msgpack", "duplicate-key"),
    (b"\x81\x01\x02", "msgpack", "invalid-key"),
    (b"\x81\xa1a\xc7\x01\x05x", "msgpack", "syntax"),
    (b"\x81\xa1a\xa1\xff", "msgpack", "syntax"),
    (b"\xdf\xff\xff\xff\xff", "msgpack", "syntax"),
    (b"", "msgpack", "syntax"),
    (b"\x01\x01", "msgpack", "syntax"),
    (b"\x1f\x8b nonsense", "json", "damaged"),
    (b"\x28\xb5\x2f\xfd nonsense", "json", "damaged"),
]


class TestHostile:
    """Each is a clear error or safely handled, in bounded time."""

    @pytest.fixture(autouse=True)
    def _bounded(self):
        begin = time.process_time()
        yield
        assert time.process_time() - begin < 5

    @pytest.mark.parametrize("number", range(len(HOSTILE)))
    def test_content(self, number):
        """Of every kind that we can think of."""
        content, name, code = HOSTILE[number]
        try:
            bl.loads(content, name)
        except ValidationError as error:
            assert error.problems[0].code == code
            assert len(str(error)) < 2000
        else:
            assert code is None

    @pytest.mark.parametrize("suffix", [".gz", ".zst"])
    def test_bombs(self, suffix):
        """A compressed content may not grow beyond the limit."""
        bomb = b"".join(storage.compress([b" " * 10**6] * 20, suffix))
        assert len(bomb) < 10**5
        for limits, code in (
            (bl.Limits(size=10**6, expansion=10**6), "too-large"),
            (bl.Limits(), "expands-too-much"),
        ):
            for read in (bl.loads, lambda raw, limits: [*stream_of(raw, limits)]):
                with pytest.raises(ValidationError) as caught:
                    read(bomb, limits=limits)
                assert caught.value.problems[0].code == code

    def test_sizes(self, tmp_path):
        """Of files, of texts, of the files of a folder together."""
        small = bl.Limits(size=10)
        path = tmp_path / "register.json"
        bl.dump(Dossier(), path)
        (tmp_path / "folder").mkdir()
        for name in "ab":
            (tmp_path / "folder" / f"{name}.csv").write_text("123456")
        for call in (
            lambda: bl.load(path, limits=small),
            lambda: bl.loads(path.read_text(), limits=small),
            lambda: bl.load(tmp_path / "folder", limits=small),
            lambda: bl.loads({"a.csv": b"x" * 20}, "csv", limits=small),
        ):
            with pytest.raises(ValidationError) as caught:
                call()
            assert caught.value.problems[0].code == "too-large"

    def test_links(self, tmp_path):
        """In a folder they are not followed; a file is written where its link leads."""
        secret = tmp_path / "secret"
        secret.write_text("password")
        folder = tmp_path / "folder"
        folder.mkdir()
        (folder / "partners.csv").symlink_to(secret)
        with pytest.raises(ValidationError) as caught:
            bl.load(folder)
        assert caught.value.problems[0].code == "not-a-file"

        target, link = tmp_path / "target.json", tmp_path / "link.json"
        link.symlink_to(target)
        bl.dump(Dossier(), link)
        assert link.is_symlink()
        assert bl.load(target) == Dossier()

    @pytest.mark.parametrize("name", OWN)
    def test_turned_texts_are_kept_and_flagged(self, name):
        """With their place, where the format is a text."""
        partner = bl.Partner("x", "company", {"en": "a\u202eb"}, country="DE")
        dossier = Dossier(partners=[partner])
        report = []
        text = bl.dumps(dossier, name)

        assert bl.loads(text, name, report=report) == dossier
        assert [problem.code for problem in report] == ["turned-text"]
        if name == "json":
            assert (report[0].line, report[0].column) == (8, 17)
            assert bl.loads(json.dumps(json.loads(text)), report=report) == dossier
            assert len(report) == 2
        with pytest.warns(DataWarning) as caught:
            bl.loads(text, name)
        assert caught[0].filename == __file__


def depth_of(data):
    """How many mappings and lists stand within each other."""
    if not isinstance(data, (dict, list)):
        return 0
    inner = data.values() if isinstance(data, dict) else data
    return 1 + max(map(depth_of, inner), default=0)


def depth_of_shape(shape, around=()):
    """The same for all that a field may hold, but for agreements within agreements."""
    match shape:
        case Json():
            return 1 + extra._DEEPEST
        case Items(of) | NameByLanguage(of):
            return 1 + depth_of_shape(of, around)
        case Record(kind) | Reference(kind) if not kind is bl.Agreement in around:
            return 1 + max(depth_of_shape(one.shape, (*around, kind)) for one in fields_of(kind))
        case _:
            return 0


def nested(depth):
    """As many lists within each other."""
    return [nested(depth - 1)] if depth > 1 else []


def in_format(name, data):
    """Plain data in a format, whatever they are."""
    if name == "msgpack":
        return pytest.importorskip("msgpack").packb(data)
    if name == "toml":
        rows = (f"{key} = {json.dumps(value)}\n" for key, value in data.items())
        return "".join(row.replace('": ', '" = ') for row in rows)
    if name == "jsonl":
        rows = data.pop("partners", ())
        return lines(*(("partners", row) for row in rows), head=data)
    return json.dumps(data)


class TestDepth:
    """The limit is the same for every format, and the fast path does not forget it."""

    @given(values_of(Dossier))
    def test_law(self, dossier):
        """What is as deep as the limit is read, what is deeper is not."""
        depth = depth_of(write_dossier(dossier))
        texts = {name: bl.dumps(dossier, name) for name in ("json", "msgpack", "toml", "yaml")}
        for name, text in texts.items():
            note(name)
            assert quietly(bl.loads, text, name, limits=bl.Limits(depth=depth)) == dossier
        assume(depth > 1)
        for name, text in texts.items():
            note(name)
            codes = {code for *_, code in found(text, name, limits=bl.Limits(depth=depth - 1))}
            assert codes == {"too-deep"}

    @pytest.mark.parametrize("name", OWN)
    @pytest.mark.parametrize("depth", [97, 98, 300, 900])
    @pytest.mark.parametrize("field", ["country", "mood"])
    def test_deep_records(self, name, depth, field):
        """Have one problem, and a place where there are lines."""
        if name == "msgpack":
            # Older packers do not go deeper.
            depth = min(depth, 500)
        if name == "yaml":
            # Its scanner looks ahead of what is read, and slowly.
            depth = min(depth, 400)
        row = {"id": "by", "kind": "state", "name": {"en": "Belarus"}, field: nested(depth)}
        text = in_format(name, {"bilateral": "1", "partners": [KZ, row]})
        problems = found(text, name)
        if depth == 97:
            assert "too-deep" not in [code for *_, code in problems]
            return
        ((line, where, code),) = problems
        assert code == "too-deep"
        # Python's own limit comes before the end of some texts.
        assert where in (f"partners[1].{field}" + "[0]" * 97, "")
        assert (line is None) == (name == "msgpack")

    @pytest.mark.parametrize("name", OWN)
    def test_fields_of_the_dossier(self, name):
        """A table that is none is one, too."""
        for field in ("titel", "title", "note", "sources"):
            text = in_format(name, {"bilateral": "1", field: {"x": nested(99)}})
            assert [code for *_, code in found(text, name)] == ["too-deep"]
            text = in_format(name, {"bilateral": "1", field: {"x": nested(98)}})
            assert "too-deep" not in [code for *_, code in found(text, name)]

    @pytest.mark.parametrize("missing", [(), ("msgspec",)], ids=str)
    @pytest.mark.parametrize("name", ["json", "jsonl", "msgpack"])
    def test_records_within_records(self, name, missing):
        """Only agreements can stand within each other, and so be deep without a fault."""

        def text_of(number):
            inner = {**AGREEMENT, "id": "a0"}
            for outer in range(1, number):
                inner = {**AGREEMENT, "id": f"a{outer}", "implements": [inner]}
            if name == "jsonl":
                return lines(*STATES, ("agreements", inner))
            data = {"bilateral": "1", "partners": [BY, KZ], "agreements": [inner]}
            return in_format(name, data)

        with without(*missing):
            self._records_within_records(name, text_of)

    @staticmethod
    def _records_within_records(name, text_of):
        assert len(bl.loads(text_of(30), name)) == 30
        text, report = text_of(200), []
        dossier = bl.loads(text, name, on_error="skip", report=report)

        assert [problem.code for problem in report] == ["too-deep"]
        assert (len(dossier.partners), len(dossier)) == (2, 0)

    def test_what_stands_in_a_deep_record(self):
        """Is left out with it."""
        row = {**AGREEMENT, "sides": [[BY], [KZ]], "note": nested(120)}
        text, report = lines(("agreements", row), ("partners", KZ)), []
        assert bl.loads(text, "jsonl", on_error="skip", report=report).partners == (
            bl.loads(lines(("partners", KZ)), "jsonl").partners
        )
        assert [problem.code for problem in report] == ["too-deep"]

    def test_what_else_has_no_fault(self):
        """Is never as deep: no other class is within itself, and private data have a limit."""
        deepest = max(depth_of_shape(Record(kind)) for kind in TABLES)
        assert 20 < 2 + deepest < bl.Limits().depth

    def test_places_after_it(self):
        """Are found, though nobody looks into it."""
        deep = '{"id": "x", "note": ' + '[{"a]": "\\"["},' * 200 + "1" + "]" * 200 + "}"
        text = f'{{"bilateral": "1",\n"partners": [{deep},\n{{"id": 5}}]}}'
        assert ("3", "partners[1].id") in {(str(line), at) for line, at, _ in found(text, "json")}
        assert found('{"a":' * 100_000 + "1", "json")[0][2] == "too-deep"

    def test_a_limit_that_python_does_not_reach(self):
        """Is Python's."""
        for name in ("toml", "yaml"):
            text = "a = " + "[" * 2000 if name == "toml" else "- " * 2000
            assert found(text, name, limits=bl.Limits(depth=5000)) == [(None, "", "too-deep")]


class TestVersions:
    @pytest.mark.parametrize(
        "path", sorted(GOLDEN.glob("version-*.json")), ids=lambda path: path.stem
    )
    def test_golden_files(self, path):
        """A file of each version is read for ever, and as the same."""
        dossier = bl.load(path)

        assert f"version-{dossier.read_version}" == path.stem
        assert dossier == mutations.full_dossier()
        if dossier.read_version == versions.VERSION:
            assert bl.dumps(dossier) == path.read_text(encoding="utf-8")

    @pytest.mark.parametrize("version", ["2", "10.1"])
    def test_newer_major_versions(self, version):
        """Are refused with advice."""
        with pytest.raises(ValidationError, match="newer version of bilateral"):
            bl.loads(json.dumps({"bilateral": version}))

    @pytest.mark.parametrize("version", ["", "x", "1.", "-1", "0", 1, True, [], "1.x"])
    def test_no_versions(self, version):
        """Anything else is none."""
        with pytest.raises(ValidationError) as caught:
            bl.loads(json.dumps({"bilateral": version}))
        code = "unsupported-version" if isinstance(version, str) else "wrong-type"
        assert caught.value.problems[0].code == code

    def test_newer_minor_versions(self):
        """Are read; what is not known is reported."""
        data = {"bilateral": "1.7", "colour": 1, "partners": [{**BY, "mood": "good"}]}
        report = []
        dossier = bl.loads(json.dumps(data), report=report)

        assert dossier.read_version == "1.7"
        assert [(p.where, p.code) for p in report] == [
            ("colour", "unknown-field"),
            ("partners[0].mood", "unknown-field"),
        ]
        assert dossier == bl.loads(json.dumps({"bilateral": "1.0", "partners": [BY]}))

    def test_older_versions_are_migrated(self, monkeypatch):
        """By pure steps from one to the next."""

        def step(fields):
            return {"partners": fields["bodies"]}

        monkeypatch.setitem(versions.STEPS, 0, step)
        dossier = bl.loads(json.dumps({"bilateral": "0", "bodies": [BY]}))

        assert [one.id for one in dossier.partners] == ["by"]
        assert dossier.read_version == "0"
        assert json.loads(bl.dumps(dossier))["bilateral"] == versions.VERSION


class TestYaml:
    TEXT = """\
# the register of the office
bilateral: "1"   # version

partners:
- {id: by, kind: state, country: BY, name: {en: Belarus}}   # ours
- id: kz
  kind: 'state'
  country: "KZ"
  name:
    en: {nom: Kazakhstan}   # a form
agreements:
# the first
- id: a
  kind: mou
  binding: unknown     # a default, written out
  sides: [[by], [kz]]
  note: >-
    a long
    folded note
# the second
- id: b
  kind: roadmap
  sides: [[kz], [by]]
"""

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "register.yaml"
        path.write_text(self.TEXT)
        return path

    def test_nothing_changes_where_nothing_changed(self, path):
        """To the character."""
        bl.dump(bl.load(path), path)
        assert path.read_text() == self.TEXT

    def test_a_change_is_only_where_it_is(self, path):
        """Comments, quotes and the order stay."""
        dossier = bl.load(path)
        changed = attrs.evolve(dossier["a"], sectors=["trade"], note=None)
        names = attrs.evolve(dossier.partner("kz"), name={"en": "Kazakhstan", "ru": "Казахстан"})
        partners = (dossier.partner("by"), names, bl.Partner.state("DE"))
        sides = [[partners[0]], [names]]
        dossier = Dossier(
            title={"en": "T"},
            partners=partners,
            agreements=[attrs.evolve(changed, sides=sides)],
        )
        bl.dump(dossier, path)
        text = path.read_text()

        assert bl.load(path) == dossier
        for kept in ("# the register of the office", "# version", "# ours", "'state'", "# a form",
                     "# the first", "# a default, written out"):  # fmt: skip
            assert kept in text
        assert "folded" not in text
        assert "roadmap" not in text

    def test_rows_in_another_order(self, path):
        """Keep what stands within them."""
        dossier = bl.load(path)
        dossier = Dossier(partners=dossier.partners, agreements=[dossier["b"], dossier["a"]])
        bl.dump(dossier, path)

        assert bl.load(path) == dossier
        assert "# a default, written out" in path.read_text()

    @pytest.mark.parametrize("text", ["a: [", "bilateral: '7'", ""])
    def test_what_was_no_dossier_is_replaced(self, path, text):
        """As any other file."""
        path.write_text(text)
        bl.dump(Dossier(note="x"), path)
        assert path.read_text() == "bilateral: '1'\nnote: x\n"

    @given(values_of(Dossier), values_of(Dossier))
    def test_law_of_editing(self, before, after):
        """Whatever stood there, the new dossier stands there afterwards."""
        from bilateral.formats import yaml

        text = yaml.write(after, old=yaml.write(before).encode())
        assert quietly(bl.loads, text, "yaml") == after

    @pytest.mark.parametrize("text", ["3.14", "1.50", "0755", "0o17", "+5", "1_000", "0x1F", "yes"])
    def test_what_is_no_text_is_shown_as_written(self, text):
        """And what only looks like something else is one."""
        try:
            dossier = bl.loads(f"bilateral: '1'\nnote: {text}", "yaml")
        except ValidationError as error:
            assert f"({text})" in str(error)
        else:
            assert dossier.note == text == "yes"


def test_a_document_without_places():
    """Says nothing of them."""
    problem = bl.Problem("no-partner", ("agreements", 0))

    assert Document({}).located([problem]) == [problem]


class TestToml:
    def test_what_people_write(self):
        """Bare dates and times are texts; problems of the syntax have their place."""
        text = "bilateral = '1'\n[[sources]]\nid = 's'\ndate = 2025-11-05\n"
        assert str(bl.loads(text, "toml").sources[0].date) == "2025-11-05"
        assert found("a = 1\nb = \n", "toml") == [(2, "", "syntax")]

    def test_long_numbers(self):
        """Have their place, also where the library gives up."""
        for digits in (1001, 5000):
            string = f"'''\n{'1' * 5000}'''"
            text = f"bilateral = '1'\nnote = {string}\n[title]\nen = {'9' * digits}\n"
            assert {one[::2] for one in found(text, "toml")} == {(5, "number-too-long")}
        limits = bl.Limits(digits=3)
        assert found("bilateral = '1'\nnote = 999", "toml", limits=limits)[0][2] == "wrong-type"
        (problem,) = found("bilateral = '1'\nnote = [1, {x = -1_000}]", "toml", limits=limits)
        assert problem == (2, "note[1].x", "number-too-long")

    @pytest.mark.parametrize("name", ["json", "toml", "yaml"])
    def test_more_digits_than_python_reads(self, name):
        """Its limit holds, too."""
        text = in_format("toml" if name == "toml" else "json", {"bilateral": "1", "note": "@"})
        text = text.replace('"@"', "9" * 5000)
        assert found(text, name, limits=bl.Limits(digits=10_000))[0][2] == "number-too-long"

    @given(values_of(Dossier))
    def test_law_of_order(self, dossier):
        """Private data come back in the order in which they were."""
        again = bl.loads(bl.dumps(dossier, "toml"), "toml")
        assert repr(extra.plain(again.extra)) == repr(extra.plain(dossier.extra))

    def test_private_data_keep_their_order(self):
        """Tables among other values, and what is hard to write."""
        data = {
            "o:a": {"x": {}, "y": 1e16, "": [1.5, {"z": 'ext = "\\u00000"'}]},
            "o:b": 'extra = "\\u00000"\x7f\n',
            "o:c": {"n": True},
            "o:d": "é",
        }
        source = bl.Source("s", extra=data, note='extra = "\\u00000"')
        dossier = Dossier(sources=[source], extra=data, note='\nextra = "\\u00001"\n')
        again = bl.loads(bl.dumps(dossier, "toml"), "toml")

        assert again == dossier
        assert repr(again.extra) == repr(dossier.extra)
        assert repr(again.sources[0].extra) == repr(dossier.extra)

    def test_many_points_in_a_line(self):
        """Are no long key: numbers, and what stands in strings."""
        string = f"'''\n{'a.' * 200}'''"
        text = f"bilateral = '1'\nnote = {string}\nx = [{'1.5,' * 200}]\n"
        assert found(text, "toml") == [(4, "x", "unknown-field")]

    def test_strings_that_open_and_close_on_a_line(self):
        """Do not hide what comes after them."""
        text = 'bilateral = "1"\nnote = """ "a" [ """\ntitle = {en = \'\'\' x \'\'\'}\nnone = 1\n'
        assert found(text, "toml") == [(4, "none", "unknown-field")]

    def test_problems_have_their_lines(self):
        """Of headers, keys, and items of arrays; not of what strings and comments look like."""
        text = '''\
bilateral = "1"
note = """ a
[[partners]]
x = 'y' """
titel.en = "T"   # title.de = 5
[[partners]]
id = "By"
kind = "state"
country = "BY"
[partners.name]
en = "Belarus"

[[partners]]
"id" = 'kz'
kind = "stat"
name."en" = "Kaz [# not a comment"
extra = { "a:b" = [1, "]"], b = 2 }
[[agreements]]
id = "a"
kind = "mou"
sides = [
  ["by"],   # one
  # and a comment
  ["zz"],
]
events = [
  { kind = "signed", date = "2025-13-05" },
]
'''
        assert [(line, code) for line, _, code in found(text, "toml")] == [
            (5, "unknown-field"),
            (7, "invalid-id"),
            (15, "unknown-partner-kind"),
            (17, "invalid-extra-key"),
            (22, "unresolved"),
            (24, "unresolved"),
            (27, "no-such-month"),
        ]

    @given(values_of(Dossier))
    def test_law_of_places(self, dossier):
        """Every record of a table has one, in the order of the text."""
        text = bl.dumps(dossier, "toml")
        places = toml_places.places_in(text, 100)
        for table in TABLES.values():
            rows = [places[table, index].line for index in range(len(getattr(dossier, table)))]
            assert rows == sorted(set(rows))


@pytest.mark.parametrize(
    ("name", "library"), [("toml", "tomli_w"), ("msgpack", "msgpack"), ("yaml", "ruamel.yaml")]
)
def test_missing_libraries(name, library):
    """The error names the extra."""
    with without(library), pytest.raises(MissingExtra, match=name):
        bl.dumps(Dossier(), name)


class TestConverter:
    @pytest.mark.parametrize("name", ["json", "orjson", "msgpack", "msgspec"])
    def test_ready_converters_of_cattrs(self, name, plan):
        """With our hooks."""
        pytest.importorskip("msgspec")
        converter = bl.converter(name)
        content = converter.dumps(plan)

        assert converter.loads(content, bl.Agreement) == plan
        old, new = ("roadmap", "roadmop") if isinstance(content, str) else (b"roadmap", b"roadmop")
        with pytest.raises(ValidationError):
            converter.loads(content.replace(old, new), bl.Agreement)

    def test_others(self):
        """Are not known, or have no library."""
        with pytest.raises(UnknownFormat, match="orjson"):
            bl.converter("xml")
        sys.modules.pop("cattrs.preconf.orjson", None)
        with without("orjson"), pytest.raises(MissingExtra, match="orjson"):
            bl.converter("orjson")


class TestStorage:
    def test_without_zstd(self, tmp_path):
        """Likewise."""
        hidden = without("backports.zstd", "backports", "compression")
        with hidden, pytest.raises(MissingExtra, match="zstd"):
            bl.dump(Dossier(), tmp_path / "a.json.zst")
        assert list(tmp_path.iterdir()) == []

    def test_equal_dossiers_give_equal_files(self, tmp_path):
        """Compressed ones as well: no time stands in them."""
        for suffix in (".gz", ".zst"):
            paths = [tmp_path / f"{name}.json{suffix}" for name in "ab"]
            for path in paths:
                bl.dump(Dossier(), path)
            assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_open_files(self, tmp_path):
        """Texts to both kinds, bytes to files of bytes, folders to none."""
        for name in ("json", "jsonl"):
            binary, text = io.BytesIO(), io.StringIO()
            bl.dump(Dossier(), binary, format=name)
            bl.dump(Dossier(), text, format=name)
            assert binary.getvalue() == text.getvalue().encode()
        with pytest.raises(TypeError, match="binary"):
            bl.dump(Dossier(), io.StringIO(), format="msgpack")
        with pytest.raises(TypeError, match="path"):
            bl.dump(Dossier(), io.BytesIO(), format="csv")
        binary = io.BytesIO()
        bl.dump(Dossier(), binary, format="msgpack")
        binary.seek(0)
        assert bl.load(binary, format="msgpack") == Dossier()

    def test_folders(self, tmp_path, plan):
        """Other files stay, old tables go, and one file may be a whole register."""
        folder = tmp_path / "register"
        dossier = Dossier(agreements=[plan])
        bl.dump(dossier, folder, format="csv")
        (folder / "README").write_text("mine")
        (folder / "old.csv").write_text("")
        folder.chmod(0o750)
        bl.dump(dossier, folder)

        assert bl.load(folder) == dossier
        assert (folder / "README").read_text() == "mine"
        assert not (folder / "old.csv").exists()
        assert folder.stat().st_mode & 0o777 == 0o750
        assert [one.name for one in tmp_path.iterdir()] == ["register"]

    def test_a_folder_is_put_back(self, tmp_path, monkeypatch):
        """If the new one cannot take its place."""
        monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        bl.dump(Dossier(), folder, format="csv")
        rename = Path.rename

        def fail(path, target):
            if path.name == "new":
                raise OSError("disk gone")
            return rename(path, target)

        with monkeypatch.context() as patched, pytest.raises(OSError, match="gone"):
            patched.setattr(Path, "rename", fail)
            bl.dump(Dossier(note="x"), folder)

        assert bl.load(folder) == Dossier()
        assert [one.name for one in tmp_path.iterdir()] == ["register"]

    @pytest.mark.parametrize("old", [True, False])
    def test_a_folder_that_cannot_be_put_back(self, tmp_path, monkeypatch, old):
        """Stays beside its place."""
        monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        if old:
            bl.dump(Dossier(), folder, format="csv")
        rename = Path.rename

        def fail(path, target):
            if target == folder:
                raise OSError("disk gone")
            return rename(path, target)

        with monkeypatch.context() as patched, pytest.raises(OSError, match="gone"):
            patched.setattr(Path, "rename", fail)
            bl.dump(Dossier(note="x"), folder, format="csv")

        kept = list(tmp_path.glob(".register.*/old*"))
        assert [bl.load(one, format="csv") for one in kept] == [Dossier()] * old

    def test_what_a_file_raises_is_raised(self):
        """If it is no damage."""

        class Broken(io.BytesIO):
            def read1(self, size=-1):
                raise KeyError(size)

        with pytest.raises(KeyError):
            list(bl.stream(Broken(), format="jsonl"))

    def test_killed_writers(self, tmp_path):
        """The file is always one of the two dossiers, whole, and nothing of theirs stays."""
        path = tmp_path / "register.json"
        dossiers = [Dossier(note=str(number) * 50_000) for number in range(2)]
        bl.dump(dossiers[0], path)
        for _ in range(25):
            child = os.fork()
            if child == 0:
                try:
                    while True:
                        for dossier in dossiers:
                            bl.dump(dossier, path)
                finally:
                    os._exit(1)
            time.sleep(random.random() * 0.01)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            assert bl.load(path) in dossiers
        bl.dump(dossiers[0], path)
        assert [one.name for one in tmp_path.iterdir()] == ["register.json"]

    def test_two_writers(self, tmp_path):
        """Never leave a mixture, in a file or a folder."""
        from concurrent.futures import ThreadPoolExecutor

        dossiers = [Dossier(partners=[bl.Partner.state(code)]) for code in ("BY", "KZ", "DE")]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda one: bl.dump(one, tmp_path / "a.json"), dossiers * 10))
        assert bl.load(tmp_path / "a.json") in dossiers

    def test_the_collector_need_not_look_at_what_was_read(self, monkeypatch):
        """It is old already, unless somebody else has frozen objects."""
        monkeypatch.setattr("bilateral.wire.garbage._MANY", -1)

        def generation():
            dossier = bl.loads('{"bilateral": "1"}')
            return [n for n in range(3) if any(one is dossier for one in gc.get_objects(n))]

        gc.unfreeze()  # what conftest.py has frozen
        assert generation() == [2]
        gc.freeze()
        frozen = gc.get_freeze_count()
        assert generation() != [2]
        assert gc.get_freeze_count() == frozen

    def test_the_collector_rests_and_goes_on(self, monkeypatch):
        """Also if reading fails; and not if it was off, or is to go on."""
        seen = []
        monkeypatch.setattr(
            "bilateral.formats.json.read",
            lambda *_: seen.append(gc.isenabled()) or pytest.fail("no"),
        )
        for options in ({}, {"gc": True}):
            with pytest.raises(pytest.fail.Exception):
                bl.loads("{}", **options)
            assert gc.isenabled()
        gc.disable()
        try:
            with pytest.raises(pytest.fail.Exception):
                bl.loads("{}")
            assert not gc.isenabled()
        finally:
            gc.enable()
        assert seen == [False, True, False]


class TestRegistry:
    class Ids:
        def write(self, dossier, lang="en"):
            return f"{lang}\n" + "".join(f"{one.id}\n" for one in dossier.partners)

    @pytest.fixture(autouse=True)
    def _restored(self, monkeypatch):
        monkeypatch.setattr(registry, "_registered", dict(registry._registered))

    def test_a_format_of_ones_own(self, tmp_path):
        """By a function; options reach it."""
        bl.formats.register(Format("ids", (".ids",), codec=self.Ids()))
        dossier = Dossier(partners=[bl.Partner.state("BY")])
        bl.dump(dossier, tmp_path / "x.ids", lang="de")

        assert (tmp_path / "x.ids").read_text() == "de\nby\n"
        assert "ids" in [one.name for one in bl.formats.formats()]
        with pytest.raises(UnknownFormat):
            bl.load(tmp_path / "x.ids")
        bl.formats.register(Format("in", (".in",), codec="bilateral.formats.xlsm"))
        with pytest.raises(UnknownFormat):
            bl.dump(dossier, tmp_path / "x.in")

    def test_a_format_of_another_package(self, monkeypatch, tmp_path):
        """By an entry point; a module is imported when it is used."""
        one = Format("points", (".points",), codec="bilateral.formats.json")

        class Point:
            def load(self):
                return one

        monkeypatch.setattr(registry, "_entry_points_read", False)
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [Point()])

        assert bl.loads('{"bilateral": "1"}', "points") == Dossier()
        assert registry.name_of("x.points.gz") == "points"

    def test_names_of_paths(self, tmp_path):
        """A folder is of the first format that is written as one."""
        assert registry.name_of("a.b/Register.JSON.GZ") == "json"
        assert registry.name_of(tmp_path, folder=True) == "csv"
        for name in (".gz", "x.gz", "x", "x.doc"):
            with pytest.raises(UnknownFormat):
                registry.name_of(name)


MANY_MISTAKES = """\
{"bilateral": "1",
 "partners": [
  {"id": "BY gov", "kind": "goverment", "name": {"en": "G"}, "country": "BX"},
  {"id": "kz", "kind": "state", "name": {"en": ""}, "country": "KX", "code": "KZ"},
  {"id": "kz", "kind": "state", "name": {"en": "K"}, "code": "KZ", "colour": "blue"}
 ],
 "agreements": [
  {"id": "a", "kind": "roadmap", "sides": [["kz"], ["kzz"]], "sectors": ["industri"],
   "period": "2028/2026"},
  {"id": "b", "kind": 5, "sides": [["kz"]], "events": [{"kind": "signed", "date": "2026-02-30"}]}
 ]}
"""


def test_one_mistake_does_not_hide_another():
    """Not in the same record, not in another one."""
    assert found(MANY_MISTAKES, "json") == [
        (3, "partners[0].id", "invalid-id"),
        (3, "partners[0].kind", "unknown-partner-kind"),
        (3, "partners[0].country", "unknown-country"),
        (4, "partners[1].name.en", "empty-text"),
        (4, "partners[1].country", "unknown-country"),
        (4, "partners[1].code", "country-mismatch"),
        (5, "partners[2].id", "duplicate-id"),
        (5, "partners[2].colour", "unknown-field"),
        (8, "agreements[0].sides[1][0]", "unresolved"),
        (8, "agreements[0].sectors[0]", "unknown-sector"),
        (9, "agreements[0].period", "period-reversed"),
        (10, "agreements[1].kind", "wrong-type"),
        (10, "agreements[1].sides", "two-sides"),
        (10, "agreements[1].events[0].date", "no-such-day"),
    ]
