"""TOML, for those who keep their settings in it. A date may be written bare.

TOML has no null. Private data that have one are written as the JSON text of the value, in a
table with the one key ``json``.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from typing import Any

from bilateral.coercion import is_list, is_mapping
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra, Problem, ValidationError
from bilateral.formats import json as strict
from bilateral.formats.documents import Document, Limits
from bilateral.formats.records import write_dossier
from bilateral.formats.toml_places import places_in

__all__ = ["read", "write"]

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_EXTRA, _JSON = "extra", "json"


def write(dossier: Dossier) -> str:
    """A dossier as TOML text, with the fields in the order of the classes."""
    try:
        import tomli_w
    except ImportError:
        raise MissingExtra("toml", "tomli-w") from None
    return tomli_w.dumps(_without_null(write_dossier(dossier)))


def _without_null(data: Any) -> Any:
    if is_list(data):
        return [_without_null(item) for item in data]
    if not is_mapping(data):
        return data
    return {
        name: {key: _extra(item) for key, item in value.items()}
        if name == _EXTRA
        else _without_null(value)
        for name, value in data.items()
    }


def _extra(value: Any) -> Any:
    # What looks like such a table itself is written as one, too.
    if _has_null(value) or (is_mapping(value) and value.keys() == {_JSON}):
        return {_JSON: json.dumps(value, ensure_ascii=False)}
    return value


def _has_null(value: Any) -> bool:
    if is_mapping(value):
        return any(map(_has_null, value.values()))
    return any(map(_has_null, value)) if is_list(value) else value is None


def read(text: str, limits: Limits) -> Document:
    """The plain data in a TOML text; `ValidationError` where it is not good TOML."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValidationError([_syntax_problem(error)]) from None
    except RecursionError:
        raise ValidationError([Problem("too-deep", details={"limit": limits.depth})]) from None
    except ValueError:
        # Python refuses to make a number of thousands of digits.
        raise ValidationError([Problem("number-too-long")]) from None
    return Document(_plain(data, limits, inside=False), lambda: places_in(text))


def _syntax_problem(error: tomllib.TOMLDecodeError) -> Problem:
    reason = str(error)
    match = _PLACE.search(reason)
    line, column = map(int, match.groups()) if match else (None, None)
    return Problem("syntax", details={"reason": _PLACE.sub("", reason)}, line=line, column=column)


def _plain(data: Any, limits: Limits, *, inside: bool) -> Any:
    """The data with dates as texts, and private data as they were."""
    if is_list(data):
        return [_plain(item, limits, inside=inside) for item in data]
    if is_mapping(data):
        if inside and data.keys() == {_JSON} and isinstance(data[_JSON], str):
            return strict.read(data[_JSON], limits).data
        return {
            key: _plain(value, limits, inside=inside or key == _EXTRA)
            for key, value in data.items()
        }
    if isinstance(data, (datetime.date, datetime.time)):
        return data.isoformat()
    return data
