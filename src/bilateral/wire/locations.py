"""Locations of dossiers: paths and open files, and the formats that their names tell."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO, Any, TypeGuard

from bilateral.wire.registry import Format, find, name_of

__all__ = ["Location", "file_name", "format_of", "is_path", "path_of"]

Location = str | os.PathLike[str] | IO[str] | IO[bytes]


def format_of(file: Any, name: str | None) -> Format:
    """The format with a name, or that of a path or an open file with one."""
    if name:
        return find(name)
    if is_path(file):
        path = path_of(file)
        return find(name_of(path, folder=path.is_dir()))
    return find(name_of(file_name(file) or ""))


def is_path(source: object) -> TypeGuard[str | os.PathLike[str]]:
    """Whether it is a path, be it as text."""
    return isinstance(source, (str, os.PathLike))


def file_name(source: Any) -> str | None:
    """The name of a path or an open file, if it has one."""
    name: Any = os.fspath(source) if is_path(source) else None
    name = name or getattr(source, "name", None)
    return name if isinstance(name, str) else None


def path_of(given: str | os.PathLike[str]) -> Path:
    """A path; one that is empty leads nowhere, and not to the folder where we are."""
    if not os.fspath(given):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), given)
    return Path(given)
