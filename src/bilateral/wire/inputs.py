"""Inputs: contents in a format, read within limits into a dossier or agreements."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Container, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, cast

import attrs

from bilateral import reference
from bilateral.agreements import Agreement
from bilateral.coercion import instance
from bilateral.dossiers import Dossier
from bilateral.errors import UnknownFormat
from bilateral.problems import DataWarning, Problem, ValidationError, wrong_type_problem
from bilateral.wire import storage
from bilateral.wire.documents import Limits, flagged
from bilateral.wire.garbage import paused
from bilateral.wire.locations import Location, is_path, path_of
from bilateral.wire.options import check_options
from bilateral.wire.records import read_dossier
from bilateral.wire.registry import (
    Content,
    DirectCodec,
    Format,
    ReadingCodec,
    StreamingCodec,
    names_that,
)

__all__ = ["Input", "OnError"]

OnError = Literal["raise", "skip"]


class Input:
    """One input: a file with a name, in a format, within limits, and what is noticed in it.

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
            raise UnknownFormat(format.name, names_that(lambda one: one.reads))
        self.format: Format = format
        self.file: str | None = file
        self.limits: Limits = instance(Limits, limits)
        self._codec = codec
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

    def content_of(self, source: Location) -> Content:
        """The contents of a file or folder."""
        if not isinstance(source, (str, os.PathLike)):
            return self.converted(storage.read_file(source, self.limits))
        path = path_of(source)
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
            is_usual = not self._options and self.limits.depth >= Limits().depth
            if isinstance(codec, DirectCodec) and is_usual:
                dossier = codec.read_directly(raw)
                if dossier is not None:
                    return dossier
            content = storage.decoded(content)
        return self._from_document(cast("ReadingCodec", codec), content)

    def _from_lines(self, codec: StreamingCodec, raw: bytes) -> Dossier:
        check_options(self.format, codec.read_lines, self._options)
        blocks = storage.blocks(io.BytesIO(raw), self.limits)
        return codec.read_lines(
            blocks, self.limits, self._notices, skip=self._skip, **self._options
        )

    def _from_document(self, codec: ReadingCodec, content: Content) -> Dossier:
        check_options(self.format, codec.read, self._options)
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

    def agreements(self, source: Location) -> Iterator[Agreement]:
        """The agreements in a file, one after the other."""
        codec = self._streaming()
        with self._lines(source, codec) as (blocks, parents):
            yield from codec.stream_lines(
                blocks, self.limits, self._notices, parents=parents, skip=self._skip
            )

    def records(self, source: Location) -> Iterator[Any]:
        """What a file says of the dossier, as one without records; then its records in order."""
        codec = self._streaming()
        with self._lines(source, codec) as (blocks, parents):
            yield from codec.stream_records(blocks, self.limits, self._notices, parents=parents)

    def _streaming(self) -> StreamingCodec:
        if not isinstance(self._codec, StreamingCodec):
            raise UnknownFormat(self.format.name, names_that(lambda one: one.streams))
        return self._codec

    @contextmanager
    def _lines(
        self, source: Location, codec: StreamingCodec
    ) -> Generator[tuple[Iterator[bytes], Container[str]]]:
        """The lines of a file, and the ids of the agreements in it that others refer to."""
        path = path_of(source) if is_path(source) else source
        with storage.opened(path) as opened:
            parents: Container[str] = ()
            if opened.seekable():
                start = opened.tell()
                parents = codec.parents_in(storage.blocks(opened, self.limits))
                opened.seek(start)
            yield storage.blocks(opened, self.limits), parents


def _unusual(dossier: Dossier) -> Iterator[Problem]:
    """The notices of the agreements themselves."""
    former = reference.former_countries()
    has_former = any(partner.country in former for partner in dossier.partners)
    for index, agreement in enumerate(dossier.agreements):
        # Of one event alone there is nothing to say, but that a party was not there.
        if len(agreement.events) > 1 or (has_former and agreement.events):
            for problem in agreement.notices:
                yield problem.at("agreements", index)
