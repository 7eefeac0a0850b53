"""Fields of Russian titles: in other numbers, abbreviated, and words that tell none."""

from __future__ import annotations

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        ("взаимодействии при организации пассажирских перевозок", ["transport"]),
        ("проведении выставок", ["fairs"]),
        ("регулировании труда работников", ["labour"]),
        ("науч. сотрудничестве", ["science"]),
        ("науч.-техн. сотрудничестве", ["science", "technology"]),
        ("летнем отдыхе детей", ["youth"]),
        ("реестре земель", []),
    ],
)
def test_a_field_is_known_in_other_numbers_and_cut_short(subject: str, codes: list[str]) -> None:
    title = bl.parse_title(f"Соглашение между Белоруссией и Молдовой о {subject}", "ru")
    assert [sector.code for sector in title.sectors] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Договор о союзничестве между Таджикистаном и Россией, ориентированном в XXI век",
        "Договор о союзничестве между Таджикистаном и Россией, устремленном в будущее",
    ],
)
def test_where_a_relation_looks_is_no_field(text: str) -> None:
    title = bl.parse_title(text, "ru")
    assert title.subject == "союзничестве"
    assert len(title.rest) == 1
    assert "sectors" not in title.uncertain


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("ОАО «Кыргызалтын»", "KG"),
        ("АО «Узтрансгаз»", "UZ"),
        ("Петербургским государственным университетом путей сообщения", "RU"),
        ("Евразийским национальным университетом имени Л.Н. Гумилёва", "KZ"),
    ],
)
def test_a_famous_body_tells_its_country(name: str, country: str) -> None:
    title = bl.parse_title(f"Договор между {name} и городом Бонн", "ru")
    assert title.parties[0].country == country
