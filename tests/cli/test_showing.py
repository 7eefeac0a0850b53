"""The commands."""

import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Agreement, Dossier, Event, Official, Partner, Project, Source, TradeFlow
from bilateral.cli import main
from bilateral.listing import register


def test_alone_it_shows_the_founding_dossier_in_three_languages(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out

    for word in ("Übereinkünfte", "Документы", "Agreements", "Möbel", "мебель", "furniture"):
        assert word in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown


def test_a_file_is_shown_in_one_language(capsys, file):
    assert main(["show", file, "--lang", "ru"]) == 0
    shown = capsys.readouterr().out

    assert "Дорожная карта" in shown
    assert "Agreements" not in shown


def test_a_file_without_problems_is_said_to_have_none(capsys, file):
    assert main(["validate", file]) == 0
    assert "no problems (agreements: 3)" in capsys.readouterr().out


def test_validate_lists_all_problems(capsys, tmp_path):
    """On the error stream, in the language asked for, with status 1."""
    path = tmp_path / "bad.yaml"
    path.write_text("bilateral: '1'\npartners: 5\ntitle: {en: ''}\n", encoding="utf-8")

    assert main(["validate", str(path), "--lang", "de"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 2
    assert f"{path}:2:11: partners: Hierher gehört" in captured.err


@pytest.mark.parametrize("name", ["absent.json", "register.doc"])
def test_a_file_that_cannot_be_read_is_one_line_without_traceback(capsys, name):
    assert main(["validate", name]) == 1
    assert name.rpartition(".")[2] in capsys.readouterr().err


def test_a_file_that_is_converted_and_back_is_the_same(tmp_path, file):
    yaml, again = tmp_path / "r.yaml", tmp_path / "r.json"

    assert main(["convert", file, str(yaml)]) == 0
    assert main(["convert", str(yaml), str(again)]) == 0
    assert again.read_text(encoding="utf-8") == Path(file).read_text(encoding="utf-8")


def test_wrong_usage_is_explained(capsys):
    """By argparse, with its status."""
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2
    assert "nonsense" in capsys.readouterr().err


def test_a_pipe_without_utf_8_gets_utf_8():
    """Whatever the locale says."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = subprocess.run(
        [sys.executable, "-m", "bilateral"], capture_output=True, check=True, env=environment
    )

    assert "Меморандум" in result.stdout.decode()


def test_the_width_follows_a_narrow_terminal(capsys, monkeypatch):
    """A wide one keeps to 80 columns."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    main([])

    assert max(map(len, capsys.readouterr().out.splitlines())) <= 50


def test_names_in_another_language_are_marked():
    """Never passed off as the language asked for."""
    company = Partner("a", "company", {"en": "ACME"}, country="DE")
    dossier = Dossier(
        agreements=[
            Agreement(
                "m", "mou", [company, Partner.state("KZ")], events=[Event("signed", by=company)]
            )
        ],
        projects=[Project("p", {"en": "Project"})],
        trade=[TradeFlow("t", company, Partner.state("KZ"))],
        sources=[Source("s", quotes=[Official("o", {"en": "O. Official"})]), Source("bare")],
    )
    text = register(dossier, "ru")

    assert "Project [en]" in text
    assert "ACME [en] → Республика Казахстан" in text
    assert "O. Official [en]" in text
    assert "bare" in text


def test_it_runs_as_a_module(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["bilateral", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("bilateral", run_name="__main__")
    assert caught.value.code == 0
    assert bl.__version__ in capsys.readouterr().out


def test_a_stream_that_is_no_file_is_written_to_as_it_is(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)

    assert main([]) == 0
    assert "Möbel" in stream.getvalue()


def test_names_do_not_move_the_cursor(capsys, tmp_path):
    """Control characters of a dossier are shown, never sent."""
    name = dict.fromkeys(("de", "en", "ru"), "a\x1b[2Jb\x07")
    sides = Partner("x", "company", name, country="BY"), Partner.state("KZ")
    path = tmp_path / "r.json"
    bl.dump(Dossier(agreements=[Agreement("a", "mou", sides, period="2026/2028")]), path)

    assert main(["show", str(path)]) == 0
    shown = capsys.readouterr().out
    assert not {"\x1b", "\x07"} & set(shown)
    assert "\\x1b[2Jb\\x07" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_no_text_is_printed_with_an_escape(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b.json")
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", "validate", path], capture_output=True, check=False
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert rb"\udcff\x1b.json" in done.stderr
