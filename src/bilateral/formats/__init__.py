"""Reading and writing dossiers: one module a format, one table that names them."""

from __future__ import annotations

import errno
import gc as collector
import io
import os
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from inspect import Parameter, signature
from pathlib import Path
from threading import Lock
from typing import IO, Any, Literal, cast, overload

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import instance, unknown
from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.problems import DataWarning, Problem, ValidationError, wrong_type_problem
from bilateral.wire import storage
from bilateral.wire.documents import Limits, flagged
from bilateral.wire.records import read_dossier
from bilateral.wire.registry import (
    FORMATS,
    Codec,
    Content,
    Format,
    find,
    formats,
    name_of,
    register,
)
from bilateral.wire.replacing import replace_file, replace_folder

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
    "stream",
]

Source = str | os.PathLike[str] | IO[str] | IO[bytes]
OnError = Literal["raise", "skip"]

_LIMITS = Limits()
# Objects that are new to the garbage collector.
_MANY = 100_000
# Frozen ones that are not the user's: Python has some hundreds of its own from 3.12 on.
_FEW = 1000
# Whoever has it has paused the collector.
_pause = Lock()
# What functions of a format take that is no option of a caller.
_NO_OPTIONS = frozenset({"old", "skip"})


def load(
    source: Source,
    *,
    format: str | None = None,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Any,
) -> Dossier:
    """The dossier in a file or folder: a path, or an open file.

    The format of a path follows from its suffix, as does that of an open file with a name;
    for any other say its ``format``. A compressed file (``.gz``, ``.zst``) is expanded.
    ``options`` go to the format.

    Raises `ValidationError` with every problem and its place, `UnknownFormat`,
    `MissingExtra`, and ``OSError`` as `open` does. With ``on_error="skip"``, records in error
    are left out instead, as are sheets and rows that belong to nothing. What was left out,
    fields of a newer version that are not known here, and characters that change the
    direction of writing are added to the list ``report``; without one, a `DataWarning` lists
    them.

    The cyclic garbage collector rests while a file is read, unless ``gc`` is true: it would
    look again and again through records none of which can go. There is one for the whole
    program: it rests for other threads, too.

    >>> import bilateral as bl
    >>> dossier = bl.load("register.json")  # doctest: +SKIP
    """
    if not isinstance(source, (str, os.PathLike)):
        name = getattr(source, "name", None)
        file = name if isinstance(name, str) else None
        one = _readable(format or name_of(file or ""))
        with _named(file):
            content: Content = storage.read_file(source, instance(Limits, limits))
    else:
        path, file = _path(source), os.fspath(source)
        one = _readable(format or name_of(path, folder=path.is_dir()))
        with _named(file):
            if one.folder and path.is_dir():
                content = storage.read_folder(path, one.suffixes, instance(Limits, limits))
            else:
                with path.open("rb") as opened:
                    content = storage.read_file(opened, instance(Limits, limits))
    with _named(file), _reported(report, file) as notices, _collector(running=gc):
        content = _content(one, content, file)
        dossier = _read(one, content, limits, notices, options, skip=on_error == "skip")
        notices.extend(_unusual(dossier))
        return dossier


def loads(
    content: Content,
    format: str = "json",
    *,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Any,
) -> Dossier:
    """The dossier in a text, in bytes, or in the files of a folder by their names.

    Bytes of a format of texts are UTF-8. All else is as for `load`.

    >>> loads('{"bilateral": "1"}').read_version
    '1'
    """
    one = _readable(format)
    content = _content(one, content, None)
    if isinstance(content, bytes):
        content = storage.expand(content, instance(Limits, limits))
    storage.check_size(content, instance(Limits, limits))
    with _reported(report, None) as notices, _collector(running=gc):
        dossier = _read(one, content, limits, notices, options, skip=on_error == "skip")
        notices.extend(_unusual(dossier))
        return dossier


def stream(
    source: Source,
    *,
    format: str | None = None,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Agreement]:
    """The agreements in a file, one after the other; neither file nor agreements are held.

    For formats that ``streams``, such as JSON Lines. What agreements refer to stands before
    them and is held: partners, sources, and those agreements that others refer to. To know
    these, the file is first searched for references; one that cannot be read twice may have
    none. ``limits.size`` holds for a line. All else is as for `load`.

    >>> import io
    >>> list(stream(io.BytesIO(b'{"bilateral": "1"}'), format="jsonl"))
    []
    """
    name: Any = getattr(source, "name", None)
    if isinstance(source, (str, os.PathLike)):
        name = os.fspath(source)
    file = name if isinstance(name, str) else None
    if not hasattr(source, "read"):
        source = _path(cast("str", source))
    one = _readable(format or name_of(file or ""))
    if not one.streams:
        raise UnknownFormat(one.name, tuple(each.name for each in formats() if each.streams))
    codec: Any = one.load()
    with _named(file), _reported(report, file) as notices, storage.opened(source) as opened:
        parents: set[str] = set()
        if opened.seekable():
            start = opened.tell()
            parents = codec.parents_in(storage.blocks(opened, limits))
            opened.seek(start)
        yield from codec.stream_lines(
            storage.blocks(opened, limits),
            limits,
            notices,
            parents=parents,
            skip=on_error == "skip",
        )


def dump(
    dossier: Dossier | Agreement | Iterable[Agreement],
    target: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,
    **options: Any,
) -> None:
    """Write a dossier, or agreements with all that they refer to, to a path or an open file.

    The format follows from the suffix or is named; a path that ends with ``.gz`` or ``.zst``
    is compressed. ``options`` go to the format (`ValidationError`: ``unknown-option``). What
    is at the path is replaced as a whole or, if anything fails, not at all; of a folder, files
    of another kind stay. A pipe or a device is written into. A YAML file keeps its comments.

    A format that ``streams`` takes agreements one after the other, and holds none of them.
    """
    if not isinstance(target, (str, os.PathLike)):
        one = _writable(format or name_of(str(getattr(target, "name", ""))))
        content = _written(one, dossier, options)
        if isinstance(content, Mapping):
            raise TypeError(f"{one.name} is a folder of files: give a path")
        for part in (content,) if isinstance(content, (str, bytes)) else content:
            storage.write_to(target, part)
        return
    path = _path(target)
    one = _writable(format or name_of(path, folder=path.is_dir()))
    if one.edits and path.is_file():
        options = {"old": path.read_bytes(), **options}
    content = _written(one, dossier, options)
    if isinstance(content, Mapping):
        replace_folder(path, content, one.suffixes)
    else:
        replace_file(path, storage.compress(_parts(content), path.suffix.lower()))


_Texts = Literal["icalendar", "json", "jsonl", "toml", "yaml"]
_Binaries = Literal["msgpack", "xlsx"]


@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement], format: _Texts = "json", **options: Any
) -> str: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement], format: _Binaries, **options: Any
) -> bytes: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement], format: str, **options: Any
) -> Any: ...
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement], format: str = "json", **options: Any
) -> Any:
    """The dossier as text (or bytes, or files by their names) in a format.

    Agreements are written with all that they refer to. The same dossier always gives the same
    text.

    >>> from bilateral.examples import astana_2025
    >>> loads(dumps(astana_2025())) == astana_2025()
    True
    """
    content = _written(_writable(format), dossier, options)
    return content if isinstance(content, (str, bytes, Mapping)) else "".join(content)


def _path(given: str | os.PathLike[str]) -> Path:
    """A path; one that is empty leads nowhere, and not to the folder where we are."""
    if not os.fspath(given):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), given)
    return Path(given)


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


def _content(one: Format, content: Any, file: str | None) -> Content:
    """A content as the format has it: a text or bytes, or the files of a folder."""
    if isinstance(content, (bytearray, memoryview)):
        content = bytes(content)
    if isinstance(content, (str, bytes)):
        raw = storage.encoded(content) if one.binary or one.folder else content
        return {Path(file or one.name).name: cast("bytes", raw)} if one.folder else raw
    if not (isinstance(content, Mapping) and one.folder):
        raise ValidationError([wrong_type_problem("text", content)])
    if not content:
        raise ValidationError([Problem("no-files", details={"suffix": one.suffixes[0]})])
    return cast("Mapping[str, bytes]", content)


def _options(one: Format, call: Callable[..., Any], options: Mapping[str, Any]) -> None:
    """Refuse options that a function of a format does not take."""
    parameters = signature(call).parameters.values()
    if any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = {
        parameter.name
        for parameter in parameters
        if parameter.kind is Parameter.KEYWORD_ONLY or parameter.default is not Parameter.empty
    }
    problems = [unknown("unknown-option", name, known - _NO_OPTIONS) for name in options]
    problems = [problem for problem in problems if problem.value not in known]
    if problems:
        details = {"format": one.name}
        raise ValidationError(attrs.evolve(problem, details=details) for problem in problems)


def _read(
    one: Format,
    content: Content,
    limits: Limits,
    notices: list[Problem],
    options: Mapping[str, Any],
    *,
    skip: bool,
) -> Dossier:
    codec: Any = one.load()
    if not (one.folder or one.binary or isinstance(content, Mapping)):
        raw = storage.encoded(content)
        notices += flagged(raw)
        if one.streams:
            _options(one, codec.read_lines, options)
            blocks = storage.blocks(io.BytesIO(raw), limits)
            return cast("Dossier", codec.read_lines(blocks, limits, notices, skip=skip, **options))
        at_once = getattr(codec, "read_at_once", None)
        # What it lets through is not nested more than that.
        if at_once and not options and limits.depth >= _LIMITS.depth:
            whole: Dossier | None = at_once(raw)
            if whole is not None:
                return whole
        content = storage.decoded(content)
    _options(one, codec.read, options)
    document = codec.read(content, limits, **options)
    problems: list[Problem] = list(document.problems)
    found: list[Problem] = []
    (found if skip else problems).extend(document.left_out)
    try:
        dossier = read_dossier(document.data, notices=found, skip=skip, depth=limits.depth)
    except ValidationError as error:
        raise ValidationError(document.located([*problems, *error.problems])) from None
    if problems:
        raise ValidationError(document.located(problems))
    if found or document.notices:
        notices += document.located([*document.notices, *found])
    return dossier


def _unusual(dossier: Dossier) -> Iterator[Problem]:
    """What the agreements themselves have to tell."""
    for index, agreement in enumerate(dossier.agreements):
        if len(agreement.events) > 1:
            for problem in agreement.notices:
                yield problem.at("agreements", index)


def _written(
    one: Format, source: Dossier | Agreement | Iterable[Agreement], options: Mapping[str, Any]
) -> Content | Iterator[str]:
    codec: Any = one.load()
    write = codec.write_lines if one.streams else codec.write
    _options(one, write, options)
    if isinstance(source, Agreement):
        source = (source,)
    if not (one.streams or isinstance(source, Dossier)):
        source = Dossier(agreements=source)
    return cast("Content | Iterator[str]", write(source, **options))


def _parts(content: str | bytes | Iterator[str]) -> Iterator[bytes]:
    for part in (content,) if isinstance(content, (str, bytes)) else content:
        yield part.encode() if isinstance(part, str) else part


@contextmanager
def _named(file: str | None) -> Generator[None, None, None]:
    """The problems found inside know the file."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError([attrs.evolve(p, file=file) for p in error.problems]) from None


@contextmanager
def _reported(
    report: list[Problem] | None, file: str | None
) -> Generator[list[Problem], None, None]:
    """What is found inside and is no error goes to a report, or becomes a warning."""
    notices: list[Problem] = []
    yield notices
    notices = [attrs.evolve(problem, file=file) for problem in notices]
    if report is not None:
        report += notices
    elif notices:
        # Seen from the caller of `load` or `loads`: two frames of contextlib are between.
        warnings.warn(DataWarning(notices), stacklevel=4)


@contextmanager
def _collector(*, running: bool) -> Generator[None, None, None]:
    """The cyclic garbage collector as asked for, and afterwards as it was.

    Of readers at the same time the first one pauses it, and lets it go on at its own end:
    however many follow each other, it comes to its work.
    """
    pause = not running and _pause.acquire(blocking=False)
    if pause and not collector.isenabled():
        _pause.release()
        pause = False
    if pause:
        collector.disable()
    try:
        yield
    finally:
        if pause:
            _pause.release()
            if collector.get_count()[0] > _MANY and collector.get_freeze_count() < _FEW:
                # All that was made would be looked at once more, as if it were young.
                collector.freeze()
                collector.unfreeze()
            collector.enable()
