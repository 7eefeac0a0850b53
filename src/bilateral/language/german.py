"""The German declension: what follows for certain from gender and article."""

from __future__ import annotations

import re
from typing import Final

from bilateral.errors import MissingForm
from bilateral.text import Gender, Phrase

__all__ = [
    "ADJECTIVE_ENDINGS",
    "agree",
    "agree_after_article",
    "decline",
    "with_article",
]

_ARTICLES: Final = {
    "nom": {"m": "der", "f": "die", "n": "das", "pl": "die"},
    "gen": {"m": "des", "f": "der", "n": "des", "pl": "der"},
    "dat": {"m": "dem", "f": "der", "n": "dem", "pl": "den"},
    "acc": {"m": "den", "f": "die", "n": "das", "pl": "die"},
}
#: The endings of an adjective before a noun without an article, in the nominative.
ADJECTIVE_ENDINGS: Final = {"m": "er", "f": "e", "n": "es", "pl": "e"}
# The preposition "zu" and the article of its dative in one word.
_ZU: Final = {"m": "zum", "f": "zur", "n": "zum", "pl": "zu den"}
# A first word that may be an adjective, as it would have another ending after the article:
# before a word with a capital, or any with a small letter.
_MAYBE_ADJECTIVE: Final = {
    Gender.MASCULINE: re.compile(r"\w+er [A-ZÄÖÜ]|[a-zäöü]"),
    Gender.NEUTER: re.compile(r"\w+es [A-ZÄÖÜ]|[a-zäöü]"),
    Gender.FEMININE: re.compile(r"\w+(?<!i)e [A-ZÄÖÜ]|[a-zäöü]"),
    Gender.PLURAL: re.compile(r"\w+(?<!i)e [A-ZÄÖÜ]|[a-zäöü]"),
}
# Nouns that may take -(e)n in every case but the nominative, or whose genitive has no -s.
_MAYBE_WEAK: Final = re.compile(
    r"(e|[ae]nt|ist|oge|arch|graph|(sold|diplom|kandid)at|krat|orand|herr|mensch)$",
    re.IGNORECASE,
)
_MAYBE_WITHOUT_S: Final = re.compile(r"(us|os|as|is|[sßxz])$")
_WORD: Final = re.compile(r"[\w-]+")


def with_article(phrase: Phrase, text: str, case: str) -> str:
    """A form of a phrase after its definite article, if it has one; a bare nominative has none.

    ``def`` is the nominative with its article, ``zu`` the dative after that preposition. Raises
    `MissingForm` where it is not known for want of a gender or of the form that follows it.

    >>> with_article(Phrase("Akimat", gender="n", article=True), "Akimat", "dat")
    'dem Akimat'
    >>> court = Phrase("Oberster Gerichtshof", acc="Obersten Gerichtshof", gender="m", article=True)
    >>> with_article(court, court.nom, "def")
    'der Oberste Gerichtshof'
    """
    if case == "nom":
        return text
    if not phrase.article and (case != "def" or phrase.article is False):
        return f"zu {text}" if case == "zu" else text
    acc = phrase.acc or decline(phrase, "acc")
    if phrase.gender is None or (case == "def" and acc is None):
        raise MissingForm(phrase.nom, case, "de")
    if case == "def":
        return f"{_ARTICLES['nom'][phrase.gender]} {_after_article(phrase, str(acc))}"
    articles = _ZU if case == "zu" else _ARTICLES[case]
    return f"{articles[phrase.gender]} {text}"


def _after_article(phrase: Phrase, acc: str) -> str:
    """The nominative as it follows its article: der Oberste Gerichtshof."""
    if phrase.gender is not Gender.MASCULINE:
        return acc
    pairs = zip(phrase.nom.split(" "), acc.split(" "), strict=False)
    # An adjective has lost the ending of its gender to the article; nouns stay as they are.
    return " ".join(nom[:-1] if acc == f"{nom[:-1]}n" != nom else nom for nom, acc in pairs)


def agree(adjective: str, gender: Gender | None) -> str | None:
    """An adjective before a noun without an article, in the nominative.

    >>> agree("interregional", Gender.NEUTER)
    'interregionales'
    """
    return adjective + ADJECTIVE_ENDINGS[gender] if gender else None


def agree_after_article(adjective: str, gender: str, case: str) -> str | None:
    """An adjective between the definite article and a noun.

    >>> agree_after_article("wissenschaftlich-technisch", "f", "gen")
    'wissenschaftlich-technischen'
    """
    if gender not in _ARTICLES["nom"] or case not in _ARTICLES:
        return None
    is_short = gender != "pl" and (case == "nom" or (case == "acc" and gender != "m"))
    return adjective + ("e" if is_short else "en")


def decline(phrase: Phrase, case: str) -> str | None:
    """A case of a phrase, as it follows its article, or `None` where that is not certain.

    Names without an article do not change in dative and accusative. A phrase that begins with
    what may be an adjective, or whose noun may be of the weak declension, has its forms stored.

    >>> decline(Phrase("Ministerium für Kultur", gender="n", article=True), "gen")
    'Ministeriums für Kultur'
    >>> decline(Phrase("Auswärtiges Amt", gender="n", article=True), "dat") is None
    True
    """
    if case not in _ARTICLES or case == "nom":
        return None
    if phrase.article is False:
        return None if case == "gen" else phrase.nom
    noun = _WORD.match(phrase.nom)
    if phrase.gender is None or noun is None or _MAYBE_ADJECTIVE[phrase.gender].match(phrase.nom):
        return None
    ending = _ending(noun.group(), phrase.gender, case)
    # The ending of "Turks- und Caicosinseln" belongs to its last noun.
    if ending is None or (ending and noun.group().endswith("-")):
        return None
    return noun.group() + ending + phrase.nom[noun.end() :]


def _ending(noun: str, gender: Gender, case: str) -> str | None:
    """What the first noun takes in a case."""
    if gender is Gender.FEMININE:
        return ""
    if gender is Gender.PLURAL:
        return "n" if case == "dat" and noun[-1] not in "ns" else ""
    if gender is Gender.MASCULINE and _MAYBE_WEAK.search(noun):
        return None
    if case != "gen":
        return ""
    return None if _MAYBE_WITHOUT_S.search(noun) else "s"
