"""Writes what follows from the code: the stub of the root, types of words, schema, lists.

    python tools/write_generated.py

A test fails when a file is not what this would write.
"""  # noqa: INP001 - a script beside the package

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bilateral as bl
from bilateral import charts, reference
from bilateral.cli import parser_of
from bilateral.cli.parser import Parser
from bilateral.cli.words import Words
from bilateral.dates.words import labels, lengths
from bilateral.events import NoticeAim
from bilateral.language.lexicon import CASES, FORMS, lexicon
from bilateral.problems import DataWarning
from bilateral.reading.finding import TYPES
from bilateral.tables import BUILT_IN, file_rows
from bilateral.terms import Aspect, Effect, NoticeDate, RenewalMode, Survivor
from bilateral.topics import topic_of
from bilateral.wire.records import VERSION
from bilateral.wire.registry import FORMATS
from bilateral.wire.schema import (
    Coded,
    Items,
    Json,
    NameByLanguage,
    Parsed,
    Plain,
    Record,
    Reference,
    Shape,
    classes,
    fields_of,
)

sys.path.insert(0, str(Path(__file__).parent))

import known_pages
from known_pages import GENERATED, LANGS

ROOT = Path(__file__).parents[1]
# Where the package is: in the checkout for those who write, perhaps installed for a test.
PACKAGE = Path(bl.__file__).parent
EXAMPLES = ROOT / "docs/reference/problems.tsv"
WIDTH = 100


def files() -> dict[Path, str]:
    """The text of every generated file."""
    schema = json.dumps(bl.json_schema(), ensure_ascii=False, indent=1)
    return {
        PACKAGE / "__init__.pyi": "\n".join(stub()) + "\n",
        PACKAGE / "literals.py": "\n".join(literals()) + "\n",
        ROOT / f"docs/schemas/bilateral-{VERSION}.json": schema + "\n",
        ROOT / "docs/images/timeline.svg": picture(),
        **{ROOT / f"docs/reference/{name}.md": text for name, text in known_pages.pages().items()},
        ROOT / "docs/reference/fields.md": "\n".join(fields_page()),
        ROOT / "docs/reference/problems.md": "\n".join(problems_page()),
        ROOT / "docs/reference/shell.md": "\n".join(shell_page()),
    }


def picture() -> str:
    """The chart of the README: some agreements of the tutorials."""
    register = bl.read_list(ROOT / "docs/tutorials/cooperation.csv", "en", home="KZ").dossier
    return charts.timeline(register, lang="en", on="2026-01-15", most=6).svg() + "\n"


# --- the root --------------------------------------------------------------------------------


def stub() -> Iterator[str]:
    """The names of the package root for whoever reads it without running it."""
    yield "# The names of the package for editors and type checkers; made from __init__.py."
    homes: dict[str, list[str]] = {}
    for name in bl.__all__:
        homes.setdefault(getattr(bl, name).__module__, []).append(name)
    modules = sorted({*dir(bl)} - {*bl.__all__, "__version__"})
    for module, names in {"bilateral": modules, **dict(sorted(homes.items()))}.items():
        for name in names:
            yield f"from {module} import {name} as {name}"
    yield "\n__version__: str"
    yield "__all__ = ["
    yield from (f'    "{name}",' for name in bl.__all__)
    yield "]"


# --- literals --------------------------------------------------------------------------------

LITERALS = {
    "BuiltInLang": ("A language that the package has tables for.", BUILT_IN),
    "Case": ("A grammatical case.", CASES),
    "NameForm": ("A form of a name.", FORMS),
    "DateForm": ("A form of a date or a period in words.", labels.FORMS),
    "LengthForm": ("A form of a length of time in words.", lengths.FORMS),
    "Spacing": ("The kind of spaces in a date in words.", tuple(labels.SPACINGS)),
    "NameType": ("A list of names that `bilateral.find` searches.", TYPES),
    "BuiltInFormat": ("A format of the package.", tuple(one.name for one in FORMATS)),
    "BuiltInPortfolio": ("The code of a portfolio.", tuple(reference.portfolios())),
    "BuiltInSector": ("The code of a sector that the package has.", tuple(reference.sectors())),
    **{
        f"{kind.__name__}Code": (f"The code of a `{kind.__name__}`.", tuple(kind))
        for kind in (
            bl.AgreementKind,
            Aspect,
            bl.Binding,
            Effect,
            bl.EventKind,
            bl.Gender,
            NoticeAim,
            NoticeDate,
            bl.PartnerKind,
            bl.ProjectStatus,
            bl.Reading,
            RenewalMode,
            Survivor,
            bl.Trend,
        )
    },
}
# Those that users add are texts; the known ones are there for editors to complete.
OPEN = {
    "FormatName": "BuiltInFormat",
    "Lang": "BuiltInLang",
    "PortfolioCode": "BuiltInPortfolio",
    "SectorCode": "BuiltInSector",
}


def literals() -> Iterator[str]:
    """The words that arguments take, as types."""
    yield '"""The words that arguments take, as types: editors complete and checkers check them.\n'
    yield "Made by ``tools/write_generated.py`` from the tables and enumerations of the package."
    yield '"""\n\nfrom typing import Literal\n\n__all__ = ['
    yield from (f'    "{name}",' for name in sorted({*LITERALS, *OPEN}))
    yield "]"
    for name, (comment, words) in LITERALS.items():
        yield f"\n#: {comment}"
        yield f"{name} = Literal["
        yield from (f"    {json.dumps(str(word))}," for word in words)
        yield "]"
    for name, known in OPEN.items():
        yield f"\n#: One of `{known}`, or another that somebody adds."
        yield f"{name} = {known} | str"


# --- fields ----------------------------------------------------------------------------------


def fields_page() -> Iterator[str]:
    """The page of all classes with their fields."""
    yield GENERATED + textwrap.dedent("""\
        # Fields

        Every class of the wire format with its fields, in JSON, YAML and the other formats.
        This page is made from the classes.
        A field in **bold** is required.
        """)
    rows = lexicon("en").rows("fields")
    for kind in classes():
        topic = topic_of(kind)
        yield f"## `{kind.__name__}`\n"
        yield f"{rows.get(topic, {}).get('description', '')}\n"
        yield "| field | value | |"
        yield "| --- | --- | --- |"
        for field in fields_of(kind):
            name = f"**{field.name}**" if field.required else field.name
            words = rows.get(f"{topic}.{field.name}", {}).get("description", "")
            yield f"| {name} | {in_words(field.shape)} | {words} |"
        yield ""


def in_words(shape: Shape) -> str:  # noqa: PLR0911 - a case a shape
    """What a value looks like."""
    match shape:
        case Plain(_, str(codes)):
            return f"code ({codes})"
        case Plain(kind):
            return {str: "text", bool: "true or false", int: "whole number"}[kind]
        case Coded(kind):
            return f"code ({kind.__name__})"
        case Parsed(kind):
            return f"text ({kind.__name__})"
        case Record(kind):
            return f"[{kind.__name__}](#{kind.__name__.lower()})"
        case Reference(kind):
            return f"id of a [{kind.__name__}](#{kind.__name__.lower()})"
        case Items(of, count):
            return f"list of {count or ''} {in_words(of)}".replace("  ", " ")
        case NameByLanguage(of):
            return f"language tag → {in_words(of)}"
        case Json():
            return "`org:key` → any JSON"


# --- the shell -------------------------------------------------------------------------------


def shell_page() -> Iterator[str]:
    """The page of all commands, as their parser has them."""
    parser = parser_of(Words("en"))
    yield textwrap.dedent("""\
        # Shell commands

        What `bilateral` and each of its commands take, and what they answer to the shell.
        `bilateral COMMAND --help` says the same, and so it does in German and Russian.
        The how-to page on [the shell](../howto/shell.md) has examples.
        This page is made from the parser of the commands.

        ## All commands
        """)
    # These two are common to all.
    yield from shell_table(parser.taken)
    _, common = shell_statuses(parser.commands["show"])
    yield f"Further exit statuses of every command: {common}.\n"
    for name, command in parser.commands.items():
        yield f"## {name}\n\n{command.description}\n"
        yield from shell_table([one for one in command.taken if one not in parser.taken])
        yield f"Exit status: {shell_statuses(command)[0]}.\n"


def shell_table(taken: list[tuple[str, str]]) -> Iterator[str]:
    """Arguments and options as a table."""
    if taken:
        yield "| argument | |"
        yield "| --- | --- |"
        yield from (f"| `{written}` | {help_} |" for written, help_ in taken)
        yield ""


def shell_statuses(command: Parser) -> tuple[str, str]:
    """The exit statuses of a command that are its own, and those of every command."""
    found = re.findall(r"^  (\d+) +(.+)$", str(command.epilog), re.MULTILINE)
    told = [f"{number}: {text}" for number, text in found]
    return "; ".join(told[:2]), "; ".join(told[2:])


# --- problems --------------------------------------------------------------------------------

PRELUDE = '''\
import gzip, io, warnings, zipfile
from datetime import date
from pathlib import Path
import attrs, openpyxl
import bilateral as bl
from bilateral.dates.durations import Duration, add
from bilateral.problems import DataWarning
from bilateral.terms import Exit, Renewal, Start, Survival, Term

# What is no error is a warning; here, it is shown as one.
warnings.simplefilter("error", DataWarning)

by, kz = bl.Partner.state("BY"), bl.Partner.state("KZ")


def archive(name):
    """An archive with one empty file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        new.writestr(name, "")
    return stream.getvalue()


def workbook(cell, before="", state="visible"):
    """A workbook with one cell under the header "bilateral", on a sheet in a state."""
    name = "xl/worksheets/sheet1.xml"
    old = zipfile.ZipFile(io.BytesIO(bl.dumps(bl.Dossier(), "xlsx")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for part in set(old.namelist()) - {name}:
            text = old.read(part)
            text = text.replace(b"<sheet ", f'<sheet state="{state}" '.encode())
            new.writestr(part, text)
        header = '<row><c t="str"><v>bilateral</v></c></row>'
        new.writestr(name, f"{before}<worksheet>{header}<row>{cell}</row></worksheet>")
    return stream.getvalue()


def asked(text, lang="en", **options):
    """Raises what has to be asked about a list, and what is noticed in it."""
    review = bl.read_list(text, lang, **options).review
    questions = [problem for row in review for problem in row.questions]
    raise bl.ValidationError([*review.notices, *questions])


def hidden(content):
    """A workbook with its last sheet hidden."""
    book, stream = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    book.worksheets[-1].sheet_state = "hidden"
    book.save(stream)
    return stream.getvalue()


def decided(text):
    """A review of a list in which somebody has left out the first row."""
    bl.read_list(text, "en").review.to_xlsx("review.xlsx")
    book = openpyxl.load_workbook("review.xlsx")
    book.active["C2"] = "no"
    book.save("review.xlsx")
    return "review.xlsx"
'''


def codes() -> list[str]:
    """All problem codes: those that have a message."""
    words = lexicon("en").rows("messages")
    return [code for code in words if code != "hint" and "." not in code]


def examples() -> dict[str, str]:
    """An expression that raises the problem, for each code."""
    return {row["code"]: row["example"] for row in file_rows(EXAMPLES)}


def problems_page() -> Iterator[str]:
    """The page of all problem codes."""
    yield GENERATED + textwrap.dedent("""\
        # Problems

        Every problem code with its message in three languages, and an example that raises it.
        This page is made from the table of messages; every example is executed.

        The examples use these names:

        ```python""")
    yield PRELUDE + "```\n"
    names: dict[str, Any] = {}
    known = examples()
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        os.chdir(folder)
        exec(PRELUDE, names)  # noqa: S102 - our own text
        for code in codes():
            yield f"## `{code}`\n"
            if code in known:
                yield from problem(code, known[code], names)


def problem(code: str, example: str, names: dict[str, Any]) -> Iterator[str]:
    """What a problem says, and an example that shows it."""
    try:
        eval(example, names)  # noqa: S307 - our own text
    except (bl.ValidationError, DataWarning) as error:
        found = [one for one in error.problems if one.code == code]
        if not found:
            raise AssertionError(f"{code}: {error}") from error
        text = f"{type(error).__module__}.{type(error).__name__}: {error}"
        messages = [found[0].message(lang) for lang in LANGS]
    else:
        raise AssertionError(f"{code}: no problem in {example}")
    yield f"- de: {messages[0]}"
    yield f"- ru: {messages[1]}\n"
    yield "```python"
    yield f">>> {example}"
    yield "Traceback (most recent call last):"
    yield "    ..."
    yield text
    yield "\n```\n"


def main() -> None:
    """Write all files."""
    for path, text in files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
