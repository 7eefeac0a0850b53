"""What commands print: tables and facts as text for a terminal or a pipe, or as data."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import bilateral as bl
from bilateral import clock
from bilateral.cli.inputs import number
from bilateral.cli.parser import Options, Parser
from bilateral.cli.terminal import strong, width
from bilateral.display import Displayed, Facts, Table, View, blocks_of, facts_of
from bilateral.markup import Block, Line, fitted, html, markdown
from bilateral.problems import printable

__all__ = ["Answer", "output_options", "write", "write_json", "write_line"]

_SPACES: Final = "\u00a0\u2009\u202f"
_SEPARATORS: Final = {"csv": ",", "tsv": "\t"}
_PAGES: Final = {"html": html, "markdown": markdown}
FORMATS: Final = ("text", "json", *_SEPARATORS, *_PAGES)
_ALL: Final = sys.maxsize


class Answer(Displayed):
    """What a command found: tables to show, and the same as data, made when it is asked for."""

    def __init__(self, data: Callable[[], Any], *parts: Facts | Table) -> None:
        self.data = data
        self._parts = parts

    def _facts(self, view: View) -> Iterable[Facts | Table]:  # noqa: ARG002
        return self._parts


def output_options(parser: Parser, *, limit: bool = True) -> None:
    """Add the options for what is printed."""
    parser.option("--format", choices=FORMATS, default=FORMATS[0], metavar="format")
    if limit:
        parser.option("--limit", metavar="number", type=number(parser.words))


def view_of(options: Options) -> View:
    """How values are shown: in the language, on the day."""
    limit = getattr(options, "limit", None)
    on = getattr(options, "on", None) or clock.today()
    return View(options.words.lang, on, _ALL if limit is None else limit)


def write(options: Options, answer: Answer) -> None:
    """Print an answer as the options ask."""
    form, view = options.format, view_of(options)
    if form == "json":
        data = answer.data()
        write_json(data[: view.most] if isinstance(data, list) else data)
        return
    if form in _SEPARATORS:
        _write_cells(next(iter(facts_of(answer, view))), view, _SEPARATORS[form])
        return
    blocks = [_safe(block) for block in blocks_of(answer, view)]
    if form in _PAGES:
        print(_PAGES[form](blocks))
    else:
        _write_text(blocks)


def _write_cells(part: Facts | Table, view: View, separator: str) -> None:
    """A table for other programs, with dates as ISO 8601 has them."""
    rows: Any = ([_in_digits(value) for value in row] for row in part.rows)
    block = _safe(part._replace(rows=rows).block(view))
    writer = csv.writer(sys.stdout, delimiter=separator, lineterminator="\n")
    writer.writerows([block.header] if block.header else ())
    writer.writerows(["; ".join(line.text for line in cell) for cell in row] for row in block.rows)


def _in_digits(value: Any) -> Any:
    date = value.period if isinstance(value, bl.UncertainDay) else value
    return str(date) if isinstance(date, (bl.PartialDate, bl.Period)) else date


def _write_text(blocks: Sequence[Block]) -> None:
    columns = width()
    for number_, block in enumerate(blocks):
        if number_:
            print()
        # Alone in a pipe, a table is nothing but its rows.
        if columns is not None or len(blocks) > 1:
            print(strong(block.caption))
        for line in fitted(block, columns, strong):
            print(line)


def write_json(data: Any) -> None:
    """Print plain data, and values of the package as what they are on the wire."""
    print(json.dumps(data, ensure_ascii=False, indent=2, default=bl.to_dict))


def write_line(text: str) -> None:
    """Print a line in which nothing moves the cursor; no-break spaces stay."""
    print(printable(text, keep=_SPACES))


def _safe(block: Block) -> Block:
    """A block whose texts do not move the cursor."""
    rows = tuple(
        tuple(tuple(Line(printable(line.text, keep=_SPACES)) for line in cell) for cell in row)
        for row in block.rows
    )
    return block._replace(caption=printable(block.caption, keep=_SPACES), rows=rows)
