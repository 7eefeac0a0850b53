"""German names of bodies and territories: gender, article and cases, as their noun has them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from bilateral.language.german import ADJECTIVE_ENDINGS, agree_after_article, decline
from bilateral.language.german_words import (
    Noun,
    ends_as_place,
    is_adjective,
    is_of_place,
    noun_in,
    stem_of,
    words,
)
from bilateral.language.lexicon import phrase_of
from bilateral.tables import Row, Tables, tables_of
from bilateral.text import Gender, Phrase

__all__ = ["derived_fields"]

_CASES: Final = ("gen", "dat", "acc")
_FIRMS: Final = frozenset({"company", "holding"})
_TOWNS: Final = frozenset({"city", "municipality"})
_TERRITORIES: Final = _TOWNS | {"district", "region", "state"}
_AND: Final = frozenset({"oder", "sowie", "und", "&", "+", "/"})
# Endings of a word that may be inflected, so that it is no proper name.
_MAYBE_INFLECTED: Final = re.compile(r".*e[mnrs]?")
# A name of a town that takes an s in the genitive for certain.
_WITH_S: Final = re.compile(r"[A-ZÄÖÜ][\w-]*(?:[abdfgiklmnoprtuvwyäöü]|[^cghs]e|[ae]h)")
_LAND_WITHOUT_ARTICLE: Final = re.compile(r"[A-ZÄÖÜ]\w{2,}(?:ien|stan)")
_LONGEST_PROPER_NAME: Final = 2
# What has more is no name.
_MOST_WORDS: Final = 60
_LONGEST_ARTICLE: Final = 4


def derived_fields(phrase: Phrase, kind: str) -> dict[str, Gender | bool | str]:
    """The gender, the article and the cases of a name, where its noun decides them.

    ``kind`` is the code of a kind of partner, or ``subject`` for what a document is about.
    Nothing is said where the noun is not known, or contradicts what is recorded. Cases that
    follow from the gender alone are left to `bilateral.language.german.decline`.

    >>> derived_fields(Phrase("Dribin"), "city")
    {'article': False, 'gen': 'Dribins'}
    >>> derived_fields(Phrase("Staatliches Zollkomitee"), "state_committee")["gen"]
    'Staatlichen Zollkomitees'
    """
    name = tuple(phrase.nom.split())
    if phrase.article is False or len(name) > _MOST_WORDS:
        return {}
    found = _with_legal_form(name) or _with_noun(name, kind)
    if found is None:
        is_open = phrase.gender is None and phrase.article is None
        return (_recorded(phrase.nom, kind) or _without_article(name, kind)) if is_open else {}
    gender, forms = found
    is_denied = any(getattr(phrase, case) not in {None, forms[case]} for case in _CASES)
    if is_denied or phrase.gender not in {None, gender}:
        return {}
    bare = Phrase(phrase.nom, gender=gender, article=True)
    needed = {case: text for case, text in forms.items() if decline(bare, case) != text}
    return {"gender": gender, "article": True, **needed}


def _recorded(name: str, kind: str) -> dict[str, Gender | bool | str]:
    """The forms of a territory that the tables know by this name."""
    if kind != "region" and kind not in _TOWNS:
        return {}
    return _territories(tables_of("de"), is_town=kind in _TOWNS).get(name, {})


@lru_cache(maxsize=8)
def _territories(tables: Tables, *, is_town: bool) -> dict[str, dict[str, Gender | bool | str]]:
    """What is known of territories by their names, unless two of a name have other forms."""
    found: dict[str, list[dict[str, Gender | bool | str]]] = {}
    units = tables.rows("subdivisions").values()
    rows = [row for row in units if (row.get("generic") == "Stadt") is is_town]
    for row in (*rows, *(tables.rows("cities").values() if is_town else ())):
        found.setdefault(row["nom"], []).append(_fields(row))
    return {name: known[0] for name, known in found.items() if known.count(known[0]) == len(known)}


def _fields(row: Row) -> dict[str, Gender | bool | str]:
    """What the row of a territory says of its name."""
    phrase = phrase_of(row)
    names = ("article", "gender", *_CASES)
    found = ((name, getattr(phrase, name)) for name in names)
    return {name: value for name, value in found if value is not None}


def _without_article(name: Sequence[str], kind: str) -> dict[str, Gender | bool | str]:
    """What is known of a proper name: towns, some lands and firms go without an article."""
    text = " ".join(name)
    is_land = kind == "region" and _LAND_WITHOUT_ARTICLE.fullmatch(text)
    # A noun whose cases are not certain may be its head: Geschlossene Gesellschaft „Atlant“.
    has_noun = any(_noun(word, kind) for word in name)
    is_firm = kind in _FIRMS and not has_noun and not _may_say_place(name)
    is_proper = (kind in _TOWNS or is_firm) and _is_proper(name)
    if not (is_land or is_proper or _has_foreign_form(name)):
        return {}
    # A name in several words may hold anything: Frankfurt am Main, Rio de Janeiro.
    takes_s = kind in _TERRITORIES and _WITH_S.fullmatch(text)
    return {"article": False, **({"gen": f"{text}s"} if takes_s else {})}


def _is_proper(name: Sequence[str]) -> bool:
    """Whether no word of a name is an adjective before another, or the article."""
    return name[0] not in words("article") and not any(map(is_adjective, name[:-1]))


def _may_say_place(name: Sequence[str]) -> bool:
    """Whether a noun that is not known may follow the adjective of a place: Mosyrer Mühle."""
    return any(is_of_place(word, Gender.NEUTER) for word in name[:-1])


def _has_foreign_form(name: Sequence[str]) -> bool:
    """Whether a name has the legal form of a law that is not German."""
    last = name[-1] in words("legal_form.foreign")
    return len(name) > 1 and (last or name[0] in words("legal_form.before"))


def _with_legal_form(name: Sequence[str]) -> tuple[Gender, dict[str, str]] | None:
    """A name that ends with a German legal form: they are feminine, as Gesellschaft is."""
    if name[-1] not in words("legal_form"):
        return None
    stems: dict[int, str] = {}
    # A word in small letters is a name there: voestalpine AG.
    while name[len(stems)][0].isupper() and (stem := stem_of(name[len(stems)], "e")):
        stems[len(stems)] = stem
    if _is_doubtful(stems):
        return None
    form = Noun(Gender.FEMININE, name[-1], name[-1], name[-1])
    return form.gender, _cases(name, stems, form, len(name) - 1)


def _is_doubtful(stems: Mapping[int, str]) -> bool:
    """Whether the first adjective of a firm may be a proper name: Erste Bank."""
    return stems.get(0, "").lower() in words("adjective.doubtful")


def _with_noun(name: Sequence[str], kind: str) -> tuple[Gender, dict[str, str]] | None:
    """A name by its head noun: the first of the table."""
    nouns = ((at, _noun(word, kind)) for at, word in enumerate(name) if _may_be_noun(name, at))
    place, noun = next(((at, noun) for at, noun in nouns if noun), (0, None))
    if noun is None or _has_foreign_form(name):
        return None
    before, rest = name[:place], name[place + 1 :]
    stems = _adjectives(before, noun.gender)
    if stems is None and _has_proper_name(before, noun, rest):
        stems = {}
    if stems is None and (named := _adjectives_behind_name(before, noun)):
        stems = named
    if stems is None and "-" in noun.nom:
        stems = _adjectives_before_person(before, noun.gender)
    if stems is None or not _goes_on(rest, noun, kind, agrees=bool(stems)):
        return None
    # An open company limited by shares is a legal form.
    is_form = noun.nom in words("legal_form")
    if kind in _FIRMS | {"bank"} and _is_doubtful(stems) and not is_form:
        return None
    return noun.gender, _cases(name, stems, noun, place)


def _may_be_noun(name: Sequence[str], at: int) -> bool:
    return name[at][0].isupper() and (at + 1 == len(name) or not is_adjective(name[at]))


def _noun(word: str, kind: str) -> Noun | None:
    """The noun of a word, if a partner of the kind is called so."""
    noun = noun_in(word, kind)
    if noun is None:
        return None
    if kind in _FIRMS:
        return None if noun.is_territory or noun.is_suffix else noun
    if kind in _TERRITORIES and not noun.is_territory:
        return None
    # Darmstadt is no type of town, but no town is called after a Gemeinde.
    is_name = kind in _TOWNS and noun.is_compound and not word.endswith("gemeinde")
    return None if is_name else noun


def _cases(name: Sequence[str], stems: Mapping[int, str], noun: Noun, place: int) -> dict[str, str]:
    """The cases of a name, as they follow its article."""
    forms: dict[str, str] = {}
    for case in _CASES:
        declined = list(name)
        for at, stem in stems.items():
            comma = "," if name[at].endswith(",") else ""
            declined[at] = f"{agree_after_article(stem, noun.gender, case)}{comma}"
        declined[place] = noun.form(case)
        forms[case] = " ".join(declined)
    return forms


def _adjectives(before: Sequence[str], gender: Gender) -> dict[int, str] | None:
    """The places and stems of the adjectives before a noun; `None` if some word is none."""
    found: dict[int, str] = {}
    for at, word in enumerate(before):
        stem = stem_of(word, ADJECTIVE_ENDINGS[gender])
        if stem:
            found[at] = stem
        elif not (_joins(before, at) or is_of_place(word, gender)):
            return None
    return found


def _joins(before: Sequence[str], at: int) -> bool:
    """Whether a word has no endings: the first part of a compound, or what joins two words."""
    word = before[at]
    if word.rstrip(",").endswith("-") or word in words("adjective.uninflected"):
        return True
    if word in words("place.first"):
        return any(is_of_place(next_word, Gender.NEUTER) for next_word in before[at + 1 : at + 2])
    last = before[at - 1] if at else ""
    return word in _AND and (last.endswith("-") or is_adjective(last))


def _has_proper_name(before: Sequence[str], noun: Noun, rest: Sequence[str]) -> bool:
    """Whether a proper name stands before a noun, and at most what that is for after it.

    Halyk Bank, Hanoi Universität für Musik.
    """
    if rest and (rest[0] != "für" or before[-1].endswith("s")):
        return False
    if noun.is_territory or len(before) > _LONGEST_PROPER_NAME:
        return False
    return all(word[0].isupper() and not _MAYBE_INFLECTED.fullmatch(word) for word in before)


def _adjectives_behind_name(before: Sequence[str], noun: Noun) -> dict[int, str]:
    """The adjectives between a proper name and a noun: Al-Farabi Kasachische Universität."""
    longest = 0 if "-" in noun.nom else _LONGEST_PROPER_NAME
    for cut in range(1, min(len(before), longest + 1)):
        found = _adjectives(before[cut:], noun.gender)
        if found and len(found) == len(before) - cut and _has_proper_name(before[:cut], noun, ()):
            return {cut + at: stem for at, stem in found.items()}
    return {}


def _adjectives_before_person(before: Sequence[str], gender: Gender) -> dict[int, str] | None:
    """The adjectives before a person's name: Staatliche Maxim Tank-Universität."""
    found: dict[int, str] = {}
    for at, word in enumerate(before):
        stem = stem_of(word, ADJECTIVE_ENDINGS[gender])
        if stem and len(found) == at:
            found[at] = stem
        elif is_adjective(word) or not (word[0].isupper() or word in words("particle")):
            return None
    return found


def _goes_on(rest: Sequence[str], noun: Noun, kind: str, *, agrees: bool) -> bool:
    """Whether what follows a noun leaves it the only one that decides.

    ``agrees`` is whether an adjective before it has the ending of its gender.
    """
    if not rest or rest[0][0] in words("attached"):
        return True
    first = rest[0]
    if first in _AND:
        return kind == "subject" and _is_pair(rest, noun)
    if first in words("foreign") or not _begins_attribute(first):
        return False
    beside = _noun(first, kind)
    if beside and beside.is_compound and ends_as_place(first):
        # Hohenheim is no home.
        beside = None
    if beside and beside.gender is not noun.gender and not beside.is_territory:
        endings = ADJECTIVE_ENDINGS
        if not agrees or endings[beside.gender] == endings[noun.gender]:
            return False
    return not any(_is_second_noun(rest, at, noun, kind) for at in range(1, len(rest)))


def _is_pair(rest: Sequence[str], noun: Noun) -> bool:
    """Whether two nouns share an article: die Förderung und Entwicklung."""
    other = noun_in(rest[1], "subject") if len(rest) > 1 else None
    return other is not None and noun.gender is other.gender is Gender.FEMININE


def _begins_attribute(word: str) -> bool:
    """Whether a word goes on after a noun: a name, a preposition, an adjective in the genitive."""
    if not word[0].islower() or word in words("attribute"):
        return True
    return len(word) > _LONGEST_ARTICLE and word.endswith(("er", "en"))


def _is_second_noun(rest: Sequence[str], at: int, noun: Noun, kind: str) -> bool:
    """Whether another stands beside a noun: Stadt Minsk und Kreis Lida."""
    second = _noun(rest[at], kind) if rest[at - 1] in _AND else None
    if second is None or second.is_compound:
        return False
    is_direct = words("attribute").isdisjoint(rest[:at])
    return is_direct or second.nom == noun.nom or rest[at + 1 : at + 2] == ("für",)
