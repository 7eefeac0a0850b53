"""One documentation in several languages: code, links to the other languages, and a note."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from translated import LANGUAGES, catalogue, translated_page

# Where each language is below the root of the pages.
PLACES = {"en": "", "de": "de/", "ru": "ru/"}
NOTES = {
    "de": "Diese Seite gibt es nur auf Englisch.",
    "ru": "Эта страница есть только на английском языке.",
}


def translate_code(app: Sphinx, page: str, source: list[str]) -> None:
    """Replace the code of a page before it is read, and of a notebook before it is run."""
    if catalogue(page, app.config.language):
        source[0] = translated_page(page, app.config.language)


def say_what_is_english(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Begin a page without translations with a word about it."""
    lang = app.config.language
    if lang in NOTES and not catalogue(page, lang):
        note = nodes.note("", nodes.paragraph("", NOTES[lang]))
        section = next(iter(doctree.findall(nodes.section)), None)
        if section is not None:
            section.insert(1, note)


def link_languages(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Give the template the address of the same page in each language."""
    del template, doctree
    here = app.config.language
    up = "../" * (page.count("/") + (1 if PLACES[here] else 0))
    context["languages"] = [
        (lang, name, None if lang == here else f"{up}{PLACES[lang]}{page}.html")
        for lang, name in LANGUAGES.items()
    ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the three with Sphinx."""
    app.connect("source-read", translate_code)
    app.connect("doctree-resolved", say_what_is_english)
    app.connect("html-page-context", link_languages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
