"""Programs in an interpreter of their own."""

import subprocess
import sys
import textwrap

SAMPLE = """
import json
from bilateral import Period
TEXTS = ["2026-34", "2025-11/2025-12", "2025-11-05/2026-01-02", "../2026-01", "2026-21/..", "-0043"]
FORMS = ["bare", "for", "in", "short"]
def sample(lang):
    return [Period(text).label(lang, form) for text in TEXTS for form in FORMS]
"""


def in_fresh_python(program):
    """What a program prints in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SAMPLE + textwrap.dedent(program)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )
    return done.stdout
