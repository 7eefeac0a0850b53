"""Markdown (CommonMark): the register for people (``bilateral.listing``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.dossiers import Dossier
from bilateral.listing import Item, Register, describe
from bilateral.markup import escape_markdown

__all__ = ["write"]

# A number or a sign that makes a list or a heading of a line.
_START = re.compile(r"^(\d{0,9})([#+=:.)-])", re.ASCII)


def write(dossier: Dossier, *, lang: str = "en") -> str:
    """The register of a dossier in ``lang`` as Markdown."""
    return "\n".join(_lines(describe(dossier, lang)))


def _lines(content: Register) -> Iterator[str]:
    if content.title:
        yield f"# {_text(content.title)}\n"
    for heading, items in content.sections:
        yield f"## {_text(heading)}\n"
        for number, item in enumerate(items, 1):
            yield from _item(item, f"{number}. ")
        yield ""


def _item(item: Item, mark: str) -> Iterator[str]:
    title = _text(item.title)
    yield mark + (f"[{title}](<{_address(item.url)}>)" if item.url else title)
    for word, text in item.details:
        yield " " * len(mark) + f"- {_text(word)}" + (f": {escape_markdown(text)}" if text else "")


def _text(text: str) -> str:
    """A text at the beginning of a line that means nothing but itself."""
    return _START.sub(r"\1\\\2", escape_markdown(text))


def _address(url: str) -> str:
    """An address between angle brackets, which may have none, no blanks and no backslashes."""
    return re.sub(r"[\s<>\\]", lambda match: f"%{ord(match.group()):02X}", url)
