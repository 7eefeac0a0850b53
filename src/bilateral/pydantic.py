"""Models of pydantic that hold our values; pydantic asks for what is here by itself.

A value is read and written as on the wire (`bilateral.from_dict`), and every
problem in it is an error of its own, at its place: the ``type`` is the code of the problem, the
``msg`` its English sentence, and ``ctx`` has the ``hint``, where there is one, and the sentences
in the other languages as ``messages``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from bilateral.coercion import instance, is_list, is_mapping
from bilateral.dates.daysets import DaySet
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.tables import languages
from bilateral.topics import topic_of
from bilateral.wire.json_schema import Schema, schema_and_definitions
from bilateral.wire.schema import Coded, Parsed
from bilateral.wire.values import (
    from_dict,
    is_answer,
    is_value,
    to_dict,
    value_shape,
    write_value,
)

try:
    import pydantic_core
    from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema
except ImportError:
    raise MissingExtra("pydantic", "pydantic") from None

__all__ = ["core_schema_of", "errors_of", "json_schema_of"]

_ENGLISH = "en"


def core_schema_of(kind: type, handler: Any) -> CoreSchema:
    """What pydantic needs to know of a class: how to validate its values, and to write them."""
    if is_answer(kind):
        return core_schema.no_info_plain_validator_function(
            partial(_validated, kind, instance),
            serialization=core_schema.plain_serializer_function_ser_schema(
                to_dict, when_used="json"
            ),
        )
    if not is_value(kind):
        # No record has such a code, and pydantic knows what an enumeration is.
        found: CoreSchema = handler(kind)
        return found
    # As pydantic does: what is a mapping becomes plain data, while a date stays what it is.
    when: Any = "json" if isinstance(value_shape(kind), (Coded, Parsed)) else "always"
    name = _name(_parts(kind)[0])
    return core_schema.no_info_plain_validator_function(
        partial(_validated, kind, from_dict),
        ref=_ref(name, kind) if name else None,
        serialization=core_schema.plain_serializer_function_ser_schema(write_value, when_used=when),
    )


def _validated(kind: type[Any], read: Callable[[type[Any], object], Any], data: object) -> Any:
    try:
        return read(kind, data)
    except ValidationError as error:
        raise pydantic_core.ValidationError.from_exception_data(
            kind.__name__, errors_of(error)
        ) from None


def errors_of(error: ValidationError) -> list[InitErrorDetails]:
    """The problems of an ``error`` as pydantic has them, for a validator of your own.

    >>> import bilateral as bl
    >>> try:
    ...     bl.Period("2026/2020")
    ... except bl.ValidationError as error:
    ...     print(errors_of(error)[0]["type"])
    “2026/2020” ends before it starts.
    """
    return [_error(problem) for problem in error.problems]


def _error(problem: Problem) -> InitErrorDetails:
    others = {lang: problem.message(lang) for lang in languages() if lang != _ENGLISH}
    context = {**({"hint": problem.hint} if problem.hint else {}), "messages": others}
    # For pydantic both are words of a program; ours are, too, but for what they quote.
    code: Any = problem.code
    sentence: Any = problem.message(_ENGLISH)
    return InitErrorDetails(
        type=PydanticCustomError(code, sentence, context),
        loc=problem.path,
        input=_plain(problem.value),
    )


def _plain(value: Any) -> Any:
    return write_value(value) if is_value(value.__class__) else value


# --- JSON Schema -----------------------------------------------------------------------------


def json_schema_of(kind: type, found: Any, handler: Any) -> Schema:
    """The JSON Schema of a class; pydantic keeps the definitions to which it refers."""
    if is_answer(kind):
        return _schema_of_answer(kind)
    if not is_value(kind):
        known: Schema = handler(found)
        return known
    schema, definitions = _parts(kind)
    own = _name(schema)
    refs = {name: _ref(name, kind) for name in definitions}
    names = [name for name in definitions if name != own]
    # Where a definition is to be found is for pydantic to say. It puts them there empty, and they
    # are filled when all have a place: they refer to each other.
    empty: list[CoreSchema] = [core_schema.any_schema(ref=refs[name]) for name in names]
    handler(core_schema.definitions_schema(core_schema.any_schema(), empty))
    places: dict[str, Schema] = {
        name: handler(core_schema.definition_reference_schema(ref)) for name, ref in refs.items()
    }
    for name in names:
        handler.resolve_ref_schema(places[name]).update(_moved(definitions[name], places))
    moved: Schema = _moved(definitions[own] if own else schema, places)
    return moved


def _schema_of_answer(kind: type[Any]) -> Schema:
    if issubclass(kind, str):
        return {"type": "string"}
    if issubclass(kind, DaySet):
        return {"type": "array", "items": {"type": "string"}}
    return {"title": kind.__name__, "type": "object"}


@cache
def _parts(kind: type) -> tuple[Schema, dict[str, Schema]]:
    schema, definitions = schema_and_definitions(kind, _ENGLISH)
    if kind is Dossier or isinstance(value_shape(kind), Parsed):
        name = topic_of(kind)
        schema, definitions = {"$ref": f"/{name}"}, {**definitions, name: schema}
    return schema, definitions


def _name(schema: Schema) -> str | None:
    """The name of the definition to which a schema refers, if that is all it does."""
    return schema["$ref"].rpartition("/")[2] if schema.keys() == {"$ref"} else None


def _ref(name: str, kind: type) -> str:
    """The name of a definition for pydantic, which shows the last part, or more for two alike.

    Within a dossier, a record may be written as its id.
    """
    room = "bilateral.dossier" if kind is Dossier else "bilateral"
    return f"{room}.{name.title().replace('_', '')}:0"


def _moved(schema: Any, places: dict[str, Schema]) -> Any:
    """The same with references that lead to where pydantic has the definitions."""
    if is_list(schema):
        return [_moved(one, places) for one in schema]
    if not is_mapping(schema):
        return schema
    if isinstance(target := schema.get("$ref"), str):
        return {**schema, **places[target.rpartition("/")[2]]}
    return {key: _moved(value, places) for key, value in schema.items()}
