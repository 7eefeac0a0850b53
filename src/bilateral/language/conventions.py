"""How a language writes dates, months, lists and numbers of things, by its tag.

German, Russian and English have all that in the table ``conventions``, which
`tools/build_conventions.py` makes from one release of Unicode CLDR: their texts do not depend on
what is installed. A language without that table gets what the installed Babel knows of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.tags import tag_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel import Locale

__all__ = ["Conventions", "conventions"]


class Conventions:
    """What the table says for one tag; ``rows`` are its cells by their ids.

    A region that the table does not have is written as the language is.
    """

    def __init__(self, words: Lexicon, tag: str) -> None:
        self._words = words
        self._tag = _plain(tag)
        self._table = words.rows("conventions")
        tags = {tag_key(one): one for row in self._table.values() for one in row if one != "id"}
        self._tags = tags.values()
        language, *rest = self._tag.split("-")
        regions = (f"{language}-{one}" for one in rest)
        self._column = next((tags[one] for one in regions if one in tags), words.lang)
        self.rows: Mapping[str, str] = self._rows_of(self._column)

    @cached_property
    def day_first(self) -> frozenset[bool]:
        """Whether dates in figures have the day first: both where the tag does not decide."""
        decided = self._column != self._words.lang or not self._tags
        columns = [self._column] if decided else self._tags
        return frozenset(map(_is_day_first, map(self._rows_of, columns)))

    def listed(self, parts: Sequence[str]) -> str:
        """Things in a row, of which there is at least one.

        >>> conventions("de").listed(["A"]), conventions("ru").listed(["A", "B"])
        ('A', 'A и B')
        >>> [conventions(tag).listed(["A", "B", "C", "D"]) for tag in ("en", "en-US")]
        ['A, B, C and D', 'A, B, C, and D']
        """
        *others, last = parts
        if not others:
            return last
        if len(others) == 1:
            return self.rows["list.2"].format(others[0], last)
        text = self.rows["list.start"].format(*others[:2])
        for one in others[2:]:
            text = self.rows["list.middle"].format(text, one)
        return self.rows["list.end"].format(text, last)

    @cached_property
    def plural(self) -> Callable[[int], str]:
        """The category of a number of things in CLDR, such as ``one`` and ``other``.

        >>> [conventions("ru").plural(number) for number in (21, 3, 12)]
        ['one', 'few', 'many']
        """
        return _PLURALS.get(self._words.lang) or self._locale.plural_form

    def _rows_of(self, column: str) -> Mapping[str, str]:
        if self._table:
            return {key: row[column] for key, row in self._table.items() if column in row}
        from bilateral.language.cldr import locale_rows

        return locale_rows(self._locale)

    @cached_property
    def _locale(self) -> Locale:
        from bilateral.language.cldr import locale_of

        return locale_of(self._words, self._tag)


def conventions(tag: str) -> Conventions:
    """The conventions for a language tag. Raises `UnknownLanguage`."""
    return _conventions(lexicon(tag), tag)


@lru_cache(maxsize=64)
def _conventions(words: Lexicon, tag: str) -> Conventions:
    return Conventions(words, tag)


def _plain(tag: str) -> str:
    """A tag without extensions."""
    return re.split("-[a-z0-9]-", tag_key(tag), maxsplit=1)[0]


def _is_day_first(rows: Mapping[str, str]) -> bool:
    pattern = rows["numeric.day"]
    return pattern.find("{day") < pattern.find("{number")


def _one_or_other(number: int) -> str:
    return "one" if number == 1 else "other"


def _russian(number: int) -> str:
    unit, is_teen = number % 10, number // 10 % 10 == 1
    if is_teen or unit not in range(1, 5):
        return "many"
    return "one" if unit == 1 else "few"


_PLURALS: Final[Mapping[str, Callable[[int], str]]] = {
    "de": _one_or_other,
    "en": _one_or_other,
    "ru": _russian,
}
