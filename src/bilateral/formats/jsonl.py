"""JSON Lines: a header, then one record a line, so that nobody has to hold the file.

The first line has the version and what the dossier says of itself. Each further line is one
record, with the name of its table in the field ``table``. Records that others refer to come
first: partners before agreements. Any order is read, but `stream` has to see a record before
those that refer to it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, unknown, wrong_type
from bilateral.dossiers import TABLES, Dossier
from bilateral.errors import Problem, ValidationError
from bilateral.formats import json as strict
from bilateral.formats.documents import Limits
from bilateral.formats.records import Reading, write_dossier, write_record
from bilateral.formats.versions import migrated

__all__ = ["read_lines", "stream_lines", "write"]

_TABLE = "table"


def write(dossier: Dossier) -> str:
    """A dossier as JSON Lines."""
    head = {name: value for name, value in write_dossier(dossier).items() if name not in _TABLES}
    lines = [_line(head)]
    for table in _TABLES:
        for record in getattr(dossier, table):
            lines.append(_line({_TABLE: table, **write_record(record)}))
    return "".join(lines)


_TABLES = tuple(TABLES.values())


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
