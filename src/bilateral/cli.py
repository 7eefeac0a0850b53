"""The commands of ``python -m bilateral``."""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from collections.abc import Sequence

from bilateral import __version__
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra, UnknownFormat, ValidationError, printable
from bilateral.examples import astana_2025
from bilateral.formats import dump, load
from bilateral.register import register

__all__ = ["main"]

_LANGUAGES = ("de", "ru", "en")
_WIDTH = 80
_SPACES = "\u00a0\u2009\u202f"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (0 good, 1 problems in a file, 2 wrong usage)."""
    _write_utf_8()
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ValidationError as error:
        print(error.text(options.lang or "en"), file=sys.stderr)
        return 1
    except (OSError, UnknownFormat, MissingExtra) as error:
        print(printable(str(error)), file=sys.stderr)
        return 1
    return 0


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
    show.add_argument("file")
    show.add_argument("--lang", choices=_LANGUAGES, help="one language instead of all three")
    show.set_defaults(run=_show_file)

    validate = commands.add_parser("validate", help="list all problems of a file")
    validate.add_argument("file")
    validate.add_argument("--lang", choices=_LANGUAGES, help="the language of the messages")
    validate.set_defaults(run=_validate)

    convert = commands.add_parser("convert", help="read one file and write another")
    convert.add_argument("source", metavar="in")
    convert.add_argument("target", metavar="out")
    convert.set_defaults(run=_convert)
    return parser


def _show_example(_: argparse.Namespace) -> None:
    _show(astana_2025(), _LANGUAGES)


def _show_file(options: argparse.Namespace) -> None:
    _show(load(options.file), (options.lang,) if options.lang else _LANGUAGES)


def _show(dossier: Dossier, languages: Sequence[str]) -> None:
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    texts = [register(dossier, lang, width=min(columns, _WIDTH)) for lang in languages]
    lines = ("═" * min(columns, _WIDTH) + "\n").join(texts).split("\n")
    # A name must not move the cursor; no-break spaces have no shape either, and stay.
    print("\n".join(printable(line, keep=_SPACES) for line in lines), end="")


def _validate(options: argparse.Namespace) -> None:
    dossier = load(options.file)
    print(f"{printable(options.file)}: {len(dossier.agreements)} agreements, no problems")


def _convert(options: argparse.Namespace) -> None:
    dump(load(options.source), options.target)
