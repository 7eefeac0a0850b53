"""The tutorials run from their first cell to their last, in each language."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import pytest

import bilateral as bl

FOLDER = Path(__file__).parents[1] / "docs" / "tutorials"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def cells_of(notebook: Path) -> list[dict[str, object]]:
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def run(source: str, names: dict[str, object]) -> object:
    """Run a cell; the value of its last line, which a notebook shows."""
    tree = ast.parse(source)
    if not isinstance(tree.body[-1], ast.Expr):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own pages
        return None
    last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102
    return eval(compile(last, "cell", "eval"), names)  # noqa: S307


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
def test_every_cell_of_a_tutorial_runs_and_shows_something(
    notebook: Path, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for data in FOLDER.glob("*.csv"):
        shutil.copy(data, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    with bl.options.using(lang=lang):
        for cell in cells_of(notebook):
            if cell["cell_type"] == "code":
                shown = run("".join(cell["source"]), names)
                assert shown is None or getattr(shown, "_repr_html_", shown.__repr__)()
