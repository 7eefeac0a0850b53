"""What clauses and reasons say, sentence by sentence, as editors want them."""

import re
from pathlib import Path

import pytest

from bilateral import Binding, Term
from bilateral.dates.periods import PartialDate
from bilateral.dates.uncertain_days import UncertainDay, day_of
from bilateral.language.lexicon import lexicon
from bilateral.lifecycle.status import Reason
from bilateral.terms import Start
from bilateral.terms.clauses import Words
from tests.language.sentence_documents import TERMS

HERE = Path(__file__).parents[1]


def _clauses():
    lines = (HERE / "data" / "clauses.tsv").read_text("utf-8").splitlines()[2:]
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("term", "force", "lang", "text"), _clauses())
def test_a_clause_reads_as_in_a_treaty(term, force, lang, text):
    assert TERMS[term].label(lang, Binding(force or "unknown")) == text


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_a_month_that_follows_is_the_first_one(lang):
    next_month = Term(entry=Start("signed", effect="next_month"))
    assert TERMS["next month"].label(lang) == next_month.label(lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "de",
            {1: "ersten", 3: "dritten", 7: "siebten", 12: "zwölften", 20: "zwanzigsten", 21: None},
        ),
        ("en", {1: "first", 3: "third", 12: "twelfth", 20: "twentieth", 21: None}),
        ("ru", {1: "первого", 3: "третьего", 6: "шестого", 12: "двенадцатого", 21: None}),
    ],
)
def test_ordinals_stand_in_the_genitive(lang, words):
    ordinal = Words(lang, Binding.UNKNOWN).ordinal
    assert {number: ordinal(number) for number in words} == words


@pytest.mark.parametrize(
    ("date", "lang", "text"),
    [
        ("2015", "ru", "Последний день: один из дней 2015 года."),
        ("2015-11", "ru", "Последний день: один из дней в ноябре 2015 года."),
        ("2015", "de", "Letzter Tag: ein Tag im Jahr 2015."),
        ("2015-11", "de", "Letzter Tag: ein Tag im November 2015."),
        ("2015", "en", "Last day: a day in 2015."),
        ("2015-11-05", "ru", "Последний день: 5 ноября 2015 года."),
        ("Y12026", "ru", "Последний день: один из дней 12026 года."),
    ],
)
def test_a_last_day_in_a_year_or_month_is_one_of_its_days(date, lang, text):
    assert Reason("until", day_of(PartialDate(date))).text(lang) == text


def test_what_happened_may_have_a_month():
    assert Reason("entered", day_of(PartialDate("2015-11"))).text("ru") == (
        "Вступление в силу: ноябрь 2015 года."
    )


@pytest.mark.parametrize(
    ("first", "lang", "text"),
    [
        ("2030-11-04", "ru", "4 или 5 ноября 2030 года"),
        ("2030-11-04", "de", "4. oder 5. November 2030"),
        ("2030-11-04", "en", "4 or 5 November 2030"),
        ("2026-03-31", "ru", "31 марта или 1 апреля 2026 года"),
        ("2026-12-31", "de", "31. Dezember 2026 oder 1. Januar 2027"),
        ("2026-12-31", "en", "31 December 2026 or 1 January 2027"),
    ],
)
def test_a_last_day_may_be_one_of_two(first, lang, text):
    day = PartialDate(first).first_number
    assert Reason("until", UncertainDay(day, day + 1)).text(lang).endswith(f": {text}.")


def test_a_last_day_may_be_one_of_several():
    days = UncertainDay(*(PartialDate(day).first_number for day in ("2027-01-01", "2027-01-30")))
    assert Reason("until", days).text("de") == (
        "Letzter Tag: ein Tag im Zeitraum 1.–30. Januar 2027."
    )


def test_the_languages_have_the_same_rows():
    """But for those of a number or a legal force, which not every language needs."""

    def rows(lang):
        return {
            re.sub(r"\.(non_binding|[0-9]+)$", "", key) for key in lexicon(lang).rows("clauses")
        }

    assert rows("de") == rows("en") == rows("ru")


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_nothing_is_told_and_missing_in_the_same_words(lang):
    """Where the names differ: what is told under its own name is not listed as missing."""
    rows = lexicon(lang).rows("clauses")
    told = {
        row["nom"].partition(":")[0].casefold(): key.split(".")[1]
        for key, row in rows.items()
        if key.startswith("reason.")
    }
    missing = {
        row["nom"].casefold(): key.split(".")[1]
        for key, row in rows.items()
        if key.startswith("missing.")
    }
    assert all(told.get(text, code) == code for text, code in missing.items())
