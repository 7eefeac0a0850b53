"""What in a title that has been read looks as if it had been read wrongly."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from bilateral import reference
from bilateral.agreements import years_of
from bilateral.dates.partial_dates import PartialDate
from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.bodies.known_names import KnownNames, Span
from bilateral.reading.kinds import COMMON_WORDS, KindFinder
from bilateral.reading.parties import Parties, Party, Sides
from bilateral.reading.side_places.found_sides import FoundSides
from bilateral.reading.side_places.side_words import OF_TOWNS
from bilateral.reading.title_parts.subjects import common_name
from bilateral.reading.words import DASHES, Text, are_in_order, is_general, within
from bilateral.reference.territories import country_of_sign
from bilateral.sectors import Sector

__all__ = ["are_of_other_years", "doubts"]

# Kinds of parties that conclude documents with each other.
_GROUPS: Final[tuple[frozenset[PartnerKind], ...]] = tuple(
    map(
        frozenset,
        (
            (
                PartnerKind.STATE,
                PartnerKind.GOVERNMENT,
                PartnerKind.HEAD_OF_STATE,
            ),
            (PartnerKind.MINISTRY, PartnerKind.STATE_COMMITTEE),
            (
                PartnerKind.REGION,
                PartnerKind.REGIONAL_EXECUTIVE,
                PartnerKind.REGIONAL_COUNCIL,
                PartnerKind.CITY,
                PartnerKind.CITY_EXECUTIVE,
                PartnerKind.CITY_COUNCIL,
                PartnerKind.DISTRICT,
                PartnerKind.DISTRICT_EXECUTIVE,
                PartnerKind.MUNICIPALITY,
            ),
            (
                PartnerKind.UNIVERSITY,
                PartnerKind.SCHOOL,
                PartnerKind.RESEARCH_INSTITUTE,
                PartnerKind.ACADEMY,
            ),
            (PartnerKind.COMPANY, PartnerKind.HOLDING, PartnerKind.BANK, PartnerKind.EXCHANGE),
            (PartnerKind.PARLIAMENT,),
            (PartnerKind.HOSPITAL,),
            (PartnerKind.MUSEUM,),
            (PartnerKind.THEATRE,),
        ),
    )
)
_STATES: Final = _GROUPS[0]
_FIRMS: Final = next(group for group in _GROUPS if PartnerKind.COMPANY in group)
# A borough or a county may be a town or a region as well: those with whom it agrees tell.
_DISTRICTS: Final = frozenset({PartnerKind.DISTRICT, PartnerKind.DISTRICT_EXECUTIVE})
_UNITS: Final = next(group for group in _GROUPS if group >= _DISTRICTS)
# Who may agree with a state or a government.
_WITH_STATES: Final = frozenset(
    {
        PartnerKind.CITY,
        PartnerKind.INTERNATIONAL_ORG,
        PartnerKind.REGION,
        PartnerKind.REGIONAL_EXECUTIVE,
    }
)
_PLACES: Final = frozenset({PartnerKind.CITY, PartnerKind.REGION, PartnerKind.STATE})
_WITH_YEAR: Final = re.compile(r" (?:1[5-9]|20)[0-9]{2}\Z")
_SIGN: Final = re.compile(r"\(([A-Z]{1,3})\)\Z")
# What is in brackets behind a name without a capital letter says something else: (text not seen).
_REMARK: Final = re.compile(r" [(\[](?=[^)\]]*[^\W\d_]{2})[^A-ZА-ЯЁÄÖÜ)\]]+[)\]]\Z")
_LONGEST_PARTY: Final = 25
_TWO: Final = 2
# The noun of a body and the attributes before it: National Scientific Council.
_ATTRIBUTES: Final = 3


def doubts(
    parties: Parties,
    kinds: KindFinder,
    sides: FoundSides,
    left: Iterable[Span],
    sectors: Iterable[Sector],
) -> Iterator[str]:
    """The fields that may be wrong, by what is left in the words that are no parties.

    ``left`` are the words of the subject and those that were not understood.
    """
    about = list(left)
    text, names = parties.text, parties.names
    own = _countries(sides.sides)
    known = own | _named_parties(sides, names)
    # Between two states: the railway from Vienna to Prague.
    inside = own if _are_states(sides.sides) else ()
    has_place = any(_names_place(names, *span, known, inside) for span in about)
    has_place = has_place or (
        not tuple(sectors) and any(_may_be_named(text, i, sides.span[1]) for i, _ in about)
    )
    # Where one party was found, the other may be there: Contract: A with B.
    if has_place or (len(sides.sides) == 1 and any(_opens_name(text, i) for i, _ in about)):
        yield "subject"
    if (
        len(sides.sides) == 1
        or has_place
        or _is_second_between(text, sides, names)
        or _is_third_joined(names, sides.span[1])
        or not _are_alike(sides.sides, has_boroughs=bool(text.grammar.words("head.last")))
        or _are_of_one_country(sides.sides)
        or _may_share_head(sides.sides)
        or _are_firms_of_towns(sides.sides, kinds)
        or any(_is_odd(party, parties) for side in sides.sides for party in side)
    ):
        yield "sides"
    if any(_WITH_YEAR.search(party.text) for side in sides.sides for party in side):
        # That of the document, or of an event.
        yield from ("sides", "period")
    for i, j in about:
        inner = text.span(i, j)
        # What is in brackets may say how the document is: договор (рамочный).
        is_beside = "(" in text.gap(i)
        if is_beside or inner.count("(") != inner.count(")") or _names_document(kinds, i, j):
            yield "subject"
    if not tuple(sectors) and any(
        _says_something(parties, *span) and not common_name(text.span(*span), text.grammar.lang)
        for span in about
    ):
        yield "sectors"


def are_of_other_years(sides: Sides, day: PartialDate | None) -> bool:
    """Whether a party is of a country of the past that was not there on a day.

    A period that begins while it was there is one of its documents.
    """
    codes = {party.country for side in sides for party in side} if day else set[str | None]()
    past = [years_of(code) for code in codes if code in reference.former_countries()]
    return any(day.is_before(years) or day.is_after(years) for years in past if day)


def _countries(sides: Sides) -> frozenset[str | None]:
    """The countries of both sides: training in one of them tells of no further party."""
    are_both = len(sides) == _TWO
    return frozenset(party.country for side in sides for party in side if are_both)


def _named_parties(sides: FoundSides, names: KnownNames) -> frozenset[str]:
    """What both sides name: the headquarters of one of them are no further party."""
    places = within(names.named, *sides.span) if len(sides.sides) == _TWO else ()
    return frozenset(one.code for i in places for _, entries in names.at[i] for one in entries)


def _names_place(
    names: KnownNames,
    start: int,
    end: int,
    known: Collection[str | None],
    inside: Collection[str | None],
) -> bool:
    """Whether a country or a body is named among some words, and not only by an adjective.

    Those ``known`` do not count, nor do regions ``inside`` of some, or where a party has its seat:
    in Vienna.
    """
    return any(
        stop <= end
        and any(
            entry.form not in ("adj", "proper")
            and entry.code not in known
            and not (names.text.role(i - 1, "place_in") and entry.code[:2] in known)
            and not (entry.type == "subdivision" and entry.code.partition("-")[0] in inside)
            for entry in entries
        )
        for i in within(names.named, start, end)
        for stop, entries in names.at[i]
    )


def _may_be_named(text: Text, i: int, end: int) -> bool:
    """Whether words behind the parties may belong to their names: ..., Kharagpur."""
    is_behind = 0 < end <= i
    return is_behind and text.words[i].is_capitalised and not text.is_small(i - 1)


def _names_document(kinds: KindFinder, start: int, end: int) -> bool:
    """Whether a kind of document is named among some words."""
    found = map(kinds.at, within(kinds.places, start, end))
    return any(
        named and COMMON_WORDS.isdisjoint(named.kinds) and not kinds.is_common_noun(named)
        for named in found
    )


def _opens_name(text: Text, i: int) -> bool:
    """Whether a name may begin behind a mark, and not what a document is about."""
    return text.gap(i).strip() in (":", ",") and text.words[i].is_capitalised


def _is_second_between(text: Text, sides: FoundSides, names: KnownNames) -> bool:
    """Whether there is a "between" that is not that of the parties, or between their countries."""
    (start, end), known = sides.span, _countries(sides.sides)
    # Behind two states, it is in what they agree upon: the line between two stations.
    are_states = len(known) == _TWO and None not in known and _are_states(sides.sides)
    return any(
        not start <= i < max(end, start + 1)
        and not (are_states and i >= end)
        and not _says_parties(text, i + n, end)
        and not (i >= end and known and {*names.countries(i, len(text.words))} == known)
        for i, n in text.places("between").items()
    )


def _are_states(sides: Sides) -> bool:
    """Whether all parties are states and their governments."""
    return all(party.kind in _STATES for side in sides for party in side)


def _is_third_joined(names: KnownNames, end: int) -> bool:
    """Whether a dash joins a further name to the parties: ASEAN–Australia–*New Zealand*.

    Or a comma a further body: between A and B, *the Council of* C.
    """
    text = names.text
    mark = text.gap(end).strip() if 0 < end < len(text.words) else ""
    if mark == ",":
        stop = next((i for i in text.marks if i > end), len(text.words))
        name = range(end, min(end + _ATTRIBUTES, stop))
        is_name = not any(map(text.is_small, name))
        return is_name and any(names.head(i, len(text.words)) for i in name)
    return mark in DASHES and bool(names.at[end])


def _says_parties(text: Text, i: int, end: int) -> bool:
    """Whether words behind the parties only point to them: between the two countries."""
    first = text.after_article(i, len(text.words))
    return 0 < end <= i and bool(text.role(first, "the_parties"))


def _says_something(parties: Parties, start: int, end: int) -> bool:
    """Whether some words say more than that the parties are friends and work together.

    What is only pointed to says nothing: see No. 5.
    """
    text = parties.text
    names = parties.names
    bodies = {
        k
        for n in within(names.named, start, end)
        for last, entries in names.at[n]
        if any(entry.type in ("institution", "subdivision") for entry in entries)
        for k in range(n, last)
    }
    stop = next((i for i in text.places("see") if start <= i < end), end)
    plain = text.grammar.stems_of("no_topic")
    return any(
        not (
            i in bodies
            or text.is_number(i)
            or is_general(text, i)
            or text.words[i].stem in plain
            or text.role(i, "signed")
            or (i + 1 == stop and _abbreviates(text, start, i))
            or names.is_adjective(i)
            or ("-" in text.words[i].key and parties.pair(i))
        )
        for i in range(start, stop)
    )


def _abbreviates(text: Text, start: int, i: int) -> bool:
    """Whether a word in brackets has initials of those before it: Joint Commission (JC)."""
    firsts = (text.words[n].text[0].upper() for n in range(start, i))
    return "(" in text.gap(i) and are_in_order(text.words[i].text, firsts)


def _are_of_one_country(sides: Sides) -> bool:
    """Whether both sides are of one country, so that the words may be one name: A and B – B.

    Two known parties are two.
    """
    homes = {party.country for side in sides for party in side}
    are_known = all(party.partner is not None for side in sides for party in side)
    return len(sides) == _TWO and len(homes) == 1 and None not in homes and not are_known


def _are_alike(sides: Sides, *, has_boroughs: bool) -> bool:
    """Whether a party of each side may conclude documents with one of the other.

    In some languages, what is called a district may be another unit: in Russian, it is none.
    """
    if len(sides) < _TWO:
        return True
    heads = [{party.text.partition(" ")[0].casefold() for party in side} for side in sides]
    if not heads[0].isdisjoint(heads[1]):
        # The government of a state, and that of a region.
        return True
    kinds = {party.kind for side in sides for party in side}
    are_units = has_boroughs and kinds <= _UNITS
    if are_units and not kinds.isdisjoint(_DISTRICTS) and not kinds <= _DISTRICTS:
        return False
    groups = [{_group(party.kind) for party in side} for side in sides]
    if any(None in group for group in groups) or not groups[0].isdisjoint(groups[1]):
        return True
    # Universities, ministries and firms agree with each other; states do so with few of them.
    return kinds.isdisjoint(_STATES) or not kinds.isdisjoint(_WITH_STATES)


def _may_share_head(sides: Sides) -> bool:
    """Whether a head noun may be that of both sides: the mayors of Minsk and Bonn."""
    if len(sides) < _TWO:
        return False
    first, *_, last = (party for side in sides for party in side)
    is_body = first.kind is None and first.partner is None and first.head is None
    return is_body and last.partner is not None and last.kind in _PLACES


def _are_firms_of_towns(sides: Sides, kinds: KindFinder) -> bool:
    """Whether a firm has what towns have: Hitachi and Toyota are both."""
    is_of_towns = kinds.first is not None and not OF_TOWNS.isdisjoint(kinds.first.kinds)
    return is_of_towns and any(party.kind in _FIRMS for side in sides for party in side)


def _group(kind: PartnerKind | None) -> int | None:
    return next((n for n, group in enumerate(_GROUPS) if kind in group), None)


def _has_topic(name: str, text: Text) -> bool:
    """Whether a word that begins a subject, and no name of a body, is in a party."""
    topics = {*text.grammar.words("topic")} - {*text.grammar.words("of_body")}
    return not topics.isdisjoint(name.casefold().split())


def _is_odd(party: Party, parties: Parties) -> bool:
    """Whether what was read as a party is not known, or looks like more, or like none."""
    return (
        not party.is_known
        # What two states share has no documents with one of them.
        or party.kind is PartnerKind.JOINT_BODY
        or party.text in parties.unknown
        or party.text.partition(" ")[0].isdigit()
        or (party.partner is None and _has_topic(party.text, parties.text))
        # Full communion, the Church of X: what a document is about stands before a party.
        or ("," in party.text and _is_small_before_name(party, parties.text))
        or party.text.count("(") != party.text.count(")")
        # Brunei (Ministry of Religious Affairs): that is who signs.
        or (party.kind in _STATES and _has_body_in_brackets(party.text, parties.text.grammar.lang))
        or ("," in party.text and _are_several(Text(party.text, parties.text.grammar.lang)))
        or party.text.count(" ") >= _LONGEST_PARTY
        or _is_abroad(party)
        or (party.partner is None and (" – " in party.text or " / " in party.text))
        or (party.partner is None and _begins_with_initials(party.text, parties))
        or _has_partner_in_it(party, parties.text)
        or _REMARK.search(party.text) is not None
    )


def _is_small_before_name(party: Party, text: Text) -> bool:
    """Whether a name begins with a small letter in a language whose names have capital ones."""
    has_capitals = bool(text.grammar.words("head.last"))
    return has_capitals and party.text[:1].islower() and not party.head


def _has_partner_in_it(party: Party, text: Text) -> bool:
    """Whether a place has "with" in its name: of a clinic, Khujand *with* that of B."""
    words = {*text.grammar.words("with")}
    is_place = party.kind is not None and party.kind.is_territory
    return is_place and not words.isdisjoint(party.text.split())


def _has_body_in_brackets(name: str, lang: str) -> bool:
    """Whether the noun of a body stands in brackets behind a name."""
    inner = name.partition("(")[2]
    return bool(inner) and bool(HeadNouns(Text(inner, lang)).places)


def _is_abroad(party: Party) -> bool:
    """Whether the sign of another country stands behind a party: Uni Freiburg (CH)."""
    sign = _SIGN.search(party.text)
    home = country_of_sign(sign[1]) if sign else None
    return home is not None and home != party.country


def _begins_with_initials(name: str, parties: Parties) -> bool:
    """Whether the initials of a body stand before another name: DWD und Institut für Wetter."""
    if not name.split(maxsplit=1)[0].isupper():
        return False
    text = Text(name, parties.text.grammar.lang)
    is_joined = len(text.words) > 1 and bool(text.role(1, "and"))
    return is_joined and text.words[0].text.isupper() and not text.text.isupper()


def _are_several(text: Text) -> bool:
    """Whether the nouns of two bodies of one kind end before a comma and at the end of a name."""
    commas = [i for i in text.marks if text.gap(i).strip() == ","]
    heads = HeadNouns(text)
    last = {heads.at(i, len(text.words)) for i in heads.places}
    kinds = {head.kind for head in last if head and head.end == len(text.words)} - {None}
    return any(head and head.end in commas and head.kind in kinds for head in last)
