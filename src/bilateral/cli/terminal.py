"""The terminal: how wide it is, whether it shows colours, and a line while one has to wait."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, TextIO

from bilateral.markup import width_of

__all__ = ["Progress", "strong", "use_utf_8", "waiting", "width"]

_STRONG: Final = "\x1b[1m{}\x1b[0m"
# Seconds until somebody who waits is told what for, and between two looks at the clock.
_PATIENCE: Final = 1.0
# After how many rows progress is shown.
_STEP: Final = 50


def use_utf_8() -> None:
    """Write UTF-8: a pipe has the encoding of the locale, which need not have Cyrillic letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name need not be text; what of it is none is written as an escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width() -> int | None:
    """The columns of the terminal, or those that the variable ``COLUMNS`` has; of a pipe, none."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def strong(text: str) -> str:
    """A text in bold, where there is a terminal that can and nobody asked for no colours."""
    # https://no-color.org; older consoles of Windows print the signs themselves.
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    is_old = sys.platform == "win32" and "WT_SESSION" not in os.environ
    plain = refused or is_old or not sys.stdout.isatty() or not text
    return text if plain else _STRONG.format(text)


class Progress:
    """A line on a terminal that says how far something is, and goes away."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = 0

    def show(self, text: str) -> None:
        """Show a line in the place of the one before."""
        self._stream.write(f"\r{text}{' ' * (self._shown - width_of(text))}")
        self._stream.flush()
        self._shown = width_of(text)

    def count(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        if done % _STEP == 0 and done < total:
            self.show(f"{done}/{total}")

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self.show("")
            self._stream.write("\r")
            self._stream.flush()


@contextmanager
def waiting(text: str) -> Generator[Callable[[int, int], object] | None]:
    """Tell on the error stream, if that is a terminal, what takes more than a second.

    What is waited for can count: it is given a function for that, or nothing without a terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    line, done = Progress(sys.stderr), threading.Event()
    counted = threading.Event()
    start = time.monotonic()

    def tick() -> None:
        while not done.wait(_PATIENCE):
            if not counted.is_set():
                line.show(f"{text} … {time.monotonic() - start:.0f} s")

    def count(number: int, total: int) -> None:
        counted.set()
        line.count(number, total)

    clock = threading.Thread(target=tick, daemon=True)
    clock.start()
    try:
        yield count
    finally:
        done.set()
        clock.join()
        line.clear()
