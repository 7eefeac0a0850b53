"""Legal forms: УО «…» is what the name says, ОАО «…» is a company; Co., Ltd. ends a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.words import Text
from bilateral.tables import listed

__all__ = [
    "TELLS_MORE",
    "behind_legal_form",
    "country_of_legal_form",
    "end_of_legal_form",
    "kind_of_legal_form",
    "legal_forms_behind",
]

# The rows of the table ``name_words`` with the forms that stand behind the names of firms.
_ROWS = ("legal_form", "legal_form.foreign")

#: What a firm is rather than a company, where its name says so: ПАО «Сбербанк».
TELLS_MORE = frozenset(
    {
        PartnerKind.BANK,
        PartnerKind.BROADCASTER,
        PartnerKind.CHAMBER,
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
    words, tables = text.words, text.grammar.tables
    short, _ = _forms(tables)
    if words[start].text in short:
        i = start + 1
        # ФГБОУ ВО «…»
        while i < end and text.gap(i) == " " and words[i].text.isupper():
            i += 1
        return i if i < end and text.gap(i) != " " else start + 1
    forms = _stems(tables).get(words[start].stem)
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


def country_of_legal_form(form: str, lang: str) -> str | None:
    """The only country that has an abbreviated legal form: ОсОО, of Kyrgyzstan."""
    return lexicon(lang).rows("legal_forms").get(form, {}).get("country") or None


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


def legal_forms_behind(text: Text) -> dict[int, int]:
    """Where legal forms of firms begin behind their names, and where they end.

    >>> legal_forms_behind(Text("ABB S.p.A. and others", "en"))
    {1: 4}
    """
    forms = _behind_names(text.grammar.tables)
    words = [*enumerate(text.words)][1:]
    places = (i for i, word in words if word.text in forms and not text.role(i, "about"))
    ends = ((i, _end_of(text, i, forms[text.words[i].text])) for i in places)
    return {i: end for i, end in ends if end}


def _end_of(text: Text, i: int, forms: Iterable[str]) -> int | None:
    """The end of the first of some forms that the text goes on with at a word."""
    start = text.starts[i]
    for form in forms:
        if text.text.startswith(form, start):
            stop, end = i + 1, start + len(form)
            while stop < len(text.words) and text.starts[stop] < end:
                stop += 1
            if text.ends[stop - 1] <= end:
                return stop
    return None


@cache
def _behind_names(tables: Lexicon) -> dict[str, tuple[str, ...]]:
    """The legal forms behind names by their first word, longest first."""
    found: dict[str, tuple[str, ...]] = {}
    rows = tables.rows("name_words")
    forms = {form for row in _ROWS if row in rows for form in listed(rows[row]["words"])}
    for form in sorted(forms, key=len, reverse=True):
        first = Text(form, tables.lang).words[0].text
        found[first] = (*found.get(first, ()), form)
    return found
