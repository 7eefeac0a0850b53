"""Load, dump and stream dossiers: from files, folders, texts and bytes, and to them."""

from __future__ import annotations

import datetime
import errno
import io
import os
import warnings
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from inspect import Parameter, signature
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, TypedDict, TypeGuard, Unpack, cast, overload

import attrs

from bilateral.agreements import Agreement
from bilateral.coercion import instance, unknown
from bilateral.dates.partial_dates import Day
from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.literals import BuiltInFormat, FormatName, Lang
from bilateral.problems import DataWarning, Problem, ValidationError, wrong_type_problem
from bilateral.wire import storage
from bilateral.wire.documents import Limits, flagged
from bilateral.wire.garbage import paused
from bilateral.wire.records import read_dossier
from bilateral.wire.registry import (
    Content,
    DirectCodec,
    Format,
    ReadingCodec,
    StreamingCodec,
    WritingCodec,
    find,
    formats,
    name_of,
)
from bilateral.wire.replacing import replace_file, replace_folder

__all__ = ["dump", "dumps", "load", "loads", "stream"]

Source = str | os.PathLike[str] | IO[str] | IO[bytes]
OnError = Literal["raise", "skip"]


class ReadOptions(TypedDict, total=False):
    """The options of the package's formats for reading; ``docs/howto/spreadsheets.md``.

    ``lang`` is the language to try first in sheets, ``encoding`` that of files that are not
    UTF-8, ``separator`` the one of CSV.
    """

    lang: Lang | None
    encoding: str | None
    separator: str | None


class WriteOptions(TypedDict, total=False):
    """The options of the package's formats for writing.

    ``lang`` is the language of sheets, pages and calendars, ``separator`` the one of CSV. The
    others are those of calendars; `bilateral.formats.icalendar.write` explains them.
    """

    lang: Lang | None
    separator: str | None
    start: Day | None
    end: Day | None
    alarms: Iterable[int]
    stamp: datetime.datetime | None
    register: str | None


_LIMITS = Limits()
# What functions of a format take that is no option of a caller.
_NO_OPTIONS = frozenset({"old", "skip"})


@overload
def load(
    source: Source,
    *,
    format: FormatName | None = None,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Unpack[ReadOptions],
) -> Dossier: ...
@overload
def load(
    source: Source,
    *,
    format: str,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Any,
) -> Dossier: ...
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
    """Read a dossier from a file or folder: ``source`` is a path, or an open file.

    The format of a path follows from its suffix, as does that of an open file with a name;
    for any other say its ``format``. A compressed file (``.gz``, ``.zst``) is expanded, within
    ``limits``. ``options`` go to the format: ``lang``, ``encoding`` and ``separator`` to sheets.

    Raises `ValidationError` with every problem and its place, `UnknownFormat`,
    `MissingExtra`, and ``OSError`` as `open` does. With ``on_error="skip"``, records in error
    are left out instead, as are sheets and rows that belong to nothing. What was left out,
    fields of a newer version that are not known here, and characters that change the
    direction of writing are added to the list ``report``; without one, a `DataWarning` lists
    them.

    Garbage collection is paused while a file is read, unless ``gc`` is true: it would look
    again and again through records none of which can go. There is one collector for the whole
    program: it is paused for other threads, too.

    >>> import bilateral as bl
    >>> dossier = bl.load("register.json")  # doctest: +SKIP
    """
    read = _Read(
        _format_of(source, format),
        _file_of(source),
        on_error=on_error,
        report=report,
        limits=limits,
        options=options,
    )
    with read:
        return read.dossier(read.content_of(source), running=gc)


@overload
def loads(
    content: Content,
    format: BuiltInFormat = "json",
    *,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Unpack[ReadOptions],
) -> Dossier: ...
@overload
def loads(
    content: Content,
    format: str,
    *,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Any,
) -> Dossier: ...
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
    """Read a dossier from a text, bytes, or the files of a folder by their names.

    Inverse of `dumps`. Bytes of a ``format`` of texts are UTF-8. All else is as for `load`.

    >>> loads('{"bilateral": "1"}').read_version
    '1'
    """
    read = _Read(
        find(format), None, on_error=on_error, report=report, limits=limits, options=options
    )
    with read:
        content = read.converted(content)
        if isinstance(content, bytes):
            content = storage.expand(content, read.limits)
        storage.check_size(content, read.limits)
        return read.dossier(content, running=gc)


def stream(
    source: Source,
    *,
    format: FormatName | None = None,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Agreement]:
    """Read the agreements in a file, one after the other; neither file nor agreements are held.

    For formats that ``streams``, such as JSON Lines. What agreements refer to comes before
    them and is held: partners, sources, and those agreements that others refer to. To know
    these, the file is first searched for references; one that cannot be read twice may have
    none. ``limits.size`` holds for a line. All else is as for `load`.

    >>> import io
    >>> list(stream(io.BytesIO(b'{"bilateral": "1"}'), format="jsonl"))
    []
    """
    read = _Read(
        _format_of(source, format),
        _file_of(source),
        on_error=on_error,
        report=report,
        limits=limits,
    )
    with read:
        yield from read.agreements(source)


@overload
def dump(
    dossier: Dossier | Agreement | Iterable[Agreement],
    target: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: FormatName | None = None,
    **options: Unpack[WriteOptions],
) -> None: ...
@overload
def dump(
    dossier: Dossier | Agreement | Iterable[Agreement],
    target: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str,
    **options: Any,
) -> None: ...
def dump(
    dossier: Dossier | Agreement | Iterable[Agreement],
    target: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    format: str | None = None,
    **options: Any,
) -> None:
    """Write a dossier, or agreements with all that they refer to, to a path or an open file.

    Inverse of `load`. The ``format`` follows from the suffix of the ``target`` or is named; a
    path that ends with ``.gz`` or ``.zst`` is compressed. ``options`` go to the format. What is
    at the path is replaced as a whole or, if anything fails, not at all; of a folder, files
    of another kind stay. A pipe or a device is written into. A YAML file keeps its comments.

    A format that ``streams`` takes agreements one after the other, and holds none of them.

    Raises `UnknownFormat`, `MissingExtra`, `ValidationError` (``unknown-option``), ``OSError``,
    and ``TypeError`` for an open file where the format is a folder.

    >>> import io
    >>> file = io.StringIO()
    >>> dump(Dossier(), file, format="json")
    >>> loads(file.getvalue()) == Dossier()
    True
    """
    one = _format_of(target, format)
    if not isinstance(target, (str, os.PathLike)):
        content = _written(one, dossier, options)
        if isinstance(content, Mapping):
            raise TypeError(f"{one.name} is a folder of files: give a path")
        for part in (content,) if isinstance(content, (str, bytes)) else content:
            storage.write_to(target, part)
        return
    path = _path(target)
    old = {"old": path.read_bytes()} if one.edits and path.is_file() else {}
    content = _written(one, dossier, options, **old)
    if isinstance(content, Mapping):
        replace_folder(path, content, one.suffixes)
    else:
        replace_file(path, storage.compress(_parts(content), path.suffix.lower()))


@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["json", "jsonl", "toml", "yaml"] = "json",
) -> str: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["html", "markdown"],
    *,
    lang: Lang = "en",
) -> str: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["icalendar"],
    *,
    lang: Lang = "en",
    start: Day | None = None,
    end: Day | None = None,
    alarms: Iterable[int] = ...,
    stamp: datetime.datetime | None = None,
    register: str | None = None,
) -> str: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["msgpack"],
) -> bytes: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["xlsx"],
    *,
    lang: Lang | None = None,
) -> bytes: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["csv"],
    *,
    lang: Lang | None = None,
    separator: str | None = None,
) -> dict[str, bytes]: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: Literal["tsv"],
    *,
    lang: Lang | None = None,
) -> dict[str, bytes]: ...
@overload
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement],
    format: str,
    **options: Any,
) -> Any: ...
def dumps(
    dossier: Dossier | Agreement | Iterable[Agreement], format: str = "json", **options: Any
) -> Any:
    """Write a dossier as text, bytes, or files by their names, as the ``format`` has it.

    Inverse of `loads`. Agreements are written with all that they refer to. The same dossier
    always gives the same text. ``options`` and errors are as for `dump`.

    >>> from bilateral.examples import astana_2025
    >>> loads(dumps(astana_2025())) == astana_2025()
    True
    """
    content = _written(find(format), dossier, options)
    return content if isinstance(content, (str, bytes, Mapping)) else "".join(content)


class _Read:
    """One read: of a file with a name, in a format, within limits, and what is noticed in it.

    Problems that are raised inside ``with`` know the file. What is noticed and is no error goes
    to the ``report`` at the end, or becomes a `DataWarning`.
    """

    def __init__(
        self,
        format: Format,
        file: str | None,
        *,
        on_error: OnError,
        report: list[Problem] | None,
        limits: Limits,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        codec = format.load()
        if not isinstance(codec, (ReadingCodec, StreamingCodec)):
            raise UnknownFormat(format.name, _names(lambda one: one.reads))
        self.format, self.file, self._codec = format, file, codec
        self.limits = instance(Limits, limits)
        self._skip, self._report, self._options = on_error == "skip", report, options or {}
        self._notices: list[Problem] = []

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if isinstance(error, ValidationError):
            raise ValidationError(self._named(error.problems)) from None
        if error is not None:
            return
        notices = self._named(self._notices)
        if self._report is not None:
            self._report += notices
        elif notices:
            # Seen from the caller of `load` or `loads`.
            warnings.warn(DataWarning(notices), stacklevel=3)

    def _named(self, problems: Iterable[Problem]) -> list[Problem]:
        return [attrs.evolve(problem, file=self.file) for problem in problems]

    def content_of(self, source: Source) -> Content:
        """What is in a file or folder."""
        if not isinstance(source, (str, os.PathLike)):
            return self.converted(storage.read_file(source, self.limits))
        path = _path(source)
        if self.format.kind == "folder" and path.is_dir():
            return self.converted(storage.read_folder(path, self.format.suffixes, self.limits))
        with path.open("rb") as opened:
            return self.converted(storage.read_file(opened, self.limits))

    def converted(self, content: Any) -> Content:
        """A content as the format has it: a text or bytes, or the files of a folder."""
        kind = self.format.kind
        if isinstance(content, (bytearray, memoryview)):
            content = bytes(cast("bytearray", content))
        if isinstance(content, (str, bytes)):
            if kind == "text":
                return content
            raw = storage.encoded(content)
            return {Path(self.file or self.format.name).name: raw} if kind == "folder" else raw
        files = cast("Mapping[str, bytes]", content)
        if not (isinstance(content, Mapping) and kind == "folder"):
            raise ValidationError([wrong_type_problem("text", files)])
        if not files:
            raise ValidationError(
                [Problem("no-files", details={"suffix": self.format.suffixes[0]})]
            )
        return files

    def dossier(self, content: Content, *, running: bool) -> Dossier:
        """The dossier in a content; the garbage collector is paused or ``running``."""
        with paused(running=running):
            dossier = self._dossier(content)
            self._notices += _unusual(dossier)
            return dossier

    def _dossier(self, content: Content) -> Dossier:
        codec = self._codec
        if self.format.kind == "text" and isinstance(content, (str, bytes)):
            raw = storage.encoded(content)
            self._notices += flagged(raw)
            if isinstance(codec, StreamingCodec):
                return self._from_lines(codec, raw)
            # What it lets through is not nested more than that.
            is_usual = not self._options and self.limits.depth >= _LIMITS.depth
            if isinstance(codec, DirectCodec) and is_usual:
                dossier = codec.read_directly(raw)
                if dossier is not None:
                    return dossier
            content = storage.decoded(content)
        return self._from_document(cast("ReadingCodec", codec), content)

    def _from_lines(self, codec: StreamingCodec, raw: bytes) -> Dossier:
        _check_options(self.format, codec.read_lines, self._options)
        blocks = storage.blocks(io.BytesIO(raw), self.limits)
        return codec.read_lines(
            blocks, self.limits, self._notices, skip=self._skip, **self._options
        )

    def _from_document(self, codec: ReadingCodec, content: Content) -> Dossier:
        _check_options(self.format, codec.read, self._options)
        document = codec.read(content, self.limits, **self._options)
        problems: list[Problem] = list(document.problems)
        found: list[Problem] = []
        (found if self._skip else problems).extend(document.left_out)
        depth = self.limits.depth
        try:
            dossier = read_dossier(document.data, notices=found, skip=self._skip, depth=depth)
        except ValidationError as error:
            raise ValidationError(document.located([*problems, *error.problems])) from None
        if problems:
            raise ValidationError(document.located(problems))
        if found or document.notices:
            self._notices += document.located([*document.notices, *found])
        return dossier

    def agreements(self, source: Source) -> Iterator[Agreement]:
        """The agreements in a file, one after the other."""
        codec = self._codec
        if not isinstance(codec, StreamingCodec):
            raise UnknownFormat(self.format.name, _names(lambda one: one.streams))
        path = _path(source) if isinstance(source, (str, os.PathLike)) else source
        with storage.opened(path) as opened:
            parents: Container[str] = ()
            if opened.seekable():
                start = opened.tell()
                parents = codec.parents_in(storage.blocks(opened, self.limits))
                opened.seek(start)
            blocks = storage.blocks(opened, self.limits)
            yield from codec.stream_lines(
                blocks, self.limits, self._notices, parents=parents, skip=self._skip
            )


def _unusual(dossier: Dossier) -> Iterator[Problem]:
    """What the agreements themselves have to tell."""
    for index, agreement in enumerate(dossier.agreements):
        if agreement.events:
            for problem in agreement.notices:
                yield problem.at("agreements", index)


def _written(
    format: Format,
    source: Dossier | Agreement | Iterable[Agreement],
    options: Mapping[str, Any],
    **old: bytes,
) -> Content | Iterator[str]:
    """What a format makes of a dossier, or of agreements; ``old`` is what is there before."""
    codec = format.load()
    if isinstance(source, Agreement):
        source = (source,)
    if isinstance(codec, StreamingCodec):
        _check_options(format, codec.write_lines, options)
        return codec.write_lines(source, **options)
    if not isinstance(codec, WritingCodec):
        raise UnknownFormat(format.name, _names(lambda one: one.writes))
    _check_options(format, codec.write, options)
    if not isinstance(source, Dossier):
        source = Dossier(agreements=source)
    return codec.write(source, **old, **options)


def _parts(content: str | bytes | Iterator[str]) -> Iterator[bytes]:
    for part in (content,) if isinstance(content, (str, bytes)) else content:
        yield part.encode() if isinstance(part, str) else part


def _check_options(format: Format, call: Callable[..., Any], options: Mapping[str, Any]) -> None:
    """Refuse options that a function of a format does not take."""
    parameters = signature(call).parameters.values()
    if any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = {
        parameter.name
        for parameter in parameters
        if parameter.kind is Parameter.KEYWORD_ONLY or parameter.default is not Parameter.empty
    } - _NO_OPTIONS
    problems = [unknown("unknown-option", name, known) for name in options if name not in known]
    if problems:
        details = {"format": format.name}
        raise ValidationError(attrs.evolve(problem, details=details) for problem in problems)


def _format_of(file: Any, name: str | None) -> Format:
    """The format with a name, or that of a path or an open file with one."""
    if name:
        return find(name)
    if _is_path(file):
        path = _path(file)
        return find(name_of(path, folder=path.is_dir()))
    return find(name_of(_file_of(file) or ""))


def _is_path(source: object) -> TypeGuard[str | os.PathLike[str]]:
    return isinstance(source, (str, os.PathLike))


def _file_of(source: Any) -> str | None:
    """The name of a path or an open file, if it has one."""
    name: Any = os.fspath(source) if _is_path(source) else None
    name = name or getattr(source, "name", None)
    return name if isinstance(name, str) else None


def _path(given: str | os.PathLike[str]) -> Path:
    """A path; one that is empty leads nowhere, and not to the folder where we are."""
    if not os.fspath(given):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), given)
    return Path(given)


def _names(can: Callable[[Format], bool]) -> tuple[str, ...]:
    """The names of the formats that can do something."""
    return tuple(one.name for one in formats() if can(one))
