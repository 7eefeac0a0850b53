"""Names and codes: ``find``, ``read``, ``codes``, ``formats`` and ``schema``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import bilateral as bl
from bilateral.cli.completion import lists, types
from bilateral.cli.inputs import read
from bilateral.cli.output import Answer, output_options, view_of, write, write_json
from bilateral.cli.parser import Options, Parser
from bilateral.cli.words import UsageError
from bilateral.display import Facts, Table, facts_of
from bilateral.tables import languages

__all__ = ["add"]


def add(parser: Parser) -> None:
    """Add the commands."""
    find = parser.command("find", _find, "found", "nothing")
    find.argument("text")
    find.option("--type", metavar="type", completer=types)
    find.option("--country", metavar="code")
    find.option("--in", dest="register", metavar="file")
    find.option("--from", dest="from_format", metavar="format")
    output_options(find)
    reading = parser.command("read", _read, "good", "failed")
    reading.argument("title")
    reading.option("--source-lang", metavar="lang")
    output_options(reading, limit=False)
    codes = parser.command("codes", _codes, "good", "failed")
    codes.argument("list", nargs="?", help="argument.list_of_codes", completer=lists)
    codes.option("--country", metavar="code")
    output_options(codes)
    output_options(parser.command("formats", _formats, "good", "failed"), limit=False)
    parser.command("schema", _schema, "good", "failed")


def _find(options: Options) -> int:
    if options.type and options.type not in types():
        raise UsageError(f"--type: {options.words.no_choice(options.type, types())}")
    dossier = read(options, options.register) if options.register else None
    found = bl.find(options.text, type=options.type, country=options.country, dossier=dossier)
    if not found:
        print(options.words("not_found", text=options.text), file=sys.stderr)
        return 1
    write(options, Answer(lambda: [*found], *facts_of(found, view_of(options))))
    return 0


def _read(options: Options) -> int:
    view = view_of(options)
    found = bl.parse_title(options.title, options.source_lang or view.lang)
    titles = dict(_titles(found))
    parts = [*facts_of(found, view)]
    if titles:
        parts.append(Facts(view.word("title"), titles.items()))
    write(options, Answer(lambda: {**bl.to_dict(found), "titles": titles}, *parts))
    return 0


def _titles(found: bl.ParsedTitle) -> Iterator[tuple[str, str]]:
    """The title in every language, if it was understood."""
    try:
        agreement = found.agreement("title", accept="likely")
    except bl.ValidationError:
        return
    for lang in languages():
        yield lang, agreement.title(lang)


def _codes(options: Options) -> int:
    from bilateral.catalogue import LISTS, code_of, name_of

    view = view_of(options)
    if options.list is None:
        rows = [(name,) for name in LISTS]
        table = Table(view.word("codes"), len(rows), [view.word("code")], rows)
        write(options, Answer(lambda: [*LISTS], table))
        return 0
    if options.list not in LISTS:
        raise UsageError(options.words.no_choice(options.list, LISTS))
    found = bl.known(options.list, country=options.country)

    def data() -> Any:
        return [
            {"code": code_of(one), "names": {lang: name_of(one, lang) for lang in languages()}}
            for one in found
        ]

    write(options, Answer(data, *facts_of(found, view)))
    return 0


def _formats(options: Options) -> int:
    words, found = options.words, bl.formats.formats()
    names = ("format", "suffixes", "reads", "writes", "lossless", "extra")
    header = [words(f"formats.{name}") for name in names]
    yes = words("yes")
    rows = [
        (
            one.name,
            " ".join(one.suffixes),
            *(yes if has else "" for has in (one.reads, one.writes, one.lossless)),
            one.extra or "",
        )
        for one in found
    ]
    table = Table(words("formats.all"), len(rows), header, rows)
    fields = ("name", *names[1:])

    def data() -> Any:
        return [{name: getattr(one, name) for name in fields} for one in found]

    write(options, Answer(data, table))
    return 0


def _schema(_: Options) -> int:
    write_json(bl.json_schema())
    return 0
