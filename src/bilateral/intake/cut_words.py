"""Words that lists cut short, in full: Ltr of intent, env. prot., Zus.arbeit, сотр-во."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from bilateral.dates.words.vocabulary import date_words
from bilateral.language.folding import fold
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.reading.words import Text, are_in_order

__all__ = ["title_in_full", "words_in_full"]

# A word with full stops inside or behind it, or with a hyphen for its middle. Of a German
# compound, the other word may stand behind the full stop and a hyphen.
_TOKEN = re.compile(
    r"(?:(?<![\w.-])|(?<=\.-))[^\W\d_]+(?:\.(?=[^\W\d_])[^\W\d_]+)*(?:-[^\W\d_A-ZА-ЯЁ]{1,3})?"
    r"(?![\w'’/]|-\w)(?:\.(?!-[A-ZÄÖÜ]))?(?!\.)"
)
# The fewest letters of what is left of a word.
_SHORTEST = 3
# So many letters at their beginning have words that are not told apart.
_ALIKE = 5
_VOWEL = re.compile("[aeiouyäöüаеёиоуыэюя]")
# Behind these stands a party, behind those another document, and behind the last a field.
_PARTY, _DOCUMENT, _FIELD = ("between", "with"), ("article", "to"), ("about", "field")


def title_in_full(text: str, lang: str) -> str:
    """A title with those words in full that it cuts short, but for the names of its parties.

    Behind "on", a word for a field comes before one for a kind of document.

    >>> title_in_full("Ltr of intent", "en"), title_in_full("Coop. agrmnt on env. prot.", "en")
    ('Letter of intent', 'Cooperation agreement on environmental protection')
    >>> title_in_full("Соглашение о сотр-ве в сфере охраны окр. среды", "ru")
    'Соглашение о сотрудничестве в сфере охраны окружающей среды'
    >>> title_in_full("Vereinb. wiss.-techn. Zus.arb. mit Koop. Jena", "de")
    'Vereinbarung wissenschaftlich-technische Zusammenarbeit mit Koop. Jena'
    """
    rows = ("kind", "field")
    found = {
        token.start(): (token, wholes)
        for token in _TOKEN.finditer(text)
        if any(wholes := [_in_full(token, lang, row) for row in rows])
    }
    words = Text(text if found else "", lang)
    none: tuple[re.Match[str] | None, list[str]] = (None, [])
    behind = _DOCUMENT
    parts, end = [""], 0
    for i, start in enumerate(words.starts):
        ways = (way for way in (_PARTY, _DOCUMENT, _FIELD) if any(words.role(i, r) for r in way))
        way = next(ways, behind)
        behind = behind if (behind, way) == (_PARTY, _DOCUMENT) else way
        token, wholes = found.get(start, none)
        # No small word is cut: und.
        is_small = words.words[i].has_role and token is not None and token[0].isalpha()
        if token is not None and behind is not _PARTY and not is_small:
            ordered = reversed(wholes) if behind is _FIELD else wholes
            parts += text[end:start], next(filter(None, ordered))
            end = token.end()
    return "".join((*parts, text[end:]))


def words_in_full(text: str, lang: str, row: str) -> str:
    """A text with those words in full that a ``row`` of the table has, and that it cuts short.

    >>> words_in_full("Künd. 6 Monate", "de", "term"), words_in_full("unltd", "en", "term")
    ('Kündigung 6 Monate', 'unlimited')
    """
    return _TOKEN.sub(lambda token: _in_full(token, lang, row) or token[0], text)


def _in_full(token: re.Match[str], lang: str, row: str) -> str:
    mark = token.string[token.end() : token.end() + 1]
    return _whole(token[0], lexicon(lang), row, mark)


@lru_cache(maxsize=20_000)
def _whole(token: str, tables: Lexicon, row: str, mark: str) -> str:
    """The word of a row that a token is cut from; nothing where it is none.

    Before a hyphen stands a first part, which has another form than a word.
    """
    cut, _, end = fold(token).partition("-")
    # German nouns have capitals: wirtsch. Zus.arbeit, Wirtsch.
    known = sorted(_words(tables, row), key=lambda one: one[1][0].isupper() != token[0].isupper())
    if any(month.startswith(cut.rstrip(".")) for month in date_words(tables.lang).months):
        return ""
    if end:
        # Of another case than the word in the table.
        places = ((word, key.rfind(end[0], len(cut))) for key, word in known if key.startswith(cut))
        whole = next((word[:at] + end for word, at in places if at > 0), "")
    else:
        forms = [one for one in known if one[0].endswith("-") == (mark == "-")]
        # One that is a word of its own is not cut: coop is one of another form.
        named = (word if fold(word) != key else "" for key, word in forms if key == cut.rstrip("."))
        ways = ([word for key, word in forms if fits(cut, key)] for fits in (_begins, _contracts))
        no_words: list[str] = []
        fitting = next(filter(None, ways), no_words)
        # Of several words, all begin alike: environment, environmental. If not, it is not known.
        are_alike = len({fold(word)[:_ALIKE] for word in fitting}) == 1
        meant = fitting[:1] if are_alike or not fitting else [token]
        whole = next(chain(named, meant), "").rstrip("-")
    return whole[:1].upper() + whole[1:] if token[0].isupper() else whole


def _begins(cut: str, word: str) -> bool:
    """Whether a word is cut to its beginning, or to those of its parts: Zus.arb.

    Where no full stop tells that, it has no vowel behind its first letter: agr.
    """
    has_stop = cut.endswith(".")
    begin, *others = cut.rstrip(".").split(".")
    if min(map(len, (begin, *others))) < _SHORTEST or not word.startswith(begin):
        return False
    if not others:
        return has_stop or not _VOWEL.search(begin[1:])
    is_in = all(one in word[len(begin) + 1 :] for one in others)
    return is_in and (has_stop or word.endswith(others[-1]))


def _contracts(cut: str, word: str) -> bool:
    """Whether a word is cut to its consonants, or to its beginning with its last letter."""
    has_stop, cut = cut.endswith("."), cut.rstrip(".")
    word = word.rstrip("-")
    if len(cut) < _SHORTEST or (cut[0], cut[-1]) != (word[0], word[-1]):
        return False
    # No full stop ends a sentence so: Internal is not international.
    has_last = has_stop and word.startswith(cut[:-1]) and not _VOWEL.search(cut[-2:])
    return has_last or (not _VOWEL.search(cut[1:]) and are_in_order(cut, word))


@cache
def _words(tables: Lexicon, row: str) -> tuple[tuple[str, str], ...]:
    """The words of a row, each behind what it is folded or by what it is known."""
    pairs = (one.partition("=") for one in tables.listed("list_words", row))
    return tuple((fold(short or word), word) for word, _, short in pairs)
