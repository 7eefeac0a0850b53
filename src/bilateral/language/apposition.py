"""Names in sentences for which they lack a form: the kind stands before them, and is inflected.

So it is with a name that is known in another language only, as it is written there or in the
letters of the language around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from bilateral.errors import MissingForm
from bilateral.language.folding import bare
from bilateral.language.lexicon import Lexicon, in_sentence, lexicon
from bilateral.language.transliteration import has_script, transliterated
from bilateral.tables import languages, listed
from bilateral.tags import best_tag

if TYPE_CHECKING:
    from bilateral.language.documents import Party
    from bilateral.text import Phrases

__all__ = ["foreign_in_apposition", "in_apposition"]

# The row for kinds without one of their own.
_ANY: Final = "*"
_TERRITORIES: Final = ("city", "district", "municipality", "region", "state")
_MARKS: Final = '«»„“”"'
_QUOTED: Final = re.compile(f'«([^{_MARKS}]+)»|[„“”]([^{_MARKS}]+)[“”]|"([^{_MARKS}]+)"')
# Quotes within quotes: «Завод «Прогресс» has one closing mark for both.
_WITH_INNER: Final = re.compile("«([^«»]*«[^«»]*»)»?")
_INNER: Final = re.compile("«([^«»]*)«([^«»]*)»»?")
# Of several languages, those that most readers know.
_FIRST_TAGS: Final = ("en", "ru")
# What names of countries and their adjectives have in common: белорус-ский, Uzbek-istan.
_STEM: Final = 5


def in_apposition(tables: Lexicon, kind: str, name: str, form: str) -> str | None:
    """A name behind the word for its kind, which has the form; `None` without such a word.

    ``kind`` is the code of the kind of partner.

    >>> from bilateral.language.lexicon import lexicon
    >>> in_apposition(lexicon("ru"), "city", "Портленд", "ins")
    'городом Портленд'
    >>> in_apposition(lexicon("de"), "museum", "Haus am Meer", "dat")
    'dem Museum „Haus am Meer“'
    """
    key = _key(tables, kind)
    word = tables.phrase("apposition", key)
    quotes = _quotes(tables, key)
    if quotes == "no":
        name = _without_type(tables, name)
    rest = _behind_any([word.nom, *_abbreviations(tables, key)], name) if word else None
    if rest is None:
        is_quoted = _says(name, _kind_words(tables, key)) if quotes == "no" else quotes == "yes"
        return _joined(tables, key, name, form, is_quoted=is_quoted)
    if quotes == "yes" and not _QUOTED.fullmatch(rest):
        # That the rest of the name can stand by itself is not certain.
        return _joined(tables, _ANY, name, form, is_quoted=True)
    # The word is there already: the city of Portland.
    return _joined(tables, key, rest, form, is_quoted=quotes == "yes")


def foreign_in_apposition(tables: Lexicon, partner: Party, form: str) -> str | None:
    """The name of a partner that has none in the language, behind the word for its kind.

    It is written in the letters of the language, in quotes unless it is that of a territory. The
    country is told where a body of a state does not name it. `None` where there is no such word,
    or no way to write the name.

    >>> from bilateral import Partner
    >>> from bilateral.language.lexicon import lexicon
    >>> works = Partner("works", "company", {"ru": "Завод «Прогресс»"}, country="RU")
    >>> foreign_in_apposition(lexicon("de"), works, "dat")
    'dem Unternehmen „Progress“'
    """
    tag = _source(tables, partner.name)
    if tag is None:
        return None
    name = partner.name[tag].nom
    key = _key(tables, partner.kind.value)
    core, says_kind = _without_kind(name, tag, key)
    text = core if _is_kept(tables, core) else transliterated(tables, core, tag)
    if text is None:
        return None
    quotes = _quotes(tables, key)
    is_quoted = says_kind if quotes == "no" else quotes == "yes" or text != core
    joined = _joined(tables, key, text, form, is_quoted=is_quoted)
    code = partner.country
    place = tables.rows("apposition").get(key, {}).get("country")
    if joined is None or code is None or place is None:
        return joined
    is_told = _tells_country(name, tag, code) or _tells_country(text, tables.lang, code)
    return joined if is_told else _with_country(tables, joined, code, place)


def _without_type(tables: Lexicon, name: str) -> str:
    """The name of a territory without the word for its type, where that is no part of it."""
    first, _, rest = name.partition(" ")
    rows = tables.rows("unit_types").values()
    types = {word for row in rows for word in (row["nom"], *listed(row.get("aliases", "")))}
    return rest if rest and first.islower() and first in types else name


def _key(tables: Lexicon, kind: str) -> str:
    return kind if kind in tables.rows("apposition") else _ANY


def _without_kind(name: str, tag: str, key: str) -> tuple[str, bool]:
    """A foreign name without the word for its kind, and whether it has that still.

    That stands before the name of a territory, or before one in quotes.
    """
    lang = best_tag(tag, languages())
    if lang is None:
        return name, False
    source = lexicon(lang)
    is_territory = key in _TERRITORIES
    words = _kind_words(source, key)
    for word in words:
        rest = _behind(word, name)
        if rest and (is_territory or _QUOTED.fullmatch(rest)):
            return rest.removeprefix("of "), False
    kinds = _TERRITORIES if is_territory else (key,)
    return name, any(_says(name, _kind_words(source, kind)) for kind in kinds)


def _kind_words(tables: Lexicon, key: str) -> list[str]:
    """The words for a kind in a language, the longest first."""
    row = tables.rows("vocabulary").get(f"partner_kind.{key}", {})
    own = tables.rows("apposition").get(key, {})
    words = [row.get("nom", ""), own.get("nom", ""), *listed(row.get("aliases", ""))]
    # A short form in capitals is that of a firm, and belongs to its name.
    small = {word.casefold() for word in words if word and not word.isupper()}
    small.update(_abbreviations(tables, key))
    return sorted(small, key=lambda word: (-len(word), word))


def _abbreviations(tables: Lexicon, key: str) -> Sequence[str]:
    """Short ways to write the word for a kind before a name."""
    return listed(tables.rows("apposition").get(key, {}).get("abbreviations", ""))


def _says(name: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", name.casefold()) for word in words)


def _quotes(tables: Lexicon, key: str) -> str:
    """Whether names stand in quotes there: yes, no, or if they are ``transliterated``."""
    return tables.rows("apposition").get(key, {}).get("quotes", "yes")


def _behind(word: str, name: str) -> str | None:
    """What a name has behind a word with which it begins, or behind the point of a short one."""
    ends = rf" |(?=[{_MARKS}])|(?<=\.)"
    match = re.fullmatch(rf"{re.escape(word)}(?:{ends})(.+)", name, re.IGNORECASE)
    return match[1] if match else None


def _behind_any(words: Iterable[str], name: str) -> str | None:
    return next((rest for word in words if (rest := _behind(word, name))), None)


def _joined(tables: Lexicon, key: str, name: str, form: str, *, is_quoted: bool) -> str | None:
    word = tables.phrase("apposition", key)
    if word is None:
        return None
    try:
        before = in_sentence(word, tables.lang, form)
    except MissingForm:
        return None
    text = _quoted(tables, name) if is_quoted else name
    return _filled(tables, "apposition", kind=before, name=text)


def _quoted(tables: Lexicon, name: str) -> str:
    """A name in the quotes of the language, and those that it has within them in the inner ones.

    No name has a third pair.
    """
    whole = _QUOTED.fullmatch(name) or _WITH_INNER.fullmatch(name)
    text = _INNER.sub(r"«\1\2»", whole[whole.lastindex or 0] if whole else name)

    def inner(match: re.Match[str]) -> str:
        return _filled(tables, "quoted.inner", name=match[match.lastindex or 0])

    return _filled(tables, "quoted", name=_QUOTED.sub(inner, text))


def _filled(tables: Lexicon, pattern: str, **values: str) -> str:
    (frame,) = tables.frames(pattern)
    return frame.render(lambda name, _: values[name]) or ""


def _is_kept(tables: Lexicon, name: str) -> bool:
    """Whether a language leaves a foreign name in its letters."""
    if has_script(name, "Latn"):
        return True
    return not tables.rows("transliteration") and has_script(name, "Cyrl")


def _source(tables: Lexicon, names: Phrases) -> str | None:
    """The language whose name serves another best: one in its script before another."""
    tags = sorted(names, key=lambda tag: (tag not in _FIRST_TAGS, tag))
    scripts = ("Latn", "Cyrl") if tables.rows("transliteration") else ("Cyrl", "Latn")
    found = (tag for script in scripts for tag in tags if has_script(names[tag].nom, script))
    return next(found, None)


def _tells_country(name: str, tag: str, country: str) -> bool:
    """Whether a name in some language has that of its country in it, or the adjective of that."""
    # Related languages call it much the same.
    kin = "ru" if has_script(name, "Cyrl") else "en"
    row = lexicon(best_tag(tag, languages()) or kin).rows("countries").get(country, {})
    stems = (bare(row[form])[:_STEM] for form in ("nom", "adj") if form in row)
    return any(stem in bare(name) for stem in stems)


def _with_country(tables: Lexicon, name: str, code: str, place: str) -> str:
    """A name with the state behind it, in the first way whose form is known.

    Where ``place`` is ``within``, it is in a state, as a city is, and no body of that.
    """
    country = tables.phrase("countries", f"{code}.official") or tables.phrase("countries", code)

    def value(slot: str, form: str) -> str | None:
        if slot == "name":
            return name
        return in_sentence(country, tables.lang, form) if country else None

    pattern = "apposition.within" if place == "within" else "apposition.country"
    for frame in tables.frames(pattern):
        with suppress(MissingForm):
            return frame.render(value) or name
    return name
