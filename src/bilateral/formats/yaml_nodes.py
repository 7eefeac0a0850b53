"""Plain data from the nodes of a YAML 1.2 text, and texts that survive in one.

Built on ruamel.yaml and not on PyYAML: that one reads YAML 1.1, where ``no`` is false, and
the Norwegian country code with it. A date stays the text that it is, and tags, duplicate
keys and bombs of aliases are refused.
"""

from __future__ import annotations

import io
import sys
from typing import Any

from bilateral.coercion import is_list, is_mapping
from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits, Path, Place, Places

__all__ = ["UNFOLDED", "quoted", "read", "round_trip"]

_PREFIX = "tag:yaml.org,2002:"
_COLLECTIONS = {"mapping": _PREFIX + "map", "sequence": _PREFIX + "seq"}
_TEXTS = frozenset({"str", "timestamp", "value", "merge"})
# What a document may have by aliases however short it is.
_SMALL = 1_000
#: The width of a text that is never folded: the library then keeps every blank.
UNFOLDED = sys.maxsize


def round_trip() -> Any:
    """The library, set to keep what it reads; `MissingExtra` if it is not there."""
    try:
        from ruamel.yaml import YAML
    except ImportError:
        raise MissingExtra("yaml", "ruamel.yaml") from None
    return YAML(typ="rt", pure=True)


def quoted(data: Any) -> Any:
    """The data with those texts in double quotes that would not survive without: NEL and such."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if is_mapping(data):
        return {quoted(key): quoted(value) for key, value in data.items()}
    if is_list(data):
        return [quoted(item) for item in data]
    if isinstance(data, str) and not data.replace("\n", "").isprintable():
        return DoubleQuotedScalarString(data)
    return data


def read(text: str, limits: Limits) -> Document:
    """The plain data in a YAML text; `ValidationError` where it is not good YAML."""
    yaml = round_trip()
    from ruamel.yaml.composer import MaxDepthExceededError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    # An anchor may name something else later on (YAML 1.2, 7.1).
    yaml.composer.warn_double_anchors = False
    # It counts what is no mapping or list, too.
    yaml.max_depth = limits.depth + 1
    try:
        node = yaml.compose(io.StringIO(text))
    except MaxDepthExceededError as error:
        details = {"limit": limits.depth}
        raise ValidationError([Problem("too-deep", details=details, **_place(error))]) from None
    except MarkedYAMLError as error:
        raise ValidationError([_syntax_problem(error)]) from None
    except YAMLError as error:
        raise ValidationError([Problem("syntax", details={"reason": str(error)})]) from None
    except RecursionError:
        raise ValidationError([Problem("too-deep", details={"limit": limits.depth})]) from None
    builder = _Builder(limits, _SMALL + len(text) * limits.growth)
    data = builder.build(node, ()) if node is not None else None
    if builder.problems:
        raise ValidationError(builder.problems)
    return Document(data, lambda: builder.places)


def _syntax_problem(error: Any) -> Problem:
    reason = " ".join(str(error.problem or error).split())
    return Problem("syntax", details={"reason": reason}, **_place(error))


def _place(error: Any) -> Any:
    mark = error.problem_mark or error.context_mark
    return {"line": mark.line + 1, "column": mark.column + 1} if mark else {}


class _Builder:
    """Plain data from the nodes of a YAML document."""

    def __init__(self, limits: Limits, most_nodes: int) -> None:
        self._limits = limits
        self.places: Places = {}
        self.problems: list[Problem] = []
        self._left = most_nodes

    def build(self, node: Any, path: Path) -> Any:
        """The value of a node; what is wrong with it goes to ``problems``."""
        self.places[path] = Place(node.start_mark.line + 1, node.start_mark.column + 1)
        self._left -= 1
        if self._left == 0:
            self._refuse("too-many-aliases", node, path)
        if self._left <= 0:
            return None
        if node.id == "scalar":
            return self._scalar(node, path)
        if len(path) >= self._limits.depth:
            return self._refuse("too-deep", node, path)
        if str(node.tag) != _COLLECTIONS[node.id]:
            return self._refuse("yaml-tag", node, path, str(node.tag))
        if node.id == "mapping":
            return self._mapping(node, path)
        return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]

    def _refuse(self, code: str, node: Any, path: Path, value: object = None) -> None:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        details = {"limit": self._limits.depth}
        self.problems.append(Problem(code, path, value, details=details, line=line, column=column))

    def _mapping(self, node: Any, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if key_node.id == "scalar" else None
            if key is None:
                self._refuse("invalid-key", key_node, path)
            elif key in result:
                self._refuse("duplicate-key", key_node, (*path, key), key)
            else:
                result[key] = self.build(value_node, (*path, key))
        return result

    def _scalar(self, node: Any, path: Path) -> Any:  # noqa: PLR0911 - a case a tag
        tag = str(node.tag)
        match tag.removeprefix(_PREFIX):
            case kind if kind in _TEXTS:
                return node.value
            case "null":
                return None
            case "bool":
                return node.value.lower() == "true"
            case "int" | "float" if not node.style and len(node.value) > self._limits.digits:
                return self._refuse("number-too-long", node, path)
            case "int" if not node.style:
                return _integer(node.value)
            case "float" if not node.style:
                return _number(node.value)
            case _:
                return self._refuse("yaml-tag", node, path, tag)


class _IntegerAsWritten(int):
    """A whole number that remembers how its author wrote it (0755)."""

    written: str

    def __repr__(self) -> str:
        return self.written


class _NumberAsWritten(float):
    """Likewise, for others (1.50)."""

    written: str

    def __repr__(self) -> str:
        return self.written


def _integer(written: str) -> int:
    digits = written.replace("_", "")
    number = _IntegerAsWritten(int(digits, 0 if digits.lstrip("+-")[1:2] in ("o", "x") else 10))
    number.written = written
    return int(number) if str(int(number)) == written else number


def _number(written: str) -> float:
    text = written.replace("_", "").lower()
    number = _NumberAsWritten(text.replace(".inf", "inf").replace(".nan", "nan"))
    number.written = written
    return float(number) if repr(float(number)) == written else number
