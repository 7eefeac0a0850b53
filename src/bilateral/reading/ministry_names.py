"""Ministries that nobody has recorded, known by the portfolios in their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache

from bilateral import reference
from bilateral.errors import UnknownCode
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import Partner, PartnerKind
from bilateral.reading.known_names import KnownNames
from bilateral.reading.words import Text
from bilateral.reference.ministries import body_in_charge, composed_ministry
from bilateral.tables import listed

__all__ = ["ministry_named"]

# What stands in the columns of the table ``portfolios`` after the head noun.
_COLUMNS = ("nom", "gen", "alone", "after")


def ministry_named(names: KnownNames, country: str) -> Partner | None:
    """The ministry of a state whose name is a head noun, portfolios, and that state at most.

    That of the reference data if it has just these portfolios, else one made by rule.
    """
    text = names.text
    count = len(text.words)
    head = names.first_head(0, count)
    if head is None or head.kind is not PartnerKind.MINISTRY:
        return None
    before = text.after_article(0, head.start)
    if before < head.start and not names.is_only_country(before, head.start):
        return None
    end = next((i for i in range(head.end, count) if names.is_only_state(i, count, country)), count)
    stems = _stems(text, head.end, end)
    codes = _portfolios(lexicon(names.lang)).read(stems)
    return _ministry(country, codes) if codes else None


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

    def __init__(self, found: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        self._found = found
        self._longest = max(map(len, found), default=0)

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
    for code, row in tables.rows("portfolios").items():
        for name in _names(row):
            text = Text(name, tables.lang)
            stems = _stems(text, 0, len(text.words))
            # The name of one counts more than what another is also called.
            if stems and (stems not in found or name == row.get("nom")):
                found[stems] = tuple(code.split("+"))
    return _Portfolios(found)


def _names(row: Mapping[str, str]) -> Iterator[str]:
    yield from (row[column] for column in _COLUMNS if column in row)
    yield from listed(row.get("aliases", ""))
