"""Lists that somebody wrote without looking at the library are read as well as they were."""

import json
from typing import Any

import pytest

from tests.intake.score import DATA, Score, main, score

FILES: list[dict[str, Any]] = json.loads((DATA / "files.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def total() -> Score:
    found = Score()
    for facts in FILES:
        found.add(score(DATA / facts["file"], facts, facts["home"]))
    return found


def test_no_row_is_lost(total: Score) -> None:
    assert total.lost == []


def test_of_a_thousand_rows_a_person_looks_at_few(total: Score) -> None:
    assert total.rows == 261
    assert total.asked < 0.18 * total.rows


def test_of_the_others_few_have_a_fault(total: Score) -> None:
    assert len(total.faults) < 0.03 * (total.rows - total.open)


def test_the_counts_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(DATA), "-v", "--country"])
    assert "home=country: 261 rows" in capsys.readouterr().out
