"""Phrases of documents as periods and lengths of time."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral import AmbiguousText, Period, UnknownLanguage, ValidationError
from bilateral.dates.words.reading import date_from_text, duration_from_text, period_from_text
from tests.dates.words.outcomes import outcome

HERE = Path(__file__).parents[2]
LANGUAGES = ("de", "en", "ru")


def corpus(name, lang):
    """Text and reading of each row of a file of phrases."""
    lines = (HERE / "data" / f"{name}_{lang}.tsv").read_text("utf-8").splitlines()[2:]
    assert len(lines) > 50
    return [line.split("\t") for line in lines]


def misread(read, phrases, lang):
    """Of texts with what has to come of them, those of which something else comes, and what."""
    outcomes = ((text, outcome(read, text, lang), expected) for text, expected in phrases)
    return [one for one in outcomes if one[1] != one[2]]


@pytest.mark.parametrize("lang", LANGUAGES)
class TestCorpus:
    """Thousands of phrases: what is wrong with any of them is told at once."""

    @pytest.mark.parametrize(
        "written",
        [str, str.upper, lambda text: f" {text.replace(' ', chr(0xA0))} "],
        ids=["as it stands", "in capitals", "with other spaces"],
    )
    def test_a_phrase_of_a_document_is_read(self, lang, written):
        phrases = [(written(text), expected) for text, expected in corpus("periods", lang)]
        assert misread(period_from_text, phrases, lang) == []

    def test_a_phrase_reads_the_same_without_its_language(self, lang):
        """But that English has two readings for figures."""
        two = re.compile("[0-9]{2}[/-][0-9]{2}[/-][0-9]{4}")
        phrases = [
            (text, "!ambiguous" if lang != "en" and two.fullmatch(text) else expected)
            for text, expected in corpus("periods", lang)
            if not expected.startswith("!")
        ]
        assert misread(period_from_text, phrases, None) == []

    def test_a_length_of_time_is_read_and_is_no_period(self, lang):
        phrases = corpus("durations", lang)
        assert misread(duration_from_text, phrases, lang) == []
        lengths = [(text, length) for text, length in phrases if not length.startswith("!")]
        assert misread(duration_from_text, lengths, None) == []
        periods = [(text, "!length-without-start") for text, _ in lengths]
        assert misread(period_from_text, periods, lang) == []


@given(st.text(max_size=40), st.sampled_from([None, *LANGUAGES]))
@example("½", "de")
@example("١٤٤٧", None)
@example("2026-02-30/", None)
@example("99999999999999999999999999999999999999", "en")
@example("0", "en")
@example("q0 2026", "en")
@example("0. Quartal 2026", "de")
@example("XX", None)
@example("2025-1X-4X", None)
def test_any_text_is_read_or_refused(text, lang):
    """With an error that has a message."""
    try:
        assert isinstance(period_from_text(text, lang), Period)
    except AmbiguousText as error:
        assert len(error.readings) > 1
    except ValidationError as error:
        assert error.text("de")
        assert error.text("ru")


def test_anything_but_a_text_is_refused():
    for read in (period_from_text, date_from_text, duration_from_text):
        assert outcome(read, 2026) == "!wrong-type"


@pytest.mark.parametrize("word", ["на ", "für die ", "in the ", "1-", "bis ", "2026 to "])
def test_phrases_in_phrases_come_to_an_end(word):
    for read in (period_from_text, duration_from_text):
        assert outcome(read, word * (190 // len(word))).startswith("!unreadable")


def test_an_unknown_language_is_an_error():
    with pytest.raises(UnknownLanguage):
        period_from_text("2026", "xx")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Mittwoch, 5. November 2025", "de", "2025-11-05"),
        ("Donnerstag, 5. November 2025", "de", "!unreadable-date"),
        ("on Wednesday, 5 November 2025", "en", "2025-11-05"),
        ("в среду, 5 ноября 2025 года", "ru", "2025-11-05"),
        ("Mittwoch, 2025", "de", "!unreadable-date"),
        ("Mittwoch, 44 v. Chr.", "de", "!unreadable-date"),
        ("Mittwoch, 2026–2028", "de", "!unreadable-date"),
    ],
)
def test_a_day_of_the_week_has_to_be_that_of_the_date(text, lang, expected):
    assert outcome(period_from_text, text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026, 2027 and 2028", "2026/2028"),
        ("2026, 2027 and 2029", "!dates-apart"),
        ("2027, 2026 and 2028", "!dates-apart"),
        ("October, November and December 2026", "2026-10/2026-12"),
        ("1, 2 and 3 May 2026", "2026-05-01/2026-05-03"),
        ("2028 and 2026", "!period-reversed"),
        (f"{', '.join(map(str, range(2010, 2022)))} and 2022", "!unreadable-date"),
    ],
)
def test_dates_in_a_row_without_a_gap_are_a_period(text, expected):
    assert outcome(period_from_text, text, "en") == expected
