"""Markdown (CommonMark): the register for people (``bilateral.listing``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.dossiers import Dossier
from bilateral.listing import Item, Register, describe

__all__ = ["write"]

# What Markdown, or the HTML in it, takes for a sign of its own: anywhere, or at the beginning
# of a line; and what sites and their templates make of addresses, names and numbers.
_SIGNS = re.compile(
    r"[\\`*_\[\]<>&~$|{}]"
    r"|[@#](?=\w)|(?<=www)\."
    # But not the colon in 10:30.
    r"|(?<!\d):(?=\S)|:(?=[^\s\d])",
    re.IGNORECASE,
)
_START = re.compile(r"^(\d{0,9})([#+=:.)-])", re.ASCII)
_SPACES = re.compile(r"\s+")


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
        yield " " * len(mark) + f"- {_text(word)}" + (f": {_inline(text)}" if text else "")


def _text(text: str) -> str:
    """A text at the beginning of a line that means nothing but itself."""
    return _START.sub(r"\1\\\2", _inline(text))


def _inline(text: str) -> str:
    """A text within a line that means nothing but itself."""
    return _SIGNS.sub(r"\\\g<0>", _SPACES.sub(" ", text.strip()))


def _address(url: str) -> str:
    """An address between angle brackets, which may have none, no blanks and no backslashes."""
    return re.sub(r"[\s<>\\]", lambda match: f"%{ord(match.group()):02X}", url)
