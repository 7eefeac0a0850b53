"""Completion: what the program answers to a shell, and the scripts for bash, zsh and fish."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

import bilateral as bl
from bilateral.catalogue import LISTS
from bilateral.cli import completion, main
from bilateral.cli.parser import Parser
from bilateral.examples import astana_2025
from bilateral.reading.finding import TYPES

PARTNERS = ["by-minsk-executive-committee", "by-ministry-of-industry"]
MINSK = "by-kz-2025-minsk-astana-roadmap"


def completed(line: str, tmp_path: Path) -> list[str]:
    """What a shell is answered about a line."""
    answer = tmp_path / "answer"
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SHELL": "fish",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    program = "import sys; sys.argv[0] = 'bilateral'; from bilateral.cli import main; main()"
    subprocess.run([sys.executable, "-c", program], env=environment, check=True, cwd=tmp_path)
    # A word that is complete has a space behind it.
    lines = answer.read_text(encoding="utf-8").split("\n")
    return [line.partition("\t")[0].strip() for line in lines]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("bilateral va", ["validate"]),
        ("bilateral status register.json by-kz-2025-m", [MINSK]),
        (
            "bilateral active register.json --involving by-v",
            ["by-vitebsk-region-executive-committee", "by-vi"],
        ),
        ("bilateral active register.json --kind memo", ["memorandum"]),
        ("bilateral active register.json --sector water_s", ["water_supply"]),
        ("bilateral show register.json --format ma", ["markdown"]),
        ("bilateral codes mini", ["ministries"]),
        ("bilateral find Minsk --type ins", ["institution"]),
        ("bilateral active register.json --unt", [""]),
        ("bilateral deadlines register.json --unt", ["--until"]),
    ],
)
def test_the_program_knows_how_a_line_may_go_on(
    file: str, tmp_path: Path, line: str, words: list[str]
) -> None:
    pytest.importorskip("argcomplete")
    assert completed(line, tmp_path) == words


@pytest.mark.parametrize("name", [None, "-", "large"])
def test_what_takes_too_long_to_read_is_not_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, name: str | None
) -> None:
    monkeypatch.setattr(completion, "_LARGEST", 10)
    given = file if name == "large" else name
    assert [*completion.ids(parsed_args=Namespace(file=given, from_format=None))] == []


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_the_script_is_one_that_the_shell_understands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, shell: str
) -> None:
    pytest.importorskip("argcomplete")
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "bilateral" in script
    if found := shutil.which(shell):
        path = tmp_path / "script"
        path.write_text(script, encoding="utf-8")
        subprocess.run([found, "-n", str(path)], check=True)


def test_without_the_library_one_line_says_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "argcomplete", None)
    assert main(["completion", "bash"]) == 1
    assert "pip install 'bilateral[shell]'" in capsys.readouterr().err


def test_lists_of_words_are_those_of_the_library() -> None:
    assert [*completion.kinds()] == [*bl.known("kinds")]
    assert [*completion.sectors()] == [one.code for one in bl.known("sectors")]
    assert [*completion.lists()] == [*LISTS]
    assert [*completion.types()] == [*TYPES]


def test_ids_are_those_of_the_file(file: str) -> None:
    dossier = astana_2025()
    options = Namespace(file=file, from_format=None)
    assert [*completion.ids(parsed_args=options)] == [*dossier.agreements.ids()]
    options = Namespace(register=file, from_format="json")
    assert [*completion.partners(parsed_args=options)] == [*dossier.partners.ids()]


def test_a_shell_that_asks_is_answered_before_anything_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def autocomplete(parser: Parser, **_: object) -> None:
        asked.append(parser.prog)
        raise SystemExit

    monkeypatch.setitem(sys.modules, "argcomplete", SimpleNamespace(autocomplete=autocomplete))
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    with pytest.raises(SystemExit):
        main(["show"])
    assert asked == ["bilateral"]
