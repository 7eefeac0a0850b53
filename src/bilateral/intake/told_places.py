"""The places of one list whose country it tells: after Porvoo (Finland), the Porvoo Museum."""

from __future__ import annotations

import re
from collections.abc import Collection

from bilateral.intake.places import place_with_country
from bilateral.language.folding import fold, grammar
from bilateral.reading.parties import Party

__all__ = ["ToldPlaces"]

# A name of one word, and where it ends: Лос-Алтоса (США).
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"\s*(?:[,(]|\Z)")
# What ends so may be a case of another name, too.
_VOWELS = frozenset("аеёиоуыэюя")
# The letters that a name has in all its cases.
_BEGINNING = 3


class ToldPlaces:
    """What the parties of one list tell of where the places are that no table has.

    >>> places = ToldPlaces("en")
    >>> places.learn([Party("Porvoo (Finland)", country="FI")])
    >>> places.country_in("Porvoo City Library"), places.whole("Porvoo")
    ('FI', 'Porvoo (Finland)')
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._countries: dict[tuple[str, ...], set[str]] = {}
        self._written: dict[tuple[str, ...], str] = {}
        self._names: dict[str, set[str]] = {}

    def hear(self, text: str) -> None:
        """Take the names of one word that stand in a text as they are without a word before."""
        for name in _NAME.findall(text):
            if name[0].isupper() and name[-1] not in _VOWELS:
                self._names.setdefault(fold(name)[:_BEGINNING], set()).add(name)

    def as_called(self, text: str, case: str) -> str | None:
        """A name of one word in the nominative, if the list has this elsewhere, or it tells it.

        >>> places = ToldPlaces("ru")
        >>> places.hear("соглашение с общиной Ловеч")
        >>> places.as_called("Ловечем (Болгария)", "ins"), places.as_called("Кухмо", "ins")
        ('Ловеч (Болгария)', 'Кухмо')
        """
        match = _NAME.match(text)
        if match is None or case == "nom" or not _END.match(text, match.end()):
            return None
        word, words = fold(match[0]), grammar(self._lang)
        known = self._names.get(word[:_BEGINNING], ())
        found = [one for one in known if fold(one) != word and words.is_form(word, fold(one))]
        if len(found) == 1:
            return found[0] + text[match.end() :]
        # What ends otherwise is the same in all cases.
        endings = words.words("ending.ins") if case == "ins" else ()
        return text if endings and match[0].istitle() and not word.endswith(endings) else None

    def learn(self, parties: Collection[Party]) -> None:
        """Take where the parties of a document are that are places with their country behind them.

        One beside another of its name does not tell where that is: Westport and Westport (US).
        """
        for party in parties:
            place = place_with_country(party.text, self._lang)
            if place is None or party.country is None:
                continue
            words = self._stems(place.name)
            told = self._countries.setdefault(words, set())
            told.add(party.country)
            if any(self._stems(one.text) == words for one in parties):
                told.add("")
            if party.case == "nom":
                self._written.setdefault(words, place.text)

    def whole(self, text: str) -> str | None:
        """The place that a text is, as the list names it with its country."""
        words = self._stems(text)
        return self._written.get(words) if self._country_of(words) else None

    def country_in(self, text: str) -> str | None:
        """The country of the places that are named in a text; none if these are several."""
        words, longest = self._stems(text), max(map(len, self._countries), default=0)
        spans = (words[i : i + n] for i in range(len(words)) for n in range(1, longest + 1))
        found = {country for one in spans if (country := self._country_of(one))}
        return found.pop() if len(found) == 1 else None

    def _country_of(self, words: tuple[str, ...]) -> str | None:
        found = self._countries.get(words, set())
        return next(iter(found)) if len(found) == 1 else None

    def _stems(self, text: str) -> tuple[str, ...]:
        return grammar(self._lang).stems(fold(text))
