"""Generated code, compiled so that tracebacks and debuggers show its text."""

from __future__ import annotations

import linecache
from types import CodeType

__all__ = ["compiled"]


def compiled(text: str, name: str) -> CodeType:
    """The code of a text, which `linecache` keeps under the name of its file."""
    file = f"<bilateral generated: {name}>"
    # An entry without a time of change is never compared with a file.
    linecache.cache[file] = len(text), None, text.splitlines(keepends=True), file
    return compile(text, file, "exec")
