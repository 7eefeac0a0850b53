"""How deep a file may be: as deep in every format."""

import pytest
from hypothesis import assume, given, note

import bilateral as bl
from bilateral import Dossier, extra
from bilateral.dossiers import TABLES
from bilateral.testing import values_of
from bilateral.wire.records import write_dossier
from bilateral.wire.schema import Items, Json, NameByLanguage, Record, Reference, fields_of
from tests.wire.helpers import (
    AGREEMENT,
    BY,
    KZ,
    OWN,
    STATES,
    found,
    in_format,
    lines,
    quietly,
    without,
)


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


class TestDepth:
    """The limit is the same for every format, and the fast path does not forget it."""

    @given(values_of(Dossier))
    def test_what_is_as_deep_as_the_limit_is_read_and_what_is_deeper_is_not(self, dossier):
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
    def test_a_deep_record_has_one_problem_with_its_place(self, name, depth, field):
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
    def test_a_field_of_the_dossier_that_is_too_deep_is_one_problem(self, name):
        for field in ("titel", "title", "note", "sources"):
            text = in_format(name, {"bilateral": "1", field: {"x": nested(99)}})
            assert [code for *_, code in found(text, name)] == ["too-deep"]
            text = in_format(name, {"bilateral": "1", field: {"x": nested(98)}})
            assert "too-deep" not in [code for *_, code in found(text, name)]

    @pytest.mark.parametrize("missing", [(), ("msgspec",)], ids=str)
    @pytest.mark.parametrize("name", ["json", "jsonl", "msgpack"])
    def test_records_within_records_may_be_deep_without_a_fault(self, name, missing):
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

    def test_what_stands_in_a_deep_record_is_left_out_with_it(self):
        row = {**AGREEMENT, "sides": [[BY], [KZ]], "note": nested(120)}
        text, report = lines(("agreements", row), ("partners", KZ)), []
        assert bl.loads(text, "jsonl", on_error="skip", report=report).partners == (
            bl.loads(lines(("partners", KZ)), "jsonl").partners
        )
        assert [problem.code for problem in report] == ["too-deep"]

    def test_nothing_else_is_as_deep_without_a_fault(self):
        """Is never as deep: no other class is within itself, and private data have a limit."""
        deepest = max(depth_of_shape(Record(kind)) for kind in TABLES)
        assert 20 < 2 + deepest < bl.Limits().depth

    def test_places_after_a_deep_record_are_found(self):
        deep = '{"id": "x", "note": ' + '[{"a]": "\\"["},' * 200 + "1" + "]" * 200 + "}"
        text = f'{{"bilateral": "1",\n"partners": [{deep},\n{{"id": 5}}]}}'
        assert ("3", "partners[1].id") in {(str(line), at) for line, at, _ in found(text, "json")}
        assert found('{"a":' * 100_000 + "1", "json")[0][2] == "too-deep"

    def test_a_limit_beyond_that_of_python_is_that_of_python(self):
        for name in ("toml", "yaml"):
            text = "a = " + "[" * 2000 if name == "toml" else "- " * 2000
            assert found(text, name, limits=bl.Limits(depth=5000)) == [(None, "", "too-deep")]
