"""Measure `bilateral` beside others: ``python benchmarks/run.py``.

Every figure comes from a process of its own; the contenders take turns, and what is printed
are medians, and medians of the ratios within a round, which a busy machine moves least. All
times are CPU times. A ratio of speeds above 1 says that we are faster.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import corpus

HERE = Path(__file__).parent
LIBRARIES = ("bilateral", "attrs", "cattrs", "babel", "orjson", "msgspec", "pydantic")
# Task, what we do, against whom, in seconds or bytes, and the goal for the ratio.
GOALS = (
    ("read", "bilateral", "msgspec", "seconds", 1.5),
    ("read", "bilateral", "msgspec, collector off", "seconds", 0.45),
    ("read", "bilateral, msgspec", "msgspec, collector off", "seconds", 0.75),
    ("read", "bilateral, collector on", "pydantic", "seconds", 1.3),
    ("read", "bilateral, collector on", "cattrs", "seconds", 1.8),
    ("read", "bilateral, standard library", "json", "seconds", 0.85),
    ("write", "bilateral, standard library", "json", "seconds", 1.0),
    ("read", "bilateral", "msgspec", "bytes", 0.45),
)
IMPORTS = {
    "import bilateral": ("import bilateral", 0.06),
    "bilateral, a first class": ("import bilateral; bilateral.Agreement", 1.4),
    "bilateral, a first label": ("import bilateral; bilateral.Sector('trade').label('ru')", 1.55),
}


def _run(*arguments: str) -> dict[str, float]:
    result = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=True,
        cwd=HERE,
        encoding="utf-8",
    )
    return json.loads(result.stdout)


def _imported(statement: str) -> float:
    program = (
        f"import time; begin = time.process_time()\n{statement}\nprint(time.process_time() - begin)"
    )
    return float(_run("-I", "-c", program))


def _contenders(task: str) -> list[str]:
    pairs = [(ours, other) for one, ours, other, _, _ in GOALS if one == task]
    return list(dict.fromkeys(who for pair in pairs for who in pair))


def _report_imports(rounds: int) -> None:
    print("\nimports against import attrs (lower is better)")
    attrs = []
    ours: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(rounds):
        attrs.append(_imported("import attrs"))
        for name, (statement, _) in IMPORTS.items():
            ours[name].append(_imported(statement))
    for name, (_, goal) in IMPORTS.items():
        ratio = statistics.median(a / b for a, b in zip(ours[name], attrs, strict=True))
        median = statistics.median(ours[name]) * 1000
        print(f"  {name:28} {median:8.1f} ms   {ratio:5.2f}   goal {goal}")


def _report(path: Path, size: int, rounds: int) -> None:
    for task in ("read", "write"):
        runs = [
            {who: _run("contender.py", task, who, str(path)) for who in _contenders(task)}
            for _ in range(rounds)
        ]
        print(f"\n{task}, each record")
        for who in runs[0]:
            seconds = statistics.median(one[who]["seconds"] for one in runs) / size * 1e6
            kept = statistics.median(one[who]["bytes"] for one in runs) / size
            print(f"  {who:28} {seconds:8.2f} us {kept:8.0f} bytes")
        for goal_task, ours, other, what, goal in GOALS:
            if goal_task != task:
                continue
            pairs = [(one[other][what], one[ours][what]) for one in runs]
            ratios = [a / b if what == "seconds" else b / a for a, b in pairs]
            kind = "speed" if what == "seconds" else "memory"
            ratio = statistics.median(ratios)
            print(f"  {kind} of {ours} / {other}: {ratio:.2f}   goal {goal}")


def _report_own_form(path: Path, size: int, rounds: int) -> None:
    print("\nread as we write it, ids where one record refers to another")
    for who in ("bilateral", "bilateral, standard library"):
        runs = [_run("contender.py", "reread", who, str(path)) for _ in range(rounds)]
        seconds = statistics.median(one["seconds"] for one in runs) / size * 1e6
        print(f"  {who:28} {seconds:8.2f} us each agreement with its sources")


def _report_sizes(folder: Path, largest: int) -> None:
    print("\nby size: reading and streaming")
    size = 1_000
    while size <= largest:
        path = folder / "sizes.jsonl"
        corpus.write(path, size)
        read = _run("contender.py", "read", "bilateral", str(path))
        stream = _run("contender.py", "stream", "bilateral", str(path))
        print(
            f"  {size:9,} records: {read['seconds'] / size * 1e6:7.2f} us each,"
            f" streamed {stream['seconds'] / size * 1e6:7.2f} us each"
            f" in {stream['bytes'] / 2**20:.1f} MiB"
        )
        size *= 10


def main() -> None:
    """Run all rounds and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--size", type=int, default=100_000, help="agreements in the register")
    parser.add_argument("--largest", type=int, default=1_000_000, help="for the costs by size")
    options = parser.parse_args()

    versions = (f"{library} {version(library)}" for library in LIBRARIES)
    print(f"Python {sys.version.split()[0]},", ", ".join(versions))
    _report_imports(options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.jsonl"
        corpus.write(path, options.size)
        print(f"\n{options.size} agreements, {path.stat().st_size / options.size:.0f} bytes each")
        _report(path, options.size, options.rounds)
        _report_own_form(path, options.size, options.rounds)
        _report_sizes(Path(folder), options.largest)


if __name__ == "__main__":
    main()
