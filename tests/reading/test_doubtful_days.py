"""Days of which nobody says the century are asked, and are neither a subject nor a period."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.reading.title_parts.doubtful_days import take_days_of_no_century
from bilateral.reading.title_parts.found_dates import TitleDates
from bilateral.reading.words import Text


@pytest.mark.parametrize(
    ("lang", "text", "subject"),
    [
        ("ru", "Соглашение между Россией и Кубой от 16 января 97 г. о торговле", "торговле"),
        ("ru", "Соглашение между Россией и Кубой о торговле от 20.02.97", "торговле"),
        ("de", "Abkommen vom 5. Mai 98 zwischen Ungarn und Kenia über den Handel", "den Handel"),
        ("en", "Agreement between Hungary and Kenya on trade, May 5, 98", "trade"),
    ],
)
def test_a_day_of_no_century_is_asked(lang: str, text: str, subject: str) -> None:
    title = bl.parse_title(text, lang)
    assert title.date is None
    assert "date" in title.uncertain
    assert title.subject is not None
    assert title.subject.endswith(subject)
    assert len(title.parties) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Plan between Hungary and Kenya from 5 May 10 June 2020",
        "Agreement between Hungary and Kenya of 5 May 1998",
        "Agreement between Hungary and Kenya of 5 May",
        "Agreement between Hungary and Kenya on 12 ports and 7 May fairs",
    ],
)
def test_other_figures_beside_a_month_are_no_such_day(text: str) -> None:
    assert "date" not in bl.parse_title(text, "en").uncertain


def test_an_ambiguous_day_is_none_of_no_century() -> None:
    assert (
        "date" not in bl.parse_title("Treaty between Kenya and Peru, 5 May 5 2020", "en").uncertain
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Договор между Эстонией и Латвией 1931 года", "1931"),
        ("Соглашение о сотрудничестве 2015 г. между Псковом и Даугавпилсом", "2015"),
    ],
)
def test_a_year_in_the_genitive_is_that_of_the_document(text: str, date: str) -> None:
    title = bl.parse_title(text, "ru")
    assert (str(title.date), title.period) == (date, None)


def test_a_year_with_an_ending_has_its_century() -> None:
    found = TitleDates(Text("Договор о дружбе от 5 мая 2020-го", "ru"))
    take_days_of_no_century(found)
    assert not found.is_of_no_century


@pytest.mark.parametrize(
    ("day", "is_marked"), [("9/2/2018", True), ("25/2/2018", False), ("31/31/2018", False)]
)
def test_a_day_of_two_months_is_rest_and_marked(day: str, *, is_marked: bool) -> None:
    title = bl.parse_title(f"Contract between Peru and Chile on fish, {day}", "en")
    assert (day in title.rest) == is_marked
    assert ("date" in title.uncertain) == is_marked
