"""What the name that a document gives itself leaves for the rest of its title to say."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from bilateral.language.lexicon import Lexicon
from bilateral.tables import listed
from bilateral.text import Gender

__all__ = ["gender_of", "pattern_of", "says_topic"]

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_WORD: Final = re.compile(r"[\w-]+")
# Patterns that the head noun of a designation does not change: they tell what the document does.
_FIXED: Final = frozenset(
    {"additional", "amending", "consultations", "joint", "session", "statement"}
)


class _Words(NamedTuple):
    """The words of a language by which it is seen, as the table ``reading`` has them."""

    form: re.Pattern[str]
    preposition: re.Pattern[str]
    cooperation: re.Pattern[str]
    change: re.Pattern[str]
    meeting: tuple[str, ...]
    heads: dict[str, str]


def says_topic(tables: Lexicon, designation: str) -> bool:
    """Whether a designation has a complement that says what the document is about.

    What it is about may be said in a preposition and its noun, or in a word of cooperation. Words
    that tell the sort of document only ("of Understanding", "of the Meeting") are none of that.

    >>> from bilateral.language.lexicon import lexicon
    >>> says_topic(lexicon("ru"), "Меморандум о взаимодействии")
    True
    >>> says_topic(lexicon("ru"), "План мероприятий («Дорожная карта»)")
    False
    """
    words = _words(tables)
    text = words.form.sub("", _plain(designation))
    return bool(words.preposition.search(text) or words.cooperation.search(text))


def pattern_of(tables: Lexicon, designation: str, own: str, *, amends: bool) -> str:
    """The pattern of frames for a document that calls itself by a designation.

    ``own`` is the pattern of its kind. A head noun brings the preposition that is usual with it.
    """
    has_topic = says_topic(tables, designation)
    if own == "amending":
        says_change = _words(tables).change.search(_plain(designation))
        return f"amending.{'topic' if has_topic else 'named'}" if says_change else own
    if own == "twinning" and not _words(tables).cooperation.search(_plain(designation)):
        # Cooperation is added to what such a name says: on Friendly Relations and Cooperation.
        return own if has_topic else "agreement"
    if has_topic and not amends:
        return "relation"
    if own == "session" and _plain(designation).endswith(_words(tables).meeting):
        # A meeting is one of those who met; what else a name ends with is between them.
        return own
    if own not in _FIXED:
        found = [_words(tables).heads.get(word) for word in _WORD.findall(_plain(designation))]
        own = next(filter(None, found), own)
        if found[-1:] == [own]:
            # What the head noun rules follows right behind it: Исполнительная программа чего.
            return own
    named = f"{own}.named"
    return named if tables.frames(named) else own


def gender_of(tables: Lexicon, designation: str) -> Gender | None:
    """The gender of a designation whose first word is that of a kind or a compound with it.

    >>> from bilateral.language.lexicon import lexicon
    >>> gender_of(lexicon("de"), "Durchführungsprotokoll")
    <Gender.NEUTER: 'n'>
    """
    first = designation.casefold().partition(" ")[0]
    for row in tables.rows("titles").values():
        if "gender" in row and " " not in row["nom"] and first.endswith(row["nom"].casefold()):
            return Gender(row["gender"])
    return None


def _plain(designation: str) -> str:
    return _BRACKETS.sub("", designation.casefold())


@cache
def _words(tables: Lexicon) -> _Words:
    rows = tables.rows("reading")

    def role(row: str) -> list[str]:
        return listed(rows.get(row, {}).get("words", ""))

    def pattern(*alternatives: str) -> re.Pattern[str]:
        # Without words of that sort the pattern is one that nothing satisfies.
        return re.compile("|".join(filter(None, alternatives)) or "(?!)")

    form = "|".join(map(re.escape, role("designation.form")))
    words = "|".join(map(re.escape, role("designation.about")))
    return _Words(
        pattern(form and rf"\b(?:{form})\b"),
        # The first word is the document itself.
        pattern(words and rf"(?<=\s)(?:{words})\b"),
        pattern(*map(re.escape, role("designation.cooperation"))),
        pattern(*map(re.escape, role("designation.change"))),
        tuple(role("designation.meeting")),
        dict(word.split("=") for word in role("designation.head")),
    )
