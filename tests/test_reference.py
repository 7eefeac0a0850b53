"""The pages of the reference have every public name, once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import bilateral as bl

REFERENCE = Path(__file__).parents[1] / "docs/reference"
DIRECTIVE = re.compile(r"^\.\. auto(?:class|data|exception|function):: (\S+)$", re.MULTILINE)


def documented() -> Counter[str]:
    """How often each name is documented."""
    pages = (page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    return Counter(name for page in pages for name in DIRECTIVE.findall(page))


def test_every_public_name_has_its_place_under_the_name_that_is_imported() -> None:
    assert {f"bilateral.{name}" for name in bl.__all__} - {*documented()} == set()


def test_no_name_has_two_places() -> None:
    assert [name for name, count in documented().items() if count > 1] == []
