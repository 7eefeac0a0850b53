"""Ministries by country and portfolio: those of the reference data, and names made by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from bilateral import reference
from bilateral.coercion import unknown
from bilateral.errors import UnknownCode
from bilateral.language.folding import bare
from bilateral.language.lexicon import CASES, Lexicon, capitalised, form_of, in_sentence, lexicon
from bilateral.language.topics import enumeration
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.reference.partners import Arguments, composed, first_frame
from bilateral.tables import languages, listed
from bilateral.text import Phrase

_SCHEME = "the portfolios"


def portfolios_of(codes: Sequence[str]) -> tuple[str, ...]:
    """The codes of portfolios themselves, each once; `UnknownCode` for one that is none."""
    known = reference.portfolios()
    for code in codes:
        if not isinstance(code, str):
            raise ValidationError([wrong_type_problem("text", code)])
        if code not in known:
            raise UnknownCode(_SCHEME, code, _meant(code, known))
    return tuple(dict.fromkeys(codes))


def _meant(text: str, known: Collection[str]) -> str | None:
    """The one portfolio that a text names in some language, else the code most like it."""
    wanted = bare(text)
    named = {
        code
        for lang in languages()
        for code, row in lexicon(lang).rows("portfolios").items()
        for name in (row.get("nom"), *listed(row.get("short", "")), *listed(row.get("aliases", "")))
        if code in known and name and bare(name) == wanted
    }
    return named.pop() if len(named) == 1 else unknown("", text, known).hint


def body_in_charge(country: str, portfolios: Sequence[str]) -> str | None:
    """The id of the body of a state that has these portfolios.

    That is the one of today with just these, else the only one of today that has them among
    others, else the last one of the past that had just these. Where there is none, portfolios
    that are akin count as the same: the environment is in the hands of a ministry of ecology.
    """
    bodies = _bodies_by_country().get(country, ())
    return _holder(bodies, frozenset(portfolios)) or _holder(
        [body._replace(portfolios=_in_general(body.portfolios)) for body in bodies],
        _in_general(portfolios),
    )


class _Body(NamedTuple):
    """A body, what it is in charge of, and its last year or day."""

    id: str
    portfolios: frozenset[str]
    until: str


@cache
def _bodies_by_country() -> dict[str, list[_Body]]:
    found: dict[str, list[_Body]] = {}
    for key, row in reference.institutions().items():
        if "portfolios" in row:
            body = _Body(key, frozenset(listed(row["portfolios"])), row.get("until", ""))
            found.setdefault(row["country"], []).append(body)
    return found


def _holder(bodies: Iterable[_Body], wanted: frozenset[str]) -> str | None:
    """The body that has what is wanted, in the order of `body_in_charge`."""
    having = [body for body in bodies if body.portfolios >= wanted]
    today = [body for body in having if not body.until]
    exact = [body for body in today if body.portfolios == wanted]
    if exact or len(today) == 1:
        return (exact or today)[0].id
    past = [body for body in having if body.until and body.portfolios == wanted]
    return max(past, key=lambda body: body.until).id if past else None


def _in_general(portfolios: Iterable[str]) -> frozenset[str]:
    """The portfolios, each as the one that it is akin to."""
    table = reference.portfolios()
    return frozenset(table[code].get("akin", code) for code in portfolios)


def composed_ministry(country: str, portfolios: Sequence[str]) -> Arguments:
    """A ministry with a name made by rule, in the style of its state.

    Raises `UnknownCode` where no ministry is named after any of the portfolios, or the country
    is no state.
    """
    table = reference.portfolios()
    if not any("ministry" in table[code] for code in portfolios):
        way = "no ministry is named after it alone: make a Partner with the name of the body"
        raise UnknownCode(f"the ministries of {country}", portfolios[0], None, way)
    named = {lang: _composed(lang, country, portfolios) for lang in languages()}
    name = {lang: phrase for lang, phrase in named.items() if phrase}
    if not name:
        raise UnknownCode("a state, which alone has ministries", country)
    *others, last = (code.replace("_", "-") for code in portfolios)
    subject = "-and-".join([*filter(None, ["-".join(others)]), last])
    key = f"{country.lower()}-ministry-of-{subject}"
    return {"id": key, "kind": "ministry", "name": name, "country": country}


def _composed(lang: str, country: str, portfolios: Sequence[str]) -> Phrase | None:
    """The name in one language, if it has words for all of its parts; marked as made by rule."""
    tables = lexicon(lang)
    style = reference.ministry_styles().get(country, {})
    head = tables.phrase("vocabulary", style.get("head", "partner_kind.ministry"))
    state = tables.phrase("countries", f"{country}.official")
    if head is None or state is None:
        return None
    pattern = style.get("frame", "")
    pattern = pattern if tables.frames(pattern) else "ministry"

    def written(case: str) -> str | None:
        def slots(slot: str, form: str) -> str | None:
            match slot:
                case "head":
                    return form_of(head, lang, case)
                case "state":
                    return in_sentence(state, lang, form)
                case "alone":
                    return _alone(tables, portfolios)
                case _:
                    return _fields(tables, portfolios, form)

        return first_frame(lang, pattern, slots)

    forms = {case: capitalised(text) for case in CASES if (text := written(case))}
    return composed(forms, head)


def _alone(tables: Lexicon, portfolios: Sequence[str]) -> str | None:
    """What follows the head in words of its own: for one portfolio, or for these together."""
    return tables.rows("portfolios").get("+".join(portfolios), {}).get("alone")


def _fields(tables: Lexicon, portfolios: Sequence[str], form: str) -> str | None:
    """The portfolios as one list, or in the words in which the language says them together."""
    rows = tables.rows("portfolios")
    together = rows.get("+".join(portfolios), {}).get(form)
    if together:
        return together
    words: list[str] = []
    covered = False
    # What needs a preposition comes last: торговли, социальной защиты и по делам ветеранов.
    for code in sorted(portfolios, key=lambda code: "after" in rows.get(code, {})):
        row = rows.get(code, {})
        if form not in row:
            return None
        # With a preposition after others, once: обороны, по делам семьи и женщин.
        covers = "after" in row and bool(words) and not covered
        words += [row["after"]] if covers else _things(tables.lang, row[form])
        covered = covered or covers
    return enumeration(tables.lang, words)


def _things(lang: str, words: str) -> list[str]:
    """The things that words list, one by one: the oil and gas of energy, oil and gas.

    What shares a part of a word stays together: Land- und Forstwirtschaft.
    """
    things = words.split(enumeration(lang, ["", ""]))
    return [words] if any(thing.endswith("-") for thing in things) else things
