"""Dossiers to try things on."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilateral.dossiers import Dossier

__all__ = ["astana_2025"]


@cache
def astana_2025() -> Dossier:
    """The founding dossier: what was signed and planned in Astana on 5 November 2025.

    Every fact of one news item, and nothing else. The same dossier lies beside this module as
    YAML with comments.

    >>> [agreement.id for agreement in astana_2025().agreements][0]
    'by-kz-2025-vitebsk-almaty-memorandum'
    """
    from bilateral.formats import loads

    return loads(get_data(__name__, "astana_2025.json") or b"", "json")
