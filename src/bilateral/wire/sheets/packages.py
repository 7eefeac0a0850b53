"""The parts of an Office file (ECMA-376 part 2: packages), read without trust in it."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Generator
from xml.etree import ElementTree
from xml.parsers import expat

from bilateral.problems import ValidationError, reject
from bilateral.wire.documents import Limits

__all__ = ["TAG", "Package", "opened"]

_MOST_PARTS = 10_000
# A package may always become so large, however small its file is.
_FREE = 100_000
#: So many characters cost as much as a tag.
TAG = 10


@contextlib.contextmanager
def opened(content: bytes, limits: Limits, *, reason: str) -> Generator[Package]:
    """The package in a file, for a ``with`` in which it is read.

    Raises `ValidationError`: ``syntax``, with the ``reason`` (what the file is not), also for
    what goes wrong within the ``with``; ``too-large`` and ``expands-too-much``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield Package(archive, limits, len(content))
    except ValidationError:
        raise
    # What the standard library raises for archives and texts that are not what they should be.
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        EOFError,
        expat.ExpatError,
        LookupError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
        zlib.error,
    ):
        raise reject("syntax", None, reason=reason) from None


class Package:
    """The parts of a package, and how much of them may still be gone through."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, size: int) -> None:
        self._archive = archive
        # A file may name a part of its own, a text or an area as often as it likes: all that is
        # gone through counts.
        self.left: int = min(limits.size, _FREE + limits.expansion * size)
        self.too_much: ValidationError = (
            reject("too-large", None, limit=limits.size)
            if self.left == limits.size
            else reject("expands-too-much", None, limit=limits.expansion)
        )
        # The archive reads no more of a part than the size that it gives for it.
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > self.left or len(parts) > _MOST_PARTS:
            raise self.too_much

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes:
        """A part that is XML. Raises `ValidationError` (``document-type``) for definitions."""
        text = self._archive.read(name)
        self.spend(len(text) + TAG * text.count(b"<"))
        _refuse_definitions(text, name)
        return text

    def spend(self, characters: int) -> None:
        """Count characters that are gone through once more."""
        self.left -= characters
        if self.left < 0:
            raise self.too_much


def _refuse_definitions(text: bytes, name: str) -> None:
    """Refuse XML with a document type: it could define texts of any size, or fetch them."""

    def refuse(*_: object) -> None:
        raise reject("document-type", name)

    def stop(*_: object) -> None:
        raise _Begun

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    with contextlib.suppress(_Begun):
        parser.Parse(text, True)  # noqa: FBT003 - that is its interface


class _Begun(Exception):  # noqa: N818 - the end of a search
    """The root element was reached, before which definitions stand."""
