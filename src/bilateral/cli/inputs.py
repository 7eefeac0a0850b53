"""What commands read: registers from files and standard input, and days."""

from __future__ import annotations

import argparse
import datetime
import shlex
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

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
    "one_by_one",
    "pointing",
    "read",
    "sought",
    "source",
    "standard",
    "target",
]

# What questions are asked with: its type, if it is no partner, and the problem if it is unknown.
_SOUGHT: Final[Mapping[str, tuple[Any, str]]] = {
    "involving": (None, "unknown-partner"),
    "in_sector": ("sector", "unknown-sector"),
    "of_kind": ("agreement_kind", "unknown-agreement-kind"),
}
_PLACES: Final = ("country", "subdivision")


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


def target(options: Options, name: str) -> str | IO[bytes]:
    """A path to write to, or the standard output; raises `UsageError` if its format is open."""
    if name == STANDARD:
        return standard(options, name, "to")
    path = Path(name)
    if not (path.suffix or path.is_dir()):
        _check_format(options, name, "to")
    return name


def _check_format(options: Options, name: str, option: str) -> None:
    if not getattr(options, f"{option}_format"):
        raise UsageError(options.words("error.no_suffix", name=name, option=f"--{option}"))


def read(options: Options, name: str) -> bl.Dossier:
    """The register in a file or folder; what is only noticed goes to the error stream."""
    given = source(options, name)
    words = options.words
    with noticed(words) as report, waiting(words("reading", file=name)), pointing(words, name):
        return bl.load(given, format=options.from_format, report=report)


@contextmanager
def pointing(words: Words, name: str) -> Generator[None]:
    """Add to an error how a list becomes a register, if the file may be one."""
    try:
        yield
    except (bl.ValidationError, bl.UnknownFormat) as error:
        if name != STANDARD and _may_be_list(name, error):
            error.add_note(words("list", file=shlex.quote(name)))
        raise


def _may_be_list(name: str, error: bl.ValidationError | bl.UnknownFormat) -> bool:
    """Whether a file that is no register may be a list that somebody keeps by hand."""
    from bilateral.intake.layout.sources import is_list

    if not is_list(name):
        return False
    if isinstance(error, bl.UnknownFormat):
        return True
    codes = {one.code for one in error.problems}
    has_no_ids = any(one.path[-1:] == ("id",) for one in error.problems)
    return "unknown-sheet" in codes or ("unknown-column" in codes and has_no_ids)


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
    """The agreements that the options choose, by codes or by names."""
    found: bl.Dossier | bl.Selection = dossier
    if options.involving:
        found = found.involving(sought(dossier, "involving", options.involving))
    if options.between:
        found = found.between(*(sought(dossier, "involving", one) for one in options.between))
    if options.sector:
        found = found.in_sector(sought(dossier, "in_sector", options.sector))
    if options.kind:
        found = found.of_kind(sought(dossier, "of_kind", options.kind))
    return found


def sought(dossier: bl.Dossier, question: str, text: str) -> Any:
    """What to ask a question with: the id or code that a text is, or what it certainly names.

    Raises `ValidationError` with what may be meant, and `AmbiguousText`.
    """
    from bilateral.reading.candidates import meant

    try:
        getattr(dossier, question)(text)
    except bl.ValidationError as error:
        hint = error.problems[0].hint
    else:
        return text
    type_, code = _SOUGHT[question]
    candidates = bl.find(text, type=type_ or bl.Partner, dossier=dossier)
    found = meant(text, candidates)
    if len(found) > 1:
        raise bl.AmbiguousText(text, tuple(one.code for one in found))
    if found:
        # The code of a country or unit stands for all that is in it, the value for itself.
        return found[0].code if found[0].type in _PLACES else found[0].value
    near = hint or next((one.code for one in candidates), None)
    raise bl.ValidationError([bl.Problem(code, (), text, hint=near)])


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
