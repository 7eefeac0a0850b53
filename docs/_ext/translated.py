"""Pages with their code in another language, as the catalogues of ``docs/locales`` have it.

Sphinx translates the prose. Code is translated before: a notebook runs what its reader sees.
"""

from __future__ import annotations

import functools
import json
import re
import textwrap
from pathlib import Path

from babel.messages.pofile import read_po

DOCS = Path(__file__).parents[1]
LOCALES = DOCS / "locales"
# The languages of the pages, and what each calls itself.
LANGUAGES = {"en": "English", "de": "Deutsch", "ru": "Русский"}

FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>```+) *(?P<language>\{?[\w-]*\}?)[^\n`]*\n"
    r"(?P<text>.*?)"
    r"^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
# A page that is nothing but another file.
INCLUDED = re.compile(r"```\{include\} (\S+)\n")


def catalogue_file(page: str, lang: str) -> Path:
    """The file with the translations of a page, which is named as Sphinx names it."""
    return LOCALES / lang / "LC_MESSAGES" / f"{page}.po"


@functools.cache
def catalogue(page: str, lang: str) -> dict[str, str]:
    """What a page says in another language, by what it says in English."""
    file = catalogue_file(page, lang)
    if not file.exists():
        return {}
    with file.open("rb") as stream:
        messages = read_po(stream, lang)
    return {one.id: one.string for one in messages if one.id and one.string and not one.fuzzy}


def complete(lang: str) -> list[str]:
    """The pages that are whole in another language, and stay so."""
    return (LOCALES / lang / "complete.txt").read_text(encoding="utf-8").split()


def page_file(page: str) -> Path:
    """The source of a page."""
    files = (DOCS / f"{page}{suffix}" for suffix in (".md", ".ipynb"))
    return next(file for file in files if file.exists())


def source_of(page: str) -> str:
    """The text of a page, or of the file that makes all of it."""
    file = page_file(page)
    text = file.read_text(encoding="utf-8")
    included = INCLUDED.search(text)
    return (file.parent / included[1]).read_text(encoding="utf-8") if included else text


def is_generated(text: str) -> bool:
    """Whether a page is made from tables that have all languages: it says so at its top."""
    return text.startswith("---\ngenerated: true\n")


def code_of(page: str) -> list[str]:
    """The code of a page, block by block."""
    text = source_of(page)
    if page_file(page).suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    # A directive is no code, but its fences are passed over as a pair.
    blocks = (match for match in FENCE.finditer(text) if not match["language"].startswith("{"))
    return [_code(match) for match in blocks]


def _code(match: re.Match[str]) -> str:
    """What stands between two fences, as Sphinx puts it into a catalogue."""
    return textwrap.dedent(match["text"]).rstrip("\n")


def translated_page(page: str, lang: str) -> str:
    """The source of a page with its code in another language."""
    change = translated_cells if page_file(page).suffix == ".ipynb" else translated_blocks
    return change(source_of(page), catalogue(page, lang))


def translated_blocks(text: str, words: dict[str, str]) -> str:
    """A page in Markdown whose code blocks are in another language."""

    def block(match: re.Match[str]) -> str:
        code = _code(match)
        found = words.get(code, code)
        # Doctests end with an empty line, which Sphinx does not keep.
        ending = match["text"][len(match["text"].rstrip("\n")) :]
        start, end = match.start("text") - match.start(), match.end("text") - match.start()
        return match[0][:start] + textwrap.indent(found, match["indent"]) + ending + match[0][end:]

    return FENCE.sub(block, text)


def translated_cells(text: str, words: dict[str, str]) -> str:
    """A notebook whose code is in another language."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            code = "".join(cell["source"])
            cell["source"] = words.get(code, code)
    return json.dumps(notebook, ensure_ascii=False)
