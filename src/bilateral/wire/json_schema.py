"""JSON Schema (2020-12) of the wire format, from the description of the fields.

It says what a schema can say: which fields there are, what they may hold, and how codes and
dates are written. The rules between fields, and whether a reference leads anywhere, are for
the reader (`bilateral.formats`).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from bilateral import reference
from bilateral.agreements import Agreement
from bilateral.coercion import WHOLE_NUMBERS
from bilateral.dossiers import TABLES, Dossier
from bilateral.extra import KEY_PATTERN
from bilateral.identifiers import ID_PATTERN, Identifier
from bilateral.language.lexicon import lexicon
from bilateral.partners import Partner, Side
from bilateral.projects import Project
from bilateral.references import key_of
from bilateral.sectors import CODE_PATTERN, Sector
from bilateral.sources import ADDRESS_PATTERN, RecordedTitle, Source
from bilateral.tables import languages
from bilateral.tags import TAG_PATTERN
from bilateral.terms.rules import Renewal
from bilateral.text import Phrase
from bilateral.topics import topic_of
from bilateral.vocabulary import CodedEnum
from bilateral.wire.records import VERSION
from bilateral.wire.schema import (
    Coded,
    Field,
    Items,
    NameByLanguage,
    Parsed,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
    shorthand_of,
)
from bilateral.wire.values import value_shape

__all__ = ["json_schema", "schema_and_definitions"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ENGLISH = "en"

Schema = dict[str, Any]


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


# The codes of ISO 3166-1, -2 and -3.
_TERRITORY = "[A-Z]{2}(?:-[A-Z0-9]{1,3}|[A-Z]{2})?"
_NOT_BLANK = {"pattern": r"\S"}
_TAG = {"pattern": _whole(TAG_PATTERN)}
# What the constructors demand of a field beyond its type, as far as a schema can say it.
_RULES: dict[tuple[type, str], Schema] = {
    (Agreement, "languages"): {"items": _TAG},
    (Agreement, "prevailing_language"): _TAG,
    (Agreement, "sectors"): {"uniqueItems": True},
    (Identifier, "scheme"): _NOT_BLANK,
    (Identifier, "value"): _NOT_BLANK,
    (Partner, "code"): {"pattern": _whole(_TERRITORY)},
    (Partner, "governs"): {"pattern": _whole(f"{_TERRITORY}|{ID_PATTERN}")},
    (Partner, "part_of"): {"pattern": _whole(ID_PATTERN)},
    (Project, "partners"): {"uniqueItems": True},
    (RecordedTitle, "lang"): _TAG,
    (Renewal, "times"): {"minimum": 0, "maximum": WHOLE_NUMBERS[-1]},
    (Sector, "code"): {"pattern": _whole(CODE_PATTERN)},
    (Side, "partners"): {"minItems": 1, "uniqueItems": True},
    (Source, "lang"): _TAG,
    (Source, "url"): {"pattern": _whole(ADDRESS_PATTERN), "format": "iri"},
    **{
        (Phrase, field.name): _NOT_BLANK for field in fields_of(Phrase) if field.shape == Plain(str)
    },
}


def json_schema(lang: str | None = None, kind: type = Dossier) -> Schema:
    """The schema of a dossier, with titles and descriptions in ``lang`` (English if not given).

    Those in the other languages stand beside them as ``x-title`` and ``x-description`` where
    no language is given. With another class as ``kind`` it is the schema of such a value that
    stands alone (`bilateral.to_dict`): what it refers to is in it.

    Raises `ValidationError` (``wrong-type``) for what is no class of the model.

    >>> schema = json_schema("de")
    >>> schema["$defs"]["agreement"]["properties"]["kind"]["title"]
    'Art'
    >>> [one for one in schema["$defs"]["agreement_kind"]["anyOf"] if one["const"] == "roadmap"]
    [{'const': 'roadmap', 'title': 'Aktionsplan (Roadmap)'}]
    """
    schema, definitions = schema_and_definitions(kind, lang)
    name = {"$id": f"urn:bilateral:{VERSION}"} if kind is Dossier else {}
    return {"$schema": _DRAFT, **name, **schema, "$defs": definitions}


def schema_and_definitions(kind: type, lang: str | None) -> tuple[Schema, dict[str, Schema]]:
    """The schema of a class, and the definitions to which it refers."""
    if kind is Dossier:
        builder = _SchemaBuilder(lang)
        schema = builder.dossier()
    else:
        builder = _SchemaBuilder(lang, alone=True)
        schema = builder.value(kind)
    return schema, dict(sorted(builder.definitions.items()))


class _SchemaBuilder:
    """Writes the parts of the schema in one language.

    What refers to a record has its id or, if it stands ``alone``, that record in full.
    """

    def __init__(self, lang: str | None, *, alone: bool = False) -> None:
        self._alone = alone
        self._lang = lang or _ENGLISH
        self._others = () if lang else tuple(one for one in languages() if one != _ENGLISH)
        self.definitions: dict[str, Schema] = {}

    def dossier(self) -> Schema:
        """The schema of a whole dossier and of all that is in it."""
        schema = self._record(Dossier)
        version = {"type": "string", "pattern": rf"^{VERSION}(?:\.[0-9]{{1,4}})?$"}
        schema["properties"] = {
            "bilateral": {**self._words("dossier.bilateral"), **version, "examples": [VERSION]},
            **schema["properties"],
        }
        schema["required"] = ["bilateral", *schema["required"]]
        return schema

    def value(self, kind: type) -> Schema:
        """The schema of a value of a class."""
        return self._shape(value_shape(kind))

    def _words(self, key: str) -> Schema:
        """Title and description of a field or class."""
        words: Schema = {}
        for name, column in (("title", "nom"), ("description", "description")):
            words[name] = self._cell(key, column, self._lang)
            others = {lang: self._cell(key, column, lang) for lang in self._others}
            words[f"x-{name}"] = {lang: text for lang, text in others.items() if text}
        return {name: text for name, text in words.items() if text}

    @staticmethod
    def _cell(key: str, column: str, lang: str) -> str | None:
        return lexicon(lang).rows("fields").get(key, {}).get(column)

    def _record(self, kind: type) -> Schema:
        fields = fields_of(kind)
        return {
            **self._words(topic_of(kind)),
            "type": "object",
            "properties": {field.name: self._field(kind, field) for field in fields},
            "required": [field.name for field in fields if field.required],
            "additionalProperties": False,
        }

    def _field(self, kind: type, field: Field) -> Schema:
        schema = _united(self._shape(field.shape), _RULES.get((kind, field.name), {}))
        if kind in TABLES and field.name == key_of(kind) and kind is not Sector:
            schema["pattern"] = _whole(ID_PATTERN)
        if field.default is None:
            schema = _or_null(schema)
        return {**self._words(f"{topic_of(kind)}.{field.name}"), **schema}

    def _shape(self, shape: Shape) -> Schema:  # noqa: PLR0911 - a case a shape
        match shape:
            case Plain(_, str(codes)):
                return self._codes(codes)
            case Plain(kind):
                return {"type": {str: "string", bool: "boolean", int: "integer"}[kind]}
            case Coded(kind):
                return self._defined(topic_of(kind), lambda: self._enumeration(kind))
            case Parsed(kind):
                return {"type": "string", "pattern": _whole(kind.__pattern__)}
            case Record(kind):
                return self._record_or_shorthand(kind)
            case Reference(kind):
                return self._id_or_reference(kind)
            case Items(Coded() as of):
                # One alone needs no list.
                return {"anyOf": [{"type": "array", "items": self._shape(of)}, self._shape(of)]}
            case Items(of, count):
                exact = {"minItems": count, "maxItems": count} if count else {}
                return {"type": "array", "items": self._shape(of), **exact}
            case NameByLanguage(of):
                return self._defined("name", lambda: self._name(of))
            case _:
                return {"type": "object", "propertyNames": {"pattern": _whole(KEY_PATTERN)}}

    def _defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made when it is first referred to."""
        if name not in self.definitions:
            # Whoever refers to it while it is made finds it there.
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _reference(self, kind: type) -> Schema:
        return self._defined(topic_of(kind), lambda: self._record(kind))

    def _record_or_shorthand(self, kind: type) -> Schema:
        short = shorthand_of(kind)
        if short is None:
            return self._reference(kind)
        (field,) = (field for field in fields_of(kind) if field.name == short)
        return {"anyOf": [self._field(kind, field), self._reference(kind)]}

    def _id_or_reference(self, kind: type) -> Schema:
        if self._alone and kind is not Sector:
            return self._reference(kind)
        return {"anyOf": [self._id_of(kind), self._reference(kind)]}

    def _id_of(self, kind: type) -> Schema:
        """The schema of a reference to a record: its id, or the code of a built-in sector."""
        if kind is not Sector:
            return {"type": "string", "pattern": _whole(ID_PATTERN)}
        own = {"type": "string", "pattern": _whole(CODE_PATTERN)}
        built_in = self._defined("sectors_codes", lambda: self._labelled("sectors", "sector."))
        return {"anyOf": [built_in, own]}

    def _enumeration(self, kind: type[StrEnum]) -> Schema:
        if not issubclass(kind, CodedEnum):
            return {"enum": [member.value for member in kind]}
        prefix = f"{topic_of(kind)}."
        codes = [member.value for member in kind]
        return {"anyOf": [self._label("vocabulary", prefix, code) for code in codes]}

    def _codes(self, table: str) -> Schema:
        schema = self._defined(f"{table}_codes", lambda: self._labelled(table, ""))
        if table != "goods":
            return schema
        rows = reference.goods().items()
        chapters = "|".join(code for code, row in rows if row["level"] == "chapter")
        finer = {"type": "string", "pattern": f"^(?:{chapters})[0-9]{{2}}(?:[0-9]{{2}})?$"}
        return {"anyOf": [schema, finer]}

    def _labelled(self, table: str, prefix: str) -> Schema:
        topic = "vocabulary" if prefix else table
        codes = getattr(reference, table)()
        return {"anyOf": [self._label(topic, prefix, code) for code in codes]}

    def _label(self, topic: str, prefix: str, code: str) -> Schema:
        def name(lang: str) -> str | None:
            return lexicon(lang).rows(topic).get(f"{prefix}{code}", {}).get("nom")

        others = {lang: text for lang in self._others if (text := name(lang))}
        return {
            "const": code,
            **({"title": text} if (text := name(self._lang)) else {}),
            **({"x-title": others} if others else {}),
        }

    def _name(self, of: Shape) -> Schema:
        phrase = self._shape(of)
        return {
            "type": "object",
            "properties": dict.fromkeys(languages(), phrase),
            "propertyNames": _TAG,
            "additionalProperties": phrase,
            "minProperties": 1,
        }


def _united(schema: Schema, rules: Schema) -> Schema:
    """A schema with further rules, those for the items of a list included."""
    items = {**schema.get("items", {}), **rules.get("items", {})}
    return {**schema, **rules, **({"items": items} if items else {})}


def _or_null(schema: Schema) -> Schema:
    """The same, or nothing at all: what is not known may be left out or left empty."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
