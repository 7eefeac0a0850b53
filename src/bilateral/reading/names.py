"""The names of somebody's own that a reader may meet: those of a dossier, or of any like it."""

from __future__ import annotations

from typing import Protocol

from bilateral.partners import Partner
from bilateral.sectors import Sector

__all__ = ["Names"]


class Names(Protocol):
    """A holder of partners and sectors of its own, `Dossier` first of all."""

    def own_names(self) -> tuple[tuple[Partner, ...], tuple[Sector, ...]]:
        """The partners and the sectors."""
        ...

    def partner(self, id: str) -> Partner:
        """The partner with an id; `KeyError` if there is none."""
        ...
