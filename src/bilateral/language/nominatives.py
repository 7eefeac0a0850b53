"""From a case of a name back to its nominative, where the grammar of the language is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import form_of
from bilateral.tags import best_tag
from bilateral.text import Phrase

__all__ = ["nominative"]

# An adjective behind an article, and what it may end in without one.
_WEAK = "en"
_STRONG = ("e", "er", "es")
_MOST_WORDS = 4
# Of a foreign name, the genitive may have an ending.
_UNCHANGED = ("dat", "acc")
# A word with several capitals is the same in all cases: BMEL, BMVg.
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][a-zäöü]*[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*")
# Letters that German words do not have.
_FOREIGN = re.compile("[áâãåąćčçďèêëęěíîïłńňñòóôõøœřśšşșťțúùûůűýźżžđğıőæéà]")
_GERMAN_CASES = ("gen", "dat", "acc")


@lru_cache(maxsize=4096)
def nominative(text: str, lang: str, case: str | None, kind: str) -> str | None:
    """The nominative of a name that stands in a case; `None` where that is not certain.

    ``case`` is `None` where it is not known; ``kind`` is the code of the kind of partner. In
    languages without a grammar of names, a text is its own nominative.

    >>> nominative("Ministeriums für Kultur", "de", "gen", "ministry")
    'Ministerium für Kultur'
    """
    language = best_tag(lang, tuple(_GRAMMARS))
    return _GRAMMARS[language](text, case, kind) if language else text


def _russian(text: str, case: str | None, kind: str) -> str | None:
    from bilateral.language.russian_nominatives import nominative

    return nominative(text, case, kind)


def _german(text: str, case: str | None, kind: str) -> str | None:
    is_same = case in _UNCHANGED and _is_foreign(text)
    if case == "nom" or is_same or _ABBREVIATION.fullmatch(text):
        return text
    cases = _GERMAN_CASES if case is None else (case,)
    found = {one for one in _candidates(text) for wanted in cases if _is(one, wanted, text, kind)}
    if case is None and text in found:
        return text
    if not found and _has_forms(text, kind):
        # Behind a preposition, many leave a name as it is: mit der Al-Farabi Nationale Universität.
        return text
    if len(found) > 1:
        # What may be a person's name before a noun is an adjective if it looks like one.
        found = {one for one in found if not _is_weak(one)} or found
    return found.pop() if len(found) == 1 else None


def _has_forms(name: str, kind: str) -> bool:
    """Whether a name is a nominative that has other cases for certain."""
    from bilateral.language.german_names import derived_fields

    return bool(derived_fields(Phrase(name), kind).get("gender"))


def _is_foreign(name: str) -> bool:
    """Whether a word of another language is in a name: it is the same in all cases.

    Kyoto University, Moravská galerie; not Staatlichen Universität Rio de Janeiro.
    """
    from bilateral.language.german_words import noun_in

    words, known = name.split(" "), grammar("de").words("foreign")
    for n, word in enumerate(words):
        before = words[:n]
        if any(one.endswith(_WEAK) for one in before):
            return False
        if fold(word) in known:
            return True
        if _FOREIGN.search(word.lower()):
            # What a German noun stands before is but a name in it: Museum Příbram.
            return not any(noun_in(one, "organisation") for one in before)
    return False


def _is_weak(name: str) -> bool:
    """Whether a name begins with an adjective that has the ending of another case: Deutschen."""
    from bilateral.language.german_words import stem_of

    return stem_of(name.partition(" ")[0], _WEAK) is not None


def _is(name: str, case: str, text: str, kind: str) -> bool:
    """Whether a name has that text for a case, after an article."""
    try:
        return form_of(complete(Phrase(name), "de", kind), "de", case) == text
    except MissingForm:
        return False


def _candidates(text: str) -> Iterator[str]:
    words = text.split(" ")
    ways = [[*_endings(word)] for word in words[:_MOST_WORDS]]
    for some in product(*ways):
        yield " ".join([*some, *words[_MOST_WORDS:]])


def _endings(word: str) -> Iterator[str]:
    """A word as it is, as an adjective with another ending, as a noun without its genitive."""
    yield word
    if word.endswith(_WEAK):
        yield from (word.removesuffix(_WEAK) + ending for ending in _STRONG)
    yield from (word.removesuffix(end) for end in ("es", "s") if word.endswith(end))


_GRAMMARS: dict[str, Callable[[str, str | None, str], str | None]] = {
    "de": _german,
    "ru": _russian,
}
