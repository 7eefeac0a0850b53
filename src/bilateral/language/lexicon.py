"""The language tables: an id in, a `Phrase` out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownLanguage, ValidationError
from bilateral.tables import Row, file_rows, package_rows
from bilateral.text import Gender, Phrase, Phrases, best_tag, tag_key

if TYPE_CHECKING:
    from pathlib import Path

    from bilateral.language.frames import Frame

__all__ = [
    "CASES",
    "Lexicon",
    "add_language",
    "forget_tables",
    "form_of",
    "in_sentence",
    "label_of",
    "languages",
    "lexicon",
    "names",
    "resolve",
]

BUILT_IN = ("de", "en", "ru")
CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
FORMS = (*CASES, "adj", "short", "plural")
_CASES_OF_FORMS = {"def": "nom", "zu": "dat"}
_added: dict[str, Path] = {}


class Lexicon:
    """All tables of one language, each read when first asked for."""

    def __init__(self, lang: str, read: Callable[[str], Iterator[Row]]) -> None:
        self.lang = lang
        self._read = read
        self._rows: dict[str, dict[str, Row]] = {}
        self._phrases: dict[tuple[str, str], Phrase | None] = {}
        self._frames: dict[str, tuple[Frame, ...]] | None = None

    def rows(self, topic: str, key: str = "id") -> dict[str, Row]:
        """The rows of the table ``topic`` by their ``key``."""
        if topic not in self._rows:
            self._rows[topic] = {row[key]: row for row in self._read(topic) if key in row}
        return self._rows[topic]

    def frames(self, pattern: str) -> tuple[Frame, ...]:
        """The frames of a pattern, best first."""
        if self._frames is None:
            from bilateral.language.frames import compile_frame

            # Filled before it is shown: another thread may look at any moment.
            frames: dict[str, tuple[Frame, ...]] = {}
            for row in self._read("frames"):
                frames[row["id"]] = (*frames.get(row["id"], ()), compile_frame(row["frame"]))
            self._frames = frames
        return self._frames.get(pattern, ())

    def phrase(self, topic: str, key: str) -> Phrase | None:
        """The name with the id ``key`` in the table ``topic``."""
        place = topic, key
        if place not in self._phrases:
            row = self.rows(topic).get(key)
            self._phrases[place] = phrase_of(row) if row and "nom" in row else None
        return self._phrases[place]


def phrase_of(row: Row) -> Phrase:
    """A table row as a `Phrase`; its aliases serve for finding only and stay in the table."""
    article = row.get("article")
    return Phrase(
        row["nom"],
        **{form: row[form] for form in FORMS[1:] if form in row},
        gender=Gender(row["gender"]) if "gender" in row else None,
        article=None if article is None else article == "yes",
    )


def languages() -> tuple[str, ...]:
    """The tags of the languages that there are tables for."""
    return tuple(sorted({*BUILT_IN, *_added}))


def add_language(lang: str, folder: str | Path) -> None:
    """Add a language: ``lang`` is its tag, ``folder`` has its tables (``vocabulary.tsv`` …).

    ``docs/howto/languages.md`` describes the tables.

    >>> add_language("pl", "tables/pl")  # doctest: +SKIP
    """
    from pathlib import Path

    _added[lang] = Path(folder)
    forget_tables()


def forget_tables() -> None:
    """Read all tables anew when they are next needed."""
    _lexicon.cache_clear()


def resolve(tag: str) -> str:
    """The language whose tables serve a BCP 47 tag: ``de-AT`` and ``DE_at`` are served by ``de``.

    Raises `UnknownLanguage` when there is none; no other language steps in. Raises
    `ValidationError` (``wrong-type``) for what is no text.
    """
    known = languages()
    # Without its extensions, which begin with a single letter or digit.
    found = best_tag(re.split("-[a-z0-9]-", tag_key(tag), maxsplit=1)[0], known)
    if found is None:
        raise UnknownLanguage(tag, known)
    return found


def lexicon(lang: str) -> Lexicon:
    """The tables of a language, by a tag that `resolve` understands; errors as there."""
    return _lexicon(lang if isinstance(lang, str) else resolve(lang))


@cache
def _lexicon(lang: str) -> Lexicon:
    found = resolve(lang)
    if found != lang:
        return _lexicon(found)
    folder = _added.get(found)
    if folder:
        return Lexicon(found, lambda topic: file_rows(folder / f"{topic}.tsv"))
    return Lexicon(found, lambda topic: package_rows(__package__ or "", f"{found}/{topic}.tsv"))


def names(topic: str, key: str) -> Phrases | None:
    """The name ``key`` of a table in every language that has it."""
    found = {lang: lexicon(lang).phrase(topic, key) for lang in languages()}
    known = {lang: phrase for lang, phrase in found.items() if phrase}
    return Phrases(known) if known else None


def check_form(form: str, known: Sequence[str]) -> None:
    """Refuse what is no form at all: `ValidationError` (``unknown-form``).

    A form that exists, but not of this name, is a `MissingForm` instead.
    """
    if form not in known:
        raise ValidationError([unknown("unknown-form", form, known, forms=", ".join(known))])


def label_of(phrase: Phrase | None, code: str, lang: str, form: str = "nom") -> str:
    """A form of the phrase for ``code``; `MissingForm` where it or the phrase is not known.

    Raises `UnknownLanguage` where there is no phrase, and no table in that language either;
    `ValidationError` (``unknown-form``).
    """
    check_form(form, FORMS)
    if phrase is None:
        raise MissingForm(code, form, resolve(lang) and lang)
    return form_of(phrase, lang, form)


def form_of(phrase: Phrase, lang: str, form: str = "nom") -> str:
    """A stored or (German) computed form of a phrase; `MissingForm` where it is not known."""
    text = getattr(phrase, form, None) if form in FORMS else None
    if text is None and best_tag(lang, ("de",)):
        from bilateral.language.german import decline

        text = decline(phrase, form)
    if text is None:
        raise MissingForm(phrase.nom, form, lang)
    return str(text)


def in_sentence(phrase: Phrase, lang: str, form: str) -> str:
    """A form of a phrase with the article that a sentence puts before it.

    In German that is the article of gen, dat and acc; ``def`` is the nominative with its
    article, ``zu`` the dative after that preposition. Raises `MissingForm`.

    >>> in_sentence(Phrase("Akimat of Astana", article=True), "en", "def")
    'the Akimat of Astana'
    >>> in_sentence(Phrase("Akimat von Astana", gender="n", article=True), "de", "dat")
    'dem Akimat von Astana'
    """
    if lexicon(lang).lang == "de":
        from bilateral.language.german import with_article

        case = _CASES_OF_FORMS.get(form, form)
        return with_article(phrase, form_of(phrase, lang, case), form)
    if form == "def":
        return f"the {phrase.nom}" if phrase.article else phrase.nom
    return form_of(phrase, lang, form)
