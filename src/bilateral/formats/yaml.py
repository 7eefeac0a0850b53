"""YAML 1.2 for people: plain data only, and what the author wrote stays what it was."""

from __future__ import annotations

import io

from bilateral.dossiers import Dossier
from bilateral.formats.yaml_edit import edited
from bilateral.formats.yaml_nodes import UNFOLDED, quoted, read, round_trip
from bilateral.wire.records import write_dossier

__all__ = ["read", "write"]


def write(dossier: Dossier, *, old: bytes | None = None) -> str:
    """A dossier as YAML text, with the fields in the order of the classes.

    Where there is an ``old`` text, what a person wrote there stays, comments included, as far
    as it still holds.
    """
    if old is not None:
        text = edited(old, dossier)
        if text is not None:
            return text
    yaml = round_trip()
    yaml.width = UNFOLDED
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(quoted(write_dossier(dossier)), stream)
    return stream.getvalue()
