"""Titles that have no document, but what two do together: EU project "Rivers": Jena – Lugoj."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from bilateral.instruments import AgreementKind
from bilateral.intake.layout.heading_words import first_words
from bilateral.language.folding import fold
from bilateral.language.lexicon import capitalised, lexicon
from bilateral.reading.words import Text

__all__ = ["as_partnership"]

# Where what they do may begin: with the title, or behind the two and a sign.
_BEGINS = re.compile(r"\A|[:,.]\s+|\s[-–—]\s+")
_WORD = re.compile(r"(?:(?<=\A)|(?<=\s))[^\W\d_][^\s,;:().„“”«»\"]*")
# What it is called, in quotes, and the sign behind it.
_NAME = re.compile(r"\s*(?:„[^“”]*[“”]|«[^»]*»|“[^”]*”|\"[^\"]*\")?\s*[:,]?\s*")
_PAIR = re.compile(r"\s[-–—/&]\s+[^\W\d_]|[^\W\d_][/–][^\W\d_]")
# The words that say what it is are among so many.
_MOST = 4
# What leads to whom they do it with.
_LEADING = ("with", "between")
_PARTNERSHIP = f"agreement_kind.{AgreementKind.PROJECT_PARTNERSHIP}"


def as_partnership(title: str, lang: str) -> str | None:
    """The title of what two do together as that of a project partnership; `None` for any other.

    >>> as_partnership("EU-Projekt „Drei Länder“ Zittau – Liberec, 2019–2021", "de")
    'Projektpartnerschaft Zittau – Liberec, 2019–2021'
    >>> as_partnership("Школа № 2 и лицей Ловеча: школьный обмен", "ru")
    'Школа № 2 и лицей Ловеча: проектное партнёрство'
    >>> as_partnership("Projekt Wasser", "de")
    """
    name = lexicon(lang).names("vocabulary", _PARTNERSHIP)[0]
    for begins in _BEGINS.finditer(title):
        before, start = title[: begins.start()], begins.end()
        end = _end_of_words(title[start:], lang)
        rest = _NAME.sub("", title[start + end :], count=1)
        if not end:
            continue
        if before and _names_two(before, lang, are_names=False):
            return f"{title[:start]}{name}{title[start + end :]}"
        is_led = _names_two(rest, lang, are_names=True) or _leads_to_other(rest, lang)
        if not before and is_led:
            return f"{capitalised(name)} {rest}"
    return None


def _names_two(text: str, lang: str, *, are_names: bool) -> bool:
    """Whether a text has a sign, or "and", between two; what they do may be two nouns, too."""
    words = Text(text, lang)
    ends = (i + n for i, n in words.places("and").items() if i)
    return _PAIR.search(text) is not None or any(
        end < len(words.words) and (words.words[end].is_capitalised or not are_names)
        for end in ends
    )


def _leads_to_other(text: str, lang: str) -> bool:
    """Whether a text says with whom it is, or between whom."""
    words = Text(text, lang)
    firsts = [bool(words.words) and words.role(0, one) for one in (*_LEADING, "about")]
    return any(words.places(one) for one in _LEADING) and (any(firsts[:-1]) or not firsts[-1])


def _end_of_words(text: str, lang: str) -> int:
    """Where the words at the beginning of a text end that say what two do together, or 0."""
    found = [*islice(_WORD.finditer(first_words(text)), _MOST)]
    known, ends = _known("project", lang), tuple(_known("project_end", lang))
    for last in found:
        for first in found:
            words = fold(text[first.start() : last.end()])
            # The last part of a compound says what it is: Ausstellungsprojekt.
            if words in known or (first is last and words.endswith(ends)):
                return last.end()
    return 0


@cache
def _known(row: str, lang: str) -> frozenset[str]:
    return frozenset(map(fold, lexicon(lang).listed("list_headings", row)))
