"""The English definite article, where the head noun of a name takes it for certain."""

from __future__ import annotations

import re
from typing import Final

from bilateral.text import Phrase

__all__ = ["derived_fields", "is_defined", "takes_article"]

# Common nouns that name a body or a state: with a complement they take the article.
_HEADS: Final = (
    "academy administration agency akimat archives assembly association authority board bureau "
    "cabinet center centre chamber chancellery city committee commission commonwealth congress "
    "consulate council court department directorate district duchy embassy emirate federation "
    "foundation fund government governorate hokimiyat house inspectorate institute kingdom league "
    "library ministry mission municipality museum office parliament prefecture principality "
    "province republic secretariat senate service society state sultanate treasury union"
).replace(" ", "|")
# Those that take it as the last word of a name, too.
_LAST: Final = (
    "administration agency akimat assembly association authority board bureau chancellery "
    "commission committee commonwealth council court department directorate embassy emirates "
    "federation foundation government hokimiyat inspectorate islands kingdom ministry office "
    "parliament prefecture principality republic secretariat senate service union"
).replace(" ", "|")
_TAKES: Final = re.compile(
    rf"((?:[\w’'-]+ ){{0,4}}(?:{_HEADS})|university)(?: general)? (?:of|for|on) .+|.*\b(?:{_LAST})",
    re.IGNORECASE,
)
# Words before "of" after which "the" would be wrong or doubtful.
_UNDEFINED: Final = frozenset(
    {"a", "an", "any", "every", "its", "no", "some", "the", "their"}
    | {"co-operation", "cooperation", "for", "in", "on", "to", "with"}
)
# A longer text before "of" may be anything.
_MOST_WORDS: Final = 3
# Their names are proper names, whatever words they are made of.
_FIRMS: Final = frozenset({"company", "holding"})
# Their names have no article but for a common noun.
_PLACES: Final = frozenset({"city", "district", "region"})


def is_defined(subject: str) -> bool:
    """Whether what a document is about takes "the", as a noun does that "of" says more about.

    >>> is_defined("reciprocal protection of investments"), is_defined("works of art")
    (True, False)
    """
    head, of, _ = subject.partition(" of ")
    words = head.split()
    is_short = len(words) <= _MOST_WORDS and head.islower()
    return bool(of) and is_short and head[-1] != "s" and _UNDEFINED.isdisjoint(words)


def derived_fields(phrase: Phrase, kind: str) -> dict[str, bool]:
    """The article of a name, where its wording or its kind decides it.

    >>> derived_fields(Phrase("Ministry of Culture of Belarus"), "ministry")
    {'article': True}
    """
    article = takes_article(phrase.nom, kind)
    return {} if article is None else {"article": article}


def takes_article(name: str, kind: str) -> bool | None:
    """Whether running text puts "the" before the name of a partner; `None` if that is open.

    ``kind`` is the kind of the partner.

    >>> takes_article("Ministry of Culture of Belarus", "ministry")
    True
    >>> takes_article("Minsk Tractor Works", "company")
    False
    >>> takes_article("Leipzig University", "university") is None
    True
    """
    if kind in _FIRMS or name[:4].lower() == "the ":
        return False
    if _TAKES.fullmatch(name):
        return True
    return False if kind in _PLACES else None
