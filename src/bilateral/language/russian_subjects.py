"""Russian subjects of documents: their cases, where their nouns make them certain.

A subject is mostly a noun of an action, whose ending tells its whole paradigm: развитие, поставка.
"""

from __future__ import annotations

import re
from typing import Final

from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian_names import (
    Declined,
    declined_with,
    is_nominative,
    unless_recorded,
)
from bilateral.language.russian_tails import Noun, words_that_are
from bilateral.text import Gender, Phrase

__all__ = ["derived_subject"]

# Nouns by their ends, which no other word in the nominative has. Those in -ние after another
# vowel may be adjectives, as синие; those in -зия the genitive of one in -зие.
_CLASSES: Final = (
    (
        re.compile(r"(?!вследствие).+(?:[аея]н|[влдст])ие"),
        "n",
        ("ие", "ия", "ию", "ие", "ием", "ии"),
    ),
    (re.compile(r".+ство"), "n", ("о", "а", "у", "о", "ом", "е")),
    (re.compile(r".+(?:[гмпрфхц]|[нрс]с)ия"), "f", ("ия", "ии", "ии", "ию", "ией", "ии")),
    (re.compile(r".{2,}[^г]ость"), "f", ("ь", "и", "и", "ь", "ью", "и")),
)
_CONSONANT: Final = re.compile(r".*[бвгджзйклмнпрстфхцчшщ]")
# Other cases than the nominative, for certain.
_OBLIQUE: Final = re.compile(
    r".+(?:[оеё]в|[оеё]й|[аеиоуыюя][йн]ий|[ыи]х|[цсзтв]ий|(?:изм|ств)ом|[нт]ием)"
)
# A noun in the plural that may be no object of the first one: обмен опытом и стажировки.
_GOES_ON: Final = re.compile(
    r"\w(?:[оеыи]м|[ая]ми|ью|[уюая]м|[ую])(?:,| и| или) \w+(?:(?<!м)и|ы)\b"
)
_AND: Final = re.compile(r" и (?=\w)")
# The end of a locative of the neuter, after the preposition: о научном сотрудничестве.
_ABOUT: Final = re.compile(r"об? ((?:[а-яё-]+[ое]м )*)([а-яё-]+ств)е(?!\S)(.*)")

#: What depends on no preposition has its forms without one: программа сотрудничества.
_WITHOUT_PREPOSITION: Final = ("gen", "dat")


def derived_subject(phrase: Phrase) -> dict[str, str | Gender]:
    """The cases and the gender of a subject, where its shape makes them certain.

    Nothing where somebody recorded a form that the rule would not have made. One that has its
    preposition with it may have forms without.

    >>> derived_subject(Phrase("взаимная защита инвестиций"))["loc"]
    'взаимной защите инвестиций'
    >>> derived_subject(Phrase("о научном сотрудничестве"))
    {'gen': 'научного сотрудничества', 'dat': 'научному сотрудничеству'}
    >>> derived_subject(Phrase("Эрзац"))
    {}
    """
    return unless_recorded(phrase, _after_preposition(phrase.nom) or _declined(phrase.nom))


def _after_preposition(text: str) -> dict[str, str | Gender]:
    """The forms of a subject that is in the locative after its preposition."""
    match = _ABOUT.fullmatch(text)
    if match is None:
        return {}
    before = "".join(f"{word[:-1]}е " for word in match[1].split())
    forms = _declined(f"{before}{match[2]}о{match[3]}")
    if forms.get("loc") != f"{match[1]}{match[2]}е{match[3]}":
        return {}
    return {case: forms[case] for case in _WITHOUT_PREPOSITION}


def _declined(text: str) -> dict[str, str | Gender]:
    if _GOES_ON.search(text):
        return {}
    return declined_with(Phrase(text), _noun, _is_nominative) or _of_two(text)


def _of_two(text: str) -> dict[str, str | Gender]:
    """The cases of two subjects with "и" between them: подготовка кадров и создание центра.

    That the second one is no object in the first is certain of what is no accusative, or where no
    preposition asks for one.
    """
    for match in _AND.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if not words_that_are("preposition").isdisjoint(before.lower().split()):
            return {}
        first = declined_with(Phrase(before), _noun, _is_nominative)
        second = _declined(after)
        if first and second.get("gender") in (Gender.FEMININE, Gender.NEUTER):
            return {case: f"{first[case]}{match[0]}{second[case]}" for case in CASES[1:]}
    return {}


def _noun(word: str) -> Declined | None:
    """The paradigm of a noun of the table ``subject_nouns``, or of one with a certain ending."""
    plain = word.lower()
    if word[1:] != plain[1:]:
        return None
    row = lexicon("ru").rows("subject_nouns", key="nom").get(plain)
    if row:
        cases = {case: word[:1] + row[case][1:] for case in CASES}
        return Declined(Noun(plain, row["gender"], "action"), cases)
    for pattern, gender, (nominative, *endings) in _CLASSES:
        if pattern.fullmatch(plain):
            stem = word.removesuffix(nominative)
            forms = [word, *(stem + ending for ending in endings)]
            return Declined(Noun(plain, gender, "action"), dict(zip(CASES, forms, strict=True)))
    return None


def _is_nominative(word: str) -> bool | None:
    """As `russian_tails.stays` asks it; a word that ends in a consonant may be of any sort."""
    found = _noun(word.lower())
    if found:
        return found.noun.gender != Gender.PLURAL and found.forms["gen"] != word.lower()
    plain = word.lower()
    if plain in words_that_are("bare_genitive") or _OBLIQUE.fullmatch(plain):
        return None
    return False if _CONSONANT.fullmatch(plain) else is_nominative(plain)
