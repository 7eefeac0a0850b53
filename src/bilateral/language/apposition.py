"""Names in sentences for which they lack a form: the kind stands before them, and is inflected.

So it is with a name that is known in another language only, as it is written there or in the
letters of the language around it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from bilateral.errors import MissingForm
from bilateral.language.lexicon import Lexicon, in_sentence, lexicon
from bilateral.language.transliteration import has_script, transliterated
from bilateral.tables import languages
from bilateral.tags import best_tag

if TYPE_CHECKING:
    from bilateral.language.documents import Party
    from bilateral.text import Phrase, Phrases

__all__ = ["foreign_in_apposition", "in_apposition"]

# The row for kinds without one of their own.
_ANY: Final = "*"
_MARKS: Final = '«»„“”"'
_QUOTED: Final = re.compile(f'«([^{_MARKS}]+)»|[„“]([^{_MARKS}]+)[“”]|"([^{_MARKS}]+)"')
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
    rest = _behind(word, name) if word else None
    if rest is None:
        return _joined(tables, key, name, form)
    if _takes_quotes(tables, key) != "no" and not _QUOTED.fullmatch(rest):
        # That the rest of the name can stand by itself is not certain.
        return _joined(tables, _ANY, name, form)
    # The word is there already: the city of Portland.
    return _joined(tables, key, rest, form)


def foreign_in_apposition(tables: Lexicon, partner: Party, form: str) -> str | None:
    """The name of a partner that has none in the language, behind the word for its kind.

    It is written in the letters of the language, in quotes unless it is that of a territory. The
    country is told where a body of a state does not name it. `None` where there is no such word,
    or no way to write the name.

    >>> from bilateral import Partner
    >>> from bilateral.language.lexicon import lexicon
    >>> works = Partner("works", "company", {"ru": "Завод «Прогресс»"}, country="RU")
    >>> foreign_in_apposition(lexicon("de"), works, "dat")
    'dem Unternehmen „Sawod ‚Progress‘“'
    """
    tag = _source(tables, partner.name)
    if tag is None:
        return None
    name = partner.name[tag].nom
    text = name if _is_kept(tables, name) else transliterated(tables, name, tag)
    key = _key(tables, partner.kind.value)
    if text is None:
        return None
    joined = _joined(tables, key, text, form, is_transliterated=text != name)
    code = partner.country
    if joined is None or code is None or tables.rows("apposition")[key].get("country") != "yes":
        return joined
    is_told = _tells_country(name, tag, code) or _tells_country(text, tables.lang, code)
    return joined if is_told else _with_country(tables, joined, code)


def _key(tables: Lexicon, kind: str) -> str:
    return kind if kind in tables.rows("apposition") else _ANY


def _takes_quotes(tables: Lexicon, key: str) -> str:
    """Whether a name stands in quotes there: yes, no, or if it is ``transliterated``."""
    return tables.rows("apposition")[key].get("quotes", "yes")


def _behind(word: Phrase, name: str) -> str | None:
    """What a name has behind a word with which it begins."""
    match = re.fullmatch(rf"{re.escape(word.nom)} ?(?=[\W ]|(?<= ))(.+)", name, re.IGNORECASE)
    return match[1] if match else None


def _joined(
    tables: Lexicon, key: str, name: str, form: str, *, is_transliterated: bool = False
) -> str | None:
    word = tables.phrase("apposition", key)
    if word is None:
        return None
    try:
        before = in_sentence(word, tables.lang, form)
    except MissingForm:
        return None
    quotes = _takes_quotes(tables, key)
    is_quoted = quotes == "yes" or (quotes == "transliterated" and is_transliterated)
    text = _quoted(tables, name) if is_quoted else name
    return _filled(tables, "apposition", kind=before, name=text)


def _quoted(tables: Lexicon, name: str) -> str:
    """A name in the quotes of the language, and those that it has within them in the inner ones."""
    whole = _QUOTED.fullmatch(name)
    text = whole[whole.lastindex or 0] if whole else name

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
    lang = best_tag(tag, languages())
    row = lexicon(lang).rows("countries").get(country, {}) if lang else {}
    names = [row.get("nom"), row.get("adj")]
    if not row:
        from bilateral.language.cldr import country_name

        names = [country_name(country, tag)]
    return any(one.casefold()[:_STEM] in name.casefold() for one in names if one)


def _with_country(tables: Lexicon, name: str, code: str) -> str:
    """A name with the state behind it, in the first way whose form is known."""
    country = tables.phrase("countries", f"{code}.official") or tables.phrase("countries", code)
    if country is None:
        return name

    def value(slot: str, form: str) -> str:
        return name if slot == "name" else in_sentence(country, tables.lang, form)

    for frame in tables.frames("apposition.country"):
        with suppress(MissingForm):
            return frame.render(value) or name
    return name
