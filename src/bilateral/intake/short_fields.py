"""Fields whose words are cut short: Kat.-Schutz, академич. мобильность, water mgmt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import Lexicon, lexicon

__all__ = ["fields_in_full"]

_BETWEEN = re.compile(r"(\s*[,;/&+]\s*|\s+(?:and|u\.|und|и)\s+)")
_CUT = re.compile(r"([^\W\d_]{3,})\.(?:-|\s+|\Z)")
# A word that is not cut short, and what stands for the rest of a word until all is a pattern.
_WHOLE = re.compile(r"[^\W\d_]+(?![^\W\d_]|\0)")
_BEGIN = 2


def fields_in_full(text: str, lang: str) -> str:
    """A text of fields with the names of those of which words are cut short, if these are known.

    >>> fields_in_full("transport, env.", "en"), fields_in_full("Kat.-Schutz u. Sport", "de")
    ('transport, environment', 'katastrophenschutz u. Sport')
    >>> fields_in_full("scient. coop", "en"), fields_in_full("coop.", "en")
    ('scientific', '')
    """
    return "".join(_in_full(part, lang) for part in _BETWEEN.split(text))


def _in_full(part: str, lang: str) -> str:
    words = grammar(lang)
    short = _short_words(lexicon(lang))
    said = (short.get(fold(one).rstrip("."), one) for one in part.split())
    # Cooperation is no field.
    text = " ".join(filter(None, said))
    if not _CUT.search(text):
        # International relations: there it is a part of the name.
        is_other = text.count(" ") == part.count(" ") or not text or _CUT.search(part)
        return text if is_other and text != part.strip() else part
    marked = _CUT.sub("\\1\0\1", fold(text)).rstrip("\1")
    # Names have other endings: академич. мобильности.
    pattern = re.escape(_WHOLE.sub(lambda word: f"{words.stem(word[0])}\0", marked))
    pattern = pattern.replace("\0", r"[^\W\d_]*").replace("\1", "[ -]?")
    near = _names(lang).get(marked[:_BEGIN], ())
    found = [(name, code) for name, code in near if re.fullmatch(pattern, name)]
    is_sure = len({code for _, code in found}) == 1
    return min((name for name, _ in found), key=len) if is_sure else part


@cache
def _short_words(tables: Lexicon) -> dict[str, str]:
    """The words that are cut in ways of their own, with what they are in full."""
    return dict(grammar(tables.lang).pairs("short_field"))


@cache
def _names(lang: str) -> Mapping[str, list[tuple[str, str]]]:
    """The names of fields and words about them, with their sectors, by how they begin."""
    tables = lexicon(lang)
    columns = (("vocabulary", "sector.", one) for one in ("nom", "adj", "aliases"))
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for table, start, column in (*columns, ("sector_words", "", "words")):
        for code in tables.rows("sector_words"):
            for name in map(fold, tables.listed(table, f"{start}{code}", column)):
                found[name[:_BEGIN]].append((name, code))
    return found
