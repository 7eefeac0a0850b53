"""Whose list it is: the side that its titles leave out, and that comes first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from bilateral import reference
from bilateral.errors import UnknownCode
from bilateral.partners import Partner, PartnerKind, check_named
from bilateral.sectors import Sector

__all__ = ["Home"]

_MAKERS: dict[PartnerKind, Callable[[str], Partner]] = {
    PartnerKind.STATE: Partner.state,
    PartnerKind.GOVERNMENT: Partner.government,
    PartnerKind.REGION: Partner.subdivision,
    PartnerKind.CITY: Partner.subdivision,
    PartnerKind.REGIONAL_EXECUTIVE: Partner.regional_government,
    PartnerKind.CITY_EXECUTIVE: Partner.city_government,
}
_OF_STATES = (PartnerKind.STATE, PartnerKind.GOVERNMENT)


class Home:
    """A partner, or a country or unit by its code, whose list is read."""

    def __init__(self, who: Partner | str) -> None:
        if isinstance(who, str):
            check_named(who, ())
            who = reference.country_code(who) or who
            if who in reference.institutions():
                who = Partner.institution(who)
        self._who = who
        self.country: str | None = who.country if isinstance(who, Partner) else who[:2]

    def own_names(self) -> tuple[tuple[Partner, ...], tuple[Sector, ...]]:
        """The partner whose list it is, so that its name is known (see `Names`)."""
        return ((self._who,) if isinstance(self._who, Partner) else ()), ()

    def partner(self, id: str) -> Partner:
        """The partner with an id; `KeyError` if it is not the one whose list it is."""
        return {one.id: one for one in self.own_names()[0]}[id]

    @property
    def is_country(self) -> bool:
        """Whether it is the list of a whole country."""
        return isinstance(self._who, str) and self._who == self.country

    def has(self, partner: Partner) -> bool:
        """Whether a partner is, or belongs to, the one whose list it is."""
        if isinstance(self._who, Partner):
            return self._who.id == partner.id
        return partner.is_of(self._who)

    def beside(self, kind: PartnerKind | None) -> Partner | None:
        """Who signs beside a partner of a kind; `None` if that is not certain.

        >>> Home("BY").beside(PartnerKind.GOVERNMENT).id
        'by-government'
        >>> Home("BY").beside(PartnerKind.MINISTRY) is None
        True
        """
        if isinstance(self._who, Partner):
            return self._who
        is_unit = "-" in self._who
        make = _MAKERS.get(kind) if kind else None
        if make is None or is_unit == (kind in _OF_STATES):
            return None
        with suppress(UnknownCode):
            partner = make(self._who)
            return partner if partner.kind is kind else None
        return None
