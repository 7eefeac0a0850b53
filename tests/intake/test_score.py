"""Lists that somebody wrote without looking at the library are read as well as they were."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.intake.score import DATA, WAYS, Score, main, score

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


def test_the_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the three ways in which the owner of a list may be told."""
    facts = next(one for one in FILES if one["home_name"])
    (tmp_path / "files.json").write_text(json.dumps([facts]), encoding="utf-8")
    for name in (facts["file"], f"{facts['file']}.gold.jsonl"):
        shutil.copy(DATA / name, tmp_path)
    main([str(tmp_path), "-v", "--country"])
    printed = capsys.readouterr().out
    assert [f"home={way}: {facts['rows']} rows" in printed for way in WAYS] == [True] * 3
