"""Tuples of things of one sort, which show themselves as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, SupportsIndex, TypeVar, overload

from bilateral.coercion import hard, instance, soft_tuple
from bilateral.display import Displayed
from bilateral.frozen import Frozen

__all__ = ["Listing", "listed_as"]

T_co = TypeVar("T_co", covariant=True)


class Listing(Displayed, Frozen, tuple[T_co, ...]):
    """The base of such tuples; each is equal to a plain tuple of the same things.

    Raises `ValidationError` (``wrong-type``) for things of another class than ``_kind``.
    """

    __slots__ = ()

    _kind: ClassVar[type[Any]]

    def __new__(cls, things: Iterable[T_co] = ()) -> Self:
        """A tuple of ``things``; errors as for the class."""
        return super().__new__(cls, hard(soft_tuple(cls._checked, things)))

    @classmethod
    def _checked(cls, one: object) -> Any:
        return instance(cls._kind, one)

    @overload
    def __getitem__(self, key: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: SupportsIndex | slice) -> T_co | Self:
        found: Any = super().__getitem__(key)
        return type(self)(found) if isinstance(key, slice) else found

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self),)


_plain: Any = tuple
L = TypeVar("L", bound=Listing[Any])


def listed_as(kind: type[L], things: tuple[Any, ...]) -> L:
    """Things that were checked, as a tuple of a ``kind``: there may be very many."""
    found: L = _plain.__new__(kind, things)
    return found
