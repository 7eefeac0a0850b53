"""Versions of the wire format: old ones are read, newer ones with care."""

import json
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import ValidationError
from bilateral.wire import versions
from tests.wire import mutations
from tests.wire.helpers import BY

GOLDEN = Path(__file__).parents[1] / "golden"


class TestVersions:
    @pytest.mark.parametrize(
        "path", sorted(GOLDEN.glob("version-*.json")), ids=lambda path: path.stem
    )
    def test_a_file_of_each_version_is_read_for_ever_and_as_the_same(self, path):
        dossier = bl.load(path)

        assert f"version-{dossier.read_version}" == path.stem
        assert dossier == mutations.full_dossier()
        if dossier.read_version == versions.VERSION:
            assert bl.dumps(dossier) == path.read_text(encoding="utf-8")

    @pytest.mark.parametrize("version", ["2", "10.1"])
    def test_newer_major_versions_are_refused_with_advice(self, version):
        with pytest.raises(ValidationError, match="newer version of bilateral"):
            bl.loads(json.dumps({"bilateral": version}))

    @pytest.mark.parametrize("version", ["", "x", "1.", "-1", "0", 1, True, [], "1.x"])
    def test_what_is_no_version_is_refused(self, version):
        with pytest.raises(ValidationError) as caught:
            bl.loads(json.dumps({"bilateral": version}))
        code = "unsupported-version" if isinstance(version, str) else "wrong-type"
        assert caught.value.problems[0].code == code

    def test_newer_minor_versions_are_read_and_what_is_not_known_is_reported(self):
        data = {"bilateral": "1.7", "colour": 1, "partners": [{**BY, "mood": "good"}]}
        report = []
        dossier = bl.loads(json.dumps(data), report=report)

        assert dossier.read_version == "1.7"
        assert [(p.where, p.code) for p in report] == [
            ("colour", "unknown-field"),
            ("partners[0].mood", "unknown-field"),
        ]
        assert dossier == bl.loads(json.dumps({"bilateral": "1.0", "partners": [BY]}))

    def test_older_versions_are_migrated_step_by_step(self, monkeypatch):
        def step(fields):
            return {"partners": fields["bodies"]}

        monkeypatch.setitem(versions.STEPS, 0, step)
        dossier = bl.loads(json.dumps({"bilateral": "0", "bodies": [BY]}))

        assert [one.id for one in dossier.partners] == ["by"]
        assert dossier.read_version == "0"
        assert json.loads(bl.dumps(dossier))["bilateral"] == versions.VERSION
