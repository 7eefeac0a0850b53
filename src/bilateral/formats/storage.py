"""Where contents come from and go to: paths and open files, compressed or not.

A file or a folder is replaced as a whole. What is written stands complete beside the old one
before it takes its name, so that a crash leaves one of the two, and two writers never leave
a mixture.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO, Any

from bilateral.errors import MissingExtra, Problem, ValidationError
from bilateral.formats.documents import Limits

__all__ = [
    "check_size",
    "compress",
    "decoded",
    "expand",
    "read_file",
    "read_folder",
    "replace",
    "write_to",
]

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"


# --- reading ---------------------------------------------------------------------------------


def read_file(file: IO[Any], limits: Limits) -> str | bytes:
    """All that is in an open file, expanded if it is compressed."""
    content = file.read(limits.size + 1)
    check_size(content, limits)
    return content if isinstance(content, str) else expand(content, limits)


def expand(content: bytes, limits: Limits) -> bytes:
    """The content of a compressed file, told by its first bytes; any other as it is.

    Raises `ValidationError`: ``too-large``, ``damaged``; `MissingExtra`.
    """
    if content.startswith(_GZIP):
        return _expanded(gzip.GzipFile(fileobj=io.BytesIO(content)), limits, OSError)
    if content.startswith(_ZSTD):
        zstd = _zstd()
        return _expanded(zstd.ZstdFile(io.BytesIO(content)), limits, zstd.ZstdError)
    return content


def _expanded(file: Any, limits: Limits, failure: type[Exception]) -> bytes:
    import zlib

    try:
        content: bytes = file.read(limits.size + 1)
    except (EOFError, zlib.error, failure) as error:
        raise ValidationError([Problem("damaged", details={"reason": str(error)})]) from None
    check_size(content, limits)
    return content


def check_size(content: str | bytes | Mapping[str, bytes], limits: Limits) -> None:
    """Refuse a content that is larger than it may be (``too-large``)."""
    if isinstance(content, Mapping):
        for part in content.values():
            check_size(part, limits)
    elif len(content) > limits.size:
        raise ValidationError([Problem("too-large", details={"limit": limits.size})])


def decoded(content: str | bytes) -> str:
    """A text from UTF-8 bytes, without a byte order mark."""
    if isinstance(content, bytes):
        try:
            content = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            details = {"position": error.start}
            raise ValidationError([Problem("not-utf-8", details=details)]) from None
    return content.removeprefix("\ufeff")


def read_folder(path: Path, suffixes: Collection[str], limits: Limits) -> dict[str, bytes]:
    """The files of a folder with one of the suffixes, by their names.

    A link is not followed: it could lead anywhere (``not-a-file``).
    """
    files: dict[str, bytes] = {}
    left = limits.size
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if Path(entry.name).suffix.lower() not in suffixes:
            continue
        if not entry.is_file(follow_symlinks=False):
            raise ValidationError([Problem("not-a-file", (), entry.name)])
        with Path(entry).open("rb") as file:
            files[entry.name] = file.read(left + 1)
        left -= len(files[entry.name])
        if left < 0:
            raise ValidationError([Problem("too-large", details={"limit": limits.size})])
    return files


# --- writing ---------------------------------------------------------------------------------


def write_to(file: IO[Any], content: str | bytes) -> None:
    """Write to an open file, which takes either texts or bytes."""
    # Text files, in memory or not, have an encoding; so do the wrappers of `tempfile`.
    takes_text = hasattr(file, "encoding")
    if isinstance(content, bytes) and takes_text:
        raise TypeError("this format is bytes: open the file in binary mode")
    file.write(content.encode() if isinstance(content, str) and not takes_text else content)


def compress(content: bytes, suffix: str) -> bytes:
    """The content as the suffix of its file asks; equal contents give equal bytes."""
    if suffix == ".gz":
        return gzip.compress(content, mtime=0)
    if suffix == ".zst":
        compressed: bytes = _zstd().compress(content)
        return compressed
    return content


def _zstd() -> Any:
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            raise MissingExtra("zstd", "backports.zstd") from None
    return zstd


def replace(path: Path, content: bytes | Mapping[str, bytes], suffixes: Collection[str]) -> None:
    """Put a content in the place of the file or folder at a path.

    Of an old folder the files with other ``suffixes`` stay. A folder is replaced in two
    steps: a crash between them leaves the old one beside its place, under a name with a dot.
    """
    path = path.resolve()
    if isinstance(content, bytes):
        _replace_file(path, content)
    else:
        _replace_folder(path, content, suffixes)


def _replace_file(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _write_through(file, content)
        temporary.chmod(_mode(path, 0o666))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _replace_folder(path: Path, files: Mapping[str, bytes], suffixes: Collection[str]) -> None:
    work = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    new, old = work / "new", work / "old"
    try:
        if path.exists():
            shutil.copytree(path, new, symlinks=True, ignore=_those_with(suffixes))
        else:
            new.mkdir()
        new.chmod(_mode(path, 0o777))
        for name, content in files.items():
            with (new / name).open("wb") as file:
                _write_through(file, content)
        _exchange(path, new, old)
    finally:
        # If no folder could be put back at the place, the old one stays where it is.
        if path.exists() or not old.exists():
            shutil.rmtree(work)


def _exchange(path: Path, new: Path, old: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.rename(old)
    try:
        new.rename(path)
    except BaseException:
        if old.exists() and not path.exists():
            old.rename(path)
        raise


def _those_with(suffixes: Collection[str]) -> Any:
    return lambda _, names: [name for name in names if Path(name).suffix.lower() in suffixes]


def _write_through(file: IO[bytes], content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _mode(path: Path, new: int) -> int:
    """The permissions of what is there, or those that a new one would get."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return new & ~mask
