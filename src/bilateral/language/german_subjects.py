"""German words for what a document is about, with the forms that are certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bilateral.language.german import ADJECTIVE_ENDINGS, decline
from bilateral.language.german_names import derived_fields
from bilateral.language.german_words import is_adjective, noun_in, stem_of, words
from bilateral.text import Gender, Phrase

__all__ = ["derived_subject"]

_CASES: Final = ("gen", "dat", "acc")
# What the adjectives after an article end with, and the genders of their nouns.
_AFTER: Final = {
    "das": (("e", Gender.NEUTER),),
    "den": (),
    "der": (("e", Gender.MASCULINE),),
    "die": (("e", Gender.FEMININE), ("en", Gender.PLURAL)),
}
# A further noun that may be masculine, so that its accusative is another: und der Schutz.
_MASCULINE_FOLLOWS: Final = re.compile(r"(?:,| und| oder| sowie) (?:der|\w+er) ", re.IGNORECASE)
# What stands between two nouns that share no article.
_AND: Final = frozenset({"und", "sowie"})
_SHORTEST_PAIR: Final = 3
# A noun that is a plural for certain, by its suffix; it needs no article.
_PLURAL: Final = re.compile(r"[A-ZÄÖÜ]\w+(?:[hk]eiten|schaften|tionen|ungen|fragen)|Fragen")


def derived_subject(phrase: Phrase) -> dict[str, Gender | bool | str]:
    """The gender, the article and the cases of what a document is about, where certain.

    It may be written with its article, as it stands in a sentence.

    >>> derived_subject(Phrase("die Lieferung von Traktoren"))["dat"]
    'Lieferung von Traktoren'
    >>> derived_subject(Phrase("gemeinsame Vorhaben"))
    {'acc': 'gemeinsame Vorhaben'}
    """
    name = phrase.nom.split()
    if phrase.article is not None or phrase.gender is not None:
        return derived_fields(phrase, "subject")
    if name[0].lower() in _AFTER and len(name) > 1:
        return _with_article(name)
    fields = derived_fields(phrase, "subject")
    if fields.get("article"):
        for case in fields.keys() & _CASES:
            fields[case] = _in_small_letters(str(fields[case]))
        return fields
    return fields or _in_the_plural(name) or _in_the_accusative(name)


def _with_article(name: Sequence[str]) -> dict[str, Gender | bool | str]:
    article, rest = name[0].lower(), name[1:]
    text = " ".join([article, *rest])
    if article == "den":
        # It may be the dative of a plural.
        noun = next((noun_in(word, "subject") for word in rest if word[0].isupper()), None)
        return {"acc": text} if noun and noun.gender is Gender.MASCULINE else {}
    for ending, gender in _AFTER[article]:
        bare = _without_article(rest, ending, ADJECTIVE_ENDINGS[gender])
        named = Phrase(bare, gender=gender, article=True)
        if fields := derived_fields(named, "subject"):
            # What a name takes by itself it would take behind its article.
            return {case: form for case in _CASES if (form := decline(named, case))} | fields
    is_certain = article != "der" and not _MASCULINE_FOLLOWS.search(text)
    return {"acc": text} if is_certain else {}


def _without_article(rest: Sequence[str], weak: str, strong: str) -> str:
    """The words after an article as they would be without it."""
    found: list[str] = []
    for at, word in enumerate(rest):
        if word[0].isupper() and noun_in(word.rstrip(","), "subject"):
            return " ".join([*found, *rest[at:]])
        stem = word.removesuffix(weak)
        found.append(stem + strong if stem != word and word[0].islower() else word)
    return " ".join(rest)


def _in_small_letters(text: str) -> str:
    """The adjectives before a noun as a sentence has them, where they begin no proper name."""
    first, _, rest = text.partition(" ")
    if not words("subject.proper").isdisjoint(text.split()) or first[:2].isupper():
        return text
    stem = re.sub("e[nrs]?$", "", first)
    is_known = stem_of(f"{stem}e", "e") and stem.lower() not in words("adjective.doubtful")
    return f"{first.lower()} {rest}" if rest and is_known else text


def _in_the_plural(name: Sequence[str]) -> dict[str, Gender | bool | str]:
    """The cases of a plural that ends in -n, with what belongs to it."""
    text = " ".join(name)
    goes_on = len(name) == 1 or name[1] in words("attribute")
    if not (goes_on and _PLURAL.fullmatch(name[0])) or _MASCULINE_FOLLOWS.search(text):
        return {}
    # A further noun may be another one beside it, and have another ending in the dative.
    return {"acc": text} if _AND.intersection(name) else {"acc": text, "dat": text}


def _in_the_accusative(name: Sequence[str]) -> dict[str, Gender | bool | str]:
    """The accusative without an article, where it is the nominative for certain."""
    text = " ".join(name)
    is_described = len(name) > 1 and is_adjective(name[0]) and name[0].endswith(("e", "es"))
    if not (is_described or _is_pair(name)) or _MASCULINE_FOLLOWS.search(text):
        return {}
    return {"acc": _in_small_letters(text)}


def _is_pair(name: Sequence[str]) -> bool:
    """Whether two nouns stand side by side that have no endings in the accusative."""
    if len(name) < _SHORTEST_PAIR or name[1] not in _AND:
        return False
    nouns = noun_in(name[0], "subject"), noun_in(name[2], "subject")
    return all(noun and noun.form("acc") == noun.nom for noun in nouns)
