"""What commands read: registers from files and standard input, and days."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import bilateral as bl
from bilateral import clock
from bilateral.cli.parser import STANDARD, Options, Parser
from bilateral.cli.terminal import waiting
from bilateral.cli.words import UsageError, Words

__all__ = [
    "chosen",
    "day",
    "days_option",
    "filters",
    "noticed",
    "number",
    "read",
    "source",
    "standard",
]


def source(options: Options, name: str) -> str | IO[bytes]:
    """A path that is there, or the standard input; raises `UsageError` if its format is open."""
    if name == STANDARD:
        return standard(options, name, "from")
    path = Path(name)
    # What is not there is no question of formats.
    path.stat()
    if not (path.suffix or path.is_dir()):
        _check_format(options, name, "from")
    return name


def standard(options: Options, name: str, option: str) -> IO[bytes]:
    """The standard input (for the option ``from``) or output; raises `UsageError`."""
    _check_format(options, name, option)
    stream: Any = sys.stdin if option == "from" else sys.stdout
    return getattr(stream, "buffer", stream)  # type: ignore[no-any-return]


def _check_format(options: Options, name: str, option: str) -> None:
    if not getattr(options, f"{option}_format"):
        raise UsageError(options.words("error.no_suffix", name=name, option=f"--{option}"))


def read(options: Options, name: str) -> bl.Dossier:
    """The register in a file or folder; what is only noticed goes to the error stream."""
    given = source(options, name)
    with noticed(options.words) as report, waiting(options.words("reading", file=name)):
        return bl.load(given, format=options.from_format, report=report)


@contextmanager
def noticed(words: Words) -> Generator[list[bl.Problem]]:
    """A list for what is no error; it is told on the error stream in the end."""
    report: list[bl.Problem] = []
    yield report
    if report:
        print(bl.DataWarning(report).text(words.lang), file=sys.stderr)


def filters(parser: Parser) -> None:
    """Add the options that choose among the agreements of a register."""
    from bilateral.cli.completion import kinds, partners, sectors

    parser.option("--involving", metavar="who", completer=partners)
    parser.option("--between", nargs=2, metavar=("who", "who"), completer=partners)
    parser.option("--sector", metavar="code", completer=sectors)
    parser.option("--kind", metavar="code", completer=kinds)


def chosen(options: Options, dossier: bl.Dossier) -> bl.Dossier | bl.Selection:
    """The agreements that the options choose."""
    found: bl.Dossier | bl.Selection = dossier
    if options.involving:
        found = found.involving(options.involving)
    if options.between:
        found = found.between(*options.between)
    if options.sector:
        found = found.in_sector(options.sector)
    if options.kind:
        found = found.of_kind(options.kind)
    return found


def one_by_one(agreements: bl.Dossier | bl.Selection, ids: Sequence[str]) -> Sequence[bl.Agreement]:
    """The agreements with some ids, or all; raises `UnknownId`."""
    return [agreements[one] for one in ids] if ids else [*agreements]


def days_option(parser: Parser, **settings: Any) -> None:
    """Add the day that a question is about, which is today as a rule."""
    parser.option("--on", metavar="day", type=day(parser.words), default=clock.today(), **settings)


def day(words: Words) -> Callable[[str], datetime.date]:
    """A reader of days: 2026-12-31, or in words."""

    def day_(text: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
        from bilateral.cli.troubles import told
        from bilateral.dates.partial_dates import date_of, whole_day

        try:
            return date_of(whole_day(bl.PartialDate.from_text(text, today=clock.today())))
        except (bl.ValidationError, bl.AmbiguousText) as error:
            raise argparse.ArgumentTypeError(told(error, words)) from None

    return day_


def number(words: Words) -> Callable[[str], int]:
    """A reader of numbers of rows."""

    def number_(text: str) -> int:
        if text.isascii() and text.isdigit():
            return int(text)
        raise argparse.ArgumentTypeError(words("error.number", value=text))

    return number_
