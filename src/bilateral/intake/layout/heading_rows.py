"""Rows of tables that are headings by how they look: merged across, or with a Roman number."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from bilateral.intake.cells import Cells
from bilateral.intake.layout.heading_words import heading_words, is_occasion
from bilateral.intake.layout.headings import Heading, read_heading
from bilateral.intake.tails import Tails
from bilateral.language.folding import fold
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.finding import certain
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.wire.sheets.protection import is_blank
from bilateral.wire.sheets.writing import Row

__all__ = ["Meetings", "is_across", "is_numbered", "is_of_home"]

_ROMAN = re.compile(r"[IVX]+[.)]\s+(?=[^\W\d_])")
_LETTER = re.compile(r"[A-ZА-Я][.)]\s+(?=[^\W\d_]{2})")
_NUMBERING = re.compile(r"(?:[IVX]+|\d{1,2}|[A-Z])[.)]\s+")
# Between the statements of a heading: Peru – Chile. Lima, ...; no abbreviation is so long.
_PIECES = re.compile(r"\s+[-–—]\s+|\s*[,;:()]\s*|(?<=[^\W\d_]{3})[.](?:\s+|\Z)")
_WHOLE = len(("month", "day"))
# The words of a heading that say that all below was signed.
_OPENING = len(("all", "documents", "have", "been", "signed"))
# Columns of what no record has its words in.
_WITHOUT_WORDS = frozenset({"counter", "expires", "in_force", "number", "signed", "validity"})


class Meetings:
    """Reads headings that say when the documents below were signed, and where or with whom.

    ``own`` is the country whose list it is.
    """

    def __init__(self, lang: str, cells: Cells, tails: Tails, own: str | None) -> None:
        self._lang, self._cells, self._tails, self._own = lang, cells, tails, own

    def above(self, text: str) -> Heading | None:
        """What a text above the whole list says of either."""
        return self.occasion(text, is_apart=True) or self.places(text)

    def occasion(self, text: str, *, is_apart: bool) -> Heading | None:
        """What a heading says of an occasion at which the documents below were signed.

        It begins with a word for it, or behind a preposition, or ends as headings do: During the
        visit to Peru (Lima, 3 May 2020), the following documents were signed.
        """
        if not (any(map(str.isdigit, text)) and self._may_be_occasion(text, is_apart=is_apart)):
            return None
        title, heading = parse_title(text, self._lang), read_heading(text, self._lang)
        day = str(title.date)
        if (title.kind and not heading.kind) or day.count("-") != _WHOLE:
            return None
        return attrs.evolve(heading, signed=day, country=heading.country or self._visited(text))

    def _may_be_occasion(self, text: str, *, is_apart: bool) -> bool:
        words = Text(text, self._lang)
        first, *others = (fold(word.text) for word in words.words)
        is_one = is_occasion(text, self._lang) and (is_apart or words.is_small(0))
        # (Signed on the state visit, Lima, 3 May 2020); all documents were signed on 3 May 2020
        counted = heading_words("counted", self._lang)
        are_all = any(fold(word.text) in counted for word in words.words[:_WHOLE])
        leads = range(len(words.words))[: _OPENING if are_all else 1]
        is_one = is_one or any(words.role(i, "signed") for i in leads)
        is_one = is_one or (are_all and is_occasion(text, self._lang))
        is_named = first in heading_words("occasion_attribute", self._lang) and bool(others)
        return (
            is_one
            or text.endswith(":")
            or is_occasion(others[0] if is_named else first, self._lang)
        )

    def _visited(self, text: str) -> str | None:
        """The only other state that a heading on a visit names, in the list of one."""
        words = Text(text, self._lang)
        visits = heading_words("visit", self._lang)
        if self._own is None or all(fold(word.text) not in visits for word in words.words):
            return None
        names = KnownNames(words, None)
        entries = (one for i in names.named for _, found in names.at[i] for one in found)
        others = {one.code for one in entries if one.type == "country"} - {self._own}
        return others.pop() if len(others) == 1 else None

    def places(self, text: str) -> Heading | None:
        """What a heading says of a day, states and a place: Peru – Chile. Lima, 3 May 2020.

        One that says anything else is none of that kind.
        """
        before, cells = self._tails.divided(_ROMAN.sub("", text))
        pieces = [*filter(None, _PIECES.split(before))]
        days = [*filter(None, [cells.pop("signed", "")]), *filter(self._is_whole, pieces)]
        places = [cells.pop("place", ""), *(one for one in pieces if one not in days)]
        named = {one: self._state(one) for one in filter(None, places)}
        towns = [one for one, state in named.items() if not state]
        are_towns = all(map(self._tails.is_town, towns))
        # Beside states, a word that is no known town is where they met.
        is_known = len(towns) <= 1 and (are_towns or (len(named) > 1 and towns[0].istitle()))
        if cells or len(days) != 1 or not self._is_whole(days[0]) or not is_known:
            return None
        others = {one for one in named.values() if one} - {self._own}
        return Heading(
            country=others.pop() if len(others) == 1 else None,
            signed=", ".join((*towns, *days)),
        )

    def _is_whole(self, day: str) -> bool:
        """Whether a text is a day, rather than a month or a year, with no more than a town."""
        found, place = self._cells.day_and_place(day)
        is_place = place is None or place.istitle() or self._tails.is_town(place)
        return is_place and str(found.value).count("-") == _WHOLE

    def _state(self, text: str) -> str | None:
        """The state that a text names, and nothing else."""
        return next((one.country for one in certain(text, self._lang, ("country",))), None)


def is_across(row: Row, text: str, fields: Mapping[int, str]) -> bool:
    """Whether words stand across several columns, as no record has them for its date."""
    filled = [column for column, cell in row.items() if not is_blank(cell)]
    found = {fields.get(column) for column in filled}
    is_wide = len(filled) > 1 and not found.isdisjoint(_WITHOUT_WORDS)
    return is_wide and text[:1].isupper()


def is_numbered(row: Row, text: str, fields: Mapping[int, str]) -> bool:
    """Whether the only text of a row in a table has a number as headings do: II. Local.

    Where the numbers of records stand, a letter is one, too: B. Europe.
    """
    columns = [fields.get(column) for column, cell in row.items() if not is_blank(cell)]
    is_lettered = columns == ["counter"] and _LETTER.match(text)
    return len(fields) > 1 and bool(is_lettered or _ROMAN.match(text))


def is_of_home(text: str, lang: str) -> bool:
    """Whether a heading says that the partners below are of the country whose list it is.

    >>> is_of_home("II. LOCAL", "en"), is_of_home("II. Local history", "en")
    (True, False)
    """
    return fold(_NUMBERING.sub("", text)).strip(" .:") in heading_words("home", lang)
