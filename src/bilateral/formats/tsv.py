"""TSV: a folder with a file for each table, as `bilateral.formats.csv`, with tabs."""

from __future__ import annotations

from collections.abc import Mapping

from bilateral.dossiers import Dossier
from bilateral.formats import csv
from bilateral.wire.documents import Document, Limits

__all__ = ["read", "write"]

_TAB = "\t"


def write(dossier: Dossier, *, lang: str | None = None) -> dict[str, bytes]:
    """The files of a folder by their names; with labels and headers in ``lang``, if given."""
    return csv.files(dossier, ".tsv", lang, _TAB)


def read(
    content: Mapping[str, bytes],
    limits: Limits,
    *,
    lang: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The plain data in the files of a folder; the options are those of CSV."""
    return csv.read(content, limits, lang=lang, encoding=encoding, separator=_TAB)
