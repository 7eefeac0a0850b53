"""Every public docstring says what its reader needs: counted, not hoped for."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from types import FunctionType
from typing import Any

import bilateral as bl

# It begins with the thing or the action.
QUESTION = re.compile(r"(What|Whether|How|Which|Those|Whoever|That)\b")
# The arguments or errors are told by another docstring.
ELSEWHERE = re.compile(r"\b(?:[Aa]s|[Ss]ee|[Ee]rrors as)( for| in)? `|\bInverse of `")


def public() -> Iterator[tuple[str, Any]]:
    """The names of the root, and the public members of its classes, each where it is written."""
    seen: set[int] = set()
    for name in bl.__all__:
        value = getattr(bl, name)
        yield name, value
        for owner in value.__mro__ if inspect.isclass(value) else ():
            if owner.__module__.startswith("bilateral"):
                for member, found in vars(owner).items():
                    if (
                        not member.startswith("_")
                        and is_documented(found)
                        and id(found) not in seen
                    ):
                        seen.add(id(found))
                        yield f"{name}.{member}", found


def is_documented(member: object) -> bool:
    """A method or a property; fields and members of enumerations have comments instead."""
    kinds = FunctionType, classmethod, staticmethod, property, cached_property
    return isinstance(member, kinds) and not isinstance(member, Enum)


PUBLIC = dict(public())
FUNCTIONS = {
    name: function
    for name, value in PUBLIC.items()
    if isinstance(function := inspect.unwrap(getattr(value, "__func__", value)), FunctionType)
}


def docstring(value: object) -> str:
    return inspect.cleandoc(value.__doc__ or "")


def test_the_first_line_is_a_sentence_that_names_the_thing_or_the_action() -> None:
    assert len(PUBLIC) > 250
    parts = {name: docstring(value).partition("\n") for name, value in PUBLIC.items()}
    assert [
        (name, first, rest)
        for name, (first, _, rest) in parts.items()
        if not re.fullmatch(r"[A-Z`“«\d].*[.:]", first)
        or (rest and not rest.startswith("\n"))
        or QUESTION.match(first)
    ] == []


def test_a_text_is_a_field_or_takes_the_language_first() -> None:
    """Sentences have one name, and what somebody wrote is no sentence of ours."""
    sentences = {name for name in FUNCTIONS if name.endswith(".text")}

    assert {"Status.text", "Deadline.text", "Difference.text", "DataWarning.text"} <= sentences
    for name in sentences:
        assert [*inspect.signature(FUNCTIONS[name]).parameters][1] == "lang"
    # No property: what looks like a field is one.
    assert not {name for name in PUBLIC.keys() - FUNCTIONS.keys() if name.endswith(".text")}


def test_the_arguments_are_named() -> None:
    texts = {name: docstring(function) for name, function in FUNCTIONS.items()}
    assert [
        (name, parameter)
        for name, text in texts.items()
        if not ELSEWHERE.search(text)
        for parameter in inspect.signature(FUNCTIONS[name]).parameters
        if parameter not in {"self", "cls"} and not re.search(rf"``{parameter}\b", text)
    ] == []


def test_the_errors_are_told() -> None:
    told = re.compile(r"Raises|[Ee]rrors( are)? as\b")
    silent = {
        name: text
        for name, function in FUNCTIONS.items()
        if not told.search(text := docstring(function)) and raises(function)
    }
    assert silent == {}


def raises(function: Callable[..., object]) -> bool:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return any(isinstance(node, ast.Raise) for node in ast.walk(tree))


def test_every_name_of_the_root_has_an_example() -> None:
    assert [name for name in bl.__all__ if ">>> " not in docstring(PUBLIC[name])] == []
