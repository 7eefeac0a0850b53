"""Reading and writing dossiers: one module a format, one table that names them."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Protocol, cast

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import Problem, UnknownFormat, ValidationError
from bilateral.formats.documents import Document
from bilateral.formats.records import read_dossier, write_dossier

__all__ = ["FORMATS", "Format", "dump", "dumps", "load", "loads"]


@attrs.frozen
class Format:
    """A way to write a dossier: its name, the suffixes of its files, the extra that it needs."""

    name: str
    suffixes: tuple[str, ...]
    extra: str | None = None


FORMATS = (
    Format("json", (".json",)),
    Format("yaml", (".yaml", ".yml"), extra="yaml"),
)


class _Module(Protocol):
    def read(self, text: str) -> Document: ...
    def write(self, data: Any) -> str: ...


def _module(name: str) -> _Module:
    if name not in {one.name for one in FORMATS}:
        raise UnknownFormat(name, tuple(one.name for one in FORMATS))
    return cast("_Module", import_module(f"{__name__}.{name}"))


def _format_of(path: str | os.PathLike[str]) -> str:
    suffix = Path(path).suffix.lower()
    for one in FORMATS:
        if suffix in one.suffixes:
            return one.name
    raise UnknownFormat(suffix, tuple(suffix for one in FORMATS for suffix in one.suffixes))


def load(
    source: str | os.PathLike[str] | IO[str] | IO[bytes], *, format: str | None = None
) -> Dossier:
    """The dossier in a file: a path, or an open file with the name of its ``format``.

    The format of a path follows from its suffix. Raises `ValidationError` with every problem
    and its place, `UnknownFormat`, `MissingExtra`, and ``OSError`` as `open` does.

    >>> import bilateral as bl
    >>> dossier = bl.load("register.json")  # doctest: +SKIP
    """
    if hasattr(source, "read"):
        name = getattr(source, "name", None)
        text = source.read()
        return _loads(text, format or _format_of(str(name)), str(name) if name else None)
    return _loads(Path(source).read_bytes(), format or _format_of(source), os.fspath(source))


def loads(text: str | bytes, format: str = "json") -> Dossier:
    """The dossier in a text (or UTF-8 bytes) of a format; errors as for `load`.

    >>> loads('{"bilateral": "1"}')
    <Dossier: empty>
    """
    return _loads(text, format, None)


def _loads(content: str | bytes, name: str, file: str | None) -> Dossier:
    try:
        return _read(_module(name), _decoded(content))
    except ValidationError as error:
        raise ValidationError([attrs.evolve(p, file=file) for p in error.problems]) from None


def _read(module: _Module, text: str) -> Dossier:
    document = module.read(text)
    try:
        return read_dossier(document.data)
    except ValidationError as error:
        raise ValidationError(document.located(error.problems)) from None


def _decoded(content: str | bytes) -> str:
    if isinstance(content, bytes):
        try:
            content = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            details = {"position": error.start}
            raise ValidationError([Problem("not-utf-8", details=details)]) from None
    return content.removeprefix("\ufeff")


def dump(
    dossier: Dossier, target: str | os.PathLike[str] | IO[str], *, format: str | None = None
) -> None:
    """Write a dossier to a file: a path, or an open text file with the name of its ``format``.

    A file at the path is replaced as a whole or, if anything fails, not at all.
    """
    if hasattr(target, "write"):
        target.write(dumps(dossier, format or _format_of(str(getattr(target, "name", "")))))
        return
    _replace(Path(target), dumps(dossier, format or _format_of(target)).encode())


def dumps(dossier: Dossier, format: str = "json") -> str:
    """The dossier as text in a format; the same dossier always gives the same text.

    >>> from bilateral.examples import astana_2025
    >>> loads(dumps(astana_2025())) == astana_2025()
    True
    """
    return _module(format).write(write_dossier(dossier))


def _replace(path: Path, content: bytes) -> None:
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is there, or those that a new one would get."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
