"""Edits a YAML text as far as a dossier differs from it: the rest stays as a person wrote it.

What says the same stays, though it may be written otherwise than `bilateral.formats.yaml` would.
Comments belong to what stands before them, as ruamel.yaml has it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from bilateral.coercion import is_mapping
from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import same
from bilateral.formats.yaml_nodes import UNFOLDED, quoted, read
from bilateral.problems import ValidationError
from bilateral.references import key_of
from bilateral.wire.documents import Limits
from bilateral.wire.records import read_dossier, write_dossier
from bilateral.wire.storage import decoded

__all__ = ["edited"]

_KEYS = {table: key_of(kind) for kind, table in TABLES.items()}


def edited(old: bytes, dossier: Dossier) -> str | None:
    """The old text with what is new in the dossier; nothing if that cannot be done."""
    try:
        text = decoded(old)
        before = read_dossier(read(text, Limits()).data)
        document, writer = _round_trip(text)
        _edit_tables(document, quoted(write_dossier(before)), quoted(write_dossier(dossier)))
        stream = io.StringIO()
        writer.dump(document, stream)
        result = stream.getvalue()
        # Editing is a convenience; that nothing is lost does not depend on it.
        return result if read_dossier(read(result, Limits()).data) == dossier else None
    except ValidationError:
        return None


def _round_trip(text: str) -> tuple[Any, Any]:
    from ruamel.yaml import YAML, util

    library: Any = util
    _, indent, offset = library.load_yaml_guess_indent(text)
    writer: Any = YAML()
    writer.preserve_quotes = True
    # Lines of a person may be as long as that person likes.
    writer.width = UNFOLDED
    writer.indent(mapping=2, sequence=indent or 4, offset=2 if offset is None else offset)
    return writer.load(text), writer


def _edit_tables(document: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    for table, key in _KEYS.items():
        rows = document.get(table)
        if rows and after.get(table):
            _edit_rows(rows, key, before[table], after[table])
    _edit_fields(document, before, after, skip=_KEYS.keys() & document.keys() & after.keys())


def _edit_rows(rows: Any, key: str, before: list[Any], after: list[Any]) -> None:
    """A table: rows are told by their ids."""
    old = {row[key]: row for row in before}
    new = {row[key]: row for row in after}
    for index in reversed(range(len(rows))):
        if rows[index][key] not in new:
            del rows[index]
    present = {row[key]: row for row in rows}
    for row in rows:
        _edit_fields(row, old[row[key]], new[row[key]])
    order = [row[key] for row in rows]
    # Those written out within another record need no row as long as they stay the same.
    wanted = [code for code in new if code in present or not same(old.get(code), new[code])]
    if order == [code for code in wanted if code in present]:
        for index, code in enumerate(wanted):
            if code not in present:
                rows.insert(index, new[code])
    else:
        rows[:] = [present.get(code, new[code]) for code in wanted]


def _edit_fields(
    document: Any,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    skip: Any = frozenset(),
) -> None:
    for name in before:
        if name not in after and name not in skip:
            document.pop(name, None)
    position = 0
    for name, value in after.items():
        if name in document:
            position = list(document).index(name) + 1
        if name in skip or (name in before and same(before[name], value)):
            continue
        there, was = document.get(name), before.get(name)
        if is_mapping(there) and is_mapping(was) and is_mapping(value):
            _edit_fields(there, was, value)
        elif name in document:
            document[name] = value
        else:
            document.insert(position, name, value)
            position += 1
