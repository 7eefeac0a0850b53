"""Files in, files out: checking, converting and comparing registers."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.examples import astana_2025

MINSK = "by-kz-2025-minsk-astana-roadmap"


@pytest.fixture
def later(tmp_path: Path) -> str:
    """The founding dossier with another period in one agreement."""
    dossier = astana_2025()
    path = tmp_path / "later.json"
    bl.dump(dossier.replace(attrs.evolve(dossier[MINSK], period="2026/2026")), path)
    return str(path)


class TestValidate:
    def test_every_file_is_told_of(
        self, capsys: pytest.CaptureFixture[str], file: str, later: str, tmp_path: Path
    ) -> None:
        bad = tmp_path / "bad.json"
        bad.write_text('{"bilateral": "1", "note": 5}', encoding="utf-8")
        files = [file, str(bad), str(tmp_path / "absent.json"), later]
        assert main(["validate", *files]) == 1
        captured = capsys.readouterr()
        assert [line.partition(":")[0] for line in captured.out.splitlines()] == [file, later]
        assert f"{bad}:1:28: note: " in captured.err
        assert "absent.json: there is no such file or folder." in captured.err

    def test_problems_are_data_too(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        bad = tmp_path / "bad.json"
        bad.write_text('{"bilateral": "1", "titel": {}}', encoding="utf-8")
        assert main(["validate", str(bad), "--format", "json", "--lang", "de"]) == 1
        (problem,) = json.loads(capsys.readouterr().out)
        assert problem["file"] == str(bad)
        assert (problem["code"], problem["hint"]) == ("unknown-field", "title")
        assert problem["message"].startswith("Ein Feld „titel“")

    def test_without_problems_the_data_are_empty(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert main(["validate", file, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == []

    def test_what_is_only_noticed_is_no_error(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "newer.json"
        path.write_text('{"bilateral": "1.99", "colour": "red"}', encoding="utf-8")
        assert main(["validate", str(path)]) == 0
        captured = capsys.readouterr()
        assert "no problems" in captured.out
        assert "colour" in captured.err

    def test_a_folder_that_is_no_register_is_an_error(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        (tmp_path / "photo.jpg").touch()
        assert main(["show", str(tmp_path)]) == 1
        assert "[no-files]" in capsys.readouterr().err


class TestConvert:
    def test_a_page_is_in_the_language_of_the_user(self, file: str, tmp_path: Path) -> None:
        page = tmp_path / "r.html"
        assert main(["convert", file, str(page), "--lang", "ru"]) == 0
        assert '<html lang="ru">' in page.read_text(encoding="utf-8")
        assert main(["convert", file, str(page)]) == 0
        assert '<html lang="en">' in page.read_text(encoding="utf-8")

    def test_data_are_in_a_language_only_if_it_is_asked_for(
        self, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BILATERAL_LANG", "de")
        plain, german = tmp_path / "plain", tmp_path / "german"
        assert main(["convert", file, str(plain), "--to", "csv"]) == 0
        assert main(["convert", file, str(german), "--to", "csv", "--lang", "de"]) == 0
        heads = [
            (folder / "agreements.csv").read_text(encoding="utf-8-sig").splitlines()[0]
            for folder in (plain, german)
        ]
        assert heads[0].startswith("id,kind")
        assert ";Art;" in heads[1]
        assert bl.load(plain) == bl.load(german) == astana_2025()

    def test_an_option_that_a_format_does_not_have_is_a_problem(
        self, capsys: pytest.CaptureFixture[str], file: str, tmp_path: Path
    ) -> None:
        arguments = ["convert", file, str(tmp_path / "r.json"), "--on", "2026-01-01"]
        assert main(arguments) == 1
        assert "[unknown-option]" in capsys.readouterr().err


class TestDiff:
    def test_the_same_registers_print_nothing(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert main(["diff", file, file]) == 0
        assert capsys.readouterr().out == ""

    def test_others_differ_record_by_record(
        self, capsys: pytest.CaptureFixture[str], file: str, later: str
    ) -> None:
        assert main(["diff", file, later, "--on", "2027-05-01"]) == 1
        assert capsys.readouterr().out.splitlines() == [
            f"Changed: agreement “{MINSK}”",
            "  period: 2026–2028 → 2026",
            "  status on 1 May 2027: in effect → expired",
        ]

    def test_they_do_so_as_data_and_as_a_page(
        self, capsys: pytest.CaptureFixture[str], file: str, later: str
    ) -> None:
        assert main(["diff", file, later, "--format", "json"]) == 1
        assert json.loads(capsys.readouterr().out)["changed"][0]["id"] == MINSK
        assert main(["diff", file, later, "--format", "markdown", "--lang", "ru"]) == 1
        assert capsys.readouterr().out.startswith("**Различия: 1**")

    def test_what_cannot_be_read_has_a_status_of_its_own(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert main(["diff", file, "absent.json"]) == 2
        assert capsys.readouterr().err == "absent.json: there is no such file or folder.\n"


class TestStatusChanges:
    """The statuses that `diff` compares on a day."""

    def test_they_are_told_of_agreements_that_did_not_change_themselves(self) -> None:
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        old = bl.Agreement("old", "agreement", sides, events=[bl.Event("in_force", "2020-01-01")])
        new = bl.Agreement(
            *("new", "agreement", sides),
            events=[bl.Event("in_force", "2025-01-01")],
            supersedes=[old],
        )
        before, after = bl.Dossier(agreements=[old]), bl.Dossier(agreements=[old, new])
        found = bl.diff(before, after, on="2026-01-01")
        assert [one.agreement.id for one in found.statuses] == ["old"]
        assert found.text("de").splitlines()[1] == "Geändert: Übereinkunft „old“"
        assert found.text("de").splitlines()[2].startswith("  Status am 1. Januar 2026: in Kraft →")
        assert found.to_dict()["statuses"][0]["old"] == "in_force"
        assert "status on 1 January 2026" in repr(bl.show(found, "en"))
        assert bl.diff(before, after, on="2021-01-01").statuses == ()
