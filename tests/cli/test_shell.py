"""The commands among others: pipes, interrupts, and the language of what they say."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main
from bilateral.examples import astana_2025

COMMAND = [sys.executable, "-m", "bilateral"]


def run(*arguments, content=None):
    return subprocess.run(
        [*COMMAND, *arguments],
        input=content,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def standard_input(monkeypatch, file):
    """The founding dossier on the standard input."""
    content = bl.dumps(bl.load(file), "yaml").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


class TestStandardStreams:
    def test_a_dossier_goes_through_a_pipe(self, file):
        done = run(
            "convert",
            "-",
            "-",
            "--from",
            "json",
            "--to",
            "yaml",
            content=Path(file).read_text(encoding="utf-8"),
        )

        assert done.stderr == ""
        assert bl.loads(done.stdout, "yaml") == astana_2025()

    def test_a_dossier_is_shown_and_checked_from_a_pipe(self, capsys, standard_input):
        assert main(["validate", "-", "--from", "yaml"]) == 0
        assert "agreements: 3" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("arguments", "option"),
        [
            (["show", "-"], "--from"),
            (["convert", "-", "x.json"], "--from"),
            (["convert", "x.json", "-"], "--to"),
        ],
    )
    def test_a_stream_needs_a_format(self, capsys, arguments, option):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert option in capsys.readouterr().err

    def test_a_file_may_have_any_name(self, tmp_path, file, capsys):
        path = tmp_path / "register"
        assert main(["convert", file, str(path), "--to", "jsonl"]) == 0
        assert main(["show", str(path), "--from", "jsonl", "--lang", "de"]) == 0
        assert "Übereinkünfte" in capsys.readouterr().out

    @pytest.mark.skipif(os.name != "posix", reason="a pipe of another kind")
    def test_a_reader_that_has_enough_is_no_error(self, file):
        here, there = os.pipe()
        os.close(here)
        with subprocess.Popen(
            [*COMMAND, "show", file],
            stdout=there,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            os.close(there)
            assert process.stderr.read() == ""
        assert process.returncode == 141

    def test_what_is_left_to_print_goes_nowhere(self, monkeypatch, tmp_path):
        def unread(*_, **__):
            raise BrokenPipeError

        monkeypatch.setattr("bilateral.load", unread)
        with (tmp_path / "out").open("w", encoding="utf-8") as out:
            monkeypatch.setattr("sys.stdout", out)
            assert main(["show", __file__, "--from", "json"]) == 141
            out.write("left")
        assert (tmp_path / "out").read_text(encoding="utf-8") == ""


class TestInterrupts:
    @pytest.mark.parametrize(
        ("arguments", "line"),
        [(["--lang", "ru"], "Прервано.\n"), ([], "Interrupted.\n")],
    )
    def test_one_line_says_that_it_was_interrupted(
        self, monkeypatch, capsys, file, arguments, line
    ):
        def interrupted(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr("bilateral.load", interrupted)
        assert main(["show", file, *arguments]) == 130
        assert capsys.readouterr().err == line


class TestLanguages:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("en", "no problems (agreements: 3)"),
            ("de", "keine Fehler (Übereinkünfte: 3)"),
            ("ru", "ошибок нет (документов: 3)"),
        ],
    )
    def test_success_is_told_in_the_language(self, capsys, file, lang, words):
        assert main(["validate", file, "--lang", lang]) == 0
        assert capsys.readouterr().out == f"{file}: {words}\n"

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("absent.json", "такого файла"),
            ("folder.json", "это папка"),
            ("secret.json", "нет прав доступа"),
            ("loop.json", os.strerror(40)),
            ("register.doc", "нет формата"),
            ("register.ods", "сохраните файл как .xlsx или .csv"),
            ("register.doc/x.json", "это не папка"),
            ("x.json.zst", "установка: pip install 'bilateral[zstd]'"),
        ],
    )
    def test_what_is_missing_is_told_in_the_language(
        self, capsys, monkeypatch, tmp_path, name, words
    ):
        path = tmp_path / name
        for there in ("secret.json", "register.doc", "register.ods"):
            (tmp_path / there).touch()
        (tmp_path / "folder.json").mkdir()
        (tmp_path / "loop.json").symlink_to(tmp_path / "loop.json")
        (tmp_path / "x.json.zst").write_bytes(b"\x28\xb5\x2f\xfd")
        for library in ("backports.zstd", "backports", "compression"):
            monkeypatch.setitem(sys.modules, library, None)
        if name == "secret.json":
            monkeypatch.setattr(
                "bilateral.load",
                lambda file, **_: (_ for _ in ()).throw(PermissionError(13, "denied", file)),
            )
        assert main(["validate", str(path), "--lang", "ru"]) == 1
        error = capsys.readouterr().err
        assert words in error
        assert len(error.splitlines()) == 1 + ("import" in error)

    def test_a_fault_of_the_package_is_not_hidden(self, monkeypatch, file):
        def faulty(*_, **__):
            raise RuntimeError("a fault")

        monkeypatch.setattr("bilateral.load", faulty)
        with pytest.raises(RuntimeError, match="a fault"):
            main(["validate", file, "--lang", "ru"])

    def test_other_errors_speak_for_themselves(self, capsys, monkeypatch):
        monkeypatch.setattr(
            "bilateral.load", lambda *_, **__: (_ for _ in ()).throw(OSError("disk gone"))
        )
        assert main(["validate", __file__]) == 1
        assert capsys.readouterr().err == "disk gone\n"


def test_json_of_the_shell_is_json(file):
    assert json.loads(run("convert", file, "-", "--to", "json").stdout)["bilateral"] == "1"
