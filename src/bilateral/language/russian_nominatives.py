"""From a case of a Russian name back to its nominative: the paradigms read backwards.

Whatever nominatives the endings allow are declined again; what does not give the very text is
none, and where two are left nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Final

from bilateral.language.lexicon import CASES, Lexicon, lexicon
from bilateral.language.russian import adjective_endings
from bilateral.language.russian_names import derived_fields
from bilateral.language.russian_tails import words_that_are
from bilateral.text import Phrase

__all__ = ["nominative"]

_WORD: Final = re.compile(r"\S+")
# The adjectives before a noun, the parts that hyphens join, and how many readings are tried.
_MOST_WORDS: Final = 6
_MOST_PARTS: Final = 4
_MOST_READINGS: Final = 64
# The endings of places in the nominative, by those of their other cases (`decline_place`).
_PLACE_ENDINGS: Final = {
    **dict.fromkeys(("ией", "ии", "ию"), ("ия",)),
    "ом": ("",),
    "ем": ("ь", "й"),
    **dict.fromkeys(("ой", "ы"), ("а",)),
    "а": ("",),
    "у": ("", "а"),
    **dict.fromkeys(("е", "и"), ("", "а", "ь", "й")),
    **dict.fromkeys(("я", "ю"), ("ь", "й")),
}
# The word for a town, behind which its name may stay as it is, and how it ends if it does not.
_TOWN: Final = re.compile(r"(?:г\.|гор\.|город(?:а|у|ом|е)?)\s*([А-ЯЁ][^,()«»\"]+)")
# An adjective of a unit in the genitive: городом Клин *Московской* области.
_OF_UNIT: Final = r" [А-ЯЁ]\S*(?:ой|ей|[ое]го)"
_NAME_PARTS: Final = re.compile(r"[\s-]+")
_PLACES: Final = ("city", "district", "region")
_DECLINED: Final = {
    "gen": ("а", "я", "ы", "и", "ой", "ей", "го", "ых", "их"),
    "dat": ("у", "ю", "е", "и", "ой", "ей", "ым", "им", "ам", "ям", "му"),
    "ins": ("ом", "ем", "ём", "ой", "ей", "ью", "ым", "им", "ами", "ями", "ыми", "ими"),
    "prp": ("е", "и", "ом", "ем", "ой", "ей", "ах", "ях", "ых", "их"),
}


def nominative(text: str, case: str | None, kind: str) -> str | None:
    """The nominative of a name that stands in a case; `None` where that is not certain.

    ``case`` is `None` where it is not known; ``kind`` is the code of the kind of partner.

    >>> nominative("Министерством торговли Республики Чад", "ins", "ministry")
    'Министерство торговли Республики Чад'
    >>> nominative("Белорусского государственного университета", None, "university")
    'Белорусский государственный университет'
    >>> nominative("городом Белая Церковь", "ins", "city")
    'Белая Церковь'
    """
    if case == "nom":
        return text
    if kind == "city" and (unit := _unit_behind(lexicon("ru")).search(text)):
        # The unit of a town is in the genitive, whatever its own case is.
        own = nominative(text[: unit.start()], case, kind)
        return own and own + unit[0]
    town = _TOWN.fullmatch(text) if case in _DECLINED and kind == "city" else None
    if (
        town
        and case
        and not any(part.endswith(_DECLINED[case]) for part in _NAME_PARTS.split(town[1]))
    ):
        return town[1]
    cases = CASES if case is None else (case,)
    found = {one for wanted in cases for one in _nominatives(text, wanted, kind)}
    if not found and kind not in _PLACES and text in _nominatives(text, "nom", kind):
        # As many write, no word rules it: меморандум ТПП А и Торговая палата Б.
        return text
    return found.pop() if len(found) == 1 else None


@cache
def _unit_behind(tables: Lexicon) -> re.Pattern[str]:
    """The unit in the genitive with which the name of a town goes on."""
    nouns = "|".join({row["gen"] for row in tables.rows("unit_types").values() if "gen" in row})
    return re.compile(rf"(?<=\S)(?:{_OF_UNIT})? (?:{nouns}|обл\.|р-на)(?!\w).*")


def _nominatives(text: str, case: str, kind: str) -> Iterator[str]:
    for candidate in islice(_candidates(text, case, kind), _MOST_READINGS):
        forms = derived_fields(Phrase(candidate), kind)
        if forms and (candidate if case == "nom" else forms.get(case)) == text:
            yield candidate


def _candidates(text: str, case: str, kind: str) -> Iterator[str]:
    """What may be the nominative, by the endings alone."""
    # A name that begins with an abbreviation, or has no other cases.
    yield text
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[begin:end] for begin, end in spans]
    for size, word in enumerate(words[:_MOST_WORDS]):
        nouns = [*_nouns(word, case)]
        for noun, gender in nouns:
            readings = [[*_adjectives(one, gender, case)] for one in words[:size]]
            tail = text[spans[size][1] :]
            for before in product(*readings):
                yield " ".join([*before, noun]) + tail
                yield from (" ".join([*before, noun]) + one for one in _tails(tail))
        if nouns:
            return
    if kind in _PLACES:
        yield from (one.lstrip() for one in _tails(f" {text}"))


def _tails(tail: str) -> Iterator[str]:
    """The name of a place behind its noun, as its last word may be in the nominative."""
    for length in (3, 2, 1):
        for ending in _PLACE_ENDINGS.get(tail[-length:], ()):
            yield tail[:-length] + ending


def _nouns(word: str, case: str) -> Iterator[tuple[str, str]]:
    """The head nouns that a word may be a case of, with their gender."""
    halves = word.split("-")
    if len(halves) > _MOST_PARTS:
        return
    for parts in product(*([*_parts(part, case)] for part in halves)):
        yield "-".join(noun for noun, _ in parts), parts[0][1] or parts[-1][1]


def _parts(word: str, case: str) -> Iterator[tuple[str, str]]:
    if word.lower() in words_that_are("first_part") or (len(word) > 1 and word.isupper()):
        yield word, ""
    plain = word.lower()
    if word[1:] != plain[1:]:
        return
    forms = _heads(lexicon("ru"), case)
    for start in range(len(plain)):
        for noun, gender, is_compound in forms.get(plain[start:], ()):
            if start == 0 or is_compound:
                made = plain[:start] + noun
                yield word[0] + made[1:], gender
                if start:
                    return


@cache
def _heads(tables: Lexicon, case: str) -> dict[str, list[tuple[str, str, bool]]]:
    """The head nouns by one of their cases, also as many write them, without ё."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for nom, row in tables.rows("head_nouns", "nom").items():
        if case in row:
            pairs = {(nom, row[case]), (nom.replace("ё", "е"), row[case].replace("ё", "е"))}
            for noun, form in sorted(pairs):
                found.setdefault(form, []).append((noun, row["gender"], "compounds" in row))
    return found


def _adjectives(word: str, gender: str, case: str) -> Iterator[str]:
    """The nominatives of an adjective that agrees with a noun of a gender in a case."""
    plain = word.strip("(),")
    before, _, after = word.partition(plain)
    if word == "и" or plain.lower() in words_that_are("modifier"):
        yield word
        return
    found = [
        plain.removesuffix(end) + nom
        for end, nom in adjective_endings(gender, case)
        if plain.endswith(end)
    ]
    for one in dict.fromkeys(found):
        if gender != "m" or _has_its_stress(one):
            yield f"{before}{one}{after}"


def _has_its_stress(adjective: str) -> bool:
    """Whether a masculine adjective ends as its stress demands: городской, but сельский."""
    *_, last = adjective.lower().split("-")
    if last[-2:] not in ("ой", "ый", "ий"):
        return True
    is_stressed = f"{last[:-2]}ой" in words_that_are("stressed_adjective")
    return last.endswith("ой") == is_stressed
