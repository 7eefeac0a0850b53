"""Classes as people read them: defaults are values, and bases those that anybody uses."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from enum import Enum
from typing import Any, get_args

import attrs
from sphinx.application import Sphinx

import bilateral as bl
from bilateral import literals

# The names of types that are no classes, and their modules.
ALIASES = dict.fromkeys(literals.__all__, "bilateral.literals")
ALIASES["Who"] = "bilateral.partners"
PREFIX = "~bilateral.literals."
LISTS = {get_args(getattr(literals, name)): PREFIX + name for name in literals.__all__}
LITERAL = re.compile(r"~?(?:typing\.)?Literal\[([^\]]*)\]")
STORED = re.compile(r"attr_dict\['(\w+)'\]\.default|NOTHING")


class Shown:
    """A default as it is written."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        value = self.value
        return str(value) if not isinstance(value, Enum) else f"{type(value).__name__}.{value.name}"


def show_defaults(app: Sphinx, function: Any, bound: bool) -> None:  # noqa: FBT001 - Sphinx calls
    """Write out the defaults in the signature of a constructor that attrs has made."""
    del app, bound
    function = getattr(function, "__func__", function)
    owner = sys.modules.get(getattr(function, "__module__", ""))
    for name in getattr(function, "__qualname__", "").split(".")[:-1]:
        owner = getattr(owner, name, None)
    if not attrs.has(owner) or function.__name__ != "__init__":
        return
    fields = {field.alias: field for field in attrs.fields(owner)}
    signature = inspect.signature(function)
    function.__signature__ = signature.replace(
        parameters=[
            parameter.replace(default=Shown(default_of(fields[name])))
            if STORED.fullmatch(repr(parameter.default))
            else parameter
            for name, parameter in signature.parameters.items()
        ]
    )


def default_of(field: attrs.Attribute[Any]) -> object:
    """The value that a field has if none is given."""
    default = field.default
    return default.factory() if isinstance(default, attrs.Factory) else default


def name_lists(*arguments: Any) -> tuple[str | None, str | None]:
    """Name the list of codes that an argument takes, instead of writing it out."""
    signature, answer = arguments[-2:]
    return _named(signature), _named(answer)


def _named(text: str | None) -> str | None:
    """A signature with the names of lists, and of those that users may add to."""
    if text is None:
        return None
    text = LITERAL.sub(_name_of, text)
    for name in literals.__all__:
        known, *rest = get_args(getattr(literals, name))
        if rest == [str]:
            text = text.replace(f"{LISTS[get_args(known)]} | str", PREFIX + name)
    return text


def _name_of(match: re.Match[str]) -> str:
    """What a list of codes is called in `bilateral.literals`, or the list."""
    words = tuple(ast.literal_eval(f"[{match[1]}]"))
    return LISTS.get(words, match[0])


def show_public_bases(
    app: Sphinx, name: str, value: type, options: object, bases: list[Any]
) -> None:
    """Leave out the bases that only serve the package."""
    del app, name, value, options
    bases[:] = [base for base in bases if not is_inside(base)]


def find_alias(app: Sphinx, env: Any, node: Any, text: Any) -> Any:
    """Link the name of a union or a list of codes, which is no class."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("reftype") != "class" or name not in ALIASES:
        return None
    found = env.domains.python_domain
    return found.resolve_xref(
        env, node["refdoc"], app.builder, "data", f"{ALIASES[name]}.{name}", node, text
    )


def is_inside(base: Any) -> bool:
    """Whether a base is ours and has no place in the pages."""
    base = getattr(base, "__origin__", base)
    ours = base.__module__.startswith("bilateral.")
    return base is object or (ours and base.__name__ not in bl.__all__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Come after autodoc, which has read the source of the defaults."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("missing-reference", find_alias)
    app.connect("autodoc-process-signature", name_lists)
    app.connect("autodoc-process-bases", show_public_bases)
    app.connect("autodoc-before-process-signature", show_defaults, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
