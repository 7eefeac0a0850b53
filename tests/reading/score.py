"""How well titles are read: ``python -m tests.reading.score [seen | unseen | all] [-v]``.

The titles are those of ``data``. Rules may be made by the faults in the *seen* ones. The others
are only counted; to read their faults (``-v`` with ``unseen``) spends them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import bilateral as bl
from bilateral.language.folding import grammar

LANGS = ("de", "en", "ru")
DATA = Path(__file__).parent / "data"
_PARTY = re.compile(r"\{([12])(\w\w|\?)(\??)(?:\.(\w+))?:([^}]*)\}")
_SUBJECT = re.compile("<([^>]*)>")
_RELATIONS = ("amends", "extends", "implements", "supersedes")
FIELDS = ("kind", "sides", "roles", "sectors", "subject", "period", "date", "other")


@attrs.frozen
class Gold:
    """A title and what it says."""

    lang: str
    text: str
    fields: dict[str, Counter[Any]]
    optional: frozenset[str]
    unsaid: frozenset[str]


def gold(which: str, lang: str) -> Iterator[Gold]:
    """The titles of a language."""
    lines = (DATA / f"{which}_{lang}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    for kind, sectors, period, date, other, marked in rows:
        codes = sectors.split()
        parties = _PARTY.findall(marked)
        yield Gold(
            lang,
            _SUBJECT.sub(r"\1", _PARTY.sub(r"\5", marked)),
            {
                "kind": Counter([kind]),
                "sides": Counter(
                    (side, None if country == "?" else country, _bare(text, lang))
                    for side, country, _, _, text in parties
                ),
                "roles": Counter((_bare(text, lang), kind) for *_, kind, text in parties if kind),
                "sectors": Counter(code for code in codes if "~" not in code),
                "subject": Counter(
                    _bare(_PARTY.sub("", one), lang) for one in _SUBJECT.findall(marked)
                ),
                "period": Counter(filter(None, [period])),
                "date": Counter(filter(None, [date])),
                "other": Counter(filter(None, [other])),
            },
            frozenset(code.strip("~") for code in codes if "~" in code),
            frozenset(_bare(text, lang) for _, _, may, _, text in parties if may),
        )


def _bare(text: str, lang: str) -> str:
    """A text without the preposition, the articles and the quotation marks around it."""
    words = grammar(lang)
    text = text.strip(" ,.")
    first, _, rest = text.partition(" ")
    small = {
        *words.articles,
        *words.words("on"),
        *words.words("preposition"),
        *words.words("about"),
    }
    return _bare(rest, lang) if rest and first.casefold() in small else text


def read(one: Gold) -> tuple[bl.ParsedTitle, dict[str, Counter[Any]]]:
    """The title as it is read, and its fields in the shape of those that were expected."""
    title = bl.parse_title(one.text, one.lang)
    others = [
        ":".join(filter(None, [relation, other.kind and str(other.kind), str(other.date or "")]))
        for relation in _RELATIONS
        for other in getattr(title, relation, ())
    ]
    codes = (sector.code for sector in title.sectors)
    told = {text for text, _ in one.fields["roles"]}
    roles = ((_bare(party.text, one.lang), str(party.kind)) for party in title.parties)
    read_fields = {
        "kind": Counter([str(title.kind)]),
        "sides": Counter(
            (str(number), party.country, _bare(party.text, one.lang))
            for number, side in enumerate(title.sides, 1)
            for party in side
        ),
        "roles": Counter(role for role in roles if role[0] in told),
        "sectors": Counter(code for code in codes if code not in one.optional),
        "subject": Counter([_bare(title.subject, one.lang)] if title.subject else []),
        "period": Counter([str(title.period)] if title.period else []),
        "date": Counter([str(title.date)] if title.date else []),
        "other": Counter(others),
    }
    for name in ("sides", "roles"):
        expected = one.fields[name]
        lacking = {key for key in read_fields[name] if None in key or "None" in key}
        # What the words themselves do not say may stay open.
        for key in lacking & {
            _open(whole) for whole in expected if whole[-1 if name == "sides" else 0] in one.unsaid
        }:
            whole = next(one_key for one_key in expected if _open(one_key) == key)
            if whole != key:
                read_fields[name][whole] += read_fields[name].pop(key)
    return title, read_fields


def _open(key: tuple[Any, ...]) -> tuple[Any, ...]:
    """A party without its country, or without its kind."""
    return (key[0], None, key[2]) if len(key) == 3 else (key[0], "None")


def main(which: str, *, is_verbose: bool) -> None:
    """Print the scores of some titles."""
    met, found, meant = Counter[str](), Counter[str](), Counter[str]()
    count = Counter[str]()
    sets = ("seen", "unseen") if which == "all" else (which,)
    for one in (one for each in sets for lang in LANGS for one in gold(each, lang)):
        title, fields = read(one)
        wrong = []
        for name in FIELDS:
            expected, got = one.fields[name], fields[name]
            met[name] += (expected & got).total()
            found[name] += got.total()
            meant[name] += expected.total()
            if expected != got:
                wrong.append(name)
        marks = set(title.uncertain)
        if marks & set(_RELATIONS):
            marks.add("other")
        if "sides" in marks:
            marks.add("roles")
        if "period" in marks:
            marks.add("date")
        count["titles"] += 1
        count["right"] += not wrong
        count["silent"] += not marks.issuperset(wrong)
        count["marked"] += not wrong and bool(marks)
        if is_verbose and (wrong or marks):
            print(f"{one.lang} {one.text}\n     marks: {', '.join(sorted(marks)) or '-'}")
            for name in wrong:
                sign = " " if name in marks else "!"
                left = list((one.fields[name] - fields[name]).elements())
                more = list((fields[name] - one.fields[name]).elements())
                print(f"   {sign} {name}: {left} ≠ {more}")
            if title.rest:
                print("     rest:", title.rest)
    for name in [*FIELDS, "all"]:
        names = FIELDS if name == "all" else [name]
        both = sum(met[one] for one in names)
        total = sum(found[one] + meant[one] for one in names)
        print(f"{name:8} F1 {2 * both / total if total else 1:.3f}")
    titles, right = count["titles"], count["right"]
    print(
        f"{titles} titles, wholly right {right / titles:.1%}, silently wrong "
        f"{count['silent'] / titles:.1%}, right ones marked {count['marked'] / right:.1%}"
    )


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "-v"]
    main(words[0] if words else "all", is_verbose="-v" in sys.argv)
