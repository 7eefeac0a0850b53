"""The places of one list whose country it tells: after Porvoo (Finland), the Porvoo Museum."""

from __future__ import annotations

from bilateral.intake.places import place_with_country
from bilateral.language.folding import fold, grammar
from bilateral.reading.parties import Party

__all__ = ["ToldPlaces"]


class ToldPlaces:
    """What the parties of one list tell of where the places are that no table has.

    >>> places = ToldPlaces("en")
    >>> places.learn(Party("Porvoo (Finland)", country="FI"))
    >>> places.country_in("Porvoo City Library"), places.whole("Porvoo")
    ('FI', 'Porvoo (Finland)')
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._countries: dict[tuple[str, ...], set[str]] = {}
        self._written: dict[tuple[str, ...], str] = {}

    def learn(self, party: Party) -> None:
        """Take where a party is that is a place with its country behind it."""
        place = place_with_country(party.text, self._lang)
        if place is None or party.country is None:
            return
        words = self._stems(place.name)
        self._countries.setdefault(words, set()).add(party.country)
        if party.case == "nom":
            self._written.setdefault(words, place.text)

    def whole(self, text: str) -> str | None:
        """The place that a text is, as the list names it with its country."""
        words = self._stems(text)
        return self._written.get(words) if self._country_of(words) else None

    def country_in(self, text: str) -> str | None:
        """The country of the places that are named in a text; none if these are several."""
        words = self._stems(text)
        spans = (words[i:end] for i in range(len(words)) for end in range(i + 1, len(words) + 1))
        found = {country for one in spans if (country := self._country_of(one))}
        return found.pop() if len(found) == 1 else None

    def _country_of(self, words: tuple[str, ...]) -> str | None:
        found = self._countries.get(words, set())
        return next(iter(found)) if len(found) == 1 else None

    def _stems(self, text: str) -> tuple[str, ...]:
        return grammar(self._lang).stems(fold(text))
