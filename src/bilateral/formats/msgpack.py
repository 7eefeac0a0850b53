"""MessagePack: the same as JSON, smaller, for programs."""

from __future__ import annotations

from typing import Any, NoReturn

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Document, Limits, flagged
from bilateral.wire.records import write_dossier

__all__ = ["read", "write"]


def _msgpack() -> Any:
    try:
        import msgpack  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtra("msgpack", "msgpack") from None
    return msgpack


def write(dossier: Dossier) -> bytes:
    """A dossier as MessagePack."""
    packed: bytes = _msgpack().packb(write_dossier(dossier))
    return packed


def read(content: bytes, limits: Limits) -> Document:
    """The plain data in MessagePack; `ValidationError` where it is damaged, or more than JSON."""
    msgpack = _msgpack()
    try:
        data = msgpack.unpackb(
            content, strict_map_key=False, object_pairs_hook=_object, ext_hook=_extension
        )
    except ValidationError:
        raise
    except msgpack.exceptions.StackError:
        raise ValidationError([Problem("too-deep", details={"limit": limits.depth})]) from None
    except ValueError as error:
        # Among them what is left over, what is missing, and what is not UTF-8.
        reason = str(error) or type(error).__name__
        raise ValidationError([Problem("syntax", details={"reason": reason})]) from None
    # In bytes there are no lines.
    notices = (attrs.evolve(flag, line=None, column=None) for flag in flagged(content))
    return Document(data, notices=tuple(notices))


def _object(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if not isinstance(key, str):
            raise ValidationError([Problem("invalid-key", (), key)])
        if key in result:
            raise ValidationError([Problem("duplicate-key", (key,), key)])
        result[key] = value
    return result


def _extension(code: int, _: bytes) -> NoReturn:
    raise ValidationError([Problem("syntax", details={"reason": f"extension type {code}"})])
