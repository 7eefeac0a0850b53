"""Measure `bilateral` beside msgspec and pydantic: ``python benchmarks/run.py``.

Every figure comes from a process of its own; the contenders take turns, and what is printed
are medians and medians of the ratios within a round, which a busy machine moves least.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import corpus

HERE = Path(__file__).parent
CONTENDERS = ("bilateral", "msgspec", "pydantic")
IMPORTS = {
    "import bilateral": "import bilateral",
    "bilateral, a first class": "import bilateral; bilateral.Agreement",
    "bilateral, a first label": "import bilateral; bilateral.Sector('trade').label('ru')",
    "import attrs": "import attrs",
    "import msgspec": "import msgspec",
    "import pydantic": "from pydantic import BaseModel",
}


def _run(*arguments: str) -> float:
    result = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True, cwd=HERE
    )
    return float(result.stdout)


def _import_seconds(statement: str) -> float:
    program = (
        f"import time; begin = time.process_time()\n{statement}\nprint(time.process_time() - begin)"
    )
    return _run("-I", "-c", program)


def _report(title: str, base: str, rounds: list[dict[str, float]]) -> None:
    print(f"\n{title}")
    for who in rounds[0]:
        median = statistics.median(one[who] for one in rounds)
        ratio = statistics.median(one[who] / one[base] for one in rounds)
        print(f"  {who:28} {median * 1000:12.4f} ms   {ratio:8.2f} x {base}")


def main() -> None:
    """Run all rounds and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--size", type=int, default=10_000, help="agreements in the register")
    options = parser.parse_args()

    names = ("bilateral", "attrs", "cattrs", "babel", "msgspec", "pydantic")
    print(f"Python {sys.version.split()[0]}", *(f"{name} {version(name)}" for name in names))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.json"
        corpus.write(path, options.size)
        print(f"{options.size} agreements, {path.stat().st_size / options.size:.0f} bytes each")

        imports = [
            {name: _import_seconds(statement) for name, statement in IMPORTS.items()}
            for _ in range(options.rounds)
        ]
        _report("imports, CPU time", "import attrs", imports)
        for task in ("construct", "read", "write"):
            rounds = [
                {who: _run("contender.py", task, who, str(path)) for who in CONTENDERS}
                for _ in range(options.rounds)
            ]
            _report(f"{task}, CPU time", "msgspec", rounds)


if __name__ == "__main__":
    main()
