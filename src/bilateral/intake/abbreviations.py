"""What a list abbreviates: "Karlsruher Institut für Technologie (KIT)" is KIT in all its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bilateral.language.folding import bare, fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parties import Party
from bilateral.reading.words import Text, are_in_order
from bilateral.tables import listed

__all__ = [
    "BRACKET",
    "IN_BRACKETS",
    "WITH_BRACKET",
    "Abbreviations",
    "are_initials",
    "explained",
    "is_abbreviation",
    "is_short_name",
    "may_explain",
    "short_names_of",
]

_ABBREVIATION = re.compile(r"[^\W\d_]*[A-ZÄÖÜА-ЯЁ][^\W\d_]*[A-ZÄÖÜА-ЯЁ][^\W_]*")
#: What stands in brackets at the end of a text.
BRACKET: re.Pattern[str] = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_DASH = re.compile(r"\s+[-–—]\s+")
#: What stands in brackets anywhere, and a name with what stands so behind it.
IN_BRACKETS: re.Pattern[str] = re.compile(r"\(([^()]*)\)")
WITH_BRACKET: re.Pattern[str] = re.compile(r"\A(.+?)\s*\(([^()]+)\)\Z")
_QUOTES = "«»„“”\"' "
_WORD = re.compile(r"[^\W\d_]+")
# Of two letters, many have the same.
_SHORTEST = 3


class Abbreviations:
    """The names for which abbreviations stand in one list.

    ``owners`` are those whose list it is: their initials are theirs without being explained.
    """

    def __init__(self, lang: str, owners: Iterable[Partner]) -> None:
        self._lang = lang
        self._meant: dict[str, dict[tuple[str, ...], Party]] = {}
        self._doubtful: dict[str, dict[tuple[str, ...], Party]] = {}
        self._owners = [
            Party(one.name.marked(lang), kind=one.kind, country=one.country, partner=one)
            for one in owners
        ]
        for party in self._owners:
            for short in {_initials(party.text, lang), _capitals(party.text)}:
                self.learn(short, party)

    def learn_above(self, text: str) -> None:
        """Take the abbreviations in brackets in the title of a list for that of whose it is."""
        for short in filter(is_abbreviation, IN_BRACKETS.findall(text)):
            for party in self._owners:
                self.learn(short, party)

    def learn(self, short: str, party: Party) -> None:
        """Take an abbreviation for that of a party; for certain if it has the letters for it."""
        if len(short) < _SHORTEST:
            return
        is_its = _has_letters(party.text, short)
        known = (self._meant if is_its else self._doubtful).setdefault(fold(short), {})
        known.setdefault(grammar(self._lang).stems(fold(party.text)), party)

    def meant(self, text: str) -> tuple[tuple[Party, ...], bool]:
        """The parties for which a text may stand as an abbreviation, and whether it does."""
        key = fold(text)
        known = self._meant.get(key, {})
        if owner := next((one for one in self._owners if self._is_short(text, one)), None):
            return (owner,), True
        doubtful = {**self._doubtful.get(key, {}), **known}
        return tuple((known or doubtful).values()), bool(known)

    def _is_short(self, text: str, owner: Party) -> bool:
        """Whether a text has the initials of an owner, and its state as it is behind its name."""
        short, _, place = text.partition(" ")
        if owner.country is None or not is_abbreviation(short) or not self._is_in(place, owner):
            return False
        words = owner.text.split()
        return any(
            _initials(" ".join(words[:cut]), self._lang) == short
            and self._is_in(" ".join(words[cut:]), owner)
            for cut in range(_SHORTEST - 1, len(words))
        )

    def _is_in(self, place: str, owner: Party) -> bool:
        """Whether a text names the state of an owner, and nothing else."""
        found = certain(place, self._lang, PARTNERS) if place else ()
        return bool(found) and all(
            (one.type, one.country) == ("country", owner.country) for one in found
        )


def short_names_of(country: str, lang: str) -> dict[str, str]:
    """What a state is abbreviated to, with its name as it stands behind that of a body.

    >>> short_names_of("TJ", "ru")
    {'РТ': 'Республики Таджикистан'}
    """
    names = lexicon(lang).rows("countries")
    rows = [names.get(key, {}) for key in (country, f"{country}.official")]
    written = [
        one for row in rows for key in ("short", "aliases") for one in listed(row.get(key, ""))
    ]
    phrase = Partner.state(country).name.best(lang)
    # Where the name has no cases, the usual one stands behind that of a body: University of PNG.
    whole = phrase and (phrase.gen or rows[0].get("nom") or phrase.nom)
    return {one: whole for one in written if whole and is_abbreviation(one)}


def may_explain(text: str) -> bool:
    """Whether an abbreviation may be explained in a text: a bracket or a dash, and capitals."""
    is_beside = IN_BRACKETS.search(text) or _DASH.search(text)
    return bool(is_beside and _ABBREVIATION.search(text))


def is_abbreviation(text: str) -> bool:
    """Whether a text is one word with several capitals: БГУ, BelCCI."""
    return bool(_ABBREVIATION.fullmatch(text))


def is_short_name(text: str, lang: str) -> bool:
    """Whether a text is an abbreviation, with a place behind it at most.

    >>> is_short_name("AQSIQ, China", "en"), is_short_name("SOS Village", "en")
    (True, False)
    """
    short, _, place = text.partition(" ")
    is_short = is_abbreviation(short.rstrip(",").replace("&", ""))
    return is_short and (not place or bool(certain(place, lang, PARTNERS)))


def explained(text: str, lang: str) -> tuple[str, str] | None:
    """The name and the abbreviation in a text that is these two, one of them in brackets.

    >>> explained("Deutsche Forschungsgemeinschaft (kurz DFG)", "de")
    ('Deutsche Forschungsgemeinschaft', 'DFG')
    >>> explained("DFG (Deutsche Forschungsgemeinschaft)", "de")
    ('Deutsche Forschungsgemeinschaft', 'DFG')
    >>> explained("DFG – Deutsche Forschungsgemeinschaft", "de")
    ('Deutsche Forschungsgemeinschaft', 'DFG')
    """
    bracket = BRACKET.search(text)
    if bracket is None or not bracket.start():
        return _beside_dash(text)
    before = text[: bracket.start()]
    inside = _called(lexicon(lang)).sub("", bracket[1]).strip(_QUOTES)
    if is_abbreviation(inside):
        return before, inside
    short = before.strip(_QUOTES)
    is_first = is_abbreviation(short) and " " in inside and _has_letters(inside, short)
    return (inside, short) if is_first else None


def _beside_dash(text: str) -> tuple[str, str] | None:
    """The name and the abbreviation on the two sides of a dash, if the one has its letters."""
    first, *others = _DASH.split(text)
    for name, short in ((first, *others), (*others, first)) if len(others) == 1 else ():
        if is_abbreviation(short) and " " in name and _has_letters(name, short):
            return name, short
    return None


@cache
def _called(tables: Lexicon) -> re.Pattern[str]:
    """What introduces an abbreviation: hereinafter, im Folgenden, далее."""
    words = sorted(grammar(tables.lang).words("henceforth"), key=len, reverse=True)
    return re.compile(rf"\A\s*(?:{'|'.join(map(re.escape, words))})\b[\s:–—-]*", re.IGNORECASE)


def _has_letters(name: str, short: str) -> bool:
    """Whether a name has the letters of an abbreviation, in their order, from that of a word on."""
    text, letters = bare(name), bare(short)
    beginnings = (word.start() for word in _WORD.finditer(text) if word[0][0] == letters[0])
    return any(are_in_order(letters, text[start:]) for start in beginnings)


def are_initials(short: str, name: str, lang: str) -> bool:
    """Whether an abbreviation has the initials of a name, each of them and no more.

    >>> are_initials("NIS", "Nationales Institut für Standards", "de")
    True
    """
    return short == _initials(name, lang)


def _initials(name: str, lang: str) -> str:
    """The initials of a name, without small words."""
    text = Text(name, lang)
    words = (word.text for i, word in enumerate(text.words) if not text.is_small(i))
    return "".join(part[0].upper() for word in words for part in word.split("-") if part)


def _capitals(name: str) -> str:
    """The initials of the words with capitals: small words of another language have none.

    >>> _capitals("Universidad Mayor de San Simón")
    'UMSS'
    """
    parts = (part for word in name.split() for part in word.split("-"))
    return "".join(part[0] for part in parts if part[:1].isupper())
