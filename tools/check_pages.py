"""Reads the pages that were built: links lead somewhere, pictures have words, the search finds.

    python tools/check_pages.py docs/_build/html

Says what is wrong, one line a fault, and fails then. Nothing is fetched.
"""  # noqa: INP001 - a script beside the docs

from __future__ import annotations

import functools
import itertools
import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sphinx.search import SearchLanguage, languages
from sphinx.util import import_object

# What people look for, by the language of the pages and below which of them each is found.
SOUGHT = {
    "": {
        "deadline": "howto/deadlines",
        "education": "reference/known/sectors",
        "Excel": "howto/spreadsheets",
        "filter": "howto/filtering",
        "install": "installation",
        "Jupyter": "howto/notebooks",
        "Laufzeit": "glossary",
        "действует": "glossary",
    },
    "de": {"Laufzeit": "glossary"},
    "ru": {"действует": "glossary"},
}


class Page(HTMLParser):
    """What a page links and shows, and the places in it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.links: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.levels: list[int] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what an element says."""
        given = dict(attrs)
        if place := given.get("id"):
            self.places.add(place)
        if tag == "a" and (address := given.get("href")):
            self.links.append(address)
        if tag == "img":
            self.pictures.append(given)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


read = functools.cache(Page)


def faults_of(file: Path) -> Iterator[str]:
    """What is wrong with a page."""
    page = read(file)
    addresses = [*page.links, *(one.get("src") or "" for one in page.pictures)]
    yield from filter(None, (fault_of(file, address) for address in addresses))
    yield from (f"a picture without words: {one}" for one in page.pictures if not one.get("alt"))
    steps = itertools.pairwise(page.levels)
    if page.levels.count(1) > 1 or any(lower - upper > 1 for upper, lower in steps):
        yield f"headings out of order: {page.levels}"


def fault_of(file: Path, address: str) -> str | None:
    """Why an address leads nowhere, if it is one of ours."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if not target.is_file():
        return f"no such page: {address}"
    place = unquote(parts.fragment)
    if place and target.suffix == ".html" and place not in read(target).places:
        return f"no such place: {address}"
    return None


def index_of(folder: Path) -> dict[str, object]:
    """What the search of the pages of a language knows."""
    text = (folder / "searchindex.js").read_text(encoding="utf-8")
    return json.loads(re.sub(r"^Search\.setIndex\(|\)$", "", text))


def stemmer(lang: str) -> SearchLanguage:
    """How the search of a language takes words."""
    kind = languages[lang]
    return (import_object(kind) if isinstance(kind, str) else kind)({})


def not_found(root: Path) -> Iterator[str]:
    """The words that the search does not find where they are."""
    for lang, words in SOUGHT.items():
        index = index_of(root / lang)
        stem = stemmer(lang or "en").stem
        for word, page in words.items():
            term = stem(word.lower())
            found: set[int] = set()
            for table in ("terms", "titleterms"):
                numbers = index[table].get(term, [])
                found |= {numbers} if isinstance(numbers, int) else {*numbers}
            if page not in {index["docnames"][number] for number in found}:
                yield f"{lang or 'en'}: {word} is not found in {page}"


def main() -> None:
    """Read all pages below a folder."""
    root = Path(sys.argv[1]).resolve()
    faults = [*not_found(root)]
    for file in sorted(root.rglob("*.html")):
        name = file.relative_to(root).as_posix()
        faults += [f"{name}: {fault}" for fault in faults_of(file)]
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
