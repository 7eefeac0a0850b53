"""Texts of dates do not depend on what a process did before."""

from itertools import permutations

from tests.dates.words.processes import with_sample


def test_the_order_of_languages_does_not_matter():
    """Babel resolves some aliases once for all locales; nothing of that may show."""
    program = """
    from bilateral.tables import add_language
    add_language("he", "nowhere")
    first = [Period("2026-01").label(lang) for lang in {order}]
    print(json.dumps([sample(lang) for lang in ("de", "de-AT", "en", "ru")]))
    """
    orders = [*permutations(["de", "en", "ru"])][::2] + [("he", "de-AT", "de")]
    results = {with_sample(program.format(order=order)) for order in orders}

    assert len(results) == 1


def test_twelve_threads_from_a_cold_start_write_what_one_writes():
    program = """
    import threading
    from concurrent.futures import ThreadPoolExecutor
    start = threading.Barrier(12)
    def run(number):
        start.wait()
        lang = ("de", "ru", "en")[number % 3]
        return sample(lang) == sample(lang), lang, sample(lang)
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(run, range(12)))
    print(all(same and texts == sample(lang) for same, lang, texts in found))
    """
    assert with_sample(program) == "True\n"
