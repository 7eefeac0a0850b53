"""Saints in the names of parishes and hospitals, who are no countries."""

from __future__ import annotations

from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.known_names import KnownNames

__all__ = ["behind_saint"]

_DEDICATED: Final = frozenset(
    {PartnerKind.ASSOCIATION, PartnerKind.HOSPITAL, PartnerKind.SCHOOL, None}
)


def behind_saint(names: KnownNames, start: int, end: int) -> int:
    """The place behind the saint whom a body is named after: Pfarrei St. Lucia, *Bonn*.

    Where no saint is, that is its first word.
    """
    noun = names.head(start, end)
    if noun is None or noun.is_state or noun.kind not in _DEDICATED:
        return start
    n = names.text.role(noun.end, "saint", end)
    return min(noun.end + n + 1, end) if n else start
