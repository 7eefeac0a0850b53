"""Legal forms in front of quoted names: УО «…» is what the name says, ОАО «…» is a company."""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.words import Text

__all__ = ["TELLS_MORE", "behind_legal_form", "end_of_legal_form", "kind_of_legal_form"]

#: What a firm is rather than a company, where its name says so: ПАО «Сбербанк».
TELLS_MORE = frozenset(
    {
        PartnerKind.BANK,
        PartnerKind.BROADCASTER,
        PartnerKind.EXCHANGE,
        PartnerKind.NEWS_AGENCY,
        PartnerKind.UNIVERSITY,
    }
)
_LONGEST_FORM = 7
_QUOTED = re.compile(r"""\A([^«„“"]+?)\s*[«„“"](.+)[»“”"](.*)\Z""")


def behind_legal_form(text: str, lang: str) -> tuple[str, str] | None:
    """The legal form and the name without its quotes, if nothing but the one is before the other.

    >>> behind_legal_form("ФГБОУ ВО «Томский университет»", "ru")
    ('ФГБОУ ВО', 'Томский университет')
    """
    match = _QUOTED.match(text)
    if match is None:
        return None
    form, name, rest = match.groups()
    short, whole = _forms(lexicon(lang))
    if fold(form) in whole or (form.isupper() and form.split()[0] in short):
        return form, f"{name} {rest.strip()}".strip()
    return None


def end_of_legal_form(text: Text, start: int, end: int) -> int | None:
    """The word behind a legal form with which a name begins, in whatever case that stands."""
    words, (short, _) = text.words, _forms(lexicon(text.grammar.lang))
    if words[start].text in short:
        i = start + 1
        # ФГБОУ ВО «…»
        while i < end and text.gap(i) == " " and words[i].text.isupper():
            i += 1
        return i if i < end and text.gap(i) != " " else start + 1
    forms = _stems(lexicon(text.grammar.lang)).get(words[start].stem)
    if forms is None:
        return None
    lengths = range(min(_LONGEST_FORM, end - start - 1), 1, -1)
    stems = tuple(word.stem for word in words[start : start + _LONGEST_FORM])
    length = next((n for n in lengths if stems[:n] in forms), 0)
    return start + length if length and text.gap(start + length) != " " else None


def kind_of_legal_form(form: str, lang: str) -> PartnerKind | None:
    """The kind that an abbreviated legal form says itself: ИА, an information agency."""
    kind = lexicon(lang).rows("legal_forms").get(form, {}).get("kind")
    return PartnerKind(kind) if kind else None


@cache
def _stems(tables: Lexicon) -> dict[str, set[tuple[str, ...]]]:
    """The legal forms in full, as the stems of their words, by the first one."""
    words, found = grammar(tables.lang), dict[str, set[tuple[str, ...]]]()
    for form in _forms(tables)[1]:
        stems = words.stems(form)
        found.setdefault(stems[0], set()).add(stems)
    return found


@cache
def _forms(tables: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The legal forms as they are abbreviated, and in full."""
    rows = tables.rows("legal_forms")
    return frozenset(rows), frozenset(fold(row["meaning"]) for row in rows.values())
