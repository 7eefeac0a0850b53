"""The versions of the wire format: which can be read, and the steps from older ones.

A version is ``MAJOR`` or ``MAJOR.MINOR``. A minor version only adds fields, so a reader of an
older one can go on without them; a major version changes what is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bilateral.problems import Problem, ValidationError, wrong_type_problem

__all__ = ["FIELD", "STEPS", "VERSION", "is_newer", "migrated", "no_version"]

FIELD = "bilateral"
VERSION = "1"
_MAJOR, _MINOR = 1, 0
_FORM = re.compile(r"([0-9]{1,4})(?:\.([0-9]{1,4}))?", re.ASCII)

# From a major version to the next: a pure function over the fields of a whole dossier. Version 1
# is the first.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def migrated(data: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    """The fields of a dossier as the present version has them, and the version they had.

    Raises `ValidationError`: ``wrong-type``, ``unsupported-version``, ``newer-version``.
    """
    fields = dict(data)
    version = fields.pop(FIELD, None)
    if version is None:
        return fields, None
    major, _ = _numbers(version)
    for number in range(major, _MAJOR):
        fields = STEPS[number](fields)
    return fields, str(version)


def no_version() -> Problem:
    """What is wrong with a dossier that does not say its version."""
    return Problem("no-version", (FIELD,), None, details={"expected": VERSION})


def is_newer(version: str | None) -> bool:
    """Whether a version that can be read may have fields that are not known here."""
    return version is not None and _numbers(version) > (_MAJOR, _MINOR)


def _numbers(version: object) -> tuple[int, int]:
    if not isinstance(version, str):
        raise ValidationError([wrong_type_problem("text", version).at(FIELD)])
    code = "unsupported-version"
    match = _FORM.fullmatch(version)
    if match:
        major, minor = int(match[1]), int(match[2] or 0)
        if major == _MAJOR or major in STEPS:
            return major, minor
        if major > _MAJOR:
            code = "newer-version"
    raise ValidationError([Problem(code, (FIELD,), version, details={"expected": VERSION})])
