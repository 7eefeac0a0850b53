"""Blocks of facts written as HTML, Markdown, LaTeX and plain text.

HTML has nothing to run, nothing to load and no colours: it is read in the light and in the dark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bilateral.tags import is_right_to_left

__all__ = ["Block", "Cell", "Line", "Row", "escape_markdown", "html", "latex", "markdown", "plain"]

# So many rows of a table, and lines of a cell, are open; the rest folds.
_OPEN_ROWS = 20
_OPEN_LINES = 6
_WIDEST = 60
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
    """The blocks as text, in columns of equal width; long cells are cut."""
    return "\n\n".join(map(_plain_table, blocks))


def _plain_table(block: Block) -> str:
    rows = [[_cut(_flat(cell, str, "; ")) for cell in row] for row in block.rows]
    rows = [[*block.header], *rows] if block.header else rows
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join((block.caption, *lines))


def _cut(text: str) -> str:
    text = _SPACES.sub(" ", text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
