"""Outputs: the content that a format makes of a dossier or of agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bilateral.agreements import Agreement
from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.wire.options import check_options
from bilateral.wire.registry import Content, Format, StreamingCodec, WritingCodec, names_that

__all__ = ["Written", "encoded_parts", "written"]

#: A dossier, or agreements that are written with all that they refer to.
Written = Dossier | Agreement | Iterable[Agreement]


def written(
    format: Format,
    source: Written,
    options: Mapping[str, Any],
    **old: bytes,
) -> Content | Iterator[str]:
    """The content that a format makes of a dossier, or of agreements; ``old`` is the one before."""
    codec = format.load()
    if isinstance(source, Agreement):
        source = (source,)
    if isinstance(codec, StreamingCodec):
        check_options(format, codec.write_lines, options)
        return codec.write_lines(source, **options)
    if not isinstance(codec, WritingCodec):
        raise UnknownFormat(format.name, names_that(lambda one: one.writes))
    check_options(format, codec.write, options)
    if not isinstance(source, Dossier):
        source = Dossier(agreements=source)
    return codec.write(source, **old, **options)


def encoded_parts(content: str | bytes | Iterator[str]) -> Iterator[bytes]:
    """The parts of a content as bytes, in UTF-8."""
    for part in (content,) if isinstance(content, (str, bytes)) else content:
        yield part.encode() if isinstance(part, str) else part
