"""Writers of JSON text, made from the description of the classes as the readers are.

For each class one function is generated that puts its text together directly: that is faster
than a C encoder on plain data which have to be made first. It writes what
`bilateral.wire.records.write_record` says, without spaces.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import JsonMapping, plain
from bilateral.references import key_of
from bilateral.text import Phrases
from bilateral.wire.fast.generated import compiled
from bilateral.wire.fast.program import kinds
from bilateral.wire.records import with_tables, write_dossier
from bilateral.wire.schema import (
    Coded,
    Field,
    Items,
    Json,
    NameByLanguage,
    Parsed,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    shorthand_of,
)
from bilateral.wire.versions import FIELD

__all__ = ["source", "write_document", "writers"]


@cache
def writers() -> dict[str, Callable[[Any], str]]:
    """The writer of each table's records."""
    namespace: dict[str, Any] = {"quoted": encode_basestring, "json": _json}
    namespace |= {"comma": ",", "between": '","'}
    exec(compiled(source(namespace), "writers"), namespace)  # noqa: S102 - our own text
    namespace["phrases"] = _phrases_writer(namespace["write_Phrase"])
    return {name: namespace[f"write_{kind.__name__}"] for kind, name in TABLES.items()}


def write_document(dossier: Dossier) -> str:
    """A whole dossier, as `bilateral.wire.records.write_dossier` has it."""
    own = write_dossier(with_tables(dossier, dict.fromkeys(TABLES.values(), ())))
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


def _phrases_writer(write_phrase: Callable[[Any], str]) -> Callable[[Phrases], str]:
    def phrases(value: Phrases) -> str:
        parts = [
            f'"{tag}":{encode_basestring(phrase) if type(phrase) is str else write_phrase(phrase)}'
            for tag, phrase in value.pairs()
        ]
        return "{" + ",".join(parts) + "}"

    return phrases


def source(constants: dict[str, Any]) -> str:
    """The text of the writers; the constants that it names are added to ``constants``."""
    return "\n\n".join(_function(kind, constants) for kind in kinds())


def _function(kind: type, constants: dict[str, Any]) -> str:
    short = shorthand_of(kind)
    first, *others = fields_of(kind)
    # A field that is always there begins the text; else each puts a comma before itself.
    has_start = first.required and short is None
    lines = [f"value = record.{first.name}"]
    lines += (
        [f"text = f'{_member(kind, first)}'"]
        if has_start
        else ['text = ""', *_field(kind, first, constants)]
    )
    for field in others:
        lines += [f"value = record.{field.name}", *_field(kind, field, constants)]
    if short is not None:
        lines += ["if not text:", "    return short", "if short:"]
        lines.append(f"    text = f',\"{short}\":{{short}}{{text}}'")
    lines.append(f'return "{{" + {"text" if has_start else "text[1:]"} + "}}"')
    return f"def write_{kind.__name__}(record):\n" + "\n".join(f"    {line}" for line in lines)


def _field(kind: type, field: Field, constants: dict[str, Any]) -> Iterator[str]:
    if field.name == shorthand_of(kind):
        condition = "" if field.required else f" if {_given(kind, field, constants)} else ''"
        yield f"short = f'{_text(field.shape, 'value')}'{condition}"
    elif field.required:
        yield f"text += f',{_member(kind, field)}'"
    else:
        yield f"if {_given(kind, field, constants)}:"
        yield f"    text += f',{_member(kind, field)}'"


def _member(kind: type, field: Field) -> str:
    is_key = kind in TABLES and field.name == key_of(kind)
    text = '"{value}"' if is_key else _text(field.shape, "value")
    return f'"{field.name}":{text}'


def _given(kind: type, field: Field, constants: dict[str, Any]) -> str:
    """The condition that a field has another value than its default."""
    if field.default == ():
        return "value"
    default = f"{kind.__name__}_{field.name}_default"
    constants[default] = field.default
    # None, the empty private data and each code are there only once.
    alone = field.default is None or isinstance(field.shape, (Json, Coded))
    return f"value {'is not' if alone else '!='} {default}"


def _text(shape: Shape, value: str) -> str:
    """The text of a value, as it stands in an f-string.

    Ids, codes and dates have nothing that must be escaped.
    """
    match shape:
        case Items(Reference() as of):
            return f'["{{between.join([one.{key_of(of.type)} for one in {value}])}}"]'
        case Items(of):
            return f"[{{comma.join([{_expression(of, 'one')} for one in {value}])}}]"
        case Reference(kind):
            return f'"{{{value}.{key_of(kind)}}}"'
        case Coded():
            return f'"{{{value}._value_}}"'
        case Parsed(kind):
            # The dates keep their text.
            return f'"{{{value}.text}}"' if hasattr(kind, "text") else f'"{{{value}}}"'
        case _:
            return f"{{{_expression(shape, value)}}}"


def _expression(shape: Shape, value: str) -> str:
    """The expression for the text of a value."""
    match shape:
        case NameByLanguage():
            return f"phrases({value})"
        case Json():
            return f"json({value})"
        case Record(kind):
            return f"write_{kind.__name__}({value})"
        case Plain(kind) if kind in (bool, int):
            return f"str({value}).lower()"
        case _:
            return f"quoted({value})"
