"""``bilateral show``: single records, and a register as data or as a page."""

from __future__ import annotations

import csv
import json

import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.examples import astana_2025

INDUSTRY = "by-kz-2025-industry-roadmap"


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 0
    return capsys.readouterr().out


class TestRecords:
    def test_an_agreement_has_its_status_below(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        facts, status = shown(capsys, file, INDUSTRY, "--on", "2026-05-01").split("\n\n")
        assert facts.startswith(f"Agreement: {INDUSTRY}\n")
        assert status.startswith("Status on 1 May 2026\nstatus   in effect\n")

    def test_a_record_of_any_table_is_found(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        found = json.loads(shown(capsys, file, "by", "belta-2025-11-05", "--format", "json"))
        dossier = astana_2025()
        assert found == [
            bl.to_dict(dossier.partner("by")),
            bl.to_dict(dossier.source("belta-2025-11-05")),
        ]

    def test_an_id_that_nobody_has_is_one_line_with_the_nearest(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert main(["show", file, "belta-2025-11-06"]) == 1
        assert capsys.readouterr().err.endswith("Did you mean “belta-2025-11-05”?\n")


class TestFormats:
    def test_json_is_the_file_of_the_register(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert bl.loads(shown(capsys, file, "--format", "json")) == astana_2025()

    def test_a_limit_leaves_the_first_agreements(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert shown(capsys, file, "--limit", "2").count("period: ") == 1
        found = bl.loads(shown(capsys, file, "--format", "json", "--limit", "2"))
        assert [*found] == [*astana_2025()][:2]

    def test_pages_are_in_the_language(self, capsys: pytest.CaptureFixture[str], file: str) -> None:
        assert '<html lang="ru">' in shown(capsys, file, "--format", "html", "--lang", "ru")
        assert "## Übereinkünfte" in shown(capsys, file, "--format", "markdown", "--lang", "de")

    def test_tables_have_a_row_an_agreement(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        page = shown(capsys, file, "--format", "csv", "--on", "2026-05-01")
        rows = [*csv.DictReader(page.splitlines())]
        assert [row["id"] for row in rows] == [one.id for one in astana_2025()]
        assert rows[2]["period"] == "2026/2028"
        assert rows[2]["status on 1 May 2026"] == "in effect"
