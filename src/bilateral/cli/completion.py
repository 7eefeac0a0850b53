"""Completion: argcomplete, which asks the program itself, so that ids and codes are completed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import bilateral as bl
from bilateral.cli.parser import STANDARD, Options, Parser

__all__ = [
    "add",
    "complete",
    "fields_of_lists",
    "ids",
    "is_asked",
    "kinds",
    "lists",
    "partners",
    "sectors",
]

SHELLS: Final = ("bash", "zsh", "fish")
# Larger files take too long to read between two keys.
_LARGEST: Final = 5_000_000


def add(parser: Parser) -> None:
    """Add the command that prints the script for a shell."""
    command = parser.command("completion", run, "good", "failed")
    command.argument("shell", choices=SHELLS)


def run(options: Options) -> int:
    """Print the script."""
    print(_argcomplete().shellcode(["bilateral"], shell=options.shell))
    return 0


def is_asked() -> bool:
    """Whether a shell asks how a command line may go on."""
    return "_ARGCOMPLETE" in os.environ


def complete(parser: Parser) -> None:
    """Answer a shell and end the program."""
    _argcomplete().autocomplete(parser, always_complete_options="long")


def _argcomplete() -> Any:
    try:
        import argcomplete
    except ImportError:
        raise bl.MissingExtra("shell", "argcomplete") from None
    return argcomplete


# --- what stands where: functions as argcomplete calls them ----------------------------------


def ids(parsed_args: Options, **_: Any) -> Iterable[str]:
    """The ids of the agreements in the file of the command line."""
    return _of_file(parsed_args, lambda dossier: dossier.agreements.ids())


def partners(parsed_args: Options, **_: Any) -> Iterable[str]:
    """The ids of the partners in the file of the command line."""
    return _of_file(parsed_args, lambda dossier: dossier.partners.ids())


def _of_file(options: Options, names: Callable[[bl.Dossier], Iterable[str]]) -> Iterable[str]:
    file = getattr(options, "file", None) or getattr(options, "register", None)
    if file is None or file == STANDARD or Path(file).stat().st_size > _LARGEST:
        return ()
    return names(bl.load(file, format=options.from_format, on_error="skip", report=[]))


def kinds(**_: Any) -> Iterable[str]:
    """The kinds of documents."""
    return [str(kind) for kind in bl.known("kinds")]


def sectors(**_: Any) -> Iterable[str]:
    """The sectors that the package has."""
    return [sector.code for sector in bl.known("sectors")]


def lists(**_: Any) -> Iterable[str]:
    """The lists of what is built in."""
    from bilateral.catalogue import LISTS

    return LISTS


def fields_of_lists(**_: Any) -> Iterable[str]:
    """What may stand in the columns of a list."""
    from bilateral.intake.layout.headers import FIELDS

    return FIELDS


def types(**_: Any) -> Iterable[str]:
    """What a name may be of."""
    from bilateral.reading.finding import TYPES

    return TYPES
