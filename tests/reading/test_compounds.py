"""The sectors that German compounds tell which no table has."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.reading.subjects import sectors_about


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Apfelexporte", ["trade"]),
        ("Doppelstocktriebzügen", ["rail"]),
        ("Herzchirurgie", ["health"]),
    ],
)
def test_the_last_part_tells_what_a_compound_is(text: str, codes: list[str]) -> None:
    assert [one.code for one in sectors_about(text, "de")] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hafenabläufe", ["water_transport"]),
        ("Landwirtschaftsmaschinen", ["agriculture"]),
        ("Archivverwaltungen", ["archives"]),
        ("Arbeitsmaterialien", []),
        ("Lederverarbeitung", ["light_industry"]),
        ("Universitätsbesuche", ["higher_ed"]),
        ("Richtlinien", []),
        ("Wandgeräte", []),
    ],
)
def test_a_last_part_that_says_what_is_used_leaves_it_to_the_first(
    text: str, codes: list[str]
) -> None:
    assert [one.code for one in sectors_about(text, "de")] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Entscheidungen",
        "Eidgenossenschaft",
        "Spannungsabfall",
        "Farbverfälschung",
        "Willensbildung",
    ],
)
def test_what_only_looks_like_a_noun_at_the_end_tells_none(text: str) -> None:
    assert sectors_about(text, "de") == ()


def test_a_verb_is_no_compound() -> None:
    assert sectors_about("apfelexporte", "de") == ()


@pytest.mark.parametrize("text", ["Kaffeehandel", "Theatertourismus"])
def test_parts_that_tell_different_sectors_are_asked(text: str) -> None:
    title = bl.parse_title(f"Abkommen zwischen Peru und Chile über {text}", "de")
    assert "sectors" in title.uncertain


def test_for_whom_a_thing_is_says_nothing_against_it() -> None:
    assert sectors_about("Kinderkliniken", "de") == (bl.Sector("health"),)
