"""Words that are cut short in titles, in columns of kinds and in those of terms."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.cut_words import title_in_full, words_in_full
from bilateral.intake.validity import Validities


@pytest.mark.parametrize(
    ("short", "lang", "whole"),
    [
        ("Coop agr", "en", "Cooperation agreement"),
        ("Jt stmt. on waste mgmt", "en", "Joint statement on waste management"),
        ("Memo of coop. - humanitarian aid", "en", "Memorandum of cooperation - humanitarian aid"),
        ("Addl. protocol", "en", "Additional protocol"),
        ("Agr. on sci.-tech. coop.", "en", "Agreement on scientific-technical cooperation"),
        ("Protocol to coop. agr.", "en", "Protocol to cooperation agreement"),
        ("Coop. on agr. & trade", "en", "Cooperation on agriculture & trade"),
        ("Koop.vereinb. Umwelt", "de", "Kooperationsvereinbarung Umwelt"),
        ("Doppelbest.abk.", "de", "Doppelbesteuerungsabkommen"),
        ("Vereinbg. wirtsch. Zus.arbeit", "de", "Vereinbarung wirtschaftliche Zusammenarbeit"),
        ("Abk. über Wirtsch.", "de", "Abkommen über Wirtschaft"),
        ("Согл. о торг.-эк. сотр-ве", "ru", "Соглашение о торгово-экономическом сотрудничестве"),
        ("Прогр. сотр-ва", "ru", "Программа сотрудничества"),
    ],
)
def test_a_word_is_cut_to_its_beginning_or_to_its_consonants(
    short: str, lang: str, whole: str
) -> None:
    assert title_in_full(short, lang) == whole


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Agreement, 12 Dec. 2010", "en"),  # A month is no declaration.
        ("Ministry of Internal Affairs", "en"),
        ("Contract supply of buses", "en"),
        ("Contact", "en"),
        ("M.o.U.", "en"),
        ("Treaty on comm.", "en"),  # Commerce or communication.
        ("Treaty with Coop. Jena and the Min. of Educ.", "en"),
        ("zwischen A und B", "de"),
        ("План мер-й", "ru"),
        ("Agreement.", "en"),
    ],
)
def test_what_is_a_word_or_a_name_or_may_be_several_words_stays_as_it_is(
    text: str, lang: str
) -> None:
    assert title_in_full(text, lang) == text


def test_part_of_a_word_that_ends_otherwise_is_not_cut_from_it() -> None:
    assert title_in_full("Zus.heit", "de") == "Zus.heit"
    assert words_in_full("Stud.austausch", "de", "kind") == "Stud.austausch"


@pytest.mark.parametrize(
    ("text", "lang", "term"),
    [
        ("unltd", "en", bl.Term(indefinite=True)),
        ("Künd.frist 6 Mon.", "de", bl.Term(exit=bl.Exit("P6M"))),
        ("6 Mon. Künd.", "de", bl.Term(exit=bl.Exit("P6M"))),
        ("termination 6 months", "en", bl.Term(exit=bl.Exit("P6M"))),
        ("растор. 6 мес.", "ru", bl.Term(exit=bl.Exit("P6M"))),
    ],
)
def test_a_clause_with_words_that_are_cut_short_is_read_as_in_full(
    text: str, lang: str, term: bl.Term
) -> None:
    found = Validities(lang, Cells(lang)).read(text, "")
    assert found.is_certain
    assert found.value is not None
    assert found.value.term == term


@pytest.mark.parametrize(
    ("text", "lang", "whole"),
    [
        ("05-07", "de", "2005-2007"),
        ("bis 31.12.25", "de", "bis 31.12.2025"),
        ("bis Ende 25", "de", "bis Ende 2025"),
        ("until 12/25", "en", "until 12/2025"),
        ("до конца 25", "ru", "до конца 2025"),
    ],
)
def test_years_of_two_digits_are_asked_with_what_they_most_likely_mean(
    text: str, lang: str, whole: str
) -> None:
    found = Validities(lang, Cells(lang)).read(text, "")
    assert found.problem is not None
    assert found.problem.code == "two-digit-year"
    assert found.readings == (whole,)
    assert found.value is not None


def test_a_number_at_the_end_that_is_no_year_is_asked_as_it_stands() -> None:
    found = Validities("en", Cells("en")).read("phase 12", "")
    assert found.value is None
    assert found.problem is not None
    assert found.problem.code == "unreadable-clause"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("until the defence of the thesis", "en"),
        ("until delivery is completed", "en"),
        ("for three academic years", "en"),
        ("for the current legislative term", "en"),
        ("renewal 1 yr each", "en"),
        ("bis zur Verteidigung der Dissertation", "de"),
        ("für die laufende Wahlperiode", "de"),
        ("Verlängerung je 1 Jahr", "de"),
        ("jährl. neu", "de"),
        ("solange das Projekt läuft", "de"),
        ("до защиты диссертации", "ru"),
        ("на три учебных года", "ru"),
        ("продление на 1 год", "ru"),
    ],
)
def test_a_time_that_no_calendar_has_is_kept_in_words_and_not_asked(text: str, lang: str) -> None:
    found = Validities(lang, Cells(lang)).read(text, "")
    assert found.is_certain
    assert found.value is not None
    assert not found.value.is_whole
    assert (found.value.term, found.value.period) == (None, None)


@pytest.mark.parametrize("text", ["bis Jahresende", "bis Dezember"])
def test_until_a_month_or_the_end_of_a_year_that_is_not_told_is_asked(text: str) -> None:
    found = Validities("de", Cells("de")).read(text, "")
    assert found.problem is not None
