"""Writers of JSON text, made from the description of the classes as the readers are.

For each class one function is generated that puts its text together directly: that is faster
than a C encoder on plain data which have to be made first. It writes what
`bilateral.formats.records.write_record` says, without spaces.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from json.encoder import encode_basestring
from typing import Any

from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import JsonMapping, plain
from bilateral.formats.fast_program import kinds
from bilateral.formats.records import write_dossier
from bilateral.formats.versions import FIELD
from bilateral.schema import (
    Coded,
    Field,
    Items,
    Json,
    NameByLanguage,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    key_of,
    shorthand_of,
)
from bilateral.text import Phrases

__all__ = ["source", "write_document", "writers"]


@cache
def writers() -> dict[str, Callable[[Any], str]]:
    """The writer of each table's records."""
    namespace: dict[str, Any] = {"quoted": encode_basestring, "json": _json}
    exec(source(namespace), namespace)  # noqa: S102 - our own text
    namespace["phrases"] = partial(_phrases, namespace["write_Phrase"])
    return {name: namespace[f"write_{kind.__name__}"] for kind, name in TABLES.items()}


def write_document(dossier: Dossier) -> str:
    """A whole dossier, as `bilateral.formats.records.write_dossier` has it."""
    own = write_dossier(dossier.with_tables(dict.fromkeys(TABLES.values(), ())))
    parts: list[str] = []
    for name in (FIELD, *(field.name for field in fields_of(Dossier))):
        if name in own:
            text = json.dumps(own[name], ensure_ascii=False, allow_nan=False)
            parts.append(f'"{name}":{text}')
        elif name in writers() and (records := getattr(dossier, name)):
            parts.append(f'"{name}":[{",".join(map(writers()[name], records))}]')
    return "{" + ",".join(parts) + "}"


def _json(value: JsonMapping) -> str:
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _phrases(write_phrase: Callable[[Any], str], value: Phrases) -> str:
    parts = [
        f"{encode_basestring(tag)}:"
        f"{encode_basestring(phrase) if type(phrase) is str else write_phrase(phrase)}"
        for tag, phrase in value.pairs()
    ]
    return "{" + ",".join(parts) + "}"


def source(constants: dict[str, Any]) -> str:
    """The text of the writers; the constants that it names are added to ``constants``."""
    return "\n\n".join(_function(kind, constants) for kind in kinds())


def _function(kind: type, constants: dict[str, Any]) -> str:
    short = shorthand_of(kind)
    lines = ['text = ""']
    for field in fields_of(kind):
        lines.append(f"value = record.{field.name}")
        if field.name == short:
            condition = "" if field.required else f" if {_given(kind, field, constants)} else ''"
            lines.append(f"short = {_text(field.shape, 'value')}{condition}")
        else:
            lines += _field(kind, field, constants)
    if short is not None:
        lines += ["if not text:", "    return short", "if short:"]
        lines.append(f"    text = f',\"{short}\":{{short}}{{text}}'")
    lines.append('return "{" + text[1:] + "}"')
    return f"def write_{kind.__name__}(record):\n" + "\n".join(f"    {line}" for line in lines)


def _field(kind: type, field: Field, constants: dict[str, Any]) -> Iterator[str]:
    lines = (f"value = {_text(field.shape, 'value')}", f"text += f',\"{field.name}\":{{value}}'")
    if field.required:
        yield from lines
        return
    yield f"if {_given(kind, field, constants)}:"
    yield from (f"    {line}" for line in lines)


def _given(kind: type, field: Field, constants: dict[str, Any]) -> str:
    """The condition that a field has another value than its default."""
    default = f"{kind.__name__}_{field.name}_default"
    constants[default] = field.default
    # None and the empty private data are there only once.
    alone = field.default is None or isinstance(field.shape, Json)
    return f"value {'is not' if alone else '!='} {default}"


def _text(shape: Shape, value: str) -> str:
    """The expression for the text of a value."""
    match shape:
        case NameByLanguage():
            text = f"phrases({value})"
        case Json():
            text = f"json({value})"
        case Record(kind):
            text = f"write_{kind.__name__}({value})"
        case Reference(kind):
            text = f"quoted({value}.{key_of(kind)})"
        case Items(of):
            text = f'"[" + ",".join([{_text(of, "one")} for one in {value}]) + "]"'
        case Plain(kind) if kind in (bool, int):
            text = f"str({value}).lower()"
        case Plain() | Coded():
            text = f"quoted({value})"
        case _:
            text = f"quoted(str({value}))"
    return text
