"""Partners made from the reference data, with names in every language there is."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import MissingForm, UnknownCode
from bilateral.language.lexicon import CASES, form_of, in_sentence, languages, lexicon, names
from bilateral.partners import Partner, PartnerKind
from bilateral.tables import Row
from bilateral.text import Phrase, Phrases


def _row(table: dict[str, Row], scheme: str, code: str) -> Row:
    if code not in table:
        raise UnknownCode(scheme, code, unknown("", code, table).hint)
    return table[code]


@cache
def state(code: str) -> Partner:
    """The state with an ISO 3166-1 alpha-2 code."""
    _row(reference.countries(), "ISO 3166-1", code)
    name = names("countries", f"{code}.official") or names("countries", code)
    return Partner(code.lower(), PartnerKind.STATE, name or {}, country=code, code=code)


@cache
def subdivision(code: str) -> Partner:
    """The first-level unit with an ISO 3166-2 code: our reviewed name, else CLDR's."""
    row = _row(reference.subdivisions(), "ISO 3166-2", code)
    found: dict[str, Phrase | str] = {}
    for lang in languages():
        reviewed = lexicon(lang).phrase("subdivisions", code)
        name = reviewed or row.get(lang)
        if name:
            found[lang] = name
    kind = PartnerKind.CITY if _is_city(code) else PartnerKind.REGION
    return Partner(code.lower(), kind, Phrases(found), country=code[:2], code=code)


def _is_city(code: str) -> bool:
    return any(
        row.get("governs") == code and row["kind"] == PartnerKind.CITY_EXECUTIVE
        for row in reference.institutions().values()
    )


@cache
def governing(code: str, kind: PartnerKind) -> Partner:
    """The body of a kind that governs the territory with an ISO 3166 code today.

    The government of a state that is not among the institutions is named after the state.
    """
    table = reference.subdivisions() if "-" in code else reference.countries()
    _row(table, "ISO 3166-2" if "-" in code else "ISO 3166-1", code)
    for key, row in reference.institutions().items():
        if row.get("governs") == code and row["kind"] == kind and "until" not in row:
            return institution(key)
    named = {lang: _named_after_state(lang, kind, code) for lang in languages()}
    name = {lang: phrase for lang, phrase in named.items() if phrase}
    if not name:
        raise UnknownCode(f"{kind.value} bodies in the reference data", code)
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


@cache
def institution(key: str) -> Partner:
    """The public body with an id of the reference data."""
    row = _row(reference.institutions(), "institutions", key)
    return Partner(
        key,
        row["kind"],
        names("institutions", key) or {},
        country=row["country"],
        governs=row.get("governs"),
        part_of=row.get("part_of"),
    )
