"""Take the pictures of docs/images: what a notebook shows, photographed by a browser.

    python tools/take_pictures.py [BROWSER]

The browser is Chromium or Chrome. Nothing is fetched.
"""  # noqa: INP001 - a script beside the package

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from pathlib import Path

import bilateral as bl

ROOT = Path(__file__).parents[1]
DATA = ROOT / "docs" / "tutorials" / "cooperation.csv"

SETUP = (
    'import bilateral as bl\n\nregister, review = bl.read_list("cooperation.csv", "en", home="KZ")'
)
SHOWN = [
    'register.deadlines("2026-03-01", "2026-09-30")',
    'bl.show(register["1"].status("2026-01-15"), "de")',
]
WIDTH, HEIGHT = 900, 640
STYLE = """
body { font: 13px/1.4 "DejaVu Sans", "Liberation Sans", sans-serif; margin: 20px; color: #222; }
pre { font: 13px/1.4 "DejaVu Sans Mono", monospace; background: #f5f5f5; margin: 0 0 10px;
  border: 1px solid #ddd; padding: 7px 10px; }
.output { margin: 0 0 16px 12px; }
"""


def notebook() -> str:
    """Some cells with what they show, as a page."""
    names = {"bl": bl, "register": bl.read_list(DATA, "en", home="KZ").dossier}
    parts = [f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style>']
    parts.append(f"<pre>{html.escape(SETUP)}</pre>")
    for cell in SHOWN:
        shown = eval(cell, names)  # noqa: S307 - the cells above
        parts.append(f"<pre>{html.escape(cell)}</pre>")
        parts.append(f'<div class="output">{shown._repr_html_()}</div>')
    return "".join(parts)


def photograph(page: str, picture: Path, browser: str) -> None:
    """Take a picture of a page, as a browser draws it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        options += [f"--window-size={WIDTH},{HEIGHT}", "--force-device-scale-factor=1.5"]
        options += [f"--screenshot={picture}", f"--user-data-dir={folder}/profile"]
        command = [browser, *options, file.as_uri()]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "chromium"
    photograph(notebook(), ROOT / "docs" / "images" / "notebook.png", chosen)
