"""The kind of a document by who makes it.

Languages have one word for what states and what firms, universities or towns agree upon.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.partners import PartnerKind
from bilateral.reading.kinds import KindFinder, NamedKind

__all__ = ["TOWNS", "kind_by_makers", "kind_made_by"]

_Parties = Collection[PartnerKind | None]

_STATES: Final = frozenset({PartnerKind.GOVERNMENT, PartnerKind.STATE})
# Who makes no treaties.
_NO_TREATIES: Final = frozenset(
    {
        PartnerKind.ACADEMY,
        PartnerKind.ASSOCIATION,
        PartnerKind.BANK,
        PartnerKind.BROADCASTER,
        PartnerKind.CHAMBER,
        PartnerKind.COMPANY,
        PartnerKind.EXCHANGE,
        PartnerKind.HOLDING,
        PartnerKind.HOSPITAL,
        PartnerKind.MUSEUM,
        PartnerKind.NEWS_AGENCY,
        PartnerKind.PUBLIC_BODY,
        PartnerKind.RESEARCH_INSTITUTE,
        PartnerKind.SCHOOL,
        PartnerKind.SPORTS_BODY,
        PartnerKind.THEATRE,
        PartnerKind.UNIVERSITY,
    }
)
_FIRMS: Final = frozenset({PartnerKind.COMPANY, PartnerKind.HOLDING})
# Who has a partnership, and is no town.
_NO_TOWNS: Final = _NO_TREATIES | {
    PartnerKind.MINISTRY,
    PartnerKind.PARLIAMENT,
    PartnerKind.STATE_COMMITTEE,
}
#: Whose treaties are none: towns, regions and who rules them.
TOWNS: Final = frozenset(
    {
        PartnerKind.CITY,
        PartnerKind.CITY_COUNCIL,
        PartnerKind.CITY_EXECUTIVE,
        PartnerKind.DISTRICT,
        PartnerKind.DISTRICT_EXECUTIVE,
        PartnerKind.MUNICIPALITY,
        PartnerKind.REGION,
        PartnerKind.REGIONAL_EXECUTIVE,
    }
)
_RULERS: Final = _STATES | {PartnerKind.HEAD_OF_STATE}
# Who makes documents of a kind: one party of these at least, or one of whom nothing is known.
_OF_STATES: Final = _STATES | {PartnerKind.HEAD_OF_STATE, None}
_MAKERS: Final = {
    AgreementKind.TREATY: _OF_STATES,
    AgreementKind.ARRANGEMENT: _OF_STATES
    | {PartnerKind.MINISTRY, PartnerKind.STATE_COMMITTEE, PartnerKind.PUBLIC_BODY},
}


def kind_by_makers(
    named: NamedKind, kinds: KindFinder, parties: _Parties
) -> tuple[AgreementKind | None, bool]:
    """The first kind that words name or, by the kinds of the parties, what they mean by it.

    Also whether that is certain.
    """
    kind = next(iter(named.kinds), None)
    are_others = not _NO_TREATIES.isdisjoint(parties)
    if kind is AgreementKind.TWINNING and parties and TOWNS.isdisjoint(parties):
        return _kind_of_partnership(kinds.by_last_part(named), parties)
    if kind is AgreementKind.FRIENDSHIP and parties:
        # What towns call so is no treaty, what states do is one.
        are_states = not {*parties} - _STATES - {None}
        parts = (kinds.by_last_part(named), kinds.by_head(named))
        is_treaty = are_states and AgreementKind.TREATY in parts
        # Of those of whom nothing is known, it may be either.
        is_open = is_treaty and _STATES.isdisjoint(parties)
        return AgreementKind.TREATY if is_treaty else kind, not is_open
    if kind is AgreementKind.TREATY and parties and TOWNS.issuperset(parties):
        # Their Vertrag and Kooperationsvertrag are no treaties, as their Staatsvertrag is.
        is_contract = kinds.may_be(named, AgreementKind.CONTRACT)
        other = AgreementKind.CONTRACT if is_contract else kind
        return AgreementKind.FRIENDSHIP if kinds.is_of_friendship(named.end) else other, True
    if kind is AgreementKind.TREATY and are_others and _RULERS.isdisjoint(parties):
        # Companies and universities make none, whoever the other one is.
        is_contract = kinds.may_be(named, AgreementKind.CONTRACT)
        return AgreementKind.CONTRACT if is_contract else kind, is_contract
    is_open = None in parties and _RULERS.isdisjoint(parties)
    if kind is AgreementKind.TREATY and (is_open or not _FIRMS.isdisjoint(parties)):
        # It may be a contract of those of whom nothing is known, or of a state with a firm.
        return kind, not kinds.may_be(named, AgreementKind.CONTRACT)
    return kind, True


def _kind_of_partnership(
    last: AgreementKind | None, parties: _Parties
) -> tuple[AgreementKind, bool]:
    """What others than towns call a partnership, by the last part of that word."""
    if _NO_TOWNS.isdisjoint(parties):
        # Of those of whom nothing is known, a Partnerschaftsvertrag may be another.
        return AgreementKind.TWINNING, last is None
    # The "partnership" of universities is no twinning of towns.
    other = last or AgreementKind.TWINNING
    return AgreementKind.CONTRACT if other is AgreementKind.TREATY else other, True


def kind_made_by(kind: AgreementKind | None, parties: _Parties) -> AgreementKind | None:
    """A kind; treaties and arrangements of others than states and ministries are agreements.

    So are the contracts of towns: they buy nothing of each other.

    >>> kind_made_by(AgreementKind.TREATY, [PartnerKind.CITY, PartnerKind.CITY])
    <AgreementKind.AGREEMENT: 'agreement'>
    """
    makers = _MAKERS.get(kind) if kind and parties else None
    is_other = makers is not None and makers.isdisjoint(parties)
    is_other |= kind is AgreementKind.CONTRACT and bool(parties) and TOWNS.issuperset(parties)
    return AgreementKind.AGREEMENT if is_other else kind
