"""Texts do not depend on what a process did before."""

import json
import textwrap

from tests.processes import in_fresh_python

SAMPLE = """
import sys
from bilateral import Agreement, Partner, Event
def sample(lang):
    document = Agreement("a", "action_plan",
        (Partner.city_government("BY-HM"), Partner.city_government("KZ-71")),
        sectors=["trade", "economy", "health"], period="2026-34/2028-05",
        events=[Event.signed("2025-11-05")])
    return [document.title(lang), document.summary(lang), document.period.label(lang, "in")]
"""


def with_sample(program):
    """What a program prints as JSON that may call ``sample``, in an interpreter of its own."""
    return json.loads(in_fresh_python(SAMPLE + textwrap.dedent(program)))


def test_the_order_of_languages_does_not_matter():
    """Babel resolves some aliases once for all locales; nothing of that may show."""
    program = """
    import json
    print(json.dumps({lang: sample(lang) for lang in %s}))
    """
    results = [with_sample(program % order) for order in (["de", "ru", "en"], ["en", "ru", "de"])]

    assert results[0] == results[1]


def test_twelve_threads_from_a_cold_start_write_what_one_writes():
    program = """
    import json, threading
    from concurrent.futures import ThreadPoolExecutor
    start = threading.Barrier(12)
    def run(number):
        start.wait()
        lang = ("de", "ru", "en")[number % 3]
        return lang, sample(lang)
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(run, range(12)))
    print(json.dumps([found, {lang: sample(lang) for lang in ("de", "ru", "en")}]))
    """
    found, expected = with_sample(program)

    assert all(texts == expected[lang] for lang, texts in found)
