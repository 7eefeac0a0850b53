"""Partners made from the reference data, with names in every language there is."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import NoReturn

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownCode
from bilateral.identifiers import of_same_country
from bilateral.language.lexicon import CASES, form_of, in_sentence, lexicon, names
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.tables import Row, languages
from bilateral.text import Phrase, Phrases


def country_of(code: str) -> str:
    """The ISO 3166-1 alpha-2 code for any code of a country; `UnknownCode` if it is none."""
    known = reference.country_code(code) if isinstance(code, str) else None
    return known or _refuse("ISO 3166-1", "country", code, reference.countries())


def _unit(code: str) -> str:
    known = isinstance(code, str) and code in reference.subdivisions()
    return code if known else _refuse("ISO 3166-2", "subdivision", code, reference.subdivisions())


def _refuse(scheme: str, kind: str, code: str, table: dict[str, Row]) -> NoReturn:
    """Raise the error for a code that is none, with a way to the right one."""
    if not isinstance(code, str):
        raise ValidationError([wrong_type_problem("text", code)])
    # Of short codes the nearest one means nothing.
    hint = unknown("", code, of_same_country(code, table)).hint if "-" in code else None
    way = None
    for other, codes, call in (
        ("ISO 3166-1", reference.countries(), "Partner.state"),
        ("ISO 3166-2", reference.subdivisions(), "Partner.subdivision"),
        ("the institutions", reference.institutions(), "Partner.institution"),
    ):
        if code in codes:
            way = f"it is one of {other}: {call}"
    if hint is None and way is None:
        hint, way = _named(code, kind, table)
    raise UnknownCode(scheme, code, hint, way)


def _named(text: str, kind: str, table: dict[str, Row]) -> tuple[str | None, str | None]:
    """The code of what a text names, or where to look."""
    from bilateral.reading.finding import find

    if text.upper() in table:
        return text.upper(), None
    found = find(text, type=kind)
    if not found:
        return None, None
    first, *others = found
    if first.is_certain and all(one.score < first.score for one in others):
        return first.code, None
    return None, f"find({text!r}) says what it may be"


def state(code: str) -> Partner:
    """The state with a code of ISO 3166-1."""
    return _state(country_of(code))


@cache
def _state(code: str) -> Partner:
    name = names("countries", f"{code}.official") or names("countries", code)
    return Partner(code.lower(), PartnerKind.STATE, name or {}, country=code, code=code)


def subdivision(code: str) -> Partner:
    """The first-level unit with an ISO 3166-2 code: our reviewed name, else CLDR's."""
    return _subdivision(_unit(code))


@cache
def _subdivision(code: str) -> Partner:
    name = {lang: name for lang in languages() if (name := _unit_name(lang, code))}
    kind = PartnerKind.CITY if _is_city(code) else PartnerKind.REGION
    return Partner(code.lower(), kind, Phrases(name), country=code[:2], code=code)


def _unit_name(lang: str, code: str) -> Phrase | str | None:
    """The name of a unit; a retired code that is named as its successor has that one's."""
    units = reference.subdivisions()
    name = units[code].get(lang)
    successor = units[code].get("replaced_by")
    if successor and units[successor].get(lang) == name:
        code = successor
    return lexicon(lang).phrase("subdivisions", code) or name


def _is_city(code: str) -> bool:
    return any(
        row.get("governs") == code and row["kind"] == PartnerKind.CITY_EXECUTIVE
        for row in reference.institutions().values()
    )


def governing(code: str, kind: PartnerKind) -> Partner:
    """The body of a kind that governs the territory with an ISO 3166 code today.

    The government of a state that is not among the institutions is named after the state.
    """
    is_state = kind is PartnerKind.GOVERNMENT
    return _governing(country_of(code) if is_state else _unit(code), kind)


@cache
def _governing(code: str, kind: PartnerKind) -> Partner:
    for key, row in reference.institutions().items():
        if row.get("governs") == code and row["kind"] == kind and "until" not in row:
            return institution(key)
    named = {lang: _named_after_state(lang, kind, code) for lang in languages()}
    name = {lang: phrase for lang, phrase in named.items() if phrase}
    if not name:
        bodies = reference.institutions().items()
        near = (key for key, row in bodies if row.get("governs") == code and "until" not in row)
        raise UnknownCode(f"{kind.value} bodies in the reference data", code, next(near, None))
    key = f"{code}-{kind.value}".lower().replace("_", "-")
    return Partner(key, kind, name, governs=code)


def _named_after_state(lang: str, kind: PartnerKind, code: str) -> Phrase | None:
    """The name of a kind of body and that of the state, if the language has a frame for both."""
    body = kind.phrase(lang)
    state = lexicon(lang).phrase("countries", f"{code}.official")
    if body is None or state is None:
        return None
    found = {case: _joined(lang, kind.value, body, state, case) for case in CASES}
    forms = {case: text for case, text in found.items() if text}
    return Phrase(**forms, gender=body.gender, article=body.article) if "nom" in forms else None


def _joined(lang: str, pattern: str, body: Phrase, state: Phrase, case: str) -> str | None:
    """The body in a case and the state, as the first frame has it whose forms are known."""
    for frame in lexicon(lang).frames(pattern):
        with suppress(MissingForm):
            text = frame.render(
                lambda slot, form: (
                    form_of(body, lang, case) if slot == "body" else in_sentence(state, lang, form)
                )
            )
            return text and text[:1].upper() + text[1:]
    return None


def institution(key: str) -> Partner:
    """The public body with an id of the reference data."""
    table = reference.institutions()
    known = isinstance(key, str) and key in table
    return _institution(key if known else _refuse("institutions", "institution", key, table))


@cache
def _institution(key: str) -> Partner:
    row = reference.institutions()[key]
    return Partner(
        key,
        row["kind"],
        names("institutions", key) or {},
        country=row["country"],
        governs=row.get("governs"),
        part_of=row.get("part_of"),
    )
