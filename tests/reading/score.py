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
SETS = ("seen", "unseen")
DATA = Path(__file__).parent / "data"
FIELDS = ("kind", "sides", "roles", "sectors", "subject", "period", "date", "other")

_PARTY = re.compile(r"\{([12])(\w{4}|\w\w|\?)(\??)(?:\.(\w+))?:([^}]*)\}")
_SUBJECT = re.compile("<([^>]*)>")
_RELATIONS = ("amends", "implements", "supersedes")
# What a mark on a field is a mark on, too.
_MARKS = {"sides": "roles", "period": "date", **dict.fromkeys(_RELATIONS, "other")}

#: The fields of a title, each as what it says, how often.
Fields = dict[str, Counter[Any]]


@attrs.frozen
class Gold:
    """A title and what it says."""

    lang: str
    text: str
    fields: Fields
    #: The sectors that may be found, and the parties whose country and kind may stay open.
    optional: frozenset[str]
    unsaid: frozenset[str]


@attrs.frozen
class Reading:
    """A title as it was read: its fields, and those that are wrong and marked."""

    gold: Gold
    title: bl.ParsedTitle
    fields: Fields

    @property
    def wrong(self) -> list[str]:
        return [name for name in FIELDS if self.gold.fields[name] != self.fields[name]]

    @property
    def marked(self) -> set[str]:
        marks = set(self.title.uncertain)
        return marks | {_MARKS[name] for name in marks if name in _MARKS}


def gold(which: str, lang: str) -> Iterator[Gold]:
    """The titles of a set in a language."""
    lines = (DATA / f"{which}_{lang}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    for kind, sectors, period, date, other, marked in rows:
        codes = sectors.split()
        parties = _PARTY.findall(marked)
        subjects = (_PARTY.sub("", one) for one in _SUBJECT.findall(marked))
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
                "subject": Counter(_bare(one, lang) for one in subjects),
                "period": Counter(filter(None, [period])),
                "date": Counter(filter(None, [date])),
                "other": Counter(filter(None, [other])),
            },
            frozenset(code.strip("~") for code in codes if "~" in code),
            frozenset(_bare(text, lang) for _, _, may, _, text in parties if may),
        )


def _bare(text: str, lang: str) -> str:
    """A text without the prepositions and articles before it."""
    words = grammar(lang)
    small = {*words.articles, *words.words("on"), *words.words("about")}
    text = text.strip(" ,.")
    first, _, rest = text.partition(" ")
    return _bare(rest, lang) if rest and first.casefold() in small else text


def read(one: Gold) -> Reading:
    """The title as it is read, with its fields in the shape of those that were expected."""
    title = bl.parse_title(one.text, one.lang)
    others = [
        ":".join(filter(None, [relation, other.kind and str(other.kind), str(other.date or "")]))
        for relation in _RELATIONS
        for other in getattr(title, relation)
    ]
    told = {text for text, _ in one.fields["roles"]}
    roles = ((_bare(party.text, one.lang), str(party.kind)) for party in title.parties)
    sides = (
        (str(number), party.country, _bare(party.text, one.lang))
        for number, side in enumerate(title.sides, 1)
        for party in side
    )
    codes = (sector.code for sector in title.sectors)
    fields = {
        "kind": Counter([str(title.kind)]),
        "sides": Counter(_said(one, "sides", key) for key in sides),
        "roles": Counter(_said(one, "roles", role) for role in roles if role[0] in told),
        "sectors": Counter(code for code in codes if code not in one.optional),
        "subject": Counter([_bare(title.subject, one.lang)] if title.subject else []),
        "period": Counter([str(title.period)] if title.period else []),
        "date": Counter([str(title.date)] if title.date else []),
        "other": Counter(others),
    }
    return Reading(one, title, fields)


def _said(one: Gold, name: str, key: tuple[Any, ...]) -> tuple[Any, ...]:
    """What was read of a party, or what was expected where that may stay open."""
    if not one.unsaid.isdisjoint(key) and (None in key or "None" in key):
        for whole in one.fields[name]:
            if set(key) - {None, "None"} <= set(whole):
                return whole
    return key


@attrs.define
class Score:
    """What was counted in some titles."""

    met: Counter[str] = attrs.Factory(Counter)
    told: Counter[str] = attrs.Factory(Counter)
    titles: int = 0
    right: int = 0
    silent: int = 0
    right_but_marked: int = 0

    def add(self, reading: Reading) -> None:
        for name in FIELDS:
            expected, found = reading.gold.fields[name], reading.fields[name]
            self.met[name] += (expected & found).total()
            self.told[name] += expected.total() + found.total()
        self.titles += 1
        self.right += not reading.wrong
        self.silent += not reading.marked.issuperset(reading.wrong)
        self.right_but_marked += not reading.wrong and bool(reading.marked)

    def f1(self, *names: str) -> float:
        names = names or FIELDS
        told = sum(self.told[name] for name in names)
        return 2 * sum(self.met[name] for name in names) / told if told else 1.0


def readings(which: str) -> Iterator[Reading]:
    """All titles of a set, read."""
    sets = SETS if which == "all" else (which,)
    return (read(one) for each in sets for lang in LANGS for one in gold(each, lang))


def score(which: str) -> Score:
    """The score of a set."""
    found = Score()
    for reading in readings(which):
        found.add(reading)
    return found


def _show(reading: Reading) -> None:
    print(f"{reading.gold.lang} {reading.gold.text}")
    print(f"     marked: {', '.join(sorted(reading.marked)) or '-'}; rest: {reading.title.rest}")
    for name in reading.wrong:
        expected, found = reading.gold.fields[name], reading.fields[name]
        sign = " " if name in reading.marked else "!"
        print(f"   {sign} {name}: {[*expected - found]} ≠ {[*found - expected]}")


def main(which: str = "all", *options: str) -> None:
    """Print the score of a set; with ``-v`` each title that is wrong or marked."""
    if "-v" in options:
        for reading in readings(which):
            if reading.wrong or reading.marked:
                _show(reading)
    found = score(which)
    for name in FIELDS:
        print(f"{name:8} F1 {found.f1(name):.3f}")
    print(f"all      F1 {found.f1():.3f}")
    print(
        f"{found.titles} titles, wholly right {found.right / found.titles:.1%}, silently wrong "
        f"{found.silent / found.titles:.1%}, right ones marked "
        f"{found.right_but_marked / found.right:.1%}"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
