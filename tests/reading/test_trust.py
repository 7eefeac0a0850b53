"""Titles can be trusted: they are right, or what is not carries a mark."""

from __future__ import annotations

import pytest

import bilateral as bl
from tests.reading.score import FIELDS, Gold, Score, gold, read, score


@pytest.fixture(scope="module")
def seen() -> Score:
    return score("seen")


class TestScore:
    def test_of_a_hundred_titles_at_most_one_is_wrong_in_silence(self, seen: Score) -> None:
        assert seen.silent / seen.titles <= 0.01

    def test_nearly_all_titles_are_wholly_right(self, seen: Score) -> None:
        assert seen.right / seen.titles >= 0.97

    @pytest.mark.parametrize("name", FIELDS)
    def test_every_field_is_read(self, seen: Score, name: str) -> None:
        assert seen.f1(name) >= 0.97

    def test_marks_are_rare_on_what_is_right(self, seen: Score) -> None:
        assert seen.right_but_marked / seen.right <= 1 / 6

    def test_titles_that_no_rule_was_made_by_are_read_as_well(self) -> None:
        unseen = score("unseen")
        assert unseen.f1() >= 0.95
        assert unseen.right / unseen.titles >= 0.8
        assert unseen.right_but_marked / unseen.right <= 1 / 6

    def test_a_fault_without_a_mark_is_counted(self) -> None:
        one = next(gold("seen", "en"))
        wrong = Gold(one.lang, f"{one.text} and trade", one.fields, one.optional, one.unsaid)
        found = Score()
        found.add(read(wrong))
        assert (found.right, found.silent) == (0, 1)


class TestMarks:
    @pytest.mark.parametrize(
        ("text", "mark"),
        [
            ("Agreement between Peru and Chile on the transit through Bolivia", "subject"),
            ("Agreement between Peru and Chile on the transit through Bolivia", "sides"),
            ("Agreement between Peru and Chile on trade (and much", "subject"),
            ("Agreement between Peru and Chile on the old convention and trade", "subject"),
            ("Agreement between the Republic of Peru and the University of Lima", "sides"),
            ("Agreement between the Ministry of Trade of Peru and Chile", "sides"),
            ("Agreement between Peru and Blablania", "sides"),
            ("Agreement between Peru and Acme Ltd", "sides"),
            ("Agreement between the Moth Circle of Peru and the City of Lyon", "sides"),
            ("Agreement between the County of Kent and the City of Lyon", "sides"),
            ("Agreement (sides: Georgia; Peru)", "sides"),
            ("Agreement between Peru and Chile on unheard-of things", "sectors"),
            ("Memorandum (protocol of intent) between Peru and Chile", "kind"),
            ("Plan of exchanges between Peru and Chile", "kind"),
            ("Agreement with Peru on trade", "sides"),
            ("Memorandum: Mayor of Minsk and Paris", "sides"),
            ("Agreement on the foundation", "sides"),
            ("Agreement between Peru and the Peace " + "Trees " * 30, "sides"),
        ],
    )
    def test_what_looks_odd_is_marked(self, text: str, mark: str) -> None:
        assert mark in bl.parse_title(text, "en").uncertain

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("en", "Agreement between Peru and Chile on friendship and cooperation"),
            (
                "en",
                "Agreement between the Government of Peru and the Government of the Minsk Region",
            ),
            ("en", "Memorandum of Understanding (MoU) between Peru and Chile on trade"),
            ("en", "Memorandum between Peru and Singapore on trade"),
            ("en", "Memorandum between the World Health Organization and Peru on health"),
            (
                "en",
                "Agreement between the County of Kent and the County of Cork in Ireland on sport",
            ),
            ("en", "Treaty between Peru and the Union of Soviet Socialist Republics on trade"),
            ("de", "Deutsch-polnisches Abkommen über Kultur"),
            ("ru", "Договор о дружбе, добрососедстве и сотрудничестве между Перу и Чили"),
        ],
    )
    def test_what_is_usual_carries_no_mark(self, lang: str, text: str) -> None:
        assert bl.parse_title(text, lang).uncertain == frozenset()


@pytest.mark.parametrize(
    ("subject", "is_doubtful"),
    [
        ("Training of Nurses in Kenya", False),
        ("Training of Nurses in Ghana", True),
    ],
)
def test_a_country_in_the_subject_is_doubtful_unless_it_is_one_of_the_sides(
    subject: str,
    is_doubtful: bool,  # noqa: FBT001
) -> None:
    sides = "between the Government of Norway and the Government of Kenya"
    title = bl.parse_title(f"Agreement {sides} concerning {subject}", "en")
    assert ("sides" in title.uncertain, "subject" in title.uncertain) == (is_doubtful,) * 2


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("Klimapartnerschaft Stadt Hagen - Portmore (Jamaika)", "{}, Handlungsprogramm"),
        ("Volkshochschule Vaduz u. Goethe-Zentrum Lomé", "{}: Sprachkursvereinbarung"),
        ("Kantonspolizei Uri – Questura di Como: gemeinsame Streifen", "{} (Protokoll)"),
    ],
)
def test_what_stands_in_front_of_a_kind_and_is_no_attribute_of_it_is_kept(
    front: str, title: str
) -> None:
    read = bl.parse_title(title.format(front), "de")
    assert read.sectors
    kept = " ".join((*read.rest, *(party.text for party in read.parties)))
    assert all(
        word in kept
        for word in front.replace(" u. ", " ").replace(":", "").split(" ")
        if word.isalpha()
    )
    assert "sides" in read.uncertain
