"""The language tables: an id in, a `Phrase` out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bilateral.coercion import unknown
from bilateral.errors import MissingForm
from bilateral.problems import ValidationError
from bilateral.tables import Row, Tables, languages, listed, resolve, tables_of
from bilateral.tags import best_tag
from bilateral.text import Form, Gender, Phrase, Phrases

if TYPE_CHECKING:
    from bilateral.language.frames import Frame

__all__ = [
    "CASES",
    "CASES_OF_FORMS",
    "Lexicon",
    "capitalised",
    "form_of",
    "in_sentence",
    "is_derived",
    "label_or_raise",
    "lexicon",
    "names",
    "with_one_point",
]

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
FORMS = (*CASES, "adj", "short", "plural")
# The cases of the forms that stand with an article or with a preposition.
CASES_OF_FORMS = {"def": "nom", "zu": "dat"}
_TWO_POINTS = re.compile(r"(?<!\.)\.\.(?!\.)")
# Fields that every form in a sentence depends on.
_RULES_OF_FORMS = frozenset({Form.NOMINATIVE, Form.GENDER, Form.ARTICLE})


class Lexicon:
    """The names and frames in the tables of one language."""

    def __init__(self, tables: Tables) -> None:
        self.lang: str = tables.lang
        self._tables = tables
        self._read = tables.read
        self._phrases: dict[tuple[str, str], Phrase | None] = {}
        self._frames: dict[str, tuple[Frame, ...]] | None = None

    def rows(self, topic: str, key: str = "id") -> dict[str, Row]:
        """The rows of the table ``topic`` by their ``key``."""
        return self._tables.rows(topic, key)

    def listed(self, topic: str, row: str, column: str = "words") -> list[str]:
        """The texts in a cell of a table; none where the language has no such row."""
        return listed(self.rows(topic).get(row, {}).get(column, ""))

    def names(self, topic: str, row: str) -> list[str]:
        """The name in a row of a table, and its other ones."""
        return [*self.listed(topic, row, "nom"), *self.listed(topic, row, "aliases")]

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


def lexicon(lang: str) -> Lexicon:
    """The tables of a language, by a tag that `resolve` understands; errors as there."""
    return _lexicon(tables_of(lang))


# There are as many as languages, and those that were added in the place of others.
@lru_cache(maxsize=64)
def _lexicon(tables: Tables) -> Lexicon:
    return Lexicon(tables)


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


def label_or_raise(phrase: Phrase | None, code: str, lang: str, form: str = "nom") -> str:
    """A form of the phrase for ``code``; `MissingForm` where it or the phrase is not known.

    Raises `UnknownLanguage` where there is no phrase, and no table in that language either;
    `ValidationError` (``unknown-form``).
    """
    check_form(form, FORMS)
    if phrase is None:
        raise MissingForm(code, form, resolve(lang) and lang)
    return form_of(phrase, lang, form)


def form_of(phrase: Phrase, lang: str, form: str) -> str:
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

        case = CASES_OF_FORMS.get(form, form)
        return with_article(phrase, form_of(phrase, lang, case), form)
    if form == "def":
        return f"the {phrase.nom}" if phrase.article else phrase.nom
    return form_of(phrase, lang, form)


def is_derived(phrase: Phrase, form: str) -> bool:
    """Whether a rule made what `in_sentence` gives, or the gender or article that it needs.

    >>> is_derived(Phrase("Akimat", gender="n", article=True, derived=["gender"]), "dat")
    True
    """
    made = frozenset(phrase.derived)
    return CASES_OF_FORMS.get(form, form) in made or not made.isdisjoint(_RULES_OF_FORMS)


def capitalised(text: str) -> str:
    """A text as it begins a sentence or a heading: only its first letter is changed.

    >>> capitalised("in Umsetzung")
    'In Umsetzung'
    """
    return text[:1].upper() + text[1:]


def with_one_point(text: str) -> str:
    """Sentences of which one may end in an abbreviation, whose point is that of the sentence.

    >>> with_one_point("Signed by ACME Inc.. In force.")
    'Signed by ACME Inc. In force.'
    """
    return _TWO_POINTS.sub(".", text)
