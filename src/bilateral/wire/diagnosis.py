"""The diagnostic reader: reads plain data field by field, and says all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from bilateral.coercion import Rejected, is_list, is_mapping, unknown, wrong_type
from bilateral.problems import Problem, ValidationError
from bilateral.wire.schema import (
    Items,
    NameByLanguage,
    Record,
    Reference,
    Shape,
    fields_of,
    shorthand_of,
)

__all__ = ["DiagnosticReader", "build", "without_step"]


class DiagnosticReader:
    """Makes records of plain data, or a ``Rejected`` with every problem and its path.

    ``resolve`` finds what an id refers to. With ``lenient``, unknown fields are no errors, but
    ``notices``. ``path`` says where the record is, and ``has_embedded`` whether one was embedded
    in another.
    """

    def __init__(self, resolve: Callable[[type, str, object], Any], *, lenient: bool) -> None:
        self._resolve, self._lenient = resolve, lenient
        self.notices: list[Problem] = []
        self.path: list[str | int] = []
        self.has_embedded: bool = False

    def record(self, kind: type, data: object) -> Any:
        """A record of a class, or a ``Rejected`` with all its problems."""
        if type(data) in (kind, Rejected):
            return data
        if not is_mapping(data):
            return self._short_record(kind, data)
        fields = {field.name: field for field in fields_of(kind)}
        problems = [
            unknown("unknown-field", key, fields).at(str(key)) for key in data if key not in fields
        ]
        if self._lenient:
            self.notices += [problem.at(*self.path) for problem in problems]
            problems = []
        values = {
            name: self._inside(name, field.shape, data[name]) if name in data else _missing()
            for name, field in fields.items()
            if name in data or field.required
        }
        return build(kind, values, problems)

    def _short_record(self, kind: type, data: object) -> Any:
        short = shorthand_of(kind)
        if short is None:
            return wrong_type("mapping", data)
        (shape,) = (field.shape for field in fields_of(kind) if field.name == short)
        result = build(kind, {short: self.value(shape, data)}, [])
        if type(result) is Rejected:
            return Rejected([without_step(problem, short) for problem in result.problems])
        return result

    def _inside(self, step: str | int, shape: Shape, data: Any) -> Any:
        self.path.append(step)
        value = self.value(shape, data)
        self.path.pop()
        return value

    def value(self, shape: Shape, data: Any) -> Any:
        """A value of some shape, what its constructor makes a value of, or a ``Rejected``."""
        match shape:
            case Items(of) if is_list(data):
                return [self._inside(index, of, item) for index, item in enumerate(data)]
            case NameByLanguage(of) if is_mapping(data):
                return {tag: self._inside(tag, of, item) for tag, item in data.items()}
            case Record(kind):
                return self.record(kind, data)
            case Reference(kind) if is_mapping(data) or isinstance(data, Rejected):
                self.has_embedded = True
                return self.record(kind, data)
            case Reference(kind, table):
                return self._resolve(kind, table, data)
            case _:
                # The constructors check the rest, and refuse what has the wrong type.
                return data


def _missing() -> Rejected:
    return Rejected([Problem("missing-field")])


def build(kind: type, values: Mapping[str, Any], problems: list[Problem]) -> Any:
    """A record of its values, or a ``Rejected`` with these and all further problems."""
    try:
        record = kind(**values)
    except ValidationError as error:
        return Rejected([*problems, *error.problems])
    return Rejected(problems) if problems else record


def without_step(problem: Problem, step: str) -> Problem:
    """A problem of a field that is all there is of the record in the data."""
    path = problem.path
    return attrs.evolve(problem, path=path[1:]) if path[:1] == (step,) else problem
