"""Brings the catalogues of translations of the docs up to date with the pages.

    python tools/write_catalogues.py [--check]

Needs what builds the docs. A translation is kept as long as the page has its English text; where
that has changed a little, it is kept and marked as fuzzy, for a translator to read again.
``--check`` writes nothing, and fails when a catalogue is not what this would write.
"""  # noqa: INP001 - a script beside the docs

from __future__ import annotations

import copy
import functools
import io
import re
import sys
import tempfile
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po
from markdown_it import MarkdownIt
from sphinx.cmd.build import build_main

from bilateral.language.lexicon import lexicon

DOCS = Path(__file__).parents[1] / "docs"
sys.path.insert(0, str(DOCS / "_ext"))

from translated import (  # noqa: E402 - it is beside the settings
    LANGUAGES,
    LOCALES,
    catalogue,
    catalogue_file,
    code_of,
    complete,
    is_generated,
    page_file,
    source_of,
    translated_page,
)

OTHERS = [lang for lang in LANGUAGES if lang != "en"]

# What needs no translation: the reference has its own words, and some pages are the project's.
ENGLISH = ("reference/", "changelog", "contributing", "security")
# Code is translated, too; the README is, though it is no page; no notebook need run for that.
SETTINGS = {
    "gettext_additional_targets": "literal-block",
    "exclude_patterns": "_build,_ext,_templates",
    "nb_execution_mode": "off",
    # The README links files that are no pages.
    "suppress_warnings": "myst.xref_missing",
}
# Babel writes the rest of a header with dates and addresses; these lines say all that is needed.
HEADER = """\
# Translations of docs/{page} for the documentation of bilateral.
msgid ""
msgstr ""
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def templates() -> dict[str, Catalog]:
    """The English texts of each page that is translated, in their order."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        options = ("-E", "-q", "-b", "gettext", "-d", f"{folder}/doctrees")
        settings = (f"-D{name}={value}" for name, value in SETTINGS.items())
        if build_main([*options, *settings, str(DOCS), folder]):
            raise SystemExit("the pages cannot be read")
        for file in sorted(Path(folder).rglob("*.pot")):
            page = file.relative_to(folder).with_suffix("").as_posix()
            if not page.startswith(ENGLISH) or is_generated(source_of(page)):
                found[page] = cleaned(page, file)
    return found


def cleaned(page: str, file: Path) -> Catalog:
    """The texts of a page in the file of Sphinx, with a word at those that are code."""
    with file.open("rb") as stream:
        read = read_po(stream)
    code, generated = set(code_of(page)), is_generated(source_of(page))
    template = Catalog()
    for message in read:
        # The empty line at the end of a doctest is none of the translator's.
        text = message.id.rstrip("\n")
        if generated and (text in code or re.fullmatch("`[^`]+`", text)):
            continue
        template.add(text, auto_comments=["code"] if text in code else [])
    return template


def updated(template: Catalog, page: str, lang: str) -> str:
    """The text of a catalogue with all texts of a page, and the translations it has."""
    file = catalogue_file(page, lang)
    known = Catalog(lang)
    if file.exists():
        with file.open("rb") as stream:
            known = read_po(stream, lang)
    # A copy, as the messages of a template become those of the catalogue.
    known.update(copy.deepcopy(template), update_header_comment=False, keep_user_comments=True)
    # A text that is gone is in the history of the file.
    known.obsolete.clear()
    for message in known:
        message.flags &= {"fuzzy"}
        if not message.string or message.fuzzy:
            remember(message, lang)
    stream = io.BytesIO()
    write_po(stream, known, width=0, omit_header=True, no_location=True)
    return (
        HEADER.format(page=page_file(page).relative_to(DOCS).as_posix(), lang=lang)
        + stream.getvalue().decode().lstrip()
    )


@functools.cache
def memory(lang: str) -> dict[str, str]:
    """What other pages and the tables of the package have said in a language, by the English."""
    said: dict[str, str] = {}
    for topic, cell in (("fields", "description"), ("countries", "nom")):
        english, others = lexicon("en").rows(topic), lexicon(lang).rows(topic)
        for key, row in others.items():
            if cell in row and cell in english.get(key, {}):
                said.setdefault(english[key][cell], row[cell])
    for file in sorted((LOCALES / lang).rglob("*.po")):
        page = file.relative_to(catalogue_file("", lang).parent).with_suffix("").as_posix()
        for text, string in catalogue(page, lang).items():
            # What an example does depends on its page.
            if "\n" not in text and ">>>" not in text:
                said.setdefault(text, string)
    return said


def remember(message: Message, lang: str) -> None:
    """Fill in a text that has been translated elsewhere; one with a letter behind it, too."""
    text, letter = str(message.id), ""
    if re.fullmatch(r"(\[\]\([^)]*\)(, )?)+", text):
        # The titles of other pages, which are in the language already.
        message.string = text
        message.flags.discard("fuzzy")
        return
    if match := re.fullmatch(r"(Units of states)(: [A-Z])", text):
        text, letter = match.groups()
    if found := memory(lang).get(text):
        message.string = found + letter
        message.flags.discard("fuzzy")


def readmes() -> dict[Path, str]:
    """The README in the languages that have all of its texts."""
    return {
        DOCS.parent / f"README.{lang}.md": translated_prose(
            translated_page("readme", lang), catalogue("readme", lang)
        )
        for lang in OTHERS
        if "readme" in complete(lang)
    }


def translated_prose(text: str, words: dict[str, str]) -> str:
    """A page in Markdown whose texts are in another language."""
    lines: list[str | None] = list(text.split("\n"))
    cells: dict[int, int] = {}
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        found = words.get(token.content.replace("\n", " ").strip())
        if token.type == "inline" and token.map and found:
            start, end = token.map
            line, first = lines[start] or "", token.content.split("\n")[0]
            at = line.index(first, cells.get(start, 0))
            lines[start] = line[:at] + found + line[at + len(first) :]
            # A row of a table has several texts.
            cells[start] = at + len(found)
            lines[start + 1 : end] = [None] * (end - start - 1)
    return "\n".join(line for line in lines if line is not None)


def written(texts: dict[Path, str], *, check: bool) -> list[Path]:
    """The files that are not as they should be; they are then, unless it is a check."""
    stale = [file for file, text in texts.items() if not holds(file, text)]
    for file in () if check else stale:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(texts[file], encoding="utf-8")
    return stale


def holds(file: Path, text: str) -> bool:
    """Whether a file has this text."""
    return file.exists() and file.read_text(encoding="utf-8") == text


def main() -> None:
    """Write all catalogues and READMEs, and delete the catalogues of pages that are gone."""
    check = "--check" in sys.argv
    pages = templates()
    texts = {
        catalogue_file(page, lang): updated(template, page, lang)
        for lang in OTHERS
        for page, template in pages.items()
    }
    theme = {catalogue_file("sphinx", lang) for lang in OTHERS}
    gone = {*LOCALES.rglob("*.po")} - {*texts} - theme
    stale = [*gone, *written(texts, check=check), *written(readmes(), check=check)]
    for file in () if check else gone:
        file.unlink()
    if check and stale:
        names = sorted(file.relative_to(DOCS.parent).as_posix() for file in stale)
        raise SystemExit("\n".join(["python tools/write_catalogues.py would change:", *names]))


if __name__ == "__main__":
    main()
