"""Where contents come from and go to: paths and open files, compressed or not.

A file or a folder is replaced as a whole. What is written stands complete beside the old one
before it takes its name, so that a crash leaves one of the two, and two writers never leave
a mixture.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from bilateral.errors import MissingExtra, Problem, ValidationError
from bilateral.formats.documents import Limits

__all__ = [
    "blocks",
    "check_size",
    "compress",
    "decoded",
    "encoded",
    "expand",
    "opened",
    "read_file",
    "read_folder",
    "replace_file",
    "replace_folder",
    "write_to",
]

_BLOCK = 2**16
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
    reader = _expander(content, io.BytesIO(content))
    if reader is None:
        return content
    with _undamaged():
        content = reader.read(limits.size + 1)
    check_size(content, limits)
    return content


def _expander(start: bytes, file: IO[bytes]) -> Any:
    if start.startswith(_GZIP):
        return gzip.GzipFile(fileobj=file)
    return _zstd().ZstdFile(file) if start.startswith(_ZSTD) else None


@contextmanager
def _undamaged() -> Generator[None, None, None]:
    try:
        yield
    except (EOFError, OSError, zlib.error) as error:
        raise ValidationError([Problem("damaged", details={"reason": str(error)})]) from None
    except Exception as error:
        if type(error).__name__ != "ZstdError":
            raise
        raise ValidationError([Problem("damaged", details={"reason": str(error)})]) from None


def check_size(content: str | bytes | Mapping[str, bytes], limits: Limits) -> None:
    """Refuse a content that is larger than it may be (``too-large``)."""
    if isinstance(content, Mapping):
        for part in content.values():
            check_size(part, limits)
    elif len(content) > limits.size:
        raise ValidationError([Problem("too-large", details={"limit": limits.size})])


def decoded(content: str | bytes, encoding: str = "utf-8-sig") -> str:
    """A text from bytes, which are UTF-8 as a rule, without a byte order mark."""
    if isinstance(content, bytes):
        try:
            return content.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            details = {"position": error.start}
            line = content.count(b"\n", 0, error.start) + 1
            raise ValidationError([Problem("not-utf-8", details=details, line=line)]) from None
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


@contextmanager
def opened(source: Any) -> Generator[IO[Any], None, None]:
    """A path opened for reading and closed again, or an open file as it is."""
    if hasattr(source, "read"):
        yield source
    else:
        with Path(source).open("rb") as file:
            yield file


def encoded(content: str | bytes) -> bytes:
    """A content as bytes; what is no character in it stays so, for the reader to find."""
    return content.encode(errors="surrogatepass") if isinstance(content, str) else content


def blocks(file: IO[Any], limits: Limits) -> Iterator[bytes]:
    """The lines of an open file, as many at a time as are there; expanded if compressed.

    A line may be as long as a content.
    """
    reader: Any = file
    if file.seekable():
        start = file.tell()
        magic = file.read(4)
        file.seek(start)
        if isinstance(magic, bytes):
            reader = _expander(magic, file) or file
    # What has come through a pipe is not kept waiting for more.
    read = getattr(reader, "read1", reader.read)
    while True:
        with _undamaged():
            block = read(_BLOCK)
            if block and block[-1:] not in ("\n", b"\n"):
                block += reader.readline(limits.size + 1)
        if not block:
            return
        yield encoded(block)


# --- writing ---------------------------------------------------------------------------------


def write_to(file: IO[Any], content: str | bytes) -> None:
    """Write to an open file, which takes either texts or bytes."""
    # Text files, in memory or not, have an encoding; so do the wrappers of `tempfile`.
    takes_text = hasattr(file, "encoding")
    if isinstance(content, bytes) and takes_text:
        raise TypeError("this format is bytes: open the file in binary mode")
    file.write(content.encode() if isinstance(content, str) and not takes_text else content)


def compress(parts: Iterable[bytes], suffix: str) -> Iterator[bytes]:
    """A content as the suffix of its file asks; equal contents give equal bytes."""
    if suffix == ".gz":
        compressor: Any = zlib.compressobj(wbits=zlib.MAX_WBITS + 16)
    elif suffix == ".zst":
        compressor = _zstd().ZstdCompressor()
    else:
        yield from parts
        return
    for part in parts:
        yield compressor.compress(part)
    yield compressor.flush()


def _zstd() -> Any:
    try:
        return import_module("compression.zstd")
    except ImportError:
        try:
            return import_module("backports.zstd")
        except ImportError:
            raise MissingExtra("zstd", "backports.zstd") from None


def replace_file(path: Path, parts: Iterable[bytes]) -> None:
    """Put a content in the place of what is at a path, or of what a link there leads to."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _write_through(file, parts)
        temporary.chmod(_mode(path, 0o666))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def replace_folder(path: Path, files: Mapping[str, bytes], suffixes: Collection[str]) -> None:
    """Put files in the place of those with the same suffixes in the folder at a path.

    That takes two steps: a crash between them leaves the old folder beside its place, under
    a name that begins with a dot.
    """
    path = path.resolve()
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
                _write_through(file, (content,))
        _exchange(path, new, old)
    finally:
        # If no folder could be put back at the place, the old one stays where it is.
        if path.exists() or not old.exists():
            shutil.rmtree(work)


def _exchange(path: Path, new: Path, old: Path) -> None:
    with suppress(FileNotFoundError):
        path.rename(old)
    try:
        new.rename(path)
    except BaseException:
        if old.exists() and not path.exists():
            old.rename(path)
        raise


def _those_with(suffixes: Collection[str]) -> Callable[[str, list[str]], list[str]]:
    def ignored(_: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(name).suffix.lower() in suffixes]

    return ignored


def _write_through(file: IO[bytes], parts: Iterable[bytes]) -> None:
    file.writelines(parts)
    file.flush()
    os.fsync(file.fileno())


def _mode(path: Path, new: int) -> int:
    """The permissions of what is there, or those that a new one would get."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return new & ~mask
