"""Our hooks for users of cattrs."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from cattrs import Converter, preconf

from bilateral.errors import MissingExtra, UnknownFormat
from bilateral.wire.values import from_dict, is_value, write_value

__all__ = ["converter"]


def converter(format: str | None = None) -> Converter:
    """A cattrs converter that knows our classes, as strict as `bilateral.load`.

    Use it, or a copy, for classes of your own that have fields of ours. What a record refers
    to (its partners, its sources) is embedded in it; only a dossier keeps tables. With
    a ``format`` it is one of those that cattrs has ready in ``cattrs.preconf`` (json, orjson,
    msgpack, msgspec, pyyaml ...), with their ``dumps`` and ``loads``.

    Raises `UnknownFormat` where cattrs has no such converter, `MissingExtra` where its library
    is not installed; what it structures, `ValidationError`.

    >>> from bilateral import Partner, converter
    >>> data = converter().unstructure(Partner.city_government("BY-HM"))
    >>> data["governs"]
    'BY-HM'
    >>> converter().structure(data, Partner) == Partner.city_government("BY-HM")
    True
    """
    result = _of_cattrs(format)
    result.register_structure_hook_func(is_value, lambda data, kind: from_dict(kind, data))
    result.register_unstructure_hook_func(is_value, write_value)
    return result


def _of_cattrs(format: str | None) -> Converter:
    if format is None:
        return Converter(forbid_extra_keys=True)
    names = tuple(one.name for one in iter_modules(preconf.__path__))
    if format not in names:
        raise UnknownFormat(format, names)
    try:
        module: Any = import_module(f"{preconf.__name__}.{format}")
    except ImportError as error:
        raise MissingExtra(format, error.name or format) from None
    result: Converter = module.make_converter(forbid_extra_keys=True)
    return result
