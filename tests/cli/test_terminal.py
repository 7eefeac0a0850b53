"""What depends on a terminal: width, bold letters, and a line while one waits."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable

import pytest

import bilateral as bl
from bilateral.cli import main, terminal
from bilateral.markup import width_of

DAY = ("--on", "2026-01-01")
ACTIVE, DEADLINES, STATUS = (("active", *DAY), ("deadlines", *DAY), ("status", *DAY))
TITLE = ("title",)


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes the standard output a terminal of so many columns."""

    def make(columns: int) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys, "platform", "linux")
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)

    return make


class TestWidth:
    @pytest.mark.parametrize("columns", [60, 80, 120, 200])
    def test_tables_fit(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        file: str,
        columns: int,
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        for command, *day in (ACTIVE, DEADLINES, STATUS, TITLE):
            for lang in ("de", "en", "ru"):
                assert main([command, file, "--lang", lang, *day]) == 0
                lines = capsys.readouterr().out.splitlines()
                assert len(lines) > 3
                assert max(map(width_of, lines)) <= columns

    def test_in_a_pipe_a_row_is_a_line(self, capsys: pytest.CaptureFixture[str], file: str) -> None:
        assert main(["title", file]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 1 + 3


class TestBold:
    def heading(self, capsys: pytest.CaptureFixture[str]) -> str:
        assert main(["codes"]) == 0
        return capsys.readouterr().out.splitlines()[0]

    def test_a_terminal_shows_headings_in_bold(
        self, capsys: pytest.CaptureFixture[str], on_terminal: Callable[[int], None]
    ) -> None:
        on_terminal(80)
        assert self.heading(capsys) == "\x1b[1mCodes: 12\x1b[0m"

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_not_if_somebody_asks_for_none(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        on_terminal: Callable[[int], None],
        name: str,
        value: str,
    ) -> None:
        on_terminal(80)
        monkeypatch.setenv(name, value)
        assert self.heading(capsys) == "Codes: 12"

    def test_nor_on_a_console_that_cannot(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        on_terminal: Callable[[int], None],
    ) -> None:
        on_terminal(80)
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.delenv("WT_SESSION", raising=False)
        assert self.heading(capsys) == "Codes: 12"
        monkeypatch.setenv("WT_SESSION", "x")
        assert self.heading(capsys).startswith("\x1b[1m")

    def test_a_pipe_gets_no_signs(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        assert self.heading(capsys) == "Codes: 12"


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


class TestWaiting:
    def test_what_takes_long_is_told_until_it_is_done(
        self, monkeypatch: pytest.MonkeyPatch, file: str
    ) -> None:
        screen, shown = Screen(), threading.Event()
        monkeypatch.setattr(terminal, "_PATIENCE", 0.01)
        monkeypatch.setattr(sys, "stderr", screen)
        show = terminal.Progress.show

        def watched(progress: terminal.Progress, text: str) -> None:
            show(progress, text)
            shown.set()

        monkeypatch.setattr(terminal.Progress, "show", watched)
        load = bl.load

        def slow(*arguments: object, **options: object) -> object:
            assert shown.wait(10)
            return load(*arguments, **options)

        monkeypatch.setattr(bl, "load", slow)
        assert main(["validate", file, "--lang", "de"]) == 0
        written = screen.getvalue()
        assert written.startswith(f"\r{file} wird gelesen … 0 s")
        assert written.endswith("\r")

    def test_what_counts_is_told_no_seconds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen, looked = Screen(), threading.Event()
        monkeypatch.setattr(terminal, "_PATIENCE", 0.01)
        monkeypatch.setattr(sys, "stderr", screen)
        with terminal.waiting("Reading") as count:
            assert count is not None
            count(50, 100)
            looked.wait(0.1)
            count(51, 100)
            count(100, 100)
        assert screen.getvalue() == "\r50/100\r      \r"

    def test_what_is_short_is_told_nothing(
        self, monkeypatch: pytest.MonkeyPatch, file: str
    ) -> None:
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        assert main(["validate", file]) == 0
        assert screen.getvalue() == ""
