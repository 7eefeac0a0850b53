"""The web page that a Word document (.docx) would be: its tables, headings, lists and lines.

It is made by mammoth, which comes with the extra ``word``.
"""

from __future__ import annotations

import io
import zipfile
from importlib import import_module
from typing import Any, Final

from bilateral.errors import MissingExtra
from bilateral.wire.documents import Limits
from bilateral.wire.sheets.packages import opened

__all__ = ["SUFFIXES", "is_document", "page_of"]

SUFFIXES: Final = (".docx", ".docm")

_TEXT = "word/document.xml"


def is_document(content: bytes) -> bool:
    """Whether the content of a file is a Word document, whatever it is called."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _TEXT in archive.namelist()
    except zipfile.BadZipFile:
        return False


def page_of(content: bytes, limits: Limits) -> str:
    """The document as a web page, without its pictures.

    What is marked as deleted is left out, what is marked as inserted is in. Raises
    `MissingExtra`, and `ValidationError`: ``syntax``, ``document-type``, ``too-large``,
    ``expands-too-much``.
    """
    try:
        mammoth: Any = import_module("mammoth")
    except ImportError:
        raise MissingExtra("word", "mammoth") from None
    with opened(content, limits, reason="document") as package:
        for name in package.names:
            if name.endswith((".xml", ".rels")):
                package.part(name)
        page = mammoth.convert_to_html(io.BytesIO(content), convert_image=_no_picture)
    text: str = page.value
    return text


def _no_picture(_: object) -> list[object]:
    return []
