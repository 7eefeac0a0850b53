"""The commands of ``python -m bilateral``."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Sequence
from typing import IO

from bilateral import __version__
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra, UnknownFormat
from bilateral.examples import astana_2025
from bilateral.formats import dump, load
from bilateral.language.lexicon import lexicon
from bilateral.listing import register_lines
from bilateral.problems import ValidationError, printable

__all__ = ["main"]

_LANGUAGES = ("de", "ru", "en")
_WIDTH = 80
_SPACES = "\u00a0\u2009\u202f"
# As a shell has it: 128 and the number of the signal.
_INTERRUPTED, _NOT_READ = 130, 141
# The words for what the system says.
_SYSTEM = {
    FileNotFoundError: "absent",
    IsADirectoryError: "folder",
    PermissionError: "forbidden",
}
_STANDARD = "-"
# After how many rows progress is shown.
_STEP = 50


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns the exit status: 0 good, 1 problems in a file, 2 wrong usage, 130 interrupted, 141
    if nobody reads what is printed any more.
    """
    _write_utf_8()
    parser = _parser()
    options = parser.parse_args(arguments)
    for path, name in (("file", "format"), ("source", "from"), ("target", "to")):
        stated = getattr(options, "to" if name == "to" else "format", None)
        if getattr(options, path, None) == _STANDARD and not stated:
            parser.error(f"{_STANDARD} has no suffix: add --{name}")
    lang = options.lang or "en"
    try:
        options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(_say(lang, "interrupted"), file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Python would try once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOT_READ
    except ValidationError as error:
        print(error.text(lang), file=sys.stderr)
        return 1
    except (OSError, UnknownFormat, MissingExtra) as error:
        print(_trouble(error, lang), file=sys.stderr)
        return 1
    return 0


def _say(lang: str, row: str, **slots: object) -> str:
    """A sentence of the table ``shell``."""
    shown = {name: printable(str(value)) for name, value in slots.items()}
    return lexicon(lang).rows("shell")[row]["nom"].format_map(shown)


def _trouble(error: Exception, lang: str) -> str:
    """The sentence that says what the system or the package lacks."""
    match error:
        case UnknownFormat(name=name, known=known):
            return _say(lang, "format", name=name, known=", ".join(known))
        case MissingExtra(extra=extra, library=library):
            return _say(lang, "library", extra=extra, library=library)
        case OSError(filename=str(file)):
            rows = (row for kind, row in _SYSTEM.items() if isinstance(error, kind))
            return _say(lang, next(rows, "other"), file=file, reason=error.strerror)
        case _:
            return printable(str(error))


def _write_utf_8() -> None:
    # A pipe has the encoding of the locale, which need not have Cyrillic letters.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name need not be text; what of it is none is written as an escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bilateral",
        description="Show, check and convert dossiers; alone, show the founding dossier.",
    )
    parser.add_argument("--version", action="version", version=f"bilateral {__version__}")
    parser.set_defaults(run=_show_example, lang=None)
    commands = parser.add_subparsers(title="commands")

    show = commands.add_parser("show", help="show a dossier as a register")
    _add_file(show)
    show.add_argument("--lang", choices=_LANGUAGES, help="one language instead of all three")
    show.set_defaults(run=_show_file)

    validate = commands.add_parser("validate", help="list all problems of a file")
    _add_file(validate)
    validate.add_argument("--lang", choices=_LANGUAGES, help="the language of the messages")
    validate.set_defaults(run=_validate)

    importing = commands.add_parser("import", help="make a dossier of a list: a sheet, or titles")
    importing.add_argument("list", help="a file of CSV, TSV or XLSX, or a text with a title a line")
    importing.add_argument("-o", "--output", required=True, help="the file of the dossier")
    importing.add_argument("--lang", choices=_LANGUAGES, required=True, help="that of the list")
    importing.add_argument("--home", metavar="WHO", help="whose list it is: BY, BY-HM, a name")
    importing.add_argument("--kind", help="what the documents are, if the list does not say it")
    importing.add_argument("--likely", action="store_true", help="take over what is only likely")
    importing.add_argument("--review", metavar="XLSX", help="where to write what is to be decided")
    importing.add_argument("--corrected", metavar="XLSX", help="a review with corrections")
    importing.add_argument("--sheet", help="the name of the sheet")
    importing.add_argument("--encoding", help="that of a text, as cp1251, if it is not told right")
    importing.set_defaults(run=_import)

    convert = commands.add_parser("convert", help="read one file and write another")
    convert.add_argument("source", metavar="in", help="a file or folder, or - with --from")
    convert.add_argument("target", metavar="out", help="a file or folder, or - with --to")
    convert.add_argument("--from", dest="format", metavar="FORMAT", help="the format that is read")
    convert.add_argument("--to", metavar="FORMAT", help="the format that is written")
    convert.set_defaults(run=_convert)
    return parser


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a file or folder, or - with --format")
    parser.add_argument("--format", metavar="FORMAT", help="the format, if no suffix says it")


def _show_example(_: argparse.Namespace) -> None:
    _show(astana_2025(), _LANGUAGES)


def _show_file(options: argparse.Namespace) -> None:
    dossier = load(_source(options.file), format=options.format)
    _show(dossier, (options.lang,) if options.lang else _LANGUAGES)


def _source(name: str) -> str | IO[bytes]:
    return sys.stdin.buffer if name == _STANDARD else name


def _show(dossier: Dossier, languages: Sequence[str]) -> None:
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    width = min(columns, _WIDTH)
    for number, lang in enumerate(languages):
        if number:
            print("═" * width)
        # Each line when it is there: a register may have very many. A name must not move the
        # cursor; no-break spaces have no shape either, and stay.
        for line in register_lines(dossier, lang, width):
            print(printable(line, keep=_SPACES))


def _validate(options: argparse.Namespace) -> None:
    dossier = load(_source(options.file), format=options.format)
    count = len(dossier.agreements)
    print(_say(options.lang or "en", "valid", file=options.file, count=count))


def _import(options: argparse.Namespace) -> None:
    from bilateral.intake.lists import read_list

    dossier, review = read_list(
        options.list,
        options.lang,
        home=options.home,
        kind=options.kind,
        accept="likely" if options.likely else "certain",
        review=options.corrected,
        sheet=options.sheet,
        encoding=options.encoding,
        progress=_progress if sys.stderr.isatty() else None,
    )
    dump(dossier, options.output)
    if options.review:
        review.to_xlsx(options.review)
    for notice in review.notices:
        print(notice.message(options.lang), file=sys.stderr)
    counts = review.counts
    print(
        _say(
            options.lang,
            "imported",
            file=options.output,
            rows=counts["rows"],
            agreements=len(dossier),
            questions=counts["questions"],
        )
    )


def _progress(done: int, total: int) -> None:
    """Show how far the list is read, on one line that goes away at the end."""
    if done % _STEP == 0 or done == total:
        line = f"\r{done}/{total}"
        print(line if done < total else "\r" + " " * len(line) + "\r", end="", file=sys.stderr)


def _convert(options: argparse.Namespace) -> None:
    dossier = load(_source(options.source), format=options.format)
    target = getattr(sys.stdout, "buffer", sys.stdout) if options.target == _STANDARD else None
    dump(dossier, target or options.target, format=options.to)
