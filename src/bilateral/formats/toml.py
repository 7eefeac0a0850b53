"""TOML, for those who keep their settings in it. A date may be written bare.

TOML has no null. Private data that have one are written as the JSON text of the value, in a
table with the one key ``json``.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from bilateral.coercion import is_list, is_mapping
from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.formats import json as strict
from bilateral.formats.toml_places import bare_lines, places_in
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits, Path
from bilateral.wire.records import write_dossier

__all__ = ["read", "write"]

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_BETWEEN_KEYS = re.compile(r"[^\w\s.-]+")
_BRACKET = re.compile(r"[\[\]{}]")
_EXTRA, _JSON = "extra", "json"
# A mark in the place of private data, as it is written.
_MARKED = re.compile(rf'(?<!\S){_EXTRA} = "\\u0000(\d+)"')


def write(dossier: Dossier) -> str:
    """A dossier as TOML text, with the fields in the order of the classes."""
    try:
        import tomli_w
    except ImportError:
        raise MissingExtra("toml", "tomli-w") from None
    inline: list[str] = []
    text = tomli_w.dumps(_marked(write_dossier(dossier), inline))
    return _MARKED.sub(lambda match: f"{_EXTRA} = {inline[int(match[1])]}", text)


def _marked(data: Any, inline: list[str]) -> Any:
    """The data with a mark in the place of private data, whose text is added to ``inline``.

    The library would put tables behind all other values; there, the order stays.
    """
    if is_list(data):
        return [_marked(item, inline) for item in data]
    if not is_mapping(data):
        return data
    result: dict[str, Any] = {}
    for name, value in data.items():
        if name == _EXTRA:
            # No text has this character.
            result[name] = f"\0{len(inline)}"
            inline.append(_inline({key: _extra(item) for key, item in value.items()}))
        else:
            result[name] = _marked(value, inline)
    return result


def _inline(value: Any) -> str:
    """A value on one line."""
    if is_mapping(value):
        parts = (f"{_inline(key)} = {_inline(item)}" for key, item in value.items())
        return f"{{ {', '.join(parts)} }}" if value else "{}"
    if is_list(value):
        return f"[{', '.join(map(_inline, value))}]"
    # What is left is written as in JSON, but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


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
    # The library takes a time that grows with the square of the length of a key.
    if any(line.count(".") >= limits.depth for line in text.split("\n")):
        for line in _long_keys(text, limits.depth):
            raise _refusal("too-deep", line, limits)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValidationError([_syntax_problem(error)]) from None
    except RecursionError:
        raise _refusal("too-deep", _deep_line(text, limits.depth), limits) from None
    except ValueError:
        # Python refuses to make a number of thousands of digits.
        raise _refusal("number-too-long", _long_number(text, limits.digits), limits) from None
    builder = _Builder(limits)
    document = Document(builder.build(data, ()), lambda: places_in(text, limits.depth))
    if builder.problems:
        raise ValidationError(document.located(builder.problems))
    return document


def _refusal(code: str, line: int | None, limits: Limits) -> ValidationError:
    return ValidationError([Problem(code, details={"limit": limits.depth}, line=line)])


def _long_keys(text: str, most: int) -> Iterator[int]:
    """The lines that have a key of more parts."""
    for number, line in bare_lines(text):
        # Points stand in numbers and times, too, but only one in each.
        if any(part.count(".") >= most for part in _BETWEEN_KEYS.split(line)):
            yield number


def _deep_line(text: str, depth: int) -> int | None:
    """The first line in which brackets stand deeper."""
    inside = 0
    for number, line in bare_lines(text):
        for bracket in _BRACKET.findall(line):
            inside += 1 if bracket in "[{" else -1
            if inside > depth:
                return number
    return None


def _long_number(text: str, digits: int) -> int | None:
    """The first line that has a number of more digits."""
    number = re.compile(rf"\d[\d_]{{{digits},}}", re.ASCII)
    return next((n for n, line in bare_lines(text) if number.search(line)), None)


def _syntax_problem(error: tomllib.TOMLDecodeError) -> Problem:
    reason = str(error)
    match = _PLACE.search(reason)
    line, column = map(int, match.groups()) if match else (None, None)
    return Problem("syntax", details={"reason": _PLACE.sub("", reason)}, line=line, column=column)


class _Builder:
    """Plain data from those of the library: dates as texts, and private data as they were."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._too_long = 10**limits.digits
        self.problems: list[Problem] = []

    def build(self, data: Any, path: Path) -> Any:
        """The plain data; what is wrong with them goes to ``problems``."""
        if is_list(data) or is_mapping(data):
            return self._container(data, path)
        if isinstance(data, int) and abs(data) >= self._too_long:
            return self.problems.append(Problem("number-too-long", path))
        if isinstance(data, (datetime.date, datetime.time)):
            return data.isoformat()
        return data

    def _container(self, data: Any, path: Path) -> Any:
        if len(path) >= self._limits.depth:
            details = {"limit": self._limits.depth}
            return self.problems.append(Problem("too-deep", path, details=details))
        if is_list(data):
            return [self.build(item, (*path, index)) for index, item in enumerate(data)]
        if _EXTRA in path and data.keys() == {_JSON} and isinstance(data[_JSON], str):
            return strict.read(data[_JSON], self._limits).data
        return {key: self.build(value, (*path, key)) for key, value in data.items()}
