"""Reading and writing dossiers: one module a format, one table that names them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Literal, overload

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat, ValidationError
from bilateral.formats import storage
from bilateral.formats.documents import Limits
from bilateral.formats.records import read_dossier
from bilateral.formats.registry import (
    FORMATS,
    Codec,
    Content,
    Format,
    find,
    formats,
    name_of,
    register,
)

__all__ = [
    "FORMATS",
    "Codec",
    "Format",
    "Limits",
    "dump",
    "dumps",
    "formats",
    "load",
    "loads",
    "register",
]

_LIMITS = Limits()


def load(
    source: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,
    limits: Limits = _LIMITS,
    **options: Any,
) -> Dossier:
    """The dossier in a file or folder: a path, or an open file.

    The format of a path follows from its suffix, as does that of an open file with a name;
    for any other say its ``format``. A compressed file (``.gz``, ``.zst``) is expanded.
    ``options`` go to the format. Raises `ValidationError` with every problem and its place,
    `UnknownFormat`, `MissingExtra`, and ``OSError`` as `open` does.

    >>> import bilateral as bl
    >>> dossier = bl.load("register.json")  # doctest: +SKIP
    """
    if hasattr(source, "read"):
        name = getattr(source, "name", None)
        file = name if isinstance(name, str) else None
        one = _readable(format or name_of(file or ""))
        with _named(file):
            return _read(one, storage.read_file(source, limits), limits, options)
    path = Path(source)
    folder = path.is_dir()
    one = _readable(format or name_of(path, folder=folder))
    with _named(os.fspath(source)):
        if folder:
            return _read(one, storage.read_folder(path, one.suffixes, limits), limits, options)
        with path.open("rb") as opened:
            content = storage.read_file(opened, limits)
        return _read(one, {path.name: content} if one.folder else content, limits, options)


def loads(
    content: Content, format: str = "json", *, limits: Limits = _LIMITS, **options: Any
) -> Dossier:
    """The dossier in a text, in bytes, or in the files of a folder by their names.

    Bytes of a format of texts are UTF-8. Errors as for `load`.

    >>> loads('{"bilateral": "1"}')
    <Dossier: empty>
    """
    if isinstance(content, bytes):
        content = storage.expand(content, limits)
    storage.check_size(content, limits)
    return _read(_readable(format), content, limits, options)


def dump(
    dossier: Dossier,
    target: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,
    **options: Any,
) -> None:
    """Write a dossier to a path, or to an open file.

    The format follows from the suffix or is named; a path that ends with ``.gz`` or ``.zst``
    is compressed. ``options`` go to the format. What is at the path is replaced as a whole
    or, if anything fails, not at all; of a folder, files of another kind stay.
    """
    if hasattr(target, "write"):
        one = _writable(format or name_of(str(getattr(target, "name", ""))))
        content = one.load().write(dossier, **options)
        if isinstance(content, Mapping):
            raise TypeError(f"the format {one.name} is a folder: give a path")
        storage.write_to(target, content)
        return
    path = Path(target)
    one = _writable(format or name_of(path, folder=path.is_dir()))
    content = one.load().write(dossier, **options)
    if isinstance(content, str):
        content = content.encode()
    if isinstance(content, bytes):
        content = storage.compress(content, path.suffix.lower())
    storage.replace(path, content, one.suffixes)


_Texts = Literal["json", "yaml", "toml", "jsonl"]
_Binaries = Literal["msgpack", "xlsx"]


@overload
def dumps(dossier: Dossier, format: _Texts = "json", **options: Any) -> str: ...
@overload
def dumps(dossier: Dossier, format: _Binaries, **options: Any) -> bytes: ...
@overload
def dumps(dossier: Dossier, format: str, **options: Any) -> Any: ...
def dumps(dossier: Dossier, format: str = "json", **options: Any) -> Any:
    """The dossier as text (or bytes, or files by their names) in a format.

    The same dossier always gives the same text.

    >>> from bilateral.examples import astana_2025
    >>> loads(dumps(astana_2025())) == astana_2025()
    True
    """
    return _writable(format).load().write(dossier, **options)


def _readable(name: str) -> Format:
    one = find(name)
    if not one.reads:
        raise UnknownFormat(name, tuple(one.name for one in formats() if one.reads))
    return one


def _writable(name: str) -> Format:
    one = find(name)
    if not one.writes:
        raise UnknownFormat(name, tuple(one.name for one in formats() if one.writes))
    return one


def _read(one: Format, content: Content, limits: Limits, options: Mapping[str, Any]) -> Dossier:
    if not (one.binary or one.folder) and not isinstance(content, Mapping):
        content = storage.decoded(content)
    document = one.load().read(content, limits, **options)
    problems = list(document.problems)
    try:
        dossier = read_dossier(document.data)
    except ValidationError as error:
        problems += error.problems
    else:
        if not problems:
            return dossier
    raise ValidationError(document.located(problems)) from None


@contextmanager
def _named(file: str | None) -> Iterator[None]:
    """The problems found inside know the file."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError([attrs.evolve(p, file=file) for p in error.problems]) from None
