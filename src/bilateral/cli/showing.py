"""``bilateral show``: a register, or one record of it."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

import bilateral as bl
from bilateral.cli.answers import overview
from bilateral.cli.completion import ids
from bilateral.cli.inputs import days_option, noticed, pointing, read, source
from bilateral.cli.output import Answer, output_options, view_of, write, write_line
from bilateral.cli.parser import Options, Parser
from bilateral.cli.terminal import width
from bilateral.coercion import unknown
from bilateral.display import Facts, Table, facts_of

if TYPE_CHECKING:
    from bilateral.listing import Streamed

__all__ = ["add", "example"]

_WIDTH: Final = 80


def add(parser: Parser) -> None:
    """Add the command."""
    command = parser.command("show", run, "good", "failed")
    command.argument("file")
    command.argument("id", nargs="*", default=[], completer=ids)
    command.option("--from", dest="from_format", metavar="format")
    days_option(command)
    output_options(command)


def example(options: Options) -> int:
    """Show the founding dossier, in all languages if none is asked for."""
    from bilateral.examples import astana_2025
    from bilateral.tables import languages

    columns = _columns()
    for number, lang in enumerate([options.words.lang] if options.lang else languages()):
        if number:
            print("═" * columns)
        _write_register(astana_2025(), lang, None)
    return 0


def run(options: Options) -> int:
    """Show a register, its first lines at once, or some of its records."""
    if options.id:
        _show_records(options, read(options, options.file))
    elif options.format == "text":
        with _register(options) as register:
            _write_register(register, options.words.lang, options.limit)
    else:
        _show_as(options, read(options, options.file))
    return 0


@contextmanager
def _register(options: Options) -> Generator[bl.Dossier | Streamed]:
    """A register to write: of a file of lines, record by record as they are read."""
    from bilateral.formats.files import records
    from bilateral.listing import Streamed
    from bilateral.wire.locations import format_of

    given = source(options, options.file)
    with pointing(options.words, options.file):
        is_stream = isinstance(given, str) and format_of(given, options.from_format).streams
    if is_stream:
        with noticed(options.words) as report:
            found = records(given, format=options.from_format, report=report)
            yield Streamed(found, lambda: read(options, options.file))
    else:
        yield read(options, options.file)


def _write_register(register: bl.Dossier | Streamed, lang: str, limit: int | None) -> None:
    from bilateral.listing import Streamed, register_lines

    if limit is not None:
        head = bl.Dossier(title=register.title)
        register = Streamed(chain((head,), islice(register.agreements, limit)))
    # Each line when it is there: a register may have very many.
    for line in register_lines(register, lang, _columns()):
        write_line(line)


def _columns() -> int:
    """Longer lines are hard to read."""
    return min(width() or _WIDTH, _WIDTH)


def _show_as(options: Options, dossier: bl.Dossier) -> None:
    """The register as data or as a page."""
    if options.limit is not None:
        dossier = bl.Dossier(title=dossier.title, agreements=dossier.agreements[: options.limit])
    match options.format:
        case "json":
            bl.dump(dossier, sys.stdout, format="json")
        case "html" | "markdown":
            bl.dump(dossier, sys.stdout, format=options.format, lang=options.words.lang)
        case _:
            table = overview(options, dossier, dossier.agreements)
            write(options, Answer(lambda: None, table))


def _show_records(options: Options, dossier: bl.Dossier) -> None:
    """What is known of records, and the status of agreements on the day."""
    view, found = view_of(options), [_record(dossier, id_) for id_ in options.id]
    parts: list[Facts | Table] = []
    for one in found:
        parts += facts_of(one, view)
        if isinstance(one, bl.Agreement):
            parts += facts_of(dossier.status(one, options.on), view)
    write(options, Answer(lambda: [bl.to_dict(one) for one in found], *parts))


def _record(dossier: bl.Dossier, id_: str) -> Any:
    """The record with an id, an agreement if there is one; raises `UnknownId`."""
    from bilateral.dossiers import TABLES

    tables = [dossier.agreements, *(getattr(dossier, name) for name in TABLES.values())]
    for table in tables:
        if id_ in table:
            return table[id_]
    known = (one for table in tables for one in table.ids())
    raise bl.UnknownId(id_, unknown("", id_, known).hint)
