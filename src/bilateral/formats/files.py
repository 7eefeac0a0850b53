"""Load, dump and stream dossiers: from files, folders, texts and bytes, and to them."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, Unpack, overload

from bilateral.agreements import Agreement
from bilateral.dates.partial_dates import Day
from bilateral.dossiers import Dossier, Record
from bilateral.literals import BuiltInFormat, FormatName, Lang
from bilateral.problems import Problem
from bilateral.wire import storage
from bilateral.wire.documents import Limits
from bilateral.wire.inputs import Input, OnError
from bilateral.wire.locations import Location, file_name, format_of, path_of
from bilateral.wire.options import ReadOptions, WriteOptions
from bilateral.wire.outputs import Written, encoded_parts, written
from bilateral.wire.registry import Content, find
from bilateral.wire.replacing import replace_file, replace_folder

__all__ = ["dump", "dumps", "load", "loads", "records", "stream"]

_LIMITS = Limits()


@overload
def load(
    source: Location,
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
    source: Location,
    *,
    format: str,
    on_error: OnError = "raise",
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
    gc: bool = False,
    **options: Any,
) -> Dossier: ...
def load(
    source: Location,
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
    read = Input(
        format_of(source, format),
        file_name(source),
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
    read = Input(
        find(format), None, on_error=on_error, report=report, limits=limits, options=options
    )
    with read:
        content = read.converted(content)
        if isinstance(content, bytes):
            content = storage.expand(content, read.limits)
        storage.check_size(content, read.limits)
        return read.dossier(content, running=gc)


def stream(
    source: Location,
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
    read = Input(
        format_of(source, format),
        file_name(source),
        on_error=on_error,
        report=report,
        limits=limits,
    )
    with read:
        yield from read.agreements(source)


def records(
    source: Location,
    *,
    format: FormatName | None = None,
    report: list[Problem] | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Dossier | Record]:
    """Read all records in a file, one after the other, in its order.

    First comes what the file says of the dossier, as one without records. All else is as for
    `stream`.

    >>> import io
    >>> list(records(io.BytesIO(b'{"bilateral": "1"}'), format="jsonl"))
    [<Dossier: empty>]
    """
    one = format_of(source, format)
    read = Input(one, file_name(source), on_error="raise", report=report, limits=limits)
    with read:
        yield from read.records(source)


@overload
def dump(
    dossier: Written,
    target: Location,
    *,
    format: FormatName | None = None,
    **options: Unpack[WriteOptions],
) -> None: ...
@overload
def dump(
    dossier: Written,
    target: Location,
    *,
    format: str,
    **options: Any,
) -> None: ...
def dump(
    dossier: Written,
    target: Location,
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
    one = format_of(target, format)
    if not isinstance(target, (str, os.PathLike)):
        content = written(one, dossier, options)
        if isinstance(content, Mapping):
            raise TypeError(f"{one.name} is a folder of files: give a path")
        for part in (content,) if isinstance(content, (str, bytes)) else content:
            storage.write_to(target, part)
        return
    path = path_of(target)
    old = {"old": path.read_bytes()} if one.edits and path.is_file() else {}
    content = written(one, dossier, options, **old)
    if isinstance(content, Mapping):
        replace_folder(path, content, one.suffixes)
    else:
        replace_file(path, storage.compress(encoded_parts(content), path.suffix.lower()))


@overload
def dumps(
    dossier: Written,
    format: Literal["json", "jsonl", "toml", "yaml"] = "json",
) -> str: ...
@overload
def dumps(
    dossier: Written,
    format: Literal["html", "markdown"],
    *,
    lang: Lang = "en",
) -> str: ...
@overload
def dumps(
    dossier: Written,
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
def dumps(dossier: Written, format: Literal["msgpack"]) -> bytes: ...
@overload
def dumps(
    dossier: Written,
    format: Literal["xlsx"],
    *,
    lang: Lang | None = None,
    on: Day | None = None,
) -> bytes: ...
@overload
def dumps(
    dossier: Written,
    format: Literal["csv"],
    *,
    lang: Lang | None = None,
    separator: str | None = None,
) -> dict[str, bytes]: ...
@overload
def dumps(
    dossier: Written,
    format: Literal["tsv"],
    *,
    lang: Lang | None = None,
) -> dict[str, bytes]: ...
@overload
def dumps(
    dossier: Written,
    format: str,
    **options: Any,
) -> Any: ...
def dumps(dossier: Written, format: str = "json", **options: Any) -> Any:
    """Write a dossier as text, bytes, or files by their names, as the ``format`` has it.

    Inverse of `loads`. Agreements are written with all that they refer to. The same dossier
    always gives the same text. ``options`` and errors are as for `dump`.

    >>> from bilateral.examples import astana_2025
    >>> loads(dumps(astana_2025())) == astana_2025()
    True
    """
    content = written(find(format), dossier, options)
    return content if isinstance(content, (str, bytes, Mapping)) else "".join(content)
