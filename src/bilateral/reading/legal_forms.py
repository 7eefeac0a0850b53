"""Legal forms in front of quoted names: УО «…» is what the name says, ОАО «…» is a company."""

from __future__ import annotations

import re
from functools import cache

from bilateral.language.folding import fold
from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["behind_legal_form"]

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


@cache
def _forms(tables: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The legal forms as they are abbreviated, and in full."""
    rows = tables.rows("legal_forms")
    return frozenset(rows), frozenset(fold(row["meaning"]) for row in rows.values())
