"""Names of territories made of a type word and a proper name, with the forms that are certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from bilateral.language import german, russian
from bilateral.language.lexicon import CASES, Lexicon, phrase_of
from bilateral.tables import Row, listed
from bilateral.text import Phrase

__all__ = ["territory"]

# Words that say where a unit lies, or what it is for: a name of these alone takes the article,
# and no "of" before it.
_DESCRIPTIONS: Final = frozenset(
    "central centre eastern western northern southern east west north south far upper lower greater "
    "capital federal autonomous northeastern northwestern southeastern southwestern".split()
)
# Last words that take it, whatever stands before them.
_DEFINED: Final = frozenset({"Islands", "Territories", "Territory"})
# The endings of German adjectives without an article, in the nominative.
_STRONG: Final = {"m": "er", "f": "e", "n": "es"}
# Russian words that say what a unit is, in whatever form or compound: no type word before them.
_SAYS_TYPE: Final = re.compile(
    r"област|округ|провинци|регион|район|край|штат|департамент|префектур|кантон|республик|остров"
    r"|территори|владени|столи|город|муницип|метропол|сообществ|атолл|боро|община|район|земли"
)
# Names that end like adjectives agree with a noun that is left out.
_LIKE_ADJECTIVE: Final = re.compile(r"(?:[а-яё]+-)?[А-ЯЁ][а-яё]+(?:[ыи]й|[ая]я|[ое]е|[ыи]е|ск)")
_FEMININE_OR_NEUTER: Final = re.compile(r"(.*?)(?:ая|ое)")
_FULL_NAME: Final = re.compile(r"[А-ЯЁ].*")


def territory(tables: Lexicon, name: str, type: str | None, suffix: str = "") -> Phrase:
    """The full name of a territory from its name in a list, and its ``type``.

    The type word is put beside the name unless the name has one, and the forms are those that
    follow for certain from the type word. ``suffix`` goes behind each form. A name of a type
    that is not known, or in a language without such a table, stays as it is.

    >>> from bilateral.language.lexicon import lexicon
    >>> territory(lexicon("ru"), "Техас", "state").ins
    'штатом Техас'
    >>> territory(lexicon("de"), "Texas", "state").gen
    'Bundesstaats Texas'
    >>> territory(lexicon("en"), "Texas", "state")
    Phrase('State of Texas', article=True)
    """
    rows = tables.rows("unit_types")
    row = rows.get(type or "", {})
    make = _MAKERS.get(tables.lang)
    if make is None or not rows:
        return Phrase(name + suffix)
    return phrase_of(make(tables, name, {} if row.get("use") == "no" else row, suffix))


def _english(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    *words, last = name.split()
    has_type = bool(words) and last in _words(tables)
    if not row and not has_type:
        return {"nom": name + suffix}
    described = last in _DEFINED or _is_description(words if has_type else name.split())
    if not has_type:
        before = "before" in row and not described
        name = f"{row['nom']} of {name}" if before else f"{name} {row['nom']}"
        described = described or before
    return {"nom": name + suffix, "article": "yes" if described else "no"}


def _is_description(words: Iterable[str]) -> bool:
    return all(word.lower() in _DESCRIPTIONS for word in words)


@cache
def _words(tables: Lexicon) -> frozenset[str]:
    return frozenset(row["nom"].split()[-1] for row in tables.rows("unit_types").values())


def _german(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    for word, other in _beginnings(tables):
        if name.startswith(f"{word} "):
            # A word for the same in the language of the country gives way to the German one.
            return _before(other, name[len(word) + 1 :] + suffix, "yes")
    if described := _german_description(tables, name, suffix):
        return described
    for word in listed(row.get("ends", "")):
        if name.endswith((f" {word}", f"-{word}")):
            name = name[: -len(word) - 1]
    if compound := _compound(tables, name):
        return {"nom": name + suffix, "gender": compound["gender"], "article": "yes"}
    return _before(row, name + suffix, "yes") if row else {"nom": name + suffix}


@cache
def _beginnings(tables: Lexicon) -> list[tuple[str, Row]]:
    """The words that names begin with, longest first, and what they are."""
    rows = tables.rows("unit_types").values()
    words = ((word, row) for row in rows for word in (row["nom"], *listed(row.get("aliases", ""))))
    return sorted(words, key=lambda one: -len(one[0]))


def _compound(tables: Lexicon, name: str) -> Row | None:
    """The type word that is the last part of a name in one word: Westprovinz."""
    if not name.isalpha():
        return None
    rows = tables.rows("unit_types").values()
    return next((row for row in rows if name.endswith(row["nom"].lower())), None)


def _german_description(tables: Lexicon, name: str, suffix: str) -> Row | None:
    """The forms of an adjective before a type word: Südliches Gouvernement."""
    words = name.split()
    rows = tables.rows("unit_types").values()
    noun = next((row for row in rows if row["nom"] == words[-1]), None)
    if noun is None or len(words) != 2:  # noqa: PLR2004 - the adjective and its noun
        return None
    stem = words[0].removesuffix(_STRONG[noun["gender"]])
    if stem == words[0]:
        return None
    forms = {
        case: f"{german.agree_after_article(stem, noun['gender'], case)} {noun[case]}{suffix}"
        for case in ("gen", "dat", "acc")
    }
    return {"nom": name + suffix, **forms, "gender": noun["gender"], "article": "yes"}


def _before(row: Row, name: str, article: str | None = None) -> Row:
    """A type word in all its forms before a name that stays unchanged."""
    forms = {case: f"{row[case]} {name}" for case in CASES if case in row}
    forms["gender"] = row["gender"]
    return {**forms, "article": article} if article else forms


def _russian(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    for word, other in _beginnings(tables):
        head, _, proper = name.partition(" ")
        if proper and head.lower() == word.lower() and _FULL_NAME.fullmatch(proper):
            return _before(other, proper + suffix)
    if described := _described(tables, name, suffix):
        return described
    if not row or _SAYS_TYPE.search(name.lower()) or _LIKE_ADJECTIVE.fullmatch(name.split()[-1]):
        return {"nom": name + suffix}
    return _before(row, name + suffix)


def _described(tables: Lexicon, name: str, suffix: str) -> Row | None:
    """The forms of adjectives before a type word, and of nothing else."""
    *words, last = name.split()
    nouns = (row for row in tables.rows("unit_types").values() if row["nom"].lower() == last.lower())
    noun = next(nouns, None)
    if noun is None or not words:
        return None
    # A plural has no masculine form to begin with.
    stems = [_masculine(word, noun["gender"]) for word in words]
    forms = {"nom": name + suffix, "gender": noun["gender"]}
    for case in CASES[1:]:
        parts = [russian.agree(stem, noun["gender"], case) if stem else None for stem in stems]
        known = [part for part in parts if part]
        if case in noun and len(known) == len(words):
            end = noun[case].capitalize() if last[0].isupper() else noun[case].lower()
            forms[case] = " ".join([*known, end]) + suffix
    return forms


def _masculine(word: str, gender: str) -> str | None:
    """The masculine nominative of an adjective in a gender."""
    if gender == "m":
        return word
    match = _FEMININE_OR_NEUTER.fullmatch(word)
    if gender not in ("f", "n") or match is None:
        return None
    return match[1] + ("ий" if match[1][-1] in "гкх" else "ый")


_MAKERS: Final = {"de": _german, "en": _english, "ru": _russian}
