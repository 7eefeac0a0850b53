"""Names of territories made of a type word and a proper name, with the forms that are certain."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import attrs

from bilateral.language import english, german, russian
from bilateral.language.lexicon import CASES, Lexicon, phrase_of
from bilateral.tables import Row, listed
from bilateral.text import Form, Phrase

__all__ = ["territory"]

# How a name and its type word are put together, by the column ``before``.
_FRAMES: Final = {"": "{0} {1}", "yes": "{1} {0}", "of": "{1} of {0}"}
# Last words that take it, whatever stands before them.
_DEFINED: Final = frozenset({"Community", "Islands", "Republic", "Territories", "Territory"})
# The shortest type word that is told at the end of a compound.
_COMPOUNDED: Final = 6
# The endings of German adjectives without an article, in the nominative.
_STRONG: Final = {"m": "er", "f": "e", "n": "es"}
# Russian words that say what a unit is, in whatever form or compound: no type word before them.
_SAYS_TYPE: Final = re.compile(
    r"област|округ|провинци|регион|район|край|штат|департамент|префектур|кантон|республик|остров"
    r"|территори|владени|столи|город|муницип|метропол|сообществ|атолл|боро|община|земли"
)
# Names that end like adjectives agree with a noun that is left out.
_LIKE_ADJECTIVE: Final = re.compile(r"[А-ЯЁа-яё-]+(?:[ыи]й|[ая]я|[ое]е|[ыи]е)")
_AGREEING: Final = {
    "m": re.compile(r"(.+)(?:[ыи]й|ой)"),
    "f": re.compile(r"(.+)ая"),
    "n": re.compile(r"(.+)ое"),
    # After other letters -ие belongs to another declension.
    "pl": re.compile(r"(.+(?:[гкх](?=ие)|(?=ые)))[ыи]е"),
}
# The type of what would else be taken for its town: Берово (община).
_TYPE_BEHIND: Final = re.compile(r"(.+) \((\w+)\)")
# What may stand in apposition: a name, and no adjective behind its noun.
_FULL_NAME: Final = re.compile(rf"(?=[А-ЯЁ])(?!{_LIKE_ADJECTIVE.pattern}$).+")


def territory(tables: Lexicon, name: str, type: str | None, suffix: str = "") -> Phrase:
    """The full name of a territory from its name in a list, and its ``type``.

    The type word is put beside the name unless the name has one, and the forms are those that
    follow for certain from the type word. ``suffix`` goes behind each form. A name of a type
    that is not known, or in a language without such a table, stays as it is. ``derived`` of the
    answer lists what was made.

    >>> from bilateral.language.lexicon import lexicon
    >>> territory(lexicon("ru"), "Техас", "state").ins
    'штатом Техас'
    >>> territory(lexicon("de"), "Texas", "state").gen
    'Bundesstaats Texas'
    >>> territory(lexicon("en"), "Texas", "union_state")
    Phrase('State of Texas', article=True, derived=['nom', 'article'])
    """
    make = _MAKERS.get(tables.lang)
    row = tables.rows("unit_types").get(type or "", {})
    fields = {"nom": name + suffix}
    if make and tables.rows("unit_types"):
        fields = make(tables, name, {} if "use" in row else row, suffix)
    derived = [form for form in Form if form in fields and fields[form] != name]
    return attrs.evolve(phrase_of(fields), derived=derived)


def _english(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    *words, last = name.split()
    has_type = bool(words) and last in _words(tables)
    if not row and not has_type:
        return {"nom": name + suffix}
    described = english.is_description(words if has_type else name.split())
    defined = described or last in _DEFINED or "Autonomous" in name
    if not has_type:
        # What only says where it lies is no name to come behind "of": the Southern State.
        frame = _FRAMES["" if described else row.get("before", "")]
        name = frame.format(name, row["nom"])
        defined = defined or " of " in frame or "Autonomous" in name
    return {"nom": name + suffix, "article": "yes" if defined else "no"}


@cache
def _words(tables: Lexicon) -> frozenset[str]:
    return frozenset(row["nom"].split()[-1] for row in tables.rows("unit_types").values())


def _german(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    for word, other in _beginnings(tables).get(name.partition(" ")[0], ()):
        if name.startswith(f"{word} "):
            # A word for the same in the language of the country gives way to the German one.
            return _before(other, name[len(word) + 1 :] + suffix, "yes")
    if described := _german_description(tables, name, suffix):
        return described
    for word in listed(row.get("ends", "")):
        if name.endswith((f" {word}", f"-{word}")):
            name = name[: -len(word) - 1]
    return _before(row, name + suffix, "yes") if row else {"nom": name + suffix}


@cache
def _beginnings(tables: Lexicon) -> dict[str, list[tuple[str, Row]]]:
    """The words that names begin with, by the first of them, longest first; what they are."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for row in tables.rows("unit_types").values():
        for word in (row["nom"], *listed(row.get("aliases", ""))):
            found.setdefault(word.partition(" ")[0], []).append((word, row))
    return {first: sorted(words, key=lambda one: -len(one[0])) for first, words in found.items()}


def _compound(tables: Lexicon, word: str) -> Row | None:
    """The type word that a word is, or that is its last part: Westprovinz."""
    for row in tables.rows("unit_types").values():
        # Burgenland and Queensland are no Land.
        is_part = len(row["nom"]) >= _COMPOUNDED and word.isalpha()
        if word == row["nom"] or (is_part and word.endswith(row["nom"].lower())):
            return row
    return None


def _german_description(tables: Lexicon, name: str, suffix: str) -> Row | None:
    """The forms of a compound with a type word, be it after an adjective: Südliches Gebiet."""
    *adjectives, word = name.split()
    noun = _compound(tables, word)
    if noun is None or len(adjectives) > 1:
        return None
    forms = {case: word + noun[case].removeprefix(noun["nom"]) for case in ("gen", "dat", "acc")}
    for adjective in adjectives:
        stem = adjective.removesuffix(_STRONG[noun["gender"]])
        if stem == adjective:
            return None
        for case, text in forms.items():
            forms[case] = f"{german.agree_after_article(stem, noun['gender'], case)} {text}"
    forms = {case: text + suffix for case, text in forms.items()}
    return {"nom": name + suffix, **forms, "gender": noun["gender"], "article": "yes"}


def _before(row: Row, name: str, article: str | None = None) -> Row:
    """A type word in all its forms before a name that stays unchanged."""
    forms = {case: f"{row[case]} {name}" for case in CASES if case in row}
    forms["gender"] = row["gender"]
    return {**forms, "article": article} if article else forms


def _russian(tables: Lexicon, name: str, row: Row, suffix: str) -> Row:
    told = _TYPE_BEHIND.fullmatch(name)
    if told and told[2] in _nouns(tables):
        name = f"{told[2]} {told[1]}"
    head, _, proper = name.partition(" ")
    noun = _nouns(tables).get(head.lower())
    if noun and _FULL_NAME.fullmatch(proper):
        return _before(noun, proper + suffix)
    if described := _described(tables, name, suffix):
        return described
    last = name.rpartition(" ")[2]
    if not row or _SAYS_TYPE.search(name.lower()) or _LIKE_ADJECTIVE.fullmatch(last):
        return {"nom": name + suffix}
    return _before(row, name + suffix)


@cache
def _nouns(tables: Lexicon) -> dict[str, Row]:
    """The type words of one word, with those in whose place they are written."""
    rows = tables.rows("unit_types").values()
    words = ((word, row) for row in rows for word in (row["nom"], *listed(row.get("aliases", ""))))
    return {word.lower(): row for word, row in words}


def _described(tables: Lexicon, name: str, suffix: str) -> Row | None:
    """The forms of a type word after adjectives; what follows it stays as it is."""
    words = name.split()
    nouns = _nouns(tables)
    place = next((i for i, word in enumerate(words) if word.lower() in nouns), 0)
    # What follows a dash has forms of its own.
    if not place or "—" in words:
        return None
    noun, tail = nouns[words[place].lower()], words[place + 1 :]
    if not tail and not any(map(_LIKE_ADJECTIVE.fullmatch, words[:place])):
        # The lists put the name first: Тринкомали округ.
        return _before(noun, " ".join(words[:place]) + suffix)
    stems = [_masculine(one, noun["gender"]) for one in words[:place]]
    forms = {"gender": noun["gender"]}
    for case in CASES:
        known = [stem and russian.agree(stem, noun["gender"], case) for stem in stems]
        if case in noun and all(known):
            forms[case] = " ".join([*filter(None, known), noun[case], *tail]) + suffix
    return {"nom": name + suffix, **forms}


def _masculine(word: str, gender: str) -> str | None:
    """The masculine nominative of an adjective in a gender."""
    match = _AGREEING[gender].fullmatch(word)
    if gender == "m" or match is None:
        return word if match else None
    return match[1] + ("ий" if match[1][-1] in "гкх" else "ый")


_MAKERS: Final = {"de": _german, "en": _english, "ru": _russian}
