"""The English definite article, where the head noun of a name takes it for certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from bilateral.tables import Row, Tables, listed, tables_of
from bilateral.text import Phrase

__all__ = ["derived_fields", "is_defined", "is_description", "takes_article"]

# Words before "of" after which "the" would be wrong or doubtful.
_UNDEFINED: Final = frozenset(
    {"a", "an", "any", "every", "its", "no", "some", "the", "their"}
    | {"co-operation", "cooperation", "for", "in", "on", "to", "with"}
)
# How singulars end that end in s: analysis, access, status.
_SINGULAR: Final = ("is", "ss", "us")
# A longer text before "of" may be anything.
_MOST_WORDS: Final = 3
_FIRMS: Final = frozenset({"company", "holding"})
_TERRITORIES: Final = frozenset({"city", "district", "municipality", "region", "state"})
# Whatever adjective their names begin with: Royal Holloway.
_PROPER: Final = _TERRITORIES | {"bank", "school", "university"}
# Whatever they are called: the Sejm.
_ALWAYS: Final = frozenset({"parliament"})
_LONGEST_HEAD: Final = 3
# What has one is known by it: School No. 5 of Minsk, as Article 5 of the Treaty.
_NUMBER: Final = re.compile(r" No\.? ?\d+")
# What follows decides nothing.
_LONGEST_NAME: Final = 300


class _Grammar(NamedTuple):
    """The tables ``head_nouns`` and ``name_words``, made ready."""

    heads: dict[str, Row]
    complement: re.Pattern[str]
    #: What stands beside the head: an abbreviation, a name in quotes, a place.
    beside: re.Pattern[str]
    #: What has no article, or has its own: the name of a firm; one that begins with "The", or
    #: with whose body it is.
    has_own: re.Pattern[str]


def is_defined(subject: str) -> bool:
    """Whether what a document is about takes "the", as a noun does that "of" says more about.

    >>> is_defined("reciprocal protection of investments"), is_defined("works of art")
    (True, False)
    """
    head, of, _ = subject.partition(" of ")
    words = head.split()
    is_short = all(len(part.split()) <= _MOST_WORDS for part in _coordinated(head))
    is_told = bool(of) and is_short and head.islower()
    is_plural = head.endswith("s") and not head.endswith(_SINGULAR)
    return is_told and not is_plural and _UNDEFINED.isdisjoint(words)


def _coordinated(head: str) -> list[str]:
    """Two nouns of action that share what follows: promotion and protection of investments."""
    parts = head.split(" and ")
    return parts if all(part.endswith(("ion", "ment")) for part in parts) else [head]


def derived_fields(phrase: Phrase, kind: str) -> dict[str, bool]:
    """The article of a name, as its wording and its kind decide it.

    ``kind`` is the code of a kind of partner, or ``subject`` for what a document is about.

    >>> derived_fields(Phrase("Ministry of Culture of Belarus"), "ministry")
    {'article': True}
    """
    name = phrase.nom
    return {"article": is_defined(name) if kind == "subject" else takes_article(name, kind)}


@lru_cache(maxsize=4096)
def takes_article(name: str, kind: str) -> bool:
    """Whether running text puts "the" before the name of a partner.

    ``kind`` is the kind of the partner. The table ``head_nouns`` decides it by the noun at the
    end of the name, or before "of" and the like. Where it says nothing, a parliament has the
    article (the Sejm), and any other name is a proper name and has none.

    >>> takes_article("Ministry of Culture of Belarus", "ministry")
    True
    >>> takes_article("Leipzig University", "university")
    False
    """
    grammar = _grammar(tables_of("en"))
    whole = grammar.beside.sub("", name[:_LONGEST_NAME])
    alone = grammar.heads.get(whole, {}).get("alone")
    if alone or grammar.has_own.match(name):
        return alone == "yes"
    head, *rest = grammar.complement.split(whole, maxsplit=1)
    if _NUMBER.search(head):
        return False
    if rest:
        return _has(head, "complement", kind) or kind in _ALWAYS
    if kind in _FIRMS:
        # Their names are proper names, but for a few nouns: the Tennessee Valley Authority.
        return kind in _kinds(head)
    is_told = _is_described_territory if kind in _TERRITORIES else _begins
    return _has(head, "last", kind) or is_told(head, kind) or kind in _ALWAYS


def _begins(head: str, kind: str) -> bool:
    """Whether a name begins with a word that brings the article."""
    first = head.partition(" ")[0].lower()
    return kind not in _PROPER and "first" in _grammar(tables_of("en")).heads.get(first, {})


def is_description(words: Iterable[str]) -> bool:
    """Whether words say no more than where something lies.

    >>> is_description(["Far", "North"]), is_description(["North", "Holland"])
    (True, False)
    """
    return {word.lower() for word in words} <= _listed(tables_of("en"), "description")


def _is_described_territory(head: str, _: str) -> bool:
    """Whether a type word has a description before it, or the adjective of a land."""
    *words, last = head.split(" ")
    if not words or last.lower() not in _listed(tables_of("en"), "type"):
        return False
    if is_description(words):
        return True
    # Fujian Province is no adjective; South Bohemian and Moravian-Silesian are.
    is_compound = "-" in words[-1] or is_description(words[:1]) or last == "Voivodeship"
    return words[-1].endswith("ian") and is_compound


@lru_cache(maxsize=8)
def _listed(tables: Tables, row: str) -> frozenset[str]:
    return frozenset(listed(tables.rows("name_words").get(row, {}).get("words", "")))


def _kinds(head: str) -> list[str]:
    """The kinds of partners that have the article before the last word of their names."""
    row = _grammar(tables_of("en")).heads.get(head.lower().rpartition(" ")[2], {})
    return listed(row.get("last", ""))


def _has(head: str, place: str, kind: str) -> bool:
    """Whether the noun at the end of a text brings the article in such a place."""
    heads = _grammar(tables_of("en")).heads
    words = head.lower().replace("'", "’").split(" ")
    wanted = {"territory"} if place == "last" and kind in _TERRITORIES else {"yes", kind}
    for length in range(_LONGEST_HEAD, 0, -1):
        row = heads.get(" ".join(words[-length:]), {})
        if place in row:
            return not wanted.isdisjoint(listed(row[place]))
    last = words[-1].rpartition("-")[2]
    return last != words[-1] and _has(last, place, kind)


@lru_cache(maxsize=8)
def _grammar(tables: Tables) -> _Grammar:
    words = {
        name: "|".join(map(re.escape, sorted(_listed(tables, name))))
        for name in ("beside", "complement", "legal_form", "owner", "owner.common")
    }
    return _Grammar(
        tables.rows("head_nouns", "noun"),
        re.compile(f" (?:{words['complement']}) "),
        re.compile(
            rf" (?:\([^()]*\)$|[–—“\"«„‘]|(?:{words['beside']}) ).*"
            # A comma may stand in a list, too: the Foreign, Commonwealth and Development Office.
            r"|, (?!.* (?:and|&) ).*"
        ),
        re.compile(
            rf"(?i:the) |.*[ ,](?:{words['legal_form']})$|(?:{words['owner']}) "
            rf"|(?!(?i:{words['owner.common']})s?[’'])\w+(?:[’']s|s[’']) "
        ),
    )
