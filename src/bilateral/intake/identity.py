"""The ids of the documents of a list, and rows that are of one document."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count

from bilateral.events import Event, EventKind
from bilateral.identifiers import id_problems
from bilateral.intake.drafts import Draft
from bilateral.intake.findings import Finding
from bilateral.language.folding import bare, grammar
from bilateral.partners import Side
from bilateral.problems import Problem
from bilateral.wire.sheets.values import id_of

__all__ = ["give_ids", "repeated"]

_LONGEST = 120
_HASH = 6


def give_ids(drafts: list[Draft], partners: dict[str, tuple[Side, ...]]) -> None:
    """Give each document an id: of its number, or else of what it is.

    The same list gives the same ids, in whatever order its rows are. Numbers that stand twice
    are none, as where each chapter counts anew; of what is alike, the words of the titles make
    the difference, and of what is alike in these, too, the order.
    """
    used = set[str]()
    numbers = Counter(_number(draft) for draft in drafts)
    made = {draft.key: _facts(draft, partners[draft.key]) for draft in drafts}
    alike = Counter(made.values())
    for draft in drafts:
        number, code = _number(draft), made[draft.key]
        if number and numbers[number] == 1:
            code = number
        elif alike[code] > 1:
            code = f"{code}-{_mark(draft, partners[draft.key])}"
        draft.id = next(one for one in _numbered(code) if one not in used)
        used.add(draft.id)


def _numbered(code: str) -> Iterator[str]:
    """An id as it is, and with numbers behind it."""
    yield code
    yield from (f"{code}-{n}" for n in count(2))


def _number(draft: Draft) -> str:
    """The number of a document as an id, if it can be one."""
    code = id_of(str(draft.values.get("number", "")))
    return "" if id_problems(code) else code


def _facts(draft: Draft, sides: tuple[Side, ...]) -> str:
    """What a document is, as an id: its countries, its day, its kind and what it is about."""
    countries = sorted({(one.country or one.id).lower() for one in chain(*sides)})
    date = signed_on(draft)
    parts = [
        *(countries if len(countries) > 1 else sorted(one.id for one in chain(*sides))),
        (str(date) if date else "").lower(),
        draft.values["kind"].value,
        *(one.code for one in draft.values.get("sectors", ())[:1]),
    ]
    return id_of(" ".join(filter(None, parts)).replace("_", "-"))[:_LONGEST].strip("-")


def _mark(draft: Draft, sides: tuple[Side, ...]) -> str:
    words = (*sorted(one.id for one in chain(*sides)), bare(draft.text), *_numbers(draft))
    return hashlib.sha256(" ".join(words).encode(errors="surrogatepass")).hexdigest()[:_HASH]


def _numbers(draft: Draft) -> Iterator[str]:
    yield str(draft.values.get("number", ""))
    yield str(draft.values.get("period", ""))


def signed_on(draft: Draft) -> object:
    """The day of the signature, if it is known."""
    events: Iterable[Event] = draft.values.get("events", ())
    return next((one.date for one in events if one.kind is EventKind.SIGNED and one.date), None)


def _others(draft: Draft) -> list[str]:
    """The documents that this one changes or carries out, as its title names them."""
    title = draft.title
    return [one.text for one in (*title.amends, *title.implements)] if title else []


def repeated(
    drafts: Iterable[Draft], partners: dict[str, tuple[Side, ...]], lang: str
) -> dict[str, Draft]:
    """The rows that are of the same document as one before, by their keys, with that one.

    Kind, partners, date, subject and number are the same; the order of the sides does not matter.
    Where only the numbers differ, both may be documents: the second has a question.
    """
    words = grammar(lang)
    first: dict[tuple[object, ...], dict[str | None, Draft]] = {}
    found: dict[str, Draft] = {}
    for draft in drafts:
        about = draft.title.subject if draft.title else None
        act = (
            draft.values["kind"],
            frozenset(one.id for one in chain(*partners[draft.key])),
            str(signed_on(draft)),
            tuple(words.stems(bare(one)) for one in (about or "", *_others(draft))),
            draft.values.get("subject"),
            draft.values.get("sectors"),
            draft.values.get("period"),
        )
        number = draft.values.get("number")
        others = first.setdefault(act, {})
        if number in others:
            found[draft.key] = others[number]
        elif others and signed_on(draft):
            other = next(iter(others))
            problem = Problem("same-act", (), number or draft.text, details={"other": other or ""})
            draft.findings.append(Finding("number", "", number or "", problem=problem))
        others.setdefault(number, draft)
    return found
