"""The table of formats: what there is, what it can do, and how users add their own."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from importlib import import_module
from inspect import signature
from pathlib import PurePath
from threading import RLock
from typing import Any, Final, Literal, NoReturn, Protocol, cast, runtime_checkable

import attrs

from bilateral.agreements import Agreement
from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.wire.documents import Document, Limits

__all__ = [
    "COMPRESSIONS",
    "FORMATS",
    "Codec",
    "Content",
    "DirectCodec",
    "Format",
    "ReadingCodec",
    "StreamingCodec",
    "WritingCodec",
    "find",
    "formats",
    "name_of",
    "names_that",
    "register",
]

# What a format reads and writes: a text, bytes, or the files of a folder by their names.
Content = str | bytes | Mapping[str, bytes]

COMPRESSIONS = (".gz", ".zst")


@runtime_checkable
class ReadingCodec(Protocol):
    """A reader of a format: a module, or any object, with this function.

    ``options`` are what the caller of `bilateral.load` gives beyond its own arguments,
    such as ``lang``. A function that names its options takes these and no others.
    """

    def read(self, content: Any, limits: Limits, /, *args: Any, **options: Any) -> Document:
        """The plain data in a content, as `bilateral.wire.records.read_dossier` takes them."""
        ...


@runtime_checkable
class WritingCodec(Protocol):
    """A writer of a format; ``options`` are those of `bilateral.dump`.

    One that takes a keyword ``old`` gets the bytes of the file that it replaces, if there is one.
    """

    def write(self, dossier: Dossier, /, *args: Any, **options: Any) -> Content:
        """A dossier as a text, as bytes, or as the files of a folder by their names."""
        ...


class Codec(ReadingCodec, WritingCodec, Protocol):
    """A reader and writer of a format."""


@runtime_checkable
class DirectCodec(Protocol):
    """A reader that makes a dossier of a text without plain data between."""

    def read_directly(self, content: bytes, /) -> Dossier | None:
        """The dossier in a content, or nothing if it has to be read as any other."""
        ...


@runtime_checkable
class StreamingCodec(Protocol):
    """A reader and writer of a format of lines, one record after the other.

    Files come as blocks of lines. What is no error is added to ``notices``; with ``skip`` the
    problems of single records are, too, and those records are left out.
    """

    def read_lines(
        self,
        blocks: Iterable[bytes],
        limits: Limits,
        notices: list[Problem],
        *,
        skip: bool,
    ) -> Dossier:
        """The dossier in the lines."""
        ...

    def stream_lines(
        self,
        blocks: Iterable[bytes],
        limits: Limits,
        notices: list[Problem],
        *,
        parents: Container[str],
        skip: bool,
    ) -> Iterator[Agreement]:
        """The agreements in the lines; of them only ``parents`` are kept for others."""
        ...

    def stream_records(
        self,
        blocks: Iterable[bytes],
        limits: Limits,
        notices: list[Problem],
        *,
        parents: Container[str],
    ) -> Iterator[Any]:
        """What the file says of the dossier, as one without records; then every record."""
        ...

    def parents_in(self, blocks: Iterable[bytes]) -> Container[str]:
        """The ids of the agreements that others refer to."""
        ...

    def write_lines(
        self, source: Dossier | Iterable[Agreement], /, *args: Any, **options: Any
    ) -> Iterator[str]:
        """The lines of a dossier, or of agreements with all that they refer to."""
        ...


AnyCodec = ReadingCodec | WritingCodec | StreamingCodec


@attrs.frozen
class Format:
    """A way to write a dossier.

    ``suffixes`` are those of its files, ``extra`` is what brings its library, ``kind`` says
    whether it is a text, bytes, or a folder of several files, ``lossless`` that what is written
    survives a round trip. ``codec`` does the work: an object (see `Codec` and `StreamingCodec`),
    or the name of a module, which is imported when it is used. What a format can do follows from
    the functions of its codec.
    """

    name: str
    suffixes: tuple[str, ...]
    extra: str | None = attrs.field(default=None, kw_only=True)
    kind: Literal["text", "bytes", "folder"] = attrs.field(default="text", kw_only=True)
    lossless: bool = attrs.field(default=True, kw_only=True)
    codec: AnyCodec | str = attrs.field(kw_only=True, repr=False)

    def load(self) -> AnyCodec:
        """The codec, imported if need be."""
        if isinstance(self.codec, str):
            return cast("AnyCodec", import_module(self.codec))
        return self.codec

    @property
    def reads(self) -> bool:
        """Whether there is a function that reads it."""
        return self._has(ReadingCodec) or self.streams

    @property
    def writes(self) -> bool:
        """Whether there is a function that writes it."""
        return self._has(WritingCodec) or self.streams

    @property
    def streams(self) -> bool:
        """Whether it is read and written record by record."""
        return self._has(StreamingCodec)

    @property
    def edits(self) -> bool:
        """Whether it keeps what else is in the file that it replaces."""
        codec = self.load()
        return isinstance(codec, WritingCodec) and "old" in signature(codec.write).parameters

    def _has(self, protocol: type) -> bool:
        try:
            return isinstance(self.load(), protocol)
        except ImportError:
            return False


_HERE = "bilateral.formats"
FORMATS = (
    Format("json", (".json",), codec=f"{_HERE}.json"),
    Format("jsonl", (".jsonl", ".ndjson"), codec=f"{_HERE}.jsonl"),
    Format("yaml", (".yaml", ".yml"), extra="yaml", codec=f"{_HERE}.yaml"),
    Format("toml", (".toml",), extra="toml", codec=f"{_HERE}.toml"),
    Format(
        "msgpack", (".msgpack", ".mpk"), extra="msgpack", kind="bytes", codec=f"{_HERE}.msgpack"
    ),
    Format("csv", (".csv",), kind="folder", codec=f"{_HERE}.csv"),
    Format("tsv", (".tsv",), kind="folder", codec=f"{_HERE}.tsv"),
    Format("xlsx", (".xlsx",), extra="xlsx", kind="bytes", codec=f"{_HERE}.xlsx"),
    Format("xlsm", (".xlsm",), kind="bytes", lossless=False, codec=f"{_HERE}.xlsm"),
    Format("html", (".html", ".htm"), lossless=False, codec=f"{_HERE}.html"),
    Format("markdown", (".md",), lossless=False, codec=f"{_HERE}.markdown"),
    Format("icalendar", (".ics",), extra="calendar", lossless=False, codec=f"{_HERE}.icalendar"),
)

# What people have instead, and what they can do with it.
_SPREADSHEETS = (".xls", ".xlsb", ".xlt", ".xltx", ".ods", ".fods", ".numbers", ".gsheet")
_ADVICE = "save or export it as .xlsx or .csv in the program that it comes from"
#: Documents that may have a list in them, and are not read.
OTHER_TEXTS: Final = (".doc", ".odt", ".pages", ".pdf", ".rtf")

_registered: dict[str, Format] = {one.name: one for one in FORMATS}
_entry_points_read = False
_reading = RLock()


def register(format: Format) -> None:
    r"""Add a format of your own, or one in the place of another with the same name.

    A package can offer one without being imported, too: by an entry point in the group
    ``bilateral.formats`` that leads to a `Format`.

    >>> import bilateral as bl
    >>> class Names:
    ...     def write(self, dossier, **options):
    ...         return "".join(f"{one.id}\n" for one in dossier)
    >>> register(Format("names", (".names",), lossless=False, codec=Names()))
    >>> bl.dumps(bl.Dossier(), "names")
    ''
    """
    _registered[format.name] = format


def formats() -> tuple[Format, ...]:
    """All formats: those of the package, of entry points, and registered ones."""
    global _entry_points_read  # noqa: PLW0603 - a search through all packages, made once
    # Whoever comes meanwhile waits: the list is not complete before.
    with _reading:
        if not _entry_points_read:
            for one in _from_entry_points():
                _registered.setdefault(one.name, one)
            _entry_points_read = True
        return tuple(_registered.values())


def _from_entry_points() -> Iterator[Format]:
    from importlib.metadata import entry_points

    for point in entry_points(group=_HERE):
        try:
            yield cast("Any", point).load()
        except Exception as error:  # noqa: BLE001 - whatever a package of somebody else does
            # Its suffixes are not known; who asks for it by name is told what is wrong.
            text = f"the format {point.name!r} ({point.value}) cannot be used: {error}"
            warnings.warn(text, RuntimeWarning, stacklevel=4)
            yield Format(point.name, (), codec=_Broken(error))


@attrs.frozen
class _Broken:
    """Stands for a format that cannot be imported."""

    error: Exception

    def read(self, *_: Any, **__: Any) -> NoReturn:
        raise self.error

    def write(self, *_: Any, **__: Any) -> NoReturn:
        raise self.error


def find(name: str) -> Format:
    """The format with a name, or with a suffix of that name; `UnknownFormat` lists all.

    >>> find("ics").name
    'icalendar'
    """
    if not isinstance(name, str):
        raise ValidationError([wrong_type_problem("text", name)])
    # What the package has itself is found without a search through all installed packages.
    here = tuple(_registered.values())
    found = _registered.get(name) or _among(here, name) or _among(formats(), name)
    if found is None:
        raise UnknownFormat(name, tuple(one.name for one in formats()))
    return found


def _among(known: tuple[Format, ...], name: str) -> Format | None:
    return next((one for one in known if name == one.name or f".{name}" in one.suffixes), None)


def name_of(path: str | os.PathLike[str], *, folder: bool = False) -> str:
    """The name of the format of a path: by its suffix, that of a compression apart.

    A ``folder`` without such a suffix is of the first format that is written as one.
    """
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    if suffixes and suffixes[-1] in COMPRESSIONS:
        suffixes.pop()
    suffix = suffixes[-1] if suffixes else ""
    # As in `find`, entry points are asked last.
    known = tuple(_registered.values())
    if not any(suffix in one.suffixes for one in known):
        known = formats()
    for one in known:
        if suffix in one.suffixes:
            return one.name
    for one in known:
        if folder and one.kind == "folder":
            return one.name
    raise UnknownFormat(suffix, tuple(s for one in formats() for s in one.suffixes), advice(suffix))


def advice(suffix: str) -> str | None:
    """What to do with a spreadsheet that is not read."""
    return _ADVICE if suffix in _SPREADSHEETS else None


def names_that(can: Callable[[Format], bool]) -> tuple[str, ...]:
    """The names of the formats that can do something."""
    return tuple(one.name for one in formats() if can(one))
