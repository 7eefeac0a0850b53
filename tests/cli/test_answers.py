"""Questions to a register from the shell."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.examples import astana_2025

INDUSTRY = "by-kz-2025-industry-roadmap"
MINSK = "by-kz-2025-minsk-astana-roadmap"
MEMORANDUM = "by-kz-2025-vitebsk-almaty-memorandum"
ON = ("--on", "2026-05-01")


@pytest.fixture
def ask(file: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command prints about the founding dossier."""

    def asked(command: str, *arguments: str) -> str:
        assert main([command, file, *arguments]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    return asked


@pytest.fixture
def data(ask: Callable[..., str]) -> Callable[..., Any]:
    """The same as data."""
    return lambda *arguments: json.loads(ask(*arguments, "--format", "json"))


class TestStatus:
    def test_it_is_told_with_reasons(self, ask: Callable[..., str]) -> None:
        header, row = ask("status", INDUSTRY, *ON).splitlines()
        assert "status on 1 May 2026" in header
        assert "in effect" in row
        assert "Start of the period: 1 January 2026." in row
        assert row.endswith(INDUSTRY)

    def test_it_is_that_of_the_library_as_data(self, data: Callable[..., Any]) -> None:
        found = data("status", *ON)
        dossier = astana_2025()
        assert found == [
            {"id": one.id, **bl.to_dict(dossier.status(one, "2026-05-01"))} for one in dossier
        ]

    def test_a_day_may_be_in_words(self, ask: Callable[..., str]) -> None:
        assert ask("status", "--on", "1 мая 2026 года") == ask("status", *ON)


class TestActive:
    def test_those_applied_come_first_then_those_of_which_it_is_not_known(
        self, ask: Callable[..., str]
    ) -> None:
        applied, undecided = ask("active", *ON).split("\n\n")
        assert MINSK in applied
        assert INDUSTRY in applied
        assert undecided.startswith("Undecided: 1\n")
        assert MEMORANDUM in undecided

    def test_what_does_not_bind_is_not_said_to_be_in_force(self, ask: Callable[..., str]) -> None:
        applied, _ = ask("active", *ON).split("\n\n")
        assert "in effect from" in applied
        assert "in force" not in applied

    def test_both_are_there_as_data(self, data: Callable[..., Any]) -> None:
        found = data("active", *ON)
        assert {name: [one["id"] for one in some] for name, some in found.items()} == {
            "active": [MINSK, INDUSTRY],
            "undecided": [MEMORANDUM],
        }

    def test_a_limit_holds_for_data_too(self, data: Callable[..., Any]) -> None:
        found = data("active", *ON, "--limit", "1")
        assert [len(found["active"]), len(found["undecided"])] == [1, 1]

    def test_if_all_is_known_there_is_one_table(self, ask: Callable[..., str]) -> None:
        assert len(ask("active", *ON, "--kind", "roadmap", "--limit", "1").splitlines()) == 2

    @pytest.mark.parametrize(
        ("arguments", "ids"),
        [
            (["--sector", "culture"], [MINSK]),
            (["--kind", "roadmap"], [MINSK, INDUSTRY]),
            (["--involving", "BY-HM"], [MINSK]),
            (["--between", "KZ-71", "BY-HM"], [MINSK]),
            (["--between", "KZ-71", "BY-HM", "--sector", "energy"], []),
            (["--sector", "Kultur"], [MINSK]),
            (["--kind", "Дорожная карта"], [MINSK, INDUSTRY]),
            (["--involving", "Minsk"], [MINSK]),
            (["--involving", "Exekutivkomitee der Stadt Minsk"], [MINSK]),
            (["--between", "Kasachstan", "Белоруссия"], [MINSK, INDUSTRY]),
        ],
    )
    def test_options_choose_among_them(
        self, data: Callable[..., Any], arguments: list[str], ids: list[str]
    ) -> None:
        assert [one["id"] for one in data("active", *ON, *arguments)["active"]] == ids


class TestDeadlines:
    def test_they_are_those_of_a_year_unless_an_end_is_said(self, data: Callable[..., Any]) -> None:
        first = ["--on", "2025-12-31"]
        assert [one["key"] for one in data("deadlines", *first)] == [
            f"{INDUSTRY}.begin.0",
            f"{MINSK}.begin.0",
        ]
        assert len(data("deadlines", *first, "--until", "2028-12-31")) == 4
        assert len(data("deadlines", *first, "--until", "2028-12-31", "--limit", "3")) == 3

    def test_a_table_for_programs_has_dates_as_they_read_them(
        self, ask: Callable[..., str]
    ) -> None:
        arguments = ("deadlines", "--on", "2028-06-01", "--involving", "BY-HM", "--format")
        for separator, name in ((",", "csv"), ("\t", "tsv")):
            (row,) = csv.DictReader(ask(*arguments, name).splitlines(), delimiter=separator)
            assert row["day"] == "2028-12-31"
            assert row["id"] == MINSK

    def test_pages_have_them_as_tables(self, ask: Callable[..., str]) -> None:
        arguments = ("deadlines", "--on", "2028-06-01", "--lang", "de", "--format")
        assert ask(*arguments, "markdown").startswith("**Fristen: 2**\n\n| Tag | Frist |")
        assert ask(*arguments, "html").startswith('<table lang="de"')

    def test_a_day_known_within_bounds_is_a_period(self, tmp_path: Path, capsys: Any) -> None:
        plan = attrs.evolve(astana_2025()[MINSK], period="2026-01/2028-03")
        path = tmp_path / "r.json"
        bl.dump(bl.Dossier(agreements=[plan]), path)
        assert main(["deadlines", str(path), "--on", "2026-01-01", "--format", "tsv"]) == 0
        assert capsys.readouterr().out.splitlines()[1].startswith("2026-01-01\t")


class TestTitles:
    def test_one_title_is_nothing_but_that(self, ask: Callable[..., str]) -> None:
        title = astana_2025()[INDUSTRY].title("ru", first="KZ")
        for first in ("KZ", "Kasachstan"):
            assert ask("title", INDUSTRY, "--lang", "ru", "--first", first) == f"{title}\n"

    def test_several_have_their_ids(
        self, ask: Callable[..., str], data: Callable[..., Any]
    ) -> None:
        assert [line.split()[0] for line in ask("title").splitlines()] == [
            "id",
            *(MEMORANDUM, MINSK, INDUSTRY),
        ]
        (one,) = data("title", INDUSTRY)
        assert one == {"id": INDUSTRY, "title": astana_2025()[INDUSTRY].title("en")}


def test_a_timeline_has_a_row_a_period(ask: Callable[..., str], data: Callable[..., Any]) -> None:
    assert "1 January 2026" in ask("timeline", INDUSTRY, *ON)
    (period,) = data("timeline", INDUSTRY, *ON)
    assert period["tense"] == "runs"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["status", "by-kz-2025-industry-roadmp"], f"Did you mean “{INDUSTRY}”?"),
        (["active", "--sector", "trad"], "Did you mean “trade”?"),
        (["active", "--kind", "memorandm"], "Did you mean “memorandum”?"),
        (["active", "--involving", "XX"], "“XX”"),
        (["active", "--involving", "Georgia"], "“Georgia” can be read in several ways: GE, US-GA."),
        (["active", "--sector", "Qqq qqq"], "The sector “Qqq qqq” is not known"),
        (["active", "--sector", "handl"], "Did you mean “trade”?"),
        (["title", "--first", "Kazakstn"], "Did you mean “KZ”?"),
        (["deadlines", "--on", "2026-01-01", "--until", "2025-01-01"], "[period-reversed]"),
    ],
)
def test_what_is_mistyped_is_one_line_with_what_may_be_meant(
    file: str, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    command, *rest = arguments
    assert main([command, file, *rest]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
