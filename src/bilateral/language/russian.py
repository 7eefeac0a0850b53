"""The Russian adjective: its forms where they follow for certain from the masculine nominative."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["agree"]

# Relational adjectives in -ый, -ий after a velar, and -ой have one declension in these cases.
_REGULAR: Final = re.compile(r"(.*[^аеёиоуыэюяйьчшщж])(ый|ой)|(.*[гкх])(ий|ой)")
# The accusative is that of what has no life, as documents and fields have none.
_ENDINGS: Final = {
    "m": {"nom": "", "gen": "ого", "dat": "ому", "acc": "", "ins": "ым", "loc": "ом"},
    "pl": {"nom": "ые", "gen": "ых", "dat": "ым", "acc": "ые", "ins": "ыми", "loc": "ых"},
    "f": {"nom": "ая", "gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "loc": "ой"},
    "n": {"nom": "ое", "gen": "ого", "dat": "ому", "acc": "ое", "ins": "ым", "loc": "ом"},
}


def agree(adjective: str, gender: str, case: str) -> str | None:
    """An adjective (masculine nominative) in a gender and a case; `None` if that is not certain.

    >>> agree("научно-технический", "f", "loc"), agree("торговый", "n", "ins")
    ('научно-технической', 'торговым')
    """
    match = _REGULAR.fullmatch(adjective)
    ending = _ENDINGS.get(gender, {}).get(case)
    if match is None or ending is None:
        return None
    if not ending:
        return adjective
    stem = match[1] or match[3]
    # After a velar Russian writes и, not ы.
    return stem + (ending.replace("ы", "и") if stem[-1] in "гкх" else ending)
