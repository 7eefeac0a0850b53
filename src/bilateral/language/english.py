"""The English definite article, where the head noun of a name takes it for certain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bilateral.tables import listed, tables_of
from bilateral.text import Phrase

__all__ = ["derived_fields", "is_defined", "takes_article"]

# Words before "of" after which "the" would be wrong or doubtful.
_UNDEFINED: Final = frozenset(
    {"a", "an", "any", "every", "its", "no", "some", "the", "their"}
    | {"co-operation", "cooperation", "for", "in", "on", "to", "with"}
)
# A longer text before "of" may be anything.
_MOST_WORDS: Final = 3
# Their names are proper names, but for those that say what they are: the State Company for Oil.
_FIRMS: Final = frozenset({"company", "holding"})
# Names with the noun at their end are proper names: Harvard University, Brest Region.
_PROPER: Final = frozenset({"bank", "city", "district", "municipality", "region", "school", "university"})
_TERRITORIES: Final = frozenset({"city", "district", "municipality", "region", "state"})
# Whatever they are called: the Sejm.
_ALWAYS: Final = frozenset({"parliament"})
_COMPLEMENT: Final = re.compile(
    r" (?:of|for|on|to|in|at|against|under|with|with regard to|and External Relations of) "
)
# What stands beside a name: an abbreviation, a name in quotes, a place.
_BESIDE: Final = re.compile(r" (?:\([^()]*\)$|[–—“\"«„‘]).*|, .*")
_LEGAL_FORM: Final = re.compile(
    r".*[ ,](?:Ltd|Inc|Corp|Co|LLC|LLP|PLC|plc|Limited|Incorporated|JSC|OJSC|CJSC|PJSC|AG|GmbH|SE"
    r"|S\.?A|S\.p\.A|SpA|a\.s|s\.r\.o|d\.o\.o|A/S|AB|ASA|Oyj?|N\.?V|B\.?V)\.?"
)
# A word in the possessive says whose a body is, as the article would; of the people it does not.
_WHOSE: Final = re.compile(r"(?:\w+(?:’s|'s|s’|s') |(?:His|Her) |HM ).*")
_WHOSE_OF_MANY: Final = re.compile(
    r"(?:people|children|women|men|youth|mayor|president|prosecutor|governor|citizen|consumer"
    r"|teacher|student|journalist|worker|farmer|employer|writer|artist|veteran|nation|speaker"
    r"|ombudsman|attorney|bar|trader|entrepreneur|merchant|chief)s?[’'].*",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 3


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

    ``kind`` is the kind of the partner. The table ``heads`` decides it by the noun at the end of
    the name, or before "of" and the like. Where it says nothing, a parliament has the article
    (the Sejm), and any other name is a proper name and has none.

    >>> takes_article("Ministry of Culture of Belarus", "ministry")
    True
    >>> takes_article("Leipzig University", "university")
    False
    """
    rows = tables_of("en").rows("heads", "noun")
    whole = _BESIDE.sub("", name, count=1)
    alone = rows.get(whole, {}).get("alone")
    if alone:
        return alone == "yes"
    if name[:4].lower() == "the " or _LEGAL_FORM.fullmatch(name):
        return False
    if _WHOSE.fullmatch(whole) and not _WHOSE_OF_MANY.match(whole):
        return False
    head, *rest = _COMPLEMENT.split(whole, maxsplit=1)
    if rest:
        return _has(head, "complement", kind)
    if kind in _FIRMS:
        return False
    if kind not in _PROPER and "first" in rows.get(head.split(" ")[0].lower(), {}):
        return True
    return _has(head, "last", kind) or kind in _ALWAYS


def _has(head: str, place: str, kind: str) -> bool:
    """Whether the noun at the end of a text brings the article in such a place."""
    rows = tables_of("en").rows("heads", "noun")
    words = head.lower().split(" ")
    for length in range(_LONGEST_HEAD, 0, -1):
        row = rows.get(" ".join(words[-length:]), {})
        if place in row:
            wanted = {"territory"} if place == "last" and kind in _TERRITORIES else {"yes", kind}
            return not wanted.isdisjoint(listed(row[place]))
    return False
