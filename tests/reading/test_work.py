"""Whatever a text is, it is soon read: counted in calls, which no clock disturbs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.dates.words.fragments import fragments
from bilateral.dates.words.reading import (
    date_from_text,
    duration_from_text,
    period_from_text,
    period_readings,
)
from bilateral.dates.words.spoken_lengths import duration_readings
from bilateral.language.lexicon import lexicon
from bilateral.tables import languages

# What one character may cost at most, in calls: some ten times what it costs in a real text.
MOST_CALLS = 1000
# The same of a word beyond the usual length of a title.
MOST_CALLS_A_WORD = 25
REFUSALS = (bl.ValidationError, bl.AmbiguousText)


@pytest.fixture(autouse=True, scope="module")
def _tables() -> None:
    """All tables are read before anything is counted."""
    for lang in languages():
        bl.parse_title("Protokoll between между zwischen Belarus 2026 (1 Jahr)", lang)
        bl.find("Nobody of this name", lang)
        duration_from_text("P1Y", lang)


def calls(read: Callable[..., object], *args: object) -> int:
    """How many calls of functions a reading takes, with nothing remembered of another one."""
    fragments.cache_clear()
    duration_readings.cache_clear()
    count = 0

    def tick(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        read(*args)
    except REFUSALS:
        pass
    finally:
        sys.setprofile(None)
    return count


def words_of(lang: str) -> list[str]:
    """The words that phrases of dates are made of, and those that titles are."""
    tables = lexicon(lang)
    patterns = " ".join(row["pattern"] for row in tables.rows("date_phrases", "pattern").values())
    found = set(re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", "", patterns)))
    for row in tables.rows("reading").values():
        found.update(row["words"].split(" | "))
    for topic in ("vocabulary", "countries"):
        found.update(row["nom"] for row in tables.rows(topic).values() if "nom" in row)
    return [*sorted(found), "2026", "5.11.2025", "05/11/25", "A", *"()[]«»-–—,;/."]


@st.composite
def repeated(draw: st.DrawFn, length: int) -> tuple[str, str]:
    """A language, and a few of its words again and again."""
    lang = draw(st.sampled_from(languages()))
    word = st.sampled_from(words_of(lang))
    some = draw(st.sampled_from([" ", ", ", "", " - "])).join(
        draw(st.lists(word, min_size=1, max_size=5))
    )
    start, end = draw(st.lists(word, min_size=2, max_size=2))
    text = f"{start} " + f"{some} " * (length // (len(some) + 1))
    return f"{text[: length - 10]} {end}"[:length], lang


@pytest.mark.parametrize("read", [period_readings, date_from_text, duration_from_text])
@given(repeated(200))
def test_a_phrase_of_any_words_is_read_in_few_steps(read, given_text) -> None:
    text, lang = given_text
    assert calls(read, text, lang) < MOST_CALLS * len(text)


@given(repeated(800))
def test_a_title_of_any_words_is_read_in_few_steps(given_text) -> None:
    text, lang = given_text
    assert calls(bl.parse_title, text, lang) < MOST_CALLS * len(text)


@pytest.mark.parametrize(
    "text",
    [
        "end " * 10 + "2026",
        "probably about " * 12 + "2026",
        "1 " * 100,
        "05/11/2025, " * 11 + "and 05/11/2025",
        "renewable " * 19,
    ],
)
def test_each_stretch_of_a_phrase_is_read_once(text: str) -> None:
    """Though many phrases lead to it."""
    assert calls(period_from_text, text, "en") < MOST_CALLS * len(text)
    assert calls(duration_from_text, text, "en") < MOST_CALLS * len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Agreement" + " between A and B" * 160,
        "Agreement of " + " and ".join(map(str, range(1500, 2070))),
        "5.11.2025 " * 400,
        "Protocol " + "to the Agreement " * 230,
        "Agreement for " + "years " * 600,
        "Memorandum (sides: " + "Belarus, " * 120,
        "Memorandum between " + "x, [" * 900,
        "'s" + " 's - Eswatini" * 120,
        "A" + " Belarusian -" * 300,
    ],
)
def test_the_cost_of_a_title_grows_as_its_length(text: str) -> None:
    assert calls(bl.parse_title, text, "en") < MOST_CALLS * len(text)


@pytest.mark.parametrize(
    ("lang", "title", "subject"),
    [
        (
            "de",
            "Abkommen zwischen der Republik Belarus und der Republik Usbekistan über",
            "die Verhinderung des unerlaubten Handels mit Kulturgut, den Schutz von Kapitalanlagen "
            "und die Beförderung von Gütern auf der Straße sowie",
        ),
        (
            "en",
            "Agreement between the Republic of Belarus and the Republic of Uzbekistan on",
            "the prevention of illicit traffic in cultural property, the protection of investments "
            "and the transport of goods by road, as well as",
        ),
        (
            "ru",
            "Соглашение между Республикой Беларусь и Республикой Узбекистан о",
            "предотвращении незаконного оборота культурных ценностей, защите инвестиций и "
            "перевозках грузов автомобильным транспортом, а также",
        ),
    ],
)
def test_a_word_more_of_what_a_title_is_about_costs_little(
    lang: str, title: str, subject: str
) -> None:
    usual, long = (f"{title} {' '.join([subject] * n)}"[:3900] for n in (1, 30))
    bl.parse_title(long, lang)
    more = calls(bl.parse_title, long, lang) - calls(bl.parse_title, usual, lang)
    assert more < MOST_CALLS_A_WORD * (len(long.split()) - len(usual.split()))


@pytest.mark.parametrize(
    ("read", "limit"),
    [
        (period_from_text, 200),
        (date_from_text, 200),
        (duration_from_text, 200),
        (lambda text: bl.parse_title(text, "en"), 4000),
    ],
)
def test_a_text_that_is_too_long_is_refused_unread(read, limit: int) -> None:
    for text in ("x" * (limit + 1), "end " * 25_000):
        with pytest.raises(bl.ValidationError) as caught:
            read(text)
        (problem,) = caught.value.problems
        assert (problem.code, problem.details["limit"]) == ("text-too-long", limit)
        assert calls(read, text) < MOST_CALLS


def test_spaces_do_not_count_as_length() -> None:
    assert period_from_text("2026" + " " * 300) == bl.Period("2026")
    assert bl.parse_title("Treaty" + " " * 5000, "en").text == "Treaty"
