"""The partners of the reference data: what a `Partner` is made of, with names in every language."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, lru_cache
from typing import Any, NoReturn

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownCode
from bilateral.identifiers import of_same_country
from bilateral.language.folding import bare
from bilateral.language.frames import Slots
from bilateral.language.lexicon import (
    CASES,
    Lexicon,
    capitalised,
    form_of,
    in_sentence,
    lexicon,
    names,
)
from bilateral.language.topics import attributed
from bilateral.literals import NameType
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reference.territories import city_with, unit_name, unit_type
from bilateral.tables import Row, languages, listed
from bilateral.text import Form, Phrase, Phrases

# The kinds of units that are not called regions.
_KINDS = {"city": "city", "commune": "municipality", "municipality": "municipality"}
#: What a constructor takes.
Arguments = dict[str, Any]
# The kinds of reference data that name partners, and their tables of names.
_TOPICS = {
    "country": "countries",
    "subdivision": "subdivisions",
    "city": "cities",
    "institution": "institutions",
}


def country_of(code: str) -> str:
    """The code in `reference.countries` for any code of a country; `UnknownCode` if it is none."""
    known = reference.country_code(code) if isinstance(code, str) else None
    return known or _refuse("ISO 3166-1", "country", code, reference.countries())


def unit_of(code: str) -> str:
    """The ISO 3166-2 code itself; `UnknownCode` if it is none."""
    known = isinstance(code, str) and code in reference.subdivisions()
    return code if known else _refuse("ISO 3166-2", "subdivision", code, reference.subdivisions())


def _refuse(scheme: str, kind: NameType, code: str, table: dict[str, Row]) -> NoReturn:
    """Raise the error for a code that is none, with a way to the right one."""
    if not isinstance(code, str):
        raise ValidationError([wrong_type_problem("text", code)])
    # Of short codes the nearest one means nothing.
    hint = unknown("", code, of_same_country(code, table)).hint if "-" in code else None
    way = None
    if several := reference.codes_of_the_past(code):
        way = f"it has been given to {' and '.join(several)}"
    for other, codes, call in (
        ("ISO 3166-1", reference.countries(), "Partner.state"),
        ("ISO 3166-2", reference.subdivisions(), "Partner.subdivision"),
        ("the cities", reference.cities(), "Partner.city"),
        ("the institutions", reference.institutions(), "Partner.institution"),
    ):
        if code in codes:
            way = f"it is one of {other}: {call}"
    if hint is None and way is None:
        hint, way = _named(code, kind, table)
    raise UnknownCode(scheme, code, hint, way)


def _named(text: str, kind: NameType, table: dict[str, Row]) -> tuple[str | None, str | None]:
    """The code of what a text names, or where to look."""
    if text.upper() in table:
        return text.upper(), None
    codes = codes_named(text, kind)
    if len(codes) == 1:
        return codes[0], None
    return None, f"find({text!r}) says what it may be" if codes else None


def codes_named(text: str, kind: str) -> list[str]:
    """The codes of a kind (country, subdivision, city, institution) with a name, in any language.

    >>> codes_named("Weißrussland", "country")
    ['BY']
    """
    tables = tuple(map(lexicon, languages()))
    codes = [*_codes_by_name(kind, tables).get(bare(text), ())]
    if kind == "city":
        # Those that are units have their names among these.
        codes += filter(None, map(city_with, codes_named(text, "subdivision")))
    return list(dict.fromkeys(codes))


# By the tables themselves, which change with the languages that somebody adds.
@lru_cache(maxsize=len(_TOPICS))
def _codes_by_name(kind: str, tables: tuple[Lexicon, ...]) -> dict[str, dict[str, None]]:
    names = [
        (code.removesuffix(".official"), name)
        for one in tables
        for code, row in one.rows(_TOPICS[kind]).items()
        for name in (row.get("nom"), row.get("short"), *listed(row.get("aliases", "")))
    ]
    if kind == "subdivision":
        units = reference.subdivisions().items()
        names += [(code, row.get(one.lang)) for code, row in units for one in tables]
    found: dict[str, dict[str, None]] = {}
    for code, name in names:
        if name:
            found.setdefault(bare(name), {})[code] = None
    return found


def state(code: str) -> Arguments:
    """The state with a code of ISO 3166-1."""
    name = names("countries", f"{code}.official") or names("countries", code)
    return {"id": code.lower(), "kind": "state", "name": name or {}, "country": code, "code": code}


def subdivision(code: str) -> Arguments:
    """The first-level unit with an ISO 3166-2 code."""
    name = {lang: name for lang in languages() if (name := unit_name(lang, code))}
    return {
        "id": code.lower(),
        "kind": _KINDS.get(unit_type(code) or "", "region"),
        "name": Phrases(name),
        "country": code[:2],
        "code": code,
    }


def city_of(key: str) -> str:
    """The ISO 3166-2 code of a city that is a unit, else its id; `UnknownCode` if it is none."""
    table = reference.cities()
    if isinstance(key, str) and key in table:
        return table[key].get("code", key)
    if isinstance(key, str) and key in reference.subdivisions() and unit_type(key) == "city":
        return key
    return _refuse("the cities", "city", key, table)


def city(key: str) -> Arguments:
    """The city with an id of the reference data."""
    return {
        "id": key,
        "kind": "city",
        "name": names("cities", key) or {},
        "country": reference.cities()[key]["country"],
    }


def body_of(code: str, kind: str) -> str | None:
    """The id of the body of a kind that governs the territory with an ISO 3166 code today."""
    return _bodies_of_today().get((code, kind))


@cache
def _bodies_of_today() -> dict[tuple[str, str], str]:
    """The bodies of today by the territory that they govern and their kind."""
    found: dict[tuple[str, str], str] = {}
    for key, row in reference.institutions().items():
        if "governs" in row and "until" not in row:
            found.setdefault((row["governs"], row["kind"]), key)
    return found


def named_after_state(code: str, kind: str) -> Arguments:
    """A body of a kind that the reference data do not have, named after its state.

    Raises `UnknownCode` where no language has a name for it.
    """
    named = {lang: _named_after_state(lang, kind, code) for lang in languages()}
    name = {lang: phrase for lang, phrase in named.items() if phrase}
    if not name:
        bodies = reference.institutions().items()
        near = (key for key, row in bodies if row.get("governs") == code and "until" not in row)
        raise UnknownCode(f"{kind} bodies in the reference data", code, next(near, None))
    key = f"{code}-{kind}".lower().replace("_", "-")
    return {"id": key, "kind": kind, "name": name, "governs": code}


def _named_after_state(lang: str, kind: str, code: str) -> Phrase | None:
    """The name of a kind of body and that of the state, if the language has a frame for both."""
    body = lexicon(lang).phrase("vocabulary", f"partner_kind.{kind}")
    state = lexicon(lang).phrase("countries", f"{code}.official")
    if body is None or state is None:
        return None
    found = {case: _joined(lang, kind, body, state, case) for case in CASES}
    forms = {case: capitalised(text) for case, text in found.items() if text}
    return composed(forms, body)


def composed(forms: dict[str, str], head: Phrase) -> Phrase | None:
    """A name made by rule around a head noun, marked as such; `None` without a nominative."""
    if "nom" not in forms:
        return None
    made: dict[str, Any] = {**forms, "gender": head.gender, "article": head.article}
    return Phrase(**made, derived=[form for form in Form if made.get(form) is not None])


def competent_authority(code: str, kind: str | None) -> Arguments:
    """The competent body of a kind in a country, or its competent authority."""
    named = {lang: _competent(lang, kind, code) for lang in languages()}
    key = f"{code}-competent-{kind or 'authority'}".lower().replace("_", "-")
    return {
        "id": key,
        "kind": kind or "public_body",
        "name": Phrases({lang: phrase for lang, phrase in named.items() if phrase}),
        "country": code,
    }


def _competent(lang: str, kind: str | None, code: str) -> Phrase | None:
    """The competent body with the country behind it: the formal name of a state, or its short one.

    It is a common noun: a sentence begins with a capital, a name here does not.
    """
    topic = f"partner_kind.{kind}" if kind else "title_word.authority"
    tables = lexicon(lang)
    body = tables.phrase("vocabulary", topic)
    state = tables.phrase("countries", f"{code}.official") or tables.phrase("countries", code)
    if body is None or state is None:
        return None
    forms: dict[str, str] = {}
    for form in (*CASES, "plural"):
        with suppress(MissingForm):
            noun = Phrase(attributed(lang, "competent", body, form))
            if text := _joined(lang, "government", noun, state, "nom"):
                forms[form] = text
    return composed(forms, body)


def _joined(lang: str, pattern: str, body: Phrase, state: Phrase, case: str) -> str | None:
    """The body in a case and the state, as the first frame has it whose forms are known."""
    return first_frame(
        lang,
        pattern,
        lambda slot, form: (
            form_of(body, lang, case) if slot == "body" else in_sentence(state, lang, form)
        ),
    )


def first_frame(lang: str, pattern: str, slots: Slots) -> str | None:
    """The first frame of a pattern whose forms are known."""
    for frame in lexicon(lang).frames(pattern):
        with suppress(MissingForm):
            if text := frame.render(slots):
                return text
    return None


def institution_of(key: str) -> str:
    """The id of a public body itself; `UnknownCode` if it is none."""
    table = reference.institutions()
    known = isinstance(key, str) and key in table
    return key if known else _refuse("institutions", "institution", key, table)


def institution(key: str) -> Arguments:
    """The public body with an id of the reference data."""
    row = reference.institutions()[key]
    fields = ("kind", "country", "governs", "part_of")
    return {
        "id": key,
        "name": names("institutions", key) or {},
        **{field: row[field] for field in fields if field in row},
    }
