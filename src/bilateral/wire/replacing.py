"""Putting a file or folder in the place of another one: as a whole, or not at all.

What is written stands complete beside the old one before it takes its name, so that a crash
leaves one of the two, and two writers never leave a mixture. What a killed writer leaves there
is taken away by the next one: by the lock on it that one knows whether its writer lives.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

__all__ = ["replace_file", "replace_folder"]

_MARK = ".writing"
_LONGEST = 100
_OLD = "old"
# How the exchange of two names is called, and with which arguments.
_HERE, _SWAP = -100, 2
_EXCHANGES: tuple[tuple[str, Callable[[bytes, bytes], tuple[Any, ...]]], ...] = (
    ("renameat2", lambda one, other: (_HERE, one, _HERE, other, _SWAP)),
    ("renamex_np", lambda one, other: (one, other, _SWAP)),
)


def replace_file(asked: Path, parts: Iterable[bytes]) -> None:
    """Put a content in the place of what is at a path, or of what a link there leads to.

    The permissions stay, and the owner and the attributes where that is allowed. Other names
    of the same file (hard links) keep the old content. What is no file, such as a pipe or a
    device, is written into.
    """
    path = _target(asked)
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(parts)
        return
    # While it is written nobody sees more of it than of the old one.
    mode = 0o600 if path.exists() else 0o666
    with _beside(path, asked, lambda new: _touch(new, mode)) as new:
        with new.open("wb") as file:
            _write_through(file, parts)
        _take_after(path, new)
        new.replace(path)


def replace_folder(asked: Path, files: Mapping[str, bytes], suffixes: Collection[str]) -> None:
    """Put files in the place of those with the same suffixes in the folder at a path.

    Where the system cannot exchange two folders, that takes two steps: a crash between them
    leaves the old folder beside its place, under a name that begins with a dot, and the next
    writer puts it back.
    """
    path = _target(asked)
    with _beside(path, asked, lambda work: work.mkdir(0o700)) as work:
        new = work / "new"
        before: list[Path] = []
        if path.exists():
            shutil.copytree(path, new, symlinks=True, ignore=_those_with(suffixes))
            _take_after(path, new)
            before = sorted(
                (one for one in path.iterdir() if one.suffix.lower() in suffixes),
                key=lambda one: one.lstat().st_mode,
            )
        else:
            new.mkdir()
        for name, content in files.items():
            with (new / name).open("wb") as file:
                _write_through(file, (content,))
            # A table that was not there is for nobody who may not see another one.
            for old in (path / name, *before):
                if old in before:
                    _take_after(old, new / name)
                    break
        _exchange(path, new)


def _target(path: Path) -> Path:
    """The target of a path, which need not exist."""
    # A link to itself is an error of the system.
    with suppress(FileNotFoundError):
        path.stat()
    return path.resolve()


@contextmanager
def _beside(path: Path, asked: Path, make: Callable[[Path], None]) -> Generator[Path, None, None]:
    """A new place beside a path, for as long as something is written there.

    Errors name the path that was ``asked`` for.
    """
    _take_away_leftovers(path)
    start = path.parent / f".{path.name[:_LONGEST]}."
    place, lock = start, None
    try:
        while lock is None:
            place = Path(f"{start}{secrets.token_hex(8)}{_MARK}")
            make(place)
            lock = _lock(place, wait=True)
        with lock:
            # Before the lock ends: nobody else takes away what is taken away here.
            lock.callback(_remove, place, path)
            yield place
    except OSError as error:
        if not str(error.filename).startswith(str(start)):
            raise
        raise OSError(error.errno, error.strerror, os.fspath(asked)) from None
    finally:
        _remove(place, path)


def _lock(place: Path, *, wait: bool) -> ExitStack | None:
    """A lock that ends with the process; nothing if another one has it, or the place is gone.

    Where there are no locks, who writes does without; nobody takes away what others left.
    """
    lock = ExitStack()
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        descriptor = os.open(place, os.O_RDONLY)
        lock.callback(os.close, descriptor)
        flock(descriptor, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), place.stat()):
            return lock
    except FileNotFoundError:
        pass
    except (ImportError, OSError):
        if wait:
            return lock
    lock.close()
    return None


def _take_away_leftovers(path: Path) -> None:
    """Remove what killed writers left beside a path."""
    name = re.escape(path.name[:_LONGEST])
    pattern = re.compile(rf"\.{name}\.[0-9a-f]{{16}}{re.escape(_MARK)}")
    left: list[Path] = []
    with suppress(OSError), os.scandir(path.parent) as found:
        left = [Path(entry) for entry in found if pattern.fullmatch(entry.name)]
    for place in left:
        lock = _lock(place, wait=False)
        if lock is not None:
            with lock:
                for old in place.glob(f"{_OLD}*"):
                    if not path.exists():
                        old.rename(path)
                _remove(place, path)


def _remove(place: Path, path: Path) -> None:
    """Remove a place beside a path; but not an old folder that could not be put back."""
    if not path.exists() and any(place.glob(f"{_OLD}*")):
        return
    try:
        _delete(place)
    except KeyboardInterrupt:
        _delete(place)
        raise


def _delete(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)


def _touch(path: Path, mode: int) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))


def _take_after(old: Path, new: Path) -> None:
    """Give something new the permissions of the old, and its owner where that is allowed."""
    if not old.exists():
        return
    was = old.stat()
    for owner in ((-1, was.st_gid), (was.st_uid, was.st_gid)):
        # Not every system knows it, and few allow it.
        with suppress(OSError, AttributeError):
            os.chown(new, *owner)
    shutil.copystat(old, new)
    os.utime(new)


def _write_through(file: IO[bytes], parts: Iterable[bytes]) -> None:
    file.writelines(parts)
    file.flush()
    os.fsync(file.fileno())


def _those_with(suffixes: Collection[str]) -> Callable[[str, list[str]], list[str]]:
    def ignored(_: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(name).suffix.lower() in suffixes]

    return ignored


def _exchange(path: Path, new: Path) -> None:
    number = 0
    while True:
        if _swapped(path, new):
            return
        old = new.with_name(f"{_OLD}{number}")
        with suppress(FileNotFoundError):
            path.rename(old)
        try:
            new.rename(path)
        except BaseException as error:
            if old.exists() and not path.exists():
                old.rename(path)
            # Another writer was there between the two steps.
            if getattr(error, "errno", None) not in (errno.EEXIST, errno.ENOTEMPTY):
                raise
            number += 1
        else:
            return


def _swapped(path: Path, new: Path) -> bool:
    """Whether the system has exchanged two folders in one step."""
    import ctypes

    # On some systems there is no such thing.
    with suppress(OSError, TypeError):
        library = ctypes.CDLL(None)
        for name, arguments in _EXCHANGES:
            call = getattr(library, name, None)
            if call is not None:
                return bool(call(*arguments(os.fsencode(path), os.fsencode(new))) == 0)
    return False
