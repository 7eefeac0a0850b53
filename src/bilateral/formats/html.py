"""HTML: a page with the register for people (``bilateral.listing``), which loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bilateral.dossiers import Dossier
from bilateral.listing import Item, Register, describe

__all__ = ["write"]

_STYLE = (
    "body{font-family:sans-serif;line-height:1.4;max-width:50em;margin:2em auto;padding:0 1em}"
    "dt{float:left;clear:left;margin-right:.5em;font-weight:bold}dt::after{content:':'}"
    "dd{margin:0 0 .2em}li{margin-bottom:1em}h3{font-size:1em;margin:0 0 .3em}"
)


def write(dossier: Dossier, *, lang: str = "en") -> str:
    """The register of a dossier in ``lang`` as an HTML page."""
    return "\n".join(_lines(describe(dossier, lang), lang)) + "\n"


def _lines(content: Register, lang: str) -> Iterator[str]:
    title = escape(content.title or "bilateral")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(lang)}">'
    yield f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
    yield "<body>"
    if content.title:
        yield f"<h1>{title}</h1>"
    for heading, items in content.sections:
        yield f"<section><h2>{escape(heading)}</h2><ol>"
        yield from map(_item, items)
        yield "</ol></section>"
    yield "</body></html>"


def _item(item: Item) -> str:
    title = escape(item.title)
    if item.url:
        title = f'<a href="{escape(item.url)}" rel="noreferrer">{title}</a>'
    details = "".join(
        f"<dt>{escape(word)}</dt><dd>{escape(text)}</dd>" for word, text in item.details
    )
    return f"<li><h3>{title}</h3>{f'<dl>{details}</dl>' if details else ''}</li>"
