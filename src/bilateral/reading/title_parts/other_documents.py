"""The other document that a title names: what it amends, carries out, replaces or ends."""

from __future__ import annotations

from typing import Final, NamedTuple

from bilateral.dates.words.vocabulary import date_words
from bilateral.reading.kinds import COMMON_WORDS, KindFinder
from bilateral.reading.words import Text

__all__ = ["OtherDocument", "other_document"]

_RELATIONS: Final = ("amends", "extends", "implements", "supersedes", "terminates", "to")
# How many words may stand between the relation and the kind of the other document, so that it is
# certain that they belong together.
_NEAR: Final = 5
# Within how many words the date of the other document begins and ends.
_LONGEST_DATE: Final = 7
# The same after a mere "to" without an article.
_NEAR_TO: Final = 2


class OtherDocument(NamedTuple):
    """A relation, the word where it begins, the title of the other document, and certainty."""

    relation: str
    start: int
    title: Text
    is_certain: bool


def other_document(text: Text, kinds: KindFinder) -> OtherDocument | None:
    """The first other document that a title names behind its own kind."""
    named = kinds.first
    first = named.start + 1 if named else 0
    places = {i for relation in _RELATIONS for i in text.places(relation) if i >= first}
    # Relating to a programme: a subject begins there, and no other document.
    inner = {
        after
        for role in ("on", "preposition")
        for i, n in text.places(role).items()
        for after in range(i + 1, i + n)
    }
    for i in sorted(places - inner):
        for relation in _RELATIONS:
            n = text.role(i, relation)
            found = _kind_after(kinds, text, i + n, relation) if n else None
            if found is not None:
                kind, is_near = found
                name = text.span(named.start, named.end) if named else ""
                return OtherDocument(
                    _said_by_kind(text, name) if relation == "to" else relation,
                    i,
                    text.since(_with_attributes(text, i + n, kind)),
                    is_near,
                )
    return _in_clause(text, kinds, first)


def _in_clause(text: Text, kinds: KindFinder, first: int) -> OtherDocument | None:
    """The other document in a clause that ends with its verb: ... den Vertrag ersetzt."""
    for start, n in text.places("relative").items():
        if start < first or "," not in text.gap(start):
            continue
        kind = next((i for i in kinds.places if i >= start + n and kinds.at(i)), len(text.words))
        for relation in _RELATIONS[:-1]:
            for verb, m in text.places(f"{relation}.last").items():
                if kind < verb:
                    name = text.without(text.starts[verb], text.ends[verb + m - 1])
                    begin = _with_attributes(text, start + n, kind)
                    return OtherDocument(relation, start, name.since(begin), is_certain=True)
    return None


def _kind_after(
    kinds: KindFinder, text: Text, start: int, relation: str
) -> tuple[int, bool] | None:
    """The word with which the name of a kind begins, and whether it is near."""
    within = _NEAR if relation != "to" or _is_definite(text, start) else _NEAR_TO
    has_date = any(word.has_figures for word in text.words[start : start + _LONGEST_DATE])
    for i in range(start, len(text.words)):
        named = kinds.at(i)
        is_near = within > 0
        if named and kinds.is_common_noun(named):
            named = None
        if named and (is_near or COMMON_WORDS.isdisjoint(named.kinds)):
            return i, is_near
        within -= not (text.is_article(i) or (has_date and _is_of_date(text, i)))
        is_weak = relation == "to"
        is_other = (is_weak or not is_near) and _begins_other(text, i)
        # From the one day to the other one, to the Agreement.
        is_other = is_other or (is_weak and bool(text.role(i, "to")))
        if (is_weak and within <= 0) or text.role(i, "between") or is_other:
            break
    return None


def _is_definite(text: Text, i: int) -> bool:
    """Whether an article follows: to the Free Trade Agreement."""
    return i < len(text.words) and text.is_article(i)


def _is_of_date(text: Text, i: int) -> bool:
    """Whether a word belongs to a date of signature: des am 5. Mai 1990 unterzeichneten."""
    key = text.words[i].key
    is_month = key in date_words(text.grammar.lang).months
    is_small = any(text.role(i, role) for role in ("dated", "moment", "place_in"))
    return is_month or is_small or text.is_number(i)


def _with_attributes(text: Text, start: int, kind: int) -> int:
    """The first of the words before a kind that belong to it: Free Trade Agreement.

    A date before it belongs to it, too, and so does a word that may be both its parties:
    des deutsch-britischen Abkommens.
    """
    if any(text.words[i].has_figures for i in range(start, kind)):
        return start
    if text.grammar.words("head.last"):
        while kind > start and not text.is_small(kind - 1):
            kind -= 1
    elif kind > start and "-" in text.words[kind - 1].key:
        kind -= 1
    return kind


def _begins_other(text: Text, i: int) -> bool:
    """Whether words for a relation of its own begin there."""
    return any(text.role(i, relation) for relation in _RELATIONS[:-1])


def _said_by_kind(text: Text, name: str) -> str:
    """What a document *to* another one does to it: an implementing protocol carries it out."""
    key = name.casefold()
    words = text.grammar.words("kind.implements")
    return "implements" if key.startswith(words) else "to"
