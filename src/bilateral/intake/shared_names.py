"""States that are abbreviated alike: beside the names of Kazakh bodies, РК is Kazakhstan."""

from __future__ import annotations

import re

from bilateral.intake.layout.party_columns import places_in
from bilateral.reading.parties import read_party

__all__ = ["SharedNames"]

# Between several states.
_SEVERAL = re.compile(r"[,/;&]|\s(?:and|und|и)\s")


class SharedNames:
    """What the partners of one list tell of the states that its column of countries may mean."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._told: dict[frozenset[str], set[str]] = {}

    def learn(self, place: str, party: str) -> None:
        """Take what the name of a party tells of the several states that a place may be in.

        >>> names = SharedNames("ru")
        >>> names.learn("РК", "Казахский институт земледелия")
        >>> names.meant(frozenset({"KR", "KZ"}))
        frozenset({'KZ'})
        """
        found = frozenset(places_in(place, self._lang))
        # Of several that are named, as in Georgia, USA, each may be meant.
        are_one_name = any(places_in(one, self._lang) == found for one in _SEVERAL.split(place))
        if len(found) > 1 and are_one_name:
            own = read_party(party, self._lang, None).country
            self._told.setdefault(found, set()).update(one for one in found if one == own)

    def meant(self, states: frozenset[str]) -> frozenset[str]:
        """The one of several states that the list means, or all of them."""
        told = self._told.get(states, ())
        return frozenset(told) if len(told) == 1 else states
