"""Agreements one by one, out of a file and into it."""

import io

import attrs
import pytest

import bilateral as bl
from bilateral import UnknownFormat, ValidationError
from tests.wire.helpers import AGREEMENT, STATES, lines


class TestStreams:
    TEXT = lines(
        ("sectors", {"code": "bees", "name": {"en": "bees"}, "broader": "agriculture"}),
        *STATES,
        ("agreements", AGREEMENT),
        ("agreements", {**AGREEMENT, "id": "b", "implements": ["a"], "sectors": ["bees"]}),
        ("projects", {"id": "p", "name": {"en": "p"}, "under": ["b"]}),
    )

    @pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
    def test_agreements_come_one_by_one_as_in_the_dossier(self, tmp_path, suffix):
        """As in the dossier; parents are kept for those that need them."""
        path = tmp_path / f"register.jsonl{suffix}"
        dossier = bl.loads(self.TEXT, "jsonl")
        bl.dump(dossier, path)

        assert list(bl.stream(path)) == list(dossier)
        with path.open("rb") as file:
            assert [one.id for one in bl.stream(file)] == ["a", "b"]
            assert not file.closed

    def test_a_file_that_cannot_be_read_twice_has_no_parents_to_name(self):
        class Pipe(io.BytesIO):
            def seekable(self):
                return False

        stream = bl.stream(Pipe(self.TEXT.encode()), format="jsonl")
        assert next(stream).id == "a"
        with pytest.raises(ValidationError) as caught:
            next(stream)
        assert [(p.code, p.line) for p in caught.value.problems] == [("unresolved", 6)]
        assert len(list(bl.stream(io.StringIO(self.TEXT), format="jsonl"))) == 2

    def test_problems_come_when_their_line_does_or_are_skipped_and_reported(self):
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

    def test_what_agreements_refer_to_is_written_before_them(self, tmp_path, plan):
        child = attrs.evolve(plan, id="child", implements=[plan])
        own = bl.Sector("bees", name={"en": "bees"}, broader="agriculture")
        other = attrs.evolve(plan, id="other", sectors=[own, "trade"])
        path = tmp_path / "register.jsonl"
        bl.dump(iter([child, plan, other]), path)

        assert [one.id for one in bl.stream(path)] == ["plan", "child", "other"]
        assert bl.load(path).sectors == (own,)
        bl.dump([child], tmp_path / "register.json")
        assert [one.id for one in bl.load(tmp_path / "register.json")] == ["child", "plan"]

    def test_a_format_that_does_not_stream_is_refused_with_those_that_do(self, tmp_path):
        with pytest.raises(UnknownFormat, match="jsonl"):
            next(bl.stream(tmp_path / "register.json"))

    def test_a_line_has_a_limit_as_a_file_has(self):
        with pytest.raises(ValidationError) as caught:
            list(bl.stream(io.StringIO(self.TEXT), format="jsonl", limits=bl.Limits(size=50)))
        assert caught.value.problems[0].code == "too-large"
