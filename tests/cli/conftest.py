"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

import bilateral as bl
from bilateral.examples import astana_2025


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The founding dossier as a file."""
    path = tmp_path / "register.json"
    bl.dump(astana_2025(), path)
    return str(path)
