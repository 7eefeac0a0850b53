"""The table of formats: what there is, what it can do, and how users add their own."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from threading import RLock
from typing import Any, NoReturn, Protocol, cast

import attrs

from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.problems import ValidationError, wrong_type_problem
from bilateral.wire.documents import Document, Limits

__all__ = [
    "COMPRESSIONS",
    "FORMATS",
    "Codec",
    "Content",
    "Format",
    "find",
    "formats",
    "name_of",
    "register",
]

# What a format reads and writes: a text, bytes, or the files of a folder by their names.
Content = str | bytes | Mapping[str, bytes]

COMPRESSIONS = (".gz", ".zst")


class Codec(Protocol):
    """What stands behind a format: a module, or any object, with these two functions.

    ``options`` are what the caller of `bilateral.formats.load` or `dump` gives beyond their own
    arguments, such as ``lang``. A format that only reads or only writes has only that function.
    """

    def read(self, content: Any, limits: Limits, **options: Any) -> Document:
        """The plain data in a content, as `bilateral.wire.records.read_dossier` takes them."""
        ...

    def write(self, dossier: Dossier, **options: Any) -> Content:
        """A dossier as a text, as bytes, or as the files of a folder by their names."""
        ...


@attrs.frozen
class Format:
    """A way to write a dossier.

    ``suffixes`` are those of its files, ``extra`` is what brings its library. ``reads``,
    ``writes``, ``streams`` and ``lossless`` say what it can do, ``edits`` that it keeps
    what else is in the file that it replaces (which ``write`` gets as ``old``); ``binary`` that
    it is bytes and no text, ``folder`` that it is several files. ``codec`` does the work: an
    object (see `Codec`), or the name of a module, which is imported when it is used.
    """

    name: str
    suffixes: tuple[str, ...]
    extra: str | None = attrs.field(default=None, kw_only=True)
    reads: bool = attrs.field(default=True, kw_only=True)
    writes: bool = attrs.field(default=True, kw_only=True)
    streams: bool = attrs.field(default=False, kw_only=True)
    edits: bool = attrs.field(default=False, kw_only=True)
    lossless: bool = attrs.field(default=True, kw_only=True)
    binary: bool = attrs.field(default=False, kw_only=True)
    folder: bool = attrs.field(default=False, kw_only=True)
    codec: Codec | str = attrs.field(kw_only=True, repr=False)

    def load(self) -> Codec:
        """The codec, imported if need be."""
        if isinstance(self.codec, str):
            return cast("Codec", import_module(self.codec))
        return self.codec


_HERE = "bilateral.formats"
FORMATS = (
    Format("json", (".json",), codec=f"{_HERE}.json"),
    Format("jsonl", (".jsonl", ".ndjson"), streams=True, codec=f"{_HERE}.jsonl"),
    Format("yaml", (".yaml", ".yml"), extra="yaml", edits=True, codec=f"{_HERE}.yaml"),
    Format("toml", (".toml",), extra="toml", codec=f"{_HERE}.toml"),
    Format("msgpack", (".msgpack", ".mpk"), extra="msgpack", binary=True, codec=f"{_HERE}.msgpack"),
    Format("csv", (".csv",), folder=True, codec=f"{_HERE}.csv"),
    Format("tsv", (".tsv",), folder=True, codec=f"{_HERE}.tsv"),
    Format("xlsx", (".xlsx",), extra="xlsx", binary=True, codec=f"{_HERE}.xlsx"),
    # The same with macros, which are neither read nor written.
    Format("xlsm", (".xlsm",), writes=False, lossless=False, binary=True, codec=f"{_HERE}.xlsx"),
    Format("html", (".html", ".htm"), reads=False, lossless=False, codec=f"{_HERE}.html"),
    Format("markdown", (".md",), reads=False, lossless=False, codec=f"{_HERE}.markdown"),
    Format(
        "icalendar",
        (".ics",),
        extra="calendar",
        reads=False,
        lossless=False,
        codec=f"{_HERE}.icalendar",
    ),
)

# What people have instead, and what they can do with it.
_SPREADSHEETS = (".xls", ".xlsb", ".xlt", ".xltx", ".ods", ".fods", ".numbers", ".gsheet")
_ADVICE = "save or export it as .xlsx or .csv in the program that it comes from"

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
    >>> register(Format("names", (".names",), reads=False, lossless=False, codec=Names()))
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
        if folder and one.folder:
            return one.name
    advice = _ADVICE if suffix in _SPREADSHEETS else None
    raise UnknownFormat(suffix, tuple(s for one in formats() for s in one.suffixes), advice)
