"""Blocks of facts written as HTML, Markdown, LaTeX and plain text.

HTML has nothing to run, nothing to load and no colours: it is read in the light and in the dark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bilateral.tags import is_right_to_left

__all__ = [
    "Block",
    "Cell",
    "Line",
    "Row",
    "escape_markdown",
    "fitted",
    "html",
    "latex",
    "markdown",
    "plain",
    "width_of",
    "wrapped",
]

# So many rows of a table, and lines of a cell, are open; the rest folds.
_OPEN_ROWS = 20
_OPEN_LINES = 6
_WIDEST = 60
# The columns of what is no table.
_COLUMNS = 80
_SHORT = 24
_LEFT = "text-align:left;vertical-align:top"
_TABLE = "text-align:left;margin:0 0 1em"


class Line(NamedTuple):
    """A text, and its language where that is another one than around it."""

    text: str
    lang: str | None = None


#: The lines of a cell.
Cell = tuple[Line, ...]
Row = Sequence[Cell]


class Block(NamedTuple):
    """A table: rows whose first cell names them, under the names of the columns if it has any.

    ``more`` says in ``lang`` how many rows a fold has, in the place of ``{count}``.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    lang: str
    more: str


# What Markdown, or the HTML in it, takes for a sign of its own: anywhere, or at the beginning
# of a line; and what sites and their templates make of addresses, names and numbers.
_SIGNS = re.compile(
    r"[\\`*_\[\]<>&~$|{}]"
    r"|[@#](?=\w)|(?<=www)\."
    # But not the colon in 10:30.
    r"|(?<!\d):(?=\S)|:(?=[^\s\d])",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
# A no-break space is none of them.
_BREAKS = re.compile(r"[ \t\n\r\f\v]+")
_BETWEEN_COLUMNS = "  "
# Marks above and below letters, and what has no shape.
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
# A column in which a text is broken has at least so much room, or the table becomes a list.
_READABLE = 28


def escape_markdown(text: str) -> str:
    r"""A text within a line of Markdown that means nothing but itself.

    >>> print(escape_markdown("a_b *c*"))
    a\_b \*c\*
    """
    return _SIGNS.sub(r"\\\g<0>", _SPACES.sub(" ", text.strip()))


# --- HTML ------------------------------------------------------------------------------------


def html(blocks: Iterable[Block]) -> str:
    """The blocks as tables that programs which read aloud understand, too."""
    return "".join(map(_table, blocks))


def _table(block: Block) -> str:
    first, rest = block.rows[:_OPEN_ROWS], block.rows[_OPEN_ROWS:]
    table = _rows(block, block.caption, first)
    if not rest:
        return table
    hidden = block.more.format(count=len(rest))
    folded = _rows(block, hidden, rest)
    return f"{table}<details><summary>{_escaped(hidden)}</summary>{folded}</details>"


def _rows(block: Block, caption: str, rows: Sequence[Row]) -> str:
    head = "".join(f'<th scope="col" style="{_LEFT}">{_escaped(one)}</th>' for one in block.header)
    # In a table of many things, bold names would be in the way.
    style = f"{_LEFT};font-weight:normal" if head else _LEFT
    body = "".join(_row(row, style) for row in rows)
    direction = "rtl" if is_right_to_left(block.lang) else "ltr"
    return (
        f'<table lang="{_escaped(block.lang)}" dir="{direction}" style="{_TABLE}">'
        f'<caption style="text-align:left;font-weight:bold">{_escaped(caption)}</caption>'
        f"{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"
    )


def _row(row: Row, style: str) -> str:
    first, *others = row
    cells = [
        _cell(first, 'th scope="row"', style),
        *(_cell(cell, 'td dir="auto"', _LEFT) for cell in others),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, tag: str, style: str) -> str:
    # A date or a state is not to be torn apart for the sake of a long title, which in a narrow
    # window has some room all the same.
    short = all(len(line.text) <= _SHORT for line in cell)
    room = "white-space:nowrap" if short else "min-width:10em"
    style = f"{style};{room}"
    return f'<{tag} style="{style}">{_lines(cell)}</{tag[:2]}>'


def _lines(cell: Cell) -> str:
    lines = [*map(_line, cell)]
    if len(lines) <= _OPEN_LINES:
        return "<br>".join(lines)
    rest = lines[_OPEN_LINES:]
    folded = f"<details><summary>+ {len(rest)}</summary>{'<br>'.join(rest)}</details>"
    return "<br>".join(lines[:_OPEN_LINES]) + folded


def _line(line: Line) -> str:
    text = _escaped(line.text)
    return f'<span lang="{_escaped(line.lang)}">{text}</span>' if line.lang else text


def _escaped(value: str) -> str:
    # It brings the names of all entities, which the import of the model need not wait for.
    from html import escape

    return escape(value)


# --- Markdown, LaTeX, text -------------------------------------------------------------------


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as tables of GitHub's Markdown."""
    return "\n".join(map(_markdown_table, blocks))


def _markdown_table(block: Block) -> str:
    header = block.header or ("",) * max((len(row) for row in block.rows), default=1)
    rows = [
        f"**{escape_markdown(block.caption)}**",
        "",
        _between([*map(escape_markdown, header)]),
        _between(["---"] * len(header)),
        *(_between([_flat(cell, escape_markdown, "<br>") for cell in row]) for row in block.rows),
    ]
    return "".join(f"{line}\n" for line in rows)


def _between(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _flat(cell: Cell, escape: Callable[[str], str], between: str) -> str:
    return between.join(escape(line.text) for line in cell)


_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}


def latex(blocks: Iterable[Block]) -> str:
    """The blocks as tables of LaTeX that break between pages; they need the package longtable."""
    return "\n".join(map(_latex_table, blocks))


def _latex_table(block: Block) -> str:
    count = len(block.header) or max((len(row) for row in block.rows), default=1)
    width = f"p{{{0.9 / count:.2f}\\linewidth}}"
    rows = [
        rf"\begin{{longtable}}{{{width * count}}}",
        rf"\multicolumn{{{count}}}{{l}}{{\textbf{{{_escaped_latex(block.caption)}}}}} \\",
        *([" & ".join(map(_escaped_latex, block.header)) + r" \\ \hline"] * bool(block.header)),
        *(
            " & ".join(_flat(cell, _escaped_latex, r"\newline ") for cell in row) + r" \\"
            for row in block.rows
        ),
        r"\end{longtable}",
    ]
    return "".join(f"{line}\n" for line in rows)


def _escaped_latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in _SPACES.sub(" ", text))


def plain(blocks: Iterable[Block]) -> str:
    """The blocks as text, in columns of equal width; long cells of tables are cut."""
    return "\n\n".join(map(_plain_table, blocks))


def _plain_table(block: Block) -> str:
    # Facts about one thing are read as a whole.
    lines = _cut_table(block) if block.header else fitted(block, _COLUMNS)
    return "\n".join((block.caption, *lines))


def _cut_table(block: Block) -> Iterator[str]:
    rows = [[_cut(running(cell)) for cell in row] for row in block.rows]
    return _aligned(_with_header(block, rows))


def running(cell: Cell) -> str:
    """The lines of a cell as one, between semicolons; sentences need none.

    >>> running((Line("Signed on 5 May 2020."), Line("It has ended.")))
    'Signed on 5 May 2020. It has ended.'
    >>> running((Line("trade"), Line("culture")))
    'trade; culture'
    """
    are_sentences = all(line.text.endswith(".") for line in cell)
    return _flat(cell, str, " " if are_sentences else "; ")


def _cut(text: str) -> str:
    text = _SPACES.sub(" ", text)
    if width_of(text) <= _WIDEST:
        return text
    text = text[:_WIDEST]
    while width_of(text) >= _WIDEST:
        text = text[:-1]
    return f"{text}…"


def _with_header(block: Block, rows: list[list[str]]) -> list[list[str]]:
    return [[*block.header], *rows] if block.header else rows


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, their cells below each other."""
    widths = _widths(rows)
    for row in rows:
        yield _BETWEEN_COLUMNS.join(map(_padded, row, widths)).rstrip(" ")


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(width_of, column)) for column in zip(*rows, strict=True)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def width_of(text: str) -> int:
    """How many columns a text takes on a terminal: wide signs take two, combining ones none.

    >>> width_of("Минск"), width_of("北京"), width_of("e\u0301")
    (5, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(sign) in _NO_WIDTH
        else 2
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )


def wrapped(text: str, width: int, first: str = "", then: str = "") -> list[str]:
    """A text as lines that are no wider than ``width`` columns, unless one word is.

    The first line begins with ``first``, the others with ``then``. No line ends at a no-break
    space or a hyphen.

    >>> wrapped("of trade and industry", 12, "1. ", "   ")
    ['1. of trade', '   and', '   industry']
    """
    lines: list[str] = []
    line = ""
    for word in filter(None, _BREAKS.split(text)):
        start = then if lines else first
        if line and width_of(f"{start}{line} {word}") > width:
            lines.append(start + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, (then if lines else first) + line] if line else lines


def fitted(block: Block, width: int | None, strong: Callable[[str], str] = str) -> Iterator[str]:
    """The lines of a block below its caption, nothing cut, for a terminal of so many columns.

    Where all columns have room, the widest one is broken; else each row is a list with the
    names of the columns. Without a ``width``, a row is a line. ``strong`` makes a line of names
    stand out.
    """
    if width is None:
        rows = [[_SPACES.sub(" ", running(cell)) for cell in row] for row in block.rows]
        yield from _aligned(_with_header(block, rows))
        return
    block = _without_empty_columns(block)
    table = [[name] for name in block.header]
    cells = [[[line.text for line in cell] or [""] for cell in row] for row in block.rows]
    cells = [table, *cells] if table else cells
    widths = _widths([[max(cell, key=width_of) for cell in row] for row in cells])
    widest = max(widths, default=0)
    room = width - (sum(widths) - widest) - len(_BETWEEN_COLUMNS) * (len(widths) - 1)
    if room < min(widest, _READABLE):
        yield from _as_list(block, width, strong)
        return
    for row in cells:
        number = widths.index(widest)
        row[number] = [part for line in row[number] for part in wrapped(line, room) or [""]]
    lines = _aligned([line for row in cells for line in _lines_of(row)])
    for _ in range(max(map(len, cells[0])) if table else 0):
        yield strong(next(lines))
    yield from lines


def _without_empty_columns(block: Block) -> Block:
    """The block without the columns, but the first one, in which no row has anything."""
    columns = enumerate(zip(*block.rows, strict=True))
    filled = [number for number, column in columns if number == 0 or any(column)]
    header = tuple(block.header[number] for number in filled) if block.header else ()
    rows = tuple([row[number] for number in filled] for row in block.rows)
    return block._replace(header=header, rows=rows) if rows else block


def _lines_of(row: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """A row as lines, so many as its highest cell has."""
    for number in range(max(map(len, row))):
        yield [cell[number] if number < len(cell) else "" for cell in row]


def _as_list(block: Block, width: int, strong: Callable[[str], str]) -> Iterator[str]:
    """The rows as paragraphs: the first cell, and below it the others by the names of columns."""
    names = [f"{name}: " for name in block.header[1:]]
    for row in block.rows:
        first, *others = row
        yield from map(strong, wrapped(_flat(first, str, ", "), width))
        for name, cell in zip(names or [""] * len(others), others, strict=True):
            for number, line in enumerate(cell):
                start = "    " if number else f"  {name}"
                yield from wrapped(line.text, width, start, "    ")
