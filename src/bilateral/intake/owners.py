"""Whose list it is, by the title above it: Twin towns of Cork, Partnerstädte der Stadt Jena."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bilateral.errors import AmbiguousText
from bilateral.instruments import AgreementKind
from bilateral.intake.layout.headings import Heading, read_heading
from bilateral.language.folding import tidy
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.parties import Parties
from bilateral.reading.words import Text

__all__ = ["KEEPERS", "country_above", "owner_above"]

#: Those that keep lists of what others have signed, too.
KEEPERS = frozenset(
    {
        PartnerKind.DIPLOMATIC_MISSION,
        PartnerKind.GOVERNMENT,
        PartnerKind.MINISTRY,
        PartnerKind.ORGANISATION,
        PartnerKind.PUBLIC_BODY,
        PartnerKind.STATE_COMMITTEE,
    }
)
_QUOTED = re.compile('«([^«»]+)»|„([^“”]+)[“”]|“([^”]+)”|"([^"]+)"')
# Where a title goes on with something else: a bracket, a dash, a line.
_PARTS = re.compile(r"\s*(?:[()\[\]:;\n]|\s[-–—]\s|(?<=\w{4})\.\s)\s*")
_LONGEST = 200
_LONGEST_TOWN = 4


def owner_above(texts: Iterable[str], lang: str, country: str | None) -> Partner | None:
    """The only one that the texts above a list name, in the genitive or alone.

    ``country`` is where it is, if that is known. Those that keep lists of others are none. What a
    title names that says what the list has, is before what stands in a note beside it.

    >>> owner_above(["Partnerstädte der Stadt Jena"], "de", None).id
    'de-jena'
    """
    told = [(text, heading) for text in texts if not (heading := read_heading(text, lang)).is_note]
    # Who is known without the country goes before an office that is only said to be one there.
    found = (_only_one(told, lang, place) for place in dict.fromkeys((None, country)))
    return next((one for one in found if one and country in (None, one.country)), None)


def _only_one(
    texts: Iterable[tuple[str, Heading]], lang: str, country: str | None
) -> Partner | None:
    """The only one that texts name, or those of them that say what the list has."""
    found: dict[str, Partner] = {}
    titles: set[str] = set()
    for text, heading in texts:
        owner = next(_named(tidy(text[:_LONGEST]), lang, country), None)
        if owner is not None:
            if owner.kind is PartnerKind.CITY_EXECUTIVE:
                # It keeps the list for its town.
                owner = next(_towns(Text(owner.name.marked(lang), lang), lang, country), owner)
            found.setdefault(owner.id, owner)
            titles |= {owner.id} if heading.said() else set()
    if len(titles) == 1:
        found = {name: found[name] for name in titles}
    owners = [one for one in found.values() if one.kind not in KEEPERS]
    return owners[0] if len(owners) == len(found) == 1 else None


def country_above(texts: Iterable[str], lang: str, home: str) -> str | None:
    """The only other country that a list is about, by the texts above it.

    It stands behind "with", or beside the country whose list it is.

    >>> country_above(["Agreements with universities in Japan"], "en", "BY")
    'JP'
    """
    found: set[str] = set()
    for text in texts:
        names = KnownNames(Text(text[:_LONGEST], lang), None)
        words = range(len(names.text.words))
        named = {one for one in names.countries(0, len(words)) if one}
        behind = next((i for i in words if names.text.role(i, "with")), len(words))
        with_it = {one for one in names.countries(behind, len(words)) if one}
        found |= (named if home in named else with_it) - {home}
    return found.pop() if len(found) == 1 else None


def _named(text: str, lang: str, country: str | None) -> Iterator[Partner]:
    heading = read_heading(text, lang)
    is_of_towns = heading.kind is AgreementKind.TWINNING or heading.party is PartnerKind.CITY
    kind = PartnerKind.CITY if is_of_towns else None
    if kind is not None:
        yield from _towns(Text(text, lang), lang, country)
    for match in _QUOTED.finditer(text):
        yield from _partner(next(filter(None, match.groups())), lang, country, kind)
    for part in filter(None, _PARTS.split(text)):
        whole, comma, _ = part.partition(",")
        if comma and certain(whole, lang, PARTNERS):
            # City of Zagreb, Office for International Relations
            yield from _partner(whole, lang, country, kind)
        words = Text(part, lang)
        for start in _starts(words, lang):
            end = _end(words, start)
            yield from _partner(words.span(start, end), lang, country, kind)


def _towns(text: Text, lang: str, country: str | None) -> Iterator[Partner]:
    """The towns that a text names, whatever stands before or behind: Coventry City Council."""
    count = len(text.words)
    for start in range(count):
        for end in range(min(count, start + _LONGEST_TOWN), start, -1):
            found = {
                one.value.id: one.value
                for one in certain(text.span(start, end), lang, PARTNERS)
                if one.value.kind is PartnerKind.CITY and country in (None, one.country)
            }
            if len(found) == 1 and text.words[start].is_capitalised:
                yield from found.values()


def _starts(text: Text, lang: str) -> Iterator[int]:
    """Where a name may begin: with the text, behind an article or "of", or with its noun."""
    count = len(text.words)
    last = next((i for i in range(1, count) if text.role(i, "with")), count)
    parties = Parties(text, None)
    is_heading = bool(read_heading(text.text, lang).said())
    behind = [i for i in range(1, last) if text.is_article(i - 1)]
    behind += [i for i in range(1, last) if i not in behind and text.role(i - 1, "of") == 1]
    starts = behind if text.grammar.articles else [*range(1, last)]
    for start in starts if is_heading else (0, *starts):
        end = _end(text, start)
        party = parties.party(start, end, "gen" if start else "nom")
        edges = (text.words[start], text.words[end - 1])
        if party.partner or party.kind or any(_is_noun(word.text, lang) for word in edges):
            yield start


def _is_noun(word: str, lang: str) -> bool:
    """Whether a word alone tells what a partner is."""
    try:
        # Any country will do.
        kind = Partner.like(word, lang, country="DE").kind
    except (AmbiguousText, ValidationError):
        return False
    return not kind.is_territory and kind not in KEEPERS


def _end(text: Text, start: int) -> int:
    """Where it is said with whom, about what or until when."""
    count = len(text.words)
    roles = ("with", "about")
    ends = (i for i in range(start + 1, count) if any(text.role(i, one) for one in roles))
    return next(ends, count)


def _partner(text: str, lang: str, country: str | None, kind: PartnerKind | None) -> list[Partner]:
    """The partner that a text names, if it names one; one elsewhere is none."""
    if not _may_be_name(Text(text, lang)):
        return []
    for place, sort in dict.fromkeys(((None, None), (country, None), (country, kind))):
        try:
            found = Partner.like(text, lang, country=place, kind=sort)
        except (AmbiguousText, ValidationError):
            continue
        # The municipalities: nobody of that name.
        first = read_heading(found.name.marked(lang).split(maxsplit=1)[0].strip(","), lang)
        if country in (None, found.country) and not (first.kind or first.party):
            return [found]
    return []


def _may_be_name(text: Text) -> bool:
    """Whether a text is no clause: University *has* agreements; a working list.

    Where articles tell nouns, a name has none but small words with small letters.
    """
    has_case = bool(text.grammar.articles)
    words = enumerate(text.words)
    return not has_case or all(text.is_small(i) or not one.text.islower() for i, one in words)
