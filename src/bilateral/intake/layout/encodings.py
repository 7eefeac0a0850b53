"""The encoding of a text that does not say it, by what its letters are in each that is usual."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from bilateral.intake.layout.web_pages import declared_encoding
from bilateral.problems import Problem, ValidationError

__all__ = ["encoding_of"]

# Those of Windows, of the command line that old exports have, of Unix and of the old Macintosh.
_ENCODINGS: Final = (
    "cp1252",
    "cp1251",
    "cp1250",
    "cp866",
    "cp850",
    "koi8_r",
    "mac_cyrillic",
    "mac_roman",
)
# What is not ASCII in most texts of a language.
_USUAL: Final = {
    "de": "ÄÖÜäöüß„“”‚‘’–—§€°\u00a0",
    "en": "‘’“”–—é£€°\u00a0",
    "ru": "".join(map(chr, range(ord("А"), ord("я") + 1))) + "Ёё«»„“”–—№\u00a0",
}
# Letters of the languages of many names; Western ones are more frequent than others.
_WESTERN: Final = frozenset("ÄÖÜäöüßÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝàáâãåæçèéêëìíîïñòóôõøùúûýÿ")
_CENTRAL: Final = frozenset("ĂĄĆČĎĐĘĚĹĽŁŃŇŐŔŘŚŞŠŢŤŮŰŹŻŽăąćčďđęěĺľłńňőŕřśşšţťůűźżž")
_TOKEN: Final = re.compile(r"[^\s;,\t]*[^\x00-\x7f][^\s;,\t]*")
_LATIN, _CYRILLIC = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]")
# Signs within or at a word, and what no text has.
_ODD: Final = re.compile(
    r"[^\W\d_][^\w\s'’.\-–—/&+·()\u00a0]+[^\W\d_]|[\x80-\x9f\u2500-\u25ff¤¶¬]"
    r"|[¡¢£¥¦¨©ª«®¯±²³´µ¸¹º¼½¾¿×÷†‡‰]\w*[^\W\d_]|[^\W\d_][¡¢£¥¦¨®¯±²³´µ¸¹¼½¾¿×÷†‡]"
)
# A text is read so if so much of it looks right; and another way if that much of what the two
# ways differ in looks as right.
_LEAST: Final = 0.75
_LEAD: Final = 0.05
# So much of a file tells it.
_SAMPLE: Final = 500_000
# The higher halves of characters in two bytes: of letters, and of signs.
_LETTERS: Final = bytes(range(5))
_SIGNS: Final = b"\x20\x21"
_TWO_BYTES: Final = 0.95

# Where both make words, hardly any list was written on an old Macintosh.
_ALIKE: Final = {"cp1252", "mac_roman"}

# The words that are not ASCII by their places, each with how right it looks.
_Scores = dict[int, tuple[str, float]]


def encoding_of(content: bytes, lang: str) -> str | None:
    """The encoding of a text in ``lang`` that is not UTF-8; `None` for one that is, or says it.

    Raises `ValidationError`: ``unclear-encoding`` where it may be several, or none.

    >>> encoding_of("Соглашение между Минском и Вильнюсом".encode("cp1251"), "ru")
    'cp1251'
    """
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    if wide := _of_two_bytes(content):
        return wide
    if _is_utf_8(content):
        return None
    if declared := declared_encoding(content):
        return declared
    sample = content[:_SAMPLE]
    texts = {one: text for one in _ENCODINGS if (text := _decoded(sample, one)) is not None}
    scores = {one: _scores(text, lang) for one, text in texts.items()}
    means = {one: _mean([score for _, score in words.values()]) for one, words in scores.items()}
    best, *others = sorted(means, key=lambda one: -means[one])
    near = [one for one in others if _is_rival(scores[best], scores[one])]
    if {best, *near} == _ALIKE and not _ends_as_on_macintosh(sample):
        return "cp1252"
    if near or means[best] < _LEAST:
        details = {"names": ", ".join([best, *near])}
        raise ValidationError([Problem("unclear-encoding", details=details)])
    return best


def _is_rival(best: _Scores, other: _Scores) -> bool:
    """Whether what two encodings make different words of looks right in both."""
    nothing = ("", 0.0)
    pairs = [(best.get(n, nothing), other.get(n, nothing)) for n in best.keys() | other.keys()]
    different = [(one[1], two[1]) for one, two in pairs if one[0] != two[0]]
    if not different:
        return False
    first, second = (_mean([pair[i] for pair in different]) for i in (0, 1))
    return second > first - _LEAD


def _ends_as_on_macintosh(content: bytes) -> bool:
    return b"\r" in content and b"\n" not in content


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _of_two_bytes(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is one of a few."""
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        higher = content[first:_SAMPLE:2]
        if higher and b"\x00" in higher:
            letters = sum(higher.count(one) for one in _LETTERS)
            known = letters + sum(higher.count(one) for one in _SIGNS)
            if known >= _TWO_BYTES * len(higher) and letters > known / 2:
                return name
    return None


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _scores(text: str, lang: str) -> _Scores:
    """How right each word looks that is not ASCII, by its place: its letters, and what is odd."""
    weights = dict.fromkeys(_CENTRAL, 0.8) | dict.fromkeys(_WESTERN, 0.9)
    weights |= dict.fromkeys(_USUAL.get(lang, ""), 1.0)
    found = _TOKEN.finditer(text)
    return {match.start(): (match[0], _likeness(match[0], weights)) for match in found}


def _likeness(word: str, weights: Mapping[str, float]) -> float:
    is_mixed = bool(_LATIN.search(word) and _CYRILLIC.search(word))
    is_odd = any(one.islower() and other.isupper() for one, other in pairwise(word))
    if is_mixed or is_odd or _ODD.search(word):
        return 0.0
    return min((weights.get(char, 0.5) for char in word if char > "\x7f"), default=1.0)
