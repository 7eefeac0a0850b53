"""The translations of the docs: whole where they are said to be, and with examples that run."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

from tests.test_docs import Session, bilateral_here, blocks_of

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SPEC = importlib.util.spec_from_file_location("translated", DOCS / "_ext/translated.py")
assert SPEC
assert SPEC.loader
translated = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(translated)

OTHERS = [lang for lang in translated.LANGUAGES if lang != "en"]
CATALOGUES = [
    (lang, file.relative_to(translated.catalogue_file("", lang).parent).with_suffix("").as_posix())
    for lang in OTHERS
    for file in sorted(translated.catalogue_file("", lang).parent.rglob("*.po"))
]
NOTEBOOKS = sorted((DOCS / "tutorials").glob("*.ipynb"))


def messages(lang: str, page: str) -> list[Message]:
    """The texts of a page with their translations, the header aside."""
    with translated.catalogue_file(page, lang).open("rb") as stream:
        return [message for message in read_po(stream, lang) if message.id]


def is_code(message: Message) -> bool:
    """Whether the text is a block of code, which may stay as it is."""
    return "code" in message.auto_comments


def with_code() -> Iterator[tuple[str, str]]:
    """The pages with examples in another language; notebooks run when the docs are made."""
    for lang, page in CATALOGUES:
        code = any(one.string for one in messages(lang, page) if is_code(one))
        if code and translated.page_file(page).suffix == ".md":
            yield lang, page


def targets(text: str) -> list[str]:
    """Where the links of a text lead."""
    return sorted(re.findall(r"\]\(([^)]*)\)", text))


@pytest.mark.parametrize("lang", OTHERS)
def test_what_is_said_to_be_whole_in_a_language_is(lang: str) -> None:
    missing = [
        (page, message.id)
        for page in translated.complete(lang)
        for message in messages(lang, page)
        if message.fuzzy or not (message.string or is_code(message))
    ]
    assert missing == []


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_links_what_its_page_links(lang: str) -> None:
    given = [
        (page, one)
        for of, page in CATALOGUES
        if of == lang
        for one in messages(lang, page)
        if one.string and not one.fuzzy
    ]
    assert [(page, one.id) for page, one in given if targets(one.string) != targets(one.id)] == []


@pytest.mark.parametrize(("lang", "page"), [*with_code()])
def test_every_translated_example_runs_as_it_is_shown(
    lang: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    session = Session(f"{page} ({lang})", bilateral_here)
    for block in blocks_of(translated.translated_page(page, lang)):
        session.run(block)


def test_no_text_of_one_language_stands_in_the_catalogue_of_another() -> None:
    pages = {page for lang, page in CATALOGUES if lang == "ru"}
    german = {
        (page, one.id): one.string
        for lang, page in CATALOGUES
        if lang == "de" and page in pages
        for one in messages(lang, page)
        if one.string != one.id and re.search("[^\\W\\d_]{3}", one.string) and not is_code(one)
    }
    assert [
        (page, one.id)
        for page in sorted(pages)
        for one in messages("ru", page)
        if one.string and german.get((page, one.id)) == one.string
    ] == []


def test_code_is_replaced_where_it_stands() -> None:
    page = "Text.\n\n- item\n\n  ```python\n  >>> 1\n  1\n\n  ```\n\n```sh\nrun\n```\n"
    words = {">>> 1\n1": ">>> 2\n2", "run": "lauf"}
    assert translated.translated_blocks(page, words) == (
        "Text.\n\n- item\n\n  ```python\n  >>> 2\n  2\n\n  ```\n\n```sh\nlauf\n```\n"
    )


def test_the_code_of_a_notebook_is_replaced_and_nothing_else() -> None:
    cells = [{"cell_type": kind, "source": ["a = 1\n", "a"]} for kind in ("code", "markdown")]
    text = translated.translated_cells(json.dumps({"cells": cells}), {"a = 1\na": "b"})
    assert [cell["source"] for cell in json.loads(text)["cells"]] == ["b", ["a = 1\n", "a"]]


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_a_notebook_is_stored_without_results(file: Path) -> None:
    notebook = json.loads(file.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert code
    assert [cell["source"] for cell in code if cell["outputs"] or cell["execution_count"]] == []
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
