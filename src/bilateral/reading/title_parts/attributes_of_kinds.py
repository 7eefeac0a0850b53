"""The words before a kind that belong to it: a *cultural and scientific* agreement."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.partners import PartnerKind
from bilateral.reading.kinds import NamedKind
from bilateral.reading.parties import Parties, Sides
from bilateral.reading.subjects import Subjects
from bilateral.reading.words import Text, is_general
from bilateral.sectors import Sector

__all__ = [
    "begin_of_designation",
    "lent",
    "meant_by",
    "qualifies",
    "says_relation",
    "sectors_of_kind",
    "tells_sector",
]

_DIVIDES: Final = re.compile(r"[:;()/–—]|\s-\s")
# The words of: Lizenz- und.
_HALF: Final = 2
# The most words of: Solidarity partnership.
_RELATION: Final = 2
# What a word of a sector means where such parties use it.
_MEANT: Final = {
    (PartnerKind.MUSEUM, "fairs"): "culture",
    (PartnerKind.THEATRE, "film"): "culture",
}
_BETWEEN_ATTRIBUTES: Final = (" ", "+ ", "-")


def begin_of_designation(named: NamedKind, start: int, parties: Parties) -> int:
    """The first word of what the document calls itself: a *Cotutelle* Agreement.

    What stands right before its kind belongs to that, unless it is a name or goes with a
    preposition.
    """
    text = parties.text
    changes = text.grammar.stems_of("change")
    endings = text.grammar.words("ending.attribute")
    first = named.start if named.kinds else start
    while (
        first > start
        and text.gap(first) in _BETWEEN_ATTRIBUTES
        and text.words[first - 1].is_capitalised
        and not (text.is_small(first - 1) or text.words[first - 1].has_figures)
        and not (parties.names.at[first - 1] or parties.names.head(first - 1, first))
        and not (parties.pair(first - 1) or text.role(first - 1, "signed"))
        and text.words[first - 1].stem not in changes
        and text.words[first - 1].key.endswith(endings or "")
    ):
        first -= 1
    if first - _HALF >= start and text.role(first - 1, "and") and _is_half(text, first - _HALF):
        # A *Lizenz- und* Wartungsvertrag.
        first -= _HALF
    begins_title = first == start or text.is_article(first - 1)
    return first if begins_title and first < named.start else named.start


def _is_half(text: Text, i: int) -> bool:
    """Whether a word is the first part of a compound that ends later: Lizenz- und ..."""
    return text.words[i].is_capitalised and text.gap(i + 1) == "- "


def qualifies(text: Text, start: int, end: int) -> bool:
    """Whether words before a kind are its attributes: a *cultural and scientific* agreement.

    What a colon, a dash or a bracket divides from it stands by itself.
    """
    gaps = [text.gap(i) for i in range(start + 1, end + 1)]
    return "," not in gaps[-1] and not any(map(_DIVIDES.search, gaps))


def says_relation(text: Text, start: int, end: int) -> bool:
    """Whether words before a colon only say what the parties have: Solidarity partnership: ..."""
    words = text.grammar.words("relation")
    is_before = end < len(text.words) and text.gap(end).strip() == ":"
    return is_before and end - start <= _RELATION and text.words[end - 1].key.endswith(words)


def tells_sector(text: Text, i: int) -> bool:
    """Whether an attribute of a kind says what about: Audiovisual, unlike Framework."""
    plain = text.grammar.stems_of("plain_attribute")
    word = text.words[i]
    return bool(plain) and not (word.stem in plain or text.is_number(i) or is_general(text, i))


def sectors_of_kind(named: NamedKind, subjects: Subjects) -> list[Sector]:
    """The sectors in the name of a kind: Handelsabkommen, minutes of the Trade Commission.

    A name of several words is one of its own: a road map is about no road.
    """
    is_of_body = AgreementKind.SESSION_PROTOCOL in named.kinds
    if is_of_body or named.end == named.start + 1:
        return subjects.sectors([(named.start, named.end)])
    return subjects.in_compound(named.start)


def lent(attributes: list[Sector], about: Collection[Sector], sides: Sides) -> list[Sector]:
    """The sectors before a kind; what museums lend, or is lent as heritage, is no money."""
    if all(one.code != "finance" for one in attributes):
        return attributes
    heritage = Sector("heritage")
    is_lent = heritage in about or any(p.kind is PartnerKind.MUSEUM for side in sides for p in side)
    return [heritage if is_lent and one.code == "finance" else one for one in attributes]


def meant_by(sectors: Iterable[Sector], kinds: Collection[PartnerKind | None]) -> list[Sector]:
    """The sectors as some kinds of parties mean them: an exhibition of museums is no fair.

    What theatres produce together is no film.
    """
    meant = {word: sector for (kind, word), sector in _MEANT.items() if kind in kinds}
    return [Sector(meant[one.code]) if one.code in meant else one for one in sectors]
