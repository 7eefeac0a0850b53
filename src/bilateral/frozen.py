"""Immutability for all classes of the package: one base, one error, one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import FunctionType
from typing import Any, NoReturn, Self, TypeVar

import attrs

__all__ = ["Frozen", "draft", "revised"]

T = TypeVar("T")
# Where attrs keeps the hash of a value, in a class that does so.
_HASH = "_attrs_cached_hash"


class Frozen:
    """The base of immutable classes, written by hand or with attrs.

    To set or delete an attribute raises ``attrs.exceptions.FrozenInstanceError`` (which is an
    `AttributeError`) with a sentence that says how a changed copy is made. A copy is the object
    itself. The class fills its attributes with `object.__setattr__`.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # The methods that attrs writes into each class that it freezes have no such sentence.
        if isinstance(vars(cls).get("__setattr__"), FunctionType):
            cls.__setattr__ = Frozen.__setattr__  # type: ignore[method-assign]
            cls.__delattr__ = Frozen.__delattr__  # type: ignore[method-assign]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise _refusal(self, name)

    def __delattr__(self, name: str) -> NoReturn:
        raise _refusal(self, name)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def draft(kind: type) -> type:
    """A class with the slots and methods of ``kind``, one of attrs, that can still be filled.

    An instance becomes one of ``kind`` by changing its class, with nothing converted or checked:
    a third to a half of the cost of a frozen class's own constructor. ``kind`` has no slot for
    weak references.
    """
    of: Any = kind
    methods: dict[str, Any] = {
        name: value
        for name, value in vars(kind).items()
        if isinstance(value, (FunctionType, property)) or name == "__attrs_attrs__"
    }
    methods.pop("__init__")
    namespace: dict[str, Any] = {
        **methods,
        "__slots__": of.__slots__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type(kind)(f"{kind.__name__}Draft", kind.__bases__, namespace)


def revised(value: T, fields: Mapping[str, object]) -> T:
    """A value of attrs with other values in some fields, which are right already.

    As `attrs.evolve`, but that nothing is converted or checked, and of a class as for `draft`.
    """
    kind: Any = type(value)
    made: Any = _draft(kind)()
    changed = {_HASH: None, **fields}
    for name in kind.__slots__:
        setattr(made, name, changed[name] if name in changed else getattr(value, name))
    made.__class__ = kind
    return made  # type: ignore[no-any-return]


_draft = cache(draft)


class _Refusal(attrs.exceptions.FrozenInstanceError):
    def __init__(self, text: str) -> None:
        # Not by way of the class above, which has a text of its own and takes none.
        AttributeError.__init__(self, text)
        self.msg = text


def _refusal(value: Any, name: str) -> _Refusal:
    fields: tuple[Any, ...] = getattr(value, "__attrs_attrs__", ())
    way = "make a new one"
    if any(field.init and field.alias == name for field in fields):
        way = f"attrs.evolve(…, {name}=…) makes a changed copy"
    return _Refusal(f"{type(value).__name__} is immutable; {way}")
