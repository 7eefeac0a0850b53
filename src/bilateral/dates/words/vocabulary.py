"""The vocabulary of dates in a language: phrases, numbers and names of months.

A phrase of the table ``date_phrases`` is a regular expression over folded text (`fold_dates`) with
slots in braces. Slots of words (``{month}``, ``{ordinal}``) take any word here; whether it is
one of the language is looked up afterwards, which keeps the expressions small.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product
from typing import Final

from bilateral.language.conventions import conventions
from bilateral.language.folding import fold_dates
from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["DateWords", "PhraseSet", "date_words"]

_WORD: Final = r"[^\W\d_]+"
_SLOTS: Final = {
    "a": "(?P<a>.+?)",
    "p": "(?P<p>.+?)",
    "d": "(?P<d>.+?)",
    "year": r"(?P<year>'?[0-9]+)",
    "years": "(?P<years>[0-9]{4} ?[-–/] ?(?:[0-9]{4}|[0-9]{2}))",
    "decade": "(?P<decade>[1-9][0-9]{2}0)",
    "month": rf"(?P<month>{_WORD}\.?)",
    "day": rf"(?P<day>[0-9x]{{1,2}}|{_WORD}(?:[ -]{_WORD})??)",
    "ordinal": rf"(?P<ordinal>[0-9]|{_WORD})",
    "number": rf"(?P<number>[0-9]+|{_WORD})",
    "numeric": "(?P<numeric>[0-9]+(?:[./-] ?[0-9]+){1,2})",
}
_SLOT: Final = re.compile(r"\{([a-z]+)\}")
# What has marks of patterns in it that are none: \(, [|].
_PLAIN: Final = re.compile(r"\\.|\[[^\]]*\]")
_GROUP: Final = re.compile(r"\([^()]*\)")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENDINGS: Final = re.compile(r"([^|()]*)(?:\(([^()]*)\))?(?:\||$)")
_UNITS: Final = ("years", "months", "weeks", "days")
_HUNDRED: Final = 100
_TENS: Final = range(20, _HUNDRED, 10)
_LAST_DAY: Final = 31


class PhraseSet:
    """Phrases that are tried on the same texts, in their order.

    Most of them begin with words of their own: one look tells whether a text begins with any.
    """

    def __init__(self, phrases: Mapping[str, Sequence[re.Pattern[str]]]) -> None:
        self._all = [(role, one) for role, patterns in phrases.items() for one in patterns]
        heads = {pattern: _head(pattern.pattern) for _, pattern in self._all}
        self._without_head = [one for one in self._all if not heads[one[1]]]
        self._heads = re.compile("|".join(filter(None, heads.values())) or "(?!)")

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """The phrases that a folded text is as a whole, with their roles."""
        for role, pattern in self._all if self._heads.match(text) else self._without_head:
            if match := pattern.fullmatch(text):
                yield role, match


class DateWords:
    """The tables of one language for reading dates; each is made when first asked for."""

    def __init__(self, words: Lexicon, tag: str) -> None:
        self._words = words
        self._conventions = conventions(tag)

    @cached_property
    def phrases(self) -> dict[str, list[re.Pattern[str]]]:
        """The phrases with at most one part to be read further, by their role."""
        found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        for role, pattern in self._phrases():
            if "{b}" not in pattern:
                found[role].append(re.compile(_SLOT.sub(_slot, pattern)))
        return dict(found)

    @cached_property
    def pairs(self) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
        """The phrases with two dates: the role, what comes first, and what stands between."""
        found = [
            ("span", re.compile(""), re.compile(" [-–] ")),
            ("tight", re.compile(""), re.compile("(?! [-–] ) ?[-–/] ?")),
        ]
        for role, pattern in self._phrases():
            if "{b}" in pattern:
                head, _, rest = pattern.partition("{a}")
                found.append((role, re.compile(head), re.compile(rest.removesuffix("{b}"))))
        return found

    @cached_property
    def units(self) -> list[tuple[str, re.Pattern[str]]]:
        """The patterns of a number of each unit at the start of a text, the greatest unit first.

        A sign for a unit stands behind figures only: the "y" of "twenty" is none.
        """
        joins = self._alternatives("unit-join") or " "
        found: list[tuple[str, re.Pattern[str]]] = []
        for unit in _UNITS:
            roles = (("", f"unit.{unit}"), ("(?<=[0-9])", f"unit-sign.{unit}"))
            named = [
                f"{behind} ?(?:{names})"
                for behind, role in roles
                if (names := self._alternatives(role))
            ]
            if named:
                pattern = rf"(?P<number>.+?)(?:{'|'.join(named)})(?:{joins}|$)"
                found.append((unit, re.compile(pattern)))
        return found

    def _alternatives(self, role: str) -> str:
        return "|".join(one.pattern for one in self.phrases.get(role, ()))

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for row in self._words.rows("date_phrases", "pattern").values():
            yield row["id"], row["pattern"].casefold().replace("ё", "е")

    @cached_property
    def months(self) -> dict[str, int]:
        """The months by all their names: those that are written and those of ``months``."""
        rows = self._conventions.rows
        names = {
            fold_dates(name).rstrip("."): int(key.split(".")[1])
            for key, name in rows.items()
            if key.startswith("name.")
        }
        for number, row in self._words.rows("months").items():
            cells = [cell for column, cell in row.items() if column != "id"]
            for name in "|".join(cells).split("|"):
                names[fold_dates(name).rstrip(".")] = int(number)
        return names

    @cached_property
    def cardinals(self) -> dict[str, int]:
        """The numbers to 199 in words."""
        below = self._numbers("cardinal", last=_HUNDRED - 1)
        rows = self._words.rows("numbers")
        hundreds = _forms(rows.get(str(_HUNDRED), {}).get("cardinal", ""))
        joined = rows.get("joined-hundred", {}).get("cardinal", "").split("|")
        above = {
            pattern.format(hundred=hundred, rest=rest): _HUNDRED + number
            for pattern, hundred in product(joined, hundreds)
            for rest, number in below.items()
        }
        return {**below, **above, **dict.fromkeys(hundreds, _HUNDRED)}

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """The ordinal numbers to 31 in words, and to IV in Roman figures."""
        return {**self._numbers("ordinal", last=_LAST_DAY), **_ROMAN}

    @cached_property
    def all_ordinals(self) -> dict[str, int]:
        """The ordinal numbers to 99 in words, for what is no day of a month."""
        return self._numbers("ordinal", last=_HUNDRED - 1)

    def number(self, text: str, words: dict[str, int]) -> int | None:
        """A number in figures or in words."""
        return int(text) if text.isdecimal() else words.get(text)

    def _numbers(self, column: str, *, last: int) -> dict[str, int]:
        rows = self._words.rows("numbers")
        forms = {
            int(key): _forms(row.get(column, "")) for key, row in rows.items() if key.isdecimal()
        }
        numbers = {form: number for number, row in forms.items() if number <= last for form in row}
        joined = rows.get("joined", {}).get(column, "")
        for ten, unit in product(_TENS, range(1, 10)):
            if ten + unit <= last and joined:
                numbers |= dict.fromkeys(self._joined(joined, column, ten, unit), ten + unit)
        return numbers

    def _joined(self, patterns: str, column: str, ten: int, unit: int) -> Iterator[str]:
        """Tens and units in one word or two: only the one that comes last is an ordinal."""
        rows = self._words.rows("numbers")
        for pattern in patterns.split("|"):
            last = "unit" if pattern.endswith("{unit}") else "ten"
            columns = {"unit": "cardinal", "ten": "cardinal", last: column}
            tens = _forms(rows[str(ten)][columns["ten"]])
            units = _forms(rows[f"{unit:02}"][columns["unit"]])
            yield from (pattern.format(ten=a, unit=b) for a, b in product(tens, units))

    @property
    def day_first(self) -> frozenset[bool]:
        """Whether numeric dates have the day first: both where the tag does not decide."""
        return self._conventions.day_first


def _slot(match: re.Match[str]) -> str:
    return _SLOTS[match[1]]


def _head(pattern: str) -> str:
    """What a text that a pattern fits begins with; nothing if a slot may be first."""
    plain = _PLAIN.sub("", pattern)
    while (outer := _GROUP.sub("", plain)) != plain:
        plain = outer
    head = pattern.partition("(?P<")[0]
    try:
        # Each of several alternatives has its own.
        return "" if "|" in plain or re.match(head, "") else head
    except re.error:
        # A slot in a group.
        return ""


def _forms(cell: str) -> list[str]:
    """``first|second(a|b)`` as a list of words."""
    words: list[str] = []
    for stem, endings in _ENDINGS.findall(cell):
        words += [fold_dates(stem + ending) for ending in endings.split("|")] if stem else []
    return words


def date_words(tag: str) -> DateWords:
    """The words for a language tag. Raises `UnknownLanguage`."""
    return _date_words(lexicon(tag), tag)


@lru_cache(maxsize=32)
def _date_words(words: Lexicon, tag: str) -> DateWords:
    return DateWords(words, tag)
