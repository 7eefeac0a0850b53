"""Russian names of towns and lands: the classes whose declension is certain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from bilateral.language.lexicon import CASES
from bilateral.language.russian import decline_adjective

__all__ = ["Place", "decline_place"]


class Place(NamedTuple):
    """The cases of the name of a place, and its gender where that is certain."""

    forms: Mapping[str, str]
    gender: str | None
    #: Whether it declines as much after the word город: города Минска, but города Портленд.
    is_settled: bool


_WORD: Final = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*")
_ADJECTIVE: Final = re.compile(r"[А-ЯЁ][а-яё]+")
# A first part that may decline, too: Гвинеи-Бисау.
_DECLINED_PART: Final = re.compile(r"[ая]-")
_FIXED: Final = re.compile(
    # Of those in -о and -и only what no Slavic name ends in.
    r".+(?:[уюэ]|[гдпт]о|[ие]о|[бвмс]и)"
)
_HARD: Final = ("", "а", "у", "", "ом", "е")
_MASCULINE: Final = (
    (re.compile(r".+(?:[сц]к|град|город|бург)"), _HARD),
    (re.compile(r".+поль"), ("ь", "я", "ю", "ь", "ем", "е")),
)
# Here no vowel comes and goes, as it does in Орёл and Череповец. A town in -ов or -ин has -ом.
_FOREIGN: Final = (
    (re.compile(r".+[^аеёиоуыэюя][бвгдзклмнпрстфх]"), _HARD),
    (re.compile(r".*[аиуыэюя][бвгдзклмнпрстфх]"), _HARD),
    (re.compile(r".{2,}(?:[оеё]в|он)|.{3,}е[нрс]"), _HARD),
    (re.compile(r".+ай"), ("й", "я", "ю", "й", "ем", "е")),
)
_IN_IA: Final = ((re.compile(r".+ия"), ("я", "и", "и", "ю", "ей", "и")),)
# With a syllable before the last one: Спа does not decline.
_IN_A: Final = (
    (re.compile(r"(?i:.*[аеёиоуыэюя]).*[бвдзлмнпрстф]а"), ("а", "ы", "е", "у", "ой", "е")),
    (re.compile(r"(?i:.*[аеёиоуыэюя]).*[гкх]а"), ("а", "и", "е", "у", "ой", "е")),
)


def decline_place(name: str, kind: str) -> Place | None:
    """The cases of the name of a town or a land; `None` where its class is not certain.

    An adjective before it declines with it. ``kind`` is the kind of the partner: what is certain
    of a city need not be so of a region.

    >>> decline_place("Нижний Новгород", "city").forms["ins"], decline_place("Орёл", "city")
    ('Нижним Новгородом', None)
    """
    before, _, noun = name.rpartition(" ")
    place = _declined(noun, kind)
    if not before or place is None:
        return place
    is_adjective = _ADJECTIVE.fullmatch(before)
    cases = decline_adjective(before, place.gender or "") if is_adjective else None
    if before == "г.":
        cases = dict.fromkeys(CASES, before)
    if cases is None:
        return None
    return place._replace(forms={case: f"{cases[case]} {place.forms[case]}" for case in CASES})


def _declined(name: str, kind: str) -> Place | None:
    if not _WORD.fullmatch(name) or _DECLINED_PART.search(name):
        return None
    if _FIXED.fullmatch(name):
        return Place(dict.fromkeys(CASES, name), None, is_settled=True)
    # Lands in -а are of all languages: Тоскана declines, Саха does not.
    in_a = _IN_A if kind == "city" else ()
    for classes, gender in ((_MASCULINE, "m"), (_FOREIGN, "m"), (_IN_IA, "f"), (in_a, "f")):
        for pattern, (nominative, *endings) in classes:
            if pattern.fullmatch(name):
                stem = name.removesuffix(nominative)
                forms = [name, *(stem + ending for ending in endings)]
                cases: dict[str, str] = dict(zip(CASES, forms, strict=True))
                return Place(cases, gender, is_settled=classes is _MASCULINE)
    return None
