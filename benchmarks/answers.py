"""Measure questions to a whole register beside polars and DuckDB: ``python benchmarks/answers.py``.

The contenders take turns in one process and have the same columns, which are made for them
beforehand: the first and the last day on which a document is applied, the countries of the
sides, and whether it is about the economy. What is printed is CPU time, the median over the
rounds; a ratio is ours to theirs, the median within a round. Their answers are compared.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import corpus
from times import fresh, optional, seconds

import bilateral as bl

Asked = Callable[[int], int]
FIRST, LAST = datetime.date(1995, 1, 1).toordinal(), datetime.date(2030, 12, 31).toordinal()
YEARS = range(2000, 2026)
LANGS = ("de", "ru", "en")


class Columns(NamedTuple):
    """A row for each document: the days on which it is applied, the second one excluded."""

    start: list[int]
    end: list[int]
    one: list[str]
    other: list[str]
    economy: list[bool]


def columns(dossier: bl.Dossier) -> Columns:
    """What is asked about, for contenders that know no documents."""
    from bilateral.lifecycle.lifetimes import life_of
    from bilateral.lifecycle.status import activity_of

    found = Columns([], [], [], [], [])
    about = {one.id for one in dossier.in_sector("economy")}
    for agreement in dossier:
        days, answers = activity_of(life_of(agreement))
        applied = answers.index(True) if True in answers else 0
        found.start.append(days[applied - 1] if applied else 0)
        found.end.append(days[applied] if applied else 0)
        first, second = agreement.sides
        found.one.append(str(first.partners[0].country))
        found.other.append(str(second.partners[0].country))
        found.economy.append(agreement.id in about)
    return found


def ours(dossier: bl.Dossier) -> tuple[Asked, Asked]:
    """How many are applied on a day, and of those between two countries about the economy."""

    def narrow(day: int) -> int:
        active = dossier.active(datetime.date.fromordinal(day))
        return len(active.between("BY", "KZ").in_sector("economy"))

    return lambda day: len(dossier.active(datetime.date.fromordinal(day))), narrow


def polars(given: Columns) -> tuple[Asked, Asked] | None:
    """The same by polars, with categories for countries."""
    pl = optional("polars")
    if pl is None:
        return None
    frame = pl.DataFrame(given._asdict()).with_columns(
        pl.col("start", "end").cast(pl.Int32), pl.col("one", "other").cast(pl.Categorical)
    )

    def applied(day: int) -> Any:
        return (pl.col("start") <= day) & (pl.col("end") > day)

    one, other = pl.col("one"), pl.col("other")
    between = ((one == "BY") & (other == "KZ")) | ((one == "KZ") & (other == "BY"))
    return (
        lambda day: frame.select(applied(day).sum()).item(),
        lambda day: frame.select((applied(day) & between & pl.col("economy")).sum()).item(),
    )


def duckdb(given: Columns) -> tuple[Asked, Asked] | None:
    """The same by DuckDB, from its own table."""
    library, pl = optional("duckdb"), optional("polars")
    if library is None or pl is None:
        return None
    connection = library.connect()
    frame = pl.DataFrame(given._asdict())
    connection.register("frame", frame.to_arrow())
    connection.execute(
        'create table rows as select "start"::int as s, "end"::int as e, one, other, economy'
        " from frame"
    )

    def count(where: str) -> Asked:
        text = f"select count(*) from rows where s <= ? and e > ?{where}"
        return lambda day: connection.execute(text, [day, day]).fetchone()[0]

    between = " and economy and ((one = 'BY' and other = 'KZ') or (one = 'KZ' and other = 'BY'))"
    return count(""), count(between)


def once(call: Callable[[], object]) -> float:
    """CPU seconds for one call."""
    begin = time.process_time()
    call()
    return time.process_time() - begin


def on_new_days(ask: Asked) -> float:
    """CPU seconds for one question, each about another day."""
    chance = random.Random(corpus.SEED)
    return seconds(lambda: ask(chance.randint(FIRST, LAST)))


def report_counts(dossier: bl.Dossier, rounds: int) -> None:
    """Questions whose answer is a number."""
    given = columns(dossier)
    made = {"bilateral": ours(dossier), "polars": polars(given), "DuckDB": duckdb(given)}
    contenders = {name: asked for name, asked in made.items() if asked}
    for day in (FIRST, (FIRST + LAST) // 2, LAST):
        for number in range(2):
            answers = {asked[number](day) for asked in contenders.values()}
            assert len(answers) == 1, answers
    for number, title in enumerate(("active, count", "active, between, in_sector, count")):
        table = [
            {name: on_new_days(asked[number]) for name, asked in contenders.items()}
            for _ in range(rounds)
        ]
        print(f"\n{title}, on days that were not asked for")
        for name in contenders:
            median = statistics.median(row[name] for row in table)
            ratio = statistics.median(row["bilateral"] / row[name] for row in table)
            print(f"  {name:12} {median * 1e6:12.1f} µs   {ratio:8.3f} x")


def report_firsts(dossier: bl.Dossier, rounds: int) -> None:
    """What the first questions cost, and leave."""
    day, size = "2027-01-01", len(dossier)
    firsts: dict[str, Callable[[bl.Dossier], object]] = {
        "active": lambda one: len(one.active(day)),
        "deadlines of a year": lambda one: one.deadlines("2026-01-01", "2026-12-31"),
        "between": lambda one: len(one.between("BY", "KZ")),
        "in_sector": lambda one: len(one.in_sector("economy")),
    }
    print("\nfirst, each agreement")
    for name, ask in firsts.items():
        times = [once(partial(ask, fresh(dossier))) / size for _ in range(min(rounds, 3))]
        print(f"  {name:22} {statistics.median(times) * 1e6:8.2f} µs")
    new = fresh(dossier)
    tracemalloc.start()
    for ask in firsts.values():
        ask(new)
    gc.collect()
    print(f"  kept for all of these  {tracemalloc.get_traced_memory()[0] / size:8.1f} bytes")
    tracemalloc.stop()
    years = [(f"{year}-01-01", f"{year}-12-31") for year in YEARS]
    dossier.deadlines(*years[0])
    again = seconds(lambda: dossier.deadlines(*years[0]))
    other = statistics.median(once(lambda: dossier.deadlines(*year)) for year in years)  # noqa: B023
    found = len(dossier.deadlines(*years[0]))
    print(
        f"\ndeadlines of a year ({found}): again {again * 1e3:.3f} ms, another {other * 1e3:.2f} ms"
    )


def report_records(dossier: bl.Dossier) -> None:
    """Answers about one document at a time, each about another one."""
    size = 2_000
    some = list(islice(dossier, len(dossier) // 2, len(dossier) // 2 + size))
    sides = bl.Partner.city_government("BY-HM"), bl.Partner.city_government("KZ-71")
    plan = bl.Agreement("plan", "roadmap", sides, sectors=["trade", "economy"], period="2026/2028")
    day = "2027-01-01"

    def line(name: str, work: Callable[[Any], object], records: list[Any]) -> None:
        work(records[0])
        spent = once(lambda: [work(one) for one in records[1:]]) / (len(records) - 1)
        print(f"  {name:40} {spent * 1e6:8.1f} µs")

    print("\neach, about documents that were not asked about")
    line("status by id", lambda one: dossier.status(one.id, day), some)
    states = [one.status(day) for one in some]
    for lang in LANGS:
        line(f"text of a status in {lang}", lambda one, lang=lang: one.text(lang), states)
    for lang in LANGS:
        earlier = [one.title(lang) for one in islice(dossier, size)]
        line(f"title in {lang}, partners of the user", lambda one, lang=lang: one.title(lang), some)
        line(
            f"title in {lang}, partners of the tables",
            lambda one, lang=lang: one.title(lang),
            [plan] * 500,
        )
        assert earlier


def main() -> None:
    """Run all rounds and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    libraries = [f"{name} {version(name)}" for name in ("bilateral", *_installed())]
    print(f"Python {sys.version.split()[0]},", ", ".join(libraries))
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "register.jsonl"
            corpus.write(path, size)
            dossier = bl.load(path)
        gc.collect()
        gc.freeze()
        print(f"\n--- {size:,} agreements ---")
        report_firsts(dossier, options.rounds)
        report_counts(dossier, options.rounds)
        report_records(dossier)


def _installed() -> Iterator[str]:
    return (name for name in ("polars", "duckdb") if optional(name))


if __name__ == "__main__":
    main()
