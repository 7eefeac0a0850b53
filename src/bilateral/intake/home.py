"""Whose list it is: the side that its titles leave out, and that comes first."""

from __future__ import annotations

from collections.abc import Callable

from bilateral import reference
from bilateral.partners import Partner, PartnerKind, check_named
from bilateral.sectors import Sector

__all__ = ["Home"]

# Who signs for a state, beside another one that does.
_OF_STATES: dict[PartnerKind, Callable[[str], Partner]] = {
    PartnerKind.STATE: Partner.state,
    PartnerKind.GOVERNMENT: Partner.government,
}
_EXECUTIVES: dict[PartnerKind, Callable[[str], Partner]] = {
    PartnerKind.REGION: Partner.regional_government,
    PartnerKind.CITY: Partner.city_government,
}
_EXECUTIVE_KINDS = frozenset(
    {
        PartnerKind.CITY_EXECUTIVE,
        PartnerKind.DISTRICT_EXECUTIVE,
        PartnerKind.REGIONAL_EXECUTIVE,
    }
)


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
        make = _OF_STATES.get(kind) if kind and self.is_country else None
        if make is not None:
            return make(self._who)
        if kind is None or self.is_country or kind in _OF_STATES:
            return None
        unit = Partner.subdivision(self._who)
        if kind.is_territory:
            return unit
        govern = _EXECUTIVES.get(unit.kind) if kind in _EXECUTIVE_KINDS else None
        return govern(self._who) if govern else None
