"""Bodies with another noun before their own: the City of Hamburg Fire Department, the Rector of."""

from __future__ import annotations

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.executives import EXECUTIVES
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import KnownNames

__all__ = ["noun_behind_office", "noun_behind_unit"]

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


def noun_behind_office(names: KnownNames, noun: Head | None, start: int, end: int) -> Head | None:
    """The noun of the body of which somebody holds an office: the President *of the Senate*.

    Who is that of a place or a state is no body of it.
    """
    first = start + names.text.role(start, "office", end)
    begin = names.after_of(first, end)
    inner = names.first_head(begin, end) if start < first < begin < end else None
    is_body = inner is not None and inner.kind is not None and not inner.kind.is_territory
    return inner if is_body and inner and not inner.is_state else noun
