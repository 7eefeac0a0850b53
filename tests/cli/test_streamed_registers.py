"""A register of a file of lines is written while it is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given

import bilateral as bl
from bilateral.cli import main
from bilateral.examples import astana_2025
from bilateral.formats.files import records
from bilateral.listing import Streamed, register_lines
from bilateral.testing import values_of


def lines_of(dossier: bl.Dossier) -> io.BytesIO:
    return io.BytesIO(bl.dumps(dossier, "jsonl").encode())


@given(values_of(bl.Dossier))
def test_it_is_the_register_of_the_dossier(dossier: bl.Dossier) -> None:
    streamed = Streamed(records(lines_of(dossier), format="jsonl", report=[]))
    assert [*register_lines(streamed, "en")] == [*register_lines(dossier, "en")]


def test_an_agreement_that_only_a_project_names_is_kept_for_it() -> None:
    sides = [bl.Partner.state("BY"), bl.Partner.state("KZ")]
    plan = bl.Agreement("plan", "roadmap", sides)
    project = bl.Project("works", {"en": "Works"}, under=[plan])
    dossier = bl.Dossier(agreements=[plan], projects=[project])
    assert project in records(lines_of(dossier), format="jsonl")


def test_its_first_lines_need_no_more_than_the_first_agreement() -> None:
    seen: list[object] = []

    def watched() -> object:
        for record in records(lines_of(astana_2025()), format="jsonl"):
            seen.append(record)
            yield record

    lines = register_lines(Streamed(watched()), "en")
    while not next(lines).startswith("1. "):
        pass
    assert sum(isinstance(one, bl.Agreement) for one in seen) == 1


def in_another_order(dossier: bl.Dossier, *last: str) -> str:
    """Its lines, those of some tables after the others."""
    head, *lines = bl.dumps(dossier, "jsonl").splitlines()
    lines.sort(key=lambda line: json.loads(line)["table"] in last)
    return "\n".join([head, *lines])


def test_what_comes_before_the_agreements_waits_for_its_section() -> None:
    content = io.BytesIO(in_another_order(astana_2025(), "agreements").encode())
    streamed = Streamed(records(content, format="jsonl"))
    assert [*register_lines(streamed, "ru")] == [*register_lines(astana_2025(), "ru")]


@pytest.mark.parametrize("table", ["partners", "sources"])
def test_what_comes_too_late_is_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str
) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(in_another_order(astana_2025(), table), encoding="utf-8")
    assert main(["show", str(path)]) == 0
    dossier = bl.load(path)
    assert capsys.readouterr().out.splitlines() == [*register_lines(dossier, "en")]


def test_without_a_second_reading_it_is_an_error() -> None:
    content = io.BytesIO(in_another_order(astana_2025(), "partners").encode())
    streamed = Streamed(records(content, format="jsonl"))
    with pytest.raises(bl.ValidationError):
        list(streamed.agreements)


def test_the_command_shows_it_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    json_file, lines_file = tmp_path / "r.json", tmp_path / "r.jsonl"
    for path in (json_file, lines_file):
        bl.dump(astana_2025(), path)
    shown = [
        (main(["show", str(path)]), capsys.readouterr().out) for path in (json_file, lines_file)
    ]
    assert shown[0] == shown[1]
    assert "Agreements" in shown[0][1]


def test_a_wrong_line_is_told_after_what_was_good(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(
        bl.dumps(astana_2025(), "jsonl") + '{"table": "sources", "id": "No id"}\n', encoding="utf-8"
    )
    assert main(["show", str(path)]) == 1
    captured = capsys.readouterr()
    assert "1. Memorandum" in captured.out
    assert f"{path}:23:" in captured.err
    assert "[invalid-id]" in captured.err


def test_a_wrong_header_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        next(records(io.BytesIO(b'{"bilateral": "1", "note": 5}\n'), format="jsonl"))
    assert [(one.where, one.line) for one in caught.value.problems] == [("note", 1)]


def test_other_formats_give_no_records() -> None:
    with pytest.raises(bl.UnknownFormat):
        next(records(io.BytesIO(b"{}"), format="json"))
