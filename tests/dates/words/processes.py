"""Texts of dates in an interpreter of its own."""

import textwrap

from tests.processes import in_fresh_python

SAMPLE = """
import json
from bilateral import Period
TEXTS = ["2026-34", "2025-11/2025-12", "2025-11-05/2026-01-02", "../2026-01", "2026-21/..", "-0043"]
FORMS = ["bare", "for", "in", "short"]
def sample(lang):
    return [Period(text).label(lang, form) for text in TEXTS for form in FORMS]
"""


def with_sample(program):
    """What a program prints that may call ``sample``, in an interpreter of its own."""
    return in_fresh_python(SAMPLE + textwrap.dedent(program))
