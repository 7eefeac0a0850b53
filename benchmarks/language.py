"""Measure the languages: ``python benchmarks/language.py``.

The first use of a language in a fresh process (over an agreement that is there already), and a
title once the language is there, beside the work of formatting one date with Babel.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from importlib.metadata import version

ROUNDS = 9
SETUP = """
import time
import bilateral as bl
minsk, astana = bl.Partner.city_government("BY-HM"), bl.Partner.city_government("KZ-71")
sectors = ["trade", "economy", "science", "technology", "culture"]
plan = bl.Agreement("plan", "roadmap", (minsk, astana), sectors=sectors, period="2026/2028")
def report(seconds):
    print(seconds * 1e6)
"""
FIRST = """
begin = time.process_time()
plan.title({lang!r})
report(time.process_time() - begin)
"""
AGAIN = """
plan.title({lang!r})
begin = time.process_time()
for _ in range(2000):
    plan.title({lang!r})
report((time.process_time() - begin) / 2000)
"""
LABEL = """
plan.kind.label({lang!r})
begin = time.process_time()
for _ in range(20000):
    plan.kind.label({lang!r})
report((time.process_time() - begin) / 20000)
"""
BABEL = """
import datetime
from babel import Locale
from babel.dates import format_date
locale, day = Locale.parse({lang!r}), datetime.date(2025, 11, 5)
format_date(day, "long", locale)
begin = time.process_time()
for _ in range(5000):
    format_date(day, "long", locale)
report((time.process_time() - begin) / 5000)
"""


def measured(program: str, lang: str) -> float:
    """The median of some fresh processes, in microseconds."""
    command = [sys.executable, "-I", "-c", SETUP + program.format(lang=lang)]
    results = [
        float(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
        for _ in range(ROUNDS)
    ]
    return statistics.median(results)


def main() -> None:
    """Print a table, CPU time in microseconds."""
    print(f"Python {sys.version.split()[0]}, Babel {version('babel')}; CPU time in microseconds")
    print(f"{'':6}{'first title':>14}{'a title':>12}{'a label':>12}{'Babel: a date':>16}")
    for lang in ("de", "en", "ru"):
        numbers = [measured(program, lang) for program in (FIRST, AGAIN, LABEL, BABEL)]
        print(f"{lang:6}{numbers[0]:14.0f}{numbers[1]:12.1f}{numbers[2]:12.2f}{numbers[3]:16.2f}")


if __name__ == "__main__":
    main()
