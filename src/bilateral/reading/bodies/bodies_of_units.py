"""Bodies that have the noun of a unit in their name: the City of Hamburg Fire Department."""

from __future__ import annotations

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.executives import EXECUTIVES
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import KnownNames

__all__ = ["noun_behind_unit"]

# What some cities are called themselves: the City of London Corporation.
_FIRMS = frozenset({PartnerKind.COMPANY, PartnerKind.HOLDING})


def noun_behind_unit(names: KnownNames, noun: Head | None, start: int, end: int) -> Head | None:
    """The noun of a body instead of a unit's before it, in a language where the last one counts.

    Where the last word is not understood, neither is the body: Lahti Region Consortium.
    """
    text = names.text
    if noun is None or noun.kind is None or not text.grammar.words("head.last"):
        return noun
    if not noun.kind.is_territory or noun.is_state or noun.end >= end:
        return noun
    last = next((one for one in names.heads(noun.end, end) if one.end == end), None)
    if last and last.kind is PartnerKind.GOVERNMENT:
        return last._replace(kind=EXECUTIVES.get(noun.kind))
    if last and last.kind not in _FIRMS:
        return noun if last.kind is None or last.kind.is_territory else last
    is_inner = (
        noun.start > start
        and text.gap(noun.end) == " "
        and text.words[noun.end].is_capitalised
        and not (text.is_small(noun.end) or names.at[noun.end])
    )
    return noun._replace(kind=None) if is_inner else noun
