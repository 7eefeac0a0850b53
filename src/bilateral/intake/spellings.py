"""The names that no table has, as a list writes them: one partner for all its spellings."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache

import attrs

from bilateral.intake.places import Placed
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.bodies.legal_forms import behind_legal_form

__all__ = ["Spelling", "Who", "Written"]

_MARK = 6
# Two of one name are told apart by their legal forms.
_FIRMS = frozenset({PartnerKind.BANK, PartnerKind.COMPANY, PartnerKind.HOLDING})


@attrs.frozen
class Spelling:
    """A party that no table has: what it is, where, and the words of its name.

    ``place`` tells it from others of its name in its country. Two spellings are equal if they
    differ in no more than what people write in several ways.
    """

    kind: PartnerKind
    country: str | None
    words: str
    place: str
    text: str = attrs.field(eq=False)


#: Who stands in a list: a known partner, or one that is made when the whole list is read.
Who = Partner | Spelling


class Written:
    """Keeps the ways in which parties are written, and makes their partners in the end."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._spelt_as: dict[Spelling, Counter[Partner]] = {}
        self._places: dict[Spelling, str] = {}
        self._general: set[Spelling] = set()
        self._made: dict[Spelling, Partner] = {}
        self._known: dict[str, Partner] = {}

    def note(self, partner: Partner) -> None:
        """Take a partner that a table has."""
        self._known[partner.id] = partner

    def spelling(
        self, partner: Partner, behind: Placed | None = None, *, is_general: bool = False
    ) -> Spelling:
        """The spelling of a partner that no table has, with the place behind its name.

        One that ``is_general`` has no name without that: the theatre.
        """
        name = partner.name.marked(self._lang)
        words = " ".join(_words(name, partner.kind, self._lang))
        mark = behind.mark if behind else ""
        spelling = Spelling(partner.kind, partner.country, words, mark, name)
        self._spelt_as.setdefault(spelling, Counter())[partner] += 1
        if behind:
            self._places.setdefault(spelling, behind.place)
        if is_general:
            self._general.add(spelling)
        return spelling

    def made(self, who: Who) -> Partner:
        """The partner; one that no table has gets the name by which it is mostly called.

        To be asked when the whole list has been read.
        """
        if isinstance(who, Partner):
            return who
        if who not in self._made:
            self._settle()
        return self._made[who]

    def _settle(self) -> None:
        """Make the partners of all spellings: one for an id, and none with that of a known one."""
        by_id: dict[str, Partner] = {}
        for spelling, usual in self._usual().items():
            partner = self._told_apart(usual)
            self._made[spelling] = by_id.setdefault(partner.id, partner)

    def _told_apart(self, partner: Partner) -> Partner:
        """A partner without the id of a known one, or that one if it is what it is."""
        known = self._known.get(partner.id)
        if known is None:
            return partner
        if (known.kind, known.country) == (partner.kind, partner.country):
            return known
        mark = _mark(partner.name.marked(self._lang))
        return attrs.evolve(partner, id=f"{partner.id}-{mark}")

    def _usual(self) -> dict[Spelling, Partner]:
        """The partner of each spelling with the name that is written most, the commonest first.

        A place is part of it only where there are others of that name in other places, or where
        it is no name without it.
        """
        alike: dict[Spelling, list[Spelling]] = {}
        for one in self._spelt_as:
            alike.setdefault(attrs.evolve(one, place=""), []).append(one)
        found: dict[Spelling, Counter[Partner]] = {}
        for several in alike.values():
            places = {one.place for one in several if one.place}
            if len(places) > 1 or not self._general.isdisjoint(several):
                found |= {one: self._with_place(one) for one in several}
            else:
                whole = sum((self._spelt_as[one] for one in several), Counter[Partner]())
                found |= dict.fromkeys(several, whole)
        first = sorted(found, key=lambda one: (-found[one].total(), one.words, one.kind.value))
        return {one: _most_usual(found[one], self._lang) for one in first}

    def _with_place(self, spelling: Spelling) -> Counter[Partner]:
        """The partners of a spelling with their place in their names and ids."""
        place = self._places.get(spelling) if spelling.place else None
        if place is None:
            return self._spelt_as[spelling]
        found: Counter[Partner] = Counter()
        for partner, count in self._spelt_as[spelling].items():
            name = f"{partner.name.marked(self._lang)} ({place})"
            mark = spelling.place if spelling.place.isascii() else _mark(spelling.place)
            made = attrs.evolve(partner, id=f"{partner.id}-{mark}", name={self._lang: name})
            found[made] += count
        return found


def _most_usual(made: Counter[Partner], lang: str) -> Partner:
    """The partner with the name that is written most, or else in the most letters."""

    def place(one: Partner) -> tuple[int, int, str]:
        name = one.name.marked(lang)
        return -made[one], -len(name), name

    return min(made, key=place)


def _words(name: str, kind: PartnerKind, lang: str) -> tuple[str, ...]:
    """The stems of a name, whatever of it is abbreviated, without the legal form of a body."""
    named = behind_legal_form(name, lang) if kind not in _FIRMS else None
    if named is not None:
        name = named[1]
    words = grammar(lang)
    short = _short_words(lexicon(lang))
    key = " ".join(short.get(word, word) for word in fold(name).replace(".", " ").split())
    return words.stems(key)


@cache
def _short_words(tables: Lexicon) -> dict[str, str]:
    """What is said in full by what words of names are abbreviated to: Univ., TU, им."""
    return {short: whole for whole, short in grammar(tables.lang).pairs("short_word")}


def _mark(name: str) -> str:
    """Some letters and digits that tell a name from others."""
    return hashlib.sha256(fold(name).encode(errors="surrogatepass")).hexdigest()[:_MARK]
