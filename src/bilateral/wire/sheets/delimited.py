"""Rows of cells in a text: CSV and its kin, whatever the separator and the encoding."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from bilateral.errors import UnknownCode
from bilateral.problems import Problem, ValidationError
from bilateral.wire.sheets.writing import Row
from bilateral.wire.storage import decoded

__all__ = ["check_encoding", "rows_of", "text_in"]

_SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def check_encoding(name: str) -> None:
    """Refuse an encoding that Python does not know: `UnknownCode`."""
    try:
        "".encode(name)
    except LookupError:
        raise UnknownCode("encodings", name) from None


def rows_of(text: str, separator: str | None = None, *, is_by_hand: bool = False) -> dict[int, Row]:
    """The rows of a text by their numbers, from 1.

    Without a ``separator`` it is the one that a first line ``sep=;`` says, or that of the headers.
    In a file that somebody writes by hand, a cell that goes on behind its quote has the quotes.
    """
    declared = re.match(r"sep=(.)\r?\n", text)
    start = declared.end() if declared else 0
    found = separator or (str(declared[1]) if declared else _separator_of(text))
    rows = enumerate(_records(text, start, found, is_by_hand=is_by_hand), 2 if declared else 1)
    return {number: dict(enumerate(row, 1)) for number, row in rows}


def text_in(content: bytes, encoding: str | None) -> str:
    """The text in a file: UTF-8, UTF-16 with its mark, or in an ``encoding``.

    Raises `ValidationError`: ``not-utf-8``, ``wrong-encoding``.
    """
    if content[:2] in _UTF_16:
        return decoded(content, "utf-16")
    if encoding is None or content.startswith(codecs.BOM_UTF8):
        return decoded(content)
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        details = {"encoding": encoding, "position": error.start}
        raise ValidationError([Problem("wrong-encoding", details=details, line=line)]) from None


def _separator_of(text: str) -> str:
    """The separator that is most frequent among the headers: the first line that has any."""
    for line in io.StringIO(_QUOTED.sub("", text)):
        counts = {separator: line.count(separator) for separator in _SEPARATORS}
        if any(counts.values()):
            return max(counts, key=lambda separator: counts[separator])
    return ","


def _records(text: str, start: int, separator: str, *, is_by_hand: bool) -> Iterator[list[str]]:
    """The rows of cells in a text from a place on (RFC 4180).

    The reader of the standard library would do but for long cells: their limit is one for the
    whole program, all its threads included.
    """
    sign = re.escape(separator)
    quoted, plain = r'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"', rf'(?!")[^{sign}\r\n]*+'
    if is_by_hand:
        word = rf'[^"{sign}\r\n]*+'
        plain = rf'{plain}|(?:"{word}"{word})++'
    cell = re.compile(rf"(?:{quoted}|(?P<plain>{plain}))(?P<end>{sign}|\r\n?|\n|\Z)")
    row: list[str] = []
    while start < len(text) or row:
        match = cell.match(text, start)
        if match is None:
            raise _syntax(text, start)
        quoted = match["quoted"]
        row.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        start = match.end()
        if match["end"] != separator:
            yield row
            row = []


def _syntax(text: str, start: int) -> ValidationError:
    """What is wrong with a cell in quotes: it has no end, or something behind it."""
    closed = _QUOTED.match(text, start)
    reason = "text behind the closing quote" if closed else "unexpected end of data"
    line = len(re.findall(r"\r\n?|\n", text[: closed.end() if closed else len(text.rstrip())])) + 1
    return ValidationError([Problem("syntax", details={"reason": reason}, line=line)])
