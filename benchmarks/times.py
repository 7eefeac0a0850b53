"""Measure dates, periods, status and questions to a dossier: ``python benchmarks/times.py``.

The contenders take turns in one process; what is printed is CPU time for one call, the median
over the rounds, and the median of the ratios within a round. Libraries that are not installed
are left out. Nobody else computes the status of a document, so that has no contender.
"""

from __future__ import annotations

import argparse
import datetime
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from typing import Any

import attrs
import corpus

import bilateral as bl
from bilateral.terms import last_day, notice_deadline

DATES = ("2026-04-30", "2025-11", "2026", "1984~", "19XX-02-29", "2026-34")
PERIODS = ("2026/2028", "2025-11-05/2026-03-01", "2026/..", "2026/", "1984~/2004-06")
# What all contenders read; a list is read as a whole, so the times are for one of its texts.
PLAIN_DATES = DATES[:3]
PLAIN_PERIODS = PERIODS[:2]
SIDES = (bl.Partner.state("BY"), bl.Partner.state("KZ"))

Contender = tuple[str, Callable[[], object], int]


def optional(name: str) -> Any:
    """A library that may be absent."""
    try:
        return import_module(name)
    except ImportError:
        print(f"{name} is not installed: left out", file=sys.stderr)
        return None


def parsing(texts: tuple[str, ...], ours: Callable[[str], object]) -> list[Contender]:
    """Everybody who reads EDTF, on the same texts."""
    found: list[Contender] = [("bilateral", lambda: [ours(text) for text in texts], len(texts))]
    if edtf := optional("edtf"):
        found.append(("edtf", lambda: [edtf.parse_edtf(text) for text in texts], len(texts)))
    if undate := optional("undate.converters.edtf"):
        parse = undate.EDTFDateConverter().parse
        found.append(("undate", lambda: [parse(text) for text in texts], len(texts)))
    return found


def intersections() -> list[Contender]:
    """The days that two periods have in common, both at hand as values."""
    one, other = bl.Period("2024-03/2028"), bl.Period("2026-07-01/2030-06-30")
    found: list[Contender] = [
        ("bilateral, as periods", lambda: one.intersection(other), 1),
        ("bilateral, yes or no", lambda: one.overlaps(other), 1),
    ]
    if optional("portion"):
        left, right = one.to_portion(), other.to_portion()
        found.append(("portion, as intervals", lambda: left & right, 1))
        found.append(("portion, yes or no", lambda: left.overlaps(right), 1))
    return found


def answers() -> list[Contender]:
    """Status, periods and deadlines."""
    plan = bl.Agreement(
        "plan", "roadmap", SIDES, period="2026/2028", events=[bl.Event.signed("2025-11-05")]
    )
    term = bl.Term(entry="signed", length="P5Y", renewal=bl.Renewal("P5Y", notice="P6M"))
    tacit = bl.Agreement(
        "tacit", "agreement", SIDES, term=term, events=[bl.Event.signed("2004-12-22")]
    )
    vague = bl.Agreement(
        "vague", "agreement", SIDES, term=term, events=[bl.Event.signed("2004-12")]
    )
    dossier = bl.Dossier(agreements=[plan, tacit, vague])
    day, year = datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)
    return [
        ("status: calendar years", lambda: plan.status(day), 1),
        ("status: renewed since 2004", lambda: tacit.status(day), 1),
        ("status: a vague date", lambda: vague.status(day), 1),
        ("deadlines of a year, 3 documents", lambda: dossier.deadlines(day, year), 1),
        ("last_day", lambda: last_day(day, "P5Y"), 1),
        ("notice_deadline", lambda: notice_deadline(day, "P6M"), 1),
    ]


def questions(dossier: bl.Dossier) -> list[list[Contender]]:
    """Each question put to every agreement, to a dossier that is new, and to it again."""
    day = "2027-01-01"

    def each(fits: Callable[[bl.Agreement], object]) -> Callable[[], object]:
        return lambda: [one for one in dossier if fits(one)]

    plain = {
        "between": each(lambda one: one.between("BY", "KZ")),
        "of_kind": each(lambda one: one.kind is bl.AgreementKind.ROADMAP),
        "active": each(lambda one: one.status(day).is_active),
    }
    asked: dict[str, Callable[[bl.Dossier], object]] = {
        "between": lambda new: list(new.between("BY", "KZ")),
        "in_sector": lambda new: list(new.in_sector("economy")),
        "of_kind": lambda new: list(new.of_kind("roadmap")),
        "between, in_sector, of_kind": lambda new: list(
            new.between("BY", "KZ").in_sector("economy").of_kind("roadmap")
        ),
        "active": lambda new: list(new.active(day)),
        "status by id": lambda new: new.status(dossier.agreements[-1].id, day),
    }

    def contenders(name: str, ask: Callable[[bl.Dossier], object]) -> Iterator[Contender]:
        yield f"{name}, again", lambda: ask(dossier), 1
        # Another dossier with the same tables knows nothing of what the first was asked.
        yield f"{name}, first", lambda: ask(fresh(dossier)), 1
        if name in plain:
            yield f"{name}, one by one", plain[name], 1

    return [list(contenders(name, ask)) for name, ask in asked.items()]


def fresh(dossier: bl.Dossier) -> bl.Dossier:
    """The same without what is kept of earlier questions, or checked once more."""
    fresh: bl.Dossier = object.__new__(bl.Dossier)
    for field in attrs.fields(bl.Dossier):
        object.__setattr__(fresh, field.name, getattr(dossier, field.name))
    return fresh


def seconds(call: Callable[[], object], least: float = 0.02) -> float:
    """CPU seconds for one call, measured over as many as take some time."""
    times = 1
    while True:
        begin = time.process_time()
        for _ in range(times):
            call()
        spent = time.process_time() - begin
        if spent >= least:
            return spent / times
        times *= 4


def report(title: str, contenders: list[Contender], rounds: int, *, ratios: bool = True) -> None:
    print(f"\n{title}")
    table = [{name: seconds(call) / n for name, call, n in contenders} for _ in range(rounds)]
    first = contenders[0][0]
    for name in table[0]:
        median = statistics.median(row[name] for row in table)
        ratio = statistics.median(row[name] / row[first] for row in table)
        print(f"  {name:34} {median * 1e6:12.2f} µs" + (f"   {ratio:10.2f} x" if ratios else ""))


def main() -> None:
    """Run all rounds and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--size", type=int, default=100_000, help="agreements in the dossier")
    options = parser.parse_args()
    rounds = options.rounds
    print(f"Python {sys.version.split()[0]}, bilateral {version('bilateral')}, {rounds} rounds")
    report("A date, from its text", parsing(PLAIN_DATES, bl.PartialDate.parse), rounds)
    report("A period, from its text", parsing(PLAIN_PERIODS, bl.Period.parse), rounds)
    ours = [
        ("all sorts of dates", lambda: [bl.PartialDate.parse(one) for one in DATES], len(DATES)),
        ("all sorts of periods", lambda: [bl.Period.parse(one) for one in PERIODS], len(PERIODS)),
    ]
    report("bilateral alone", ours, rounds, ratios=False)
    report("Two periods", intersections(), rounds)
    report("Answers", answers(), rounds, ratios=False)
    dossier = bl.loads(json.dumps(corpus.document(options.size)))
    for one in questions(dossier):
        report(f"A question to {len(dossier)} agreements", one, rounds)


if __name__ == "__main__":
    main()
