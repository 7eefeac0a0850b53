"""What follows the head noun of a Russian name: whether it stays as it is in every case."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.tables import listed

__all__ = ["Noun", "is_abbreviation", "outside_quotes", "stays", "words_that_are"]

_Check = Callable[[str], bool | None]

_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
# Letters that are read by their names: МВД, БГУ, КазНУ. With a vowel within it is a word: МИДа.
_READ_BY_LETTERS: Final = re.compile(
    r"[БВГДЖЗКЛМНПРСТФХЦЧШЩ]+(?:[БВГДЖЗКЛМНПРСТФХЦЧШЩ]|[АЕИОУЭЮЯ])"
    r"|[БВГДЖЗКЛМНПРСТФХЦЧШЩ]{2,}[АЭ]У"
    r"|[А-ЯЁ][а-яё]+[БВГДЖЗКЛМНПРСТФХЦЧШЩ]+[ИОУЭЮ]"
)
_CAPITALS: Final = re.compile(r"[А-ЯЁ]{2,}[«»,]*")
# Genitives of the plural that look like adjectives: инвестиций, отношений, технологий.
_NOUN_IN_IJ: Final = re.compile(
    r".+(?:[цтвсзрлпбмдф]ий|[аеиоуыяюй]ний|логий|тегий)(?<!третий)(?<!синий)"
)
_ADJECTIVE: Final = re.compile(r".+(?:ый|ий|ая|яя|ое|ее|ые|ие)")
# What may be an adjective behind a noun of a gender, and agree with it.
_AGREEING: Final = {
    "m": re.compile(r".+(?:[ыо]й|[^аеоуыюя]ий)"),
    "f": re.compile(r".+(?:ая|яя)"),
    "n": re.compile(r".+(?:ое|ее)"),
    "pl": re.compile(r".+(?:ые|ие)"),
}
# Genitives of nouns that look like adjectives: края, Китая.
_GENITIVE_IN_AJA: Final = re.compile(r"(?:кра|кита|\w+гва|шанха|алта|дуба|ма|ча|урожа|трамва)я")
# A word in -ия may be a nominative; these are genitives, nearly all of neuter nouns.
_GENITIVE_IN_IJA: Final = re.compile(
    r".*(?:[ае]ни|[^р]ти|ви|[аи]ли|дели|гласи|образи|муниципи|санатори|наследи|милосерди|оруди|здрави|величи|конфуци)я"
)
_GENITIVE: Final = re.compile(r".+(?:[ое]го|[ыи]х|[оеё]в|[ое]й|[^и]я|[аиы])")
_OBLIQUE: Final = re.compile(r".+(?:[иы]|ой|ого|[иы]х)")
# An official name has the town in the nominative after its municipality.
_OF_TOWN: Final = re.compile(
    r"\b(округа|образования|поселения) (?:город|город-курорт|село|пос[её]лок|станица) (?=[А-ЯЁ])"
)
# Two compounds with one end: тепло- и массообмена.
_HANGING: Final = re.compile(r"\b\w+- и (?=\w)")
# No case of a proper name ends in these, but those of names that have none.
_FOREIGN: Final = re.compile(r".+(?:[^о]о|[^оеыи]е|[уюэ])")
# What "управление" governs besides a genitive.
_INSTRUMENTAL: Final = re.compile(r".+(?:ом|ем|ым|им)")


class Noun(NamedTuple):
    """A head noun: its nominative in small letters, its gender, and the rule for names after it.

    The rule is ``fixed`` or ``firm`` where a proper name without quotes does not change, and
    ``action`` for a noun that governs any case as a verb does: обмен студентами.
    """

    nom: str
    gender: str
    rule: str


def words_that_are(role: str) -> frozenset[str]:
    """The words of a role in the table ``name_words``, with ё and as many write them, with е.

    >>> "имени" in words_that_are("governing")
    True
    """
    return _words(lexicon("ru"), role)


@cache
def _words(tables: Lexicon, role: str) -> frozenset[str]:
    words = tables.rows("name_words").get(role, {}).get("words", "")
    return frozenset([*listed(words), *listed(words.replace("ё", "е"))])


def outside_quotes(text: str) -> str:
    """The text with ``«»`` in the place of what stands in quotes, of whatever style.

    What one closing mark ends for two, as in «ООО «Дом», is within quotes to the end.

    >>> outside_quotes("ТОО «Астана «Моторс»» (г. Астана)")
    'ТОО «» (г. Астана)'
    """
    kept: list[str] = []
    depth = 0
    for sign in text:
        opens = sign in "«„" or (sign in '“"' and not depth)
        closes = bool(depth) and not opens and sign in '»“”"'
        if not depth:
            kept.append("«»" if opens else sign)
        depth += opens - closes
    return "".join(kept)


def is_abbreviation(word: str) -> bool:
    """Whether a word is an abbreviation that does not decline in a document.

    Those that are read by their letters never do; of others the table ``name_words`` lists some.

    >>> is_abbreviation("МВД"), is_abbreviation("МИД"), is_abbreviation("КАМАЗ")
    (True, True, False)
    """
    if _READ_BY_LETTERS.fullmatch(word):
        return True
    return word[1:] != word[1:].lower() and word.lower() in words_that_are("abbreviation")


def stays(tail: str, noun: Noun, is_nominative: _Check) -> bool:
    """Whether what follows a head noun is certain not to change with the case.

    ``is_nominative`` tells whether a word is one of another head noun: `None` if it is none, and
    false if it may as well be another case.
    """
    outside = _HANGING.sub("", _OF_TOWN.sub(r"\1 ", outside_quotes(tail)))
    if not _CYRILLIC.search(outside):
        return True
    if any(map(is_nominative, re.findall(r"[\w-]+", outside))):
        return False
    parts = [part.split() for part in (*_BRACKETS.findall(outside), _BRACKETS.sub("", outside))]
    return all(
        _depends(words, noun)
        and not any(_starts_anew(before, word, is_nominative) for before, word in pairwise(words))
        for words in parts
        if words
    )


def _depends(words: list[str], noun: Noun) -> bool:
    """Whether the first word depends on the head noun, or is a name beside it."""
    first, *rest = words
    if first.lower() in words_that_are("governing"):
        return True
    if not _CYRILLIC.search(first):
        return bool(re.search(r"\w|«", first))
    word = _plain(first)
    if word in words_that_are("preposition") or _CAPITALS.fullmatch(first):
        return True
    if _is_genitive(word, is_last=not rest):
        return noun.rule != "fixed" or not _agrees(word, rest, noun)
    if first[0].isupper():
        return _is_unchanged_name(word, rest, noun)
    # What is done may stand in any case: содействие развитию, обмен опытом, выпуск вакцин.
    is_governed = noun.nom.endswith("управление") and bool(_INSTRUMENTAL.fullmatch(word))
    return is_governed or noun.rule == "action"


def _is_unchanged_name(word: str, rest: list[str], noun: Noun) -> bool:
    """Whether a proper name without quotes is one that does not change after its noun."""
    if noun.rule == "fixed":
        return not _agrees(word, rest, noun)
    if noun.rule == "firm":
        return not _is_adjective(word) and not word.endswith("ой")
    return bool(_FOREIGN.fullmatch(word))


def _agrees(word: str, rest: list[str], noun: Noun) -> bool:
    """Whether a word may be an adjective of the noun before it: "область Брестская".

    It is none of it in Республика Северная Осетия, where it has a noun of its own.
    """
    if not _AGREEING[noun.gender].fullmatch(word):
        return False
    if word.endswith("ой") and rest:
        return False
    return not (rest and rest[0][0].isupper() and not _OBLIQUE.fullmatch(rest[0]))


def _is_genitive(word: str, *, is_last: bool) -> bool:
    if word in words_that_are("bare_genitive") or word in words_that_are("indeclinable"):
        return True
    if word.endswith("ой"):
        # Without a noun after it, it may be a nominative: городской.
        return not is_last
    if word.endswith("ий"):
        return bool(_NOUN_IN_IJ.fullmatch(word))
    if word.endswith("ия"):
        return bool(_GENITIVE_IN_IJA.fullmatch(word))
    if word.endswith(("ая", "яя")):
        return bool(_GENITIVE_IN_AJA.fullmatch(word))
    return bool(_GENITIVE.fullmatch(word))


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word) and not _is_genitive(word, is_last=True))


def _starts_anew(before: str, word: str, is_nominative: _Check) -> bool:
    """Whether a word may begin another nominative, after a comma, a quote, a dash or "и"."""
    if before in ("—", "–", "-"):
        # Северный Рейн — Вестфалия, государств — участников.
        return not (word[0].isupper() or word.endswith(("ов", "ев")))
    if _plain(word) in words_that_are("indeclinable"):
        return False
    if before in ("и", "или") or before[-1] in ",;»":
        return _is_adjective(_plain(word)) or is_nominative(_plain(word)) is not None
    return False


def _plain(word: str) -> str:
    return word.strip(",;«»").lower()
