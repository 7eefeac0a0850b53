"""What can be written, with which options and which limits."""

import attrs
import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from tests.wire.files import codes, names

BY = Dossier(partners=[bl.Partner.state("BY")])


class TestAgreementsAsTheyAre:
    @pytest.mark.parametrize("name", ["json", "jsonl", "yaml", "csv"])
    def test_whatever_has_agreements_is_written(self, tmp_path, plan, name):
        dossier = Dossier(agreements=[plan])
        for source in (plan, [plan], dossier.of_kind("roadmap"), iter([plan])):
            content = bl.dumps(source, name)
            assert content == bl.dumps(bl.loads(content, name), name)
            assert bl.loads(content, name) == dossier
        bl.dump(plan, tmp_path / "x.json")
        assert bl.load(tmp_path / "x.json") == dossier

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    @pytest.mark.parametrize("source", [5, [5], None])
    def test_what_has_no_agreements_is_refused_with_a_reason(self, name, source):
        with pytest.raises(ValidationError) as caught:
            bl.dumps(source, name)
        assert codes(caught) == ["wrong-type"]

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    def test_two_agreements_with_one_id_are_no_dossier(self, plan, name):
        with pytest.raises(ValidationError) as caught:
            bl.dumps([plan, attrs.evolve(plan, note="another")], name)
        assert codes(caught)[0] in ("duplicate-id", "conflicting-record")


class TestOptions:
    @pytest.mark.parametrize("name", ["json", "jsonl", "yaml", "toml", "msgpack"])
    def test_what_a_format_does_not_take_is_named(self, tmp_path, name):
        content = bl.dumps(BY, name)
        for call in (
            lambda: bl.dumps(BY, name, lang="de"),
            lambda: bl.dump(BY, tmp_path / "x", format=name, lang="de"),
            lambda: bl.loads(content, name, lang="de"),
        ):
            with pytest.raises(ValidationError, match="lang") as caught:
                call()
            assert codes(caught) == ["unknown-option"]
        assert names(tmp_path) == []

    @pytest.mark.parametrize("option", ["lnag", "old", "skip"])
    def test_the_nearest_option_is_named(self, option):
        with pytest.raises(ValidationError) as caught:
            bl.dumps(BY, "html", **{option: "de"})
        assert codes(caught) == ["unknown-option"]
        assert caught.value.problems[0].hint == ("lang" if option == "lnag" else None)


class TestLimits:
    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("size", "5", "wrong-type"),
            ("digits", None, "wrong-type"),
            ("depth", True, "wrong-type"),
            ("expansion", -1, "negative-count"),
        ],
    )
    def test_limits_are_whole_numbers(self, field, value, code):
        with pytest.raises(ValidationError) as caught:
            bl.Limits(**{field: value})
        assert [(p.where, p.code) for p in caught.value.problems] == [(field, code)]

    def test_nothing_else_is_taken_for_limits(self, tmp_path):
        bl.dump(BY, tmp_path / "x.json")
        for call in (
            lambda: bl.loads("{}", limits=5),
            lambda: bl.load(tmp_path / "x.json", limits=5),
        ):
            with pytest.raises(ValidationError, match="Limits"):
                call()
