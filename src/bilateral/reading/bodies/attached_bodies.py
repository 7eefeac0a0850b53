"""Public bodies by what they are attached to or are for: центр при Президенте, совет по науке."""

from __future__ import annotations

from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import WATERS, KnownNames

__all__ = ["is_of_states", "public_body_of"]

# Within how many words a name says that several states have the body.
_FIRST_WORDS: Final = 2
# What has bodies attached to it.
_AUTHORITIES: Final = frozenset(
    {
        PartnerKind.GOVERNMENT,
        PartnerKind.HEAD_OF_STATE,
        PartnerKind.MINISTRY,
        PartnerKind.PARLIAMENT,
        PartnerKind.REGIONAL_EXECUTIVE,
        PartnerKind.STATE_COMMITTEE,
    }
)


def public_body_of(names: KnownNames, start: int, end: int) -> PartnerKind | None:
    """The kind of a body of which the noun says none, if what stands behind it does.

    >>> from bilateral import parse_title
    >>> title = "Меморандум между Советом по туризму Шри-Ланки и Минспорта Кубы"
    >>> str(parse_title(title, "ru").parties[0].kind)
    'public_body'
    """
    noun = names.first_head(start, end)
    if noun is None or noun.kind is not None:
        return None
    is_public = _is_attached(names, noun, end) or _is_for_all(names, noun, start, end)
    return PartnerKind.PUBLIC_BODY if is_public else None


def is_of_states(names: KnownNames, start: int, end: int) -> bool:
    """Whether a public body of no country is one of several: the Interstate Aviation Committee.

    What is the Niger Basin's is, and what begins with a part of the world, or says so behind its
    noun: the Secretariat of the Pacific Community.
    """
    text, noun = names.text, names.first_head(start, end)
    stems = text.grammar.stems_of("of_states")
    begins = [start, *([names.after_of(noun.end, end)] if noun else ())]
    first = [i for begin in begins for i in range(begin, min(end, begin + _FIRST_WORDS))]
    is_of_waters = any(
        one.type == WATERS for i in first for _, named in names.at[i] for one in named
    )
    return is_of_waters or any(text.words[i].stem in stems for i in first)


def _is_attached(names: KnownNames, noun: Head, end: int) -> bool:
    """Whether the body is one of a government, or of a part of one: при Министерстве."""
    places = names.text.places("attached_to").items()
    heads = (names.first_head(i + n, end) for i, n in places if noun.end <= i < end)
    return any(head is not None and head.kind in _AUTHORITIES for head in heads)


def _is_for_all(names: KnownNames, noun: Head, start: int, end: int) -> bool:
    """Whether a state has the body for something: a council, or a centre that says that it has."""
    text, first = names.text, noun.start
    stem = text.words[first].stem
    is_for = bool(text.role(noun.end, "of_body", end)) and text.role(noun.end, "on", end) == 1
    states = text.grammar.stems_of("of_state")
    is_told = any(text.words[i].stem in states for i in range(start, first))
    is_telling = stem in text.grammar.stems_of("council") or is_told
    has_state = bool(names.countries(start, end))
    has_state = has_state or any(names.is_adjective(i) for i in range(start, first))
    return is_for and is_telling and has_state
