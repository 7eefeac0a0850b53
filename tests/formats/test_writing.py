"""Writing: the shape of the text, and files that are replaced as a whole."""

import io
import json
import typing

import pytest

import bilateral as bl
from bilateral import Agreement, Dossier, Partner, UnknownFormat, ValidationError
from bilateral.formats import FORMATS
from tests.conftest import problems_of


class TestWriting:
    def test_type_checkers_know_what_each_format_that_writes_gives(self):
        hints = [typing.get_type_hints(one) for one in typing.get_overloads(bl.formats.dumps)]
        named = {name for one in hints for name in typing.get_args(one["format"])}

        assert named == {one.name for one in FORMATS if one.writes}

    def test_the_text_is_small_with_ids_once_and_references_after(self, plan):
        data = json.loads(bl.dumps(Dossier(agreements=[plan])))

        assert list(data) == ["bilateral", "partners", "agreements"]
        assert data["agreements"] == [
            {
                "id": "plan",
                "kind": "roadmap",
                "sides": [["by-minsk-executive-committee"], ["kz-astana-akimat"]],
                "sectors": ["trade", "economy"],
                "period": "2026/2028",
            }
        ]

    @pytest.mark.parametrize(
        "one", [one for one in FORMATS if one.reads and one.writes], ids=lambda one: one.name
    )
    def test_the_suffix_names_the_format_and_what_is_written_is_read_again(
        self, tmp_path, plan, one
    ):
        dossier = Dossier(agreements=[plan])
        for suffix in one.suffixes:
            path = tmp_path / f"register{suffix.upper()}"
            bl.dump(dossier, path)

            assert bl.load(path) == bl.load(str(path)) == dossier
            if one.kind != "folder":
                with path.open("rb") as file:
                    assert bl.load(file) == dossier
            if one.kind == "text":
                with path.open(encoding="utf-8") as file:
                    assert bl.load(file, format=one.name) == dossier

    def test_open_files_need_the_name_of_the_format(self, plan):
        dossier = Dossier(agreements=[plan])
        stream = io.StringIO()
        bl.dump(dossier, stream, format="yaml")

        assert bl.load(io.StringIO(stream.getvalue()), format="yaml") == dossier

    def test_json_yaml_json_is_the_same_to_the_byte(self, plan):
        """Neither adds nor loses anything."""
        text = bl.dumps(Dossier(agreements=[plan]))
        again = bl.dumps(bl.loads(bl.dumps(bl.loads(text), "yaml"), "yaml"))

        assert again == text

    def test_the_file_is_replaced_as_a_whole_or_not_at_all(self, tmp_path, monkeypatch):
        """A failure leaves the old one and nothing else."""
        path = tmp_path / "register.json"
        path.write_text("old", encoding="utf-8")

        def fail(*_):
            raise OSError("disk full")

        with monkeypatch.context() as patched, pytest.raises(OSError, match="disk full"):
            patched.setattr("pathlib.Path.replace", fail)
            bl.dump(Dossier(), path)

        assert path.read_text(encoding="utf-8") == "old"
        assert [one.name for one in tmp_path.iterdir()] == ["register.json"]

    def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(self, tmp_path):
        path = tmp_path / "register.json"
        other = tmp_path / "other"
        other.touch()
        bl.dump(Dossier(), path)
        assert path.stat().st_mode == other.stat().st_mode

        path.chmod(0o600)
        bl.dump(Dossier(), path)
        assert path.stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("name", ["register.doc", "register"])
    def test_an_unknown_suffix_is_told_with_those_that_there_are(self, tmp_path, name):
        with pytest.raises(UnknownFormat):
            bl.dump(Dossier(), tmp_path / name)
        with pytest.raises(UnknownFormat):
            bl.loads("", "doc")

    def test_the_problem_names_the_file(self, tmp_path):
        """A path, or the name of an open file."""
        path = tmp_path / "register.json"
        path.write_text("{}", encoding="utf-8")
        with pytest.raises(ValidationError) as caught:
            bl.load(path)
        assert caught.value.problems[0].file == str(path)
        with path.open(encoding="utf-8") as file, pytest.raises(ValidationError) as caught:
            bl.load(file)
        assert caught.value.problems[0].file == str(path)


def test_a_record_alone_is_written_with_what_it_refers_to_inside(plan):
    """A converter for users of cattrs: what a record refers to is inside it."""
    import attrs

    @attrs.define
    class Note:
        text: str
        about: Agreement
        partner: Partner | None = None

    converter = bl.converter()
    note = Note("n", plan, plan.partners[0])
    data = converter.unstructure(note)

    assert data["about"]["sides"][0][0]["governs"] == "BY-HM"
    assert data["about"]["sectors"] == ["trade", "economy"]
    assert converter.structure(data, Note) == note
    assert converter.structure("2026/2028", bl.Period) == bl.Period.parse("2026/2028")
    assert converter.unstructure(bl.PartialDate.parse("2026")) == "2026"
    dossier = Dossier(agreements=[plan])
    assert converter.structure(converter.unstructure(dossier), Dossier) == dossier
    with pytest.raises(ValidationError) as caught:
        converter.structure({**data["about"], "id": 5}, Agreement)
    assert problems_of(caught) == [("id", "wrong-type")]
