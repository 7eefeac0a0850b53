"""Ministries that nobody has recorded, known by the portfolios in their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache

from bilateral import reference
from bilateral.errors import UnknownCode
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.words import Text
from bilateral.reference.ministries import body_in_charge, composed_ministry
from bilateral.tables import listed

__all__ = ["has_own_head", "has_portfolios", "ministry_named"]

#: Codes of portfolios by the stems of words.
_Codes = Mapping[tuple[str, ...], tuple[str, ...]]
# What stands in the columns of the table ``portfolios`` after the head noun.
_COLUMNS = ("nom", "gen", "alone", "after")


def ministry_named(names: KnownNames, country: str) -> Partner | None:
    """The ministry of a state whose name is a head noun, portfolios, and that state at most.

    That of the reference data if it has just these portfolios, else one made by rule.
    """
    text = names.text
    count = len(text.words)
    end = next((i for i in range(1, count) if names.is_only_state(i, count, country)), count)
    portfolios = _portfolios(lexicon(names.lang))
    if end == count and _may_be_of_unit(names, country):
        return None
    codes = portfolios.short.get(_stems(text, 0, end))
    head = names.first_head(0, count)
    if codes is None and head is not None and head.kind is PartnerKind.MINISTRY:
        before = text.after_article(0, head.start)
        if before == head.start or names.is_only_country(before, head.start):
            codes = portfolios.read(_stems(text, head.end, end))
    if codes is None:
        own = _own_head(names.lang, country)
        stems = tuple(word.stem for word in text.words[: len(own)])
        codes = portfolios.read(_stems(text, len(own), end)) if own and stems == own else None
    return _ministry(country, codes) if codes else None


def has_own_head(names: KnownNames, country: str) -> bool:
    """Whether a name begins with what a state calls its ministries, which is another noun."""
    own = _own_head(names.lang, country)
    return bool(own) and tuple(word.stem for word in names.text.words[: len(own)]) == own


def has_portfolios(names: KnownNames, country: str) -> bool:
    """Whether such a name goes on with a list that begins with a portfolio: of *Food and* the Sea.

    What the others are called, no table may know.
    """
    text, start = names.text, len(_own_head(names.lang, country))
    places = range(start + 1, len(text.words))
    end = next((i for i in places if "," in text.gap(i) or text.role(i, "and")), start)
    return bool(_portfolios(lexicon(names.lang)).read(_stems(text, start, end))) and end > start


def _may_be_of_unit(names: KnownNames, country: str) -> bool:
    """Whether a ministry that does not say whose it is may be that of a unit: of a Land."""
    has_units = "units" in reference.ministry_styles().get(country, {})
    return has_units and not has_own_head(names, country)


def _own_head(lang: str, country: str) -> tuple[str, ...]:
    """The stems of what a state calls its ministries, where that is no ministry: department."""
    key = reference.ministry_styles().get(country, {}).get("head", "")
    phrase = lexicon(lang).phrase("vocabulary", key)
    return tuple(word.stem for word in Text(phrase.nom, lang).words) if phrase else ()


def _ministry(country: str, codes: Sequence[str]) -> Partner | None:
    body = body_in_charge(country, codes)
    if body and {*listed(reference.institutions()[body]["portfolios"])} == {*codes}:
        return Partner.institution(body)
    with suppress(UnknownCode):
        return Partner(**composed_ministry(country, codes))
    return None


def _stems(text: Text, start: int, end: int) -> tuple[str, ...]:
    return tuple(text.words[i].stem for i in range(start, end) if not text.is_small(i))


class _Portfolios:
    """The names of portfolios in a language, by the stems of their words."""

    def __init__(self, found: _Codes, short: _Codes) -> None:
        self._found = found
        self._longest = max(map(len, found), default=0)
        #: The short names of whole ministries: МИД, Außenministerium.
        self.short: _Codes = short

    def read(self, stems: tuple[str, ...]) -> tuple[str, ...] | None:
        """The portfolios that the words name one after the other, if they name nothing else."""
        if not stems:
            return ()
        for length in range(min(self._longest, len(stems)), 0, -1):
            codes = self._found.get(stems[:length])
            rest = codes and self.read(stems[length:])
            if codes and rest is not None:
                return tuple(dict.fromkeys([*codes, *rest]))
        return None


@cache
def _portfolios(tables: Lexicon) -> _Portfolios:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    short: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code, row in tables.rows("portfolios").items():
        codes = tuple(code.split("+"))
        for name in _names(row):
            stems = _stems_of(name, tables.lang)
            # The name of one counts more than what another is also called.
            if stems and (stems not in found or name == row.get("nom")):
                found[stems] = codes
        for name in listed(row.get("short", "")):
            short[_stems_of(name, tables.lang)] = codes
    return _Portfolios(found, short)


def _stems_of(name: str, lang: str) -> tuple[str, ...]:
    text = Text(name, lang)
    return _stems(text, 0, len(text.words))


def _names(row: Mapping[str, str]) -> Iterator[str]:
    yield from (row[column] for column in _COLUMNS if column in row)
    yield from listed(row.get("aliases", ""))
