"""Files in, files out: ``validate``, ``convert``, ``import`` and ``diff``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from inspect import signature
from typing import TYPE_CHECKING, Any

import bilateral as bl
from bilateral.cli.completion import fields_of_lists
from bilateral.cli.inputs import day, read, target
from bilateral.cli.output import Answer, output_options, view_of, write, write_json, write_line
from bilateral.cli.parser import STANDARD, Options, Parser
from bilateral.cli.terminal import waiting
from bilateral.cli.troubles import EXPECTED, told
from bilateral.cli.words import UsageError, Words
from bilateral.display import facts_of

if TYPE_CHECKING:
    from bilateral.intake.lists import Progress
    from bilateral.intake.review import ListReading

__all__ = ["add"]


def add(parser: Parser) -> None:
    """Add the commands."""
    validate = parser.command("validate", _validate, "good", "invalid")
    validate.argument("file", nargs="+")
    _add_from(validate)
    validate.option(
        "--format",
        choices=("text", "json"),
        default="text",
        metavar="format",
        help="format_of_problems",
    )
    _add_convert(parser)
    _add_import(parser)
    diff = parser.command("diff", _diff, "same", "different", "failed_diff")
    diff.argument("old", metavar="file")
    diff.argument("new", metavar="file")
    _add_from(diff)
    diff.option("--on", metavar="day", type=day(parser.words), help="diff_on")
    output_options(diff, limit=False)


def _add_from(command: Parser) -> None:
    command.option("--from", dest="from_format", metavar="format")


def _add_convert(parser: Parser) -> None:
    convert = parser.command("convert", _convert, "good", "failed")
    convert.argument("source", metavar="file")
    convert.argument("target", metavar="file")
    _add_from(convert)
    convert.option("--to", dest="to_format", metavar="format")
    convert.option("--on", metavar="day", type=day(parser.words), help="convert_on")


def _add_import(parser: Parser) -> None:
    importing = parser.command("import", _import, "good", "failed")
    importing.argument("list", metavar="file")
    importing.option("-o", "--output", required=True, metavar="file")
    importing.option("--source-lang", metavar="lang")
    importing.option(
        "--columns",
        action="append",
        default=[],
        metavar="column",
        type=_column(parser.words),
        completer=fields_of_lists,
    )
    importing.option("--home", metavar="who")
    importing.option("--kind", dest="document_kind", metavar="code", help="document_kind")
    importing.option("--likely", action="store_true")
    importing.option("--review", metavar="file")
    importing.option("--corrected", metavar="file")
    importing.option("--sheet", metavar="sheet")
    importing.option("--encoding", metavar="encoding")


def _column(words: Words) -> Callable[[str], tuple[str, str | int]]:
    """A reader of what stands in which column, by its header or its number."""

    def column(text: str) -> tuple[str, str | int]:
        field, _, header = map(str.strip, text.partition("="))
        known = [*fields_of_lists()]
        if field not in known:
            raise argparse.ArgumentTypeError(words.no_choice(field, known))
        if not header:
            raise argparse.ArgumentTypeError(words("error.column", field=field))
        return field, int(header) if header.isdecimal() else header

    return column


def _validate(options: Options) -> int:
    problems: list[bl.Problem] = []
    notes: list[str] = []
    failed = False
    for name in options.file:
        try:
            dossier = read(options, name)
        except bl.ValidationError as error:
            problems += error.problems
            notes += getattr(error, "__notes__", ())
        except EXPECTED as error:
            failed = True
            print(told(error, options.words), file=sys.stderr)
        else:
            if options.format == "text":
                count = len(dossier.agreements)
                write_line(options.words("valid", file=name, count=count))
    if options.format == "json":
        write_json([_as_data(one, options.words.lang) for one in problems])
    elif problems:
        lines = (bl.ValidationError(problems).text(options.words.lang), *notes)
        print("\n".join(lines), file=sys.stderr)
    return int(failed or bool(problems))


def _as_data(problem: bl.Problem, lang: str) -> dict[str, Any]:
    names = ("code", "file", "sheet", "line", "column", "where", "hint")
    return {name: getattr(problem, name) for name in names} | {"message": problem.message(lang)}


def _convert(options: Options) -> int:
    written = target(options, options.target)
    dossier = read(options, options.source)
    bl.dump(dossier, written, format=options.to_format, **_writing(options, written))
    return 0


def _writing(options: Options, target: Any) -> dict[str, Any]:
    """The options of the format: pages are in the language of the user, data only if asked."""
    from bilateral.wire.locations import format_of

    given: dict[str, Any] = {"on": options.on} if options.on else {}
    one = format_of(target, options.to_format)
    takes = signature(getattr(one.load(), "write", _convert)).parameters
    if options.lang or ("lang" in takes and not one.lossless):
        given["lang"] = options.words.lang
    return given


def _import(options: Options) -> int:
    lang = options.source_lang or options.lang
    if not lang:
        raise UsageError(options.words("error.no_lang"))
    with waiting(options.words("reading", file=options.list)) as progress:
        dossier, review = _list_of(options, lang, progress)
    if options.review:
        review.to_xlsx(options.review)
    bl.dump(dossier, options.output)
    for notice in review.notices:
        print(notice.message(options.words.lang), file=sys.stderr)
    counts = review.counts
    numbers = {"rows": counts["rows"], "questions": counts["questions"]}
    file = options.output
    write_line(options.words("imported", file=file, agreements=len(dossier), **numbers))
    if counts["questions"] and not options.review:
        print(options.words("imported_with_questions"), file=sys.stderr)
    return 0


def _list_of(options: Options, lang: str, progress: Progress | None) -> ListReading:
    try:
        return bl.read_list(
            options.list,
            lang,
            home=options.home,
            columns=dict(options.columns),
            kind=options.document_kind,
            accept="likely" if options.likely else "certain",
            review=options.corrected,
            sheet=options.sheet,
            encoding=options.encoding,
            progress=progress,
        )
    except bl.ValidationError as error:
        if any(one.code == "unknown-list" for one in error.problems):
            error.add_note(options.words("list_columns"))
        raise


def _diff(options: Options) -> int:
    if options.old == options.new == STANDARD:
        raise UsageError(options.words("error.twice"))
    try:
        found = bl.diff(read(options, options.old), read(options, options.new), on=options.on)
    except EXPECTED as error:
        print(told(error, options.words), file=sys.stderr)
        return 2
    if options.format == "text":
        for line in filter(None, found.text(options.words.lang).splitlines()):
            write_line(line)
    else:
        write(options, Answer(found.to_dict, *facts_of(found, view_of(options))))
    return int(bool(found))
