"""Russian names of bodies and places: their cases, where their shape makes them certain.

Adjectives that agree, a head noun whose whole paradigm is in the table ``head_nouns``, and
attributes that do not change. What is not seen to be of that shape has no forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from bilateral.language.lexicon import CASES, Lexicon, lexicon
from bilateral.language.russian import decline_adjective
from bilateral.language.russian_places import decline_place
from bilateral.language.russian_tails import (
    Noun,
    is_abbreviation,
    outside_quotes,
    stays,
    words_that_are,
)
from bilateral.tables import Row
from bilateral.text import Gender, Phrase

__all__ = ["Declined", "declined_with", "derived_fields", "is_nominative", "unless_recorded"]

#: The cases of a word; one that is not certain is not there.
_Forms = Mapping[str, str]

_WORD: Final = re.compile(r"\S+")
_CAPITAL: Final = re.compile(r"\s[А-ЯЁ]")
_BRACKETED: Final = re.compile(r"(\()(.+)(\))|(.+?)(,)")
# What a legal form has after it: a name in quotes, also with a second abbreviation, or in Latin.
_NAMED: Final = re.compile(r"(?:[А-ЯЁ]+\s)*«»|[^А-Яа-яЁё]+$")
_PLACES: Final = frozenset({"city", "district", "region"})
# A prefix is no shorter: автозавод, but not "подзавод" of the unknown.
_SHORTEST_PREFIX: Final = 3


class Declined(NamedTuple):
    """A head noun with its cases."""

    noun: Noun
    forms: _Forms


class _Group(NamedTuple):
    """Adjectives and their noun at the beginning of a name, or several such groups."""

    words: tuple[_Forms, ...]
    #: The last head noun, after which the rest stands.
    noun: Noun
    gender: str | None


#: Gives a word as a head noun with its cases; `None` if it is none for certain.
_Find = Callable[[str], Declined | None]
_Check = Callable[[str], bool | None]

# What a rest without a head noun has before it.
_NO_NOUN: Final = Noun("", "n", "")


def derived_fields(phrase: Phrase, kind: str) -> dict[str, str | Gender]:
    """The cases and the gender of a name, where its shape makes them certain.

    Nothing where somebody recorded a form that the rule would not have made.

    >>> derived_fields(Phrase("Брестская область"), "region")["ins"]
    'Брестской областью'
    """
    name = phrase.nom
    fields = _indeclinable(name) or _headed(name) or _placed(name, kind) or {}
    return unless_recorded(phrase, fields)


def declined_with(phrase: Phrase, find: _Find, check: _Check) -> dict[str, str | Gender]:
    """The cases and the gender of a phrase whose head nouns are those that ``find`` gives.

    ``check`` is the ``is_nominative`` of `russian_tails.stays`. Nothing as in `derived_fields`.
    """
    return unless_recorded(phrase, _headed(phrase.nom, find, check) or {})


def unless_recorded(phrase: Phrase, fields: dict[str, str | Gender]) -> dict[str, str | Gender]:
    """The fields that a rule made; none where the phrase has one of them that differs."""
    recorded = ((field, getattr(phrase, field)) for field in fields)
    if any(value is not None and value != fields[field] for field, value in recorded):
        return {}
    return fields


def _fields(forms: _Forms, gender: str | None) -> dict[str, str | Gender]:
    cases: dict[str, str | Gender] = {case: forms[case] for case in CASES[1:] if case in forms}
    return {**cases, "gender": Gender(gender)} if gender else cases


def _indeclinable(name: str) -> dict[str, str | Gender] | None:
    """A name that begins with an abbreviation: ТОО «…», МВД Республики Беларусь."""
    first, *others = name.split(maxsplit=1)
    rest = outside_quotes("".join(others))
    form = _legal_form(first)
    if form:
        named = _NAMED.match(rest)
        if named is None:
            return None
        rest = rest[named.end() :]
    elif not is_abbreviation(first):
        return None
    if not stays(rest, _NO_NOUN, is_nominative):
        return None
    return _fields(dict.fromkeys(CASES, name), form["gender"] if form else None)


def _legal_form(word: str) -> Row | None:
    """The row of an abbreviation with which names begin: ТОО, НИИ."""
    return lexicon("ru").rows("legal_forms").get(word)


def _headed(
    name: str,
    find: _Find | None = None,
    check: _Check | None = None,
) -> dict[str, str | Gender] | None:
    """A name with a head noun, of the table if nothing else is given."""
    spans = [match.span() for match in _WORD.finditer(name)]
    words = [name[begin:end] for begin, end in spans]
    group = _group(words, find or _noun)
    if group is None:
        return None
    end = spans[len(group.words) - 1][1]
    tail = name[end:]
    cases = dict.fromkeys(CASES, tail)
    if group.noun.rule == "agrees" and _CAPITAL.match(tail):
        place = decline_place(tail[1:], "city")
        if place is None or not place.is_settled:
            return None
        cases = {case: f"{tail[0]}{place.forms[case]}" for case in CASES}
    elif not stays(tail, group.noun, check or is_nominative):
        return None
    made = {
        case: _joined(name, spans, [forms[case] for forms in group.words]) + cases[case]
        for case in CASES
        if all(case in forms for forms in group.words)
    }
    return _fields(made, group.gender)


def _joined(name: str, spans: Sequence[tuple[int, int]], words: Sequence[str]) -> str:
    """Words with the blanks that stand between them in a name."""
    ends = [0, *(end for _, end in spans)]
    return "".join(
        name[before:begin] + word
        for before, (begin, _), word in zip(ends, spans, words, strict=False)
    )


def _placed(name: str, kind: str) -> dict[str, str | Gender] | None:
    place = decline_place(name, kind) if kind in _PLACES else None
    return place and _fields(place.forms, place.gender)


def _group(words: Sequence[str], find: _Find) -> _Group | None:
    """The declined words at the beginning, if all of them are certain."""
    found = ((size, noun) for size, word in enumerate(words) if (noun := find(word)))
    size, head = next(found, (0, None))
    adjectives = head and _adjectives(words[:size], head.noun.gender)
    if head is None or adjectives is None:
        return None
    if not adjectives and _legal_form(words[0]):
        # What such a name has besides is for `_indeclinable`.
        return None
    group = _Group((*adjectives, head.forms), head.noun, head.noun.gender)
    if words[size + 1 : size + 2] != ["и"]:
        return group
    # Институт и клиника: both decline.
    other = _group(words[size + 2 :], find)
    if other is None:
        return None
    between = dict.fromkeys(CASES, "и")
    return other._replace(words=(*group.words, between, *other.words), gender=None)


def _adjectives(words: Sequence[str], gender: str) -> tuple[_Forms, ...] | None:
    """The cases of adjectives before a noun of a gender, joined by commas or "и"."""
    if words and (words[-1] == "и" or words[-1].endswith(",")):
        return None
    found: list[_Forms] = []
    for word in words:
        if (word == "и" and found) or word.lower() in words_that_are("modifier"):
            found.append(dict.fromkeys(CASES, word))
            continue
        before, plain, after = _undressed(word)
        cases = decline_adjective(plain, gender)
        if cases is None:
            return None
        found.append({case: f"{before}{form}{after}" for case, form in cases.items()})
    return tuple(found)


def _undressed(word: str) -> tuple[str, str, str]:
    """A word without the brackets or the comma that stand at it: (Приволжский)."""
    match = _BRACKETED.fullmatch(word)
    if match is None:
        return "", word, ""
    return match[1] or "", match[2] or match[4], match[3] or match[5]


class _Heads(NamedTuple):
    """The table of head nouns, and the nouns that others end in, the longest first."""

    rows: Mapping[str, Mapping[str, str]]
    compounds: tuple[str, ...]


@cache
def _heads(tables: Lexicon) -> _Heads:
    written = tables.rows("head_nouns", "nom")
    # Many write е for ё.
    plain = {nom.replace("ё", "е"): row for nom, row in written.items() if "ё" in nom}
    rows = {
        nom: {key: cell.replace("ё", "е") for key, cell in row.items()}
        for nom, row in plain.items()
    }
    rows |= written
    ends = sorted((nom for nom, row in written.items() if "compounds" in row), key=len)
    return _Heads(rows, tuple(reversed(ends)))


def _noun(word: str) -> Declined | None:
    """The paradigm of a word that is a head noun, or a compound with one."""
    form = _legal_form(word)
    if form:
        return Declined(Noun(word, form["gender"], ""), dict.fromkeys(CASES, word))
    if word[1:] != word[1:].lower() and "-" not in word:
        return None
    *before, last = word.split("-")
    head = _simple_noun(last)
    if head is None or not before:
        return head
    # Both parts decline in школа-интернат, the last one in пресс-центр.
    parts = [*map(_part, before), head]
    if None in parts:
        return None
    known = [part for part in parts if part]
    forms = {
        case: "-".join(part.forms[case] for part in known)
        for case in CASES
        if all(case in part.forms for part in known)
    }
    gender = known[0].noun.gender or head.noun.gender
    return Declined(Noun(word.lower(), gender, head.noun.rule), forms)


def _part(word: str) -> Declined | None:
    """What a hyphen joins to a head noun: another one, or what does not decline."""
    if word.lower() in words_that_are("first_part") or (len(word) > 1 and word.isupper()):
        return Declined(Noun("", "", ""), dict.fromkeys(CASES, word))
    return _simple_noun(word)


def _simple_noun(word: str) -> Declined | None:
    rows, compounds = _heads(lexicon("ru"))
    plain = word.lower()
    head = plain if plain in rows else next(filter(plain.endswith, compounds), None)
    prefix = len(plain) - len(head or plain)
    if head is None or 0 < prefix < _SHORTEST_PREFIX or word[1:] != plain[1:]:
        return None
    row = rows[head]
    # The first letter is that of every form.
    forms = {case: word[:prefix] + row[case] for case in CASES if case in row}
    declined = {case: word[:1] + form[1:] for case, form in forms.items()}
    return Declined(Noun(plain, row["gender"], row.get("name", "")), declined)


def is_nominative(word: str) -> bool | None:
    """Whether a word is the nominative of a head noun, and no other case of one (`stays`)."""
    head = _noun(word.lower())
    return head and head.noun.gender != Gender.PLURAL and head.forms["gen"] != word.lower()
