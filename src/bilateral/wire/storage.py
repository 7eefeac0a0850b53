"""Storage of contents: paths and open files, compressed or not."""

from __future__ import annotations

import errno
import gzip
import io
import os
import zlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.wire.documents import Limits

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
    "write_to",
]

_BLOCK = 2**16
_PIECE = 2**20
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
# What any compressed file may grow to, however small it is: every format reads that in a second.
_SMALL = 100_000


# --- reading ---------------------------------------------------------------------------------


def read_file(file: IO[Any], limits: Limits) -> str | bytes:
    """All that is in an open file, expanded if it is compressed."""
    # Between one part and the next, an interrupt is heard.
    content = _all(getattr(file, "read1", file.read), limits)
    return content if isinstance(content, str) else expand(content, limits)


def _all(read: Callable[[int], Any], limits: Limits, taken: int = 0) -> Any:
    """The rest of what there is to read; so much was ``taken`` before."""
    pieces: list[Any] = []
    left = limits.size - taken + 1
    # A pipe or socket gives what has arrived, which may be a part.
    while left > 0 and (piece := _some(read(min(left, _PIECE)))):
        pieces.append(piece)
        left -= len(piece)
    if left <= 0:
        raise ValidationError([Problem("too-large", details={"limit": limits.size})])
    return pieces[0][:0].join(pieces) if pieces else b""


def _some(content: Any) -> Any:
    """The content that was read; an error where there is none yet."""
    if content is None:
        raise BlockingIOError(errno.EAGAIN, "there is nothing to read yet")
    return content


def expand(content: bytes, limits: Limits) -> bytes:
    """The content of a compressed file, told by its first bytes; any other as it is.

    Raises `ValidationError`: ``too-large``, ``expands-too-much``, ``damaged``; `MissingExtra`.
    """
    reader = _expander(content, io.BytesIO(content), limits)
    expanded: bytes = content if reader is None else _all(reader.read, limits)
    return expanded


def _expander(start: bytes, file: IO[bytes], limits: Limits) -> _Expander | None:
    if start.startswith(_GZIP):
        return _Expander(gzip.GzipFile(fileobj=file), file, limits)
    return _Expander(_zstd().ZstdFile(file), file, limits) if start.startswith(_ZSTD) else None


class _Expander:
    """Reads a compressed file, which may not grow more than it may."""

    def __init__(self, reader: Any, file: IO[bytes], limits: Limits) -> None:
        self._reader, self._file, self._limits = reader, file, limits
        self._start = file.tell()
        self._expanded = 0

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        return self._checked(self._reader.read, size)

    def readline(self, size: int) -> bytes:
        """The rest of a line, at most so many bytes."""
        parts: list[bytes] = []
        while size > 0 and (part := self._checked(self._reader.readline, min(size, _PIECE))):
            parts.append(part)
            size -= len(part)
            if part.endswith(b"\n"):
                break
        return b"".join(parts)

    def _checked(self, read: Any, size: int) -> bytes:
        with _undamaged():
            part: bytes = read(size)
        self._expanded += len(part)
        limits = self._limits
        taken = self._file.tell() - self._start
        if self._expanded > max(_SMALL, taken * limits.expansion):
            details = {"limit": limits.expansion}
            raise ValidationError([Problem("expands-too-much", details=details)])
        return part


@contextmanager
def _undamaged() -> Generator[None, None, None]:
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
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
    if os.open not in os.supports_dir_fd:
        return _files(path, None, suffixes, limits)
    while True:
        # Held open, it stays the one that it is, though another one may take its place.
        folder = os.open(path, os.O_RDONLY)
        try:
            with suppress(FileNotFoundError):
                files = _files(folder, folder, suffixes, limits)
                if os.path.samestat(os.fstat(folder), path.stat()):
                    return files
        finally:
            os.close(folder)


def _files(
    folder: int | Path, descriptor: int | None, suffixes: Collection[str], limits: Limits
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    taken = 0
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if Path(entry.name).suffix.lower() not in suffixes:
            continue
        if not entry.is_file(follow_symlinks=False):
            raise ValidationError([Problem("not-a-file", (), entry.name)])
        with open(entry.path, "rb", opener=partial(os.open, dir_fd=descriptor)) as file:
            files[entry.name] = _all(file.read, limits, taken)
        taken += len(files[entry.name])
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
            reader = _expander(magic, file, limits) or file
    # What has come through a pipe is not kept waiting for more.
    read = getattr(reader, "read1", reader.read)
    while block := _some(read(_BLOCK)):
        if block[-1:] not in ("\n", b"\n"):
            block += reader.readline(limits.size + 1)
        yield encoded(block)


# --- writing ---------------------------------------------------------------------------------


def write_to(file: IO[Any], content: str | bytes) -> None:
    """Write to an open file, which takes either texts or bytes."""
    # Text files, in memory or not, have an encoding; so do the wrappers of `tempfile`.
    takes_text = hasattr(file, "encoding")
    if isinstance(content, bytes) and takes_text:
        raise TypeError("this format is bytes: open the file in binary mode")
    left: Any = content.encode() if isinstance(content, str) and not takes_text else content
    while left:
        # One without a buffer takes what it can, and says how much that was.
        written = file.write(left)
        if written is None:
            return
        left = left[written:]


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
