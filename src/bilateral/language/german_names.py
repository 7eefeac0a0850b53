"""German names of bodies and territories: gender, article and cases, as their head noun has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from bilateral.language.german import ADJECTIVE_ENDINGS, agree_after_article, decline
from bilateral.tables import Tables, tables_of
from bilateral.text import Gender, Phrase

__all__ = ["derived_fields"]

_CASES: Final = ("gen", "dat", "acc")
_FIRMS: Final = frozenset({"company", "holding"})
_TOWNS: Final = frozenset({"city", "municipality"})
_TERRITORIES: Final = _TOWNS | {"state", "region", "district"}
# Legal forms at the end of a name: those of German law are feminine, like Gesellschaft; the
# names of firms under another law stand without an article.
_GERMAN_FORMS: Final = frozenset({"AG", "GmbH", "gGmbH", "mbH", "SE", "KG", "KGaA", "OHG", "eG"})
_FOREIGN_FORM: Final = re.compile(
    r".* (?:Ltd|Inc|Corp|Co|LLC|LLP|PLC|plc|Limited|Incorporated|Corporation|JSC|OJSC|CJSC|PJSC"
    r"|S\.?A|SpA|S\.p\.A|Srl|S\.r\.l|Sp\. z o\.o|a\.s|s\.r\.o|d\.o\.o|d\.d|A/S|ApS|AB|ASA|Oyj?|"
    r"N\.?V|B\.?V|OAO|OOO|SAO|ZAO|PAO|TOO|AO)\.?"
    r"|(?:OAO|OOO|SAO|ZAO|PAO|TOO|AO|UP|RUP|RUE|GUP|FGUP|JSC|OJSC|CJSC|PJSC|LLC|PT) .+"
)
# Stems of adjectives that begin names, by their last letters, and whole ones.
_ADJECTIVE: Final = re.compile(
    r".*(?:isch|lich|[^z]ig|[gikmnrtu]al|ell|iv|iert|är|ös|sam|eigen|bildend|stellend|beratend"
    r"|haft|bar|los|weit|gemein)"
    r"|(?:.*-)?(?:alt|angewandt|autonom|blau|deutsch|dritt|dual|einzig|erst|exakt|fein|frei|geeint"
    r"|global|grau|groß|grün|heilig|hoh|höchst|höher|inner|jung|klein|mittler|modern|neu|ober"
    r"|oberst|offen|privat|real|rein|rot|schwarz|unter|vereinigt|vereint|weiß|zweit|äußer)",
    re.IGNORECASE,
)
# Ordinal numbers and the like begin proper names of firms, too: Erste Group.
_DOUBTFUL_IN_FIRMS: Final = re.compile(r"erst|zweit|dritt|vereint|offen", re.IGNORECASE)
# Towns whose adjective in -er looks like an adjective before a masculine noun.
_TOWN_LIKE_ADJECTIVE: Final = re.compile(
    r"(?:danz|leipz|schlesw|braunschwe|vened|merseb)ig|jülich|aviv|.*(?:[ei]n|h|s|r|p)t?tal"
    r"|(?:appenz|z|.*c|.*w)ell|senegal|portugal|nepal|bengal|montreal|transvaal|.*zell|schwyz",
    re.IGNORECASE,
)
# Stems before -er that are places, where a strong adjective could stand as well.
_PLACE: Final = re.compile(
    r".*(?:sk|burg|berg|dorf|städt|heim|furt|haven|kirch|brück|feld|bach|bad|wald|länd|holm"
    r"|in|ow|ew|au|ing|hagen|häus|grad|gard|schkek)"
    r"|wien|köln|bonn|bern|basl|zürch|genf|luzern|münch[en]*|dresdn|brem|stuttgart|kiel|mainz"
    r"|potsdam|rostock|prag|paris|london|rom|athen|riga|tallinn|schweiz|tirol|graz|linz|brüssel"
    r"|oslo|helsinki|grodno|gomel|almaty|astana|posen|breslau|lübeck|kassel|essen|brest"
    r"|budapest|bukarest|leipzig|danzig|braunschweig|weimar|hannover",
    re.IGNORECASE,
)
_AND: Final = frozenset({"und", "sowie"})
# Words with which a name goes on after its head noun.
_COMPLEMENT: Final = frozenset(
    "ab am an auf aus bei beim bezüglich das dem den der des durch e. für gegen im in innerhalb "
    "mit nach ohne über um unter von vom vor zu zum zur zwischen".split()
)
_FOREIGN: Final = frozenset({"and", "d’", "de", "della", "des", "di", "du", "et", "for", "of", "the"})
_FOREIGN_COMPLEMENT: Final = _FOREIGN - {"des"}
_PARTICLES: Final = frozenset({"von", "van", "de", "zu"})
_DETERMINERS: Final = frozenset(
    "alle beide deine die diese eine einige ihre jede jene keine manche meine mehrere seine solche "
    "unsere viele welche wenige ohne gerne beinahe sowie".split()
)
# Endings of a first word that may be inflected, so that it is no proper name.
_MAYBE_INFLECTED: Final = re.compile(r".*(?:e|er|es|en|em)")
# A name of a town that takes an s in the genitive.
_WITH_S: Final = re.compile(r"[A-ZÄÖÜ][\w-]*(?:[abdfgiklmnoprtuvwyäöü]|[^cghs]e|[ae]h)")
_PLACE_WITHOUT_ARTICLE: Final = re.compile(r"[A-ZÄÖÜ]\w{2,}(?:ien|stan)")
_LONGEST_PROPER_NAME: Final = 2
_SHORTEST_FIRST_PART: Final = 2


class _Noun(NamedTuple):
    """A noun of the table, or a compound with one."""

    gender: Gender
    gen: str
    oblique: str
    is_territory: bool
    #: Whether it is the whole word, or a part of a compound that has a meaning of its own.
    is_whole: bool
    is_ending: bool


def derived_fields(phrase: Phrase, kind: str) -> dict[str, Gender | bool | str]:
    """The gender, the article and the cases of a name, where its head noun decides them.

    ``kind`` is the code of a kind of partner, or ``subject`` for what a document is about.
    Nothing is said where the head noun is not known, or contradicts what is recorded. Cases
    that follow from the gender alone are left to `bilateral.language.german.decline`.

    >>> derived_fields(Phrase("Orscha"), "city")
    {'article': False, 'gen': 'Orschas'}
    >>> derived_fields(Phrase("Staatliches Zollkomitee"), "state_committee")["gen"]
    'Staatlichen Zollkomitees'
    """
    if phrase.article is False:
        return {}
    words = tuple(phrase.nom.split(" "))
    named = _named(words, kind)
    if named is None:
        is_open = phrase.gender is None and phrase.article is None
        return _without_article(words, kind) if is_open else {}
    gender, forms = named
    is_denied = any(getattr(phrase, case) not in {None, forms[case]} for case in _CASES)
    if is_denied or phrase.gender not in {None, gender}:
        return {}
    bare = Phrase(phrase.nom, gender=gender, article=True)
    needed = {case: text for case, text in forms.items() if decline(bare, case) != text}
    return {"gender": gender, "article": True, **needed}


def _without_article(words: Sequence[str], kind: str) -> dict[str, Gender | bool | str]:
    """What is known of a proper name: towns and firms go without an article."""
    name = " ".join(words)
    is_place = kind == "region" and _PLACE_WITHOUT_ARTICLE.fullmatch(name)
    if not (is_place or (kind in _TOWNS and _is_proper(words)) or _is_firm(words, kind)):
        return {}
    # A name in several words may hold anything: Frankfurt am Main, Rio de Janeiro.
    takes_s = kind in _TERRITORIES and _WITH_S.fullmatch(name)
    return {"article": False, **({"gen": f"{name}s"} if takes_s else {})}


def _is_firm(words: Sequence[str], kind: str) -> bool:
    if _FOREIGN_FORM.fullmatch(" ".join(words)):
        return True
    return kind in _FIRMS and _is_proper(words) and _noun(words[-1], "") is None


def _is_proper(words: Sequence[str]) -> bool:
    """Whether no word of a name is an adjective, or the German article."""
    return not any(_is_adjective(word) for word in words[: len(words) - 1]) and words[0] not in {
        "Der",
        "Die",
        "Das",
    }


def _is_adjective(word: str) -> bool:
    """Whether a word has the ending of an adjective in a nominative."""
    return any(_stem(word, ending) is not None for ending in ("er", "es", "e"))


def _named(words: tuple[str, ...], kind: str) -> tuple[Gender, dict[str, str]] | None:
    """The gender of a name and its cases, by its legal form or its head noun."""
    if words[-1] in _GERMAN_FORMS and len(words) > 1:
        return _with_legal_form(words)
    if _FOREIGN_FORM.fullmatch(" ".join(words)):
        return None
    place = _place_of_head(words, kind)
    noun = None if place is None else _noun(words[place], kind)
    if place is None or noun is None:
        return None
    adjectives = _adjectives(words[:place], noun, ends=place == len(words) - 1)
    if adjectives is None and "-" in words[place]:
        adjectives = _adjectives_before_namesake(words[:place], noun.gender)
    if adjectives is None or not _goes_on(words[place + 1 :], noun, kind):
        return None
    return noun.gender, _cases(words, adjectives, noun, place)


def _with_legal_form(words: tuple[str, ...]) -> tuple[Gender, dict[str, str]] | None:
    stems = [_stem(word, "e") for word in words]
    count = next(at for at, stem in enumerate(stems) if stem is None)
    if count and _DOUBTFUL_IN_FIRMS.fullmatch(stems[0] or ""):
        return None
    adjectives = dict(zip(range(count), filter(None, stems), strict=False))
    firm = _Noun(Gender.FEMININE, words[-1], words[-1], is_territory=False, is_whole=True, is_ending=False)
    return firm.gender, _cases(words, adjectives, firm, len(words) - 1)


def _cases(
    words: tuple[str, ...], adjectives: dict[int, str], noun: _Noun, place: int
) -> dict[str, str]:
    forms: dict[str, str] = {}
    for case in _CASES:
        declined = list(words)
        for at, stem in adjectives.items():
            declined[at] = str(agree_after_article(stem, noun.gender, case))
        declined[place] = _of_noun(words[place], noun, case)
        forms[case] = " ".join(declined)
    return forms


def _of_noun(word: str, noun: _Noun, case: str) -> str:
    if case == "gen":
        return noun.gen
    if case == "dat" or noun.gender is Gender.MASCULINE:
        return noun.oblique
    return word


def _place_of_head(words: tuple[str, ...], kind: str) -> int | None:
    """The place of the first noun of the table; in the name of a town it is a type word alone."""
    for at, word in enumerate(words):
        if not word[:1].isupper() or (_is_adjective(word) and at + 1 < len(words)):
            continue
        noun = _noun(word, kind)
        if noun:
            return at
    return None


def _adjectives(words: tuple[str, ...], noun: _Noun, *, ends: bool) -> dict[int, str] | None:
    """The places and stems of the adjectives before a head noun; `None` if some word is unclear.

    A noun at the end of a name may have a proper name before it, Halyk Bank.
    """
    found: dict[int, str] = {}
    unclear: list[str] = []
    for at, word in enumerate(words):
        if _joins(words, at) or word.rstrip(",").endswith("-"):
            continue
        if stem := _stem(word, ADJECTIVE_ENDINGS[noun.gender]):
            found[at] = stem
        elif not _is_of_place(word, noun.gender):
            unclear.append(word)
    if not unclear:
        return found
    is_name = len(unclear) == len(words) <= _LONGEST_PROPER_NAME
    is_proper = all(word[:1].isupper() and not _MAYBE_INFLECTED.fullmatch(word) for word in unclear)
    return found if ends and is_name and is_proper and not noun.is_territory else None


def _joins(words: tuple[str, ...], at: int) -> bool:
    """Whether a word is the "und" after the first part of a compound, or after an adjective."""
    if words[at] not in _AND or at == 0:
        return False
    return words[at - 1].endswith("-") or _is_adjective(words[at - 1])


def _adjectives_before_namesake(words: tuple[str, ...], gender: Gender) -> dict[int, str] | None:
    """The adjectives before a person's name, Staatliche Maxim Tank-Universität."""
    found: dict[int, str] = {}
    for at, word in enumerate(words):
        stem = _stem(word, ADJECTIVE_ENDINGS[gender])
        if stem and len(found) == at:
            found[at] = stem
        elif _is_adjective(word) or not (word[:1].isupper() or word in _PARTICLES):
            return None
    return found


def _stem(word: str, ending: str) -> str | None:
    """The stem of a word that is an adjective for certain."""
    stem = word.removesuffix(ending)
    if stem == word:
        return None
    if ending == "er" and _TOWN_LIKE_ADJECTIVE.fullmatch(stem):
        return None
    if _ADJECTIVE.fullmatch(stem) and not _noun_is(word):
        return stem
    # Written with a small letter before a noun, it is one, whatever its stem.
    is_small = word.islower() and len(stem) > _SHORTEST_FIRST_PART
    return stem if is_small and ending == "e" and word not in _DETERMINERS else None


def _noun_is(word: str) -> bool:
    return word in {"Initiative", "Alternative", "Perspektive", "Filiale", "Kathedrale", "Exekutive"}


def _is_of_place(word: str, gender: Gender) -> bool:
    """Whether a word is an adjective in -er from the name of a place, which has no endings."""
    stem = word.removesuffix("er")
    if stem == word or not word[0].isupper():
        return False
    # Before other nouns a strong adjective has another ending.
    return gender is not Gender.MASCULINE or bool(_PLACE.fullmatch(stem))


def _goes_on(rest: tuple[str, ...], noun: _Noun, kind: str) -> bool:
    """Whether what follows a head noun leaves it the only one."""
    if not rest:
        return True
    first = rest[0]
    if first in _AND or first in {"&", "+", "/", "oder"}:
        other = _noun(rest[1], kind) if kind == "subject" and len(rest) > 1 else None
        return bool(other) and noun.gender is other.gender is Gender.FEMININE
    if first in _FOREIGN_COMPLEMENT or (first.islower() and first not in _COMPLEMENT):
        return False
    beside = _noun(first, kind)
    if beside and beside.gender is not noun.gender and not beside.is_territory:
        return False
    return not any(_is_second_head(rest, at, kind) for at in range(1, len(rest)))


def _is_second_head(rest: tuple[str, ...], at: int, kind: str) -> bool:
    """Whether a noun stands beside the head: Stadt Minsk und Kreis Lida."""
    is_joined = rest[at - 1] in _AND and _COMPLEMENT.isdisjoint(rest[:at])
    noun = _noun(rest[at], kind) if is_joined else None
    return noun is not None and noun.is_whole


def _noun(word: str, kind: str) -> _Noun | None:
    """The noun of the table that a word is, or ends with."""
    noun = _known_noun(tables_of("de"), word, is_subject=kind == "subject")
    if noun is None or kind not in _TERRITORIES | _FIRMS:
        return noun
    if kind in _FIRMS:
        return None if noun.is_territory or noun.is_ending else noun
    is_type = noun.is_territory and (noun.is_whole or kind not in _TOWNS)
    return noun if is_type else None


@lru_cache(maxsize=4096)
def _known_noun(tables: Tables, word: str, *, is_subject: bool) -> _Noun | None:
    rows = _rows(tables)
    for begin, noun in _parts(word):
        row = rows.get(noun)
        if row is None or (begin and noun[0] != "-" and "alone" in row):
            continue
        if "gender" not in row or (row.get("of") == "subject" and not is_subject):
            return None
        length = len(row["noun"])
        gen = word + row.get("gen", row["noun"])[length:]
        oblique = word + row.get("oblique", row["noun"])[length:]
        is_territory = row.get("of") == "territory"
        return _Noun(
            Gender(row["gender"]), gen, oblique, is_territory, not begin, noun[0] == "-"
        )
    return None


def _parts(word: str) -> Iterator[tuple[int, str]]:
    """The endings of a word that may be a noun of the table, the longest first."""
    small = word.lower()
    yield 0, small
    for begin in range(_SHORTEST_FIRST_PART, len(small) - 1):
        yield begin, f"-{small[begin:]}"
        if begin > _SHORTEST_FIRST_PART or small[begin - 1] == "-":
            yield begin, small[begin:]


@lru_cache(maxsize=8)
def _rows(tables: Tables) -> dict[str, dict[str, str]]:
    """The table of nouns by what a word has to end with."""
    return {noun.lower(): row for noun, row in tables.rows("heads", "noun").items()}
