"""One documentation in several languages: code, links to the other languages, and a note."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from translated import LANGUAGES, catalogue, is_generated, source_of, translated_page

# Where each language is below the root of the pages.
PLACES = {"en": "", "de": "de/", "ru": "ru/"}
NOTES = {
    "de": "Diese Seite gibt es nur auf Englisch.",
    "ru": "Эта страница есть только на английском языке.",
}
BACK = re.compile('<a class="viewcode-back".*?</a>')
# The columns of generated tables that have sentences, by their heads.
SENTENCES = ("", "what is not kept")


def translate_code(app: Sphinx, page: str, source: list[str]) -> None:
    """Replace the code of a page before it is read, and of a notebook before it is run."""
    if catalogue(page, app.config.language):
        source[0] = translated_page(page, app.config.language)


class TrimCode(SphinxTransform):
    """Show code without the empty line that ends a doctest."""

    default_priority = 15

    def apply(self, **options: Any) -> None:
        """Take the line away where it stands."""
        del options
        for block in self.document.findall(nodes.literal_block):
            text = block.astext().rstrip("\n")
            if len(block) == 1 and text != block.rawsource:
                block.rawsource = text
                block[:] = [nodes.Text(text)]


class KeepRows(SphinxTransform):
    """Translate nothing but the heads of the tables of a generated page, and its sentences."""

    default_priority = 15  # before Sphinx translates

    def apply(self, **options: Any) -> None:
        """Keep the rows and lists of the page as they are."""
        del options
        if not is_generated(source_of(self.env.docname)):
            return
        for items in self.document.findall(nodes.bullet_list):
            keep(items)
        for table in self.document.findall(nodes.tgroup):
            heads = [entry.astext() for entry in next(table.findall(nodes.row))]
            for row in next(table.findall(nodes.tbody)):
                for head, entry in zip(heads, row, strict=True):
                    if head not in SENTENCES:
                        keep(entry)


def keep(part: nodes.Element) -> None:
    """Leave a part of a page as it is."""
    for node in part.findall(nodes.TextElement):
        node["translatable"] = False


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
    if page.startswith("_modules/"):
        # Links back from the source, which know one name of a module only.
        context["body"] = BACK.sub("", context["body"])
    # Only the English pages have the source beside them.
    place = "index" if page.startswith("_modules") else page
    context["languages"] = [
        (lang, name, None if lang == here else f"{up}{PLACES[lang]}{place}.html")
        for lang, name in LANGUAGES.items()
    ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect all of it with Sphinx."""
    if app.config.language == "en":
        # The source is the same in all languages, and takes time.
        app.setup_extension("sphinx.ext.viewcode")
    app.add_transform(TrimCode)
    app.add_transform(KeepRows)
    app.connect("source-read", translate_code)
    app.connect("doctree-resolved", say_what_is_english)
    app.connect("html-page-context", link_languages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
