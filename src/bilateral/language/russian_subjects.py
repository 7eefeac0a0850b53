"""Russian subjects of documents: their cases, where their nouns make them certain.

A subject is mostly a noun of an action, whose ending tells its whole paradigm: развитие, поставка.
"""

from __future__ import annotations

import re
from typing import Final

from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian_names import Declined, declined_with, is_nominative
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


def derived_subject(phrase: Phrase) -> dict[str, str | Gender]:
    """The cases and the gender of a subject, where its shape makes them certain.

    Nothing where somebody recorded a form that the rule would not have made.

    >>> derived_subject(Phrase("взаимная защита инвестиций"))["loc"]
    'взаимной защите инвестиций'
    >>> derived_subject(Phrase("Эрзац"))
    {}
    """
    if _GOES_ON.search(phrase.nom):
        return {}
    return declined_with(phrase, _noun, _is_nominative)


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
