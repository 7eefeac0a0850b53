"""What a hasty hand writes in titles and names, as it is meant: м/у, Правителсьтвом."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["mended"]

# A word that may have a slip in it: in shorter ones, too many letters may be meant.
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{7,}(?![\w-])")

# Behind a ministry, few words may be meant.
_PORTFOLIO = re.compile(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])")
_MINISTRY = ("bundesminist", "minist", "министер")


def mended(text: str, lang: str) -> str:
    """A text with the words in full that are always cut so, and with what is meant by slips.

    A slip is a letter that is missing or one too many, or two in the wrong order. It is one of
    a word for a party which can be no other.

    >>> mended("Соглашение м/у Правителсьтвом Перу и Минстерством Чили", "ru")
    'Соглашение между Правительством Перу и Министерством Чили'
    >>> mended("Ministerium für Vekrehr", "de")
    'Ministerium für Verkehr'
    >>> mended("Govenrment of Peru, Gouvernement du Canada", "en")
    'Government of Peru, Gouvernement du Canada'
    """
    tables = lexicon(lang)
    for short, (pattern, whole) in _written_out(tables).items():
        if short[0] in text:
            text = pattern.sub(whole, text)
    text = _WORD.sub(lambda word: _meant(word[0], _parties(tables)), text)
    return _behind_ministry(tables).sub(
        lambda words: words[1] + _meant(words[2], _portfolios(tables)), text
    )


@cache
def _written_out(tables: Lexicon) -> dict[str, tuple[re.Pattern[str], str]]:
    pairs = grammar(tables.lang).pairs("written_out")
    return {
        short: (re.compile(rf"(?<!\S){re.escape(short)}(?=\s)"), whole) for whole, short in pairs
    }


@lru_cache(maxsize=20_000)
def _meant(word: str, known: frozenset[str]) -> str:
    slip = fold(word)
    found = [one for one in known if _is_slip(slip, one)] if slip not in known else []
    if len(found) != 1:
        return word
    return found[0].capitalize() if word[0].isupper() else found[0]


@cache
def _parties(tables: Lexicon) -> frozenset[str]:
    return frozenset(grammar(tables.lang).words("misspelt_party"))


@cache
def _behind_ministry(tables: Lexicon) -> re.Pattern[str]:
    """A word for a ministry, and the word behind it."""
    nouns = "|".join(one for one in _parties(tables) if one.startswith(_MINISTRY))
    return re.compile(rf"(\b(?:{nouns}) (?:of |für )?)({_PORTFOLIO.pattern})", re.IGNORECASE)


@cache
def _portfolios(tables: Lexicon) -> frozenset[str]:
    """The words for what ministries are in charge of."""
    cells = (cell for row in tables.rows("portfolios").values() for cell in row.values())
    return frozenset(word for cell in cells for word in _PORTFOLIO.findall(fold(cell)))


def _is_slip(slip: str, word: str) -> bool:
    shorter, longer = sorted((slip, word), key=len)
    if (slip[0], slip[-1]) != (word[0], word[-1]) or len(longer) > len(shorter) + 1:
        return False
    if len(longer) == len(shorter):
        return sorted(longer) == sorted(shorter)
    return shorter in (longer[:i] + longer[i + 1 :] for i in range(len(longer)))
